-- Dated totals from an older tool, as one file brought them: encrypted, for it says where they are from in somebody's
-- words. It waits for a day until it is applied, and stays on record when it is taken back.
create table insight.history_load (
  scope_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  lines integer not null,
  totals bytea not null,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (scope_id, id)
);
alter table insight.history_load enable row level security;
alter table insight.history_load force row level security;
create policy scope on insight.history_load
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on insight.history_load to heed_app;
