-- Persons, how they are known to an identity provider, their roles, and the live sessions.
create table lab.person (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  name text not null,
  called_name text not null,
  initials text not null check (char_length(initials) between 1 and 4),
  primary key (municipality_id, id)
);
comment on table lab.person is 'A person by name. Birth date and identity number lie elsewhere, behind narrower doors.';

create table lab.birth (
  municipality_id uuid not null,
  person_id uuid not null unique,
  born date not null,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);

comment on table lab.birth is 'When somebody was born, apart from the name: only the family, its guardians and its leader see it, and the rule counts ages from it.';

create table lab.person_identity (
  municipality_id uuid not null,
  person_id uuid not null,
  issuer text not null check (issuer in ('citizen', 'staff')),
  blind_index bytea not null,
  sealed bytea not null,
  primary key (municipality_id, issuer, blind_index),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
comment on table lab.person_identity is 'The identity number sealed, and a keyed index to find it by (REQ-78). Only sign-in reads it; the number is then dropped (REQ-39).';

create table lab.role_held (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('caseworker', 'investment_leader', 'core_team', 'manager', 'councillor', 'economist', 'support', 'administrator')),
  party_id uuid,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id)
);
create index on lab.role_held (person_id);
comment on table lab.role_held is 'What somebody is in the municipality. Given here, never taken from a token (REQ-40).';

create table lab.session (
  token_hash bytea primary key,
  municipality_id uuid not null,
  person_id uuid not null,
  issuer text not null check (issuer in ('citizen', 'staff')),
  acr text not null,
  provider_session text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
create index on lab.session (issuer, provider_session);
comment on table lab.session is 'sha256 of live tokens. The application can neither read nor write it: whoever injects a setting still has to own a live token (REQ-48).';

-- The session is checked here, by the database itself, from the raw token the transaction was given.
create function lab.current_person() returns uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select person_id from lab.session
    where token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8'))
      and ended_at is null and expires_at > now()
  $$;
create function lab.current_municipality() returns uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select municipality_id from lab.session
    where token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8'))
      and ended_at is null and expires_at > now()
  $$;
create function lab.current_session_ends() returns timestamptz
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select expires_at from lab.session
    where token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8'))
      and ended_at is null and expires_at > now()
  $$;
