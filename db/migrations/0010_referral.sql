-- The door: a family is named to the lab only with its own yes; a question names nobody. And the message that leads somebody in.
create table lab.referral (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  sent_by uuid not null,
  party_id uuid,
  yes_how text not null check (yes_how in ('spoken', 'written')),
  yes_on date not null,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  reach text not null check (reach in ('sms', 'call', 'letter', 'sender')),
  wrapped bytea not null,
  sealed bytea not null,
  received_at timestamptz not null default now(),
  answered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, sent_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id)
);
create index on lab.referral (family_id);
create index on lab.referral (sent_by);
comment on table lab.referral is 'A family that somebody who noticed it sends to the lab, together with it. What it hopes for and how it is reached are sealed under a key of the referral''s own: the core team reads them, and nothing else of the family.';
comment on column lab.referral.yes_on is 'The day the family said yes to being named here. There is no referral without it.';

create table lab.question (
  municipality_id uuid not null,
  id uuid not null unique,
  asked_by uuid not null,
  party_id uuid,
  wrapped bytea not null,
  sealed bytea not null,
  sealed_answer bytea,
  asked_at timestamptz not null default now(),
  answered_by uuid,
  answered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, asked_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, answered_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  check ((sealed_answer is null) = (answered_at is null) and (answered_by is null) = (answered_at is null))
);
create index on lab.question (asked_by);
comment on table lab.question is 'A question to the core team about nobody named: what one may ask before a family has said yes. Words sealed under a key of its own.';

create table lab.invitation (
  municipality_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  code_hash bytea not null unique,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  used_at timestamptz,
  tries integer not null default 0,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
create index on lab.invitation (person_id);
comment on table lab.invitation is 'A way in for somebody the lab knows by name and birth day but not yet by identity: a code used once, that opens only to who was born that day.';

create table lab.notice (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('sms')),
  sealed bytea,
  made_at timestamptz not null default now(),
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id)
);
create index on lab.notice (next_try_at) where sent_at is null and failed_at is null;
comment on table lab.notice is 'A message on its way out of the house. It never tells what it is about; number and text are sealed all the same, and go when it is sent.';

do $$
declare t text;
begin
  foreach t in array array['referral', 'question', 'invitation', 'notice'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
  end loop;
end $$;

-- What lab_rule needs to open the door for somebody who is not known here yet.
grant select, insert, update (used_at, tries, person_id) on lab.invitation to lab_rule;
grant select (municipality_id, id, family_id, person_id, sent_by, received_at, answered_at), insert, update (person_id) on lab.referral to lab_rule;
grant select, insert on lab.birth, lab.person to lab_rule;
grant insert on lab.family, lab.family_key, lab.member, lab.chain_head, lab.notice to lab_rule;
grant update (person_id) on lab.member to lab_rule;
grant update (persons) on lab.about to lab_rule;
do $$
declare t text;
begin
  foreach t in array array['referral', 'invitation', 'person'] loop
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
  foreach t in array array['referral', 'invitation', 'person', 'birth', 'family', 'family_key', 'member', 'chain_head', 'notice'] loop
    execute format('create policy rule_opens on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
  foreach t in array array['referral', 'invitation', 'member', 'about'] loop
    execute format('create policy rule_joins on lab.%I for update to lab_rule using (true) with check (true)', t);
  end loop;
end $$;

grant create on schema lab to lab_rule;
grant trigger on lab.question to lab_rule;
set role lab_rule;

-- Whether the signed-in person has a role in the municipality now; any of these roles, or any at all.
create function lab.holds_role(p_roles text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.role_held r
      where r.person_id = lab.current_person() and (p_roles is null or r.role = any (p_roles))
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))
  $$;

-- A referral from somebody with a role in the municipality: the family and the one who said yes, made when they are not here yet. The same
-- person named twice is one family; whoever refers learns nothing of that. Answers the family, for the server alone.
create function lab.receive_referral(p_referral uuid, p_family uuid, p_person uuid, p_name text, p_called_name text, p_initials text, p_family_name text,
    p_born date, p_relation text, p_party uuid, p_yes_how text, p_yes_on date, p_language text, p_reach text, p_wrapped bytea, p_sealed bytea,
    p_family_wrapped bytea, p_code_hash bytea, p_notice bytea, p_command uuid, p_origin text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    me uuid := lab.current_person();
    home uuid;
    somebody uuid;
  begin
    if me is null or not lab.holds_role(null) then
      raise exception 'only who works here refers' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from lab.role_held r where r.person_id = me and r.party_id is not distinct from p_party
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())) then
      raise exception 'only for the service one works in' using errcode = 'insufficient_privilege';
    end if;
    -- Two who refer the same person at the same moment wait for one another.
    perform pg_advisory_xact_lock(hashtextextended(town::text || lower(p_name) || p_born::text, 0));
    select p.id, m.family_id into somebody, home
      from lab.person p join lab.birth b on b.municipality_id = p.municipality_id and b.person_id = p.id
      join lab.member m on m.municipality_id = p.municipality_id and m.person_id = p.id
      join lab.family f on f.municipality_id = m.municipality_id and f.id = m.family_id
      where p.municipality_id = town and lower(p.name) = lower(p_name) and b.born = p_born and m.takes_part
        -- Who waited here began before the other was done: by now() the family just made would not be there yet.
        and m.valid_from <= clock_timestamp() and (m.valid_to is null or m.valid_to > clock_timestamp()) and f.phase <> 'exit'
      order by m.valid_from limit 1;
    if home is null then
      home := p_family;
      somebody := p_person;
      insert into lab.person (municipality_id, id, name, called_name, initials) values (town, somebody, p_name, p_called_name, p_initials);
      insert into lab.birth (municipality_id, person_id, born) values (town, somebody, p_born);
      insert into lab.family (municipality_id, id, name, phase, target_group, cloth_started_on)
        values (town, home, p_family_name, 'capture', 'a', lab.today());
      insert into lab.family_key (municipality_id, family_id, wrapped) values (town, home, p_family_wrapped);
      insert into lab.chain_head (municipality_id, chain_id, family_id) values (town, home, home);
      insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
        values (town, home, somebody, p_relation, 1, 1, now());
    end if;
    insert into lab.referral (municipality_id, id, family_id, person_id, sent_by, party_id, yes_how, yes_on, language, reach, wrapped, sealed)
      values (town, p_referral, home, somebody, me, p_party, p_yes_how, p_yes_on, p_language, p_reach, p_wrapped, p_sealed);
    if p_code_hash is not null then
      insert into lab.invitation (municipality_id, id, person_id, code_hash, ends_at)
        values (town, gen_random_uuid(), somebody, p_code_hash, now() + interval '14 days');
      insert into lab.notice (municipality_id, id, family_id, person_id, channel, sealed)
        values (town, p_referral, home, somebody, 'sms', p_notice);
    end if;
    perform lab.link_event(home, 'referral.received', null, null, null, p_referral, jsonb_build_object('how', p_yes_how, 'reach', p_reach), p_command, p_origin);
    return home;
  end
  $$;

-- What became of what I have sent: that it has come and that it was answered, and nothing more (scenario 29).
create function lab.my_referrals() returns table (id uuid, received_at timestamptz, answered_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$ select r.id, r.received_at, r.answered_at from lab.referral r where r.sent_by = lab.current_person() order by r.received_at desc $$;

-- Who was referred, by whom, and whether they have come in, by name: for the core team, which knows nobody else of the family.
create function lab.referred() returns table (referral_id uuid, person_id uuid, name text, relation text, sent_by text, has_signed_in boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.id, r.person_id, p.name, m.relation, s.name,
      exists (select 1 from lab.invitation i where i.municipality_id = r.municipality_id and i.person_id = r.person_id and i.used_at is not null)
    from lab.referral r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.person s on s.municipality_id = r.municipality_id and s.id = r.sent_by
    join lab.member m on m.municipality_id = r.municipality_id and m.family_id = r.family_id and m.person_id = r.person_id
    where r.municipality_id = lab.current_municipality() and lab.holds_role(array['core_team'])
  $$;

-- Somebody has signed in and brings a code: it is theirs if it is used once, in time, by who was born that day. Whoever is here already by their
-- identity (p_known) takes the place of the one who was only named. Answers the person; null: the code opens nothing.
create function lab.claim_invitation(p_municipality uuid, p_code_hash bytea, p_known uuid, p_born_ddmmyy text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.invitation;
    taken uuid;
  begin
    select i.* into asked from lab.invitation i
      where i.municipality_id = p_municipality and i.code_hash = p_code_hash and i.used_at is null and i.ends_at > now() and i.tries < 5
      for update;
    if asked is null then return null; end if;
    update lab.invitation set tries = tries + 1 where id = asked.id;
    if not exists (select 1 from lab.birth b where b.municipality_id = p_municipality and b.person_id = asked.person_id
        and to_char(b.born, 'DDMMYY') = p_born_ddmmyy) then
      return null;
    end if;
    taken := coalesce(p_known, asked.person_id);
    update lab.invitation set used_at = now(), person_id = taken where id = asked.id;
    if taken <> asked.person_id then
      insert into lab.birth (municipality_id, person_id, born)
        select p_municipality, taken, b.born from lab.birth b where b.municipality_id = p_municipality and b.person_id = asked.person_id
        on conflict do nothing;
      update lab.member set person_id = taken where municipality_id = p_municipality and person_id = asked.person_id;
      update lab.referral set person_id = taken where municipality_id = p_municipality and person_id = asked.person_id;
      update lab.about set persons = array[taken] where municipality_id = p_municipality and persons = array[asked.person_id];
    end if;
    return taken;
  end
  $$;

-- Questions are remembered in the municipality's own chain.
create function lab.link_question() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform lab.link_event(new.municipality_id, case when new.answered_at is null then 'question.asked' else 'question.answered' end,
      null, null, null, new.id, '{}', null, '');
    return null;
  end
  $$;
create trigger link_question after insert or update on lab.question for each row execute function lab.link_question();

revoke execute on function lab.holds_role(text[]), lab.my_referrals(), lab.referred(), lab.link_question(), lab.claim_invitation(uuid, bytea, uuid, text),
  lab.receive_referral(uuid, uuid, uuid, text, text, text, text, date, text, uuid, text, date, text, text, bytea, bytea, bytea, bytea, bytea, uuid, text) from public;
grant execute on function lab.holds_role(text[]), lab.my_referrals(), lab.referred(),
  lab.receive_referral(uuid, uuid, uuid, text, text, text, text, date, text, uuid, text, date, text, text, bytea, bytea, bytea, bytea, bytea, uuid, text) to lab_app;
grant execute on function lab.claim_invitation(uuid, bytea, uuid, text) to lab_system;

reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.question from lab_rule;

-- A referral: the core team, and the family it is about. Its sender only learns that it came and was answered (my_referrals).
grant select on lab.referral, lab.notice to lab_app;
create policy see on lab.referral for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('core_team', 'member', 'guardian', 'leader')));
create policy see on lab.notice for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('core_team', 'leader')));

grant select, insert on lab.question to lab_app;
grant update (sealed_answer, answered_by, answered_at) on lab.question to lab_app;
create policy see on lab.question for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (asked_by = (select lab.current_person()) or (select lab.holds_role(array['core_team']))));
create policy ask on lab.question for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and asked_by = (select lab.current_person()) and answered_at is null and (select lab.holds_role(null)));
create policy answer on lab.question for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and answered_at is null and (select lab.holds_role(array['core_team'])))
  with check (municipality_id = (select lab.current_municipality()) and answered_by = (select lab.current_person()));

-- Messages leave the house by a named job.
grant select (municipality_id, id, family_id) on lab.referral to lab_system;
create policy job_reads on lab.referral for select to lab_system using (true);
grant select, update (sealed, tries, next_try_at, sent_at, failed_at) on lab.notice to lab_system;
create policy job_reads on lab.notice for select to lab_system using (true);
create policy send on lab.notice for update to lab_system using (sent_at is null and failed_at is null) with check (true);
