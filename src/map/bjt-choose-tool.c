/* bjt-choose-tool.c: takes no press without Shift, so the map pans under it.
 * Main thread only. */
#include "bjt-choose-tool.h"

#include "bjt-tally-text.h"
#include "bjt-map-pen.h"

#include <math.h>

#define DRAG_SLACK 6.0 /* px after which a press is a drag */

struct _BjtChooseTool
{
  BjtMapTool parent_instance;

  /* Owned */
  BjtFocus    *focus; /* may be NULL */
  BjtSelector *selector;

  /* Borrowed */
  BjtMapFacts    *facts;
  BjtChoiceLayer *layer;

  /* State */
  gboolean is_over;    /* a building */
  gboolean is_banding; /* a rectangle is drawn */
  BjtPoint from, to;   /* its corners, Mercator */
};

G_DEFINE_FINAL_TYPE (BjtChooseTool, bjt_choose_tool, BJT_TYPE_MAP_TOOL)

enum
{
  SHOW_EXTENT,
  ZOOM_IN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The rectangle */

static gboolean
bjt_choose_tool_press (BjtMapTool         *tool,
                       const BjtToolEvent *event)
{
  BjtChooseTool *self = BJT_CHOOSE_TOOL (tool);

  self->from = self->to = event->place;
  return event->button == GDK_BUTTON_PRIMARY && (event->modifiers & GDK_SHIFT_MASK) != 0;
}

static void
bjt_choose_tool_drag (BjtMapTool         *tool,
                      const BjtToolEvent *event)
{
  BjtChooseTool *self = BJT_CHOOSE_TOOL (tool);
  BjtPoint       from = bjt_map_frame_project (event->frame, self->from);

  self->to = event->place;
  self->is_banding |= hypot (event->x - from.x, event->y - from.y) > DRAG_SLACK;
  bjt_map_tool_emit_changed (tool);
}

static void
get_corners (BjtChooseTool *self,
             BjtPoint       corners[4])
{
  corners[0] = self->from;
  corners[1] = (BjtPoint) { self->to.x, self->from.y };
  corners[2] = self->to;
  corners[3] = (BjtPoint) { self->from.x, self->to.y };
}

static void
take_band (BjtChooseTool   *self,
           GdkModifierType  modifiers)
{
  BjtPoint corners[4];

  get_corners (self, corners);
  self->is_banding = FALSE;
  bjt_selector_take_ring (self->selector, corners, G_N_ELEMENTS (corners), modifiers);
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

static void
bjt_choose_tool_draw (BjtMapTool        *tool,
                      cairo_t           *cr,
                      const BjtMapFrame *frame)
{
  BjtPoint corners[4];

  get_corners (BJT_CHOOSE_TOOL (tool), corners);
  bjt_map_pen_add_path (cr, frame, corners, G_N_ELEMENTS (corners));
  cairo_close_path (cr);
  bjt_tool_pen_fill (cr);
  bjt_tool_pen_stroke (cr, TRUE);
}

static BjtBox
bjt_choose_tool_get_drawn_box (BjtMapTool        *tool,
                               const BjtMapFrame *frame)
{
  BjtPoint corners[4];

  if (!BJT_CHOOSE_TOOL (tool)->is_banding)
    return BJT_BOX_EMPTY;
  get_corners (BJT_CHOOSE_TOOL (tool), corners);
  return bjt_map_pen_get_box (frame, corners, G_N_ELEMENTS (corners), BJT_TOOL_PEN_ROOM);
}

/* One thing */

/* A grid that is filled becomes the scope, and is given up by a second click. */
static void
choose_area (BjtChooseTool      *self,
             const BjtToolEvent *event)
{
  BjtFilter   filter = *bjt_focus_get_filter (self->focus);
  BjtAreaKind kind;
  guint32     area = bjt_map_facts_find_area (self->facts, event->frame, event->x, event->y, &kind);

  if (area == BJT_NO_INDEX || kind != BJT_AREA_GRID)
    return;
  filter.grid = filter.grid == area ? BJT_NO_INDEX : area;
  bjt_focus_set_filter (self->focus, &filter);
}

static void
bjt_choose_tool_release (BjtMapTool         *tool,
                         const BjtToolEvent *event)
{
  BjtChooseTool *self = BJT_CHOOSE_TOOL (tool);
  guint32        building, door;
  BjtBadgeHit    hit;

  if (self->is_banding)
    {
      take_band (self, event->modifiers);
      return;
    }
  if (event->button > GDK_BUTTON_PRIMARY || self->focus == NULL)
    return;
  if (event->n_press > 1)
    {
      if (event->n_press == 2 && (event->modifiers & gtk_accelerator_get_default_mod_mask ()) == 0)
        g_signal_emit (self, signals[ZOOM_IN], 0, &event->place);
      return;
    }
  if ((event->modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    {
      bjt_map_facts_find_at (self->facts, event->frame, event->x, event->y, &building, &door);
      if (building != BJT_NO_INDEX)
        bjt_selector_toggle (self->selector, building, door);
      return;
    }
  if (bjt_map_facts_find_badge (self->facts, event->frame, event->x, event->y, &hit))
    {
      g_signal_emit (self, signals[SHOW_EXTENT], 0, &hit.extent);
      return;
    }
  bjt_map_facts_find_at (self->facts, event->frame, event->x, event->y, &building, &door);
  if (door != BJT_NO_INDEX)
    bjt_focus_choose_door (self->focus, door);
  else if (building != BJT_NO_INDEX)
    bjt_focus_choose_building (self->focus, building);
  else
    choose_area (self, event);
}

static void
hover (BjtChooseTool *self,
       guint32        building,
       guint32        door)
{
  if (!bjt_choice_layer_hover (self->layer, building, door))
    return;
  self->is_over = building != BJT_NO_INDEX;
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

static void
bjt_choose_tool_motion (BjtMapTool         *tool,
                        const BjtToolEvent *event)
{
  BjtChooseTool *self = BJT_CHOOSE_TOOL (tool);
  guint32        building, door;

  bjt_map_facts_find_at (self->facts, event->frame, event->x, event->y, &building, &door);
  hover (self, building, door);
}

static void
bjt_choose_tool_leave (BjtMapTool *tool)
{
  hover (BJT_CHOOSE_TOOL (tool), BJT_NO_INDEX, BJT_NO_INDEX);
}

static void
bjt_choose_tool_cancel (BjtMapTool *tool)
{
  BJT_CHOOSE_TOOL (tool)->is_banding = FALSE;
  bjt_choose_tool_leave (tool);
  bjt_map_tool_emit_changed (tool);
}

static gboolean
bjt_choose_tool_key (BjtMapTool      *tool,
                     guint            keyval,
                     GdkModifierType  modifiers)
{
  return keyval == GDK_KEY_Escape && bjt_selector_clear (BJT_CHOOSE_TOOL (tool)->selector);
}

static const char *
bjt_choose_tool_get_cursor (BjtMapTool *tool)
{
  return BJT_CHOOSE_TOOL (tool)->is_over ? "pointer" : NULL;
}

static void
bjt_choose_tool_dispose (GObject *object)
{
  BjtChooseTool *self = BJT_CHOOSE_TOOL (object);

  g_clear_object (&self->focus);
  g_clear_object (&self->selector);
  G_OBJECT_CLASS (bjt_choose_tool_parent_class)->dispose (object);
}

static void
bjt_choose_tool_class_init (BjtChooseToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_choose_tool_dispose;
  tool_class->press = bjt_choose_tool_press;
  tool_class->drag = bjt_choose_tool_drag;
  tool_class->release = bjt_choose_tool_release;
  tool_class->motion = bjt_choose_tool_motion;
  tool_class->leave = bjt_choose_tool_leave;
  tool_class->cancel = bjt_choose_tool_cancel;
  tool_class->key = bjt_choose_tool_key;
  tool_class->draw = bjt_choose_tool_draw;
  tool_class->get_drawn_box = bjt_choose_tool_get_drawn_box;
  tool_class->get_cursor = bjt_choose_tool_get_cursor;
  signals[SHOW_EXTENT] = g_signal_new ("show-extent", BJT_TYPE_CHOOSE_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ZOOM_IN] = g_signal_new ("zoom-in", BJT_TYPE_CHOOSE_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bjt_choose_tool_init (BjtChooseTool *self)
{
}

/**
 * bjt_choose_tool_new:
 * @facts: (transfer none): lives longer
 * @layer: (transfer none): lives longer
 */
BjtChooseTool *
bjt_choose_tool_new (BjtMapFacts    *facts,
                     BjtChoiceLayer *layer,
                     BjtSelector    *selector)
{
  BjtChooseTool *self = g_object_new (BJT_TYPE_CHOOSE_TOOL, NULL);

  self->facts = facts;
  self->layer = layer;
  self->selector = g_object_ref (selector);
  return self;
}

void
bjt_choose_tool_set_focus (BjtChooseTool *self,
                           BjtFocus      *focus)
{
  g_set_object (&self->focus, focus);
}

/**
 * bjt_choose_tool_dup_address:
 *
 * Returns: (transfer full) (nullable): of the door, else of the building
 */
char *
bjt_choose_tool_dup_address (BjtChooseTool     *self,
                             const BjtMapFrame *view,
                             double             x,
                             double             y)
{
  BjtPicture *picture = bjt_map_facts_get_picture (self->facts);
  guint32     building, door;

  bjt_map_facts_find_at (self->facts, view, x, y, &building, &door);
  if (building == BJT_NO_INDEX)
    return NULL;
  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : bjt_picture_dup_building_name (picture, building);
}

static char *
dup_fact_text (BjtChooseTool     *self,
               const BjtMapFrame *view,
               double             x,
               double             y)
{
  BjtBadgeHit hit;
  BjtAreaKind kind;
  guint32     area = bjt_map_facts_find_area (self->facts, view, x, y, &kind);

  if (area != BJT_NO_INDEX)
    {
      g_autofree char *figure = bjt_map_facts_dup_figure (self->facts, area);
      g_autofree char *address = kind != BJT_AREA_BUILDING ? bjt_choose_tool_dup_address (self, view, x, y) : NULL;

      return address != NULL ? g_strdup_printf ("%s\n%s", address, figure) : g_steal_pointer (&figure);
    }
  if (bjt_map_facts_find_badge (self->facts, view, x, y, &hit))
    return bjt_tally_text_dup (&hit.tally, bjt_map_facts_get_picture (self->facts), bjt_map_facts_get_curtain (self->facts));
  return bjt_choose_tool_dup_address (self, view, x, y);
}

char *
bjt_choose_tool_dup_tooltip (BjtChooseTool     *self,
                             const BjtMapFrame *view,
                             double             x,
                             double             y)
{
  g_autofree char *fact = dup_fact_text (self, view, x, y);
  g_autofree char *overlay = bjt_map_facts_dup_overlay_text (self->facts, view, x, y);

  if (fact != NULL && overlay != NULL)
    return g_strdup_printf ("%s\n%s", fact, overlay);
  return fact != NULL ? g_steal_pointer (&fact) : g_steal_pointer (&overlay);
}
