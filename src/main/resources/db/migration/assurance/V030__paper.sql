-- A paper from an earlier year that somebody brought in: a return, an action plan, a committee report or an independent
-- review. The file itself is in records.file, whose owner_id is this row's id. Its own record key encrypts what was read of
-- it (every line and every piece) and, in paper_correction, what people made of that. The counts are for lists alone.
create table assurance.paper (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null check (kind in ('RETURN', 'PLAN', 'REPORT', 'REVIEW')),
  state text not null check (state in ('WAITING', 'UNREADABLE', 'READ', 'ACCEPTED')),
  fault text,
  reading bytea,
  lines integer not null default 0,
  pieces integer not null default 0,
  unread integer not null default 0,
  version integer not null default 0,
  brought_by uuid not null,
  brought_at timestamptz not null,
  reading_since timestamptz,
  read_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  led_to uuid,
  primary key (scope_id, id),
  check ((state = 'UNREADABLE') = (fault is not null)),
  check (state not in ('READ', 'ACCEPTED') or reading is not null),
  check ((state = 'ACCEPTED') = (accepted_at is not null)),
  check ((accepted_at is null) = (accepted_by is null))
);
create index paper_by_council on assurance.paper (scope_id, council_id, brought_at desc);
create index paper_to_read on assurance.paper (scope_id, brought_at) where state = 'WAITING';
alter table assurance.paper enable row level security;
alter table assurance.paper force row level security;
create policy scope on assurance.paper
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on assurance.paper to heed_app;

-- What somebody put right in what was read, one after the other: none is ever changed, so that what was read, and who made
-- what of it, can always be told apart.
create table assurance.paper_correction (
  scope_id uuid not null,
  id uuid not null,
  paper_id uuid not null,
  n integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  correction bytea not null,
  primary key (scope_id, id),
  unique (scope_id, paper_id, n),
  foreign key (scope_id, paper_id) references assurance.paper on delete cascade
);
alter table assurance.paper_correction enable row level security;
alter table assurance.paper_correction force row level security;
create policy scope on assurance.paper_correction
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on assurance.paper_correction to heed_app;

-- What a body's papers of a kind call things: column and heading names, and what each is. Asked once, used for the next
-- paper too. Encrypted, for a heading can hold a name.
create table assurance.paper_mapping (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null check (kind in ('RETURN', 'PLAN', 'REPORT', 'REVIEW')),
  mapping bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  version integer not null default 0,
  primary key (scope_id, id),
  unique (scope_id, council_id, kind)
);
alter table assurance.paper_mapping enable row level security;
alter table assurance.paper_mapping force row level security;
create policy scope on assurance.paper_mapping
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on assurance.paper_mapping to heed_app;
