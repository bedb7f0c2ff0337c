-- What passes between a board and those it invites, who are of other recording scopes: three narrow functions, each of which
-- takes the scope, checks it against the one set, and gives what is addressed to it and nothing else. As
-- casework.people_named(), they belong to a role that nobody signs in with.
create index invitation_by_invited on assurance.invitation (invited_scope);
create index participation_by_cycle on assurance.participation (board_scope, cycle_id);

grant select (scope_id, id, cycle_id, invited_scope, profile, invited_at, reminded_at, withdrawn_at)
  on assurance.invitation to heed_search;
create policy search on assurance.invitation for select to heed_search using (true);
grant select (scope_id, id, edition_id, state, window_from, window_until, opens_on, returns_by)
  on assurance.cycle to heed_search;
create policy search on assurance.cycle for select to heed_search using (true);
grant select (scope_id, id, kind, code, version, from_scope, title, year, document, scale_id, published_by, published_at)
  on assurance.framework to heed_search;
create policy search on assurance.framework for select to heed_search using (true);
grant select (scope_id, id, board_scope, cycle_id, accepted_at, return_state, return_state_at, items, items_done, handed_in)
  on assurance.participation to heed_search;
create policy search on assurance.participation for select to heed_search using (true);

-- To an invited organisation: the invitations addressed to it, once the cycle is open.
create function assurance.invited(scope uuid) returns table (board_scope uuid, invitation_id uuid, cycle_id uuid,
    cycle_state text, profile text, invited_at timestamptz, reminded_at timestamptz, window_from date, window_until date,
    returns_by date, edition_code text, edition_version integer, edition_title text, edition_year integer)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select i.scope_id, i.id, c.id, c.state, i.profile, i.invited_at, i.reminded_at, c.window_from, c.window_until,
           c.returns_by, f.code, f.version, f.title, f.year
      from assurance.invitation i
      join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
      join assurance.framework f on f.scope_id = c.scope_id and f.id = c.edition_id
     where i.invited_scope = scope and i.withdrawn_at is null and c.state <> 'PLANNED'
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $$;
revoke all on function assurance.invited(uuid) from public;
grant execute on function assurance.invited(uuid) to heed_app;

-- To an invited organisation: the edition it is asked to answer, and its scale.
create function assurance.frameworks_sent(scope uuid, of_invitation uuid) returns table (board_scope uuid, framework_id uuid,
    kind text, code text, version integer, document text, published_by uuid, published_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select f.scope_id, f.id, f.kind, f.code, f.version, f.document, f.published_by, f.published_at
      from assurance.invitation i
      join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
      join assurance.framework e on e.scope_id = c.scope_id and e.id = c.edition_id
      join assurance.framework f on f.scope_id = e.scope_id and f.id in (e.id, e.scale_id)
     where i.id = of_invitation and i.invited_scope = scope and i.withdrawn_at is null and c.state <> 'PLANNED'
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $$;
revoke all on function assurance.frameworks_sent(uuid, uuid) from public;
grant execute on function assurance.frameworks_sent(uuid, uuid) to heed_app;

-- To a board: where those it invited to a cycle are, in states and counts.
create function assurance.standing_of(scope uuid, of_cycle uuid) returns table (invitation_id uuid, accepted_at timestamptz,
    return_state text, return_state_at timestamptz, items integer, items_done integer, handed_in boolean)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select p.id, p.accepted_at, p.return_state, p.return_state_at, p.items, p.items_done, p.handed_in
      from assurance.invitation i
      join assurance.participation p on p.scope_id = i.invited_scope and p.id = i.id and p.board_scope = i.scope_id
     where i.scope_id = scope and i.cycle_id = of_cycle
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $$;
revoke all on function assurance.standing_of(uuid, uuid) from public;
grant execute on function assurance.standing_of(uuid, uuid) to heed_app;

-- Last: its maker has no rights over them afterwards.
alter function assurance.invited(uuid) owner to heed_search;
alter function assurance.frameworks_sent(uuid, uuid) owner to heed_search;
alter function assurance.standing_of(uuid, uuid) owner to heed_search;

-- What an invited organisation was told by mail, once for each cause.
create table assurance.reminder (
  scope_id uuid not null,
  invitation_id uuid not null,
  cause text not null check (cause in ('INVITED', 'ASKED', 'DUE_IN_TWO_WEEKS', 'DUE_IN_THREE_DAYS', 'OVERDUE')),
  caused_at timestamptz not null,
  told_at timestamptz not null,
  primary key (scope_id, invitation_id, cause, caused_at)
);
alter table assurance.reminder enable row level security;
alter table assurance.reminder force row level security;
create policy scope on assurance.reminder
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert on assurance.reminder to heed_app;
