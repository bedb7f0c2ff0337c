-- Everyone who works for a body in the scope. Names, addresses and posts are encrypted; tokens let a typed name find them.
create table access.staff (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  service_id uuid,
  manager_id uuid,
  name bytea not null,
  mail bytea not null,
  post bytea not null,
  name_tokens bigint[] not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  version integer not null default 0,
  primary key (scope_id, id)
);
create index staff_by_manager on access.staff (scope_id, manager_id);
create index staff_by_name on access.staff using gin (name_tokens);
alter table access.staff enable row level security;
alter table access.staff force row level security;
create policy scope on access.staff
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on access.staff to heed_app;
