-- The municipality, the clock, the parties that can receive, and the lists that are data.
create schema lab authorization lab_owner;
revoke all on schema lab from public;
grant usage on schema lab to lab_app, lab_system, lab_rule;
revoke all on schema public from public;

create collation lab.norwegian (provider = icu, locale = 'nb-NO');

-- Days are Norwegian days. Bodies in standard form are bound to their names when made, so that they need no search_path and can be inlined.
create function lab.today() returns date
  language sql stable
  return (now() at time zone 'Europe/Oslo')::date;
comment on function lab.today is 'The calendar day in Norway at the start of this transaction.';

-- Born on 29 February: birthday on 1 March in years without that day (docs/decisions/0004).
create function lab.age(born date) returns integer
  language sql stable
  return extract(year from age((now() at time zone 'Europe/Oslo')::date, born))::integer;

create table lab.municipality (
  id uuid primary key,
  name text not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  phone text not null
);
comment on table lab.municipality is 'One municipality. Its id stands in every key: two municipalities on one server never meet.';

create table lab.area (
  municipality_id uuid not null references lab.municipality (id),
  code text not null check (code ~ '^[a-z_]+$'),
  position integer not null,
  domain text check (domain in ('housing', 'work_education', 'network', 'economy', 'health', 'upbringing')),
  sensitive boolean not null default false,
  primary key (municipality_id, code)
);
comment on table lab.area is 'The one list of life areas. `common` has no journey domain. Renaming or adding never widens an old consent: consents name codes.';

create table lab.organisation (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null,
  name text not null,
  organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
  primary key (municipality_id, id)
);
comment on table lab.organisation is 'A legal organ. A municipal and a private kindergarten, state NAV and municipal NAV, are different organs (REQ-12).';

create table lab.party (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('service', 'lab', 'private')),
  organisation_id uuid,
  name text not null,
  in_sentence text not null,
  declaration_required boolean not null default false,
  position integer not null default 0,
  primary key (municipality_id, id),
  foreign key (municipality_id, organisation_id) references lab.organisation (municipality_id, id),
  check (kind <> 'service' or organisation_id is not null),
  check (kind <> 'private' or declaration_required)
);
comment on table lab.party is 'Whoever can receive: a service, the lab itself (its leaders), or one private participant who is a party alone and declares confidentiality first (REQ-13).';

-- Ages in law, as versioned data a lawyer can correct without a programmer (REQ-14). Two tables on purpose:
-- who may consent, and who may see, are two questions.
create table lab.consent_age (
  municipality_id uuid not null references lab.municipality (id),
  area text not null,
  valid_from date not null,
  from_age integer not null check (from_age between 0 and 18),
  source text not null,
  reviewed_at date,
  primary key (municipality_id, area, valid_from),
  foreign key (municipality_id, area) references lab.area (municipality_id, code)
);
comment on table lab.consent_age is 'From this age a young person alone says yes to sharing in an area; before it, all who hold parental responsibility.';

create table lab.child_rule (
  municipality_id uuid not null references lab.municipality (id),
  area text not null,
  subject text not null check (subject in ('life', 'words')),
  valid_from date not null,
  parents_until integer not null check (parents_until between 0 and 18),
  source text not null,
  reviewed_at date,
  primary key (municipality_id, area, subject, valid_from),
  foreign key (municipality_id, area) references lab.area (municipality_id, code)
);
comment on table lab.child_rule is 'Until this age those who answer for a child see rows about the child''s life, or the child''s own words, in an area.';

create view lab.consent_age_now with (security_invoker = true) as
  select distinct on (municipality_id, area) municipality_id, area, from_age
  from lab.consent_age where valid_from <= lab.today() order by municipality_id, area, valid_from desc;

create view lab.child_rule_now with (security_invoker = true) as
  select distinct on (municipality_id, area, subject) municipality_id, area, subject, parents_until
  from lab.child_rule where valid_from <= lab.today() order by municipality_id, area, subject, valid_from desc;
