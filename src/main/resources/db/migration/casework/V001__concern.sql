-- A concern. What was told is one encrypted document; what is plain here is codes, dates and ids.
create table casework.concern (
  scope_id uuid not null,
  id uuid not null,
  ref text not null check (ref ~ '^C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'),
  council_id uuid not null,
  service_id uuid,
  submission uuid not null,
  raised_by uuid,
  received_at timestamptz not null,
  danger boolean not null,
  subject_kind text not null check (subject_kind in ('CHILD', 'UNBORN', 'ADULT', 'FAMILY', 'PLACE', 'NOT_KNOWN')),
  marking text not null check (marking in ('NORMAL', 'RESTRICTED', 'ALLEGATION')),
  status text not null check (status in ('RECEIVED', 'IN_TRIAGE', 'DECIDED', 'JOINED')),
  taken_by uuid,
  taken_at timestamptz,
  first_taken_at timestamptz,
  decided_at timestamptz,
  outcome text check (outcome in ('NO_FURTHER_ACTION', 'ADVICE_GIVEN', 'SIGNPOST', 'REFER', 'OPEN_CASE', 'ADD_TO_CASE')),
  told bytea not null,
  version integer not null default 0,
  primary key (scope_id, id),
  unique (scope_id, ref),
  unique (scope_id, submission)
);
create index concern_by_state on casework.concern (scope_id, status, danger desc, received_at, id);
create index concern_by_reporter on casework.concern (scope_id, raised_by, received_at desc);
alter table casework.concern enable row level security;
alter table casework.concern force row level security;
create policy scope on casework.concern
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.concern to heed_app;
