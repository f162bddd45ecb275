-- The locks of the plan: what each role may do with its tables, and on which rows.
do $$
declare t text;
begin
  foreach t in array array['goal', 'measure', 'measure_cost', 'mandate', 'frame', 'decision', 'decision_version', 'decision_answer', 'answer_witness',
      'child_view', 'decision_asked', 'decided', 'outside_decision'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
  end loop;
  -- lab_rule reads structure, never words: sealed columns are not among its grants.
  foreach t in array array['mandate', 'frame', 'decision', 'decision_version', 'decision_answer', 'answer_witness', 'child_view', 'decision_asked', 'decided'] loop
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.mandate, lab.frame, lab.decision, lab.decision_answer, lab.answer_witness, lab.child_view, lab.decision_asked, lab.decided to lab_rule;
grant select (municipality_id, family_id, decision_id, version, kind, amount_ore) on lab.decision_version to lab_rule;
grant update (touched_at) on lab.mandate, lab.frame to lab_rule;
create policy rule_touches on lab.mandate for update to lab_rule using (true) with check (true);
create policy rule_touches on lab.frame for update to lab_rule using (true) with check (true);


-- What people do.
grant select on lab.goal, lab.measure, lab.measure_cost, lab.mandate, lab.frame, lab.decision, lab.decision_version, lab.decision_answer,
  lab.answer_witness, lab.child_view, lab.decision_asked, lab.decided, lab.outside_decision to lab_app;
grant insert on lab.goal, lab.measure, lab.measure_cost, lab.decision, lab.outside_decision to lab_app;
-- The clock of the database says when; nobody else does.
grant insert (municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by) on lab.decision_version to lab_app;
grant insert (municipality_id, id, family_id, decision_id, version, person_id, giver_id, answer, think_until, how, recorded_by) on lab.decision_answer to lab_app;
grant insert (municipality_id, answer_id, witness_id) on lab.answer_witness to lab_app;
grant insert (municipality_id, id, family_id, decision_id, version, child_id, view, recorded_by) on lab.child_view to lab_app;
grant insert (municipality_id, id, family_id, decision_id, version, asked_by, asked_id, answer_by) on lab.decision_asked to lab_app;
grant insert (municipality_id, family_id, decision_id, version, mandate_id, decided_by) on lab.decided to lab_app;
grant update (stopped_on) on lab.measure to lab_app;
grant update (answer, answered_at) on lab.decision_asked to lab_app;

-- Goals and measures are seen like notes.
create policy see on lab.goal for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
-- From a note in sight whose words stand. Another's note keeps its people and its area; one without an area may get one. What somebody keeps
-- to themself or to few becomes a goal by their own hand only.
create policy make on lab.goal for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person())
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r)
  and exists (select 1 from lab.note n where n.id = note_id and n.family_id = goal.family_id and n.author_id = said_by and n.sealed is not null
    and (n.author_id = (select lab.current_person()) or (n.privacy = 'table' and n.about_id = goal.about_id and n.area in (goal.area, 'common')))));
create policy see on lab.measure for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy add on lab.measure for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person()) and stopped_on is null
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r)
  and exists (select 1 from lab.goal g where g.id = goal_id and g.family_id = measure.family_id)
  and (doer_person_id is null or exists (select 1 from lab.member m where m.family_id = measure.family_id and m.person_id = doer_person_id))
  and (doer_party_id is null or exists (select 1 from lab.party p where p.id = doer_party_id)));
create policy stop on lab.measure for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and stopped_on is null
    and (select r.may_write and r.standing from lab.my_right(family_id, about_id, area, privacy) r))
  with check (municipality_id = (select lab.current_municipality()) and stopped_on is not null);
create policy see on lab.measure_cost for select to lab_app using (municipality_id = (select lab.current_municipality())
  and measure_id in (select m.id from lab.measure m));
create policy add on lab.measure_cost for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and exists (select 1 from lab.measure m where m.id = measure_id and m.author_id = (select lab.current_person())));

-- Mandates: those of the parties at a table one knows, and one's own.
create policy see on lab.mandate for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person()) or party_id in (select s.party_id from lab.seat s)
    or party_id in (select r.party_id from lab.role_held r)));
create policy see on lab.frame for select to lab_app using (municipality_id = (select lab.current_municipality())
  and id in (select f.id from lab.my_frames(family_id) f));

-- Decisions: like notes, as their service's own work, and to who is asked.
create policy see on lab.decision for select to lab_app using (municipality_id = (select lab.current_municipality()) and id in (select lab.my_decisions()));
create policy propose on lab.decision for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person()) and bound_until is null
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r)
  and exists (select 1 from lab.about a where a.id = about_id and not a.whole)
  and exists (select 1 from lab.measure m where m.id = measure_id and m.family_id = decision.family_id)
  and exists (select 1 from lab.party p where p.id = party_id));
create policy see on lab.decision_version for select to lab_app using (municipality_id = (select lab.current_municipality())
  and decision_id in (select lab.my_decisions()));
create policy propose on lab.decision_version for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and made_by = (select lab.current_person())
  and exists (select 1 from lab.decision d, lateral lab.my_right(d.family_id, d.about_id, d.area, d.privacy) r where d.id = decision_id and r.may_write));

-- Answers: what one said or wrote down oneself. What a grown person said for themself stands at the table like the decision, but for a no. All of
-- them to the leader and to the service whose decision it is. One parent never sees what the other said for a child.
create policy see on lab.decision_answer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (giver_id = (select lab.current_person()) or recorded_by = (select lab.current_person())
    or (decision_id in (select lab.my_decisions())
      and ((person_id = giver_id and answer <> 'no')
        or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
        or decision_id in (select d.id from lab.decision d where (d.family_id, d.party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat))
        or decision_id in (select k.decision_id from lab.my_asked() k)))));
-- On one's own screen as oneself; the leader writes down what others say aloud, with a code or on paper.
create policy answer on lab.decision_answer for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person()) and decision_id in (select lab.my_decisions())
  and case how when 'own_screen' then giver_id = (select lab.current_person())
    else giver_id <> (select lab.current_person()) and family_id in (select f.family_id from lab.my_families() f where f.way = 'leader') end);
create policy see on lab.answer_witness for select to lab_app using (municipality_id = (select lab.current_municipality())
  and answer_id in (select a.id from lab.decision_answer a));
create policy confirm on lab.answer_witness for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and witness_id = (select lab.current_person())
  and exists (select 1 from lab.decision_answer a where a.id = answer_id and a.how <> 'own_screen' and a.answer = 'yes'
    and witness_id not in (a.giver_id, a.recorded_by)));
create policy see on lab.child_view for select to lab_app using (municipality_id = (select lab.current_municipality())
  and decision_id in (select lab.my_decisions()));
create policy tell on lab.child_view for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person())
  and exists (select 1 from lab.decision d, lateral lab.my_right(d.family_id, d.about_id, d.area, d.privacy) r where d.id = decision_id and r.may_write));

-- Asking who has the mandate: the leader, or a seat of the service whose decision it is. The answer: the asked alone, once.
create policy see on lab.decision_asked for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (asked_id = (select lab.current_person()) or decision_id in (select lab.my_decisions())));
create policy ask on lab.decision_asked for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and asked_by = (select lab.current_person()) and asked_id <> (select lab.current_person())
  and decision_id in (select lab.my_decisions())
  and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or decision_id in (select d.id from lab.decision d where (d.family_id, d.party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat))));
create policy reply on lab.decision_asked for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and asked_id = (select lab.current_person()) and answer is null)
  with check (municipality_id = (select lab.current_municipality()) and asked_id = (select lab.current_person())
    and (answer = 'no' or exists (select 1 from lab.decided x where x.decision_id = decision_asked.decision_id and x.decided_by = (select lab.current_person()))));
create policy see on lab.decided for select to lab_app using (municipality_id = (select lab.current_municipality())
  and decision_id in (select lab.my_decisions()));
-- Only as oneself. Everything else lab.guard_decided asks.
create policy decide on lab.decided for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and decided_by = (select lab.current_person()) and decision_id in (select lab.my_decisions()));

create policy see on lab.outside_decision for select to lab_app using (municipality_id = (select lab.current_municipality())
  and ((about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
    or (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
    or (bound_until > now() and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w))));
create policy record on lab.outside_decision for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person()) and bound_until is null
  and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
  and party_id in (select p.id from lab.party p where p.kind = 'service'));

-- Who is asked opens the words of that one decision: the key is of the family, the rows are not.
alter policy see on lab.family_key using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way <> 'core_team') or family_id in (select w.family_id from lab.my_work() w)
    or family_id in (select k.family_id from lab.my_asked() k)));

-- Who is asked answers without being known to the family's table: the same link in the chain, for that decision and no other.
set role lab_rule;
create or replace function lab.append_event(p_family uuid, p_kind text, p_about uuid, p_area text, p_privacy text, p_subject uuid, p_data jsonb, p_command uuid, p_origin text)
  returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    actor uuid := lab.current_person();
  begin
    if actor is not null
        and not exists (select 1 from lab.families_of(array[actor], p_family) f where f.way <> 'core_team')
        and not (p_kind like 'decision.%' and exists (
          select 1 from lab.decision_asked a where a.family_id = p_family and a.decision_id = p_subject and a.asked_id = actor)) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    return lab.link_event(p_family, p_kind, p_about, p_area, p_privacy, p_subject, p_data, p_command, p_origin);
  end
  $$;

-- Nobody calls what is not named here.
do $$
declare f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'lab'::regnamespace and proowner = 'lab_rule'::regrole loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function lab.my_asked(), lab.my_decisions(), lab.my_deciders(uuid), lab.my_room(uuid), lab.my_frames(uuid), lab.lock_decision(uuid),
  lab.my_outside_about(uuid, uuid, uuid[]) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
