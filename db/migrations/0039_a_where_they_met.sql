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

-- As in 0027, but: who was named for the addresses once, and comes by an act now, is not named any more: an act names areas of life, and no address (REQ-27).
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
      where case
        when k.family_id in (select g.family_id from guarded g) then
          k.way in ('member', 'leader')
          or exists (select 1 from lab.address_keeper a where a.family_id = k.family_id and a.person_id = me and a.ended_at is null) and k.way <> 'act'
        when w.of = 'a team' then k.way not in ('core_team', 'table')
        when w.of = 'the door' then k.way in ('core_team', 'member', 'guardian', 'leader')
        else k.way in ('member', 'guardian', 'leader') end;
  end
  $$;

-- A link goes with what it rests on (0037): whoever moved out could not stop it afterwards, and who stops a private participant stops what they read by a link.
create function lab.end_links(p_family uuid, p_party uuid, p_persons uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    gone record;
  begin
    for gone in
        update lab.task_link l set ended_at = now(), ended_by = coalesce(lab.current_person(), l.given_by)
        from lab.promise p join lab.about b on b.id = p.about_id
        where p.id = l.promise_id and l.family_id = p_family and l.ended_at is null and l.ends_at > now()
          and (p_party is null or p.party_id = p_party) and (b.persons && p_persons or b.whole and p_party is not null)
        returning l.id, p.about_id, p.area, p.privacy loop
      perform lab.link_event(p_family, 'link.stopped', gone.about_id, gone.area, gone.privacy, gone.id, '{}', null, '');
    end loop;
  end
  $$;

create function lab.links_go() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if tg_table_name = 'member' then
      perform lab.end_links(new.family_id, null, array[new.person_id]);
    else
      perform lab.end_links(new.family_id, new.party_id, new.persons || new.giver_id);
    end if;
    return null;
  end
  $$;
reset role;

grant select (given_by), update (ended_by, ended_at) on lab.task_link to lab_rule;
alter policy rule_opens on lab.task_link with check (true);
create trigger links_go after update on lab.member for each row when (old.valid_to is null and new.valid_to <= now()) execute function lab.links_go();
create trigger links_go after update on lab.consent for each row when (old.ended_at is null and new.ended_how = 'withdrawn') execute function lab.links_go();
create trigger no_links after insert on lab.consent for each row when (new.answer = 'no') execute function lab.links_go();
set role lab_rule;
revoke execute on function lab.end_links(uuid, uuid, uuid[]), lab.links_go() from public;
reset role;
revoke create on schema lab from lab_rule;
