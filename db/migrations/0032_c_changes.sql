-- What one administrator could do alone, and now cannot (docs/decisions/0029).
grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0029, but: of somebody who does not work here it says nothing, not even the name.
create or replace function lab.stands(p_town uuid, p_kind text, p_subject text) returns jsonb
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
        from lab.person p where p.municipality_id = p_town and p.id::text = p_subject and p.id in (select w.person_id from lab.works_here(p_town) w))
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

-- Whether somebody would get a change themself: by name, or by a role they hold where it counts.
create function lab.gets(p_town uuid, p_kind text, p_after jsonb, p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select coalesce(lower(p_after ->> 'personId') = p_person::text, false)
      or (p_kind = 'mandate' and p_after ->> 'personId' is null and exists (
        select 1 from lab.role_held r where r.municipality_id = p_town and r.person_id = p_person
          and r.party_id::text = lower(p_after ->> 'partyId') and r.role = p_after ->> 'role' and (r.valid_to is null or r.valid_to > now())))
  $$;

-- The same for the signed-in administrator and one change that was proposed.
create function lab.is_for_me(p_change uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.change c where c.id = p_change and c.municipality_id = lab.current_municipality()
      and lab.holds_role(array['administrator']) and lab.gets(c.municipality_id, c.kind, c.after, lab.current_person()))
  $$;

-- As in 0029, but: a mandate for a role one holds oneself is something one gets.
create or replace function lab.needs_two(p_town uuid, p_kind text, p_after jsonb, p_by uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    rule lab.approval_rule;
  begin
    if p_kind = 'approval' or lab.gets(p_town, p_kind, p_after, p_by) then
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

-- As in 0029, but: what is there is changed under its own name alone.
create or replace function lab.guard_change(c lab.change) returns void
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    first_day date := coalesce(c.after ->> 'from', lab.today()::text)::date;
    apart text[] := array['key_administrator', 'administrator', 'support'];
  begin
    -- One thing has one name: written otherwise it would be proposed as new, and stand over what is there.
    if c.kind in ('organisation', 'service', 'person', 'role', 'mandate') and c.subject <> c.subject::uuid::text then
      raise exception 'no such name' using errcode = 'check_violation';
    end if;
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

-- As in 0029, but: as above.
create or replace function lab.settle_change(p_id uuid, p_outcome text) returns text
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
      or (p_outcome = 'effective' and lab.gets(town, asked.kind, asked.after, me)) then
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

revoke execute on function lab.gets(uuid, text, jsonb, uuid), lab.is_for_me(uuid) from public;
grant execute on function lab.is_for_me(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
