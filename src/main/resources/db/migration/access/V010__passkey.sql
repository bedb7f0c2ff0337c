-- Passkeys (WebAuthn). Exempt from row-level security like the account: read before a scope is known. What is kept of one is
-- its id and public key; its name is encrypted, as people name them after themselves.
create table access.passkey (
  id uuid primary key,
  staff_id uuid not null references access.account,
  credential_id bytea not null unique,
  credential bytea not null,
  sign_count bigint not null,
  backup_eligible boolean not null,
  name bytea not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_staff on access.passkey (staff_id);
grant select, insert, update, delete on access.passkey to heed_app;

-- Challenges that a passkey answered, so that no answer counts twice. Only answers that were right are written.
create table access.passkey_answer (
  digest bytea primary key,
  answered_at timestamptz not null
);
grant select, insert, delete on access.passkey_answer to heed_app;
