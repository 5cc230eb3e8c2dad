-- V2__calendar_address.sql: secret addresses under which a calendar program fetches one organisation's dates.
-- Of the secret only the SHA-256 is stored. A withdrawn address stays, so that it is known who had made it.
CREATE TABLE calendar_address (
  id uuid PRIMARY KEY,
  token_hash char(64) NOT NULL UNIQUE,
  region_code varchar(12) NOT NULL,
  organisation varchar(200) NOT NULL,
  created_by uuid NOT NULL,
  created_by_name varchar(100) NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  withdrawn_at timestamp(6) with time zone
);
CREATE INDEX calendar_address_by_region ON calendar_address (region_code);
