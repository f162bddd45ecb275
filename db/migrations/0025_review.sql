-- The privacy officer (personvernombud) looks after who has read: the trace by filter, and what the nightly rules have found in it (REQ-66). Never a row
-- of anybody's life, and of a family no more than its number.
alter table lab.role_held drop constraint role_held_role_check,
  add constraint role_held_role_check check (role in ('caseworker', 'investment_leader', 'core_team', 'manager', 'councillor', 'economist', 'support',
    'administrator', 'privacy_officer'));

create table lab.review_rule (
  municipality_id uuid not null references lab.municipality (id),
  code text not null check (code in ('own_family', 'same_name', 'colleague', 'no_assignment', 'night', 'volume')),
  valid_from date not null,
  counts boolean not null,
  from_hour smallint check (from_hour between 0 and 23),
  to_hour smallint check (to_hour between 0 and 23),
  above integer check (above > 0),
  source text not null,
  primary key (municipality_id, code, valid_from),
  check ((code = 'night') = (from_hour is not null and to_hour is not null)),
  check ((code in ('volume', 'no_assignment')) = (above is not null))
);
comment on table lab.review_rule is 'What in the trace is worth a look, in versions: whether the rule counts, between which hours, above how many families a day.';

create view lab.review_rule_now with (security_invoker = true) as
  select distinct on (municipality_id, code) municipality_id, code, counts, from_hour, to_hour, above
  from lab.review_rule where valid_from <= lab.today() order by municipality_id, code, valid_from desc;

create table lab.review (
  municipality_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  family_id uuid,
  rule text not null,
  on_day date not null,
  times integer not null check (times > 0),
  first_at timestamptz not null,
  found_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique nulls not distinct (municipality_id, person_id, family_id, rule, on_day),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id)
);
create index on lab.review (municipality_id, on_day);
comment on table lab.review is 'Something a rule has found in the trace of one day, for the privacy officer to look at. It says nothing about whether it was wrong.';

create table lab.review_answer (
  municipality_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  answer text not null check (answer in ('fine', 'followed_up')),
  because text not null check (because in ('needed_at_work', 'asked_by_family', 'by_mistake', 'talked_to_reader', 'told_manager', 'told_family', 'reported')),
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, review_id),
  foreign key (municipality_id, review_id) references lab.review (municipality_id, id),
  foreign key (municipality_id, answered_by) references lab.person (municipality_id, id),
  check ((answer = 'fine') = (because in ('needed_at_work', 'asked_by_family', 'by_mistake')))
);
comment on table lab.review_answer is 'What the privacy officer found: fine, because; or followed up, how. Once, and kept.';

do $$
declare t text;
begin
  foreach t in array array['review_rule', 'review', 'review_answer'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('grant select on lab.%I to lab_rule', t);
  end loop;
end $$;
grant select on lab.review_rule_now to lab_rule;
grant insert on lab.review to lab_rule;
create policy rule_finds on lab.review for insert to lab_rule with check (true);

grant create on schema lab to lab_rule;
grant trigger on lab.review_answer to lab_rule;
set role lab_rule;

-- What the rules find in the trace of one day, written once. For the nightly job.
--   own_family     of one's own family: a member somewhere together with somebody there, or answering for somebody there
--   same_name      somebody there has one's own last name
--   colleague      somebody there works in the same service
--   no_assignment  asked in vain for so many families or more, or for one again after a denial
--   night          read between these hours
--   volume         read of more families than this in one day
create function lab.find_reviews(p_day date) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    found integer;
  begin
    with trace as materialized (
      select o.municipality_id, o.person_id, o.family_id, o.from_at as at, true as read from lab.opening o
        where (o.from_at at time zone 'Europe/Oslo')::date = p_day
      union all
      select d.municipality_id, d.person_id, d.family_id, d.minute, false from lab.denial d
        where (d.minute at time zone 'Europe/Oslo')::date = p_day
    ), people as materialized (
      select t.municipality_id, t.person_id, t.family_id, m.person_id as member_id, min(t.at) as at, count(*) as times
      from trace t join lab.member m on m.municipality_id = t.municipality_id and m.family_id = t.family_id and m.person_id <> t.person_id
      group by 1, 2, 3, 4
    ), hits as (
      select p.municipality_id, p.person_id, p.family_id, 'own_family' as rule, p.at, p.times from people p
        where exists (select 1 from lab.member a join lab.member b on b.municipality_id = a.municipality_id and b.family_id = a.family_id
            where a.person_id = p.person_id and b.person_id = p.member_id)
          or exists (select 1 from lab.responsibility r where r.municipality_id = p.municipality_id
            and (r.holder_id, r.person_id) in ((p.person_id, p.member_id), (p.member_id, p.person_id)))
      union all
      select p.municipality_id, p.person_id, p.family_id, 'same_name', p.at, p.times from people p
        join lab.person me on me.id = p.person_id join lab.person other on other.id = p.member_id
        where position(' ' in me.name) > 0 and lower(substring(me.name from '[^ ]+$')) = any (string_to_array(lower(replace(other.name, '-', ' ')), ' '))
      union all
      select p.municipality_id, p.person_id, p.family_id, 'colleague', p.at, p.times from people p
        where exists (select 1 from lab.role_held a join lab.role_held b on b.municipality_id = a.municipality_id and b.party_id = a.party_id
          where a.person_id = p.person_id and b.person_id = p.member_id
            and a.valid_from <= p.at and (a.valid_to is null or a.valid_to > p.at) and b.valid_from <= p.at and (b.valid_to is null or b.valid_to > p.at))
      union all
      select t.municipality_id, t.person_id, null, 'no_assignment', min(t.at), count(distinct t.family_id) from trace t
        join lab.review_rule_now r on r.municipality_id = t.municipality_id and r.code = 'no_assignment'
        where not t.read group by 1, 2, r.above having count(distinct t.family_id) >= r.above
      union all
      select t.municipality_id, t.person_id, t.family_id, 'night', min(t.at), count(*) from trace t
        join lab.review_rule_now r on r.municipality_id = t.municipality_id and r.code = 'night'
        cross join lateral (select extract(hour from t.at at time zone 'Europe/Oslo') as hour) h
        where t.read and case when r.from_hour <= r.to_hour then h.hour >= r.from_hour and h.hour < r.to_hour
          else h.hour >= r.from_hour or h.hour < r.to_hour end
        group by 1, 2, 3
      union all
      select t.municipality_id, t.person_id, null, 'volume', min(t.at), count(distinct t.family_id) from trace t
        join lab.review_rule_now r on r.municipality_id = t.municipality_id and r.code = 'volume'
        where t.read group by 1, 2, r.above having count(distinct t.family_id) > r.above
    )
    insert into lab.review (municipality_id, id, person_id, family_id, rule, on_day, times, first_at)
      select h.municipality_id, gen_random_uuid(), h.person_id, h.family_id, h.rule, p_day, max(h.times), min(h.at)
      from hits h join lab.review_rule_now r on r.municipality_id = h.municipality_id and r.code = h.rule and r.counts
      group by h.municipality_id, h.person_id, h.family_id, h.rule
      on conflict do nothing;
    get diagnostics found = row_count;
    return found;
  end
  $$;

-- Who stands in the trace, by name and service, for the privacy officer alone.
create function lab.traced_people() returns table (person_id uuid, name text, service text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.id, p.name, (select y.name from lab.role_held r join lab.party y on y.municipality_id = r.municipality_id and y.id = r.party_id
      where r.person_id = p.id order by r.valid_to nulls first, r.valid_from desc limit 1)
    from lab.person p
    where p.municipality_id = lab.current_municipality() and lab.holds_role(array['privacy_officer'])
      and (exists (select 1 from lab.opening o where o.person_id = p.id) or exists (select 1 from lab.denial d where d.person_id = p.id))
  $$;

-- That a review was answered goes into the municipality's own chain.
create function lab.link_review() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform lab.link_event(new.municipality_id, 'review.answered', null, null, null, new.review_id, jsonb_build_object('answer', new.answer), null, '');
    return null;
  end
  $$;
create trigger link_review after insert on lab.review_answer for each row execute function lab.link_review();
revoke execute on function lab.find_reviews(date), lab.traced_people(), lab.link_review() from public;
grant execute on function lab.find_reviews(date) to lab_system;
grant execute on function lab.traced_people() to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.review_answer from lab_rule;

grant select on lab.denial, lab.review_rule, lab.review_rule_now, lab.review, lab.review_answer to lab_app;
grant insert on lab.review_answer to lab_app;
alter policy see on lab.opening using (municipality_id = (select lab.current_municipality())
  and ((select lab.holds_role(array['privacy_officer'])) or id in (select lab.my_openings())));
alter policy see on lab.opening_cell using (municipality_id = (select lab.current_municipality())
  and ((select lab.holds_role(array['privacy_officer'])) or (opening_id in (select lab.my_openings())
    and (about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c where c.standing))));
create policy oversee on lab.denial for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])));
create policy oversee on lab.review for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])));
create policy oversee on lab.review_rule for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])));
create policy oversee on lab.review_answer for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer'])));
-- Not one's own reading.
create policy answer on lab.review_answer for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and answered_by = (select lab.current_person()) and (select lab.holds_role(array['privacy_officer']))
  and review_id in (select r.id from lab.review r where r.person_id <> (select lab.current_person())));

-- The rules a municipality starts with, for one that is already there; a new one gets them from db/src/municipality-defaults.ts.
insert into lab.review_rule (municipality_id, code, valid_from, counts, from_hour, to_hour, above, source)
  select m.id, r.code, date '2000-01-01', true, r.from_hour, r.to_hour, r.above, 'eget valg i velferdslaben'
  from lab.municipality m cross join (values ('own_family', null, null, null), ('same_name', null, null, null), ('colleague', null, null, null),
    ('no_assignment', null, null, 3), ('night', 22, 6, null), ('volume', null, null, 30)) as r (code, from_hour, to_hour, above);
grant insert on lab.review_rule to lab_system;
create policy first_admin on lab.review_rule for insert to lab_system with check (true);
