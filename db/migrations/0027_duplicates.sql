-- Whether somebody who is named here is here already. A referral, a parent and a family that takes in a partner each make a new person; only the core team is
-- told that it may be one it knows, and only its answer joins the two. Nobody else learns anything, and everybody is answered alike (REQ-50, scenarios 32, 64).
create table lab.told_person (
  municipality_id uuid not null,
  person_id uuid not null,
  family_id uuid not null,
  told_by uuid not null,
  told_at timestamptz not null default now(),
  joined_to uuid,
  primary key (municipality_id, person_id, family_id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, joined_to) references lab.person (municipality_id, id)
);
comment on table lab.told_person is 'Somebody who became a member because another named them, and perhaps is here already under another row. joined_to: the core team has said who they are.';

create table lab.duplicate_answer (
  municipality_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  candidate_id uuid not null,
  answer text not null check (answer in ('same', 'other')),
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (person_id, candidate_id),
  foreign key (municipality_id, person_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, candidate_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, answered_by) references lab.person (municipality_id, id)
);
comment on table lab.duplicate_answer is 'That somebody who can say it has said whether two rows are one person. Said once.';

do $$
declare t text;
begin
  foreach t in array array['told_person', 'duplicate_answer'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
    execute format('create policy rule_reads on lab.%I for select to lab_rule using (true)', t);
    execute format('create policy rule_tells on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
end $$;
grant select, insert on lab.told_person, lab.duplicate_answer to lab_rule;
grant update (joined_to) on lab.told_person to lab_rule;
create policy rule_joins on lab.told_person for update to lab_rule using (joined_to is null) with check (joined_to is not null);
grant update (family_id, answered_at) on lab.referral to lab_rule;
grant select (municipality_id, id, family_id, person_id), update (family_id, person_id) on lab.notice to lab_rule;
create policy rule_finds on lab.notice for select to lab_rule using (true);
-- Whether anything stands about somebody: that it does, never what.
grant select (family_id, about_id) on lab.event to lab_rule;
create policy rule_finds on lab.event for select to lab_rule using (about_id is not null);
create policy rule_joins on lab.notice for update to lab_rule using (true) with check (true);
grant update (valid_to) on lab.member to lab_rule;
grant update (person_id, valid_to) on lab.responsibility to lab_rule;
create policy rule_joins on lab.responsibility for update to lab_rule using (source = 'told_by_parent') with check (source = 'told_by_parent');
grant insert on lab.whereabouts to lab_rule;
create policy rule_tells on lab.whereabouts for insert to lab_rule with check (what = 'referral_contact');
grant update (family_id) on lab.whereabouts to lab_rule;
create policy rule_joins on lab.whereabouts for update to lab_rule using (what = 'referral_contact') with check (what = 'referral_contact');

grant create on schema lab to lab_rule;
grant trigger on lab.member to lab_rule;
set role lab_rule;

-- Who becomes a member because somebody signed in named them. The seed and a municipality's own import name nobody.
create function lab.note_told() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if lab.current_person() is not null then
      insert into lab.told_person (municipality_id, person_id, family_id, told_by)
        values (new.municipality_id, new.person_id, new.family_id, lab.current_person()) on conflict do nothing;
    end if;
    return null;
  end
  $$;
create trigger note_told after insert on lab.member for each row execute function lab.note_told();

-- A name without accents and the Norwegian letters spelled out: only to look up names that are written alike. core/src/names-alike.ts weighs them.
create function lab.name_key(p_name text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
    select regexp_replace(translate(replace(replace(replace(replace(replace(lower(p_name), 'æ', 'e'), 'ae', 'e'), 'ø', 'o'), 'oe', 'o'), 'aa', 'å'),
      'åáàâäãçčćđéèêëíìîïłñńŋóòôöõřšśŧúùûüýžźż', 'aaaaaacccdeeeeiiiilnnnooooorsstuuuuyzzz'), '[^a-z]', '', 'g')
  $$;

-- One slip away: the same day, day and month changed about, or two of year, month and day the same.
create function lab.born_near(p_one date, p_other date) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
    select (extract(year from p_one) = extract(year from p_other))::int + (extract(month from p_one) = extract(month from p_other))::int
        + (extract(day from p_one) = extract(day from p_other))::int >= 2
      or (extract(year from p_one) = extract(year from p_other) and extract(month from p_one) = extract(day from p_other)
        and extract(day from p_one) = extract(month from p_other))
  $$;

-- Pairs that may be one person, the newer first named. For the core team; where the one who is here is strictly protected, for the leader of that family
-- instead, and the core team learns nothing of it.
create function lab.possible_duplicates() returns table (person_id uuid, name text, born date, family_id uuid, family_name text, told_at timestamptz, by_referral boolean,
    candidate_id uuid, candidate_name text, candidate_born date, candidate_family uuid, candidate_family_name text, leader text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    receives boolean := lab.holds_role(array['core_team']);
    led uuid[] := array(select s.family_id from lab.active_seat s where s.person_id = me and s.role = 'leader');
  begin
    if not receives and not exists (
        select 1 from lab.present_member m join lab.protected_now g on g.person_id = m.person_id
        where m.family_id = any (led) and g.level = 'strictly_confidential') then
      return;
    end if;
    return query
      with told as materialized (
        select t.person_id, p.name, b.born, t.family_id, f.name as family_name, t.told_at,
          exists (select 1 from lab.referral r where r.family_id = t.family_id and r.person_id = t.person_id) as by_referral
        from lab.told_person t
        join lab.present_member m on m.family_id = t.family_id and m.person_id = t.person_id
        join lab.person p on p.municipality_id = t.municipality_id and p.id = t.person_id
        join lab.birth b on b.municipality_id = t.municipality_id and b.person_id = t.person_id
        join lab.family f on f.municipality_id = t.municipality_id and f.id = t.family_id
        where t.municipality_id = town and t.joined_to is null
      )
      select distinct on (t.person_id, t.family_id, c.person_id)
        t.person_id, t.name, t.born, t.family_id, t.family_name, t.told_at, t.by_referral, c.person_id, p.name, c.born, c.family_id, h.name,
        (select l.called_name from lab.active_seat s join lab.person l on l.id = s.person_id where s.family_id = c.family_id and s.role = 'leader' limit 1)
      from told t
      join lab.present_member c on c.municipality_id = town and c.person_id <> t.person_id and c.family_id <> t.family_id
      join lab.person p on p.municipality_id = town and p.id = c.person_id
      join lab.family h on h.municipality_id = town and h.id = c.family_id
      left join lab.told_person o on o.person_id = c.person_id and o.family_id = c.family_id
      left join lab.protected_now g on g.person_id = c.person_id and g.level = 'strictly_confidential'
      where (lab.born_near(t.born, c.born) or lab.name_key(t.name) = lab.name_key(p.name))
        and (o.person_id is null or (o.told_at, o.person_id) < (t.told_at, t.person_id))
        and case when g.person_id is null then receives else c.family_id = any (led) end
        and not exists (select 1 from lab.protected_now x where x.person_id = t.person_id and x.level = 'strictly_confidential')
        and not exists (select 1 from lab.duplicate_answer a
          where (a.person_id, a.candidate_id) in ((t.person_id, c.person_id), (c.person_id, t.person_id)))
      order by t.person_id, t.family_id, c.person_id, h.name;
  end
  $$;

-- The answer. `same` joins the one who was only named into the one who is here, as long as nothing has begun under the name: nobody has come in by it, signed,
-- answered or been consented for. Then there are two lives, and somebody must look at both. Answers what came of it.
create function lab.answer_duplicate(p_id uuid, p_person uuid, p_candidate uuid, p_answer text, p_command uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    pair record;
    sent uuid;
    is_new boolean;
  begin
    -- Families first, in the order of their ids: the locks of the house.
    perform 1 from lab.chain_head h where h.chain_id in (
        select d.family_id from lab.possible_duplicates() d where d.person_id = p_person
        union select d.candidate_family from lab.possible_duplicates() d where d.person_id = p_person)
      order by h.chain_id for update;
    select d.* into pair from lab.possible_duplicates() d where d.person_id = p_person and d.candidate_id = p_candidate;
    if pair is null then
      return 'not-found';
    end if;
    if p_answer = 'same' then
      if exists (select 1 from lab.invitation i where i.person_id = p_person and i.used_at is not null)
        or exists (select 1 from lab.participation w where w.person_id = p_person)
        or exists (select 1 from lab.check_answer a where a.family_id = pair.family_id and a.with_id = p_person)
        or exists (select 1 from lab.consent c where c.family_id = pair.family_id and (c.giver_id = p_person or p_person = any (c.persons)))
        or exists (select 1 from lab.event e join lab.about a on a.id = e.about_id where a.family_id = pair.family_id and p_person = any (a.persons))
        or exists (select 1 from lab.member m where m.family_id = pair.family_id and m.person_id = p_candidate) then
        return 'begun';
      end if;
      if pair.by_referral then
        if exists (select 1 from lab.member m where m.family_id = pair.family_id and m.person_id <> p_person)
          or exists (select 1 from lab.seat s where s.family_id = pair.family_id) then
          return 'begun';
        end if;
        -- Where the family has its answer already, so has this referral; and its sender learns the same as the first.
        select exists (select 1 from lab.referral r where r.family_id = pair.candidate_family and r.answered_at is null)
          or not exists (select 1 from lab.active_seat s where s.family_id = pair.candidate_family and s.role = 'leader') into is_new;
        for sent in
          update lab.referral set family_id = pair.candidate_family, person_id = p_candidate,
              answered_at = case when is_new then answered_at else coalesce(answered_at, now()) end
            where municipality_id = town and family_id = pair.family_id returning id loop
          update lab.whereabouts set family_id = pair.candidate_family where what = 'referral_contact' and subject_id = sent;
          perform lab.link_event(pair.candidate_family, 'referral.joined', null, null, null, sent, '{}', p_command, '');
        end loop;
        update lab.notice set family_id = pair.candidate_family, person_id = p_candidate where municipality_id = town and family_id = pair.family_id;
        update lab.invitation set person_id = p_candidate where municipality_id = town and person_id = p_person;
        update lab.member set valid_to = now() where municipality_id = town and family_id = pair.family_id and person_id = p_person;
      else
        -- A child or a partner of another household: one person, a member of both.
        update lab.member set person_id = p_candidate where municipality_id = town and family_id = pair.family_id and person_id = p_person;
        update lab.about set persons = (select array_agg(x order by x) from unnest(array_replace(persons, p_person, p_candidate)) x)
          where family_id = pair.family_id and p_person = any (persons);
        update lab.responsibility r set person_id = p_candidate where r.municipality_id = town and r.person_id = p_person
          and not exists (select 1 from lab.responsibility o where o.person_id = p_candidate and o.holder_id = r.holder_id
            and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now()));
        update lab.responsibility r set valid_to = now() where r.municipality_id = town and r.person_id = p_person and r.valid_to is null and r.valid_from < now();
      end if;
      update lab.told_person set joined_to = p_candidate where municipality_id = town and person_id = p_person and family_id = pair.family_id;
    end if;
    insert into lab.duplicate_answer (municipality_id, id, person_id, candidate_id, answer, answered_by)
      values (town, p_id, p_person, p_candidate, p_answer, lab.current_person());
    perform lab.link_event(pair.family_id, 'duplicate.answered', null, null, null, p_person, jsonb_build_object('answer', p_answer), p_command, '');
    return 'done';
  end
  $$;

-- As in 0010, but: whoever is named is new, also when somebody of that name and day is here; and how they are reached lies where addresses lie.
drop function lab.receive_referral(uuid, uuid, uuid, text, text, text, text, date, text, uuid, text, date, text, text, bytea, bytea, bytea, bytea, bytea, uuid, text);
create function lab.receive_referral(p_referral uuid, p_family uuid, p_person uuid, p_name text, p_called_name text, p_initials text, p_family_name text,
    p_born date, p_relation text, p_party uuid, p_yes_how text, p_yes_on date, p_language text, p_reach text, p_wrapped bytea, p_sealed bytea,
    p_sealed_contact bytea, p_family_wrapped bytea, p_code_hash bytea, p_notice bytea, p_command uuid, p_origin text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := lab.current_municipality();
    me uuid := lab.current_person();
  begin
    if me is null or not lab.holds_role(null) then
      raise exception 'only who works here refers' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from lab.role_held r where r.person_id = me and r.party_id is not distinct from p_party
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())) then
      raise exception 'only for the service one works in' using errcode = 'insufficient_privilege';
    end if;
    insert into lab.person (municipality_id, id, name, called_name, initials) values (town, p_person, p_name, p_called_name, p_initials);
    insert into lab.birth (municipality_id, person_id, born) values (town, p_person, p_born);
    insert into lab.family (municipality_id, id, name, phase, target_group, cloth_started_on)
      values (town, p_family, p_family_name, 'capture', 'a', lab.today());
    insert into lab.family_key (municipality_id, family_id, wrapped) values (town, p_family, p_family_wrapped);
    insert into lab.chain_head (municipality_id, chain_id, family_id) values (town, p_family, p_family);
    insert into lab.referral (municipality_id, id, family_id, person_id, sent_by, party_id, yes_how, yes_on, language, reach, wrapped, sealed)
      values (town, p_referral, p_family, p_person, me, p_party, p_yes_how, p_yes_on, p_language, p_reach, p_wrapped, p_sealed);
    insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
      values (town, p_family, p_person, p_relation, 1, 1, now());
    if p_sealed_contact is not null then
      insert into lab.whereabouts (municipality_id, id, family_id, what, subject_id, sealed, recorded_by)
        values (town, gen_random_uuid(), p_family, 'referral_contact', p_referral, p_sealed_contact, me);
    end if;
    if p_code_hash is not null then
      insert into lab.invitation (municipality_id, id, person_id, code_hash, ends_at)
        values (town, gen_random_uuid(), p_person, p_code_hash, now() + interval '14 days');
      insert into lab.notice (municipality_id, id, family_id, person_id, channel, sealed)
        values (town, p_referral, p_family, p_person, 'sms', p_notice);
    end if;
    perform lab.link_event(p_family, 'referral.received', null, null, null, p_referral, jsonb_build_object('how', p_yes_how, 'reach', p_reach), p_command, p_origin);
  end
  $$;

-- Names of those at the door for the core team, and of the families one may open for everybody: who may be searched for by name. Somebody strictly protected
-- is never among them. The words of the search stay in the server.
create function lab.my_findable() returns table (person_id uuid, name text, born date, family_id uuid, family_name text, at_door boolean)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  begin
    return query
      select distinct m.person_id, p.name, case when f.way in ('member', 'guardian', 'leader', 'core_team') then m.born end, m.family_id, h.name, f.way = 'core_team'
      from lab.my_families() f
      join lab.present_member m on m.family_id = f.family_id
      join lab.person p on p.municipality_id = m.municipality_id and p.id = m.person_id
      join lab.family h on h.municipality_id = m.municipality_id and h.id = m.family_id
      where f.way in ('leader', 'seat', 'core_team')
        and (f.way <> 'core_team' or exists (select 1 from lab.referral r where r.family_id = m.family_id and r.person_id = m.person_id))
        and not exists (select 1 from lab.protected_now g where g.person_id = m.person_id and g.level = 'strictly_confidential');
  end
  $$;

revoke execute on function lab.note_told(), lab.name_key(text), lab.born_near(date, date), lab.possible_duplicates(), lab.my_findable(),
  lab.answer_duplicate(uuid, uuid, uuid, text, uuid),
  lab.receive_referral(uuid, uuid, uuid, text, text, text, text, date, text, uuid, text, date, text, text, bytea, bytea, bytea, bytea, bytea, bytea, uuid, text) from public;
grant execute on function lab.possible_duplicates(), lab.my_findable(), lab.answer_duplicate(uuid, uuid, uuid, text, uuid),
  lab.receive_referral(uuid, uuid, uuid, text, text, text, text, date, text, uuid, text, date, text, text, bytea, bytea, bytea, bytea, bytea, bytea, uuid, text) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.member from lab_rule;
