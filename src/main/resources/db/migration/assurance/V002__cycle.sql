-- One run of an edition. A board is a body with a recording scope of its own; cycle and invitation are its rows.
create table assurance.cycle (
  scope_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  state text not null check (state in
    ('PLANNED', 'OPEN', 'CLOSED', 'PEER_REVIEW', 'MODERATION', 'AGREED', 'PUBLISHED', 'ARCHIVED')),
  -- What evidence has to be about: both days within.
  window_from date not null,
  window_until date not null,
  opens_on date not null,
  returns_by date not null,
  peer_by date,
  moderation_on date,
  publish_by date,
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, edition_id) references assurance.framework,
  check (window_from <= window_until and opens_on <= returns_by)
);
alter table assurance.cycle enable row level security;
alter table assurance.cycle force row level security;
create policy scope on assurance.cycle
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.cycle to heed_app;

-- Every move of a cycle, with who made it, and a note where the move needs one.
create table assurance.cycle_move (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  move text not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  -- The cycle's version that it led to: the order of moves.
  led_to integer not null,
  note bytea,
  primary key (scope_id, id),
  foreign key (scope_id, cycle_id) references assurance.cycle
);
create index cycle_move_by_cycle on assurance.cycle_move (scope_id, cycle_id);
alter table assurance.cycle_move enable row level security;
alter table assurance.cycle_move force row level security;
create policy scope on assurance.cycle_move
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.cycle_move to heed_app;

-- Whom a board asks to answer what, and when it last asked for news.
create table assurance.invitation (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  invited_scope uuid not null,
  profile text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  reminded_at timestamptz,
  withdrawn_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, cycle_id) references assurance.cycle
);
create unique index invitation_once on assurance.invitation (scope_id, cycle_id, invited_scope) where withdrawn_at is null;
alter table assurance.invitation enable row level security;
alter table assurance.invitation force row level security;
create policy scope on assurance.invitation
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.invitation to heed_app;

-- What an invited organisation says of itself: a row of its own scope, under the invitation's id. The board reads it through
-- assurance.standing_of(); states of the return are the return's own (assurance.exercise).
create table assurance.participation (
  scope_id uuid not null,
  id uuid not null,
  board_scope uuid not null,
  cycle_id uuid not null,
  edition_id uuid not null,
  council_id uuid not null,
  profile text not null,
  window_from date not null,
  window_until date not null,
  returns_by date not null,
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  return_state text not null,
  return_state_at timestamptz not null,
  items integer not null,
  items_done integer not null,
  handed_in boolean not null,
  primary key (scope_id, id),
  foreign key (scope_id, edition_id) references assurance.framework
);
alter table assurance.participation enable row level security;
alter table assurance.participation force row level security;
create policy scope on assurance.participation
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.participation to heed_app;
