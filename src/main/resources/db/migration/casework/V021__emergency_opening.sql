-- A restricted concern that somebody opened in an emergency, why, and what a second person found of it afterwards. Both
-- texts are encrypted under the concern's key.
create table casework.emergency_opening (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  staff_id uuid not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  why bytea not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  finding text check (finding in ('RIGHT', 'NOT_RIGHT')),
  finding_words bytea,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern,
  check ((finding is null) = (reviewed_at is null) and (finding is null) = (reviewed_by is null)),
  check (reviewed_by is distinct from staff_id)
);
create index emergency_opening_by_staff on casework.emergency_opening (scope_id, staff_id, opened_at);
alter table casework.emergency_opening enable row level security;
alter table casework.emergency_opening force row level security;
create policy scope on casework.emergency_opening
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.emergency_opening to heed_app;
