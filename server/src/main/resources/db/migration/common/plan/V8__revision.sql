-- V8__revision.sql: the life of a plan after its adoption. A plan revises one other at most and is revised by one at most; each change of
-- its life counts life_version up, so that of two who change it at once the second is told.
ALTER TABLE plan_entry ADD COLUMN revises_id uuid REFERENCES plan ON DELETE SET NULL;
ALTER TABLE plan_entry ADD CONSTRAINT plan_entry_revised_once UNIQUE (revises_id);
-- The day from which it stands in place of the one that it revises.
ALTER TABLE plan_entry ADD COLUMN revises_from date;
ALTER TABLE plan_entry ADD COLUMN withdrawn_on date;
-- The document that says so.
ALTER TABLE plan_entry ADD COLUMN withdrawn_by varchar(300);
ALTER TABLE plan_entry ADD COLUMN archived_on date;
ALTER TABLE plan_entry ADD COLUMN life_version integer DEFAULT 0 NOT NULL;

ALTER TABLE plan_draft ADD COLUMN revises_id uuid REFERENCES plan ON DELETE SET NULL;

-- Which task of a version became which of the next; a task that was split or merged stands in several rows.
CREATE TABLE task_match (
  predecessor_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  successor_id uuid NOT NULL REFERENCES task ON DELETE CASCADE,
  by_hand boolean NOT NULL,
  PRIMARY KEY (predecessor_id, successor_id)
);
CREATE INDEX task_match_by_successor ON task_match (successor_id);
