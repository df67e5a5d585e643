/* bjt-draft-tool.h: what all tools that draw share: points put down one by one,
 * caught by what is there or at a typed length, and taken back again.
 *
 * Ctrl: points are not caught. Shift: in steps of 15°. Digits: a length; Enter
 * takes it, or ends the shape. Backspace, and Esc step by step, take back.
 */
#pragma once

#include "bjt-draft-board.h"
#include "bjt-plan-tool.h"

G_BEGIN_DECLS

#define BJT_DRAFT_REACH 9.0 /* px: how near a click has to be */

#define BJT_TYPE_DRAFT_TOOL (bjt_draft_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (BjtDraftTool, bjt_draft_tool, BJT, DRAFT_TOOL, BjtPlanTool)

/* Subclasses that put down points set the numbers and may fill in functions;
 * those with a hand of their own take over the events they want. */
struct _BjtDraftToolClass
{
  BjtPlanToolClass parent_class;

  guint    n_least;    /* points without which it can't be ended */
  guint    n_most;     /* points with which it ends by itself; 0: any number */
  guint    n_numbers;  /* that can be typed: 1: a length; 2: a width and a height */
  gboolean is_ring;    /* a click on the first point ends it */
  gboolean is_dragged; /* two points can be made by one drag */

  gboolean    (*finish) (BjtDraftTool *self, const BjtPoint *points, guint n_points); /* TRUE: the points are used up */
  BjtPoint    (*place) (BjtDraftTool *self, BjtPoint from, BjtPoint at, const double *numbers, guint n_numbers); /* where a point lies by what is typed */
  void        (*draw_points) (BjtDraftTool *self, cairo_t *cr, const BjtPlanFrame *frame, const BjtPoint *points, guint n_points, gboolean has_pointer);
  const char *(*get_step) (BjtDraftTool *self, guint n_points); /* what to do now */
  char       *(*dup_finding) (BjtDraftTool *self);              /* what is known: an area, the door to be; NULL: nothing */
};

BjtDraftBoard  *bjt_draft_tool_get_board (BjtDraftTool *self); /* borrowed */
void            bjt_draft_tool_set_kind (BjtDraftTool *self, BjtElementKind kind); /* what is drawn */
BjtElementKind  bjt_draft_tool_get_kind (BjtDraftTool *self);
const BjtPoint *bjt_draft_tool_get_points (BjtDraftTool *self, guint *n_points);
gboolean        bjt_draft_tool_get_pointer (BjtDraftTool *self, BjtPoint *at); /* FALSE: it is elsewhere */
const BjtPlanSnapHit *bjt_draft_tool_get_hit (BjtDraftTool *self);            /* what the pointer is caught by */
gboolean        bjt_draft_tool_is_ring_closed (BjtDraftTool *self);           /* the pointer is on the first point */
void            bjt_draft_tool_drop_points (BjtDraftTool *self);
double          bjt_draft_tool_get_reach (BjtDraftTool *self);                /* metres */

/* For tools with a hand of their own */
void            bjt_draft_tool_catch (BjtDraftTool *self, const BjtPlanToolEvent *event, const BjtPoint *start, BjtPlanSnapHit *hit); /* start: of a line, may be NULL; is shown */
void            bjt_draft_tool_forget_pointer (BjtDraftTool *self);
gboolean        bjt_draft_tool_type (BjtDraftTool *self, guint keyval);       /* digits and Backspace; TRUE: used up */
guint           bjt_draft_tool_get_typed (BjtDraftTool *self, double *numbers, guint n_numbers);
const char     *bjt_draft_tool_get_typed_text (BjtDraftTool *self);
void            bjt_draft_tool_forget_typed (BjtDraftTool *self);

/* Each is one step of undo. FALSE: refused; it was told and the place ringed. */
gboolean        bjt_draft_tool_save (BjtDraftTool *self, BjtPlanEdit *edit);
gboolean        bjt_draft_tool_add (BjtDraftTool *self, BjtElementKind kind, BjtGeometry *shape, const char *label); /* shape: (transfer full) */
gboolean        bjt_draft_tool_add_from (BjtDraftTool *self, BjtElementKind kind, BjtGeometry *shape, const char *source_ref); /* traced; likewise */
void            bjt_draft_tool_refuse (BjtDraftTool *self, const GError *error, BjtPoint where);

G_END_DECLS
