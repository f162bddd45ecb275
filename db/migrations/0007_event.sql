-- Events are the memory: append-only, in a hash chain per family and one for the municipality's own.
create table lab.chain_head (
  municipality_id uuid not null references lab.municipality (id),
  chain_id uuid not null unique,
  family_id uuid,
  seq bigint not null default 0,
  hash bytea not null default '\x',
  primary key (municipality_id, chain_id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id)
);
comment on table lab.chain_head is 'Where each chain has come to. Locking this row is locking the family.';

create table lab.event (
  municipality_id uuid not null,
  chain_id uuid not null,
  seq bigint not null,
  family_id uuid,
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  actor_id uuid,
  at timestamptz not null,
  about_id uuid,
  area text,
  privacy text,
  subject_id uuid,
  data jsonb not null,
  command_id uuid,
  prev bytea not null,
  hash bytea not null,
  primary key (municipality_id, chain_id, seq),
  foreign key (municipality_id, chain_id) references lab.chain_head (municipality_id, chain_id)
);
create index on lab.event (subject_id);
comment on table lab.event is 'What happened: ids and small typed values, never words. Numbers and hashes never leave the server.';

-- The bytes a link is the sha256 of; db/src/chain.ts computes them a second time, apart, to verify.
create function lab.event_bytes(p_chain uuid, p_seq bigint, p_kind text, p_actor uuid, p_at timestamptz, p_about uuid, p_area text,
    p_privacy text, p_subject uuid, p_data jsonb, p_prev bytea) returns bytea
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
    select p_prev || convert_to(concat_ws(E'\x1f', p_chain::text, p_seq::text, p_kind, coalesce(p_actor::text, '-'),
      ((extract(epoch from p_at) * 1000000)::bigint)::text, coalesce(p_about::text, '-'), coalesce(p_area, '-'),
      coalesce(p_privacy, '-'), coalesce(p_subject::text, '-'), p_data::text), 'UTF8')
  $$;

-- Take the family's lock and learn whether the signed-in person may know it. The first thing every command does.
create function lab.lock_family(p_family uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform 1 from lab.chain_head where chain_id = p_family for update;
    -- Whoever waited here for a stop began before it: by the now() of this transaction the stopped consent would still count, and the
    -- note would be told to who has just lost sight. Begun anew (connect.ts tries three times), it does not.
    if exists (select 1 from lab.consent c where c.family_id = p_family and c.ended_at > now() and c.ended_at <= clock_timestamp()) then
      raise exception 'begun before a consent ended' using errcode = 'serialization_failure';
    end if;
    return exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way not in ('act', 'core_team'));
  end
  $$;

-- The same lock for the named system jobs, which know every family and see nothing of it.
create function lab.lock_chain(p_family uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$ update lab.chain_head set seq = seq where chain_id = p_family $$;

-- Link an event to the family's chain and tell the news. The actor is who the session says, never who the caller says;
-- the named system jobs (session_user lab_system) act as nobody. For functions that have seen for themselves that the actor may do this.
create function lab.link_event(p_family uuid, p_kind text, p_about uuid, p_area text, p_privacy text, p_subject uuid, p_data jsonb, p_command uuid, p_origin text)
  returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    head lab.chain_head;
    actor uuid := lab.current_person();
    next_hash bytea;
    moment timestamptz := clock_timestamp();
  begin
    if actor is null and session_user <> 'lab_system' then
      raise exception 'an event needs somebody who did it' using errcode = 'insufficient_privilege';
    end if;
    select * into head from lab.chain_head where chain_id = p_family for update;
    if head is null then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    next_hash := sha256(lab.event_bytes(head.chain_id, head.seq + 1, p_kind, actor, moment, p_about, p_area, p_privacy, p_subject, p_data, head.hash));
    insert into lab.event (municipality_id, chain_id, seq, family_id, kind, actor_id, at, about_id, area, privacy, subject_id, data, command_id, prev, hash)
      values (head.municipality_id, head.chain_id, head.seq + 1, head.family_id, p_kind, actor, moment, p_about, p_area, p_privacy, p_subject, p_data, p_command, head.hash, next_hash);
    update lab.chain_head set seq = head.seq + 1, hash = next_hash where chain_id = head.chain_id;
    perform pg_notify('lab_news', json_build_object('family', p_family, 'seq', head.seq + 1, 'kind', p_kind, 'subject', p_subject, 'origin', p_origin,
      'cell', case when p_about is not null then json_build_object('about', p_about, 'area', p_area, 'privacy', p_privacy) end)::text);
    return head.seq + 1;
  end
  $$;

-- The same for everybody who may open the family: what commands call.
create function lab.append_event(p_family uuid, p_kind text, p_about uuid, p_area text, p_privacy text, p_subject uuid, p_data jsonb, p_command uuid, p_origin text)
  returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    actor uuid := lab.current_person();
  begin
    if actor is not null and not exists (select 1 from lab.families_of(array[actor], p_family) f where f.way <> 'core_team') then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    return lab.link_event(p_family, p_kind, p_about, p_area, p_privacy, p_subject, p_data, p_command, p_origin);
  end
  $$;

-- What a command answered, so that asking again with the same id does nothing twice.
create table lab.command (
  municipality_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  name text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (municipality_id, person_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
comment on table lab.command is 'What a command answered, by its id: ids and small typed values, kept for thirty days.';
