-- V1__document.sql: the files that people handed in, as they came. The bytes lie in the database, so that a file and
-- what was read from it are stored in one transaction; in parts, so that no row grows with the file.
CREATE TABLE document (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  name varchar(255) NOT NULL,
  media_type varchar(100) NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 char(64) NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL
);
CREATE INDEX document_by_region ON document (region_code);

CREATE TABLE document_part (
  document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);
