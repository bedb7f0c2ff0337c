-- Wrapped keys (never a bare one): master key, outside the database -> scope key -> record key.
-- Dropping a record's row here is what makes its text unreadable for good, so delete is granted on it and on nothing else.

create table platform.scope_key (
    scope_id uuid primary key,
    wrapped bytea not null,
    index_wrapped bytea not null,
    created_at timestamptz not null
);

create table platform.record_key (
    scope_id uuid not null,
    record_id uuid not null,
    wrapped bytea not null,
    created_at timestamptz not null,
    primary key (scope_id, record_id)
);

-- Read before any scope is known (signing in), so it belongs to none and has no row-level security.
create table platform.installation_key (
    id text primary key,
    wrapped bytea not null
);

alter table platform.scope_key enable row level security;
alter table platform.scope_key force row level security;
create policy by_scope on platform.scope_key
    using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
    with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);

alter table platform.record_key enable row level security;
alter table platform.record_key force row level security;
create policy by_scope on platform.record_key
    using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
    with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);

grant select, insert on platform.scope_key to heed_app;
grant select, insert, delete on platform.record_key to heed_app;
grant select, insert on platform.installation_key to heed_app;
