/* bjt-calendar-import.c: the file is parsed by the helper process; what comes back
 * is a handful of stretches, for a person to look at before they count. */
#include "bjt-calendar-import.h"

#include "bjt-import-reader.h"

#define MAX_SECONDS 20
#define MAX_MEGABYTES 512

static gboolean
take_draft_cb (const BjtDraft *draft,
               gpointer        user_data,
               GError        **error)
{
  GArray               *stretches = user_data;
  const BjtWorkStretch *stretch = &draft->stretch;

  if (draft->kind == BJT_DRAFT_WORK_STRETCH)
    bjt_work_stretches_add (stretches, stretch->from, stretch->to, stretch->is_worked, stretch->name);
  return TRUE;
}

/**
 * bjt_calendar_import:
 * @path: of a year's holidays as JSON ("days" with "name", "date", "isOffDay") or
 *   of an iCalendar file
 * @cancellable: (nullable)
 *
 * Blocks until the file is read; nothing is stored.
 *
 * Returns: (transfer full) (nullable): an array of #BjtWorkStretch, never empty, by
 *   day and apart from each other; or NULL with one line of BJT_IMPORT_ERROR
 */
GArray *
bjt_calendar_import (const char   *path,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (GArray)          stretches = bjt_work_stretches_new ();

  bjt_import_reader_set_calendar (reader);
  bjt_import_reader_set_limits (reader, MAX_SECONDS, MAX_MEGABYTES);
  return bjt_import_reader_run (reader, take_draft_cb, stretches, cancellable, error) ? g_steal_pointer (&stretches) : NULL;
}
