-- The meeting: who is admitted, and which areas the family has opened to this table. And the acts of case 5.
create table lab.meeting (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id)
);
create index on lab.meeting (family_id);
comment on table lab.meeting is 'One meeting around one family''s table; in progress from its start to its end.';

create table lab.admission (
  municipality_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  mark smallint not null check (mark between 1 and 8),
  declared_at timestamptz not null,
  admitted_at timestamptz not null,
  admitted_by uuid not null,
  left_at timestamptz,
  primary key (municipality_id, meeting_id, person_id),
  foreign key (municipality_id, meeting_id) references lab.meeting (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
create index on lab.admission (person_id);
comment on table lab.admission is 'Let in to one meeting. Nobody without a declaration of confidentiality is present.';

create table lab.open_area (
  municipality_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  area text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, meeting_id) references lab.meeting (municipality_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code)
);
create index on lab.open_area (meeting_id);
comment on table lab.open_area is 'A consent of its own kind: this meeting, these admitted people, this area; ends with the meeting. The common cells open as `common`.';

create table lab.act (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('exception', 'break_glass')),
  areas text[] not null check (cardinality(areas) > 0),
  ground text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  check (valid_to > valid_from),
  check (kind <> 'break_glass' or valid_to <= valid_from + interval '60 minutes')
);
create index on lab.act (person_id);
comment on table lab.act is 'A recorded statutory exception or break-glass: names a person, areas and a time. It reads, never writes (REQ-57).';

create view lab.admitted_now with (security_invoker = true) as
  select a.municipality_id, m.family_id, a.meeting_id, a.person_id
  from lab.admission a join lab.meeting m on m.municipality_id = a.municipality_id and m.id = a.meeting_id
  where m.started_at <= now() and (m.ended_at is null or m.ended_at > now())
    and a.declared_at <= now() and a.admitted_at <= now() and (a.left_at is null or a.left_at > now());

create view lab.active_act with (security_invoker = true) as
  select municipality_id, family_id, person_id, kind, areas from lab.act
  where valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now());
