-- V19__same_sheet_again.sql: in which version a line stood on the table that its present report came from, so that the same
-- table may correct it; none where the report came in another way, or on a table without stamps. Of older reports it is known
-- where nothing but one table was ever reported: that one was sent before the line had a second version.
ALTER TABLE report_line ADD COLUMN sheet_version integer;

UPDATE report_line SET sheet_version = 1
WHERE channel = 'SHEET' AND (
  SELECT count(*) FROM report_change c WHERE c.line_id = report_line.id AND c.what = 'REPORTED') = 1;
