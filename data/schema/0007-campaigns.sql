-- 0007-campaigns.sql: campaigns: homes to be reached by a day, each with what came of
-- it; who of the staff is a woman; how evenly a plan of routes is shared.

CREATE TABLE campaign (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL,
  from_on            TEXT NOT NULL,
  until_on           TEXT,
  is_closed          INTEGER NOT NULL DEFAULT 0,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- A home of a campaign. state: as somebody marked it; 0: as its visits say.
CREATE TABLE campaign_door (
  id                 BLOB NOT NULL PRIMARY KEY,
  campaign_id        BLOB NOT NULL REFERENCES campaign (id),
  door_id            BLOB NOT NULL,
  state              INTEGER NOT NULL DEFAULT 0,
  done_on            TEXT,
  staff_name         TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE INDEX campaign_door_campaign ON campaign_door (campaign_id);

ALTER TABLE staff ADD COLUMN sex INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_plan ADD COLUMN balance REAL;
