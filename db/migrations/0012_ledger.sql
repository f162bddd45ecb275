-- The ledger: prices with their source, and entries that are only added to. A mistake is cancelled by an entry that says so.
create table lab.price (
  municipality_id uuid not null references lab.municipality (id),
  id uuid not null unique,
  item text not null check (item ~ '^[a-z_]+$'),
  unit text not null check (unit in ('hour', 'month', 'piece')),
  ore bigint not null check (ore >= 0),
  valid_from date not null,
  source text not null,
  primary key (municipality_id, id),
  unique (municipality_id, item, valid_from)
);
comment on table lab.price is 'The price catalogue: what a unit costs from a day on, and where the figure is from. A new price is a new row; old entries keep theirs.';

create table lab.entry (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  kind text not null check (kind in ('planned', 'committed', 'realised')),
  payer_id uuid not null,
  goal_id uuid,
  measure_id uuid,
  decision_id uuid,
  area text not null,
  about_id uuid not null,
  privacy text not null default 'table' check (privacy = 'table'),
  on_day date not null,
  ore bigint not null,
  minutes integer check (minutes % 15 = 0),
  hour_ore bigint check (hour_ore >= 0),
  price_id uuid,
  reverses_id uuid unique,
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id, about_id) references lab.about (municipality_id, family_id, id),
  foreign key (municipality_id, area) references lab.area (municipality_id, code),
  foreign key (municipality_id, payer_id) references lab.party (municipality_id, id),
  foreign key (municipality_id, goal_id) references lab.goal (municipality_id, id),
  foreign key (municipality_id, measure_id) references lab.measure (municipality_id, id),
  foreign key (municipality_id, family_id, decision_id) references lab.decision (municipality_id, family_id, id),
  foreign key (municipality_id, price_id) references lab.price (municipality_id, id),
  foreign key (municipality_id, reverses_id) references lab.entry (municipality_id, id),
  foreign key (municipality_id, author_id) references lab.person (municipality_id, id),
  -- Time has its price and its øre are the nearest whole ones.
  check ((minutes is null) = (hour_ore is null) and (minutes is null or abs(60 * ore - minutes * hour_ore) <= 30)),
  check (case when reverses_id is null then ore >= 0 and coalesce(minutes, 0) >= 0 else ore <= 0 and coalesce(minutes, 0) <= 0 end),
  check (kind <> 'committed' or decision_id is not null)
);
create index on lab.entry (family_id, on_day);
create index on lab.entry (decision_id);
create index on lab.entry (measure_id);
comment on table lab.entry is 'One posting: planned, committed by a decision, or realised; who pays, for which goal, on which day. In whole øre and whole quarters of an hour. Never changed, never deleted, by nobody.';

do $$
declare t text;
begin
  foreach t in array array['price', 'entry'] loop
    execute format('alter table lab.%I enable row level security', t);
    execute format('alter table lab.%I force row level security', t);
    execute format('create policy owner_all on lab.%I to lab_owner using (true) with check (true)', t);
  end loop;
end $$;

-- lab_rule guards and cuts: it reads entries, which hold no words, and where a measure stands.
grant select, insert on lab.entry to lab_rule;
create policy rule_reads on lab.entry for select to lab_rule using (true);
create policy rule_cuts on lab.entry for insert to lab_rule with check (reverses_id is not null);
grant select (municipality_id, id, family_id, goal_id, due, monthly_from, monthly_to, stopped_on) on lab.measure to lab_rule;
create policy rule_reads on lab.measure for select to lab_rule using (true);

grant create on schema lab to lab_rule;
set role lab_rule;

create function lab.guard_entry() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare original lab.entry;
  begin
    update lab.chain_head set seq = seq where chain_id = new.family_id;
    if new.reverses_id is not null then
      select * into original from lab.entry e where e.id = new.reverses_id;
      if original.reverses_id is not null
         or (new.municipality_id, new.family_id, new.kind, new.payer_id, new.area, new.about_id, new.on_day, new.ore)
           is distinct from (original.municipality_id, original.family_id, original.kind, original.payer_id, original.area, original.about_id, original.on_day, -original.ore)
         or (new.goal_id, new.measure_id, new.decision_id, new.minutes, new.hour_ore, new.price_id)
           is distinct from (original.goal_id, original.measure_id, original.decision_id, -original.minutes, original.hour_ore, original.price_id) then
        raise exception 'a reversal cancels one entry exactly' using errcode = 'check_violation';
      end if;
      return new;
    end if;
    if new.measure_id is not null and not exists (
        select 1 from lab.measure m where m.id = new.measure_id and m.family_id = new.family_id and m.goal_id is not distinct from new.goal_id) then
      raise exception 'an entry follows its measure' using errcode = 'check_violation';
    end if;
    if new.decision_id is not null and not exists (
        select 1 from lab.decision d join lab.decided x on x.decision_id = d.id
        where d.id = new.decision_id and d.party_id = new.payer_id and d.measure_id is not distinct from new.measure_id) then
      raise exception 'nothing is booked on a decision that is not effective, nor on another payer' using errcode = 'check_violation';
    end if;
    if new.kind = 'committed' and new.ore + (select coalesce(sum(e.ore), 0) from lab.entry e where e.decision_id = new.decision_id and e.kind = 'committed')
        > (select v.amount_ore from lab.decided x join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version
           where x.decision_id = new.decision_id) then
      raise exception 'no more is committed than was decided' using errcode = 'check_violation';
    end if;
    return new;
  end
  $$;

-- When what is decided falls due, for who decides it: also for who was asked and does not see the measure.
create function lab.my_due(p_decision uuid) returns table (measure_id uuid, goal_id uuid, due date, monthly_from date, monthly_to date)
  language plpgsql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    return query
      select m.id, m.goal_id, m.due, m.monthly_from, m.monthly_to from lab.decision d join lab.measure m on m.id = d.measure_id
      where d.id = p_decision and d.id in (select lab.my_decisions());
  end
  $$;

-- A measure that is stopped early: what was planned and committed for later days is cancelled, for every payer, also those the one who stops it
-- cannot see.
create function lab.cut_entries() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    insert into lab.entry (municipality_id, id, family_id, kind, payer_id, goal_id, measure_id, decision_id, area, about_id, on_day, ore, minutes, hour_ore,
        price_id, reverses_id, author_id)
      select e.municipality_id, gen_random_uuid(), e.family_id, e.kind, e.payer_id, e.goal_id, e.measure_id, e.decision_id, e.area, e.about_id, e.on_day,
        -e.ore, -e.minutes, e.hour_ore, e.price_id, e.id, lab.current_person()
      from lab.entry e
      where e.measure_id = new.id and e.kind in ('planned', 'committed') and e.on_day > new.stopped_on and e.reverses_id is null
        and not exists (select 1 from lab.entry r where r.reverses_id = e.id);
    return null;
  end
  $$;
reset role;

create trigger guard_entry before insert on lab.entry for each row execute function lab.guard_entry();
create trigger cut_entries after update of stopped_on on lab.measure for each row
  when (old.stopped_on is null and new.stopped_on is not null) execute function lab.cut_entries();

-- Not even the owner of the table.
create function lab.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    raise exception 'the ledger is only added to' using errcode = 'insufficient_privilege';
  end
  $$;
create trigger only_added_to before update or delete or truncate on lab.entry for each statement execute function lab.refuse_change();
revoke execute on function lab.refuse_change() from public;
set role lab_rule;
revoke execute on function lab.guard_entry(), lab.cut_entries(), lab.my_due(uuid) from public;
grant execute on function lab.my_due(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;

grant select on lab.price, lab.entry to lab_app;
grant insert on lab.entry to lab_app;
create policy see on lab.price for select to lab_app using (municipality_id = (select lab.current_municipality()));
-- The family and its leader, in the cells they see; the payer its own (case 4). No other service, and no management.
create policy see on lab.entry for select to lab_app using (municipality_id = (select lab.current_municipality())
  and (((about_id, area, privacy) in (select c.about_id, c.area, c.privacy from lab.my_cells() c)
      and family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian', 'leader')))
    or (family_id, payer_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)));
-- Planned by who adds the measure; committed by who decided; realised, and cancelled, by the payer and by the leader, who follows the money.
create policy book on lab.entry for insert to lab_app with check (municipality_id = (select lab.current_municipality())
  and author_id = (select lab.current_person())
  and case
    when kind = 'planned' and reverses_id is null
      then measure_id in (select m.id from lab.measure m where m.author_id = (select lab.current_person()) and m.about_id = entry.about_id and m.area = entry.area)
    when kind = 'committed' and reverses_id is null
      then decision_id in (select x.decision_id from lab.decided x where x.decided_by = (select lab.current_person()))
        and decision_id in (select d.id from lab.decision d where d.about_id = entry.about_id and d.area = entry.area)
    else family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
      or (family_id, payer_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat) end);
