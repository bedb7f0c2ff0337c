-- Advice asked and given: a short record of its own, under a key of its own. raised_by is who asked.
create table casework.advice (
  scope_id uuid not null,
  id uuid not null,
  ref text not null check (ref ~ '^A-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'),
  submission uuid not null,
  raised_by uuid,
  asker bytea,
  asked_at timestamptz not null,
  subject_kind text not null check (subject_kind in ('CHILD', 'UNBORN', 'ADULT', 'FAMILY', 'PLACE', 'NOT_KNOWN')),
  marking text not null check (marking in ('NORMAL', 'RESTRICTED', 'ALLEGATION')),
  question bytea not null,
  answer bytea,
  answered_by uuid,
  answered_at timestamptz,
  read_at timestamptz,
  recorded_by uuid,
  primary key (scope_id, id),
  unique (scope_id, ref),
  unique (scope_id, submission),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index advice_by_asker on casework.advice (scope_id, raised_by, asked_at desc);
create index advice_by_time on casework.advice (scope_id, asked_at desc, id);
alter table casework.advice enable row level security;
alter table casework.advice force row level security;
create policy scope on casework.advice
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.advice to heed_app;

-- A concern that began as advice: the draft it was carried into, by which the concern is found once it is sent.
create table casework.advice_draft (
  scope_id uuid not null,
  draft_id uuid not null,
  advice_id uuid not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  primary key (scope_id, draft_id),
  foreign key (scope_id, advice_id) references casework.advice
);
create index advice_draft_by_advice on casework.advice_draft (scope_id, advice_id);
alter table casework.advice_draft enable row level security;
alter table casework.advice_draft force row level security;
create policy scope on casework.advice_draft
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.advice_draft to heed_app;
