/* bjt-choose-tool.c: takes no press, so the map pans under it. Main thread
 * only. */
#include "bjt-choose-tool.h"

#include "bjt-tally-text.h"

struct _BjtChooseTool
{
  BjtMapTool parent_instance;

  /* Owned */
  BjtFocus *focus; /* may be NULL */

  /* Borrowed */
  BjtMapFacts    *facts;
  BjtChoiceLayer *layer;

  /* State */
  gboolean is_over; /* a building */
};

G_DEFINE_FINAL_TYPE (BjtChooseTool, bjt_choose_tool, BJT_TYPE_MAP_TOOL)

enum
{
  SHOW_EXTENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bjt_choose_tool_release (BjtMapTool         *tool,
                         const BjtToolEvent *event)
{
  BjtChooseTool *self = BJT_CHOOSE_TOOL (tool);
  guint32        building, door;
  BjtBadgeHit    hit;

  if (event->n_press != 1 || event->button > GDK_BUTTON_PRIMARY || self->focus == NULL)
    return;
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
  G_OBJECT_CLASS (bjt_choose_tool_parent_class)->dispose (object);
}

static void
bjt_choose_tool_class_init (BjtChooseToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_choose_tool_dispose;
  tool_class->release = bjt_choose_tool_release;
  tool_class->motion = bjt_choose_tool_motion;
  tool_class->leave = bjt_choose_tool_leave;
  tool_class->cancel = bjt_choose_tool_leave;
  tool_class->get_cursor = bjt_choose_tool_get_cursor;
  signals[SHOW_EXTENT] = g_signal_new ("show-extent", BJT_TYPE_CHOOSE_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
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
                     BjtChoiceLayer *layer)
{
  BjtChooseTool *self = g_object_new (BJT_TYPE_CHOOSE_TOOL, NULL);

  self->facts = facts;
  self->layer = layer;
  return self;
}

void
bjt_choose_tool_set_focus (BjtChooseTool *self,
                           BjtFocus      *focus)
{
  g_set_object (&self->focus, focus);
}

char *
bjt_choose_tool_dup_tooltip (BjtChooseTool     *self,
                             const BjtMapFrame *view,
                             double             x,
                             double             y)
{
  BjtPicture *picture = bjt_map_facts_get_picture (self->facts);
  guint32     building, door;
  BjtBadgeHit hit;

  if (bjt_map_facts_find_badge (self->facts, view, x, y, &hit))
    return bjt_tally_text_dup (&hit.tally, picture, bjt_map_facts_get_curtain (self->facts));
  bjt_map_facts_find_at (self->facts, view, x, y, &building, &door);
  if (building == BJT_NO_INDEX)
    return NULL;
  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : bjt_picture_dup_building_name (picture, building);
}
