-- V2__record.sql: the spine on which the records of all registers hang. The typed columns of each register lie in a table
-- of its own, reg_…, made at run time from the register's definition.

-- Which fields the typed tables hold, and what type each had when it was first seen: a changed type is a new field. A
-- field that a definition has dropped or retired stays here, and its values stay in its column. The field $geometry is
-- the shape on the map.
CREATE TABLE register_field (
  register varchar(40) NOT NULL,
  field varchar(60) NOT NULL,
  label varchar(200) NOT NULL,
  type varchar(200) NOT NULL,
  retired boolean NOT NULL,
  PRIMARY KEY (register, field)
);

CREATE TABLE record (
  id uuid PRIMARY KEY,
  register varchar(40) NOT NULL,
  region_code varchar(12) NOT NULL,
  organisation_id uuid,
  state varchar(60) NOT NULL,
  version integer NOT NULL,
  batch_id uuid,
  created_by_name varchar(100) NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  removed_at timestamp(6) with time zone,
  removed_reason text
);
CREATE INDEX record_by_register ON record (register, id);
CREATE INDEX record_by_batch ON record (batch_id);

-- What a record holds in fields that take several things, in their order.
CREATE TABLE record_link (
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  field varchar(60) NOT NULL,
  ordinal integer NOT NULL,
  target_id uuid NOT NULL REFERENCES record,
  PRIMARY KEY (record_id, field, ordinal)
);
CREATE INDEX record_link_by_target ON record_link (target_id, field);

CREATE TABLE record_evidence (
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  field varchar(60) NOT NULL,
  ordinal integer NOT NULL,
  evidence_id uuid NOT NULL,
  PRIMARY KEY (record_id, field, ordinal)
);
CREATE INDEX record_evidence_by_file ON record_evidence (evidence_id);

-- Values that no other record of the register and region may have. The slot is the field, or the fields of the key; the
-- claim is the SHA-256 of the value in hexadecimal digits. A removed record claims nothing.
CREATE TABLE record_claim (
  register varchar(40) NOT NULL,
  region_code varchar(12) NOT NULL,
  slot varchar(400) NOT NULL,
  claim varchar(64) NOT NULL,
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  PRIMARY KEY (register, region_code, slot, claim)
);
CREATE INDEX record_claim_by_record ON record_claim (record_id);

-- What each change did: its content is JSON, each field with its value before and after. The version is the one that
-- the change left. Of a creation nothing is written but that it was: what it held is what later changes found before.
CREATE TABLE record_change (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  version integer NOT NULL,
  kind varchar(20) NOT NULL,
  step varchar(60),
  reason text NOT NULL,
  content text NOT NULL,
  batch_id uuid,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (record_id, version)
);
CREATE INDEX record_change_by_batch ON record_change (batch_id);

CREATE TABLE record_comment (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  text text NOT NULL,
  written_by_name varchar(100) NOT NULL,
  written_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX record_comment_by_record ON record_comment (record_id, id);

-- A way of looking at a register that somebody keeps, for themselves or for the accounts of their region. The question
-- is JSON.
CREATE TABLE record_view (
  id uuid PRIMARY KEY,
  register varchar(40) NOT NULL,
  account_id uuid NOT NULL,
  account_name varchar(100) NOT NULL,
  region_code varchar(12),
  name varchar(100) NOT NULL,
  shared boolean NOT NULL,
  question text NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX record_view_by_register ON record_view (register, id);
