-- Support offered to the person who told us, and whether they took it.
create table casework.support (
  scope_id uuid not null,
  concern_id uuid not null,
  code text not null,
  taken text not null check (taken in ('YES', 'NO', 'NOT_YET')),
  offered_by uuid not null,
  offered_at timestamptz not null,
  primary key (scope_id, concern_id, code),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.support enable row level security;
alter table casework.support force row level security;
create policy scope on casework.support
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.support to heed_app;

-- What an officer wrote back to the person who told us.
create table casework.feedback (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  words bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  read_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern
);
create index feedback_by_concern on casework.feedback (scope_id, concern_id, written_at);
alter table casework.feedback enable row level security;
alter table casework.feedback force row level security;
create policy scope on casework.feedback
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.feedback to heed_app;

-- What was added after sending, by the person who told us or an officer. The account itself does not change.
create table casework.addendum (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  submission uuid not null,
  kind text not null check (kind in ('BY_REPORTER', 'BY_OFFICER', 'SUMMARY')),
  words bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (scope_id, id),
  unique (scope_id, concern_id, submission),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.addendum enable row level security;
alter table casework.addendum force row level security;
create policy scope on casework.addendum
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.addendum to heed_app;
