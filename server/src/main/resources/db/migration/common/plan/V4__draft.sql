-- V4__draft.sql: files that were handed in and wait to be adopted or discarded. They are kept as files, apart from the
-- register's tables and from the documents, so that nothing which reads those can show them.
CREATE TABLE plan_draft (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  file_name varchar(255) NOT NULL,
  sha256 char(64) NOT NULL,
  titles text NOT NULL,
  imported_by uuid NOT NULL,
  imported_by_name varchar NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  UNIQUE (region_code, sha256)
);

CREATE TABLE plan_draft_part (
  draft_id uuid NOT NULL REFERENCES plan_draft ON DELETE CASCADE,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (draft_id, ordinal)
);

-- What was looked at and found to be right, such as task-0-12.
CREATE TABLE plan_draft_accepted (
  draft_id uuid NOT NULL REFERENCES plan_draft ON DELETE CASCADE,
  item varchar(40) NOT NULL,
  PRIMARY KEY (draft_id, item)
);
