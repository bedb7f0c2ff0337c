-- Whose rating of what, on which version of which scale. Rows are only ever added: what a voice says now is its latest.
create table assurance.rating (
  scope_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  item_code text not null,
  voice text not null check (voice in ('SELF', 'PEER', 'MODERATED', 'INDEPENDENT', 'AGREED')),
  audience text not null check (audience in ('ALL', 'CHILDREN', 'ADULTS')),
  scale_code text not null,
  scale_version integer not null,
  -- A level's code, or not_rated, not_applicable or not_recoverable; which of the two says the kind.
  kind text not null check (kind in ('LEVEL', 'NOT_RATED', 'NOT_APPLICABLE', 'NOT_RECOVERABLE')),
  verdict text not null,
  attainment text,
  evidenced text,
  -- Why it does not apply, stands without evidence, was challenged, was typed in from where.
  words bytea not null,
  ground_kind text check (ground_kind in ('CHALLENGE', 'PANEL', 'MINUTE', 'REVIEW')),
  ground_day date,
  organisation_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (scope_id, id),
  foreign key (scope_id, return_id) references assurance.return,
  check ((attainment is null) = (evidenced is null) and (attainment is null or kind = 'LEVEL'))
);
create index rating_by_return on assurance.rating (scope_id, return_id, item_code, given_at);
alter table assurance.rating enable row level security;
alter table assurance.rating force row level security;
create policy scope on assurance.rating
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.rating to heed_app;
