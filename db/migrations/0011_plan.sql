-- The plan: goals, measures, and decisions with whose yes they have (docs/decisions/0011). Words are sealed; structure is clear.
create table lab.goal (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  note_id uuid not null,
  said_by uuid not null,
  term text not null check (term in ('short', 'long')),
  area text not null,
  about_id uuid not null,
  privacy text not null default 'table' check (privacy = 'table'),
  author_id uuid not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, note_id) references lab.note (municipality_id, id),
  foreign key (municipality_id, said_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id)
);
create index on lab.goal (family_id);
comment on table lab.goal is 'A goal, made from a note on the cloth. It keeps the thread: which note, and who said it.';

create table lab.measure (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  goal_id uuid not null,
  area text not null,
  about_id uuid not null,
  privacy text not null default 'table' check (privacy = 'table'),
  author_id uuid not null,
  doer text not null check (doer in ('party', 'member', 'named')),
  doer_party_id uuid,
  doer_person_id uuid,
  due date not null,
  monthly_from date,
  monthly_to date,
  estimated_ore bigint check (estimated_ore >= 0),
  sealed bytea not null,
  stopped_on date,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, goal_id) references lab.goal (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, doer_party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, doer_person_id) references lab.person (municipality_id, id),
  check ((doer = 'party') = (doer_party_id is not null) and (doer = 'member') = (doer_person_id is not null)),
  check ((monthly_from is null) = (monthly_to is null) and monthly_to >= monthly_from)
);
create index on lab.measure (family_id);
comment on table lab.measure is 'What is done for a goal: by a party, a member of the family, or somebody named in the sealed words. Once, or each month from one day to another.';
comment on column lab.measure.estimated_ore is 'What a volunteer''s work is worth, estimated. It stands apart and is in no sum: its price is zero.';

create table lab.measure_cost (
  municipality_id uuid not null,
  measure_id uuid not null,
  party_id uuid not null,
  ore bigint not null check (ore >= 0),
  primary key (municipality_id, measure_id, party_id),
  foreign key (municipality_id, measure_id) references lab.measure (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id)
);
comment on table lab.measure_cost is 'What a measure costs one payer: in all, or for each month.';

-- Who may decide what, and within which money. Laid by the demo; their pages come with the administration.
create table lab.mandate (
  municipality_id uuid not null,
  id uuid not null unique,
  party_id uuid not null,
  person_id uuid,
  role text,
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['enkeltvedtak', 'agreement', 'voluntary_contribution', 'information']),
  amount_ore bigint not null check (amount_ore >= 0),
  total_ore bigint check (total_ore >= 0),
  source text not null,
  valid_from date not null,
  valid_to date not null,
  touched_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  check ((person_id is null) <> (role is null)),
  check (valid_to >= valid_from)
);
create index on lab.mandate (party_id);
comment on table lab.mandate is 'Authority to decide here and now (fullmakt): a person, or a role, at a party; which kinds; at most amount_ore for one family, and total_ore for all families together, in its period.';
comment on column lab.mandate.touched_at is 'Written by each decision under it: two at once wait for one another, whatever their isolation.';

create table lab.frame (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  party_id uuid not null,
  amount_ore bigint not null check (amount_ore >= 0),
  source text not null,
  valid_from date not null,
  valid_to date not null,
  touched_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  check (valid_to >= valid_from)
);
create index on lab.frame (family_id, party_id);
comment on table lab.frame is 'What one payer can decide for one family in a period, all its decisions together. It warns at 80 % and is never exceeded.';

create table lab.decision (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  measure_id uuid not null,
  party_id uuid not null,
  area text not null,
  about_id uuid not null,
  privacy text not null default 'table' check (privacy = 'table'),
  author_id uuid not null,
  bound_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, family_id, id),
  foreign key (municipality_id, measure_id) references lab.measure (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id)
);
create index on lab.decision (family_id);
create index on lab.decision (about_id, area, privacy);
comment on table lab.decision is 'A decision on a measure, about named persons, paid by one party. What it says stands in its versions; that it has become effective, in lab.decided.';
comment on column lab.decision.bound_until is 'How long the law binds the service to keep sight of it after its seat has ended; null: not after the seat.';

create table lab.decision_version (
  municipality_id uuid not null,
  family_id uuid not null,
  decision_id uuid not null,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('enkeltvedtak', 'agreement', 'voluntary_contribution', 'information')),
  amount_ore bigint not null check (amount_ore >= 0),
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (municipality_id, decision_id, version),
  foreign key (municipality_id, family_id, decision_id) references lab.decision (municipality_id, family_id, id),
  foreign key (municipality_id, made_by) references lab.person (municipality_id, id)
);
comment on table lab.decision_version is 'What a decision says: kind in law, amount, and sealed words with its ground. Never changed: other content is the next version, and needs new yeses.';

create table lab.decision_answer (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  decision_id uuid not null,
  version integer not null,
  person_id uuid not null,
  giver_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'think')),
  think_until date,
  how text not null check (how in ('own_screen', 'spoken', 'code', 'paper')),
  recorded_by uuid not null,
  given_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, decision_id) references lab.decision (municipality_id, family_id, id),
  foreign key (municipality_id, decision_id, version) references lab.decision_version (municipality_id, decision_id, version),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, giver_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id),
  check ((answer = 'think') = (think_until is not null)),
  check (how <> 'own_screen' or recorded_by = giver_id)
);
create index on lab.decision_answer (decision_id);
comment on table lab.decision_answer is 'A yes, a no, or time to think: from whom, for whom (themself or somebody they decide for), to which version, how. The last one from each counts; silence never does.';

create table lab.answer_witness (
  municipality_id uuid not null,
  answer_id uuid not null,
  witness_id uuid not null,
  at timestamptz not null default now(),
  primary key (municipality_id, answer_id, witness_id),
  foreign key (municipality_id, answer_id) references lab.decision_answer (municipality_id, id),
  foreign key (municipality_id, witness_id) references lab.person (municipality_id, id)
);
comment on table lab.answer_witness is 'Somebody else confirms, signed in as themself, a yes that was written down for its giver. Without it such a yes does not count.';

create table lab.child_view (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  decision_id uuid not null,
  version integer not null,
  child_id uuid not null,
  view text not null check (view in ('asked', 'said', 'declined')),
  recorded_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, decision_id) references lab.decision (municipality_id, family_id, id),
  foreign key (municipality_id, decision_id, version) references lab.decision_version (municipality_id, decision_id, version),
  foreign key (municipality_id, child_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id)
);
create index on lab.child_view (decision_id);
comment on table lab.child_view is 'What a child others decide for has had to do with a version: asked (told and asked as fits its age, and gave no words), said its view, or declined. Its words lie on the cloth, not here.';

create table lab.decision_asked (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  decision_id uuid not null,
  version integer not null,
  asked_by uuid not null,
  asked_id uuid not null,
  answer_by date not null,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, decision_id, version, asked_id),
  foreign key (municipality_id, family_id, decision_id) references lab.decision (municipality_id, family_id, id),
  foreign key (municipality_id, decision_id, version) references lab.decision_version (municipality_id, decision_id, version),
  foreign key (municipality_id, asked_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, asked_id) references lab.person (municipality_id, id),
  check ((answer is null) = (answered_at is null))
);
create index on lab.decision_asked (asked_id);
comment on table lab.decision_asked is 'Nobody at the table has the mandate: put before who has, with a day to answer by. That person sees this one decision and nothing else of the family.';

create table lab.decided (
  municipality_id uuid not null,
  family_id uuid not null,
  decision_id uuid not null,
  version integer not null,
  mandate_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  primary key (municipality_id, decision_id),
  foreign key (municipality_id, family_id, decision_id) references lab.decision (municipality_id, family_id, id),
  foreign key (municipality_id, decision_id, version) references lab.decision_version (municipality_id, decision_id, version),
  foreign key (municipality_id, mandate_id) references lab.mandate (municipality_id, id),
  foreign key (municipality_id, decided_by) references lab.person (municipality_id, id)
);
create index on lab.decided (mandate_id);
create index on lab.decided (family_id);
comment on table lab.decided is 'A decision has become effective: under this mandate, by this person. The row is refused unless lab.guard_decided finds every yes, the child''s view, the mandate and the frame in their own rows.';

create table lab.outside_decision (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  party_id uuid not null,
  area text not null,
  about_id uuid not null,
  privacy text not null default 'table' check (privacy = 'table'),
  author_id uuid not null,
  decided_on date not null,
  sealed bytea not null,
  bound_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id)
);
create index on lab.outside_decision (family_id);
comment on table lab.outside_decision is 'What a service decided alone, by law, with its ground in the sealed words. Shown to those it is about; never the team''s, never green, in no sum.';
