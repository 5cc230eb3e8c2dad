-- V3__lifecycle.sql: who holds the functions that take steps, which steps were taken, and what is due when.

-- Several organisations of a region may hold a function. A region without a row asks the region above it.
CREATE TABLE function_holder (
  function varchar(60) NOT NULL,
  region_code varchar(12) NOT NULL,
  organisation_id uuid NOT NULL,
  PRIMARY KEY (function, region_code, organisation_id)
);

-- A step that was taken with a record; the version is the one that it left, and names its row of record_change, which
-- says who took it and why.
CREATE TABLE record_step (
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  version integer NOT NULL,
  transition varchar(60) NOT NULL,
  from_state varchar(60) NOT NULL,
  to_state varchar(60) NOT NULL,
  taken_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (record_id, version)
);

-- What was handed in with a step; the kind is a word of the definition.
CREATE TABLE record_step_evidence (
  record_id uuid NOT NULL,
  version integer NOT NULL,
  kind varchar(100) NOT NULL,
  ordinal integer NOT NULL,
  evidence_id uuid NOT NULL,
  PRIMARY KEY (record_id, version, kind, ordinal),
  FOREIGN KEY (record_id, version) REFERENCES record_step ON DELETE CASCADE
);
CREATE INDEX record_step_evidence_by_file ON record_step_evidence (evidence_id);

-- What is due for a record: OPEN, MET, PASSED (nothing tells whether it was done) or DROPPED. What is over stays. The nominal day is the one that the period
-- ends on, the due day the first one worked from there; unknown_years are those whose working days were not loaded, with
-- a blank between. What met it was done on closed_on and written down on recorded_on; it is settled when the field that
-- says so has gone on to another day.
CREATE TABLE record_deadline (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record ON DELETE CASCADE,
  register varchar(40) NOT NULL,
  rule varchar(60) NOT NULL,
  due_on date NOT NULL,
  nominal_on date NOT NULL,
  unknown_years varchar(60) NOT NULL,
  standing varchar(10) NOT NULL,
  closed_on date,
  recorded_on date,
  settled boolean NOT NULL
);
CREATE INDEX record_deadline_by_record ON record_deadline (record_id);
CREATE INDEX record_deadline_by_day ON record_deadline (register, standing, due_on, id);
