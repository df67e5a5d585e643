/* bjt-form-mapping.h: which item goes into which field of a form, and what its rows
 * are. Guessed first, changed by a person, kept as JSON.
 */
#pragma once

#include <gio/gio.h>

#include "bjt-form-fields.h"

G_BEGIN_DECLS

/* What a row of a form is about. */
typedef enum
{
  BJT_FORM_ROWS_PEOPLE,     /* whom the filter is about */
  BJT_FORM_ROWS_MEMBERS,    /* all who live in the homes */
  BJT_FORM_ROWS_HOUSEHOLDS, /* those who live in the homes */
  BJT_FORM_ROWS_DOORS,
  BJT_FORM_ROWS_VISITS,
  BJT_FORM_ROWS_ISSUES,
  BJT_N_FORM_ROWS,
} BjtFormRowsKind;

typedef struct
{
  BjtFormRowsKind rows;
  GHashTable     *items; /* id of a field → item + 2 (1: stays empty) */
  char           *form;    /* path of the form it was last used for; NULL: none */
  char           *purpose; /* NULL: none was told */
  char           *filter;  /* as its words; NULL: all */
} BjtFormMapping;

BjtFormMapping *bjt_form_mapping_new_guess (const BjtFormFields *fields);
BjtFormMapping *bjt_form_mapping_new_from_json (const char *json); /* NULL: not understood */
void            bjt_form_mapping_free (BjtFormMapping *self);
char           *bjt_form_mapping_to_json (const BjtFormMapping *self);
int             bjt_form_mapping_get (const BjtFormMapping *self, const BjtFormField *field); /* item or BJT_FORM_NOTHING */
void            bjt_form_mapping_set (BjtFormMapping *self, const char *id, int item);
gboolean        bjt_form_mapping_change (BjtFormMapping *self, const BjtFormFields *fields, const char *words, GError **error); /* "住址=address;备注=" */
gboolean        bjt_form_mapping_is_personal (const BjtFormMapping *self, const BjtFormFields *fields);
guint           bjt_form_mapping_count (const BjtFormMapping *self, const BjtFormFields *fields); /* fields that get something */

const char     *bjt_form_rows_kind_get_key (BjtFormRowsKind kind);
int             bjt_form_rows_kind_find (const char *key); /* -1: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormMapping, bjt_form_mapping_free)

G_END_DECLS
