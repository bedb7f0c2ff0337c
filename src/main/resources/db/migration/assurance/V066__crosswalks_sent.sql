-- What lets those invited lay their years side by side: the board's crosswalks, and the editions a crosswalk names. Published
-- text, as frameworks_sent() gives it; here too each function takes the scope, checks it against the one set, and answers
-- only where that board invited it.

-- To an organisation that was invited: the latest version of each crosswalk of the board that it has not yet.
create function assurance.crosswalks_sent(scope uuid) returns table (board_scope uuid, framework_id uuid, kind text,
    code text, version integer, document text, published_by uuid, published_at timestamptz, scale_id uuid)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select f.scope_id, f.id, f.kind, f.code, f.version, f.document, f.published_by, f.published_at, f.scale_id
      from assurance.framework f
     where f.kind = 'CROSSWALK' and f.from_scope = f.scope_id and f.scope_id <> scope
       and f.scope_id in (select i.scope_id from assurance.invitation i
                            join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
                           where i.invited_scope = scope and i.withdrawn_at is null and c.state <> 'PLANNED')
       and not exists (select from assurance.framework later where later.scope_id = f.scope_id
                          and later.from_scope = f.from_scope and later.kind = f.kind and later.code = f.code
                          and later.version > f.version)
       and not exists (select from assurance.framework kept where kept.scope_id = scope
                          and kept.from_scope = f.from_scope and kept.kind = f.kind and kept.code = f.code
                          and kept.version = f.version)
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
     order by f.scope_id, f.code
  $$;
revoke all on function assurance.crosswalks_sent(uuid) from public;
grant execute on function assurance.crosswalks_sent(uuid) to heed_app;

-- To the same: editions of the board by their codes, as a crosswalk names them, in their latest version, with their scales.
create function assurance.editions_sent(scope uuid, board uuid, codes text[]) returns table (board_scope uuid,
    framework_id uuid, kind text, code text, version integer, document text, published_by uuid, published_at timestamptz,
    scale_id uuid)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select f.scope_id, f.id, f.kind, f.code, f.version, f.document, f.published_by, f.published_at, f.scale_id
      from assurance.framework e
      join assurance.framework f on f.scope_id = e.scope_id and f.id in (e.id, e.scale_id)
     where e.scope_id = board and e.from_scope = board and e.kind = 'EDITION' and e.code = any (codes)
       and not exists (select from assurance.framework later where later.scope_id = e.scope_id
                          and later.from_scope = e.from_scope and later.kind = e.kind and later.code = e.code
                          and later.version > e.version)
       and exists (select from assurance.invitation i
                     join assurance.cycle c on c.scope_id = i.scope_id and c.id = i.cycle_id
                    where i.scope_id = board and i.invited_scope = scope and i.withdrawn_at is null
                      and c.state <> 'PLANNED')
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
     order by f.kind, f.code
  $$;
revoke all on function assurance.editions_sent(uuid, uuid, text[]) from public;
grant execute on function assurance.editions_sent(uuid, uuid, text[]) to heed_app;

-- Last: its maker has no rights over them afterwards.
alter function assurance.crosswalks_sent(uuid) owner to heed_search;
alter function assurance.editions_sent(uuid, uuid, text[]) owner to heed_search;
