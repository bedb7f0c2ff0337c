-- Roles, with a start and an end. Revoking sets the end; a grant is never deleted.
create table access.role_grant (
  scope_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, staff_id) references access.staff
);
create index role_grant_by_staff on access.role_grant (scope_id, staff_id);
create index role_grant_by_role on access.role_grant (scope_id, role);
alter table access.role_grant enable row level security;
alter table access.role_grant force row level security;
create policy scope on access.role_grant
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on access.role_grant to heed_app;
