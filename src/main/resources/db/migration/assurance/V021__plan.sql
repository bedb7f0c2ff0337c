-- What a council set itself to do in a year, which a paper brought in may not say. follows_id is the plan before it: actions are
-- carried from one to the next.
create table assurance.plan (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  from_day date,
  to_day date,
  title bytea not null,
  follows_id uuid,
  paper_id uuid,
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, follows_id) references assurance.plan,
  check ((from_day is null) = (to_day is null) and (from_day is null or from_day <= to_day))
);
alter table assurance.plan enable row level security;
alter table assurance.plan force row level security;
create policy scope on assurance.plan
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.plan to heed_app;

-- One thing to be done. Its words, and what came of it, are encrypted under its own key; how its timescale was read is not.
create table assurance.action (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  plan_id uuid not null,
  place integer not null,
  state text not null check (state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'ON_HOLD', 'CLAIMED_COMPLETE', 'VERIFIED',
    'CLOSED', 'CANCELLED', 'CARRIED_FORWARD')),
  source text not null check (source in ('RETURN_ITEM', 'FINDING', 'RECOMMENDATION', 'LEARNING_POINT', 'TYPED')),
  -- The recommendation, finding or learning point it answers, where that is recorded.
  source_id uuid,
  source_code text not null,
  words bytea not null,
  schedule text not null check (schedule in ('ON_DATE', 'BETWEEN', 'EVERY', 'ONGOING', 'WHEN_NEEDED', 'UNREAD')),
  first_day date,
  last_day date,
  named text check (named in ('DAY', 'MONTH', 'QUARTER', 'SEASON', 'YEAR')),
  every_many integer,
  every_unit text check (every_unit in ('DAY', 'WEEK', 'MONTH', 'YEAR')),
  unread text,
  agreed_on date,
  review_on date,
  claimed_by uuid,
  claimed_on date,
  verified_by uuid,
  verified_on date,
  closed_on date,
  result bytea,
  impact_levels text[] not null default '{}',
  comes_from uuid,
  carried_to uuid,
  version integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  reminded_on date,
  primary key (scope_id, id),
  foreign key (scope_id, plan_id) references assurance.plan,
  foreign key (scope_id, comes_from) references assurance.action,
  foreign key (scope_id, carried_to) references assurance.action,
  check ((every_many is null) = (every_unit is null)),
  check ((schedule = 'UNREAD') = (unread is not null)),
  -- Closing records outcome and impact, and who verified (invariant 16).
  check (state <> 'CLOSED' or (result is not null and impact_levels <> '{}' and verified_by is not null))
);
create unique index action_ref on assurance.action (scope_id, ref);
create index action_by_plan on assurance.action (scope_id, plan_id, place);
create index action_by_source on assurance.action (scope_id, source_id) where source_id is not null;
alter table assurance.action enable row level security;
alter table assurance.action force row level security;
create policy scope on assurance.action
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.action to heed_app;

-- The posts that lead an action; the first answers for it.
create table assurance.action_lead (
  scope_id uuid not null,
  action_id uuid not null,
  post_id uuid not null,
  place integer not null,
  primary key (scope_id, action_id, post_id),
  foreign key (scope_id, action_id) references assurance.action,
  foreign key (scope_id, post_id) references assurance.post
);
create index action_lead_by_post on assurance.action_lead (scope_id, post_id);
alter table assurance.action_lead enable row level security;
alter table assurance.action_lead force row level security;
create policy scope on assurance.action_lead
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, delete on assurance.action_lead to heed_app;

-- Something on the way that is to be reached by a day.
create table assurance.milestone (
  scope_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  what bytea not null,
  due date not null,
  met_on date,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, action_id) references assurance.action
);
create index milestone_by_action on assurance.milestone (scope_id, action_id);
alter table assurance.milestone enable row level security;
alter table assurance.milestone force row level security;
create policy scope on assurance.milestone
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.milestone to heed_app;
grant update (met_on) on assurance.milestone to heed_app;

-- Everything that was done to an action or said of it, in order; lines are only added. A line with a colour is the lead's own
-- judgement of the risk, on the scale action-brag-2016, and its words are the reason.
create table assurance.action_entry (
  scope_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in ('MOVE', 'PROGRESS', 'JUDGEMENT', 'CHANGE', 'MILESTONE')),
  move text,
  colour text check (colour in ('B', 'G', 'A', 'R')),
  words bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, action_id) references assurance.action,
  check ((kind = 'MOVE') = (move is not null)),
  check ((kind = 'JUDGEMENT') = (colour is not null)),
  check (kind <> 'JUDGEMENT' or words is not null)
);
create index action_entry_by_action on assurance.action_entry (scope_id, action_id, made_at);
alter table assurance.action_entry enable row level security;
alter table assurance.action_entry force row level security;
create policy scope on assurance.action_entry
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.action_entry to heed_app;
