-- What the privacy officer does not see, and whether readers are named (docs/decisions/0025).
grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0025, but: what was read by an act that has not been told is looked at when it has been.
create or replace function lab.find_reviews(p_day date) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    found integer;
  begin
    with trace as materialized (
      select o.municipality_id, o.person_id, o.family_id, o.from_at as at, true as read from lab.opening o
        where (o.from_at at time zone 'Europe/Oslo')::date = p_day
          and (o.ground not in ('exception', 'break_glass') or lab.act_told(o.act_id))
      union all
      select d.municipality_id, d.person_id, d.family_id, d.minute, false from lab.denial d
        where (d.minute at time zone 'Europe/Oslo')::date = p_day
    ), people as materialized (
      select t.municipality_id, t.person_id, t.family_id, m.person_id as member_id, min(t.at) as at, count(*) as times
      from trace t join lab.member m on m.municipality_id = t.municipality_id and m.family_id = t.family_id and m.person_id <> t.person_id
      group by 1, 2, 3, 4
    ), hits as (
      select p.municipality_id, p.person_id, p.family_id, 'own_family' as rule, p.at, p.times from people p
        where exists (select 1 from lab.member a join lab.member b on b.municipality_id = a.municipality_id and b.family_id = a.family_id
            where a.person_id = p.person_id and b.person_id = p.member_id)
          or exists (select 1 from lab.responsibility r where r.municipality_id = p.municipality_id
            and (r.holder_id, r.person_id) in ((p.person_id, p.member_id), (p.member_id, p.person_id)))
      union all
      select p.municipality_id, p.person_id, p.family_id, 'same_name', p.at, p.times from people p
        join lab.person me on me.id = p.person_id join lab.person other on other.id = p.member_id
        where position(' ' in me.name) > 0 and lower(substring(me.name from '[^ ]+$')) = any (string_to_array(lower(replace(other.name, '-', ' ')), ' '))
      union all
      select p.municipality_id, p.person_id, p.family_id, 'colleague', p.at, p.times from people p
        where exists (select 1 from lab.role_held a join lab.role_held b on b.municipality_id = a.municipality_id and b.party_id = a.party_id
          where a.person_id = p.person_id and b.person_id = p.member_id
            and a.valid_from <= p.at and (a.valid_to is null or a.valid_to > p.at) and b.valid_from <= p.at and (b.valid_to is null or b.valid_to > p.at))
      union all
      select t.municipality_id, t.person_id, null, 'no_assignment', min(t.at), count(distinct t.family_id) from trace t
        join lab.review_rule_now r on r.municipality_id = t.municipality_id and r.code = 'no_assignment'
        where not t.read group by 1, 2, r.above having count(distinct t.family_id) >= r.above
      union all
      select t.municipality_id, t.person_id, t.family_id, 'night', min(t.at), count(*) from trace t
        join lab.review_rule_now r on r.municipality_id = t.municipality_id and r.code = 'night'
        cross join lateral (select extract(hour from t.at at time zone 'Europe/Oslo') as hour) h
        where t.read and case when r.from_hour <= r.to_hour then h.hour >= r.from_hour and h.hour < r.to_hour
          else h.hour >= r.from_hour or h.hour < r.to_hour end
        group by 1, 2, 3
      union all
      select t.municipality_id, t.person_id, null, 'volume', min(t.at), count(distinct t.family_id) from trace t
        join lab.review_rule_now r on r.municipality_id = t.municipality_id and r.code = 'volume'
        where t.read group by 1, 2, r.above having count(distinct t.family_id) > r.above
    )
    insert into lab.review (municipality_id, id, person_id, family_id, rule, on_day, times, first_at)
      select h.municipality_id, gen_random_uuid(), h.person_id, h.family_id, h.rule, p_day, max(h.times), min(h.at)
      from hits h join lab.review_rule_now r on r.municipality_id = h.municipality_id and r.code = h.rule and r.counts
      group by h.municipality_id, h.person_id, h.family_id, h.rule
      on conflict do nothing;
    get diagnostics found = row_count;
    return found;
  end
  $$;

-- Days on which somebody read by an act that was told in the last week: they are looked at again.
create function lab.days_just_told() returns setof date
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct (o.from_at at time zone 'Europe/Oslo')::date
    from lab.act a join lab.opening o on o.act_id = a.id
    where a.told_at > now() - interval '7 days' and a.told_at <= now() and (o.from_at at time zone 'Europe/Oslo')::date < lab.today()
  $$;

-- As in 0025, but: who stands in what the officer sees of the trace.
create or replace function lab.traced_people() returns table (person_id uuid, name text, service text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.id, p.name, (select y.name from lab.role_held r join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
      where r.person_id = p.id order by r.valid_to nulls first, r.valid_from desc limit 1)
    from lab.person p
    where p.municipality_id = lab.current_municipality() and lab.holds_role(array['privacy_officer'])
      and (exists (select 1 from lab.opening o where o.person_id = p.id and o.family_id not in (select lab.my_homes())
          and (o.ground not in ('exception', 'break_glass') or lab.act_told(o.act_id)))
        or exists (select 1 from lab.denial d where d.person_id = p.id and d.family_id not in (select lab.my_homes()))
        or exists (select 1 from lab.review v where v.person_id = p.id and (v.family_id is null or v.family_id not in (select lab.my_homes()))))
  $$;

-- As in 0025, but: as the administrators have chosen it (0029), and not by a column of its own that no page could change.
create or replace function lab.my_readers() returns table (person_id uuid, called_name text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.called_name
    from lab.opening o join lab.person p on p.municipality_id = o.municipality_id and p.id = o.person_id
    where not exists (select 1 from lab.municipality_setting_now s
        where s.municipality_id = o.municipality_id and s.key = 'trace.names' and s.value = 'false')
      and o.id in (select lab.my_openings())
  $$;

revoke execute on function lab.days_just_told() from public;
grant execute on function lab.act_told(uuid) to lab_app;
grant execute on function lab.days_just_told() to lab_system;
reset role;
revoke create on schema lab from lab_rule;

-- The privacy officer sees nothing of an act before those it is about, and looks after no reading of their own family.
alter policy see on lab.opening using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['privacy_officer'])) and family_id not in (select lab.my_homes())
      and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id)
      and (ground not in ('exception', 'break_glass') or lab.act_told(act_id)))
    or id in (select lab.my_openings())));
alter policy see on lab.opening_cell using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['privacy_officer'])) and family_id not in (select lab.my_homes()) and opening_id in (select o.id from lab.opening o))
    or (opening_id in (select lab.my_openings())
      and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c where c.standing))));
alter policy oversee on lab.denial using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])) and family_id not in (select lab.my_homes()));
alter policy oversee on lab.review using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])) and (family_id is null or family_id not in (select lab.my_homes())));

-- Whether readers are shown by name is one choice, in one place.
insert into lab.municipality_setting (municipality_id, key, valid_from, value, source)
  select m.id, 'trace.names', date '2000-01-01', 'false', 'readers_named' from lab.municipality m where not m.readers_named
  on conflict do nothing;
alter table lab.municipality drop column readers_named;
