-- A post leads actions, not a person: who holds it, from when until when, is written down beside it, so that any day can be
-- asked about. Titles and other names (initials, as plans have them) are encrypted under the post's own key.
create table assurance.post (
  scope_id uuid not null,
  id uuid not null,
  title bytea not null,
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id)
);
alter table assurance.post enable row level security;
alter table assurance.post force row level security;
create policy scope on assurance.post
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.post to heed_app;

-- Somebody who holds a post, both days in it: one of the staff, or somebody elsewhere by name.
create table assurance.post_holder (
  scope_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  staff_id uuid,
  name bytea,
  from_day date not null,
  until_day date,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, post_id) references assurance.post,
  check ((staff_id is null) <> (name is null)),
  check (until_day is null or until_day >= from_day)
);
create index post_holder_by_post on assurance.post_holder (scope_id, post_id);
create index post_holder_by_staff on assurance.post_holder (scope_id, staff_id) where staff_id is not null;
alter table assurance.post_holder enable row level security;
alter table assurance.post_holder force row level security;
create policy scope on assurance.post_holder
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.post_holder to heed_app;
-- Only the last day is ever set: who held a post when stays as it was.
grant update (until_day) on assurance.post_holder to heed_app;

-- How plans call a post or its holder, for a time.
create table assurance.post_alias (
  scope_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  alias bytea not null,
  from_day date,
  until_day date,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, post_id) references assurance.post,
  check (until_day is null or from_day is null or until_day >= from_day)
);
create index post_alias_by_post on assurance.post_alias (scope_id, post_id);
alter table assurance.post_alias enable row level security;
alter table assurance.post_alias force row level security;
create policy scope on assurance.post_alias
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.post_alias to heed_app;
grant update (until_day) on assurance.post_alias to heed_app;
