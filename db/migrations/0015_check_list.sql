-- The qualifying check list: by which the core team and the family find out together whether the lab fits. The family sees every answer.
create table lab.check_question (
  municipality_id uuid not null references lab.municipality (id),
  code text not null check (code ~ '^[a-z_]+$'),
  valid_from date not null,
  valid_to date,
  position integer not null,
  text_nb text not null,
  text_en text not null,
  needs_yes boolean not null default false,
  source text not null,
  reviewed_at date,
  primary key (municipality_id, code, valid_from)
);
comment on table lab.check_question is 'A question of the qualifying check list, in versions with their source. Another wording is a new row; what was answered stays beside the words that were asked.';
comment on column lab.check_question.needs_yes is 'Without a yes here nobody is accepted: that it is voluntary, and that the family itself wants it.';

create view lab.check_question_now with (security_invoker = true) as
  select n.municipality_id, n.code, n.valid_from, n.position, n.text_nb, n.text_en, n.needs_yes, n.source
  from (select distinct on (q.municipality_id, q.code) q.* from lab.check_question q where q.valid_from <= lab.today()
    order by q.municipality_id, q.code, q.valid_from desc) n
  where n.valid_to is null or n.valid_to > lab.today();

create table lab.qualification (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  begun_by uuid not null,
  begun_at timestamptz not null default now(),
  wrapped bytea not null,
  outcome text check (outcome in ('accepted', 'declined')),
  target_group text check (target_group in ('a', 'b', 'c')),
  sealed_outcome bytea,
  decided_by uuid,
  decided_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, family_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, begun_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, decided_by) references lab.person (municipality_id, id),
  check ((outcome is null) = (decided_at is null) and (decided_by is null) = (decided_at is null)),
  -- A no always has its reason and what is offered instead, in writing; a yes says which target group.
  check (coalesce(outcome = 'declined', false) = (sealed_outcome is not null)),
  check (coalesce(outcome = 'accepted', false) = (target_group is not null))
);
create unique index on lab.qualification (family_id) where outcome is null;
create index on lab.qualification (family_id);
comment on table lab.qualification is 'One family’s check list, and what came of it. Its words lie under a key of its own, as a referral’s do: the core team writes them, and never holds the family’s key (docs/decisions/0013, 2).';

create table lab.check_answer (
  municipality_id uuid not null,
  id uuid not null unique,
  qualification_id uuid not null,
  family_id uuid not null,
  code text not null,
  question_from date not null,
  answer text not null check (answer in ('yes', 'no', 'unsure')),
  sealed bytea not null,
  with_id uuid not null,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, qualification_id) references lab.qualification (municipality_id, family_id, id),
  foreign key (municipality_id, code, question_from) references lab.check_question (municipality_id, code, valid_from),
  foreign key (municipality_id, family_id, with_id) references lab.member (municipality_id, family_id, person_id) on update cascade,
  foreign key (municipality_id, answered_by) references lab.person (municipality_id, id)
);
create index on lab.check_answer (qualification_id);
comment on table lab.check_answer is 'An answer with its reason, written by the core team together with who was present. Only added to: the last one counts.';

do $$
declare t text;
begin
  foreach t in array array['check_question', 'qualification', 'check_answer'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select on lab.%I to lab_rule', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.check_question_now to lab_rule;
grant select on lab.participation to lab_rule;
create policy rule_reads on lab.participation for select to lab_rule using (true);
grant update (answered_at) on lab.referral to lab_rule;
grant update (target_group) on lab.family to lab_rule;
create policy rule_settles on lab.family for update to lab_rule using (true) with check (true);

grant create on schema lab to lab_rule;
grant trigger on lab.qualification to lab_rule;
set role lab_rule;

-- Who speaks for a family about its course and its table: every grown member taking part; in a family of one, that one from sixteen
-- (core/src/agreement.ts), for the lab is for young people as well.
create function lab.speakers_of(p_family uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select m.person_id from lab.present_member m
    where m.family_id = p_family and m.takes_part
      and (m.age >= 18 or (m.age >= 16 and not exists (
        select 1 from lab.present_member o where o.family_id = p_family and o.person_id <> m.person_id)))
  $$;

-- Families where the signed-in person is old enough to read how it goes, and whether they speak for it.
create function lab.my_voice() returns table (family_id uuid, speaks boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select m.family_id, m.person_id in (select s from lab.speakers_of(m.family_id) s)
    from lab.present_member m
    where m.person_id = lab.current_person() and m.takes_part and m.age >= 16
      and m.family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, m.family_id)
  $$;

-- Who speaks for a family that was referred, by name, and whether they have signed: for the core team, which meets them.
create function lab.at_door(p_family uuid) returns table (person_id uuid, called_name text, has_signed boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.id, p.called_name, exists (
      select 1 from lab.participation w where w.family_id = p_family and w.person_id = p.id and w.ended_at is null)
    from lab.speakers_of(p_family) s join lab.person p on p.id = s
    where p.municipality_id = lab.current_municipality() and lab.holds_role(array['core_team'])
      and exists (select 1 from lab.referral r where r.municipality_id = p.municipality_id and r.family_id = p_family)
  $$;

-- The family's lock for the core team, which may not open it.
create function lab.lock_door(p_family uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform 1 from lab.chain_head where chain_id = p_family for update;
    return exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way = 'core_team');
  end
  $$;

-- An outcome stands only when what it needs stands in rows of its own; then who sent the family learns that it was answered, and no more.
create function lab.settle_qualification() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if old.outcome is not null or new.outcome is null then
      raise exception 'an outcome is given once' using errcode = 'check_violation';
    end if;
    if new.outcome = 'accepted' then
      if not exists (select 1 from lab.speakers_of(new.family_id)) or exists (
          select 1 from lab.speakers_of(new.family_id) s where not exists (
            select 1 from lab.participation w where w.family_id = new.family_id and w.person_id = s and w.ended_at is null)) then
        raise exception 'nobody is accepted before the participation agreement is signed' using errcode = 'check_violation';
      end if;
      if exists (
          select 1 from lab.check_question_now q
          left join lateral (
            select a.answer from lab.check_answer a where a.qualification_id = new.id and a.code = q.code
            order by a.answered_at desc, a.id limit 1) last on true
          where q.municipality_id = new.municipality_id and (last.answer is null or (q.needs_yes and last.answer <> 'yes'))) then
        raise exception 'a question of the check list is not answered' using errcode = 'check_violation';
      end if;
      update lab.family set target_group = new.target_group where municipality_id = new.municipality_id and id = new.family_id;
    end if;
    update lab.referral set answered_at = now()
      where municipality_id = new.municipality_id and family_id = new.family_id and answered_at is null;
    return null;
  end
  $$;
create trigger settle_qualification after update on lab.qualification for each row execute function lab.settle_qualification();

-- As before (0011) for everybody who may open the family, and who is asked for a mandate; and the core team may tell what it does at the door, of families it does not open.
create or replace function lab.append_event(p_family uuid, p_kind text, p_about uuid, p_area text, p_privacy text, p_subject uuid, p_data jsonb, p_command uuid, p_origin text)
  returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    actor uuid := lab.current_person();
  begin
    if actor is not null and not exists (
        select 1 from lab.families_of(array[actor], p_family) f
        where f.way <> 'core_team' or (p_about is null and (p_kind like 'qualification.%' or p_kind = 'seat.proposed')))
      and not (p_kind like 'decision.%' and exists (
        select 1 from lab.decision_asked q where q.family_id = p_family and q.decision_id = p_subject and q.asked_id = actor)) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    return lab.link_event(p_family, p_kind, p_about, p_area, p_privacy, p_subject, p_data, p_command, p_origin);
  end
  $$;

revoke execute on function lab.speakers_of(uuid), lab.my_voice(), lab.at_door(uuid), lab.lock_door(uuid), lab.settle_qualification() from public;
grant execute on function lab.my_voice(), lab.at_door(uuid), lab.lock_door(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.qualification from lab_rule;

grant select on lab.check_question, lab.check_question_now, lab.qualification, lab.check_answer to lab_app;
create policy see on lab.check_question for select to lab_app using (municipality_id = (select lab.current_municipality()));

-- Those at the door, and the family itself from sixteen: what is said about somebody is said with them. The leader, as for a referral.
create policy see on lab.qualification for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way in ('core_team', 'leader'))
    or family_id in (select v.family_id from lab.my_voice() v)));
grant insert (municipality_id, id, family_id, begun_by, wrapped) on lab.qualification to lab_app;
create policy begin on lab.qualification for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and begun_by = (select lab.current_person())
  and family_id in (select f.family_id from lab.my_families() f where f.way = 'core_team')
  and family_id in (select r.family_id from lab.referral r where r.answered_at is null));
grant update (outcome, target_group, sealed_outcome, decided_by, decided_at) on lab.qualification to lab_app;
create policy decide on lab.qualification for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and outcome is null
    and family_id in (select f.family_id from lab.my_families() f where f.way = 'core_team'))
  with check (decided_by = (select lab.current_person()) and outcome is not null);

create policy see on lab.check_answer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and qualification_id in (select q.id from lab.qualification q));
grant insert (municipality_id, id, qualification_id, family_id, code, question_from, answer, sealed, with_id, answered_by) on lab.check_answer to lab_app;
create policy answer on lab.check_answer for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and answered_by = (select lab.current_person())
  and qualification_id in (select q.id from lab.qualification q where q.outcome is null)
  and with_id in (select d.person_id from lab.at_door(family_id) d));

-- A new municipality starts with questions to correct; erasing a family takes its answers, which stand clear.
grant insert on lab.check_question to lab_system;
create policy first_admin on lab.check_question for insert to lab_system with check (true);
grant select (municipality_id, id, family_id) on lab.qualification to lab_system;
create policy job_reads on lab.qualification for select to lab_system using (true);
grant select (family_id), delete on lab.check_answer to lab_system;
create policy job_reads on lab.check_answer for select to lab_system using (true);
create policy erase on lab.check_answer for delete to lab_system using (true);
