-- V9__reporting_links.sql: one-time links by which an organisation reports in one round-up without signing in.
CREATE TABLE reporting_link (
  id uuid PRIMARY KEY,
  -- Of a link's token only the SHA-256 is stored.
  token_hash char(64) NOT NULL UNIQUE,
  round_id uuid NOT NULL REFERENCES round_up,
  organisation_id uuid NOT NULL,
  organisation_name varchar(200) NOT NULL,
  -- The last day on which it opens anything.
  last_day date NOT NULL,
  made_by varchar(100) NOT NULL,
  made_at timestamp(6) with time zone NOT NULL,
  -- How often it was opened, and when it was used last.
  uses integer NOT NULL,
  used_at timestamp(6) with time zone,
  -- None of these while it can be used.
  withdrawn_by varchar(100),
  withdrawn_at timestamp(6) with time zone,
  handed_in_by varchar(100),
  handed_in_at timestamp(6) with time zone
);
CREATE INDEX reporting_link_by_round ON reporting_link (round_id, organisation_id);
