-- A decision keeps which version of the rules it rests on (REQ-08): the age by which it was found whose yes it needs, and by which laws the service that
-- decides keeps silent. Written by the database when the row is, and by nobody else; what was decided before this stands without.
alter table lab.decided add column rests_on jsonb;
alter table lab.outside_decision add column rests_on jsonb;
comment on column lab.decided.rests_on is 'Versions in force when it was decided: the consent age of its area, and what its service must keep confidential; each by its key. Null: decided before this was kept.';
comment on column lab.outside_decision.rests_on is 'What its service had to keep confidential on the day it was decided, by the keys of those versions. Null: written before this was kept.';

grant select on lab.confidentiality_rule to lab_rule;
create policy rule_reads on lab.confidentiality_rule for select to lab_rule using (true);

grant create on schema lab to lab_rule;
set role lab_rule;

create function lab.rules_on(p_town uuid, p_party uuid, p_area text, p_on date) returns jsonb
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select coalesce(jsonb_agg(r.rule order by r.rule ->> 'rule' desc, r.rule ->> 'code'), '[]')
    from (
      (select jsonb_build_object('rule', 'consent_age', 'of', a.area, 'from', a.valid_from) as rule
        from lab.consent_age a where a.municipality_id = p_town and a.area = p_area and a.valid_from <= p_on order by a.valid_from desc limit 1)
      union all
      select jsonb_build_object('rule', 'confidentiality_rule', 'of', c.sector, 'code', c.code, 'from', c.valid_from)
      from lab.service_sector s join lab.confidentiality_rule c on c.municipality_id = s.municipality_id and c.sector = s.sector
      where s.municipality_id = p_town and s.party_id = p_party
        and c.valid_from <= p_on and (c.valid_to is null or c.valid_to > p_on)
        and not exists (select 1 from lab.confidentiality_rule n where n.municipality_id = c.municipality_id and n.sector = c.sector and n.code = c.code
          and n.valid_from > c.valid_from and n.valid_from <= p_on)) r
  $$;

create function lab.keep_rules() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  begin
    if tg_table_name = 'decided' then
      new.rests_on := (select lab.rules_on(d.municipality_id, d.party_id, d.area, lab.today()) from lab.decision d where d.id = new.decision_id);
    else
      new.rests_on := lab.rules_on(new.municipality_id, new.party_id, null, new.decided_on);
    end if;
    return new;
  end
  $$;

reset role;
revoke create on schema lab from lab_rule;

create trigger keep_rules before insert on lab.decided for each row execute function lab.keep_rules();
create trigger keep_rules before insert on lab.outside_decision for each row execute function lab.keep_rules();
set role lab_rule;
revoke execute on function lab.rules_on(uuid, uuid, text, date), lab.keep_rules() from public;
reset role;
