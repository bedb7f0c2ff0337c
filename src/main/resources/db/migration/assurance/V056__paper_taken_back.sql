-- Takes back what was made of a paper that was accepted by mistake: the return, the plan with its actions, the
-- recommendations. Only while nobody did anything with it since; whatever was written later would be lost with it. The
-- application may not delete any of these rows itself, so that what is kept stays kept: this is the one narrow way, for one
-- paper of the scope that is set. It gives back the ids of the records that are gone, whose keys are then destroyed; null
-- where something was done since, and none where nothing was made of the paper.
create function assurance.take_back_paper(scope uuid, of_paper uuid) returns uuid[]
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  as $$
declare
  made uuid;
  since timestamptz;
  gone uuid[];
begin
  if scope is distinct from nullif(current_setting('heed.scope', true), '')::uuid then
    return null;
  end if;
  select p.led_to, p.accepted_at into made, since from assurance.paper p
   where p.scope_id = scope and p.id = of_paper and p.state = 'ACCEPTED';
  if since is null then
    return null;
  end if;
  -- A review that somebody recorded from it is theirs, and says that it stands in this paper.
  if exists (select from assurance.independent_review v where v.scope_id = scope and v.paper_id = of_paper) then
    return null;
  end if;
  if made is null then
    return '{}';
  end if;
  if exists (select from assurance.return r where r.scope_id = scope and r.id = made and
        (r.version > 0
          or exists (select from assurance.return a where a.scope_id = scope and a.amends = made)
          -- One rating of each question came with the paper; lost ones that were typed in stand beside it.
          or exists (select from assurance.rating g where g.scope_id = scope and g.return_id = made
                group by g.item_code having count(*) > 1)
          or exists (select from assurance.action a where a.scope_id = scope and a.source_id = made)))
     or exists (select from assurance.plan p where p.scope_id = scope and p.id = made and
        (p.version > 1 or exists (select from assurance.plan f where f.scope_id = scope and f.follows_id = made)))
     or exists (select from assurance.action a where a.scope_id = scope and a.plan_id = made and
        (a.version > 1 or a.made_at > since or a.comes_from is not null or a.carried_to is not null
          or exists (select from assurance.action_entry e where e.scope_id = scope and e.action_id = a.id
                and (e.kind <> 'MOVE' or e.move <> 'PROPOSE'))
          or exists (select from assurance.milestone m where m.scope_id = scope and m.action_id = a.id)))
     or exists (select from assurance.recommendation n where n.scope_id = scope and n.paper_id = of_paper and
        (exists (select from assurance.recommendation_decision d where d.scope_id = scope and d.recommendation_id = n.id)
          or exists (select from assurance.action a where a.scope_id = scope and a.source_id = n.id and a.plan_id <> made)))
  then
    return null;
  end if;
  select coalesce(array_agg(id), '{}') into gone from (
    select r.id from assurance.return r where r.scope_id = scope and r.id = made
    union all select p.id from assurance.plan p where p.scope_id = scope and p.id = made
    union all select a.id from assurance.action a where a.scope_id = scope and a.plan_id = made
    union all select n.id from assurance.recommendation n where n.scope_id = scope and n.paper_id = of_paper) all_of_it;
  delete from assurance.fact_use u using assurance.fact f
   where u.scope_id = scope and f.scope_id = scope and f.id = u.fact_id and f.return_id = made;
  delete from assurance.fact where scope_id = scope and return_id = made;
  delete from assurance.evidence where scope_id = scope and return_id = made;
  delete from assurance.rating where scope_id = scope and return_id = made;
  delete from assurance.item_share where scope_id = scope and return_id = made;
  delete from assurance.return_item where scope_id = scope and return_id = made;
  delete from assurance.return_move where scope_id = scope and return_id = made;
  delete from assurance.return where scope_id = scope and id = made;
  delete from assurance.action_entry e using assurance.action a
   where e.scope_id = scope and a.scope_id = scope and a.id = e.action_id and a.plan_id = made;
  delete from assurance.action_lead l using assurance.action a
   where l.scope_id = scope and a.scope_id = scope and a.id = l.action_id and a.plan_id = made;
  delete from assurance.action where scope_id = scope and plan_id = made;
  delete from assurance.plan where scope_id = scope and id = made;
  delete from assurance.recommendation where scope_id = scope and paper_id = of_paper;
  return gone;
exception
  -- Something of another slice rests on it.
  when foreign_key_violation then
    return null;
end
$$;
revoke all on function assurance.take_back_paper(uuid, uuid) from public;
grant execute on function assurance.take_back_paper(uuid, uuid) to heed_app;
