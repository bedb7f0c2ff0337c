-- A concern's own history: one line for every move. Lines are added, never changed.
create table casework.concern_entry (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  act text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  note bytea,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern
);
create index concern_entry_by_concern on casework.concern_entry (scope_id, concern_id, made_at);
alter table casework.concern_entry enable row level security;
alter table casework.concern_entry force row level security;
create policy scope on casework.concern_entry
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.concern_entry to heed_app;

-- What was decided, each time it was decided: a decision after reopening stands beside the earlier one.
create table casework.decision (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  outcome text not null,
  reason_code text not null,
  route_code text,
  reasons bytea not null,
  detail bytea,
  lead uuid,
  case_id uuid,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern
);
create index decision_by_concern on casework.decision (scope_id, concern_id, decided_at);
alter table casework.decision enable row level security;
alter table casework.decision force row level security;
create policy scope on casework.decision
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.decision to heed_app;
