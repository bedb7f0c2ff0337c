-- Days that differ from the rules for bank holidays, as a council adds them: an extra holiday, or one moved away.
create table directory.bank_holiday (
  scope_id uuid not null,
  id uuid not null,
  day date not null,
  name text not null,
  works boolean not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (scope_id, id)
);
create unique index bank_holiday_day on directory.bank_holiday (scope_id, day) where removed_at is null;
alter table directory.bank_holiday enable row level security;
alter table directory.bank_holiday force row level security;
create policy scope on directory.bank_holiday
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update on directory.bank_holiday to heed_app;
