/* bjt-grid-sheet.h: 网格百家图: every household of a grid on one sheet.
 *
 * An internal working map: it names places, classes and categories, and on
 * demand people. Restricted categories draw nothing.
 */
#pragma once

#include "bjt-sheet-extent.h"
#include "bjt-sheet-words.h"
#include "bjt-grid-memory.h"
#include "bjt-sheet.h"
#include "model/bjt-picture.h"
#include "basemap/bjt-tile-painter.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ORIENTATION_BEST,
  BJT_ORIENTATION_LANDSCAPE,
  BJT_ORIENTATION_PORTRAIT,
} BjtOrientation;

typedef enum
{
  BJT_SHEET_NAMES_NONE,
  BJT_SHEET_NAMES_MASKED,
  BJT_SHEET_NAMES_FULL,
} BjtSheetNames;

typedef struct
{
  const char      *paper;       /* A0…A5 or 300x500; NULL: A3 */
  BjtOrientation   orientation;
  BjtSheetNames    names;
  gboolean         is_mono;     /* for a black and white printer */
  gboolean         has_binding; /* 35 mm at the left */
  double           margin;      /* what the printer leaves white, mm; 0: as usual */
  const char      *purpose;     /* may be NULL, as the next two: lines to fill in */
  const char      *receiver;
  const char      *maker;
  guint            copy_number; /* 0: none */
  BjtDate          made_on;     /* 0 or NONE: the picture's day */
  BjtSheetLanguage language;
  BjtTilePainter  *tiles;       /* the base map; NULL: the streets of the picture */
  gboolean         is_bare;     /* not even these */
  const char      *note;        /* in the footer; may be NULL */
  BjtSheetExtent   extent;      /* of a map */
  BjtGridMemory   *memory;      /* where plans of grids are found again; NULL: each is made */
} BjtGridSheetOptions;

#define BJT_TYPE_GRID_SHEET (bjt_grid_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtGridSheet, bjt_grid_sheet, BJT, GRID_SHEET, BjtSheet)

BjtSheet   *bjt_grid_sheet_new (BjtPicture *picture, guint32 grid, const BjtGridSheetOptions *options, GError **error);
const char *bjt_grid_sheet_get_suggested_paper (BjtGridSheet *self); /* NULL: this one holds all on one page */
const char *bjt_grid_sheet_get_note (BjtGridSheet *self);            /* what the sheet says about its fit; may be NULL */
double      bjt_grid_sheet_get_denominator (BjtGridSheet *self, guint page); /* 1000 for 1:1000; 0: no ground */

G_END_DECLS
