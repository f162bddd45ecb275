-- The locks: every table forces row security; what each role may do, and on which rows. No policy means no rows.
do $$
declare t record;
begin
  for t in select relname from pg_class where relnamespace = 'lab'::regnamespace and relkind = 'r' loop
    execute format('alter table lab.%I enable row level security', t.relname);
    execute format('alter table lab.%I force row level security', t.relname);
    -- Migrations and the seed. This connection is closed before the server listens.
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t.relname);
  end loop;
end $$;

-- lab_rule answers who sees what: it reads structure, never words.
do $$
declare t text;
begin
  foreach t in array array['municipality', 'area', 'party', 'consent_age', 'child_rule', 'birth', 'role_held', 'session', 'family', 'member',
      'responsibility', 'seat', 'about', 'consent', 'meeting', 'admission', 'open_area', 'act', 'chain_head'] loop
    execute format('grant select on lab.%I to lab_rule', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.consent_age_now, lab.child_rule_now, lab.active_seat, lab.present_member, lab.answers_for, lab.household,
  lab.active_consent, lab.admitted_now, lab.active_act to lab_rule;
grant insert on lab.about, lab.event to lab_rule;
grant select (municipality_id, note_id, writer_id, about_id, area, privacy), delete on lab.draft to lab_rule;
create policy rule_reads on lab.draft for select to lab_rule using (true);
create policy rule_clears on lab.draft for delete to lab_rule using (writer_id = lab.current_person());
create policy rule_adds on lab.about for insert to lab_rule with check (true);
create policy rule_appends on lab.event for insert to lab_rule with check (true);
grant update (seq, hash) on lab.chain_head to lab_rule;
create policy rule_moves on lab.chain_head for update to lab_rule using (true) with check (true);

-- Functions: nobody may call what is not named here.
revoke execute on all functions in schema lab from public;
grant execute on function lab.today(), lab.age(date), lab.event_bytes(uuid, bigint, text, uuid, timestamptz, uuid, text, text, uuid, jsonb, bytea) to lab_app, lab_system, lab_rule;
grant execute on function lab.guard_note() to lab_app, lab_system;
grant execute on function lab.current_person(), lab.current_municipality(), lab.current_session_ends(), lab.my_cells(), lab.my_work(), lab.my_families(), lab.my_people(),
  lab.my_effective_consents(uuid), lab.my_sight(uuid), lab.also_answers_for(uuid), lab.my_cell(uuid, boolean, uuid[], text, text), lab.my_right(uuid, uuid, text, text), lab.leave_draft(uuid), lab.lock_family(uuid),
  lab.audience(uuid, uuid, text, text, uuid[]), lab.append_event(uuid, text, uuid, text, text, uuid, jsonb, uuid, text) to lab_app;
grant execute on function lab.append_event(uuid, text, uuid, text, text, uuid, jsonb, uuid, text), lab.lock_chain(uuid) to lab_system;
-- From here on they run as lab_rule; whoever changes one in a later migration does so after `set role lab_rule`.
grant create on schema lab to lab_rule;
do $$
declare f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'lab'::regnamespace and prosecdef loop
    execute format('alter function %s owner to lab_rule', f);
  end loop;
end $$;
revoke create on schema lab from lab_rule;

-- lab_app: everything people do, as a person.
-- Lists of the municipality.
grant select on lab.municipality, lab.area, lab.organisation, lab.party, lab.consent_age, lab.child_rule, lab.consent_age_now, lab.child_rule_now to lab_app;
create policy see on lab.municipality for select to lab_app using (id = (select lab.current_municipality()));
create policy see on lab.area for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy see on lab.organisation for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy see on lab.consent_age for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy see on lab.child_rule for select to lab_app using (municipality_id = (select lab.current_municipality()));
-- A private participant's party carries a person's name: only where the person is known.
create policy see on lab.party for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (kind <> 'private' or id in (select s.party_id from lab.seat s)));

-- People.
grant select on lab.person, lab.birth, lab.role_held to lab_app;
create policy see on lab.person for select to lab_app using (municipality_id = (select lab.current_municipality()) and id in (select lab.my_people()));
create policy see on lab.birth for select to lab_app using (municipality_id = (select lab.current_municipality())
  and person_id in (select m.person_id from lab.member m where m.family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian', 'leader'))));
create policy see on lab.role_held for select to lab_app using (municipality_id = (select lab.current_municipality()) and person_id = (select lab.current_person()));

-- The family and its table.
grant select on lab.family, lab.member, lab.responsibility, lab.seat, lab.about, lab.family_key, lab.meeting, lab.admission, lab.open_area to lab_app;
create policy see on lab.family for select to lab_app using (municipality_id = (select lab.current_municipality()) and id in (select f.family_id from lab.my_families() f));
create policy see on lab.member for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way <> 'core_team'));
create policy see on lab.responsibility for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (holder_id = (select lab.current_person()) or person_id = (select lab.current_person())));
create policy see on lab.seat for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f));
create policy see on lab.about for select to lab_app using (municipality_id = (select lab.current_municipality())
  and id in (select c.about_id from lab.my_cells() c));
create policy see on lab.family_key for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way <> 'core_team') or family_id in (select w.family_id from lab.my_work() w)));
create policy see on lab.meeting for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way <> 'core_team'));
create policy see on lab.admission for select to lab_app using (municipality_id = (select lab.current_municipality())
  and meeting_id in (select m.id from lab.meeting m));
create policy see on lab.open_area for select to lab_app using (municipality_id = (select lab.current_municipality())
  and meeting_id in (select m.id from lab.meeting m));

-- Consent: its giver, the person it is about, the party that receives it, the leader. The other parent never sees what one parent answered;
-- the receiving party never sees a no.
grant select, insert on lab.consent to lab_app;
grant update (ended_at, ended_how) on lab.consent to lab_app;
create policy see on lab.consent for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (giver_id = (select lab.current_person()) or (select lab.current_person()) = any (persons)
    or (answer = 'yes' and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat))
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')));
create policy give on lab.consent for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and giver_id = (select lab.current_person()) and recorded_by = (select lab.current_person()) and channel = 'digital' and ended_at is null
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian'))
  and not exists (select 1 from unnest(persons) p where p <> (select lab.current_person())
    and p not in (select r.person_id from lab.responsibility r where r.holder_id = (select lab.current_person())
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))));
create policy stop on lab.consent for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and giver_id = (select lab.current_person()) and ended_at is null)
  with check (municipality_id = (select lab.current_municipality()) and giver_id = (select lab.current_person()) and ended_at is not null);

grant select on lab.consent_wish to lab_app;
create policy see on lab.consent_wish for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian', 'leader')));

-- The cloth.
grant select on lab.note, lab.draft, lab.promise, lab.event to lab_app;
grant insert on lab.note, lab.draft, lab.promise to lab_app;
grant update (cell, area, about_id, privacy, written_by, sealed, bright, due, sector, ring, version, changed_at) on lab.note to lab_app;
grant update (cell, area, about_id, privacy, writer_id, sealed, changed_at) on lab.draft to lab_app;
grant delete on lab.draft to lab_app;
create policy see on lab.note for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy write on lab.note for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person()) and written_by = (select lab.current_person()) and sealed is not null
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));
-- Its author; or, for a note shared at the table, whoever has it in their standing sight and may write there (a guest changes only their own).
create policy change on lab.note for update to lab_app
  using (municipality_id = (select lab.current_municipality())
    and (select r.may_write and (author_id = (select lab.current_person()) or (privacy = 'table' and r.standing)) from lab.my_right(family_id, about_id, area, privacy) r))
  with check (municipality_id = (select lab.current_municipality()) and written_by = (select lab.current_person())
    and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));

create policy see on lab.draft for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy write on lab.draft for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and writer_id = (select lab.current_person()) and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));
-- One's own, or one left lying for thirty seconds.
create policy change on lab.draft for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and (writer_id = (select lab.current_person()) or changed_at <= now() - interval '30 seconds')
    and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r))
  with check (municipality_id = (select lab.current_municipality()) and writer_id = (select lab.current_person())
    and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));
create policy leave on lab.draft for delete to lab_app using (municipality_id = (select lab.current_municipality()) and writer_id = (select lab.current_person()));

create policy see on lab.promise for select to lab_app using (municipality_id = (select lab.current_municipality())
  and ((about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
    or (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
    or (bound_until > now() and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w))));
create policy promise on lab.promise for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person())
  and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));

-- Events: those of a row one may see; those of a consent one may see.
create policy see on lab.event for select to lab_app using (municipality_id = (select lab.current_municipality())
  and ((about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
    or (kind like 'consent.%' and subject_id in (select c.id from lab.consent c))));

grant select, insert on lab.command to lab_app;
create policy see on lab.command for select to lab_app using (municipality_id = (select lab.current_municipality()) and person_id = (select lab.current_person()));
create policy remember on lab.command for insert to lab_app with check (municipality_id = (select lab.current_municipality()) and person_id = (select lab.current_person()));

-- lab_system: the named jobs of db/src/as-system.ts and nothing else.
grant select on lab.municipality, lab.person, lab.person_identity, lab.role_held, lab.consent, lab.chain_head, lab.event, lab.family to lab_system;
grant insert on lab.municipality, lab.person, lab.person_identity, lab.role_held, lab.area, lab.session, lab.consent_age, lab.child_rule, lab.chain_head to lab_system;
grant select (token_hash, municipality_id, person_id, issuer, provider_session, created_at, ended_at, expires_at), update (ended_at, expires_at) on lab.session to lab_system;
grant select, delete on lab.family_key to lab_system;
grant delete on lab.draft, lab.command to lab_system;
create policy job_reads on lab.municipality for select to lab_system using (true);
create policy job_reads on lab.person for select to lab_system using (true);
create policy job_reads on lab.person_identity for select to lab_system using (true);
create policy job_reads on lab.role_held for select to lab_system using (true);
create policy job_reads on lab.consent for select to lab_system using (true);
create policy job_reads on lab.chain_head for select to lab_system using (true);
create policy job_reads on lab.event for select to lab_system using (true);
create policy job_reads on lab.family for select to lab_system using (true);
create policy job_reads on lab.session for select to lab_system using (true);
create policy job_reads on lab.family_key for select to lab_system using (true);
create policy first_admin on lab.municipality for insert to lab_system with check (true);
create policy first_admin on lab.person for insert to lab_system with check (true);
create policy first_admin on lab.person_identity for insert to lab_system with check (true);
create policy first_admin on lab.role_held for insert to lab_system with check (role = 'administrator');
create policy first_admin on lab.area for insert to lab_system with check (true);
create policy first_admin on lab.consent_age for insert to lab_system with check (true);
create policy first_admin on lab.child_rule for insert to lab_system with check (true);
create policy first_admin on lab.chain_head for insert to lab_system with check (family_id is null);
create policy sign_in on lab.session for insert to lab_system with check (ended_at is null);
-- A live session is ended or prolonged, within twelve hours of its start; one that has ended stays so.
create policy keep on lab.session for update to lab_system using (ended_at is null and expires_at > now())
  with check (ended_at is not null or expires_at <= created_at + interval '12 hours');
create policy sweep on lab.draft for delete to lab_system using (changed_at < now() - interval '1 day');
create policy sweep on lab.command for delete to lab_system using (at < now() - interval '30 days');
create policy erase on lab.family_key for delete to lab_system using (true);
