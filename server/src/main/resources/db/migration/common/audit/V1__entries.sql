-- V1__entries.sql: what was done, by whom and when. Each entry's hash covers the one before it.
CREATE TABLE audit_entry (
  sequence bigint PRIMARY KEY,
  at timestamp(6) with time zone NOT NULL,
  actor varchar(100) NOT NULL,
  action varchar(60) NOT NULL,
  subject varchar(300) NOT NULL,
  detail text NOT NULL,
  hash char(64) NOT NULL
);

-- The end of the chain, one row: whoever adds an entry locks it first, and a chain cut short no longer reaches it.
CREATE TABLE audit_end (
  id integer PRIMARY KEY CHECK (id = 1),
  sequence bigint NOT NULL,
  hash char(64) NOT NULL
);
INSERT INTO audit_end (id, sequence, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
