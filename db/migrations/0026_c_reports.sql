-- The report path (REQ-11): a worry sent to child welfare, a danger averted. It lies outside the shared sheet: its own tables, its own chain, a key of
-- its own that no key of the family opens. Its author and the named receivers of the service it went to know of it, and nobody else, until one of them
-- tells it to somebody; then that one reads what they were told, and nothing more.
create table lab.report_receiver (
  municipality_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
create index on lab.report_receiver (person_id);
comment on table lab.report_receiver is 'Who is named to receive reports for a service, from when to when. Counts only while they also work there.';

create table lab.report (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  rule_code text not null,
  rule_from date not null,
  written_by uuid not null,
  party_id uuid not null,
  to_party uuid not null,
  children uuid[] not null,
  wrapped bytea not null,
  sealed bytea not null,
  sent_at timestamptz not null default now(),
  received_at timestamptz,
  received_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, rule_code, rule_from) references lab.statute_rule (municipality_id, code, valid_from),
  foreign key (municipality_id, written_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, to_party) references lab.party (municipality_id, id),
  check ((received_at is null) = (received_by is null))
);
create index on lab.report (written_by);
create index on lab.report (to_party);
comment on table lab.report is 'What somebody who works here reported by law, to a service. Words sealed under a key of its own. Seen by its author and the named receivers; no page, number, event or paper of the family has any of it.';

create table lab.report_told (
  municipality_id uuid not null,
  id uuid not null unique,
  report_id uuid not null references lab.report (id),
  family_id uuid not null,
  person_id uuid not null,
  rule_code text not null,
  rule_from date not null,
  from_party uuid not null,
  to_party uuid not null,
  sent_on date not null,
  told_by uuid not null,
  told_at timestamptz not null default now(),
  wrapped bytea not null,
  sealed bytea not null,
  primary key (municipality_id, id),
  unique (report_id, person_id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, rule_code, rule_from) references lab.statute_rule (municipality_id, code, valid_from)
);
create index on lab.report_told (person_id);
comment on table lab.report_told is 'What one person of the family was told of a report: the law, from whom, to whom, when, and words for them. Each is told for themself; another at home does not see it.';

do $$
declare t text;
begin
  foreach t in array array['report_receiver', 'report', 'report_told'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.report_receiver to lab_rule;
grant select (municipality_id, id, family_id, rule_code, rule_from, written_by, party_id, to_party, children, sent_at, received_at, received_by),
  update (received_at, received_by), insert on lab.report to lab_rule;
grant select (municipality_id, id, report_id, family_id, person_id), insert on lab.report_told to lab_rule;
create policy rule_sends on lab.report for insert to lab_rule with check (true);
create policy rule_receives on lab.report for update to lab_rule using (received_at is null) with check (received_at is not null);
create policy rule_tells on lab.report_told for insert to lab_rule with check (true);

grant create on schema lab to lab_rule;
set role lab_rule;

-- Services the signed-in person works for, from which they may report about a family they may open. The duty is theirs and asks for no seat.
create function lab.my_reporting(p_family uuid) returns table (party_id uuid, sector text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct r.party_id, x.sector
    from lab.role_held r join lab.service_sector x on x.municipality_id = r.municipality_id and x.party_id = r.party_id
    where r.person_id = lab.current_person() and r.municipality_id = lab.current_municipality()
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
      and exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way in ('seat', 'leader', 'table', 'act'))
  $$;

-- Parties the signed-in person is named to receive for, and works at.
create function lab.my_receiving() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct n.party_id from lab.report_receiver n
    where n.person_id = lab.current_person() and n.municipality_id = lab.current_municipality()
      and n.valid_from <= now() and (n.valid_to is null or n.valid_to > now())
      and exists (select 1 from lab.role_held r where r.person_id = n.person_id and r.party_id = n.party_id
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))
  $$;

-- Who receives, by name, for whoever may report: services with somebody named who works there now.
create function lab.report_receivers(p_family uuid) returns table (party_id uuid, service text, in_sentence text, names text[])
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select y.id, y.name, y.in_sentence, array_agg(distinct p.name order by p.name)
    from lab.report_receiver n
    join lab.party y on y.municipality_id = n.municipality_id and y.id = n.party_id
    join lab.person p on p.municipality_id = n.municipality_id and p.id = n.person_id
    where n.municipality_id = lab.current_municipality() and n.valid_from <= now() and (n.valid_to is null or n.valid_to > now())
      and exists (select 1 from lab.role_held r where r.person_id = n.person_id and r.party_id = n.party_id
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))
      and exists (select 1 from lab.my_reporting(p_family))
    group by y.id, y.name, y.in_sentence
  $$;

create function lab.send_report(p_report uuid, p_family uuid, p_rule text, p_party uuid, p_to_party uuid, p_children uuid[], p_wrapped bytea, p_sealed bytea,
    p_command uuid, p_origin text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    rule record;
  begin
    select r.kind, r.valid_from, r.sectors into rule from lab.statute_rule_now r where r.municipality_id = town and r.code = p_rule and r.kind in ('report', 'avert');
    if rule is null or not exists (select 1 from lab.my_reporting(p_family) s where s.party_id = p_party and s.sector = any (rule.sectors)) then
      raise exception 'no rule for this service' using errcode = 'insufficient_privilege';
    end if;
    if p_to_party not in (select r.party_id from lab.report_receivers(p_family) r) then
      raise exception 'nobody receives there' using errcode = 'insufficient_privilege';
    end if;
    if (rule.kind = 'report' and cardinality(p_children) = 0) or exists (select 1 from unnest(p_children) c
        where not exists (select 1 from lab.present_member m where m.family_id = p_family and m.person_id = c and m.age < 18)) then
      raise exception 'about a child of the family' using errcode = 'check_violation';
    end if;
    insert into lab.report (municipality_id, id, family_id, rule_code, rule_from, written_by, party_id, to_party, children, wrapped, sealed)
      values (town, p_report, p_family, p_rule, rule.valid_from, lab.current_person(), p_party, p_to_party, p_children, p_wrapped, p_sealed);
    insert into lab.chain_head (municipality_id, chain_id, family_id) values (town, p_report, null);
    perform lab.link_event(p_report, 'report.sent', null, null, null, p_report, jsonb_build_object('rule', p_rule, 'to', p_to_party), p_command, p_origin);
  end
  $$;

create function lab.receive_report(p_report uuid, p_command uuid, p_origin text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.report set received_at = now(), received_by = lab.current_person()
      where id = p_report and municipality_id = lab.current_municipality() and received_at is null and to_party in (select lab.my_receiving());
    if not found then
      return false;
    end if;
    perform lab.link_event(p_report, 'report.received', null, null, null, p_report, '{}', p_command, p_origin);
    return true;
  end
  $$;

-- Tells one person of the family: a recorded act of who wrote the report or receives it. Once for each.
create function lab.tell_report(p_report uuid, p_told uuid, p_person uuid, p_wrapped bytea, p_sealed bytea, p_command uuid, p_origin text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    r record;
  begin
    select o.municipality_id, o.family_id, o.rule_code, o.rule_from, o.party_id, o.to_party, o.sent_at into r from lab.report o
      where o.id = p_report and o.municipality_id = lab.current_municipality()
        and (o.written_by = lab.current_person() or o.to_party in (select lab.my_receiving()));
    if r is null or not exists (select 1 from lab.present_member m where m.family_id = r.family_id and m.person_id = p_person) then
      raise exception 'not found' using errcode = 'insufficient_privilege';
    end if;
    insert into lab.report_told (municipality_id, id, report_id, family_id, person_id, rule_code, rule_from, from_party, to_party, sent_on, told_by, wrapped, sealed)
      values (r.municipality_id, p_told, p_report, r.family_id, p_person, r.rule_code, r.rule_from, r.party_id, r.to_party,
        (r.sent_at at time zone 'Europe/Oslo')::date, lab.current_person(), p_wrapped, p_sealed);
    perform lab.link_event(p_report, 'report.told', null, null, null, p_told, jsonb_build_object('person', p_person), p_command, p_origin);
  end
  $$;

-- Reports the signed-in person wrote or receives, with the names they need: a receiver knows nobody of the family otherwise.
create function lab.my_reports() returns table (report_id uuid, writer text, writing text, receiving text, family text, children jsonb, members jsonb,
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
      and (o.written_by = lab.current_person() or o.to_party in (select lab.my_receiving()))
  $$;

revoke execute on function lab.my_reporting(uuid), lab.my_receiving(), lab.report_receivers(uuid), lab.my_reports(), lab.receive_report(uuid, uuid, text),
  lab.send_report(uuid, uuid, text, uuid, uuid, uuid[], bytea, bytea, uuid, text), lab.tell_report(uuid, uuid, uuid, bytea, bytea, uuid, text) from public;
grant execute on function lab.my_reporting(uuid), lab.my_receiving(), lab.report_receivers(uuid), lab.my_reports(), lab.receive_report(uuid, uuid, text),
  lab.send_report(uuid, uuid, text, uuid, uuid, uuid[], bytea, bytea, uuid, text), lab.tell_report(uuid, uuid, uuid, bytea, bytea, uuid, text) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

grant select on lab.report, lab.report_told to lab_app;
create policy see on lab.report for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (written_by = (select lab.current_person()) or to_party in (select lab.my_receiving())));
create policy see on lab.report_told for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person()) or report_id in (select r.id from lab.report r)));

-- The keys of what a family was told, and of reasons about it, go with the family's when it is erased. A report itself is the service's.
grant select (municipality_id, id, family_id) on lab.act to lab_system;
grant select (municipality_id, id, family_id) on lab.report_told to lab_system;
create policy job_reads on lab.act for select to lab_system using (true);
create policy job_reads on lab.report_told for select to lab_system using (true);
