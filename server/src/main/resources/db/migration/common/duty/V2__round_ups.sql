-- V2__round_ups.sql: progress, collected for a period by a day. One line is one duty in one round-up, in the words of the
-- organisation that owes it.

-- When round-ups of a length open and are due, where a region keeps other days than the program's.
CREATE TABLE round_calendar (
  region_code varchar(12) NOT NULL,
  months integer NOT NULL,
  opens_on integer NOT NULL,
  due_on integer NOT NULL,
  PRIMARY KEY (region_code, months)
);

CREATE TABLE round_up (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  months integer NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  opened_on date NOT NULL,
  due_day date NOT NULL,
  -- The day on which those who had not reported were listed; none while it runs.
  closed_on date,
  UNIQUE (region_code, months, first_day)
);

CREATE TABLE report_line (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round_up,
  duty_id uuid NOT NULL REFERENCES duty,
  organisation_id uuid NOT NULL,
  organisation_region varchar(12),
  -- Puts lines into the order of their plans.
  sort_key varchar(120) NOT NULL,
  line_status varchar(20) NOT NULL,
  -- What was said; empty before anything was.
  duty_state varchar(20) NOT NULL,
  progress text NOT NULL,
  completion text NOT NULL,
  problems text NOT NULL,
  next_steps text NOT NULL,
  reason text NOT NULL,
  proof text NOT NULL,
  channel varchar(20) NOT NULL,
  -- By whom and how it was told, where somebody wrote it down for the organisation.
  told_by varchar(200) NOT NULL,
  -- Listed as not reported when the period closed.
  missing boolean NOT NULL,
  -- First reported after the day on which it was due.
  late boolean NOT NULL,
  reopened integer NOT NULL,
  returned_reason text NOT NULL,
  version integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (round_id, duty_id)
);
CREATE INDEX report_line_by_organisation ON report_line (organisation_id, round_id);
CREATE INDEX report_line_by_duty ON report_line (duty_id);

-- Everything that was ever said, returned, accepted or opened again.
CREATE TABLE report_change (
  line_id uuid NOT NULL REFERENCES report_line,
  ordinal integer NOT NULL,
  line_status varchar(20) NOT NULL,
  what varchar(20) NOT NULL,
  duty_state varchar(20) NOT NULL,
  progress text NOT NULL,
  completion text NOT NULL,
  problems text NOT NULL,
  next_steps text NOT NULL,
  reason text NOT NULL,
  proof text NOT NULL,
  channel varchar(20) NOT NULL,
  told_by varchar(200) NOT NULL,
  -- Why it was returned or opened again.
  why text NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (line_id, ordinal)
);

-- Tables that came back: the file as it came, and what became of it.
CREATE TABLE returned_round_sheet (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round_up,
  -- Whose table it is, as far as that was told.
  organisation_id uuid,
  file_name varchar(255) NOT NULL,
  document_id uuid NOT NULL,
  taken integer NOT NULL,
  findings integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX returned_round_sheet_by_round ON returned_round_sheet (round_id);
