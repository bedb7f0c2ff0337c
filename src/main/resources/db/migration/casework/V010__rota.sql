-- Who is on duty, and who answers when they do not. A shift is never changed: a new one takes its place and it stays.
create table casework.shift (
  scope_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  cover_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  replaces uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (scope_id, id),
  check (ends_at > starts_at),
  check (cover_id is distinct from officer_id)
);
create index shift_by_time on casework.shift (scope_id, ends_at) where removed_at is null;
alter table casework.shift enable row level security;
alter table casework.shift force row level security;
create policy scope on casework.shift
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.shift to heed_app;

-- Times without anybody on duty that were told of, each once, by when they began.
create table casework.rota_gap (
  scope_id uuid not null,
  began_at timestamptz not null,
  told_at timestamptz not null,
  primary key (scope_id, began_at)
);
alter table casework.rota_gap enable row level security;
alter table casework.rota_gap force row level security;
create policy scope on casework.rota_gap
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.rota_gap to heed_app;

-- What one shift leaves to the next: a general part, and parts that belong to a concern and are under its key.
create table casework.handover (
  scope_id uuid not null,
  id uuid not null,
  submission uuid not null,
  written_by uuid not null,
  written_at timestamptz not null,
  words bytea,
  primary key (scope_id, id),
  unique (scope_id, submission)
);
create index handover_by_time on casework.handover (scope_id, written_at);
alter table casework.handover enable row level security;
alter table casework.handover force row level security;
create policy scope on casework.handover
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.handover to heed_app;

create table casework.handover_line (
  scope_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  concern_id uuid not null,
  words bytea not null,
  primary key (scope_id, id),
  foreign key (scope_id, handover_id) references casework.handover,
  foreign key (scope_id, concern_id) references casework.concern
);
create index handover_line_by_handover on casework.handover_line (scope_id, handover_id);
alter table casework.handover_line enable row level security;
alter table casework.handover_line force row level security;
create policy scope on casework.handover_line
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.handover_line to heed_app;

create table casework.handover_reading (
  scope_id uuid not null,
  handover_id uuid not null,
  staff_id uuid not null,
  read_at timestamptz not null,
  primary key (scope_id, handover_id, staff_id),
  foreign key (scope_id, handover_id) references casework.handover
);
alter table casework.handover_reading enable row level security;
alter table casework.handover_reading force row level security;
create policy scope on casework.handover_reading
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.handover_reading to heed_app;
