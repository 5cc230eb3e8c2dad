-- V9__returned_table.sql: tables of work that came back and were taken, with what each did to which item, so that an
-- import can be undone as one.
CREATE TABLE table_import (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  file_name varchar(255) NOT NULL,
  imported_by_name varchar(100) NOT NULL,
  imported_at timestamp(6) with time zone NOT NULL,
  undone_by_name varchar(100),
  undone_at timestamp(6) with time zone
);
CREATE INDEX table_import_by_plan ON table_import (plan_id);

-- What became of one item: its code, the texts that were replaced, by column, as JSON, and the version that was left.
-- The item is not referred to: an import is history, also where the item has gone for good.
CREATE TABLE table_import_item (
  import_id uuid NOT NULL REFERENCES table_import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  item_id uuid NOT NULL,
  code varchar(40) NOT NULL,
  effect varchar(20) NOT NULL,
  replaced text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (import_id, ordinal)
);
