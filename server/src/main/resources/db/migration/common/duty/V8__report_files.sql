-- V8__report_files.sql: the files that prove what was reported, as ids of evidence in their order, divided by commas; each
-- change keeps those of its time, as it keeps its texts.
ALTER TABLE report_line ADD COLUMN files text DEFAULT '' NOT NULL;
ALTER TABLE report_change ADD COLUMN files text DEFAULT '' NOT NULL;
