/* bjt-record.h: how a kind of record describes itself.
 *
 * A record is a plain struct whose first member is its key. Its type lists the
 * members with the column each is kept in, so that storing, copying, showing
 * as JSON and comparing are written once for all kinds.
 */
#pragma once

#include "base/bjt-clock.h"
#include "base/bjt-uuid.h"
#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_FIELD_UUID,     /* BjtUuid; NIL is NULL */
  BJT_FIELD_TEXT,     /* char *; owned */
  BJT_FIELD_INT,      /* int */
  BJT_FIELD_BOOL,     /* gboolean */
  BJT_FIELD_REAL,     /* double; NAN is NULL */
  BJT_FIELD_DATE,     /* BjtDate; BJT_DATE_NONE is NULL */
  BJT_FIELD_TIME,     /* gint64, microseconds UTC; 0 is NULL */
  BJT_FIELD_GEOMETRY, /* BjtGeometry *; owned reference; on the ground */
  BJT_FIELD_SHAPE,    /* BjtGeometry *; owned reference; in metres of a plan */
} BjtFieldType;

typedef struct
{
  const char  *column;
  BjtFieldType type;
  gsize        offset;
} BjtField;

typedef struct
{
  const char     *table;
  gsize           size;
  const BjtField *fields; /* the first is the key, `id` */
  guint           n_fields;
} BjtRecordType;

gpointer bjt_record_new (const BjtRecordType *type);
gpointer bjt_record_copy (const BjtRecordType *type, gconstpointer record);
void     bjt_record_clear (const BjtRecordType *type, gpointer record);
void     bjt_record_free (const BjtRecordType *type, gpointer record);
char    *bjt_record_to_json (const BjtRecordType *type, gconstpointer record);

/* In the header of a kind: its type, and functions typed for it. */
#define BJT_DECLARE_RECORD(Kind, kind)                                                             \
  extern const BjtRecordType kind##_type;                                                          \
  static inline Kind        *kind##_new (void) { return bjt_record_new (&kind##_type); }           \
  static inline Kind        *kind##_copy (const Kind *self) { return bjt_record_copy (&kind##_type, self); } \
  static inline void         kind##_free (Kind *self) { bjt_record_free (&kind##_type, self); }    \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kind, kind##_free)

/* In its .c: BJT_DEFINE_RECORD (BjtDoor, bjt_door, "door", fields). */
#define BJT_DEFINE_RECORD(Kind, kind, table_name, fields_array) \
  const BjtRecordType kind##_type = { table_name, sizeof (Kind), fields_array, G_N_ELEMENTS (fields_array) };

#define BJT_FIELD(Kind, member, type) { #member, BJT_FIELD_##type, G_STRUCT_OFFSET (Kind, member) }

G_END_DECLS
