-- What held in each part of 0033-0038 alone, and not where they meet.
grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0006, but: a reason why one is enough begins and ends too; and who reads by an act of a service does so while they hold a role there, which
-- somebody can end at any moment without a word to this family: it is asked again within a second or two.
create or replace function lab.my_sight(p_family uuid) returns table (mark text, next_end timestamptz, seq bigint)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    ways text;
    cells text;
    history text;
    midnight timestamptz := ((lab.today() + 1)::timestamp at time zone 'Europe/Oslo');
  begin
    select string_agg(distinct f.way, ',' order by f.way) into ways from lab.families_of(array[me], p_family) f where f.way <> 'core_team';
    if ways is null then
      return query select null::text, null::timestamptz, null::bigint;
      return;
    end if;
    select string_agg(c.line, ';' order by c.line) into cells from (
      select distinct concat_ws(',', s.about_id, s.area, s.privacy, s.standing, s.may_write) as line
      from lab.sight_of(array[me], p_family, null, null) s) c;
    -- What gave and took sight, too: a yes stopped again leaves the same cells, but what was shown in between must go. Only what the person
    -- may know of anyway: yeses to their own parties, their own seats, admissions and acts.
    select string_agg(h.line, ';' order by h.line) into history from (
      select concat_ws(',', c.id, c.ended_at) as line from lab.consent c
        where c.family_id = p_family and c.answer = 'yes'
          and c.party_id in (select s.party_id from lab.active_seat s where s.family_id = p_family and s.person_id = me)
      union all select concat_ws(',', s.id, s.ended_at) from lab.seat s where s.family_id = p_family and s.person_id = me
      union all select concat_ws(',', o.id, o.closed_at) from lab.open_area o
        join lab.admission a on a.meeting_id = o.meeting_id join lab.meeting m on m.id = o.meeting_id
        where m.family_id = p_family and a.person_id = me and m.ended_at is null
      union all select concat_ws(',', t.id, t.ended_at) from lab.act t where t.family_id = p_family and t.person_id = me) h;
    return query select md5(ways || '|' || coalesce(cells, '') || '|' || coalesce(history, '')), least(
      midnight,
      lab.current_session_ends(),
      (select min(t) from lab.consent c cross join lateral (values (c.valid_from), (c.valid_to), (c.ended_at)) as v (t) where c.family_id = p_family and t > now()),
      (select min(t) from lab.seat s cross join lateral (values (s.valid_from), (s.valid_to), (s.ended_at), (s.approved_at), (s.declared_at)) as v (t) where s.family_id = p_family and t > now()),
      (select min(t) from lab.meeting m cross join lateral (values (m.started_at), (m.ended_at)) as v (t) where m.family_id = p_family and t > now()),
      (select min(t) from lab.act a cross join lateral (values (a.valid_from), (a.valid_to), (a.ended_at)) as v (t) where a.family_id = p_family and t > now()),
      (select now() + interval '1 second' from lab.active_act a join lab.act t on t.family_id = a.family_id and t.person_id = a.person_id
        where a.family_id = p_family and a.person_id = me and t.party_id is not null limit 1),
      (select min(t) from lab.sole_consent s cross join lateral (values (s.valid_from), (s.valid_to), (s.ended_at)) as v (t) where s.family_id = p_family and t > now()),
      (select min(t) from lab.member m cross join lateral (values (m.valid_from), (m.valid_to)) as v (t) where m.family_id = p_family and t > now()),
      (select min(t) from lab.responsibility r join lab.member m on m.person_id = r.person_id cross join lateral (values (r.valid_from), (r.valid_to)) as v (t) where m.family_id = p_family and t > now())
    ), (select h.seq from lab.chain_head h where h.chain_id = p_family);
  end
  $$;
reset role;
revoke create on schema lab from lab_rule;
