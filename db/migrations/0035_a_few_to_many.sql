-- What the rule costs where there are very many families (REQ-51; npm run bench -- open-family). It answers as before, row by row: it is asked from the
-- few to the many, and once where it was asked per seat or three times over.

-- As in 0003, but: the birth is looked up for each of those in question. Joined, everybody's was read to know the age of four.
create or replace view lab.present_member with (security_invoker = true) as
  select m.municipality_id, m.family_id, m.person_id, m.takes_part, b.born, lab.age(b.born) as age
  from lab.member m
  cross join lateral (select n.born from lab.birth n where n.municipality_id = m.municipality_id and n.person_id = m.person_id offset 0) b
  where m.valid_from <= now() and (m.valid_to is null or m.valid_to > now());

create or replace view lab.answers_for with (security_invoker = true) as
  select r.municipality_id, r.holder_id, r.person_id, r.kind, r.areas, lab.age(b.born) as age
  from lab.responsibility r
  cross join lateral (select n.born from lab.birth n where n.municipality_id = r.municipality_id and n.person_id = r.person_id offset 0) b
  where r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
    and (r.kind = 'guardian' or lab.age(b.born) < 18);

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0006, but: what a party was told yes to is put together per family and area, and held against each set of people at once. Person by person,
-- twenty families were compared with one another hundreds of thousands of times.
create or replace function lab.sight_of(p_viewers uuid[], p_family uuid, p_about uuid, p_area text)
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
      ), yes as materialized (
        select c.family_id, c.party_id, c.area, array_agg(c.person_id) as persons from consents c
        where p_area is null or c.area = p_area group by c.family_id, c.party_id, c.area
      ), crowds as materialized (
        select p.family_id, p.about_id, p.single, array_agg(p.person_id) as persons from unnest(people) p group by p.family_id, p.about_id, p.single
      )
      select s.person_id, s.family_id, z.about_id, y.area, pr.privacy, true, pr.privacy = 'table'
      from unnest(seats) s
      join crowds z on z.family_id = s.family_id
      join yes y on y.family_id = s.family_id and y.party_id = s.party_id and y.persons @> z.persons
      cross join (values ('table'), ('child')) as pr (privacy)
      where pr.privacy = 'table' or (s.role = 'leader' and z.single);
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

-- Families a person has to do with by their own life, a seat, a table or an act: few, also for who knows of every family as the core team does.
-- As lab.families_of in 0006, but: the yeses to all the seats are added up at once.
create function lab.ways_of(p_viewers uuid[], p_family uuid) returns table (viewer uuid, family_id uuid, way text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    families uuid[] := case when p_family is null then lab.families_touched(p_viewers, null) else array[p_family] end;
    seats lab.active_seat[] := array(select s from lab.active_seat s where s.person_id = any (p_viewers) and s.family_id = any (families));
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
    if cardinality(seats) > 0 then
      return query
        select distinct s.person_id, s.family_id, case s.role when 'leader' then 'leader' else 'seat' end from unnest(seats) s
        where (s.family_id, s.party_id) in (
          select e.family_id, e.party_id
          from lab.effective_consents(array(select distinct x.family_id from unnest(seats) x), array(select distinct x.party_id from unnest(seats) x), null) e);
    end if;
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
  end
  $$;

-- As in 0006: those, and for the core team every family.
create or replace function lab.families_of(p_viewers uuid[], p_family uuid) returns table (viewer uuid, family_id uuid, way text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query select w.viewer, w.family_id, w.way from lab.ways_of(p_viewers, p_family) w;
    if exists (select 1 from lab.role_held r where r.person_id = any (p_viewers) and r.role = 'core_team') then
      return query
        select distinct r.person_id, f.id, 'core_team'
        from lab.role_held r join lab.family f on f.municipality_id = r.municipality_id
        where r.person_id = any (p_viewers) and r.role = 'core_team'
          and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (p_family is null or f.id = p_family);
    end if;
  end
  $$;

-- The same for the signed-in person: for who asks for their own families, and need not be told of all the others.
create function lab.my_ways() returns table (family_id uuid, way text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select w.family_id, w.way from lab.ways_of(array[lab.current_person()], nullif(current_setting('app.family', true), '')::uuid) w
  $$;

-- As in 0024, but: in small steps from the few families to their people, asked for once; for the core team, who knows of every family, from the seats.
create or replace function lab.my_people() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    only_in uuid := nullif(current_setting('app.family', true), '')::uuid;
    open uuid[];
    standing uuid[];
    asked uuid[];
  begin
    select coalesce(array_agg(distinct w.family_id), '{}'), coalesce(array_agg(distinct w.family_id) filter (where w.way <> 'table'), '{}')
      into open, standing from lab.ways_of(array[me], only_in) w;
    return query
      select me
      union select m.person_id from lab.member m where m.family_id = any (open)
      union select s.person_id from lab.seat s where s.approved_at is not null and s.family_id = any (open)
      union select a.person_id from lab.meeting m join lab.admission a on a.municipality_id = m.municipality_id and a.meeting_id = m.id
        where m.family_id = any (standing) and a.kind <> 'screen'
      union select a.person_id from lab.admitted_now t join lab.admission a on a.municipality_id = t.municipality_id and a.meeting_id = t.meeting_id
        where t.person_id = me and a.kind <> 'screen' and a.admitted_at is not null
      union select h.person_id from lab.mandate_holders(array(select s.party_id from lab.active_seat s where s.family_id = any (standing))) h;
    asked := array(select k.decision_id from lab.my_asked() k);
    if cardinality(asked) > 0 then
      return query
        select p.person_id
        from lab.decision d join lab.about b on b.id = d.about_id cross join unnest(b.persons) as p (person_id) where d.id = any (asked);
    end if;
    if lab.holds_role(array['core_team']) then
      return query
        select distinct s.person_id from lab.seat s
        where s.municipality_id = lab.current_municipality() and s.approved_at is not null and s.family_id = coalesce(only_in, s.family_id);
    end if;
  end
  $$;

-- Those of them who belong to the families one may open, or sit there: nearly everybody a page names, and found at once.
create function lab.my_near() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    open uuid[] := array(select w.family_id from lab.my_ways() w);
  begin
    return query
      select m.person_id from lab.member m where m.family_id = any (open)
      union all select s.person_id from lab.seat s where s.approved_at is not null and s.family_id = any (open);
  end
  $$;

-- Whose birth one may know: everybody who belongs, or belonged, to a family that is one's own, that one is a guardian in, or leads.
create function lab.my_births() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    homes uuid[] := array(select w.family_id from lab.my_ways() w where w.way in ('member', 'guardian', 'leader'));
  begin
    return query select m.person_id from lab.member m where m.family_id = any (homes);
  end
  $$;

revoke execute on function lab.ways_of(uuid[], uuid), lab.my_ways(), lab.my_near(), lab.my_births() from public;
grant execute on function lab.my_ways(), lab.my_near(), lab.my_births() to lab_app;

-- What was counted as many because its number was not known is looked up one by one.
alter function lab.effective_consents(uuid[], uuid[], text) set enable_seqscan = off;
reset role;
revoke create on schema lab from lab_rule;

-- As in 0009, but: oneself and those one is near first. All whom one may know are worked out only for somebody who is not among them.
alter policy see on lab.person using (municipality_id = (select lab.current_municipality())
  and (id = (select lab.current_person()) or id in (select lab.my_near()) or id in (select lab.my_people())));
-- As in 0009, but: the families are asked for once.
alter policy see on lab.birth using (municipality_id = (select lab.current_municipality()) and person_id in (select lab.my_births()));
