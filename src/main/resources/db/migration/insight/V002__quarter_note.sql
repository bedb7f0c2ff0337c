-- What changed in a quarter, in the coordinator's words, until it is published and frozen with the figures.
create table insight.quarter_note (
  scope_id uuid not null,
  id uuid not null,
  quarter date not null,
  words bytea not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (scope_id, id)
);
create unique index quarter_note_quarter on insight.quarter_note (scope_id, quarter);
alter table insight.quarter_note enable row level security;
alter table insight.quarter_note force row level security;
create policy scope on insight.quarter_note
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on insight.quarter_note to heed_app;
