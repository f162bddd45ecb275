-- Where somebody can be found, and who may know it. Everything that tells it lies in one table behind one lock: where a meeting is, how a referred person is
-- reached, where somebody lives, goes to school, kindergarten or work. For a family with somebody whose address is protected (fortrolig, strengt fortrolig),
-- only the family itself, its leader and those named for it read that table (REQ-27, docs/decisions/0027).
create table lab.protection (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  level text not null check (level in ('confidential', 'strictly_confidential')),
  source text not null check (source in ('register', 'police', 'told')),
  valid_from date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, ended_by) references lab.person (municipality_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index on lab.protection (person_id) where ended_at is null;
comment on table lab.protection is 'That somebody''s address is protected, how strictly, and where that is known from. Only its end is ever written afterwards.';

create table lab.address_keeper (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, named_by) references lab.person (municipality_id, id)
);
create unique index on lab.address_keeper (family_id, person_id) where ended_at is null;
create index on lab.address_keeper (person_id);
comment on table lab.address_keeper is 'Who else may know where one family with a protected address can be found, named person by person by who speaks for it or its leader.';

create table lab.whereabouts (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  what text not null check (what in ('meeting_place', 'referral_contact', 'address', 'school', 'kindergarten', 'workplace')),
  subject_id uuid not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id)
);
create unique index on lab.whereabouts (family_id, what, subject_id) where ended_at is null;
comment on table lab.whereabouts is 'Anything that tells where somebody can be found, sealed, apart from what it belongs to: a meeting, a referral, a person. Rows that have ended are history.';
comment on column lab.whereabouts.subject_id is 'The meeting, the referral or the person it belongs to.';

do $$
declare t text;
begin
  foreach t in array array['protection', 'address_keeper', 'whereabouts'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.protection, lab.address_keeper to lab_rule;
grant select (municipality_id, id, family_id, what, subject_id, ended_at) on lab.whereabouts to lab_rule;

create view lab.protected_now with (security_invoker = true) as
  select p.municipality_id, p.person_id, p.level from lab.protection p where p.valid_from <= lab.today() and p.ended_at is null;
grant select on lab.protected_now to lab_rule;

grant create on schema lab to lab_rule;
set role lab_rule;

-- Of which families, and what of it, the signed-in person may know where somebody can be found.
create function lab.my_whereabouts() returns table (family_id uuid, what text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
  begin
    return query
      with known as materialized (select f.family_id, f.way from lab.my_families() f),
      guarded as materialized (
        select distinct m.family_id from lab.present_member m
        join lab.protected_now p on p.municipality_id = m.municipality_id and p.person_id = m.person_id
        where m.family_id in (select k.family_id from known k)
      )
      select distinct k.family_id, w.what
      from known k
      join (values ('meeting_place', 'a team'), ('referral_contact', 'the door'), ('address', 'home'), ('school', 'home'), ('kindergarten', 'home'), ('workplace', 'home'))
        as w (what, of) on true
      where case
        when k.family_id in (select g.family_id from guarded g) then
          k.way in ('member', 'leader')
          or exists (select 1 from lab.address_keeper a where a.family_id = k.family_id and a.person_id = me and a.ended_at is null)
        when w.of = 'a team' then k.way not in ('core_team', 'table')
        when w.of = 'the door' then k.way in ('core_team', 'member', 'guardian', 'leader')
        else k.way in ('member', 'guardian', 'leader') end;
  end
  $$;

-- Persons of whom the signed-in person may know that their address is protected: themself, and the members of the families they belong to, lead or keep it for.
create function lab.my_protected() returns table (person_id uuid, leads boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select m.person_id, bool_or(f.way = 'leader')
      from lab.my_families() f join lab.present_member m on m.family_id = f.family_id
      where f.way in ('member', 'leader')
        or exists (select 1 from lab.address_keeper a where a.family_id = f.family_id and a.person_id = lab.current_person() and a.ended_at is null)
      group by m.person_id
      union all
      select lab.current_person(), false;
  end
  $$;

revoke execute on function lab.my_whereabouts(), lab.my_protected() from public;
grant execute on function lab.my_whereabouts(), lab.my_protected() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

grant select on lab.protection, lab.address_keeper, lab.whereabouts, lab.protected_now to lab_app;
create policy see on lab.protection for select to lab_app using (municipality_id = (select lab.current_municipality())
  and person_id in (select p.person_id from lab.my_protected() p));
grant insert (municipality_id, id, person_id, level, source, valid_from, recorded_by) on lab.protection to lab_app;
create policy record on lab.protection for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person()) and valid_from <= lab.today()
  and person_id in (select p.person_id from lab.my_protected() p where p.leads));
grant update (ended_by, ended_at) on lab.protection to lab_app;
create policy end_it on lab.protection for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and ended_at is null and person_id in (select p.person_id from lab.my_protected() p where p.leads))
  with check (ended_by = (select lab.current_person()));

create policy see on lab.address_keeper for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'leader')));
grant insert (municipality_id, id, family_id, person_id, named_by) on lab.address_keeper to lab_app;
create policy name_one on lab.address_keeper for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and named_by = (select lab.current_person()) and person_id in (select lab.my_people())
  and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader') or family_id in (select v.family_id from lab.my_voice() v where v.speaks)));
grant update (ended_at) on lab.address_keeper to lab_app;
create policy end_it on lab.address_keeper for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and ended_at is null
    and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader') or family_id in (select v.family_id from lab.my_voice() v where v.speaks)))
  with check (ended_at is not null);

create policy see on lab.whereabouts for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (family_id, what) in (select w.family_id, w.what from lab.my_whereabouts() w));
grant insert (municipality_id, id, family_id, what, subject_id, sealed, recorded_by) on lab.whereabouts to lab_app;
-- Where the meeting is, its leader writes; the rest the leader, or who speaks for the family.
create policy tell on lab.whereabouts for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person()) and what <> 'referral_contact'
  and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or (what <> 'meeting_place' and family_id in (select v.family_id from lab.my_voice() v where v.speaks)))
  and case what when 'meeting_place' then subject_id in (select m.id from lab.meeting m where m.family_id = whereabouts.family_id)
    else subject_id in (select m.person_id from lab.member m where m.family_id = whereabouts.family_id) end);
grant update (ended_at) on lab.whereabouts to lab_app;
create policy end_it on lab.whereabouts for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and ended_at is null and what <> 'referral_contact'
    and (family_id, what) in (select w.family_id, w.what from lab.my_whereabouts() w)
    and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
      or (what <> 'meeting_place' and family_id in (select v.family_id from lab.my_voice() v where v.speaks))))
  with check (ended_at is not null);
