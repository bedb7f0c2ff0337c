-- One question's answer. Text from last year says so until somebody confirms or changes it.
create table assurance.return_item (
  scope_id uuid not null,
  return_id uuid not null,
  code text not null,
  sort integer not null,
  answer bytea not null,
  carried text not null check (carried in ('OWN', 'CARRIED', 'REAFFIRMED', 'CHANGED')),
  -- Why there is no action though the rating asks for one.
  no_action bytea,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  id uuid not null,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return
);
create unique index return_item_code on assurance.return_item (scope_id, return_id, code);
alter table assurance.return_item enable row level security;
alter table assurance.return_item force row level security;
create policy scope on assurance.return_item
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.return_item to heed_app;

-- Who was asked to write an answer, and by when. They read and write that answer and no other.
create table assurance.item_share (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  item_code text not null,
  staff_id uuid not null,
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  ended_at timestamptz,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return
);
create unique index item_share_once on assurance.item_share (scope_id, return_id, item_code, staff_id) where ended_at is null;
create index item_share_by_staff on assurance.item_share (scope_id, staff_id) where ended_at is null;
alter table assurance.item_share enable row level security;
alter table assurance.item_share force row level security;
create policy scope on assurance.item_share
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on assurance.item_share to heed_app;
