/* bjt-map-tool.c: calls the subclass where it has an answer. A tool that says
 * it is done may be dropped by all but the call that it is in. */
#include "bjt-map-tool.h"

G_DEFINE_ABSTRACT_TYPE (BjtMapTool, bjt_map_tool, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bjt_map_tool_class_init (BjtMapToolClass *klass)
{
  static const char *const names[] = { "changed", "done" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BJT_TYPE_MAP_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_map_tool_init (BjtMapTool *self)
{
}

gboolean
bjt_map_tool_press (BjtMapTool         *self,
                    const BjtToolEvent *event)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  return klass->press != NULL ? klass->press (self, event) : FALSE;
}

void
bjt_map_tool_drag (BjtMapTool         *self,
                   const BjtToolEvent *event)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  if (klass->drag != NULL)
    klass->drag (self, event);
}

void
bjt_map_tool_release (BjtMapTool         *self,
                      const BjtToolEvent *event)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  if (klass->release != NULL)
    klass->release (self, event);
}

void
bjt_map_tool_motion (BjtMapTool         *self,
                     const BjtToolEvent *event)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  if (klass->motion != NULL)
    klass->motion (self, event);
}

void
bjt_map_tool_leave (BjtMapTool *self)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  if (klass->leave != NULL)
    klass->leave (self);
}

gboolean
bjt_map_tool_key (BjtMapTool     *self,
                  guint           keyval,
                  GdkModifierType modifiers)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  return klass->key != NULL ? klass->key (self, keyval, modifiers) : FALSE;
}

void
bjt_map_tool_cancel (BjtMapTool *self)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);
  g_autoptr (BjtMapTool) held = g_object_ref (self);

  if (klass->cancel != NULL)
    klass->cancel (self);
}

void
bjt_map_tool_draw (BjtMapTool        *self,
                   cairo_t           *cr,
                   const BjtMapFrame *frame)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);

  if (klass->draw != NULL)
    klass->draw (self, cr, frame);
}

BjtBox
bjt_map_tool_get_drawn_box (BjtMapTool        *self,
                            const BjtMapFrame *frame)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);

  return klass->get_drawn_box != NULL ? klass->get_drawn_box (self, frame) : BJT_BOX_EMPTY;
}

const char *
bjt_map_tool_get_cursor (BjtMapTool *self)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);

  return klass->get_cursor != NULL ? klass->get_cursor (self) : NULL;
}

char *
bjt_map_tool_dup_hint (BjtMapTool *self)
{
  BjtMapToolClass *klass = BJT_MAP_TOOL_GET_CLASS (self);

  return klass->dup_hint != NULL ? klass->dup_hint (self) : NULL;
}

void
bjt_map_tool_emit_changed (BjtMapTool *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bjt_map_tool_emit_done (BjtMapTool *self)
{
  g_signal_emit (self, signals[DONE], 0);
}
