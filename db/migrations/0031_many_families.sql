-- What grew with the number of families and need not (npm run bench -- open-family): one opening of one family looked at every seat of every party.
create index on lab.seat (person_id, party_id);
create index on lab.role_held (party_id);
create index on lab.mandate (person_id);

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0011, asked the other way round: from the few mandates to who holds them, instead of from everybody who sits anywhere to the mandates.
create or replace function lab.mandate_holders(p_parties uuid[]) returns table (mandate_id uuid, party_id uuid, person_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with valid as materialized (
        select m.municipality_id, m.id, m.party_id, m.person_id, m.role from lab.mandate m
        where m.party_id = any (p_parties) and m.valid_from <= lab.today() and m.valid_to >= lab.today()
      )
      select v.id, v.party_id, r.person_id
      from valid v join lab.role_held r on r.municipality_id = v.municipality_id and r.party_id = v.party_id
        and (r.person_id = v.person_id or r.role = v.role)
      where r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
      union
      select v.id, v.party_id, s.person_id
      from valid v join lab.active_seat s on s.municipality_id = v.municipality_id and s.party_id = v.party_id and s.person_id = v.person_id;
  end
  $$;

-- As in 0011, each way by itself: asked all at once, every decision there is was looked at.
create or replace function lab.my_decisions() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select d.id from lab.my_cells() c join lab.decision d on d.about_id = c.about_id and d.area = c.area and d.privacy = c.privacy
      union
      select d.id from lab.my_work() w join lab.decision d on d.family_id = w.family_id and d.party_id = w.party_id
      where w.holds_seat or d.bound_until > now()
      union
      select a.decision_id from lab.my_asked() a;
  end
  $$;
reset role;
revoke create on schema lab from lab_rule;
