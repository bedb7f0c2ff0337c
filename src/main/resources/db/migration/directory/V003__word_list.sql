-- The lists that people choose from, as a council keeps them. Each change writes the whole list anew under the next
-- version, so that every past version can be read and no code that was ever used loses its label. A list without a
-- version here is as it ships. Nothing in a list is about a person.
create table directory.word_list_version (
  scope_id uuid not null,
  list text not null,
  version integer not null,
  id uuid not null,
  change text not null check (change in ('ADDED', 'CHANGED', 'MOVED', 'IMPORTED', 'ADOPTED')),
  code text,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, list, version)
);
alter table directory.word_list_version enable row level security;
alter table directory.word_list_version force row level security;
create policy scope on directory.word_list_version
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on directory.word_list_version to heed_app;

create table directory.word_list_row (
  scope_id uuid not null,
  list text not null,
  version integer not null,
  sort integer not null,
  code text not null,
  label text not null,
  meant text not null,
  parent text not null,
  applies_to text not null,
  valid_from date,
  valid_to date,
  source text not null,
  status text not null check (status in ('sourced', 'unconfirmed', 'confirmed')),
  more text[] not null,
  primary key (scope_id, list, version, code),
  foreign key (scope_id, list, version) references directory.word_list_version
);
alter table directory.word_list_row enable row level security;
alter table directory.word_list_row force row level security;
create policy scope on directory.word_list_row
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on directory.word_list_row to heed_app;

-- Who adopted which version of a list, and how many of its rows nobody had confirmed by then.
create table directory.word_list_adoption (
  scope_id uuid not null,
  list text not null,
  version integer not null,
  adopted_by uuid not null,
  adopted_at timestamptz not null,
  unconfirmed integer not null,
  primary key (scope_id, list, version),
  foreign key (scope_id, list, version) references directory.word_list_version
);
alter table directory.word_list_adoption enable row level security;
alter table directory.word_list_adoption force row level security;
create policy scope on directory.word_list_adoption
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on directory.word_list_adoption to heed_app;
