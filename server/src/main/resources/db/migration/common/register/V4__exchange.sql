-- V4__exchange.sql: imports of files into registers, from the upload to the batch that can be taken back. The batch of the
-- records that an import made or changed bears the import's id.
CREATE TABLE register_import (
  id uuid PRIMARY KEY,
  register varchar(40) NOT NULL,
  region_code varchar(12) NOT NULL,
  organisation_id uuid,
  file_name varchar(255) NOT NULL,
  kind varchar(20) NOT NULL,
  account_id uuid NOT NULL,
  account_name varchar(100) NOT NULL,
  uploaded_at timestamp(6) with time zone NOT NULL,
  step varchar(20) NOT NULL,
  step_at timestamp(6) with time zone NOT NULL,
  -- Which column of the file holds which of the register, as JSON.
  choice text NOT NULL,
  -- What the check found, or the run did, as JSON.
  report text NOT NULL,
  meeting varchar(10) NOT NULL,
  done_at timestamp(6) with time zone,
  taken_back_at timestamp(6) with time zone,
  taken_back_by_name varchar(100),
  taken_back_reason text
);
CREATE INDEX register_import_by_register ON register_import (register, id);

-- The file as it came, in parts, so that no row grows with it.
CREATE TABLE register_import_part (
  import_id uuid NOT NULL REFERENCES register_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, ordinal)
);

-- What the check found at a cell: a fault keeps its row from being taken, a doubt does not. Problem and remedy are
-- messages as JSON, said in the reader's language.
CREATE TABLE register_import_finding (
  import_id uuid NOT NULL REFERENCES register_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  sheet varchar(255) NOT NULL,
  row_number integer NOT NULL,
  column_number integer NOT NULL,
  fault boolean NOT NULL,
  kind varchar(60) NOT NULL,
  problem text NOT NULL,
  remedy text NOT NULL,
  PRIMARY KEY (import_id, ordinal)
);
CREATE INDEX register_import_finding_by_row ON register_import_finding (import_id, sheet, row_number);

-- Sound rows whose record is there already, and what they would change of it, as JSON.
CREATE TABLE register_import_twin (
  import_id uuid NOT NULL REFERENCES register_import ON DELETE CASCADE,
  sheet varchar(255) NOT NULL,
  row_number integer NOT NULL,
  record_id uuid NOT NULL,
  differences text NOT NULL,
  PRIMARY KEY (import_id, sheet, row_number)
);

-- What an office last chose for a heading: a column's id, or an empty text where it passed the column over.
CREATE TABLE register_column_choice (
  office varchar(36) NOT NULL,
  register varchar(40) NOT NULL,
  heading varchar(200) NOT NULL,
  column_id varchar(60) NOT NULL,
  PRIMARY KEY (office, register, heading)
);
