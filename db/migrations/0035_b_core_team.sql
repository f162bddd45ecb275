-- The core team knows of every family. Asked as a set, that was a hundred thousand rows made anew for each table it looked at; asked of the row, it is
-- one look at the role. What is seen is the same: also app.family narrows it as before. (REQ-51)
alter policy see on lab.family using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['core_team'])) and id = coalesce(nullif(current_setting('app.family', true), '')::uuid, id))
    or id in (select f.family_id from lab.my_families() f)));
alter policy see on lab.referral using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['core_team'])) and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id))
    or family_id in (select f.family_id from lab.my_families() f where f.way in ('core_team', 'member', 'guardian', 'leader'))));
alter policy see on lab.qualification using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['core_team'])) and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id))
    or family_id in (select f.family_id from lab.my_families() f where f.way in ('core_team', 'leader'))
    or family_id in (select v.family_id from lab.my_voice() v)));
-- And the others' families are asked for once.
alter policy see on lab.seat using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['core_team'])) and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id))
    or (family_id, approved_at is null) in (
      select f.family_id, a.only_asked from lab.my_families() f cross join (values (false), (true)) as a (only_asked)
      where not a.only_asked or f.way in ('member', 'guardian', 'leader', 'core_team'))));
alter policy see on lab.seat_answer using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person())
    or (answer = 'no' and (select lab.holds_role(array['core_team'])) and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id)
      and exists (select 1 from lab.seat s where s.municipality_id = seat_answer.municipality_id and s.id = seat_answer.seat_id and s.role = 'leader' offset 0))));

-- What the door looks for first: who has no answer, who has no leader, and what was answered last.
create index on lab.referral (family_id) where answered_at is null;
create index on lab.seat (family_id) include (municipality_id, person_id, party_id, approved_at, valid_from, valid_to, ended_at, declared_at) where role = 'leader';
create index on lab.qualification (decided_at desc, id) where outcome is not null;

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0016, but: the families they lead are counted for all of them at once.
create or replace function lab.leaders() returns table (person_id uuid, name text, called_name text, initials text, party_id uuid, leads integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    with led as materialized (
      select s.municipality_id, s.person_id, count(distinct s.family_id)::integer as leads
      from lab.active_seat s where s.role = 'leader' and s.municipality_id = (select lab.current_municipality()) and (select lab.holds_role(array['core_team']))
      group by s.municipality_id, s.person_id
    )
    select distinct p.id, p.name, p.called_name, p.initials, y.id, coalesce(l.leads, 0)
    from lab.role_held r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
    left join led l on l.municipality_id = p.municipality_id and l.person_id = p.id
    where r.municipality_id = (select lab.current_municipality()) and y.kind = 'lab' and r.role = 'investment_leader'
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (select lab.holds_role(array['core_team']))
  $$;

-- As in 0029, but: from the families without a leader and the promises that are open, and not from every family there is.
create or replace function lab.left_behind() returns table (family_id uuid, name text, party_id uuid, service text, n integer, since timestamptz, asked text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    with led as materialized (
      select distinct a.family_id from lab.active_seat a
      where a.role = 'leader' and a.municipality_id = (select lab.current_municipality()) and (select lab.holds_role(array['core_team']))
    ), here as materialized (
      select f.municipality_id, f.id, f.name, l.family_id is not null as is_led from lab.family f left join led l on l.family_id = f.id
      where f.municipality_id = (select lab.current_municipality()) and f.phase <> 'exit' and (select lab.holds_role(array['core_team']))
    )
    select h.id, h.name, null::uuid, null::text, 1, max(coalesce(s.ended_at, s.valid_to)),
      (select p.name from lab.seat o join lab.person p on p.id = o.person_id
        where o.family_id = h.id and o.role = 'leader' and o.approved_at is null and o.ended_at is null limit 1)
    from here h join lab.seat s on s.family_id = h.id and s.role = 'leader' and s.approved_at is not null
    where not h.is_led
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
reset role;
revoke create on schema lab from lab_rule;
