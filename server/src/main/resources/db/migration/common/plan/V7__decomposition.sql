-- V7__decomposition.sql: the work that plans break down into, the documents that bring further work, and the rounds in
-- which organisations comment on what they are to do. Rows name tasks, actions and obligations by their ids without a
-- foreign key: work outlives the correction or the removal of the sentence that it came from.

-- A notice, a meeting's decision or an inspection's finding. Its code begins the codes of its work.
CREATE TABLE work_source (
  id uuid PRIMARY KEY,
  region_code varchar(12) NOT NULL,
  plan_id uuid REFERENCES plan ON DELETE SET NULL,
  code varchar(20) NOT NULL,
  kind varchar(20) NOT NULL,
  title varchar(300) NOT NULL,
  document_number varchar(300) NOT NULL,
  issuer varchar(300) NOT NULL,
  issued_on date,
  text text NOT NULL,
  version integer NOT NULL,
  created_by_name varchar(100) NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (region_code, code)
);
CREATE INDEX work_source_by_plan ON work_source (plan_id);

-- An item belongs to a plan, or to a source and through it to the source's plan; owner_id is that of the two which is
-- set. A removed item stays, so that its code is never given again and its removal can be undone. Years and milestones
-- are JSON. The parent is an item of the same owner.
CREATE TABLE work_item (
  id uuid PRIMARY KEY,
  plan_id uuid REFERENCES plan ON DELETE CASCADE,
  source_id uuid REFERENCES work_source ON DELETE CASCADE,
  owner_id uuid NOT NULL,
  code varchar(40) NOT NULL,
  task_id uuid,
  action_id uuid,
  obligation_id uuid,
  parent_id uuid,
  heading text NOT NULL,
  task_text text NOT NULL,
  sentence text NOT NULL,
  organisation varchar(200) NOT NULL,
  item_role varchar(20) NOT NULL,
  work text NOT NULL,
  standard text NOT NULL,
  deadline text,
  years text NOT NULL,
  milestones text NOT NULL,
  deliverables text NOT NULL,
  leader text NOT NULL,
  person text NOT NULL,
  liaison text NOT NULL,
  telephone text NOT NULL,
  version integer NOT NULL,
  removed boolean NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  UNIQUE (owner_id, code)
);
CREATE INDEX work_item_by_plan ON work_item (plan_id);
CREATE INDEX work_item_by_source ON work_item (source_id);

-- A round in which the organisations of a plan are asked what they think of their items. A closed one changes no more.
CREATE TABLE comment_round (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  number integer NOT NULL,
  closes_on date NOT NULL,
  opened_by_name varchar(100) NOT NULL,
  opened_at timestamp(6) with time zone NOT NULL,
  closed_by_name varchar(100),
  closed_at timestamp(6) with time zone,
  UNIQUE (plan_id, number)
);

-- Who is asked; answered once something came back, be it that there is nothing to say.
CREATE TABLE comment_request (
  round_id uuid NOT NULL REFERENCES comment_round ON DELETE CASCADE,
  organisation varchar(200) NOT NULL,
  answered_by_name varchar(100),
  answered_at timestamp(6) with time zone,
  PRIMARY KEY (round_id, organisation)
);

-- What an organisation says of an item, or of the whole where no item is named, and what became of it.
CREATE TABLE item_comment (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES comment_round ON DELETE CASCADE,
  ordinal integer NOT NULL,
  organisation varchar(200) NOT NULL,
  item_id uuid REFERENCES work_item ON DELETE CASCADE,
  opinion text NOT NULL,
  proposed text NOT NULL,
  received_by_name varchar(100) NOT NULL,
  received_at timestamp(6) with time zone NOT NULL,
  decision varchar(20),
  reason text NOT NULL,
  changed_column varchar(20),
  before_text text NOT NULL,
  after_text text NOT NULL,
  decided_by_name varchar(100),
  decided_at timestamp(6) with time zone,
  version integer NOT NULL,
  UNIQUE (round_id, ordinal)
);
