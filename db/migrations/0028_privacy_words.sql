-- The words a text is asked about before more than its writer reads it (scenario 76). A list in versions: each change is a row, and the newest counts.
create table lab.privacy_word (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  word text not null check (length(word) between 2 and 61),
  kind text not null check (kind in ('diagnosis', 'drugs')),
  listed boolean not null default true,
  source text not null,
  changed_by uuid,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, changed_by) references lab.person (municipality_id, id)
);
create index on lab.privacy_word (municipality_id, word, changed_at desc);
comment on table lab.privacy_word is 'Words that may be private in a text, in versions: the newest row of a word says whether it is on the list. No text is kept or sent for it: pages look in what is being written.';
create view lab.privacy_word_now with (security_invoker = true) as
  select n.municipality_id, n.word, n.kind
  from (select distinct on (w.municipality_id, w.word) w.* from lab.privacy_word w order by w.municipality_id, w.word, w.changed_at desc) n
  where n.listed;
alter table lab.privacy_word enable row level security;
alter table lab.privacy_word force row level security;
create policy owner_all on lab.privacy_word to lab_owner using (true) with check (true);

grant select on lab.privacy_word, lab.privacy_word_now to lab_app;
create policy see on lab.privacy_word for select to lab_app using (municipality_id = (select lab.current_municipality()));
grant insert (municipality_id, id, word, kind, listed, source, changed_by) on lab.privacy_word to lab_app;
create policy change on lab.privacy_word for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and changed_by = (select lab.current_person()) and (select lab.holds_role(array['administrator'])));
grant insert on lab.privacy_word to lab_system;
create policy first_admin on lab.privacy_word for insert to lab_system with check (changed_by is null);

grant create on schema lab to lab_rule;
grant trigger on lab.privacy_word to lab_rule;
set role lab_rule;
-- Remembered in the municipality's own chain: that a word was added or taken away, never which text it stood in.
create function lab.link_privacy_word() returns trigger
  language plpgsql security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    perform lab.link_event(new.municipality_id, 'privacy.word_changed', null, null, null, new.id, jsonb_build_object('listed', new.listed), null, '');
    return null;
  end
  $$;
create trigger link_privacy_word after insert on lab.privacy_word for each row when (new.changed_by is not null)
  execute function lab.link_privacy_word();
revoke execute on function lab.link_privacy_word() from public;
reset role;
revoke create on schema lab from lab_rule;
revoke trigger on lab.privacy_word from lab_rule;
