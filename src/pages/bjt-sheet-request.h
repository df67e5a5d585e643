/* bjt-sheet-request.h: which sheet is wanted, and how.
 */
#pragma once

#include "model/bjt-ledger.h"
#include "model/bjt-picture.h"
#include "print/bjt-grid-sheet.h"
#include "rules/bjt-work-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_SHEET_INTERNAL, /* for the grid workers: every household */
  BJT_SHEET_PUBLIC,   /* for the wall: no person on it */
  BJT_SHEET_PLAN,     /* one level of a building, for the grid workers */
  BJT_SHEET_REPORT,   /* the figures of a period */
} BjtSheetKind;

typedef struct
{
  BjtPicture  *picture;     /* owned */
  BjtSheetKind kind;
  int          grid;        /* number */
  gboolean     all_grids;   /* instead: one after the other */
  guint32      building;    /* of a plan; BJT_NO_INDEX: none has one */
  int          level;       /* of it */
  GPtrArray   *backdrops;   /* owned; BjtPlanBackdrop under it; may be NULL */
  BjtLedger   *ledger;      /* owned; of a report */
  BjtWorkCalendar *calendar; /* owned; of a report */
  BjtDate      from_on;
  BjtDate      to_on;
  const char  *paper;       /* static */
  BjtOrientation orientation;
  BjtSheetNames  names;
  gboolean     is_mono;     /* for a black and white printer */
  guint        copy_number; /* of the first copy; 0: none */
  guint        n_copies;    /* each with its own number */
  gboolean        is_bare;  /* no base map */
  BjtTilePainter *tiles;    /* owned; the base map; NULL: the painted one */
  char        *purpose;
  char        *maker;
  char        *receiver;
} BjtSheetRequest;

BjtSheetRequest *bjt_sheet_request_copy (const BjtSheetRequest *self);
void             bjt_sheet_request_free (BjtSheetRequest *self);
BjtSheet        *bjt_sheet_request_make (const BjtSheetRequest *self, GError **error); /* any thread */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSheetRequest, bjt_sheet_request_free)

G_END_DECLS
