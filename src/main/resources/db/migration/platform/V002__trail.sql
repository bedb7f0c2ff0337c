-- The audit log. heed_app may add and read, never change or remove.
create table platform.trail (
  scope_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor uuid not null,
  act text not null,
  record_id uuid,
  fields text[] not null,
  found uuid[] not null,
  reason text,
  outcome text not null check (outcome in ('DONE', 'REFUSED')),
  came_from text not null,
  primary key (scope_id, id)
);
create index trail_by_record on platform.trail (scope_id, record_id, at);
alter table platform.trail enable row level security;
alter table platform.trail force row level security;
create policy scope on platform.trail
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on platform.trail to heed_app;
