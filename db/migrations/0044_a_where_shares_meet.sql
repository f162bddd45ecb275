-- What held in each part of 0040-0043 alone, and not where they meet.
grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether who said a yes speaks for this person in this area, which it names, just now, so that the yes counts for something there: themself when they are old enough, a guardian within
-- the mandate whom they have not spoken against, and for who is younger one who answers for them. A yes that another's took the place of holds nothing up.
create function lab.yes_speaks_for(p_consent uuid, p_person uuid, p_area text) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.consent c
      join lab.birth b on b.municipality_id = c.municipality_id and b.person_id = p_person
      join lab.consent_age_now r on r.municipality_id = c.municipality_id and r.area = p_area
      where c.id = p_consent
        and case when lab.age(b.born) >= r.from_age then c.giver_id = p_person
            or exists (select 1 from lab.answers_for f where f.person_id = p_person and f.holder_id = c.giver_id and f.kind = 'guardian'
                and (f.areas is null or p_area = any (f.areas)))
              and not lab.spoke_against(c.family_id, c.party_id, p_person, p_area)
          else exists (select 1 from lab.answers_for f where f.person_id = p_person and f.holder_id = c.giver_id
            and (f.areas is null or p_area = any (f.areas))) end)
  $$;

-- As in 0040, but: the yes itself must count, and not only others' beside it; also for what a service takes along of its own work. A mandate
-- that is over, a responsibility that is ended, a child who answers for themself now: what was handed over on that yes is over with it.
create or replace function lab.rests_on_ground(p_family uuid, p_consent uuid, p_act uuid, p_from uuid, p_to uuid, p_persons uuid[], p_area text, p_own_work boolean)
  returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    if p_act is not null then
      return lab.act_holds(p_family, p_act, p_to) and exists (select 1 from lab.act a where a.id = p_act and p_area = any (a.areas));
    end if;
    if not lab.yes_holds(p_family, p_consent, p_from, p_to) then
      return false;
    end if;
    if p_own_work and p_from = p_to then
      return exists (
        select 1 from lab.consent c cross join lateral unnest(c.persons) w (person_id) cross join lateral unnest(c.areas) n (area)
        where c.id = p_consent and lab.yes_speaks_for(c.id, w.person_id, n.area) and lab.party_knows(p_family, p_to, array[w.person_id], n.area));
    end if;
    return exists (select 1 from lab.consent c where c.id = p_consent and p_area = any (c.areas) and p_persons <@ c.persons)
      and not exists (select 1 from unnest(p_persons) w (person_id) where not lab.yes_speaks_for(p_consent, w.person_id, p_area))
      and lab.party_knows(p_family, p_to, p_persons, p_area);
  end
  $$;

-- As in 0040, and so of what is offered.
create or replace function lab.my_share_grounds(p_family uuid)
  returns table (from_party uuid, to_party uuid, consent_id uuid, act_id uuid, person_id uuid, area text, since date)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    mine uuid[] := array(select m from lab.my_sharing(p_family) m);
    seated uuid[] := array(select distinct s.party_id from lab.active_seat s where s.family_id = p_family);
  begin
    if mine = '{}' then
      return;
    end if;
    return query
      with known as materialized (
        select e.party_id, e.person_id, e.area from lab.effective_consents(array[p_family], array(select distinct x from unnest(mine || seated) x), null) e
      )
      select m.id, c.party_id, c.id, null::uuid, p.person_id, r.area, (c.valid_from at time zone 'Europe/Oslo')::date
      from unnest(mine) m (id)
      join lab.consent c on c.family_id = p_family and c.party_id = any (seated) and lab.yes_holds(p_family, c.id, m.id, c.party_id)
      cross join lateral unnest(c.persons) p (person_id) cross join lateral unnest(c.areas) r (area)
      where exists (select 1 from known k where k.party_id = c.party_id and k.person_id = p.person_id and k.area = r.area)
        and exists (select 1 from known k where k.party_id = m.id and k.person_id = p.person_id and k.area = r.area)
        and lab.yes_speaks_for(c.id, p.person_id, r.area);
    return query
      select distinct a.recorded_party, a.party_id, null::uuid, a.id, e.person_id, n.area, (a.valid_from at time zone 'Europe/Oslo')::date
      from lab.act a cross join lateral unnest(a.areas) n (area)
      join lab.effective_consents(array[p_family], mine, null) e on e.party_id = a.recorded_party and (e.area = n.area or n.area = 'common')
      where a.family_id = p_family and a.recorded_by = lab.current_person() and a.recorded_party = any (mine) and lab.act_holds(p_family, a.id, a.party_id);
  end
  $$;

-- Whose written reason the signed-in person reads: who gave, and who received as long as all of it rests on its ground. The reason is in words, and belongs to the
-- whole share: of what is shown no more, it could tell.
create function lab.my_share_reasons() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with seen as materialized (select i.share_id, i.item_id, i.seen_as from lab.my_share_items() i)
      select s.share_id from seen s where s.seen_as = 'giver'
      union
      select s.share_id from seen s where s.seen_as = 'receiver'
        and not exists (select 1 from lab.share_item i where i.share_id = s.share_id
          and i.id not in (select r.item_id from seen r where r.seen_as = 'receiver'));
  end
  $$;

-- Whether a family was sent to the lab, and whether that waits for its answer: for who speaks there, and the core team. A sheet that somebody of it
-- sent about herself when the family was already here is hers, and tells the others nothing.
create function lab.my_standing(p_family uuid) returns table (sent boolean, waits boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select count(*) > 0, coalesce(bool_or(r.answered_at is null), false)
    from lab.referral r
    where r.municipality_id = lab.current_municipality() and r.family_id = p_family
      and (lab.holds_role(array['core_team'])
        or exists (select 1 from lab.families_of(array[lab.current_person()], p_family) f where f.way = 'leader')
        or exists (select 1 from lab.my_voice() v where v.family_id = p_family) and (r.person_id = lab.current_person() or not exists (
          select 1 from lab.self_referral s join lab.member m on m.municipality_id = s.municipality_id and m.family_id = r.family_id
          where s.id = r.id and m.person_id <> r.person_id and m.valid_from < s.taken_in_at)))
  $$;

-- As in 0039, but: how somebody can be reached about their referral is for who is to reach them. At home the others know where they live; not that she asked to be
-- called at her mother's.
create or replace function lab.my_whereabouts() returns table (family_id uuid, what text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
  begin
    return query
      with known as materialized (select f.family_id, f.way from lab.my_families() f),
      guarded as materialized (
        select distinct m.family_id from lab.present_member m
        join lab.protected_now p on p.municipality_id = m.municipality_id and p.person_id = m.person_id
        where m.family_id in (select k.family_id from known k)
      )
      select distinct k.family_id, w.what
      from known k
      join (values ('meeting_place', 'a team'), ('referral_contact', 'the door'), ('address', 'home'), ('school', 'home'), ('kindergarten', 'home'), ('workplace', 'home'))
        as w (what, of) on true
      where not (w.of = 'the door' and k.way in ('member', 'guardian')) and case
        when k.family_id in (select g.family_id from guarded g) then
          k.way in ('member', 'leader')
          or exists (select 1 from lab.address_keeper a where a.family_id = k.family_id and a.person_id = me and a.ended_at is null) and k.way <> 'act'
        when w.of = 'a team' then k.way not in ('core_team', 'table')
        when w.of = 'the door' then k.way in ('core_team', 'leader')
        else k.way in ('member', 'guardian', 'leader') end;
  end
  $$;

revoke execute on function lab.yes_speaks_for(uuid, uuid, text), lab.my_share_reasons(), lab.my_standing(uuid) from public;
grant execute on function lab.my_share_reasons(), lab.my_standing(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

alter policy see on lab.share_reason using (municipality_id = (select lab.current_municipality())
  and share_id in (select lab.my_share_reasons()));

-- As in 0035, but: of the family, who was referred, and a parent of who is a child. It was written about one person, by a service or by herself; another grown
-- person there has no part in it, and a guardian's mandate names areas of life, and no referral.
alter policy see on lab.referral using (municipality_id = (select lab.current_municipality())
  and (((select lab.holds_role(array['core_team'])) and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id))
    or family_id in (select f.family_id from lab.my_families() f where f.way in ('core_team', 'leader'))
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'member')
      and (person_id = (select lab.current_person())
        or person_id in (select w from lab.my_wards() w) and person_id not in (select m.person_id from lab.my_mandates() m))));
