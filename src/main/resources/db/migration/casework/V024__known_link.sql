-- What somebody said of two namings: that they are one person, or different people. A known person is nothing but namings
-- so joined. Lines are added and ended, never changed. The reasons are encrypted under the key of concern_id.
create table casework.known_link (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('SAME', 'DIFFERENT')),
  made_by uuid not null,
  made_at timestamptz not null,
  why bytea,
  ended_by uuid,
  ended_at timestamptz,
  end_why bytea,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern,
  foreign key (scope_id, one_id) references casework.concern_person,
  foreign key (scope_id, other_id) references casework.concern_person,
  check (one_id < other_id),
  check ((ended_by is null) = (ended_at is null) and (end_why is null or ended_at is not null))
);
create unique index known_link_open on casework.known_link (scope_id, one_id, other_id) where ended_at is null;
create index known_link_by_one on casework.known_link (scope_id, one_id);
create index known_link_by_other on casework.known_link (scope_id, other_id);
alter table casework.known_link enable row level security;
alter table casework.known_link force row level security;
create policy scope on casework.known_link
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.known_link to heed_app;
grant update (ended_by, ended_at, end_why) on casework.known_link to heed_app;
