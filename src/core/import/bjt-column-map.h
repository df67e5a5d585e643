/* bjt-column-map.h: which column of a sheet holds which field of a register.
 */
#pragma once

#include "bjt-draft.h"
#include "bjt-table.h"

G_BEGIN_DECLS

/* What a person says about the columns, as JSON:
 * { "sheet": "NAME", "header_row": 3, "columns": { "A": "person_name", "住址": "address", "C": null } }
 * All three may be left out; header_row 0 says that there is no header. */
typedef struct _BjtColumnOverride BjtColumnOverride;

BjtColumnOverride *bjt_column_override_new_from_json (const char *json, GError **error);
void               bjt_column_override_free (BjtColumnOverride *self);
const char        *bjt_column_override_get_sheet (const BjtColumnOverride *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtColumnOverride, bjt_column_override_free)

typedef enum
{
  BJT_SHEET_SKIPPED,   /* nothing here that a register needs */
  BJT_SHEET_REGISTER,  /* doors, with or without people */
  BJT_SHEET_PERSONS,   /* people without a place: to be joined */
  BJT_SHEET_BUILDINGS, /* buildings and entrances without doors */
} BjtSheetRole;

typedef struct
{
  BjtSheetRole role;
  guint        first_data_row; /* index of the row behind the header */
  guint32      header_row;     /* number of the last header row, 0: none */
  guint        n_columns;
  int         *fields;         /* BjtRegisterField or -1, by column */
  const char **reasons;        /* by column */
  char       **headers;        /* by column */
  int          columns[BJT_REGISTER_N_FIELDS]; /* column or -1, by field */
} BjtColumnMap;

gboolean    bjt_column_map_init (BjtColumnMap *self, const BjtTable *table, const BjtColumnOverride *override, GError **error);
void        bjt_column_map_clear (BjtColumnMap *self);
gboolean    bjt_column_map_has (const BjtColumnMap *self, BjtRegisterField field);
gboolean    bjt_column_map_is_header (const BjtColumnMap *self, const BjtTable *table, guint row);
const char *bjt_sheet_role_get_name (BjtSheetRole role);

/* What a header says by itself: whether it is known, and how surely (1…3). */
gboolean    bjt_column_map_match_header (const char *header, BjtRegisterField *field, int *score);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtColumnMap, bjt_column_map_clear)

G_END_DECLS
