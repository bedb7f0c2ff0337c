-- What is needed before a recording scope is known, so exempt from row-level security: how someone signs in.
-- The mail address is only a keyed digest here; the one-time-code secret is encrypted.
create table access.account (
  staff_id uuid primary key,
  scope_id uuid not null,
  mail_token bytea not null unique,
  password text,
  code_secret bytea,
  code_confirmed_at timestamptz,
  code_last_step bigint,
  demo boolean not null default false,
  closed_at timestamptz,
  version integer not null default 0
);
grant select, insert, update on access.account to heed_app;

create table access.recovery_code (
  staff_id uuid not null references access.account,
  digest bytea not null,
  used_at timestamptz,
  primary key (staff_id, digest)
);
grant select, insert, update, delete on access.recovery_code to heed_app;

-- One link to choose a first password, or a new one: its digest only.
create table access.invitation (
  digest bytea primary key,
  staff_id uuid not null references access.account,
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update on access.invitation to heed_app;

-- Failed tries by account and by network address, as keyed digests, so that any node throttles alike.
create table access.signin_failure (
  id uuid primary key,
  subject bytea not null,
  failed_at timestamptz not null
);
create index signin_failure_by_subject on access.signin_failure (subject, failed_at);
grant select, insert, delete on access.signin_failure to heed_app;
