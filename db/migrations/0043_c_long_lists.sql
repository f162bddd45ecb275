-- What the door needs to be read a part at a time (docs/decisions/0043): where a part begins, and what is told of the referrals in it alone.
create index on lab.referral (municipality_id, received_at desc, id);
create index on lab.question (municipality_id, asked_at desc, id);

grant create on schema lab to lab_rule;
set role lab_rule;

-- As lab.referred in 0037, but: of these alone. Asked for all, a hundred thousand were made to show twenty.
create function lab.referred_of(p_referrals uuid[]) returns table (referral_id uuid, person_id uuid, name text, relation text, sent_by text, has_signed_in boolean)
  language sql stable security definer set search_path = pg_catalog, lab, pg_temp
  as $$
    select r.id, r.person_id, p.name, m.relation, s.name,
      exists (select 1 from lab.invitation i where i.municipality_id = r.municipality_id and i.person_id = r.person_id and i.used_at is not null)
    from lab.referral r
    join lab.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    join lab.person s on s.municipality_id = r.municipality_id and s.id = r.sent_by
    join lab.member m on m.municipality_id = r.municipality_id and m.family_id = r.family_id and m.person_id = r.person_id
    where r.municipality_id = lab.current_municipality() and lab.holds_role(array['core_team']) and r.id = any (p_referrals)
      and r.family_id not in (select lab.hidden_at_door())
  $$;
revoke execute on function lab.referred_of(uuid[]) from public;
grant execute on function lab.referred_of(uuid[]) to lab_app;
reset role;
revoke create on schema lab from lab_rule;
