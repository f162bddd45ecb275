-- The plan is signed (docs/decisions/0016): a version of it is drawn up line by line, each signer gets a paper of the lines they may read, and
-- signs that. When all have, it is in force. Nothing here is ever changed or deleted: what becomes of a version stands in rows of their own.
create table lab.plan_version (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  number integer not null check (number >= 1),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  sealed bytea not null,
  head_sha256 text not null check (head_sha256 ~ '^[0-9a-f]{64}$'),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (municipality_id, id),
  unique (municipality_id, family_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, made_by) references lab.person (municipality_id, id)
);
create index on lab.plan_version (family_id);
comment on table lab.plan_version is 'A version of the plan, put up for signing. Its sealed head names who is part of it; its lines stand in lab.plan_line. content_sha256 is over the head and every binding line.';
comment on column lab.plan_version.number is 'One more than the versions that are or were in force: a draft that was never signed leaves no gap.';

create table lab.plan_line (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  version_id uuid not null,
  area text not null,
  about_id uuid not null,
  privacy text not null default 'table' check (privacy = 'table'),
  binding boolean not null,
  sealed bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, version_id) references lab.plan_version (municipality_id, family_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code)
);
create index on lab.plan_line (version_id);
create index on lab.plan_line (about_id, area, privacy);
comment on table lab.plan_line is 'One line of a version, in the cell it came from: seen by who sees that cell. Not binding: it awaits somebody, and no signature is under it.';

create table lab.plan_signer (
  municipality_id uuid not null,
  family_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  party_id uuid,
  signs_as text not null check (signs_as in ('member', 'leader', 'party')),
  primary key (municipality_id, version_id, person_id),
  foreign key (municipality_id, family_id, version_id) references lab.plan_version (municipality_id, family_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  check ((signs_as = 'member') = (party_id is null))
);
comment on table lab.plan_signer is 'Who signs a version: each member from 16 taking part, the leader, and one for each party that does something in it.';

create table lab.plan_paper (
  municipality_id uuid not null,
  family_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  line_ids uuid[] not null check (cardinality(line_ids) > 0),
  sealed bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (municipality_id, version_id, person_id),
  foreign key (municipality_id, version_id, person_id) references lab.plan_signer (municipality_id, version_id, person_id)
);
comment on table lab.plan_paper is 'What one signer signs: the lines they could read when it was put up, as the sealed bytes of a PDF. sha256 is of the PDF.';

create table lab.plan_signature (
  municipality_id uuid not null,
  family_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  content_sha256 text not null,
  paper_sha256 text not null,
  how text not null check (how in ('button', 'drawn')),
  sealed bytea,
  signed_at timestamptz not null default now(),
  primary key (municipality_id, version_id, person_id),
  foreign key (municipality_id, version_id, person_id) references lab.plan_paper (municipality_id, version_id, person_id),
  check ((how = 'drawn') = (sealed is not null))
);
comment on table lab.plan_signature is 'Somebody signed, as themself, on a screen of their own: under exactly this content and exactly this paper. sealed: what was drawn.';

create table lab.plan_in_force (
  municipality_id uuid not null,
  family_id uuid not null,
  version_id uuid not null,
  at timestamptz not null default now(),
  primary key (municipality_id, version_id),
  foreign key (municipality_id, family_id, version_id) references lab.plan_version (municipality_id, family_id, id)
);
create index on lab.plan_in_force (family_id);
comment on table lab.plan_in_force is 'All have signed. Written by the last signature (trigger in_force), by nobody else.';

create table lab.plan_void (
  municipality_id uuid not null,
  family_id uuid not null,
  version_id uuid not null,
  why text not null check (why in ('changed', 'replaced')),
  at timestamptz not null default now(),
  primary key (municipality_id, version_id),
  foreign key (municipality_id, family_id, version_id) references lab.plan_version (municipality_id, family_id, id)
);
comment on table lab.plan_void is 'A version that can no longer be signed: the plan was changed before all had signed, or it was put up anew. Written by triggers alone.';

do $$
declare t text;
begin
  foreach t in array array['plan_version', 'plan_line', 'plan_signer', 'plan_paper', 'plan_signature', 'plan_in_force', 'plan_void'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
-- lab_rule reads structure and hashes, never words.
grant select (municipality_id, id, family_id, number, made_by, made_at, head_sha256, content_sha256) on lab.plan_version to lab_rule;
grant select (municipality_id, id, family_id, version_id, area, about_id, privacy, binding, sha256) on lab.plan_line to lab_rule;
grant select (municipality_id, family_id, version_id, person_id, line_ids, sha256) on lab.plan_paper to lab_rule;
grant select (municipality_id, family_id, version_id, person_id, content_sha256, paper_sha256) on lab.plan_signature to lab_rule;
grant select on lab.plan_signer, lab.plan_in_force, lab.plan_void to lab_rule;
grant insert (municipality_id, family_id, version_id) on lab.plan_in_force to lab_rule;
grant insert (municipality_id, family_id, version_id, why) on lab.plan_void to lab_rule;
create policy rule_adds on lab.plan_in_force for insert to lab_rule with check (true);
create policy rule_adds on lab.plan_void for insert to lab_rule with check (true);
grant select (area, about_id, privacy) on lab.measure to lab_rule;

grant create on schema lab to lab_rule;
set role lab_rule;

-- The hash over a version, worked out from its rows: the head, then each binding line in the order of their ids.
create function lab.plan_content(p_version uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return (
      select encode(sha256(decode(v.head_sha256, 'hex') || coalesce((
        select string_agg(decode(l.sha256, 'hex'), ''::bytea order by l.id) from lab.plan_line l where l.version_id = v.id and l.binding), ''::bytea)), 'hex')
      from lab.plan_version v where v.id = p_version);
  end
  $$;

-- Who has not signed: the signers it was put up to, and whoever has come to the table or of age since and can read something of it.
create function lab.plan_missing(p_version uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select w.person_id from lab.plan_version v cross join lateral (
        select s.person_id from lab.plan_signer s where s.version_id = v.id
        union
        select c.person_id from (
          select m.person_id from lab.present_member m where m.family_id = v.family_id and m.takes_part and m.age >= 16
          union
          select a.person_id from lab.active_seat a where a.family_id = v.family_id and a.role = 'leader') c
        where exists (
          select 1 from lab.plan_line l cross join lateral lab.sight_of(array[c.person_id], l.family_id, l.about_id, l.area) s
          where l.version_id = v.id and s.privacy = l.privacy)) w
      where v.id = p_version
        and not exists (select 1 from lab.plan_signature g where g.version_id = v.id and g.person_id = w.person_id);
  end
  $$;

-- The same two for who sees the version: whether its rows still add up, and who is missing.
create function lab.my_plan_content(p_version uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return (select lab.plan_content(p_version) where exists (
      select 1 from lab.plan_line l where l.version_id = p_version
        and (l.about_id, l.area, l.privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)));
  end
  $$;
create function lab.my_plan_missing(p_version uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query select m from lab.plan_missing(p_version) m where exists (
      select 1 from lab.plan_line l where l.version_id = p_version
        and (l.about_id, l.area, l.privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
  end
  $$;

-- Put up by the leader, or by a grown member who takes part. The version that lay there unsigned is no longer to be signed.
create function lab.guard_plan_version() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.chain_head set seq = seq where chain_id = new.family_id;
    if not exists (select 1 from lab.present_member m where m.family_id = new.family_id and m.person_id = new.made_by and m.takes_part and m.age >= 18)
       and not exists (select 1 from lab.active_seat s where s.family_id = new.family_id and s.person_id = new.made_by and s.role = 'leader') then
      raise exception 'only the leader or a grown member puts the plan up' using errcode = 'insufficient_privilege';
    end if;
    if new.made_at is distinct from now() or new.number <> 1 + (select count(*) from lab.plan_in_force f where f.family_id = new.family_id) then
      raise exception 'versions come one after another' using errcode = 'check_violation';
    end if;
    insert into lab.plan_void (municipality_id, family_id, version_id, why)
      select v.municipality_id, v.family_id, v.id, 'replaced' from lab.plan_version v
      where v.family_id = new.family_id
        and not exists (select 1 from lab.plan_in_force f where f.version_id = v.id)
        and not exists (select 1 from lab.plan_void x where x.version_id = v.id);
    return new;
  end
  $$;

-- Lines, signers and papers come together with their version, from who puts it up: nothing is added to it afterwards.
create function lab.guard_plan_part() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not exists (select 1 from lab.plan_version v
        where v.id = new.version_id and v.family_id = new.family_id and v.made_at = now() and v.made_by = lab.current_person()) then
      raise exception 'nothing is added to a version' using errcode = 'insufficient_privilege';
    end if;
    if tg_table_name = 'plan_signer' then
      if not (case new.signs_as
          when 'member' then exists (select 1 from lab.present_member m
            where m.family_id = new.family_id and m.person_id = new.person_id and m.takes_part and m.age >= 16)
          else exists (select 1 from lab.active_seat s
            where s.family_id = new.family_id and s.person_id = new.person_id and s.party_id = new.party_id and (s.role = 'leader') = (new.signs_as = 'leader'))
          end) then
        raise exception 'only who is at the table signs' using errcode = 'check_violation';
      end if;
    elsif tg_table_name = 'plan_paper' then
      if exists (
          select 1 from unnest(new.line_ids) i (id) left join lab.plan_line l on l.id = i.id and l.version_id = new.version_id
          where l.id is null or not exists (
            select 1 from lab.sight_of(array[new.person_id], l.family_id, l.about_id, l.area) s where s.privacy = l.privacy)) then
        raise exception 'a paper holds what its signer may read' using errcode = 'check_violation';
      end if;
    end if;
    return new;
  end
  $$;

-- A signature is under exactly this content and this paper, while the version is open.
create function lab.guard_plan_signature() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.chain_head set seq = seq where chain_id = new.family_id;
    if new.signed_at is distinct from now() then
      raise exception 'it is signed when it is signed' using errcode = 'check_violation';
    end if;
    if exists (select 1 from lab.plan_void x where x.version_id = new.version_id)
       or exists (select 1 from lab.plan_in_force f where f.version_id = new.version_id) then
      raise exception 'this version is no longer to be signed' using errcode = 'check_violation';
    end if;
    if not exists (select 1 from lab.plan_version v join lab.plan_paper p on p.version_id = v.id and p.person_id = new.person_id
        where v.id = new.version_id and v.family_id = new.family_id and v.content_sha256 = new.content_sha256 and p.sha256 = new.paper_sha256)
       or lab.plan_content(new.version_id) is distinct from new.content_sha256 then
      raise exception 'a signature is under exactly what stands there' using errcode = 'check_violation';
    end if;
    return new;
  end
  $$;

create function lab.in_force() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not exists (select 1 from lab.plan_missing(new.version_id)) then
      insert into lab.plan_in_force (municipality_id, family_id, version_id) values (new.municipality_id, new.family_id, new.version_id);
    end if;
    return null;
  end
  $$;

-- Whatever changes in the plan before all have signed makes the version void: when it stands where who put it up can read. What they cannot
-- read is not in it, and leaves no trace on it.
create function lab.void_plan() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    place record;
  begin
    if tg_table_name in ('goal', 'measure', 'decision') then
      select new.family_id, new.about_id, new.area, new.privacy into place;
    elsif tg_table_name = 'measure_cost' then
      select m.family_id, m.about_id, m.area, m.privacy into place from lab.measure m where m.id = new.measure_id;
    else
      select d.family_id, d.about_id, d.area, d.privacy into place from lab.decision d where d.id = new.decision_id;
    end if;
    update lab.chain_head set seq = seq where chain_id = place.family_id;
    insert into lab.plan_void (municipality_id, family_id, version_id, why)
      select v.municipality_id, v.family_id, v.id, 'changed' from lab.plan_version v
      where v.family_id = place.family_id
        and not exists (select 1 from lab.plan_in_force f where f.version_id = v.id)
        and not exists (select 1 from lab.plan_void x where x.version_id = v.id)
        and exists (select 1 from lab.sight_of(array[v.made_by], place.family_id, place.about_id, place.area) s where s.privacy = place.privacy);
    return null;
  end
  $$;

reset role;
create trigger guard_plan_version before insert on lab.plan_version for each row execute function lab.guard_plan_version();
do $$
declare t text;
begin
  foreach t in array array['plan_line', 'plan_signer', 'plan_paper'] loop
    execute format('create trigger guard_plan_part before insert on lab.%I for each row execute function lab.guard_plan_part()', t);
  end loop;
  foreach t in array array['goal', 'measure_cost', 'decision', 'decision_version', 'decided'] loop
    execute format('create trigger void_plan after insert on lab.%I for each row execute function lab.void_plan()', t);
  end loop;
end $$;
create trigger guard_plan_signature before insert on lab.plan_signature for each row execute function lab.guard_plan_signature();
create trigger in_force after insert on lab.plan_signature for each row execute function lab.in_force();
create trigger void_plan after insert or update on lab.measure for each row execute function lab.void_plan();

-- Nobody calls what is not named here.
set role lab_rule;
revoke execute on function lab.plan_content(uuid), lab.plan_missing(uuid), lab.my_plan_content(uuid), lab.my_plan_missing(uuid), lab.guard_plan_version(),
  lab.guard_plan_part(), lab.guard_plan_signature(), lab.in_force(), lab.void_plan() from public;
grant execute on function lab.my_plan_content(uuid), lab.my_plan_missing(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
