-- What is set for the whole installation (mail, a set-up under way), encrypted. It belongs to no scope and is read before
-- one is known, so it has no row-level security.
create table platform.setting (
  name text primary key,
  sealed bytea not null,
  version integer not null,
  changed_at timestamptz not null
);
grant select, insert, update, delete on platform.setting to heed_app;
