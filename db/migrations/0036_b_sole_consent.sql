-- When one of two who answer for a child is enough (REQ-16, scenario 25, docs/decisions/0036): a closed list of grounds as data, and that one of them holds, written
-- down by the leader with its day and why. It ends by its day, or when it is ended; who is left out sees it as who is not.
create table lab.sole_consent_ground (
  municipality_id uuid not null references lab.municipality (id),
  code text not null check (code ~ '^[a-z0-9_]+$'),
  valid_from date not null,
  valid_to date,
  position integer not null,
  statute text not null,
  paragraph text not null,
  longest_days integer not null check (longest_days between 1 and 366),
  title_nb text not null,
  title_nn text not null,
  title_en text not null,
  source text not null check (source like 'https://%'),
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, code, valid_from),
  check ((reviewed_by is null) = (reviewed_at is null)),
  check (valid_to is null or valid_to > valid_from)
);
comment on table lab.sole_consent_ground is 'Lawful reasons why the yes of one who has parental responsibility is enough. In versions, with statute and source; what was recorded keeps the version it rested on.';
comment on column lab.sole_consent_ground.longest_days is 'How long it can be recorded for at a time. Then somebody has to look again.';

create table lab.sole_consent (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  person_id uuid not null,
  without_id uuid not null,
  ground_code text not null,
  ground_from date not null,
  document_on date not null,
  sealed bytea not null,
  valid_from timestamptz not null default now(),
  valid_to timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, without_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, ended_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, ground_code, ground_from) references lab.sole_consent_ground (municipality_id, code, valid_from),
  check ((ended_at is null) = (ended_by is null)),
  check (valid_to > valid_from),
  check (without_id <> person_id)
);
create index on lab.sole_consent (family_id, person_id);
comment on table lab.sole_consent is 'That a yes for a child counts without one of those who answer for them: on which ground, until when, and why (sealed). Never deleted; its only change is that it ends.';

-- Those that count at this moment.
create view lab.active_sole_consent with (security_invoker = true) as
  select municipality_id, id, family_id, person_id, without_id, valid_to
  from lab.sole_consent
  where valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now());

do $$
declare t text;
begin
  foreach t in array array['sole_consent_ground', 'sole_consent'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('grant select on lab.%I to lab_rule, lab_app', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
  end loop;
end $$;
grant select on lab.active_sole_consent to lab_rule, lab_app;

insert into lab.sole_consent_ground (municipality_id, code, valid_from, position, statute, paragraph, longest_days, title_nb, title_nn, title_en, source)
  select m.id, g.code, g.valid_from, g.position, g.statute, g.paragraph, g.days, g.nb, g.nn, g.en, g.source
  from lab.municipality m cross join (values
    ('cannot_be_reached', date '1982-01-01', 0, 'Barnelova', '§ 30', 90, 'Den andre kan ikke nås', 'Den andre er ikkje å få tak i', 'The other cannot be reached', 'https://lovdata.no/dokument/NL/lov/1981-04-08-7/§30'),
    ('emergency', date '2018-01-01', 1, 'Pasient- og brukerrettighetsloven', '§ 4-4', 14, 'Det haster, så barnet ikke tar skade', 'Det hastar, så barnet ikkje tek skade', 'It is urgent, so that the child comes to no harm', 'https://lovdata.no/dokument/NL/lov/1999-07-02-63/§4-4'),
    ('sole_by_court', date '1982-01-01', 2, 'Barnelova', '§ 56', 366, 'Retten har gitt én foreldreansvaret', 'Retten har gitt éin foreldreansvaret', 'A court has given one of them parental responsibility', 'https://lovdata.no/dokument/NL/lov/1981-04-08-7/§56')
  ) as g (code, valid_from, position, statute, paragraph, days, nb, nn, en, source);

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0025, but: a parent without whom it is lawful is not waited for. Who has ever said no to the service here has been reached, and the no stands; and who
-- has taken back a yes for this person there. (A yes that ended because they moved out was taken back by nobody.)
create or replace function lab.effective_consents(p_families uuid[], p_parties uuid[], p_area text)
  returns table (family_id uuid, party_id uuid, person_id uuid, area text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off
  as $$
  declare
    read_for text := lab.current_purpose();
  begin
    return query
    with given as materialized (
      select c.municipality_id, c.family_id, c.party_id, c.giver_id, p.person_id, a.area
      from lab.active_consent c join lab.consent k on k.id = c.id and k.purpose = read_for
      cross join lateral unnest(c.persons) as p (person_id) cross join lateral unnest(c.areas) as a (area)
      where c.family_id = any (p_families) and c.party_id = any (p_parties) and (p_area is null or a.area = p_area)
    ), ages as materialized (
      select b.municipality_id, b.person_id, lab.age(b.born) as age from lab.birth b where b.person_id in (select g.person_id from given g)
    ), rules as materialized (
      select r.municipality_id, r.area, r.from_age from lab.consent_age_now r where r.municipality_id in (select g.municipality_id from given g)
    ), holders as materialized (
      select f.person_id, f.holder_id, f.kind, f.areas from lab.answers_for f where f.person_id in (select g.person_id from given g)
    ), reasons as materialized (
      select s.family_id, s.person_id, s.without_id from lab.active_sole_consent s where s.family_id = any (p_families)
    )
    select g.family_id, g.party_id, g.person_id, g.area
    from given g
    join ages b on b.person_id = g.person_id and b.municipality_id = g.municipality_id
    join rules r on r.area = g.area and r.municipality_id = g.municipality_id
    left join holders h on h.person_id = g.person_id and h.holder_id = g.giver_id and (h.areas is null or g.area = any (h.areas))
    group by g.family_id, g.party_id, g.person_id, g.area, b.age, r.from_age
    having case when b.age >= r.from_age
      then bool_or(g.giver_id = g.person_id or coalesce(h.kind = 'guardian', false))
      else count(distinct h.holder_id) > 0 and not exists (
        select 1 from holders o
        where o.person_id = g.person_id and (o.areas is null or g.area = any (o.areas))
          and o.holder_id <> all (array_agg(h.holder_id) filter (where h.holder_id is not null))
          and not (o.kind = 'parental'
            and exists (select 1 from reasons s where s.family_id = g.family_id and s.person_id = g.person_id and s.without_id = o.holder_id)
            and not exists (select 1 from lab.consent n where n.family_id = g.family_id and n.party_id = g.party_id and n.giver_id = o.holder_id
              and (n.answer = 'no' and n.valid_from <= now()
                or n.ended_how in ('withdrawn', 'narrowed') and n.ended_at <= now() and g.person_id = any (n.persons) and g.area = any (n.areas)
                  and not exists (select 1 from lab.member m where m.family_id = n.family_id and m.person_id = n.giver_id and m.valid_to = n.ended_at)))))
      end;
  end
  $$;

-- Whom the signed-in person answers for, also where they are of no family that they can open.
create function lab.my_wards() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select distinct a.person_id from lab.answers_for a where a.holder_id = lab.current_person()
  $$;

-- Whether it is the signed-in person's to write down: they lead the family, answer for nobody in question, and leave out one of two or more.
create function lab.may_record_sole_consent(p_family uuid, p_person uuid, p_without uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select lab.may_record_responsibility(p_family)
      and exists (select 1 from lab.present_member m where m.family_id = p_family and m.person_id = p_person)
      and exists (select 1 from lab.answers_for a where a.person_id = p_person and a.holder_id = p_without and a.kind = 'parental')
      and exists (select 1 from lab.answers_for a where a.person_id = p_person and a.holder_id <> p_without)
      and not exists (select 1 from lab.answers_for a where a.person_id = p_person and a.holder_id = lab.current_person())
  $$;
revoke execute on function lab.my_wards(), lab.may_record_sole_consent(uuid, uuid, uuid) from public;
grant execute on function lab.my_wards(), lab.may_record_sole_consent(uuid, uuid, uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

create policy see on lab.sole_consent_ground for select to lab_app using (municipality_id = (select lab.current_municipality()));
-- Who starts a municipality gives it the list the product begins with.
grant insert on lab.sole_consent_ground to lab_system;
create policy first_admin on lab.sole_consent_ground for insert to lab_system with check (true);

-- Both who answer for the child, the one who is left out too; and the leader.
create policy see on lab.sole_consent for select to lab_app using (municipality_id = (select lab.current_municipality())
  and family_id = coalesce(nullif(current_setting('app.family', true), '')::uuid, family_id)
  and (person_id in (select w from lab.my_wards() w)
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')));
grant insert on lab.sole_consent to lab_app;
create policy record on lab.sole_consent for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person()) and recorded_at = now() and valid_from = now() and ended_at is null and document_on <= lab.today()
  and lab.may_record_sole_consent(family_id, person_id, without_id)
  and exists (select 1 from lab.sole_consent_ground g
    where g.municipality_id = sole_consent.municipality_id and g.code = ground_code and g.valid_from = ground_from
      and g.valid_from <= lab.today() and (g.valid_to is null or g.valid_to > lab.today())
      and sole_consent.valid_to <= (lab.today() + 1 + g.longest_days)::timestamp at time zone 'Europe/Oslo'));
grant update (ended_at, ended_by) on lab.sole_consent to lab_app;
create policy finish on lab.sole_consent for update to lab_app
  using (municipality_id = (select lab.current_municipality()) and ended_at is null
    and family_id in (select f.family_id from lab.my_families() f where f.way = 'leader'))
  with check (ended_at = now() and ended_by = (select lab.current_person()));
