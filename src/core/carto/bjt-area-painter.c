/* bjt-area-painter.c: counts, breaks into classes and finds outlines and
 * middles once, on the thread that asks first; then paints what is seen.
 *
 * An area without a drawn boundary has an outline computed around its
 * buildings, which is dotted: it is an estimate. Read-only once it is ready. */
#include "bjt-area-painter.h"

#include "bjt-area-shape.h"
#include "paint/bjt-text-painter.h"

#include <math.h>

typedef struct
{
  BjtAreaShape shape;
  guint        class_index; /* n_classes of the breaks: no figure */
  char        *name;
  char        *value;
} Item;

struct _BjtAreaPainter
{
  gatomicrefcount references;

  /* Owned */
  BjtPicture    *picture;
  BjtDoorSet    *doors; /* may be NULL */
  BjtIndicator   indicator;
  BjtAreaKind    areas;
  BjtAreaOptions options;

  /* Made by prepare() */
  gsize              is_ready;
  BjtIndicatorTable *table;
  BjtClassBreaks     breaks;
  GArray            *items; /* Item, by area */
  double             centre, spread; /* of the classes, for a diverging ramp */
};

/* One call of paint(). */
typedef struct
{
  BjtAreaPainter    *painter;
  cairo_t           *cr;
  const BjtMapFrame *frame;
  const BjtPalette  *palette;
} Brush;

static void
clear_item (gpointer data)
{
  Item *item = data;

  bjt_area_shape_clear (&item->shape);
  g_free (item->name);
  g_free (item->value);
}

/**
 * bjt_area_painter_new:
 * @query: its doors are copied, its picture is kept
 */
BjtAreaPainter *
bjt_area_painter_new (BjtPicture              *picture,
                      const BjtIndicator      *indicator,
                      const BjtIndicatorQuery *query,
                      const BjtAreaOptions    *options)
{
  BjtAreaPainter *self = g_new0 (BjtAreaPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->picture = bjt_picture_ref (picture);
  self->doors = query->doors != NULL ? bjt_door_set_copy (query->doors) : NULL;
  self->indicator = *indicator;
  self->areas = query->areas;
  self->options = *options;
  return self;
}

BjtAreaPainter *
bjt_area_painter_ref (BjtAreaPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_area_painter_unref (BjtAreaPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_picture_unref (self->picture);
  bjt_door_set_free (self->doors);
  bjt_indicator_table_free (self->table);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self);
}

/* Getting ready */

static void
break_into_classes (BjtAreaPainter *self)
{
  g_autofree double *values = g_new (double, self->table->n_figures + 1);
  double             sum = 0;
  guint              n = 0;

  for (guint32 i = 0; i < self->table->n_figures; i++)
    {
      const BjtFigure *figure = &self->table->figures[i];

      if (isnan (figure->value) || (self->options.is_public && figure->n_doors < BJT_PUBLIC_LEAST_DOORS))
        continue;
      values[n++] = figure->value;
      sum += figure->value;
    }
  bjt_class_breaks_init (&self->breaks, self->options.method, self->options.n_classes, values, n);
  self->centre = n > 0 ? sum / n : 0;
  for (guint i = 0; i < self->breaks.n_classes; i++)
    self->spread = fmax (self->spread, fabs ((self->breaks.edges[i] + self->breaks.edges[i + 1]) / 2 - self->centre));
}

static void
add_item (BjtAreaPainter *self,
          guint32         area)
{
  const BjtFigure *figure = &self->table->figures[area];
  gboolean         is_told = !self->options.is_public || figure->n_doors >= BJT_PUBLIC_LEAST_DOORS;
  Item             item = { .class_index = is_told ? bjt_class_breaks_find (&self->breaks, figure->value) : self->breaks.n_classes };

  bjt_area_shape_init (&item.shape, self->areas, self->picture, area);
  item.name = self->areas == BJT_AREA_BUILDING ? g_strdup (bjt_picture_get_building (self->picture, area)->label)
                                               : bjt_area_kind_dup_label (self->areas, self->picture, area);
  item.value = bjt_indicator_dup_value (&self->indicator, is_told ? figure->value : (double) NAN);
  g_array_append_val (self->items, item);
}

static void
prepare (BjtAreaPainter *self)
{
  BjtIndicatorQuery query = { self->picture, self->areas, self->doors };

  if (!g_once_init_enter (&self->is_ready))
    return;
  self->table = bjt_indicator_count (&self->indicator, &query);
  break_into_classes (self);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  for (guint32 i = 0; i < self->table->n_figures; i++)
    add_item (self, i);
  g_once_init_leave (&self->is_ready, 1);
}

static double
find_place (BjtAreaPainter *self,
            guint           class_index)
{
  const double *edges = self->breaks.edges + class_index;

  if (!bjt_colour_ramp_is_diverging (bjt_colour_ramp_for (self->indicator.kind)))
    return bjt_colour_ramp_get_place (class_index, self->breaks.n_classes);
  return self->spread > 0 ? 0.5 + 0.5 * ((edges[0] + edges[1]) / 2 - self->centre) / self->spread : 0.5;
}

guint32
bjt_area_painter_get_colour (BjtAreaPainter *self,
                             BjtPaletteKind  palette,
                             guint           class_index)
{
  prepare (self);
  return bjt_colour_ramp_get_colour (bjt_colour_ramp_for (self->indicator.kind), palette, find_place (self, class_index));
}

double
bjt_area_painter_get_alpha (BjtAreaPainter *self)
{
  return self->areas == BJT_AREA_BUILDING ? 1 : BJT_AREA_ALPHA;
}

/* Fills */

static void
fill_item (const Brush *brush,
           const Item  *item)
{
  guint    n_classes = brush->painter->breaks.n_classes;
  gboolean is_building = brush->painter->areas == BJT_AREA_BUILDING;
  double   px = brush->frame->px;

  bjt_area_shape_trace (&item->shape, brush->cr, brush->frame);
  if (item->class_index == n_classes)
    {
      bjt_palette_set_source (brush->cr, brush->palette->paper, is_building ? 1 : 0.45);
      cairo_fill (brush->cr);
      bjt_palette_set_source (brush->cr, brush->palette->dim_text, 0.45);
      bjt_area_shape_hatch (&item->shape, brush->cr, brush->frame, (is_building ? 5 : 9) * px, TRUE);
      return;
    }
  bjt_palette_set_source (brush->cr, bjt_area_painter_get_colour (brush->painter, brush->palette->kind, item->class_index),
                          brush->palette->is_mono ? 1 : bjt_area_painter_get_alpha (brush->painter));
  cairo_fill (brush->cr);
  if (!brush->palette->is_mono)
    return;
  bjt_palette_set_source (brush->cr, brush->palette->text, 0.8);
  bjt_area_shape_hatch (&item->shape, brush->cr, brush->frame, bjt_colour_ramp_get_spacing (item->class_index, n_classes) * px, FALSE);
}

static void
outline_item (const Brush *brush,
              const Item  *item)
{
  double px = brush->frame->px, dots[] = { 0.1 * px, 4 * px };

  bjt_area_shape_trace (&item->shape, brush->cr, brush->frame);
  if (item->shape.is_estimated)
    {
      cairo_set_dash (brush->cr, dots, 2, 0);
      bjt_palette_set_source (brush->cr, brush->palette->dim_text, 0.9);
      cairo_set_line_width (brush->cr, 1.6 * px);
    }
  else
    {
      bjt_palette_set_source (brush->cr, brush->palette->paper, 0.85);
      cairo_set_line_width (brush->cr, (brush->painter->areas == BJT_AREA_BUILDING ? 0.6 : 1.6) * px);
    }
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static gboolean
is_seen (const Brush *brush,
         const Item  *item)
{
  return item->shape.ground != NULL && bjt_box_intersects (&item->shape.ground->box, &brush->frame->box);
}

/**
 * bjt_area_painter_paint:
 *
 * The fills, for under the buildings; those of buildings are their footprints.
 */
void
bjt_area_painter_paint (BjtAreaPainter    *self,
                        cairo_t           *cr,
                        const BjtMapFrame *frame,
                        const BjtPalette  *palette)
{
  Brush brush = { self, cr, frame, palette };

  prepare (self);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint32 i = 0; i < self->items->len; i++)
    if (is_seen (&brush, &g_array_index (self->items, Item, i)))
      fill_item (&brush, &g_array_index (self->items, Item, i));
  for (guint32 i = 0; i < self->items->len; i++)
    if (is_seen (&brush, &g_array_index (self->items, Item, i)))
      outline_item (&brush, &g_array_index (self->items, Item, i));
  cairo_restore (cr);
}

/* Labels */

static void
write_words (const Brush    *brush,
             BjtTextPainter *text,
             const char     *words,
             BjtTextPlace    place)
{
  bjt_palette_set_source (brush->cr, brush->palette->text, 1);
  bjt_text_painter_draw_halo (text, brush->cr, words, &place, brush->palette->paper, 3 * brush->frame->px);
}

/* Name over value where the circle in the middle takes both, else the value
 * where it takes that. Buildings are long: their label may be wider. */
static gboolean
label_item (const Brush    *brush,
            BjtTextPainter *text,
            const char     *name,
            const Item     *item)
{
  gboolean is_building = brush->painter->areas == BJT_AREA_BUILDING;
  BjtPoint at = bjt_map_frame_project (brush->frame, item->shape.middle);
  double   px = brush->frame->px, room = 2 * item->shape.radius * brush->frame->scale;
  double   big = (is_building ? 12 : 15) * px, small = (is_building ? 11 : 12) * px;
  double   value_width = bjt_text_painter_get_width (text, item->value, big, BJT_TEXT_BOLD);
  double   name_width = bjt_text_painter_get_width (text, name, small, BJT_TEXT_REGULAR);

  if (value_width > room * (is_building ? 4 : 1.25) || big > room * 1.15)
    return FALSE;
  if (name_width > 0 && name_width <= room * (is_building ? 4 : 1.35) && 2.2 * small <= room)
    {
      write_words (brush, text, name, (BjtTextPlace) { round (at.x), round (at.y - 0.62 * big), 0.5, small, 0, BJT_TEXT_REGULAR });
      at.y += 0.62 * small;
    }
  write_words (brush, text, item->value, (BjtTextPlace) { round (at.x), round (at.y), 0.5, big, 0, BJT_TEXT_BOLD });
  return TRUE;
}

/**
 * bjt_area_painter_paint_labels:
 *
 * Returns: how many seen areas had no room for theirs
 */
guint
bjt_area_painter_paint_labels (BjtAreaPainter        *self,
                               cairo_t               *cr,
                               const BjtMapFrame     *frame,
                               const BjtBuildingLook *look)
{
  g_autoptr (BjtTextPainter) text = bjt_text_painter_new (FALSE);
  Brush brush = { self, cr, frame, look->palette };
  guint dropped = 0;

  prepare (self);
  cairo_save (cr);
  for (guint32 i = 0; i < self->items->len; i++)
    {
      const Item      *item = &g_array_index (self->items, Item, i);
      g_autofree char *name = NULL;

      if (!is_seen (&brush, item))
        continue;
      if (self->areas == BJT_AREA_COMPOUND && look->base_has_names)
        name = g_strdup ("");
      else
        name = bjt_building_painter_dup_caption (look, self->areas == BJT_AREA_BUILDING, item->name);
      dropped += !label_item (&brush, text, name, item);
    }
  cairo_restore (cr);
  return dropped;
}

/* Telling */

/**
 * bjt_area_painter_find:
 *
 * Returns: the smallest area that holds the place
 */
guint32
bjt_area_painter_find (BjtAreaPainter *self,
                       BjtPoint        mercator)
{
  guint32 found = BJT_NO_INDEX;
  double  least = HUGE_VAL;

  prepare (self);
  for (guint32 i = 0; i < self->items->len; i++)
    {
      const BjtGeometry *ground = g_array_index (self->items, Item, i).shape.ground;
      double             size = ground != NULL ? (ground->box.x2 - ground->box.x1) * (ground->box.y2 - ground->box.y1) : HUGE_VAL;

      if (size < least && bjt_geometry_contains (ground, mercator.x, mercator.y))
        {
          least = size;
          found = i;
        }
    }
  return found;
}

const BjtIndicatorTable *
bjt_area_painter_get_table (BjtAreaPainter *self)
{
  prepare (self);
  return self->table;
}

const BjtClassBreaks *
bjt_area_painter_get_breaks (BjtAreaPainter *self)
{
  prepare (self);
  return &self->breaks;
}

guint
bjt_area_painter_count_unknown (BjtAreaPainter *self)
{
  guint n = 0;

  prepare (self);
  for (guint32 i = 0; i < self->items->len; i++)
    n += g_array_index (self->items, Item, i).shape.ground != NULL && g_array_index (self->items, Item, i).class_index == self->breaks.n_classes;
  return n;
}

gboolean
bjt_area_painter_get_middle (BjtAreaPainter     *self,
                             guint32             area,
                             BjtPoint           *middle,
                             const BjtGeometry **shape)
{
  prepare (self);
  *shape = g_array_index (self->items, Item, area).shape.ground;
  *middle = g_array_index (self->items, Item, area).shape.middle;
  return *shape != NULL;
}
