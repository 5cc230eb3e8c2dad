-- V13__duties_of_documents_and_registers.sql: what meetings, notices and inspections decide, and what is due for records,
-- stands in the same list as what plans ask. Only a sentence of a plan stands in one; entry_id is the item of the document,
-- or what is due.
ALTER TABLE duty_source ALTER COLUMN plan_id DROP NOT NULL;
ALTER TABLE duty_source ADD COLUMN document_id uuid;
ALTER TABLE duty_source ADD COLUMN register varchar(40);
ALTER TABLE duty_source ADD COLUMN record_id uuid;
CREATE INDEX duty_source_by_entry ON duty_source (entry_id);
CREATE INDEX duty_source_by_document ON duty_source (document_id);
CREATE INDEX duty_source_by_record ON duty_source (record_id);
