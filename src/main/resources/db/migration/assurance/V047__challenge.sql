-- What a peer says about one answer of a return: a row of the board's scope, with a key of its own.
create table assurance.challenge (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  cycle_id uuid not null,
  -- The copy of the return that it is about.
  received_id uuid not null,
  item_code text not null,
  audience text not null check (audience in ('ALL', 'CHILDREN', 'ADULTS')),
  kind text not null check (kind in ('CLARIFY', 'EVIDENCE', 'TOO_HIGH', 'TOO_LOW', 'GOOD_PRACTICE')),
  peer_scope uuid not null,
  owner_scope uuid not null,
  state text not null check (state in ('OPEN', 'ANSWERED', 'RESOLVED', 'REFERRED')),
  outcome text check (outcome in ('CLEARER', 'EVIDENCE_SHOWN', 'RATING_CHANGED', 'RATING_STANDS', 'WITHDRAWN', 'NOTED',
    'PANEL_KEPT', 'PANEL_CHANGED', 'PANEL_ADVISED')),
  version integer not null,
  raised_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, cycle_id) references assurance.cycle,
  foreign key (scope_id, received_id) references assurance.received_return,
  check ((state = 'RESOLVED') = (outcome is not null) and peer_scope <> owner_scope)
);
create unique index challenge_ref on assurance.challenge (scope_id, ref);
create index challenge_by_return on assurance.challenge (scope_id, received_id, raised_at);
create index challenge_by_peer on assurance.challenge (peer_scope);
create index challenge_by_owner on assurance.challenge (owner_scope);
alter table assurance.challenge enable row level security;
alter table assurance.challenge force row level security;
create policy scope on assurance.challenge
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.challenge to heed_app;
grant update (state, outcome, version) on assurance.challenge to heed_app;

-- One turn in it. Turns are added and never changed.
create table assurance.challenge_turn (
  scope_id uuid not null,
  id uuid not null,
  challenge_id uuid not null,
  place integer not null,
  move text not null,
  party text not null check (party in ('PEER', 'OWNER', 'BOARD')),
  organisation uuid not null,
  staff_id uuid not null,
  -- Whether the board wrote down what a party said in a meeting.
  for_them boolean not null,
  -- What was said, and from which minute.
  words bytea not null,
  minute_day date,
  taken_at timestamptz not null,
  primary key (scope_id, id),
  unique (scope_id, challenge_id, place),
  foreign key (scope_id, challenge_id) references assurance.challenge,
  check (not for_them or minute_day is not null)
);
alter table assurance.challenge_turn enable row level security;
alter table assurance.challenge_turn force row level security;
create policy scope on assurance.challenge_turn
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.challenge_turn to heed_app;

-- To both sides of challenges: which there are and where they stand, and nothing of what was said.
grant select (scope_id, id, ref, cycle_id, received_id, item_code, kind, peer_scope, owner_scope, state, raised_at)
  on assurance.challenge to heed_search;
create policy search on assurance.challenge for select to heed_search using (true);
grant select (scope_id, id, participation_id) on assurance.received_return to heed_search;
create policy search on assurance.received_return for select to heed_search using (true);
create function assurance.challenges_with(scope uuid) returns table (board_scope uuid, challenge_id uuid, ref text,
    cycle_id uuid, received_id uuid, participation_id uuid, item_code text, kind text, peer_scope uuid, owner_scope uuid,
    state text, raised_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select c.scope_id, c.id, c.ref, c.cycle_id, c.received_id, r.participation_id, c.item_code, c.kind, c.peer_scope,
           c.owner_scope, c.state, c.raised_at
      from assurance.challenge c
      join assurance.received_return r on r.scope_id = c.scope_id and r.id = c.received_id
     where (c.peer_scope = scope or c.owner_scope = scope or c.scope_id = scope)
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $$;
revoke all on function assurance.challenges_with(uuid) from public;
grant execute on function assurance.challenges_with(uuid) to heed_app;
-- Last: its maker has no rights over it afterwards.
alter function assurance.challenges_with(uuid) owner to heed_search;
