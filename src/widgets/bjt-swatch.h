/* bjt-swatch.h: one entry of the legend as a small picture: a fill, a frame or
 * a dot, drawn by the same painter as the thing it explains.
 */
#pragma once

#include <gtk/gtk.h>

#include "carto/bjt-door-style.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_SWATCH_CLASS,         /* code: BjtHouseholdClass */
  BJT_SWATCH_ATTENTION,     /* code: BjtAttention */
  BJT_SWATCH_OUTCOME,       /* code: BjtVisitOutcome */
  BJT_SWATCH_OVERDUE,       /* a visit is overdue */
  BJT_SWATCH_ISSUE,         /* an open issue */
  BJT_SWATCH_ISSUE_SOON,    /* … whose clock soon ends */
  BJT_SWATCH_ISSUE_OVERDUE, /* … over its clock */
  BJT_SWATCH_ANNOTATION,    /* code: BjtAnnotationKind */
  BJT_SWATCH_STYLE,         /* code: of a style of doors */
} BjtSwatchKind;

#define BJT_TYPE_SWATCH (bjt_swatch_get_type ())
G_DECLARE_FINAL_TYPE (BjtSwatch, bjt_swatch, BJT, SWATCH, GtkWidget)

GtkWidget *bjt_swatch_new (BjtSwatchKind kind, int code); /* the word stands beside it: role presentation */
GtkWidget *bjt_swatch_new_style (BjtPicture *picture, BjtDoorStyle style, guint code); /* as areas of the map are filled */

G_END_DECLS
