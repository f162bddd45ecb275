-- The locks of signing: what people may do with a version of the plan, and on which rows.
grant select on lab.plan_version, lab.plan_line, lab.plan_signer, lab.plan_paper, lab.plan_signature, lab.plan_in_force, lab.plan_void to lab_app;
grant insert on lab.plan_line, lab.plan_signer, lab.plan_paper to lab_app;
-- The clock of the database says when.
grant insert (municipality_id, id, family_id, number, made_by, sealed, head_sha256, content_sha256) on lab.plan_version to lab_app;
grant insert (municipality_id, family_id, version_id, person_id, content_sha256, paper_sha256, how, sealed) on lab.plan_signature to lab_app;

-- Line by line, like what it was drawn up from. Of a version one knows as soon as one sees a line of it.
create policy see on lab.plan_line for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy put_up on lab.plan_line for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy see on lab.plan_version for select to lab_app using (municipality_id = (select lab.current_municipality())
  and id in (select l.version_id from lab.plan_line l));
create policy put_up on lab.plan_version for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and made_by = (select lab.current_person())
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'leader')));
create policy see on lab.plan_signer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and version_id in (select v.id from lab.plan_version v));
create policy put_up on lab.plan_signer for insert to lab_app with check (municipality_id = (select lab.current_municipality()));
-- One's own paper, as long as one may read every line of it.
create policy see on lab.plan_paper for select to lab_app using (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person())
  and not exists (select 1 from unnest(line_ids) i (id) where i.id not in (select l.id from lab.plan_line l)));
create policy put_up on lab.plan_paper for insert to lab_app with check (municipality_id = (select lab.current_municipality()));
create policy see on lab.plan_signature for select to lab_app using (municipality_id = (select lab.current_municipality())
  and version_id in (select v.id from lab.plan_version v));
create policy sign on lab.plan_signature for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person())
  and version_id in (select p.version_id from lab.plan_paper p));
create policy see on lab.plan_in_force for select to lab_app using (municipality_id = (select lab.current_municipality())
  and version_id in (select v.id from lab.plan_version v));
create policy see on lab.plan_void for select to lab_app using (municipality_id = (select lab.current_municipality())
  and version_id in (select v.id from lab.plan_version v));
