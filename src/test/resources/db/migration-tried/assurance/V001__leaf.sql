create table leaf (id uuid primary key, scope_id uuid not null, word text not null);
alter table leaf enable row level security;
alter table leaf force row level security;
create policy by_scope on leaf using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on leaf to heed_app;
