-- V4__outbox.sql: what is sent to organisations so that they report, by mail or to the robot of a chat group, and what
-- became of it.

-- When a region has reminders sent; the program's own values where it has no row.
CREATE TABLE reminder_settings (
  region_code varchar(12) PRIMARY KEY,
  switched_on boolean NOT NULL,
  -- How many days before something is due, with blanks between.
  days_before varchar(60) NOT NULL,
  overdue_every integer NOT NULL,
  overdue_for integer NOT NULL,
  -- Times of the day in Shanghai, as 18:00. Nothing goes out from the first to the second.
  quiet_from varchar(5) NOT NULL,
  quiet_to varchar(5) NOT NULL,
  working_days_only boolean NOT NULL,
  digest_at varchar(5) NOT NULL
);

-- Where an organisation is reached, or with no organisation the group of the whole region.
CREATE TABLE reminder_address (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  organisation_id uuid,
  way varchar(20) NOT NULL,
  -- Of a robot, whoever knows it can write to the group.
  address text NOT NULL,
  secret text NOT NULL
);
CREATE INDEX reminder_address_by_organisation ON reminder_address (region_code, organisation_id);

-- The days on which a region's digests were written, whether or not there was anything to say.
CREATE TABLE reminder_digest (
  region_code varchar(12) NOT NULL,
  digest_day date NOT NULL,
  PRIMARY KEY (region_code, digest_day)
);

CREATE TABLE reminder (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  -- None where it goes to the group of the region, or to whoever tries the settings.
  organisation_id uuid,
  organisation_name varchar(200) NOT NULL,
  way varchar(20) NOT NULL,
  -- The address of a mail; of a robot only what may be shown.
  target varchar(320) NOT NULL,
  reasons varchar(100) NOT NULL,
  subject varchar(300) NOT NULL,
  body text NOT NULL,
  status varchar(20) NOT NULL,
  -- Why it is as it is, and what the other side said.
  trouble varchar(30) NOT NULL,
  said varchar(500) NOT NULL,
  -- Goes out also in quiet hours.
  urgent boolean NOT NULL,
  not_before timestamp(6) with time zone NOT NULL,
  attempts integer NOT NULL,
  created_by_name varchar(100) NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  started_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  -- The message that this one says again.
  repeats uuid REFERENCES reminder,
  -- Who said what became of it, or had it said again.
  settled_by_name varchar(100) NOT NULL
);
CREATE INDEX reminder_by_status ON reminder (status, not_before);
CREATE INDEX reminder_by_region ON reminder (region_code, id);

-- The round-ups that a message asks about, and in which words.
CREATE TABLE reminder_round (
  reminder_id uuid NOT NULL REFERENCES reminder,
  round_id uuid NOT NULL REFERENCES round_up,
  body text NOT NULL,
  PRIMARY KEY (reminder_id, round_id)
);
