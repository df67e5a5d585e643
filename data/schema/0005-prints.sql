-- 0005-prints.sql: the register of what was printed: which sheet, how many
-- copies, for whom and why, and which came back.

CREATE TABLE print_job (
  id                 BLOB NOT NULL PRIMARY KEY,
  number             TEXT NOT NULL,
  sheet              TEXT NOT NULL,
  scope              TEXT,
  paper              TEXT,
  medium             TEXT,
  is_public          INTEGER NOT NULL DEFAULT 0,
  has_names          INTEGER NOT NULL DEFAULT 0,
  first_copy         INTEGER NOT NULL DEFAULT 1,
  copies             INTEGER NOT NULL DEFAULT 1,
  pages              INTEGER NOT NULL DEFAULT 1,
  purpose            TEXT,
  maker              TEXT,
  receiver           TEXT,
  printed_at         TEXT NOT NULL,
  returned           INTEGER NOT NULL DEFAULT 0,
  returned_on        TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;
