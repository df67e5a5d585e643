-- 0006-visit-plans.sql: visit routes that were planned: who goes on which day, the
-- doors in their order, what came of each. Times are seconds of the day.

CREATE TABLE visit_plan (
  id                 BLOB NOT NULL PRIMARY KEY,
  number             TEXT NOT NULL,
  from_on            TEXT NOT NULL,
  n_days             INTEGER NOT NULL DEFAULT 1,
  grid               INTEGER NOT NULL DEFAULT 0,
  is_closed          INTEGER NOT NULL DEFAULT 0,
  is_open_ended      INTEGER NOT NULL DEFAULT 0,
  has_no_lunch       INTEGER NOT NULL DEFAULT 0,
  start_x            REAL,
  start_y            REAL,
  seed               INTEGER NOT NULL DEFAULT 1,
  made_at            TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE visit_plan_worker (
  id                 BLOB NOT NULL PRIMARY KEY,
  plan_id            BLOB NOT NULL REFERENCES visit_plan (id),
  position           INTEGER NOT NULL DEFAULT 0,
  staff_id           BLOB,
  name               TEXT,
  sex                INTEGER NOT NULL DEFAULT 0,
  n_people           INTEGER NOT NULL DEFAULT 1,
  from_minute        INTEGER NOT NULL DEFAULT 0,
  to_minute          INTEGER NOT NULL DEFAULT 0,
  start_x            REAL,
  start_y            REAL,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- A door of the plan: on a worker's day at a position, or missed with a reason.
CREATE TABLE visit_plan_stop (
  id                 BLOB NOT NULL PRIMARY KEY,
  plan_id            BLOB NOT NULL REFERENCES visit_plan (id),
  door_id            BLOB NOT NULL,
  worker             INTEGER NOT NULL DEFAULT -1,
  day                TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  minutes            INTEGER NOT NULL DEFAULT 0,
  must               INTEGER NOT NULL DEFAULT -1,
  windows            TEXT,
  pin                INTEGER NOT NULL DEFAULT -1,
  way                INTEGER NOT NULL DEFAULT 0,
  arrival            INTEGER NOT NULL DEFAULT 0,
  begins             INTEGER NOT NULL DEFAULT 0,
  ends               INTEGER NOT NULL DEFAULT 0,
  reason             TEXT,
  outcome            INTEGER NOT NULL DEFAULT -1,
  visit_id           BLOB,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE INDEX visit_plan_worker_plan ON visit_plan_worker (plan_id);
CREATE INDEX visit_plan_stop_plan ON visit_plan_stop (plan_id);
