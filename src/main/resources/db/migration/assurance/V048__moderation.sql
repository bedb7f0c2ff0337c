-- A rating of a return that the board has a copy of: peers', a panel's, the board's, and those that the organisation itself
-- changed since. A row of the board's scope; it is brought to the organisation's own, once. Rows are only added.
create table assurance.received_rating (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  item_code text not null,
  voice text not null check (voice in ('SELF', 'PEER', 'MODERATED', 'INDEPENDENT', 'AGREED')),
  audience text not null check (audience in ('ALL', 'CHILDREN', 'ADULTS')),
  scale_code text not null,
  scale_version integer not null,
  kind text not null check (kind in ('LEVEL', 'NOT_RATED', 'NOT_APPLICABLE', 'NOT_RECOVERABLE')),
  verdict text not null,
  attainment text,
  evidenced text,
  words bytea not null,
  ground_kind text check (ground_kind in ('CHALLENGE', 'PANEL', 'MINUTE', 'REVIEW')),
  ground_day date,
  organisation_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  delivered_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, received_id) references assurance.received_return,
  check ((attainment is null) = (evidenced is null) and (attainment is null or kind = 'LEVEL')),
  -- A panel's rating has the panel's decision, the board's the board's minute (invariant 5).
  check (voice <> 'MODERATED' or (ground_kind = 'PANEL' and ground_day is not null)),
  check (voice <> 'AGREED' or (ground_kind = 'MINUTE' and ground_day is not null))
);
create index received_rating_by_return on assurance.received_rating (scope_id, received_id, item_code, given_at);
create index received_rating_waiting on assurance.received_rating (scope_id) where delivered_at is null;
alter table assurance.received_rating enable row level security;
alter table assurance.received_rating force row level security;
create policy scope on assurance.received_rating
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.received_rating to heed_app;
grant update (delivered_at) on assurance.received_rating to heed_app;

-- What a panel decided on one question of one return.
create table assurance.panel_decision (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  item_code text not null,
  audience text not null check (audience in ('ALL', 'CHILDREN', 'ADULTS')),
  verdict text not null,
  -- Its reason, and which minute of which group.
  words bytea not null,
  minute_day date not null,
  deciding uuid[] not null,
  refs text[] not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, received_id) references assurance.received_return,
  check (cardinality(deciding) > 0)
);
create index panel_decision_by_return on assurance.panel_decision (scope_id, received_id);
alter table assurance.panel_decision enable row level security;
alter table assurance.panel_decision force row level security;
create policy scope on assurance.panel_decision
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.panel_decision to heed_app;

-- That the board agreed the ratings of a return in a minute, with reasons where they differ from those before.
create table assurance.board_agreement (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  words bytea not null,
  minute_day date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, received_id) references assurance.received_return
);
create index board_agreement_by_return on assurance.board_agreement (scope_id, received_id);
alter table assurance.board_agreement enable row level security;
alter table assurance.board_agreement force row level security;
create policy scope on assurance.board_agreement
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.board_agreement to heed_app;

-- A statement of evidence as reviewers may print it: what is left out of it, from which character to which and why, and who
-- read through what is left. What it says is in the copy of the return. A later row of the same place counts.
create table assurance.evidence_sample (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  item_code text not null,
  paragraph integer not null,
  removed_from integer[] not null,
  removed_to integer[] not null,
  removed_why text[] not null,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, received_id) references assurance.received_return,
  check (cardinality(removed_from) = cardinality(removed_to) and cardinality(removed_to) = cardinality(removed_why))
);
create index evidence_sample_by_return on assurance.evidence_sample (scope_id, received_id, item_code, paragraph, read_at);
alter table assurance.evidence_sample enable row level security;
alter table assurance.evidence_sample force row level security;
create policy scope on assurance.evidence_sample
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.evidence_sample to heed_app;
