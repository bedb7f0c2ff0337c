-- A return that came whole from elsewhere keeps its number, though the version before it may not be here.
alter table assurance.return drop constraint return_check;
alter table assurance.return add constraint return_window check (window_from <= window_until);
alter table assurance.return add constraint return_number check (number >= 1 and (amends is null or number > 1));
