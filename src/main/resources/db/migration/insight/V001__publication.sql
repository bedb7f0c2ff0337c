-- A quarter as it was published, once and for all: number 0 is the first, each later one a revision with its reason. The
-- application may not change or delete one. The figures and the coordinator's note are encrypted; the hash is of the whole
-- frozen copy before encryption.
create table insight.publication (
  scope_id uuid not null,
  id uuid not null,
  quarter date not null,
  number integer not null,
  published_by uuid not null,
  published_at timestamptz not null,
  as_at timestamptz not null,
  hide_to integer not null,
  content_hash bytea not null,
  full_copy bytea not null,
  members_copy bytea not null,
  reason bytea,
  primary key (scope_id, id)
);
create unique index publication_number on insight.publication (scope_id, quarter, number);
alter table insight.publication enable row level security;
alter table insight.publication force row level security;
create policy scope on insight.publication
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on insight.publication to heed_app;
