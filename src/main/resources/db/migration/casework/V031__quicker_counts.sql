-- Figures by kind of harm read this index alone, and not every type that was ever set with its row's scope compared anew.
drop index casework.concern_type_by_concern;
create index concern_type_by_concern on casework.concern_type (scope_id, concern_id)
  include (list, code, set_at, taken_off_at);

-- Few decisions to do nothing follow reported danger. Each officer's page counts those that wait for a second officer.
create index concern_by_danger_left on casework.concern (scope_id, id)
  where danger and status = 'DECIDED' and outcome in ('NO_FURTHER_ACTION', 'ADVICE_GIVEN', 'SIGNPOST');

-- As before, reading each concern's words once and not once for each way to meet what was looked for: the loose way lets
-- through whatever the closer ones do.
drop function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]);
create function casework.concerns_worded(scope uuid, loose bigint[], loose_ends integer[], told bigint[],
    told_ends integer[], named bigint[], named_ends integer[])
  returns table (concern_id uuid, closeness integer)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  as $$
declare
  conditions text[] := '{}';
  condition text;
  given bigint[];
  ends integer[];
  low integer;
  high integer;
begin
  if scope is null or scope is distinct from nullif(current_setting('heed.scope', true), '')::uuid
      or coalesce(cardinality(loose_ends), 0) = 0 then
    return;
  end if;
  for way in 1..3 loop
    given := case way when 1 then loose when 2 then told else named end;
    ends := case way when 1 then loose_ends when 2 then told_ends else named_ends end;
    condition := '';
    low := 1;
    foreach high in array coalesce(ends, '{}') loop
      -- Numbers only, written as literals so that the planner knows them.
      condition := condition || case when condition = '' then '' else ' and ' end
        || case when low > high then 'false' else format('w.tokens && %L::bigint[]', given[low:high]::text) end;
      low := high + 1;
    end loop;
    conditions := conditions || case when condition = '' then 'false' else condition end;
  end loop;
  return query execute format(
    'select w.concern_id, case when %s then 3 when %s then 2 else 1 end from casework.concern_words w where w.scope_id = %L::uuid and %s',
    conditions[3], conditions[2], scope, conditions[1]);
end
$$;
revoke all on function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]) from public;
grant execute on function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]) to heed_app;
-- Last: its maker has no rights over it afterwards.
alter function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]) owner to heed_search;
