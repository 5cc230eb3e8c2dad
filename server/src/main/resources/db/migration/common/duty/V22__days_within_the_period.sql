-- Plans ask for reports within the period too (每年12月20日前, 6月25日前): both days are told by a month of their own.
ALTER TABLE round_calendar ADD COLUMN opens_after integer DEFAULT 0 NOT NULL;
ALTER TABLE round_calendar ADD COLUMN due_after integer DEFAULT 1 NOT NULL;
