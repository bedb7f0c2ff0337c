-- Initials or another name that were typed wrongly: set aside, by whom and when. They no longer say whom a plan means, and stay
-- on record; what is right is a row of its own.
alter table assurance.post_alias add column set_aside_by uuid;
alter table assurance.post_alias add column set_aside_at timestamptz;
alter table assurance.post_alias add constraint post_alias_set_aside_check
  check ((set_aside_by is null) = (set_aside_at is null));
grant update (set_aside_by, set_aside_at) on assurance.post_alias to heed_app;
