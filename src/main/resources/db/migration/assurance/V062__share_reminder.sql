-- When somebody who was asked to write an answer was last reminded of it. Asking again begins anew.
alter table assurance.item_share add column reminded_on date;
