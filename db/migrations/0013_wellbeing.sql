-- How I am doing, and the journey. Both lie in cells that were there before: no new rule of sight (docs/decisions/0010).
create table lab.wellbeing (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  about_id uuid not null,
  area text not null default 'common' check (area = 'common'),
  privacy text not null check (privacy in ('own', 'child')),
  moment text not null check (moment in ('before', 'during', 'after')),
  answer text not null check (answer in ('score', 'rather_not', 'skipped')),
  score smallint check (score between 0 and 10),
  sealed bytea,
  on_day date not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, person_id) references lab.birth (municipality_id, person_id),
  -- What was not answered has no number, so that no sum can take it for zero.
  check ((answer = 'score') = (score is not null)),
  check (answer <> 'skipped' or sealed is not null)
);
create index on lab.wellbeing (family_id, person_id);
create index on lab.wellbeing (about_id, area, privacy);
comment on table lab.wellbeing is 'One answer of one grown person to how they are doing: a number, or that they would rather not, beside their own words (sealed). Theirs alone (own), or theirs and the leader''s (child).';
comment on column lab.wellbeing.on_day is 'The day it was given, which may be earlier than the day it was written down (paper); never later.';

create table lab.placement (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  about_id uuid not null,
  area text not null,
  privacy text not null default 'table' check (privacy = 'table'),
  subject text not null check (subject in ('whole', 'housing', 'work_education', 'network', 'economy', 'health', 'upbringing')),
  view text not null check (view in ('family', 'team')),
  mark text not null check (mark in ('now', 'goal')),
  situation text not null check (situation in ('untenable', 'vulnerable', 'stable', 'sustainable')),
  strength_answer text check (strength_answer in ('score', 'rather_not', 'skipped')),
  strength smallint check (strength between 0 and 10),
  ability_answer text check (ability_answer in ('score', 'rather_not', 'skipped')),
  ability smallint check (ability between 0 and 10),
  sealed bytea,
  author_id uuid not null,
  party_id uuid,
  on_day date not null,
  by_day date,
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  -- A placement lies in the cell of its subject and in no other.
  check (area = case subject when 'whole' then 'common' when 'work_education' then 'work' when 'health' then 'mental_health' else subject end),
  -- The two questions belong to where the whole is now, each with its own answer; what was not answered has no number.
  check ((subject = 'whole' and mark = 'now') = (strength_answer is not null) and (strength_answer is null) = (ability_answer is null)),
  check (coalesce(strength_answer = 'score', false) = (strength is not null)),
  check (coalesce(ability_answer = 'score', false) = (ability is not null)),
  -- The whole and a goal are never placed without a reason; a goal is the family's.
  check (sealed is not null or (subject <> 'whole' and mark = 'now')),
  check (mark = 'now' or view = 'family'),
  check (by_day is null or (mark = 'goal' and by_day > on_day)),
  check ((view = 'team') = (party_id is not null))
);
create index on lab.placement (family_id, subject);
create index on lab.placement (about_id, area, privacy);
comment on table lab.placement is 'Where the family, or somebody of the team, says that life is (now) or should be (goal): the whole or one domain, in one of four situations. Only added to: a later one takes no earlier one away.';

do $$
declare t text;
begin
  foreach t in array array['wellbeing', 'placement'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
  end loop;
end $$;

-- How I am doing: written, shared and taken back by the person it is about, and by nobody else. A child has no numbers (REQ-100).
grant select, insert, delete on lab.wellbeing to lab_app;
grant update (privacy) on lab.wellbeing to lab_app;
create policy see on lab.wellbeing for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy answer on lab.wellbeing for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person()) and on_day <= lab.today()
  and exists (select 1 from lab.birth b where b.person_id = (select lab.current_person()) and lab.age(b.born) >= 18)
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));
create policy share on lab.wellbeing for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and person_id = (select lab.current_person()))
  with check (municipality_id = (select lab.current_municipality()) and person_id = (select lab.current_person())
    and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));
create policy take_back on lab.wellbeing for delete to lab_app using (municipality_id = (select lab.current_municipality())
  and person_id = (select lab.current_person()));

-- The journey: the family's view by a grown member, the team's by a seat, each where they may write. Never changed, never removed.
grant select, insert on lab.placement to lab_app;
create policy see on lab.placement for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c));
create policy place on lab.placement for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person()) and on_day <= lab.today()
  and about_id in (select a.id from lab.about a where a.whole)
  and case view
    when 'family' then family_id in (select f.family_id from lab.my_families() f where f.way = 'member')
      and exists (select 1 from lab.birth b where b.person_id = (select lab.current_person()) and lab.age(b.born) >= 18)
    else family_id not in (select f.family_id from lab.my_families() f where f.way = 'member')
      and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
  end
  and (select r.may_write from lab.my_right(family_id, about_id, area, privacy) r));

-- erase-family: numbers and situations stand clear, so that losing the key is not enough: the rows go. It reads no more than whose they are.
grant select (municipality_id, family_id), delete on lab.wellbeing, lab.placement to lab_system;
create policy job_reads on lab.wellbeing for select to lab_system using (true);
create policy job_reads on lab.placement for select to lab_system using (true);
create policy erase on lab.wellbeing for delete to lab_system using (true);
create policy erase on lab.placement for delete to lab_system using (true);
