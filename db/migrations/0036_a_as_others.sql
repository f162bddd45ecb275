-- What a service can see of what is mine, as it sees it (docs/decisions/0036): the rule of who sees a row, asked by the family about those who sit there for a
-- service. It answers cells and no rows: which notes lie in them is asked with the asker's own sight, so that nobody sees, or counts, more than they see themself.
grant create on schema lab to lab_rule;
set role lab_rule;

create function lab.seen_by_party(p_family uuid, p_party uuid) returns table (about_id uuid, area text, privacy text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    seats lab.active_seat[];
  begin
    -- Only the family asks: who belongs to it, or is guardian of one of them.
    if not exists (select 1 from lab.families_of(array[me], p_family) f where f.way in ('member', 'guardian')) then
      return;
    end if;
    seats := array(select s from lab.active_seat s where s.family_id = p_family and s.party_id = p_party);
    return query
    with people as materialized (
      select p.about_id, p.person_id from lab.people_about(array[p_family], null) p
    ), mine as materialized (
      select me as person_id union select f.person_id from lab.answers_for f where f.holder_id = me
    ), given as materialized (
      select e.person_id, e.area from lab.effective_consents(array[p_family], array[p_party], null) e
    ), consents as (
      select g.person_id, g.area from given g union select g.person_id, 'common' from given g
    )
    select distinct s.about_id, s.area, s.privacy
    from lab.sight_of(array(select t.person_id from unnest(seats) t), p_family, null, null) s
    -- What stands by the family's yeses. Not what an act lets somebody read, nor a table that is open for an hour.
    where s.standing
      -- And of nothing that the asker does not see: a guardian's mandate ends somewhere, and so do a parent's eyes.
      and (s.about_id, s.area, s.privacy) in (select c.about_id, c.area, c.privacy from lab.sight_of(array[me], p_family, null, null) c)
      and (s.privacy = 'table' or (s.privacy = 'child' and exists (select 1 from unnest(seats) t where t.role = 'leader')))
      and exists (select 1 from people p where p.about_id = s.about_id)
      -- Who sits there may see more in another way, for another service or as themself: here it is only what this service was given.
      and not exists (select 1 from people p where p.about_id = s.about_id
        and not exists (select 1 from consents c where c.person_id = p.person_id and c.area = s.area))
      -- What another grown person said yes to is theirs to tell: only cells of me and of those I answer for.
      and not exists (select 1 from people p where p.about_id = s.about_id and p.person_id not in (select m.person_id from mine m));
  end
  $$;

revoke execute on function lab.seen_by_party(uuid, uuid) from public;
grant execute on function lab.seen_by_party(uuid, uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
