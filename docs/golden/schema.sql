-- What the migrations make, as PostgreSQL tells it. Written by SchemaTest; nothing runs this.
-- role heed_app: no superuser, bound by row security, signs in, inherits nothing, makes no roles or databases
-- role heed_owner: no superuser, bound by row security, signs in, inherits nothing, makes no roles or databases
-- role heed_search: no superuser, bound by row security, cannot sign in, inherits nothing, makes no roles or databases
-- role heed_superuser: SUPERUSER, BYPASSES row security, signs in, inherits, MAKES roles, databases or copies

create schema access;
grant usage on schema access to heed_app;
grant usage on schema access to heed_search;

create table access.account (
  staff_id uuid not null,
  scope_id uuid not null,
  mail_token bytea not null,
  password text,
  code_secret bytea,
  code_confirmed_at timestamp with time zone,
  code_last_step bigint,
  demo boolean not null default false,
  closed_at timestamp with time zone,
  version integer not null default 0,
  constraint account_pkey PRIMARY KEY (staff_id),
  constraint account_mail_token_key UNIQUE (mail_token)
);
grant insert, select, update on access.account to heed_app;

create table access.exclusion (
  scope_id uuid not null,
  record_id uuid not null,
  staff_id uuid not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint exclusion_pkey PRIMARY KEY (scope_id, record_id, staff_id)
);
CREATE INDEX exclusion_by_staff ON access.exclusion USING btree (scope_id, staff_id);
alter table access.exclusion enable row level security;
alter table access.exclusion force row level security;
create policy scope on access.exclusion for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on access.exclusion to heed_app;

create table access.invitation (
  digest bytea not null,
  staff_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (digest),
  constraint invitation_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.account(staff_id)
);
grant insert, select, update on access.invitation to heed_app;

create table access.named (
  scope_id uuid not null,
  record_id uuid not null,
  staff_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint named_pkey PRIMARY KEY (scope_id, record_id, staff_id)
);
CREATE INDEX named_by_staff ON access.named USING btree (scope_id, staff_id);
alter table access.named enable row level security;
alter table access.named force row level security;
create policy scope on access.named for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on access.named to heed_app;

create table access.open_session (
  scope_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  began_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  browser text not null,
  address text not null,
  constraint open_session_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX open_session_by_staff ON access.open_session USING btree (scope_id, staff_id);
alter table access.open_session enable row level security;
alter table access.open_session force row level security;
create policy scope on access.open_session for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on access.open_session to heed_app;

create table access.opening (
  scope_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  staff_id uuid not null,
  kind text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  made_by uuid not null,
  constraint opening_pkey PRIMARY KEY (scope_id, id),
  constraint opening_kind_check CHECK ((kind = ANY (ARRAY['GRANT'::text, 'EMERGENCY'::text])))
);
CREATE INDEX opening_by_record ON access.opening USING btree (scope_id, record_id);
CREATE INDEX opening_by_staff ON access.opening USING btree (scope_id, staff_id, valid_until);
alter table access.opening enable row level security;
alter table access.opening force row level security;
create policy scope on access.opening for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on access.opening to heed_app;

create table access.parked_form (
  scope_id uuid not null,
  id uuid not null,
  owner uuid not null,
  parked_at timestamp with time zone not null,
  typed bytea not null,
  constraint parked_form_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX parked_form_by_owner ON access.parked_form USING btree (scope_id, owner, parked_at DESC);
alter table access.parked_form enable row level security;
alter table access.parked_form force row level security;
create policy scope on access.parked_form for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on access.parked_form to heed_app;

create table access.passkey (
  id uuid not null,
  staff_id uuid not null,
  credential_id bytea not null,
  credential bytea not null,
  sign_count bigint not null,
  backup_eligible boolean not null,
  name bytea not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.account(staff_id)
);
CREATE INDEX passkey_by_staff ON access.passkey USING btree (staff_id);
grant delete, insert, select, update on access.passkey to heed_app;

create table access.passkey_answer (
  digest bytea not null,
  answered_at timestamp with time zone not null,
  constraint passkey_answer_pkey PRIMARY KEY (digest)
);
grant delete, insert, select on access.passkey_answer to heed_app;

create table access.recovery_code (
  staff_id uuid not null,
  digest bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (staff_id, digest),
  constraint recovery_code_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.account(staff_id)
);
grant delete, insert, select, update on access.recovery_code to heed_app;

create table access.role_grant (
  scope_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint role_grant_pkey PRIMARY KEY (scope_id, id),
  constraint role_grant_scope_id_staff_id_fkey FOREIGN KEY (scope_id, staff_id) REFERENCES access.staff(scope_id, id)
);
CREATE INDEX role_grant_by_role ON access.role_grant USING btree (scope_id, role);
CREATE INDEX role_grant_by_staff ON access.role_grant USING btree (scope_id, staff_id);
alter table access.role_grant enable row level security;
alter table access.role_grant force row level security;
create policy scope on access.role_grant for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on access.role_grant to heed_app;

create table access.signin_failure (
  id uuid not null,
  subject bytea not null,
  failed_at timestamp with time zone not null,
  constraint signin_failure_pkey PRIMARY KEY (id)
);
CREATE INDEX signin_failure_by_subject ON access.signin_failure USING btree (subject, failed_at);
grant delete, insert, select on access.signin_failure to heed_app;

create table access.spring_session (
  primary_id character(36) not null,
  session_id character(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name character varying(100),
  constraint spring_session_pkey PRIMARY KEY (primary_id),
  constraint spring_session_session_id_key UNIQUE (session_id)
);
CREATE INDEX spring_session_by_expiry ON access.spring_session USING btree (expiry_time);
CREATE INDEX spring_session_by_principal ON access.spring_session USING btree (principal_name);
grant delete, insert, select, update on access.spring_session to heed_app;

create table access.spring_session_attributes (
  session_primary_id character(36) not null,
  attribute_name character varying(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pkey PRIMARY KEY (session_primary_id, attribute_name),
  constraint spring_session_attributes_session_primary_id_fkey FOREIGN KEY (session_primary_id) REFERENCES access.spring_session(primary_id) ON DELETE CASCADE
);
grant delete, insert, select, update on access.spring_session_attributes to heed_app;

create table access.sso_link (
  id uuid not null,
  staff_id uuid not null,
  subject bytea not null,
  provider text not null,
  linked_at timestamp with time zone not null,
  constraint sso_link_pkey PRIMARY KEY (id),
  constraint sso_link_subject_key UNIQUE (subject),
  constraint sso_link_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.account(staff_id)
);
CREATE INDEX sso_link_by_staff ON access.sso_link USING btree (staff_id);
grant delete, insert, select on access.sso_link to heed_app;

create table access.staff (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  service_id uuid,
  manager_id uuid,
  name bytea not null,
  mail bytea not null,
  post bytea not null,
  name_tokens bigint[] not null,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  version integer not null default 0,
  mobile bytea,
  constraint staff_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX staff_by_manager ON access.staff USING btree (scope_id, manager_id);
CREATE INDEX staff_by_name ON access.staff USING gin (name_tokens);
alter table access.staff enable row level security;
alter table access.staff force row level security;
create policy scope on access.staff for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on access.staff for select to heed_search
  using true;
grant insert, select, update on access.staff to heed_app;
grant select (scope_id, id, name_tokens) on access.staff to heed_search;

create table access.staff_import (
  scope_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  people bytea,
  applied_at timestamp with time zone,
  added uuid[],
  changed integer,
  returned integer,
  left_count integer,
  constraint staff_import_pkey PRIMARY KEY (scope_id, id)
);
alter table access.staff_import enable row level security;
alter table access.staff_import force row level security;
create policy scope on access.staff_import for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on access.staff_import to heed_app;

CREATE OR REPLACE FUNCTION access.staff_named(scope uuid, tokens bigint[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select s.id from access.staff s
    where s.scope_id = scope and s.name_tokens && tokens
      and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

create schema assurance;
grant usage on schema assurance to heed_app;
grant usage on schema assurance to heed_search;

create table assurance.action (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  plan_id uuid not null,
  place integer not null,
  state text not null,
  source text not null,
  source_id uuid,
  source_code text not null,
  words bytea not null,
  schedule text not null,
  first_day date,
  last_day date,
  named text,
  every_many integer,
  every_unit text,
  unread text,
  agreed_on date,
  review_on date,
  claimed_by uuid,
  claimed_on date,
  verified_by uuid,
  verified_on date,
  closed_on date,
  result bytea,
  impact_levels text[] not null default '{}'::text[],
  comes_from uuid,
  carried_to uuid,
  version integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  reminded_on date,
  constraint action_pkey PRIMARY KEY (scope_id, id),
  constraint action_scope_id_carried_to_fkey FOREIGN KEY (scope_id, carried_to) REFERENCES assurance.action(scope_id, id),
  constraint action_scope_id_comes_from_fkey FOREIGN KEY (scope_id, comes_from) REFERENCES assurance.action(scope_id, id),
  constraint action_scope_id_plan_id_fkey FOREIGN KEY (scope_id, plan_id) REFERENCES assurance.plan(scope_id, id),
  constraint action_check CHECK (((every_many IS NULL) = (every_unit IS NULL))),
  constraint action_check1 CHECK (((schedule = 'UNREAD'::text) = (unread IS NOT NULL))),
  constraint action_check2 CHECK (((state <> 'CLOSED'::text) OR ((result IS NOT NULL) AND (impact_levels <> '{}'::text[]) AND (verified_by IS NOT NULL)))),
  constraint action_every_unit_check CHECK ((every_unit = ANY (ARRAY['DAY'::text, 'WEEK'::text, 'MONTH'::text, 'YEAR'::text]))),
  constraint action_named_check CHECK ((named = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'QUARTER'::text, 'SEASON'::text, 'YEAR'::text]))),
  constraint action_schedule_check CHECK ((schedule = ANY (ARRAY['UNREAD'::text, 'ON_DATE'::text, 'BETWEEN'::text, 'EVERY'::text, 'ONGOING'::text, 'WHEN_NEEDED'::text]))),
  constraint action_source_check CHECK ((source = ANY (ARRAY['RETURN_ITEM'::text, 'FINDING'::text, 'RECOMMENDATION'::text, 'LEARNING_POINT'::text, 'TYPED'::text]))),
  constraint action_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'AGREED'::text, 'IN_PROGRESS'::text, 'ON_HOLD'::text, 'CLAIMED_COMPLETE'::text, 'VERIFIED'::text, 'CLOSED'::text, 'CANCELLED'::text, 'CARRIED_FORWARD'::text])))
);
CREATE INDEX action_by_plan ON assurance.action USING btree (scope_id, plan_id, place);
CREATE INDEX action_by_source ON assurance.action USING btree (scope_id, source_id) WHERE (source_id IS NOT NULL);
CREATE UNIQUE INDEX action_ref ON assurance.action USING btree (scope_id, ref);
alter table assurance.action enable row level security;
alter table assurance.action force row level security;
create policy scope on assurance.action for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.action to heed_app;

create table assurance.action_entry (
  scope_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  kind text not null,
  move text,
  colour text,
  words bytea,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint action_entry_pkey PRIMARY KEY (scope_id, id),
  constraint action_entry_scope_id_action_id_fkey FOREIGN KEY (scope_id, action_id) REFERENCES assurance.action(scope_id, id),
  constraint action_entry_check CHECK (((kind <> 'MOVE'::text) OR (move IS NOT NULL))),
  constraint action_entry_check1 CHECK (((kind <> 'JUDGEMENT'::text) OR ((colour IS NOT NULL) AND (words IS NOT NULL)))),
  constraint action_entry_colour_check CHECK ((colour = ANY (ARRAY['B'::text, 'G'::text, 'A'::text, 'R'::text]))),
  constraint action_entry_kind_check CHECK ((kind = ANY (ARRAY['MOVE'::text, 'PROGRESS'::text, 'JUDGEMENT'::text, 'CHANGE'::text, 'MILESTONE'::text])))
);
CREATE INDEX action_entry_by_action ON assurance.action_entry USING btree (scope_id, action_id, made_at);
alter table assurance.action_entry enable row level security;
alter table assurance.action_entry force row level security;
create policy scope on assurance.action_entry for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.action_entry to heed_app;

create table assurance.action_lead (
  scope_id uuid not null,
  action_id uuid not null,
  post_id uuid not null,
  place integer not null,
  constraint action_lead_pkey PRIMARY KEY (scope_id, action_id, post_id),
  constraint action_lead_scope_id_action_id_fkey FOREIGN KEY (scope_id, action_id) REFERENCES assurance.action(scope_id, id),
  constraint action_lead_scope_id_post_id_fkey FOREIGN KEY (scope_id, post_id) REFERENCES assurance.post(scope_id, id)
);
CREATE INDEX action_lead_by_post ON assurance.action_lead USING btree (scope_id, post_id);
alter table assurance.action_lead enable row level security;
alter table assurance.action_lead force row level security;
create policy scope on assurance.action_lead for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on assurance.action_lead to heed_app;

create table assurance.board_agreement (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  words bytea not null,
  minute_day date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint board_agreement_pkey PRIMARY KEY (scope_id, id),
  constraint board_agreement_scope_id_received_id_fkey FOREIGN KEY (scope_id, received_id) REFERENCES assurance.received_return(scope_id, id)
);
CREATE INDEX board_agreement_by_return ON assurance.board_agreement USING btree (scope_id, received_id);
alter table assurance.board_agreement enable row level security;
alter table assurance.board_agreement force row level security;
create policy scope on assurance.board_agreement for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.board_agreement to heed_app;

create table assurance.challenge (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  cycle_id uuid not null,
  received_id uuid not null,
  item_code text not null,
  audience text not null,
  kind text not null,
  peer_scope uuid not null,
  owner_scope uuid not null,
  state text not null,
  outcome text,
  version integer not null,
  raised_at timestamp with time zone not null,
  constraint challenge_pkey PRIMARY KEY (scope_id, id),
  constraint challenge_scope_id_cycle_id_fkey FOREIGN KEY (scope_id, cycle_id) REFERENCES assurance.cycle(scope_id, id),
  constraint challenge_scope_id_received_id_fkey FOREIGN KEY (scope_id, received_id) REFERENCES assurance.received_return(scope_id, id),
  constraint challenge_audience_check CHECK ((audience = ANY (ARRAY['ALL'::text, 'CHILDREN'::text, 'ADULTS'::text]))),
  constraint challenge_check CHECK ((((state = 'RESOLVED'::text) = (outcome IS NOT NULL)) AND (peer_scope <> owner_scope))),
  constraint challenge_kind_check CHECK ((kind = ANY (ARRAY['CLARIFY'::text, 'EVIDENCE'::text, 'TOO_HIGH'::text, 'TOO_LOW'::text, 'GOOD_PRACTICE'::text]))),
  constraint challenge_outcome_check CHECK ((outcome = ANY (ARRAY['CLEARER'::text, 'EVIDENCE_SHOWN'::text, 'RATING_CHANGED'::text, 'RATING_STANDS'::text, 'WITHDRAWN'::text, 'NOTED'::text, 'PANEL_KEPT'::text, 'PANEL_CHANGED'::text, 'PANEL_ADVISED'::text]))),
  constraint challenge_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'ANSWERED'::text, 'RESOLVED'::text, 'REFERRED'::text])))
);
CREATE INDEX challenge_by_owner ON assurance.challenge USING btree (owner_scope);
CREATE INDEX challenge_by_peer ON assurance.challenge USING btree (peer_scope);
CREATE INDEX challenge_by_return ON assurance.challenge USING btree (scope_id, received_id, raised_at);
CREATE UNIQUE INDEX challenge_ref ON assurance.challenge USING btree (scope_id, ref);
alter table assurance.challenge enable row level security;
alter table assurance.challenge force row level security;
create policy scope on assurance.challenge for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.challenge for select to heed_search
  using true;
grant insert, select on assurance.challenge to heed_app;
grant update (state, outcome, version) on assurance.challenge to heed_app;
grant select (scope_id, id, ref, cycle_id, received_id, item_code, kind, peer_scope, owner_scope, state, raised_at) on assurance.challenge to heed_search;

create table assurance.challenge_turn (
  scope_id uuid not null,
  id uuid not null,
  challenge_id uuid not null,
  place integer not null,
  move text not null,
  party text not null,
  organisation uuid not null,
  staff_id uuid not null,
  for_them boolean not null,
  words bytea not null,
  minute_day date,
  taken_at timestamp with time zone not null,
  constraint challenge_turn_pkey PRIMARY KEY (scope_id, id),
  constraint challenge_turn_scope_id_challenge_id_place_key UNIQUE (scope_id, challenge_id, place),
  constraint challenge_turn_scope_id_challenge_id_fkey FOREIGN KEY (scope_id, challenge_id) REFERENCES assurance.challenge(scope_id, id),
  constraint challenge_turn_check CHECK (((NOT for_them) OR (minute_day IS NOT NULL))),
  constraint challenge_turn_party_check CHECK ((party = ANY (ARRAY['PEER'::text, 'OWNER'::text, 'BOARD'::text])))
);
alter table assurance.challenge_turn enable row level security;
alter table assurance.challenge_turn force row level security;
create policy scope on assurance.challenge_turn for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.challenge_turn to heed_app;

create table assurance.cycle (
  scope_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  state text not null,
  window_from date not null,
  window_until date not null,
  opens_on date not null,
  returns_by date not null,
  peer_by date,
  moderation_on date,
  publish_by date,
  version integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint cycle_pkey PRIMARY KEY (scope_id, id),
  constraint cycle_scope_id_edition_id_fkey FOREIGN KEY (scope_id, edition_id) REFERENCES assurance.framework(scope_id, id),
  constraint cycle_check CHECK (((window_from <= window_until) AND (opens_on <= returns_by))),
  constraint cycle_state_check CHECK ((state = ANY (ARRAY['PLANNED'::text, 'OPEN'::text, 'CLOSED'::text, 'PEER_REVIEW'::text, 'MODERATION'::text, 'AGREED'::text, 'PUBLISHED'::text, 'ARCHIVED'::text])))
);
alter table assurance.cycle enable row level security;
alter table assurance.cycle force row level security;
create policy scope on assurance.cycle for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.cycle for select to heed_search
  using true;
grant insert, select, update on assurance.cycle to heed_app;
grant select (scope_id, id, edition_id, state, window_from, window_until, opens_on, returns_by) on assurance.cycle to heed_search;

create table assurance.cycle_move (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  move text not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  led_to integer not null,
  note bytea,
  constraint cycle_move_pkey PRIMARY KEY (scope_id, id),
  constraint cycle_move_scope_id_cycle_id_fkey FOREIGN KEY (scope_id, cycle_id) REFERENCES assurance.cycle(scope_id, id)
);
CREATE INDEX cycle_move_by_cycle ON assurance.cycle_move USING btree (scope_id, cycle_id);
alter table assurance.cycle_move enable row level security;
alter table assurance.cycle_move force row level security;
create policy scope on assurance.cycle_move for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.cycle_move to heed_app;

create table assurance.declaration (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  reviewer_scope uuid not null,
  owner_scope uuid not null,
  staff_id uuid not null,
  words bytea not null,
  declared_at timestamp with time zone not null,
  ruling text,
  ruling_words bytea,
  ruling_day date,
  ruled_by uuid,
  ruled_at timestamp with time zone,
  constraint declaration_pkey PRIMARY KEY (scope_id, id),
  constraint declaration_scope_id_cycle_id_fkey FOREIGN KEY (scope_id, cycle_id) REFERENCES assurance.cycle(scope_id, id),
  constraint declaration_check CHECK ((((ruling IS NULL) = (ruling_words IS NULL)) AND ((ruling IS NULL) = (ruling_day IS NULL)) AND ((ruling IS NULL) = (ruled_by IS NULL)) AND ((ruling IS NULL) = (ruled_at IS NULL)))),
  constraint declaration_ruling_check CHECK ((ruling = ANY (ARRAY['TAKES_PART'::text, 'ASKS_ONLY'::text, 'STANDS_ASIDE'::text])))
);
CREATE INDEX declaration_by_cycle ON assurance.declaration USING btree (scope_id, cycle_id, owner_scope, declared_at);
alter table assurance.declaration enable row level security;
alter table assurance.declaration force row level security;
create policy scope on assurance.declaration for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.declaration to heed_app;
grant update (ruling, ruling_words, ruling_day, ruled_by, ruled_at) on assurance.declaration to heed_app;

create table assurance.evidence (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  item_code text not null,
  sort integer not null,
  statement bytea not null,
  about_from date[] not null,
  about_until date[] not null,
  about_typed boolean not null,
  state text not null,
  replaces uuid,
  version integer not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  state_by uuid not null,
  state_at timestamp with time zone not null,
  constraint evidence_pkey PRIMARY KEY (scope_id, id),
  constraint evidence_scope_id_replaces_fkey FOREIGN KEY (scope_id, replaces) REFERENCES assurance.evidence(scope_id, id),
  constraint evidence_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id),
  constraint evidence_check CHECK ((cardinality(about_from) = cardinality(about_until))),
  constraint evidence_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'ACCEPTED'::text, 'OUT_OF_WINDOW'::text, 'SUPERSEDED'::text, 'WITHDRAWN'::text])))
);
CREATE INDEX evidence_by_item ON assurance.evidence USING btree (scope_id, return_id, item_code, sort);
alter table assurance.evidence enable row level security;
alter table assurance.evidence force row level security;
create policy scope on assurance.evidence for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.evidence to heed_app;

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
  read_at timestamp with time zone not null,
  constraint evidence_sample_pkey PRIMARY KEY (scope_id, id),
  constraint evidence_sample_scope_id_received_id_fkey FOREIGN KEY (scope_id, received_id) REFERENCES assurance.received_return(scope_id, id),
  constraint evidence_sample_check CHECK (((cardinality(removed_from) = cardinality(removed_to)) AND (cardinality(removed_to) = cardinality(removed_why))))
);
CREATE INDEX evidence_sample_by_return ON assurance.evidence_sample USING btree (scope_id, received_id, item_code, paragraph, read_at);
alter table assurance.evidence_sample enable row level security;
alter table assurance.evidence_sample force row level security;
create policy scope on assurance.evidence_sample for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.evidence_sample to heed_app;

create table assurance.fact (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  origin text not null,
  measure_code text,
  value numeric not null,
  period_from date,
  period_until date,
  as_at timestamp with time zone,
  details bytea not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  constraint fact_pkey PRIMARY KEY (scope_id, id),
  constraint fact_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id),
  constraint fact_check CHECK ((((period_from IS NULL) = (period_until IS NULL)) AND ((origin = 'COUNTED'::text) = (as_at IS NOT NULL)))),
  constraint fact_origin_check CHECK ((origin = ANY (ARRAY['COUNTED'::text, 'CITED'::text, 'TYPED'::text, 'READ'::text])))
);
CREATE INDEX fact_by_return ON assurance.fact USING btree (scope_id, return_id);
alter table assurance.fact enable row level security;
alter table assurance.fact force row level security;
create policy scope on assurance.fact for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.fact to heed_app;

create table assurance.fact_use (
  scope_id uuid not null,
  fact_id uuid not null,
  item_code text not null,
  constraint fact_use_pkey PRIMARY KEY (scope_id, fact_id, item_code),
  constraint fact_use_scope_id_fact_id_fkey FOREIGN KEY (scope_id, fact_id) REFERENCES assurance.fact(scope_id, id)
);
alter table assurance.fact_use enable row level security;
alter table assurance.fact_use force row level security;
create policy scope on assurance.fact_use for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on assurance.fact_use to heed_app;

create table assurance.framework (
  scope_id uuid not null,
  id uuid not null,
  kind text not null,
  code text not null,
  version integer not null,
  from_scope uuid not null,
  title text not null,
  year integer,
  document text not null,
  content_hash bytea not null,
  scale_id uuid,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  reason_code text,
  reason bytea,
  constraint framework_pkey PRIMARY KEY (scope_id, id),
  constraint framework_scope_id_scale_id_fkey FOREIGN KEY (scope_id, scale_id) REFERENCES assurance.framework(scope_id, id),
  constraint framework_kind_check CHECK ((kind = ANY (ARRAY['SCALE'::text, 'EDITION'::text, 'CROSSWALK'::text])))
);
CREATE UNIQUE INDEX framework_version ON assurance.framework USING btree (scope_id, from_scope, kind, code, version);
alter table assurance.framework enable row level security;
alter table assurance.framework force row level security;
create policy scope on assurance.framework for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.framework for select to heed_search
  using true;
grant insert, select on assurance.framework to heed_app;
grant select (scope_id, id, kind, code, version, from_scope, title, year, document, scale_id, published_by, published_at) on assurance.framework to heed_search;

create table assurance.framework_draft (
  scope_id uuid not null,
  id uuid not null,
  kind text not null,
  code text not null,
  title text not null,
  document text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint framework_draft_pkey PRIMARY KEY (scope_id, id),
  constraint framework_draft_kind_check CHECK ((kind = ANY (ARRAY['SCALE'::text, 'EDITION'::text, 'CROSSWALK'::text])))
);
CREATE UNIQUE INDEX framework_draft_code ON assurance.framework_draft USING btree (scope_id, kind, code);
alter table assurance.framework_draft enable row level security;
alter table assurance.framework_draft force row level security;
create policy scope on assurance.framework_draft for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on assurance.framework_draft to heed_app;

create table assurance.independent_review (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null,
  from_day date,
  until_day date,
  words bytea not null,
  methods text[] not null,
  paper_id uuid,
  replaces uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint independent_review_pkey PRIMARY KEY (scope_id, id),
  constraint independent_review_scope_id_replaces_fkey FOREIGN KEY (scope_id, replaces) REFERENCES assurance.independent_review(scope_id, id),
  constraint independent_review_check CHECK (((from_day IS NULL) OR (until_day IS NULL) OR (from_day <= until_day))),
  constraint independent_review_kind_check CHECK ((kind = ANY (ARRAY['COMMISSIONED'::text, 'PEER_TEAM'::text, 'BOARD'::text, 'AUDIT'::text, 'INSPECTION'::text])))
);
CREATE INDEX independent_review_by_council ON assurance.independent_review USING btree (scope_id, council_id, until_day);
CREATE UNIQUE INDEX independent_review_replaced_once ON assurance.independent_review USING btree (scope_id, replaces);
alter table assurance.independent_review enable row level security;
alter table assurance.independent_review force row level security;
create policy scope on assurance.independent_review for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.independent_review to heed_app;

create table assurance.invitation (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  invited_scope uuid not null,
  profile text not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (scope_id, id),
  constraint invitation_scope_id_cycle_id_fkey FOREIGN KEY (scope_id, cycle_id) REFERENCES assurance.cycle(scope_id, id)
);
CREATE INDEX invitation_by_invited ON assurance.invitation USING btree (invited_scope);
CREATE UNIQUE INDEX invitation_once ON assurance.invitation USING btree (scope_id, cycle_id, invited_scope) WHERE (withdrawn_at IS NULL);
alter table assurance.invitation enable row level security;
alter table assurance.invitation force row level security;
create policy scope on assurance.invitation for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.invitation for select to heed_search
  using true;
grant insert, select, update on assurance.invitation to heed_app;
grant select (scope_id, id, cycle_id, invited_scope, profile, invited_at, reminded_at, withdrawn_at) on assurance.invitation to heed_search;

create table assurance.item_share (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  item_code text not null,
  staff_id uuid not null,
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  done_at timestamp with time zone,
  ended_at timestamp with time zone,
  reminded_on date,
  constraint item_share_pkey PRIMARY KEY (scope_id, id),
  constraint item_share_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id)
);
CREATE INDEX item_share_by_staff ON assurance.item_share USING btree (scope_id, staff_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX item_share_once ON assurance.item_share USING btree (scope_id, return_id, item_code, staff_id) WHERE (ended_at IS NULL);
alter table assurance.item_share enable row level security;
alter table assurance.item_share force row level security;
create policy scope on assurance.item_share for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.item_share to heed_app;

create table assurance.milestone (
  scope_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  what bytea not null,
  due date not null,
  met_on date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint milestone_pkey PRIMARY KEY (scope_id, id),
  constraint milestone_scope_id_action_id_fkey FOREIGN KEY (scope_id, action_id) REFERENCES assurance.action(scope_id, id)
);
CREATE INDEX milestone_by_action ON assurance.milestone USING btree (scope_id, action_id);
alter table assurance.milestone enable row level security;
alter table assurance.milestone force row level security;
create policy scope on assurance.milestone for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.milestone to heed_app;
grant update (met_on) on assurance.milestone to heed_app;

create table assurance.pairing (
  scope_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  reviewer_scope uuid not null,
  owner_scope uuid not null,
  from_day date not null,
  until_day date not null,
  ended_on date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint pairing_pkey PRIMARY KEY (scope_id, id),
  constraint pairing_scope_id_cycle_id_fkey FOREIGN KEY (scope_id, cycle_id) REFERENCES assurance.cycle(scope_id, id),
  constraint pairing_check CHECK (((reviewer_scope <> owner_scope) AND (from_day <= until_day)))
);
CREATE INDEX pairing_by_reviewer ON assurance.pairing USING btree (reviewer_scope);
CREATE UNIQUE INDEX pairing_once ON assurance.pairing USING btree (scope_id, cycle_id, reviewer_scope, owner_scope) WHERE (ended_on IS NULL);
alter table assurance.pairing enable row level security;
alter table assurance.pairing force row level security;
create policy scope on assurance.pairing for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.pairing for select to heed_search
  using true;
grant insert, select on assurance.pairing to heed_app;
grant update (ended_on) on assurance.pairing to heed_app;
grant select (scope_id, id, cycle_id, reviewer_scope, owner_scope, from_day, until_day, ended_on) on assurance.pairing to heed_search;

create table assurance.panel_decision (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  item_code text not null,
  audience text not null,
  verdict text not null,
  words bytea not null,
  minute_day date not null,
  deciding uuid[] not null,
  refs text[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint panel_decision_pkey PRIMARY KEY (scope_id, id),
  constraint panel_decision_scope_id_received_id_fkey FOREIGN KEY (scope_id, received_id) REFERENCES assurance.received_return(scope_id, id),
  constraint panel_decision_audience_check CHECK ((audience = ANY (ARRAY['ALL'::text, 'CHILDREN'::text, 'ADULTS'::text]))),
  constraint panel_decision_deciding_check CHECK ((cardinality(deciding) > 0))
);
CREATE INDEX panel_decision_by_return ON assurance.panel_decision USING btree (scope_id, received_id);
alter table assurance.panel_decision enable row level security;
alter table assurance.panel_decision force row level security;
create policy scope on assurance.panel_decision for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.panel_decision to heed_app;

create table assurance.paper (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null,
  state text not null,
  fault text,
  reading bytea,
  lines integer not null default 0,
  pieces integer not null default 0,
  unread integer not null default 0,
  version integer not null default 0,
  brought_by uuid not null,
  brought_at timestamp with time zone not null,
  reading_since timestamp with time zone,
  read_at timestamp with time zone,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  led_to uuid,
  constraint paper_pkey PRIMARY KEY (scope_id, id),
  constraint paper_check CHECK (((state = 'UNREADABLE'::text) = (fault IS NOT NULL))),
  constraint paper_check1 CHECK (((state <> ALL (ARRAY['READ'::text, 'ACCEPTED'::text])) OR (reading IS NOT NULL))),
  constraint paper_check2 CHECK (((state = 'ACCEPTED'::text) = (accepted_at IS NOT NULL))),
  constraint paper_check3 CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['RETURN'::text, 'PLAN'::text, 'REPORT'::text, 'REVIEW'::text]))),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'UNREADABLE'::text, 'READ'::text, 'ACCEPTED'::text])))
);
CREATE INDEX paper_by_council ON assurance.paper USING btree (scope_id, council_id, brought_at DESC);
CREATE INDEX paper_to_read ON assurance.paper USING btree (scope_id, brought_at) WHERE (state = 'WAITING'::text);
alter table assurance.paper enable row level security;
alter table assurance.paper force row level security;
create policy scope on assurance.paper for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on assurance.paper to heed_app;

create table assurance.paper_correction (
  scope_id uuid not null,
  id uuid not null,
  paper_id uuid not null,
  n integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  correction bytea not null,
  constraint paper_correction_pkey PRIMARY KEY (scope_id, id),
  constraint paper_correction_scope_id_paper_id_n_key UNIQUE (scope_id, paper_id, n),
  constraint paper_correction_scope_id_paper_id_fkey FOREIGN KEY (scope_id, paper_id) REFERENCES assurance.paper(scope_id, id) ON DELETE CASCADE
);
alter table assurance.paper_correction enable row level security;
alter table assurance.paper_correction force row level security;
create policy scope on assurance.paper_correction for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on assurance.paper_correction to heed_app;

create table assurance.paper_mapping (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null,
  mapping bytea not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  version integer not null default 0,
  constraint paper_mapping_pkey PRIMARY KEY (scope_id, id),
  constraint paper_mapping_scope_id_council_id_kind_key UNIQUE (scope_id, council_id, kind),
  constraint paper_mapping_kind_check CHECK ((kind = ANY (ARRAY['RETURN'::text, 'PLAN'::text, 'REPORT'::text, 'REVIEW'::text])))
);
alter table assurance.paper_mapping enable row level security;
alter table assurance.paper_mapping force row level security;
create policy scope on assurance.paper_mapping for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on assurance.paper_mapping to heed_app;

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
  accepted_at timestamp with time zone not null,
  return_state text not null,
  return_state_at timestamp with time zone not null,
  items integer not null,
  items_done integer not null,
  handed_in boolean not null,
  constraint participation_pkey PRIMARY KEY (scope_id, id),
  constraint participation_scope_id_edition_id_fkey FOREIGN KEY (scope_id, edition_id) REFERENCES assurance.framework(scope_id, id)
);
CREATE INDEX participation_by_cycle ON assurance.participation USING btree (board_scope, cycle_id);
alter table assurance.participation enable row level security;
alter table assurance.participation force row level security;
create policy scope on assurance.participation for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.participation for select to heed_search
  using true;
grant insert, select, update on assurance.participation to heed_app;
grant select (scope_id, id, board_scope, cycle_id, accepted_at, return_state, return_state_at, items, items_done, handed_in) on assurance.participation to heed_search;

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
  made_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (scope_id, id),
  constraint plan_scope_id_follows_id_fkey FOREIGN KEY (scope_id, follows_id) REFERENCES assurance.plan(scope_id, id),
  constraint plan_check CHECK ((((from_day IS NULL) = (to_day IS NULL)) AND ((from_day IS NULL) OR (from_day <= to_day))))
);
alter table assurance.plan enable row level security;
alter table assurance.plan force row level security;
create policy scope on assurance.plan for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.plan to heed_app;

create table assurance.post (
  scope_id uuid not null,
  id uuid not null,
  title bytea not null,
  version integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint post_pkey PRIMARY KEY (scope_id, id)
);
alter table assurance.post enable row level security;
alter table assurance.post force row level security;
create policy scope on assurance.post for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.post to heed_app;

create table assurance.post_alias (
  scope_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  alias bytea not null,
  from_day date,
  until_day date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  set_aside_by uuid,
  set_aside_at timestamp with time zone,
  constraint post_alias_pkey PRIMARY KEY (scope_id, id),
  constraint post_alias_scope_id_post_id_fkey FOREIGN KEY (scope_id, post_id) REFERENCES assurance.post(scope_id, id),
  constraint post_alias_check CHECK (((until_day IS NULL) OR (from_day IS NULL) OR (until_day >= from_day))),
  constraint post_alias_set_aside_check CHECK (((set_aside_by IS NULL) = (set_aside_at IS NULL)))
);
CREATE INDEX post_alias_by_post ON assurance.post_alias USING btree (scope_id, post_id);
alter table assurance.post_alias enable row level security;
alter table assurance.post_alias force row level security;
create policy scope on assurance.post_alias for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.post_alias to heed_app;
grant update (until_day, set_aside_by, set_aside_at) on assurance.post_alias to heed_app;

create table assurance.post_holder (
  scope_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  staff_id uuid,
  name bytea,
  from_day date not null,
  until_day date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint post_holder_pkey PRIMARY KEY (scope_id, id),
  constraint post_holder_scope_id_post_id_fkey FOREIGN KEY (scope_id, post_id) REFERENCES assurance.post(scope_id, id),
  constraint post_holder_check CHECK (((staff_id IS NOT NULL) OR (name IS NOT NULL))),
  constraint post_holder_check1 CHECK (((until_day IS NULL) OR (until_day >= from_day)))
);
CREATE INDEX post_holder_by_post ON assurance.post_holder USING btree (scope_id, post_id);
CREATE INDEX post_holder_by_staff ON assurance.post_holder USING btree (scope_id, staff_id) WHERE (staff_id IS NOT NULL);
alter table assurance.post_holder enable row level security;
alter table assurance.post_holder force row level security;
create policy scope on assurance.post_holder for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.post_holder to heed_app;
grant update (until_day) on assurance.post_holder to heed_app;

create table assurance.rating (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  item_code text not null,
  voice text not null,
  audience text not null,
  scale_code text not null,
  scale_version integer not null,
  kind text not null,
  verdict text not null,
  attainment text,
  evidenced text,
  words bytea not null,
  ground_kind text,
  ground_day date,
  organisation_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (scope_id, id),
  constraint rating_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id),
  constraint rating_audience_check CHECK ((audience = ANY (ARRAY['ALL'::text, 'CHILDREN'::text, 'ADULTS'::text]))),
  constraint rating_check CHECK ((((attainment IS NULL) = (evidenced IS NULL)) AND ((attainment IS NULL) OR (kind = 'LEVEL'::text)))),
  constraint rating_ground_kind_check CHECK ((ground_kind = ANY (ARRAY['CHALLENGE'::text, 'PANEL'::text, 'MINUTE'::text, 'REVIEW'::text]))),
  constraint rating_kind_check CHECK ((kind = ANY (ARRAY['LEVEL'::text, 'NOT_RATED'::text, 'NOT_APPLICABLE'::text, 'NOT_RECOVERABLE'::text]))),
  constraint rating_voice_check CHECK ((voice = ANY (ARRAY['SELF'::text, 'PEER'::text, 'MODERATED'::text, 'INDEPENDENT'::text, 'AGREED'::text])))
);
CREATE INDEX rating_by_return ON assurance.rating USING btree (scope_id, return_id, item_code, given_at);
alter table assurance.rating enable row level security;
alter table assurance.rating force row level security;
create policy scope on assurance.rating for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.rating to heed_app;

create table assurance.received_rating (
  scope_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  item_code text not null,
  voice text not null,
  audience text not null,
  scale_code text not null,
  scale_version integer not null,
  kind text not null,
  verdict text not null,
  attainment text,
  evidenced text,
  words bytea not null,
  ground_kind text,
  ground_day date,
  organisation_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  constraint received_rating_pkey PRIMARY KEY (scope_id, id),
  constraint received_rating_scope_id_received_id_fkey FOREIGN KEY (scope_id, received_id) REFERENCES assurance.received_return(scope_id, id),
  constraint received_rating_audience_check CHECK ((audience = ANY (ARRAY['ALL'::text, 'CHILDREN'::text, 'ADULTS'::text]))),
  constraint received_rating_check CHECK ((((attainment IS NULL) = (evidenced IS NULL)) AND ((attainment IS NULL) OR (kind = 'LEVEL'::text)))),
  constraint received_rating_check1 CHECK (((voice <> 'MODERATED'::text) OR ((ground_kind = 'PANEL'::text) AND (ground_day IS NOT NULL)))),
  constraint received_rating_check2 CHECK (((voice <> 'AGREED'::text) OR ((ground_kind = 'MINUTE'::text) AND (ground_day IS NOT NULL)))),
  constraint received_rating_ground_kind_check CHECK ((ground_kind = ANY (ARRAY['CHALLENGE'::text, 'PANEL'::text, 'MINUTE'::text, 'REVIEW'::text]))),
  constraint received_rating_kind_check CHECK ((kind = ANY (ARRAY['LEVEL'::text, 'NOT_RATED'::text, 'NOT_APPLICABLE'::text, 'NOT_RECOVERABLE'::text]))),
  constraint received_rating_voice_check CHECK ((voice = ANY (ARRAY['SELF'::text, 'PEER'::text, 'MODERATED'::text, 'INDEPENDENT'::text, 'AGREED'::text])))
);
CREATE INDEX received_rating_by_return ON assurance.received_rating USING btree (scope_id, received_id, item_code, given_at);
CREATE INDEX received_rating_waiting ON assurance.received_rating USING btree (scope_id) WHERE (delivered_at IS NULL);
alter table assurance.received_rating enable row level security;
alter table assurance.received_rating force row level security;
create policy scope on assurance.received_rating for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.received_rating to heed_app;
grant update (delivered_at) on assurance.received_rating to heed_app;

create table assurance.received_return (
  scope_id uuid not null,
  id uuid not null,
  from_scope uuid not null,
  council_id uuid not null,
  cycle_id uuid not null,
  participation_id uuid not null,
  number integer not null,
  content_hash bytea not null,
  copy bytea not null,
  received_at timestamp with time zone not null,
  constraint received_return_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX received_return_by_cycle ON assurance.received_return USING btree (scope_id, cycle_id, received_at);
alter table assurance.received_return enable row level security;
alter table assurance.received_return force row level security;
create policy scope on assurance.received_return for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on assurance.received_return for select to heed_search
  using true;
grant insert, select on assurance.received_return to heed_app;
grant select (scope_id, id, participation_id) on assurance.received_return to heed_search;

create table assurance.recommendation (
  scope_id uuid not null,
  id uuid not null,
  kind text not null,
  year integer not null,
  code text not null,
  words bytea not null,
  paper_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  version integer not null,
  constraint recommendation_pkey PRIMARY KEY (scope_id, id),
  constraint recommendation_kind_check CHECK ((kind = ANY (ARRAY['FINDING'::text, 'RECOMMENDATION'::text, 'LEARNING_POINT'::text]))),
  constraint recommendation_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);
CREATE INDEX recommendation_by_year ON assurance.recommendation USING btree (scope_id, year, kind, code);
alter table assurance.recommendation enable row level security;
alter table assurance.recommendation force row level security;
create policy scope on assurance.recommendation for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.recommendation to heed_app;
grant update (year, code, words, version) on assurance.recommendation to heed_app;

create table assurance.recommendation_correction (
  scope_id uuid not null,
  id uuid not null,
  recommendation_id uuid not null,
  year integer not null,
  code text not null,
  words bytea not null,
  version integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint recommendation_correction_pkey PRIMARY KEY (scope_id, id),
  constraint recommendation_correction_scope_id_recommendation_id_fkey FOREIGN KEY (scope_id, recommendation_id) REFERENCES assurance.recommendation(scope_id, id)
);
CREATE UNIQUE INDEX recommendation_correction_once ON assurance.recommendation_correction USING btree (scope_id, recommendation_id, version);
alter table assurance.recommendation_correction enable row level security;
alter table assurance.recommendation_correction force row level security;
create policy scope on assurance.recommendation_correction for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.recommendation_correction to heed_app;

create table assurance.recommendation_decision (
  scope_id uuid not null,
  id uuid not null,
  recommendation_id uuid not null,
  acts boolean not null,
  decided_on date not null,
  words bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint recommendation_decision_pkey PRIMARY KEY (scope_id, id),
  constraint recommendation_decision_scope_id_recommendation_id_fkey FOREIGN KEY (scope_id, recommendation_id) REFERENCES assurance.recommendation(scope_id, id)
);
CREATE INDEX recommendation_decision_by_recommendation ON assurance.recommendation_decision USING btree (scope_id, recommendation_id, made_at);
alter table assurance.recommendation_decision enable row level security;
alter table assurance.recommendation_decision force row level security;
create policy scope on assurance.recommendation_decision for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.recommendation_decision to heed_app;

create table assurance.reminder (
  scope_id uuid not null,
  invitation_id uuid not null,
  cause text not null,
  caused_at timestamp with time zone not null,
  told_at timestamp with time zone not null,
  constraint reminder_pkey PRIMARY KEY (scope_id, invitation_id, cause, caused_at),
  constraint reminder_cause_check CHECK ((cause = ANY (ARRAY['INVITED'::text, 'ASKED'::text, 'DUE_IN_TWO_WEEKS'::text, 'DUE_IN_THREE_DAYS'::text, 'OVERDUE'::text])))
);
alter table assurance.reminder enable row level security;
alter table assurance.reminder force row level security;
create policy scope on assurance.reminder for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.reminder to heed_app;

create table assurance.report (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  number integer not null,
  amends uuid,
  state text not null,
  past_plan_id uuid,
  next_plan_id uuid,
  checked_by uuid,
  content_hash bytea,
  frozen bytea,
  version integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint report_pkey PRIMARY KEY (scope_id, id),
  constraint report_scope_id_amends_fkey FOREIGN KEY (scope_id, amends) REFERENCES assurance.report(scope_id, id),
  constraint report_scope_id_next_plan_id_fkey FOREIGN KEY (scope_id, next_plan_id) REFERENCES assurance.plan(scope_id, id),
  constraint report_scope_id_past_plan_id_fkey FOREIGN KEY (scope_id, past_plan_id) REFERENCES assurance.plan(scope_id, id),
  constraint report_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id),
  constraint report_check CHECK (((amends IS NULL) = (number = 1))),
  constraint report_check1 CHECK ((((state = ANY (ARRAY['DRAFT'::text, 'GIVEN_UP'::text])) = (frozen IS NULL)) AND ((frozen IS NULL) = (content_hash IS NULL)) AND ((frozen IS NULL) = (checked_by IS NULL)))),
  constraint report_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'CHECKED'::text, 'APPROVED'::text, 'PUBLISHED'::text, 'WITHDRAWN'::text, 'GIVEN_UP'::text])))
);
CREATE UNIQUE INDEX report_amended_once ON assurance.report USING btree (scope_id, amends) WHERE (state <> 'GIVEN_UP'::text);
CREATE INDEX report_by_return ON assurance.report USING btree (scope_id, return_id);
alter table assurance.report enable row level security;
alter table assurance.report force row level security;
create policy scope on assurance.report for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.report to heed_app;

create table assurance.report_move (
  scope_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  move text not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  note bytea,
  n bigint not null,
  constraint report_move_pkey PRIMARY KEY (scope_id, id),
  constraint report_move_scope_id_report_id_fkey FOREIGN KEY (scope_id, report_id) REFERENCES assurance.report(scope_id, id)
);
CREATE INDEX report_move_by_report ON assurance.report_move USING btree (scope_id, report_id, moved_at);
alter table assurance.report_move enable row level security;
alter table assurance.report_move force row level security;
create policy scope on assurance.report_move for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.report_move to heed_app;

create table assurance.report_part (
  scope_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  part text not null,
  typed bytea not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint report_part_pkey PRIMARY KEY (scope_id, id),
  constraint report_part_scope_id_report_id_fkey FOREIGN KEY (scope_id, report_id) REFERENCES assurance.report(scope_id, id)
);
CREATE UNIQUE INDEX report_part_once ON assurance.report_part USING btree (scope_id, report_id, part);
alter table assurance.report_part enable row level security;
alter table assurance.report_part force row level security;
create policy scope on assurance.report_part for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.report_part to heed_app;

create table assurance.report_template (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint report_template_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX report_template_by_council ON assurance.report_template USING btree (scope_id, council_id, added_at DESC);
alter table assurance.report_template enable row level security;
alter table assurance.report_template force row level security;
create policy scope on assurance.report_template for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on assurance.report_template to heed_app;

create table assurance.return (
  scope_id uuid not null,
  id uuid not null,
  participation_id uuid,
  edition_id uuid not null,
  council_id uuid not null,
  profile text not null,
  year integer not null,
  number integer not null,
  amends uuid,
  window_from date not null,
  window_until date not null,
  state text not null,
  version integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint return_pkey PRIMARY KEY (scope_id, id),
  constraint return_scope_id_amends_fkey FOREIGN KEY (scope_id, amends) REFERENCES assurance.return(scope_id, id),
  constraint return_scope_id_edition_id_fkey FOREIGN KEY (scope_id, edition_id) REFERENCES assurance.framework(scope_id, id),
  constraint return_scope_id_participation_id_fkey FOREIGN KEY (scope_id, participation_id) REFERENCES assurance.participation(scope_id, id),
  constraint return_number CHECK (((number >= 1) AND ((amends IS NULL) OR (number > 1)))),
  constraint return_state_check CHECK ((state = ANY (ARRAY['NOT_STARTED'::text, 'IN_PROGRESS'::text, 'INTERNAL_REVIEW'::text, 'SIGNED_OFF'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'UNDER_CHALLENGE'::text, 'MODERATED'::text, 'AGREED'::text, 'PUBLISHED'::text]))),
  constraint return_window CHECK ((window_from <= window_until))
);
CREATE UNIQUE INDEX return_amended_once ON assurance.return USING btree (scope_id, amends);
CREATE UNIQUE INDEX return_once ON assurance.return USING btree (scope_id, participation_id) WHERE (amends IS NULL);
alter table assurance.return enable row level security;
alter table assurance.return force row level security;
create policy scope on assurance.return for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.return to heed_app;

create table assurance.return_item (
  scope_id uuid not null,
  return_id uuid not null,
  code text not null,
  sort integer not null,
  answer bytea not null,
  carried text not null,
  no_action bytea,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  id uuid not null,
  constraint return_item_pkey PRIMARY KEY (scope_id, id),
  constraint return_item_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id),
  constraint return_item_carried_check CHECK ((carried = ANY (ARRAY['OWN'::text, 'CARRIED'::text, 'REAFFIRMED'::text, 'CHANGED'::text])))
);
CREATE UNIQUE INDEX return_item_code ON assurance.return_item USING btree (scope_id, return_id, code);
alter table assurance.return_item enable row level security;
alter table assurance.return_item force row level security;
create policy scope on assurance.return_item for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on assurance.return_item to heed_app;

create table assurance.return_move (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  move text not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  note bytea,
  n bigint not null,
  constraint return_move_pkey PRIMARY KEY (scope_id, id),
  constraint return_move_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id)
);
CREATE INDEX return_move_by_return ON assurance.return_move USING btree (scope_id, return_id, moved_at);
alter table assurance.return_move enable row level security;
alter table assurance.return_move force row level security;
create policy scope on assurance.return_move for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.return_move to heed_app;

create table assurance.sign_off (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  words bytea not null,
  minute_day date not null,
  content_hash bytea not null,
  copy bytea not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  constraint sign_off_pkey PRIMARY KEY (scope_id, id),
  constraint sign_off_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id)
);
CREATE UNIQUE INDEX sign_off_once ON assurance.sign_off USING btree (scope_id, return_id);
alter table assurance.sign_off enable row level security;
alter table assurance.sign_off force row level security;
create policy scope on assurance.sign_off for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.sign_off to heed_app;

create table assurance.submission (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  content_hash bytea not null,
  board_scope uuid,
  submitted_by uuid not null,
  submitted_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  constraint submission_pkey PRIMARY KEY (scope_id, id),
  constraint submission_scope_id_return_id_fkey FOREIGN KEY (scope_id, return_id) REFERENCES assurance.return(scope_id, id)
);
CREATE UNIQUE INDEX submission_once ON assurance.submission USING btree (scope_id, return_id);
CREATE INDEX submission_waiting ON assurance.submission USING btree (scope_id) WHERE ((delivered_at IS NULL) AND (board_scope IS NOT NULL));
alter table assurance.submission enable row level security;
alter table assurance.submission force row level security;
create policy scope on assurance.submission for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on assurance.submission to heed_app;
grant update (delivered_at) on assurance.submission to heed_app;

create sequence assurance.report_move_n_seq;

create sequence assurance.return_move_n_seq;

CREATE OR REPLACE FUNCTION assurance.challenges_with(scope uuid)
 RETURNS TABLE(board_scope uuid, challenge_id uuid, ref text, cycle_id uuid, received_id uuid, participation_id uuid, item_code text, kind text, peer_scope uuid, owner_scope uuid, state text, raised_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select c.scope_id, c.id, c.ref, c.cycle_id, c.received_id, r.participation_id, c.item_code, c.kind, c.peer_scope,
           c.owner_scope, c.state, c.raised_at
      from assurance.challenge c
      join assurance.received_return r on r.scope_id = c.scope_id and r.id = c.received_id
     where (c.peer_scope = scope or c.owner_scope = scope or c.scope_id = scope)
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.crosswalks_sent(scope uuid)
 RETURNS TABLE(board_scope uuid, framework_id uuid, kind text, code text, version integer, document text, published_by uuid, published_at timestamp with time zone, scale_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select f.scope_id, f.id, f.kind, f.code, f.version, f.document, f.published_by, f.published_at, f.scale_id
      from assurance.framework f
     where f.kind = 'CROSSWALK' and f.from_scope = f.scope_id and f.scope_id <> scope
       and f.scope_id in (select i.scope_id from assurance.invitation i
                            join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
                           where i.invited_scope = scope and i.withdrawn_at is null and c.state <> 'PLANNED')
       and not exists (select from assurance.framework later where later.scope_id = f.scope_id
                          and later.from_scope = f.from_scope and later.kind = f.kind and later.code = f.code
                          and later.version > f.version)
       and not exists (select from assurance.framework kept where kept.scope_id = scope
                          and kept.from_scope = f.from_scope and kept.kind = f.kind and kept.code = f.code
                          and kept.version = f.version)
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
     order by f.scope_id, f.code
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.editions_sent(scope uuid, board uuid, codes text[])
 RETURNS TABLE(board_scope uuid, framework_id uuid, kind text, code text, version integer, document text, published_by uuid, published_at timestamp with time zone, scale_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select f.scope_id, f.id, f.kind, f.code, f.version, f.document, f.published_by, f.published_at, f.scale_id
      from assurance.framework e
      join assurance.framework f on f.scope_id = e.scope_id and f.id in (e.id, e.scale_id)
     where e.scope_id = board and e.from_scope = board and e.kind = 'EDITION' and e.code = any (codes)
       and not exists (select from assurance.framework later where later.scope_id = e.scope_id
                          and later.from_scope = e.from_scope and later.kind = e.kind and later.code = e.code
                          and later.version > e.version)
       and exists (select from assurance.invitation i
                     join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
                    where i.scope_id = board and i.invited_scope = scope and i.withdrawn_at is null
                      and c.state <> 'PLANNED')
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
     order by f.kind, f.code
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.frameworks_sent(scope uuid, of_invitation uuid)
 RETURNS TABLE(board_scope uuid, framework_id uuid, kind text, code text, version integer, document text, published_by uuid, published_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select f.scope_id, f.id, f.kind, f.code, f.version, f.document, f.published_by, f.published_at
      from assurance.invitation i
      join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
      join assurance.framework e on e.scope_id = c.scope_id and e.id = c.edition_id
      join assurance.framework f on f.scope_id = e.scope_id and f.id in (e.id, e.scale_id)
     where i.id = of_invitation and i.invited_scope = scope and i.withdrawn_at is null and c.state <> 'PLANNED'
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.invited(scope uuid)
 RETURNS TABLE(board_scope uuid, invitation_id uuid, cycle_id uuid, cycle_state text, profile text, invited_at timestamp with time zone, reminded_at timestamp with time zone, window_from date, window_until date, returns_by date, edition_code text, edition_version integer, edition_title text, edition_year integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select i.scope_id, i.id, c.id, c.state, i.profile, i.invited_at, i.reminded_at, c.window_from, c.window_until,
           c.returns_by, f.code, f.version, f.title, f.year
      from assurance.invitation i
      join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
      join assurance.framework f on f.scope_id = c.scope_id and f.id = c.edition_id
     where i.invited_scope = scope and i.withdrawn_at is null and c.state <> 'PLANNED'
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.report_fixed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if (new.scope_id, new.id, new.return_id, new.number, new.amends, new.made_by, new.made_at)
      is distinct from (old.scope_id, old.id, old.return_id, old.number, old.amends, old.made_by, old.made_at) then
    raise exception 'which report this is does not change' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state = 'WITHDRAWN' or (old.state = 'PUBLISHED' and new.state <> 'WITHDRAWN') then
    raise exception 'a report that went out does not change' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state = 'GIVEN_UP' or (new.state = 'GIVEN_UP' and old.state <> 'DRAFT') then
    raise exception 'only a draft is given up, and stays so' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state <> 'DRAFT' and new.state <> 'DRAFT'
      and (new.frozen, new.content_hash, new.checked_by, new.past_plan_id, new.next_plan_id)
      is distinct from (old.frozen, old.content_hash, old.checked_by, old.past_plan_id, old.next_plan_id) then
    raise exception 'what was frozen at the check does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end;
$function$;
-- owner heed_owner; may run it: nobody else

CREATE OR REPLACE FUNCTION assurance.report_part_fixed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from assurance.report r
      where r.scope_id = new.scope_id and r.id = new.report_id and r.state = 'DRAFT') then
    raise exception 'only a draft is written in' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end;
$function$;
-- owner heed_owner; may run it: nobody else

CREATE OR REPLACE FUNCTION assurance.reviews_asked(scope uuid)
 RETURNS TABLE(board_scope uuid, pairing_id uuid, cycle_id uuid, owner_scope uuid, from_day date, until_day date, ended_on date, cycle_state text, edition_title text, edition_year integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select p.scope_id, p.id, c.id, p.owner_scope, p.from_day, p.until_day, p.ended_on, c.state, f.title, f.year
      from assurance.pairing p
      join assurance.cycle c on c.scope_id = p.scope_id and c.id = p.cycle_id
      join assurance.framework f on f.scope_id = c.scope_id and f.id = c.edition_id
     where p.reviewer_scope = scope and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.standing_of(scope uuid, of_cycle uuid)
 RETURNS TABLE(invitation_id uuid, accepted_at timestamp with time zone, return_state text, return_state_at timestamp with time zone, items integer, items_done integer, handed_in boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select p.id, p.accepted_at, p.return_state, p.return_state_at, p.items, p.items_done, p.handed_in
      from assurance.invitation i
      join assurance.participation p on p.scope_id = i.invited_scope and p.id = i.id and p.board_scope = i.scope_id
     where i.scope_id = scope and i.cycle_id = of_cycle
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION assurance.take_back_paper(scope uuid, of_paper uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  made uuid;
  since timestamptz;
  gone uuid[];
begin
  if scope is distinct from nullif(current_setting('heed.scope', true), '')::uuid then
    return null;
  end if;
  select p.led_to, p.accepted_at into made, since from assurance.paper p
   where p.scope_id = scope and p.id = of_paper and p.state = 'ACCEPTED';
  if since is null then
    return null;
  end if;
  -- A review that somebody recorded from it is theirs, and says that it stands in this paper.
  if exists (select from assurance.independent_review v where v.scope_id = scope and v.paper_id = of_paper) then
    return null;
  end if;
  if made is null then
    return '{}';
  end if;
  if exists (select from assurance.return r where r.scope_id = scope and r.id = made and
        (r.version > 0
          or exists (select from assurance.return a where a.scope_id = scope and a.amends = made)
          -- One rating of each question came with the paper; lost ones that were typed in stand beside it.
          or exists (select from assurance.rating g where g.scope_id = scope and g.return_id = made
                group by g.item_code having count(*) > 1)
          or exists (select from assurance.action a where a.scope_id = scope and a.source_id = made)))
     or exists (select from assurance.plan p where p.scope_id = scope and p.id = made and
        (p.version > 1 or exists (select from assurance.plan f where f.scope_id = scope and f.follows_id = made)))
     or exists (select from assurance.action a where a.scope_id = scope and a.plan_id = made and
        (a.version > 1 or a.made_at > since or a.comes_from is not null or a.carried_to is not null
          or exists (select from assurance.action_entry e where e.scope_id = scope and e.action_id = a.id
                and (e.kind <> 'MOVE' or e.move <> 'PROPOSE'))
          or exists (select from assurance.milestone m where m.scope_id = scope and m.action_id = a.id)))
     or exists (select from assurance.recommendation n where n.scope_id = scope and n.paper_id = of_paper and
        (exists (select from assurance.recommendation_decision d where d.scope_id = scope and d.recommendation_id = n.id)
          or exists (select from assurance.action a where a.scope_id = scope and a.source_id = n.id and a.plan_id <> made)))
  then
    return null;
  end if;
  select coalesce(array_agg(id), '{}') into gone from (
    select r.id from assurance.return r where r.scope_id = scope and r.id = made
    union all select p.id from assurance.plan p where p.scope_id = scope and p.id = made
    union all select a.id from assurance.action a where a.scope_id = scope and a.plan_id = made
    union all select n.id from assurance.recommendation n where n.scope_id = scope and n.paper_id = of_paper) all_of_it;
  delete from assurance.fact_use u using assurance.fact f
   where u.scope_id = scope and f.scope_id = scope and f.id = u.fact_id and f.return_id = made;
  delete from assurance.fact where scope_id = scope and return_id = made;
  delete from assurance.evidence where scope_id = scope and return_id = made;
  delete from assurance.rating where scope_id = scope and return_id = made;
  delete from assurance.item_share where scope_id = scope and return_id = made;
  delete from assurance.return_item where scope_id = scope and return_id = made;
  delete from assurance.return_move where scope_id = scope and return_id = made;
  delete from assurance.return where scope_id = scope and id = made;
  delete from assurance.action_entry e using assurance.action a
   where e.scope_id = scope and a.scope_id = scope and a.id = e.action_id and a.plan_id = made;
  delete from assurance.action_lead l using assurance.action a
   where l.scope_id = scope and a.scope_id = scope and a.id = l.action_id and a.plan_id = made;
  delete from assurance.action where scope_id = scope and plan_id = made;
  delete from assurance.plan where scope_id = scope and id = made;
  delete from assurance.recommendation where scope_id = scope and paper_id = of_paper;
  return gone;
exception
  -- Something of another slice rests on it.
  when foreign_key_violation then
    return null;
end
$function$;
-- owner heed_owner; may run it: heed_app

CREATE TRIGGER report_fixed AFTER UPDATE ON assurance.report FOR EACH ROW EXECUTE FUNCTION assurance.report_fixed();

CREATE TRIGGER report_part_fixed AFTER INSERT OR UPDATE ON assurance.report_part FOR EACH ROW EXECUTE FUNCTION assurance.report_part_fixed();

create schema casework;
grant usage on schema casework to heed_app;
grant usage on schema casework to heed_search;

create table casework.access_change (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  kind text not null,
  staff_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  until timestamp with time zone,
  why bytea,
  constraint access_change_pkey PRIMARY KEY (scope_id, id),
  constraint access_change_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint access_change_kind_check CHECK ((kind = ANY (ARRAY['RESTRICTED'::text, 'UNRESTRICTED'::text, 'NAMED'::text, 'UNNAMED'::text, 'KEPT_FROM'::text, 'LET_BACK'::text, 'OPENED'::text, 'CLOSED'::text])))
);
CREATE INDEX access_change_by_concern ON casework.access_change USING btree (scope_id, concern_id, made_at);
alter table casework.access_change enable row level security;
alter table casework.access_change force row level security;
create policy scope on casework.access_change for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.access_change to heed_app;

create table casework.act_by (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  act_by timestamp with time zone not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  sort integer not null,
  constraint act_by_pkey PRIMARY KEY (scope_id, id),
  constraint act_by_scope_id_concern_id_sort_key UNIQUE (scope_id, concern_id, sort),
  constraint act_by_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
alter table casework.act_by enable row level security;
alter table casework.act_by force row level security;
create policy scope on casework.act_by for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.act_by to heed_app;

create table casework.addendum (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  submission uuid not null,
  kind text not null,
  words bytea not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint addendum_pkey PRIMARY KEY (scope_id, id),
  constraint addendum_scope_id_concern_id_submission_key UNIQUE (scope_id, concern_id, submission),
  constraint addendum_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint addendum_kind_check CHECK ((kind = ANY (ARRAY['BY_REPORTER'::text, 'BY_OFFICER'::text, 'SUMMARY'::text])))
);
alter table casework.addendum enable row level security;
alter table casework.addendum force row level security;
create policy scope on casework.addendum for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.addendum to heed_app;

create table casework.advice (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  submission uuid not null,
  raised_by uuid,
  asker bytea,
  asked_at timestamp with time zone not null,
  subject_kind text not null,
  marking text not null,
  question bytea not null,
  answer bytea,
  answered_by uuid,
  answered_at timestamp with time zone,
  read_at timestamp with time zone,
  recorded_by uuid,
  constraint advice_pkey PRIMARY KEY (scope_id, id),
  constraint advice_scope_id_ref_key UNIQUE (scope_id, ref),
  constraint advice_scope_id_submission_key UNIQUE (scope_id, submission),
  constraint advice_check CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
  constraint advice_marking_check CHECK ((marking = ANY (ARRAY['NORMAL'::text, 'RESTRICTED'::text, 'ALLEGATION'::text]))),
  constraint advice_ref_check CHECK ((ref ~ '^A-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'::text)),
  constraint advice_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['CHILD'::text, 'UNBORN'::text, 'ADULT'::text, 'FAMILY'::text, 'PLACE'::text, 'NOT_KNOWN'::text])))
);
CREATE INDEX advice_by_asker ON casework.advice USING btree (scope_id, raised_by, asked_at DESC);
CREATE INDEX advice_by_time ON casework.advice USING btree (scope_id, asked_at DESC, id);
alter table casework.advice enable row level security;
alter table casework.advice force row level security;
create policy scope on casework.advice for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.advice to heed_app;

create table casework.advice_draft (
  scope_id uuid not null,
  draft_id uuid not null,
  advice_id uuid not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  constraint advice_draft_pkey PRIMARY KEY (scope_id, draft_id),
  constraint advice_draft_scope_id_advice_id_fkey FOREIGN KEY (scope_id, advice_id) REFERENCES casework.advice(scope_id, id)
);
CREATE INDEX advice_draft_by_advice ON casework.advice_draft USING btree (scope_id, advice_id);
alter table casework.advice_draft enable row level security;
alter table casework.advice_draft force row level security;
create policy scope on casework.advice_draft for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.advice_draft to heed_app;

create table casework.allegation (
  scope_id uuid not null,
  concern_id uuid not null,
  works_as text,
  ticked_by text not null,
  protection_id uuid,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lift_reasons bytea,
  constraint allegation_pkey PRIMARY KEY (scope_id, concern_id),
  constraint allegation_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint allegation_ticked_by_check CHECK ((ticked_by = ANY (ARRAY['REPORTER'::text, 'MATCH'::text]))),
  constraint allegation_works_as_check CHECK ((works_as = ANY (ARRAY['STAFF'::text, 'VOLUNTEER'::text, 'CONTRACTOR'::text, 'COUNCILLOR'::text, 'LICENSED_DRIVER'::text, 'NOT_SURE'::text])))
);
CREATE UNIQUE INDEX allegation_by_protection ON casework.allegation USING btree (scope_id, protection_id);
alter table casework.allegation enable row level security;
alter table casework.allegation force row level security;
create policy scope on casework.allegation for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.allegation to heed_app;

create table casework.call (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  submission uuid not null,
  whom text not null,
  made_at timestamp with time zone not null,
  details bytea not null,
  logged_by uuid not null,
  logged_at timestamp with time zone not null,
  constraint call_pkey PRIMARY KEY (scope_id, id),
  constraint call_scope_id_concern_id_submission_key UNIQUE (scope_id, concern_id, submission),
  constraint call_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint call_whom_check CHECK ((whom = ANY (ARRAY['EMERGENCY'::text, 'POLICE'::text, 'CHILDREN'::text, 'ADULTS'::text, 'DUTY'::text, 'OTHER'::text])))
);
CREATE INDEX call_by_concern ON casework.call USING btree (scope_id, concern_id, made_at);
alter table casework.call enable row level security;
alter table casework.call force row level security;
create policy scope on casework.call for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.call to heed_app;

create table casework.call_step (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  call_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  code text,
  note bytea,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  sort integer not null,
  constraint call_step_pkey PRIMARY KEY (scope_id, id),
  constraint call_step_scope_id_call_id_sort_key UNIQUE (scope_id, call_id, sort),
  constraint call_step_scope_id_call_id_fkey FOREIGN KEY (scope_id, call_id) REFERENCES casework.call(scope_id, id),
  constraint call_step_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint call_step_kind_check CHECK ((kind = ANY (ARRAY['DUE'::text, 'NOT_DUE'::text, 'SENT'::text, 'RECEIVED'::text, 'ACKNOWLEDGED'::text, 'CHASED'::text, 'ESCALATED'::text, 'DECIDED'::text])))
);
CREATE INDEX call_step_by_concern ON casework.call_step USING btree (scope_id, concern_id, made_at);
alter table casework.call_step enable row level security;
alter table casework.call_step force row level security;
create policy scope on casework.call_step for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.call_step to heed_app;

create table casework.casefile (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  lead uuid not null,
  constraint casefile_pkey PRIMARY KEY (scope_id, id),
  constraint casefile_scope_id_ref_key UNIQUE (scope_id, ref),
  constraint casefile_ref_check CHECK ((ref ~ '^K-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'::text))
);
alter table casework.casefile enable row level security;
alter table casework.casefile force row level security;
create policy scope on casework.casefile for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.casefile to heed_app;

create table casework.concern (
  scope_id uuid not null,
  id uuid not null,
  ref text not null,
  council_id uuid not null,
  service_id uuid,
  submission uuid not null,
  raised_by uuid,
  received_at timestamp with time zone not null,
  danger boolean not null,
  subject_kind text not null,
  marking text not null,
  status text not null,
  taken_by uuid,
  taken_at timestamp with time zone,
  first_taken_at timestamp with time zone,
  decided_at timestamp with time zone,
  outcome text,
  told bytea not null,
  version integer not null default 0,
  case_id uuid,
  constraint concern_pkey PRIMARY KEY (scope_id, id),
  constraint concern_scope_id_ref_key UNIQUE (scope_id, ref),
  constraint concern_scope_id_submission_key UNIQUE (scope_id, submission),
  constraint concern_marking_check CHECK ((marking = ANY (ARRAY['NORMAL'::text, 'RESTRICTED'::text, 'ALLEGATION'::text]))),
  constraint concern_outcome_check CHECK ((outcome = ANY (ARRAY['NO_FURTHER_ACTION'::text, 'ADVICE_GIVEN'::text, 'SIGNPOST'::text, 'REFER'::text, 'OPEN_CASE'::text, 'ADD_TO_CASE'::text]))),
  constraint concern_ref_check CHECK ((ref ~ '^C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'::text)),
  constraint concern_status_check CHECK ((status = ANY (ARRAY['RECEIVED'::text, 'IN_TRIAGE'::text, 'DECIDED'::text, 'JOINED'::text, 'IN_ERROR'::text]))),
  constraint concern_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['CHILD'::text, 'UNBORN'::text, 'ADULT'::text, 'FAMILY'::text, 'PLACE'::text, 'NOT_KNOWN'::text])))
);
CREATE INDEX concern_by_case ON casework.concern USING btree (scope_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX concern_by_danger_left ON casework.concern USING btree (scope_id, id) WHERE (danger AND (status = 'DECIDED'::text) AND (outcome = ANY (ARRAY['NO_FURTHER_ACTION'::text, 'ADVICE_GIVEN'::text, 'SIGNPOST'::text])));
CREATE INDEX concern_by_receipt ON casework.concern USING btree (scope_id, received_at) INCLUDE (id, status, marking, council_id, service_id, raised_by, danger, subject_kind, first_taken_at);
CREATE INDEX concern_by_reporter ON casework.concern USING btree (scope_id, raised_by, received_at DESC);
CREATE INDEX concern_by_state ON casework.concern USING btree (scope_id, status, danger DESC, received_at, id);
alter table casework.concern enable row level security;
alter table casework.concern force row level security;
create policy scope on casework.concern for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.concern to heed_app;

create table casework.concern_entry (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  act text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  note bytea,
  constraint concern_entry_pkey PRIMARY KEY (scope_id, id),
  constraint concern_entry_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
CREATE INDEX concern_entry_by_concern ON casework.concern_entry USING btree (scope_id, concern_id, made_at);
alter table casework.concern_entry enable row level security;
alter table casework.concern_entry force row level security;
create policy scope on casework.concern_entry for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.concern_entry to heed_app;

create table casework.concern_level (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  code text not null,
  reasons bytea,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  sort integer not null,
  constraint concern_level_pkey PRIMARY KEY (scope_id, id),
  constraint concern_level_scope_id_concern_id_sort_key UNIQUE (scope_id, concern_id, sort),
  constraint concern_level_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
alter table casework.concern_level enable row level security;
alter table casework.concern_level force row level security;
create policy scope on casework.concern_level for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.concern_level to heed_app;

create table casework.concern_person (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  sort integer not null,
  role text not null,
  unborn boolean not null,
  details bytea not null,
  name_tokens bigint[] not null,
  withdrawn_at timestamp with time zone,
  place_tokens bigint[] not null default '{}'::bigint[],
  pair_tokens bigint[] not null default '{}'::bigint[],
  born_tokens bigint[] not null default '{}'::bigint[],
  phone_tokens bigint[] not null default '{}'::bigint[],
  keys_edition smallint not null default 0,
  constraint concern_person_pkey PRIMARY KEY (scope_id, id),
  constraint concern_person_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint concern_person_role_check CHECK ((role = ANY (ARRAY['AT_RISK'::text, 'ALLEGED'::text, 'FAMILY'::text, 'WITNESS'::text, 'PROFESSIONAL'::text, 'NOT_SURE'::text])))
);
CREATE INDEX concern_person_by_birth ON casework.concern_person USING gin (born_tokens) WITH (gin_pending_list_limit='256');
CREATE INDEX concern_person_by_concern ON casework.concern_person USING btree (scope_id, concern_id, sort);
CREATE INDEX concern_person_by_edition ON casework.concern_person USING btree (scope_id, keys_edition, id);
CREATE INDEX concern_person_by_name ON casework.concern_person USING gin (name_tokens);
CREATE INDEX concern_person_by_pair ON casework.concern_person USING gin (pair_tokens) WITH (gin_pending_list_limit='256');
CREATE INDEX concern_person_by_phone ON casework.concern_person USING gin (phone_tokens) WITH (gin_pending_list_limit='256');
CREATE INDEX concern_person_by_place ON casework.concern_person USING gin (place_tokens);
alter table casework.concern_person enable row level security;
alter table casework.concern_person force row level security;
create policy scope on casework.concern_person for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on casework.concern_person for select to heed_search
  using true;
grant insert, select on casework.concern_person to heed_app;
grant update (name_tokens, withdrawn_at, place_tokens, pair_tokens, born_tokens, phone_tokens, keys_edition) on casework.concern_person to heed_app;
grant select (scope_id, id, concern_id, name_tokens, withdrawn_at, place_tokens, pair_tokens, born_tokens, phone_tokens) on casework.concern_person to heed_search;

create table casework.concern_type (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  list text not null,
  code text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  taken_off_by uuid,
  taken_off_at timestamp with time zone,
  constraint concern_type_pkey PRIMARY KEY (scope_id, id),
  constraint concern_type_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint concern_type_check CHECK (((taken_off_by IS NULL) = (taken_off_at IS NULL))),
  constraint concern_type_list_check CHECK ((list = ANY (ARRAY['ADULT'::text, 'CHILD'::text, 'CONTEXT'::text])))
);
CREATE INDEX concern_type_by_concern ON casework.concern_type USING btree (scope_id, concern_id) INCLUDE (list, code, set_at, taken_off_at);
CREATE UNIQUE INDEX concern_type_once ON casework.concern_type USING btree (scope_id, concern_id, list, code) WHERE (taken_off_at IS NULL);
alter table casework.concern_type enable row level security;
alter table casework.concern_type force row level security;
create policy scope on casework.concern_type for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.concern_type to heed_app;

create table casework.concern_ward (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  code text,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  sort integer not null,
  constraint concern_ward_pkey PRIMARY KEY (scope_id, id),
  constraint concern_ward_scope_id_concern_id_sort_key UNIQUE (scope_id, concern_id, sort),
  constraint concern_ward_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
alter table casework.concern_ward enable row level security;
alter table casework.concern_ward force row level security;
create policy scope on casework.concern_ward for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.concern_ward to heed_app;

create table casework.concern_words (
  scope_id uuid not null,
  concern_id uuid not null,
  tokens bigint[] not null,
  edition smallint not null,
  constraint concern_words_pkey PRIMARY KEY (scope_id, concern_id),
  constraint concern_words_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
CREATE INDEX concern_words_by_token ON casework.concern_words USING gin (tokens) WITH (gin_pending_list_limit='256');
alter table casework.concern_words enable row level security;
alter table casework.concern_words force row level security;
create policy scope on casework.concern_words for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on casework.concern_words for select to heed_search
  using true;
grant delete, insert, select, update on casework.concern_words to heed_app;
grant select (scope_id, concern_id, tokens) on casework.concern_words to heed_search;

create table casework.correction (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  kind text not null,
  naming_id uuid,
  instead bytea,
  why bytea not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  done boolean,
  answer bytea,
  constraint correction_pkey PRIMARY KEY (scope_id, id),
  constraint correction_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint correction_check CHECK (((kind <> 'PERSON'::text) OR ((naming_id IS NOT NULL) AND (instead IS NOT NULL)))),
  constraint correction_check1 CHECK ((((answered_by IS NULL) = (done IS NULL)) AND ((answered_by IS NULL) = (answered_at IS NULL)))),
  constraint correction_kind_check CHECK ((kind = ANY (ARRAY['WHOLE'::text, 'PERSON'::text])))
);
CREATE UNIQUE INDEX correction_open ON casework.correction USING btree (scope_id, concern_id) WHERE (answered_at IS NULL);
alter table casework.correction enable row level security;
alter table casework.correction force row level security;
create policy scope on casework.correction for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.correction to heed_app;

create table casework.countersignature (
  scope_id uuid not null,
  decision_id uuid not null,
  concern_id uuid not null,
  agrees boolean not null,
  reasons bytea,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint countersignature_pkey PRIMARY KEY (scope_id, decision_id),
  constraint countersignature_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint countersignature_scope_id_decision_id_fkey FOREIGN KEY (scope_id, decision_id) REFERENCES casework.decision(scope_id, id),
  constraint countersignature_check CHECK ((agrees OR (reasons IS NOT NULL)))
);
CREATE INDEX countersignature_by_concern ON casework.countersignature USING btree (scope_id, concern_id);
alter table casework.countersignature enable row level security;
alter table casework.countersignature force row level security;
create policy scope on casework.countersignature for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.countersignature to heed_app;

create table casework.decision (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  outcome text not null,
  reason_code text not null,
  route_code text,
  reasons bytea not null,
  detail bytea,
  lead uuid,
  case_id uuid,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint decision_pkey PRIMARY KEY (scope_id, id),
  constraint decision_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
CREATE INDEX decision_by_concern ON casework.decision USING btree (scope_id, concern_id, decided_at);
alter table casework.decision enable row level security;
alter table casework.decision force row level security;
create policy scope on casework.decision for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.decision to heed_app;

create table casework.decision_reason (
  scope_id uuid not null,
  outcome text not null,
  code text not null,
  label text not null,
  sort integer not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  source text not null,
  unconfirmed boolean not null,
  changed_by uuid not null,
  constraint decision_reason_pkey PRIMARY KEY (scope_id, outcome, code)
);
alter table casework.decision_reason enable row level security;
alter table casework.decision_reason force row level security;
create policy scope on casework.decision_reason for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.decision_reason to heed_app;

create table casework.draft (
  scope_id uuid not null,
  id uuid not null,
  owner uuid not null,
  started_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  typed bytea not null,
  version integer not null default 0,
  sent_as uuid,
  constraint draft_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX draft_by_owner ON casework.draft USING btree (scope_id, owner, saved_at DESC);
alter table casework.draft enable row level security;
alter table casework.draft force row level security;
create policy scope on casework.draft for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on casework.draft to heed_app;

create table casework.emergency_opening (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  staff_id uuid not null,
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null,
  why bytea not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  finding text,
  finding_words bytea,
  constraint emergency_opening_pkey PRIMARY KEY (scope_id, id),
  constraint emergency_opening_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint emergency_opening_check CHECK ((((finding IS NULL) = (reviewed_at IS NULL)) AND ((finding IS NULL) = (reviewed_by IS NULL)))),
  constraint emergency_opening_check1 CHECK ((reviewed_by IS DISTINCT FROM staff_id)),
  constraint emergency_opening_finding_check CHECK ((finding = ANY (ARRAY['RIGHT'::text, 'NOT_RIGHT'::text])))
);
CREATE INDEX emergency_opening_by_staff ON casework.emergency_opening USING btree (scope_id, staff_id, opened_at);
alter table casework.emergency_opening enable row level security;
alter table casework.emergency_opening force row level security;
create policy scope on casework.emergency_opening for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.emergency_opening to heed_app;

create table casework.escalation_step (
  scope_id uuid not null,
  concern_id uuid not null,
  since timestamp with time zone not null,
  step integer not null,
  told_at timestamp with time zone not null,
  constraint escalation_step_pkey PRIMARY KEY (scope_id, concern_id, since, step),
  constraint escalation_step_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
alter table casework.escalation_step enable row level security;
alter table casework.escalation_step force row level security;
create policy scope on casework.escalation_step for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.escalation_step to heed_app;

create table casework.feedback (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  words bytea not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint feedback_pkey PRIMARY KEY (scope_id, id),
  constraint feedback_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id)
);
CREATE INDEX feedback_by_concern ON casework.feedback USING btree (scope_id, concern_id, written_at);
alter table casework.feedback enable row level security;
alter table casework.feedback force row level security;
create policy scope on casework.feedback for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.feedback to heed_app;

create table casework.handover (
  scope_id uuid not null,
  id uuid not null,
  submission uuid not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  words bytea,
  constraint handover_pkey PRIMARY KEY (scope_id, id),
  constraint handover_scope_id_submission_key UNIQUE (scope_id, submission)
);
CREATE INDEX handover_by_time ON casework.handover USING btree (scope_id, written_at);
alter table casework.handover enable row level security;
alter table casework.handover force row level security;
create policy scope on casework.handover for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.handover to heed_app;

create table casework.handover_line (
  scope_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  concern_id uuid not null,
  words bytea not null,
  constraint handover_line_pkey PRIMARY KEY (scope_id, id),
  constraint handover_line_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint handover_line_scope_id_handover_id_fkey FOREIGN KEY (scope_id, handover_id) REFERENCES casework.handover(scope_id, id)
);
CREATE INDEX handover_line_by_handover ON casework.handover_line USING btree (scope_id, handover_id);
alter table casework.handover_line enable row level security;
alter table casework.handover_line force row level security;
create policy scope on casework.handover_line for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.handover_line to heed_app;

create table casework.handover_reading (
  scope_id uuid not null,
  handover_id uuid not null,
  staff_id uuid not null,
  read_at timestamp with time zone not null,
  constraint handover_reading_pkey PRIMARY KEY (scope_id, handover_id, staff_id),
  constraint handover_reading_scope_id_handover_id_fkey FOREIGN KEY (scope_id, handover_id) REFERENCES casework.handover(scope_id, id)
);
alter table casework.handover_reading enable row level security;
alter table casework.handover_reading force row level security;
create policy scope on casework.handover_reading for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.handover_reading to heed_app;

create table casework.known_link (
  scope_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  kind text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  why bytea,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_why bytea,
  constraint known_link_pkey PRIMARY KEY (scope_id, id),
  constraint known_link_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint known_link_scope_id_one_id_fkey FOREIGN KEY (scope_id, one_id) REFERENCES casework.concern_person(scope_id, id),
  constraint known_link_scope_id_other_id_fkey FOREIGN KEY (scope_id, other_id) REFERENCES casework.concern_person(scope_id, id),
  constraint known_link_check CHECK ((one_id < other_id)),
  constraint known_link_check1 CHECK ((((ended_by IS NULL) = (ended_at IS NULL)) AND ((end_why IS NULL) OR (ended_at IS NOT NULL)))),
  constraint known_link_kind_check CHECK ((kind = ANY (ARRAY['SAME'::text, 'DIFFERENT'::text])))
);
CREATE INDEX known_link_by_one ON casework.known_link USING btree (scope_id, one_id);
CREATE INDEX known_link_by_other ON casework.known_link USING btree (scope_id, other_id);
CREATE UNIQUE INDEX known_link_open ON casework.known_link USING btree (scope_id, one_id, other_id) WHERE (ended_at IS NULL);
alter table casework.known_link enable row level security;
alter table casework.known_link force row level security;
create policy scope on casework.known_link for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.known_link to heed_app;
grant update (ended_by, ended_at, end_why) on casework.known_link to heed_app;

create table casework.response_plan (
  scope_id uuid not null,
  closing time without time zone not null,
  danger_minutes integer[] not null,
  danger_told text[] not null,
  before_due integer not null,
  others_told text[] not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint response_plan_pkey PRIMARY KEY (scope_id)
);
alter table casework.response_plan enable row level security;
alter table casework.response_plan force row level security;
create policy scope on casework.response_plan for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.response_plan to heed_app;

create table casework.rota_gap (
  scope_id uuid not null,
  began_at timestamp with time zone not null,
  told_at timestamp with time zone not null,
  constraint rota_gap_pkey PRIMARY KEY (scope_id, began_at)
);
alter table casework.rota_gap enable row level security;
alter table casework.rota_gap force row level security;
create policy scope on casework.rota_gap for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on casework.rota_gap to heed_app;

create table casework.search (
  scope_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  sought bytea not null,
  searched integer not null,
  made_at timestamp with time zone not null,
  constraint search_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX search_by_age ON casework.search USING btree (scope_id, made_at);
alter table casework.search enable row level security;
alter table casework.search force row level security;
create policy scope on casework.search for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on casework.search to heed_app;

create table casework.shift (
  scope_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  cover_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  replaces uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  constraint shift_pkey PRIMARY KEY (scope_id, id),
  constraint shift_check CHECK ((ends_at > starts_at)),
  constraint shift_check1 CHECK ((cover_id IS DISTINCT FROM officer_id))
);
CREATE INDEX shift_by_time ON casework.shift USING btree (scope_id, ends_at) WHERE (removed_at IS NULL);
alter table casework.shift enable row level security;
alter table casework.shift force row level security;
create policy scope on casework.shift for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.shift to heed_app;

create table casework.staff_match (
  scope_id uuid not null,
  concern_id uuid not null,
  staff_id uuid not null,
  place text not null,
  strength text not null,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  constraint staff_match_pkey PRIMARY KEY (scope_id, concern_id, staff_id),
  constraint staff_match_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint staff_match_strength_check CHECK ((strength = ANY (ARRAY['LIKELY'::text, 'POSSIBLE'::text])))
);
alter table casework.staff_match enable row level security;
alter table casework.staff_match force row level security;
create policy scope on casework.staff_match for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.staff_match to heed_app;

create table casework.support (
  scope_id uuid not null,
  concern_id uuid not null,
  code text not null,
  taken text not null,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  constraint support_pkey PRIMARY KEY (scope_id, concern_id, code),
  constraint support_scope_id_concern_id_fkey FOREIGN KEY (scope_id, concern_id) REFERENCES casework.concern(scope_id, id),
  constraint support_taken_check CHECK ((taken = ANY (ARRAY['YES'::text, 'NO'::text, 'NOT_YET'::text])))
);
alter table casework.support enable row level security;
alter table casework.support force row level security;
create policy scope on casework.support for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on casework.support to heed_app;

CREATE OR REPLACE FUNCTION casework.concerns_worded(scope uuid, loose bigint[], loose_ends integer[], told bigint[], told_ends integer[], named bigint[], named_ends integer[])
 RETURNS TABLE(concern_id uuid, closeness integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  conditions text[] := '{}';
  condition text;
  given bigint[];
  ends integer[];
  low integer;
  high integer;
begin
  if scope is null or scope is distinct from nullif(current_setting('heed.scope', true), '')::uuid
      or coalesce(cardinality(loose_ends), 0) = 0 then
    return;
  end if;
  for way in 1..3 loop
    given := case way when 1 then loose when 2 then told else named end;
    ends := case way when 1 then loose_ends when 2 then told_ends else named_ends end;
    condition := '';
    low := 1;
    foreach high in array coalesce(ends, '{}') loop
      -- Numbers only, written as literals so that the planner knows them.
      condition := condition || case when condition = '' then '' else ' and ' end
        || case when low > high then 'false' else format('w.tokens && %L::bigint[]', given[low:high]::text) end;
      low := high + 1;
    end loop;
    conditions := conditions || case when condition = '' then 'false' else condition end;
  end loop;
  return query execute format(
    'select w.concern_id, case when %s then 3 when %s then 2 else 1 end from casework.concern_words w where w.scope_id = %L::uuid and %s',
    conditions[3], conditions[2], scope, conditions[1]);
end
$function$;
-- owner heed_search; may run it: heed_app

CREATE OR REPLACE FUNCTION casework.known_people(scope uuid, pairs bigint[], words bigint[], born bigint[], phones bigint[], places bigint[])
 RETURNS TABLE(naming_id uuid, concern_id uuid, alike integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
    select p.id, p.concern_id,
        (least((select count(*) from unnest(p.pair_tokens) t where t = any (pairs)), 12) * 3
        + case when p.born_tokens && born then case when p.name_tokens && words then 40 else 5 end else 0 end
        + case when p.phone_tokens && phones then 25 else 0 end
        + case when p.place_tokens && places then 15 else 0 end)::integer
      from (select o.scope_id, o.id, o.concern_id, o.name_tokens, o.place_tokens, o.pair_tokens, o.born_tokens, o.phone_tokens,
                   o.withdrawn_at
              from casework.concern_person o
             where o.pair_tokens && pairs or o.born_tokens && born or o.phone_tokens && phones or o.place_tokens && places
             -- A fence: the rows of the scope can not be read one by one by its key instead of by these indexes.
            offset 0) p
     where p.scope_id = scope and p.withdrawn_at is null
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $function$;
-- owner heed_search; may run it: heed_app

create schema directory;
grant usage on schema directory to heed_app;
grant usage on schema directory to heed_search;

create table directory.bank_holiday (
  scope_id uuid not null,
  id uuid not null,
  day date not null,
  name text not null,
  works boolean not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  constraint bank_holiday_pkey PRIMARY KEY (scope_id, id)
);
CREATE UNIQUE INDEX bank_holiday_day ON directory.bank_holiday USING btree (scope_id, day) WHERE (removed_at IS NULL);
alter table directory.bank_holiday enable row level security;
alter table directory.bank_holiday force row level security;
create policy scope on directory.bank_holiday for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on directory.bank_holiday to heed_app;

create table directory.council (
  scope_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  constraint council_pkey PRIMARY KEY (scope_id, id),
  constraint council_kind_check CHECK ((kind = ANY (ARRAY['COUNCIL'::text, 'COMPANY'::text, 'PROVIDER'::text])))
);
alter table directory.council enable row level security;
alter table directory.council force row level security;
create policy scope on directory.council for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on directory.council to heed_app;

create table directory.recording_scope (
  scope_id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint recording_scope_pkey PRIMARY KEY (scope_id)
);
grant insert, select on directory.recording_scope to heed_app;

create table directory.ring_number (
  scope_id uuid not null,
  sort integer not null,
  name text not null,
  number text not null,
  note text not null,
  constraint ring_number_pkey PRIMARY KEY (scope_id, sort)
);
grant delete, insert, select, update on directory.ring_number to heed_app;

create table directory.service (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  code text not null,
  name text not null,
  headcount integer,
  constraint service_pkey PRIMARY KEY (scope_id, id),
  constraint service_scope_id_council_id_code_key UNIQUE (scope_id, council_id, code),
  constraint service_scope_id_council_id_fkey FOREIGN KEY (scope_id, council_id) REFERENCES directory.council(scope_id, id)
);
alter table directory.service enable row level security;
alter table directory.service force row level security;
create policy scope on directory.service for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on directory.service to heed_app;

create table directory.word_list_adoption (
  scope_id uuid not null,
  list text not null,
  version integer not null,
  adopted_by uuid not null,
  adopted_at timestamp with time zone not null,
  unconfirmed integer not null,
  constraint word_list_adoption_pkey PRIMARY KEY (scope_id, list, version),
  constraint word_list_adoption_scope_id_list_version_fkey FOREIGN KEY (scope_id, list, version) REFERENCES directory.word_list_version(scope_id, list, version)
);
alter table directory.word_list_adoption enable row level security;
alter table directory.word_list_adoption force row level security;
create policy scope on directory.word_list_adoption for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on directory.word_list_adoption to heed_app;

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
  status text not null,
  more text[] not null,
  constraint word_list_row_pkey PRIMARY KEY (scope_id, list, version, code),
  constraint word_list_row_scope_id_list_version_fkey FOREIGN KEY (scope_id, list, version) REFERENCES directory.word_list_version(scope_id, list, version),
  constraint word_list_row_status_check CHECK ((status = ANY (ARRAY['sourced'::text, 'unconfirmed'::text, 'confirmed'::text])))
);
alter table directory.word_list_row enable row level security;
alter table directory.word_list_row force row level security;
create policy scope on directory.word_list_row for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on directory.word_list_row to heed_app;

create table directory.word_list_version (
  scope_id uuid not null,
  list text not null,
  version integer not null,
  id uuid not null,
  change text not null,
  code text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint word_list_version_pkey PRIMARY KEY (scope_id, list, version),
  constraint word_list_version_change_check CHECK ((change = ANY (ARRAY['ADDED'::text, 'CHANGED'::text, 'MOVED'::text, 'IMPORTED'::text, 'ADOPTED'::text])))
);
alter table directory.word_list_version enable row level security;
alter table directory.word_list_version force row level security;
create policy scope on directory.word_list_version for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on directory.word_list_version to heed_app;

create schema insight;
grant usage on schema insight to heed_app;
grant usage on schema insight to heed_search;

create table insight.history_load (
  scope_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  lines integer not null,
  totals bytea not null,
  applied_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint history_load_pkey PRIMARY KEY (scope_id, id)
);
alter table insight.history_load enable row level security;
alter table insight.history_load force row level security;
create policy scope on insight.history_load for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on insight.history_load to heed_app;

create table insight.publication (
  scope_id uuid not null,
  id uuid not null,
  quarter date not null,
  number integer not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  as_at timestamp with time zone not null,
  hide_to integer not null,
  content_hash bytea not null,
  full_copy bytea not null,
  members_copy bytea not null,
  reason bytea,
  constraint publication_pkey PRIMARY KEY (scope_id, id)
);
CREATE UNIQUE INDEX publication_number ON insight.publication USING btree (scope_id, quarter, number);
alter table insight.publication enable row level security;
alter table insight.publication force row level security;
create policy scope on insight.publication for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on insight.publication to heed_app;

create table insight.quarter_note (
  scope_id uuid not null,
  id uuid not null,
  quarter date not null,
  words bytea not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint quarter_note_pkey PRIMARY KEY (scope_id, id)
);
CREATE UNIQUE INDEX quarter_note_quarter ON insight.quarter_note USING btree (scope_id, quarter);
alter table insight.quarter_note enable row level security;
alter table insight.quarter_note force row level security;
create policy scope on insight.quarter_note for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select, update on insight.quarter_note to heed_app;

create schema platform;
grant usage on schema platform to heed_app;
grant usage on schema platform to heed_search;

create table platform.disposal (
  scope_id uuid not null,
  record_id uuid not null,
  disposed_at timestamp with time zone not null,
  constraint disposal_pkey PRIMARY KEY (scope_id, record_id)
);
grant insert, select on platform.disposal to heed_app;

create table platform.installation_key (
  id text not null,
  wrapped bytea not null,
  constraint installation_key_pkey PRIMARY KEY (id)
);
grant insert, select on platform.installation_key to heed_app;

create table platform.outbox (
  id uuid not null,
  scope_id uuid not null,
  recipient uuid not null,
  kind text not null,
  ref text,
  urgent boolean not null,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  failed_at timestamp with time zone,
  failure text,
  channel text not null default 'MAIL'::text,
  retried_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_channel_check CHECK ((channel = ANY (ARRAY['MAIL'::text, 'TEXT'::text])))
);
CREATE INDEX outbox_by_recipient ON platform.outbox USING btree (recipient, written_at);
CREATE INDEX outbox_by_ref ON platform.outbox USING btree (scope_id, ref) WHERE (ref IS NOT NULL);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (written_at) WHERE (sent_at IS NULL);
grant insert, select, update on platform.outbox to heed_app;

create table platform.record_key (
  scope_id uuid not null,
  record_id uuid not null,
  wrapped bytea not null,
  created_at timestamp with time zone not null,
  constraint record_key_pkey PRIMARY KEY (scope_id, record_id)
);
alter table platform.record_key enable row level security;
alter table platform.record_key force row level security;
create policy by_scope on platform.record_key for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on platform.record_key to heed_app;

create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  constraint scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_heartbeat ON platform.scheduled_tasks USING btree (last_heartbeat);
CREATE INDEX scheduled_tasks_by_time ON platform.scheduled_tasks USING btree (execution_time);
grant delete, insert, select, update on platform.scheduled_tasks to heed_app;

create table platform.scope_key (
  scope_id uuid not null,
  wrapped bytea not null,
  index_wrapped bytea not null,
  created_at timestamp with time zone not null,
  constraint scope_key_pkey PRIMARY KEY (scope_id)
);
alter table platform.scope_key enable row level security;
alter table platform.scope_key force row level security;
create policy by_scope on platform.scope_key for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on platform.scope_key to heed_app;

create table platform.setting (
  name text not null,
  sealed bytea not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint setting_pkey PRIMARY KEY (name)
);
grant delete, insert, select, update on platform.setting to heed_app;

create table platform.trail (
  scope_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor uuid not null,
  act text not null,
  record_id uuid,
  fields text[] not null,
  found uuid[] not null,
  reason text,
  outcome text not null,
  came_from text not null,
  constraint trail_pkey PRIMARY KEY (scope_id, id),
  constraint trail_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'REFUSED'::text])))
);
CREATE INDEX trail_by_record ON platform.trail USING btree (scope_id, record_id, at);
CREATE INDEX trail_by_time ON platform.trail USING btree (scope_id, at, id);
alter table platform.trail enable row level security;
alter table platform.trail force row level security;
create policy scope on platform.trail for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
create policy search on platform.trail for select to heed_search
  using true;
grant insert, select on platform.trail to heed_app;
grant select (scope_id) on platform.trail to heed_search;

create table platform.trail_batch (
  number bigint not null,
  kind text not null,
  previous text not null,
  scope_id uuid not null,
  size integer not null,
  total bigint not null,
  root text not null,
  since timestamp with time zone not null,
  made_at timestamp with time zone not null,
  note text not null,
  key text not null,
  signature text not null,
  constraint trail_batch_pkey PRIMARY KEY (number),
  constraint trail_batch_kind_check CHECK ((kind = ANY (ARRAY['BACKLOG'::text, 'BATCH'::text, 'LATE'::text, 'RESTORED'::text, 'KEY'::text])))
);
grant insert, select on platform.trail_batch to heed_app;

create table platform.trail_leaf (
  scope_id uuid not null,
  entry_id uuid not null,
  batch bigint not null,
  position integer not null,
  hash bytea not null,
  constraint trail_leaf_pkey PRIMARY KEY (scope_id, entry_id),
  constraint trail_leaf_scope_id_batch_position_key UNIQUE (scope_id, batch, "position")
);
alter table platform.trail_leaf enable row level security;
alter table platform.trail_leaf force row level security;
create policy scope on platform.trail_leaf for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant insert, select on platform.trail_leaf to heed_app;

CREATE OR REPLACE FUNCTION platform.trail_scopes()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'platform', 'pg_temp'
AS $function$
        with recursive one as (
            (select scope_id from platform.trail order by scope_id limit 1)
            union all
            select (select t.scope_id from platform.trail t where t.scope_id > one.scope_id order by t.scope_id limit 1)
            from one where one.scope_id is not null)
        select scope_id from one where scope_id is not null
    $function$;
-- owner heed_search; may run it: heed_app

create schema records;
grant usage on schema records to heed_app;
grant usage on schema records to heed_search;

create table records.file (
  scope_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  place integer not null,
  kind text not null,
  size bigint not null,
  digest bytea not null,
  name bytea not null,
  description bytea not null,
  stream_key bytea not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  state text not null,
  checked_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (scope_id, id),
  constraint file_kind_check CHECK ((kind = ANY (ARRAY['JPEG'::text, 'PNG'::text, 'HEIC'::text, 'PDF'::text, 'DOCX'::text, 'XLSX'::text, 'TXT'::text, 'EML'::text]))),
  constraint file_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'CLEAN'::text, 'NOT_CHECKED'::text, 'HELD'::text, 'INFECTED'::text])))
);
CREATE UNIQUE INDEX file_once ON records.file USING btree (scope_id, owner_id, added_by, digest);
CREATE INDEX file_to_check ON records.file USING btree (scope_id, checked_at) WHERE (state = ANY (ARRAY['WAITING'::text, 'NOT_CHECKED'::text, 'HELD'::text]));
alter table records.file enable row level security;
alter table records.file force row level security;
create policy scope on records.file for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select, update on records.file to heed_app;

create table records.file_piece (
  scope_id uuid not null,
  file_id uuid not null,
  n integer not null,
  bytes bytea not null,
  constraint file_piece_pkey PRIMARY KEY (scope_id, file_id, n),
  constraint file_piece_scope_id_file_id_fkey FOREIGN KEY (scope_id, file_id) REFERENCES records.file(scope_id, id) ON DELETE CASCADE
);
alter table records.file_piece enable row level security;
alter table records.file_piece force row level security;
create policy scope on records.file_piece for all to public
  using (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid)
  with check (scope_id = (NULLIF(current_setting('heed.scope'::text, true), ''::text))::uuid);
grant delete, insert, select on records.file_piece to heed_app;
