-- What somebody searched for, kept for an hour so that its pages have an address without a name in it.
create table casework.search (
  scope_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  sought bytea not null,
  -- How many concerns the searcher could see at that moment.
  searched integer not null,
  made_at timestamptz not null,
  primary key (scope_id, id)
);
alter table casework.search enable row level security;
alter table casework.search force row level security;
create policy scope on casework.search
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on casework.search to heed_app;
create index search_by_age on casework.search (scope_id, made_at);
