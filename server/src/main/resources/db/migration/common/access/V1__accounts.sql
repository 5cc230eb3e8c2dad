-- V1__accounts.sql: who may sign in, the links that invite them, and the attempts that failed.
-- password is empty until the invited person chooses one; epoch grows when older sessions must end.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  username varchar(32) NOT NULL UNIQUE,
  display_name varchar(100) NOT NULL,
  role varchar(20) NOT NULL,
  organisation_id uuid,
  region_code varchar(12) NOT NULL,
  password varchar(300) NOT NULL,
  disabled boolean NOT NULL,
  epoch integer NOT NULL
);

-- Of a link's token only the SHA-256 is stored.
CREATE TABLE invitation (
  token_hash char(64) PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  expires_at timestamp(6) with time zone NOT NULL,
  used boolean NOT NULL
);
CREATE INDEX invitation_account ON invitation (account_id);

-- By the name that was tried, whether or not there is such an account: the answer must not tell.
CREATE TABLE sign_in_failure (
  username varchar(32) PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamp(6) with time zone NOT NULL,
  locked_until timestamp(6) with time zone
);
