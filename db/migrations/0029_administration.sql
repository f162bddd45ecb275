-- What a municipality keeps in order itself, without a programmer: legal bodies, services, who works here and as what, mandates, questions, areas, ages
-- in law, its own words and settings. Every change of it is a row of its own, with what stood before, why and since when; where the register says so it
-- stands only when a second administrator has said yes (docs/decisions/0029).

-- Roles apart (REQ-61): whoever keeps the key ring opens no database, and neither of them a family.
alter table lab.role_held drop constraint role_held_role_check;
alter table lab.role_held add constraint role_held_role_check check (role in ('caseworker', 'investment_leader', 'core_team', 'manager', 'councillor',
  'economist', 'support', 'administrator', 'key_administrator', 'privacy_officer', 'break_glass'));

alter table lab.organisation
  add column sector text not null default 'municipal' check (sector in ('municipal', 'state', 'county', 'private', 'voluntary'));
comment on column lab.organisation.sector is 'Whose body it is: a municipal and a private kindergarten, state NAV and municipal NAV, are different receivers (REQ-12).';

alter table lab.party
  add column service_type text check (service_type in ('citizen_square', 'nav', 'child_welfare', 'family_unit', 'school_support', 'health_clinic', 'school',
    'kindergarten', 'mental_health', 'work_leisure_relief', 'integration', 'doctor', 'specialist_health', 'county', 'voluntary', 'business', 'other')),
  add column in_sentence_nn text,
  add column in_sentence_en text,
  add column opens_on date not null default '2000-01-01',
  add column closes_on date;
comment on column lab.party.closes_on is 'From this day nobody new is asked to sit for it. What was said and promised before stands.';

alter table lab.area
  add column word_nb text,
  add column word_en text,
  add column closes_on date;
comment on column lab.area.closes_on is 'From this day it is offered for nothing new; what is written in it stays and is seen as before.';

create table lab.own_word (
  municipality_id uuid not null references lab.municipality (id),
  key text not null check (key in ('lab', 'team', 'leader', 'cloth', 'core_team')),
  valid_from date not null,
  nb text,
  nb_definite text,
  en text,
  source text not null,
  primary key (municipality_id, key, valid_from),
  check ((nb is null) = (nb_definite is null) and (nb is null) = (en is null))
);
comment on table lab.own_word is 'What the municipality calls a thing of the lab, in versions: the word alone and as the thing itself. Empty: as the product says it.';

create table lab.municipality_setting (
  municipality_id uuid not null references lab.municipality (id),
  key text not null check (key in ('trace.names')),
  valid_from date not null,
  value jsonb not null,
  source text not null,
  primary key (municipality_id, key, valid_from)
);
comment on table lab.municipality_setting is 'Choices of the municipality, in versions. trace.names: whether somebody who has read is shown by name, or by service alone (true without a row).';

create view lab.own_word_now with (security_invoker = true) as
  select n.municipality_id, n.key, n.nb, n.nb_definite, n.en
  from (select distinct on (w.municipality_id, w.key) w.* from lab.own_word w where w.valid_from <= lab.today()
    order by w.municipality_id, w.key, w.valid_from desc) n
  where n.nb is not null;

create view lab.municipality_setting_now with (security_invoker = true) as
  select distinct on (s.municipality_id, s.key) s.municipality_id, s.key, s.value
  from lab.municipality_setting s where s.valid_from <= lab.today() order by s.municipality_id, s.key, s.valid_from desc;

create table lab.approval_rule (
  municipality_id uuid not null references lab.municipality (id),
  kind text not null,
  valid_from date not null,
  needs text not null check (needs in ('one', 'two', 'some')),
  above_ore bigint check (above_ore >= 0),
  roles text[],
  source text not null,
  primary key (municipality_id, kind, valid_from),
  check (needs = 'some' or (above_ore is null and roles is null))
);
comment on table lab.approval_rule is 'Which changes need a second administrator (REQ-14): all of a kind, none, or some: mandates above an amount, some roles. Without a row: two.';

create table lab.change (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  kind text not null check (kind in ('organisation', 'service', 'person', 'role', 'mandate', 'question', 'area', 'consent_age', 'child_rule', 'word', 'setting', 'approval')),
  subject text not null,
  before jsonb,
  after jsonb not null,
  why text not null check (char_length(why) between 3 and 400),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  needs_two boolean not null,
  -- The first administrator of a municipality has nobody to ask.
  alone boolean not null default false,
  outcome text check (outcome in ('effective', 'turned_down', 'withdrawn', 'overtaken')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, proposed_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, settled_by) references lab.person (municipality_id, id),
  check ((outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null)),
  check (needs_two or outcome = 'effective'),
  check (not (needs_two and alone)),
  -- Two means two.
  check (not needs_two or outcome is distinct from 'effective' or settled_by <> proposed_by),
  -- Nobody says yes to what they get themself.
  check (not needs_two or outcome is distinct from 'effective' or settled_by::text is distinct from after ->> 'personId')
);
create index on lab.change (municipality_id, proposed_at desc);
create unique index on lab.change (municipality_id, kind, subject) where outcome is null;
comment on table lab.change is 'One change of what the municipality keeps in order: what stood before, what is to stand, why, who proposed it and who said yes. Only added to and settled once.';

do $$
declare t text;
begin
  foreach t in array array['own_word', 'municipality_setting', 'approval_rule', 'change'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select, insert on lab.%I to lab_rule', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('create policy rule_keeps on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
  foreach t in array array['role_held', 'mandate', 'check_question', 'consent_age', 'child_rule', 'organisation'] loop
    execute format('grant insert on lab.%I to lab_rule', t);
    execute format('create policy rule_keeps on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
end $$;
grant select on lab.own_word_now, lab.municipality_setting_now to lab_rule;
grant update (outcome, settled_by, settled_at) on lab.change to lab_rule;
create policy rule_settles on lab.change for update to lab_rule using (outcome is null) with check (outcome is not null);
grant select, update (name, organisation_number, sector) on lab.organisation to lab_rule;
create policy rule_reads on lab.organisation for select to lab_rule using (true);
create policy rule_renames on lab.organisation for update to lab_rule using (true) with check (true);
grant update (organisation_id, service_type, in_sentence_nn, in_sentence_en, opens_on, closes_on, declaration_required, position) on lab.party to lab_rule;
alter policy rule_asks on lab.party with check (kind in ('private', 'service'));
alter policy rule_names on lab.party using (true) with check (true);
grant update (word_nb, word_en, closes_on) on lab.area to lab_rule;
create policy rule_renames on lab.area for update to lab_rule using (true) with check (true);
grant update (valid_to) on lab.role_held, lab.mandate to lab_rule;
create policy rule_ends on lab.role_held for update to lab_rule using (true) with check (true);

-- Words and settings are everybody's in the municipality; what is proposed, and what needs two, its administrators'.
grant select on lab.own_word, lab.own_word_now, lab.municipality_setting, lab.municipality_setting_now, lab.approval_rule, lab.change to lab_app;
create policy see on lab.own_word for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy see on lab.municipality_setting for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy see on lab.approval_rule for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['administrator'])));
create policy see on lab.change for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['administrator'])));

-- A new municipality begins with what needs two; whose first administrator is named by who runs the server.
grant insert on lab.approval_rule to lab_system;
create policy first_admin on lab.approval_rule for insert to lab_system with check (true);
grant select (municipality_id, id, kind, subject, outcome) on lab.change to lab_system;
create policy job_reads on lab.change for select to lab_system using (true);

-- Those that are here already, as a new one.
insert into lab.approval_rule (municipality_id, kind, valid_from, needs, above_ore, roles, source)
select m.id, r.kind, '2000-01-01', r.needs, r.above_ore, r.roles, 'Velferdslabens utgangspunkt. Kommunen bestemmer selv.'
from lab.municipality m cross join (values
  ('organisation', 'one', null::bigint, null::text[]), ('service', 'one', null, null), ('person', 'one', null, null), ('question', 'one', null, null),
  ('area', 'one', null, null), ('word', 'one', null, null), ('setting', 'two', null, null), ('consent_age', 'two', null, null), ('child_rule', 'two', null, null),
  ('mandate', 'some', 10000000, null),
  ('role', 'some', null, array['administrator', 'key_administrator', 'privacy_officer', 'break_glass', 'core_team'])
) as r (kind, needs, above_ore, roles);
