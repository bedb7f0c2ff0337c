-- A second officer's view of a decision to do nothing where danger was reported. Which decisions wait for one is computed.
create table casework.countersignature (
  scope_id uuid not null,
  decision_id uuid not null,
  concern_id uuid not null,
  agrees boolean not null,
  reasons bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, decision_id),
  foreign key (scope_id, decision_id) references casework.decision,
  foreign key (scope_id, concern_id) references casework.concern,
  check (agrees or reasons is not null)
);
create index countersignature_by_concern on casework.countersignature (scope_id, concern_id);
alter table casework.countersignature enable row level security;
alter table casework.countersignature force row level security;
create policy scope on casework.countersignature
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.countersignature to heed_app;
