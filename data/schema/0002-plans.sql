-- 0002-plans.sql: floor plans, what is drawn on them, what is noted; the bytes
-- of attachments. Shapes lie in metres of their plan: WKB, no reference system.

CREATE TABLE floor_plan (
  id                 BLOB NOT NULL PRIMARY KEY,
  building_id        BLOB NOT NULL REFERENCES building (id),
  name               TEXT,
  levels             TEXT,
  kind               INTEGER NOT NULL DEFAULT 0,
  position           INTEGER NOT NULL DEFAULT 0,
  placement          TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE plan_drawing (
  id                 BLOB NOT NULL PRIMARY KEY,
  plan_id            BLOB NOT NULL REFERENCES floor_plan (id),
  attachment_id      BLOB REFERENCES attachment (id),
  name               TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  scale              REAL,
  angle              REAL,
  x                  REAL,
  y                  REAL,
  opacity            REAL,
  hidden_layers      TEXT,
  dimmed_layers      TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE plan_element (
  id                 BLOB NOT NULL PRIMARY KEY,
  plan_id            BLOB NOT NULL REFERENCES floor_plan (id),
  kind               INTEGER NOT NULL DEFAULT 0,
  entrance_id        BLOB REFERENCES entrance (id),
  stack              INTEGER NOT NULL DEFAULT 0,
  door_id            BLOB REFERENCES door (id),
  shape              BLOB,
  label              TEXT,
  size               REAL,
  angle              REAL,
  source_ref         TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE annotation (
  id                 BLOB NOT NULL PRIMARY KEY,
  kind               INTEGER NOT NULL DEFAULT 0,
  building_id        BLOB NOT NULL REFERENCES building (id),
  entrance_id        BLOB REFERENCES entrance (id),
  door_id            BLOB REFERENCES door (id),
  ordinal            INTEGER NOT NULL DEFAULT 0,
  space              TEXT,
  text               TEXT,
  shape              BLOB,
  attachment_id      BLOB REFERENCES attachment (id),
  issue_id           BLOB,
  staff_id           BLOB,
  noted_on           TEXT,
  settled_on         TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- Bytes are kept once, by what they are, and never change.
CREATE TABLE attachment_content (
  sha256  TEXT NOT NULL PRIMARY KEY,
  content BLOB NOT NULL
);

CREATE INDEX floor_plan_building ON floor_plan (building_id);
CREATE INDEX plan_drawing_plan ON plan_drawing (plan_id);
CREATE INDEX plan_element_plan ON plan_element (plan_id);
CREATE INDEX annotation_building ON annotation (building_id);
