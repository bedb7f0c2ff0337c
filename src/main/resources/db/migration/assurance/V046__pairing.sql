-- Who reviews whose return, and for how long: rows of the board's scope. An organisation is named by its recording scope.
create table assurance.pairing (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  reviewer_scope uuid not null,
  owner_scope uuid not null,
  from_day date not null,
  until_day date not null,
  -- The day from which the board opens it no more.
  ended_on date,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, cycle_id) references assurance.cycle,
  -- Nobody reviews their own return (invariant 5).
  check (reviewer_scope <> owner_scope and from_day <= until_day)
);
create unique index pairing_once on assurance.pairing (scope_id, cycle_id, reviewer_scope, owner_scope)
  where ended_on is null;
create index pairing_by_reviewer on assurance.pairing (reviewer_scope);
alter table assurance.pairing enable row level security;
alter table assurance.pairing force row level security;
create policy scope on assurance.pairing
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.pairing to heed_app;
grant update (ended_on) on assurance.pairing to heed_app;

-- What a reviewer declared about an organisation before rating it: working relationships, or that there are none. The latest
-- counts. It may tell of a person's life, so all of its words are encrypted; what a panel made of it is added once.
create table assurance.declaration (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  reviewer_scope uuid not null,
  owner_scope uuid not null,
  staff_id uuid not null,
  words bytea not null,
  declared_at timestamptz not null,
  ruling text check (ruling in ('TAKES_PART', 'ASKS_ONLY', 'STANDS_ASIDE')),
  ruling_words bytea,
  ruling_day date,
  ruled_by uuid,
  ruled_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, cycle_id) references assurance.cycle,
  check ((ruling is null) = (ruling_words is null) and (ruling is null) = (ruling_day is null)
    and (ruling is null) = (ruled_by is null) and (ruling is null) = (ruled_at is null))
);
create index declaration_by_cycle on assurance.declaration (scope_id, cycle_id, owner_scope, declared_at);
alter table assurance.declaration enable row level security;
alter table assurance.declaration force row level security;
create policy scope on assurance.declaration
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.declaration to heed_app;
grant update (ruling, ruling_words, ruling_day, ruled_by, ruled_at) on assurance.declaration to heed_app;

-- To a reviewing organisation: the returns it was asked to review, with days and states and nothing of what they say.
grant select (scope_id, id, cycle_id, reviewer_scope, owner_scope, from_day, until_day, ended_on)
  on assurance.pairing to heed_search;
create policy search on assurance.pairing for select to heed_search using (true);
create function assurance.reviews_asked(scope uuid) returns table (board_scope uuid, pairing_id uuid, cycle_id uuid,
    owner_scope uuid, from_day date, until_day date, ended_on date, cycle_state text, edition_title text,
    edition_year integer)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select p.scope_id, p.id, c.id, p.owner_scope, p.from_day, p.until_day, p.ended_on, c.state, f.title, f.year
      from assurance.pairing p
      join assurance.cycle c on c.scope_id = p.scope_id and c.id = p.cycle_id
      join assurance.framework f on f.scope_id = c.scope_id and f.id = c.edition_id
     where p.reviewer_scope = scope and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $$;
revoke all on function assurance.reviews_asked(uuid) from public;
grant execute on function assurance.reviews_asked(uuid) to heed_app;
-- Last: its maker has no rights over it afterwards.
alter function assurance.reviews_asked(uuid) owner to heed_search;
