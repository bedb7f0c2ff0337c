-- A message leaves as mail or as a text. One that somebody tries again counts from then.
alter table platform.outbox add column channel text not null default 'MAIL' check (channel in ('MAIL', 'TEXT'));
alter table platform.outbox add column retried_at timestamptz;
create index outbox_by_ref on platform.outbox (scope_id, ref) where ref is not null;
