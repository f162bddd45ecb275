-- Break-glass (nødtilgang, REQ-57): somebody who holds a role for it opens a family to themself in an emergency, for minutes, with a reason, and reads by
-- case 5 of the rule. The family is told at once; a manager says afterwards whether it was needed, within some working days. It is an act as those
-- of 0026 are: the rule, the openings and the live stream know it already. Here is what it rests on, and what is looked at afterwards.
create table lab.glass_rule (
  municipality_id uuid not null references lab.municipality (id),
  valid_from date not null,
  longest_minutes integer not null check (longest_minutes between 1 and 60),
  review_days integer not null check (review_days between 1 and 3),
  source text not null,
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, valid_from)
);
comment on table lab.glass_rule is 'How long one break-glass lasts at most, never above an hour, and within how many working days it is looked at; in versions with their source.';

create view lab.glass_rule_now with (security_invoker = true) as
  select distinct on (municipality_id) municipality_id, longest_minutes, review_days
  from lab.glass_rule where valid_from <= lab.today() order by municipality_id, valid_from desc;

create table lab.holiday (
  municipality_id uuid not null references lab.municipality (id),
  day date not null,
  source text not null,
  primary key (municipality_id, day)
);
comment on table lab.holiday is 'Days on which nobody is at work besides Saturdays and Sundays. A year without rows has none: then something is due sooner, never later.';

create table lab.glass_review (
  municipality_id uuid not null,
  id uuid not null unique,
  act_id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  due_on date not null,
  outcome text check (outcome in ('needed', 'not_needed', 'follow_up')),
  wrapped bytea,
  sealed bytea,
  answered_by uuid,
  answered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, act_id) references lab.act (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, answered_by) references lab.person (municipality_id, id),
  check (num_nulls(outcome, wrapped, sealed, answered_by, answered_at) in (0, 5)),
  -- Nobody says of their own reading that it was needed.
  check (answered_by is distinct from person_id)
);
create index on lab.glass_review (municipality_id, due_on) where outcome is null;
comment on table lab.glass_review is 'That one break-glass is to be looked at by the manager who answers for the reader, by a day; and what they found. Words sealed under a key of their own.';

do $$
declare t text;
begin
  foreach t in array array['glass_rule', 'holiday', 'glass_review'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select on lab.%I to lab_rule, lab_app', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.glass_rule_now to lab_rule, lab_app;
create policy see on lab.glass_rule for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy see on lab.holiday for select to lab_app using (municipality_id = (select lab.current_municipality()));
-- A new municipality begins with what the product begins with.
grant insert on lab.glass_rule, lab.holiday to lab_system;
create policy first_admin on lab.glass_rule for insert to lab_system with check (true);
create policy first_admin on lab.holiday for insert to lab_system with check (true);
grant insert, update (outcome, wrapped, sealed, answered_by, answered_at) on lab.glass_review to lab_rule;
create policy rule_asks on lab.glass_review for insert to lab_rule with check (outcome is null);
create policy rule_answers on lab.glass_review for update to lab_rule using (outcome is null) with check (outcome is not null);

-- Movable days follow Easter; the years are written out, so that no rule of the church's year stands in the code.
create function lab.usual_holidays() returns table (day date, source text)
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
    select d.day, 'lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdager § 1'
    from (values (date '2026-04-05'), (date '2027-03-28'), (date '2028-04-16'), (date '2029-04-01'), (date '2030-04-21'), (date '2031-04-13'),
      (date '2032-03-28'), (date '2033-04-17'), (date '2034-04-09'), (date '2035-03-25'), (date '2036-04-13')) as easter (sunday)
    cross join lateral (
      select easter.sunday + n as day from unnest(array[-3, -2, 0, 1, 39, 49, 50]) n
      union select (extract(year from easter.sunday) || x)::date from unnest(array['-01-01', '-05-01', '-05-17', '-12-25', '-12-26']) x
    ) d
  $$;
revoke execute on function lab.usual_holidays() from public;
grant execute on function lab.usual_holidays() to lab_system;
insert into lab.glass_rule (municipality_id, valid_from, longest_minutes, review_days, source)
  select m.id, date '2000-01-01', 60, 3, 'Velferdslabens utgangspunkt, og det lengste det kan være. Kommunen kan velge kortere.' from lab.municipality m;
insert into lab.holiday (municipality_id, day, source) select m.id, h.day, h.source from lab.municipality m cross join lab.usual_holidays() h;

-- As in 0032, but: break-glass also ends with the role that allows it, held for that very service.
create or replace view lab.active_act with (security_invoker = true) as
  select municipality_id, family_id, person_id, kind, areas from lab.act
  where valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now())
    and (party_id is null or exists (select 1 from lab.role_held r where r.person_id = act.person_id and r.party_id = act.party_id
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())))
    and (kind <> 'break_glass' or exists (select 1 from lab.role_held h where h.person_id = act.person_id and h.role = 'break_glass'
      and h.party_id is not distinct from act.party_id and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now())));

grant create on schema lab to lab_rule;
set role lab_rule;

-- The day some working days after another.
create function lab.working_days_after(p_town uuid, p_day date, p_days integer) returns date
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select d::date from generate_series(p_day + 1, p_day + 40, interval '1 day') d
    where extract(isodow from d) < 6 and not exists (select 1 from lab.holiday h where h.municipality_id = p_town and h.day = d::date)
    order by d offset p_days - 1 limit 1
  $$;

-- Who answers for what somebody read: managers of the service it was read for, else those of the whole municipality. Never the reader, and nobody of the family.
create function lab.glass_managers(p_family uuid, p_party uuid, p_reader uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    with able as materialized (
      select r.person_id, r.party_id from lab.role_held r join lab.family f on f.municipality_id = r.municipality_id
      where f.id = p_family and r.role = 'manager' and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
        and (r.party_id = p_party or r.party_id is null) and r.person_id <> p_reader and not lab.of_family(p_family, r.person_id)
    )
    select distinct a.person_id from able a where a.party_id = p_party or not exists (select 1 from able b where b.party_id = p_party)
  $$;

-- What was read by break-glass and is the signed-in person's to look at (manager), or to know of (officer). Nobody of the family, and not one's own reading.
create function lab.my_glass_reviews() returns table (review_id uuid, act_id uuid, way text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select g.id, g.act_id, 'manager' from lab.glass_review g
    where lab.holds_role(array['manager']) and g.municipality_id = lab.current_municipality()
      and lab.current_person() in (select lab.glass_managers(g.family_id, g.party_id, g.person_id))
    union all
    select g.id, g.act_id, 'officer' from lab.glass_review g
    where lab.holds_role(array['privacy_officer']) and g.municipality_id = lab.current_municipality()
      and g.person_id <> lab.current_person() and g.family_id not in (select lab.my_homes())
  $$;

-- The same with what one needs to judge it: who, for which service, what and how long. Of the family its number alone.
create function lab.glass_reviews() returns table (review_id uuid, act_id uuid, way text, reader text, service text, family text, areas text[],
    from_at timestamptz, until timestamptz, ended_at timestamptz, answerer text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.review_id, r.act_id, r.way, p.name, y.name, upper(substr(a.family_id::text, 1, 4) || '-' || substr(a.family_id::text, 5, 4)), a.areas,
      a.valid_from, a.valid_to, a.ended_at, q.name
    from lab.my_glass_reviews() r
    join lab.glass_review g on g.id = r.review_id
    join lab.act a on a.id = r.act_id
    join lab.person p on p.municipality_id = g.municipality_id and p.id = g.person_id
    join lab.party y on y.municipality_id = g.municipality_id and y.id = g.party_id
    left join lab.person q on q.municipality_id = g.municipality_id and q.id = g.answered_by
  $$;

-- Families of somebody who was named by identity number (the server has found whose it is: no rule may look a number up, REQ-39), or by the very name and birth day, for who may break the glass. Nobody strictly protected is
-- found by a name, nor anybody of their family, as at the door (REQ-27, 0037_b), and nobody finds a family they are of. A search that does not end at one family is remembered: asked in vain.
create function lab.glass_families(p_person uuid, p_name text, p_born date, p_party uuid) returns table (family_id uuid, name text, answered boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    me uuid := lab.current_person();
    found_families uuid[];
  begin
    if not lab.holds_role(array['break_glass']) then
      raise exception 'not found' using errcode = 'insufficient_privilege';
    end if;
    found_families := array(
      select distinct m.family_id from lab.present_member m
      where m.municipality_id = town and not lab.of_family(m.family_id, me) and m.person_id in (
        select p_person where p_person is not null
        union
        select p.id from lab.person p join lab.birth b on b.municipality_id = p.municipality_id and b.person_id = p.id
          where p.municipality_id = town and b.born = p_born
            and lower(p.name collate lab.norwegian) = lower(regexp_replace(trim(p_name), '\s+', ' ', 'g') collate lab.norwegian)
            and not exists (select 1 from lab.present_member o join lab.protected_now g on g.municipality_id = o.municipality_id and g.person_id = o.person_id
              where o.family_id = m.family_id and g.level = 'strictly_confidential')));
    if cardinality(found_families) <> 1 then
      perform lab.link_event(town, 'glass.sought', null, null, null, null, jsonb_build_object('families', cardinality(found_families)), null, '');
    end if;
    return query
      select f.id, f.name, exists (select 1 from lab.glass_managers(f.id, p_party, me))
      from lab.family f where f.municipality_id = town and f.id = any (found_families);
  end
  $$;

-- Breaks the glass. Everything is looked at again here, whatever the server has looked at. The family is told by the same row, and a review is asked for.
create function lab.open_glass(p_act uuid, p_review uuid, p_family uuid, p_party uuid, p_areas text[], p_minutes integer, p_due date,
    p_wrapped bytea, p_sealed bytea, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    me uuid := lab.current_person();
    rule lab.glass_rule_now;
  begin
    -- Two at the same moment, of two families, are not one at a time: whoever comes second waits here, and then sees the first.
    perform pg_advisory_xact_lock(hashtextextended('glass ' || me, 0));
    select r.* into rule from lab.glass_rule_now r where r.municipality_id = town;
    if rule is null or not exists (select 1 from lab.role_held r where r.person_id = me and r.role = 'break_glass' and r.party_id = p_party
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())) then
      raise exception 'no right to break the glass' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from lab.family f where f.id = p_family and f.municipality_id = town) or lab.of_family(p_family, me)
      or not exists (select 1 from lab.glass_managers(p_family, p_party, me)) then
      raise exception 'nobody of the family, and somebody to answer for it' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from lab.act a where a.person_id = me and a.kind = 'break_glass' and a.ended_at is null and a.valid_to > now()) then
      raise exception 'one at a time' using errcode = 'insufficient_privilege';
    end if;
    if cardinality(p_areas) = 0 or exists (select 1 from unnest(p_areas) n where n not in (select a.code from lab.area a where a.municipality_id = town)) then
      raise exception 'areas that are there' using errcode = 'check_violation';
    end if;
    if p_minutes < 1 or p_minutes > rule.longest_minutes then
      raise exception 'longer than the rule allows' using errcode = 'check_violation';
    end if;
    if p_due is distinct from lab.working_days_after(town, lab.today(), rule.review_days) then
      raise exception 'looked at within the working days of the rule' using errcode = 'check_violation';
    end if;
    insert into lab.act (municipality_id, id, family_id, person_id, party_id, kind, areas, ground, recorded_by, recorded_party, valid_from, valid_to, told_at)
      values (town, p_act, p_family, me, p_party, 'break_glass', p_areas, 'break_glass', me, p_party, now(), now() + make_interval(mins => p_minutes), now());
    insert into lab.act_reason (municipality_id, act_id, wrapped, sealed) values (town, p_act, p_wrapped, p_sealed);
    insert into lab.glass_review (municipality_id, id, act_id, family_id, person_id, party_id, due_on) values (town, p_review, p_act, p_family, me, p_party, p_due);
    return lab.link_event(p_family, 'glass.opened', null, null, null, p_act,
      jsonb_build_object('areas', p_areas, 'minutes', p_minutes, 'party', p_party), p_command, p_origin);
  end
  $$;

-- Ends one's own break-glass before its time.
create function lab.close_glass(p_act uuid, p_command uuid, p_origin text) returns table (family_id uuid, seq bigint)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    home uuid;
  begin
    select a.family_id into home from lab.act a
      where a.id = p_act and a.municipality_id = lab.current_municipality() and a.person_id = lab.current_person() and a.kind = 'break_glass'
        and a.ended_at is null and a.valid_to > now() for update;
    if home is null then
      return;
    end if;
    update lab.act set ended_at = now() where id = p_act;
    return query select home, lab.link_event(home, 'glass.closed', null, null, null, p_act, '{"by": "reader"}', p_command, p_origin);
  end
  $$;

-- Its time is over: sight has ended by the clock already; here it is remembered that it has. By the job, for nobody is signed in.
create function lab.close_due_glass(p_origin text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    due record;
    closed integer := 0;
  begin
    for due in select a.id, a.family_id from lab.act a join lab.glass_review g on g.act_id = a.id
        where a.kind = 'break_glass' and a.ended_at is null and a.valid_to <= now() order by a.valid_to, a.id limit 500 loop
      perform lab.lock_chain(due.family_id);
      update lab.act set ended_at = valid_to where id = due.id and ended_at is null;
      if found then
        perform lab.link_event(due.family_id, 'glass.closed', null, null, null, due.id, '{"by": "time"}', null, p_origin);
        closed := closed + 1;
      end if;
    end loop;
    return closed;
  end
  $$;

-- What the manager who answers for it found. Once, and kept.
create function lab.answer_glass(p_review uuid, p_outcome text, p_wrapped bytea, p_sealed bytea, p_command uuid, p_origin text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    home uuid;
  begin
    update lab.glass_review g set outcome = p_outcome, wrapped = p_wrapped, sealed = p_sealed, answered_by = lab.current_person(), answered_at = now()
      where g.id = p_review and g.outcome is null and g.id in (select r.review_id from lab.my_glass_reviews() r where r.way = 'manager')
      returning g.family_id into home;
    if home is null then
      return false;
    end if;
    perform lab.link_event(home, 'glass.reviewed', null, null, null, p_review, jsonb_build_object('outcome', p_outcome), p_command, p_origin);
    return true;
  end
  $$;

-- Whether the signed-in person has broken the glass of a family: then nothing of it leaves the screen, also for who sits there too, for paper holds all they see.
create function lab.has_glass(p_family uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.active_act a where a.person_id = lab.current_person() and a.family_id = p_family and a.kind = 'break_glass')
  $$;

-- Whether they come to it by that alone: then a command is told why it is refused.
create function lab.by_glass(p_family uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select lab.has_glass(p_family)
      and not exists (select 1 from lab.active_act a where a.person_id = lab.current_person() and a.family_id = p_family and a.kind <> 'break_glass')
      and not exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way not in ('act', 'core_team'))
  $$;

-- As in 0026, but: break-glass has an end of its own.
create or replace function lab.end_act(p_act uuid, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    found_act record;
  begin
    select a.family_id, a.told_at into found_act from lab.act a
      where a.id = p_act and a.municipality_id = lab.current_municipality() and lab.current_person() in (a.person_id, a.recorded_by)
        and a.kind = 'exception' and a.ended_at is null and a.valid_to > now() for update;
    if found_act is null then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    update lab.act set ended_at = now() where id = p_act;
    perform lab.link_event(p_act, 'act.ended', null, null, null, p_act, '{}', p_command, p_origin);
    if found_act.told_at is null then
      return null;
    end if;
    return lab.link_event(found_act.family_id, 'act.ended', null, null, null, p_act, '{}', p_command, p_origin);
  end
  $$;

revoke execute on function lab.working_days_after(uuid, date, integer), lab.glass_managers(uuid, uuid, uuid), lab.my_glass_reviews(), lab.glass_reviews(),
  lab.glass_families(uuid, text, date, uuid), lab.open_glass(uuid, uuid, uuid, uuid, text[], integer, date, bytea, bytea, uuid, text),
  lab.close_glass(uuid, uuid, text), lab.close_due_glass(text), lab.answer_glass(uuid, text, bytea, bytea, uuid, text), lab.has_glass(uuid), lab.by_glass(uuid) from public;
grant execute on function lab.my_glass_reviews(), lab.glass_reviews(), lab.glass_families(uuid, text, date, uuid),
  lab.open_glass(uuid, uuid, uuid, uuid, text[], integer, date, bytea, bytea, uuid, text), lab.close_glass(uuid, uuid, text),
  lab.answer_glass(uuid, text, bytea, bytea, uuid, text), lab.has_glass(uuid), lab.by_glass(uuid) to lab_app;
grant execute on function lab.close_due_glass(text) to lab_system;
reset role;
revoke create on schema lab from lab_rule;

-- Erasing a family by hand finds the keys of what was said about a break-glass too.
grant select (municipality_id, id, family_id) on lab.glass_review to lab_system;
create policy job_reads on lab.glass_review for select to lab_system using (true);
create policy see on lab.glass_review for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id)
  and id in (select r.review_id from lab.my_glass_reviews() r));
-- As in 0026, and: the manager who is to say whether break-glass was needed reads why.
alter policy see on lab.act_reason using (municipality_id = (select lab.current_municipality())
  and (act_id in (select a.id from lab.act a where (select lab.current_person()) in (a.person_id, a.recorded_by))
    or act_id in (select r.act_id from lab.my_glass_reviews() r where r.way = 'manager')));
