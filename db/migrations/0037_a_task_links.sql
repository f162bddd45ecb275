-- A link to one promise (scenarios 36, 37): whoever has promised something and does not sit at the table, a football coach or an employer, opens what
-- they promised and says whether it is done. Nothing else of the family: the link gives no sight (docs/decisions/0037-links-and-the-door.md).

create table lab.link_rule (
  municipality_id uuid not null references lab.municipality (id),
  valid_from date not null,
  days_after_due integer not null check (days_after_due between 0 and 366),
  days_at_most integer not null check (days_at_most between 1 and 1827),
  source text not null,
  primary key (municipality_id, valid_from)
);
comment on table lab.link_rule is 'How long a link to a promise lasts: so many days after its day, and so many from when it was given at most. In versions, with source.';
create view lab.link_rule_now with (security_invoker = true) as
  select distinct on (r.municipality_id) r.* from lab.link_rule r where r.valid_from <= lab.today() order by r.municipality_id, r.valid_from desc;
insert into lab.link_rule (municipality_id, valid_from, days_after_due, days_at_most, source)
  select id, '2026-01-01', 14, 366, 'Velferdslabens forslag, til kommunen har bestemt' from lab.municipality;

create table lab.task_link (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  promise_id uuid not null,
  name text not null check (length(name) between 2 and 80),
  code_hash bytea not null unique,
  sealed bytea not null,
  declaration_required boolean not null default true,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  ends_at timestamptz not null,
  person_id uuid unique,
  opened_at timestamptz,
  declared_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, promise_id) references lab.promise (municipality_id, id),
  foreign key (municipality_id, given_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  check ((person_id is null) = (opened_at is null)),
  check (declared_at is null or opened_at is not null),
  check ((ended_by is null) = (ended_at is null))
);
create index on lab.task_link (promise_id);
create index on lab.task_link (family_id);
comment on table lab.task_link is 'A link that opens one promise to who promised it and does not sit at the table. Used once to bind one device, until its end or until somebody stops it.';
comment on column lab.task_link.sealed is 'What the helper reads: written for them, sealed under the family''s key. Never the words of the promise themselves.';
comment on column lab.task_link.person_id is 'Who opened it: somebody without identity, of no family and no party.';

-- A session that knows one link and nothing else; it ends with the link.
alter table lab.session
  add column link_id uuid,
  drop constraint session_issuer_check,
  add constraint session_issuer_check check (issuer in ('citizen', 'staff', 'guest', 'screen', 'helper')),
  add check ((issuer = 'helper') = (link_id is not null)),
  add foreign key (municipality_id, link_id) references lab.task_link (municipality_id, id);
create index on lab.session (link_id) where link_id is not null;

alter table lab.link_rule enable row level security;
alter table lab.link_rule force row level security;
create policy owner_all on lab.link_rule to lab_owner using (true) with check (true);
alter table lab.task_link enable row level security;
alter table lab.task_link force row level security;
create policy owner_all on lab.task_link to lab_owner using (true) with check (true);

grant select on lab.link_rule, lab.link_rule_now to lab_app, lab_rule;
create policy see on lab.link_rule for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy rule_reads on lab.link_rule for select to lab_rule using (true);
grant insert on lab.link_rule to lab_system;
create policy first_admin on lab.link_rule for insert to lab_system with check (true);

-- lab_rule reads structure, never words.
grant select (municipality_id, id, family_id, promise_id, name, code_hash, declaration_required, given_at, ends_at, person_id, opened_at, declared_at, ended_at)
  on lab.task_link to lab_rule;
create policy rule_reads on lab.task_link for select to lab_rule using (true);
grant update (person_id, opened_at, declared_at) on lab.task_link to lab_rule;
create policy rule_opens on lab.task_link for update to lab_rule using (ended_at is null) with check (ended_at is null);
grant select on lab.family_key to lab_rule;
create policy rule_reads on lab.family_key for select to lab_rule using (true);
grant insert (municipality_id, id, family_id, promise_id, answer, reason, new_due, sealed, answered_by) on lab.promise_answer to lab_rule;
create policy rule_answers on lab.promise_answer for insert to lab_rule with check (true);
grant select (link_id) on lab.session to lab_system;

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0024, and a helper too.
create or replace function lab.comes_by_code() returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.session s
      where s.token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8')) and s.issuer in ('guest', 'screen', 'helper'))
  $$;

-- How long it lasts is the rule's, not the giver's; and whether confidentiality is declared first is the party's (REQ-13). Who promised and belongs to no
-- party here declares always.
create function lab.guard_task_link() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    rule lab.link_rule_now;
    asked record;
  begin
    -- What is laid by the owner is laid as it was.
    if session_user <> 'lab_app' then return new; end if;
    select r.* into rule from lab.link_rule_now r where r.municipality_id = new.municipality_id;
    select p.doer, p.due, p.party_id into asked from lab.promise p
      where p.id = new.promise_id and p.family_id = new.family_id and p.municipality_id = new.municipality_id and p.awake_at is not null and p.cut_on is null;
    if rule.municipality_id is null or asked.doer is null
      or not (asked.doer = 'named' or exists (select 1 from lab.party y where y.id = asked.party_id and y.kind = 'private')) then
      raise exception 'no link is given to this' using errcode = 'insufficient_privilege';
    end if;
    new.given_at := now();
    new.ends_at := least(now() + make_interval(days => rule.days_at_most),
      (greatest(asked.due, lab.today()) + rule.days_after_due + 1)::timestamp at time zone 'Europe/Oslo');
    new.declaration_required := coalesce((select y.declaration_required from lab.party y where y.id = asked.party_id), true);
    new.person_id := null; new.opened_at := null; new.declared_at := null; new.ended_at := null; new.ended_by := null;
    return new;
  end
  $$;

-- Stopped is stopped at once: the session goes with it, on every process.
create function lab.end_task_sessions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    gone record;
  begin
    for gone in update lab.session set ended_at = now() where link_id = new.id and ended_at is null returning token_hash loop
      perform pg_notify('lab_news', json_build_object('kind', 'session.ended', 'session', encode(gone.token_hash, 'hex'))::text);
    end loop;
    return null;
  end
  $$;

-- Somebody opens a link on their device: once. Answers whose it is and how long; no row: it opens nothing, whatever the reason.
create function lab.open_task_link(p_hash bytea, p_person uuid) returns table (municipality_id uuid, link_id uuid, ends_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    home uuid;
    asked record;
  begin
    select l.family_id into home from lab.task_link l where l.code_hash = p_hash;
    perform 1 from lab.chain_head h where h.chain_id = home for update;
    -- After the lock: who came at the same moment, or stopped it, has been.
    select l.municipality_id, l.id, l.family_id, l.name, l.ends_at, p.about_id, p.area, p.privacy into asked
      from lab.task_link l join lab.promise p on p.id = l.promise_id
      where l.code_hash = p_hash and l.opened_at is null and l.ended_at is null and l.ends_at > clock_timestamp() and p.cut_on is null for update of l;
    if asked.id is null then return; end if;
    insert into lab.person (municipality_id, id, name, called_name, initials)
      values (asked.municipality_id, p_person, asked.name, split_part(asked.name, ' ', 1), upper(left(asked.name, 1)));
    update lab.task_link l set person_id = p_person, opened_at = now() where l.id = asked.id;
    perform lab.link_event(asked.family_id, 'link.opened', asked.about_id, asked.area, asked.privacy, asked.id, '{}', null, '');
    return query select asked.municipality_id, asked.id, asked.ends_at;
  end
  $$;

-- The one promise of a session that knows only this one: nothing of it before confidentiality is declared, and first names only.
create function lab.my_task() returns table (link_id uuid, municipality_id uuid, family_id uuid, promise_id uuid, name text, ends_at timestamptz, declared boolean,
    due date, names text[], answer text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select l.id, l.municipality_id, case when d.is then l.family_id end, case when d.is then l.promise_id end, l.name, l.ends_at, d.is, case when d.is then p.due end,
      case when d.is then array(select n.called_name from lab.about b cross join lateral unnest(b.persons) with ordinality as x (id, at)
        join lab.person n on n.id = x.id where b.id = p.about_id order by x.at) end,
      case when d.is then (select q.answer from lab.promise_answer q where q.promise_id = p.id order by q.at desc limit 1) end
    from lab.session s
    join lab.task_link l on l.municipality_id = s.municipality_id and l.id = s.link_id and l.person_id = s.person_id
    join lab.promise p on p.municipality_id = l.municipality_id and p.id = l.promise_id
    cross join lateral (select l.declared_at is not null or not l.declaration_required as is) d
    where s.token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8')) and s.ended_at is null and s.expires_at > now()
      and l.ended_at is null and l.ends_at > now() and p.awake_at is not null and p.cut_on is null
      and l.family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, l.family_id)
  $$;

-- The wrapped key of that family, for the words of that link and that answer.
create function lab.my_task_key() returns table (municipality_id uuid, family_id uuid, wrapped bytea)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select k.municipality_id, k.family_id, k.wrapped from lab.my_task() t join lab.family_key k on k.municipality_id = t.municipality_id and k.family_id = t.family_id
  $$;

-- The family's lock for who has the link. False: it opens nothing (any more).
create function lab.lock_task() returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    mine uuid := (select t.link_id from lab.my_task() t);
  begin
    perform 1 from lab.chain_head h join lab.task_link l on l.family_id = h.chain_id where l.id = mine for update of h;
    return exists (select 1 from lab.task_link l where l.id = mine and l.ended_at is null);
  end
  $$;

-- The helper declares confidentiality for themself, once.
create function lab.declare_task(p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    place record;
  begin
    select l.id, l.family_id, l.declared_at, p.about_id, p.area, p.privacy into place
      from lab.my_task() t join lab.task_link l on l.id = t.link_id join lab.promise p on p.id = l.promise_id;
    if place.id is null then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    if place.declared_at is not null then return 0; end if;
    update lab.task_link l set declared_at = now() where l.id = place.id;
    return lab.link_event(place.family_id, 'link.declared', place.about_id, place.area, place.privacy, place.id, '{}', p_command, p_origin);
  end
  $$;

-- What the helper says stands with the promise, as theirs.
create function lab.answer_task(p_id uuid, p_answer text, p_reason text, p_new_due date, p_sealed bytea, p_data jsonb, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    place record;
  begin
    select p.municipality_id, p.id, p.family_id, p.about_id, p.area, p.privacy into place
      from lab.my_task() t join lab.promise p on p.id = t.promise_id where t.declared;
    if place.id is null then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    insert into lab.promise_answer (municipality_id, id, family_id, promise_id, answer, reason, new_due, sealed, answered_by)
      values (place.municipality_id, p_id, place.family_id, place.id, p_answer, p_reason, p_new_due, p_sealed, lab.current_person());
    return lab.link_event(place.family_id, 'promise.answered', place.about_id, place.area, place.privacy, place.id, p_data, p_command, p_origin);
  end
  $$;

-- Families in which the signed-in person may give and stop a link: who leads them, and who is old enough of them to speak for themself.
create function lab.my_links() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select f.family_id from lab.my_families() f where f.way = 'leader'
    union select v.family_id from lab.my_voice() v
  $$;

reset role;
create trigger guard_task_link before insert on lab.task_link for each row execute function lab.guard_task_link();
create trigger end_task_sessions after update on lab.task_link for each row when (old.ended_at is null and new.ended_at is not null)
  execute function lab.end_task_sessions();

set role lab_rule;
revoke execute on function lab.guard_task_link(), lab.end_task_sessions(), lab.open_task_link(bytea, uuid), lab.my_task(), lab.my_task_key(), lab.lock_task(),
  lab.declare_task(uuid, text), lab.answer_task(uuid, text, text, date, bytea, jsonb, uuid, text), lab.my_links() from public;
grant execute on function lab.my_task(), lab.my_task_key(), lab.lock_task(), lab.declare_task(uuid, text),
  lab.answer_task(uuid, text, text, date, bytea, jsonb, uuid, text), lab.my_links() to lab_app;
grant execute on function lab.open_task_link(bytea, uuid) to lab_system;
reset role;
revoke create on schema lab from lab_rule;

-- A link is seen by the family and its leader, where they see the promise; its words also by who has it open. The hash of its code by nobody.
grant select (municipality_id, id, family_id, promise_id, name, sealed, declaration_required, given_by, given_at, ends_at, person_id, opened_at, declared_at,
  ended_by, ended_at) on lab.task_link to lab_app;
grant insert (municipality_id, id, family_id, promise_id, name, code_hash, sealed, given_by) on lab.task_link to lab_app;
grant update (ended_by, ended_at) on lab.task_link to lab_app;
create policy see on lab.task_link for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (id in (select t.link_id from lab.my_task() t where t.declared)
    or (family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian', 'leader'))
      and promise_id in (select p.id from lab.promise p))));
create policy give on lab.task_link for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and given_by = (select lab.current_person()) and family_id in (select lab.my_links())
  and exists (select 1 from lab.promise p where p.id = promise_id and p.family_id = task_link.family_id));
create policy stop on lab.task_link for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and ended_at is null and family_id in (select lab.my_links())
    and promise_id in (select p.id from lab.promise p))
  with check (municipality_id = (select lab.current_municipality()) and ended_by = (select lab.current_person()) and ended_at <= now());
