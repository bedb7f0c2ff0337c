-- A file that belongs to a draft or a concern (its owner): what it is, never what it shows. Its own record key seals its
-- name, its description and stream_key, and stream_key seals its pieces; place is where it stands in the list: dropping the record key's row makes all of it
-- unreadable for good. Not a foreign key to its owner: drafts and concerns live in a module above this one.
create table records.file (
  scope_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  place integer not null,
  kind text not null check (kind in ('JPEG', 'PNG', 'HEIC', 'PDF', 'DOCX', 'XLSX', 'TXT', 'EML')),
  size bigint not null,
  digest bytea not null,
  name bytea not null,
  description bytea not null,
  stream_key bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  state text not null check (state in ('WAITING', 'CLEAN', 'NOT_CHECKED', 'HELD', 'INFECTED')),
  checked_at timestamptz,
  primary key (scope_id, id)
);
create unique index file_once on records.file (scope_id, owner_id, added_by, digest);
create index file_to_check on records.file (scope_id, checked_at) where state in ('WAITING', 'NOT_CHECKED', 'HELD');
alter table records.file enable row level security;
alter table records.file force row level security;
create policy scope on records.file
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on records.file to heed_app;

-- The encrypted bytes, in pieces that are neither too many to fetch nor too large to hold.
create table records.file_piece (
  scope_id uuid not null,
  file_id uuid not null,
  n integer not null,
  bytes bytea not null,
  primary key (scope_id, file_id, n),
  foreign key (scope_id, file_id) references records.file on delete cascade
);
-- Ciphertext does not shrink: trying to would only cost time.
alter table records.file_piece alter column bytes set storage external;
alter table records.file_piece enable row level security;
alter table records.file_piece force row level security;
create policy scope on records.file_piece
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on records.file_piece to heed_app;
