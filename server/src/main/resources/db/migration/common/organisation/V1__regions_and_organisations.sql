-- V1__regions_and_organisations.sql: regions with their parents; organisations with their other names.
CREATE TABLE region (
  code varchar(12) PRIMARY KEY,
  name varchar(100) NOT NULL,
  level varchar(20) NOT NULL,
  parent varchar(12) REFERENCES region (code)
);

-- region_code is empty where an organisation belongs to no region, so that the pair can be unique on both databases.
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name varchar(100) NOT NULL,
  region_code varchar(12) NOT NULL,
  UNIQUE (name, region_code)
);

CREATE TABLE organisation_alias (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  alias varchar(100) NOT NULL,
  PRIMARY KEY (organisation_id, alias)
);
