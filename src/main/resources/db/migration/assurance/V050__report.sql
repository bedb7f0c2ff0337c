-- The committee report on a return, in one version. A correction of one that went out is a new row that amends it. What
-- people write of it, and what is frozen when it is checked, is encrypted under the report's key; states and hashes are not.
create table assurance.report (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  number integer not null,
  amends uuid,
  state text not null check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  -- The plan of the year it tells of, and the one that it asks the committee to agree.
  past_plan_id uuid,
  next_plan_id uuid,
  checked_by uuid,
  -- From the check on: what it says, whole, and the SHA-256 of that.
  content_hash bytea,
  frozen bytea,
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return,
  foreign key (scope_id, amends) references assurance.report,
  foreign key (scope_id, past_plan_id) references assurance.plan,
  foreign key (scope_id, next_plan_id) references assurance.plan,
  check ((amends is null) = (number = 1)),
  check ((state = 'DRAFT') = (frozen is null) and (frozen is null) = (content_hash is null)
    and (frozen is null) = (checked_by is null))
);
-- Two people who correct one at once make one correction.
create unique index report_amended_once on assurance.report (scope_id, amends);
create index report_by_return on assurance.report (scope_id, return_id);
alter table assurance.report enable row level security;
alter table assurance.report force row level security;
create policy scope on assurance.report
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.report to heed_app;

-- One part that somebody writes. Each has a version of its own, so that two people in two parts never meet.
create table assurance.report_part (
  scope_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  part text not null,
  typed bytea not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, report_id) references assurance.report
);
create unique index report_part_once on assurance.report_part (scope_id, report_id, part);
alter table assurance.report_part enable row level security;
alter table assurance.report_part force row level security;
create policy scope on assurance.report_part
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.report_part to heed_app;

-- Every move of a report, with who made it, and why where the move needs words.
create table assurance.report_move (
  scope_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  move text not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  note bytea,
  primary key (scope_id, id),
  foreign key (scope_id, report_id) references assurance.report
);
create index report_move_by_report on assurance.report_move (scope_id, report_id, moved_at);
alter table assurance.report_move enable row level security;
alter table assurance.report_move force row level security;
create policy scope on assurance.report_move
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.report_move to heed_app;
