-- Accounts of other systems that sign somebody in here (OpenID Connect). Exempt from row-level security like the account:
-- read before a scope is known. Issuer and subject are one keyed digest, so the same subject of two issuers is two.
create table access.sso_link (
  id uuid primary key,
  staff_id uuid not null references access.account,
  subject bytea not null unique,
  provider text not null,
  linked_at timestamptz not null
);
create index sso_link_by_staff on access.sso_link (staff_id);
grant select, insert, delete on access.sso_link to heed_app;
