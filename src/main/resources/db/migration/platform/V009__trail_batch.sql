-- What vouches for the audit log. Its entries are never touched again, so it is kept beside them: entries of one scope that
-- have committed are gathered into a batch, and the batch's head, signed with a key that is not in the database, names the
-- root of a Merkle tree over them and the head before it. Heads are written to a file outside the database as well.
-- heed_app may add to both tables and read them, never change or remove.
create table platform.trail_batch (
  number bigint primary key,
  kind text not null check (kind in ('BACKLOG', 'BATCH', 'LATE', 'RESTORED', 'KEY')),
  previous text not null,
  scope_id uuid not null,
  size integer not null,
  total bigint not null,
  root text not null,
  since timestamptz not null,
  made_at timestamptz not null,
  note text not null,
  key text not null,
  signature text not null
);
grant select, insert on platform.trail_batch to heed_app;

-- Which entry is in which batch, and where: the hash lets a verifier name the entry that was altered or is gone.
create table platform.trail_leaf (
  scope_id uuid not null,
  entry_id uuid not null,
  batch bigint not null,
  position integer not null,
  hash bytea not null,
  primary key (scope_id, entry_id),
  unique (scope_id, batch, position)
);
alter table platform.trail_leaf enable row level security;
alter table platform.trail_leaf force row level security;
create policy scope on platform.trail_leaf
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on platform.trail_leaf to heed_app;

-- Entries in the order of their dates: gathering walks along it, and so does reading the log by day.
create index trail_by_time on platform.trail (scope_id, at, id);

-- Every scope that has an entry, found by one step of an index for each, so that none can be forgotten. Ids of scopes only.
create policy search on platform.trail for select to heed_search using (true);
grant select (scope_id) on platform.trail to heed_search;
create function platform.trail_scopes() returns setof uuid language sql stable security definer
    set search_path = platform, pg_temp
    as $$
        with recursive one as (
            (select scope_id from platform.trail order by scope_id limit 1)
            union all
            select (select t.scope_id from platform.trail t where t.scope_id > one.scope_id order by t.scope_id limit 1)
            from one where one.scope_id is not null)
        select scope_id from one where scope_id is not null
    $$;
grant execute on function platform.trail_scopes() to heed_app;
alter function platform.trail_scopes() owner to heed_search;
