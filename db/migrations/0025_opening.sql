-- Openings: who has read of a family's life, for what, and by which right (REQ-58). Written in the transaction of the read, by the database, which
-- works the ground out itself; prolonged while it goes on, and a new one after a quarter of an hour or when somebody reads of something more.
-- And denials: who asked for a family that is not theirs. Ids and small values, never words (REQ-60).
create table lab.opening (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  party_id uuid,
  role text,
  page text not null check (page ~ '^[a-z_]+$'),
  purpose text not null,
  ground text not null check (ground in ('consent', 'leader', 'table', 'exception', 'break_glass', 'core_team', 'own_work')),
  act_id uuid,
  bare boolean not null,
  request_id uuid not null,
  from_at timestamptz not null default now(),
  to_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, act_id) references lab.act (municipality_id, id),
  check (act_id is null or ground in ('exception', 'break_glass')),
  check (to_at >= from_at)
);
create index on lab.opening (family_id, from_at);
create index on lab.opening (person_id, family_id, page, from_at);
create index on lab.opening (municipality_id, from_at);
comment on table lab.opening is 'That somebody who is not of the family had its life open before them: who, on which page, for what, by which right, from when to when.';
comment on column lab.opening.bare is 'The page showed who is there and what is agreed, and no row of anybody''s life.';

create table lab.opening_cell (
  municipality_id uuid not null,
  opening_id uuid not null,
  family_id uuid not null,
  about_id uuid not null,
  area text not null,
  privacy text not null check (privacy in ('table', 'own', 'child')),
  primary key (municipality_id, opening_id, about_id, area, privacy),
  foreign key (municipality_id, opening_id) references lab.opening (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code)
);
create index on lab.opening_cell (opening_id);
comment on table lab.opening_cell is 'Where the rows lay that were read: about whom, in which area. Whoever could read such a row as their own life sees that it was read.';

create table lab.denial (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  family_id uuid not null,
  door text not null check (door ~ '^(GET|POST) /api/[a-zA-Z:/._-]+$'),
  minute timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, person_id, family_id, door, minute),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id)
);
create index on lab.denial (municipality_id, minute);
comment on table lab.denial is 'That somebody who works here asked for a family that is not theirs, at which door; at most one a minute. Neither they nor the family see it.';

-- Whether a note still has words can be asked without being able to read them.
alter table lab.note add column has_words boolean generated always as (sealed is not null) stored;

create type lab.read_cell as (family_id uuid, about_id uuid, area text, privacy text, ground text, act_id uuid, party_id uuid);

do $$
declare t text;
begin
  foreach t in array array['opening', 'opening_cell', 'denial'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('create policy rule_writes on lab.%I for insert to lab_rule with check (true)', t);
    execute format('grant select, insert on lab.%I to lab_rule', t);
  end loop;
  -- Where rows lie, never what they say.
  foreach t in array array['note', 'goal', 'outside_decision', 'placement', 'wellbeing'] loop
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('grant select (municipality_id, id, family_id, about_id, area, privacy) on lab.%I to lab_rule', t);
  end loop;
end $$;
grant select (has_words) on lab.note to lab_rule;
grant select (family_id) on lab.draft to lab_rule;
grant select (party_id, bound_until) on lab.outside_decision to lab_rule;
grant select (subject) on lab.placement to lab_rule;
-- An opening is prolonged while it is younger than a quarter of an hour; nothing else of it ever changes, and nobody takes one away.
grant update (to_at) on lab.opening to lab_rule;
create policy rule_prolongs on lab.opening for update to lab_rule
  using (from_at > now() - interval '15 minutes') with check (to_at <= clock_timestamp());

grant create on schema lab to lab_rule;
set role lab_rule;

-- What one who is not of the family reads on a page, and by which right: one row per family and cell. Rows of a page are those its door shows.
-- p_home null: a list, of the families it shows.
create function lab.read_on(p_page text, p_me uuid, p_home uuid, p_families uuid[]) returns setof lab.read_cell
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
    with shown as materialized (
      select n.family_id, n.about_id, n.area, n.privacy, null::uuid as party_id, null::timestamptz as bound_until from lab.note n
        where p_page in ('cloth', 'cloth_paper') and n.family_id = any (p_families) and n.has_words
      union select d.family_id, d.about_id, d.area, d.privacy, null, null from lab.draft d
        where p_page = 'cloth' and d.family_id = any (p_families)
      union select g.family_id, g.about_id, g.area, g.privacy, null, null from lab.goal g
        where p_page = 'plan' and g.family_id = any (p_families)
      union select m.family_id, m.about_id, m.area, m.privacy, null, null from lab.measure m
        where p_page = 'plan' and m.family_id = any (p_families)
      union select d.family_id, d.about_id, d.area, d.privacy, d.party_id, d.bound_until from lab.decision d
        where p_page = 'plan' and d.family_id = any (p_families)
      union select o.family_id, o.about_id, o.area, o.privacy, o.party_id, o.bound_until from lab.outside_decision o
        where p_page = 'plan' and o.family_id = any (p_families)
      union select p.family_id, p.about_id, p.area, p.privacy, p.party_id, p.bound_until from lab.promise p
        where p_page = 'promises' and p.family_id = any (p_families) and p.awake_at is not null
      union select l.family_id, l.about_id, l.area, l.privacy, null, null from lab.plan_line l
        where p_page in ('signing', 'plan_paper') and l.family_id = any (p_families)
      union select e.family_id, e.about_id, e.area, e.privacy, e.payer_id, null from lab.entry e
        where p_page = 'account' and e.family_id = any (p_families)
      union select p.family_id, p.about_id, p.area, p.privacy, null, null from lab.placement p
        where (p_page = 'journey' or p_page = 'families' and p.subject = 'whole') and p.family_id = any (p_families)
      union select w.family_id, w.about_id, w.area, w.privacy, null, null from lab.wellbeing w
        where p_page = 'wellbeing' and w.family_id = any (p_families)
    ), leads as materialized (
      select distinct s.family_id from lab.active_seat s where s.person_id = p_me and s.role = 'leader' and s.family_id = any (p_families)
    ), sight as materialized (
      select s.family_id, s.about_id, s.area, s.privacy, bool_or(s.standing) as standing, bool_or(s.may_write) as may_write
      from lab.sight_of(array[p_me], p_home, null, null) s group by 1, 2, 3, 4
    ), work as materialized (
      select w.family_id, w.party_id, w.holds_seat from lab.my_work() w
    )
    select w.family_id, w.about_id, w.area, w.privacy,
      case when w.way = 'act' then case a.kind when 'break_glass' then 'break_glass' else 'exception' end
        when w.way = 'seat' then case when w.family_id in (select l.family_id from leads l) then 'leader' else 'consent' end
        else w.way end,
      a.id, w.party_id
    from (
      select distinct on (s.family_id, s.about_id, s.area, s.privacy) s.family_id, s.about_id, s.area, s.privacy,
        case when not q.in_sight then 'own_work' when c.standing then 'seat' when c.may_write then 'table' else 'act' end as way,
        case when not q.in_sight then s.party_id end as party_id
      from shown s
      left join sight c on c.family_id = s.family_id and c.about_id = s.about_id and c.area = s.area and c.privacy = s.privacy
      -- Of the account, a seat sees what its own party pays; the leader, what lies in sight.
      cross join lateral (select c.about_id is not null and (p_page <> 'account' or s.family_id in (select l.family_id from leads l)) as in_sight) q
      where q.in_sight or exists (select 1 from work k where k.family_id = s.family_id and k.party_id = s.party_id
        and (k.holds_seat or s.bound_until > now()))
      order by s.family_id, s.about_id, s.area, s.privacy, q.in_sight desc, s.party_id
    ) w
    -- Of several acts the one that was told: what may be shown of an opening must not hang on one that is not.
    left join lateral (
      select t.id, t.kind from lab.act t
      where w.way = 'act' and t.person_id = p_me and t.family_id = w.family_id and w.area = any (t.areas)
        and t.valid_from <= now() and t.valid_to > now() and (t.ended_at is null or t.ended_at > now())
      order by lab.act_told(t.id) desc, t.id limit 1) a on true;
  end
  $$;

-- Whether those an act is about have been told of it. An act that knows no telling has not been told.
create function lab.act_told(p_act uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$ select exists (select 1 from lab.act a where a.id = p_act and (to_jsonb(a) ->> 'told_at')::timestamptz <= now()) $$;

-- Work of the own party in families one need not know otherwise, as the lists across families show it.
create function lab.read_at_work(p_page text) returns setof lab.read_cell
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct p.family_id, p.about_id, p.area, p.privacy, 'own_work', null::uuid, p.party_id
    from lab.promise p
    where (p_page = 'owed' and p.cut_on is null or p_page = 'stopped' and p.cut_on is not null) and p.party_id is not null
      and p.id in (select lab.my_promises())
    union
    select d.family_id, d.about_id, d.area, d.privacy, 'own_work', null, d.party_id
    from lab.decision d join lab.decision_asked a on a.decision_id = d.id
    where p_page = 'asked' and a.asked_id = lab.current_person() and a.answer is null and d.id in (select k.decision_id from lab.my_asked() k)
      and not exists (select 1 from lab.decided x where x.decision_id = d.id)
  $$;

-- One opening: the one that goes on is prolonged; else it is a new one.
create function lab.keep_opening(p_page text, p_request uuid, p_family uuid, p_ground text, p_act uuid, p_party uuid, p_cells lab.read_cell[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    party uuid := p_party;
    held text;
    before uuid;
  begin
    if p_ground in ('leader', 'consent') then
      select s.party_id, s.role into party, held from lab.active_seat s where s.person_id = me and s.family_id = p_family
        order by s.role <> 'leader', s.id limit 1;
    elsif p_ground = 'table' then
      select s.party_id, coalesce(s.role, a.role, a.kind) into party, held
        from lab.admitted_now t join lab.admission a on a.meeting_id = t.meeting_id and a.person_id = t.person_id
        left join lab.active_seat s on s.person_id = me and s.family_id = p_family
        where t.person_id = me and t.family_id = p_family order by s.id limit 1;
    end if;
    if held is null then
      select coalesce(party, r.party_id), r.role into party, held from lab.role_held r
        where r.person_id = me and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
        order by p_ground = 'core_team' and r.role <> 'core_team', r.party_id is distinct from p_party, r.valid_from, r.id limit 1;
    end if;
    select o.id into before from lab.opening o
      where o.person_id = me and o.family_id = p_family and o.page = p_page and o.purpose = lab.current_purpose() and o.ground = p_ground
        and o.act_id is not distinct from p_act and o.party_id is not distinct from party and o.bare = (cardinality(p_cells) = 0)
        and o.from_at > now() - interval '15 minutes'
      order by o.from_at desc limit 1;
    if before is not null and not exists (
        select c.about_id, c.area, c.privacy from unnest(p_cells) c
        except select c.about_id, c.area, c.privacy from lab.opening_cell c where c.opening_id = before) then
      update lab.opening set to_at = now() where id = before and to_at < now();
      return;
    end if;
    before := gen_random_uuid();
    insert into lab.opening (municipality_id, id, family_id, person_id, party_id, role, page, purpose, ground, act_id, bare, request_id)
      values (town, before, p_family, me, party, held, p_page, lab.current_purpose(), p_ground, p_act, cardinality(p_cells) = 0, p_request);
    insert into lab.opening_cell (municipality_id, opening_id, family_id, about_id, area, privacy)
      select distinct town, before, p_family, c.about_id, c.area, c.privacy from unnest(p_cells) c;
  end
  $$;

-- What a read leaves behind, in its own transaction: called by asPerson (db/src/as-person.ts) after what was read and before the commit. Who is of the
-- family leaves nothing, and the large screen is nobody. Answers where the rows lie that may have been read ('about area privacy'); null: of one's own.
create function lab.leave_trace(p_page text, p_request uuid) returns text[]
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    home uuid := nullif(current_setting('app.family', true), '')::uuid;
    at_work boolean := p_page in ('owed', 'stopped', 'asked');
    ways jsonb;
    mine uuid[];
    families uuid[];
    cells lab.read_cell[];
    one record;
  begin
    if me is null or lab.is_screen() then
      return null;
    end if;
    if not at_work then
      select jsonb_object_agg(f.family_id, f.way) filter (where f.first), array_agg(f.family_id) filter (where f.way in ('member', 'guardian'))
        into ways, mine
        from (select f.family_id, f.way, row_number() over (partition by f.family_id order by
            array_position(array['member', 'guardian', 'leader', 'seat', 'table', 'core_team', 'act'], f.way)) = 1 as first
          from lab.families_of(array[me], home) f
          -- What the core team may not open, it has not opened: who sees it all the same does so by an act.
          where home is not null and (f.way <> 'core_team' or p_page in ('seats', 'qualification'))
            or (f.way in ('leader', 'seat') and p_page = 'families')
            or (f.way = 'core_team' and p_page in ('door', 'core_team') and f.family_id in (select r.family_id from lab.referral r
              where r.answered_at is null or p_page = 'core_team' and not exists (
                select 1 from lab.active_seat s where s.family_id = r.family_id and s.role = 'leader')))) f;
    end if;
    families := array(select k::uuid from jsonb_object_keys(coalesce(ways, '{}')) k where k::uuid <> all (coalesce(mine, '{}')));
    if home is not null and families = '{}' then
      return null;
    end if;
    if at_work then
      -- A list shows the own family's promises too, to who also lives in it.
      cells := array(select c from lab.read_at_work(p_page) c
        where c.family_id not in (select m.family_id from lab.present_member m where m.person_id = me));
    elsif families <> '{}' then
      cells := array(select c from lab.read_on(p_page, me, home, families) c);
    end if;
    -- Two reads of one page at the same moment are one opening.
    perform pg_advisory_xact_lock(hashtextextended(me::text || coalesce(home::text, '') || p_page, 25));
    for one in
      select c.family_id, c.ground, c.act_id, c.party_id, array_agg(c) as cells from unnest(cells) c
        group by c.family_id, c.ground, c.act_id, c.party_id
      union all
      -- Nothing of anybody's life, or nothing but by an act: then the page itself was opened, by the right without the act.
      select k::uuid, case ways ->> k when 'seat' then 'consent' when 'act' then coalesce(a.ground, 'exception') else ways ->> k end, a.id, null, '{}'
        from unnest(families::text[]) k
        left join lateral (select t.id, case t.kind when 'break_glass' then 'break_glass' else 'exception' end as ground from lab.act t
          where ways ->> k = 'act' and t.person_id = me and t.family_id = k::uuid
            and t.valid_from <= now() and t.valid_to > now() and (t.ended_at is null or t.ended_at > now())
          order by lab.act_told(t.id) desc, t.id limit 1) a on true
        where not exists (select 1 from unnest(cells) c where c.family_id = k::uuid and (c.act_id is null or ways ->> k = 'act'))
    loop
      perform lab.keep_opening(p_page, p_request, one.family_id, one.ground, one.act_id, one.party_id, one.cells);
    end loop;
    return array(select concat_ws(' ', c.about_id, c.area, c.privacy) from unnest(cells) c);
  end
  $$;

-- Somebody was answered "not found": when they work here and the family is there and not theirs, that is kept. Called after the answer was sent, in a
-- transaction of its own, whatever was asked for.
create function lab.leave_denial(p_family uuid, p_door text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
  begin
    if me is null or not lab.holds_role(null) or exists (select 1 from lab.families_of(array[me], p_family) f where f.way <> 'core_team') then
      return;
    end if;
    insert into lab.denial (municipality_id, id, person_id, family_id, door, minute)
      select f.municipality_id, gen_random_uuid(), me, f.id, p_door, date_trunc('minute', now())
      from lab.family f where f.id = p_family and f.municipality_id = lab.current_municipality()
      on conflict do nothing;
  end
  $$;

-- Openings the signed-in person sees: of the families they are of. Whoever could read a row as their own life, or that of a child they answer for,
-- sees that it was read; who speaks for the family sees when its page was opened. By an act that has not been told, nothing.
create function lab.my_openings() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      with home as materialized (
        select distinct f.family_id from lab.my_families() f where f.way in ('member', 'guardian')
      ), cells as materialized (
        select distinct c.about_id, c.area, c.privacy from lab.my_cells() c where c.standing
      )
      select o.id from lab.opening o
      where o.family_id in (select h.family_id from home h) and (o.ground not in ('exception', 'break_glass') or lab.act_told(o.act_id))
        and case when o.bare then o.family_id in (select v.family_id from lab.my_voice() v)
          else exists (select 1 from lab.opening_cell x join cells c on c.about_id = x.about_id and c.area = x.area and c.privacy = x.privacy
            where x.opening_id = o.id) end;
  end
  $$;
revoke execute on function lab.read_on(text, uuid, uuid, uuid[]), lab.act_told(uuid), lab.read_at_work(text),
  lab.keep_opening(text, uuid, uuid, text, uuid, uuid, lab.read_cell[]), lab.leave_trace(text, uuid), lab.leave_denial(uuid, text), lab.my_openings() from public;
grant execute on function lab.leave_trace(text, uuid), lab.leave_denial(uuid, text), lab.my_openings() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

grant select on lab.opening, lab.opening_cell to lab_app;
create policy see on lab.opening for select to lab_app using (municipality_id = (select lab.current_municipality())
  and id in (select lab.my_openings()));
create policy see on lab.opening_cell for select to lab_app using (municipality_id = (select lab.current_municipality())
  and opening_id in (select lab.my_openings())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c where c.standing));
