-- A framework is a whole document: a scale, an edition of standards and questions, or a crosswalk between editions. It is
-- published text of a board about standards; nothing in it is about a person. What is published is only ever added:
-- the application may not change or delete a row, so a correction is the next version of the same code, with its reason.
-- "Superseded" is that there is a higher version.
create table assurance.framework (
  scope_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('SCALE', 'EDITION', 'CROSSWALK')),
  code text not null,
  version integer not null,
  -- Whose it is: this scope's own, or the one that sent it with an invitation.
  from_scope uuid not null,
  title text not null,
  -- Whose year it is: an edition's.
  year integer,
  document text not null,
  content_hash bytea not null,
  -- An edition's scale, as it was when the edition was published.
  scale_id uuid,
  published_by uuid not null,
  published_at timestamptz not null,
  reason_code text,
  reason bytea,
  primary key (scope_id, id),
  foreign key (scope_id, scale_id) references assurance.framework
);
create unique index framework_version on assurance.framework (scope_id, from_scope, kind, code, version);
alter table assurance.framework enable row level security;
alter table assurance.framework force row level security;
create policy scope on assurance.framework
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.framework to heed_app;

-- One that is being prepared: loaded from a file, and put right until it is published.
create table assurance.framework_draft (
  scope_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('SCALE', 'EDITION', 'CROSSWALK')),
  code text not null,
  title text not null,
  document text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (scope_id, id)
);
create unique index framework_draft_code on assurance.framework_draft (scope_id, kind, code);
alter table assurance.framework_draft enable row level security;
alter table assurance.framework_draft force row level security;
create policy scope on assurance.framework_draft
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on assurance.framework_draft to heed_app;
