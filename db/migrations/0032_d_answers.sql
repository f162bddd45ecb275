-- What was said aloud and not heard, and a code of somebody who is here already (docs/decisions/0027, 0028).
grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether a yes said aloud was heard by another than its giver and who wrote it down.
create function lab.was_heard(p_consent uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.consent_witness w join lab.consent c on c.municipality_id = w.municipality_id and c.id = w.consent_id
      where w.consent_id = p_consent and w.at <= now() and w.witness_id <> c.recorded_by and w.witness_id <> c.giver_id)
  $$;

-- As in 0016, but: a code of somebody who is here under an identity of their own is theirs.
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
      -- Who has come in already gives way to nobody: a twin, or whoever was born the same day, would take their place at home.
      if p_known is distinct from asked.person_id and p_known is not null and exists (
          select 1 from lab.session s where s.municipality_id = p_municipality and s.person_id = asked.person_id
          union all select 1 from lab.invitation i where i.municipality_id = p_municipality and i.person_id = asked.person_id and i.used_at is not null
          union all select 1 from lab.participation w where w.municipality_id = p_municipality and w.person_id = asked.person_id
          union all select 1 from lab.consent c where c.municipality_id = p_municipality and c.giver_id = asked.person_id and c.channel = 'digital') then
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

revoke execute on function lab.was_heard(uuid) from public;
grant execute on function lab.was_heard(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- Two that say the same (0027, 0028) are one.
drop policy if exists rule_moves_out on lab.consent;

-- As in 0028, but: the service that would receive learns of a yes said aloud when it counts.
alter policy see on lab.consent using (municipality_id = (select lab.current_municipality())
  and (giver_id = (select lab.current_person()) or (select lab.current_person()) = any (persons)
    or (answer = 'yes' and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
      and (channel <> 'oral' or lab.was_heard(id)))
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or id in (select h.consent_id from lab.my_heard() h)));
