-- Heed's roles and database, for PostgreSQL 15 and newer. `java -jar heed.jar database-script` prints this text for psql;
-- Heed runs the same on the PostgreSQL it carries. Running it again changes nothing that is right.
--
-- heed_owner   owns the database and its schemas and runs the migrations; nothing else signs in with it.
-- heed_app     what Heed works with: owns nothing, and row-level security always holds for it.
-- heed_search  cannot sign in. It owns the few SECURITY DEFINER functions that search across row-level security.
--
-- Nobody may have heed_search's rights: its own policies let it read every row. heed_owner must be its member to hand
-- functions to it, but NOINHERIT keeps the rights from it. Heed takes the membership away after the migrations where it
-- can; on an external PostgreSQL it may stay, and heed_app must never be given it: Heed checks that at every start.
do $$
begin
    if not exists (select from pg_roles where rolname = 'heed_search') then
        create role heed_search nologin noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'heed_owner') then
        create role heed_owner login noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'heed_app') then
        create role heed_app login noinherit;
    end if;
    -- Made by hand before, and with too much: put right, because row-level security does not hold for such a role.
    if exists (select from pg_roles where rolname in ('heed_owner', 'heed_app', 'heed_search')
            and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit
                or rolcanlogin = (rolname = 'heed_search'))) then
        alter role heed_owner nosuperuser nobypassrls nocreaterole nocreatedb noreplication noinherit login;
        alter role heed_app nosuperuser nobypassrls nocreaterole nocreatedb noreplication noinherit login;
        alter role heed_search nosuperuser nobypassrls nocreaterole nocreatedb noreplication noinherit nologin;
    end if;
end
$$;
grant heed_search to heed_owner;

create database heed owner heed_owner encoding 'UTF8' template template0;
