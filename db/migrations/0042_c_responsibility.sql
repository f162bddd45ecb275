-- Who answers for a child is written down at the door too (REQ-16): by the core team, as long as the family has no leader who does it (0027). And each of two who
-- answer for a child sees what is written of it, also where only one of them is of the family.
grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether the signed-in person of the core team writes it down: a family that was sent here and that nobody leads; not their own, and none with somebody in it who
-- must not be found.
create function lab.may_answer_at_door(p_family uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way = 'core_team')
      and exists (select 1 from lab.referral r where r.municipality_id = lab.current_municipality() and r.family_id = p_family)
      -- Nor has anybody led it: where a course has begun, who answers for a child is what yeses rest on, and a new leader writes it.
      and not exists (select 1 from lab.seat s where s.family_id = p_family and s.role = 'leader' and s.approved_at is not null)
      and p_family not in (select lab.hidden_at_door())
      and p_family not in (select lab.my_homes())
      and not exists (select 1 from lab.present_member m join lab.answers_for a on a.municipality_id = m.municipality_id and a.person_id = m.person_id
        where m.family_id = p_family and a.holder_id = lab.current_person())
  $$;

-- Who is of such a family, by the name they are called: whom somebody answers for, and who could.
create function lab.answered_at_door(p_family uuid) returns table (person_id uuid, called_name text, age integer)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    if not lab.may_answer_at_door(p_family) then return; end if;
    return query
      select m.person_id, p.called_name, m.age::integer
      from lab.present_member m join lab.person p on p.municipality_id = m.municipality_id and p.id = m.person_id
      where m.municipality_id = lab.current_municipality() and m.family_id = p_family
      order by m.age desc nulls first, p.called_name;
  end
  $$;

-- As in 0027, and the core team at the door.
create or replace function lab.record_responsibility(p_family uuid, p_id uuid, p_person uuid, p_holder uuid, p_name text, p_called_name text, p_initials text, p_kind text,
    p_areas text[], p_source text, p_document_on date, p_until date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
  begin
    if not (lab.may_record_responsibility(p_family) or lab.may_answer_at_door(p_family))
      or not exists (select 1 from lab.present_member m where m.municipality_id = town and m.family_id = p_family and m.person_id = p_person)
      or (p_name is null and not exists (
        select 1 from lab.member m where m.municipality_id = town and m.family_id = p_family and m.person_id = p_holder
        union all select 1 from lab.responsibility r where r.municipality_id = town and r.person_id = p_person and r.holder_id = p_holder)) then
      return false;
    end if;
    if p_name is not null then
      insert into lab.person (municipality_id, id, name, called_name, initials) values (town, p_holder, p_name, p_called_name, p_initials);
    end if;
    insert into lab.responsibility (municipality_id, id, person_id, holder_id, kind, areas, source, document_on, valid_from, valid_to, recorded_by, recorded_at)
      values (town, p_id, p_person, p_holder, p_kind, p_areas, p_source, p_document_on, now(),
        (p_until + 1)::timestamp at time zone 'Europe/Oslo', lab.current_person(), now());
    return true;
  end
  $$;

create or replace function lab.end_responsibility(p_family uuid, p_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not (lab.may_record_responsibility(p_family) or lab.may_answer_at_door(p_family)) then
      return false;
    end if;
    update lab.responsibility r set valid_to = now(), ended_by = lab.current_person()
      where r.municipality_id = lab.current_municipality() and r.id = p_id and r.valid_from < now() and (r.valid_to is null or r.valid_to > now())
        and r.person_id in (select m.person_id from lab.present_member m where m.family_id = p_family);
    return found;
  end
  $$;

-- The same at the door, where the one who writes may append nothing to a family's chain by themself.
create function lab.record_at_door(p_family uuid, p_id uuid, p_person uuid, p_holder uuid, p_name text, p_called_name text, p_initials text, p_kind text,
    p_areas text[], p_source text, p_document_on date, p_until date, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not lab.may_answer_at_door(p_family) or not lab.record_responsibility(p_family, p_id, p_person, p_holder, p_name, p_called_name, p_initials, p_kind, p_areas,
        p_source, p_document_on, p_until) then
      return null;
    end if;
    return lab.link_event(p_family, 'responsibility.recorded', null, null, null, p_id, jsonb_build_object('kind', p_kind, 'source', p_source), p_command, p_origin);
  end
  $$;

create function lab.end_at_door(p_family uuid, p_id uuid, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not lab.may_answer_at_door(p_family) or not lab.end_responsibility(p_family, p_id) then return null; end if;
    return lab.link_event(p_family, 'responsibility.ended', null, null, null, p_id, '{}', p_command, p_origin);
  end
  $$;

-- As in 0027, and: the core team at the door; and whoever answers for a child sees who else does, and where that is known from.
create or replace function lab.my_responsibilities(p_family uuid) returns table (id uuid, person_id uuid, holder_id uuid, holder text, kind text, areas text[], source text,
    document_on date, valid_from timestamptz, valid_to timestamptz, recorded_by text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    wide boolean := lab.may_record_responsibility(p_family) or lab.may_answer_at_door(p_family)
      or exists (select 1 from lab.families_of(array[me], p_family) f where f.way = 'member');
  begin
    return query
      select r.id, r.person_id, r.holder_id, h.called_name, r.kind, r.areas, r.source, r.document_on, r.valid_from, r.valid_to, w.called_name
      from lab.present_member m
      join lab.responsibility r on r.municipality_id = m.municipality_id and r.person_id = m.person_id
      join lab.person h on h.municipality_id = r.municipality_id and h.id = r.holder_id
      left join lab.person w on w.municipality_id = r.municipality_id and w.id = r.recorded_by
      where m.family_id = p_family and m.municipality_id = lab.current_municipality()
        and (wide or r.holder_id = me
          or r.kind = 'parental' and exists (select 1 from lab.answers_for a where a.person_id = r.person_id and a.holder_id = me and a.kind = 'parental'))
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (r.kind = 'guardian' or m.age < 18)
      order by m.person_id, r.kind desc, h.called_name;
  end
  $$;

revoke execute on function lab.may_answer_at_door(uuid), lab.answered_at_door(uuid), lab.end_at_door(uuid, uuid, uuid, text),
  lab.record_at_door(uuid, uuid, uuid, uuid, text, text, text, text, text[], text, date, date, uuid, text) from public;
grant execute on function lab.answered_at_door(uuid), lab.end_at_door(uuid, uuid, uuid, text),
  lab.record_at_door(uuid, uuid, uuid, uuid, text, text, text, text, text[], text, date, date, uuid, text) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
