-- A report that went out never changes (invariant 1): not by a fault in the program either. What is frozen at the check
-- stays what it is until the report is written again; from publishing on only withdrawing is left. Nor is anything typed
-- into a report that is no draft. After the row's own rules, so that another scope's is refused as such.
create function assurance.report_fixed() returns trigger
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
  if old.state <> 'DRAFT' and new.state <> 'DRAFT'
      and (new.frozen, new.content_hash, new.checked_by, new.past_plan_id, new.next_plan_id)
      is distinct from (old.frozen, old.content_hash, old.checked_by, old.past_plan_id, old.next_plan_id) then
    raise exception 'what was frozen at the check does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end;
$$;
revoke all on function assurance.report_fixed() from public;
create trigger report_fixed after update on assurance.report
  for each row execute function assurance.report_fixed();

create function assurance.report_part_fixed() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $$
begin
  if not exists (select from assurance.report r
      where r.scope_id = new.scope_id and r.id = new.report_id and r.state = 'DRAFT') then
    raise exception 'only a draft is written in' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end;
$$;
revoke all on function assurance.report_part_fixed() from public;
create trigger report_part_fixed after insert or update on assurance.report_part
  for each row execute function assurance.report_part_fixed();
