-- A yes by code (REQ-42, scenarios 46, 82, docs/decisions/0041): who has no BankID confirms what the leader wrote down for them, on a plain page without
-- signing in, alone or with the help of somebody who works in the municipality. The code opens that one sentence and nothing else.
create table lab.consent_code (
  municipality_id uuid not null,
  id uuid not null unique,
  consent_id uuid not null,
  family_id uuid not null,
  code_hash bytea not null unique,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  stopped_at timestamptz,
  call_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  said_id uuid unique,
  helper_id uuid,
  helper_party_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, consent_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, family_id) references lab.family (municipality_id, id),
  foreign key (municipality_id, made_by) references lab.person (municipality_id, id),
  foreign key (municipality_id, said_id) references lab.consent (municipality_id, id),
  foreign key (municipality_id, helper_id) references lab.person (municipality_id, id),
  foreign key (municipality_id, helper_party_id) references lab.party (municipality_id, id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (said_id is null)),
  check ((helper_id is null) = (helper_party_id is null))
);
create index on lab.consent_code (consent_id);
create index on lab.consent_code (family_id);
comment on table lab.consent_code is 'A code with which somebody without a sign-in confirms a yes that was written down for them: once, until its end, the newest of several.';
comment on column lab.consent_code.said_id is 'The sentence that came of it: a new one to the day that was said, or the no.';
comment on column lab.consent_code.helper_id is 'Who helped, when it was answered together with somebody who works here. It gives them no sight.';

alter table lab.consent drop constraint consent_channel_check,
  add constraint consent_channel_check check (channel in ('digital', 'paper', 'oral', 'code'));

-- As in 0028, but: a sentence by code counts from when its code was answered with a yes, and never without.
create or replace view lab.active_consent with (security_invoker = true) as
  select municipality_id, id, family_id, giver_id, party_id, areas, persons, valid_to
  from lab.consent
  where answer = 'yes' and valid_from <= now() and valid_to > now() and (ended_at is null or ended_at > now())
    and (channel <> 'oral' or exists (
      select 1 from lab.consent_witness w
      where w.municipality_id = consent.municipality_id and w.consent_id = consent.id and w.at <= now()
        and w.witness_id <> consent.recorded_by and w.witness_id <> consent.giver_id))
    and (channel <> 'code' or exists (
      select 1 from lab.consent_code k
      where k.municipality_id = consent.municipality_id and k.said_id = consent.id and k.answer = 'yes' and k.answered_at <= now()));

alter table lab.consent_code enable row level security;
alter table lab.consent_code force row level security;
create policy owner_all on lab.consent_code to lab_owner using (true) with check (true);
grant select, update (stopped_at, call_at, answer, answered_at, said_id, helper_id, helper_party_id) on lab.consent_code to lab_rule;
create policy rule_reads on lab.consent_code for select to lab_rule using (true);
create policy rule_answers on lab.consent_code for update to lab_rule using (answer is null) with check (true);
-- What is confirmed is a sentence of its own, by its giver.
grant insert on lab.consent to lab_rule;
create policy rule_says on lab.consent for insert to lab_rule with check (channel = 'code' and recorded_by = giver_id and valid_from = now());
grant select on lab.recorded_consent, lab.text_version, lab.organisation to lab_rule;
do $$
begin
  if not exists (select 1 from pg_policies where schemaname = 'lab' and tablename = 'text_version' and policyname = 'rule_reads') then
    create policy rule_reads on lab.text_version for select to lab_rule using (true);
  end if;
end $$;

grant create on schema lab to lab_rule;
set role lab_rule;

-- As in 0041_a, but: what lifts a no is a yes that counts for something, also by code.
create or replace function lab.spoke_against(p_family uuid, p_party uuid, p_person uuid, p_area text) returns boolean
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
              where v.consent_id = y.id and v.at <= now() and v.witness_id <> y.recorded_by and v.witness_id <> y.giver_id))
            and (y.channel <> 'code' or exists (select 1 from lab.consent_code k
              where k.said_id = y.id and k.answer = 'yes' and k.answered_at <= now()))))
  $$;

-- A code is for a yes on paper or aloud that stands; how long it lasts is the municipality's rule. A newer one takes the place of those not answered.
create function lab.guard_consent_code() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    c lab.consent;
    days integer;
  begin
    -- What is laid by the owner is laid as it was.
    if session_user <> 'lab_app' then return new; end if;
    select x.* into c from lab.consent x where x.id = new.consent_id and x.family_id = new.family_id and x.channel in ('oral', 'paper') and x.answer = 'yes'
      and x.ended_at is null and x.valid_to > now();
    select n.confirm_days into days from lab.consent_term_now n where n.municipality_id = new.municipality_id;
    if c.id is null or days is null then
      raise exception 'no code is given to this' using errcode = 'insufficient_privilege';
    end if;
    new.made_by := lab.current_person();
    new.made_at := now();
    new.ends_at := least(c.valid_to, (lab.today() + 1 + days)::timestamp at time zone 'Europe/Oslo');
    new.stopped_at := null; new.call_at := null; new.answer := null; new.answered_at := null; new.said_id := null; new.helper_id := null;
    new.helper_party_id := null;
    update lab.consent_code k set stopped_at = now() where k.consent_id = c.id and k.answer is null and k.stopped_at is null;
    return new;
  end
  $$;

-- The code that opens a sentence now. No row: unknown, used, stopped, past, or the sentence has ended; it is not said which.
create function lab.open_consent_code(p_hash bytea) returns setof lab.consent_code
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select k.* from lab.consent_code k join lab.consent c on c.municipality_id = k.municipality_id and c.id = k.consent_id
    where k.code_hash = p_hash and k.answer is null and k.stopped_at is null and k.ends_at > clock_timestamp() and c.ended_at is null and c.valid_to > clock_timestamp()
      -- Of a family that was erased nothing is read and nothing is said any more.
      and exists (select 1 from lab.family_key f where f.municipality_id = k.municipality_id and f.family_id = k.family_id)
  $$;

-- For which of their services the signed-in person may help with an answer: they work here, are not of the family, neither wrote it down nor heard it, and
-- are not of the service that receives.
create function lab.helps_for(p_consent uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.party_id from lab.consent c
    join lab.role_held r on r.municipality_id = c.municipality_id and r.person_id = lab.current_person() and r.party_id is not null
      and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
    join lab.party p on p.municipality_id = r.municipality_id and p.id = r.party_id
    left join lab.recorded_consent w on w.consent_id = c.id
    where c.id = p_consent and c.recorded_by <> r.person_id and w.witness_id is distinct from r.person_id
      and not lab.works_at(r.person_id, c.party_id) and not lab.of_family(c.family_id, r.person_id)
      and not exists (select 1 from lab.seat s where s.family_id = c.family_id and s.person_id = r.person_id)
    order by p.position limit 1
  $$;

-- Whether a sentence by code was answered with a yes: what the receiving service asks before it sees it.
create function lab.was_coded(p_consent uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select exists (select 1 from lab.consent_code k where k.said_id = p_consent and k.answer = 'yes' and k.answered_at <= now())
  $$;

-- The sentence of a code, as it was read to who gave it: first names, and no family.
create function lab.read_consent_code(p_hash bytea) returns table (service text, areas text[], persons text[], for_giver boolean, until date, words text,
    language text, text_version text, one_person boolean, phone text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select y.in_sentence, c.areas,
      array(select p.called_name from lab.person p join lab.birth b on b.municipality_id = p.municipality_id and b.person_id = p.id
        where p.id = any (c.persons) and p.id <> c.giver_id order by b.born, p.id),
      c.giver_id = any (c.persons), r.until,
      (select t.words from lab.text_version t where t.municipality_id = c.municipality_id and t.key = 'consent_sentence' and t.version = c.text_version
        and t.language in (c.language, 'nb') order by t.language = c.language desc limit 1),
      c.language, c.text_version,
      (select count(*) = 1 from lab.present_member m where m.family_id = c.family_id), w.phone
    from lab.open_consent_code(p_hash) k
    join lab.consent c on c.municipality_id = k.municipality_id and c.id = k.consent_id
    join lab.recorded_consent r on r.municipality_id = c.municipality_id and r.consent_id = c.id
    join lab.party y on y.municipality_id = c.municipality_id and y.id = c.party_id
    join lab.municipality w on w.id = c.municipality_id
  $$;

-- The same for who helps.
create function lab.read_consent_code_helping(p_hash bytea) returns table (service text, areas text[], persons text[], for_giver boolean, until date, words text,
    language text, text_version text, one_person boolean, phone text)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.* from lab.read_consent_code(p_hash) s
    where exists (select 1 from lab.open_consent_code(p_hash) k
      where k.municipality_id = lab.current_municipality() and lab.helps_for(k.consent_id) is not null)
  $$;

-- What who has the code says. A yes is a sentence of their own, to the day that was said, in place of what they said before to the service; a no ends all of it.
-- To be called leaves the code open. Answers the family and how far its chain has come; no row: it opens nothing.
create function lab.say_by_code(p_hash bytea, p_answer text, p_said uuid, p_helper uuid, p_helper_party uuid, p_origin text)
  returns table (family_id uuid, seq bigint, events integer)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    k lab.consent_code;
    c lab.consent;
    last_day date;
    gone uuid;
    done bigint;
    told integer := 1;
    help jsonb := case when p_helper is null then '{}'::jsonb else jsonb_build_object('helper', p_helper, 'helperParty', p_helper_party) end;
  begin
    perform 1 from lab.chain_head h where h.chain_id = (select x.family_id from lab.consent_code x where x.code_hash = p_hash) for update;
    -- After the lock: who came at the same moment, or stopped it, has been.
    select x.* into k from lab.open_consent_code(p_hash) x;
    if k.id is null or p_answer not in ('yes', 'no', 'call') then return; end if;
    select x.* into c from lab.consent x where x.id = k.consent_id;
    if p_answer = 'call' then
      update lab.consent_code x set call_at = now() where x.id = k.id;
      done := lab.link_event(k.family_id, 'consent.call_asked', null, null, null, c.id, help, null, p_origin);
      return query select k.family_id, done, told;
      return;
    end if;
    select r.until into last_day from lab.recorded_consent r where r.consent_id = c.id;
    insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from, valid_to,
        text_version, language, channel, recorded_by)
      values (c.municipality_id, p_said, c.family_id, c.giver_id, c.party_id, p_answer, c.purpose,
        case p_answer when 'yes' then c.areas else '{}' end, case p_answer when 'yes' then c.persons else '{}' end, c.giving_parties, now(),
        case p_answer when 'yes' then (last_day + 1)::timestamp at time zone 'Europe/Oslo' end, c.text_version, c.language, 'code', c.giver_id);
    update lab.consent_code x set answer = p_answer, answered_at = now(), said_id = p_said, helper_id = p_helper, helper_party_id = p_helper_party where x.id = k.id;
    for gone in update lab.consent x set ended_at = now(), ended_how = case p_answer when 'no' then 'withdrawn' else 'replaced' end
        where x.family_id = c.family_id and x.giver_id = c.giver_id and x.party_id = c.party_id and x.id <> p_said and x.answer = 'yes' and x.ended_at is null
          and x.valid_to > now() returning x.id loop
      perform lab.link_event(k.family_id, case p_answer when 'no' then 'consent.withdrawn' else 'consent.replaced' end, null, null, null, gone, '{}', null, p_origin);
      told := told + 1;
    end loop;
    done := lab.link_event(k.family_id, 'consent.coded', null, null, null, p_said,
      jsonb_build_object('answer', p_answer, 'giver', c.giver_id, 'party', c.party_id) || help, null, p_origin);
    return query select k.family_id, done, told;
  end
  $$;

-- Alone: nobody is signed in.
create function lab.answer_consent_code(p_hash bytea, p_answer text, p_said uuid, p_origin text) returns table (family_id uuid, seq bigint, events integer)
  language sql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select s.family_id, s.seq, s.events from lab.say_by_code(p_hash, p_answer, p_said, null, null, p_origin) s
  $$;

-- With help, marked with who helped.
create function lab.answer_consent_code_helping(p_hash bytea, p_answer text, p_said uuid, p_origin text)
  returns table (family_id uuid, seq bigint, events integer)
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    service uuid := (select lab.helps_for(k.consent_id) from lab.open_consent_code(p_hash) k where k.municipality_id = lab.current_municipality());
  begin
    if service is null then return; end if;
    return query select s.family_id, s.seq, s.events from lab.say_by_code(p_hash, p_answer, p_said, lab.current_person(), service, p_origin) s;
  end
  $$;

-- Codes of the consents the signed-in person gave, or leads the family of: what came of them, and who helped, by name.
create function lab.my_codes(p_family uuid) returns table (consent_id uuid, said_id uuid, ends_at timestamptz, call_at timestamptz, answer text,
    answered_at timestamptz, helper text, helper_place text)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  declare
    me uuid := lab.current_person();
    leads boolean := exists (select 1 from lab.my_families() f where f.family_id = p_family and f.way = 'leader');
  begin
    return query
      select distinct on (k.consent_id) k.consent_id, k.said_id, k.ends_at, k.call_at, k.answer, k.answered_at, h.called_name, y.name
      from lab.consent_code k join lab.consent c on c.municipality_id = k.municipality_id and c.id = k.consent_id
      left join lab.person h on h.municipality_id = k.municipality_id and h.id = k.helper_id
      left join lab.party y on y.municipality_id = k.municipality_id and y.id = k.helper_party_id
      where k.family_id = p_family and k.municipality_id = lab.current_municipality() and k.stopped_at is null and (leads or c.giver_id = me)
      order by k.consent_id, k.made_at desc;
  end
  $$;

reset role;
create trigger guard_consent_code before insert on lab.consent_code for each row execute function lab.guard_consent_code();

set role lab_rule;
revoke execute on function lab.guard_consent_code(), lab.open_consent_code(bytea), lab.helps_for(uuid), lab.read_consent_code(bytea),
  lab.read_consent_code_helping(bytea), lab.say_by_code(bytea, text, uuid, uuid, uuid, text), lab.answer_consent_code(bytea, text, uuid, text),
  lab.answer_consent_code_helping(bytea, text, uuid, text), lab.my_codes(uuid), lab.was_coded(uuid) from public;
grant execute on function lab.read_consent_code(bytea), lab.answer_consent_code(bytea, text, uuid, text) to lab_system;
grant execute on function lab.read_consent_code_helping(bytea), lab.answer_consent_code_helping(bytea, text, uuid, text), lab.my_codes(uuid), lab.was_coded(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

-- As in 0032, but: of a sentence by code the receiving service learns when it was answered with a yes.
alter policy see on lab.consent using (municipality_id = (select lab.current_municipality())
  and (giver_id = (select lab.current_person()) or (select lab.current_person()) = any (persons)
    or (answer = 'yes' and (family_id, party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)
      and (channel <> 'oral' or lab.was_heard(id)) and (channel <> 'code' or lab.was_coded(id)))
    or family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
    or id in (select h.consent_id from lab.my_heard() h)));

-- Who leads makes it, for what stands of what was written down there; never for themself, nor for the service they sit for. Its secret is nobody's to read.
grant select (municipality_id, id, consent_id, family_id, made_by, made_at, ends_at, stopped_at, call_at, answer, answered_at, said_id) on lab.consent_code to lab_app;
grant insert (municipality_id, id, consent_id, family_id, code_hash, made_by, ends_at) on lab.consent_code to lab_app;
create policy see on lab.consent_code for select to lab_app using (municipality_id = (select lab.current_municipality())
  and consent_id in (select c.id from lab.consent c));
create policy give on lab.consent_code for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and made_by = (select lab.current_person())
  and family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
  and exists (select 1 from lab.consent c where c.id = consent_id and c.family_id = consent_code.family_id and c.giver_id <> (select lab.current_person())
    and (c.family_id, c.party_id) not in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)));
