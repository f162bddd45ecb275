-- What is let go of besides what 0034 says: a sheet that came to nothing, with its key, and the names of those who had a link to one promise. And a link ends with the
-- family's course, whatever its own last day (0037 left both open).

-- As in 0034, and two more kinds.
--   helper         who had a link and is nothing else here: what they said stays, under no name, as with a guest
--   self_referral  as long as it waits for the family's answer it stays, so that her code can tell her of it; its words went when it was taken in
create or replace view lab.perishable with (security_invoker = true) as
  select s.municipality_id, 'session' as category, 'session' as from_table, encode(s.token_hash, 'hex') as key, null::uuid as family_id,
    array[s.person_id] as persons, least(s.ended_at, s.expires_at) as since, null::uuid as key_owner
  from lab.session s
  union all
  select d.municipality_id, 'draft', 'draft', d.note_id::text, d.family_id, array[d.writer_id], d.changed_at, null from lab.draft d
  union all
  select c.municipality_id, 'command', 'command', c.person_id || ' ' || c.id, null, array[c.person_id], c.at, null from lab.command c
  union all
  select i.municipality_id, 'invitation', 'invitation', i.id::text, null, array[i.person_id], i.ends_at, null from lab.invitation i where i.used_at is null
  union all
  select n.municipality_id, 'notice', 'notice', n.id::text, n.family_id, array[n.person_id], coalesce(n.sent_at, n.failed_at, n.made_at), null from lab.notice n
  union all
  select w.municipality_id, 'address', 'whereabouts', w.id::text, w.family_id, array[w.subject_id], w.ended_at, null from lab.whereabouts w
    where w.ended_at is not null
  union all
  select m.municipality_id, 'guest', 'person', p.id::text, m.family_id, array[p.id], m.ended_at, null
  from lab.admission a
  join lab.meeting m on m.municipality_id = a.municipality_id and m.id = a.meeting_id
  join lab.person p on p.municipality_id = a.municipality_id and p.id = a.person_id
  where a.kind = 'guest' and m.ended_at is not null and p.name <> 'Gjest'
    and not exists (select 1 from lab.member x where x.municipality_id = p.municipality_id and x.person_id = p.id)
    and not exists (select 1 from lab.seat x where x.municipality_id = p.municipality_id and x.person_id = p.id)
    and not exists (select 1 from lab.role_held x where x.municipality_id = p.municipality_id and x.person_id = p.id)
  union all
  select q.municipality_id, 'question', 'question', q.id::text, null, array[q.asked_by], coalesce(q.answered_at, q.asked_at), q.id from lab.question q
  union all
  select x.municipality_id, 'declined', x.from_table, x.key, x.family_id, x.persons, q.decided_at, x.key_owner
  from lab.qualification q
  join lab.family f on f.municipality_id = q.municipality_id and f.id = q.family_id and f.phase = 'capture'
  cross join lateral (
    select r.municipality_id, 'referral' as from_table, r.id::text as key, r.family_id, array[r.person_id, r.sent_by] as persons, r.id as key_owner
      from lab.referral r where r.municipality_id = q.municipality_id and r.family_id = q.family_id and r.received_at <= q.decided_at
    union all
    select c.municipality_id, 'check_answer', c.id::text, c.family_id, array[c.answered_by], null
      from lab.check_answer c where c.municipality_id = q.municipality_id and c.qualification_id = q.id) x
  where q.outcome = 'declined'
    and not exists (select 1 from lab.qualification later
      where later.municipality_id = q.municipality_id and later.family_id = q.family_id and later.begun_at > q.begun_at)
  union all
  select t.municipality_id, 'named', 'told_person', t.person_id || ' ' || t.family_id, t.family_id, array[t.person_id, t.told_by], t.told_at, null
  from lab.told_person t
  union all
  select o.municipality_id, 'opening', 'opening', o.id::text, o.family_id, array[o.person_id], o.to_at, null from lab.opening o
  where o.ground not in ('exception', 'break_glass') or lab.act_told(o.act_id)
  union all
  select d.municipality_id, 'denial', 'denial', d.id::text, d.family_id, array[d.person_id], d.minute, null from lab.denial d
  union all
  select r.municipality_id, 'review', 'review', r.id::text, r.family_id, array[r.person_id], coalesce(a.answered_at, r.found_at), null
  from lab.review r left join lab.review_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id
  union all
  select h.municipality_id, 'helper', 'task_link', h.id::text, h.family_id, array_remove(array[h.person_id], null), least(h.ended_at, h.ends_at), null
  from lab.task_link h where h.name <> 'Hjelper'
  union all
  select s.municipality_id, 'self_referral', 'self_referral', s.id::text, s.family_id, '{}'::uuid[],
    case when s.family_id is null then coalesce(s.taken_back_at, s.closed_at, s.received_at)
      when r.id is null then s.taken_in_at else r.answered_at end, case when s.family_id is null and s.taken_back_at is null then s.id end
  from lab.self_referral s left join lab.referral r on r.municipality_id = s.municipality_id and r.id = s.id;

grant update (name) on lab.task_link to lab_rule;
-- A link that has ended opens nothing by the functions that open; that it loses its name is an update too.
alter policy rule_opens on lab.task_link using (true) with check (true);
alter policy let_go on lab.person using (id in (select a.person_id from lab.admission a where a.kind = 'guest' union select l.person_id from lab.task_link l));

grant create on schema lab to lab_rule;
grant trigger on lab.family to lab_rule;
set role lab_rule;

-- As in 0034, and those two.
create or replace function lab.let_go_at(p_category text, p_at timestamptz, p_most integer) returns table (municipality_id uuid, gone integer, owners uuid[])
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  #variable_conflict use_column
  declare
    due lab.perishable[];
  begin
    due := array(
      select p from lab.perishable p
      join lab.retention_at(p_at) r on r.municipality_id = p.municipality_id and r.category = p.category and r.action <> 'archive'
      where p.category = p_category and p.since + r.kept <= p_at and not lab.is_held(p.municipality_id, p.family_id, p.persons, p_at, false)
      limit p_most);
    delete from lab.session t using unnest(due) g where g.from_table = 'session' and t.municipality_id = g.municipality_id and t.token_hash = decode(g.key, 'hex');
    delete from lab.draft t using unnest(due) g where g.from_table = 'draft' and t.municipality_id = g.municipality_id and t.note_id = g.key::uuid;
    delete from lab.command t using unnest(due) g where g.from_table = 'command' and t.municipality_id = g.municipality_id
      and t.person_id = split_part(g.key, ' ', 1)::uuid and t.id = split_part(g.key, ' ', 2)::uuid;
    delete from lab.invitation t using unnest(due) g where g.from_table = 'invitation' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.notice t using unnest(due) g where g.from_table = 'notice' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.whereabouts t using unnest(due) g where g.from_table = 'whereabouts' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    update lab.person t set name = 'Gjest', called_name = 'Gjest', initials = 'G' from unnest(due) g
      where g.from_table = 'person' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.question t using unnest(due) g where g.from_table = 'question' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.referral t using unnest(due) g where g.from_table = 'referral' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.check_answer t using unnest(due) g where g.from_table = 'check_answer' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.told_person t using unnest(due) g where g.from_table = 'told_person' and t.municipality_id = g.municipality_id
      and t.person_id = split_part(g.key, ' ', 1)::uuid and t.family_id = split_part(g.key, ' ', 2)::uuid;
    delete from lab.opening_cell t using unnest(due) g where g.from_table = 'opening' and t.municipality_id = g.municipality_id and t.opening_id = g.key::uuid;
    delete from lab.opening t using unnest(due) g where g.from_table = 'opening' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.denial t using unnest(due) g where g.from_table = 'denial' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    delete from lab.review_answer t using unnest(due) g where g.from_table = 'review' and t.municipality_id = g.municipality_id and t.review_id = g.key::uuid;
    delete from lab.review t using unnest(due) g where g.from_table = 'review' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    update lab.task_link t set name = 'Hjelper' from unnest(due) g where g.from_table = 'task_link' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    update lab.person t set name = 'Hjelper', called_name = 'Hjelper', initials = 'H' from unnest(due) g join lab.task_link l on l.id = g.key::uuid
      where g.from_table = 'task_link' and t.municipality_id = g.municipality_id and t.id = l.person_id;
    delete from lab.self_referral t using unnest(due) g where g.from_table = 'self_referral' and t.municipality_id = g.municipality_id and t.id = g.key::uuid;
    return query select g.municipality_id, count(*)::integer, array_remove(array_agg(g.key_owner), null) from unnest(due) g group by g.municipality_id;
  end
  $$;

-- The course is over: whoever has a link to a promise of it has nothing to answer to any more, and nobody is there to stop it.
create function lab.links_end_with_course() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    gone record;
  begin
    for gone in
        update lab.task_link l set ended_at = now(), ended_by = coalesce(lab.current_person(), l.given_by)
        from lab.promise p
        where p.municipality_id = l.municipality_id and p.id = l.promise_id and l.family_id = new.id and l.ended_at is null and l.ends_at > now()
        returning l.id, p.about_id, p.area, p.privacy loop
      perform lab.link_event(new.id, 'link.stopped', gone.about_id, gone.area, gone.privacy, gone.id, '{}', null, '');
    end loop;
    return null;
  end
  $$;
create trigger links_end after update on lab.family for each row when (old.phase <> 'exit' and new.phase = 'exit') execute function lab.links_end_with_course();
revoke execute on function lab.links_end_with_course() from public;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.family from lab_rule;

-- The rules a municipality starts with, for one that is already there; a new one gets the same from db/src/retention-defaults.ts, and a test compares them.
insert into lab.retention_rule (municipality_id, category, valid_from, amount, unit, action, statute, paragraph, source)
  select m.id, r.category, date '2000-01-01', r.amount, r.unit, r.action, 'personvernforordningen', 'artikkel 5 nr. 1 bokstav e',
    'https://lovdata.no/dokument/NL/lov/2018-06-15-38/gdpr/ARTIKKEL_5'
  from lab.municipality m cross join (values ('helper', 1, 'year', 'anonymise'), ('self_referral', 90, 'day', 'delete')) as r (category, amount, unit, action);
