-- What people are found again by, each kind with tokens of its own: two words of a name together, date of birth, telephone.
-- A word of a name alone is too common: one in eighty is a Smith, and a run of three letters is in one name of ten.
alter table casework.concern_person
  add column pair_tokens bigint[] not null default '{}',
  add column born_tokens bigint[] not null default '{}',
  add column phone_tokens bigint[] not null default '{}',
  -- Which edition of Heed's keys the tokens were made by. Rows of an older one are made again, a few at a time.
  add column keys_edition smallint not null default 0;
grant update (pair_tokens, born_tokens, phone_tokens, keys_edition) on casework.concern_person to heed_app;
-- A short pending list: it is read from end to end at every search.
create index concern_person_by_pair on casework.concern_person using gin (pair_tokens) with (gin_pending_list_limit = 256);
create index concern_person_by_birth on casework.concern_person using gin (born_tokens) with (gin_pending_list_limit = 256);
create index concern_person_by_phone on casework.concern_person using gin (phone_tokens) with (gin_pending_list_limit = 256);
create index concern_person_by_edition on casework.concern_person (scope_id, keys_edition, id);

drop function casework.people_named(uuid, bigint[], bigint[]);
grant select (scope_id, id, concern_id, name_tokens, place_tokens, pair_tokens, born_tokens, phone_tokens, withdrawn_at)
  on casework.concern_person to heed_search;

-- Finds whom a person may be, with how much agrees: a hint for the order in which they are opened, no more. As
-- access.staff_named: under row-level security the token indexes are silently not used, so a narrow function of a role that
-- may read every row of these columns gives ids; whoever calls it joins them back to the protected tables before any limit.
create function casework.known_people(scope uuid, pairs bigint[], words bigint[], born bigint[], phones bigint[], places bigint[])
  returns table (naming_id uuid, concern_id uuid, alike integer)
  language sql stable security definer
  -- About as many as there are. Taken for a thousand, every concern of the scope would be read to join them back.
  rows 20
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  as $$
    select p.id, p.concern_id,
        (least((select count(*) from unnest(p.pair_tokens) t where t = any (pairs)), 12) * 3
        + case when p.born_tokens && born then case when p.name_tokens && words then 40 else 5 end else 0 end
        + case when p.phone_tokens && phones then 25 else 0 end
        + case when p.place_tokens && places then 15 else 0 end)::integer
      from (select o.scope_id, o.id, o.concern_id, o.name_tokens, o.place_tokens, o.pair_tokens, o.born_tokens, o.phone_tokens,
                   o.withdrawn_at
              from casework.concern_person o
             where o.pair_tokens && pairs or o.born_tokens && born or o.phone_tokens && phones or o.place_tokens && places
             -- A fence: the rows of the scope can not be read one by one by its key instead of by these indexes.
            offset 0) p
     where p.scope_id = scope and p.withdrawn_at is null
       and scope = nullif(current_setting('heed.scope', true), '')::uuid
  $$;
revoke all on function casework.known_people(uuid, bigint[], bigint[], bigint[], bigint[], bigint[]) from public;
grant execute on function casework.known_people(uuid, bigint[], bigint[], bigint[], bigint[], bigint[]) to heed_app;
-- Last: its maker has no rights over it afterwards.
alter function casework.known_people(uuid, bigint[], bigint[], bigint[], bigint[], bigint[]) owner to heed_search;
