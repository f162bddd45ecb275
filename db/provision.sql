-- Run once by whoever owns the PostgreSQL server (superuser or CREATEROLE), before the first start. The embedded server runs it by itself.
-- Four roles, none superuser, none BYPASSRLS (REQ-46):
--   lab_owner   migrations only; its connection is closed before the server listens
--   lab_app     everything people do, always as a person; member of nothing
--   lab_system  the few named jobs of db/src/as-system.ts
--   lab_rule    cannot log in; owns the functions that answer "who sees what" and append to the chains, and can read no words
-- With psql: psql -v owner_password=... -v app_password=... -v system_password=... -f provision.sql
create role lab_rule nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
create role lab_owner login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'owner_password';
create role lab_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'app_password';
create role lab_system login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password :'system_password';
-- lab_owner does not inherit: it takes the role only to hand functions over in a migration.
grant lab_rule to lab_owner;
