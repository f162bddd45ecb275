-- Search by name among a hundred thousand families (docs/decisions/0043). It finds what it found, and nothing of a name is written for it: no index of names,
-- no table of their parts. What is new is the order: first which names there are, then who has those that are meant, and only then their families and births.
create index on lab.referral (person_id);

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0027, but: of families one has to do with, who are few. Those at the door are asked for by name.
create or replace function lab.my_findable() returns table (person_id uuid, name text, born date, family_id uuid, family_name text, at_door boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select distinct m.person_id, p.name, case when f.way in ('member', 'guardian', 'leader') then m.born end, m.family_id, h.name, false
      from lab.my_ways() f
      join lab.present_member m on m.family_id = f.family_id
      join lab.person p on p.municipality_id = m.municipality_id and p.id = m.person_id
      join lab.family h on h.municipality_id = m.municipality_id and h.id = m.family_id
      where f.way in ('leader', 'seat')
        and not exists (select 1 from lab.protected_now g where g.person_id = m.person_id and g.level = 'strictly_confidential');
  end
  $$;

-- Names that somebody at the door has or had, one after the other: for the server to see which are meant. Never the name of who is strictly
-- protected or of anybody in their family, as in the lists (0037), and never whose a name is. (A name that two have, one of them protected, is the other's.)
create function lab.names_at_door() returns text
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select string_agg(p.name, chr(31))
    from lab.referral r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    where r.municipality_id = (select lab.current_municipality()) and (select lab.holds_role(array['core_team']))
      and r.family_id not in (select lab.hidden_at_door())
  $$;

-- Who at the door has one of these names, those of the first names first: at most twenty.
create function lab.at_door_named(p_names text[]) returns table (person_id uuid, name text, born date, family_id uuid, family_name text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    town uuid := lab.current_municipality();
    narrowed uuid := nullif(current_setting('app.family', true), '')::uuid;
  begin
    if not lab.holds_role(array['core_team']) then
      return;
    end if;
    return query
      with named as materialized (
        select p.id, p.name from (select distinct u from unnest(p_names) u) w (name) join lab.person p on p.municipality_id = town and p.name = w.name
      )
      select d.* from (
        select distinct n.id, n.name, m.born, m.family_id, h.name as family_name
        from named n
        join lab.referral r on r.municipality_id = town and r.person_id = n.id
        join lab.present_member m on m.municipality_id = town and m.family_id = r.family_id and m.person_id = n.id
        join lab.family h on h.municipality_id = town and h.id = m.family_id
        where m.family_id = coalesce(narrowed, m.family_id)
          and m.family_id not in (select lab.hidden_at_door())) d
      order by array_position(p_names, d.name), d.id, d.family_id limit 20;
  end
  $$;

revoke execute on function lab.names_at_door(), lab.at_door_named(text[]) from public;
grant execute on function lab.names_at_door(), lab.at_door_named(text[]) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
