-- Somebody refers herself, in five fields, on a phone, without an account (scenario 30, docs/decisions/0042-the-door-from-outside.md). It makes no person and no
-- family: anybody can write a name. It is a sealed sheet that the core team reads, until the core team takes it in at the door or she signs in with her code.
create table lab.self_referral (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  code_hash bytea not null unique,
  wrapped bytea,
  sealed bytea,
  received_at timestamptz not null default now(),
  family_id uuid,
  taken_in_by uuid,
  taken_in_at timestamptz,
  closed_how text check (closed_how in ('talked', 'not_reached', 'not_real')),
  closed_by uuid,
  closed_at timestamptz,
  taken_back_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, taken_in_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, closed_by) references lab.person (municipality_id, id),
  check ((wrapped is null) = (sealed is null)),
  check ((family_id is null) = (taken_in_at is null) and (taken_in_by is null or taken_in_at is not null)),
  check ((closed_how is null) = (closed_at is null) and (closed_by is null) = (closed_at is null)),
  -- Taken in, the words are the referral's; taken back, they are nobody's.
  check ((sealed is null) = (taken_in_at is not null or taken_back_at is not null)),
  check (taken_in_at is null or closed_at is null)
);
create index on lab.self_referral (family_id) where family_id is not null;
comment on table lab.self_referral is 'A sheet somebody sent about herself without an account: five fields, sealed under a key of its own, and the hash of the code she comes back with.';
comment on column lab.self_referral.taken_in_by is 'Who of the core team took it in at the door; null when she signed in with her code.';

alter table lab.self_referral enable row level security;
alter table lab.self_referral force row level security;
create policy owner_all on lab.self_referral to lab_owner using (true) with check (true);

-- lab_rule reads structure, never words.
grant select (municipality_id, id, code_hash, received_at, family_id, taken_in_by, taken_in_at, closed_how, closed_by, closed_at, taken_back_at), delete
  on lab.self_referral to lab_rule;
grant insert (municipality_id, id, code_hash, wrapped, sealed) on lab.self_referral to lab_rule;
grant update (wrapped, sealed, family_id, taken_in_by, taken_in_at, taken_back_at) on lab.self_referral to lab_rule;
create policy rule_reads on lab.self_referral for select to lab_rule using (true);
create policy rule_receives on lab.self_referral for insert to lab_rule with check (true);
create policy rule_settles on lab.self_referral for update to lab_rule using (taken_back_at is null) with check (true);
create policy let_go on lab.self_referral for delete to lab_rule using (true);

grant create on schema lab to lab_rule;
grant trigger on lab.self_referral to lab_rule;
set role lab_rule;

-- A sheet is laid at the door. The same code twice is the same sheet, sent again: nothing is done. full: so many in an hour are nobody's own words.
create function lab.send_self_referral(p_municipality uuid, p_id uuid, p_code_hash bytea, p_wrapped bytea, p_sealed bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if exists (select 1 from lab.self_referral s where s.code_hash = p_code_hash) then return 'again'; end if;
    if (select count(*) from lab.self_referral s where s.municipality_id = p_municipality and s.received_at > now() - interval '1 hour') >= 100 then
      return 'full';
    end if;
    insert into lab.self_referral (municipality_id, id, code_hash, wrapped, sealed) values (p_municipality, p_id, p_code_hash, p_wrapped, p_sealed)
      on conflict do nothing;
    return case when found then 'sent' else 'again' end;
  end
  $$;

-- Whether anything has begun under the name: somebody came in by it, signed, answered, sits there, or was consented for. As where two are said to be one (0027);
-- and where nothing of the family may be deleted (0034).
create function lab.self_referral_begun(p_self uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.self_referral s left join lab.referral r on r.municipality_id = s.municipality_id and r.id = s.id
      where s.id = p_self and s.taken_in_at is not null
        and (r.id is null or exists (select 1 from lab.hold_over(s.family_id)) or r.answered_at is not null or r.family_id <> s.family_id
          or exists (select 1 from lab.invitation i where i.municipality_id = r.municipality_id and i.person_id = r.person_id and i.used_at is not null)
          or exists (select 1 from lab.participation w where w.municipality_id = r.municipality_id and w.person_id = r.person_id)
          or exists (select 1 from lab.check_answer a where a.family_id = r.family_id)
          or exists (select 1 from lab.seat t where t.family_id = r.family_id)
          or exists (select 1 from lab.consent c where c.family_id = r.family_id)
          or exists (select 1 from lab.member m where m.family_id = r.family_id and m.person_id <> r.person_id)
          or exists (select 1 from lab.event e where e.family_id = r.family_id and e.about_id is not null)))
  $$;

-- What her code tells: that it came, that it is answered, and whether she may still take it back. No row: it opens nothing, whatever the reason. Whoever has signed
-- in by it has pages of their own.
create function lab.my_self_referral(p_code_hash bytea) returns table (municipality_id uuid, received_at timestamptz, answered boolean, may_take_back boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.municipality_id, s.received_at, s.closed_at is not null or s.taken_in_at is not null and (r.id is null or r.answered_at is not null), not lab.self_referral_begun(s.id)
    from lab.self_referral s left join lab.referral r on r.municipality_id = s.municipality_id and r.id = s.id
    where s.code_hash = p_code_hash and s.taken_back_at is null
      and not exists (select 1 from lab.invitation i where i.code_hash = p_code_hash and i.used_at is not null)
  $$;

-- She takes it back. As long as nothing has begun by it, what she wrote goes, here and at the door. Answers what came of it, and whose key goes.
create function lab.take_back_self_referral(p_code_hash bytea) returns table (came text, key_owner uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    sheet record;
  begin
    -- The family's lock first, as everywhere; then the sheet, as it is after whoever was there before.
    perform 1 from lab.chain_head h join lab.self_referral s on s.family_id = h.chain_id where s.code_hash = p_code_hash for update of h;
    select s.municipality_id, s.id, s.family_id, s.taken_back_at into sheet from lab.self_referral s where s.code_hash = p_code_hash;
    if sheet.taken_back_at is not null then
      return query select 'done', null::uuid;
      return;
    end if;
    perform 1 from lab.self_referral s where s.code_hash = p_code_hash and s.taken_back_at is null for update;
    if not exists (select 1 from lab.my_self_referral(p_code_hash)) then
      return query select 'nothing', null::uuid;
      return;
    end if;
    select s.municipality_id, s.id, s.family_id into sheet from lab.self_referral s where s.code_hash = p_code_hash;
    if lab.self_referral_begun(sheet.id) then
      return query select 'begun', null::uuid;
      return;
    end if;
    if sheet.family_id is not null then
      delete from lab.invitation i where i.code_hash = p_code_hash;
      delete from lab.whereabouts w where w.what = 'referral_contact' and w.subject_id = sheet.id;
      update lab.member m set valid_to = now() from lab.referral r where r.municipality_id = sheet.municipality_id and r.id = sheet.id
        and m.municipality_id = r.municipality_id and m.family_id = r.family_id and m.person_id = r.person_id;
      delete from lab.referral r where r.municipality_id = sheet.municipality_id and r.id = sheet.id;
      perform lab.link_event(sheet.family_id, 'referral.taken_back', null, null, null, sheet.id, '{}', null, '');
    end if;
    update lab.self_referral s set wrapped = null, sealed = null, taken_back_at = now() where s.id = sheet.id;
    return query select 'done', sheet.id;
  end
  $$;

-- The sheet becomes a family at the door: a person and a family, a referral under the sheet's own id and key, and her code the way in. p_known: somebody who is
-- here under the same identity takes the place, and the family they belong to is the one. p_came: she has signed in by it.
create function lab.open_self_referral(p_self uuid, p_family uuid, p_person uuid, p_known boolean, p_name text, p_called_name text, p_initials text, p_family_name text,
    p_born date, p_relation text, p_language text, p_wrapped bytea, p_sealed bytea, p_sealed_contact bytea, p_family_wrapped bytea, p_came boolean,
    p_command uuid, p_origin text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    sheet record;
    home uuid;
    is_led boolean := false;
  begin
    select s.municipality_id, s.id, s.code_hash, s.received_at into sheet from lab.self_referral s
      where s.id = p_self and s.taken_in_at is null and s.taken_back_at is null and s.closed_at is null for update;
    if sheet.id is null then return null; end if;
    if p_known then
      select m.family_id into home from lab.present_member m join lab.family f on f.municipality_id = m.municipality_id and f.id = m.family_id
        where m.municipality_id = sheet.municipality_id and m.person_id = p_person and f.phase <> 'exit' order by m.family_id limit 1;
    else
      insert into lab.person (municipality_id, id, name, called_name, initials) values (sheet.municipality_id, p_person, p_name, p_called_name, p_initials);
    end if;
    insert into lab.birth (municipality_id, person_id, born) values (sheet.municipality_id, p_person, p_born) on conflict do nothing;
    if home is null then
      home := p_family;
      insert into lab.family (municipality_id, id, name, phase, target_group, cloth_started_on)
        values (sheet.municipality_id, home, p_family_name, 'capture', 'a', lab.today());
      insert into lab.family_key (municipality_id, family_id, wrapped) values (sheet.municipality_id, home, p_family_wrapped);
      insert into lab.chain_head (municipality_id, chain_id, family_id) values (sheet.municipality_id, home, home);
    else
      perform 1 from lab.chain_head h where h.chain_id = home for update;
      is_led := exists (select 1 from lab.active_seat t where t.family_id = home and t.role = 'leader');
    end if;
    insert into lab.referral (municipality_id, id, family_id, person_id, sent_by, yes_how, yes_on, language, reach, wrapped, sealed)
      values (sheet.municipality_id, sheet.id, home, p_person, p_person, 'written', (sheet.received_at at time zone 'Europe/Oslo')::date, p_language, 'call', p_wrapped, p_sealed);
    -- Where the family has its leader already, it has its answer too.
    if is_led then update lab.referral r set answered_at = now() where r.id = sheet.id; end if;
    if home = p_family then
      insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
        values (sheet.municipality_id, home, p_person, p_relation, 1, 1, now());
      -- Whether she is here already under another row is the core team's to say (0027), whoever opened the door for her.
      insert into lab.told_person (municipality_id, person_id, family_id, told_by)
        values (sheet.municipality_id, p_person, home, coalesce(lab.current_person(), p_person)) on conflict do nothing;
    end if;
    insert into lab.whereabouts (municipality_id, id, family_id, what, subject_id, sealed, recorded_by)
      values (sheet.municipality_id, gen_random_uuid(), home, 'referral_contact', sheet.id, p_sealed_contact, coalesce(lab.current_person(), p_person));
    insert into lab.invitation (municipality_id, id, person_id, code_hash, ends_at, used_at)
      values (sheet.municipality_id, gen_random_uuid(), p_person, sheet.code_hash, now() + interval '14 days', case when p_came then now() end);
    update lab.self_referral s set wrapped = null, sealed = null, family_id = home, taken_in_by = lab.current_person(), taken_in_at = now() where s.id = sheet.id;
    perform lab.link_event(home, 'referral.received', null, null, null, sheet.id, jsonb_build_object('how', 'written', 'reach', 'call'), p_command, p_origin);
    return home;
  end
  $$;

-- The core team takes it in at the door, after it has spoken with her. Null: there is nothing here for who asks.
create function lab.receive_self_referral(p_self uuid, p_family uuid, p_person uuid, p_name text, p_called_name text, p_initials text, p_family_name text, p_born date,
    p_relation text, p_language text, p_wrapped bytea, p_sealed bytea, p_sealed_contact bytea, p_family_wrapped bytea, p_command uuid, p_origin text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not lab.holds_role(array['core_team']) then return null; end if;
    perform 1 from lab.self_referral s where s.municipality_id = lab.current_municipality() and s.id = p_self and s.taken_back_at is null for update;
    if not found then return null; end if;
    return lab.open_self_referral(p_self, p_family, p_person, false, p_name, p_called_name, p_initials, p_family_name, p_born, p_relation, p_language, p_wrapped,
      p_sealed, p_sealed_contact, p_family_wrapped, false, p_command, p_origin);
  end
  $$;

-- What becomes of a sheet that is no family's is remembered in the municipality's own chain.
create function lab.link_self_referral() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if session_user not in ('lab_app', 'lab_system') then return null; end if;
    perform lab.link_event(new.municipality_id, case when tg_op = 'INSERT' then 'self.sent' when new.taken_back_at is not null then 'self.taken_back'
      when new.taken_in_at is not null then 'self.taken_in' else 'self.closed' end, null, null, null, new.id, '{}', null, '');
    return null;
  end
  $$;
create trigger link_self_referral after insert or update on lab.self_referral for each row execute function lab.link_self_referral();

-- Which families at the door came by themselves, for the core team: to it alone it is told who sent them.
create function lab.self_referred() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.id from lab.self_referral s
    where s.municipality_id = lab.current_municipality() and s.taken_in_at is not null and lab.holds_role(array['core_team'])
  $$;

revoke execute on function lab.send_self_referral(uuid, uuid, bytea, bytea, bytea), lab.self_referral_begun(uuid), lab.my_self_referral(bytea),
  lab.take_back_self_referral(bytea), lab.link_self_referral(), lab.self_referred(),
  lab.open_self_referral(uuid, uuid, uuid, boolean, text, text, text, text, date, text, text, bytea, bytea, bytea, bytea, boolean, uuid, text),
  lab.receive_self_referral(uuid, uuid, uuid, text, text, text, text, date, text, text, bytea, bytea, bytea, bytea, uuid, text) from public;
grant execute on function lab.send_self_referral(uuid, uuid, bytea, bytea, bytea), lab.my_self_referral(bytea), lab.take_back_self_referral(bytea),
  lab.open_self_referral(uuid, uuid, uuid, boolean, text, text, text, text, date, text, text, bytea, bytea, bytea, bytea, boolean, uuid, text) to lab_system;
grant execute on function lab.self_referred(),
  lab.receive_self_referral(uuid, uuid, uuid, text, text, text, text, date, text, text, bytea, bytea, bytea, bytea, uuid, text) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.self_referral from lab_rule;

-- The core team reads it, and says that it was answered. Nobody else who works here, and nobody of a family.
grant select (municipality_id, id, wrapped, sealed, received_at, family_id, taken_in_by, taken_in_at, closed_how, closed_by, closed_at, taken_back_at)
  on lab.self_referral to lab_app;
create policy see on lab.self_referral for select to lab_app using (municipality_id = (select lab.current_municipality())
  and taken_in_at is null and taken_back_at is null and (select lab.holds_role(array['core_team'])));
grant update (closed_how, closed_by, closed_at) on lab.self_referral to lab_app;
create policy close on lab.self_referral for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and closed_at is null and taken_in_at is null and taken_back_at is null
    and (select lab.holds_role(array['core_team'])))
  with check (municipality_id = (select lab.current_municipality()) and closed_by = (select lab.current_person()) and closed_at <= now());

-- Sign-in opens the words of the one whose code is brought, to see that she was born that day.
grant select (municipality_id, id, code_hash, wrapped, sealed, taken_in_at, closed_at, taken_back_at) on lab.self_referral to lab_system;
create policy job_reads on lab.self_referral for select to lab_system using (true);
