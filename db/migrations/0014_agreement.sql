-- The participation agreement: each grown and young person signs for themself. It is voluntary, and lets nobody read anything.
create table lab.participation (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  text_version text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  signed_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, person_id) references lab.member (municipality_id, family_id, person_id) on update cascade
);
create unique index on lab.participation (family_id, person_id) where ended_at is null;
comment on table lab.participation is 'Who has signed the participation agreement, in which text and language. Ended by who signed it; a new signature is a new row.';

alter table lab.participation enable row level security;
alter table lab.participation force row level security;
create policy owner_all on lab.participation to lab_owner using (true) with check (true);

grant select, insert on lab.participation to lab_app;
create policy see on lab.participation for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian', 'leader', 'core_team')));
create policy sign on lab.participation for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person()) and ended_at is null
  and family_id in (select f.family_id from lab.my_families() f where f.way = 'member'));
