-- V16__at_a_glance.sql: what homes and lists count is read from these alone, without looking up each duty and each line.
CREATE INDEX duty_at_a_glance ON duty (awake, open_day, ended_reason, reports, acceptance, region_code, organisation_region,
  organisation_id, handed_by, source_id);
DROP INDEX report_line_by_organisation;
CREATE INDEX report_line_by_organisation ON report_line (organisation_id, round_id, line_status, sort_key);

-- Since when the report of an organisation that waits longest in a round-up has waited to be looked at.
ALTER TABLE round_count ADD COLUMN waiting_since timestamp(6) with time zone;

UPDATE round_count SET waiting_since = (
  SELECT min(l.changed_at) FROM report_line l
  WHERE l.round_id = round_count.round_id AND l.organisation_id = round_count.organisation_id
    AND l.line_status = 'REPORTED');
