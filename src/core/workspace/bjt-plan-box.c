/* bjt-plan-box.c: from the shapes where there are any; else from the drawings
 * and pictures under the plan, of which only the headers are looked at. */
#include "bjt-plan-box.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#include "plan/bjt-drawing.h"

#define HEADER_SIZE (256u << 10) /* a JPEG's size stands behind its thumbnail */

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  *(BjtBox *) user_data = (BjtBox) { 0, 0, width, height };
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static gboolean
measure_picture (GBytes  *content,
                 BjtBox  *units,
                 GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize         size;
  const guint8 *data = g_bytes_get_data (content, &size);

  *units = BJT_BOX_EMPTY;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), units);
  for (gsize done = 0; done < size && bjt_box_is_empty (units); done += HEADER_SIZE)
    if (!gdk_pixbuf_loader_write (loader, data + done, size - done < HEADER_SIZE ? size - done : HEADER_SIZE, NULL))
      break;
  gdk_pixbuf_loader_close (loader, NULL);
  if (!bjt_box_is_empty (units))
    return TRUE;
  g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "the picture can't be read; it may be damaged");
  return FALSE;
}

/**
 * bjt_plan_content_measure:
 * @units: (out): pixels of a picture, units of a drawing
 */
gboolean
bjt_plan_content_measure (GBytes     *content,
                          const char *media_type,
                          BjtBox     *units,
                          GError    **error)
{
  g_autoptr (BjtDrawing) drawing = NULL;

  if (g_strcmp0 (media_type, BJT_DRAWING_MEDIA_TYPE) != 0)
    return measure_picture (content, units, error);
  drawing = bjt_drawing_new_from_bytes (content, error);
  if (drawing == NULL)
    return FALSE;
  *units = drawing->box;
  return TRUE;
}

BjtBox
bjt_plan_drawing_get_box (const BjtPlanDrawing *drawing,
                          const BjtBox         *units)
{
  const BjtPoint corners[] = { { units->x1, units->y1 }, { units->x2, units->y1 }, { units->x2, units->y2 }, { units->x1, units->y2 } };
  double         c = cos (drawing->angle) * drawing->scale, s = sin (drawing->angle) * drawing->scale;
  BjtBox         box = BJT_BOX_EMPTY;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    bjt_box_add_point (&box, drawing->x + c * corners[i].x + s * corners[i].y, drawing->y + s * corners[i].x - c * corners[i].y);
  return box;
}

static void
add_box (BjtBox       *box,
         const BjtBox *other)
{
  bjt_box_add_point (box, other->x1, other->y1);
  bjt_box_add_point (box, other->x2, other->y2);
}

static gboolean
add_drawing (BjtWorkspace         *self,
             const BjtPlanDrawing *drawing,
             BjtBox               *box,
             GError              **error)
{
  g_autoptr (BjtAttachment) attachment = bjt_workspace_get_attachment (self, &drawing->attachment_id, error);
  g_autoptr (GBytes) content = attachment != NULL ? bjt_workspace_load_attachment (self, &attachment->id, error) : NULL;
  BjtBox units, own;

  if (content == NULL || !bjt_plan_content_measure (content, attachment->media_type, &units, error))
    return FALSE;
  own = bjt_plan_drawing_get_box (drawing, &units);
  add_box (box, &own);
  return TRUE;
}

gboolean
bjt_workspace_measure_plan (BjtWorkspace  *self,
                            const BjtUuid *plan_id,
                            BjtBox        *box,
                            GError       **error)
{
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (self, plan_id, error);
  g_autoptr (GPtrArray) drawings = elements != NULL ? bjt_workspace_list_plan_drawings (self, plan_id, error) : NULL;

  *box = BJT_BOX_EMPTY;
  if (drawings == NULL)
    return FALSE;
  for (guint i = 0; i < elements->len; i++)
    if (((BjtPlanElement *) elements->pdata[i])->shape != NULL)
      add_box (box, &((BjtPlanElement *) elements->pdata[i])->shape->box);
  for (guint i = 0; i < drawings->len && elements->len == 0; i++)
    if (!add_drawing (self, drawings->pdata[i], box, error))
      return FALSE;
  if (!bjt_box_is_empty (box))
    return TRUE;
  g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "nothing is on the plan yet; draw on it or attach a drawing first");
  return FALSE;
}
