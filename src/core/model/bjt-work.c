/* bjt-work.c: the records of the daily work: which member is kept in which column. */
#include "bjt-work.h"

static const BjtField visit_fields[] = {
  BJT_FIELD (BjtVisit, id, UUID),
  BJT_FIELD (BjtVisit, door_id, UUID),
  BJT_FIELD (BjtVisit, household_id, UUID),
  BJT_FIELD (BjtVisit, staff_id, UUID),
  BJT_FIELD (BjtVisit, visited_on, DATE),
  BJT_FIELD (BjtVisit, outcome, INT),
  BJT_FIELD (BjtVisit, purposes, TEXT),
  BJT_FIELD (BjtVisit, note, TEXT),
  BJT_FIELD (BjtVisit, next_on, DATE),
};
BJT_DEFINE_RECORD (BjtVisit, bjt_visit, "visit", visit_fields)

static const BjtField issue_kind_fields[] = {
  BJT_FIELD (BjtIssueKind, id, UUID),
  BJT_FIELD (BjtIssueKind, parent_id, UUID),
  BJT_FIELD (BjtIssueKind, code, TEXT),
  BJT_FIELD (BjtIssueKind, name, TEXT),
  BJT_FIELD (BjtIssueKind, unit, TEXT),
  BJT_FIELD (BjtIssueKind, position, INT),
  BJT_FIELD (BjtIssueKind, due_days, INT),
};
BJT_DEFINE_RECORD (BjtIssueKind, bjt_issue_kind, "issue_kind", issue_kind_fields)

static const BjtField issue_fields[] = {
  BJT_FIELD (BjtIssue, id, UUID),
  BJT_FIELD (BjtIssue, number, TEXT),
  BJT_FIELD (BjtIssue, kind_id, UUID),
  BJT_FIELD (BjtIssue, title, TEXT),
  BJT_FIELD (BjtIssue, description, TEXT),
  BJT_FIELD (BjtIssue, source, TEXT),
  BJT_FIELD (BjtIssue, tier, TEXT),
  BJT_FIELD (BjtIssue, status, INT),
  BJT_FIELD (BjtIssue, door_id, UUID),
  BJT_FIELD (BjtIssue, entrance_id, UUID),
  BJT_FIELD (BjtIssue, building_id, UUID),
  BJT_FIELD (BjtIssue, place, GEOMETRY),
  BJT_FIELD (BjtIssue, staff_id, UUID),
  BJT_FIELD (BjtIssue, department, TEXT),
  BJT_FIELD (BjtIssue, quantity, REAL),
  BJT_FIELD (BjtIssue, reported_on, DATE),
  BJT_FIELD (BjtIssue, due_on, DATE),
  BJT_FIELD (BjtIssue, closed_on, DATE),
};
BJT_DEFINE_RECORD (BjtIssue, bjt_issue, "issue", issue_fields)

static const BjtField issue_event_fields[] = {
  BJT_FIELD (BjtIssueEvent, id, UUID),
  BJT_FIELD (BjtIssueEvent, issue_id, UUID),
  BJT_FIELD (BjtIssueEvent, happened_at, TIME),
  BJT_FIELD (BjtIssueEvent, step, TEXT),
  BJT_FIELD (BjtIssueEvent, from_status, INT),
  BJT_FIELD (BjtIssueEvent, to_status, INT),
  BJT_FIELD (BjtIssueEvent, staff_id, UUID),
  BJT_FIELD (BjtIssueEvent, note, TEXT),
};
BJT_DEFINE_RECORD (BjtIssueEvent, bjt_issue_event, "issue_event", issue_event_fields)

static const BjtField staff_fields[] = {
  BJT_FIELD (BjtStaff, id, UUID),
  BJT_FIELD (BjtStaff, name, TEXT),
  BJT_FIELD (BjtStaff, kind, TEXT),
  BJT_FIELD (BjtStaff, phone, TEXT),
  BJT_FIELD (BjtStaff, is_active, BOOL),
  BJT_FIELD (BjtStaff, note, TEXT),
};
BJT_DEFINE_RECORD (BjtStaff, bjt_staff, "staff", staff_fields)

static const BjtField duty_fields[] = {
  BJT_FIELD (BjtDuty, id, UUID),
  BJT_FIELD (BjtDuty, staff_id, UUID),
  BJT_FIELD (BjtDuty, grid_id, UUID),
  BJT_FIELD (BjtDuty, role, TEXT),
  BJT_FIELD (BjtDuty, from_on, DATE),
  BJT_FIELD (BjtDuty, until_on, DATE),
};
BJT_DEFINE_RECORD (BjtDuty, bjt_duty, "duty", duty_fields)

static const BjtField import_batch_fields[] = {
  BJT_FIELD (BjtImportBatch, id, UUID),
  BJT_FIELD (BjtImportBatch, source, TEXT),
  BJT_FIELD (BjtImportBatch, kind, TEXT),
  BJT_FIELD (BjtImportBatch, rows_read, INT),
  BJT_FIELD (BjtImportBatch, rows_imported, INT),
  BJT_FIELD (BjtImportBatch, rows_refused, INT),
  BJT_FIELD (BjtImportBatch, imported_at, TIME),
};
BJT_DEFINE_RECORD (BjtImportBatch, bjt_import_batch, "import_batch", import_batch_fields)

static const BjtField attachment_fields[] = {
  BJT_FIELD (BjtAttachment, id, UUID),
  BJT_FIELD (BjtAttachment, owner_id, UUID),
  BJT_FIELD (BjtAttachment, name, TEXT),
  BJT_FIELD (BjtAttachment, media_type, TEXT),
  BJT_FIELD (BjtAttachment, sha256, TEXT),
  BJT_FIELD (BjtAttachment, size, INT),
};
BJT_DEFINE_RECORD (BjtAttachment, bjt_attachment, "attachment", attachment_fields)

static const BjtField setting_fields[] = {
  BJT_FIELD (BjtSetting, id, UUID),
  BJT_FIELD (BjtSetting, name, TEXT),
  BJT_FIELD (BjtSetting, value, TEXT),
};
BJT_DEFINE_RECORD (BjtSetting, bjt_setting, "setting", setting_fields)

/**
 * bjt_visit_outcome_is_contact:
 *
 * Returns: whether the visit met or reached somebody: only that resets the
 *   clock of the cadence (domain.md B.6)
 */
gboolean
bjt_visit_outcome_is_contact (int outcome)
{
  return outcome == BJT_OUTCOME_MET || outcome == BJT_OUTCOME_PHONED;
}
