create policy to_search on leaf for select to heed_search using (true);
grant select on leaf to heed_search;
create function find_leaf(asked uuid, wanted text) returns setof uuid language sql stable security definer
    set search_path = casework, pg_temp
    as $$
        select id from casework.leaf
        where scope_id = asked and scope_id = nullif(current_setting('heed.scope', true), '')::uuid and word like wanted
    $$;
grant execute on function find_leaf(uuid, text) to heed_app;
alter function find_leaf(uuid, text) owner to heed_search;
