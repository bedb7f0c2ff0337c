-- How long a concern may wait before who is told; where a council has set nothing, what ships counts.
create table casework.response_plan (
  scope_id uuid primary key,
  closing time not null,
  danger_minutes integer[] not null,
  danger_told text[] not null,
  before_due integer not null,
  others_told text[] not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);
alter table casework.response_plan enable row level security;
alter table casework.response_plan force row level security;
create policy scope on casework.response_plan
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.response_plan to heed_app;
