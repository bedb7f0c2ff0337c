-- A recommendation that somebody typed wrongly is corrected; what it said before stays, with who corrected it and when.
-- Words as it had them then are encrypted under the recommendation's key; number and year are not, as in the recommendation.
alter table assurance.recommendation add column version integer not null default 1;
alter table assurance.recommendation alter column version drop default;
grant update (year, code, words, version) on assurance.recommendation to heed_app;

create table assurance.recommendation_correction (
  scope_id uuid not null,
  id uuid not null,
  recommendation_id uuid not null,
  year integer not null,
  code text not null,
  words bytea not null,
  -- Which version it was that was corrected.
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, recommendation_id) references assurance.recommendation
);
create unique index recommendation_correction_once
  on assurance.recommendation_correction (scope_id, recommendation_id, version);
alter table assurance.recommendation_correction enable row level security;
alter table assurance.recommendation_correction force row level security;
create policy scope on assurance.recommendation_correction
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.recommendation_correction to heed_app;
