-- A yes or a no that was not given on the own screen (docs/decisions/0028): written down by the leader from a signed paper, or after it was said aloud.
-- Paper counts from when it is written down. What was said aloud counts once the one who heard it has said so with a press of their own, and only for
-- the days in consent_term: within them the giver says it again, on the own screen or on paper, or it is over by the clock like any consent.

create table lab.consent_term (
  municipality_id uuid not null references lab.municipality (id),
  valid_from date not null,
  confirm_days integer not null check (confirm_days between 1 and 60),
  remind_days integer not null check (remind_days between 1 and 90),
  source text not null,
  reviewed_at date,
  primary key (municipality_id, valid_from)
);
comment on table lab.consent_term is 'How long what was said aloud counts before its giver has confirmed it, and how long before its end a consent reminds of itself. In versions, with their source.';
create view lab.consent_term_now with (security_invoker = true) as
  select distinct on (t.municipality_id) t.municipality_id, t.confirm_days, t.remind_days from lab.consent_term t
  where t.valid_from <= lab.today() order by t.municipality_id, t.valid_from desc;

create table lab.recorded_consent (
  municipality_id uuid not null,
  consent_id uuid not null unique,
  family_id uuid not null,
  said_on date not null,
  until date,
  witness_id uuid,
  primary key (municipality_id, consent_id),
  foreign key (municipality_id, consent_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, witness_id) references lab.person (municipality_id, id),
  check (witness_id is null or until is not null)
);
create index on lab.recorded_consent (family_id);
create index on lab.recorded_consent (witness_id);
comment on table lab.recorded_consent is 'What the leader wrote down of an answer somebody gave on paper or aloud: the day, the last day that was said, and who heard it.';
comment on column lab.recorded_consent.until is 'The last day its giver said. A yes said aloud ends before it, when it is not confirmed: that end stands in consent.valid_to.';

create table lab.consent_witness (
  municipality_id uuid not null,
  consent_id uuid not null,
  family_id uuid not null,
  witness_id uuid not null,
  at timestamptz not null default now(),
  primary key (municipality_id, consent_id, witness_id),
  foreign key (municipality_id, consent_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, witness_id) references lab.person (municipality_id, id)
);
create index on lab.consent_witness (consent_id);
comment on table lab.consent_witness is 'That a second person heard a yes said aloud. Without it the yes counts for nothing.';

-- As in 0004, but: a yes said aloud counts from when somebody who is neither its giver nor who wrote it down has said that they heard it.
create or replace view lab.active_consent with (security_invoker = true) as
  select municipality_id, id, family_id, giver_id, party_id, areas, persons, valid_to
  from lab.consent
  where answer = 'yes' and valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now())
    and (channel <> 'oral' or exists (
      select 1 from lab.consent_witness w
      where w.municipality_id = consent.municipality_id and w.consent_id = consent.id and w.at <= now()
        and w.witness_id <> consent.recorded_by and w.witness_id <> consent.giver_id));

do $$
declare t text;
begin
  foreach t in array array['consent_term', 'recorded_consent', 'consent_witness'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select on lab.%I to lab_rule, lab_app', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.consent_term_now to lab_rule, lab_app;
grant update (ended_at, ended_how) on lab.consent to lab_rule;
create policy rule_ends on lab.consent for update to lab_rule using (ended_at is null) with check (ended_at is not null);
insert into lab.consent_term (municipality_id, valid_from, confirm_days, remind_days, source)
  select m.id, '2000-01-01', 14, 30, 'Velferdslabens eget valg; må vurderes av kommunens jurist' from lab.municipality m;

grant create on schema lab to lab_rule;
set role lab_rule;

-- For its leader: who in a family can say yes, and for whom. Who, never what they have said.
create function lab.my_givers(p_family uuid) returns table (giver_id uuid, person_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    if not exists (select 1 from lab.my_families() f where f.family_id = p_family and f.way = 'leader') then
      return;
    end if;
    return query
      select m.person_id, m.person_id from lab.present_member m where m.family_id = p_family
      union
      select a.holder_id, m.person_id
      from lab.present_member m join lab.answers_for a on a.municipality_id = m.municipality_id and a.person_id = m.person_id
      where m.family_id = p_family
        and (a.kind = 'guardian' or exists (select 1 from lab.present_member h where h.family_id = p_family and h.person_id = a.holder_id));
  end
  $$;

-- For its leader: who at the table can vouch for what was said aloud. Not who wrote it down, nor whoever sits there for the one who receives.
create function lab.my_witnesses(p_family uuid) returns table (person_id uuid, party_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    if not exists (select 1 from lab.my_families() f where f.family_id = p_family and f.way = 'leader') then
      return;
    end if;
    return query
      select s.person_id, s.party_id from lab.active_seat s
      where s.family_id = p_family and s.person_id <> lab.current_person()
        and exists (select 1 from lab.families_of(array[s.person_id], p_family) f where f.way in ('seat', 'leader'));
  end
  $$;

-- What is said to have been said in the hearing of the signed-in person, as long as it waits for their word and they know the family.
create function lab.my_heard() returns table (consent_id uuid, family_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
  begin
    return query
      select c.id, c.family_id from lab.recorded_consent r join lab.consent c on c.municipality_id = r.municipality_id and c.id = r.consent_id
      where r.witness_id = me and c.recorded_by <> me and c.giver_id <> me and c.channel = 'oral' and c.answer = 'yes'
        and c.ended_at is null and c.valid_to > now()
        and not exists (select 1 from lab.consent_witness w where w.consent_id = c.id and w.witness_id = me)
        and exists (select 1 from lab.my_families() f where f.family_id = c.family_id and f.way in ('seat', 'leader'));
  end
  $$;

-- What somebody else wrote down takes the place of what the giver said before to the same service, from the moment it counts: a no and a paper when
-- they are written down, by who wrote them; what was said aloud when it was heard, by who heard it. Answers what ended.
create function lab.end_before(p_consent uuid) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    c lab.consent;
  begin
    select * into c from lab.consent x where x.id = p_consent and x.channel <> 'digital' and x.giver_id <> me
      and ((x.recorded_by = me and x.given_at = now() and (x.channel = 'paper' or x.answer = 'no'))
        or exists (select 1 from lab.consent_witness w where w.consent_id = x.id and w.witness_id = me and w.at = now()));
    if c.id is null then
      return;
    end if;
    return query
      update lab.consent x set ended_at = now(), ended_how = case c.answer when 'no' then 'withdrawn' else 'replaced' end
      where x.family_id = c.family_id and x.giver_id = c.giver_id and x.party_id = c.party_id and x.id <> c.id
        and x.answer = 'yes' and x.ended_at is null and x.valid_to > now() and x.given_at <= c.given_at
      returning x.id;
  end
  $$;

revoke execute on function lab.my_givers(uuid), lab.my_witnesses(uuid), lab.my_heard(), lab.end_before(uuid) from public;
grant execute on function lab.my_givers(uuid), lab.my_witnesses(uuid), lab.my_heard(), lab.end_before(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

create policy see on lab.consent_term for select to lab_app using (municipality_id = (select lab.current_municipality()));
-- Who starts a municipality gives it the days the product begins with.
grant insert on lab.consent_term to lab_system;
create policy first_admin on lab.consent_term for insert to lab_system with check (true);

-- As in 0009 for what one says on the own screen. And the leader writes down what a member said for themself, or for somebody they answer for: never to
-- a party the leader sits for.
alter policy give on lab.consent with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person()) and ended_at is null
  and case when channel = 'digital' then giver_id = (select lab.current_person())
      and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian'))
      and not exists (select 1 from unnest(persons) p where p <> (select lab.current_person())
        and p not in (select r.person_id from lab.responsibility r where r.holder_id = (select lab.current_person())
          and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())))
    else giver_id <> (select lab.current_person()) and valid_from = now() and given_at = now()
      and giver_id in (select g.giver_id from lab.my_givers(family_id) g)
      and not exists (select 1 from unnest(persons) p where p not in (
        select g.person_id from lab.my_givers(family_id) g where g.giver_id = consent.giver_id))
      and (family_id, party_id) not in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
      -- Said aloud, it is over when the days to confirm it are.
      and (channel = 'paper' or answer = 'no' or valid_to <= (lab.today() + 1 + (
        select n.confirm_days from lab.consent_term_now n where n.municipality_id = consent.municipality_id))::timestamp at time zone 'Europe/Oslo')
    end);
-- As in 0009; and who heard it sees what they are said to have heard, until they have answered.
alter policy see on lab.consent using (municipality_id = (select lab.current_municipality())
  and (giver_id = (select lab.current_person()) or (select lab.current_person()) = any (persons)
    or (answer = 'yes' and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat))
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or id in (select h.consent_id from lab.my_heard() h)));

grant insert on lab.recorded_consent to lab_app;
create policy see on lab.recorded_consent for select to lab_app using (municipality_id = (select lab.current_municipality())
  and consent_id in (select c.id from lab.consent c));
create policy record on lab.recorded_consent for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and said_on <= lab.today()
  and exists (select 1 from lab.consent c
    where c.id = consent_id and c.family_id = recorded_consent.family_id and c.recorded_by = (select lab.current_person())
      and c.giver_id <> c.recorded_by and c.given_at = now()
      and (c.channel = 'oral' and c.answer = 'yes') = (witness_id is not null)
      and (witness_id is null or (witness_id <> c.giver_id and witness_id in (
        select w.person_id from lab.my_witnesses(c.family_id) w where w.party_id <> c.party_id)))));

grant insert (municipality_id, consent_id, family_id, witness_id) on lab.consent_witness to lab_app;
create policy see on lab.consent_witness for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (witness_id = (select lab.current_person()) or consent_id in (select c.id from lab.consent c)));
create policy confirm on lab.consent_witness for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and witness_id = (select lab.current_person())
  and (consent_id, family_id) in (select h.consent_id, h.family_id from lab.my_heard() h));
