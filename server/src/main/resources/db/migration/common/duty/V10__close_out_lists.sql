-- V10__close_out_lists.sql: lists of what is to be struck off, item by item, each in somebody's name, with the percentages
-- that are wanted by a day.
CREATE TABLE close_out_list (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  name varchar(200) NOT NULL,
  -- The sentence of a plan that asks for it; none where it comes from elsewhere.
  duty_id uuid REFERENCES duty,
  version integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX close_out_list_by_region ON close_out_list (region_code);
CREATE INDEX close_out_list_by_duty ON close_out_list (duty_id);

CREATE TABLE close_out_milestone (
  list_id uuid NOT NULL REFERENCES close_out_list ON DELETE CASCADE,
  due_day date NOT NULL,
  percent integer NOT NULL,
  PRIMARY KEY (list_id, due_day)
);

CREATE TABLE close_out_item (
  id uuid PRIMARY KEY,
  list_id uuid NOT NULL REFERENCES close_out_list,
  item_number varchar(40) NOT NULL,
  -- Puts items in the order of their numbers: 2 before 10.
  sort_key varchar(400) NOT NULL,
  task text NOT NULL,
  place varchar(300) NOT NULL,
  organisation_id uuid NOT NULL,
  organisation_region varchar(12),
  person varchar(50) NOT NULL,
  telephone varchar(50) NOT NULL,
  due_day date NOT NULL,
  measures text NOT NULL,
  item_state varchar(20) NOT NULL,
  -- What was said when it was last submitted, with ids of evidence divided by commas.
  words text NOT NULL,
  files text NOT NULL,
  -- By whom and how it was told, where somebody wrote it down for the organisation.
  told_by varchar(200) NOT NULL,
  -- Why it was given back or opened again, until it is submitted anew.
  back_reason varchar(200) NOT NULL,
  submitted boolean NOT NULL,
  struck_off_on date,
  reopened integer NOT NULL,
  version integer NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (list_id, item_number)
);
CREATE INDEX close_out_item_in_order ON close_out_item (list_id, sort_key);
CREATE INDEX close_out_item_by_organisation ON close_out_item (organisation_id, item_state);

-- Everything that was done with a list and its items. Names an item by id and number without a foreign key: what was done
-- outlives an item that was taken off.
CREATE TABLE close_out_change (
  list_id uuid NOT NULL REFERENCES close_out_list ON DELETE CASCADE,
  ordinal integer NOT NULL,
  -- None where the list itself was changed.
  item_id uuid,
  item_number varchar(40) NOT NULL,
  -- Of the item, or of the list, after the change.
  version integer NOT NULL,
  what varchar(20) NOT NULL,
  field varchar(20) NOT NULL,
  before_text text NOT NULL,
  after_text text NOT NULL,
  words text NOT NULL,
  files text NOT NULL,
  told_by varchar(200) NOT NULL,
  why varchar(300) NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (list_id, ordinal)
);
CREATE INDEX close_out_change_by_item ON close_out_change (item_id, version);
