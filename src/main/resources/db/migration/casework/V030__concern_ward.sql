-- The ward that an officer says a concern belongs to, for figures. Each change is a line; the last counts, and one without
-- a code takes the ward back.
create table casework.concern_ward (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  code text,
  set_by uuid not null,
  set_at timestamptz not null,
  sort integer not null,
  primary key (scope_id, id),
  unique (scope_id, concern_id, sort),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.concern_ward enable row level security;
alter table casework.concern_ward force row level security;
create policy scope on casework.concern_ward
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.concern_ward to heed_app;
