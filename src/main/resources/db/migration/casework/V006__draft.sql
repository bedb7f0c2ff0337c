-- What someone is still writing, encrypted under a key of its own, theirs alone.
create table casework.draft (
  scope_id uuid not null,
  id uuid not null,
  owner uuid not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  typed bytea not null,
  version integer not null default 0,
  sent_as uuid,
  primary key (scope_id, id)
);
create index draft_by_owner on casework.draft (scope_id, owner, saved_at desc);
alter table casework.draft enable row level security;
alter table casework.draft force row level security;
create policy scope on casework.draft
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on casework.draft to heed_app;
