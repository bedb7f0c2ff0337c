-- The reasons that officers choose from under each decision. A code once used is never deleted or given another meaning:
-- it ends, and a new one begins.
create table casework.decision_reason (
  scope_id uuid not null,
  outcome text not null,
  code text not null,
  label text not null,
  sort integer not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  source text not null,
  unconfirmed boolean not null,
  changed_by uuid not null,
  primary key (scope_id, outcome, code)
);
alter table casework.decision_reason enable row level security;
alter table casework.decision_reason force row level security;
create policy scope on casework.decision_reason
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.decision_reason to heed_app;
