-- V17__files_that_prove.sql: which files hang on reports and items now, so that one finds what a file proves. A row for each
-- of the ids that report_line and close_out_item keep in their order, 36 characters and a comma each, at most 50.
CREATE TABLE report_line_file (
  line_id uuid NOT NULL REFERENCES report_line ON DELETE CASCADE,
  evidence_id uuid NOT NULL,
  PRIMARY KEY (line_id, evidence_id)
);
CREATE INDEX report_line_file_by_file ON report_line_file (evidence_id);

CREATE TABLE close_out_item_file (
  item_id uuid NOT NULL REFERENCES close_out_item ON DELETE CASCADE,
  evidence_id uuid NOT NULL,
  PRIMARY KEY (item_id, evidence_id)
);
CREATE INDEX close_out_item_file_by_file ON close_out_item_file (evidence_id);

INSERT INTO report_line_file (line_id, evidence_id)
SELECT DISTINCT line.id, CAST(substring(line.files FROM 37 * counted.place + 1 FOR 36) AS uuid)
FROM report_line line JOIN (
  VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
    (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38), (39), (40),
    (41), (42), (43), (44), (45), (46), (47), (48), (49)
) AS counted(place) ON 37 * counted.place < char_length(line.files);

INSERT INTO close_out_item_file (item_id, evidence_id)
SELECT DISTINCT item.id, CAST(substring(item.files FROM 37 * counted.place + 1 FOR 36) AS uuid)
FROM close_out_item item JOIN (
  VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
    (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38), (39), (40),
    (41), (42), (43), (44), (45), (46), (47), (48), (49)
) AS counted(place) ON 37 * counted.place < char_length(item.files);
