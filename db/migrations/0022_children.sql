-- A parent tells of a child. A family comes in by one grown person (0010); whom it lives with, it says itself.
-- Who answers for the child is told and not looked up, and the row says so. It can only show too little: the child is a new person, so nothing that
-- stands elsewhere about somebody of that name is opened, and each one named must say yes before anybody reads (docs/decisions/0014).
grant insert on lab.responsibility to lab_rule;
create policy rule_tells on lab.responsibility for insert to lab_rule with check (kind = 'parental' and source = 'told_by_parent');
comment on column lab.responsibility.source is 'Where it is known from: the register, or told_by_parent.';

grant create on schema lab to lab_rule;
set role lab_rule;

create function lab.add_child(p_family uuid, p_person uuid, p_name text, p_called_name text, p_initials text, p_born date, p_holders uuid[],
    p_other_name text, p_other_called text, p_other_initials text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, lab, pg_temp
  as $$
  declare
    me uuid := lab.current_person();
    town uuid := lab.current_municipality();
    elsewhere uuid;
    holders uuid[];
  begin
    if not exists (select 1 from lab.my_voice() v join lab.present_member m on m.family_id = v.family_id and m.person_id = me
        where v.family_id = p_family and v.speaks and m.age >= 18) then
      raise exception 'only who speaks for the family tells of a child' using errcode = 'insufficient_privilege';
    end if;
    if p_born > lab.today() or lab.age(p_born) >= 18 then
      raise exception 'no child' using errcode = 'check_violation';
    end if;
    if exists (select 1 from unnest(p_holders) h where not exists (
        select 1 from lab.present_member m where m.family_id = p_family and m.person_id = h and m.age >= 18)) then
      raise exception 'nobody of the family' using errcode = 'check_violation';
    end if;
    insert into lab.person (municipality_id, id, name, called_name, initials) values (town, p_person, p_name, p_called_name, p_initials);
    insert into lab.birth (municipality_id, person_id, born) values (town, p_person, p_born);
    insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
      select town, p_family, p_person, 'child', lab.free_mark(p_family), max(m.position) + 1, now() from lab.member m where m.family_id = p_family;
    holders := array(select distinct h from unnest(p_holders || me) h);
    if p_other_name is not null then
      elsewhere := gen_random_uuid();
      insert into lab.person (municipality_id, id, name, called_name, initials) values (town, elsewhere, p_other_name, p_other_called, p_other_initials);
      holders := holders || elsewhere;
    end if;
    insert into lab.responsibility (municipality_id, id, person_id, holder_id, kind, source, valid_from)
      select town, gen_random_uuid(), p_person, h, 'parental', 'told_by_parent', now() from unnest(holders) h;
  end
  $$;

-- What the others are called who must say yes too for somebody one answers for oneself, also where they live elsewhere and are known here by that alone.
create function lab.also_asked_for(p_person uuid) returns setof text
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select p.called_name from lab.also_answers_for(p_person) h join lab.person p on p.id = h
    where p.municipality_id = lab.current_municipality() order by p.called_name collate lab.norwegian
  $$;

revoke execute on function lab.add_child(uuid, uuid, text, text, text, date, uuid[], text, text, text), lab.also_asked_for(uuid) from public;
grant execute on function lab.add_child(uuid, uuid, text, text, text, date, uuid[], text, text, text), lab.also_asked_for(uuid) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
