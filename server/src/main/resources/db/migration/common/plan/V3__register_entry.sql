-- V3__register_entry.sql: what the register says of a plan, beside what is printed: it begins alike and may be corrected.
CREATE TABLE plan_entry (
  plan_id uuid PRIMARY KEY REFERENCES plan ON DELETE CASCADE,
  title varchar NOT NULL,
  document_number varchar,
  issuer varchar,
  issued_on date,
  kind varchar(20) NOT NULL,
  plan_level varchar(20) NOT NULL,
  valid_from date,
  valid_to date,
  parent_id uuid REFERENCES plan ON DELETE SET NULL
);
CREATE INDEX plan_entry_by_parent ON plan_entry (parent_id);

-- Of plans that are there already only the print is known; the level is that of their region's code.
INSERT INTO plan_entry (plan_id, title, document_number, issuer, issued_on, kind, plan_level, valid_from)
SELECT id, CASE WHEN title = '' THEN '-' ELSE title END, document_number, issuer, issued_on, 'OTHER',
  CASE WHEN length(region_code) > 6 THEN 'TOWNSHIP' WHEN region_code LIKE '%0000' THEN 'PROVINCE'
    WHEN region_code LIKE '%00' THEN 'CITY' ELSE 'COUNTY' END,
  issued_on
FROM plan;
