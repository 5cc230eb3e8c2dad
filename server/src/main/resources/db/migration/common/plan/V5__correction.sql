-- V5__correction.sql: what people correct in what was read of a plan. An entry is a goal, a task or an obligation.
-- Steps number whatever is done to the entries of a plan: a change, its undoing, its redoing. The step that last touched
-- an entry is its version; 0 is as it was read.
CREATE TABLE plan_change (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  number integer NOT NULL,
  kind varchar(20) NOT NULL,
  reason varchar(1000),
  made_step integer NOT NULL,
  made_by uuid NOT NULL,
  made_by_name varchar NOT NULL,
  made_at timestamp(6) with time zone NOT NULL,
  undone boolean NOT NULL,
  last_step integer NOT NULL,
  last_by uuid NOT NULL,
  last_by_name varchar NOT NULL,
  last_at timestamp(6) with time zone NOT NULL,
  UNIQUE (plan_id, number)
);

-- What one change makes of one entry: whole contents as JSON, so that either of them can be put in the other's place.
-- Without content before it is new, without one after it is removed. A position is told where it was placed anew.
CREATE TABLE plan_change_entry (
  change_id uuid NOT NULL REFERENCES plan_change ON DELETE CASCADE,
  ordinal integer NOT NULL,
  kind varchar(20) NOT NULL,
  entry_id uuid NOT NULL,
  content_before text,
  position_before integer,
  content_after text,
  position_after integer,
  PRIMARY KEY (change_id, ordinal)
);
CREATE INDEX plan_change_entry_by_entry ON plan_change_entry (entry_id);

-- A finding is settled when somebody has looked at it and it needs nothing more.
ALTER TABLE plan_finding ADD COLUMN settled_by_name varchar;
ALTER TABLE plan_finding ADD COLUMN settled_at timestamp(6) with time zone;
