/* bjt-csv-reader.h: text tables as people save them.
 */
#pragma once

#include "bjt-table.h"

G_BEGIN_DECLS

/* A row whose text could not be fully read. */
typedef struct
{
  guint32     row;  /* as the file counts records, from 1 */
  const char *code; /* "text-encoding" or "open-quote" */
} BjtCsvProblem;

typedef struct
{
  BjtTable   *table;
  GArray     *problems;  /* BjtCsvProblem */
  const char *encoding;  /* UTF-8, UTF-16LE, UTF-16BE or GB18030 */
  char        separator;
} BjtCsvResult;

gboolean bjt_csv_looks_like_text (const char *data, gsize length);
gboolean bjt_csv_read (char *data, gsize length, const char *name, BjtCsvResult *result, GError **error);
void     bjt_csv_result_clear (BjtCsvResult *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtCsvResult, bjt_csv_result_clear)

G_END_DECLS
