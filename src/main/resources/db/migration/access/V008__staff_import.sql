-- A staff list that an administrator sent and is looking at before it is applied: encrypted under a key of its own, theirs
-- alone, gone after a day. Once applied only counts and ids remain.
create table access.staff_import (
  scope_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  people bytea,
  applied_at timestamptz,
  added uuid[],
  changed integer,
  returned integer,
  left_count integer,
  primary key (scope_id, id)
);
alter table access.staff_import enable row level security;
alter table access.staff_import force row level security;
create policy scope on access.staff_import
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on access.staff_import to heed_app;
