-- Who comes to a table by the code on its screen, and is nobody: a guest, and the large screen itself. What they may do stood partly in the doors of
-- the server alone; here is the database's own lock.

grant create on schema lab to lab_rule;
set role lab_rule;

-- A session that knows one meeting: a guest's or the large screen's.
create function lab.comes_by_code() returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.session s
      where s.token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8')) and s.issuer in ('guest', 'screen'))
  $$;
revoke execute on function lab.comes_by_code() from public;
grant execute on function lab.comes_by_code() to lab_app;

-- As in 0017, but: who holds a mandate is told to those who are of the family or its team, not to who is here by a table in progress alone.
create or replace function lab.my_people() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with open as materialized (select distinct family_id from lab.my_families() where way <> 'core_team'),
      standing as materialized (select distinct family_id from lab.my_families() where way not in ('core_team', 'table')),
      seats_known as materialized (select distinct family_id from lab.my_families())
      select lab.current_person()
      union select m.person_id from lab.member m where m.family_id in (select family_id from open)
      union select s.person_id from lab.seat s where s.approved_at is not null and s.family_id in (select family_id from seats_known)
      union select a.person_id from lab.admission a join lab.meeting m on m.id = a.meeting_id
        where a.kind <> 'screen' and (m.family_id in (select family_id from standing)
          or a.admitted_at is not null and a.meeting_id in (select t.meeting_id from lab.admitted_now t where t.person_id = lab.current_person()))
      union select h.person_id
        from lab.mandate_holders(array(select s.party_id from lab.active_seat s where s.family_id in (select family_id from standing))) h
      union select p.person_id
        from lab.my_asked() k join lab.decision d on d.id = k.decision_id join lab.about b on b.id = d.about_id cross join unnest(b.persons) as p (person_id);
  end
  $$;

-- As in 0011, but: what is left, and with whom, is not told to who is here by a table in progress alone.
create or replace function lab.my_room(p_family uuid) returns table (decision_id uuid, what text, id uuid, person_id uuid, fits boolean, left_ore bigint)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query
      select d.id, r.what, r.id, r.person_id, r.fits, least(r.left_ore, v.amount_ore)
      from lab.decision d
      join lateral (select x.amount_ore from lab.decision_version x where x.decision_id = d.id order by x.version desc limit 1) v on true
      cross join lateral lab.room_of(d.id) r
      where d.family_id = p_family and d.id in (select lab.my_decisions()) and not exists (select 1 from lab.decided x where x.decision_id = d.id)
        and (d.family_id in (select f.family_id from lab.my_families() f where f.way <> 'table')
          or (d.family_id, d.party_id) in (select w.family_id, w.party_id from lab.my_work() w)
          or d.id in (select k.decision_id from lab.my_asked() k));
  end
  $$;

-- As in 0016, but: of a family's memory a guest writes what they did on the cloth and at the table, and a screen nothing.
create or replace function lab.append_event(p_family uuid, p_kind text, p_about uuid, p_area text, p_privacy text, p_subject uuid, p_data jsonb, p_command uuid, p_origin text)
  returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    actor uuid := lab.current_person();
  begin
    if lab.comes_by_code() and (lab.is_screen() or (p_kind not like 'note.%' and p_kind not like 'meeting.%')) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    if actor is not null and not exists (
        select 1 from lab.families_of(array[actor], p_family) f
        where f.way <> 'core_team' or (p_about is null and (p_kind like 'qualification.%' or p_kind = 'seat.proposed')))
      and not (p_kind like 'decision.%' and exists (
        select 1 from lab.decision_asked q where q.family_id = p_family and q.decision_id = p_subject and q.asked_id = actor))
      and not (p_about is null and p_kind in ('seat.taken', 'seat.turned_down', 'seat.approved') and exists (
        select 1 from lab.seat s where s.id = p_subject and s.family_id = p_family and s.person_id = actor)) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    return lab.link_event(p_family, p_kind, p_about, p_area, p_privacy, p_subject, p_data, p_command, p_origin);
  end
  $$;
reset role;
revoke create on schema lab from lab_rule;

-- Mandates: those of the parties at a table one is of, and one's own. A guest at a table sees what is open there, not who can decide how much.
alter policy see on lab.mandate using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person())
    or party_id in (select s.party_id from lab.seat s where s.family_id in (select f.family_id from lab.my_families() f where f.way <> 'table'))
    or party_id in (select r.party_id from lab.role_held r)));

-- What somebody writes who came by the code: notes and drafts where it is open, and that they ask for a pause or leave. The screen not even that.
create policy screen_changes_nothing on lab.draft as restrictive for update to lab_app using (not (select lab.is_screen()));
create policy code_adds_nothing on lab.promise as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.goal as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.measure as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_changes_nothing on lab.measure as restrictive for update to lab_app using (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.measure_cost as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.decision as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.decision_version as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.decision_answer as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
-- Else a wall could confirm what somebody is said to have said aloud.
create policy code_adds_nothing on lab.answer_witness as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.child_view as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.entry as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
create policy code_adds_nothing on lab.placement as restrictive for insert to lab_app with check (not (select lab.comes_by_code()));
