-- Where somebody is signed in, so that they can see it and end it: a session counts only while its row is here. The id is
-- not the one in the browser's cookie. The browser is its family only, such as "Firefox on Windows".
create table access.open_session (
  scope_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  began_at timestamptz not null,
  used_at timestamptz not null,
  browser text not null,
  address text not null,
  primary key (scope_id, id)
);
create index open_session_by_staff on access.open_session (scope_id, staff_id);
alter table access.open_session enable row level security;
alter table access.open_session force row level security;
create policy scope on access.open_session
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on access.open_session to heed_app;
-- Earlier sessions have no row and end here, once; what was typed in them is kept when it is sent.
delete from access.spring_session;
