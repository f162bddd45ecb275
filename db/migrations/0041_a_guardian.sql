-- A guardian says yes and no within the mandate, and nothing beyond it (scenario 81, docs/decisions/0041). And who has a guardian keeps their own voice: a no
-- of theirs stands, whatever the guardian says.

-- That a sentence was said as guardian, and by which mandate: the record of it, written by the database with the sentence itself.
create table lab.consent_mandate (
  municipality_id uuid not null,
  consent_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  responsibility_id uuid not null,
  primary key (municipality_id, consent_id, person_id, responsibility_id),
  foreign key (municipality_id, consent_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, responsibility_id) references lab.responsibility (municipality_id, id)
);
create index on lab.consent_mandate (consent_id);
comment on table lab.consent_mandate is 'That a sentence was said for somebody as their guardian: on which mandate. Written with the sentence, by the database; never changed.';
alter table lab.consent_mandate enable row level security;
alter table lab.consent_mandate force row level security;
create policy owner_all on lab.consent_mandate to lab_owner using (true) with check (true);
grant select on lab.consent_mandate to lab_rule, lab_app;
grant insert on lab.consent_mandate to lab_rule;
create policy rule_reads on lab.consent_mandate for select to lab_rule using (true);
create policy rule_adds on lab.consent_mandate for insert to lab_rule with check (true);
create policy see on lab.consent_mandate for select to lab_app using (municipality_id = (select lab.current_municipality())
  and consent_id in (select c.id from lab.consent c));

grant create on schema lab to lab_rule;
set role lab_rule;

-- Whether somebody who is old enough to answer for themself in an area has spoken against it: their last word there to this service is a no, or a yes they took
-- back. Then no guardian's yes counts. A yes that ended because they moved out in that moment was taken back by nobody.
create function lab.spoke_against(p_family uuid, p_party uuid, p_person uuid, p_area text) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (
      select 1 from lab.consent n
      cross join lateral (select case n.answer when 'no' then n.valid_from else n.ended_at end as at) w
      where n.family_id = p_family and n.party_id = p_party and n.giver_id = p_person and w.at <= now()
        and (n.answer = 'no' or n.ended_how in ('withdrawn', 'narrowed') and p_person = any (n.persons) and p_area = any (n.areas)
          and not exists (select 1 from lab.member m where m.family_id = n.family_id and m.person_id = n.giver_id and m.valid_to = n.ended_at))
        and not exists (
          select 1 from lab.consent y
          where y.family_id = p_family and y.party_id = p_party and y.giver_id = p_person and y.answer = 'yes' and y.valid_from <= now()
            and y.valid_from >= w.at and y.id <> n.id and p_person = any (y.persons) and p_area = any (y.areas)
            and (y.channel <> 'oral' or exists (select 1 from lab.consent_witness v
              where v.consent_id = y.id and v.at <= now() and v.witness_id <> y.recorded_by and v.witness_id <> y.giver_id))))
  $$;

-- As in 0036, but: of who is old enough, a guardian's yes counts only where the person has not spoken against it.
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
      then bool_or(g.giver_id = g.person_id)
        or bool_or(coalesce(h.kind = 'guardian', false)) and not lab.spoke_against(g.family_id, g.party_id, g.person_id, g.area)
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

-- As in 0006, but: a guardian learns what counts within the mandate, and not what else the person has said yes to.
create or replace function lab.my_effective_consents(p_family uuid)
  returns table (party_id uuid, person_id uuid, area text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select e.party_id, e.person_id, e.area
      from lab.effective_consents(array[p_family], array(select distinct c.party_id from lab.consent c where c.family_id = p_family), null) e
      where (e.person_id = (select lab.current_person())
          or (e.person_id, e.area) in (select f.person_id, coalesce(n.area, e.area)
            from lab.answers_for f left join lateral unnest(f.areas) as n (area) on true where f.holder_id = (select lab.current_person()))
          or e.party_id in (select s.party_id from lab.active_seat s where s.family_id = p_family and s.person_id = (select lab.current_person()))
          or exists (select 1 from lab.families_of(array[lab.current_person()], p_family) w where w.way = 'leader'));
  end
  $$;

-- As in 0035, but: to a guardian only the birth of whom they are guardian for.
create or replace function lab.my_births() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    homes uuid[] := array(select w.family_id from lab.my_ways() w where w.way in ('member', 'leader'));
    kept uuid[] := array(select w.family_id from lab.my_ways() w where w.way = 'guardian');
  begin
    return query
      select m.person_id from lab.member m where m.family_id = any (homes)
      union
      select m.person_id from lab.member m join lab.answers_for f on f.person_id = m.person_id and f.kind = 'guardian' and f.holder_id = lab.current_person()
      where m.family_id = any (kept);
  end
  $$;

-- What the signed-in person is guardian for, area by area: never wider than what was written down, and never after its end.
create function lab.my_mandates() returns table (person_id uuid, area text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select f.person_id, n.area from lab.answers_for f cross join lateral unnest(f.areas) as n (area)
    where f.kind = 'guardian' and f.holder_id = lab.current_person()
  $$;

-- Who is guardian of the signed-in person, by name: also where they belong to no family that the person can open.
create function lab.my_guardians() returns table (responsibility_id uuid, called_name text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.id, p.called_name from lab.responsibility r join lab.person p on p.municipality_id = r.municipality_id and p.id = r.holder_id
    where r.kind = 'guardian' and r.person_id = lab.current_person()
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
  $$;

-- A sentence for somebody one is guardian for keeps the mandate it was said by. A parent who is guardian too speaks as the parent.
create function lab.keep_mandate() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    -- What is laid by the owner is laid as it was.
    if session_user not in ('lab_app', 'lab_system') then return null; end if;
    insert into lab.consent_mandate (municipality_id, consent_id, family_id, person_id, responsibility_id)
      select new.municipality_id, new.id, new.family_id, r.person_id, r.id
      from lab.responsibility r
      where r.municipality_id = new.municipality_id and r.holder_id = new.giver_id and r.kind = 'guardian' and r.person_id = any (new.persons) and r.areas && new.areas
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
        and not exists (select 1 from lab.answers_for p where p.kind = 'parental' and p.holder_id = r.holder_id and p.person_id = r.person_id);
    return null;
  end
  $$;

reset role;
create trigger keep_mandate after insert on lab.consent for each row when (new.answer = 'yes') execute function lab.keep_mandate();

set role lab_rule;
revoke execute on function lab.spoke_against(uuid, uuid, uuid, text), lab.my_mandates(), lab.my_guardians(), lab.keep_mandate() from public;
grant execute on function lab.my_mandates(), lab.my_guardians() to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- As in 0028, but: for each person and each area one is oneself, or answers as a parent, or as guardian within the mandate.
alter policy give on lab.consent with check (municipality_id = (select lab.current_municipality())
  and recorded_by = (select lab.current_person()) and ended_at is null
  and case when channel = 'digital' then giver_id = (select lab.current_person())
      and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian'))
      and not exists (select 1 from unnest(persons) p cross join unnest(areas) a where p <> (select lab.current_person())
        and not exists (select 1 from lab.responsibility r where r.holder_id = (select lab.current_person()) and r.person_id = p
          and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()) and (r.areas is null or a = any (r.areas))))
    else giver_id <> (select lab.current_person()) and valid_from = now() and given_at = now()
      and giver_id in (select g.giver_id from lab.my_givers(family_id) g)
      and not exists (select 1 from unnest(persons) p where p not in (
        select g.person_id from lab.my_givers(family_id) g where g.giver_id = consent.giver_id))
      and (family_id, party_id) not in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
      -- Said aloud, it is over when the days to confirm it are.
      and (channel = 'paper' or answer = 'no' or valid_to <= (lab.today() + 1 + (
        select n.confirm_days from lab.consent_term_now n where n.municipality_id = consent.municipality_id))::timestamp at time zone 'Europe/Oslo')
    end);

-- As in 0009, but: to a guardian only what is wished of whom they are guardian for, within the mandate. The reason is in words, and could tell of the rest.
alter policy see on lab.consent_wish using (municipality_id = (select lab.current_municipality())
  and (family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'leader'))
    or (family_id in (select f.family_id from lab.my_families() f where f.way = 'guardian')
      and not exists (select 1 from unnest(persons) p cross join unnest(areas) a where (p, a) not in (select m.person_id, m.area from lab.my_mandates() m)))));
