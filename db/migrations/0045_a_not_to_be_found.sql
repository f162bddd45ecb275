-- Who is left out of a consent reads that they are, also where they do not live (docs/decisions/0041). But where somebody of that home must not be found, nothing
-- about it is told to who does not know it already: not the bare row either, which names the home.
grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether somebody who belongs to the family now must not be found.
create function lab.must_not_be_found(p_family uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.present_member m join lab.protected_now g on g.municipality_id = m.municipality_id and g.person_id = m.person_id
      where m.family_id = p_family and g.level = 'strictly_confidential')
  $$;

-- The reasons about whom the signed-in person answers for: in homes they know, and in others where nobody must not be found.
create function lab.my_sole_reasons() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.id from lab.sole_consent s
    where s.person_id in (select w from lab.my_wards() w)
      and (s.family_id in (select f.family_id from lab.my_ways() f) or not lab.must_not_be_found(s.family_id))
  $$;

-- As in 0041: what is written down of a child the signed-in person answers for, in a home that is not theirs.
create or replace function lab.my_sole_elsewhere() returns table (sole_id uuid, person text, without text, recorder text, wrapped bytea)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.id, p.called_name, w.called_name, r.called_name, k.wrapped
    from lab.sole_consent s
    join lab.person p on p.municipality_id = s.municipality_id and p.id = s.person_id
    join lab.person w on w.municipality_id = s.municipality_id and w.id = s.without_id
    join lab.person r on r.municipality_id = s.municipality_id and r.id = s.recorded_by
    join lab.family_key k on k.municipality_id = s.municipality_id and k.family_id = s.family_id
    where s.municipality_id = lab.current_municipality() and s.id in (select m from lab.my_sole_reasons() m)
      and exists (select 1 from lab.answers_for a where a.person_id = s.person_id and a.holder_id = lab.current_person() and a.kind = 'parental')
      and s.family_id not in (select f.family_id from lab.my_ways() f)
  $$;

-- As in 0042, but: a parent elsewhere reads no name out of a home where somebody must not be found.
create or replace function lab.my_responsibilities(p_family uuid) returns table (id uuid, person_id uuid, holder_id uuid, holder text, kind text, areas text[], source text,
    document_on date, valid_from timestamptz, valid_to timestamptz, recorded_by text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    ways text[] := array(select f.way from lab.families_of(array[me], p_family) f);
    wide boolean := 'member' = any (ways) or lab.may_record_responsibility(p_family) or lab.may_answer_at_door(p_family);
    with_others boolean := cardinality(ways) > 0 or not lab.must_not_be_found(p_family);
  begin
    return query
      select r.id, r.person_id, r.holder_id, h.called_name, r.kind, r.areas, r.source, r.document_on, r.valid_from, r.valid_to, w.called_name
      from lab.present_member m
      join lab.responsibility r on r.municipality_id = m.municipality_id and r.person_id = m.person_id
      join lab.person h on h.municipality_id = r.municipality_id and h.id = r.holder_id
      left join lab.person w on w.municipality_id = r.municipality_id and w.id = r.recorded_by
      where m.family_id = p_family and m.municipality_id = lab.current_municipality()
        and (wide or with_others and (r.holder_id = me
          or r.kind = 'parental' and exists (select 1 from lab.answers_for a where a.person_id = r.person_id and a.holder_id = me and a.kind = 'parental')))
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (r.kind = 'guardian' or m.age < 18)
      order by m.person_id, r.kind desc, h.called_name;
  end
  $$;

revoke execute on function lab.must_not_be_found(uuid), lab.my_sole_reasons() from public;
grant execute on function lab.my_sole_reasons() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

alter policy see on lab.sole_consent using (municipality_id = (select lab.current_municipality())
  and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id)
  and (id in (select s from lab.my_sole_reasons() s)
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')));
