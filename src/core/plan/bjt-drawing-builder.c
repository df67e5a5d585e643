/* bjt-drawing-builder.c: appends to the arrays that the drawing will own. */
#include "bjt-drawing-builder.h"

#include "bjt-drawing-private.h"

#include <math.h>

struct _BjtDrawingBuilder
{
  BjtDrawingOwner *owner;
  GHashTable      *layers; /* name → index + 1 */
  gboolean         has_page;

  /* Of the path that is not an item yet */
  guint32          first_op;
  guint32          first_point;
  BjtPoint         begin;    /* of its last part */
};

static void
start (BjtDrawingBuilder *self)
{
  self->owner = bjt_drawing_owner_new ();
  self->owner->drawing.box = BJT_BOX_EMPTY;
  self->has_page = FALSE;
  self->first_op = self->first_point = 0;
  g_hash_table_remove_all (self->layers);
}

BjtDrawingBuilder *
bjt_drawing_builder_new (void)
{
  BjtDrawingBuilder *self = g_new0 (BjtDrawingBuilder, 1);

  self->layers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  start (self);
  return self;
}

void
bjt_drawing_builder_free (BjtDrawingBuilder *self)
{
  if (self == NULL)
    return;
  bjt_drawing_owner_free (self->owner);
  g_hash_table_unref (self->layers);
  g_free (self);
}

guint32
bjt_drawing_builder_add_layer (BjtDrawingBuilder *self,
                               const char        *name,
                               gboolean           is_hidden)
{
  guint           known = GPOINTER_TO_UINT (g_hash_table_lookup (self->layers, name));
  BjtDrawingLayer layer = { .is_hidden = is_hidden };

  if (known > 0)
    return known - 1;
  layer.name = g_string_chunk_insert (self->owner->strings, name);
  g_array_append_val (self->owner->layers, layer);
  g_hash_table_insert (self->layers, g_strdup (name), GUINT_TO_POINTER (self->owner->layers->len));
  return self->owner->layers->len - 1;
}

void
bjt_drawing_builder_set_layer_tags (BjtDrawingBuilder *self,
                                    guint32            layer,
                                    const char        *tags)
{
  g_return_if_fail (layer < self->owner->layers->len);
  g_array_index (self->owner->layers, BjtDrawingLayer, layer).tags = tags != NULL ? g_string_chunk_insert_const (self->owner->strings, tags) : NULL;
}

guint32
bjt_drawing_builder_add_picture (BjtDrawingBuilder *self,
                                 const char        *media_type,
                                 GBytes            *bytes)
{
  BjtDrawingPicture picture = { g_string_chunk_insert_const (self->owner->strings, media_type), g_bytes_ref (bytes) };

  g_array_append_val (self->owner->pictures, picture);
  return self->owner->pictures->len - 1;
}

static gboolean
is_usable (const BjtPoint *points,
           guint           n_points)
{
  for (guint i = 0; i < n_points; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      return FALSE;
  return TRUE;
}

static void
add_op (BjtDrawingBuilder *self,
        BjtPathOp          op,
        const BjtPoint    *points,
        guint              n_points)
{
  guint8 code = (guint8) op;

  if (!is_usable (points, n_points) || self->owner->points->len >= BJT_DRAWING_MAX_POINTS)
    return;
  g_array_append_val (self->owner->ops, code);
  g_array_append_vals (self->owner->points, points, n_points);
}

void
bjt_drawing_builder_move_to (BjtDrawingBuilder *self,
                             double             x,
                             double             y)
{
  self->begin = (BjtPoint) { x, y };
  add_op (self, BJT_PATH_MOVE, &self->begin, 1);
}

static gboolean
has_begun (const BjtDrawingBuilder *self)
{
  return self->owner->ops->len > self->first_op;
}

/* What follows a closed part begins where that began. */
static void
begin_again (BjtDrawingBuilder *self)
{
  if (has_begun (self) && g_array_index (self->owner->ops, guint8, self->owner->ops->len - 1) == BJT_PATH_CLOSE)
    bjt_drawing_builder_move_to (self, self->begin.x, self->begin.y);
}

void
bjt_drawing_builder_line_to (BjtDrawingBuilder *self,
                             double             x,
                             double             y)
{
  begin_again (self);
  if (has_begun (self))
    add_op (self, BJT_PATH_LINE, &(BjtPoint) { x, y }, 1);
  else
    bjt_drawing_builder_move_to (self, x, y);
}

void
bjt_drawing_builder_curve_to (BjtDrawingBuilder *self,
                              const BjtPoint     points[3])
{
  begin_again (self);
  if (!has_begun (self))
    bjt_drawing_builder_move_to (self, points[0].x, points[0].y);
  if (has_begun (self))
    add_op (self, BJT_PATH_CURVE, points, 3);
}

void
bjt_drawing_builder_close (BjtDrawingBuilder *self)
{
  if (has_begun (self))
    add_op (self, BJT_PATH_CLOSE, NULL, 0);
}

static void
drop_path (BjtDrawingBuilder *self)
{
  g_array_set_size (self->owner->ops, self->first_op);
  g_array_set_size (self->owner->points, self->first_point);
}

static gboolean
is_complete (const BjtDrawingBuilder *self,
             const BjtDrawingItem    *item)
{
  guint n_points = self->owner->points->len - self->first_point;

  switch (item->kind)
    {
    case BJT_DRAWING_PATH:
      return n_points > 1;
    case BJT_DRAWING_TEXT:
      return n_points == 1 && item->text != NULL && item->text[0] != '\0' && item->size > 0;
    case BJT_DRAWING_PICTURE:
    default:
      return n_points == 3 && item->picture < self->owner->pictures->len;
    }
}

static const char *
keep (BjtDrawingBuilder *self,
      const char        *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->owner->strings, text) : NULL;
}

/* Text reaches as far as its characters may: no font is asked. */
static void
find_box (const BjtDrawingBuilder *self,
          BjtDrawingItem          *item)
{
  double reach = item->kind == BJT_DRAWING_TEXT ? item->size * (double) g_utf8_strlen (item->text, -1)
                                                : item->stroke != BJT_NO_INK ? item->stroke_width / 2 : 0;

  item->box = BJT_BOX_EMPTY;
  for (guint32 i = item->first_point; i < item->first_point + item->n_points; i++)
    {
      BjtPoint point = g_array_index (self->owner->points, BjtPoint, i);

      bjt_box_add_point (&item->box, point.x - reach, point.y - reach);
      bjt_box_add_point (&item->box, point.x + reach, point.y + reach);
    }
  if (item->kind != BJT_DRAWING_PICTURE)
    return;
  const BjtPoint *corners = &g_array_index (self->owner->points, BjtPoint, item->first_point);

  bjt_box_add_point (&item->box, corners[1].x + corners[2].x - corners[0].x, corners[1].y + corners[2].y - corners[0].y);
}

gboolean
bjt_drawing_builder_add (BjtDrawingBuilder    *self,
                         const BjtDrawingItem *item)
{
  BjtDrawingItem copy = *item;

  if (!is_complete (self, item) || self->owner->items->len >= BJT_DRAWING_MAX_ITEMS || item->layer >= self->owner->layers->len)
    {
      drop_path (self);
      return FALSE;
    }
  copy.id = keep (self, item->id);
  copy.label = keep (self, item->label);
  copy.tags = keep (self, item->tags);
  copy.text = keep (self, item->text);
  copy.first_op = self->first_op;
  copy.n_ops = self->owner->ops->len - self->first_op;
  copy.first_point = self->first_point;
  copy.n_points = self->owner->points->len - self->first_point;
  find_box (self, &copy);
  g_array_append_val (self->owner->items, copy);
  if (!self->has_page)
    {
      bjt_box_add_point (&self->owner->drawing.box, copy.box.x1, copy.box.y1);
      bjt_box_add_point (&self->owner->drawing.box, copy.box.x2, copy.box.y2);
    }
  self->first_op = self->owner->ops->len;
  self->first_point = self->owner->points->len;
  return TRUE;
}

void
bjt_drawing_builder_set_scale (BjtDrawingBuilder *self,
                               double             metres_per_unit)
{
  self->owner->drawing.metres_per_unit = isfinite (metres_per_unit) && metres_per_unit > 0 ? metres_per_unit : 0;
}

void
bjt_drawing_builder_set_page (BjtDrawingBuilder *self,
                              const BjtBox      *page)
{
  self->owner->drawing.box = *page;
  self->has_page = TRUE;
}

/**
 * bjt_drawing_builder_finish:
 *
 * Returns: (transfer full): the drawing; one with nothing on it when nothing
 *   was added
 */
BjtDrawing *
bjt_drawing_builder_finish (BjtDrawingBuilder *self)
{
  BjtDrawingOwner *owner;

  drop_path (self);
  owner = self->owner;
  start (self);
  bjt_drawing_owner_publish (owner);
  return &owner->drawing;
}
