-- Who belongs to a family changes while the lab works with it: a baby is born (0022), somebody moves out, comes back, or is taken in. What was so stays so: a
-- period that is over is kept, plans that were signed then stand as they were, and the words of who has left stay theirs (docs/decisions/0027).
create table lab.member_period (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, person_id) references lab.member (municipality_id, family_id, person_id) on update cascade,
  check (valid_from < valid_to)
);
create index on lab.member_period (family_id);
comment on table lab.member_period is 'When somebody belonged to a family before: the member''s own row holds the last period, these the earlier ones. Written when they come back.';

create table lab.member_proposal (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  relation text not null check (relation in ('mother', 'father', 'grandmother', 'grandfather', 'partner', 'child')),
  sealed bytea,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  approved_at timestamptz,
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.birth (municipality_id, person_id),
  foreign key (municipality_id, asked_by) references lab.person (municipality_id, id),
  check (accepted_at is null or approved_at is not null)
);
create unique index on lab.member_proposal (family_id, person_id) where accepted_at is null and ended_at is null;
create index on lab.member_proposal (person_id);
comment on table lab.member_proposal is 'That somebody is to be of the family, or is to be again: everyone who speaks for it says yes, and then they themself. Until then they are not. A telephone number is sealed under the family''s key.';

create table lab.member_answer (
  municipality_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'no')),
  answered_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (proposal_id, person_id),
  foreign key (municipality_id, proposal_id) references lab.member_proposal (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
comment on table lab.member_answer is 'What one who speaks for the family said to that. Nobody else sees who said no.';

do $$
declare t text;
begin
  foreach t in array array['member_period', 'member_proposal', 'member_answer'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('create policy rule_adds on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
end $$;
grant select, insert on lab.member_period, lab.member_answer to lab_rule;
grant select (municipality_id, id, family_id, person_id, relation, asked_by, asked_at, approved_at, accepted_at, ended_at), insert,
  update (person_id, approved_at, accepted_at, ended_at) on lab.member_proposal to lab_rule;
create policy rule_settles on lab.member_proposal for update to lab_rule using (accepted_at is null and ended_at is null) with check (true);
grant update (valid_from, relation, takes_part) on lab.member to lab_rule;
grant update (ended_at, ended_how) on lab.consent to lab_rule;
create policy rule_moves_out on lab.consent for update to lab_rule using (ended_at is null) with check (ended_at is not null);
grant update (ended_at) on lab.participation to lab_rule;
create policy rule_moves_out on lab.participation for update to lab_rule using (ended_at is null) with check (ended_at is not null);

grant create on schema lab to lab_rule;
grant trigger on lab.member, lab.invitation to lab_rule;
set role lab_rule;

create function lab.keep_period() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if old.valid_to is not null and new.valid_from >= old.valid_to then
      insert into lab.member_period (municipality_id, id, family_id, person_id, valid_from, valid_to)
        values (old.municipality_id, gen_random_uuid(), old.family_id, old.person_id, old.valid_from, old.valid_to);
    end if;
    return null;
  end
  $$;
create trigger keep_period after update of valid_from on lab.member for each row execute function lab.keep_period();

-- Whoever comes in by a code under another identity is the one who was asked.
create function lab.follow_invitation() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.member_proposal set person_id = new.person_id
      where municipality_id = old.municipality_id and person_id = old.person_id and accepted_at is null and ended_at is null;
    return null;
  end
  $$;
create trigger follow_invitation after update of person_id on lab.invitation for each row
  when (old.person_id is distinct from new.person_id) execute function lab.follow_invitation();

-- Somebody moves out: themself when grown, or the leader for anybody who says so. Their access ends with this moment; what they said yes to here ends too, for
-- they could not stop it afterwards. It is remembered here, because who has moved out writes nothing in this family's memory;
-- by no process as its own, so that each tells its rooms. False: not theirs to say.
create function lab.move_out(p_family uuid, p_person uuid, p_command uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    gone uuid;
  begin
    if not exists (select 1 from lab.present_member m where m.family_id = p_family and m.person_id = p_person and m.municipality_id = town)
      or not exists (select 1 from lab.families_of(array[me], p_family) f
        where f.way = 'leader' or (p_person = me and f.way = 'member' and exists (
          select 1 from lab.present_member m where m.family_id = p_family and m.person_id = me and m.age >= 18))) then
      return false;
    end if;
    update lab.member set valid_to = now() where municipality_id = town and family_id = p_family and person_id = p_person;
    update lab.participation set ended_at = now() where municipality_id = town and family_id = p_family and person_id = p_person and ended_at is null;
    for gone in
      update lab.consent set ended_at = now(), ended_how = 'withdrawn'
        where municipality_id = town and family_id = p_family and giver_id = p_person and answer = 'yes' and ended_at is null and valid_to > now()
        returning id loop
      perform lab.link_event(p_family, 'consent.ended', null, null, null, gone, '{"by": "moved_out"}', p_command, '');
    end loop;
    perform lab.link_event(p_family, 'member.moved_out', null, null, null, p_person, '{}', p_command, '');
    return true;
  end
  $$;

-- Everything it took to belong is there: they do, from now on.
create function lab.admit_member(p_proposal uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked record;
  begin
    select q.municipality_id, q.family_id, q.person_id, q.relation into asked from lab.member_proposal q where q.id = p_proposal;
    if exists (select 1 from lab.member m where m.family_id = asked.family_id and m.person_id = asked.person_id) then
      update lab.member set valid_from = now(), valid_to = null, takes_part = true
        where municipality_id = asked.municipality_id and family_id = asked.family_id and person_id = asked.person_id;
    else
      insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
        select asked.municipality_id, asked.family_id, asked.person_id, asked.relation, lab.free_mark(asked.family_id), coalesce(max(m.position), 0) + 1, now()
        from lab.member m where m.family_id = asked.family_id;
    end if;
    update lab.member_proposal set accepted_at = now() where id = p_proposal;
  end
  $$;

-- Asks for somebody: a new name with its birth day, or one who belonged here before. Only the leader, or who speaks for the family.
create function lab.propose_member(p_family uuid, p_proposal uuid, p_person uuid, p_name text, p_called_name text, p_initials text, p_born date,
    p_relation text, p_sealed bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
  begin
    if not exists (select 1 from lab.families_of(array[me], p_family) f where f.way = 'leader')
      and not exists (select 1 from lab.my_voice() v where v.family_id = p_family and v.speaks) then
      return false;
    end if;
    if p_name is null then
      if not exists (select 1 from lab.member m where m.municipality_id = town and m.family_id = p_family and m.person_id = p_person)
        or exists (select 1 from lab.present_member m where m.family_id = p_family and m.person_id = p_person) then
        return false;
      end if;
    else
      insert into lab.person (municipality_id, id, name, called_name, initials) values (town, p_person, p_name, p_called_name, p_initials);
      insert into lab.birth (municipality_id, person_id, born) values (town, p_person, p_born);
    end if;
    insert into lab.member_proposal (municipality_id, id, family_id, person_id, relation, sealed, asked_by)
      values (town, p_proposal, p_family, p_person, p_relation, p_sealed, me);
    return true;
  end
  $$;

-- What one says for the family. One no ends it. With the last yes it is approved: who is new gets a message with a way in, and a child who comes back is back.
-- Answers what came of it; null: not theirs to answer.
create function lab.answer_member(p_id uuid, p_proposal uuid, p_answer text, p_code_hash bytea, p_notice bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    asked record;
  begin
    select q.family_id, q.person_id into asked from lab.member_proposal q
      where q.municipality_id = town and q.id = p_proposal and q.approved_at is null and q.ended_at is null
        and exists (select 1 from lab.my_voice() v where v.family_id = q.family_id and v.speaks);
    if asked is null or exists (select 1 from lab.member_answer a where a.proposal_id = p_proposal and a.person_id = me) then
      return null;
    end if;
    insert into lab.member_answer (municipality_id, id, proposal_id, family_id, person_id, answer) values (town, p_id, p_proposal, asked.family_id, me, p_answer);
    if p_answer = 'no' then
      update lab.member_proposal set ended_at = now() where id = p_proposal;
      return 'ended';
    end if;
    if exists (select 1 from lab.speakers_of(asked.family_id) s
        where not exists (select 1 from lab.member_answer a where a.proposal_id = p_proposal and a.person_id = s and a.answer = 'yes')) then
      return 'waits';
    end if;
    update lab.member_proposal set approved_at = now() where id = p_proposal;
    if exists (select 1 from lab.birth b where b.person_id = asked.person_id and lab.age(b.born) < 16) then
      perform lab.admit_member(p_proposal);
      return 'joined';
    end if;
    if p_code_hash is not null and not exists (select 1 from lab.member m where m.family_id = asked.family_id and m.person_id = asked.person_id) then
      insert into lab.invitation (municipality_id, id, person_id, code_hash, ends_at)
        values (town, gen_random_uuid(), asked.person_id, p_code_hash, now() + interval '14 days');
      insert into lab.notice (municipality_id, id, family_id, person_id, channel, sealed)
        values (town, p_proposal, asked.family_id, asked.person_id, 'sms', p_notice);
    end if;
    return 'approved';
  end
  $$;

-- Families that want the signed-in person, and have all said so.
create function lab.my_joining() returns table (proposal_id uuid, family_id uuid, family_name text, asked_by text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select q.id, q.family_id, f.name, p.called_name
    from lab.member_proposal q
    join lab.family f on f.municipality_id = q.municipality_id and f.id = q.family_id
    join lab.person p on p.municipality_id = q.municipality_id and p.id = q.asked_by
    where q.municipality_id = lab.current_municipality() and q.person_id = lab.current_person()
      and q.approved_at is not null and q.accepted_at is null and q.ended_at is null
    order by q.asked_at
  $$;

-- Their own yes, or no. Answers the family; null: nobody asked them.
create function lab.join_family(p_proposal uuid, p_answer text, p_command uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked record;
  begin
    select j.family_id into asked from lab.my_joining() j where j.proposal_id = p_proposal;
    if asked is null then
      return null;
    end if;
    perform 1 from lab.chain_head h where h.chain_id = asked.family_id for update;
    if p_answer = 'yes' then
      perform lab.admit_member(p_proposal);
      perform lab.link_event(asked.family_id, 'member.joined', null, null, null, lab.current_person(), '{}', p_command, '');
    else
      update lab.member_proposal set ended_at = now() where id = p_proposal;
      perform lab.link_event(asked.family_id, 'member.said_no', null, null, null, p_proposal, '{}', p_command, '');
    end if;
    return asked.family_id;
  end
  $$;

-- As in 0016; and whoever a family wants as one of it, until they have answered.
create or replace function lab.has_seat() returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.seat s where s.person_id = lab.current_person() and s.ended_at is null and s.role in ('trusted', 'volunteer'))
      or exists (select 1 from lab.my_joining())
  $$;

-- Who belonged here, and from when to when; for the family and its leader. A guest and a service know those who are here now.
create function lab.my_member_history(p_family uuid) returns table (person_id uuid, name text, called_name text, relation text, since timestamptz, until timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    if not exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way in ('member', 'leader')) then
      return;
    end if;
    return query
      select h.person_id, p.name, p.called_name, h.relation, h.valid_from, h.valid_to
      from (
        select m.municipality_id, m.person_id, m.relation, m.valid_from, m.valid_to from lab.member m where m.family_id = p_family and m.valid_to <= now()
        union all
        select m.municipality_id, m.person_id, m.relation, e.valid_from, e.valid_to
        from lab.member_period e join lab.member m on m.family_id = e.family_id and m.person_id = e.person_id where e.family_id = p_family) h
      join lab.person p on p.municipality_id = h.municipality_id and p.id = h.person_id
      order by h.valid_to desc, p.called_name;
  end
  $$;

-- Who is asked for, what the signed-in person said, and whom it waits for: for the family from sixteen and its leader.
create function lab.my_member_proposals(p_family uuid) returns table (proposal_id uuid, person_id uuid, called_name text, name text, relation text, asked_by text,
    asked_at timestamptz, approved_at timestamptz, mine text, may_answer boolean, waits_for text[])
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    speaks boolean := exists (select 1 from lab.my_voice() v where v.family_id = p_family and v.speaks);
  begin
    if not speaks and not exists (select 1 from lab.my_voice() v where v.family_id = p_family)
      and not exists (select 1 from lab.families_of(array[me], p_family) f where f.way = 'leader') then
      return;
    end if;
    return query
      select q.id, p.id, p.called_name, p.name, q.relation, b.called_name, q.asked_at, q.approved_at,
        (select a.answer from lab.member_answer a where a.proposal_id = q.id and a.person_id = me),
        speaks and q.approved_at is null and not exists (select 1 from lab.member_answer a where a.proposal_id = q.id and a.person_id = me),
        case when speaks then array(
          select n.called_name from lab.speakers_of(p_family) v join lab.person n on n.id = v
          where not exists (select 1 from lab.member_answer a where a.proposal_id = q.id and a.person_id = v) order by n.called_name) else '{}' end
      from lab.member_proposal q
      join lab.person p on p.municipality_id = q.municipality_id and p.id = q.person_id
      join lab.person b on b.municipality_id = q.municipality_id and b.id = q.asked_by
      where q.family_id = p_family and q.accepted_at is null and q.ended_at is null
      order by q.asked_at;
  end
  $$;

revoke execute on function lab.keep_period(), lab.follow_invitation(), lab.move_out(uuid, uuid, uuid), lab.admit_member(uuid),
  lab.propose_member(uuid, uuid, uuid, text, text, text, date, text, bytea), lab.answer_member(uuid, uuid, text, bytea, bytea), lab.my_joining(),
  lab.join_family(uuid, text, uuid), lab.my_member_history(uuid), lab.my_member_proposals(uuid) from public;
grant execute on function lab.move_out(uuid, uuid, uuid), lab.propose_member(uuid, uuid, uuid, text, text, text, date, text, bytea),
  lab.answer_member(uuid, uuid, text, bytea, bytea), lab.my_joining(), lab.join_family(uuid, text, uuid), lab.my_member_history(uuid),
  lab.my_member_proposals(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.member, lab.invitation from lab_rule;

-- The telephone number of who is asked for, sealed: for who answers, whose last yes sends the message.
grant select on lab.member_proposal to lab_app;
create policy see on lab.member_proposal for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (family_id in (select v.family_id from lab.my_voice() v) or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')));
