-- What makes a concern an allegation: who it is about, how that came to be known, and the record from which a lead
-- protects the person at risk meanwhile. Read only by those who may see the allegation.
create table casework.allegation (
  scope_id uuid not null,
  concern_id uuid not null,
  works_as text check (works_as in ('STAFF', 'VOLUNTEER', 'CONTRACTOR', 'COUNCILLOR', 'LICENSED_DRIVER', 'NOT_SURE')),
  ticked_by text not null check (ticked_by in ('REPORTER', 'MATCH')),
  protection_id uuid,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reasons bytea,
  primary key (scope_id, concern_id),
  foreign key (scope_id, concern_id) references casework.concern
);
create unique index allegation_by_protection on casework.allegation (scope_id, protection_id);
alter table casework.allegation enable row level security;
alter table casework.allegation force row level security;
create policy scope on casework.allegation
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.allegation to heed_app;

-- Staff that a typed name was taken for, and where it was typed.
create table casework.staff_match (
  scope_id uuid not null,
  concern_id uuid not null,
  staff_id uuid not null,
  place text not null,
  strength text not null check (strength in ('LIKELY', 'POSSIBLE')),
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (scope_id, concern_id, staff_id),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.staff_match enable row level security;
alter table casework.staff_match force row level security;
create policy scope on casework.staff_match
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on casework.staff_match to heed_app;
