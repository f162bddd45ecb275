-- Consent: the yes that lifts confidentiality between named services (fvl. § 13 a nr. 1). No legal basis for processing: that is another record (REQ-07).
create table lab.consent (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  giver_id uuid not null,
  party_id uuid not null,
  answer text not null check (answer in ('yes', 'no')),
  purpose text not null check (purpose in ('make_and_follow_plan')),
  areas text[] not null,
  persons uuid[] not null,
  giving_parties uuid[] not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('withdrawn', 'narrowed', 'replaced')),
  text_version text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  channel text not null check (channel in ('digital', 'paper', 'oral')),
  recorded_by uuid not null,
  given_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, giver_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, recorded_by) references lab.person (municipality_id, id),
  -- A yes names everything; a no names nothing and is never asked why (REQ-01, REQ-04).
  check (case answer when 'yes' then cardinality(areas) > 0 and cardinality(persons) > 0 and valid_to is not null and valid_to > valid_from
              else cardinality(areas) = 0 and cardinality(persons) = 0 and valid_to is null end),
  check ((ended_at is null) = (ended_how is null)),
  check (not 'common' = any (areas))
);
create index on lab.consent (family_id, party_id);
create index on lab.consent (giver_id);
comment on table lab.consent is 'One sentence one person said yes or no to. Never deleted; its only change is that it ends (REQ-03).';

create table lab.consent_wish (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  party_id uuid not null,
  wished_by uuid not null,
  areas text[] not null,
  persons uuid[] not null,
  until date not null,
  sealed_reason bytea not null,
  wished_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, party_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, wished_by) references lab.person (municipality_id, id)
);
comment on table lab.consent_wish is 'What the leader wishes a service could know, with the reason. A wish is shown, never ticked.';

-- Who has said what that counts at this moment.
create view lab.active_consent with (security_invoker = true) as
  select municipality_id, id, family_id, giver_id, party_id, areas, persons, valid_to
  from lab.consent
  where answer = 'yes' and valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now());

-- What the yeses add up to: one row per service, person and area. From the age in consent_age the person alone decides
-- (a guardian may within the mandate); before it, every holder of parental responsibility must have said yes (REQ-16).
-- A function and not a view: families and parties narrow it before anything is added up. p_area null: every area.
create function lab.effective_consents(p_families uuid[], p_parties uuid[], p_area text)
  returns table (family_id uuid, party_id uuid, person_id uuid, area text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
    with given as materialized (
      select c.municipality_id, c.family_id, c.party_id, c.giver_id, p.person_id, a.area
      from lab.active_consent c cross join lateral unnest(c.persons) as p (person_id) cross join lateral unnest(c.areas) as a (area)
      where c.family_id = any (p_families) and c.party_id = any (p_parties) and (p_area is null or a.area = p_area)
    ), ages as materialized (
      select b.municipality_id, b.person_id, lab.age(b.born) as age from lab.birth b where b.person_id in (select g.person_id from given g)
    ), rules as materialized (
      select r.municipality_id, r.area, r.from_age from lab.consent_age_now r where r.municipality_id in (select g.municipality_id from given g)
    ), holders as materialized (
      select f.person_id, f.holder_id, f.kind, f.areas from lab.answers_for f where f.person_id in (select g.person_id from given g)
    )
    select g.family_id, g.party_id, g.person_id, g.area
    from given g
    join ages b on b.person_id = g.person_id and b.municipality_id = g.municipality_id
    join rules r on r.area = g.area and r.municipality_id = g.municipality_id
    left join holders h on h.person_id = g.person_id and h.holder_id = g.giver_id and (h.areas is null or g.area = any (h.areas))
    group by g.family_id, g.party_id, g.person_id, g.area, b.age, r.from_age
    having case when b.age >= r.from_age
      then bool_or(g.giver_id = g.person_id or coalesce(h.kind = 'guardian', false))
      else count(distinct h.holder_id) > 0 and count(distinct h.holder_id) = (
        select count(distinct o.holder_id) from holders o where o.person_id = g.person_id and (o.areas is null or g.area = any (o.areas)))
      end;
  end
  $$;
