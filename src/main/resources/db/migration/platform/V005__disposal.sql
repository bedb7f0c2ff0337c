-- What was disposed of: written in the transaction that destroys the record's key, and never taken away. The same is kept
-- in a file outside the database and its backups; this table says which of the file's lines really happened, and makes the
-- file whole again. Ids and times only; exempt from row-level security, because every start reads it for all scopes.
create table platform.disposal (
  scope_id uuid not null,
  record_id uuid not null,
  disposed_at timestamptz not null,
  primary key (scope_id, record_id)
);
grant select, insert on platform.disposal to heed_app;
