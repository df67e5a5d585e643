-- 0003-overlays.sql: layers of one's own over the map: areas of duty, of fire
-- watch, of demolition.

CREATE TABLE overlay (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT,
  colour             TEXT,
  is_shown           INTEGER NOT NULL DEFAULT 1,
  opacity            REAL,
  label_column       TEXT,
  source             TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE overlay_shape (
  id                 BLOB NOT NULL PRIMARY KEY,
  overlay_id         BLOB NOT NULL REFERENCES overlay (id),
  label              TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
);

CREATE INDEX overlay_shape_overlay ON overlay_shape (overlay_id);

SELECT AddGeometryColumn ('overlay_shape', 'shape', 4490, 'GEOMETRY', 'XY');
