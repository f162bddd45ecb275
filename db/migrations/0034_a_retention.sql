-- How long things are kept (REQ-28). What somebody lived and what was decided stays until it can be handed to the archive; all that only served a
-- moment goes by itself: a job each night, by rules that are rows. A hold stops it (0034_b_holds.sql).
create table lab.retention_rule (
  municipality_id uuid not null references lab.municipality (id),
  category text not null,
  valid_from date not null,
  valid_to date,
  amount integer check (amount > 0),
  unit text check (unit in ('day', 'month', 'year')),
  action text not null check (action in ('delete', 'anonymise', 'archive')),
  statute text not null,
  paragraph text not null,
  source text not null,
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, category, valid_from),
  check (valid_to is null or valid_to >= valid_from),
  check ((amount is null) = (unit is null)),
  -- What is deleted or made nameless has a day; what goes to the archive may be kept as long as it is in use.
  check (amount is not null or action = 'archive')
);
comment on table lab.retention_rule is 'How long a kind of thing is kept, why, and what becomes of it then, in versions. No period: as long as it is in use, and then the archive.';

create table lab.retention_run (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  began_at timestamptz not null,
  ended_at timestamptz not null default clock_timestamp(),
  -- The code of what went wrong, never its words: a message of the database can hold what stands in a row.
  failed text check (failed ~ '^[A-Za-z0-9_]{1,40}$'),
  primary key (municipality_id, id)
);
create index on lab.retention_run (municipality_id, ended_at desc);
comment on table lab.retention_run is 'One night''s run of the rules of retention: that it was done, or with which code it failed.';

create table lab.retention_count (
  municipality_id uuid not null,
  run_id uuid not null,
  category text not null,
  gone integer not null check (gone >= 0),
  overdue integer not null check (overdue >= 0),
  held integer not null check (held >= 0),
  waiting integer not null check (waiting >= 0),
  primary key (municipality_id, run_id, category),
  foreign key (municipality_id, run_id) references lab.retention_run (municipality_id, id)
);
comment on table lab.retention_count is 'What a run did, a number for each kind of thing and no ids: gone, left behind, held, waiting for the archive.';

create table lab.legal_hold (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  family_id uuid,
  person_id uuid,
  -- A closed list: a hold has no words of its own about anybody.
  because text not null check (because in ('complaint', 'lawsuit', 'oversight', 'access_request', 'investigation')),
  told boolean not null,
  placed_by uuid not null,
  placed_at timestamptz not null default now(),
  until date,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, placed_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, lifted_by) references lab.person (municipality_id, id),
  check (num_nonnulls(family_id, person_id) = 1),
  check ((lifted_by is null) = (lifted_at is null)),
  -- Only what the police look into may be kept from who it is about.
  check (told or because = 'investigation')
);
create index on lab.legal_hold (municipality_id) where lifted_at is null;
comment on table lab.legal_hold is 'Nothing of a family, or of a person, is deleted while this stands, by the night nor by hand. Those it is about are told, unless it is for an investigation that would come to harm by it.';

do $$
declare t text;
begin
  foreach t in array array['retention_rule', 'retention_run', 'retention_count', 'legal_hold'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('grant select on lab.%I to lab_rule', t);
  end loop;
end $$;

-- What the rule has to know of a row to tell how old it is and whose, and that it may let it go. Never its words.
grant select (municipality_id, person_id, id, at) on lab.command to lab_rule;
grant select (changed_at) on lab.draft to lab_rule;
grant select (made_at, sent_at, failed_at) on lab.notice to lab_rule;
grant select (municipality_id, id, asked_by, asked_at, answered_at) on lab.question to lab_rule;
create policy rule_reads on lab.command for select to lab_rule using (true);
create policy rule_reads on lab.question for select to lab_rule using (true);
do $$
declare t text;
begin
  foreach t in array array['session', 'command', 'invitation', 'notice', 'whereabouts', 'question', 'referral', 'check_answer', 'told_person',
    'opening', 'opening_cell', 'denial', 'review', 'review_answer'] loop
    execute format('grant delete on lab.%I to lab_rule', t);
    execute format('create policy let_go on lab.%I for delete to lab_rule using (true)', t);
  end loop;
end $$;
grant update (name, called_name, initials) on lab.person to lab_rule;
create policy let_go on lab.person for update to lab_rule using (id in (select a.person_id from lab.admission a where a.kind = 'guest')) with check (true);

-- One job looks after what is left on the floor, by the rules and not by a number in a policy.
-- A draft goes with its writer's own doing, as before, and where nobody is signed in: by the night, and when a family is erased by hand.
alter policy rule_clears on lab.draft using (writer_id = (select lab.current_person()) or (select lab.current_person()) is null);
drop policy sweep on lab.draft;
drop policy sweep on lab.command;
revoke delete on lab.draft, lab.command from lab_system;

-- Everything that goes by itself, row by row: since when it has served, whose it is, and whose key in the ring goes with it.
--   invitation  only those nobody used: that somebody came by one says who they are (0027, 0032_d)
--   guest       somebody who came to a table by its code, and is nothing else here
--   declined    what was told for a start that came to nothing: the answer and its reason stay, as how the case was handled
--   opening     not while an act it stands under has not been told: it is told with it
create view lab.perishable with (security_invoker = true) as
  select s.municipality_id, 'session' as category, 'session' as from_table, encode(s.token_hash, 'hex') as key, null::uuid as family_id,
    array[s.person_id] as persons, least(s.ended_at, s.expires_at) as since, null::uuid as key_owner
  from lab.session s
  union all
  select d.municipality_id, 'draft', 'draft', d.note_id::text, d.family_id, array[d.writer_id], d.changed_at, null from lab.draft d
  union all
  select c.municipality_id, 'command', 'command', c.person_id || ' ' || c.id, null, array[c.person_id], c.at, null from lab.command c
  union all
  select i.municipality_id, 'invitation', 'invitation', i.id::text, null, array[i.person_id], i.ends_at, null from lab.invitation i where i.used_at is null
  union all
  select n.municipality_id, 'notice', 'notice', n.id::text, n.family_id, array[n.person_id], coalesce(n.sent_at, n.failed_at, n.made_at), null from lab.notice n
  union all
  select w.municipality_id, 'address', 'whereabouts', w.id::text, w.family_id, array[w.subject_id], w.ended_at, null from lab.whereabouts w
    where w.ended_at is not null
  union all
  select m.municipality_id, 'guest', 'person', p.id::text, m.family_id, array[p.id], m.ended_at, null
  from lab.admission a
  join lab.meeting m on m.municipality_id = a.municipality_id and m.id = a.meeting_id
  join lab.person p on p.municipality_id = a.municipality_id and p.id = a.person_id
  where a.kind = 'guest' and m.ended_at is not null and p.name <> 'Gjest'
    and not exists (select 1 from lab.member x where x.municipality_id = p.municipality_id and x.person_id = p.id)
    and not exists (select 1 from lab.seat x where x.municipality_id = p.municipality_id and x.person_id = p.id)
    and not exists (select 1 from lab.role_held x where x.municipality_id = p.municipality_id and x.person_id = p.id)
  union all
  select q.municipality_id, 'question', 'question', q.id::text, null, array[q.asked_by], coalesce(q.answered_at, q.asked_at), q.id from lab.question q
  union all
  select x.municipality_id, 'declined', x.from_table, x.key, x.family_id, x.persons, q.decided_at, x.key_owner
  from lab.qualification q
  join lab.family f on f.municipality_id = q.municipality_id and f.id = q.family_id and f.phase = 'capture'
  cross join lateral (
    select r.municipality_id, 'referral' as from_table, r.id::text as key, r.family_id, array[r.person_id, r.sent_by] as persons, r.id as key_owner
      from lab.referral r where r.municipality_id = q.municipality_id and r.family_id = q.family_id and r.received_at <= q.decided_at
    union all
    select c.municipality_id, 'check_answer', c.id::text, c.family_id, array[c.answered_by], null
      from lab.check_answer c where c.municipality_id = q.municipality_id and c.qualification_id = q.id) x
  where q.outcome = 'declined'
    and not exists (select 1 from lab.qualification later
      where later.municipality_id = q.municipality_id and later.family_id = q.family_id and later.begun_at > q.begun_at)
  union all
  select t.municipality_id, 'named', 'told_person', t.person_id || ' ' || t.family_id, t.family_id, array[t.person_id, t.told_by], t.told_at, null
  from lab.told_person t
  union all
  select o.municipality_id, 'opening', 'opening', o.id::text, o.family_id, array[o.person_id], o.to_at, null from lab.opening o
  where o.ground not in ('exception', 'break_glass') or lab.act_told(o.act_id)
  union all
  select d.municipality_id, 'denial', 'denial', d.id::text, d.family_id, array[d.person_id], d.minute, null from lab.denial d
  union all
  select r.municipality_id, 'review', 'review', r.id::text, r.family_id, array[r.person_id], coalesce(a.answered_at, r.found_at), null
  from lab.review r left join lab.review_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id;
comment on view lab.perishable is 'Rows that go by themselves: since when they have served, whose they are, and whose key goes with them.';
grant select on lab.perishable to lab_rule;

grant create on schema lab to lab_rule;
grant trigger on lab.retention_run, lab.legal_hold to lab_rule;
set role lab_rule;

-- The rules in force on the day of a moment, with their period.
create function lab.retention_at(p_at timestamptz) returns table (municipality_id uuid, category text, action text, kept interval)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct on (r.municipality_id, r.category) r.municipality_id, r.category, r.action,
      make_interval(years => case r.unit when 'year' then r.amount else 0 end, months => case r.unit when 'month' then r.amount else 0 end,
        days => case r.unit when 'day' then r.amount else 0 end)
    from lab.retention_rule r
    where r.valid_from <= (p_at at time zone 'Europe/Oslo')::date and (r.valid_to is null or r.valid_to >= (p_at at time zone 'Europe/Oslo')::date)
      and r.amount is not null
    order by r.municipality_id, r.category, r.valid_from desc
  $$;

-- Whether a hold stands over a family or one of some persons: over a family, it covers who is of it or was; over a person, the families they are of or were.
-- p_told: of those alone that are told.
create function lab.is_held(p_municipality uuid, p_family uuid, p_persons uuid[], p_at timestamptz, p_told boolean) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    with belonged as (
      select m.family_id, m.person_id from lab.member m where m.municipality_id = p_municipality and (m.family_id = p_family or m.person_id = any (p_persons))
      union
      select m.family_id, m.person_id from lab.member_period m where m.municipality_id = p_municipality and (m.family_id = p_family or m.person_id = any (p_persons))
    )
    select exists (select 1 from lab.legal_hold h
      where h.municipality_id = p_municipality and (h.told or not p_told) and h.placed_at <= p_at and (h.lifted_at is null or h.lifted_at > p_at)
        and (h.until is null or h.until >= (p_at at time zone 'Europe/Oslo')::date)
        and (h.family_id = p_family or h.person_id = any (p_persons)
          or h.family_id in (select b.family_id from belonged b where b.person_id = any (p_persons))
          or h.person_id in (select b.person_id from belonged b where b.family_id = p_family)))
  $$;

-- How it stands at a moment: past its day; so for longer than a night (the job runs once in it); held; and what waits for the archive. What a hold keeps back
-- that is not told is counted nowhere: the number would tell of it, also the privacy officer whose own family it is over.
create function lab.retention_state_at(p_at timestamptz) returns table (municipality_id uuid, category text, due integer, overdue integer, held integer, waiting integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    with rules as materialized (select * from lab.retention_at(p_at)),
    past as (
      select p.municipality_id, p.category, p.since + r.kept <= p_at - interval '36 hours' as late,
        lab.is_held(p.municipality_id, p.family_id, p.persons, p_at, false) as held, lab.is_held(p.municipality_id, p.family_id, p.persons, p_at, true) as told
      from lab.perishable p join rules r on r.municipality_id = p.municipality_id and r.category = p.category and r.action <> 'archive'
      where p.since + r.kept <= p_at
    ), ended as (
      select f.municipality_id, coalesce(max(m.settled_at), '-infinity') as since
      from lab.family f left join lab.phase_move m on m.municipality_id = f.municipality_id and m.family_id = f.id and m.to_phase = 'exit' and m.outcome = 'moved'
      where f.phase = 'exit' group by f.municipality_id, f.id
    )
    select t.id, c.category,
      (select count(*) from past p where p.municipality_id = t.id and p.category = c.category and not p.held)::integer,
      (select count(*) from past p where p.municipality_id = t.id and p.category = c.category and not p.held and p.late)::integer,
      (select count(*) from past p where p.municipality_id = t.id and p.category = c.category and p.told)::integer,
      case c.category when 'family' then (select count(*) from ended e join rules r on r.municipality_id = t.id and r.category = 'family'
        where e.municipality_id = t.id and e.since + r.kept <= p_at)::integer else 0 end
    from lab.municipality t
    join (select distinct r.municipality_id, r.category from lab.retention_rule r) c on c.municipality_id = t.id
  $$;

-- Lets go of what is past its day at a moment and held by nothing, at most so many rows of one kind. Answers how many went in each municipality, and whose
-- keys in the ring go with them. The moment is a parameter for the sake of the test that travels in time: no role may call it.
create function lab.let_go_at(p_category text, p_at timestamptz, p_most integer) returns table (municipality_id uuid, gone integer, owners uuid[])
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  #variable_conflict use_column
  declare
    due lab.perishable[];
  begin
    due := array(
      select p from lab.perishable p
      join lab.retention_at(p_at) r on r.municipality_id = p.municipality_id and r.category = p.category and r.action <> 'archive'
      where p.category = p_category and p.since + r.kept <= p_at and not lab.is_held(p.municipality_id, p.family_id, p.persons, p_at, false)
      limit p_most);
    delete from lab.session t using unnest(due) g where g.from_table = 'session' and t.municipality_id = g.municipality_id and t.token_hash = decode(g.key, 'hex');
    delete from lab.draft t using unnest(due) g where g.from_table = 'draft' and t.municipality_id = g.municipality_id and t.note_id = g.key::uuid;
    delete from lab.command t using unnest(due) g where g.from_table = 'command' and t.municipality_id = g.municipality_id
      and t.person_id = split_part(g.key, ' ', 1)::uuid and t.id = split_part(g.key, ' ', 2)::uuid;
    delete from lab.invitation t using unnest(due) g where g.from_table = 'invitation' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.notice t using unnest(due) g where g.from_table = 'notice' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.whereabouts t using unnest(due) g where g.from_table = 'whereabouts' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    update lab.person t set name = 'Gjest', called_name = 'Gjest', initials = 'G' from unnest(due) g
      where g.from_table = 'person' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.question t using unnest(due) g where g.from_table = 'question' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.referral t using unnest(due) g where g.from_table = 'referral' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.check_answer t using unnest(due) g where g.from_table = 'check_answer' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.told_person t using unnest(due) g where g.from_table = 'told_person' and t.municipality_id = g.municipality_id
      and t.person_id = split_part(g.key, ' ', 1)::uuid and t.family_id = split_part(g.key, ' ', 2)::uuid;
    delete from lab.opening_cell t using unnest(due) g where g.from_table = 'opening' and t.municipality_id = g.municipality_id and t.opening_id = g.key::uuid;
    delete from lab.opening t using unnest(due) g where g.from_table = 'opening' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.denial t using unnest(due) g where g.from_table = 'denial' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.review_answer t using unnest(due) g where g.from_table = 'review' and t.municipality_id = g.municipality_id and t.review_id = g.key::uuid;
    delete from lab.review t using unnest(due) g where g.from_table = 'review' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    return query select g.municipality_id, count(*)::integer, array_remove(array_agg(g.key_owner), null) from unnest(due) g group by g.municipality_id;
  end
  $$;

-- What the job calls: now, and no other time.
create function lab.let_go(p_category text, p_most integer) returns table (municipality_id uuid, gone integer, owners uuid[])
  language sql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$ select * from lab.let_go_at(p_category, now(), p_most) $$;
create function lab.retention_state() returns table (municipality_id uuid, category text, due integer, overdue integer, held integer, waiting integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$ select * from lab.retention_state_at(now()) $$;

-- The same for the privacy officer, of their own municipality: what a night has left behind.
create function lab.my_overdue() returns table (category text, overdue integer, held integer, waiting integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.category, s.overdue, s.held, s.waiting from lab.retention_state_at(now()) s
    where s.municipality_id = lab.current_municipality() and lab.holds_role(array['privacy_officer'])
  $$;

-- That a night was done stands in the municipality's own chain: a run that was removed from the table shows.
create function lab.link_retention_run() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform lab.link_event(new.municipality_id, 'retention.ran', null, null, null, new.id,
      jsonb_build_object('how', case when new.failed is null then 'done' else 'failed' end), null, '');
    return null;
  end
  $$;
create trigger link_retention_run after insert on lab.retention_run for each row execute function lab.link_retention_run();

revoke execute on function lab.retention_at(timestamptz), lab.is_held(uuid, uuid, uuid[], timestamptz, boolean), lab.retention_state_at(timestamptz),
  lab.let_go_at(text, timestamptz, integer), lab.let_go(text, integer), lab.retention_state(), lab.my_overdue(), lab.link_retention_run() from public;
grant execute on function lab.let_go(text, integer), lab.retention_state() to lab_system;
grant execute on function lab.my_overdue() to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.retention_run, lab.legal_hold from lab_rule;

-- The rules are no secret to who works or lives here; what a night did, and what it left, the privacy officer reads.
grant select on lab.retention_rule, lab.retention_run, lab.retention_count to lab_app;
create policy see on lab.retention_rule for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy oversee on lab.retention_run for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])));
create policy oversee on lab.retention_count for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])));

grant insert on lab.retention_rule to lab_system;
create policy first_admin on lab.retention_rule for insert to lab_system with check (true);
grant select, insert on lab.retention_run to lab_system;
grant select, insert on lab.retention_count to lab_system;
create policy job_reads on lab.retention_run for select to lab_system using (true);
create policy job_reads on lab.retention_count for select to lab_system using (true);
create policy keep on lab.retention_run for insert to lab_system with check (true);
create policy keep on lab.retention_count for insert to lab_system with check (true);

-- The rules a municipality starts with, for one that is already there; a new one gets the same from db/src/retention-defaults.ts, and a test compares them.
insert into lab.retention_rule (municipality_id, category, valid_from, amount, unit, action, statute, paragraph, source)
  select m.id, r.category, date '2000-01-01', r.amount, r.unit, r.action, s.statute, s.paragraph, s.source
  from lab.municipality m cross join (values
    ('session', 1, 'day', 'delete', 'gdpr'), ('draft', 1, 'day', 'delete', 'gdpr'), ('command', 30, 'day', 'delete', 'gdpr'),
    ('invitation', 30, 'day', 'delete', 'gdpr'), ('notice', 30, 'day', 'delete', 'gdpr'), ('address', 30, 'day', 'delete', 'gdpr'),
    ('guest', 1, 'year', 'anonymise', 'gdpr'), ('question', 1, 'year', 'delete', 'gdpr'), ('declined', 1, 'year', 'delete', 'gdpr'),
    ('named', 2, 'year', 'delete', 'gdpr'), ('opening', 5, 'year', 'delete', 'gdpr'), ('denial', 2, 'year', 'delete', 'gdpr'),
    ('review', 5, 'year', 'delete', 'gdpr'), ('family', 10, 'year', 'archive', 'archive'), ('memory', 10, 'year', 'archive', 'archive'),
    ('person', null, null, 'archive', 'archive'), ('list', null, null, 'archive', 'archive')) as r (category, amount, unit, action, law)
  join (values ('gdpr', 'personvernforordningen', 'artikkel 5 nr. 1 bokstav e', 'https://lovdata.no/dokument/NL/lov/2018-06-15-38/gdpr/ARTIKKEL_5'),
    ('archive', 'arkivlova', '§ 6', 'https://lovdata.no/dokument/NL/lov/1992-12-04-126/§6')) as s (law, statute, paragraph, source) on s.law = r.law;
