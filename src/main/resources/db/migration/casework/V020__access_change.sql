-- Every change of who may see a concern, with the reasons encrypted under the concern's key. Lines are added, never changed.
create table casework.access_change (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  kind text not null check (kind in ('RESTRICTED', 'UNRESTRICTED', 'NAMED', 'UNNAMED', 'KEPT_FROM', 'LET_BACK', 'OPENED', 'CLOSED')),
  staff_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  until timestamptz,
  why bytea,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern
);
create index access_change_by_concern on casework.access_change (scope_id, concern_id, made_at);
alter table casework.access_change enable row level security;
alter table casework.access_change force row level security;
create policy scope on casework.access_change
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.access_change to heed_app;
