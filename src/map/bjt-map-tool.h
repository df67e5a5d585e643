/* bjt-map-tool.h: what the pointer does on the map: choose, lasso, measure,
 * draw a grid.
 *
 * The view hands its events to the one tool at work and draws it over all
 * layers. Tools know the map, not the window: what they find out they put into
 * the focus or tell by signals of their own.
 */
#pragma once

#include "paint/bjt-map-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const BjtMapFrame *frame;     /* of the view, in its pixels */
  double             x, y;      /* px */
  BjtPoint           place;     /* the same in Mercator */
  guint              button;    /* GDK_BUTTON_PRIMARY …; 0 for motion and touch */
  int                n_press;
  GdkModifierType    modifiers;
} BjtToolEvent;

#define BJT_TYPE_MAP_TOOL (bjt_map_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (BjtMapTool, bjt_map_tool, BJT, MAP_TOOL, GObject)

/* Each may be left NULL. */
struct _BjtMapToolClass
{
  GObjectClass parent_class;

  gboolean (*press) (BjtMapTool *self, const BjtToolEvent *event);   /* TRUE: the drag is the tool's; FALSE: the map pans */
  void     (*drag) (BjtMapTool *self, const BjtToolEvent *event);    /* of a press that was taken */
  void     (*release) (BjtMapTool *self, const BjtToolEvent *event); /* of any press that did not pan */
  void     (*motion) (BjtMapTool *self, const BjtToolEvent *event);  /* no button down */
  void     (*leave) (BjtMapTool *self);
  gboolean (*key) (BjtMapTool *self, guint keyval, GdkModifierType modifiers); /* TRUE: used up */
  void     (*cancel) (BjtMapTool *self);                             /* Esc, or another tool: drop what is half done */
  void     (*draw) (BjtMapTool *self, cairo_t *cr, const BjtMapFrame *frame);  /* over the map; small drawings only */
  BjtBox   (*get_drawn_box) (BjtMapTool *self, const BjtMapFrame *frame);      /* px that draw() touches; empty: nothing */
  const char *(*get_cursor) (BjtMapTool *self);                      /* CSS name; NULL: the ordinary one */
  char    *(*dup_hint) (BjtMapTool *self);                           /* one line for the foot of the map: what to do, what was found */
};

/* Signals:
 *   "changed" (void): draw again; hint or cursor may be others
 *   "done" (void): the view goes back to choosing */

gboolean    bjt_map_tool_press (BjtMapTool *self, const BjtToolEvent *event);
void        bjt_map_tool_drag (BjtMapTool *self, const BjtToolEvent *event);
void        bjt_map_tool_release (BjtMapTool *self, const BjtToolEvent *event);
void        bjt_map_tool_motion (BjtMapTool *self, const BjtToolEvent *event);
void        bjt_map_tool_leave (BjtMapTool *self);
gboolean    bjt_map_tool_key (BjtMapTool *self, guint keyval, GdkModifierType modifiers);
void        bjt_map_tool_cancel (BjtMapTool *self);
void        bjt_map_tool_draw (BjtMapTool *self, cairo_t *cr, const BjtMapFrame *frame);
BjtBox      bjt_map_tool_get_drawn_box (BjtMapTool *self, const BjtMapFrame *frame);
const char *bjt_map_tool_get_cursor (BjtMapTool *self);
char       *bjt_map_tool_dup_hint (BjtMapTool *self);
void        bjt_map_tool_emit_changed (BjtMapTool *self); /* for subclasses */
void        bjt_map_tool_emit_done (BjtMapTool *self);

G_END_DECLS
