-- A work mobile number for texts, encrypted; most people have none.
alter table access.staff add column mobile bytea;
