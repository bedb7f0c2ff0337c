-- A form that arrived after its session ended, encrypted under a key of its own, for whoever was signed in to find again.
create table access.parked_form (
  scope_id uuid not null,
  id uuid not null,
  owner uuid not null,
  parked_at timestamptz not null,
  typed bytea not null,
  primary key (scope_id, id)
);
create index parked_form_by_owner on access.parked_form (scope_id, owner, parked_at desc);
alter table access.parked_form enable row level security;
alter table access.parked_form force row level security;
create policy scope on access.parked_form
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on access.parked_form to heed_app;
