-- Law as data (REQ-07, 08, 10): which rules let somebody tell in spite of confidentiality, who must keep what confidential, and what the
-- municipality processes on. Versions with source and reviewer, for a lawyer to correct without a programmer. Nothing in code names a paragraph.
create table lab.service_sector (
  municipality_id uuid not null,
  party_id uuid not null,
  sector text not null check (sector in ('health', 'school', 'kindergarten', 'child_welfare', 'nav', 'lab', 'other')),
  primary key (municipality_id, party_id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id)
);
comment on table lab.service_sector is 'What kind of service a party is for the law on confidentiality. A party without a row may choose no rule.';

create table lab.statute_rule (
  municipality_id uuid not null references lab.municipality (id),
  code text not null check (code ~ '^[a-z0-9_]+$'),
  valid_from date not null,
  valid_to date,
  position integer not null,
  statute text not null,
  paragraph text not null,
  kind text not null check (kind in ('exception', 'report', 'avert')),
  sectors text[] not null,
  longest_days integer check (longest_days between 1 and 366),
  may_delay boolean not null default false,
  title_nb text not null,
  title_nn text not null,
  title_en text not null,
  source text not null check (source like 'https://%'),
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, code, valid_from),
  check ((kind = 'exception') = (longest_days is not null)),
  check ((reviewed_by is null) = (reviewed_at is null)),
  check (valid_to is null or valid_to > valid_from)
);
comment on table lab.statute_rule is 'A rule of law that lets, or makes, somebody tell in spite of confidentiality: an exception, a duty to report, a duty to avert danger. In versions; what was done keeps the version it rested on.';
comment on column lab.statute_rule.sectors is 'Kinds of service that may choose it. Empty: it stands here to be read, and nobody opens a family by it.';

create table lab.confidentiality_rule (
  municipality_id uuid not null references lab.municipality (id),
  sector text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  statute text not null,
  paragraph text not null,
  title_nb text not null,
  title_nn text not null,
  title_en text not null,
  source text not null check (source like 'https://%'),
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, sector, code, valid_from),
  check ((reviewed_by is null) = (reviewed_at is null))
);
comment on table lab.confidentiality_rule is 'What a kind of service must keep confidential, by which law (REQ-08). In versions.';

create table lab.legal_basis (
  municipality_id uuid not null references lab.municipality (id),
  code text not null check (code ~ '^[a-z_]+$'),
  valid_from date not null,
  valid_to date,
  processing_nb text not null,
  processing_nn text not null,
  processing_en text not null,
  article_6 text not null,
  article_9 text,
  national_law text not null,
  source text not null check (source like 'https://%'),
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, code, valid_from),
  check ((reviewed_by is null) = (reviewed_at is null))
);
comment on table lab.legal_basis is 'What the municipality processes personal data on (GDPR art. 6 and 9). It opens nothing and is no consent: consent lifts confidentiality, and is another table (REQ-07).';

create view lab.statute_rule_now with (security_invoker = true) as
  select r.* from lab.statute_rule r
  where r.valid_from <= lab.today() and (r.valid_to is null or r.valid_to > lab.today())
    and not exists (select 1 from lab.statute_rule n where n.municipality_id = r.municipality_id and n.code = r.code
      and n.valid_from > r.valid_from and n.valid_from <= lab.today());
do $$
declare t text;
begin
  foreach t in array array['service_sector', 'statute_rule', 'confidentiality_rule', 'legal_basis'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select on lab.%I to lab_app', t);
    execute format('create policy see on lab.%I for select to lab_app using (municipality_id = (select lab.current_municipality()))', t);
  end loop;
  -- The rules about acts look at these. Nothing looks at legal_basis: it opens nothing.
  foreach t in array array['service_sector', 'statute_rule'] loop
    execute format('grant select on lab.%I to lab_rule', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
  foreach t in array array['statute_rule', 'confidentiality_rule', 'legal_basis'] loop
    execute format('grant insert on lab.%I to lab_system', t);
    execute format('create policy first_admin on lab.%I for insert to lab_system with check (true)', t);
  end loop;
end $$;
grant select on lab.statute_rule_now to lab_app, lab_rule;
