-- Promises (løfter): what somebody has bound themself to do, with a day. They are drawn up together with a version of the plan and wake when it is
-- in force; or they come with a decision that became effective. Once there, they stay: each is answered done, or not done because.
alter table lab.promise
  alter column party_id drop not null,
  add column doer text not null default 'party' check (doer in ('party', 'member', 'named')),
  add column person_id uuid,
  add column measure_id uuid,
  add column decision_id uuid,
  add column version_id uuid,
  add column awake_at timestamptz,
  add column cut_on date,
  add check ((doer = 'party') = (party_id is not null) and (doer = 'member') = (person_id is not null)),
  add foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  add foreign key (municipality_id, measure_id) references lab.measure (municipality_id, id),
  add foreign key (municipality_id, decision_id) references lab.decision (municipality_id, id),
  add foreign key (municipality_id, version_id) references lab.plan_version (municipality_id, id);
update lab.promise set awake_at = created_at;
create index on lab.promise (party_id) where awake_at is not null;
create index on lab.promise (measure_id, due);
comment on table lab.promise is 'A promise (løfte): a party''s own work (case 4), what a member said they would do, or somebody named in the sealed words. One row for each day it is due.';
comment on column lab.promise.awake_at is 'From when it is a promise. Null: drawn up with a version that not all have signed.';
comment on column lab.promise.cut_on is 'Its measure was stopped before it was due: from this day it is no promise any more.';

create table lab.promise_answer (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  promise_id uuid not null,
  answer text not null check (answer in ('done', 'not_done')),
  reason text check (reason in ('waiting', 'no_room', 'no_time', 'other')),
  new_due date,
  sealed bytea,
  answered_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, promise_id) references lab.promise (municipality_id, id),
  foreign key (municipality_id, answered_by) references lab.person (municipality_id, id),
  check ((answer = 'not_done') = (reason is not null)),
  check (answer = 'not_done' or (new_due is null and sealed is null))
);
create index on lab.promise_answer (promise_id);
comment on table lab.promise_answer is 'Done, or not done because: by who owes it, the last one counts. Added to, never changed. A new day does not make a late promise less late.';

alter table lab.promise_answer enable row level security;
alter table lab.promise_answer force row level security;
create policy owner_all on lab.promise_answer to lab_owner using (true) with check (true);

-- lab_rule reads structure, never words.
grant select (municipality_id, id, family_id, about_id, area, privacy, doer, party_id, person_id, measure_id, decision_id, version_id, due, awake_at, cut_on, bound_until)
  on lab.promise to lab_rule;
grant update (awake_at, cut_on) on lab.promise to lab_rule;
create policy rule_reads on lab.promise for select to lab_rule using (true);
create policy rule_wakes on lab.promise for update to lab_rule using (true) with check (true);

grant create on schema lab to lab_rule;
set role lab_rule;

-- Asleep with its version, or awake from the start; the version must be of this transaction, as its other parts are.
create function lab.guard_promise() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    new.awake_at := case when new.version_id is null then coalesce(new.created_at, now()) end;
    new.cut_on := null;
    if new.version_id is not null and not exists (select 1 from lab.plan_version v
        where v.id = new.version_id and v.family_id = new.family_id and v.made_at = now() and v.made_by = lab.current_person()) then
      raise exception 'nothing is added to a version' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end
  $$;

-- A version is in force: what it promises wakes, but for what its measure has promised already, by the same on the same day.
create function lab.wake_promises() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.promise p set awake_at = now()
      where p.version_id = new.version_id and not exists (
        select 1 from lab.promise o where o.measure_id = p.measure_id and o.due = p.due and o.awake_at is not null
          and (o.doer, o.party_id, o.person_id) is not distinct from (p.doer, p.party_id, p.person_id));
    return null;
  end
  $$;

-- A measure is stopped: what would have been due after that day is owed no more.
create function lab.cut_promises() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    update lab.promise p set cut_on = new.stopped_on where p.measure_id = new.id and p.due > new.stopped_on and p.cut_on is null;
    return null;
  end
  $$;

-- Promises the signed-in person answers for: their own, those of a party they hold a seat for; and what somebody named outside the table
-- promised, which the leader or the family tells of.
create function lab.my_promises() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select p.id from lab.promise p
      where p.awake_at is not null and (p.person_id = (select lab.current_person())
        or (p.family_id, p.party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
        or (p.doer = 'named' and p.family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'leader'))
          and (p.about_id, p.area, p.privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)));
  end
  $$;

-- The family's lock for who answers a promise: a service keeps its own work in sight when the family has stopped all else.
create function lab.lock_promise(p_promise uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if p_promise not in (select lab.my_promises()) then
      return false;
    end if;
    perform 1 from lab.chain_head h join lab.promise p on p.family_id = h.chain_id where p.id = p_promise for update of h;
    return true;
  end
  $$;

-- The event of an answer, in the promise's own cell, for the same reason.
create function lab.remember_promise(p_promise uuid, p_data jsonb, p_command uuid, p_origin text) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    place record;
  begin
    if p_promise not in (select lab.my_promises()) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    select p.family_id, p.about_id, p.area, p.privacy into place from lab.promise p where p.id = p_promise;
    return lab.link_event(place.family_id, 'promise.answered', place.about_id, place.area, place.privacy, p_promise, p_data, p_command, p_origin);
  end
  $$;

reset role;
create trigger guard_promise before insert on lab.promise for each row execute function lab.guard_promise();
create trigger wake_promises after insert on lab.plan_in_force for each row execute function lab.wake_promises();
create trigger cut_promises after update on lab.measure for each row execute function lab.cut_promises();

-- Nobody calls what is not named here.
set role lab_rule;
revoke execute on function lab.guard_promise(), lab.wake_promises(), lab.cut_promises(), lab.my_promises(), lab.lock_promise(uuid),
  lab.remember_promise(uuid, jsonb, uuid, text) from public;
grant execute on function lab.my_promises(), lab.lock_promise(uuid), lab.remember_promise(uuid, jsonb, uuid, text) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- Awake: like a note, as the party's own work (case 4), and to who promised it.
alter policy see on lab.promise using (municipality_id = (select lab.current_municipality()) and awake_at is not null
  and ((about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
    or person_id = (select lab.current_person())
    or (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
    or (bound_until > now() and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w))));
-- A party promises for itself. With a version, by who puts it up: asleep until the one who owes it has signed. With a decision, by who made it
-- effective: what its payer has bound itself to.
alter policy promise on lab.promise with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person())
  and case
    when version_id is not null then decision_id is null and bound_until is null
      and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
    when decision_id is not null then bound_until is null
      and exists (select 1 from lab.decision d join lab.decided x on x.decision_id = d.id
        where d.id = promise.decision_id and x.decided_by = (select lab.current_person()) and d.family_id = promise.family_id
          and d.party_id = promise.party_id and d.about_id = promise.about_id and d.area = promise.area and d.privacy = promise.privacy
          and d.measure_id = promise.measure_id)
    else doer = 'party'
      and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
      and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r) end);

grant select on lab.promise_answer to lab_app;
grant insert (municipality_id, id, family_id, promise_id, answer, reason, new_due, sealed, answered_by) on lab.promise_answer to lab_app;
create policy see on lab.promise_answer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and promise_id in (select p.id from lab.promise p));
create policy answer on lab.promise_answer for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and answered_by = (select lab.current_person()) and promise_id in (select lab.my_promises())
  and exists (select 1 from lab.promise p where p.id = promise_id and p.family_id = promise_answer.family_id and p.cut_on is null));
