/* bjt-work.c: the records of staff, files and settings: which member is kept in
 * which column. */
#include "bjt-work.h"

static const BjtField staff_fields[] = {
  BJT_FIELD (BjtStaff, id, UUID),
  BJT_FIELD (BjtStaff, name, TEXT),
  BJT_FIELD (BjtStaff, kind, TEXT),
  BJT_FIELD (BjtStaff, phone, TEXT),
  BJT_FIELD (BjtStaff, is_active, BOOL),
  BJT_FIELD (BjtStaff, note, TEXT),
  BJT_FIELD (BjtStaff, sex, INT),
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

static const BjtField named_day_fields[] = {
  BJT_FIELD (BjtNamedDay, id, UUID),
  BJT_FIELD (BjtNamedDay, from_on, DATE),
  BJT_FIELD (BjtNamedDay, to_on, DATE),
  BJT_FIELD (BjtNamedDay, is_worked, BOOL),
  BJT_FIELD (BjtNamedDay, name, TEXT),
  BJT_FIELD (BjtNamedDay, source, TEXT),
};
BJT_DEFINE_RECORD (BjtNamedDay, bjt_named_day, "work_day", named_day_fields)

static const BjtField setting_fields[] = {
  BJT_FIELD (BjtSetting, id, UUID),
  BJT_FIELD (BjtSetting, name, TEXT),
  BJT_FIELD (BjtSetting, value, TEXT),
};
BJT_DEFINE_RECORD (BjtSetting, bjt_setting, "setting", setting_fields)
