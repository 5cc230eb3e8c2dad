-- V1__duty.sql: what is asked of whom. A duty is one sentence and one organisation. A sentence that calls on many
-- stands once, with its times and days. Both copy what they need of the plan, and name plan and task by id without a
-- foreign key: a duty in which somebody changed something outlives the plan that it came from.
CREATE TABLE duty_source (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL,
  origin varchar(20) NOT NULL,
  -- The task, or the sentence outside the tasks.
  entry_id uuid NOT NULL,
  sentence_id uuid,
  entry_number integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  chapter varchar(300) NOT NULL,
  heading text NOT NULL,
  sentence text NOT NULL,
  standard text NOT NULL
);
CREATE INDEX duty_source_by_plan ON duty_source (plan_id, entry_id);

-- Its dates, recurrences and open starts, in the notation of the plan, and the events that have to happen first.
CREATE TABLE duty_time (
  source_id uuid NOT NULL REFERENCES duty_source ON DELETE CASCADE,
  ordinal integer NOT NULL,
  time_kind varchar(20) NOT NULL,
  notation varchar(300) NOT NULL,
  words text NOT NULL,
  assumed boolean NOT NULL,
  PRIMARY KEY (source_id, ordinal)
);

-- The days on which it is due, as far ahead as the plan runs.
CREATE TABLE duty_due (
  source_id uuid NOT NULL REFERENCES duty_source ON DELETE CASCADE,
  due_day date NOT NULL,
  assumed boolean NOT NULL,
  PRIMARY KEY (source_id, due_day)
);
CREATE INDEX duty_due_by_day ON duty_due (due_day);

CREATE TABLE duty (
  id uuid PRIMARY KEY,
  source_id uuid NOT NULL REFERENCES duty_source,
  -- The region whose office keeps it; the region of the organisation may be another one.
  region_code varchar(12) NOT NULL,
  -- Says which duty it is when the plan is looked through anew.
  source_key varchar(600) NOT NULL,
  -- Puts duties into the order of their plans.
  sort_key varchar(120) NOT NULL UNIQUE,
  duty_role varchar(20) NOT NULL,
  printed_name varchar(300) NOT NULL,
  organisation_id uuid,
  organisation_name varchar(200) NOT NULL,
  organisation_region varchar(12),
  awake boolean NOT NULL,
  reports boolean NOT NULL,
  -- Why it is not in the lists any more; empty while it is.
  ended_reason text NOT NULL,
  version integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (region_code, source_key)
);
CREATE INDEX duty_by_organisation ON duty (organisation_id);
CREATE INDEX duty_by_source ON duty (source_id);

CREATE TABLE duty_change (
  duty_id uuid NOT NULL REFERENCES duty ON DELETE CASCADE,
  ordinal integer NOT NULL,
  what varchar(40) NOT NULL,
  before_text text NOT NULL,
  after_text text NOT NULL,
  reason text NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (duty_id, ordinal)
);

-- How often the organisations of a plan report on duties without a date of their own: proposed from its words.
CREATE TABLE reporting_rhythm (
  plan_id uuid NOT NULL,
  months integer NOT NULL,
  sentence text NOT NULL,
  used boolean NOT NULL,
  PRIMARY KEY (plan_id, months)
);
