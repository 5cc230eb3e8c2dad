-- V6__resolution.sql: what was said of the names in the plans of a region, and who goes on with a task where the
-- organisation that answered for it came apart. Rows are only added; the highest version holds.
CREATE TABLE name_decision (
  region_code varchar(12) NOT NULL,
  name varchar(500) NOT NULL,
  version integer NOT NULL,
  verdict varchar(20) NOT NULL,
  organisation_id uuid,
  note varchar(500) NOT NULL,
  plan_id uuid NOT NULL,
  decided_by uuid NOT NULL,
  decided_by_name varchar(100) NOT NULL,
  decided_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (region_code, name, version)
);

-- The successor may be the predecessor itself, where it goes on.
CREATE TABLE successor_choice (
  task_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  predecessor_id uuid NOT NULL,
  turned_on date NOT NULL,
  version integer NOT NULL,
  successor_id uuid NOT NULL,
  decided_by uuid NOT NULL,
  decided_by_name varchar(100) NOT NULL,
  decided_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (task_id, predecessor_id, turned_on, version)
);
