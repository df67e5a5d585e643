/* bjt-register-check.h: what one row of a register gets wrong.
 */
#pragma once

#include "bjt-draft.h"

G_BEGIN_DECLS

/* One row while it is being made; kept from row to row for its memory. */
typedef struct
{
  BjtRegisterRowDraft draft;
  guint64             numeric;  /* bit i: field i was a number in the file, not text */
  const int          *columns;  /* (nullable) by field: its column, or -1 */
  GArray             *issues;   /* BjtDraftIssue */
  GStringChunk       *texts;    /* texts made for this row */
} BjtRegisterRow;

void bjt_register_row_init (BjtRegisterRow *self);
void bjt_register_row_clear (BjtRegisterRow *self);
void bjt_register_row_reset (BjtRegisterRow *self, const char *sheet, guint32 row);
void bjt_register_row_add_issue (BjtRegisterRow *self, BjtSeverity severity, const char *code, int field, const char *message);
void bjt_register_row_check (BjtRegisterRow *self);

G_END_DECLS
