-- The first schema: from the community down to the person, and the daily work.
-- A released script never changes (tests/core/store holds its checksum).
--
-- Every record: `id` a UUID (version 7, 16 bytes), the three actions that made,
-- last changed and removed it (journal_action: who, when, why); no rowid ever
-- leaves the store. Days are local ISO dates, times UTC ISO-8601.

CREATE TABLE journal_action (
  number      INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  happened_at TEXT NOT NULL,
  kind        TEXT NOT NULL,
  subject     TEXT,
  by          TEXT,
  first_change INTEGER,                     -- its changes stand together
  last_change INTEGER,
  n_changes   INTEGER NOT NULL DEFAULT 0,
  is_undone   INTEGER NOT NULL DEFAULT 0, -- 1: can be done again, 2: left behind
  is_trimmed  INTEGER NOT NULL DEFAULT 0, -- its changes are no longer kept
  hash        BLOB
);

-- One row a changed record: `before` is the record as it was (JSON; bytes in
-- hexadecimal), `after` is written when the change is undone, so that it can be
-- done again. New records stand together, one row a kind: `record` is the least
-- of their keys, `n_rows` how many they are; they are those of the kind whose
-- created_action is the action.
CREATE TABLE journal_change (
  number   INTEGER PRIMARY KEY,
  action   INTEGER NOT NULL,
  relation TEXT NOT NULL,
  record   BLOB NOT NULL,
  n_rows   INTEGER NOT NULL DEFAULT 1,
  before   TEXT,
  after    TEXT
);

-- New records whose action is undone, as they were, until it is done again or
-- left behind.
CREATE TABLE journal_redo (
  number   INTEGER PRIMARY KEY,
  action   INTEGER NOT NULL,
  relation TEXT NOT NULL,
  row      TEXT NOT NULL
);
CREATE INDEX journal_redo_action ON journal_redo (action, relation);

CREATE TABLE community (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT,
  code               TEXT,
  founded_on         TEXT,
  address            TEXT,
  phone              TEXT,
  stated_area_m2     REAL,
  stated_households  INTEGER NOT NULL DEFAULT 0,
  stated_persons     INTEGER NOT NULL DEFAULT 0,
  is_sample          INTEGER NOT NULL DEFAULT 0,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE grid (
  id                 BLOB NOT NULL PRIMARY KEY,
  parent_id          BLOB,
  level_name         TEXT,
  number             INTEGER NOT NULL DEFAULT 0,
  name               TEXT,
  code               TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE compound (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT,
  old_names          TEXT,
  property_mode      TEXT,
  property_company   TEXT,
  property_phone     TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE building (
  id                 BLOB NOT NULL PRIMARY KEY,
  compound_id        BLOB REFERENCES compound (id),
  grid_id            BLOB REFERENCES grid (id),
  label              TEXT,
  name               TEXT,
  levels_above       INTEGER NOT NULL DEFAULT 0,
  has_elevator       INTEGER NOT NULL DEFAULT 0,
  doors_reversed     INTEGER NOT NULL DEFAULT 0,
  built_year         INTEGER NOT NULL DEFAULT 0,
  access_note        TEXT,
  source_ref         TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE entrance (
  id                 BLOB NOT NULL PRIMARY KEY,
  building_id        BLOB NOT NULL REFERENCES building (id),
  label              TEXT,
  ordinal            INTEGER NOT NULL DEFAULT 0,
  has_elevator       INTEGER NOT NULL DEFAULT 0,
  access_note        TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE level (
  id                 BLOB NOT NULL PRIMARY KEY,
  building_id        BLOB NOT NULL REFERENCES building (id),
  ordinal            INTEGER NOT NULL DEFAULT 0,
  label              TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE door (
  id                 BLOB NOT NULL PRIMARY KEY,
  building_id        BLOB NOT NULL REFERENCES building (id),
  entrance_id        BLOB REFERENCES entrance (id),
  ordinal            INTEGER NOT NULL DEFAULT 0,
  stack              INTEGER NOT NULL DEFAULT 0,
  span               INTEGER NOT NULL DEFAULT 0,
  label              TEXT NOT NULL,
  kind               INTEGER NOT NULL DEFAULT 0,
  area_m2            REAL,
  owner_name         TEXT,
  owner_phone        TEXT,
  merged_into_id     BLOB,
  verified_on        TEXT,
  note               TEXT,
  last_contact_on    TEXT,
  last_visit_on      TEXT,
  open_issues        INTEGER NOT NULL DEFAULT 0,
  issue_due_on       TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE map_feature (
  id                 BLOB NOT NULL PRIMARY KEY,
  kind               INTEGER NOT NULL DEFAULT 0,
  subkind            TEXT,
  name               TEXT,
  phone              TEXT,
  opening_hours      TEXT,
  source_ref         TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE household (
  id                 BLOB NOT NULL PRIMARY KEY,
  door_id            BLOB NOT NULL REFERENCES door (id),
  number             TEXT,
  tenure             INTEGER NOT NULL DEFAULT 0,
  empty_reason       TEXT,
  live_address       TEXT,
  hukou_code         TEXT,
  class_override     INTEGER NOT NULL DEFAULT 0,
  class_reason       TEXT,
  since_on           TEXT,
  until_on           TEXT,
  verified_on        TEXT,
  note               TEXT,
  last_contact_on    TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE person (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT,
  initials           TEXT,
  sex                INTEGER NOT NULL DEFAULT 0,
  born_on            TEXT,
  id_number          TEXT,
  phone              TEXT,
  ethnic             TEXT,
  hukou_code         TEXT,
  education          TEXT,
  employer           TEXT,
  died_on            TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE membership (
  id                 BLOB NOT NULL PRIMARY KEY,
  person_id          BLOB NOT NULL REFERENCES person (id),
  household_id       BLOB NOT NULL REFERENCES household (id),
  relation           TEXT,
  is_head            INTEGER NOT NULL DEFAULT 0,
  is_registered      INTEGER NOT NULL DEFAULT 0,
  is_resident        INTEGER NOT NULL DEFAULT 0,
  from_on            TEXT,
  until_on           TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE category (
  id                 BLOB NOT NULL PRIMARY KEY,
  code               TEXT NOT NULL,
  glyph              TEXT,
  name               TEXT,
  colour             TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  tier               INTEGER NOT NULL DEFAULT 0,
  cadence_days       INTEGER NOT NULL DEFAULT 0,
  is_derived         INTEGER NOT NULL DEFAULT 0,
  is_restricted      INTEGER NOT NULL DEFAULT 0,
  valid_from         TEXT,
  valid_to           TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE person_category (
  id                 BLOB NOT NULL PRIMARY KEY,
  person_id          BLOB NOT NULL REFERENCES person (id),
  category_id        BLOB NOT NULL REFERENCES category (id),
  grade              TEXT,
  evidence           TEXT,
  valid_from         TEXT,
  valid_to           TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE visit (
  id                 BLOB NOT NULL PRIMARY KEY,
  door_id            BLOB NOT NULL REFERENCES door (id),
  household_id       BLOB REFERENCES household (id),
  staff_id           BLOB,
  visited_on         TEXT NOT NULL,
  outcome            INTEGER NOT NULL DEFAULT 0,
  purposes           TEXT,
  note               TEXT,
  next_on            TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE issue_kind (
  id                 BLOB NOT NULL PRIMARY KEY,
  parent_id          BLOB,
  code               TEXT,
  name               TEXT,
  unit               TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  due_days           INTEGER NOT NULL DEFAULT 0,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE issue (
  id                 BLOB NOT NULL PRIMARY KEY,
  number             TEXT,
  kind_id            BLOB REFERENCES issue_kind (id),
  title              TEXT,
  description        TEXT,
  source             TEXT,
  tier               TEXT,
  status             INTEGER NOT NULL DEFAULT 0,
  door_id            BLOB REFERENCES door (id),
  entrance_id        BLOB REFERENCES entrance (id),
  building_id        BLOB REFERENCES building (id),
  staff_id           BLOB,
  department         TEXT,
  quantity           REAL,
  reported_on        TEXT,
  due_on             TEXT,
  closed_on          TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE TABLE issue_event (
  id                 BLOB NOT NULL PRIMARY KEY,
  issue_id           BLOB NOT NULL REFERENCES issue (id),
  happened_at        TEXT,
  step               TEXT,
  from_status        INTEGER NOT NULL DEFAULT 0,
  to_status          INTEGER NOT NULL DEFAULT 0,
  staff_id           BLOB,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE staff (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT,
  kind               TEXT,
  phone              TEXT,
  is_active          INTEGER NOT NULL DEFAULT 0,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE duty (
  id                 BLOB NOT NULL PRIMARY KEY,
  staff_id           BLOB,
  grid_id            BLOB REFERENCES grid (id),
  role               TEXT,
  from_on            TEXT,
  until_on           TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE import_batch (
  id                 BLOB NOT NULL PRIMARY KEY,
  source             TEXT,
  kind               TEXT,
  rows_read          INTEGER NOT NULL DEFAULT 0,
  rows_imported      INTEGER NOT NULL DEFAULT 0,
  rows_refused       INTEGER NOT NULL DEFAULT 0,
  imported_at        TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE attachment (
  id                 BLOB NOT NULL PRIMARY KEY,
  owner_id           BLOB,
  name               TEXT,
  media_type         TEXT,
  sha256             TEXT,
  size               INTEGER NOT NULL DEFAULT 0,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE setting (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT,
  value              TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- Shapes (SpatiaLite); multi kinds throughout, so that one column takes all.
SELECT AddGeometryColumn ('community', 'boundary', 4490, 'MULTIPOLYGON', 'XY');
SELECT AddGeometryColumn ('grid', 'boundary', 4490, 'MULTIPOLYGON', 'XY');
SELECT AddGeometryColumn ('compound', 'boundary', 4490, 'MULTIPOLYGON', 'XY');
SELECT AddGeometryColumn ('building', 'footprint', 4490, 'MULTIPOLYGON', 'XY');
SELECT AddGeometryColumn ('entrance', 'place', 4490, 'MULTIPOINT', 'XY');
SELECT AddGeometryColumn ('map_feature', 'shape', 4490, 'GEOMETRY', 'XY');
SELECT AddGeometryColumn ('issue', 'place', 4490, 'MULTIPOINT', 'XY');
SELECT CreateSpatialIndex ('grid', 'boundary');
SELECT CreateSpatialIndex ('building', 'footprint');
SELECT CreateSpatialIndex ('map_feature', 'shape');

CREATE INDEX person_category_person ON person_category (person_id);
CREATE INDEX visit_door ON visit (door_id, visited_on);
CREATE INDEX visit_household ON visit (household_id, visited_on);
CREATE INDEX issue_door ON issue (door_id);
CREATE INDEX issue_number ON issue (number);
CREATE INDEX issue_event_issue ON issue_event (issue_id);
CREATE INDEX attachment_owner ON attachment (owner_id);

-- What a style or a list needs is kept on the row (contacts are outcomes 0, 1).

CREATE TRIGGER visit_keep_insert AFTER INSERT ON visit WHEN NEW.deleted_action IS NULL BEGIN
  UPDATE door SET last_visit_on = NEW.visited_on
  WHERE id = NEW.door_id AND coalesce (last_visit_on, '') < NEW.visited_on;
  UPDATE door SET last_contact_on = NEW.visited_on
  WHERE id = NEW.door_id AND NEW.outcome <= 1 AND coalesce (last_contact_on, '') < NEW.visited_on;
  UPDATE household SET last_contact_on = NEW.visited_on
  WHERE id = NEW.household_id AND NEW.outcome <= 1 AND coalesce (last_contact_on, '') < NEW.visited_on;
END;

CREATE TRIGGER issue_keep_insert AFTER INSERT ON issue WHEN NEW.door_id IS NOT NULL BEGIN
  UPDATE door SET
    open_issues = (SELECT count (*) FROM issue WHERE door_id = NEW.door_id AND status < 5 AND deleted_action IS NULL),
    issue_due_on = (SELECT min (due_on) FROM issue WHERE door_id = NEW.door_id AND status < 5 AND deleted_action IS NULL)
  WHERE id = NEW.door_id;
END;

CREATE TRIGGER visit_keep_update_old AFTER UPDATE ON visit BEGIN
  UPDATE door SET
    last_visit_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND deleted_action IS NULL),
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND outcome <= 1 AND deleted_action IS NULL)
  WHERE id = OLD.door_id;
  UPDATE household SET
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome <= 1 AND deleted_action IS NULL)
  WHERE id = OLD.household_id;
END;

CREATE TRIGGER issue_keep_update_old AFTER UPDATE ON issue WHEN OLD.door_id IS NOT NULL BEGIN
  UPDATE door SET
    open_issues = (SELECT count (*) FROM issue WHERE door_id = OLD.door_id AND status < 5 AND deleted_action IS NULL),
    issue_due_on = (SELECT min (due_on) FROM issue WHERE door_id = OLD.door_id AND status < 5 AND deleted_action IS NULL)
  WHERE id = OLD.door_id;
END;

CREATE TRIGGER visit_keep_update_new AFTER UPDATE ON visit BEGIN
  UPDATE door SET
    last_visit_on = (SELECT max (visited_on) FROM visit WHERE door_id = NEW.door_id AND deleted_action IS NULL),
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE door_id = NEW.door_id AND outcome <= 1 AND deleted_action IS NULL)
  WHERE id = NEW.door_id;
  UPDATE household SET
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome <= 1 AND deleted_action IS NULL)
  WHERE id = NEW.household_id;
END;

CREATE TRIGGER issue_keep_update_new AFTER UPDATE ON issue WHEN NEW.door_id IS NOT NULL BEGIN
  UPDATE door SET
    open_issues = (SELECT count (*) FROM issue WHERE door_id = NEW.door_id AND status < 5 AND deleted_action IS NULL),
    issue_due_on = (SELECT min (due_on) FROM issue WHERE door_id = NEW.door_id AND status < 5 AND deleted_action IS NULL)
  WHERE id = NEW.door_id;
END;

CREATE TRIGGER visit_keep_delete AFTER DELETE ON visit BEGIN
  UPDATE door SET
    last_visit_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND deleted_action IS NULL),
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND outcome <= 1 AND deleted_action IS NULL)
  WHERE id = OLD.door_id;
  UPDATE household SET
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome <= 1 AND deleted_action IS NULL)
  WHERE id = OLD.household_id;
END;

CREATE TRIGGER issue_keep_delete AFTER DELETE ON issue WHEN OLD.door_id IS NOT NULL BEGIN
  UPDATE door SET
    open_issues = (SELECT count (*) FROM issue WHERE door_id = OLD.door_id AND status < 5 AND deleted_action IS NULL),
    issue_due_on = (SELECT min (due_on) FROM issue WHERE door_id = OLD.door_id AND status < 5 AND deleted_action IS NULL)
  WHERE id = OLD.door_id;
END;
