-- What belongs to another row is seen where that row is. Asked as "is it among all that I see", everything one sees there was gathered first: every
-- consent of a hundred thousand families to show one event. Now the one row is looked up, through its own lock as before. (`offset 0` keeps the
-- planner from turning it round again.) The answer is the same. (REQ-51)
alter policy see on lab.event using (municipality_id = (select lab.current_municipality())
  and ((about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
    or (kind like 'consent.%' and exists (
      select 1 from lab.consent c where c.municipality_id = event.municipality_id and c.id = event.subject_id offset 0))));
alter policy see on lab.consent_witness using (municipality_id = (select lab.current_municipality())
  and (witness_id = (select lab.current_person())
    or exists (select 1 from lab.consent c where c.municipality_id = consent_witness.municipality_id and c.id = consent_witness.consent_id offset 0)));
alter policy see on lab.recorded_consent using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.consent c where c.municipality_id = recorded_consent.municipality_id and c.id = recorded_consent.consent_id offset 0));
alter policy see on lab.promise_answer using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.promise p where p.municipality_id = promise_answer.municipality_id and p.id = promise_answer.promise_id offset 0));
alter policy see on lab.measure_cost using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.measure m where m.municipality_id = measure_cost.municipality_id and m.id = measure_cost.measure_id offset 0));
alter policy see on lab.admission using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person())
    or exists (select 1 from lab.meeting m where m.municipality_id = admission.municipality_id and m.id = admission.meeting_id offset 0)));
alter policy see on lab.open_area using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.meeting m where m.municipality_id = open_area.municipality_id and m.id = open_area.meeting_id offset 0));
alter policy see on lab.pause using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.meeting m where m.municipality_id = pause.municipality_id and m.id = pause.meeting_id offset 0));
alter policy see on lab.check_answer using (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.qualification q where q.municipality_id = check_answer.municipality_id and q.id = check_answer.qualification_id offset 0));
