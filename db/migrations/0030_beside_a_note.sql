-- What stands beside a note: that it is void, with who, when and why; and the correction of somebody it is about, who does not agree. Neither touches the
-- note's own row, so its words stay what they were and whose they were, and neither is ever taken away while the note stands (decision 0030).
create table lab.note_void (
  municipality_id uuid not null,
  note_id uuid not null,
  family_id uuid not null,
  reason text not null check (reason in ('wrong_family', 'wrong_person', 'wrong_words', 'written_twice')),
  voided_by uuid not null,
  voided_at timestamptz not null default now(),
  primary key (municipality_id, note_id),
  foreign key (municipality_id, note_id) references lab.note (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, voided_by) references lab.person (municipality_id, id)
);
create index on lab.note_void (family_id);
comment on table lab.note_void is 'A note that no longer counts, with a trace: why, from a closed list, by whom and when. Its words stay sealed in the note for those who could read it.';

create table lab.correction (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  note_id uuid not null,
  note_version integer not null check (note_version > 0),
  person_id uuid not null,
  sealed bytea not null,
  at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, note_id, note_version, person_id),
  foreign key (municipality_id, note_id) references lab.note (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
create index on lab.correction (note_id);
comment on table lab.correction is 'What somebody a note is about says beside it, because they do not agree (GDPR article 16). Added to, never changed: it stands as long as the note does.';
comment on column lab.correction.note_version is 'The version of the note that it answers.';

do $$
declare t text;
begin
  foreach t in array array['note_void', 'correction'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
  end loop;
end $$;

grant create on schema lab to lab_rule;
set role lab_rule;
-- Whether the signed-in person is one of those a set of people takes in, or answers for one of them.
create function lab.about_me(p_family uuid, p_about uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return exists (
      select 1 from lab.people_about(array[p_family], p_about) p
      where p.municipality_id = lab.current_municipality()
        and (p.person_id = lab.current_person()
          or exists (select 1 from lab.answers_for f where f.person_id = p.person_id and f.holder_id = lab.current_person())));
  end
  $$;
revoke execute on function lab.about_me(uuid, uuid) from public;
grant execute on function lab.about_me(uuid, uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- A void note is not written on any more; its author may still erase its words. A note with a correction beside it is neither moved away from it nor
-- erased: its author answers by changing it, or by saying that it is void.
create function lab.guard_beside_note() returns trigger
  language plpgsql set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if new.sealed is not null and exists (select 1 from lab.note_void v where v.municipality_id = old.municipality_id and v.note_id = old.id) then
      raise exception 'a void note is not written on' using errcode = 'insufficient_privilege';
    end if;
    if (new.sealed is null or (new.cell, new.area, new.about_id, new.privacy) is distinct from (old.cell, old.area, old.about_id, old.privacy))
       and exists (select 1 from lab.correction c where c.municipality_id = old.municipality_id and c.note_id = old.id) then
      raise exception 'a note with a correction beside it stays where it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end
  $$;
revoke execute on function lab.guard_beside_note() from public;
grant execute on function lab.guard_beside_note() to lab_app, lab_system;
create trigger guard_beside_note before update on lab.note for each row execute function lab.guard_beside_note();

-- Both follow the note: whoever sees it sees them, and nobody else.
grant select on lab.note_void, lab.correction to lab_app;
grant insert (municipality_id, note_id, family_id, reason, voided_by) on lab.note_void to lab_app;
grant insert (municipality_id, id, family_id, note_id, note_version, person_id, sealed) on lab.correction to lab_app;
create policy see on lab.note_void for select to lab_app using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.note n where n.municipality_id = note_void.municipality_id and n.id = note_id));
create policy see on lab.correction for select to lab_app using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.note n where n.municipality_id = correction.municipality_id and n.id = note_id));

-- Void: its author, where they may still write; or the leader, for what is shared at the table and was not written by one of the family. What a family
-- has written of itself is struck by nobody else.
create policy strike on lab.note_void for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and voided_by = (select lab.current_person())
  and exists (select 1 from lab.note n cross join lateral lab.my_right(n.family_id, n.about_id, n.area, n.privacy) r
    where n.municipality_id = note_void.municipality_id and n.id = note_id and n.family_id = note_void.family_id and n.sealed is not null and r.may_write
      and (n.author_id = (select lab.current_person())
        or (n.privacy = 'table' and r.standing
          and n.family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
          and not exists (select 1 from lab.member m where m.family_id = n.family_id and m.person_id = n.author_id)))));

-- A correction: by who the note is about, or who answers for them, with the note in their standing sight; to another's words at the table, as they are now.
create policy disagree on lab.correction for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person())
  and exists (select 1 from lab.note n cross join lateral lab.my_right(n.family_id, n.about_id, n.area, n.privacy) r
    where n.municipality_id = correction.municipality_id and n.id = note_id and n.family_id = correction.family_id and n.sealed is not null
      and n.version = note_version and n.privacy = 'table' and n.author_id <> (select lab.current_person()) and r.standing
      and lab.about_me(n.family_id, n.about_id))
  and not exists (select 1 from lab.note_void v where v.municipality_id = correction.municipality_id and v.note_id = correction.note_id));

create policy code_adds_nothing on lab.note_void as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.correction as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
-- Nothing new is built on a note that does not count.
create policy void_makes_nothing on lab.goal as restrictive for insert to lab_app
  with check (not exists (select 1 from lab.note_void v where v.municipality_id = goal.municipality_id and v.note_id = goal.note_id));
