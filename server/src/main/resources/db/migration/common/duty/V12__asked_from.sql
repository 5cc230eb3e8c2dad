-- V12__asked_from.sql: from when on a duty is asked of its organisation, where that is later than its sentence: what was
-- handed down from the day of it, what was passed on from the first day that was not settled then.
ALTER TABLE duty ADD COLUMN asked_from date;
