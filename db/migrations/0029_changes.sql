-- How a change is proposed, answered and becomes what stands. Nobody writes the registers otherwise: lab_app may only read them.
grant create on schema lab to lab_rule;
set role lab_rule;

-- The number of a legal body: nine digits, the last by modulus 11.
create function lab.is_organisation_number(p_number text) returns boolean
  language sql immutable
  return p_number ~ '^[0-9]{9}$' and (
    select (11 - sum(substr(p_number, i, 1)::integer * (array[3, 2, 7, 6, 5, 4, 3, 2])[i]) % 11) % 11 = substr(p_number, 9, 1)::integer
    from generate_series(1, 8) i);

-- What stands of one thing in a register, in the shape in which changes speak of it. Null: it is not there yet.
create function lab.stands(p_town uuid, p_kind text, p_subject text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return case p_kind
      when 'organisation' then (select jsonb_build_object('name', o.name, 'organisationNumber', o.organisation_number, 'sector', o.sector)
        from lab.organisation o where o.municipality_id = p_town and o.id::text = p_subject)
      when 'service' then (select jsonb_build_object('organisationId', y.organisation_id, 'name', y.name, 'inSentence', y.in_sentence,
          'inSentenceNn', y.in_sentence_nn, 'inSentenceEn', y.in_sentence_en, 'serviceType', y.service_type,
          'declarationRequired', y.declaration_required, 'opensOn', y.opens_on, 'closesOn', y.closes_on)
        from lab.party y where y.municipality_id = p_town and y.id::text = p_subject and y.kind <> 'private')
      when 'person' then (select jsonb_build_object('name', p.name)
        from lab.person p where p.municipality_id = p_town and p.id::text = p_subject)
      when 'role' then (select jsonb_build_object('personId', r.person_id, 'role', r.role, 'partyId', r.party_id,
          'from', (r.valid_from at time zone 'Europe/Oslo')::date, 'to', ((r.valid_to at time zone 'Europe/Oslo') - interval '1 microsecond')::date)
        from lab.role_held r where r.municipality_id = p_town and r.id::text = p_subject)
      when 'mandate' then (select jsonb_build_object('partyId', m.party_id, 'personId', m.person_id, 'role', m.role, 'kinds', to_jsonb(m.kinds),
          'amountOre', m.amount_ore, 'totalOre', m.total_ore, 'source', m.source, 'from', m.valid_from, 'to', m.valid_to)
        from lab.mandate m where m.municipality_id = p_town and m.id::text = p_subject)
      when 'question' then (select jsonb_build_object('textNb', q.text_nb, 'textEn', q.text_en, 'needsYes', q.needs_yes, 'position', q.position,
          'from', q.valid_from, 'closed', coalesce(q.valid_to <= q.valid_from, false))
        from lab.check_question q where q.municipality_id = p_town and q.code = p_subject order by q.valid_from desc limit 1)
      when 'area' then (select jsonb_build_object('wordNb', a.word_nb, 'wordEn', a.word_en, 'closesOn', a.closes_on)
        from lab.area a where a.municipality_id = p_town and a.code = p_subject)
      when 'consent_age' then (select jsonb_build_object('age', c.from_age, 'from', c.valid_from)
        from lab.consent_age c where c.municipality_id = p_town and c.area = p_subject order by c.valid_from desc limit 1)
      when 'child_rule' then (select jsonb_build_object('age', c.parents_until, 'from', c.valid_from)
        from lab.child_rule c where c.municipality_id = p_town and c.area || ':' || c.subject = p_subject order by c.valid_from desc limit 1)
      when 'word' then (select jsonb_build_object('nb', w.nb, 'nbDefinite', w.nb_definite, 'en', w.en, 'from', w.valid_from)
        from lab.own_word w where w.municipality_id = p_town and w.key = p_subject order by w.valid_from desc limit 1)
      when 'setting' then (select jsonb_build_object('value', s.value, 'from', s.valid_from)
        from lab.municipality_setting s where s.municipality_id = p_town and s.key = p_subject order by s.valid_from desc limit 1)
      when 'approval' then (select jsonb_build_object('needs', r.needs, 'aboveOre', r.above_ore, 'roles', to_jsonb(r.roles), 'from', r.valid_from)
        from lab.approval_rule r where r.municipality_id = p_town and r.kind = p_subject order by r.valid_from desc limit 1)
    end;
  end
  $$;

-- Whether a change needs a second administrator: what the register says of its kind; whatever somebody would get themself; and the register itself.
create function lab.needs_two(p_town uuid, p_kind text, p_after jsonb, p_by uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    rule lab.approval_rule;
  begin
    if p_kind = 'approval' or p_after ->> 'personId' = p_by::text then
      return true;
    end if;
    select * into rule from lab.approval_rule r
      where r.municipality_id = p_town and r.kind = p_kind and r.valid_from <= lab.today() order by r.valid_from desc limit 1;
    return case coalesce(rule.needs, 'two')
      when 'one' then false
      when 'two' then true
      else coalesce((p_after ->> 'amountOre')::bigint > rule.above_ore, false) or coalesce(p_after ->> 'role' = any (rule.roles), false) end;
  end
  $$;

-- A day as the moment it begins in Norway.
create function lab.start_of(p_day date) returns timestamptz
  language sql immutable
  return p_day::timestamp at time zone 'Europe/Oslo';

-- What may never stand, whoever says yes.
create function lab.guard_change(c lab.change) returns void
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    first_day date := coalesce(c.after ->> 'from', lab.today()::text)::date;
    apart text[] := array['key_administrator', 'administrator', 'support'];
  begin
    if c.kind = 'organisation' and not lab.is_organisation_number(c.after ->> 'organisationNumber') then
      raise exception 'no organisation number' using errcode = 'check_violation';
    end if;
    -- What was law yesterday stays what it was: a version begins today or later.
    if c.kind in ('question', 'consent_age', 'child_rule', 'word', 'setting', 'approval') and first_day < lab.today() then
      raise exception 'a version begins today or later' using errcode = 'check_violation';
    end if;
    -- Who has worked here, as what and with which mandate, is not told anew: afterwards only the end moves, and not into the past.
    if c.kind in ('role', 'mandate') then
      if c.before is null and first_day < lab.today() then
        raise exception 'nothing begins in the past' using errcode = 'check_violation';
      end if;
      if c.before is not null and c.before - 'to' is distinct from c.after - 'to' then
        raise exception 'only its end can be moved' using errcode = 'check_violation';
      end if;
      if (c.after ->> 'to')::date < greatest(lab.today(), first_day) then
        raise exception 'nothing ends in the past' using errcode = 'check_violation';
      end if;
    end if;
    if c.kind = 'person' and c.before is not null then
      raise exception 'somebody is here once' using errcode = 'check_violation';
    end if;
    if c.kind in ('role', 'mandate') and c.after ->> 'personId' is not null and not exists (
        select 1 from lab.works_here(c.municipality_id) w where w.person_id::text = c.after ->> 'personId') then
      raise exception 'nobody who works here' using errcode = 'check_violation';
    end if;
    -- Who keeps the keys keeps neither the registers nor the machines (REQ-61).
    if c.kind = 'role' and c.after ->> 'role' = any (apart) and exists (
        select 1 from lab.role_held r
        where r.municipality_id = c.municipality_id and r.person_id::text = c.after ->> 'personId' and r.id::text <> c.subject
          and r.role = any (apart) and r.role <> c.after ->> 'role' and 'key_administrator' in (r.role, c.after ->> 'role')
          and (r.valid_to is null or r.valid_to > lab.start_of(first_day))) then
      raise exception 'who keeps the keys keeps nothing else' using errcode = 'check_violation';
    end if;
  end
  $$;

-- Everybody who works here or was taken in to: never somebody of a family, nor a guest.
create function lab.works_here(p_town uuid) returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.person_id from lab.role_held r where r.municipality_id = p_town
    union
    select c.subject::uuid from lab.change c where c.municipality_id = p_town and c.kind = 'person' and c.outcome = 'effective'
  $$;

create function lab.apply_change(c lab.change) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := c.municipality_id;
    n jsonb := c.after;
    first_day date := (n ->> 'from')::date;
  begin
    perform lab.guard_change(c);
    case c.kind
      when 'organisation' then
        insert into lab.organisation (municipality_id, id, name, organisation_number, sector)
          values (town, c.subject::uuid, n ->> 'name', n ->> 'organisationNumber', n ->> 'sector')
          on conflict (municipality_id, id) do update set name = excluded.name, organisation_number = excluded.organisation_number, sector = excluded.sector;
      when 'service' then
        if c.before is null then
          insert into lab.party (municipality_id, id, kind, organisation_id, name, in_sentence, in_sentence_nn, in_sentence_en, service_type,
              declaration_required, opens_on, closes_on, position)
            values (town, c.subject::uuid, 'service', (n ->> 'organisationId')::uuid, n ->> 'name', n ->> 'inSentence', n ->> 'inSentenceNn', n ->> 'inSentenceEn',
              n ->> 'serviceType', (n ->> 'declarationRequired')::boolean, (n ->> 'opensOn')::date, (n ->> 'closesOn')::date,
              (select coalesce(max(y.position), 0) + 1 from lab.party y where y.municipality_id = town and y.kind <> 'private'));
        else
          update lab.party y set organisation_id = (n ->> 'organisationId')::uuid, name = n ->> 'name', in_sentence = n ->> 'inSentence',
              in_sentence_nn = n ->> 'inSentenceNn', in_sentence_en = n ->> 'inSentenceEn', service_type = n ->> 'serviceType',
              declaration_required = (n ->> 'declarationRequired')::boolean, opens_on = (n ->> 'opensOn')::date, closes_on = (n ->> 'closesOn')::date
            where y.municipality_id = town and y.id = c.subject::uuid and y.kind <> 'private';
        end if;
      when 'person' then
        insert into lab.person (municipality_id, id, name, called_name, initials)
          values (town, c.subject::uuid, n ->> 'name', split_part(n ->> 'name', ' ', 1),
            upper(left(n ->> 'name', 1) || left(split_part(n ->> 'name', ' ', 2), 1)));
      when 'role' then
        insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from, valid_to)
          values (town, c.subject::uuid, (n ->> 'personId')::uuid, n ->> 'role', (n ->> 'partyId')::uuid, greatest(now(), lab.start_of(first_day)),
            lab.start_of((n ->> 'to')::date + 1))
          on conflict (municipality_id, id) do update set valid_to = excluded.valid_to;
      when 'mandate' then
        insert into lab.mandate (municipality_id, id, party_id, person_id, role, kinds, amount_ore, total_ore, source, valid_from, valid_to)
          values (town, c.subject::uuid, (n ->> 'partyId')::uuid, (n ->> 'personId')::uuid, n ->> 'role',
            array(select jsonb_array_elements_text(n -> 'kinds')), (n ->> 'amountOre')::bigint, (n ->> 'totalOre')::bigint, n ->> 'source', first_day, (n ->> 'to')::date)
          on conflict (municipality_id, id) do update set valid_to = excluded.valid_to;
      when 'question' then
        insert into lab.check_question (municipality_id, code, valid_from, valid_to, position, text_nb, text_en, needs_yes, source)
          values (town, c.subject, first_day, case when (n ->> 'closed')::boolean then first_day end, (n ->> 'position')::integer,
            n ->> 'textNb', n ->> 'textEn', (n ->> 'needsYes')::boolean, c.why);
      when 'area' then
        update lab.area a set word_nb = n ->> 'wordNb', word_en = n ->> 'wordEn', closes_on = (n ->> 'closesOn')::date
          where a.municipality_id = town and a.code = c.subject and c.before is not null;
      when 'consent_age' then
        insert into lab.consent_age (municipality_id, area, valid_from, from_age, source) values (town, c.subject, first_day, (n ->> 'age')::integer, c.why);
      when 'child_rule' then
        insert into lab.child_rule (municipality_id, area, subject, valid_from, parents_until, source)
          values (town, split_part(c.subject, ':', 1), split_part(c.subject, ':', 2), first_day, (n ->> 'age')::integer, c.why);
      when 'word' then
        insert into lab.own_word (municipality_id, key, valid_from, nb, nb_definite, en, source)
          values (town, c.subject, first_day, n ->> 'nb', n ->> 'nbDefinite', n ->> 'en', c.why);
      when 'setting' then
        insert into lab.municipality_setting (municipality_id, key, valid_from, value, source) values (town, c.subject, first_day, n -> 'value', c.why);
      when 'approval' then
        insert into lab.approval_rule (municipality_id, kind, valid_from, needs, above_ore, roles, source)
          values (town, c.subject, first_day, n ->> 'needs', (n ->> 'aboveOre')::bigint,
            case when jsonb_typeof(n -> 'roles') = 'array' then array(select jsonb_array_elements_text(n -> 'roles')) end, c.why);
    end case;
    perform lab.link_event(town, 'change.effective', null, null, null, c.id, lab.change_told(c), null, '');
  end
  $$;

-- What the chain keeps of a change: its kind, and the fingerprint of what it says, so that the row cannot be made to say something else.
create function lab.change_told(c lab.change) returns jsonb
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select jsonb_build_object('kind', c.kind, 'subject', c.subject, 'two', c.needs_two,
      'content', encode(sha256(convert_to(jsonb_build_array(c.before, c.after, c.why)::text, 'UTF8')), 'hex'))
  $$;

-- An administrator proposes a change. Where no second yes is needed it stands at once. Answers whether it waits.
create function lab.propose_change(p_id uuid, p_kind text, p_subject text, p_after jsonb, p_why text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    two boolean;
    first boolean;
    made lab.change;
  begin
    if not lab.holds_role(array['administrator']) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    perform 1 from lab.chain_head where chain_id = town for update;
    two := lab.needs_two(town, p_kind, p_after, me);
    -- The first administrator brings the second, or there would never be two.
    first := two and p_kind = 'role' and p_after ->> 'role' = 'administrator' and p_after ->> 'personId' is distinct from me::text
      and (select count(distinct r.person_id) from lab.role_held r where r.municipality_id = town and r.role = 'administrator') = 1;
    insert into lab.change (municipality_id, id, kind, subject, before, after, why, proposed_by, needs_two, alone, outcome, settled_by, settled_at)
      values (town, p_id, p_kind, p_subject, lab.stands(town, p_kind, p_subject), p_after, p_why, me, two and not first, first,
        case when not two or first then 'effective' end, case when not two or first then me end, case when not two or first then now() end)
      returning * into made;
    perform lab.guard_change(made);
    if made.outcome is null then
      perform lab.link_event(town, 'change.proposed', null, null, null, p_id, lab.change_told(made), null, '');
    else
      perform lab.apply_change(made);
    end if;
    return made.outcome is null;
  end
  $$;

-- Another administrator says yes or no; who proposed it may take it back. It stands only if what it changes is still as it was.
create function lab.settle_change(p_id uuid, p_outcome text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    asked lab.change;
    came text := p_outcome;
  begin
    perform 1 from lab.chain_head where chain_id = town for update;
    select * into asked from lab.change c where c.id = p_id and c.municipality_id = town and c.outcome is null for update;
    if asked is null or not lab.holds_role(array['administrator']) then
      raise exception 'not found' using errcode = 'no_data_found';
    end if;
    if p_outcome not in ('effective', 'turned_down', 'withdrawn') or (p_outcome = 'withdrawn') <> (asked.proposed_by = me)
      or (p_outcome = 'effective' and asked.after ->> 'personId' = me::text) then
      raise exception 'another administrator says yes' using errcode = 'insufficient_privilege';
    end if;
    if came = 'effective' and lab.stands(town, asked.kind, asked.subject) is distinct from asked.before then
      came := 'overtaken';
    end if;
    update lab.change set outcome = came, settled_by = me, settled_at = now() where id = p_id returning * into asked;
    if came = 'effective' then
      perform lab.apply_change(asked);
    else
      perform lab.link_event(town, case came when 'withdrawn' then 'change.withdrawn' when 'overtaken' then 'change.overtaken' else 'change.turned_down' end, null, null, null, p_id, lab.change_told(asked), null, '');
    end if;
    return came;
  end
  $$;

-- Who works here, as what, since when; for administrators. Nothing of families, seats or what anybody does there.
create function lab.staff_register() returns table (person_id uuid, name text, role_id uuid, role text, party_id uuid, valid_from date, valid_to date, current boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.id, p.name, r.id, r.role, r.party_id, (r.valid_from at time zone 'Europe/Oslo')::date,
      ((r.valid_to at time zone 'Europe/Oslo') - interval '1 microsecond')::date, r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
    from lab.works_here(lab.current_municipality()) w
    join lab.person p on p.municipality_id = lab.current_municipality() and p.id = w.person_id
    left join lab.role_held r on r.municipality_id = p.municipality_id and r.person_id = p.id
    where lab.holds_role(array['administrator'])
    order by p.name collate lab.norwegian, r.valid_from
  $$;

create function lab.mandate_register() returns table (id uuid, party_id uuid, person_id uuid, role text, kinds text[], amount_ore bigint, total_ore bigint,
    source text, valid_from date, valid_to date)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select m.id, m.party_id, m.person_id, m.role, m.kinds, m.amount_ore, m.total_ore, m.source, m.valid_from, m.valid_to
    from lab.mandate m join lab.party y on y.municipality_id = m.municipality_id and y.id = m.party_id and y.kind <> 'private'
    where m.municipality_id = lab.current_municipality() and lab.holds_role(array['administrator']) order by m.valid_to desc, m.amount_ore
  $$;

-- What stands of one thing now, for the administrator who is about to change it.
create function lab.register_now(p_kind text, p_subject text) returns jsonb
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$ select case when lab.holds_role(array['administrator']) then lab.stands(lab.current_municipality(), p_kind, p_subject) end $$;

-- How many have ever been administrators here: the first brings the second.
create function lab.administrators_ever() returns integer
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select count(distinct r.person_id)::integer from lab.role_held r
    where r.municipality_id = lab.current_municipality() and r.role = 'administrator' and lab.holds_role(array['administrator'])
  $$;

revoke execute on function lab.is_organisation_number(text), lab.start_of(date), lab.stands(uuid, text, text), lab.needs_two(uuid, text, jsonb, uuid), lab.guard_change(lab.change),
  lab.works_here(uuid), lab.apply_change(lab.change), lab.change_told(lab.change), lab.propose_change(uuid, text, text, jsonb, text), lab.settle_change(uuid, text),
  lab.staff_register(), lab.mandate_register(), lab.register_now(text, text), lab.administrators_ever() from public;
grant execute on function lab.propose_change(uuid, text, text, jsonb, text), lab.settle_change(uuid, text), lab.staff_register(), lab.mandate_register(),
  lab.register_now(text, text), lab.administrators_ever() to lab_app;
reset role;
revoke create on schema lab from lab_rule;
