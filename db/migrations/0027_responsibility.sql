-- Who answers for whom, told, registered and corrected: with its source, the day of its document, and who wrote it down (REQ-16, scenario 81). And the days on
-- which somebody begins to answer for themself (REQ-18, scenario 27).
alter table lab.responsibility
  add column document_on date,
  add column recorded_by uuid,
  add column recorded_at timestamptz,
  add column ended_by uuid,
  add foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id),
  add foreign key (municipality_id, ended_by) references lab.person (municipality_id, id);
comment on column lab.responsibility.source is 'Where it is known from: register, court, agreement, state_administrator, told_by_parent; or in the seed''s own words.';

create table lab.coming_of_age (
  municipality_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  age smallint not null check (age between 1 and 18),
  on_day date not null,
  noted_at timestamptz not null default now(),
  answered_at timestamptz,
  primary key (municipality_id, family_id, person_id, age),
  foreign key (municipality_id, family_id, person_id) references lab.member (municipality_id, family_id, person_id) on update cascade
);
comment on table lab.coming_of_age is 'That somebody has come to an age at which they answer for themself in some area: they are asked, and when they have seen to it.';
alter table lab.coming_of_age enable row level security;
alter table lab.coming_of_age force row level security;
create policy owner_all on lab.coming_of_age to lab_owner using (true) with check (true);
grant select, insert on lab.coming_of_age to lab_rule;
create policy rule_reads on lab.coming_of_age for select to lab_rule using (true);
create policy rule_notes on lab.coming_of_age for insert to lab_rule with check (true);

grant update (ended_by) on lab.responsibility to lab_rule;
-- What a parent tells (0022), and what the leader writes down under their own name; joined (0027_duplicates) or ended.
alter policy rule_tells on lab.responsibility with check ((kind = 'parental' and source = 'told_by_parent') or recorded_by is not null);
alter policy rule_joins on lab.responsibility using (source = 'told_by_parent' or valid_to is null or valid_to > now())
  with check (source = 'told_by_parent' or ended_by is not null);

grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether the signed-in person writes down who answers for somebody of a family: its leader.
create function lab.may_record_responsibility(p_family uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f
      where f.way = 'leader')
  $$;

-- Writes it down. The holder is of the family, or is named here and becomes known by that alone. Answers false: not theirs to write, or nobody of the family.
create function lab.record_responsibility(p_family uuid, p_id uuid, p_person uuid, p_holder uuid, p_name text, p_called_name text, p_initials text, p_kind text,
    p_areas text[], p_source text, p_document_on date, p_until date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
  begin
    if not lab.may_record_responsibility(p_family)
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

-- It no longer is so: ended, never removed.
create function lab.end_responsibility(p_family uuid, p_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not lab.may_record_responsibility(p_family) then
      return false;
    end if;
    update lab.responsibility r set valid_to = now(), ended_by = lab.current_person()
      where r.municipality_id = lab.current_municipality() and r.id = p_id and r.valid_from < now() and (r.valid_to is null or r.valid_to > now())
        and r.person_id in (select m.person_id from lab.present_member m where m.family_id = p_family);
    return found;
  end
  $$;

-- Who answers for those of a family: for its members, guardians of one of them, and its leader. Nobody is told of another family.
create function lab.my_responsibilities(p_family uuid) returns table (id uuid, person_id uuid, holder_id uuid, holder text, kind text, areas text[], source text,
    document_on date, valid_from timestamptz, valid_to timestamptz, recorded_by text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    wide boolean := lab.may_record_responsibility(p_family)
      or exists (select 1 from lab.families_of(array[me], p_family) f where f.way = 'member');
  begin
    return query
      select r.id, r.person_id, r.holder_id, h.called_name, r.kind, r.areas, r.source, r.document_on, r.valid_from, r.valid_to, w.called_name
      from lab.present_member m
      join lab.responsibility r on r.municipality_id = m.municipality_id and r.person_id = m.person_id
      join lab.person h on h.municipality_id = r.municipality_id and h.id = r.holder_id
      left join lab.person w on w.municipality_id = r.municipality_id and w.id = r.recorded_by
      where m.family_id = p_family and m.municipality_id = lab.current_municipality()
        and (wide or r.holder_id = me)
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (r.kind = 'guardian' or m.age < 18)
      order by m.person_id, r.kind desc, h.called_name;
  end
  $$;

-- Ages at which somebody begins to answer for themself: what the table of consent ages says today, and eighteen.
create function lab.ages_that_count(p_town uuid) returns setof integer
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct n.from_age::integer from lab.consent_age_now n where n.municipality_id = p_town and n.from_age <= 18
    union select 18
  $$;

-- The birthday has come: noted once for each family somebody belongs to, within a month, so that a job that stood still catches up. Answers what is new.
create function lab.note_birthdays() returns table (family_id uuid, person_id uuid, age integer)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query
      with come as (
        select m.municipality_id, m.family_id, m.person_id, a.a as age,
          -- Who is born on 29 February has the birthday on 1 March in years without that day (docs/decisions/0004).
          case when to_char(m.born, 'MMDD') = '0229' and (make_date(extract(year from m.born)::int + a.a, 3, 1) - 1) = make_date(extract(year from m.born)::int + a.a, 2, 28)
            then make_date(extract(year from m.born)::int + a.a, 3, 1) else (m.born + make_interval(years => a.a))::date end as on_day
        from lab.present_member m cross join lateral lab.ages_that_count(m.municipality_id) as a (a)
        where m.age between a.a and a.a + 1
      ), noted as (
        insert into lab.coming_of_age (municipality_id, family_id, person_id, age, on_day)
          select c.municipality_id, c.family_id, c.person_id, c.age, c.on_day from come c
          where c.on_day <= lab.today() and c.on_day > lab.today() - 31
          on conflict do nothing returning coming_of_age.family_id, coming_of_age.person_id, coming_of_age.age)
      select n.family_id, n.person_id, n.age::integer from noted n;
  end
  $$;

revoke execute on function lab.may_record_responsibility(uuid), lab.record_responsibility(uuid, uuid, uuid, uuid, text, text, text, text, text[], text, date, date),
  lab.end_responsibility(uuid, uuid), lab.my_responsibilities(uuid), lab.ages_that_count(uuid), lab.note_birthdays() from public;
grant execute on function lab.may_record_responsibility(uuid), lab.record_responsibility(uuid, uuid, uuid, uuid, text, text, text, text, text[], text, date, date),
  lab.end_responsibility(uuid, uuid), lab.my_responsibilities(uuid) to lab_app;
grant execute on function lab.note_birthdays() to lab_system;
reset role;
revoke create on schema lab from lab_rule;

-- The young person themself, and the leader, who sees that it is asked. Only the one who is asked answers.
grant select on lab.coming_of_age to lab_app;
create policy see on lab.coming_of_age for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person()) or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')));
grant update (answered_at) on lab.coming_of_age to lab_app;
create policy see_to_it on lab.coming_of_age for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and person_id = (select lab.current_person()) and answered_at is null)
  with check (answered_at is not null);
