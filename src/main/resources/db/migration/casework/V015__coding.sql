-- What kinds of harm an officer sees in a concern, as many as are true. A type that is taken off keeps its line.
create table casework.concern_type (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  list text not null check (list in ('ADULT', 'CHILD', 'CONTEXT')),
  code text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  taken_off_by uuid,
  taken_off_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern,
  check ((taken_off_by is null) = (taken_off_at is null))
);
create unique index concern_type_once on casework.concern_type (scope_id, concern_id, list, code) where taken_off_at is null;
alter table casework.concern_type enable row level security;
alter table casework.concern_type force row level security;
create policy scope on casework.concern_type
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.concern_type to heed_app;

-- The level of need as we see it, and the time by which to act. Each change is a line; the last counts.
create table casework.concern_level (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  code text not null,
  reasons bytea,
  set_by uuid not null,
  set_at timestamptz not null,
  sort integer not null,
  primary key (scope_id, id),
  unique (scope_id, concern_id, sort),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.concern_level enable row level security;
alter table casework.concern_level force row level security;
create policy scope on casework.concern_level
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.concern_level to heed_app;

create table casework.act_by (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  act_by timestamptz not null,
  set_by uuid not null,
  set_at timestamptz not null,
  sort integer not null,
  primary key (scope_id, id),
  unique (scope_id, concern_id, sort),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.act_by enable row level security;
alter table casework.act_by force row level security;
create policy scope on casework.act_by
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.act_by to heed_app;
