-- That a yes reminds of itself (REQ-06): at half its time, and some days before its end (consent_term). Each is told once, whatever happens twice.
create table lab.consent_reminder (
  municipality_id uuid not null,
  consent_id uuid not null,
  family_id uuid not null,
  what text not null check (what in ('half', 'end')),
  at timestamptz not null default now(),
  primary key (municipality_id, consent_id, what),
  foreign key (municipality_id, consent_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id)
);
comment on table lab.consent_reminder is 'That the giver of a yes was reminded of it, so that nobody is reminded twice. Read by the job alone.';
alter table lab.consent_reminder enable row level security;
alter table lab.consent_reminder force row level security;
create policy owner_all on lab.consent_reminder to lab_owner using (true) with check (true);

grant select, insert on lab.consent_reminder to lab_system;
create policy job_reads on lab.consent_reminder for select to lab_system using (true);
create policy remind on lab.consent_reminder for insert to lab_system with check (true);
grant select on lab.consent_term, lab.consent_term_now to lab_system;
create policy job_reads on lab.consent_term for select to lab_system using (true);
-- The message goes to the number that was given where the family came in, for who wanted messages; it says nothing of why.
grant select (person_id, language, reach, wrapped, sealed, received_at) on lab.referral to lab_system;
grant insert (municipality_id, id, family_id, person_id, channel, sealed) on lab.notice to lab_system;
create policy remind on lab.notice for insert to lab_system with check (sent_at is null and failed_at is null);
