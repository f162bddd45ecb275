-- What several subjects brought to the same row, said once.

-- A sentence is ended by the rule when somebody moves out and when a later one takes its place: one policy says both (rule_ends, 0028).
drop policy rule_moves_out on lab.consent;

-- Whether readers are named is a setting of the municipality (trace.names, 0029), proposed and said yes to by two administrators.
grant create on schema lab to lab_rule;
set role lab_rule;

create or replace function lab.my_readers() returns table (person_id uuid, called_name text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.called_name
    from lab.opening o join lab.person p on p.municipality_id = o.municipality_id and p.id = o.person_id
    where o.id in (select lab.my_openings())
      and not exists (select 1 from lab.municipality_setting_now s
        where s.municipality_id = o.municipality_id and s.key = 'trace.names' and s.value = 'false')
  $$;
reset role;
revoke create on schema lab from lab_rule;
insert into lab.municipality_setting (municipality_id, key, valid_from, value, source)
  select m.id, 'trace.names', lab.today(), 'false', 'Slik kommunen hadde valgt før.' from lab.municipality m where not m.readers_named;
alter table lab.municipality drop column readers_named;

-- The family of a transaction narrows every rule about rows, the privacy officer's too (0003, 13).
alter policy see on lab.opening using (municipality_id = (select lab.current_municipality())
  and (id in (select lab.my_openings()) or ((select lab.holds_role(array['privacy_officer']))
    and family_id = coalesce(nullif((select current_setting('app.family', true)), '')::uuid, family_id))));
alter policy see on lab.opening_cell using (municipality_id = (select lab.current_municipality())
  and ((opening_id in (select lab.my_openings())
      and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c where c.standing))
    or ((select lab.holds_role(array['privacy_officer']))
      and family_id = coalesce(nullif((select current_setting('app.family', true)), '')::uuid, family_id))));
