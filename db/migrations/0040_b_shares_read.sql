-- Who has read what was handed over, and who had it before them to choose from (REQ-58): as in 0025, with the two pages of sharing.
grant create on schema lab to lab_rule;
set role lab_rule;

create or replace function lab.read_on(p_page text, p_me uuid, p_home uuid, p_families uuid[]) returns setof lab.read_cell
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
    with shown as materialized (
      select n.family_id, n.about_id, n.area, n.privacy, null::uuid as party_id, null::timestamptz as bound_until from lab.note n
        where p_page in ('cloth', 'cloth_paper', 'sharing') and n.family_id = any (p_families) and n.has_words
      union select d.family_id, d.about_id, d.area, d.privacy, null, null from lab.draft d
        where p_page = 'cloth' and d.family_id = any (p_families)
      union select g.family_id, g.about_id, g.area, g.privacy, null, null from lab.goal g
        where p_page in ('plan', 'sharing') and g.family_id = any (p_families)
      union select m.family_id, m.about_id, m.area, m.privacy, null, null from lab.measure m
        where p_page in ('plan', 'sharing') and m.family_id = any (p_families)
      union select d.family_id, d.about_id, d.area, d.privacy, d.party_id, d.bound_until from lab.decision d
        where p_page in ('plan', 'sharing') and d.family_id = any (p_families)
      union select o.family_id, o.about_id, o.area, o.privacy, o.party_id, o.bound_until from lab.outside_decision o
        where p_page = 'plan' and o.family_id = any (p_families)
      union select p.family_id, p.about_id, p.area, p.privacy, p.party_id, p.bound_until from lab.promise p
        where p_page in ('promises', 'sharing') and p.family_id = any (p_families) and p.awake_at is not null
      union select l.family_id, l.about_id, l.area, l.privacy, null, null from lab.plan_line l
        where p_page in ('signing', 'plan_paper') and l.family_id = any (p_families)
      union select e.family_id, e.about_id, e.area, e.privacy, e.payer_id, null from lab.entry e
        where p_page = 'account' and e.family_id = any (p_families)
      union select p.family_id, p.about_id, p.area, p.privacy, null, null from lab.placement p
        where (p_page = 'journey' or p_page = 'families' and p.subject = 'whole') and p.family_id = any (p_families)
      union select w.family_id, w.about_id, w.area, w.privacy, null, null from lab.wellbeing w
        where p_page = 'wellbeing' and w.family_id = any (p_families)
      -- What was handed over, to who gave it and who received it. By an act that has not been told, the page itself and no cell: else the cells would tell of it.
      union select i.family_id, i.about_id, i.area, 'table', case when s.actor_id = p_me then s.from_party else s.to_party end, null
        from lab.share_item i join lab.share s on s.municipality_id = i.municipality_id and s.id = i.share_id
        where p_page = 'shares' and i.family_id = any (p_families) and (s.act_id is null or lab.act_told(s.act_id))
          and i.id in (select v.item_id from lab.my_share_items() v)
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
reset role;
revoke create on schema lab from lab_rule;
