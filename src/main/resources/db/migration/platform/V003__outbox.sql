-- Mail waiting to leave, written in the transaction that causes it. It names a recipient by id and says what kind of
-- mail with which reference: never an address, a name or a word of a concern. Exempt from row-level security, because
-- one job sends for every scope.
create table platform.outbox (
  id uuid primary key,
  scope_id uuid not null,
  recipient uuid not null,
  kind text not null,
  ref text,
  urgent boolean not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  failed_at timestamptz,
  failure text
);
create index outbox_waiting on platform.outbox (written_at) where sent_at is null;
create index outbox_by_recipient on platform.outbox (recipient, written_at);
grant select, insert, update on platform.outbox to heed_app;

-- Kept by db-scheduler: jobs run once however many nodes there are.
create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on platform.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_tasks to heed_app;
