-- Whose yes (docs/decisions/0011): when a decision is effective, worked out from the rows each time. Who may see and write them: the next file.
grant create on schema lab to lab_rule;
set role lab_rule;

-- Who holds a mandate today: the person named, or whoever has the role, as long as they work for its party or hold its seat.
create function lab.mandate_holders(p_parties uuid[]) returns table (mandate_id uuid, party_id uuid, person_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select distinct m.id, m.party_id, w.person_id
      from lab.mandate m join (
        select r.municipality_id, r.party_id, r.person_id, r.role from lab.role_held r
        where r.party_id = any (p_parties) and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
        union all
        select s.municipality_id, s.party_id, s.person_id, null from lab.active_seat s where s.party_id = any (p_parties)
      ) w on w.municipality_id = m.municipality_id and w.party_id = m.party_id and (w.person_id = m.person_id or w.role = m.role)
      where m.party_id = any (p_parties) and m.valid_from <= lab.today() and m.valid_to >= lab.today();
  end
  $$;

-- Who must say yes for each person a decision is about, as for consent (lab.effective_consents): from the age in consent_age the person
-- alone, or a guardian within the mandate; before it every holder. A person for whom nobody can decide stands with no decider.
create function lab.deciders_of(p_decision uuid) returns table (person_id uuid, alone boolean, decider_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with people as (
        select p.person_id, d.area, coalesce(lab.age(b.born) >= r.from_age, false) as alone, r.from_age is not null as ruled
        from lab.decision d
        join lab.about a on a.municipality_id = d.municipality_id and a.id = d.about_id
        cross join lateral unnest(a.persons) as p (person_id)
        left join lab.birth b on b.municipality_id = d.municipality_id and b.person_id = p.person_id
        left join lab.consent_age_now r on r.municipality_id = d.municipality_id and r.area = d.area
        where d.id = p_decision
      )
      select p.person_id, p.alone, h.decider
      from people p left join lateral (
        select p.person_id as decider where p.alone
        union
        select f.holder_id from lab.answers_for f
        where f.person_id = p.person_id and p.ruled and (f.areas is null or p.area = any (f.areas)) and (f.kind = 'guardian' or not p.alone)
      ) h on true;
  end
  $$;

-- What a version still lacks, for each person it is about; no row: nothing. The last answer of each decider counts. A yes somebody else wrote
-- down counts once a third has confirmed it; a no and time to think count at once.
create function lab.missing_of(p_decision uuid, p_version integer) returns table (person_id uuid, lacks text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with deciders as materialized (select d.person_id, d.alone, d.decider_id from lab.deciders_of(p_decision) d),
      last as (
        select distinct on (a.person_id, a.giver_id) a.person_id, a.giver_id, a.answer,
          a.how = 'own_screen' or exists (
            select 1 from lab.answer_witness w where w.answer_id = a.id and w.witness_id not in (a.recorded_by, a.giver_id)) as counts
        from lab.decision_answer a where a.decision_id = p_decision and a.version = p_version
        order by a.person_id, a.giver_id, a.given_at desc
      ), said as (
        select d.person_id, d.alone,
          count(d.decider_id) as deciders,
          count(*) filter (where l.answer = 'yes' and l.counts) as yes,
          count(*) filter (where l.answer = 'yes' and not l.counts) as unconfirmed,
          count(*) filter (where l.answer = 'no') as no,
          count(*) filter (where l.answer = 'think') as think
        from deciders d left join last l on l.person_id = d.person_id and l.giver_id = d.decider_id
        group by d.person_id, d.alone
      )
      select s.person_id, case when s.no > 0 then 'no' when s.think > 0 then 'think' when s.unconfirmed > 0 then 'witness' else 'yes' end
      from said s
      where s.no > 0 or s.think > 0 or s.deciders = 0 or s.yes < case when s.alone then 1 else s.deciders end
      union all
      select distinct d.person_id, 'child_view' from deciders d
      where not d.alone and not exists (
        select 1 from lab.child_view v where v.decision_id = p_decision and v.version = p_version and v.child_id = d.person_id);
  end
  $$;

-- Money left for a decision: under each mandate somebody holds at its party, and within each frame that covers today.
-- A mandate does not serve in the holder's own family (REQ-21).
create function lab.room_of(p_decision uuid) returns table (what text, id uuid, person_id uuid, fits boolean, left_ore bigint)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    d lab.decision;
    latest_kind text;
  begin
    select * into d from lab.decision x where x.id = p_decision;
    select v.kind into latest_kind from lab.decision_version v where v.decision_id = p_decision order by v.version desc limit 1;
    return query
      select 'mandate', m.id, h.person_id,
        latest_kind = any (m.kinds)
          and not exists (select 1 from lab.member x where x.family_id = d.family_id and x.person_id = h.person_id)
          and not exists (select 1 from lab.deciders_of(d.id) x where x.decider_id = h.person_id),
        least(m.amount_ore - used.here, coalesce(m.total_ore, m.amount_ore + used.everywhere) - used.everywhere)::bigint
      from lab.mandate_holders(array[d.party_id]) h
      join lab.mandate m on m.id = h.mandate_id
      cross join lateral (
        select coalesce(sum(v.amount_ore) filter (where x.family_id = d.family_id), 0) as here, coalesce(sum(v.amount_ore), 0) as everywhere
        from lab.decided x join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version
        where x.mandate_id = m.id) used;
    return query
      select 'frame', f.id, null::uuid, true, (f.amount_ore - lab.frame_used(f.id))::bigint
      from lab.frame f
      where f.family_id = d.family_id and f.party_id = d.party_id and f.valid_from <= lab.today() and f.valid_to >= lab.today();
  end
  $$;

create function lab.frame_used(p_frame uuid) returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return (
      select coalesce(sum(v.amount_ore), 0)
      from lab.frame f
      join lab.decision d on d.family_id = f.family_id and d.party_id = f.party_id
      join lab.decided x on x.decision_id = d.id and (x.decided_at at time zone 'Europe/Oslo')::date between f.valid_from and f.valid_to
      join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version
      where f.id = p_frame);
  end
  $$;

-- The locks of deciding, in the order of the house: family, frame, mandate. Written and not only read, so that a transaction that began before
-- another ended cannot decide by what it saw then, whatever its isolation.
create function lab.touch_locks(p_decision uuid, p_person uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare d lab.decision;
  begin
    select * into d from lab.decision x where x.id = p_decision;
    update lab.chain_head set seq = seq where chain_id = d.family_id;
    update lab.frame set touched_at = clock_timestamp() where family_id = d.family_id and party_id = d.party_id;
    update lab.mandate set touched_at = clock_timestamp()
      where id in (select h.mandate_id from lab.mandate_holders(array[d.party_id]) h where h.person_id = p_person);
  end
  $$;

-- The guard: whoever puts the row there, by whatever door, it stands only when everything it needs stands in rows of its own.
create function lab.guard_decided() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform lab.touch_locks(new.decision_id, new.decided_by);
    if new.version <> (select max(v.version) from lab.decision_version v where v.decision_id = new.decision_id) then
      raise exception 'a decision is effective in its newest version only' using errcode = 'check_violation';
    end if;
    if new.decided_at is distinct from now() then
      raise exception 'a decision is effective from the moment it is decided' using errcode = 'check_violation';
    end if;
    if not exists (select 1 from lab.deciders_of(new.decision_id)) or exists (select 1 from lab.missing_of(new.decision_id, new.version)) then
      raise exception 'a decision needs the yes of each person it is about, and the view of each child' using errcode = 'check_violation';
    end if;
    if not exists (select 1 from lab.room_of(new.decision_id) r
        where r.what = 'mandate' and r.id = new.mandate_id and r.person_id = new.decided_by and r.fits and r.left_ore >= 0) then
      raise exception 'a decision needs a mandate that covers it' using errcode = 'check_violation';
    end if;
    if exists (select 1 from lab.room_of(new.decision_id) r where r.what = 'frame' and r.left_ore < 0) then
      raise exception 'a decision cannot exceed the frame' using errcode = 'check_violation';
    end if;
    return null;
  end
  $$;

-- Versions come one after another, and none after the decision is effective. Answers wait for who is deciding just now.
create function lab.guard_version() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.chain_head set seq = seq where chain_id = new.family_id;
    if exists (select 1 from lab.decided x where x.decision_id = new.decision_id) then
      raise exception 'what is decided is not changed: it takes a new decision' using errcode = 'check_violation';
    end if;
    if tg_table_name = 'decision_version'
       and new.version <> 1 + coalesce((select max(v.version) from lab.decision_version v where v.decision_id = new.decision_id), 0) then
      raise exception 'versions come one after another' using errcode = 'check_violation';
    end if;
    return new;
  end
  $$;

-- Being asked opens one decision to somebody outside the family's table: only to who holds a mandate of its party for such decisions.
create function lab.guard_asked() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not exists (select 1 from lab.room_of(new.decision_id) r where r.what = 'mandate' and r.person_id = new.asked_id and r.fits) then
      raise exception 'only who holds a mandate for it can be asked' using errcode = 'check_violation';
    end if;
    return new;
  end
  $$;

-- Decisions put before the signed-in person, until they have said no, as long as they hold the mandate.
create function lab.my_asked() returns table (decision_id uuid, family_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select a.decision_id, a.family_id from lab.decision_asked a join lab.decision d on d.id = a.decision_id
      where a.asked_id = (select lab.current_person()) and a.answer is distinct from 'no'
        and exists (select 1 from lab.mandate_holders(array[d.party_id]) h where h.person_id = a.asked_id);
  end
  $$;

-- Decisions in the signed-in person's sight: their cell, their service's own work (case 4), or put before them.
create function lab.my_decisions() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select d.id from lab.decision d
      where (d.about_id, d.area, d.privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
        or (d.family_id, d.party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
        or (d.bound_until > now() and (d.family_id, d.party_id) in (select w.family_id, w.party_id from lab.my_work() w))
        or d.id in (select a.decision_id from lab.my_asked() a);
  end
  $$;

-- Who answers for whom in the decisions in sight. Who, never what.
create function lab.my_deciders(p_family uuid) returns table (decision_id uuid, person_id uuid, alone boolean, decider_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query
      select d.id, w.person_id, w.alone, w.decider_id from lab.decision d cross join lateral lab.deciders_of(d.id) w
      where d.family_id = p_family and d.id in (select lab.my_decisions());
  end
  $$;

-- What is left for them. No more than the amount in question is told, so that the figure says nothing of what the reader cannot see.
create function lab.my_room(p_family uuid) returns table (decision_id uuid, what text, id uuid, person_id uuid, fits boolean, left_ore bigint)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query
      select d.id, r.what, r.id, r.person_id, r.fits, least(r.left_ore, v.amount_ore)
      from lab.decision d
      join lateral (select x.amount_ore from lab.decision_version x where x.decision_id = d.id order by x.version desc limit 1) v on true
      cross join lateral lab.room_of(d.id) r
      where d.family_id = p_family and d.id in (select lab.my_decisions()) and not exists (select 1 from lab.decided x where x.decision_id = d.id);
  end
  $$;

-- Frames and what is used of them: for the leader, and for seats of the payer.
create function lab.my_frames(p_family uuid) returns table (id uuid, party_id uuid, amount_ore bigint, used_ore bigint, valid_from date, valid_to date)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query
      select f.id, f.party_id, f.amount_ore, lab.frame_used(f.id), f.valid_from, f.valid_to from lab.frame f
      where f.family_id = p_family
        and (p_family in (select w.family_id from lab.my_families() w where w.way = 'leader')
          or (f.family_id, f.party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat));
  end
  $$;

-- Before the facts of deciding are read. False for whoever cannot see the decision.
create function lab.lock_decision(p_decision uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if p_decision not in (select lab.my_decisions()) then
      return false;
    end if;
    perform lab.touch_locks(p_decision, lab.current_person());
    return true;
  end
  $$;

-- The set of persons an outside decision is about: its service may have no cell there, and must be able to tell of it all the same.
create function lab.my_outside_about(p_family uuid, p_party uuid, p_persons uuid[]) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if cardinality(p_persons) = 0
       or (p_family, p_party) not in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat) then
      return null;
    end if;
    return lab.about_of(p_family, false, p_persons);
  end
  $$;

-- One more may be known by name: who holds a mandate of a party at the table; and to who is asked, those a decision put before them is about.
create or replace function lab.my_people() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with open as materialized (select distinct family_id from lab.my_families() where way <> 'core_team'),
      seats_known as materialized (select distinct family_id from lab.my_families())
      select lab.current_person()
      union select m.person_id from lab.member m where m.family_id in (select family_id from open)
      union select s.person_id from lab.seat s where s.approved_at is not null and s.family_id in (select family_id from seats_known)
      union select a.person_id from lab.admission a join lab.meeting m on m.id = a.meeting_id where m.family_id in (select family_id from open)
      union select h.person_id
        from lab.mandate_holders(array(select s.party_id from lab.active_seat s where s.family_id in (select family_id from open))) h
      union select p.person_id
        from lab.my_asked() k join lab.decision d on d.id = k.decision_id join lab.about b on b.id = d.about_id cross join unnest(b.persons) as p (person_id);
  end
  $$;

reset role;
create trigger guard_version before insert on lab.decision_version for each row execute function lab.guard_version();
create trigger guard_version before insert on lab.decision_answer for each row execute function lab.guard_version();
create trigger guard_version before insert on lab.child_view for each row execute function lab.guard_version();
create trigger guard_asked before insert on lab.decision_asked for each row execute function lab.guard_asked();
-- A constraint trigger, and not deferrable: it looks when everything the statement wrote is there, and nobody can put it off.
create constraint trigger guard_decided after insert or update on lab.decided for each row execute function lab.guard_decided();
