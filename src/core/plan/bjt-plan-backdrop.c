/* bjt-plan-backdrop.c: a record and the drawing it speaks of.
 *
 * Content is what the helper process handed over, so that it is small enough;
 * still nothing of it is trusted: of a picture only its size is read here, and
 * the painter decodes it. */
#include "bjt-plan-backdrop.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#include "bjt-drawing-builder.h"

#define CHUNK 4096

typedef struct
{
  int width, height;
} Size;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Size            *size)
{
  *size = (Size) { width, height };
  gdk_pixbuf_loader_set_size (loader, 1, 1); /* the pixels are not wanted */
}

static Size
read_size (GBytes *content)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize         length;
  const guint8 *data = g_bytes_get_data (content, &length);
  Size          size = { 0, 0 };

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &size);
  for (gsize at = 0; at < length && size.width == 0; at += CHUNK)
    if (!gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, length - at), NULL))
      break;
  gdk_pixbuf_loader_close (loader, NULL);
  return size;
}

static BjtDrawing *
read_picture (const char *media_type,
              GBytes     *content,
              GError    **error)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  Size           size = read_size (content);
  BjtDrawingItem item = { .kind = BJT_DRAWING_PICTURE };

  if (size.width <= 0 || size.height <= 0)
    {
      g_set_error_literal (error, BJT_DRAWING_ERROR, 0, "the kept picture is damaged; bring its file in again");
      return NULL;
    }
  item.layer = bjt_drawing_builder_add_layer (builder, "", FALSE);
  item.picture = bjt_drawing_builder_add_picture (builder, media_type, content);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, size.width, 0);
  bjt_drawing_builder_line_to (builder, 0, size.height);
  bjt_drawing_builder_add (builder, &item);
  return bjt_drawing_builder_finish (builder);
}

BjtPlanBackdrop *
bjt_plan_backdrop_new_with_drawing (const BjtPlanDrawing *record,
                                    BjtDrawing           *drawing)
{
  BjtPlanBackdrop *self = g_new0 (BjtPlanBackdrop, 1);

  g_atomic_ref_count_init (&self->references);
  self->record = bjt_plan_drawing_copy (record);
  self->drawing = bjt_drawing_ref (drawing);
  return self;
}

/**
 * bjt_plan_backdrop_new:
 * @record: is copied
 * @media_type: image/png and image/jpeg are pictures, all else is a drawing
 *
 * Returns: (transfer full) (nullable):
 */
BjtPlanBackdrop *
bjt_plan_backdrop_new (const BjtPlanDrawing *record,
                       const char           *media_type,
                       GBytes               *content,
                       GError              **error)
{
  gboolean              is_picture = g_str_has_prefix (media_type, "image/");
  g_autoptr (BjtDrawing) drawing = is_picture ? read_picture (media_type, content, error) : bjt_drawing_new_from_bytes (content, error);

  return drawing != NULL ? bjt_plan_backdrop_new_with_drawing (record, drawing) : NULL;
}

BjtPlanBackdrop *
bjt_plan_backdrop_ref (BjtPlanBackdrop *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_plan_backdrop_unref (BjtPlanBackdrop *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_plan_drawing_free (self->record);
  bjt_drawing_unref (self->drawing);
  g_free (self);
}

BjtPoint
bjt_plan_backdrop_to_plan (const BjtPlanBackdrop *self,
                           BjtPoint               units)
{
  const BjtPlanDrawing *record = self->record;
  double                x = units.x * record->scale, y = -units.y * record->scale;
  double                cosine = cos (record->angle), sine = sin (record->angle);

  return (BjtPoint) { record->x + x * cosine - y * sine, record->y + x * sine + y * cosine };
}

BjtPoint
bjt_plan_backdrop_to_drawing (const BjtPlanBackdrop *self,
                              BjtPoint               metres)
{
  const BjtPlanDrawing *record = self->record;
  double                x = metres.x - record->x, y = metres.y - record->y;
  double                cosine = cos (record->angle), sine = sin (record->angle);

  return (BjtPoint) { (x * cosine + y * sine) / record->scale, (x * sine - y * cosine) / record->scale };
}

BjtBox
bjt_plan_backdrop_get_box (const BjtPlanBackdrop *self)
{
  const BjtBox *box = &self->drawing->box;
  BjtBox        metres = BJT_BOX_EMPTY;

  if (bjt_box_is_empty (box))
    return metres;
  for (guint i = 0; i < 4; i++)
    {
      BjtPoint corner = bjt_plan_backdrop_to_plan (self, (BjtPoint) { i % 2 == 0 ? box->x1 : box->x2, i < 2 ? box->y1 : box->y2 });

      bjt_box_add_point (&metres, corner.x, corner.y);
    }
  return metres;
}
