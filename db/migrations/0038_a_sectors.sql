-- What a service is for the law follows from what kind of service it is. lab.service_sector (0026) and party.service_type (0029) told it twice, and a
-- service that an administrator added had no sector and could choose no rule. Now there is one word, and rows that say what it means in law.
create table lab.sector_of_type (
  municipality_id uuid not null references lab.municipality (id),
  service_type text not null,
  valid_from date not null,
  sector text not null check (sector in ('health', 'school', 'kindergarten', 'child_welfare', 'nav', 'lab', 'other')),
  source text not null,
  reviewed_by text,
  reviewed_at date,
  primary key (municipality_id, service_type, valid_from),
  check ((reviewed_by is null) = (reviewed_at is null))
);
comment on table lab.sector_of_type is 'Which rules of law a kind of service has: its sector, in versions with their source. A kind without a row, as voluntary and business, may choose no rule. The lab itself is the kind lab.';
alter table lab.sector_of_type enable row level security;
alter table lab.sector_of_type force row level security;
create policy owner_all on lab.sector_of_type to lab_owner using (true) with check (true);
grant select on lab.sector_of_type to lab_app, lab_rule;
create policy see on lab.sector_of_type for select to lab_app using (municipality_id = (select lab.current_municipality()));
create policy rule_reads on lab.sector_of_type for select to lab_rule using (true);
grant insert on lab.sector_of_type to lab_system;
create policy first_admin on lab.sector_of_type for insert to lab_system with check (true);

insert into lab.sector_of_type (municipality_id, service_type, valid_from, sector, source)
select m.id, t.service_type, '2000-01-01', t.sector, 'Velferdslabens utgangspunkt; må vurderes av kommunens jurist'
from lab.municipality m cross join (values ('lab', 'lab'), ('nav', 'nav'), ('child_welfare', 'child_welfare'), ('school', 'school'), ('school_support', 'school'),
  ('kindergarten', 'kindergarten'), ('health_clinic', 'health'), ('mental_health', 'health'), ('doctor', 'health'), ('specialist_health', 'health'),
  ('citizen_square', 'other'), ('family_unit', 'other'), ('work_leisure_relief', 'other'), ('integration', 'other'), ('county', 'other'), ('other', 'other'))
  as t (service_type, sector);

-- What had a sector and no kind gets the kind that means it.
update lab.party y set service_type = case s.sector when 'health' then 'health_clinic' else s.sector end
from lab.service_sector s
where s.municipality_id = y.municipality_id and s.party_id = y.id and y.kind = 'service' and y.service_type is null and s.sector <> 'lab';

-- The same name as before, so that the rules about acts and reports (0026) ask as they did; nobody writes it any more.
drop table lab.service_sector;
create view lab.service_sector with (security_invoker = true) as
  select y.municipality_id, y.id as party_id, n.sector
  from lab.party y
  cross join lateral (
    select t.sector from lab.sector_of_type t
    where t.municipality_id = y.municipality_id and t.valid_from <= lab.today()
      and t.service_type = case y.kind when 'lab' then 'lab' when 'service' then y.service_type end
    order by t.valid_from desc limit 1) n;
grant select on lab.service_sector to lab_app, lab_rule;
