-- Who a concern is about, with the role each has in it.
create table casework.concern_person (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  sort integer not null,
  role text not null check (role in ('AT_RISK', 'ALLEGED', 'FAMILY', 'WITNESS', 'PROFESSIONAL', 'NOT_SURE')),
  unborn boolean not null,
  details bytea not null,
  name_tokens bigint[] not null,
  primary key (scope_id, id),
  foreign key (scope_id, concern_id) references casework.concern
);
create index concern_person_by_concern on casework.concern_person (scope_id, concern_id, sort);
alter table casework.concern_person enable row level security;
alter table casework.concern_person force row level security;
create policy scope on casework.concern_person
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.concern_person to heed_app;
