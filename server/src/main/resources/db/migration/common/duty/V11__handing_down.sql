-- V11__handing_down.sql: a part of a duty that its organisation hands to one below (分解下达). It is a duty of the same
-- sentence, with what that one has to do of it; it counts once it was accepted (签收).
ALTER TABLE duty ADD COLUMN parent_id uuid REFERENCES duty ON DELETE CASCADE;
-- Who handed it down; none where the office that keeps the list did.
ALTER TABLE duty ADD COLUMN handed_by uuid;
ALTER TABLE duty ADD COLUMN handed_by_name varchar(200) DEFAULT '' NOT NULL;
ALTER TABLE duty ADD COLUMN content text DEFAULT '' NOT NULL;
-- The person who answers for it, with a telephone if need be.
ALTER TABLE duty ADD COLUMN person varchar(200) DEFAULT '' NOT NULL;
ALTER TABLE duty ADD COLUMN own_due date;
-- OFFERED, ACCEPTED or DECLINED; empty where nothing was handed down.
ALTER TABLE duty ADD COLUMN acceptance varchar(20) DEFAULT '' NOT NULL;
CREATE INDEX duty_by_parent ON duty (parent_id);
CREATE INDEX duty_by_handing ON duty (handed_by);
