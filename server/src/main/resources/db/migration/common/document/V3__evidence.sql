-- V3__evidence.sql: pieces of evidence, each with all its versions; the bytes of a version lie in document. What a piece
-- proves is known to the module that keeps its id. A removed piece stays, with who removed it and why.
CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  added_by uuid NOT NULL,
  current_version integer NOT NULL CHECK (current_version > 0),
  removed_by_name varchar(100),
  removed_at timestamp with time zone,
  removal_reason varchar(500),
  CHECK ((removed_at IS NULL) = (removed_by_name IS NULL) AND (removed_at IS NULL) = (removal_reason IS NULL))
);

CREATE TABLE evidence_version (
  evidence_id uuid NOT NULL REFERENCES evidence,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  document_id uuid NOT NULL REFERENCES document,
  pages integer NOT NULL CHECK (pages >= 0),
  note varchar(500) NOT NULL,
  uploaded_by_name varchar(100) NOT NULL,
  PRIMARY KEY (evidence_id, ordinal)
);
