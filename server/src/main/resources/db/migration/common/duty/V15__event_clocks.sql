-- V15__event_clocks.sql: what happened, or is planned, from which the time of a duty is counted (触发事项). Each such
-- happening is a duty of its own: a part of the one that names the event, of the same organisation, with own_due as its day.
ALTER TABLE duty ADD COLUMN event_words text DEFAULT '' NOT NULL;
-- What it was: the number of a notice, the name of a works.
ALTER TABLE duty ADD COLUMN happening varchar(300) DEFAULT '' NOT NULL;
-- None for every other duty.
ALTER TABLE duty ADD COLUMN happened_on date;
