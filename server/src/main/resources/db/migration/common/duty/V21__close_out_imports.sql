-- V21__close_out_imports.sql: the items that came onto a close-out list with one table can be taken off it together. Those
-- that came before stand in no import.
CREATE TABLE close_out_import (
  id uuid PRIMARY KEY,
  list_id uuid NOT NULL REFERENCES close_out_list ON DELETE CASCADE,
  file_name varchar(200) NOT NULL,
  -- How many items it brought.
  items integer NOT NULL,
  imported_by_name varchar(100) NOT NULL,
  imported_at timestamp(6) with time zone NOT NULL,
  -- How many it took off again when it was taken back; none of these while it is not.
  removed integer,
  taken_back_by_name varchar(100),
  taken_back_at timestamp(6) with time zone,
  taken_back_reason varchar(200)
);
CREATE INDEX close_out_import_by_list ON close_out_import (list_id);

ALTER TABLE close_out_item ADD COLUMN import_id uuid REFERENCES close_out_import;
CREATE INDEX close_out_item_by_import ON close_out_item (import_id);
