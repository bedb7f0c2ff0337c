-- What others asked for, or what was learned, that has to be answered: by an action, or by a decision not to act (invariant
-- 17). Its words are encrypted under its own key.
create table assurance.recommendation (
  scope_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('FINDING', 'RECOMMENDATION', 'LEARNING_POINT')),
  year integer not null,
  code text not null,
  words bytea not null,
  paper_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  check (year between 1990 and 2100)
);
create index recommendation_by_year on assurance.recommendation (scope_id, year, kind, code);
alter table assurance.recommendation enable row level security;
alter table assurance.recommendation force row level security;
create policy scope on assurance.recommendation
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.recommendation to heed_app;

-- A decision not to act on one, or to act after all: the latest counts.
create table assurance.recommendation_decision (
  scope_id uuid not null,
  id uuid not null,
  recommendation_id uuid not null,
  acts boolean not null,
  decided_on date not null,
  words bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, recommendation_id) references assurance.recommendation
);
create index recommendation_decision_by_recommendation
  on assurance.recommendation_decision (scope_id, recommendation_id, made_at);
alter table assurance.recommendation_decision enable row level security;
alter table assurance.recommendation_decision force row level security;
create policy scope on assurance.recommendation_decision
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.recommendation_decision to heed_app;
