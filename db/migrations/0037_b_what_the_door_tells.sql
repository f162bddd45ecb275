-- What the core team's door tells of who must not be found, and what a family is told of who has not answered.

grant create on schema lab to lab_rule;
set role lab_rule;

-- Families the core team sees in no list any more: somebody who belongs there is strictly protected (REQ-27). A family that has no leader still waits by its own
-- name for one, or nobody would find it.
create function lab.hidden_at_door() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct m.family_id from lab.protected_now g join lab.present_member m on m.municipality_id = g.municipality_id and m.person_id = g.person_id
    where g.municipality_id = lab.current_municipality() and g.level = 'strictly_confidential' and lab.holds_role(array['core_team'])
  $$;

-- As in 0010, but: no name of who is strictly protected, nor of anybody of their family.
create or replace function lab.referred() returns table (referral_id uuid, person_id uuid, name text, relation text, sent_by text, has_signed_in boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.id, r.person_id, p.name, m.relation, s.name,
      exists (select 1 from lab.invitation i where i.municipality_id = r.municipality_id and i.person_id = r.person_id and i.used_at is not null)
    from lab.referral r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.person s on s.municipality_id = r.municipality_id and s.id = r.sent_by
    join lab.member m on m.municipality_id = r.municipality_id and m.family_id = r.family_id and m.person_id = r.person_id
    where r.municipality_id = lab.current_municipality() and lab.holds_role(array['core_team'])
      and r.family_id not in (select lab.hidden_at_door())
  $$;

-- As in 0027, but without whom it waits for: when who was named there is asked no more, everybody could tell who had said not now.
drop function lab.my_member_proposals(uuid);
create function lab.my_member_proposals(p_family uuid) returns table (proposal_id uuid, person_id uuid, called_name text, name text, relation text, asked_by text,
    asked_at timestamptz, approved_at timestamptz, mine text, may_answer boolean)
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
        speaks and q.approved_at is null and not exists (select 1 from lab.member_answer a where a.proposal_id = q.id and a.person_id = me)
      from lab.member_proposal q
      join lab.person p on p.municipality_id = q.municipality_id and p.id = q.person_id
      join lab.person b on b.municipality_id = q.municipality_id and b.id = q.asked_by
      where q.family_id = p_family and q.accepted_at is null and q.ended_at is null
      order by q.asked_at;
  end
  $$;

revoke execute on function lab.hidden_at_door(), lab.my_member_proposals(uuid) from public;
grant execute on function lab.hidden_at_door(), lab.my_member_proposals(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
