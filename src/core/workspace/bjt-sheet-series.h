/* bjt-sheet-series.h: a sheet for each grid, building or worker, in files of their own.
 *
 * What files there will be is known before the first is written. For each: number its
 * copy, read its drafts where the workspace lives, make its sheet (in any thread), record
 * it, write it.
 */
#pragma once

#include "bjt-sheet-catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_SHEET_EACH_GRID,
  BJT_SHEET_EACH_BUILDING,
  BJT_SHEET_EACH_WORKER, /* the grids of a worker are one file */
  BJT_N_SHEET_EACH,
} BjtSheetEach;

gboolean    bjt_sheet_each_parse (const char *name, BjtSheetEach *each);                /* grid, building, worker */
gboolean    bjt_sheet_each_suits (BjtSheetEach each, const BjtSheetType *type);         /* that such a sheet can be about it */
const char *bjt_sheet_each_get_word (BjtSheetEach each);                                /* {grid}: the name of a file needs it */

typedef struct
{
  char   *path;
  char   *about;  /* for the register; no personal data */
  GArray *scopes; /* BjtSheetScope: of sheets one after the other */
} BjtSheetFile;

typedef struct
{
  BjtSheetSpec spec; /* its strings are owned */
  GPtrArray   *files; /* BjtSheetFile */
} BjtSheetSeries;

/* @pattern: as of bjt_sheet_spec_dup_path(). A building lies in the grid of @spec, where it has one. */
BjtSheetSeries *bjt_sheet_series_new (const BjtPicture *picture, const BjtSheetSpec *spec, BjtSheetEach each, const char *pattern, GError **error);
void            bjt_sheet_series_free (BjtSheetSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSheetSeries, bjt_sheet_series_free)

GPtrArray *bjt_sheet_series_read (BjtSheetSeries *self, guint file, BjtWorkspace *workspace, guint copy_number, GError **error); /* of BjtSheetDraft */
gboolean   bjt_sheet_series_is_blank (const GError *error); /* of read or make: this one has nothing to print, the next may */
BjtSheet  *bjt_sheet_series_make (const GPtrArray *drafts, GError **error); /* any thread; several as one document */

G_END_DECLS
