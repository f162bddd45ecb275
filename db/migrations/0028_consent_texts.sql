-- Texts that people say yes to or sign are data in versions (scenario 47). A row is never changed: another word is another version, and a yes keeps which
-- version and language its giver read, so that the words can be shown again after years.
create table lab.text_version (
  municipality_id uuid not null references lab.municipality (id),
  key text not null check (key in ('consent_sentence', 'participation_agreement', 'confidentiality', 'consent_sheet')),
  version text not null check (version ~ '^[0-9a-z.-]{1,40}$'),
  language text not null check (language in ('nb', 'nn', 'en', 'se', 'so', 'ar', 'uk', 'pl', 'ti', 'fa')),
  words text not null,
  valid_from date not null,
  source text not null,
  approved_by text,
  primary key (municipality_id, key, version, language)
);
comment on table lab.text_version is 'Words that people say yes to or sign, in versions and languages. A language without a row is owed: bokmål is shown, and marked as not translated.';
comment on column lab.text_version.approved_by is 'Who in the municipality has approved the words; empty until somebody has.';
alter table lab.text_version enable row level security;
alter table lab.text_version force row level security;
create policy owner_all on lab.text_version to lab_owner using (true) with check (true);
grant select on lab.text_version to lab_app;
create policy see on lab.text_version for select to lab_app using (municipality_id = (select lab.current_municipality()));
grant insert on lab.text_version to lab_system;
create policy first_admin on lab.text_version for insert to lab_system with check (true);

alter table lab.consent drop constraint consent_language_check;
alter table lab.consent add constraint consent_language_check check (language in ('nb', 'nn', 'en', 'se', 'so', 'ar', 'uk', 'pl', 'ti', 'fa'));
alter table lab.participation drop constraint participation_language_check;
alter table lab.participation add constraint participation_language_check check (language in ('nb', 'nn', 'en', 'se', 'so', 'ar', 'uk', 'pl', 'ti', 'fa'));
