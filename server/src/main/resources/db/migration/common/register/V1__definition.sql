-- V1__definition.sql: what registers were and are defined as. Every version's text is kept, so that a database says by
-- itself what its records mean; the highest version is in force.
CREATE TABLE register_definition (
  register varchar(40) NOT NULL,
  version integer NOT NULL,
  content text NOT NULL,
  origin varchar(20) NOT NULL,
  file_name varchar(255) NOT NULL,
  applied_by_name varchar(100) NOT NULL,
  applied_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (register, version)
);
