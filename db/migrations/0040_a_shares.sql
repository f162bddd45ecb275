-- Sharing as an act (REQ-09, docs/decisions/0040): somebody at the table hands named things to a named service, on one yes or by one act, and writes down why it was
-- needed. What was handed over is kept as it was. The receiver reads it as long as that ground holds; who gave it, and those it is about, always.
create table lab.share (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  actor_id uuid not null,
  from_party uuid not null,
  to_party uuid not null,
  consent_id uuid,
  act_id uuid,
  shared_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, family_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, actor_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, from_party) references lab.party (municipality_id, id),
  foreign key (municipality_id, to_party) references lab.party (municipality_id, id),
  foreign key (municipality_id, consent_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, act_id) references lab.act (municipality_id, id),
  -- One ground, and one only: what rests on two is stopped by nobody.
  check ((consent_id is null) <> (act_id is null))
);
create index on lab.share (family_id);
create index on lab.share (consent_id);
create index on lab.share (act_id);
comment on table lab.share is 'That somebody handed things of a family to a service (or took them along for the journal of their own): who, from where, to whom, on which yes or by which act. Never changed, never deleted.';

create table lab.share_item (
  municipality_id uuid not null,
  id uuid not null unique,
  share_id uuid not null,
  family_id uuid not null,
  kind text not null check (kind in ('note', 'goal', 'measure', 'decision', 'promise')),
  item_id uuid not null,
  area text not null,
  about_id uuid not null,
  persons uuid[] not null,
  own_work boolean not null default false,
  sealed bytea not null,
  primary key (municipality_id, id),
  unique (municipality_id, share_id, kind, item_id),
  foreign key (municipality_id, family_id, share_id) references lab.share (municipality_id, family_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code)
);
create index on lab.share_item (share_id);
create index on lab.share_item (family_id);
comment on table lab.share_item is 'One thing that was handed over, with its words as they were then (sealed), whatever becomes of them later.';
comment on column lab.share_item.persons is 'Whom it was about then, one by one: also of a thing about the whole family.';
comment on column lab.share_item.own_work is 'A decision or promise of the very service that took it along for its own journal.';

create table lab.share_reason (
  municipality_id uuid not null,
  share_id uuid not null,
  family_id uuid not null,
  sealed bytea not null,
  primary key (municipality_id, share_id),
  foreign key (municipality_id, family_id, share_id) references lab.share (municipality_id, family_id, id)
);
comment on table lab.share_reason is 'Why it was needed, in writing: for who gave and who received, as the reason of an act is (REQ-25).';

do $$
declare t text;
begin
  foreach t in array array['share', 'share_item', 'share_reason'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('create policy code_adds_nothing on lab.%I as restrictive for insert to lab_app with check (not (select lab.comes_by_code()))', t);
    execute format('grant select on lab.%I to lab_app', t);
  end loop;
end $$;
-- Where things lie and on what they rest, never what they say.
grant select (municipality_id, id, family_id, about_id, area, privacy) on lab.measure to lab_rule;
grant select (municipality_id, note_id) on lab.note_void to lab_rule;
create policy rule_reads on lab.note_void for select to lab_rule using (true);
grant select on lab.share to lab_rule;
grant select (municipality_id, id, share_id, family_id, kind, item_id, area, about_id, persons, own_work) on lab.share_item to lab_rule;
grant select (municipality_id, share_id) on lab.share_reason to lab_rule;

grant create on schema lab to lab_rule;
set role lab_rule;

-- Services the signed-in person can hand things over from: they sit for them at this table, work there, and somebody there has said yes to them. Nobody of the family
-- itself does so: whoever is of it is dealt with by others (0032).
create function lab.my_sharing(p_family uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct s.party_id
    from lab.active_seat s
    where s.family_id = p_family and s.person_id = lab.current_person()
      and p_family = coalesce(nullif(current_setting('app.family', true), '')::uuid, p_family)
      and lab.works_at(s.person_id, s.party_id) and not lab.of_family(p_family, s.person_id)
      and exists (select 1 from lab.effective_consents(array[p_family], array[s.party_id], null))
  $$;

-- Whether a service may know an area of each of these persons by what was said yes to; for what is common, anything of each of them.
create function lab.party_knows(p_family uuid, p_party uuid, p_persons uuid[], p_area text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return cardinality(p_persons) > 0 and not exists (
      select 1 from unnest(p_persons) w (person_id)
      where not exists (select 1 from lab.effective_consents(array[p_family], array[p_party], nullif(p_area, 'common')) e where e.person_id = w.person_id));
  end
  $$;

-- Whether a yes is one for this service in this family, and counts: begun, not over, not stopped, for what is read for now, and from where it is given from
-- (a yes that names no giving service is from all who sit there).
create function lab.yes_holds(p_family uuid, p_consent uuid, p_from uuid, p_to uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.active_consent a join lab.consent c on c.municipality_id = a.municipality_id and c.id = a.id
      where a.id = p_consent and a.family_id = p_family and a.party_id = p_to and c.purpose = lab.current_purpose()
        and (p_from = p_to or cardinality(c.giving_parties) = 0 or p_from = any (c.giving_parties)))
  $$;

-- Whether an act is an exception in law to this service in this family, and counts. Break-glass reads, and gives nothing on.
create function lab.act_holds(p_family uuid, p_act uuid, p_to uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.act a
      where a.id = p_act and a.family_id = p_family and a.party_id = p_to and a.kind = 'exception'
        and a.valid_from <= now() and a.valid_to > now() and (a.ended_at is null or a.ended_at > now()) and lab.works_at(a.person_id, a.party_id))
  $$;

-- Whether one thing of a share rests on its ground now. A yes: it names the area and every person, and the yeses add up (all who answer for a child). An act: it
-- names the area. What a service takes along of its own work asks for no more than that the yes to it holds.
create function lab.rests_on_ground(p_family uuid, p_consent uuid, p_act uuid, p_from uuid, p_to uuid, p_persons uuid[], p_area text, p_own_work boolean) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    if p_act is not null then
      return lab.act_holds(p_family, p_act, p_to) and exists (select 1 from lab.act a where a.id = p_act and p_area = any (a.areas));
    end if;
    if not lab.yes_holds(p_family, p_consent, p_from, p_to) then
      return false;
    end if;
    return p_own_work and p_from = p_to
      or (exists (select 1 from lab.consent c where c.id = p_consent and p_area = any (c.areas) and p_persons <@ c.persons)
        and lab.party_knows(p_family, p_to, p_persons, p_area));
  end
  $$;

-- On what the signed-in person can hand over here, from which service, to which: of each yes and each act of their own, the areas and persons it lets go that their own
-- service knows itself. It tells nothing of a yes beyond that, and nothing of one to a service nobody sits there for.
create function lab.my_share_grounds(p_family uuid) returns table (from_party uuid, to_party uuid, consent_id uuid, act_id uuid, person_id uuid, area text, since date)
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
        and exists (select 1 from known k where k.party_id = m.id and k.person_id = p.person_id and k.area = r.area);
    return query
      select distinct a.recorded_party, a.party_id, null::uuid, a.id, e.person_id, n.area, (a.valid_from at time zone 'Europe/Oslo')::date
      from lab.act a cross join lateral unnest(a.areas) n (area)
      join lab.effective_consents(array[p_family], mine, null) e on e.party_id = a.recorded_party and (e.area = n.area or n.area = 'common')
      where a.family_id = p_family and a.recorded_by = lab.current_person() and a.recorded_party = any (mine) and lab.act_holds(p_family, a.id, a.party_id);
  end
  $$;

-- Whom the sets of people of a family take in now, for who can hand over what is about them.
create function lab.my_share_persons(p_family uuid) returns table (about_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.about_id, p.person_id from lab.people_about(array[p_family], null) p where exists (select 1 from lab.my_sharing(p_family))
  $$;

-- Things that were handed over which the signed-in person sees, and as whom. Who gave them, while they work there. Who received them, as long as the ground holds: who
-- sits there for the service, or whom the act names. And those of the family who may read such a row themselves: always; of an act when it
-- has been told, and then those who are told of acts (from sixteen, and guardians).
create function lab.my_share_items() returns table (share_id uuid, item_id uuid, seen_as text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    home uuid := nullif(current_setting('app.family', true), '')::uuid;
    town uuid := lab.current_municipality();
  begin
    return query
      select s.id, i.id, 'giver' from lab.share s left join lab.share_item i on i.share_id = s.id
      where s.actor_id = me and s.municipality_id = town and (home is null or s.family_id = home) and lab.works_at(me, s.from_party);
    return query
      select s.id, i.id, 'receiver' from lab.active_seat t
      join lab.share s on s.municipality_id = t.municipality_id and s.family_id = t.family_id and s.to_party = t.party_id and s.consent_id is not null
      join lab.share_item i on i.share_id = s.id
      where t.person_id = me and (home is null or t.family_id = home)
        and lab.rests_on_ground(s.family_id, s.consent_id, null, s.from_party, s.to_party, i.persons, i.area, i.own_work)
        and exists (select 1 from lab.families_of(array[me], s.family_id) f where f.way in ('seat', 'leader'));
    return query
      select s.id, i.id, 'receiver' from lab.act a
      join lab.share s on s.municipality_id = a.municipality_id and s.act_id = a.id
      join lab.share_item i on i.share_id = s.id
      where a.person_id = me and a.municipality_id = town and (home is null or a.family_id = home)
        and lab.rests_on_ground(s.family_id, null, s.act_id, s.from_party, s.to_party, i.persons, i.area, false);
    return query
      select s.id, i.id, 'family' from (
        select f.family_id, bool_or(f.way = 'guardian') as guards from lab.families_of(array[me], home) f
          where f.way in ('member', 'guardian') group by f.family_id) h
      join lab.share s on s.family_id = h.family_id
      join lab.share_item i on i.share_id = s.id
      where (s.act_id is null or lab.act_told(s.act_id) and (h.guards or s.family_id in (select v.family_id from lab.my_voice() v)))
        and exists (
        select 1 from lab.sight_of(array[me], s.family_id, i.about_id, i.area) c where c.privacy = 'table' and c.standing);
  end
  $$;

revoke execute on function lab.my_sharing(uuid), lab.party_knows(uuid, uuid, uuid[], text), lab.yes_holds(uuid, uuid, uuid, uuid), lab.act_holds(uuid, uuid, uuid),
  lab.rests_on_ground(uuid, uuid, uuid, uuid, uuid, uuid[], text, boolean), lab.my_share_grounds(uuid), lab.my_share_persons(uuid), lab.my_share_items() from public;
grant execute on function lab.my_sharing(uuid), lab.my_share_grounds(uuid), lab.my_share_persons(uuid), lab.my_share_items() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

create policy see on lab.share for select to lab_app using (municipality_id = (select lab.current_municipality())
  and id in (select i.share_id from lab.my_share_items() i));
create policy see on lab.share_item for select to lab_app using (municipality_id = (select lab.current_municipality())
  and id in (select i.item_id from lab.my_share_items() i));
-- The written reason: who gave and who received. The family reads what was given, to whom, when and on what (REQ-25).
create policy see on lab.share_reason for select to lab_app using (municipality_id = (select lab.current_municipality())
  and share_id in (select i.share_id from lab.my_share_items() i where i.seen_as in ('giver', 'receiver')));
