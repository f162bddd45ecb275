-- The cloth: notes in labelled cells, and the drafts that grow while one types. Words are sealed; structure is clear.
create table lab.note (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  cell text not null check (cell in ('good_at', 'dream_of', 'difficult', 'today', 'now', 'short_term', 'long_term', 'succeed', 'around_me')),
  area text not null,
  about_id uuid not null,
  privacy text not null check (privacy in ('table', 'own', 'child')),
  author_id uuid not null,
  written_by uuid not null,
  sealed bytea,
  bright boolean not null default false,
  due date,
  sector text check (sector in ('family', 'friends', 'leisure', 'home', 'work', 'public')),
  ring smallint check (ring between 1 and 3),
  beside_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id),
  check ((cell in ('today', 'now', 'short_term', 'long_term')) = (area <> 'common'))
);
create index on lab.note (family_id);
create index on lab.note (about_id, area, privacy);
comment on table lab.note is 'One note (lapp). sealed (cipher text, with the salt of its hash inside) is null once its words are erased.';

-- Nobody moves another's note to where others can read it, and nobody takes over who wrote it (REQ-55).
create function lab.guard_note() returns trigger
  language plpgsql set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if (new.municipality_id, new.id, new.family_id, new.author_id, new.created_at)
       is distinct from (old.municipality_id, old.id, old.family_id, old.author_id, old.created_at) then
      raise exception 'a note keeps its family and its author' using errcode = 'insufficient_privilege';
    end if;
    if old.sealed is null then
      raise exception 'an erased note stays erased' using errcode = 'insufficient_privilege';
    end if;
    if current_user = 'lab_app' and old.author_id is distinct from lab.current_person()
       and ((new.cell, new.area, new.about_id, new.privacy) is distinct from (old.cell, old.area, old.about_id, old.privacy) or new.sealed is null) then
      raise exception 'only its author moves or erases a note' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end
  $$;
create trigger guard_note before update on lab.note for each row execute function lab.guard_note();

create table lab.draft (
  municipality_id uuid not null,
  note_id uuid not null,
  family_id uuid not null,
  cell text not null,
  area text not null,
  about_id uuid not null,
  privacy text not null check (privacy in ('table', 'own', 'child')),
  writer_id uuid not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (municipality_id, note_id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, writer_id) references lab.person (municipality_id, id)
);
create index on lab.draft (family_id);
comment on table lab.draft is 'What somebody is writing now: one overwritten row, no event. It is also the soft lock, which lasts thirty seconds from the last stroke.';

-- The writer leaves a note: the draft and its lock are gone. Answers the cell it stood in, for those who saw it.
create function lab.leave_draft(p_note uuid) returns table (about_id uuid, area text, privacy text)
  language sql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    delete from lab.draft d where d.note_id = p_note and d.writer_id = lab.current_person() returning d.about_id, d.area, d.privacy
  $$;

-- A promise (løfte) of a party: the first table of a party''s own work (case 4). Its pages come with the plan.
create table lab.promise (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  about_id uuid not null,
  area text not null,
  privacy text not null default 'table' check (privacy = 'table'),
  party_id uuid not null,
  author_id uuid not null,
  sealed bytea not null,
  due date not null,
  bound_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id)
);
create index on lab.promise (family_id);
comment on column lab.promise.bound_until is 'How long the law binds the service to keep sight of it after its seat has ended; null: not after the seat.';
