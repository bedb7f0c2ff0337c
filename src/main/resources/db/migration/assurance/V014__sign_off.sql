-- Who approved a version, by which minute, and the frozen copy of what it said then, with its hash.
create table assurance.sign_off (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  -- The approving group, its minute, and the accountable post.
  words bytea not null,
  minute_day date not null,
  content_hash bytea not null,
  copy bytea not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return
);
create unique index sign_off_once on assurance.sign_off (scope_id, return_id);
alter table assurance.sign_off enable row level security;
alter table assurance.sign_off force row level security;
create policy scope on assurance.sign_off
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.sign_off to heed_app;

-- That the copy which was signed off went to the board; the application may only say later when the board had it.
create table assurance.submission (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  content_hash bytea not null,
  board_scope uuid,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  delivered_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return
);
create unique index submission_once on assurance.submission (scope_id, return_id);
create index submission_waiting on assurance.submission (scope_id) where delivered_at is null and board_scope is not null;
alter table assurance.submission enable row level security;
alter table assurance.submission force row level security;
create policy scope on assurance.submission
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.submission to heed_app;
grant update (delivered_at) on assurance.submission to heed_app;

-- The same copy where the board has it: in the board's own scope, encrypted under a key of the board's.
create table assurance.received_return (
  scope_id uuid not null,
  id uuid not null,
  from_scope uuid not null,
  council_id uuid not null,
  cycle_id uuid not null,
  participation_id uuid not null,
  number integer not null,
  content_hash bytea not null,
  copy bytea not null,
  received_at timestamptz not null,
  primary key (scope_id, id)
);
create index received_return_by_cycle on assurance.received_return (scope_id, cycle_id, received_at);
alter table assurance.received_return enable row level security;
alter table assurance.received_return force row level security;
create policy scope on assurance.received_return
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.received_return to heed_app;
