-- V20__one_order_of_periods.sql: of round-ups that end on one day the longest has the last word, as it has in superiors' forms;
-- homes and the next round-up let the shortest have it. What is kept beside each duty is reckoned anew, by the rules of
-- ReportingPeriod and KeepStates.
UPDATE duty SET said_state = coalesce((
  SELECT l.duty_state FROM report_line l JOIN round_up r ON r.id = l.round_id
  WHERE l.duty_id = duty.id AND l.duty_state <> '' AND l.line_status <> 'RETURNED'
  ORDER BY r.last_day DESC, r.months DESC FETCH FIRST 1 ROWS ONLY), '')
WHERE said_state <> '';

-- Settled for good.
UPDATE duty SET open_day = NULL
WHERE open_day IS NOT NULL AND (said_state = 'NOT_CONCERNED' OR (said_state = 'DONE' AND (own_due IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM duty_time t WHERE t.source_id = duty.source_id AND t.notation LIKE 'R%'))));

-- Settled for good no more.
UPDATE duty SET open_day = CASE
  WHEN own_due IS NULL THEN (
    SELECT min(d.due_day) FROM duty_due d
    WHERE d.source_id = duty.source_id AND (duty.asked_from IS NULL OR d.due_day >= duty.asked_from)
      AND d.due_day > coalesce((
        SELECT max(r.last_day) FROM report_line l JOIN round_up r ON r.id = l.round_id
        WHERE l.duty_id = duty.id AND l.line_status <> 'RETURNED'
          AND l.duty_state IN ('DONE', 'STEADY', 'NOT_CONCERNED')), DATE '0001-01-01'))
  WHEN own_due > coalesce((
    SELECT max(r.last_day) FROM report_line l JOIN round_up r ON r.id = l.round_id
    WHERE l.duty_id = duty.id AND l.line_status <> 'RETURNED'
      AND l.duty_state IN ('DONE', 'STEADY', 'NOT_CONCERNED')), DATE '0001-01-01') THEN own_due
  END
WHERE open_day IS NULL AND said_state NOT IN ('', 'DONE', 'NOT_CONCERNED');

UPDATE duty SET unreported = EXISTS (
  SELECT 1 FROM report_line l JOIN round_up r ON r.id = l.round_id
  WHERE l.duty_id = duty.id AND r.closed_on IS NOT NULL AND l.missing AND l.duty_state = ''
    AND NOT EXISTS (
      SELECT 1 FROM report_line other JOIN round_up later ON later.id = other.round_id
      WHERE other.duty_id = l.duty_id AND later.closed_on IS NOT NULL
        AND (later.last_day > r.last_day OR (later.last_day = r.last_day AND later.months > r.months))));
