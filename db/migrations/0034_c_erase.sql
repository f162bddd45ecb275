-- Erasing a family by hand takes along what stands beside its words and says something of it: what was being written, messages that wait to be sent with
-- somebody's number in them, and that somebody was named by another. tools/classification/erased.ts says of every table what becomes of it.
grant create on schema lab to lab_rule;
set role lab_rule;
create function lab.clear_family(p_family uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    -- Said again where it is done: a hold placed a moment ago counts.
    if exists (select 1 from lab.hold_over(p_family)) then
      raise exception 'held' using errcode = 'object_in_use';
    end if;
    delete from lab.draft where family_id = p_family;
    delete from lab.notice where family_id = p_family;
    delete from lab.told_person where family_id = p_family;
  end
  $$;
revoke execute on function lab.clear_family(uuid) from public;
grant execute on function lab.clear_family(uuid) to lab_system;
reset role;
revoke create on schema lab from lab_rule;
