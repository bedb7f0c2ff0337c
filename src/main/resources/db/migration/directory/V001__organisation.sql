-- Installation-wide and shown before sign-in, so exempt from row-level security: scopes, councils, services' numbers to ring.
create table directory.recording_scope (
  scope_id uuid primary key,
  name text not null,
  created_at timestamptz not null
);
grant select, insert on directory.recording_scope to heed_app;

create table directory.council (
  scope_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('COUNCIL', 'COMPANY', 'PROVIDER')),
  primary key (scope_id, id)
);
alter table directory.council enable row level security;
alter table directory.council force row level security;
create policy scope on directory.council
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on directory.council to heed_app;

create table directory.service (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  code text not null,
  name text not null,
  headcount integer,
  primary key (scope_id, id),
  unique (scope_id, council_id, code),
  foreign key (scope_id, council_id) references directory.council
);
alter table directory.service enable row level security;
alter table directory.service force row level security;
create policy scope on directory.service
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on directory.service to heed_app;

-- The numbers to ring, shown to everyone always, signed in or not.
create table directory.ring_number (
  scope_id uuid not null,
  sort integer not null,
  name text not null,
  number text not null,
  note text not null,
  primary key (scope_id, sort)
);
grant select, insert, update, delete on directory.ring_number to heed_app;
