-- Which step of waiting was told of, each once for every time a concern came to the queue.
create table casework.escalation_step (
  scope_id uuid not null,
  concern_id uuid not null,
  since timestamptz not null,
  step integer not null,
  told_at timestamptz not null,
  primary key (scope_id, concern_id, since, step),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.escalation_step enable row level security;
alter table casework.escalation_step force row level security;
create policy scope on casework.escalation_step
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on casework.escalation_step to heed_app;
