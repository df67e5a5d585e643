/* fuzz-drawing.c: any bytes are a drawing that can be used, and perhaps a plan of
 * ours, or are refused. */
#include "plan/bjt-drawing-index.h"
#include "plan/bjt-plan-draft.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BjtDrawing) drawing = bjt_drawing_new_from_bytes (bytes, NULL);
  g_autoptr (BjtDrawing) again = NULL;
  g_autoptr (BjtDrawing) rest = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  if (drawing == NULL)
    return 0;
  written = bjt_drawing_to_bytes (drawing);
  again = bjt_drawing_new_from_bytes (written, NULL);
  g_assert (again != NULL && again->n_items == drawing->n_items && again->n_points == drawing->n_points);
  for (guint32 i = 0; i < drawing->n_items; i++)
    {
      g_autoptr (BjtGeometry) shape = bjt_drawing_flatten_item (drawing, i, 0.1);
    }
  drafts = bjt_plan_draft_list (drawing);
  rest = bjt_plan_draft_dup_rest (drawing);
  return 0;
}
