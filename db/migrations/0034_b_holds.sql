-- Holds: who places and lifts one, who knows of it, and that erasing a family by hand stops at one (docs/decisions/0034-kept-and-let-go.md).
grant create on schema lab to lab_rule;
grant trigger on lab.legal_hold to lab_rule;
set role lab_rule;

-- A family as the privacy officer knows it: by a number, which is the beginning of its id. Two families can share one; then it is none of them.
create function lab.numbered_family(p_number text) returns uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select case when count(*) = 1 then min(f.id::text)::uuid end from lab.family f
    where f.municipality_id = lab.current_municipality() and lab.holds_role(array['privacy_officer'])
      and upper(left(f.id::text, 8)) = replace(p_number, '-', '') and f.id not in (select lab.my_homes())
  $$;

-- Who is or was of a family that is the signed-in person's own: a hold over one of them covers that family, and is nothing to them as privacy officer.
create function lab.my_kin() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select lab.current_person() union select m.person_id from lab.member m where m.family_id in (select lab.my_homes())
  $$;

-- Placing and lifting are remembered in the municipality's own chain, never in the family's: what it may not know leaves nothing there.
create function lab.link_hold() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    -- Laid by the owner, for a test or a town to begin with, it is nobody's act.
    if lab.current_person() is null then return null; end if;
    perform lab.link_event(new.municipality_id, case when new.lifted_at is null then 'hold.placed' else 'hold.lifted' end, null, null, null, new.id,
      '{}', null, '');
    return null;
  end
  $$;
create trigger link_hold after insert or update on lab.legal_hold for each row execute function lab.link_hold();

-- Whether anything stops erasing a family by hand: since when, and why, where those it is about know why too.
create function lab.hold_over(p_family uuid) returns table (since timestamptz, because text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select h.placed_at, case when h.told then h.because end from lab.legal_hold h
    where h.municipality_id = (select f.municipality_id from lab.family f where f.id = p_family)
      and (h.family_id = p_family or h.person_id in (
        select m.person_id from lab.member m where m.family_id = p_family union select m.person_id from lab.member_period m where m.family_id = p_family))
      and h.lifted_at is null and (h.until is null or h.until >= lab.today())
    order by h.placed_at limit 1
  $$;
revoke execute on function lab.numbered_family(text), lab.my_kin(), lab.link_hold(), lab.hold_over(uuid) from public;
grant execute on function lab.numbered_family(text), lab.my_kin() to lab_app;
grant execute on function lab.hold_over(uuid) to lab_system;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.legal_hold from lab_rule;

grant select on lab.legal_hold to lab_app;
grant insert (municipality_id, id, family_id, person_id, because, told, placed_by, until) on lab.legal_hold to lab_app;
grant update (lifted_by, lifted_at) on lab.legal_hold to lab_app;
-- The privacy officer, but not over their own family, themself or somebody of it; and those it is about, where they are told.
create policy see on lab.legal_hold for select to lab_app using (municipality_id = (select lab.current_municipality())
  and ((select lab.holds_role(array['privacy_officer'])) and (person_id is null or person_id not in (select lab.my_kin()))
      and (family_id is null or family_id not in (select lab.my_homes())
        and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id))
    or told and (person_id = (select lab.current_person())
      or family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian')))));
create policy place on lab.legal_hold for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and placed_by = (select lab.current_person()) and (select lab.holds_role(array['privacy_officer']))
  and (person_id is null or person_id not in (select lab.my_kin())) and (family_id is null or family_id not in (select lab.my_homes())));
create policy lift on lab.legal_hold for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and lifted_at is null and (select lab.holds_role(array['privacy_officer']))
    and (person_id is null or person_id not in (select lab.my_kin())) and (family_id is null or family_id not in (select lab.my_homes())))
  with check (municipality_id = (select lab.current_municipality()) and lifted_by = (select lab.current_person()) and lifted_at <= now());
