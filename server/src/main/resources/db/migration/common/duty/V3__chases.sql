-- V3__chases.sql: that somebody was reminded of a round-up, by what way and in which words.
CREATE TABLE chase (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round_up,
  organisation_id uuid NOT NULL,
  way varchar(20) NOT NULL,
  body text NOT NULL,
  changed_by_name varchar(100) NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX chase_by_round ON chase (round_id, organisation_id);
