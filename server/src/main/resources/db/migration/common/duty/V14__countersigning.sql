-- V14__countersigning.sql: the other organisations of a sentence are asked to countersign what one of them reports on it
-- (会签). What was signed is held against what the line says: said anew, it waits to be signed anew.
CREATE TABLE countersign (
  id uuid PRIMARY KEY,
  line_id uuid NOT NULL REFERENCES report_line ON DELETE CASCADE,
  -- Who is asked, as it was called then.
  organisation_id uuid NOT NULL,
  organisation_name varchar(200) NOT NULL,
  organisation_region varchar(12),
  sign_state varchar(20) NOT NULL,
  -- Who asked last, and when.
  asked_by_name varchar(100) NOT NULL,
  asked_at timestamp(6) with time zone NOT NULL,
  UNIQUE (line_id, organisation_id)
);
CREATE INDEX countersign_by_organisation ON countersign (organisation_id, sign_state);
CREATE INDEX countersign_by_region ON countersign (organisation_region, sign_state);

-- Everything that was done with it.
CREATE TABLE countersign_step (
  countersign_id uuid NOT NULL REFERENCES countersign ON DELETE CASCADE,
  ordinal integer NOT NULL,
  what varchar(20) NOT NULL,
  -- What was objected, or said beside agreeing.
  words text NOT NULL,
  -- By whom and how it was told, where somebody wrote it down for the organisation.
  told_by varchar(200) NOT NULL,
  -- Of the line, when it was done.
  line_version integer NOT NULL,
  done_by_name varchar(100) NOT NULL,
  done_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (countersign_id, ordinal)
);
