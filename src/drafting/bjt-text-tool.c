/* bjt-text-tool.c: a click asks for the words. Main thread only. */
#include "bjt-text-tool.h"

#include <glib/gi18n-lib.h>

#include "bjt-draft-pen.h"

struct _BjtTextTool
{
  BjtDraftTool parent_instance;

  /* State */
  BjtPoint at;
};

G_DEFINE_FINAL_TYPE (BjtTextTool, bjt_text_tool, BJT_TYPE_DRAFT_TOOL)

enum
{
  WANTS_TEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
bjt_text_tool_finish (BjtDraftTool   *tool,
                      const BjtPoint *points,
                      guint           n_points)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (tool));
  BjtPoint       px;

  BJT_TEXT_TOOL (tool)->at = points[0];
  if (canvas != NULL)
    {
      px = bjt_plan_frame_to_view (bjt_plan_canvas_get_frame (canvas), points[0]);
      g_signal_emit (tool, signals[WANTS_TEXT], 0, px.x, px.y);
    }
  return TRUE;
}

gboolean
bjt_text_tool_write (BjtTextTool *self,
                     const char  *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  return *words == '\0' || bjt_draft_tool_add (BJT_DRAFT_TOOL (self), BJT_ELEMENT_TEXT, bjt_geometry_new_point (self->at.x, self->at.y), words);
}

static const char *
bjt_text_tool_get_cursor (BjtPlanTool *tool)
{
  return "text";
}

static const char *
bjt_text_tool_get_step (BjtDraftTool *tool,
                        guint         n_points)
{
  return _("Click where the words go");
}

static void
bjt_text_tool_class_init (BjtTextToolClass *klass)
{
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  BJT_PLAN_TOOL_CLASS (klass)->get_cursor = bjt_text_tool_get_cursor;
  draft_class->n_least = draft_class->n_most = 1;
  draft_class->finish = bjt_text_tool_finish;
  draft_class->get_step = bjt_text_tool_get_step;
  signals[WANTS_TEXT] = g_signal_new ("wants-text", BJT_TYPE_TEXT_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
bjt_text_tool_init (BjtTextTool *self)
{
}

BjtPlanTool *
bjt_text_tool_new (BjtDraftBoard *board)
{
  return g_object_new (BJT_TYPE_TEXT_TOOL, "board", board, NULL);
}
