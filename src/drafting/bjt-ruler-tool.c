/* bjt-ruler-tool.c: what was measured stays until the next click. Ctrl+C copies
 * it. Main thread only. */
#include "bjt-ruler-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "bjt-draft-words.h"

struct _BjtRulerTool
{
  BjtDraftTool parent_instance;

  /* Owned */
  GArray *measured; /* BjtPoint: the line that was ended; empty: none */
};

G_DEFINE_FINAL_TYPE (BjtRulerTool, bjt_ruler_tool, BJT_TYPE_DRAFT_TOOL)

static char *
dup_result (const BjtPoint *points,
            guint           n_points)
{
  double           length = 0;
  g_autofree char *distance = NULL, *area = NULL;

  if (n_points < 2)
    return NULL;
  for (guint i = 1; i < n_points; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  distance = bjt_draft_words_dup_length (length);
  if (n_points == 2)
    return g_steal_pointer (&distance);
  area = bjt_draft_words_dup_area (fabs (bjt_geometry_get_signed_area (points, n_points)));
  /* Translators: the length of a line on a plan, and the area it encloses when it is closed */
  return g_strdup_printf (_("%s, enclosing %s"), distance, area);
}

/* With the point under the pointer while measuring, else what was measured. */
static GArray *
list_points (BjtRulerTool *self)
{
  const BjtPoint *points;
  guint           n;
  BjtPoint        at;
  GArray         *all;

  points = bjt_draft_tool_get_points (BJT_DRAFT_TOOL (self), &n);
  if (n == 0)
    return g_array_copy (self->measured);
  all = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_array_append_vals (all, points, n);
  if (bjt_draft_tool_get_pointer (BJT_DRAFT_TOOL (self), &at))
    g_array_append_val (all, at);
  return all;
}

static char *
bjt_ruler_tool_dup_finding (BjtDraftTool *tool)
{
  g_autoptr (GArray) points = list_points (BJT_RULER_TOOL (tool));

  return dup_result ((const BjtPoint *) (gpointer) points->data, points->len);
}

static const char *
bjt_ruler_tool_get_step (BjtDraftTool *tool,
                         guint         n_points)
{
  if (n_points > 0)
    return _("Click the next point; Enter or a double click ends");
  return BJT_RULER_TOOL (tool)->measured->len > 0 ? _("Ctrl+C copies; a click begins anew") : _("Click where to measure from");
}

static gboolean
bjt_ruler_tool_finish (BjtDraftTool   *tool,
                       const BjtPoint *points,
                       guint           n_points)
{
  BjtRulerTool *self = BJT_RULER_TOOL (tool);

  g_array_set_size (self->measured, 0);
  g_array_append_vals (self->measured, points, n_points);
  return TRUE;
}

static gboolean
bjt_ruler_tool_key (BjtPlanTool     *tool,
                    guint            keyval,
                    GdkModifierType  modifiers)
{
  BjtRulerTool    *self = BJT_RULER_TOOL (tool);
  g_autofree char *result = bjt_ruler_tool_dup_finding (BJT_DRAFT_TOOL (tool));
  guint            n;

  if (keyval == GDK_KEY_c && modifiers == GDK_CONTROL_MASK && result != NULL)
    {
      gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), result);
      return TRUE;
    }
  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (tool), &n);
  if (keyval == GDK_KEY_Escape && n == 0 && self->measured->len > 0)
    {
      g_array_set_size (self->measured, 0);
      bjt_plan_tool_emit_changed (tool);
      return TRUE;
    }
  return BJT_PLAN_TOOL_CLASS (bjt_ruler_tool_parent_class)->key (tool, keyval, modifiers);
}

static void
bjt_ruler_tool_cancel (BjtPlanTool *tool)
{
  g_array_set_size (BJT_RULER_TOOL (tool)->measured, 0);
  BJT_PLAN_TOOL_CLASS (bjt_ruler_tool_parent_class)->cancel (tool);
}

/* Drawing */

static void
bjt_ruler_tool_draw_points (BjtDraftTool       *tool,
                            cairo_t            *cr,
                            const BjtPlanFrame *frame,
                            const BjtPoint     *points,
                            guint               n_points,
                            gboolean            has_pointer)
{
  if (n_points > 2)
    {
      bjt_draft_pen_add_path (cr, frame, points, n_points);
      cairo_close_path (cr);
      bjt_tool_pen_fill (cr);
    }
  BJT_DRAFT_TOOL_CLASS (bjt_ruler_tool_parent_class)->draw_points (tool, cr, frame, points, n_points, has_pointer);
}

static void
bjt_ruler_tool_draw (BjtPlanTool        *tool,
                     cairo_t            *cr,
                     const BjtPlanFrame *frame)
{
  BjtRulerTool *self = BJT_RULER_TOOL (tool);
  guint         n;

  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (tool), &n);
  if (n == 0 && self->measured->len > 0)
    bjt_ruler_tool_draw_points (BJT_DRAFT_TOOL (tool), cr, frame, (const BjtPoint *) (gpointer) self->measured->data, self->measured->len, FALSE);
  BJT_PLAN_TOOL_CLASS (bjt_ruler_tool_parent_class)->draw (tool, cr, frame);
}

/* The object */

static void
bjt_ruler_tool_finalize (GObject *object)
{
  g_array_unref (BJT_RULER_TOOL (object)->measured);
  G_OBJECT_CLASS (bjt_ruler_tool_parent_class)->finalize (object);
}

static void
bjt_ruler_tool_class_init (BjtRulerToolClass *klass)
{
  BjtPlanToolClass  *tool_class = BJT_PLAN_TOOL_CLASS (klass);
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_ruler_tool_finalize;
  tool_class->key = bjt_ruler_tool_key;
  tool_class->cancel = bjt_ruler_tool_cancel;
  tool_class->draw = bjt_ruler_tool_draw;
  draft_class->n_least = 2;
  draft_class->finish = bjt_ruler_tool_finish;
  draft_class->draw_points = bjt_ruler_tool_draw_points;
  draft_class->get_step = bjt_ruler_tool_get_step;
  draft_class->dup_finding = bjt_ruler_tool_dup_finding;
}

static void
bjt_ruler_tool_init (BjtRulerTool *self)
{
  self->measured = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
}

BjtPlanTool *
bjt_ruler_tool_new (BjtDraftBoard *board)
{
  return g_object_new (BJT_TYPE_RULER_TOOL, "board", board, NULL);
}
