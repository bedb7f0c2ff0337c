alter table casework.concern drop constraint concern_status_check;
alter table casework.concern add constraint concern_status_check
  check (status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED', 'JOINED', 'IN_ERROR'));

-- A naming that was a mistake stays, encrypted, out of use and search.
alter table casework.concern_person add column withdrawn_at timestamptz;
grant update (withdrawn_at, name_tokens) on casework.concern_person to heed_app;

-- What was asked to be corrected, and the answer. Asked by one officer, answered by another.
create table casework.correction (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  kind text not null check (kind in ('WHOLE', 'PERSON')),
  naming_id uuid,
  instead bytea,
  why bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  done boolean,
  answer bytea,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern,
  check (kind <> 'PERSON' or (naming_id is not null and instead is not null)),
  check ((answered_by is null) = (done is null) and (answered_by is null) = (answered_at is null))
);
create unique index correction_open on casework.correction (scope_id, concern_id) where answered_at is null;
alter table casework.correction enable row level security;
alter table casework.correction force row level security;
create policy scope on casework.correction
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.correction to heed_app;
