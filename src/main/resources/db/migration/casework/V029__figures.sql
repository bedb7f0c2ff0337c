-- Figures count the concerns of a period: everything that is counted or split by stands in the index, so that the rows
-- themselves are seldom read.
create index concern_by_receipt on casework.concern (scope_id, received_at)
  include (id, status, marking, council_id, service_id, raised_by, danger, subject_kind, first_taken_at);
create index concern_type_by_concern on casework.concern_type (scope_id, concern_id);
