-- V6__superior_forms.sql: forms that come from above, what fills their cells, and each filling with its values.
CREATE TABLE superior_form (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  form_name varchar(200) NOT NULL,
  -- The length of the periods that it reports on.
  months integer NOT NULL,
  -- Put away: in no list of what is to be filled any more.
  in_use boolean NOT NULL,
  version integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX superior_form_by_region ON superior_form (region_code);

-- A form as it came in; the latest is the one that is filled.
CREATE TABLE superior_form_edition (
  id uuid PRIMARY KEY,
  form_id uuid NOT NULL REFERENCES superior_form,
  ordinal integer NOT NULL,
  file_name varchar(255) NOT NULL,
  document_id uuid NOT NULL,
  -- What fills its cells, in the JSON in which it travels.
  mapping text NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (form_id, ordinal)
);

CREATE TABLE superior_form_filling (
  id uuid PRIMARY KEY,
  form_id uuid NOT NULL REFERENCES superior_form,
  edition_id uuid NOT NULL REFERENCES superior_form_edition,
  first_day date NOT NULL,
  file_name varchar(255) NOT NULL,
  document_id uuid NOT NULL,
  cells integer NOT NULL,
  warnings integer NOT NULL,
  faults integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX superior_form_filling_by_form ON superior_form_filling (form_id, first_day);

-- What was written, by what is mapped: a cell may move when the form comes anew.
CREATE TABLE superior_form_value (
  filling_id uuid NOT NULL REFERENCES superior_form_filling,
  ordinal integer NOT NULL,
  mapped_id uuid NOT NULL,
  -- Of which duty or organisation, where a column has one row for each; empty otherwise.
  row_key varchar(40) NOT NULL,
  place varchar(100) NOT NULL,
  written text NOT NULL,
  PRIMARY KEY (filling_id, ordinal)
);
