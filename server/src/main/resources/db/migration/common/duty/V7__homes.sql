-- V7__homes.sql: how each duty stands, kept beside it whenever something is said, so that a home need not look through
-- years of reports. What is known already is reckoned here once, by the rules of KeepStates.
ALTER TABLE duty ADD COLUMN said_state varchar(20) DEFAULT '' NOT NULL;
-- The state that it was in before, and since when it is in this one.
ALTER TABLE duty ADD COLUMN said_before varchar(20) DEFAULT '' NOT NULL;
ALTER TABLE duty ADD COLUMN said_since date;
-- The first day on which it is due that nothing said has settled.
ALTER TABLE duty ADD COLUMN open_day date;
-- Nothing was said of it when its last round-up closed, nor since.
ALTER TABLE duty ADD COLUMN unreported boolean DEFAULT FALSE NOT NULL;

-- The last days on which a report on it was accepted, and on which an accepted one was opened again.
ALTER TABLE duty ADD COLUMN accepted_on date;
ALTER TABLE duty ADD COLUMN reopened_on date;

UPDATE duty SET accepted_on = (
  SELECT max(CAST(c.changed_at AS date)) FROM report_change c JOIN report_line l ON l.id = c.line_id
  WHERE l.duty_id = duty.id AND c.what = 'ACCEPTED');

UPDATE duty SET reopened_on = (
  SELECT max(CAST(c.changed_at AS date)) FROM report_change c JOIN report_line l ON l.id = c.line_id
  WHERE l.duty_id = duty.id AND c.what = 'REOPENED');

UPDATE duty SET said_state = coalesce((
  SELECT l.duty_state FROM report_line l JOIN round_up r ON r.id = l.round_id
  WHERE l.duty_id = duty.id AND l.duty_state <> '' AND l.line_status <> 'RETURNED'
  ORDER BY r.last_day DESC, r.months FETCH FIRST 1 ROWS ONLY), '');

UPDATE duty SET open_day = (
  SELECT min(d.due_day) FROM duty_due d
  WHERE d.source_id = duty.source_id AND d.due_day > coalesce((
    SELECT max(r.last_day) FROM report_line l JOIN round_up r ON r.id = l.round_id
    WHERE l.duty_id = duty.id AND l.line_status <> 'RETURNED'
      AND l.duty_state IN ('DONE', 'STEADY', 'NOT_CONCERNED')), DATE '0001-01-01'))
WHERE said_state <> 'NOT_CONCERNED'
  AND (said_state <> 'DONE' OR EXISTS (
    SELECT 1 FROM duty_time t WHERE t.source_id = duty.source_id AND t.notation LIKE 'R%'));

UPDATE duty SET unreported = TRUE WHERE EXISTS (
  SELECT 1 FROM report_line l JOIN round_up r ON r.id = l.round_id
  WHERE l.duty_id = duty.id AND r.closed_on IS NOT NULL AND l.missing AND l.duty_state = ''
    AND r.last_day = (
      SELECT max(of_all.last_day) FROM report_line each_one JOIN round_up of_all ON of_all.id = each_one.round_id
      WHERE each_one.duty_id = duty.id AND of_all.closed_on IS NOT NULL));

CREATE INDEX duty_by_open_day ON duty (open_day);
CREATE INDEX report_line_by_status ON report_line (line_status, round_id);

-- How many lines of each organisation stand where in each round-up.
CREATE TABLE round_count (
  round_id uuid NOT NULL REFERENCES round_up,
  organisation_id uuid NOT NULL,
  organisation_region varchar(12),
  lines integer NOT NULL,
  open_lines integer NOT NULL,
  reported integer NOT NULL,
  returned integer NOT NULL,
  accepted integer NOT NULL,
  missing integer NOT NULL,
  late integer NOT NULL,
  PRIMARY KEY (round_id, organisation_id)
);

INSERT INTO round_count (round_id, organisation_id, organisation_region, lines, open_lines, reported, returned, accepted,
  missing, late)
SELECT round_id, organisation_id, max(organisation_region), count(*), count(CASE WHEN line_status = 'OPEN' THEN 1 END),
  count(CASE WHEN line_status = 'REPORTED' THEN 1 END), count(CASE WHEN line_status = 'RETURNED' THEN 1 END),
  count(CASE WHEN line_status = 'ACCEPTED' THEN 1 END), count(CASE WHEN missing THEN 1 END),
  count(CASE WHEN late THEN 1 END)
FROM report_line GROUP BY round_id, organisation_id;
