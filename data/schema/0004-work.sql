-- 0004-work.sql: the working day: rules of cadence, contacts by person, the
-- flow of issues with its clocks, partners, orders of the hotline, meetings,
-- patrols, tasks. New columns of old tables may be NULL: undo brings back rows of
-- before that know nothing of them.

-- Visits

ALTER TABLE visit ADD COLUMN visited_at TEXT;
ALTER TABLE visit ADD COLUMN mode INTEGER DEFAULT 0;
ALTER TABLE visit ADD COLUMN issue_id BLOB;
ALTER TABLE visit ADD COLUMN source TEXT;
ALTER TABLE visit ADD COLUMN names_persons INTEGER DEFAULT 0;

-- Who was met or spoken of; a visit without any concerns all of the household.
CREATE TABLE visit_person (
  id                 BLOB NOT NULL PRIMARY KEY,
  visit_id           BLOB NOT NULL REFERENCES visit (id),
  person_id          BLOB NOT NULL REFERENCES person (id),
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE cadence_rule (
  id                 BLOB NOT NULL PRIMARY KEY,
  code               TEXT NOT NULL,
  name               TEXT,
  position           INTEGER NOT NULL DEFAULT 0,
  category           TEXT,
  tier               INTEGER NOT NULL DEFAULT 0,
  household_class    INTEGER NOT NULL DEFAULT 0,
  age_from           INTEGER NOT NULL DEFAULT 0,
  age_to             INTEGER NOT NULL DEFAULT 0,
  event              TEXT,
  event_within       TEXT,
  event_lasts        TEXT,
  every              TEXT,
  outcomes           INTEGER NOT NULL DEFAULT 3,
  valid_from         TEXT,
  valid_to           TEXT,
  source             TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE life_event (
  id                 BLOB NOT NULL PRIMARY KEY,
  door_id            BLOB NOT NULL REFERENCES door (id),
  household_id       BLOB REFERENCES household (id),
  person_id          BLOB REFERENCES person (id),
  kind               TEXT NOT NULL,
  happened_on        TEXT NOT NULL,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE patrol (
  id                 BLOB NOT NULL PRIMARY KEY,
  grid_id            BLOB REFERENCES grid (id),
  staff_id           BLOB,
  patrolled_on       TEXT NOT NULL,
  slot               INTEGER NOT NULL DEFAULT 0,
  begun_at           TEXT,
  ended_at           TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE day_log (
  id                 BLOB NOT NULL PRIMARY KEY,
  grid_id            BLOB REFERENCES grid (id),
  staff_id           BLOB,
  logged_on          TEXT NOT NULL,
  note               TEXT,
  confirmed_at       TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- The person file

CREATE TABLE need (
  id                 BLOB NOT NULL PRIMARY KEY,
  person_id          BLOB NOT NULL REFERENCES person (id),
  text               TEXT,
  noted_on           TEXT,
  settled_on         TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE pairing (
  id                 BLOB NOT NULL PRIMARY KEY,
  person_id          BLOB NOT NULL REFERENCES person (id),
  staff_id           BLOB,
  partner_id         BLOB,
  helper_name        TEXT,
  helper_phone       TEXT,
  kind               TEXT,
  from_on            TEXT,
  until_on           TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE service_task (
  id                 BLOB NOT NULL PRIMARY KEY,
  door_id            BLOB NOT NULL REFERENCES door (id),
  person_id          BLOB REFERENCES person (id),
  title              TEXT,
  kind               TEXT,
  recurrence         TEXT,
  first_on           TEXT NOT NULL,
  staff_id           BLOB,
  helper_name        TEXT,
  note               TEXT,
  last_done_on       TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE service (
  id                 BLOB NOT NULL PRIMARY KEY,
  door_id            BLOB NOT NULL REFERENCES door (id),
  person_id          BLOB REFERENCES person (id),
  task_id            BLOB REFERENCES service_task (id),
  staff_id           BLOB,
  kind               TEXT,
  served_on          TEXT NOT NULL,
  count              INTEGER NOT NULL DEFAULT 1,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- Issues

ALTER TABLE issue_kind ADD COLUMN reply_limit TEXT;
ALTER TABLE issue_kind ADD COLUMN close_limit TEXT;

CREATE TABLE partner (
  id                 BLOB NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL,
  kind               TEXT,
  contact            TEXT,
  phone              TEXT,
  handles            TEXT,
  is_active          INTEGER NOT NULL DEFAULT 1,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

ALTER TABLE issue ADD COLUMN state TEXT;
ALTER TABLE issue ADD COLUMN state_before TEXT;
ALTER TABLE issue ADD COLUMN reported_at TEXT;
ALTER TABLE issue ADD COLUMN reply_limit TEXT;
ALTER TABLE issue ADD COLUMN close_limit TEXT;
ALTER TABLE issue ADD COLUMN reply_due_at TEXT;
ALTER TABLE issue ADD COLUMN due_at TEXT;
ALTER TABLE issue ADD COLUMN replied_at TEXT;
ALTER TABLE issue ADD COLUMN closed_at TEXT;
ALTER TABLE issue ADD COLUMN paused_at TEXT;
ALTER TABLE issue ADD COLUMN is_postponed INTEGER DEFAULT 0;
ALTER TABLE issue ADD COLUMN merged_into_id BLOB;
ALTER TABLE issue ADD COLUMN visit_id BLOB;
ALTER TABLE issue ADD COLUMN patrol_id BLOB;
ALTER TABLE issue ADD COLUMN person_id BLOB;
ALTER TABLE issue ADD COLUMN caller TEXT;
ALTER TABLE issue ADD COLUMN caller_phone TEXT;
ALTER TABLE issue ADD COLUMN place_note TEXT;
ALTER TABLE issue ADD COLUMN partner_id BLOB;
ALTER TABLE issue ADD COLUMN finder TEXT;
ALTER TABLE issue ADD COLUMN reporter TEXT;
ALTER TABLE issue ADD COLUMN responsible TEXT;
ALTER TABLE issue ADD COLUMN solver TEXT;
ALTER TABLE issue ADD COLUMN supervisor TEXT;
ALTER TABLE issue ADD COLUMN satisfaction INTEGER DEFAULT 0;
ALTER TABLE issue ADD COLUMN next_step TEXT;
ALTER TABLE issue ADD COLUMN next_step_on TEXT;
SELECT AddGeometryColumn ('issue', 'area', 4490, 'MULTIPOLYGON', 'XY');

UPDATE issue SET state = CASE status WHEN 0 THEN 'reported' WHEN 1 THEN 'accepted' WHEN 2 THEN 'dispatched'
                                     WHEN 3 THEN 'handled' WHEN 4 THEN 'verified' ELSE 'closed' END;

ALTER TABLE issue_event ADD COLUMN from_state TEXT;
ALTER TABLE issue_event ADD COLUMN to_state TEXT;
ALTER TABLE issue_event ADD COLUMN partner_id BLOB;
ALTER TABLE issue_event ADD COLUMN other_id BLOB;
ALTER TABLE issue_event ADD COLUMN day TEXT;

DROP INDEX issue_door;
CREATE INDEX issue_of_door ON issue (door_id);

CREATE TABLE issue_door (
  id                 BLOB NOT NULL PRIMARY KEY,
  issue_id           BLOB NOT NULL REFERENCES issue (id),
  door_id            BLOB NOT NULL REFERENCES door (id),
  consent            INTEGER NOT NULL DEFAULT 0,
  share              REAL,
  paid_on            TEXT,
  note               TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE whistle (
  id                 BLOB NOT NULL PRIMARY KEY,
  issue_id           BLOB NOT NULL REFERENCES issue (id),
  partner_id         BLOB NOT NULL REFERENCES partner (id),
  called_at          TEXT,
  arrive_due_at      TEXT,
  arrived_at         TEXT,
  refused_at         TEXT,
  result             TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE notice (
  id                 BLOB NOT NULL PRIMARY KEY,
  issue_id           BLOB NOT NULL REFERENCES issue (id),
  number             TEXT,
  recipient          TEXT,
  demand             TEXT,
  issued_on          TEXT,
  due_on             TEXT,
  received_on        TEXT,
  received_by        TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE meeting (
  id                 BLOB NOT NULL PRIMARY KEY,
  kind               TEXT,
  title              TEXT,
  held_on            TEXT,
  place              TEXT,
  chair              TEXT,
  attendees          TEXT,
  note               TEXT,
  is_held            INTEGER NOT NULL DEFAULT 0,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE TABLE meeting_topic (
  id                 BLOB NOT NULL PRIMARY KEY,
  meeting_id         BLOB NOT NULL REFERENCES meeting (id),
  issue_id           BLOB REFERENCES issue (id),
  position           INTEGER NOT NULL DEFAULT 0,
  title              TEXT,
  decision           TEXT,
  votes_for          INTEGER NOT NULL DEFAULT 0,
  votes_against      INTEGER NOT NULL DEFAULT 0,
  responsible        TEXT,
  due_on             TEXT,
  done_on            TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- 12345

CREATE TABLE hotline_order (
  id                 BLOB NOT NULL PRIMARY KEY,
  number             TEXT,
  received_at        TEXT,
  kind_text          TEXT,
  kind_id            BLOB REFERENCES issue_kind (id),
  address            TEXT,
  content            TEXT,
  caller             TEXT,
  phone              TEXT,
  match              INTEGER NOT NULL DEFAULT 0,
  door_id            BLOB REFERENCES door (id),
  entrance_id        BLOB REFERENCES entrance (id),
  building_id        BLOB REFERENCES building (id),
  issue_id           BLOB REFERENCES issue (id),
  duplicate_of_id    BLOB,
  responded_at       TEXT,
  is_solved          INTEGER NOT NULL DEFAULT 0,
  is_satisfied       INTEGER NOT NULL DEFAULT 0,
  source             TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

-- Days off and weekends worked, where they differ from what is shipped.
CREATE TABLE work_day (
  id                 BLOB NOT NULL PRIMARY KEY,
  from_on            TEXT NOT NULL,
  to_on              TEXT NOT NULL,
  is_worked          INTEGER NOT NULL DEFAULT 0,
  name               TEXT,
  source             TEXT,
  created_action     INTEGER NOT NULL,
  updated_action     INTEGER NOT NULL,
  deleted_action     INTEGER
) WITHOUT ROWID;

CREATE INDEX visit_day ON visit (visited_on);
CREATE INDEX visit_person_visit ON visit_person (visit_id);
CREATE INDEX visit_person_person ON visit_person (person_id);
CREATE INDEX life_event_day ON life_event (happened_on);
CREATE INDEX patrol_day ON patrol (patrolled_on);
CREATE INDEX day_log_day ON day_log (logged_on);
CREATE INDEX need_person ON need (person_id);
CREATE INDEX pairing_person ON pairing (person_id);
CREATE INDEX service_door ON service (door_id);
CREATE INDEX service_day ON service (served_on);
CREATE INDEX issue_door_issue ON issue_door (issue_id);
CREATE INDEX issue_door_door ON issue_door (door_id);
CREATE INDEX whistle_issue ON whistle (issue_id);
CREATE INDEX notice_issue ON notice (issue_id);
CREATE INDEX meeting_topic_meeting ON meeting_topic (meeting_id);
CREATE INDEX meeting_topic_issue ON meeting_topic (issue_id);
CREATE INDEX hotline_order_issue ON hotline_order (issue_id);
CREATE INDEX hotline_order_number ON hotline_order (number);

-- The steps of an issue are appended, never rewritten; undo takes a step away as
-- a whole.
CREATE TRIGGER issue_event_append_only BEFORE UPDATE ON issue_event BEGIN
  SELECT RAISE (ABORT, 'the steps of an issue are never rewritten');
END;

-- What a style or a list needs is kept on the row: of each contact (0 met,
-- 1 phoned, 8 heard of) the last day. `whole_…` counts visits that named nobody,
-- `last_…` all.

ALTER TABLE door ADD COLUMN next_agreed_on TEXT;
ALTER TABLE household ADD COLUMN last_met_on TEXT;
ALTER TABLE household ADD COLUMN last_phoned_on TEXT;
ALTER TABLE household ADD COLUMN last_heard_on TEXT;
ALTER TABLE household ADD COLUMN whole_met_on TEXT;
ALTER TABLE household ADD COLUMN whole_phoned_on TEXT;
ALTER TABLE household ADD COLUMN whole_heard_on TEXT;
ALTER TABLE person ADD COLUMN last_met_on TEXT;
ALTER TABLE person ADD COLUMN last_phoned_on TEXT;
ALTER TABLE person ADD COLUMN last_heard_on TEXT;

DROP TRIGGER visit_keep_insert;
DROP TRIGGER visit_keep_update_old;
DROP TRIGGER visit_keep_update_new;
DROP TRIGGER visit_keep_delete;

CREATE TRIGGER visit_keep_insert AFTER INSERT ON visit WHEN NEW.deleted_action IS NULL BEGIN
  UPDATE door SET next_agreed_on = NEW.next_on
  WHERE id = NEW.door_id AND coalesce (last_visit_on, '') <= NEW.visited_on;
  UPDATE door SET last_visit_on = NEW.visited_on
  WHERE id = NEW.door_id AND coalesce (last_visit_on, '') < NEW.visited_on;
  UPDATE door SET last_contact_on = NEW.visited_on
  WHERE id = NEW.door_id AND NEW.outcome IN (0, 1, 8) AND coalesce (last_contact_on, '') < NEW.visited_on;
  UPDATE household SET
    last_contact_on = max (coalesce (last_contact_on, ''), NEW.visited_on),
    last_met_on = CASE WHEN NEW.outcome = 0 THEN max (coalesce (last_met_on, ''), NEW.visited_on) ELSE last_met_on END,
    last_phoned_on = CASE WHEN NEW.outcome = 1 THEN max (coalesce (last_phoned_on, ''), NEW.visited_on) ELSE last_phoned_on END,
    last_heard_on = CASE WHEN NEW.outcome = 8 THEN max (coalesce (last_heard_on, ''), NEW.visited_on) ELSE last_heard_on END,
    whole_met_on = CASE WHEN NEW.outcome = 0 AND coalesce (NEW.names_persons, 0) = 0 THEN max (coalesce (whole_met_on, ''), NEW.visited_on) ELSE whole_met_on END,
    whole_phoned_on = CASE WHEN NEW.outcome = 1 AND coalesce (NEW.names_persons, 0) = 0 THEN max (coalesce (whole_phoned_on, ''), NEW.visited_on) ELSE whole_phoned_on END,
    whole_heard_on = CASE WHEN NEW.outcome = 8 AND coalesce (NEW.names_persons, 0) = 0 THEN max (coalesce (whole_heard_on, ''), NEW.visited_on) ELSE whole_heard_on END
  WHERE id = NEW.household_id AND NEW.outcome IN (0, 1, 8);
END;

CREATE TRIGGER visit_keep_update_old AFTER UPDATE ON visit BEGIN
  UPDATE door SET
    last_visit_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND deleted_action IS NULL),
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND outcome IN (0, 1, 8) AND deleted_action IS NULL),
    next_agreed_on = (SELECT next_on FROM visit WHERE door_id = OLD.door_id AND deleted_action IS NULL ORDER BY visited_on DESC, id DESC LIMIT 1)
  WHERE id = OLD.door_id;
  UPDATE household SET
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome IN (0, 1, 8) AND deleted_action IS NULL),
    last_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 0 AND deleted_action IS NULL),
    last_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 1 AND deleted_action IS NULL),
    last_heard_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 8 AND deleted_action IS NULL),
    whole_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 0 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL),
    whole_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 1 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL),
    whole_heard_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 8 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL)
  WHERE id = OLD.household_id;
  UPDATE person SET
    last_met_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 0),
    last_phoned_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 1),
    last_heard_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 8)
  WHERE id IN (SELECT person_id FROM visit_person WHERE visit_id = OLD.id);
END;

CREATE TRIGGER visit_keep_update_new AFTER UPDATE ON visit
WHEN NEW.door_id <> OLD.door_id OR NEW.household_id IS NOT OLD.household_id BEGIN
  UPDATE door SET
    last_visit_on = (SELECT max (visited_on) FROM visit WHERE door_id = NEW.door_id AND deleted_action IS NULL),
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE door_id = NEW.door_id AND outcome IN (0, 1, 8) AND deleted_action IS NULL),
    next_agreed_on = (SELECT next_on FROM visit WHERE door_id = NEW.door_id AND deleted_action IS NULL ORDER BY visited_on DESC, id DESC LIMIT 1)
  WHERE id = NEW.door_id;
  UPDATE household SET
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome IN (0, 1, 8) AND deleted_action IS NULL),
    last_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome = 0 AND deleted_action IS NULL),
    last_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome = 1 AND deleted_action IS NULL),
    last_heard_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome = 8 AND deleted_action IS NULL),
    whole_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome = 0 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL),
    whole_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome = 1 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL),
    whole_heard_on = (SELECT max (visited_on) FROM visit WHERE household_id = NEW.household_id AND outcome = 8 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL)
  WHERE id = NEW.household_id;
END;

CREATE TRIGGER visit_keep_delete AFTER DELETE ON visit BEGIN
  UPDATE door SET
    last_visit_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND deleted_action IS NULL),
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE door_id = OLD.door_id AND outcome IN (0, 1, 8) AND deleted_action IS NULL),
    next_agreed_on = (SELECT next_on FROM visit WHERE door_id = OLD.door_id AND deleted_action IS NULL ORDER BY visited_on DESC, id DESC LIMIT 1)
  WHERE id = OLD.door_id;
  UPDATE household SET
    last_contact_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome IN (0, 1, 8) AND deleted_action IS NULL),
    last_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 0 AND deleted_action IS NULL),
    last_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 1 AND deleted_action IS NULL),
    last_heard_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 8 AND deleted_action IS NULL),
    whole_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 0 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL),
    whole_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 1 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL),
    whole_heard_on = (SELECT max (visited_on) FROM visit WHERE household_id = OLD.household_id AND outcome = 8 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL)
  WHERE id = OLD.household_id;
  UPDATE person SET
    last_met_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 0),
    last_phoned_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 1),
    last_heard_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 8)
  WHERE id IN (SELECT person_id FROM visit_person WHERE visit_id = OLD.id);
END;

CREATE TRIGGER visit_person_keep_insert AFTER INSERT ON visit_person BEGIN
  UPDATE person SET
    last_met_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 0),
    last_phoned_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 1),
    last_heard_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 8)
  WHERE id = NEW.person_id;
END;

CREATE TRIGGER visit_person_keep_update AFTER UPDATE ON visit_person BEGIN
  UPDATE person SET
    last_met_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 0),
    last_phoned_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 1),
    last_heard_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 8)
  WHERE id = NEW.person_id;
END;

CREATE TRIGGER visit_person_keep_delete AFTER DELETE ON visit_person BEGIN
  UPDATE person SET
    last_met_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 0),
    last_phoned_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 1),
    last_heard_on = (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id
      WHERE w.person_id = person.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 8)
  WHERE id = OLD.person_id;
END;

-- What was kept so far knew but one kind of contact.
UPDATE household SET
  last_met_on = (SELECT max (visited_on) FROM visit WHERE household_id = household.id AND outcome = 0 AND deleted_action IS NULL),
  last_phoned_on = (SELECT max (visited_on) FROM visit WHERE household_id = household.id AND outcome = 1 AND deleted_action IS NULL);
UPDATE household SET whole_met_on = last_met_on, whole_phoned_on = last_phoned_on;
UPDATE door SET next_agreed_on = (SELECT next_on FROM visit WHERE door_id = door.id AND deleted_action IS NULL ORDER BY visited_on DESC, id DESC LIMIT 1);

-- When a task was last done.
CREATE TRIGGER service_keep_insert AFTER INSERT ON service WHEN NEW.task_id IS NOT NULL BEGIN
  UPDATE service_task SET last_done_on = (SELECT max (served_on) FROM service WHERE task_id = NEW.task_id AND deleted_action IS NULL)
  WHERE id = NEW.task_id;
END;

CREATE TRIGGER service_keep_update AFTER UPDATE ON service WHEN NEW.task_id IS NOT NULL BEGIN
  UPDATE service_task SET last_done_on = (SELECT max (served_on) FROM service WHERE task_id = NEW.task_id AND deleted_action IS NULL)
  WHERE id = NEW.task_id;
END;

CREATE TRIGGER service_keep_delete AFTER DELETE ON service WHEN OLD.task_id IS NOT NULL BEGIN
  UPDATE service_task SET last_done_on = (SELECT max (served_on) FROM service WHERE task_id = OLD.task_id AND deleted_action IS NULL)
  WHERE id = OLD.task_id;
END;
