-- Two last yeses at the very same moment; and what lies open at the door when somebody leaves (scenario 74).
grant select (party_id, reach) on lab.referral to lab_rule;
grant select (party_id) on lab.question to lab_rule;

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0024, but for who comes at the same moment.
create or replace function lab.settle_phase_move() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked record;
  begin
    -- Two who answer at the very same moment take turns, also where nobody took the family's lock before: the second sees what the first has said.
    perform 1 from lab.chain_head h join lab.phase_move m on m.family_id = h.chain_id where m.id = new.move_id for update of h;
    select m.family_id, m.from_phase, m.to_phase into asked from lab.phase_move m where m.id = new.move_id and m.outcome is null;
    if asked is null then
      return null;
    end if;
    if new.answer = 'no' then
      update lab.phase_move set outcome = 'no', settled_at = now() where id = new.move_id and outcome is null;
    elsif not exists (
        select 1 from lab.speakers_of(asked.family_id) s
        where not exists (select 1 from lab.phase_answer a where a.move_id = new.move_id and a.person_id = s and a.answer = 'yes')) then
      update lab.family set phase = asked.to_phase where id = asked.family_id and phase = asked.from_phase;
      update lab.phase_move set outcome = 'moved', settled_at = now() where id = new.move_id and outcome is null;
    end if;
    return null;
  end
  $$;

-- As in 0029, and: what they have open at the door.
create or replace function lab.in_hand(p_person uuid) returns table (what text, party_id uuid, n integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select x.what, x.party_id, count(*)::integer
    from (
      select case s.role when 'leader' then 'leads' else 'seats' end as what, s.party_id
        from lab.seat s join lab.party y on y.municipality_id = s.municipality_id and y.id = s.party_id
        where s.person_id = p_person and s.approved_at is not null and s.ended_at is null and (s.valid_to is null or s.valid_to > now())
          and s.role in ('leader', 'member') and y.kind <> 'private' and s.municipality_id = lab.current_municipality()
      union all
      -- Promises of their service where nobody else of it sits.
      select 'promises', p.party_id
        from lab.active_seat s join lab.promise p on p.family_id = s.family_id and p.party_id = s.party_id
        where s.person_id = p_person and s.municipality_id = lab.current_municipality() and p.awake_at is not null and p.cut_on is null
          and not exists (select 1 from lab.promise_answer a where a.promise_id = p.id and a.answer = 'done')
          and not exists (select 1 from lab.active_seat o where o.family_id = s.family_id and o.party_id = s.party_id and o.person_id <> p_person)
      union all
      select 'asked', d.party_id
        from lab.decision_asked q join lab.decision d on d.id = q.decision_id
        where q.asked_id = p_person and q.answer is null and q.municipality_id = lab.current_municipality()
      union all
      -- Families that hear from the lab through them alone, and what they have asked and wait to hear.
      select 'door', r.party_id from lab.referral r
        where r.sent_by = p_person and r.party_id is not null and r.reach = 'sender' and r.answered_at is null and r.municipality_id = lab.current_municipality()
      union all
      select 'door', q.party_id from lab.question q
        where q.asked_by = p_person and q.party_id is not null and q.answered_at is null and q.municipality_id = lab.current_municipality()
    ) x
    where lab.holds_role(array['administrator']) and p_person in (select w.person_id from lab.works_here(lab.current_municipality()) w)
    group by x.what, x.party_id
  $$;

-- What waits at the door for somebody who no longer works here: the core team is told, for nobody else would. Referrals and questions, by id.
create function lab.left_at_door() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select x.id from (
      select r.municipality_id, r.id, r.sent_by as person_id from lab.referral r
        where r.answered_at is null and not exists (select 1 from lab.self_referral s where s.id = r.id)
      union all
      select q.municipality_id, q.id, q.asked_by from lab.question q where q.answered_at is null) x
    where x.municipality_id = lab.current_municipality() and lab.holds_role(array['core_team'])
      and not exists (select 1 from lab.role_held h where h.municipality_id = x.municipality_id and h.person_id = x.person_id
        and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now()))
  $$;
revoke execute on function lab.left_at_door() from public;
grant execute on function lab.left_at_door() to lab_app;
reset role;
revoke create on schema lab from lab_rule;
