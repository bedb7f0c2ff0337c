-- One organisation's answers to one edition, in one version. A correction of one that was signed off is a new row that
-- amends it. Every text of a return is encrypted under the return's key; figures, dates, ratings and states are not.
create table assurance.return (
  scope_id uuid not null,
  id uuid not null,
  -- The invitation it answers; null for a past paper and for one made without a board.
  participation_id uuid,
  edition_id uuid not null,
  council_id uuid not null,
  profile text not null,
  year integer not null,
  number integer not null,
  amends uuid,
  -- What evidence has to be about: both days within.
  window_from date not null,
  window_until date not null,
  state text not null check (state in
    ('NOT_STARTED', 'IN_PROGRESS', 'INTERNAL_REVIEW', 'SIGNED_OFF', 'SUBMITTED', 'RETURNED', 'UNDER_CHALLENGE',
     'MODERATED', 'AGREED', 'PUBLISHED')),
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, participation_id) references assurance.participation,
  foreign key (scope_id, edition_id) references assurance.framework,
  foreign key (scope_id, amends) references assurance.return,
  check (window_from <= window_until and (amends is null) = (number = 1))
);
-- Two people who begin at once begin one return, and two who correct it one correction.
create unique index return_once on assurance.return (scope_id, participation_id) where amends is null;
create unique index return_amended_once on assurance.return (scope_id, amends);
alter table assurance.return enable row level security;
alter table assurance.return force row level security;
create policy scope on assurance.return
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.return to heed_app;

-- Every move of a return, with who made it, and why where the move needs words.
create table assurance.return_move (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  move text not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  note bytea,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return
);
create index return_move_by_return on assurance.return_move (scope_id, return_id, moved_at);
alter table assurance.return_move enable row level security;
alter table assurance.return_move force row level security;
create policy scope on assurance.return_move
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.return_move to heed_app;
