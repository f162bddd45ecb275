-- What is read by break-glass is read for an emergency, and the trace says so (REQ-56, REQ-57): until now it said that the plan was made and followed. Nobody says
-- yes for an emergency, and no door reads for one: the purpose follows from the right by which a row was read. What
-- was written before stays as it was written.
alter table lab.opening drop constraint opening_purpose_check,
  add constraint opening_purpose_check
    check (purpose in ('make_and_follow_plan', 'report', 'economy', 'child_welfare_case', 'law_enforcement', 'oversight', 'emergency')
      and (purpose = 'emergency') = (ground = 'break_glass')) not valid;

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0025, but for what it was read.
create or replace function lab.keep_opening(p_page text, p_request uuid, p_family uuid, p_ground text, p_act uuid, p_party uuid, p_cells lab.read_cell[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    party uuid := p_party;
    held text;
    before uuid;
    read_for text := case p_ground when 'break_glass' then 'emergency' else lab.current_purpose() end;
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
      where o.person_id = me and o.family_id = p_family and o.page = p_page and o.purpose = read_for and o.ground = p_ground
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
      values (town, before, p_family, me, party, held, p_page, read_for, p_ground, p_act, cardinality(p_cells) = 0, p_request);
    insert into lab.opening_cell (municipality_id, opening_id, family_id, about_id, area, privacy)
      select distinct town, before, p_family, c.about_id, c.area, c.privacy from unnest(p_cells) c;
  end
  $$;
reset role;
revoke create on schema lab from lab_rule;
