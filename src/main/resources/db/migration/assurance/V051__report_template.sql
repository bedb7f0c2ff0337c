-- A Word template that a council or its board has for committee reports. The file itself is in records.file, whose owner_id
-- is this row's id; only one that nothing is wrong with is kept.
create table assurance.report_template (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (scope_id, id)
);
create index report_template_by_council on assurance.report_template (scope_id, council_id, added_at desc);
alter table assurance.report_template enable row level security;
alter table assurance.report_template force row level security;
create policy scope on assurance.report_template
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on assurance.report_template to heed_app;
