-- The family, its members, who answers for whom, and the seats at its table.
create table lab.family (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  name text not null,
  phase text not null check (phase in ('capture', 'invest', 'maintain', 'exit')),
  target_group text not null check (target_group in ('a', 'b', 'c')),
  cloth_started_on date not null,
  areas text[] not null default '{}',
  primary key (municipality_id, id)
);
comment on table lab.family is 'A family at the lab. Its own row tells its name and phase, and nothing of its life.';
comment on column lab.family.areas is 'Areas the family has chosen for its cloth; others stay folded.';

create table lab.family_key (
  municipality_id uuid not null,
  family_id uuid not null,
  wrapped bytea not null,
  primary key (municipality_id, family_id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id)
);
comment on table lab.family_key is 'The family''s data key, wrapped by the family''s own key in the key ring outside the database. Without the ring it opens nothing; erasing a family removes both.';

create table lab.member (
  municipality_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  relation text not null check (relation in ('mother', 'father', 'child', 'grandmother', 'grandfather', 'partner', 'self')),
  takes_part boolean not null default true,
  mark smallint not null check (mark between 1 and 8),
  position integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (municipality_id, family_id, person_id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.birth (municipality_id, person_id)
);
create index on lab.member (person_id);
create index on lab.member (family_id);
comment on table lab.member is 'Who belongs to a family, from when to when, and whether they take part.';

create table lab.responsibility (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  holder_id uuid not null,
  kind text not null check (kind in ('parental', 'guardian')),
  areas text[],
  source text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.birth (municipality_id, person_id),
  foreign key (municipality_id, holder_id) references lab.person (municipality_id, id),
  check (person_id <> holder_id),
  check ((kind = 'guardian') = (areas is not null))
);
create index on lab.responsibility (person_id);
create index on lab.responsibility (holder_id);
comment on table lab.responsibility is 'Parental responsibility (ends at 18 by itself) or guardianship within a mandate of areas; source and date kept (REQ-16).';

create table lab.seat (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  role text not null check (role in ('leader', 'member', 'trusted', 'volunteer')),
  mark smallint not null check (mark between 1 and 8),
  asked_at timestamptz not null,
  asked_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  declared_at timestamptz,
  valid_from timestamptz not null,
  valid_to timestamptz,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  check ((approved_at is null) = (approved_by is null))
);
create index on lab.seat (family_id);
create index on lab.seat (person_id);
comment on table lab.seat is 'A place at one family''s table, for a person of a party. Without the family''s approval, its period and, where required, the declaration of confidentiality, it gives nothing.';

create table lab.about (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  whole boolean not null,
  persons uuid[] not null,
  single boolean generated always as (not whole and cardinality(persons) = 1) stored,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  check (whole = (cardinality(persons) = 0)),
  unique (family_id, whole, persons),
  unique (municipality_id, family_id, id)
);
comment on table lab.about is 'Whom rows are about: the whole family, or named persons. Rows point here, so that the rule answers once per set and not once per row.';

create view lab.active_seat with (security_invoker = true) as
  select s.municipality_id, s.id, s.family_id, s.person_id, s.party_id, s.role, s.valid_to
  from lab.seat s join lab.party p on p.municipality_id = s.municipality_id and p.id = s.party_id
  where s.approved_at <= now() and s.valid_from <= now()
    and (s.valid_to is null or s.valid_to > now()) and (s.ended_at is null or s.ended_at > now())
    and (not p.declaration_required or s.declared_at <= now());

create view lab.present_member with (security_invoker = true) as
  select m.municipality_id, m.family_id, m.person_id, m.takes_part, b.born, lab.age(b.born) as age
  from lab.member m join lab.birth b on b.municipality_id = m.municipality_id and b.person_id = m.person_id
  where m.valid_from <= now() and (m.valid_to is null or m.valid_to > now());

-- Parental responsibility ends by itself on the eighteenth birthday; guardianship only by its own end.
create view lab.answers_for with (security_invoker = true) as
  select r.municipality_id, r.holder_id, r.person_id, r.kind, r.areas, lab.age(b.born) as age
  from lab.responsibility r join lab.birth b on b.municipality_id = r.municipality_id and b.person_id = r.person_id
  where r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
    and (r.kind = 'guardian' or lab.age(b.born) < 18);

-- "The whole family" = every adult taking part and the children they answer for (docs/architecture.md).
create view lab.household with (security_invoker = true) as
  select m.municipality_id, m.family_id, m.person_id
  from lab.present_member m
  where (m.age >= 18 and m.takes_part)
     or (m.age < 18 and exists (
          select 1 from lab.answers_for a
          join lab.present_member h on h.municipality_id = a.municipality_id and h.person_id = a.holder_id
          where a.person_id = m.person_id and h.family_id = m.family_id and h.age >= 18 and h.takes_part
          -- Asked for each child of the families in question; hashed, it would be made for everybody there is.
          offset 0));

-- A person a set of people takes in, as lab.people_about (0006) answers it.
create type lab.person_about as (municipality_id uuid, family_id uuid, about_id uuid, single boolean, person_id uuid);
