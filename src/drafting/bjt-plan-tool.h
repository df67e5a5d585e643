/* bjt-plan-tool.h: what the pointer does on a plan: select, draw, cut, trace,
 * measure, place.
 *
 * The canvas hands its events to the one tool at work and draws it over the
 * plan. A tool makes a BjtPlanEdit and asks the canvas to save it: each is one
 * step of undo.
 */
#pragma once

#include "paint/bjt-plan-frame.h"
#include "plan/bjt-plan-edit.h"
#include "plan/bjt-plan-snap.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BjtPlanCanvas BjtPlanCanvas;

typedef struct
{
  const BjtPlanFrame *frame;
  double              x, y;      /* px */
  BjtPoint            at;        /* the same in metres, not snapped */
  guint               button;    /* GDK_BUTTON_PRIMARY …; 0 for motion and touch */
  int                 n_press;
  GdkModifierType     modifiers; /* Ctrl: do not snap */
} BjtPlanToolEvent;

#define BJT_TYPE_PLAN_TOOL (bjt_plan_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (BjtPlanTool, bjt_plan_tool, BJT, PLAN_TOOL, GObject)

/* Each may be left NULL. */
struct _BjtPlanToolClass
{
  GObjectClass parent_class;

  void     (*attach) (BjtPlanTool *self, BjtPlanCanvas *canvas); /* borrowed until NULL is attached */
  void     (*plan_changed) (BjtPlanTool *self);                  /* elements, level or backdrops are others */
  gboolean (*press) (BjtPlanTool *self, const BjtPlanToolEvent *event); /* TRUE: the drag is the tool's; FALSE: the plan pans */
  void     (*drag) (BjtPlanTool *self, const BjtPlanToolEvent *event);
  void     (*release) (BjtPlanTool *self, const BjtPlanToolEvent *event); /* of any press that did not pan */
  void     (*motion) (BjtPlanTool *self, const BjtPlanToolEvent *event);
  void     (*leave) (BjtPlanTool *self);
  gboolean (*key) (BjtPlanTool *self, guint keyval, GdkModifierType modifiers); /* TRUE: used up */
  void     (*cancel) (BjtPlanTool *self);                        /* Esc, or another tool: drop what is half done */
  void     (*draw) (BjtPlanTool *self, cairo_t *cr, const BjtPlanFrame *frame); /* over the plan, px */
  const char *(*get_cursor) (BjtPlanTool *self);
  char    *(*dup_hint) (BjtPlanTool *self);                      /* one line: what to do, what was found */
};

/* Signals:
 *   "changed" (void): draw again; hint or cursor may be others
 *   "done" (void): the canvas goes back to choosing */

BjtPlanCanvas *bjt_plan_tool_get_canvas (BjtPlanTool *self); /* borrowed; NULL: none */
void           bjt_plan_tool_attach (BjtPlanTool *self, BjtPlanCanvas *canvas);
void           bjt_plan_tool_plan_changed (BjtPlanTool *self);
gboolean       bjt_plan_tool_press (BjtPlanTool *self, const BjtPlanToolEvent *event);
void           bjt_plan_tool_drag (BjtPlanTool *self, const BjtPlanToolEvent *event);
void           bjt_plan_tool_release (BjtPlanTool *self, const BjtPlanToolEvent *event);
void           bjt_plan_tool_motion (BjtPlanTool *self, const BjtPlanToolEvent *event);
void           bjt_plan_tool_leave (BjtPlanTool *self);
gboolean       bjt_plan_tool_key (BjtPlanTool *self, guint keyval, GdkModifierType modifiers);
void           bjt_plan_tool_cancel (BjtPlanTool *self);
void           bjt_plan_tool_draw (BjtPlanTool *self, cairo_t *cr, const BjtPlanFrame *frame);
const char    *bjt_plan_tool_get_cursor (BjtPlanTool *self);
char          *bjt_plan_tool_dup_hint (BjtPlanTool *self);
void           bjt_plan_tool_emit_changed (BjtPlanTool *self); /* for subclasses */
void           bjt_plan_tool_emit_done (BjtPlanTool *self);

G_END_DECLS
