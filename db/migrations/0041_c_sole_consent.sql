-- When one of two is enough (0036), mended: an end counts from the moment it is there, whoever waits for a lock meanwhile; who is left out and lives elsewhere
-- reads it as who does not; and the ground is told to them in words that are said to them.

-- As in 0036, but: what is ended is ended. Its end is never ahead (policy finish), and a write that began before it and waited for the family's lock has a clock
-- that stands before it: asked by that clock, the reason went on for as long as the write had waited.
create or replace view lab.active_sole_consent with (security_invoker = true) as
  select municipality_id, id, family_id, person_id, without_id, valid_to
  from lab.sole_consent
  where valid_from <= now() and valid_to > now() and ended_at is null;

alter table lab.sole_consent_ground add column without_nb text, add column without_nn text, add column without_en text;
comment on column lab.sole_consent_ground.without_nb is 'The same, said to the one who is not waited for. Where it is empty the title is used.';
update lab.sole_consent_ground g set without_nb = w.nb, without_nn = w.nn, without_en = w.en
  from (values
    ('cannot_be_reached', 'Vi har ikke fått tak i deg', 'Vi har ikkje fått tak i deg', 'We have not been able to reach you'),
    ('sole_by_court', 'Retten har gitt den andre foreldreansvaret', 'Retten har gitt den andre foreldreansvaret', 'A court has given the other parent parental responsibility')
  ) as w (code, nb, nn, en)
  where g.code = w.code;

grant create on schema lab to lab_rule;
set role lab_rule;

-- What is written down of a child the signed-in person answers for, in a home that is not theirs: the names in it and the wrapped key of its words. Nothing else
-- of that home: not who lives there, nor that anything else is written.
create function lab.my_sole_elsewhere() returns table (sole_id uuid, person text, without text, recorder text, wrapped bytea)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.id, p.called_name, w.called_name, r.called_name, k.wrapped
    from lab.sole_consent s
    join lab.person p on p.municipality_id = s.municipality_id and p.id = s.person_id
    join lab.person w on w.municipality_id = s.municipality_id and w.id = s.without_id
    join lab.person r on r.municipality_id = s.municipality_id and r.id = s.recorded_by
    join lab.family_key k on k.municipality_id = s.municipality_id and k.family_id = s.family_id
    where s.municipality_id = lab.current_municipality() and s.person_id in (select m from lab.my_wards() m)
      and exists (select 1 from lab.answers_for a where a.person_id = s.person_id and a.holder_id = lab.current_person() and a.kind = 'parental')
      and s.family_id not in (select f.family_id from lab.my_ways() f)
      -- Where somebody must not be found, it would tell in which municipality to look.
      and not exists (select 1 from lab.present_member m join lab.protected_now g on g.municipality_id = m.municipality_id and g.person_id = m.person_id
        where m.municipality_id = s.municipality_id and m.family_id = s.family_id and g.level = 'strictly_confidential')
  $$;

revoke execute on function lab.my_sole_elsewhere() from public;
grant execute on function lab.my_sole_elsewhere() to lab_app;
reset role;
revoke create on schema lab from lab_rule;
