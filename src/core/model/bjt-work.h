/* bjt-work.h: the records of those who work: staff, duties, files, settings;
 * with them those of visits and issues.
 */
#pragma once

#include "bjt-issues.h"
#include "bjt-record.h"
#include "bjt-visits.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid  id;
  char    *name;
  char    *kind;         /* 书记, 网格长, 网格员, 网格民警 … */
  char    *phone;
  gboolean is_active;
  char    *note;
  int      sex;          /* BjtSex */
} BjtStaff;
BJT_DECLARE_RECORD (BjtStaff, bjt_staff)

#define BJT_SOURCE_VISIT "走访" /* of an issue found on a visit */
#define BJT_DUTY_WORKER "网格员" /* the role of who looks after a grid day by day */

/* Who answers for which grid, in which role, from when to when */
typedef struct
{
  BjtUuid id;
  BjtUuid staff_id;
  BjtUuid grid_id;
  char   *role;
  BjtDate from_on;
  BjtDate until_on;
} BjtDuty;
BJT_DECLARE_RECORD (BjtDuty, bjt_duty)

typedef struct
{
  BjtUuid id;
  char   *source;        /* the file's base name */
  char   *kind;          /* register, map */
  int     rows_read;
  int     rows_imported;
  int     rows_refused;
  gint64  imported_at;
} BjtImportBatch;
BJT_DECLARE_RECORD (BjtImportBatch, bjt_import_batch)

typedef struct
{
  BjtUuid id;
  BjtUuid owner_id;      /* any record */
  char   *name;
  char   *media_type;
  char   *sha256;
  int     size;
} BjtAttachment;
BJT_DECLARE_RECORD (BjtAttachment, bjt_attachment)

/* Days off or weekends worked, where they differ from what is shipped */
typedef struct
{
  BjtUuid  id;
  BjtDate  from_on;
  BjtDate  to_on;
  gboolean is_worked;
  char    *name;         /* 春节 */
  char    *source;       /* the file's base name */
} BjtNamedDay;
BJT_DECLARE_RECORD (BjtNamedDay, bjt_named_day)

/* One named value of the community's settings */
typedef struct
{
  BjtUuid id;
  char   *name;
  char   *value;
} BjtSetting;
BJT_DECLARE_RECORD (BjtSetting, bjt_setting)

G_END_DECLS
