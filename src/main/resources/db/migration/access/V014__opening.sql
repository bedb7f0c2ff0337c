-- A record opened to somebody for a time, to read: by a lead, or by themselves in an emergency. Closing it sets the end.
create table access.opening (
  scope_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('GRANT', 'EMERGENCY')),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  made_by uuid not null,
  primary key (scope_id, id)
);
create index opening_by_staff on access.opening (scope_id, staff_id, valid_until);
create index opening_by_record on access.opening (scope_id, record_id);
alter table access.opening enable row level security;
alter table access.opening force row level security;
create policy scope on access.opening
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on access.opening to heed_app;
