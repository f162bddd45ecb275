-- Handing over: who may, on what, and that nothing goes without what it is and why (docs/decisions/0040). Looked at again here, whatever the server has looked at.
grant trigger on lab.share, lab.share_item to lab_rule;
grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether the signed-in person hands this over to that service on this ground: a service they can share from, a receiver somebody sits there for (or whom the act
-- names, and they recorded it), and a ground that counts.
create function lab.may_share(p_family uuid, p_from uuid, p_to uuid, p_consent uuid, p_act uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p_from in (select m from lab.my_sharing(p_family) m)
      and case when p_act is null
        then lab.yes_holds(p_family, p_consent, p_from, p_to)
          and exists (select 1 from lab.active_seat s where s.family_id = p_family and s.party_id = p_to)
        else lab.act_holds(p_family, p_act, p_to)
          and exists (select 1 from lab.act a where a.id = p_act and a.recorded_by = lab.current_person() and a.recorded_party = p_from)
      end
  $$;

-- Whether one thing may go with it: their own service knows it by what was said yes to, or it is its own work; and the ground lets it go.
create function lab.may_hand_over(p_share uuid, p_persons uuid[], p_area text, p_own_work boolean) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.share s
      where s.id = p_share and s.actor_id = lab.current_person() and s.shared_at = now()
        and (p_own_work and s.from_party = s.to_party or lab.party_knows(s.family_id, s.from_party, p_persons, p_area))
        and lab.rests_on_ground(s.family_id, s.consent_id, s.act_id, s.from_party, s.to_party, p_persons, p_area, p_own_work))
  $$;

-- Where a thing lies, and about whom it is just now, is read from its own row, whatever the caller says. Only what lies at the table can be handed over: never what
-- somebody keeps to themself or to few, never a note without words or that does not count, a decision that is not effective, a promise that sleeps.
create function lab.place_share_item() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    s lab.share;
    thing record;
  begin
    select x.* into s from lab.share x where x.municipality_id = new.municipality_id and x.id = new.share_id;
    if new.kind = 'note' then
      select n.family_id, n.about_id, n.area, n.privacy, null::uuid as party_id into thing from lab.note n
        where n.municipality_id = new.municipality_id and n.id = new.item_id and n.has_words
          and not exists (select 1 from lab.note_void v where v.municipality_id = n.municipality_id and v.note_id = n.id);
    elsif new.kind = 'goal' then
      select g.family_id, g.about_id, g.area, g.privacy, null::uuid as party_id into thing from lab.goal g
        where g.municipality_id = new.municipality_id and g.id = new.item_id;
    elsif new.kind = 'measure' then
      select m.family_id, m.about_id, m.area, m.privacy, null::uuid as party_id into thing from lab.measure m
        where m.municipality_id = new.municipality_id and m.id = new.item_id;
    elsif new.kind = 'decision' then
      select d.family_id, d.about_id, d.area, d.privacy, d.party_id into thing from lab.decision d
        where d.municipality_id = new.municipality_id and d.id = new.item_id
          and exists (select 1 from lab.decided x where x.municipality_id = d.municipality_id and x.decision_id = d.id);
    else
      select p.family_id, p.about_id, p.area, p.privacy, p.party_id into thing from lab.promise p
        where p.municipality_id = new.municipality_id and p.id = new.item_id and p.awake_at is not null and p.cut_on is null;
    end if;
    if s.id is null or thing.family_id is distinct from s.family_id or thing.privacy is distinct from 'table' then
      raise exception 'not to be handed over' using errcode = 'insufficient_privilege';
    end if;
    new.family_id := s.family_id;
    new.about_id := thing.about_id;
    new.area := thing.area;
    new.persons := array(select p.person_id from lab.people_about(array[s.family_id], thing.about_id) p order by 1);
    new.own_work := s.from_party = s.to_party and coalesce(thing.party_id = s.from_party, false);
    return new;
  end
  $$;

-- Nothing is handed over without what it is, and why.
create function lab.guard_share() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if not exists (select 1 from lab.share_item i where i.share_id = new.id) or not exists (select 1 from lab.share_reason r where r.share_id = new.id) then
      raise exception 'a share is of something, and says why' using errcode = 'check_violation';
    end if;
    return null;
  end
  $$;

-- What a share by an act leaves: in the act's own chain, as nobody else may know of it before it is told; and in the family's, once it is. An act that ended while this
-- waited is begun anew, and then refused.
create function lab.tell_share(p_share uuid, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    s lab.share;
    told timestamptz;
    data jsonb;
  begin
    select x.* into s from lab.share x where x.id = p_share and x.actor_id = lab.current_person() and x.shared_at = now() and x.act_id is not null;
    if s.id is null then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    select a.told_at into told from lab.act a
      where a.id = s.act_id and (a.ended_at is null or a.ended_at > clock_timestamp()) and a.valid_to > clock_timestamp() for update;
    if not found then
      raise exception 'begun before an act ended' using errcode = 'serialization_failure';
    end if;
    data := jsonb_build_object('from', s.from_party, 'to', s.to_party, 'act', s.act_id);
    perform lab.link_event(s.act_id, 'share.made', null, null, null, s.id, data, p_command, p_origin);
    if told is null then
      return null;
    end if;
    return lab.link_event(s.family_id, 'share.made', null, null, null, s.id, data, p_command, p_origin);
  end
  $$;

revoke execute on function lab.may_share(uuid, uuid, uuid, uuid, uuid), lab.may_hand_over(uuid, uuid[], text, boolean), lab.place_share_item(), lab.guard_share(),
  lab.tell_share(uuid, uuid, text) from public;
grant execute on function lab.may_share(uuid, uuid, uuid, uuid, uuid), lab.may_hand_over(uuid, uuid[], text, boolean), lab.tell_share(uuid, uuid, text) to lab_app;
create constraint trigger guard_share after insert on lab.share deferrable initially deferred for each row execute function lab.guard_share();
create trigger place_share_item before insert on lab.share_item for each row execute function lab.place_share_item();
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.share, lab.share_item from lab_rule;

grant insert (municipality_id, id, family_id, actor_id, from_party, to_party, consent_id, act_id) on lab.share to lab_app;
grant insert (municipality_id, id, share_id, family_id, kind, item_id, sealed) on lab.share_item to lab_app;
grant insert (municipality_id, share_id, family_id, sealed) on lab.share_reason to lab_app;
create policy hand_over on lab.share for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and actor_id = (select lab.current_person()) and shared_at = now()
  and lab.may_share(family_id, from_party, to_party, consent_id, act_id));
create policy hand_over on lab.share_item for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and lab.may_hand_over(share_id, persons, area, own_work));
-- Written with the share, by who hands it over.
create policy hand_over on lab.share_reason for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and share_id in (select s.id from lab.share s where s.actor_id = (select lab.current_person()) and s.shared_at = now()));
