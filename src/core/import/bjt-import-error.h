/* bjt-import-error.h: why a file from outside was not read.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BJT_IMPORT_ERROR (bjt_import_error_quark ())

typedef enum
{
  BJT_IMPORT_ERROR_FAILED,      /* cannot be opened or read */
  BJT_IMPORT_ERROR_EMPTY,       /* nothing in it */
  BJT_IMPORT_ERROR_UNSUPPORTED, /* a format that is not read */
  BJT_IMPORT_ERROR_DAMAGED,     /* truncated or malformed */
  BJT_IMPORT_ERROR_UNSAFE,      /* built to do harm: bombs, entities */
  BJT_IMPORT_ERROR_ENCRYPTED,   /* needs a password */
  BJT_IMPORT_ERROR_NO_REGISTER, /* a table without the columns of a register */
  BJT_IMPORT_ERROR_LIMIT,       /* took too much time or memory, or too many cells */
  BJT_IMPORT_ERROR_CRASHED,     /* the helper process died on it */
  BJT_IMPORT_ERROR_PROTOCOL,    /* the helper process said nonsense */
  BJT_IMPORT_ERROR_COLUMN_MAP,  /* the given map of columns is wrong */
} BjtImportError;

#define BJT_IMPORT_ERROR_LAST BJT_IMPORT_ERROR_COLUMN_MAP

GQuark bjt_import_error_quark (void);

G_END_DECLS
