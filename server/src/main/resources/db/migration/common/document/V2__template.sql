-- V2__template.sql: the templates that a region uses instead of the product's own. Every file that was ever uploaded
-- stays, so that one can go back; its bytes lie in document. The chosen one is 0 where it is the product's own.
CREATE TABLE template_choice (
  region_code varchar(12) NOT NULL,
  kind varchar(40) NOT NULL,
  format varchar(10) NOT NULL,
  chosen integer NOT NULL CHECK (chosen >= 0),
  version integer NOT NULL CHECK (version > 0),
  PRIMARY KEY (region_code, kind, format)
);

CREATE TABLE template_upload (
  region_code varchar(12) NOT NULL,
  kind varchar(40) NOT NULL,
  format varchar(10) NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  document_id uuid NOT NULL REFERENCES document,
  name varchar(255) NOT NULL,
  uploaded_by_name varchar(100) NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  PRIMARY KEY (region_code, kind, format, ordinal)
);
