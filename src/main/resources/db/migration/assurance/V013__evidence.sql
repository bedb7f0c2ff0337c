-- One dated statement of evidence: what it is about, not when it was written. It may be about several times, each from a
-- day to a day with either end open (null in the array). Without any it is undated, and never in the window; whether it is
-- in is worked out from the days and not kept.
create table assurance.evidence (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  item_code text not null,
  sort integer not null,
  statement bytea not null,
  about_from date[] not null,
  about_until date[] not null,
  -- How the days came: read from the words, or typed.
  about_typed boolean not null,
  state text not null check (state in ('PROPOSED', 'ACCEPTED', 'OUT_OF_WINDOW', 'SUPERSEDED', 'WITHDRAWN')),
  replaces uuid,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  state_by uuid not null,
  state_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return,
  foreign key (scope_id, replaces) references assurance.evidence,
  check (cardinality(about_from) = cardinality(about_until))
);
create index evidence_by_item on assurance.evidence (scope_id, return_id, item_code, sort);
alter table assurance.evidence enable row level security;
alter table assurance.evidence force row level security;
create policy scope on assurance.evidence
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.evidence to heed_app;

-- A figure, entered or counted once; answers cite it. Its words, source and parts are encrypted.
create table assurance.fact (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  origin text not null check (origin in ('COUNTED', 'CITED', 'TYPED', 'READ')),
  -- The code of one of Heed's measures; null for what somebody typed.
  measure_code text,
  value numeric not null,
  period_from date,
  period_until date,
  as_at timestamptz,
  details bytea not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return,
  check ((period_from is null) = (period_until is null) and (origin = 'COUNTED') = (as_at is not null))
);
create index fact_by_return on assurance.fact (scope_id, return_id);
alter table assurance.fact enable row level security;
alter table assurance.fact force row level security;
create policy scope on assurance.fact
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.fact to heed_app;

-- Which answers cite it.
create table assurance.fact_use (
  scope_id uuid not null,
  fact_id uuid not null,
  item_code text not null,
  primary key (scope_id, fact_id, item_code),
  foreign key (scope_id, fact_id) references assurance.fact
);
alter table assurance.fact_use enable row level security;
alter table assurance.fact_use force row level security;
create policy scope on assurance.fact_use
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on assurance.fact_use to heed_app;
