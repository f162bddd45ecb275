-- Seats are asked for, answered by everyone who speaks for the family, and taken by who sits in them. Until all of it is there, a seat gives nothing:
-- lab.active_seat (0003) asks for approved_at, and only lab.settle_seat writes that (docs/decisions/0014).
create table lab.seat_proposal (
  municipality_id uuid not null,
  seat_id uuid not null unique,
  family_id uuid not null,
  proposed_by uuid not null,
  wrapped bytea not null,
  sealed_why bytea,
  accepted_at timestamptz,
  declined_at timestamptz,
  primary key (municipality_id, seat_id),
  foreign key (municipality_id, seat_id) references lab.seat (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, proposed_by) references lab.person (municipality_id, id),
  check (accepted_at is null or declined_at is null)
);
create index on lab.seat_proposal (family_id);
comment on table lab.seat_proposal is 'A seat somebody asks for: why, and what the one who is to sit in it says. Its words lie under a key of its own, so that the core team can be told why another leader is wanted and still hold no key of the family.';
comment on column lab.seat_proposal.accepted_at is 'A leader takes over the family; a trusted person declares confidentiality. Whoever sits for a service is sent by it.';

create table lab.seat_answer (
  municipality_id uuid not null,
  id uuid not null unique,
  seat_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'no')),
  sealed_reason bytea,
  answered_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, seat_id) references lab.seat_proposal (municipality_id, seat_id),
  foreign key (municipality_id, family_id, person_id) references lab.member (municipality_id, family_id, person_id) on update cascade,
  check (answer = 'no' or sealed_reason is null)
);
create index on lab.seat_answer (seat_id);
comment on table lab.seat_answer is 'What one who speaks for the family says to a seat: a row of their own, for themself. Silence is no row.';

alter table lab.invitation add column seat_id uuid references lab.seat (id);
comment on column lab.invitation.seat_id is 'For a trusted person, whom the family knows by first name and telephone and not by birth day: the code alone opens, and leads to a seat that gives nothing before confidentiality is declared.';

do $$
declare t text;
begin
  foreach t in array array['seat_proposal', 'seat_answer'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select, insert on lab.%I to lab_rule', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('create policy rule_asks on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
end $$;
grant update (accepted_at, declined_at) on lab.seat_proposal to lab_rule;
create policy rule_answers on lab.seat_proposal for update to lab_rule using (true) with check (true);
grant insert, update (person_id, party_id, approved_at, approved_by, declared_at, ended_at) on lab.seat to lab_rule;
create policy rule_asks on lab.seat for insert to lab_rule with check (approved_at is null and ended_at is null);
create policy rule_settles on lab.seat for update to lab_rule using (true) with check (true);
grant insert, update (name, in_sentence) on lab.party to lab_rule;
create policy rule_asks on lab.party for insert to lab_rule with check (kind = 'private');
create policy rule_names on lab.party for update to lab_rule using (kind = 'private') with check (kind = 'private');

grant create on schema lab to lab_rule;
grant trigger on lab.seat_answer to lab_rule;
set role lab_rule;

-- What a seat has come to, when somebody has answered: kept out by one no; approved when everyone who speaks for the family has said yes and who is
-- to sit there has taken it. A new leader then takes the place of the one before: there is one.
create function lab.settle_seat(p_seat uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.seat;
    said lab.seat_proposal;
  begin
    select * into asked from lab.seat where id = p_seat for update;
    select * into said from lab.seat_proposal where seat_id = p_seat;
    if asked.approved_at is not null or asked.ended_at is not null then
      return;
    end if;
    if said.declined_at is not null or exists (select 1 from lab.seat_answer a where a.seat_id = p_seat and a.answer = 'no') then
      update lab.seat set ended_at = now() where id = p_seat;
      return;
    end if;
    if not lab.family_said_yes(p_seat) or (asked.role in ('leader', 'trusted') and said.accepted_at is null) then
      return;
    end if;
    if asked.role = 'leader' then
      update lab.seat set ended_at = now() where family_id = asked.family_id and role = 'leader' and id <> p_seat and ended_at is null;
    end if;
    update lab.seat set approved_at = now(), approved_by = (
        select a.person_id from lab.seat_answer a where a.seat_id = p_seat order by a.answered_at desc, a.id limit 1)
      where id = p_seat;
  end
  $$;

-- Whether everyone who speaks for the family has said yes to a seat.
create function lab.family_said_yes(p_seat uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.speakers_of(s.family_id)) and not exists (
        select 1 from lab.speakers_of(s.family_id) v
        where not exists (select 1 from lab.seat_answer a where a.seat_id = s.id and a.person_id = v and a.answer = 'yes'))
      from lab.seat s where s.id = p_seat
  $$;

create function lab.settle_answered_seat() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform lab.settle_seat(new.seat_id);
    return null;
  end
  $$;
create trigger settle_answered_seat after insert on lab.seat_answer for each row execute function lab.settle_answered_seat();

-- A colour and shape that as few as possible at this table have.
create function lab.free_mark(p_family uuid) returns smallint
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select m::smallint from generate_series(1, 8) m
    left join (
      select mark from lab.member where family_id = p_family
      union all select mark from lab.seat where family_id = p_family and ended_at is null) t on t.mark = m
    group by m order by count(t.mark), m limit 1
  $$;

-- The core team asks somebody to lead; the leader asks somebody of a service to a seat. Nobody else, and nobody who does not work there.
create function lab.propose_seat(p_family uuid, p_seat uuid, p_person uuid, p_party uuid, p_role text, p_wrapped bytea, p_why bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
  begin
    if not exists (select 1 from lab.families_of(array[me], p_family) f
        where f.way = case p_role when 'leader' then 'core_team' when 'member' then 'leader' end) then
      raise exception 'not yours to ask for' using errcode = 'insufficient_privilege';
    end if;
    if not exists (
        select 1 from lab.role_held r join lab.party p on p.municipality_id = r.municipality_id and p.id = r.party_id
        where r.municipality_id = town and r.person_id = p_person and r.party_id = p_party
          and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
          and case p_role when 'leader' then p.kind = 'lab' and r.role = 'investment_leader' else p.kind = 'service' end) then
      raise exception 'nobody who works there' using errcode = 'insufficient_privilege';
    end if;
    if p_role = 'leader' then
      if not exists (select 1 from lab.qualification q where q.family_id = p_family and q.outcome = 'accepted')
        and not exists (select 1 from lab.seat s where s.family_id = p_family and s.role = 'leader' and s.approved_at is not null) then
        raise exception 'the family is not accepted' using errcode = 'check_violation';
      end if;
      -- One is asked at a time: who has not answered need not be waited for.
      update lab.seat set ended_at = now() where family_id = p_family and role = 'leader' and approved_at is null and ended_at is null;
    end if;
    insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, valid_from)
      values (town, p_seat, p_family, p_person, p_party, p_role, lab.free_mark(p_family), now(), me, now());
    insert into lab.seat_proposal (municipality_id, seat_id, family_id, proposed_by, wrapped, sealed_why)
      values (town, p_seat, p_family, me, p_wrapped, p_why);
  end
  $$;

-- Who speaks for a family brings somebody it trusts: by first name, with a way in. Naming them is that one's own yes.
create function lab.propose_trusted(p_family uuid, p_seat uuid, p_name text, p_initials text, p_wrapped bytea, p_code_hash bytea, p_notice bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    somebody uuid := gen_random_uuid();
    alone uuid := gen_random_uuid();
  begin
    if not exists (select 1 from lab.my_voice() v where v.family_id = p_family and v.speaks) then
      raise exception 'not yours to ask for' using errcode = 'insufficient_privilege';
    end if;
    insert into lab.person (municipality_id, id, name, called_name, initials) values (town, somebody, p_name, p_name, p_initials);
    insert into lab.party (municipality_id, id, kind, name, in_sentence, declaration_required, position)
      values (town, alone, 'private', p_name, p_name, true, 1000);
    insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, valid_from)
      values (town, p_seat, p_family, somebody, alone, 'trusted', lab.free_mark(p_family), now(), me, now());
    insert into lab.seat_proposal (municipality_id, seat_id, family_id, proposed_by, wrapped) values (town, p_seat, p_family, me, p_wrapped);
    insert into lab.seat_answer (municipality_id, id, seat_id, family_id, person_id, answer)
      values (town, gen_random_uuid(), p_seat, p_family, me, 'yes');
    insert into lab.invitation (municipality_id, id, person_id, code_hash, ends_at, seat_id)
      values (town, gen_random_uuid(), somebody, p_code_hash, now() + interval '14 days', p_seat);
    insert into lab.notice (municipality_id, id, family_id, person_id, channel, sealed) values (town, p_seat, p_family, somebody, 'sms', p_notice);
  end
  $$;

-- The one who is to sit there says yes or no. A leader is asked when the family has said yes; a trusted person declares confidentiality with it.
create function lab.take_seat(p_seat uuid, p_yes boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.seat;
  begin
    select * into asked from lab.seat s where s.id = p_seat and s.person_id = lab.current_person()
      and s.municipality_id = lab.current_municipality() and s.role in ('leader', 'trusted') and s.ended_at is null for update;
    if asked is null or (asked.role = 'leader' and not lab.family_said_yes(p_seat)) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    update lab.seat_proposal set accepted_at = case when p_yes then now() end, declined_at = case when not p_yes then now() end
      where seat_id = p_seat and accepted_at is null and declined_at is null;
    if asked.role = 'trusted' and p_yes then
      update lab.seat set declared_at = now() where id = p_seat and declared_at is null;
    end if;
    perform lab.settle_seat(p_seat);
  end
  $$;

-- The family of a seat the signed-in person was asked to, taking its lock: they know the family by nothing else yet. Null: no seat of theirs.
create function lab.lock_seat(p_seat uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    home uuid;
  begin
    select s.family_id into home from lab.seat s join lab.seat_proposal p on p.seat_id = s.id
      where s.id = p_seat and s.person_id = lab.current_person() and (s.role <> 'leader' or lab.family_said_yes(s.id));
    perform 1 from lab.chain_head where chain_id = home for update;
    return home;
  end
  $$;

revoke execute on function lab.settle_seat(uuid), lab.family_said_yes(uuid), lab.settle_answered_seat(), lab.free_mark(uuid),
  lab.propose_seat(uuid, uuid, uuid, uuid, text, bytea, bytea), lab.propose_trusted(uuid, uuid, text, text, bytea, bytea, bytea),
  lab.take_seat(uuid, boolean), lab.lock_seat(uuid) from public;
grant execute on function lab.propose_seat(uuid, uuid, uuid, uuid, text, bytea, bytea),
  lab.propose_trusted(uuid, uuid, text, text, bytea, bytea, bytea), lab.take_seat(uuid, boolean), lab.lock_seat(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.seat_answer from lab_rule;
