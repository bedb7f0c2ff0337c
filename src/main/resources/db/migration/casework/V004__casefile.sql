-- A case a decision opened: for now its reference, its lead and the concerns in it.
create table casework.casefile (
  scope_id uuid not null,
  id uuid not null,
  ref text not null check (ref ~ '^K-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'),
  opened_by uuid not null,
  opened_at timestamptz not null,
  lead uuid not null,
  primary key (scope_id, id),
  unique (scope_id, ref)
);
alter table casework.casefile enable row level security;
alter table casework.casefile force row level security;
create policy scope on casework.casefile
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.casefile to heed_app;
alter table casework.concern add column case_id uuid;
create index concern_by_case on casework.concern (scope_id, case_id) where case_id is not null;
