-- Who leaves, and who stands in for whom. What a service has promised it goes on owing; what somebody sat at or led is handed over or waits in the core
-- team's queue, and never disappears with the one who left (REQ-65).
create table lab.departure (
  municipality_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  recorded_by uuid not null,
  left_at timestamptz not null default now(),
  leads integer not null,
  seats integer not null,
  handed_on integer not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id)
);
create index on lab.departure (person_id);
comment on table lab.departure is 'Somebody no longer works here: from then on no role, no seat and no session of theirs counts. How many they led and sat with, and how many of those somebody was asked to take on.';

alter table lab.departure enable row level security;
alter table lab.departure force row level security;
create policy owner_all on lab.departure to lab_owner using (true) with check (true);
grant select, insert on lab.departure to lab_rule;
create policy rule_reads on lab.departure for select to lab_rule using (true);
create policy rule_lets_go on lab.departure for insert to lab_rule with check (true);
grant select on lab.departure to lab_app;
create policy see on lab.departure for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['administrator'])));
-- Who has left is not let in by the staff's sign-in.
grant select (municipality_id, person_id, left_at) on lab.departure to lab_system;
create policy job_reads on lab.departure for select to lab_system using (true);

-- Sessions end with their meeting, as before, and with the work of who leaves.
alter policy rule_clears on lab.session using (ended_at is null) with check (ended_at is not null);
alter table lab.seat add column stands_in_for uuid references lab.seat (id);
comment on column lab.seat.stands_in_for is 'A leader for a time: whose seat it takes the place of. When it is approved that one ends, and another of the same person begins the day after.';
grant update (stands_in_for, valid_from, valid_to) on lab.seat to lab_rule;
grant select (promise_id, answer, at) on lab.promise_answer to lab_rule;
create policy rule_reads on lab.promise_answer for select to lab_rule using (true);

grant create on schema lab to lab_rule;
set role lab_rule;

-- What somebody has in their hands, for the administrator who is to let them go: how much of each at which service, and of which family nothing.
create function lab.in_hand(p_person uuid) returns table (what text, party_id uuid, n integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select x.what, x.party_id, count(*)::integer
    from (
      select case s.role when 'leader' then 'leads' else 'seats' end as what, s.party_id
        from lab.seat s join lab.party y on y.municipality_id = s.municipality_id and y.id = s.party_id
        where s.person_id = p_person and s.approved_at is not null and s.ended_at is null and (s.valid_to is null or s.valid_to > now())
          and s.role in ('leader', 'member') and y.kind <> 'private' and s.municipality_id = lab.current_municipality()
      union all
      -- Promises of their service where nobody else of it sits.
      select 'promises', p.party_id
        from lab.active_seat s join lab.promise p on p.family_id = s.family_id and p.party_id = s.party_id
        where s.person_id = p_person and s.municipality_id = lab.current_municipality() and p.awake_at is not null and p.cut_on is null
          and not exists (select 1 from lab.promise_answer a where a.promise_id = p.id and a.answer = 'done')
          and not exists (select 1 from lab.active_seat o where o.family_id = s.family_id and o.party_id = s.party_id and o.person_id <> p_person)
      union all
      select 'asked', d.party_id
        from lab.decision_asked q join lab.decision d on d.id = q.decision_id
        where q.asked_id = p_person and q.answer is null and q.municipality_id = lab.current_municipality()
    ) x
    where lab.holds_role(array['administrator']) and p_person in (select w.person_id from lab.works_here(lab.current_municipality()) w)
    group by x.what, x.party_id
  $$;

-- Somebody leaves. p_takers: for each service who takes on, and as many new seats as there are to take on, each with its key. Those seats are asked
-- for, as any seat: the family says yes to them, and a leader takes the family over, or they are nothing. Answers how many were ended.
create function lab.leave_work(p_id uuid, p_person uuid, p_takers jsonb) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    held lab.seat;
    taker jsonb;
    place jsonb;
    used integer;
    given jsonb := '{}';
    led integer := 0;
    sat integer := 0;
    handed integer := 0;
    gone record;
  begin
    if not lab.holds_role(array['administrator']) or p_person = me
      or p_person not in (select w.person_id from lab.works_here(town) w) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    for held in
        select s.* from lab.seat s join lab.party y on y.municipality_id = s.municipality_id and y.id = s.party_id
        where s.municipality_id = town and s.person_id = p_person and s.ended_at is null and y.kind <> 'private' order by s.family_id, s.id loop
      perform 1 from lab.chain_head where chain_id = held.family_id for update;
      update lab.seat set ended_at = now() where id = held.id and ended_at is null;
      continue when held.approved_at is null or held.valid_to <= now();
      perform lab.link_event(held.family_id, 'seat.ended', null, null, null, held.id, '{"by": "left"}', null, '');
      led := led + (held.role = 'leader')::integer;
      sat := sat + (held.role <> 'leader')::integer;
      select t into taker from jsonb_array_elements(p_takers) t
        where t ->> 'partyId' = held.party_id::text and t ->> 'role' = held.role limit 1;
      continue when taker is null;
      -- Who is there already, or was turned away, is not asked for again.
      continue when exists (select 1 from lab.seat o where o.family_id = held.family_id and o.person_id::text = taker ->> 'personId'
          and (o.ended_at is null or (o.approved_at is null and held.role = 'leader')))
        or exists (select 1 from lab.seat o where o.family_id = held.family_id and o.role = 'leader' and held.role = 'leader' and o.approved_at is null and o.ended_at is null);
      if p_person::text = taker ->> 'personId' or not exists (
          select 1 from lab.role_held r where r.municipality_id = town and r.person_id::text = taker ->> 'personId' and r.party_id = held.party_id
            and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (held.role <> 'leader' or r.role = 'investment_leader')) then
        raise exception 'nobody who works there' using errcode = 'check_violation';
      end if;
      used := coalesce((given ->> (held.party_id || held.role))::integer, 0);
      place := taker -> 'places' -> used;
      if place is null then
        raise exception 'more was taken on meanwhile' using errcode = 'serialization_failure';
      end if;
      given := given || jsonb_build_object(held.party_id || held.role, used + 1);
      insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, valid_from)
        values (town, (place ->> 'seatId')::uuid, held.family_id, (taker ->> 'personId')::uuid, held.party_id, held.role, lab.free_mark(held.family_id), now(), me, now());
      insert into lab.seat_proposal (municipality_id, seat_id, family_id, proposed_by, wrapped)
        values (town, (place ->> 'seatId')::uuid, held.family_id, me, decode(place ->> 'wrapped', 'base64'));
      perform lab.link_event(held.family_id, 'seat.proposed', null, null, null, (place ->> 'seatId')::uuid, jsonb_build_object('role', held.role), null, '');
      handed := handed + 1;
    end loop;
    update lab.role_held set valid_to = now() where municipality_id = town and person_id = p_person and (valid_to is null or valid_to > now());
    insert into lab.departure (municipality_id, id, person_id, recorded_by, leads, seats, handed_on) values (town, p_id, p_person, me, led, sat, handed);
    -- Sessions of every kind: whoever is of a family here too signs in again as that.
    for gone in update lab.session set ended_at = now() where municipality_id = town and person_id = p_person and ended_at is null returning token_hash loop
      perform pg_notify('lab_news', json_build_object('kind', 'session.ended', 'session', encode(gone.token_hash, 'hex'))::text);
    end loop;
    perform lab.link_event(town, 'staff.left', null, null, null, p_person, jsonb_build_object('leads', led, 'seats', sat, 'handed_on', handed), null, '');
    return led + sat;
  end
  $$;

-- What nobody has in hand: families without a leader, and promises of a service that nobody of it sits with any more. For the core team, who finds somebody.
create function lab.left_behind() returns table (family_id uuid, name text, party_id uuid, service text, n integer, since timestamptz, asked text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    with here as materialized (
      select f.municipality_id, f.id, f.name from lab.family f
      where f.municipality_id = lab.current_municipality() and f.phase <> 'exit' and lab.holds_role(array['core_team'])
    )
    select h.id, h.name, null::uuid, null::text, 1, max(coalesce(s.ended_at, s.valid_to)),
      (select p.name from lab.seat o join lab.person p on p.id = o.person_id
        where o.family_id = h.id and o.role = 'leader' and o.approved_at is null and o.ended_at is null limit 1)
    from here h join lab.seat s on s.family_id = h.id and s.role = 'leader' and s.approved_at is not null
    where not exists (select 1 from lab.active_seat a where a.family_id = h.id and a.role = 'leader')
    group by h.id, h.name
    union all
    select h.id, h.name, y.id, y.name, count(*)::integer, max(coalesce(s.ended_at, now())), null
    from here h
    join lab.promise p on p.family_id = h.id and p.doer = 'party' and p.awake_at is not null and p.cut_on is null
    join lab.party y on y.municipality_id = p.municipality_id and y.id = p.party_id and y.kind = 'service'
    left join lateral (select max(e.ended_at) as ended_at from lab.seat e where e.family_id = h.id and e.party_id = y.id) s on true
    where not exists (select 1 from lab.promise_answer a where a.promise_id = p.id and a.answer = 'done')
      and not exists (select 1 from lab.active_seat a where a.family_id = h.id and a.party_id = y.id)
    group by h.id, h.name, y.id, y.name
    order by 6
  $$;

-- The core team asks somebody to stand in for the one who leads, until a day. The family says yes to it and they take it over, as to any leader.
create function lab.propose_substitute(p_family uuid, p_seat uuid, p_person uuid, p_party uuid, p_until date, p_wrapped bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    leads uuid;
  begin
    select a.id into leads from lab.active_seat a where a.family_id = p_family and a.role = 'leader' and a.person_id <> p_person;
    if leads is null or p_until <= lab.today() or p_until > lab.today() + 366 then
      raise exception 'nobody to stand in for then' using errcode = 'check_violation';
    end if;
    perform lab.propose_seat(p_family, p_seat, p_person, p_party, 'leader', p_wrapped, null);
    update lab.seat set stands_in_for = leads, valid_to = lab.start_of(p_until + 1) where id = p_seat;
  end
  $$;

-- As in 0016; and a leader for a time ends, and whose place they took begins again by itself: the family has said yes to both.
create or replace function lab.settle_seat(p_seat uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.seat;
    said lab.seat_proposal;
    before lab.seat;
    back uuid := gen_random_uuid();
  begin
    select * into asked from lab.seat where id = p_seat for update;
    select * into said from lab.seat_proposal where seat_id = p_seat;
    if asked.approved_at is not null or asked.ended_at is not null then
      return;
    end if;
    if said.declined_at is not null or exists (select 1 from lab.seat_answer a where a.seat_id = p_seat and a.answer = 'no') then
      update lab.seat set ended_at = now() where id = p_seat;
      return;
    end if;
    if not lab.family_said_yes(p_seat) or (asked.role in ('leader', 'trusted') and said.accepted_at is null) then
      return;
    end if;
    if asked.role = 'leader' then
      select s.* into before from lab.active_seat a join lab.seat s on s.id = a.id where a.id = asked.stands_in_for;
      update lab.seat set ended_at = now() where family_id = asked.family_id and role = 'leader' and id <> p_seat and ended_at is null;
    end if;
    update lab.seat set approved_at = now(), approved_by = (
        select a.person_id from lab.seat_answer a where a.seat_id = p_seat order by a.answered_at desc, a.id limit 1)
      where id = p_seat returning * into asked;
    -- Whoever left meanwhile does not come back.
    if before.id is not null and asked.valid_to > now() then
      insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, valid_from, valid_to)
        values (before.municipality_id, back, before.family_id, before.person_id, before.party_id, 'leader', before.mark, now(), asked.asked_by, asked.valid_to, before.valid_to);
      update lab.seat set approved_at = now(), approved_by = asked.approved_by, declared_at = before.declared_at where id = back;
    end if;
  end
  $$;

-- As in 0016; and nobody is asked to sit for a service that is closed, or not open yet.
create or replace function lab.seat_candidates(p_family uuid) returns table (person_id uuid, name text, party_id uuid, service text, may_decide bigint)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.name, y.id, y.name,
      (select max(m.amount_ore) from lab.mandate_holders(array[y.id]) h join lab.mandate m on m.id = h.mandate_id where h.person_id = p.id)
    from lab.role_held r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
    where r.municipality_id = lab.current_municipality() and y.kind = 'service'
      and y.opens_on <= lab.today() and (y.closes_on is null or y.closes_on > lab.today())
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
      and exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way = 'leader')
      and not exists (select 1 from lab.seat s where s.family_id = p_family and s.person_id = p.id and s.ended_at is null)
  $$;

revoke execute on function lab.in_hand(uuid), lab.leave_work(uuid, uuid, jsonb), lab.left_behind(), lab.propose_substitute(uuid, uuid, uuid, uuid, date, bytea) from public;
grant execute on function lab.in_hand(uuid), lab.leave_work(uuid, uuid, jsonb), lab.left_behind(), lab.propose_substitute(uuid, uuid, uuid, uuid, date, bytea) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
