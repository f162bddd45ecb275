-- Who sees a row (docs/architecture.md, docs/decisions/0003): stated here once for the database, in one function that every policy and the live stream ask.
-- core/src/access.ts states it a second time, by hand, only to be compared (npm run access:check).

-- Families a person has anything to do with, ever: what the rule needs to look at, not yet what it allows.
create function lab.families_touched(p_viewers uuid[], p_family uuid) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return (
      select coalesce(array_agg(distinct t.family_id), '{}') from (
        select family_id from lab.member where person_id = any (p_viewers)
        union all
        select m.family_id from lab.responsibility r join lab.member m on m.person_id = r.person_id where r.holder_id = any (p_viewers)
        union all
        select family_id from lab.seat where person_id = any (p_viewers)
        union all
        select m.family_id from lab.admission a join lab.meeting m on m.id = a.meeting_id where a.person_id = any (p_viewers)
        union all
        select family_id from lab.act where person_id = any (p_viewers)
      ) t where p_family is null or t.family_id = p_family
    );
  end
  $$;

-- Who the sets of people of some families take in; one set (p_about) or all of them. In steps, so that a household is worked out for the
-- families in question, whatever the planner knows of the tables: joined at once, it could begin with everybody there is.
create function lab.people_about(p_families uuid[], p_about uuid) returns setof lab.person_about
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    sets lab.about[] := array(select a from lab.about a where a.family_id = any (p_families) and (p_about is null or a.id = p_about));
    at_home lab.household[];
  begin
    return query
      select a.municipality_id, a.family_id, a.id, a.single, p.person_id
      from unnest(sets) a cross join lateral unnest(a.persons) as p (person_id)
      where not a.whole;
    if exists (select 1 from unnest(sets) a where a.whole) then
      at_home := array(select h from lab.household h where h.family_id = any (p_families));
      return query
        select a.municipality_id, a.family_id, a.id, a.single, h.person_id
        from unnest(sets) a join unnest(at_home) h on h.municipality_id = a.municipality_id and h.family_id = a.family_id
        where a.whole;
    end if;
  end
  $$;

-- These functions are in plpgsql and keep one generic plan per connection: planning them anew cost fifty times the answer. They ask in
-- small steps and leave out those the viewer cannot have (nobody's guest, no seat): setting up one large plan cost as much as the answer.

-- One row per viewer and cell (people a row is about x area x privacy) the viewer may see.
--   standing   from the viewer's own life or a consent, not only from a table that is open now
--   may_write  the viewer may put rows here
-- p_family narrows the question to one family, p_about and p_area to one cell; they only ever shrink the answer.
create function lab.sight_of(p_viewers uuid[], p_family uuid, p_about uuid, p_area text)
  returns table (viewer uuid, family_id uuid, about_id uuid, area text, privacy text, standing boolean, may_write boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    -- Every answer below asks for the viewer as well, so that one family needs no look at which families the viewer has to do with.
    families uuid[] := case when p_family is null then lab.families_touched(p_viewers, null) else array[p_family] end;
    people lab.person_about[] := array(select a from lab.people_about(families, p_about) a);
    seats lab.active_seat[];
  begin
    -- 1 Own: the viewer is one of those the row is about. `own` words are about exactly one person, their owner.
    return query
    select p.person_id, p.family_id, p.about_id, ar.code, pr.privacy, true, true
    from unnest(people) p
    join lab.area ar on ar.municipality_id = p.municipality_id and (p_area is null or ar.code = p_area)
    cross join (values ('table'), ('own'), ('child')) as pr (privacy)
    where p.person_id = any (p_viewers) and (pr.privacy = 'table' or p.single);

    -- 1 Own: the viewer answers for one of them, at this family's table or as guardian within the mandate, and the child rule
    -- lets a person of that age be seen. A grown person's `own` and `child` rows are seen by nobody who answers for them.
    if exists (select 1 from lab.responsibility h where h.holder_id = any (p_viewers)) then
      return query
      select f.holder_id, p.family_id, p.about_id, ar.code, pr.privacy, true, pr.privacy = 'table'
      from lab.answers_for f
      join unnest(people) p on p.municipality_id = f.municipality_id and p.person_id = f.person_id
      join lab.area ar on ar.municipality_id = p.municipality_id and (p_area is null or ar.code = p_area)
        and (f.areas is null or ar.code = any (f.areas))
      cross join (values ('table'), ('own'), ('child')) as pr (privacy)
      join lab.child_rule_now r on r.municipality_id = p.municipality_id and r.area = ar.code
        and r.subject = case pr.privacy when 'table' then 'life' else 'words' end
      where f.holder_id = any (p_viewers)
        and (f.kind = 'guardian' or exists (
          select 1 from lab.present_member h
          where h.family_id = p.family_id and h.person_id = f.holder_id and h.age >= 18 and h.takes_part))
        and case when f.age >= 18 then pr.privacy = 'table' else f.age < r.parents_until end
        and (pr.privacy = 'table' or p.single);
    end if;

    -- 2 Seat and consent: an active seat, and for every person the row is about an active consent to the seat's party for the area; for
    -- `common` an active consent for some area. `child` rows reach the leader alone.
    seats := array(select s from lab.active_seat s where s.person_id = any (p_viewers) and s.family_id = any (families));
    if cardinality(seats) > 0 then
      return query
      with given as materialized (
        select e.family_id, e.party_id, e.person_id, e.area
        from lab.effective_consents(families, array(select distinct s.party_id from unnest(seats) s), nullif(p_area, 'common')) e
      ), consents as (
        select g.family_id, g.party_id, g.person_id, g.area from given g
        union
        select g.family_id, g.party_id, g.person_id, 'common' from given g
      ), sizes as materialized (
        select p.about_id, count(*) as size from unnest(people) p group by p.about_id
      )
      select s.person_id, s.family_id, p.about_id, c.area, pr.privacy, true, pr.privacy = 'table'
      from unnest(seats) s
      join unnest(people) p on p.family_id = s.family_id
      join consents c on c.family_id = s.family_id and c.party_id = s.party_id and c.person_id = p.person_id
      join sizes z on z.about_id = p.about_id
      cross join (values ('table'), ('child')) as pr (privacy)
      where (p_area is null or c.area = p_area) and (pr.privacy = 'table' or (s.role = 'leader' and p.single))
      group by s.id, s.person_id, s.family_id, p.about_id, c.area, pr.privacy, z.size
      having count(*) = z.size;
    end if;

    -- 3 At the table: admitted to a meeting in progress, and the family has opened the area to it.
    if exists (select 1 from lab.admission m where m.person_id = any (p_viewers)) then
      return query
      select t.person_id, t.family_id, z.about_id, o.area, 'table', false, true
      from lab.admitted_now t
      join lab.open_area o on o.municipality_id = t.municipality_id and o.meeting_id = t.meeting_id
        and o.opened_at <= now() and (o.closed_at is null or o.closed_at > now())
      join (select distinct p.family_id, p.about_id from unnest(people) p) z on z.family_id = t.family_id
      where t.person_id = any (p_viewers) and t.family_id = any (families) and (p_area is null or o.area = p_area);
    end if;

    -- 5 Act: a recorded exception or break-glass names the viewer, the areas and the time. `own` does not beat it; it never writes.
    if exists (select 1 from lab.act m where m.person_id = any (p_viewers)) then
      return query
      select a.person_id, a.family_id, z.about_id, n.area, pr.privacy, false, false
      from lab.active_act a
      cross join lateral unnest(a.areas) as n (area)
      join (select distinct p.family_id, p.about_id from unnest(people) p) z on z.family_id = a.family_id
      cross join (values ('table'), ('own'), ('child')) as pr (privacy)
      where a.person_id = any (p_viewers) and a.family_id = any (families) and (p_area is null or n.area = p_area);
    end if;
  end
  $$;

-- The rule as the signed-in person, for policies: asked once per statement, answered as a set.
create function lab.my_cells() returns table (about_id uuid, area text, privacy text, standing boolean, may_write boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select s.about_id, s.area, s.privacy, bool_or(s.standing), bool_or(s.may_write)
      from lab.sight_of(array[lab.current_person()], nullif(current_setting('app.family', true), '')::uuid, null, null) s
      group by 1, 2, 3;
  end
  $$;

-- The same rule for the receivers of a meeting, one question for all of them. Answers only who may see the cell themselves.
create function lab.audience(p_family uuid, p_about uuid, p_area text, p_privacy text, p_persons uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with seen as materialized (
        select distinct s.viewer from lab.sight_of(p_persons || lab.current_person(), p_family, p_about, p_area) s
        where s.privacy = p_privacy
      )
      select viewer from seen
      where viewer = any (p_persons) and exists (select 1 from seen where viewer = lab.current_person());
  end
  $$;

-- 4 Own work: parties whose rows in a family stay in the signed-in person's sight. holds_seat: the party has a seat there now and the
-- person sits in it or works for it; otherwise the person once held that seat, and sees as far as the law binds the row.
create function lab.my_work() returns table (family_id uuid, party_id uuid, holds_seat boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select s.family_id, s.party_id, true
      from lab.active_seat s
      where s.person_id = (select lab.current_person())
        and (nullif(current_setting('app.family', true), '')::uuid is null or s.family_id = nullif(current_setting('app.family', true), '')::uuid)
      union
      select s.family_id, s.party_id, false
      from lab.seat s join lab.party p on p.municipality_id = s.municipality_id and p.id = s.party_id
      where s.person_id = (select lab.current_person())
        and s.approved_at <= now() and s.valid_from <= now() and (not p.declaration_required or s.declared_at <= now())
        and greatest(s.approved_at, s.valid_from, case when p.declaration_required then s.declared_at end)
          < least(coalesce(s.valid_to, 'infinity'), coalesce(s.ended_at, 'infinity'))
        and (nullif(current_setting('app.family', true), '')::uuid is null or s.family_id = nullif(current_setting('app.family', true), '')::uuid);
  end
  $$;

-- Families whose existence a person may know, and in which way.
create function lab.families_of(p_viewers uuid[], p_family uuid) returns table (viewer uuid, family_id uuid, way text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    families uuid[] := case when p_family is null then lab.families_touched(p_viewers, null) else array[p_family] end;
  begin
    return query
      select distinct m.person_id, m.family_id, 'member' from lab.present_member m
      where m.person_id = any (p_viewers) and m.family_id = any (families);
    if exists (select 1 from lab.responsibility h where h.kind = 'guardian' and h.holder_id = any (p_viewers)) then
      return query
        select distinct f.holder_id, m.family_id, 'guardian'
        from lab.answers_for f join lab.present_member m on m.person_id = f.person_id
        where f.kind = 'guardian' and f.holder_id = any (p_viewers) and m.family_id = any (families);
    end if;
    return query
      select distinct s.person_id, s.family_id, case s.role when 'leader' then 'leader' else 'seat' end from lab.active_seat s
      where s.person_id = any (p_viewers) and s.family_id = any (families)
        and exists (select 1 from lab.effective_consents(array[s.family_id], array[s.party_id], null));
    if exists (select 1 from lab.admission m where m.person_id = any (p_viewers)) then
      return query
        select distinct t.person_id, t.family_id, 'table' from lab.admitted_now t
        where t.person_id = any (p_viewers) and t.family_id = any (families);
    end if;
    if exists (select 1 from lab.act m where m.person_id = any (p_viewers)) then
      return query
        select distinct a.person_id, a.family_id, 'act' from lab.active_act a
        where a.person_id = any (p_viewers) and a.family_id = any (families);
    end if;
    return query
      select distinct r.person_id, f.id, 'core_team'
      from lab.role_held r join lab.family f on f.municipality_id = r.municipality_id
      where r.person_id = any (p_viewers) and r.role = 'core_team'
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (p_family is null or f.id = p_family);
  end
  $$;

create function lab.my_families() returns table (family_id uuid, way text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select f.family_id, f.way
      from lab.families_of(array[lab.current_person()], nullif(current_setting('app.family', true), '')::uuid) f;
  end
  $$;

-- Persons the signed-in person may know by name: themself, and those of the families they may open.
create function lab.my_people() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with open as materialized (select distinct family_id from lab.my_families() where way <> 'core_team'),
      seats_known as materialized (select distinct family_id from lab.my_families())
      select lab.current_person()
      union select m.person_id from lab.member m where m.family_id in (select family_id from open)
      union select s.person_id from lab.seat s where s.approved_at is not null and s.family_id in (select family_id from seats_known)
      union select a.person_id from lab.admission a join lab.meeting m on m.id = a.meeting_id where m.family_id in (select family_id from open);
  end
  $$;

-- How many must say yes for a person besides the signed-in one: names only, never what they answered or whether they opened it.
create function lab.also_answers_for(p_person uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select distinct f.holder_id from lab.answers_for f
      where f.person_id = p_person and f.kind = 'parental' and f.holder_id <> lab.current_person()
        and exists (select 1 from lab.answers_for me where me.person_id = p_person and me.holder_id = lab.current_person());
  end
  $$;

-- What the yeses add up to, for a person the signed-in one is or answers for, or for the signed-in person's own seats and the leader.
create function lab.my_effective_consents(p_family uuid)
  returns table (party_id uuid, person_id uuid, area text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select e.party_id, e.person_id, e.area
      from lab.effective_consents(array[p_family], array(select distinct c.party_id from lab.consent c where c.family_id = p_family), null) e
      where (e.person_id = (select lab.current_person())
          or e.person_id in (select f.person_id from lab.answers_for f where f.holder_id = (select lab.current_person()))
          or e.party_id in (select s.party_id from lab.active_seat s where s.family_id = p_family and s.person_id = (select lab.current_person()))
          or exists (select 1 from lab.families_of(array[lab.current_person()], p_family) w where w.way = 'leader'));
  end
  $$;

-- A fingerprint of all the signed-in person may see in a family (null: nothing), when it next changes by the clock alone, and how far the
-- family's chain has come. The number stays in the server: people get it sealed in an opaque cursor.
create function lab.my_sight(p_family uuid) returns table (mark text, next_end timestamptz, seq bigint)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    ways text;
    cells text;
    history text;
    midnight timestamptz := ((lab.today() + 1)::timestamp at time zone 'Europe/Oslo');
  begin
    select string_agg(distinct f.way, ',' order by f.way) into ways from lab.families_of(array[me], p_family) f where f.way <> 'core_team';
    if ways is null then
      return query select null::text, null::timestamptz, null::bigint;
      return;
    end if;
    select string_agg(c.line, ';' order by c.line) into cells from (
      select distinct concat_ws(',', s.about_id, s.area, s.privacy, s.standing, s.may_write) as line
      from lab.sight_of(array[me], p_family, null, null) s) c;
    -- What gave and took sight, too: a yes stopped again leaves the same cells, but what was shown in between must go. Only what the person
    -- may know of anyway: yeses to their own parties, their own seats, admissions and acts.
    select string_agg(h.line, ';' order by h.line) into history from (
      select concat_ws(',', c.id, c.ended_at) as line from lab.consent c
        where c.family_id = p_family and c.answer = 'yes'
          and c.party_id in (select s.party_id from lab.active_seat s where s.family_id = p_family and s.person_id = me)
      union all select concat_ws(',', s.id, s.ended_at) from lab.seat s where s.family_id = p_family and s.person_id = me
      union all select concat_ws(',', o.id, o.closed_at) from lab.open_area o
        join lab.admission a on a.meeting_id = o.meeting_id join lab.meeting m on m.id = o.meeting_id
        where m.family_id = p_family and a.person_id = me and m.ended_at is null
      union all select concat_ws(',', t.id, t.ended_at) from lab.act t where t.family_id = p_family and t.person_id = me) h;
    return query select md5(ways || '|' || coalesce(cells, '') || '|' || coalesce(history, '')), least(
      midnight,
      lab.current_session_ends(),
      (select min(t) from lab.consent c cross join lateral (values (c.valid_from), (c.valid_to), (c.ended_at)) as v (t) where c.family_id = p_family and t > now()),
      (select min(t) from lab.seat s cross join lateral (values (s.valid_from), (s.valid_to), (s.ended_at), (s.approved_at), (s.declared_at)) as v (t) where s.family_id = p_family and t > now()),
      (select min(t) from lab.meeting m cross join lateral (values (m.started_at), (m.ended_at)) as v (t) where m.family_id = p_family and t > now()),
      (select min(t) from lab.act a cross join lateral (values (a.valid_from), (a.valid_to), (a.ended_at)) as v (t) where a.family_id = p_family and t > now()),
      (select min(t) from lab.member m cross join lateral (values (m.valid_from), (m.valid_to)) as v (t) where m.family_id = p_family and t > now()),
      (select min(t) from lab.responsibility r join lab.member m on m.person_id = r.person_id cross join lateral (values (r.valid_from), (r.valid_to)) as v (t) where m.family_id = p_family and t > now())
    ), (select h.seq from lab.chain_head h where h.chain_id = p_family);
  end
  $$;

-- The set of people a row is about, made when first needed. Only for families the signed-in person may open.
create function lab.about_of(p_family uuid, p_whole boolean, p_persons uuid[]) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    sorted uuid[] := array(select distinct p from unnest(p_persons) p order by p);
    found uuid;
    town uuid;
  begin
    select a.id into found from lab.about a where a.family_id = p_family and a.whole = p_whole and a.persons = sorted;
    if found is not null then
      return found;
    end if;
    if not exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way not in ('act', 'core_team'))
      or exists (select 1 from unnest(sorted) p where not exists (select 1 from lab.member m where m.family_id = p_family and m.person_id = p)) then
      return null;
    end if;
    select f.municipality_id into town from lab.family f where f.id = p_family;
    insert into lab.about (municipality_id, id, family_id, whole, persons) values (town, gen_random_uuid(), p_family, p_whole, sorted)
      on conflict (family_id, whole, persons) do nothing;
    select a.id into found from lab.about a where a.family_id = p_family and a.whole = p_whole and a.persons = sorted;
    return found;
  end
  $$;

-- One cell as the signed-in person: its set of people (made when first needed) and their right to it. What every note command asks first.
create function lab.my_cell(p_family uuid, p_whole boolean, p_persons uuid[], p_area text, p_privacy text)
  returns table (about_id uuid, standing boolean, may_write boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    wanted uuid := lab.about_of(p_family, p_whole, p_persons);
  begin
    return query
    select wanted, coalesce(bool_or(s.standing), false), coalesce(bool_or(s.may_write), false)
    from lab.sight_of(array[lab.current_person()], p_family, wanted, p_area) s
    where s.privacy = p_privacy and wanted is not null
    having count(*) > 0;
  end
  $$;

-- The same right as one answer for one row, for the checks on writing: a row that is written is one row, and the whole set need not be made.
create function lab.my_right(p_family uuid, p_about uuid, p_area text, p_privacy text) returns table (standing boolean, may_write boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
    select coalesce(bool_or(s.standing), false), coalesce(bool_or(s.may_write), false)
    from lab.sight_of(array[lab.current_person()], p_family, p_about, p_area) s
    where s.privacy = p_privacy
      and p_family = coalesce(nullif(current_setting('app.family', true), '')::uuid, p_family);
  end
  $$;

-- Every member alone, and the whole family, are sets of people from the start.
create function lab.make_abouts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    insert into lab.about (municipality_id, id, family_id, whole, persons)
      values (new.municipality_id, gen_random_uuid(), new.family_id, true, '{}'),
        (new.municipality_id, gen_random_uuid(), new.family_id, false, array[new.person_id])
      on conflict (family_id, whole, persons) do nothing;
    return null;
  end
  $$;
create trigger make_abouts after insert on lab.member for each row execute function lab.make_abouts();
