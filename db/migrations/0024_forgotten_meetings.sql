-- A meeting that nobody ends is ended by a job, twelve hours after it began: what was open closes, and guests and the screen lose their door.
grant select (municipality_id, id, family_id, started_at, ended_at), update (ended_at) on lab.meeting to lab_system;
create policy job_reads on lab.meeting for select to lab_system using (true);
create policy end_forgotten on lab.meeting for update to lab_system
  using (ended_at is null and started_at <= now() - interval '12 hours')
  with check (ended_at is not null and ended_at <= now());

grant create on schema lab to lab_rule;
set role lab_rule;
-- As in 0017, but: where nobody ends the meeting, each has left by themself.
create or replace function lab.clear_table() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    gone record;
  begin
    update lab.open_area set closed_at = coalesce(closed_at, now()), closed_by = coalesce(closed_by, lab.current_person()), reopens = false
      where meeting_id = new.id and (closed_at is null or reopens);
    update lab.admission set left_at = now(), left_by = coalesce(lab.current_person(), person_id) where meeting_id = new.id and left_at is null;
    update lab.pause set ended_at = now(), ended_by = lab.current_person() where meeting_id = new.id and ended_at is null;
    for gone in update lab.session set ended_at = now() where meeting_id = new.id and ended_at is null returning token_hash loop
      perform pg_notify('lab_news', json_build_object('kind', 'session.ended', 'session', encode(gone.token_hash, 'hex'))::text);
    end loop;
    return null;
  end
  $$;
reset role;
revoke create on schema lab from lab_rule;
