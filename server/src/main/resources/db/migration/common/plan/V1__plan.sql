-- V1__plan.sql: what was read of a plan document. Every offset counts code points of the import's text.
-- Lists that nobody asks the database about (headings above, addressees, events) are JSON in text columns.

-- One file that was read. A region takes the same file in once.
CREATE TABLE plan_import (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL,
  region_code varchar(12) NOT NULL,
  sha256 char(64) NOT NULL,
  text text NOT NULL,
  imported_by uuid NOT NULL,
  imported_by_name varchar NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  UNIQUE (region_code, sha256)
);

CREATE TABLE plan (
  id uuid PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES plan_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  region_code varchar(12) NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  head_start integer NOT NULL,
  head_end integer NOT NULL,
  title varchar NOT NULL,
  document_number varchar,
  issuer varchar,
  issued_on date,
  addressees text NOT NULL,
  basis text NOT NULL,
  disclosure varchar,
  UNIQUE (import_id, ordinal)
);
CREATE INDEX plan_by_region ON plan (region_code);

CREATE TABLE passage (
  import_id uuid NOT NULL REFERENCES plan_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  kind varchar(20) NOT NULL,
  heading_level integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  path text NOT NULL,
  PRIMARY KEY (import_id, ordinal)
);

CREATE TABLE goal (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  path text NOT NULL,
  area varchar,
  UNIQUE (plan_id, ordinal)
);

CREATE TABLE task (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  clause_start integer,
  clause_end integer,
  path text NOT NULL,
  implementers_source varchar(20),
  names_everybody boolean NOT NULL,
  UNIQUE (plan_id, ordinal)
);

-- Who answers for a task, as written in its clause.
CREATE TABLE task_party (
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  party_role varchar(20) NOT NULL,
  ordinal integer NOT NULL,
  name varchar NOT NULL,
  PRIMARY KEY (task_id, party_role, ordinal)
);

CREATE TABLE action (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  actor varchar,
  events text NOT NULL,
  UNIQUE (task_id, ordinal)
);

CREATE TABLE obligation (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  path text NOT NULL,
  actor varchar,
  events text NOT NULL,
  UNIQUE (plan_id, ordinal)
);

-- The owner of a deadline or a target is a goal, a task, an action or an obligation of the plan.
CREATE TABLE deadline (
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  owner_id uuid NOT NULL,
  ordinal integer NOT NULL,
  notation varchar NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  assumed boolean NOT NULL,
  PRIMARY KEY (plan_id, owner_id, ordinal)
);

-- wanted is a decimal number of any length, written out: H2 keeps no decimals in a numeric without a fixed scale.
CREATE TABLE target (
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  owner_id uuid NOT NULL,
  ordinal integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  indicator varchar NOT NULL,
  comparator varchar(20) NOT NULL,
  wanted varchar,
  unit varchar NOT NULL,
  by_notation varchar,
  by_start integer,
  by_end integer,
  by_assumed boolean,
  baseline varchar,
  reference varchar,
  area varchar,
  implied boolean NOT NULL,
  aspirational boolean NOT NULL,
  PRIMARY KEY (plan_id, owner_id, ordinal)
);

-- A finding without a plan concerns the file as a whole.
CREATE TABLE plan_finding (
  import_id uuid NOT NULL REFERENCES plan_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  plan_id uuid REFERENCES plan ON DELETE CASCADE,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  path text NOT NULL,
  place varchar NOT NULL,
  problem text NOT NULL,
  remedy text NOT NULL,
  PRIMARY KEY (import_id, ordinal)
);
CREATE INDEX plan_finding_by_plan ON plan_finding (plan_id);
