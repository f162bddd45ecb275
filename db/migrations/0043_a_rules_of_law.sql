-- Four registers that were still changed in SQL alone are changed as the others are (0029): rules of law, words texts are asked about, what in the trace is
-- worth a look, and how long things are kept. In versions: what was done rests on the version it names, and no version is ever written over (docs/decisions/0043).

alter table lab.privacy_word
  add column language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  add column valid_from date not null default lab.today();
comment on column lab.privacy_word.language is 'Which language the word is of: to keep the list in order. A text is asked about all of them, for people write in more than one.';
update lab.privacy_word set valid_from = (changed_at at time zone 'Europe/Oslo')::date,
  language = case when word in ('angstliding*', 'personlegdomsforstyrr*', 'sjølvmord*', 'sjølvskad*', 'eteforstyrr*', 'tvangsliding*', 'kreftsjuk*', 'alkoholikar*',
    'misbrukar*', 'ruspåverk*') then 'nn' else 'nb' end;
-- As in 0028, but: from its day on.
create or replace view lab.privacy_word_now with (security_invoker = true) as
  select n.municipality_id, n.word, n.kind, n.language
  from (select distinct on (w.municipality_id, w.word) w.* from lab.privacy_word w where w.valid_from <= lab.today()
    order by w.municipality_id, w.word, w.valid_from desc, w.changed_at desc) n
  where n.listed;
-- One way in: a change, with what stood before and why.
revoke insert (municipality_id, id, word, kind, listed, source, changed_by) on lab.privacy_word from lab_app;
drop policy change on lab.privacy_word;
grant select on lab.privacy_word to lab_rule;
create policy rule_reads on lab.privacy_word for select to lab_rule using (true);

do $$
declare t text;
begin
  foreach t in array array['privacy_word', 'statute_rule', 'review_rule', 'retention_rule'] loop
    execute format('grant insert on lab.%I to lab_rule', t);
    execute format('create policy rule_keeps on lab.%I for insert to lab_rule with check (true)', t);
  end loop;
end $$;
-- Whoever keeps the rules in order reads them; what they have found is still for the privacy officer alone.
alter policy oversee on lab.review_rule using (municipality_id = (select lab.current_municipality())
  and (select lab.holds_role(array['privacy_officer', 'administrator'])));

alter table lab.change drop constraint change_kind_check;
alter table lab.change add constraint change_kind_check check (kind in ('organisation', 'service', 'person', 'role', 'mandate', 'question', 'area', 'consent_age',
  'child_rule', 'word', 'setting', 'approval', 'statute_rule', 'privacy_word', 'review_rule', 'retention_rule'));
insert into lab.approval_rule (municipality_id, kind, valid_from, needs, source)
select m.id, r.kind, '2000-01-01', r.needs, 'Velferdslabens utgangspunkt. Kommunen bestemmer selv.'
from lab.municipality m cross join (values ('statute_rule', 'two'), ('review_rule', 'two'), ('retention_rule', 'two'), ('privacy_word', 'one')) as r (kind, needs);

grant create on schema lab to lab_rule;
set role lab_rule;

-- What the other registers hold, refuse and write is as it was, under a name that says so; the names that are called ask these first.
alter function lab.stands(uuid, text, text) rename to stands_in_lists;
alter function lab.guard_change(lab.change) rename to guard_list_change;
alter function lab.apply_change(lab.change) rename to apply_list_change;

-- The newest version of a rule, in the shape in which changes speak of it.
create function lab.stands(p_town uuid, p_kind text, p_subject text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return case p_kind
      when 'statute_rule' then (select jsonb_build_object('statute', r.statute, 'paragraph', r.paragraph, 'effect', r.kind, 'lawSectors', to_jsonb(nullif(r.sectors, '{}')),
          'longestDays', r.longest_days, 'mayDelay', r.may_delay, 'titleNb', r.title_nb, 'titleNn', r.title_nn, 'titleEn', r.title_en, 'link', r.source,
          'reviewedBy', r.reviewed_by, 'reviewedOn', r.reviewed_at, 'from', r.valid_from, 'to', r.valid_to - 1)
        from lab.statute_rule r where r.municipality_id = p_town and r.code = p_subject order by r.valid_from desc limit 1)
      when 'privacy_word' then (select jsonb_build_object('language', w.language, 'says', w.kind, 'listed', w.listed, 'origin', w.source, 'from', w.valid_from)
        from lab.privacy_word w where w.municipality_id = p_town and w.word = p_subject order by w.valid_from desc, w.changed_at desc limit 1)
      when 'review_rule' then (select jsonb_build_object('counts', r.counts, 'fromHour', r.from_hour, 'toHour', r.to_hour, 'above', r.above, 'origin', r.source,
          'from', r.valid_from)
        from lab.review_rule r where r.municipality_id = p_town and r.code = p_subject order by r.valid_from desc limit 1)
      when 'retention_rule' then (select jsonb_build_object('amount', r.amount, 'unit', r.unit, 'statute', r.statute, 'paragraph', r.paragraph, 'link', r.source,
          'reviewedBy', r.reviewed_by, 'reviewedOn', r.reviewed_at, 'from', r.valid_from)
        from lab.retention_rule r where r.municipality_id = p_town and r.category = p_subject order by r.valid_from desc limit 1)
      else lab.stands_in_lists(p_town, p_kind, p_subject)
    end;
  end
  $$;

-- What may never stand, whoever says yes. core/src/rule-register-rules.ts says it first, and with a sentence.
create function lab.guard_change(c lab.change) returns void
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    n jsonb := c.after;
    first_day date := (n ->> 'from')::date;
  begin
    if c.kind not in ('statute_rule', 'privacy_word', 'review_rule', 'retention_rule') then
      perform lab.guard_list_change(c);
      return;
    end if;
    -- What was law yesterday stays what it was, and two versions never begin over one another.
    if first_day is null or first_day < lab.today() then
      raise exception 'a version begins today or later' using errcode = 'check_violation';
    end if;
    -- A word has no acts that rest on it: what was put on the list by mistake is taken off the same day.
    if (c.before ->> 'from')::date >= first_day + (c.kind = 'privacy_word')::integer then
      raise exception 'a version begins after the one before it' using errcode = 'check_violation';
    end if;
    if (n ->> 'to')::date < first_day then
      raise exception 'a version ends after it begins' using errcode = 'check_violation';
    end if;
    if c.kind in ('statute_rule', 'retention_rule') then
      if coalesce(n ->> 'link', '') !~ '^https://[^ ]+[.][^ ]+$' then
        raise exception 'law has a source' using errcode = 'check_violation';
      end if;
      if (n ->> 'reviewedBy' is null) <> (n ->> 'reviewedOn' is null) or (n ->> 'reviewedOn')::date > lab.today() then
        raise exception 'a review has a name and a day' using errcode = 'check_violation';
      end if;
    elsif coalesce(trim(n ->> 'origin'), '') = '' then
      raise exception 'a rule says where it comes from' using errcode = 'check_violation';
    end if;
    if c.kind = 'statute_rule' and (c.subject !~ '^[a-z0-9_]{2,40}$' or coalesce((n ->> 'effect' = 'exception') <> (n ->> 'longestDays' is not null), true)) then
      raise exception 'an exception has its longest time, a duty has none' using errcode = 'check_violation';
    end if;
    if c.kind = 'privacy_word' and (c.subject ~ '[][(){}\\^$|?+/<>"]' or c.subject <> trim(c.subject)) then
      raise exception 'no such word' using errcode = 'check_violation';
    end if;
    -- Which rules there are is what the nightly jobs know how to follow.
    if c.kind in ('review_rule', 'retention_rule') and c.before is null then
      raise exception 'no such rule' using errcode = 'check_violation';
    end if;
    if c.kind = 'review_rule' and ((n ->> 'fromHour' is null) <> (n ->> 'toHour' is null)
        or (c.subject = 'night') is distinct from (n ->> 'fromHour' is not null and n ->> 'toHour' is not null)
        or (c.subject in ('volume', 'no_assignment')) is distinct from (n ->> 'above' is not null)) then
      raise exception 'a rule has its own numbers' using errcode = 'check_violation';
    end if;
    if c.kind = 'retention_rule' and ((n ->> 'amount' is null) <> (n ->> 'unit' is null) or (n ->> 'amount' is null and not exists (
        select 1 from lab.retention_rule r where r.municipality_id = c.municipality_id and r.category = c.subject and r.action = 'archive'))) then
      raise exception 'what is deleted has a day' using errcode = 'check_violation';
    end if;
  end
  $$;

create function lab.apply_change(c lab.change) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    town uuid := c.municipality_id;
    n jsonb := c.after;
    first_day date := (n ->> 'from')::date;
  begin
    if c.kind not in ('statute_rule', 'privacy_word', 'review_rule', 'retention_rule') then
      perform lab.apply_list_change(c);
      return;
    end if;
    perform lab.guard_change(c);
    case c.kind
      when 'statute_rule' then
        insert into lab.statute_rule (municipality_id, code, valid_from, valid_to, position, statute, paragraph, kind, sectors, longest_days, may_delay,
            title_nb, title_nn, title_en, source, reviewed_by, reviewed_at)
          values (town, c.subject, first_day, (n ->> 'to')::date + 1,
            coalesce((select r.position from lab.statute_rule r where r.municipality_id = town and r.code = c.subject order by r.valid_from desc limit 1),
              (select coalesce(max(r.position), -1) + 1 from lab.statute_rule r where r.municipality_id = town)),
            n ->> 'statute', n ->> 'paragraph', n ->> 'effect',
            case when jsonb_typeof(n -> 'lawSectors') = 'array' then array(select jsonb_array_elements_text(n -> 'lawSectors')) else '{}' end,
            (n ->> 'longestDays')::integer, (n ->> 'mayDelay')::boolean, n ->> 'titleNb', n ->> 'titleNn', n ->> 'titleEn', n ->> 'link',
            n ->> 'reviewedBy', (n ->> 'reviewedOn')::date);
      when 'privacy_word' then
        insert into lab.privacy_word (municipality_id, id, word, kind, listed, source, changed_by, language, valid_from)
          values (town, c.id, c.subject, n ->> 'says', (n ->> 'listed')::boolean, n ->> 'origin', c.proposed_by, n ->> 'language', first_day);
      when 'review_rule' then
        insert into lab.review_rule (municipality_id, code, valid_from, counts, from_hour, to_hour, above, source)
          values (town, c.subject, first_day, (n ->> 'counts')::boolean, (n ->> 'fromHour')::smallint, (n ->> 'toHour')::smallint, (n ->> 'above')::integer, n ->> 'origin');
      when 'retention_rule' then
        -- What becomes of a thing is not chosen here: what belongs to the archive is never deleted by a change of days (REQ-29).
        insert into lab.retention_rule (municipality_id, category, valid_from, amount, unit, action, statute, paragraph, source, reviewed_by, reviewed_at)
          values (town, c.subject, first_day, (n ->> 'amount')::integer, n ->> 'unit',
            (select r.action from lab.retention_rule r where r.municipality_id = town and r.category = c.subject order by r.valid_from desc limit 1),
            n ->> 'statute', n ->> 'paragraph', n ->> 'link', n ->> 'reviewedBy', (n ->> 'reviewedOn')::date);
    end case;
    perform lab.link_event(town, 'change.effective', null, null, null, c.id, lab.change_told(c), null, '');
  end
  $$;

-- As in 0029, but: a word of the list is told as its fingerprint, for the memory holds no words.
create or replace function lab.change_told(c lab.change) returns jsonb
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select jsonb_build_object('kind', c.kind, 'two', c.needs_two,
      'subject', case when c.kind = 'privacy_word' then encode(sha256(convert_to(c.subject, 'UTF8')), 'hex') else c.subject end,
      'content', encode(sha256(convert_to(jsonb_build_array(c.before, c.after, c.why)::text, 'UTF8')), 'hex'))
  $$;

revoke execute on function lab.stands(uuid, text, text), lab.guard_change(lab.change), lab.apply_change(lab.change) from public;
reset role;
revoke create on schema lab from lab_rule;
