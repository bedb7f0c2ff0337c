-- A call or other contact that an officer made about a concern: to whom and what was said is encrypted.
create table casework.call (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  submission uuid not null,
  whom text not null check (whom in ('EMERGENCY', 'POLICE', 'CHILDREN', 'ADULTS', 'DUTY', 'OTHER')),
  made_at timestamptz not null,
  details bytea not null,
  logged_by uuid not null,
  logged_at timestamptz not null,
  primary key (scope_id, id),
  unique (scope_id, concern_id, submission),
  foreign key (scope_id, concern_id) references casework.concern
);
create index call_by_concern on casework.call (scope_id, concern_id, made_at);
alter table casework.call enable row level security;
alter table casework.call force row level security;
create policy scope on casework.call
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.call to heed_app;

-- What came of a call. Lines are added, never changed: a written follow-up is due, was sent, was chased; they received
-- it, acknowledged it, decided. What is still owed is computed from these.
create table casework.call_step (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  call_id uuid not null,
  kind text not null check (kind in ('DUE', 'NOT_DUE', 'SENT', 'RECEIVED', 'ACKNOWLEDGED', 'CHASED', 'ESCALATED', 'DECIDED')),
  at timestamptz not null,
  code text,
  note bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  sort integer not null,
  primary key (scope_id, id),
  unique (scope_id, call_id, sort),
  foreign key (scope_id, call_id) references casework.call,
  foreign key (scope_id, concern_id) references casework.concern
);
create index call_step_by_concern on casework.call_step (scope_id, concern_id, made_at);
alter table casework.call_step enable row level security;
alter table casework.call_step force row level security;
create policy scope on casework.call_step
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.call_step to heed_app;
