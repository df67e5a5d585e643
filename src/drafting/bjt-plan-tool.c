/* bjt-plan-tool.c: calls the subclass where it has an answer. A tool that says
 * it is done may be dropped by all but the call that it is in. */
#include "bjt-plan-tool.h"

#include "bjt-plan-canvas.h"

typedef struct
{
  BjtPlanCanvas *canvas; /* borrowed */
} BjtPlanToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BjtPlanTool, bjt_plan_tool, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bjt_plan_tool_class_init (BjtPlanToolClass *klass)
{
  static const char *const names[] = { "changed", "done" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BJT_TYPE_PLAN_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_plan_tool_init (BjtPlanTool *self)
{
}

BjtPlanCanvas *
bjt_plan_tool_get_canvas (BjtPlanTool *self)
{
  return ((BjtPlanToolPrivate *) bjt_plan_tool_get_instance_private (self))->canvas;
}

/**
 * bjt_plan_tool_attach:
 * @canvas: (nullable): that it works on from now on; %NULL: the work is over
 */
void
bjt_plan_tool_attach (BjtPlanTool   *self,
                      BjtPlanCanvas *canvas)
{
  BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);

  ((BjtPlanToolPrivate *) bjt_plan_tool_get_instance_private (self))->canvas = canvas;
  if (klass->attach != NULL)
    klass->attach (self, canvas);
}

#define DEFINE_CALL(name)                                  \
  void bjt_plan_tool_##name (BjtPlanTool *self)            \
  {                                                        \
    BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self); \
    g_autoptr (BjtPlanTool) held = g_object_ref (self);    \
                                                           \
    if (klass->name != NULL)                               \
      klass->name (self);                                  \
  }
DEFINE_CALL (plan_changed)
DEFINE_CALL (leave)
DEFINE_CALL (cancel)

#define DEFINE_EVENT(name)                                                       \
  void bjt_plan_tool_##name (BjtPlanTool *self, const BjtPlanToolEvent *event)   \
  {                                                                              \
    BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);                    \
    g_autoptr (BjtPlanTool) held = g_object_ref (self);                          \
                                                                                 \
    if (klass->name != NULL)                                                     \
      klass->name (self, event);                                                 \
  }
DEFINE_EVENT (drag)
DEFINE_EVENT (release)
DEFINE_EVENT (motion)

gboolean
bjt_plan_tool_press (BjtPlanTool            *self,
                     const BjtPlanToolEvent *event)
{
  BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);
  g_autoptr (BjtPlanTool) held = g_object_ref (self);

  return klass->press != NULL ? klass->press (self, event) : FALSE;
}

gboolean
bjt_plan_tool_key (BjtPlanTool    *self,
                   guint           keyval,
                   GdkModifierType modifiers)
{
  BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);
  g_autoptr (BjtPlanTool) held = g_object_ref (self);

  return klass->key != NULL ? klass->key (self, keyval, modifiers) : FALSE;
}

void
bjt_plan_tool_draw (BjtPlanTool        *self,
                    cairo_t            *cr,
                    const BjtPlanFrame *frame)
{
  BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);

  if (klass->draw != NULL)
    klass->draw (self, cr, frame);
}

const char *
bjt_plan_tool_get_cursor (BjtPlanTool *self)
{
  BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);

  return klass->get_cursor != NULL ? klass->get_cursor (self) : NULL;
}

char *
bjt_plan_tool_dup_hint (BjtPlanTool *self)
{
  BjtPlanToolClass *klass = BJT_PLAN_TOOL_GET_CLASS (self);

  return klass->dup_hint != NULL ? klass->dup_hint (self) : NULL;
}

void
bjt_plan_tool_emit_changed (BjtPlanTool *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bjt_plan_tool_emit_done (BjtPlanTool *self)
{
  g_signal_emit (self, signals[DONE], 0);
}
