-- The leader wishes that a service could know something. A wish gives nothing: it is shown to whoever answers, and nothing is ticked by it.
grant insert on lab.consent_wish to lab_app;
create policy wish on lab.consent_wish for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and wished_by = (select lab.current_person())
  and family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
  and party_id in (select y.id from lab.party y where y.kind = 'service')
  and until between lab.today() and (lab.today() + interval '12 months')::date
  and not exists (select 1 from unnest(persons) p where not exists (
    select 1 from lab.member m where m.family_id = consent_wish.family_id and m.person_id = p
      and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()))));
