-- A draft that was begun by mistake is given up: it never went out, and nothing in it changes from then on. What it was to
-- correct can be corrected anew, so that it no longer stands in the way of another correction.
alter table assurance.report drop constraint report_state_check;
alter table assurance.report add constraint report_state_check
  check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN', 'GIVEN_UP'));
alter table assurance.report drop constraint report_check1;
alter table assurance.report add constraint report_check1
  check ((state in ('DRAFT', 'GIVEN_UP')) = (frozen is null) and (frozen is null) = (content_hash is null)
    and (frozen is null) = (checked_by is null));
drop index assurance.report_amended_once;
create unique index report_amended_once on assurance.report (scope_id, amends) where state <> 'GIVEN_UP';

create or replace function assurance.report_fixed() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $$
begin
  if (new.scope_id, new.id, new.return_id, new.number, new.amends, new.made_by, new.made_at)
      is distinct from (old.scope_id, old.id, old.return_id, old.number, old.amends, old.made_by, old.made_at) then
    raise exception 'which report this is does not change' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state = 'WITHDRAWN' or (old.state = 'PUBLISHED' and new.state <> 'WITHDRAWN') then
    raise exception 'a report that went out does not change' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state = 'GIVEN_UP' or (new.state = 'GIVEN_UP' and old.state <> 'DRAFT') then
    raise exception 'only a draft is given up, and stays so' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state <> 'DRAFT' and new.state <> 'DRAFT'
      and (new.frozen, new.content_hash, new.checked_by, new.past_plan_id, new.next_plan_id)
      is distinct from (old.frozen, old.content_hash, old.checked_by, old.past_plan_id, old.next_plan_id) then
    raise exception 'what was frozen at the check does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end;
$$;
