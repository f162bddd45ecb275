-- The meeting as it is held: planned, begun, led through its stages, paused, ended. Who comes to the table, who waits outside, what the family opens.
-- The rule itself (0006) stands as it was: it reads admissions and open areas. Here stands who may make them.

alter table lab.meeting
  add column planned_at timestamptz,
  add column planned_by uuid,
  add column sealed bytea,
  add column stage text not null default 'welcome' check (stage in ('welcome', 'strengths', 'today', 'ahead', 'decide', 'sign', 'how_was_it')),
  add foreign key (municipality_id, planned_by) references lab.person (municipality_id, id);
comment on column lab.meeting.sealed is 'Where (a place, a link) and what about, sealed under the family''s key.';

alter table lab.admission
  alter column admitted_at drop not null,
  alter column admitted_by drop not null,
  add column kind text not null default 'guest' check (kind in ('member', 'seat', 'guest', 'screen')),
  add column role text check (role in ('friend', 'interpreter', 'service', 'volunteer')),
  add column asked_at timestamptz not null default now(),
  add column let_in_at timestamptz,
  add column let_in_by uuid,
  add column turned_away_at timestamptz,
  add column left_by uuid,
  add check ((admitted_at is null) = (admitted_by is null)),
  add check (left_at is null or left_by is not null or kind = 'guest');
comment on table lab.admission is 'Who is, was or waits to be at one meeting. Without admitted_at they wait, and see nothing. Nobody without a declaration of confidentiality is present.';
comment on column lab.admission.let_in_at is 'The leader has let the newcomer into the room: what is open is covered until the family has answered.';
comment on column lab.admission.kind is 'A screen is the large screen of the room: a session with nobody behind it, which sees what is open and writes nothing.';

alter table lab.open_area
  add column closed_by uuid,
  add column reopens boolean not null default false,
  add check (not reopens or closed_at is not null);
comment on column lab.open_area.reopens is 'Covered, not closed: by a pause, or while a newcomer waits for the family''s yes. The family''s next yes opens it again, in a row of its own.';

create table lab.pause (
  municipality_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  began_by uuid,
  began_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, meeting_id) references lab.meeting (municipality_id, id),
  foreign key (municipality_id, asked_by) references lab.person (municipality_id, id),
  check ((began_at is null) = (began_by is null))
);
create unique index on lab.pause (meeting_id) where ended_at is null;
comment on table lab.pause is 'A pause that somebody at the table asked for; begun by the family or the leader, ended by the family alone.';

-- A session that knows one meeting and nothing else: a guest''s, or the large screen''s. It ends with the meeting.
alter table lab.session
  add column meeting_id uuid,
  drop constraint session_issuer_check,
  add constraint session_issuer_check check (issuer in ('citizen', 'staff', 'guest', 'screen')),
  add check ((issuer in ('guest', 'screen')) = (meeting_id is not null)),
  add foreign key (municipality_id, meeting_id) references lab.meeting (municipality_id, id);
create index on lab.session (meeting_id) where meeting_id is not null;

alter table lab.pause enable row level security;
alter table lab.pause force row level security;
create policy owner_all on lab.pause to lab_owner using (true) with check (true);

-- What lab_rule needs to answer for a table, and to clear it when the meeting is over.
grant select on lab.pause to lab_rule;
create policy rule_reads on lab.pause for select to lab_rule using (true);
grant insert (municipality_id, meeting_id, person_id, mark, kind, role, declared_at, admitted_at, admitted_by) on lab.admission to lab_rule;
create policy rule_seats on lab.admission for insert to lab_rule with check (kind in ('guest', 'screen'));
grant update (left_at, left_by) on lab.admission to lab_rule;
create policy rule_clears on lab.admission for update to lab_rule using (left_at is null) with check (left_at is not null);
grant update (closed_at, closed_by, reopens) on lab.open_area to lab_rule;
create policy rule_clears on lab.open_area for update to lab_rule using (closed_at is null or reopens) with check (closed_at is not null and not reopens);
grant update (ended_at, ended_by) on lab.pause to lab_rule;
create policy rule_clears on lab.pause for update to lab_rule using (ended_at is null) with check (ended_at is not null);
grant update (ended_at) on lab.session to lab_rule;
create policy rule_clears on lab.session for update to lab_rule using (meeting_id is not null and ended_at is null) with check (ended_at is not null);

grant create on schema lab to lab_rule;
grant trigger on lab.meeting to lab_rule;
set role lab_rule;

-- Meetings that are not over, of families where the signed-in person belongs or holds an active seat, and what they are there.
--   leads    holds the leader's seat, and the family's consent to it
--   grown    a grown present member who takes part: who opens, closes and says yes
--   covered  a pause, or a newcomer the family has not answered: nothing is opened meanwhile
create function lab.my_tables()
  returns table (meeting_id uuid, family_id uuid, begun boolean, leads boolean, grown boolean, belongs boolean, sits boolean, covered boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
  begin
    return query
      select m.id, m.family_id, coalesce(m.started_at <= now(), false),
        exists (select 1 from lab.families_of(array[me], m.family_id) f where f.way = 'leader'),
        exists (select 1 from lab.present_member p where p.family_id = m.family_id and p.person_id = me and p.age >= 18 and p.takes_part),
        exists (select 1 from lab.present_member p where p.family_id = m.family_id and p.person_id = me),
        exists (select 1 from lab.active_seat s where s.family_id = m.family_id and s.person_id = me),
        exists (select 1 from lab.pause p where p.meeting_id = m.id and p.began_at is not null and p.ended_at is null)
          or exists (select 1 from lab.admission a where a.meeting_id = m.id and a.let_in_at is not null and a.admitted_at is null
            and a.turned_away_at is null and a.left_at is null)
      from lab.meeting m
      where m.ended_at is null and m.family_id in (
        select p.family_id from lab.present_member p where p.person_id = me
        union select s.family_id from lab.active_seat s where s.person_id = me);
  end
  $$;

-- Takes the family's lock for who has a place at its table, also where no consent lets them know the family otherwise. Answers the family.
create function lab.lock_table(p_meeting uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    home uuid;
  begin
    select t.family_id into home from lab.my_tables() t where t.meeting_id = p_meeting;
    perform 1 from lab.chain_head where chain_id = home for update;
    return home;
  end
  $$;

-- The table as somebody meets it who has only this session: a guest who waits, is in, or was turned away; or the large screen.
create function lab.my_table() returns table (meeting_id uuid, family_id uuid, kind text, state text, declared_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select m.id, m.family_id, a.kind,
      case when a.turned_away_at is not null then 'turned_away' when a.left_at is not null then 'left'
        when a.admitted_at is not null then 'in' when a.let_in_at is not null then 'let_in' else 'waiting' end, a.declared_at
    from lab.session s
    join lab.meeting m on m.municipality_id = s.municipality_id and m.id = s.meeting_id
    join lab.admission a on a.municipality_id = m.municipality_id and a.meeting_id = m.id and a.person_id = s.person_id
    where s.token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8')) and s.ended_at is null and s.expires_at > now()
  $$;

create function lab.is_screen() returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.session s
      where s.token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8')) and s.issuer = 'screen')
  $$;

-- Somebody comes to the door of a meeting with the code of its screen: a person without identity, who waits and sees nothing. Answers the
-- municipality; null: no such meeting is in progress, or too many wait.
create function lab.arrive_at_table(p_meeting uuid, p_person uuid, p_name text, p_called_name text, p_initials text, p_role text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.meeting;
    known bigint;
  begin
    select m.* into asked from lab.meeting m where m.id = p_meeting and m.started_at <= now() and m.ended_at is null;
    if asked is null then return null; end if;
    perform 1 from lab.chain_head where chain_id = asked.family_id for update;
    if (select count(*) from lab.admission a where a.meeting_id = p_meeting and a.admitted_at is null and a.turned_away_at is null and a.left_at is null) >= 12 then
      return null;
    end if;
    select count(*) into known from lab.admission a where a.meeting_id = p_meeting and a.kind = 'guest';
    insert into lab.person (municipality_id, id, name, called_name, initials) values (asked.municipality_id, p_person, p_name, p_called_name, p_initials);
    insert into lab.admission (municipality_id, meeting_id, person_id, mark, kind, role, declared_at)
      values (asked.municipality_id, p_meeting, p_person, 8 - known % 8, 'guest', p_role, now());
    perform lab.link_event(asked.family_id, 'meeting.asked_in', null, null, null, p_meeting, jsonb_build_object('person', p_person, 'role', p_role), null, '');
    return asked.municipality_id;
  end
  $$;

-- The large screen of a meeting in progress, put up by the leader or a grown member: nobody, admitted to what is open.
create function lab.open_screen(p_meeting uuid, p_person uuid, p_by uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.meeting;
  begin
    select m.* into asked from lab.meeting m where m.id = p_meeting and m.started_at <= now() and m.ended_at is null;
    if asked is null then return null; end if;
    if not exists (select 1 from lab.families_of(array[p_by], asked.family_id) f where f.way = 'leader')
      and not exists (select 1 from lab.present_member p where p.family_id = asked.family_id and p.person_id = p_by and p.age >= 18 and p.takes_part) then
      return null;
    end if;
    perform 1 from lab.chain_head where chain_id = asked.family_id for update;
    insert into lab.person (municipality_id, id, name, called_name, initials) values (asked.municipality_id, p_person, 'Storskjerm', 'Storskjerm', 'S');
    insert into lab.admission (municipality_id, meeting_id, person_id, mark, kind, declared_at, admitted_at, admitted_by)
      values (asked.municipality_id, p_meeting, p_person, 1, 'screen', now(), now(), p_by);
    perform lab.link_event(asked.family_id, 'meeting.screen_opened', null, null, null, p_meeting, jsonb_build_object('by', p_by), null, '');
    return asked.municipality_id;
  end
  $$;

-- When a meeting ends, nothing of it stays open: areas, admissions, pauses, and the sessions that knew only this meeting.
create function lab.clear_table() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    gone record;
  begin
    update lab.open_area set closed_at = coalesce(closed_at, now()), closed_by = coalesce(closed_by, lab.current_person()), reopens = false
      where meeting_id = new.id and (closed_at is null or reopens);
    update lab.admission set left_at = now(), left_by = lab.current_person() where meeting_id = new.id and left_at is null;
    update lab.pause set ended_at = now(), ended_by = lab.current_person() where meeting_id = new.id and ended_at is null;
    for gone in update lab.session set ended_at = now() where meeting_id = new.id and ended_at is null returning token_hash loop
      perform pg_notify('lab_news', json_build_object('kind', 'session.ended', 'session', encode(gone.token_hash, 'hex'))::text);
    end loop;
    return null;
  end
  $$;
create trigger clear_table after update on lab.meeting for each row when (old.ended_at is null and new.ended_at is not null) execute function lab.clear_table();

-- Themself and those of the families they may open. Who is here by a table in progress alone knows those at this table, not the guests of earlier
-- ones; a screen is nobody to know. And, as in 0011, who holds a mandate of a party at the table, and to who is asked, those a decision put before
-- them is about.
create or replace function lab.my_people() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with open as materialized (select distinct family_id from lab.my_families() where way <> 'core_team'),
      standing as materialized (select distinct family_id from lab.my_families() where way not in ('core_team', 'table')),
      seats_known as materialized (select distinct family_id from lab.my_families())
      select lab.current_person()
      union select m.person_id from lab.member m where m.family_id in (select family_id from open)
      union select s.person_id from lab.seat s where s.approved_at is not null and s.family_id in (select family_id from seats_known)
      union select a.person_id from lab.admission a join lab.meeting m on m.id = a.meeting_id
        where a.kind <> 'screen' and (m.family_id in (select family_id from standing)
          or a.admitted_at is not null and a.meeting_id in (select t.meeting_id from lab.admitted_now t where t.person_id = lab.current_person()))
      union select h.person_id
        from lab.mandate_holders(array(select s.party_id from lab.active_seat s where s.family_id in (select family_id from open))) h
      union select p.person_id
        from lab.my_asked() k join lab.decision d on d.id = k.decision_id join lab.about b on b.id = d.about_id cross join unnest(b.persons) as p (person_id);
  end
  $$;

-- As in 0007, but: whoever waited here while an area was closed, or somebody left the table, begins anew as after a consent that ended.
create or replace function lab.lock_family(p_family uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform 1 from lab.chain_head where chain_id = p_family for update;
    if exists (select 1 from lab.consent c where c.family_id = p_family and c.ended_at > now() and c.ended_at <= clock_timestamp())
      or exists (select 1 from lab.meeting m join lab.open_area o on o.meeting_id = m.id
        where m.family_id = p_family and o.closed_at > now() and o.closed_at <= clock_timestamp())
      or exists (select 1 from lab.meeting m join lab.admission a on a.meeting_id = m.id
        where m.family_id = p_family and a.left_at > now() and a.left_at <= clock_timestamp()) then
      raise exception 'begun before a consent ended' using errcode = 'serialization_failure';
    end if;
    return exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way not in ('act', 'core_team'));
  end
  $$;

revoke execute on function lab.my_tables(), lab.lock_table(uuid), lab.my_table(), lab.is_screen(), lab.clear_table(),
  lab.arrive_at_table(uuid, uuid, text, text, text, text), lab.open_screen(uuid, uuid, uuid) from public;
grant execute on function lab.my_tables(), lab.lock_table(uuid), lab.my_table(), lab.is_screen() to lab_app;
grant execute on function lab.arrive_at_table(uuid, uuid, text, text, text, text), lab.open_screen(uuid, uuid, uuid) to lab_system;

reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.meeting from lab_rule;

-- lab_system opens a session for who has arrived (the named job).
grant select (meeting_id) on lab.session to lab_system;

-- The meeting: the leader plans and leads it.
grant insert (municipality_id, id, family_id, planned_at, planned_by, sealed) on lab.meeting to lab_app;
grant update (planned_at, sealed, stage, started_at, ended_at) on lab.meeting to lab_app;
create policy plan on lab.meeting for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and planned_by = (select lab.current_person())
  and family_id in (select f.family_id from lab.my_families() f where f.way = 'leader'));
create policy lead on lab.meeting for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and id in (select t.meeting_id from lab.my_tables() t where t.leads))
  with check (municipality_id = (select lab.current_municipality()) and (started_at is null or started_at <= now()) and (ended_at is null or ended_at <= now())
    and family_id in (select f.family_id from lab.my_families() f where f.way = 'leader'));

-- Who comes: members and those with a seat by themselves; everybody else is let in.
grant insert (municipality_id, meeting_id, person_id, mark, kind, declared_at, admitted_at, admitted_by) on lab.admission to lab_app;
grant update (let_in_at, let_in_by, admitted_at, admitted_by, turned_away_at, left_at, left_by) on lab.admission to lab_app;
-- How one stands oneself, also to a table one was asked to step out from.
drop policy see on lab.admission;
create policy see on lab.admission for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (meeting_id in (select m.id from lab.meeting m) or person_id = (select lab.current_person())));
create policy come on lab.admission for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person()) and admitted_by = (select lab.current_person()) and admitted_at is not null
  and (kind = 'seat' and meeting_id in (select t.meeting_id from lab.my_tables() t where t.begun and t.sits)
    or kind = 'member' and meeting_id in (select t.meeting_id from lab.my_tables() t where t.begun and t.belongs)));
create policy answer on lab.admission for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and kind <> 'screen' and (person_id = (select lab.current_person())
    or meeting_id in (select t.meeting_id from lab.my_tables() t where t.begun and (t.leads or t.grown))))
  with check (municipality_id = (select lab.current_municipality()));

-- A policy sees the row before or the row after; this needs both. The leader lets into the room, the family alone to what is open. Whoever
-- stepped out because the family asked comes back when the family says so.
create function lab.guard_admission() returns trigger
  language plpgsql set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    grown boolean := exists (select 1 from lab.my_tables() t where t.meeting_id = new.meeting_id and t.grown);
  begin
    if session_user <> 'lab_app' or current_user <> 'lab_app' then return new; end if;
    if new.admitted_at is distinct from old.admitted_at and not (old.admitted_at is null and grown and new.admitted_by = me and old.turned_away_at is null) then
      raise exception 'the family says yes to who comes to its table' using errcode = 'insufficient_privilege';
    end if;
    if old.turned_away_at is not null and new.turned_away_at is distinct from old.turned_away_at then
      raise exception 'a no stands' using errcode = 'insufficient_privilege';
    end if;
    if new.left_at is null and old.left_at is not null and not (grown or (old.left_by = me and old.person_id = me)) then
      raise exception 'the family asks back whom it asked to step out' using errcode = 'insufficient_privilege';
    end if;
    if new.left_at is not null and old.left_at is null and new.left_by is distinct from me then
      raise exception 'as oneself' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end
  $$;
revoke execute on function lab.guard_admission() from public;
grant execute on function lab.guard_admission() to lab_app, lab_system, lab_rule;
create trigger guard_admission before update on lab.admission for each row execute function lab.guard_admission();

-- What is open: a grown member who takes part opens; closing is theirs and the leader's, for it only narrows.
grant insert (municipality_id, id, meeting_id, area, opened_by, opened_at) on lab.open_area to lab_app;
grant update (closed_at, closed_by, reopens) on lab.open_area to lab_app;
create policy open on lab.open_area for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and opened_by = (select lab.current_person()) and closed_at is null
  and meeting_id in (select t.meeting_id from lab.my_tables() t where t.begun and t.grown and not t.covered));
create policy close on lab.open_area for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and (closed_at is null or reopens)
    and meeting_id in (select t.meeting_id from lab.my_tables() t where t.leads or t.grown))
  with check (municipality_id = (select lab.current_municipality()) and closed_at is not null and closed_at <= now());

-- A pause: whoever is at the table asks, the family or the leader begins it, the family ends it.
grant select, insert on lab.pause to lab_app;
grant update (began_by, began_at, ended_by, ended_at) on lab.pause to lab_app;
create policy see on lab.pause for select to lab_app using (municipality_id = (select lab.current_municipality())
  and meeting_id in (select m.id from lab.meeting m));
create policy ask on lab.pause for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and asked_by = (select lab.current_person()) and ended_at is null
  and meeting_id in (select m.id from lab.meeting m where m.started_at <= now() and m.ended_at is null)
  and (began_at is null or began_by = (select lab.current_person())
    and meeting_id in (select t.meeting_id from lab.my_tables() t where t.leads or t.grown)));
create policy begin_or_end on lab.pause for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and ended_at is null
    and meeting_id in (select t.meeting_id from lab.my_tables() t where t.leads or t.grown))
  with check (municipality_id = (select lab.current_municipality())
    and (ended_at is null or began_at is null or meeting_id in (select t.meeting_id from lab.my_tables() t where t.grown)));

-- The large screen shows, and does nothing.
create policy screen_writes_nothing on lab.note as restrictive for insert to lab_app with check (not (select lab.is_screen()));
create policy screen_changes_nothing on lab.note as restrictive for update to lab_app using (not (select lab.is_screen()));
create policy screen_writes_nothing on lab.draft as restrictive for insert to lab_app with check (not (select lab.is_screen()));
create policy screen_asks_nothing on lab.pause as restrictive for insert to lab_app with check (not (select lab.is_screen()));
