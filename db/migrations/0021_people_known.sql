-- 0017 replaced lab.my_people from 0006 and lost what 0011 had added to it: a refusal named nobody («Spør .»), and who was asked for a mandate
-- did not read whom the decision is about. Here both stand.
grant create on schema lab to lab_rule;
set role lab_rule;

-- Themself and those of the families they may open. Who is here by a table in progress alone knows those at this table, not the guests of earlier
-- ones; a screen is nobody to know (0017). And who holds a mandate of a party at the table; to who is asked, those a decision put before them is
-- about (0011).
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

reset role;
revoke create on schema lab from lab_rule;
