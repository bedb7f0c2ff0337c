-- What people from outside found about an organisation: how they worked, what they could not do, and what difference they
-- saw. All of its words are encrypted under its own key; a correction is a new row that takes the place of the old one.
create table assurance.independent_review (
  scope_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null check (kind in ('COMMISSIONED', 'PEER_TEAM', 'BOARD', 'AUDIT', 'INSPECTION')),
  from_day date,
  until_day date,
  -- Title, team by post, limitations, areas and levels of impact, and what it says of the organisation's own assessment.
  words bytea not null,
  methods text[] not null,
  paper_id uuid,
  replaces uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, replaces) references assurance.independent_review,
  check (from_day is null or until_day is null or from_day <= until_day)
);
create unique index independent_review_replaced_once on assurance.independent_review (scope_id, replaces);
create index independent_review_by_council on assurance.independent_review (scope_id, council_id, until_day);
alter table assurance.independent_review enable row level security;
alter table assurance.independent_review force row level security;
create policy scope on assurance.independent_review
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.independent_review to heed_app;
