-- "Who has read about me": the readers by name. Whether names are shown is the municipality's to decide (REQ-25); role and service always are.
alter table lab.municipality add column readers_named boolean not null default true;
comment on column lab.municipality.readers_named is 'Whether those somebody has read about see the reader''s name, or only their service.';

grant create on schema lab to lab_rule;
set role lab_rule;

-- What the readers of the openings in sight are called, where the municipality shows it: also who no longer sits at the table.
create function lab.my_readers() returns table (person_id uuid, called_name text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.called_name
    from lab.opening o join lab.person p on p.municipality_id = o.municipality_id and p.id = o.person_id
    join lab.municipality m on m.id = o.municipality_id and m.readers_named
    where o.id in (select lab.my_openings())
  $$;
revoke execute on function lab.my_readers() from public;
grant execute on function lab.my_readers() to lab_app;
reset role;
revoke create on schema lab from lab_rule;
