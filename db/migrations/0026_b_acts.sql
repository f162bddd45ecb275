-- A statutory exception, told (REQ-10): somebody of a service at the table lets one person of a service read, by a rule of law, without the family's
-- yes. The receiver sees by case 5 of the rule and never writes. The family is told at once, or on a day, for a reason that is written down.
alter table lab.act
  add column rule_code text,
  add column rule_from date,
  add column party_id uuid,
  add column recorded_by uuid,
  add column recorded_party uuid,
  add column recorded_at timestamptz not null default now(),
  add column told_at timestamptz,
  add column tell_on date,
  add foreign key (municipality_id, rule_code, rule_from) references lab.statute_rule (municipality_id, code, valid_from),
  add foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  add foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id);
alter table lab.act add unique (id);
create index on lab.act (family_id);
create index on lab.act (tell_on) where told_at is null;
comment on column lab.act.told_at is 'When the family was told. Null: not told, and nobody but who did it and who received it may notice that there is an act.';
comment on column lab.act.tell_on is 'The day the family is told, where a written reason delays it.';

create table lab.act_reason (
  municipality_id uuid not null,
  act_id uuid not null,
  wrapped bytea not null,
  sealed bytea not null,
  primary key (municipality_id, act_id),
  foreign key (act_id) references lab.act (id)
);
comment on table lab.act_reason is 'Why an act was necessary, and why it is told later: sealed under a key of its own, for who did it and who received it (REQ-25: not for the pages of others).';
alter table lab.act_reason enable row level security;
alter table lab.act_reason force row level security;
create policy owner_all on lab.act_reason to lab_owner using (true) with check (true);

grant insert, update (told_at, ended_at) on lab.act to lab_rule;
create policy rule_records on lab.act for insert to lab_rule with check (true);
create policy rule_tells on lab.act for update to lab_rule using (true) with check (true);
grant insert on lab.act_reason to lab_rule;
create policy rule_records on lab.act_reason for insert to lab_rule with check (true);

grant create on schema lab to lab_rule;
set role lab_rule;

-- The signed-in person's own services at a family's table now, with what they are for the law. A private participant has no such rule.
create function lab.my_sectors(p_family uuid) returns table (party_id uuid, sector text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct s.party_id, x.sector
    from lab.active_seat s join lab.service_sector x on x.municipality_id = s.municipality_id and x.party_id = s.party_id
    where s.family_id = p_family and s.person_id = lab.current_person()
      and exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way in ('seat', 'leader'))
      and exists (select 1 from lab.role_held r where r.person_id = s.person_id and r.party_id = s.party_id
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))
  $$;

-- Areas the signed-in person reads by a seat there now: nobody lets another read what they may not read themself.
create function lab.my_seat_areas(p_family uuid) returns setof text
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct s.area from lab.sight_of(array[lab.current_person()], p_family, null, null) s
    where s.standing and s.privacy = 'table' and exists (select 1 from lab.my_sectors(p_family))
  $$;

-- Who can receive by an act: people of the services, and nobody of the family itself.
create function lab.act_receivers(p_family uuid) returns table (person_id uuid, name text, party_id uuid, service text, in_sentence text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.name, y.id, y.name, y.in_sentence
    from lab.role_held r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
    where r.municipality_id = lab.current_municipality() and y.kind = 'service' and p.id <> lab.current_person()
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
      and exists (select 1 from lab.my_sectors(p_family))
      and not exists (select 1 from lab.present_member m where m.family_id = p_family and m.person_id = p.id)
  $$;

-- Records an act. Everything is looked at again here, whatever the server has looked at. Until the family is told, its memory lies in a chain of
-- its own, so that not even the number of the family's own chain moves.
create function lab.record_act(p_act uuid, p_family uuid, p_rule text, p_party uuid, p_receiver uuid, p_receiving uuid, p_areas text[], p_to timestamptz,
    p_tell_on date, p_wrapped bytea, p_sealed bytea, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    me uuid := lab.current_person();
    rule lab.statute_rule;
    data jsonb;
  begin
    select r.* into rule from lab.statute_rule_now n join lab.statute_rule r on r.municipality_id = n.municipality_id and r.code = n.code and r.valid_from = n.valid_from
      where r.municipality_id = town and r.code = p_rule and r.kind = 'exception';
    if rule is null or not exists (select 1 from lab.my_sectors(p_family) s where s.party_id = p_party and s.sector = any (rule.sectors)) then
      raise exception 'no rule for this service' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from lab.act_receivers(p_family) r where r.person_id = p_receiver and r.party_id = p_receiving) then
      raise exception 'nobody of a service' using errcode = 'insufficient_privilege';
    end if;
    if cardinality(p_areas) = 0 or exists (select 1 from unnest(p_areas) a where a not in (select lab.my_seat_areas(p_family))) then
      raise exception 'not more than one reads oneself' using errcode = 'insufficient_privilege';
    end if;
    if p_to <= now() or p_to > now() + make_interval(days => rule.longest_days + 1) then
      raise exception 'longer than the rule allows' using errcode = 'check_violation';
    end if;
    if p_tell_on is not null and (not rule.may_delay or p_tell_on <= lab.today() or p_tell_on > lab.today() + rule.longest_days) then
      raise exception 'told at once, or within the rule' using errcode = 'check_violation';
    end if;
    insert into lab.act (municipality_id, id, family_id, person_id, party_id, kind, areas, ground, rule_code, rule_from, recorded_by, recorded_party,
        valid_from, valid_to, told_at, tell_on)
      values (town, p_act, p_family, p_receiver, p_receiving, 'exception', p_areas, p_rule, p_rule, rule.valid_from, me, p_party,
        now(), p_to, case when p_tell_on is null then now() end, p_tell_on);
    insert into lab.act_reason (municipality_id, act_id, wrapped, sealed) values (town, p_act, p_wrapped, p_sealed);
    data := jsonb_build_object('rule', p_rule, 'areas', p_areas, 'to', p_receiver, 'party', p_receiving);
    insert into lab.chain_head (municipality_id, chain_id, family_id) values (town, p_act, null);
    perform lab.link_event(p_act, 'act.recorded', null, null, null, p_act, data, p_command, p_origin);
    if p_tell_on is null then
      return lab.link_event(p_family, 'act.told', null, null, null, p_act, data, p_command, p_origin);
    end if;
    return null;
  end
  $$;

-- Ends one's own act before its time: who did it, or who received it.
create function lab.end_act(p_act uuid, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    found_act record;
  begin
    select a.family_id, a.told_at into found_act from lab.act a
      where a.id = p_act and a.municipality_id = lab.current_municipality() and lab.current_person() in (a.person_id, a.recorded_by)
        and a.ended_at is null and a.valid_to > now() for update;
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

-- The day has come: the family is told. By the clock, for nobody is signed in.
create function lab.tell_due_acts(p_origin text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    due record;
    told integer := 0;
  begin
    for due in select a.id, a.family_id, a.rule_code, a.areas, a.person_id, a.party_id from lab.act a
        where a.told_at is null and a.tell_on <= lab.today() and a.rule_code is not null order by a.tell_on, a.id limit 500 loop
      perform lab.lock_chain(due.family_id);
      update lab.act set told_at = now() where id = due.id and told_at is null;
      if found then
        perform lab.link_event(due.family_id, 'act.told', null, null, null, due.id,
          jsonb_build_object('rule', due.rule_code, 'areas', due.areas, 'to', due.person_id, 'party', due.party_id), null, p_origin);
        told := told + 1;
      end if;
    end loop;
    return told;
  end
  $$;

-- Names that come with what one may see of acts: who received, who did it, and the service of each.
create function lab.act_people() returns table (act_id uuid, receiver text, receiving text, recorder text, recording text, family text)
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
      and (lab.current_person() in (a.person_id, a.recorded_by)
        or (a.told_at <= now() and a.family_id in (
          select v.family_id from lab.my_voice() v union select w.family_id from lab.my_families() w where w.way in ('guardian', 'leader'))))
  $$;

revoke execute on function lab.my_sectors(uuid), lab.my_seat_areas(uuid), lab.act_receivers(uuid), lab.end_act(uuid, uuid, text), lab.tell_due_acts(text), lab.act_people(),
  lab.record_act(uuid, uuid, text, uuid, uuid, uuid, text[], timestamptz, date, bytea, bytea, uuid, text) from public;
grant execute on function lab.my_sectors(uuid), lab.my_seat_areas(uuid), lab.act_receivers(uuid), lab.end_act(uuid, uuid, text), lab.act_people(),
  lab.record_act(uuid, uuid, text, uuid, uuid, uuid, text[], timestamptz, date, bytea, bytea, uuid, text) to lab_app;
grant execute on function lab.tell_due_acts(text) to lab_system;
reset role;
revoke create on schema lab from lab_rule;

-- Who did it and who received it; and, when it is told, the family from sixteen, its guardians and its leader. Nobody else, and never before.
grant select on lab.act, lab.act_reason to lab_app;
create policy see on lab.act for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person()) or recorded_by = (select lab.current_person())
    or (told_at <= now() and (family_id in (select v.family_id from lab.my_voice() v)
      or family_id in (select f.family_id from lab.my_families() f where f.way in ('guardian', 'leader'))))));
create policy see on lab.act_reason for select to lab_app using (municipality_id = (select lab.current_municipality())
  and act_id in (select a.id from lab.act a where (select lab.current_person()) in (a.person_id, a.recorded_by)));
