-- What a read is for (REQ-56). The transaction says so (app.purpose, set by asPerson from the door); a yes counts only for the purpose it was given for.
-- The list is that of core/src/purpose.ts. Whoever comes as a person and says no purpose reads for none.
alter table lab.consent drop constraint consent_purpose_check,
  add constraint consent_purpose_check check (purpose in ('make_and_follow_plan', 'report', 'economy', 'child_welfare_case', 'law_enforcement', 'oversight'));

grant create on schema lab to lab_rule;
set role lab_rule;

create function lab.current_purpose() returns text
  language sql stable set search_path = pg_catalog, lab, pg_temp
  as $$
    -- The named jobs and the owner read for nobody; what they ask is what holds while people make and follow the plan.
    select coalesce(nullif(current_setting('app.purpose', true), ''), case when session_user <> 'lab_app' then 'make_and_follow_plan' end)
  $$;
revoke execute on function lab.current_purpose() from public;
grant execute on function lab.current_purpose() to lab_app, lab_system;

-- As in 0004, but: a yes counts for the purpose it was given for, and for no other.
create or replace function lab.effective_consents(p_families uuid[], p_parties uuid[], p_area text)
  returns table (family_id uuid, party_id uuid, person_id uuid, area text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    read_for text := lab.current_purpose();
  begin
    return query
    with given as materialized (
      select c.municipality_id, c.family_id, c.party_id, c.giver_id, p.person_id, a.area
      from lab.active_consent c join lab.consent k on k.id = c.id and k.purpose = read_for
      cross join lateral unnest(c.persons) as p (person_id) cross join lateral unnest(c.areas) as a (area)
      where c.family_id = any (p_families) and c.party_id = any (p_parties) and (p_area is null or a.area = p_area)
    ), ages as materialized (
      select b.municipality_id, b.person_id, lab.age(b.born) as age from lab.birth b where b.person_id in (select g.person_id from given g)
    ), rules as materialized (
      select r.municipality_id, r.area, r.from_age from lab.consent_age_now r where r.municipality_id in (select g.municipality_id from given g)
    ), holders as materialized (
      select f.person_id, f.holder_id, f.kind, f.areas from lab.answers_for f where f.person_id in (select g.person_id from given g)
    )
    select g.family_id, g.party_id, g.person_id, g.area
    from given g
    join ages b on b.person_id = g.person_id and b.municipality_id = g.municipality_id
    join rules r on r.area = g.area and r.municipality_id = g.municipality_id
    left join holders h on h.person_id = g.person_id and h.holder_id = g.giver_id and (h.areas is null or g.area = any (h.areas))
    group by g.family_id, g.party_id, g.person_id, g.area, b.age, r.from_age
    having case when b.age >= r.from_age
      then bool_or(g.giver_id = g.person_id or coalesce(h.kind = 'guardian', false))
      else count(distinct h.holder_id) > 0 and count(distinct h.holder_id) = (
        select count(distinct o.holder_id) from holders o where o.person_id = g.person_id and (o.areas is null or g.area = any (o.areas)))
      end;
  end
  $$;
reset role;
revoke create on schema lab from lab_rule;

alter table lab.opening add constraint opening_purpose_check
  check (purpose in ('make_and_follow_plan', 'report', 'economy', 'child_welfare_case', 'law_enforcement', 'oversight'));
