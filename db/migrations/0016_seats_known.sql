-- Who knows of a seat that is asked for, and what of it: names before there is an approved seat, by functions that look for themselves.
grant create on schema lab to lab_rule;
set role lab_rule;

-- Every seat of a family, asked for, taken and left: for the family from sixteen, its leader, and the core team (leaders, and who sits there).
-- mine: what the signed-in person said. waits_for: who has not answered, for the family alone. may_decide: the largest mandate they bring.
create function lab.my_seats(p_family uuid) returns table (seat_id uuid, person_id uuid, name text, called_name text, initials text, mark smallint,
    party_id uuid, service text, kind text, role text, asked_at timestamptz, asked_by text, approved_at timestamptz, ended_at timestamptz,
    accepted_at timestamptz, declined_at timestamptz, is_proposal boolean, family_yes boolean, has_come boolean, mine text, waits_for text[], may_decide bigint)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    speaks boolean := exists (select 1 from lab.my_voice() v where v.family_id = p_family);
    leads boolean := exists (select 1 from lab.families_of(array[me], p_family) f where f.way = 'leader');
    receives boolean := exists (select 1 from lab.families_of(array[me], p_family) f where f.way = 'core_team');
  begin
    return query
      select s.id, p.id, p.name, p.called_name, p.initials, s.mark, s.party_id, y.name, y.kind, s.role, s.asked_at, b.called_name, s.approved_at,
        s.ended_at, q.accepted_at, q.declined_at, q.seat_id is not null, s.approved_at is not null or lab.family_said_yes(s.id),
        exists (select 1 from lab.invitation i where i.seat_id = s.id and i.used_at is not null),
        case when speaks then (select a.answer from lab.seat_answer a where a.seat_id = s.id and a.person_id = me order by a.answered_at desc, a.id limit 1) end,
        case when speaks then array(
          select n.called_name from lab.speakers_of(s.family_id) v join lab.person n on n.id = v
          where not exists (select 1 from lab.seat_answer a where a.seat_id = s.id and a.person_id = v) order by n.called_name) end,
        (select max(m.amount_ore) from lab.mandate_holders(array[s.party_id]) h join lab.mandate m on m.id = h.mandate_id where h.person_id = s.person_id)
      from lab.seat s
      join lab.person p on p.municipality_id = s.municipality_id and p.id = s.person_id
      join lab.party y on y.municipality_id = s.municipality_id and y.id = s.party_id
      join lab.person b on b.municipality_id = s.municipality_id and b.id = s.asked_by
      left join lab.seat_proposal q on q.seat_id = s.id
      where s.family_id = p_family and (speaks or leads or (receives and (s.role = 'leader' or s.approved_at is not null)))
      order by s.role <> 'leader', s.asked_at, p.name;
  end
  $$;

-- Who could be asked to a seat, for the one who leads: people of services, and what each may decide.
create function lab.seat_candidates(p_family uuid) returns table (person_id uuid, name text, party_id uuid, service text, may_decide bigint)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.name, y.id, y.name,
      (select max(m.amount_ore) from lab.mandate_holders(array[y.id]) h join lab.mandate m on m.id = h.mandate_id where h.person_id = p.id)
    from lab.role_held r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
    where r.municipality_id = lab.current_municipality() and y.kind = 'service'
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
      and exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way = 'leader')
      and not exists (select 1 from lab.seat s where s.family_id = p_family and s.person_id = p.id and s.ended_at is null)
  $$;

-- Who could lead, and how many families each leads already: for the core team.
create function lab.leaders() returns table (person_id uuid, name text, called_name text, initials text, party_id uuid, leads integer)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.id, p.name, p.called_name, p.initials, y.id,
      (select count(distinct s.family_id)::integer from lab.active_seat s
        where s.municipality_id = p.municipality_id and s.person_id = p.id and s.role = 'leader')
    from lab.role_held r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
    where r.municipality_id = lab.current_municipality() and y.kind = 'lab' and r.role = 'investment_leader'
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and lab.holds_role(array['core_team'])
  $$;

-- What the signed-in person was asked to: to lead a family that has said yes, or to sit by somebody who trusts them. And families they lead and
-- cannot open yet: a seat is no consent.
create function lab.asked_of_me() returns table (seat_id uuid, role text, family_name text, asked_by text, service text, waits_for text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.id, s.role, f.name, b.called_name, y.name,
      case when s.approved_at is not null then 'consent' when q.accepted_at is not null then 'family' else 'me' end
    from lab.seat s
    join lab.seat_proposal q on q.seat_id = s.id
    join lab.family f on f.municipality_id = s.municipality_id and f.id = s.family_id
    join lab.person b on b.municipality_id = s.municipality_id and b.id = s.asked_by
    join lab.party y on y.municipality_id = s.municipality_id and y.id = s.party_id
    where s.municipality_id = lab.current_municipality() and s.person_id = lab.current_person() and s.ended_at is null
      and (s.role = 'trusted' or (s.role = 'leader' and lab.family_said_yes(s.id)))
      and (s.approved_at is null or not exists (select 1 from lab.families_of(array[lab.current_person()], s.family_id) w where w.way in ('leader', 'seat')))
    order by s.asked_at
  $$;

-- One seat the signed-in person was asked to. Open: neither there nor turned away.
create function lab.my_asked_seat(p_seat uuid) returns table (role text, person_id uuid, family_yes boolean, taken boolean, open boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.role, s.person_id, lab.family_said_yes(s.id), q.accepted_at is not null, s.approved_at is null and s.ended_at is null
    from lab.seat s join lab.seat_proposal q on q.seat_id = s.id
    where s.id = p_seat and s.municipality_id = lab.current_municipality() and s.person_id = lab.current_person()
  $$;

-- Whether the signed-in person has, or was asked to, a seat anywhere: what opens the pages of those who work with families to them.
create function lab.has_seat() returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$ select exists (select 1 from lab.seat s where s.person_id = lab.current_person() and s.ended_at is null and s.role in ('trusted', 'volunteer')) $$;

-- As in 0015; and whoever a seat was asked for may tell what they answered, of a family they do not know otherwise.
create or replace function lab.append_event(p_family uuid, p_kind text, p_about uuid, p_area text, p_privacy text, p_subject uuid, p_data jsonb, p_command uuid, p_origin text)
  returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    actor uuid := lab.current_person();
  begin
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

-- As in 0010; and for a trusted person the code alone, for the family knows no birth day. It is theirs unless they are at this table already.
create or replace function lab.claim_invitation(p_municipality uuid, p_code_hash bytea, p_known uuid, p_born_ddmmyy text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked lab.invitation;
    place lab.seat;
    taken uuid;
  begin
    select i.* into asked from lab.invitation i
      where i.municipality_id = p_municipality and i.code_hash = p_code_hash and i.used_at is null and i.ends_at > now() and i.tries < 5
      for update;
    if asked is null then return null; end if;
    update lab.invitation set tries = tries + 1 where id = asked.id;
    if asked.seat_id is null then
      if not exists (select 1 from lab.birth b where b.municipality_id = p_municipality and b.person_id = asked.person_id
          and to_char(b.born, 'DDMMYY') = p_born_ddmmyy) then
        return null;
      end if;
    else
      select s.* into place from lab.seat s where s.id = asked.seat_id and s.ended_at is null for update;
      if place is null or exists (select 1 from lab.present_member m where m.family_id = place.family_id and m.person_id = p_known)
        or exists (select 1 from lab.seat s where s.family_id = place.family_id and s.person_id = p_known and s.ended_at is null) then
        return null;
      end if;
    end if;
    taken := coalesce(p_known, asked.person_id);
    update lab.invitation set used_at = now(), person_id = taken where id = asked.id;
    if taken <> asked.person_id and asked.seat_id is not null then
      -- Who is here already has a name, and perhaps a party alone from another table.
      update lab.seat s set person_id = taken, party_id = coalesce((
          select o.party_id from lab.seat o join lab.party y on y.municipality_id = o.municipality_id and y.id = o.party_id
          where o.person_id = taken and y.kind = 'private' order by o.asked_at limit 1), s.party_id)
        where s.id = asked.seat_id;
      update lab.party y set name = p.name, in_sentence = p.name from lab.person p where p.id = taken and y.id = place.party_id;
    elsif taken <> asked.person_id then
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

revoke execute on function lab.my_seats(uuid), lab.seat_candidates(uuid), lab.leaders(), lab.asked_of_me(), lab.my_asked_seat(uuid), lab.has_seat() from public;
grant execute on function lab.my_seats(uuid), lab.seat_candidates(uuid), lab.leaders(), lab.asked_of_me(), lab.my_asked_seat(uuid), lab.has_seat() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- A seat that is only asked for, or was turned down, is the family's, its leader's and the core team's; the others know who sits there.
alter policy see on lab.seat using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian', 'leader', 'core_team'))
    or (approved_at is not null and family_id in (select f.family_id from lab.my_families() f))));
-- Whoever speaks for the family ends a seat at any time.
grant update (ended_at) on lab.seat to lab_app;
create policy stop on lab.seat for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and approved_at is not null and ended_at is null
    and family_id in (select v.family_id from lab.my_voice() v where v.speaks))
  with check (ended_at is not null);

-- The words of a proposal: the family from sixteen and the leader; the core team only where a leader is asked for.
grant select on lab.seat_proposal, lab.seat_answer to lab_app;
create policy see on lab.seat_proposal for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or family_id in (select v.family_id from lab.my_voice() v)
    or (family_id in (select f.family_id from lab.my_families() f where f.way = 'core_team')
      and seat_id in (select s.id from lab.seat s where s.role = 'leader'))));
-- An answer is its giver's; that another leader is wanted, and why, is read by the core team, which has to find one.
create policy see on lab.seat_answer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (person_id = (select lab.current_person())
    or (answer = 'no' and family_id in (select f.family_id from lab.my_families() f where f.way = 'core_team')
      and seat_id in (select s.id from lab.seat s where s.role = 'leader'))));
grant insert (municipality_id, id, seat_id, family_id, person_id, answer, sealed_reason) on lab.seat_answer to lab_app;
create policy answer on lab.seat_answer for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person())
  and family_id in (select v.family_id from lab.my_voice() v where v.speaks)
  and (family_id, seat_id) in (select s.family_id, s.id from lab.seat s where s.approved_at is null and s.ended_at is null));

grant select (municipality_id, seat_id, family_id) on lab.seat_proposal to lab_system;
create policy job_reads on lab.seat_proposal for select to lab_system using (true);
