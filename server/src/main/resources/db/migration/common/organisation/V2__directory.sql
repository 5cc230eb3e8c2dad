-- V2__directory.sql: areas without a code of their own; who supervises an organisation, what it does and when it ended;
-- who took over from whom, when and for what; the persons through whom an organisation is reached.
CREATE TABLE area (
  id uuid PRIMARY KEY,
  name varchar(100) NOT NULL,
  kind varchar(20) NOT NULL,
  region_code varchar(12) NOT NULL REFERENCES region (code),
  UNIQUE (name, region_code)
);

ALTER TABLE organisation ADD COLUMN area_id uuid REFERENCES area (id);
ALTER TABLE organisation ADD COLUMN supervisor_id uuid REFERENCES organisation (id);
ALTER TABLE organisation ADD COLUMN functions varchar(1000) DEFAULT '' NOT NULL;
ALTER TABLE organisation ADD COLUMN ended_on date;
ALTER TABLE organisation ADD COLUMN version integer DEFAULT 0 NOT NULL;

-- function is empty where everything passed on.
CREATE TABLE organisation_succession (
  id uuid PRIMARY KEY,
  predecessor_id uuid NOT NULL REFERENCES organisation (id),
  successor_id uuid NOT NULL REFERENCES organisation (id),
  effective_on date NOT NULL,
  function varchar(200) NOT NULL,
  basis varchar(200) NOT NULL,
  UNIQUE (predecessor_id, successor_id, effective_on, function)
);

CREATE TABLE organisation_liaison (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  place integer NOT NULL,
  name varchar(50) NOT NULL,
  post varchar(50) NOT NULL,
  telephone varchar(50) NOT NULL,
  PRIMARY KEY (organisation_id, place)
);
