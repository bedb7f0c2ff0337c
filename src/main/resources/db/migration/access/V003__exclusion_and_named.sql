-- Who is barred from a record whatever their role: the subject, their family, their line, whoever said "I know this person".
create table access.exclusion (
  scope_id uuid not null,
  record_id uuid not null,
  staff_id uuid not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, record_id, staff_id)
);
create index exclusion_by_staff on access.exclusion (scope_id, staff_id);
alter table access.exclusion enable row level security;
alter table access.exclusion force row level security;
create policy scope on access.exclusion
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on access.exclusion to heed_app;

-- Who may see a restricted record or an allegation by name.
create table access.named (
  scope_id uuid not null,
  record_id uuid not null,
  staff_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, record_id, staff_id)
);
create index named_by_staff on access.named (scope_id, staff_id);
alter table access.named enable row level security;
alter table access.named force row level security;
create policy scope on access.named
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on access.named to heed_app;
