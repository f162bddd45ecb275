-- The phase of a family (what the lab does) is moved by the family's yes: the one who leads asks and says why, everyone who speaks for the family answers
-- for themself, and the last yes moves it. No role that works while the server runs changes lab.family.phase in another way.
create table lab.phase_move (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  from_phase text not null,
  to_phase text not null,
  sealed bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  outcome text check (outcome in ('moved', 'no', 'replaced')),
  settled_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, asked_by) references lab.person (municipality_id, id),
  check ((from_phase, to_phase) in (('capture', 'invest'), ('invest', 'maintain'), ('maintain', 'exit'), ('maintain', 'invest'))),
  check ((outcome is null) = (settled_at is null))
);
create unique index on lab.phase_move (family_id) where outcome is null;
create index on lab.phase_move (family_id, asked_at);
comment on table lab.phase_move is 'That the leader asked the family to go on to another phase, why (sealed), and what came of it: moved by everyone''s yes, a no, or another question in its place.';

create table lab.phase_answer (
  municipality_id uuid not null,
  id uuid not null,
  move_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'no')),
  answered_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, move_id) references lab.phase_move (municipality_id, id),
  foreign key (municipality_id, family_id, person_id) references lab.member (municipality_id, family_id, person_id) on update cascade
);
create index on lab.phase_answer (move_id);
comment on table lab.phase_answer is 'What one who speaks for the family says to that: a row of their own, for themself. Silence is no row.';

do $$
declare t text;
begin
  foreach t in array array['phase_move', 'phase_answer'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.phase_answer to lab_rule;
grant select (municipality_id, id, family_id, from_phase, to_phase, asked_by, asked_at, outcome, settled_at), update (outcome, settled_at) on lab.phase_move to lab_rule;
create policy rule_settles on lab.phase_move for update to lab_rule using (outcome is null) with check (outcome is not null);
grant update (phase) on lab.family to lab_rule;

grant create on schema lab to lab_rule;
grant trigger on lab.phase_move, lab.phase_answer to lab_rule;
set role lab_rule;

-- One question waits at a time: a new one takes the place of the one before.
create function lab.replace_phase_move() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    new.outcome := null;
    new.settled_at := null;
    update lab.phase_move set outcome = 'replaced', settled_at = now() where family_id = new.family_id and outcome is null;
    return new;
  end
  $$;
create trigger replace_phase_move before insert on lab.phase_move for each row execute function lab.replace_phase_move();

-- What a question has come to, when somebody has answered.
create function lab.settle_phase_move() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    asked record;
  begin
    select m.family_id, m.from_phase, m.to_phase into asked from lab.phase_move m where m.id = new.move_id and m.outcome is null;
    if asked is null then
      return null;
    end if;
    if new.answer = 'no' then
      update lab.phase_move set outcome = 'no', settled_at = now() where id = new.move_id and outcome is null;
    elsif not exists (
        select 1 from lab.speakers_of(asked.family_id) s
        where not exists (select 1 from lab.phase_answer a where a.move_id = new.move_id and a.person_id = s and a.answer = 'yes')) then
      update lab.family set phase = asked.to_phase where id = asked.family_id and phase = asked.from_phase;
      update lab.phase_move set outcome = 'moved', settled_at = now() where id = new.move_id and outcome is null;
    end if;
    return null;
  end
  $$;
create trigger settle_phase_move after insert on lab.phase_answer for each row execute function lab.settle_phase_move();

-- Who has not answered the question that waits, by called name, for who speaks for the family: also what they cannot see row by row.
create function lab.phase_waits_for(p_move uuid) returns setof text
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.called_name
    from lab.phase_move m cross join lateral lab.speakers_of(m.family_id) s join lab.person p on p.id = s
    where m.id = p_move and m.outcome is null and exists (select 1 from lab.my_voice() v where v.family_id = m.family_id and v.speaks)
      and not exists (select 1 from lab.phase_answer a where a.move_id = m.id and a.person_id = s)
    order by p.called_name
  $$;
revoke execute on function lab.replace_phase_move(), lab.settle_phase_move(), lab.phase_waits_for(uuid) from public;
grant execute on function lab.phase_waits_for(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.phase_move, lab.phase_answer from lab_rule;

-- What is asked, and was: the family from sixteen, and its leader.
grant select on lab.phase_move, lab.phase_answer to lab_app;
grant insert (municipality_id, id, family_id, from_phase, to_phase, sealed, asked_by) on lab.phase_move to lab_app;
create policy see on lab.phase_move for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or family_id in (select v.family_id from lab.my_voice() v)));
create policy ask on lab.phase_move for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and asked_by = (select lab.current_person())
  and (family_id, from_phase) in (select h.id, h.phase from lab.family h join lab.my_families() f on f.family_id = h.id and f.way = 'leader'));
-- An answer is its giver's: a no is shown to nobody as theirs.
create policy see on lab.phase_answer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person()));
grant insert (municipality_id, id, move_id, family_id, person_id, answer) on lab.phase_answer to lab_app;
create policy answer on lab.phase_answer for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person())
  and family_id in (select v.family_id from lab.my_voice() v where v.speaks)
  and (family_id, move_id) in (select m.family_id, m.id from lab.phase_move m where m.outcome is null));
