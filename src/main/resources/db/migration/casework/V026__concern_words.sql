-- What a concern is found by when somebody searches: keyed tokens of the words of its account and additions, of the names,
-- places and dates of birth in it. One narrow row a concern, so that several words are found with one look at the index.
create table casework.concern_words (
  scope_id uuid not null,
  concern_id uuid not null,
  tokens bigint[] not null,
  -- Which edition of Heed's keys the tokens were made by; 0 where they are not all there yet. Older ones are made again.
  edition smallint not null,
  primary key (scope_id, concern_id),
  foreign key (scope_id, concern_id) references casework.concern
);
alter table casework.concern_words enable row level security;
alter table casework.concern_words force row level security;
create policy scope on casework.concern_words
  using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid)
  with check (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
grant select, insert, update, delete on casework.concern_words to heed_app;
-- A short pending list: it is read from end to end at every search.
create index concern_words_by_token on casework.concern_words using gin (tokens) with (gin_pending_list_limit = 256);

grant select (scope_id, concern_id, tokens) on casework.concern_words to heed_search;
create policy search on casework.concern_words for select to heed_search using (true);

-- As access.staff_named: under row-level security the token index is silently not used, so a narrow function of a role that
-- may read every row of these columns gives ids; whoever calls it joins them back to the protected tables before any limit.
-- Each group of tokens must be met by one of its own. Groups are given as one array with the places where each ends. Three
-- ways to meet them, the closest last: any way at all, all in what was told, all in names and dates of birth.
create function casework.concerns_worded(scope uuid, loose bigint[], loose_ends integer[], told bigint[],
    told_ends integer[], named bigint[], named_ends integer[])
  returns table (concern_id uuid, closeness integer)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  as $$
declare
  asked text := '';
  condition text;
  given bigint[];
  ends integer[];
  low integer;
  high integer;
begin
  if scope is null or scope is distinct from nullif(current_setting('heed.scope', true), '')::uuid then
    return;
  end if;
  for way in 1..3 loop
    given := case way when 1 then loose when 2 then told else named end;
    ends := case way when 1 then loose_ends when 2 then told_ends else named_ends end;
    continue when coalesce(cardinality(ends), 0) = 0;
    condition := '';
    low := 1;
    foreach high in array ends loop
      -- Numbers only, written as literals so that the planner knows them.
      condition := condition || format(' and w.tokens && %L::bigint[]', given[low:high]::text);
      low := high + 1;
    end loop;
    asked := asked || case when asked = '' then '' else ' union all ' end
      || format('select w.concern_id, %s as closeness from casework.concern_words w where w.scope_id = %L::uuid%s',
        way, scope, condition);
  end loop;
  if asked = '' then
    return;
  end if;
  return query execute
    'select f.concern_id, max(f.closeness)::integer from (' || asked || ') f group by f.concern_id';
end
$$;
revoke all on function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]) from public;
grant execute on function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]) to heed_app;
-- Last: its maker has no rights over it afterwards.
alter function casework.concerns_worded(uuid, bigint[], integer[], bigint[], integer[], bigint[], integer[]) owner to heed_search;
