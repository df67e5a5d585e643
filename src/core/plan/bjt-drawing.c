/* bjt-drawing.c: the drawing as bytes and as plain outlines.
 *
 * Bytes: a GVariant, little-endian: flat arrays of items, of what is in their
 * paths and of words, so that ten thousand of them cost a few milliseconds.
 * Reading trusts nothing: every index is checked by putting the drawing together
 * again with the builder. What was written before there were tags is read too. */
#include "bjt-drawing.h"

#include "bjt-drawing-builder.h"
#include "bjt-drawing-private.h"

#include <math.h>
#include <string.h>

#define MAGIC "bjt-drawing-3"
#define MAGIC_WITHOUT_TAGS "bjt-drawing-1"
#define LAYER_TYPE "(sbms)"
#define LAYER_TYPE_WITHOUT_TAGS "(sb)"
#define PICTURE_TYPE "(say)"
#define ITEM_TYPE "(uuuuuuuuuuuudddd)" /* PackedItem */
#define ITEM_TYPE_WITHOUT_TAGS "(ybumsmsuudayadmsdddu)"
#define HEAD_TYPE "sd(dddd)a"
#define DRAWING_TYPE "(" HEAD_TYPE LAYER_TYPE "a" PICTURE_TYPE "asa" ITEM_TYPE "ayad)"
#define DRAWING_TYPE_WITHOUT_TAGS "(" HEAD_TYPE LAYER_TYPE_WITHOUT_TAGS "a" PICTURE_TYPE "a" ITEM_TYPE_WITHOUT_TAGS ")"
#define MAX_STEPS 64 /* lines a curve becomes */

G_DEFINE_QUARK (bjt-drawing-error-quark, bjt_drawing_error)

static const guint n_op_points[] = { [BJT_PATH_MOVE] = 1, [BJT_PATH_LINE] = 1, [BJT_PATH_CURVE] = 3, [BJT_PATH_CLOSE] = 0 };

/* Owning */

static void
clear_picture (gpointer data)
{
  g_bytes_unref (((BjtDrawingPicture *) data)->bytes);
}

BjtDrawingOwner *
bjt_drawing_owner_new (void)
{
  BjtDrawingOwner *self = g_new0 (BjtDrawingOwner, 1);

  g_atomic_ref_count_init (&self->references);
  self->strings = g_string_chunk_new (1024);
  self->layers = g_array_new (FALSE, FALSE, sizeof (BjtDrawingLayer));
  self->items = g_array_new (FALSE, FALSE, sizeof (BjtDrawingItem));
  self->ops = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->pictures = g_array_new (FALSE, FALSE, sizeof (BjtDrawingPicture));
  g_array_set_clear_func (self->pictures, clear_picture);
  return self;
}

void
bjt_drawing_owner_free (BjtDrawingOwner *self)
{
  g_string_chunk_free (self->strings);
  g_array_unref (self->layers);
  g_array_unref (self->items);
  g_array_unref (self->ops);
  g_array_unref (self->points);
  g_array_unref (self->pictures);
  g_free (self);
}

void
bjt_drawing_owner_publish (BjtDrawingOwner *self)
{
  BjtDrawing *drawing = &self->drawing;

  drawing->layers = (const BjtDrawingLayer *) (gpointer) self->layers->data;
  drawing->n_layers = self->layers->len;
  drawing->items = (const BjtDrawingItem *) (gpointer) self->items->data;
  drawing->n_items = self->items->len;
  drawing->ops = (const guint8 *) self->ops->data;
  drawing->n_ops = self->ops->len;
  drawing->points = (const BjtPoint *) (gpointer) self->points->data;
  drawing->n_points = self->points->len;
  drawing->pictures = (const BjtDrawingPicture *) (gpointer) self->pictures->data;
  drawing->n_pictures = self->pictures->len;
}

BjtDrawing *
bjt_drawing_ref (BjtDrawing *self)
{
  g_atomic_ref_count_inc (&((BjtDrawingOwner *) self)->references);
  return self;
}

void
bjt_drawing_unref (BjtDrawing *self)
{
  BjtDrawingOwner *owner = (BjtDrawingOwner *) self;

  if (self != NULL && g_atomic_ref_count_dec (&owner->references))
    bjt_drawing_owner_free (owner);
}

/* As bytes */

/* As it stands in the bytes: words are counted from 1 in their list, 0 is none. */
typedef struct
{
  guint32 kind, even_odd, layer;
  guint32 id, label, tags, text;
  guint32 picture;
  guint32 fill, stroke;
  guint32 n_ops, n_points;
  double  stroke_width, size, angle, anchor;
} PackedItem;

G_STATIC_ASSERT (sizeof (PackedItem) == 80);

typedef struct
{
  GPtrArray  *words;
  GHashTable *known; /* word → its number */
} Words;

/* The builder keeps a word once, so that most are told apart by their address. */
static guint32
pack_word (Words      *self,
           const char *word)
{
  guint number = word != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->known, word)) : 0;

  if (word == NULL || number > 0)
    return number;
  g_ptr_array_add (self->words, (gpointer) word);
  g_hash_table_insert (self->known, (gpointer) word, GUINT_TO_POINTER (self->words->len));
  return self->words->len;
}

static PackedItem
pack_item (const BjtDrawingItem *item,
           Words                *words)
{
  return (PackedItem) {
    item->kind, item->even_odd ? 1 : 0, item->layer,
    pack_word (words, item->id), pack_word (words, item->label), pack_word (words, item->tags), pack_word (words, item->text),
    item->picture, item->fill, item->stroke, item->n_ops, item->n_points,
    item->stroke_width, item->size, item->angle, item->anchor,
  };
}

static GVariant *
pack_items (const BjtDrawing *self,
            GVariant        **words)
{
  g_autofree PackedItem *items = g_new (PackedItem, self->n_items + 1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Words packing = { list, known };

  for (guint i = 0; i < self->n_items; i++)
    items[i] = pack_item (self->items + i, &packing);
  *words = g_variant_new_strv ((const char *const *) list->pdata, list->len);
  return g_variant_new_fixed_array (G_VARIANT_TYPE (ITEM_TYPE), items, self->n_items, sizeof *items);
}

/**
 * bjt_drawing_to_bytes:
 *
 * Returns: (transfer full): what bjt_drawing_new_from_bytes() reads
 */
GBytes *
bjt_drawing_to_bytes (const BjtDrawing *self)
{
  GVariantBuilder layers, pictures;
  GVariant       *words, *items = pack_items (self, &words);
  g_autoptr (GVariant) variant = NULL;

  g_variant_builder_init (&layers, G_VARIANT_TYPE ("a" LAYER_TYPE));
  for (guint i = 0; i < self->n_layers; i++)
    g_variant_builder_add (&layers, LAYER_TYPE, self->layers[i].name, self->layers[i].is_hidden, self->layers[i].tags);
  g_variant_builder_init (&pictures, G_VARIANT_TYPE ("a" PICTURE_TYPE));
  for (guint i = 0; i < self->n_pictures; i++)
    g_variant_builder_add (&pictures, "(s@ay)", self->pictures[i].media_type,
                           g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->pictures[i].bytes, TRUE));
  variant = g_variant_ref_sink (g_variant_new ("(" HEAD_TYPE LAYER_TYPE "a" PICTURE_TYPE "@as@a" ITEM_TYPE "@ay@ad)", MAGIC, self->metres_per_unit,
                                               self->box.x1, self->box.y1, self->box.x2, self->box.y2, &layers, &pictures, words, items,
                                               g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, self->ops, self->n_ops, 1),
                                               g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, self->points, 2 * self->n_points, sizeof (double))));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      GVariant *swapped = g_variant_byteswap (variant);

      g_variant_unref (variant);
      variant = swapped;
    }
  return g_variant_get_data_as_bytes (variant);
}

/* Puts a path together again; FALSE when its steps and points do not agree. */
static gboolean
unpack_path (BjtDrawingBuilder *builder,
             const guint8      *ops,
             gsize              n_ops,
             const BjtPoint    *points,
             gsize              n_points)
{
  gsize at = 0;

  for (gsize i = 0; i < n_ops; i++)
    {
      if (ops[i] >= G_N_ELEMENTS (n_op_points) || at + n_op_points[ops[i]] > n_points)
        return FALSE;
      if (ops[i] == BJT_PATH_MOVE)
        bjt_drawing_builder_move_to (builder, points[at].x, points[at].y);
      else if (ops[i] == BJT_PATH_LINE)
        bjt_drawing_builder_line_to (builder, points[at].x, points[at].y);
      else if (ops[i] == BJT_PATH_CURVE)
        bjt_drawing_builder_curve_to (builder, points + at);
      else
        bjt_drawing_builder_close (builder);
      at += n_op_points[ops[i]];
    }
  return at == n_points;
}

static gboolean
add_item (BjtDrawingBuilder    *builder,
          const BjtDrawingItem *item)
{
  return item->kind <= BJT_DRAWING_PICTURE && isfinite (item->stroke_width) && isfinite (item->size) && isfinite (item->angle) && isfinite (item->anchor)
         && bjt_drawing_builder_add (builder, item);
}

static gboolean
unpack_item_without_tags (BjtDrawingBuilder *builder,
                          GVariant          *variant)
{
  BjtDrawingItem item = { 0 };
  g_autoptr (GVariant) ops = NULL;
  g_autoptr (GVariant) points = NULL;
  const guint8   *ops_data;
  const BjtPoint *points_data;
  gsize           n_ops, n_values;

  g_variant_get (variant, "(ybum&sm&suud@ay@adm&sdddu)", &item.kind, &item.even_odd, &item.layer, &item.id, &item.label,
                 &item.fill, &item.stroke, &item.stroke_width, &ops, &points,
                 &item.text, &item.size, &item.angle, &item.anchor, &item.picture);
  ops_data = g_variant_get_fixed_array (ops, &n_ops, 1);
  points_data = g_variant_get_fixed_array (points, &n_values, sizeof (double));
  return n_values % 2 == 0 && unpack_path (builder, ops_data, n_ops, points_data, n_values / 2) && add_item (builder, &item);
}

static gboolean
unpack_items_without_tags (BjtDrawingBuilder *builder,
                           GVariant          *variant)
{
  g_autoptr (GVariant) items = g_variant_get_child_value (variant, 5);

  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

      if (!unpack_item_without_tags (builder, item))
        return FALSE;
    }
  return TRUE;
}

/* Counted from 1; beyond the list there is none. */
static const char *
unpack_word (const char *const *words,
             gsize              n_words,
             guint32            number)
{
  return number > 0 && number <= n_words ? words[number - 1] : NULL;
}

static gboolean
unpack_items (BjtDrawingBuilder *builder,
              GVariant          *variant)
{
  g_autoptr (GVariant) word_list = g_variant_get_child_value (variant, 5);
  g_autoptr (GVariant) item_list = g_variant_get_child_value (variant, 6);
  g_autoptr (GVariant) op_list = g_variant_get_child_value (variant, 7);
  g_autoptr (GVariant) point_list = g_variant_get_child_value (variant, 8);
  gsize n_words, n_items, n_ops, n_values;
  g_autofree const char **words = g_variant_get_strv (word_list, &n_words);
  const PackedItem *items = g_variant_get_fixed_array (item_list, &n_items, sizeof *items);
  const guint8     *ops = g_variant_get_fixed_array (op_list, &n_ops, 1);
  const BjtPoint   *points = g_variant_get_fixed_array (point_list, &n_values, sizeof (double));
  gsize             n_points = n_values / 2;

  for (gsize i = 0; i < n_items; i++)
    {
      const PackedItem *packed = items + i;
      BjtDrawingItem    item = { .kind = (guint8) MIN (packed->kind, G_MAXUINT8), .even_odd = packed->even_odd != 0, .layer = packed->layer };

      if (packed->n_ops > n_ops || packed->n_points > n_points || !unpack_path (builder, ops, packed->n_ops, points, packed->n_points))
        return FALSE;
      ops += packed->n_ops;
      n_ops -= packed->n_ops;
      points += packed->n_points;
      n_points -= packed->n_points;
      item.id = unpack_word (words, n_words, packed->id);
      item.label = unpack_word (words, n_words, packed->label);
      item.tags = unpack_word (words, n_words, packed->tags);
      item.text = unpack_word (words, n_words, packed->text);
      item.picture = packed->picture;
      item.fill = packed->fill;
      item.stroke = packed->stroke;
      item.stroke_width = packed->stroke_width;
      item.size = packed->size;
      item.angle = packed->angle;
      item.anchor = packed->anchor;
      if (!add_item (builder, &item))
        return FALSE;
    }
  return TRUE;
}

static void
unpack_lists (BjtDrawingBuilder *builder,
              GVariant          *variant,
              gboolean           has_tags)
{
  g_autoptr (GVariant) layers = g_variant_get_child_value (variant, 3);
  g_autoptr (GVariant) pictures = g_variant_get_child_value (variant, 4);

  for (gsize i = 0; i < g_variant_n_children (layers); i++)
    {
      const char *name, *tags = NULL;
      gboolean    is_hidden;
      guint32     layer;

      if (has_tags)
        g_variant_get_child (layers, i, "(&sbm&s)", &name, &is_hidden, &tags);
      else
        g_variant_get_child (layers, i, "(&sb)", &name, &is_hidden);
      layer = bjt_drawing_builder_add_layer (builder, name, is_hidden);
      bjt_drawing_builder_set_layer_tags (builder, layer, tags);
    }
  for (gsize i = 0; i < g_variant_n_children (pictures); i++)
    {
      const char *media_type;
      g_autoptr (GVariant) data = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_variant_get_child (pictures, i, "(&s@ay)", &media_type, &data);
      bytes = g_variant_get_data_as_bytes (data);
      bjt_drawing_builder_add_picture (builder, media_type, bytes);
    }
}

static BjtDrawing *
refuse (GError **error)
{
  g_set_error_literal (error, BJT_DRAWING_ERROR, 0, "the kept drawing is damaged; bring its file in again");
  return NULL;
}

/* The magic is the first text of the bytes, whatever follows. */
static gboolean
begins_with (GBytes     *bytes,
             const char *magic)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > strlen (magic) && memcmp (data, magic, strlen (magic) + 1) == 0;
}

static gboolean
unpack_drawing (BjtDrawingBuilder *builder,
                GVariant          *variant,
                gboolean           has_tags)
{
  double metres_per_unit;
  BjtBox page;

  g_variant_get_child (variant, 1, "d", &metres_per_unit);
  g_variant_get_child (variant, 2, "(dddd)", &page.x1, &page.y1, &page.x2, &page.y2);
  if (!isfinite (page.x1 + page.y1 + page.x2 + page.y2))
    return FALSE;
  bjt_drawing_builder_set_scale (builder, metres_per_unit);
  bjt_drawing_builder_set_page (builder, &page);
  unpack_lists (builder, variant, has_tags);
  return has_tags ? unpack_items (builder, variant) : unpack_items_without_tags (builder, variant);
}

/**
 * bjt_drawing_new_from_bytes:
 *
 * Returns: (transfer full) (nullable): the drawing, if it is one
 */
BjtDrawing *
bjt_drawing_new_from_bytes (GBytes  *bytes,
                            GError **error)
{
  gboolean has_tags = begins_with (bytes, MAGIC);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();

  if (!has_tags && !begins_with (bytes, MAGIC_WITHOUT_TAGS))
    return refuse (error);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (has_tags ? G_VARIANT_TYPE (DRAWING_TYPE) : G_VARIANT_TYPE (DRAWING_TYPE_WITHOUT_TAGS),
                                                          bytes, FALSE));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      GVariant *swapped = g_variant_byteswap (variant);

      g_variant_unref (variant);
      variant = swapped;
    }
  return unpack_drawing (builder, variant, has_tags) ? bjt_drawing_builder_finish (builder) : refuse (error);
}

/* Tags: a line each, name=value; what would break a line is escaped. */

void
bjt_drawing_append_tag (GString    *tags,
                        const char *name,
                        const char *value)
{
  if (value == NULL)
    return;
  if (tags->len > 0)
    g_string_append_c (tags, '\n');
  g_string_append (tags, name);
  g_string_append_c (tags, '=');
  for (; *value != '\0'; value++)
    if (*value == '\n')
      g_string_append (tags, "\\n");
    else if (*value == '\\')
      g_string_append (tags, "\\\\");
    else
      g_string_append_c (tags, *value);
}

static char *
dup_value (const char *at)
{
  GString *value = g_string_new (NULL);

  for (; *at != '\0' && *at != '\n'; at++)
    if (*at == '\\' && (at[1] == 'n' || at[1] == '\\'))
      g_string_append_c (value, *++at == 'n' ? '\n' : '\\');
    else
      g_string_append_c (value, *at);
  return g_string_free (value, FALSE);
}

char *
bjt_drawing_dup_tag (const char *tags,
                     const char *name)
{
  gsize length = strlen (name);

  while (tags != NULL)
    {
      if (strncmp (tags, name, length) == 0 && tags[length] == '=')
        return dup_value (tags + length + 1);
      tags = strchr (tags, '\n');
      tags = tags != NULL ? tags + 1 : NULL;
    }
  return NULL;
}

/* As outlines */

typedef struct
{
  GArray  *points;
  GArray  *parts; /* BjtPart */
  gboolean is_closed;
  double   tolerance;
} Outline;

static void
end_part (Outline *self)
{
  BjtPart *part = self->parts->len > 0 ? &g_array_index (self->parts, BjtPart, self->parts->len - 1) : NULL;
  BjtPoint first, last;

  if (part == NULL)
    return;
  part->n_points = self->points->len - part->first;
  if (part->n_points < 2)
    {
      g_array_set_size (self->points, part->first);
      g_array_set_size (self->parts, self->parts->len - 1);
      return;
    }
  first = g_array_index (self->points, BjtPoint, part->first);
  last = g_array_index (self->points, BjtPoint, self->points->len - 1);
  self->is_closed = self->is_closed && part->n_points > 3 && first.x == last.x && first.y == last.y;
}

static void
begin_part (Outline *self,
            BjtPoint at)
{
  BjtPart part = { 0 };

  end_part (self);
  part.first = self->points->len;
  g_array_append_val (self->parts, part);
  g_array_append_val (self->points, at);
}

/* As many equal steps as the bend asks for */
static void
add_curve (Outline        *self,
           BjtPoint        p,
           const BjtPoint *c)
{
  double bend = hypot (p.x - 2 * c[0].x + c[1].x, p.y - 2 * c[0].y + c[1].y)
                + hypot (c[0].x - 2 * c[1].x + c[2].x, c[0].y - 2 * c[1].y + c[2].y);
  guint  n = (guint) fmax (1, fmin (MAX_STEPS, ceil (sqrt (bend / self->tolerance))));

  for (guint i = 1; i <= n; i++)
    {
      double   t = (double) i / n, u = 1 - t;
      double   a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;
      BjtPoint at = { a * p.x + b * c[0].x + d * c[1].x + e * c[2].x, a * p.y + b * c[0].y + d * c[1].y + e * c[2].y };

      g_array_append_val (self->points, at);
    }
}

static void
add_op (Outline        *self,
        BjtPathOp       op,
        const BjtPoint *at)
{
  BjtPoint last = self->points->len > 0 ? g_array_index (self->points, BjtPoint, self->points->len - 1) : (BjtPoint) { 0, 0 };

  switch (op)
    {
    case BJT_PATH_MOVE:
      begin_part (self, at[0]);
      break;
    case BJT_PATH_LINE:
      g_array_append_val (self->points, at[0]);
      break;
    case BJT_PATH_CURVE:
      add_curve (self, last, at);
      break;
    case BJT_PATH_CLOSE:
    default:
      last = g_array_index (self->points, BjtPoint, g_array_index (self->parts, BjtPart, self->parts->len - 1).first);
      g_array_append_val (self->points, last);
      break;
    }
}

/* Rings come without their repeated last point. */
static BjtGeometry *
finish_polygon (Outline *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      BjtPart  *part = &g_array_index (self->parts, BjtPart, i);
      BjtPoint *points = &g_array_index (self->points, BjtPoint, 0);

      part->n_points--;
      memmove (points + kept, points + part->first, part->n_points * sizeof *points);
      part->first = kept;
      kept += part->n_points;
    }
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) self->parts->data, self->parts->len,
                           (const BjtPoint *) (gpointer) self->points->data, kept);
}

/**
 * bjt_drawing_flatten_item:
 * @tolerance: how far curves may be cut short, in drawing units
 *
 * Returns: (transfer full) (nullable): a polygon when every part is closed,
 *   else lines; the parts of a polygon as they are drawn, none marked a hole
 */
BjtGeometry *
bjt_drawing_flatten_item (const BjtDrawing *self,
                          guint32           item_index,
                          double            tolerance)
{
  const BjtDrawingItem *item = self->items + item_index;
  const BjtPoint       *at = self->points + item->first_point;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  Outline outline = { points, parts, TRUE, fmax (tolerance, 1e-9) };

  if (item->kind != BJT_DRAWING_PATH)
    return NULL;
  for (guint32 i = item->first_op; i < item->first_op + item->n_ops; at += n_op_points[self->ops[i]], i++)
    add_op (&outline, (BjtPathOp) self->ops[i], at);
  end_part (&outline);
  if (parts->len == 0)
    return NULL;
  if (outline.is_closed)
    return finish_polygon (&outline);
  return bjt_geometry_new (BJT_GEOMETRY_LINE, (const BjtPart *) (gpointer) parts->data, parts->len,
                           (const BjtPoint *) (gpointer) points->data, points->len);
}
