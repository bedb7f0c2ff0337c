-- Finds concerns that name somebody of a like name, or of one address. As access.staff_named: under row-level security the
-- token indexes are silently not used, so a narrow function of a role that may read every row of these columns gives ids;
-- whoever calls it joins them back to the protected tables.
alter table casework.concern_person add column place_tokens bigint[] not null default '{}';
grant update (place_tokens) on casework.concern_person to heed_app;
create index concern_person_by_name on casework.concern_person using gin (name_tokens);
create index concern_person_by_place on casework.concern_person using gin (place_tokens);

grant select (scope_id, concern_id, name_tokens, place_tokens, withdrawn_at) on casework.concern_person to heed_search;
create policy search on casework.concern_person for select to heed_search using (true);

-- A name needs two tokens in common, such as how the given name and the surname sound: one run of three letters is chance.
create function casework.people_named(scope uuid, names bigint[], places bigint[]) returns table (concern_id uuid, alike integer)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select f.concern_id, max(f.alike)::integer from (
      select p.concern_id, (select count(*) from unnest(p.name_tokens) t where t = any (names)) alike
        from casework.concern_person p
       where p.scope_id = scope and p.name_tokens && names and p.withdrawn_at is null
      union all
      select p.concern_id, 100 from casework.concern_person p
       where p.scope_id = scope and p.place_tokens && places and p.withdrawn_at is null
    ) f
    where f.alike >= 2 and scope = nullif(current_setting('heed.scope', true), '')::uuid
    group by f.concern_id
  $$;
revoke all on function casework.people_named(uuid, bigint[], bigint[]) from public;
grant execute on function casework.people_named(uuid, bigint[], bigint[]) to heed_app;
-- Last: its maker has no rights over it afterwards.
alter function casework.people_named(uuid, bigint[], bigint[]) owner to heed_search;
