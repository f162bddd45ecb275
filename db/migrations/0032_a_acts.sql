-- Whoever is of a family is dealt with by others; and what somebody does or receives by law at work is theirs while they work there (docs/decisions/0026).
grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether somebody is of a family: belongs or belonged to it, or answers for somebody there. Whoever is, is dealt with by others than themself.
create function lab.of_family(p_family uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.member m where m.family_id = p_family and m.person_id = p_person)
      or exists (select 1 from lab.member m join lab.answers_for a on a.municipality_id = m.municipality_id and a.person_id = m.person_id
        where m.family_id = p_family and a.holder_id = p_person)
  $$;

-- Families the signed-in person is of, in that sense.
create function lab.my_homes() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select m.family_id from lab.member m where m.person_id = lab.current_person()
    union
    select m.family_id from lab.answers_for a join lab.member m on m.municipality_id = a.municipality_id and m.person_id = a.person_id
      where a.holder_id = lab.current_person()
  $$;

-- Whether somebody works for a party now.
create function lab.works_at(p_person uuid, p_party uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.role_held r where r.person_id = p_person and r.party_id = p_party
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))
  $$;

-- Reports the signed-in person wrote, while they work where they wrote it; and those they are named to receive, but of no family they are of themself.
create function lab.my_report_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select o.id from lab.report o
    where o.municipality_id = lab.current_municipality()
      and ((o.written_by = lab.current_person() and lab.works_at(o.written_by, o.party_id))
        or (o.to_party in (select lab.my_receiving()) and not lab.of_family(o.family_id, lab.current_person())))
  $$;

-- As in 0026, but: nobody who is of the family receives what is reported of it.
create or replace function lab.report_receivers(p_family uuid) returns table (party_id uuid, service text, in_sentence text, names text[])
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select y.id, y.name, y.in_sentence, array_agg(distinct p.name order by p.name)
    from lab.report_receiver n
    join lab.party y on y.municipality_id = n.municipality_id and y.id = n.party_id
    join lab.person p on p.municipality_id = n.municipality_id and p.id = n.person_id
    where n.municipality_id = lab.current_municipality() and n.valid_from <= now() and (n.valid_to is null or n.valid_to > now())
      and exists (select 1 from lab.role_held r where r.person_id = n.person_id and r.party_id = n.party_id
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))
      and not lab.of_family(p_family, n.person_id)
      and exists (select 1 from lab.my_reporting(p_family))
    group by y.id, y.name, y.in_sentence
  $$;

create or replace function lab.receive_report(p_report uuid, p_command uuid, p_origin text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.report set received_at = now(), received_by = lab.current_person()
      where id = p_report and municipality_id = lab.current_municipality() and received_at is null and to_party in (select lab.my_receiving())
        and id in (select lab.my_report_ids());
    if not found then
      return false;
    end if;
    perform lab.link_event(p_report, 'report.received', null, null, null, p_report, '{}', p_command, p_origin);
    return true;
  end
  $$;

create or replace function lab.tell_report(p_report uuid, p_told uuid, p_person uuid, p_wrapped bytea, p_sealed bytea, p_command uuid, p_origin text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    r record;
  begin
    select o.municipality_id, o.family_id, o.rule_code, o.rule_from, o.party_id, o.to_party, o.sent_at into r from lab.report o
      where o.id = p_report and o.municipality_id = lab.current_municipality()
        and o.id in (select lab.my_report_ids());
    if r is null or not exists (select 1 from lab.present_member m where m.family_id = r.family_id and m.person_id = p_person) then
      raise exception 'not found' using errcode = 'insufficient_privilege';
    end if;
    insert into lab.report_told (municipality_id, id, report_id, family_id, person_id, rule_code, rule_from, from_party, to_party, sent_on, told_by, wrapped, sealed)
      values (r.municipality_id, p_told, p_report, r.family_id, p_person, r.rule_code, r.rule_from, r.party_id, r.to_party,
        (r.sent_at at time zone 'Europe/Oslo')::date, lab.current_person(), p_wrapped, p_sealed);
    perform lab.link_event(p_report, 'report.told', null, null, null, p_told, jsonb_build_object('person', p_person), p_command, p_origin);
  end
  $$;

create or replace function lab.my_reports() returns table (report_id uuid, writer text, writing text, receiving text, family text, children jsonb, members jsonb,
    received_by text, mine boolean, may_receive boolean, told uuid[])
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select o.id, w.name, y.name, z.name, f.name,
      (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'born', b.born) order by b.born), '[]')
        from lab.person c join lab.birth b on b.person_id = c.id where c.id = any (o.children)),
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.person_id, 'name', q.called_name) order by m.age desc), '[]')
        from lab.present_member m join lab.person q on q.id = m.person_id where m.family_id = o.family_id),
      g.name, o.written_by = lab.current_person(), o.to_party in (select lab.my_receiving()),
      array(select t.person_id from lab.report_told t where t.report_id = o.id)
    from lab.report o
    join lab.person w on w.municipality_id = o.municipality_id and w.id = o.written_by
    join lab.party y on y.municipality_id = o.municipality_id and y.id = o.party_id
    join lab.party z on z.municipality_id = o.municipality_id and z.id = o.to_party
    join lab.family f on f.municipality_id = o.municipality_id and f.id = o.family_id
    left join lab.person g on g.municipality_id = o.municipality_id and g.id = o.received_by
    where o.municipality_id = lab.current_municipality()
      and o.id in (select lab.my_report_ids())
  $$;

-- As in 0026, but: nobody who is of the family, was, or answers for somebody there.
create or replace function lab.act_receivers(p_family uuid) returns table (person_id uuid, name text, party_id uuid, service text, in_sentence text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.name, y.id, y.name, y.in_sentence
    from lab.role_held r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
    where r.municipality_id = lab.current_municipality() and y.kind = 'service' and p.id <> lab.current_person()
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
      and exists (select 1 from lab.my_sectors(p_family))
      and not lab.of_family(p_family, p.id)
  $$;

-- As in 0026, but: who did it and who received it, while they work there.
create or replace function lab.act_people() returns table (act_id uuid, receiver text, receiving text, recorder text, recording text, family text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select a.id, p.name, y.name, q.name, z.name, f.name
    from lab.act a
    join lab.person p on p.municipality_id = a.municipality_id and p.id = a.person_id
    join lab.family f on f.municipality_id = a.municipality_id and f.id = a.family_id
    left join lab.party y on y.municipality_id = a.municipality_id and y.id = a.party_id
    left join lab.person q on q.municipality_id = a.municipality_id and q.id = a.recorded_by
    left join lab.party z on z.municipality_id = a.municipality_id and z.id = a.recorded_party
    where a.municipality_id = lab.current_municipality()
      and ((a.person_id = lab.current_person() and (a.party_id is null or lab.works_at(a.person_id, a.party_id)))
        or (a.recorded_by = lab.current_person() and (a.recorded_party is null or lab.works_at(a.recorded_by, a.recorded_party)))
        or (a.told_at <= now() and a.family_id in (
          select v.family_id from lab.my_voice() v union select w.family_id from lab.my_families() w where w.way in ('guardian', 'leader'))))
  $$;

revoke execute on function lab.of_family(uuid, uuid), lab.my_homes(), lab.works_at(uuid, uuid), lab.my_report_ids() from public;
grant execute on function lab.my_homes(), lab.my_report_ids() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- An act lets one person of a service read: while they work there.
create or replace view lab.active_act with (security_invoker = true) as
  select municipality_id, family_id, person_id, kind, areas from lab.act
  where valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now())
    and (party_id is null or exists (select 1 from lab.role_held r where r.person_id = act.person_id and r.party_id = act.party_id
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())));

alter policy see on lab.report using (municipality_id = (select lab.current_municipality()) and id in (select lab.my_report_ids()));

-- As in 0026, but: who did it or received it, while they work there; and a guardian, of what lies in their mandate.
alter policy see on lab.act using (municipality_id = (select lab.current_municipality())
  and (person_id <> (select lab.current_person()) or party_id is null or party_id in (
    select r.party_id from lab.role_held r where r.person_id = (select lab.current_person()) and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())))
  and (recorded_by is distinct from (select lab.current_person()) or recorded_party is null or recorded_party in (
    select r.party_id from lab.role_held r where r.person_id = (select lab.current_person()) and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())))
  and (person_id = (select lab.current_person()) or recorded_by = (select lab.current_person())
    or (told_at <= now() and (family_id in (select v.family_id from lab.my_voice() v)
      or family_id in (select f.family_id from lab.my_families() f where f.way in ('guardian', 'leader')
        and (f.way = 'leader' or exists (
          select 1 from lab.responsibility r join lab.member m on m.municipality_id = r.municipality_id and m.person_id = r.person_id
          where m.family_id = f.family_id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
            and r.holder_id = (select lab.current_person()) and r.kind = 'guardian' and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
            and (r.areas is null or r.areas && act.areas))))))));
