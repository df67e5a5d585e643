/* bjt-drawing-painter.c: paints items in as few cairo calls as possible.
 *
 * What lies outside the area is passed over by its box; what is smaller than
 * half a pixel is left out, shorter text than four pixels is a bar. No stroke
 * is thinner than a pixel of the context. Pictures are decoded once and kept.
 * Belongs to one thread.
 *
 * Items of one look are gathered in runs, each a path. Some runs are open at a
 * time, and an item joins one that is painted before others only where it keeps
 * clear of them, so that the picture is that of painting in order. What keeps
 * clear is told by a raster of cells: each knows the newest run that reaches
 * into it. */
#include "bjt-drawing-painter.h"

#include "bjt-text-painter.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#define MIN_DETAIL 0.5
#define MIN_TEXT 4.0
#define MIN_STROKE 1.0
#define DIMMED 0.3
#define MANY 3000u /* items: then speed goes before the last bit of smoothness */
#define MAX_PATH 400u /* points in one path */
#define MAX_RUNS 16u  /* open at a time */
#define CELL 4.0      /* units of the context */
#define MAX_CELLS 1000 /* each way */
#define MAX_REACH 2000 /* cells of an item; what is larger reaches everywhere */
#define MAX_PICTURE_PIXELS (G_GUINT64_CONSTANT (40) * 1000 * 1000)

struct _BjtDrawingPainter
{
  BjtDrawing       *drawing;
  guint8           *states;   /* BjtLayerState by layer */
  cairo_surface_t **pictures; /* NULL: not decoded yet */
  BjtTextPainter   *texts;
};

/* Items of one look */
typedef struct
{
  const BjtDrawingItem *look;
  GArray               *items; /* guint32 */
} Run;

/* What is being painted */
typedef struct
{
  BjtDrawingPainter *painter;
  cairo_t           *cr;
  cairo_matrix_t     matrix;
  double             scale;
  BjtBox             area;  /* drawing units */
  BjtBox             surface;

  Run      runs[MAX_RUNS];
  guint    n_runs;       /* open */
  guint32  first_run;    /* number of the first open one, from 1 */
  guint32  newest_large; /* run that has an item that reaches everywhere */
  guint32 *cells;        /* number of the newest run there */
  int      columns;
  int      rows;
} Painting;

/* The cells an item reaches into */
typedef struct
{
  int      x1, y1, x2, y2;
  gboolean is_everywhere;
} Reach;

/**
 * bjt_drawing_painter_new:
 * @drawing: gets another reference
 *
 * Layers are shown or hidden as the file says.
 */
BjtDrawingPainter *
bjt_drawing_painter_new (BjtDrawing *drawing)
{
  BjtDrawingPainter *self = g_new0 (BjtDrawingPainter, 1);

  self->drawing = bjt_drawing_ref (drawing);
  self->states = g_new0 (guint8, MAX (drawing->n_layers, 1));
  for (guint i = 0; i < drawing->n_layers; i++)
    self->states[i] = drawing->layers[i].is_hidden ? BJT_LAYER_HIDDEN : BJT_LAYER_SHOWN;
  self->pictures = g_new0 (cairo_surface_t *, MAX (drawing->n_pictures, 1));
  self->texts = bjt_text_painter_new (FALSE);
  return self;
}

static gboolean
is_named (const char *names,
          const char *name)
{
  g_auto (GStrv) lines = names != NULL ? g_strsplit (names, "\n", -1) : NULL;

  return lines != NULL && g_strv_contains ((const char *const *) lines, name);
}

/**
 * bjt_drawing_painter_new_of_backdrop:
 *
 * The layers that a drawing hides itself stay hidden until its record names
 * hidden layers.
 */
BjtDrawingPainter *
bjt_drawing_painter_new_of_backdrop (const BjtPlanBackdrop *backdrop)
{
  BjtDrawingPainter *painter = bjt_drawing_painter_new (backdrop->drawing);

  for (guint i = 0; i < backdrop->drawing->n_layers; i++)
    {
      const BjtDrawingLayer *layer = backdrop->drawing->layers + i;

      if (is_named (backdrop->record->hidden_layers, layer->name))
        bjt_drawing_painter_set_layer (painter, i, BJT_LAYER_HIDDEN);
      else if (is_named (backdrop->record->dimmed_layers, layer->name))
        bjt_drawing_painter_set_layer (painter, i, BJT_LAYER_DIMMED);
      else if (backdrop->record->hidden_layers != NULL)
        bjt_drawing_painter_set_layer (painter, i, BJT_LAYER_SHOWN);
    }
  return painter;
}

void
bjt_drawing_painter_free (BjtDrawingPainter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->drawing->n_pictures; i++)
    g_clear_pointer (&self->pictures[i], cairo_surface_destroy);
  g_free (self->pictures);
  g_free (self->states);
  bjt_text_painter_free (self->texts);
  bjt_drawing_unref (self->drawing);
  g_free (self);
}

BjtDrawing *
bjt_drawing_painter_get_drawing (BjtDrawingPainter *self)
{
  return self->drawing;
}

void
bjt_drawing_painter_set_layer (BjtDrawingPainter *self,
                               guint              layer,
                               BjtLayerState      state)
{
  g_return_if_fail (layer < self->drawing->n_layers);
  self->states[layer] = (guint8) state;
}

BjtLayerState
bjt_drawing_painter_get_layer (BjtDrawingPainter *self,
                               guint              layer)
{
  g_return_val_if_fail (layer < self->drawing->n_layers, BJT_LAYER_HIDDEN);
  return (BjtLayerState) self->states[layer];
}

/* Pictures */

static cairo_surface_t *
make_surface (const BjtDrawingPicture *picture)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture->bytes);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  cairo_surface_t *surface;
  int              width = pixbuf != NULL ? gdk_pixbuf_get_width (pixbuf) : 1, height = pixbuf != NULL ? gdk_pixbuf_get_height (pixbuf) : 1;
  gboolean         has_alpha = pixbuf != NULL && gdk_pixbuf_get_has_alpha (pixbuf);

  if (pixbuf == NULL || (guint64) width * (guint64) height > MAX_PICTURE_PIXELS)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32      *to = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += has_alpha ? 4 : 3)
        {
          guint32 alpha = has_alpha ? from[3] : 255;

          to[x] = alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8 | (from[2] * alpha / 255);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static double
get_dimming (const Painting       *self,
             const BjtDrawingItem *item)
{
  return self->painter->states[item->layer] == BJT_LAYER_DIMMED ? DIMMED : 1;
}

static void
paint_picture (Painting             *self,
               const BjtDrawingItem *item)
{
  const BjtPoint   *corners = self->painter->drawing->points + item->first_point;
  cairo_surface_t **surface = &self->painter->pictures[item->picture];
  double            alpha = item->fill != BJT_NO_INK ? (item->fill >> 24) / 255.0 : 1;
  double            width, height;
  cairo_matrix_t    matrix;

  if (*surface == NULL)
    *surface = make_surface (&self->painter->drawing->pictures[item->picture]);
  width = cairo_image_surface_get_width (*surface);
  height = cairo_image_surface_get_height (*surface);
  cairo_matrix_init (&matrix, (corners[1].x - corners[0].x) / width, (corners[1].y - corners[0].y) / width,
                     (corners[2].x - corners[0].x) / height, (corners[2].y - corners[0].y) / height, corners[0].x, corners[0].y);
  cairo_matrix_multiply (&matrix, &matrix, &self->matrix);
  if (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx) < 1e-12)
    return;
  cairo_save (self->cr);
  cairo_transform (self->cr, &matrix);
  cairo_rectangle (self->cr, 0, 0, width, height);
  cairo_clip (self->cr);
  cairo_set_source_surface (self->cr, *surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (self->cr), hypot (matrix.xx, matrix.yx) < 0.75 ? CAIRO_FILTER_GOOD : CAIRO_FILTER_BILINEAR);
  cairo_paint_with_alpha (self->cr, alpha * get_dimming (self, item));
  cairo_restore (self->cr);
}

/* Paths */

static void
set_ink (Painting             *self,
         const BjtDrawingItem *item,
         guint32               ink)
{
  cairo_set_source_rgba (self->cr, (ink >> 16 & 0xFF) / 255.0, (ink >> 8 & 0xFF) / 255.0, (ink & 0xFF) / 255.0,
                         (ink >> 24) / 255.0 * get_dimming (self, item));
}

static inline BjtPoint
to_surface (const Painting *self,
            const BjtPoint *at)
{
  return (BjtPoint) { self->matrix.xx * at->x + self->matrix.xy * at->y + self->matrix.x0, self->matrix.yx * at->x + self->matrix.yy * at->y + self->matrix.y0 };
}

/* Steps shorter than half a pixel are not walked. */
static void
trace (Painting             *self,
       const BjtDrawingItem *item)
{
  const BjtDrawing *drawing = self->painter->drawing;
  const BjtPoint   *at = drawing->points + item->first_point;
  BjtPoint          last = { 0, 0 };

  for (guint32 i = item->first_op; i < item->first_op + item->n_ops; i++)
    {
      BjtPoint to[3];

      switch (drawing->ops[i])
        {
        case BJT_PATH_MOVE:
          last = to_surface (self, at++);
          cairo_move_to (self->cr, last.x, last.y);
          break;
        case BJT_PATH_LINE:
          to[0] = to_surface (self, at++);
          if (fabs (to[0].x - last.x) + fabs (to[0].y - last.y) < MIN_DETAIL && i + 1 < item->first_op + item->n_ops && drawing->ops[i + 1] == BJT_PATH_LINE)
            break;
          last = to[0];
          cairo_line_to (self->cr, last.x, last.y);
          break;
        case BJT_PATH_CURVE:
          for (guint j = 0; j < 3; j++)
            to[j] = to_surface (self, at++);
          last = to[2];
          cairo_curve_to (self->cr, to[0].x, to[0].y, to[1].x, to[1].y, to[2].x, to[2].y);
          break;
        default:
          cairo_close_path (self->cr);
          break;
        }
    }
}

static void
paint_run_path (Painting             *self,
                const BjtDrawingItem *look)
{
  if (look->fill != BJT_NO_INK)
    {
      cairo_set_fill_rule (self->cr, look->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
      set_ink (self, look, look->fill);
      if (look->stroke != BJT_NO_INK)
        cairo_fill_preserve (self->cr);
      else
        cairo_fill (self->cr);
    }
  if (look->stroke == BJT_NO_INK)
    return;
  cairo_set_line_width (self->cr, fmax (look->stroke_width * self->scale, MIN_STROKE));
  set_ink (self, look, look->stroke);
  cairo_stroke (self->cr);
}

static void
paint_run (Painting *self,
           Run      *run)
{
  guint n_points = 0;

  for (guint i = 0; i < run->items->len; i++)
    {
      const BjtDrawingItem *item = self->painter->drawing->items + g_array_index (run->items, guint32, i);

      trace (self, item);
      n_points += item->n_points;
      if (n_points < MAX_PATH && i + 1 < run->items->len)
        continue;
      paint_run_path (self, run->look);
      n_points = 0;
    }
}

/* Paints all that is open. */
static void
close_runs (Painting *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    {
      paint_run (self, self->runs + i);
      g_array_set_size (self->runs[i].items, 0);
    }
  self->first_run += self->n_runs;
  self->n_runs = 0;
}

static Reach
find_reach (const Painting *self,
            const BjtBox   *box)
{
  BjtBox at = BJT_BOX_EMPTY;
  Reach  reach;

  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? box->x1 : box->x2, y = i < 2 ? box->y1 : box->y2;

      cairo_matrix_transform_point (&self->matrix, &x, &y);
      bjt_box_add_point (&at, x - self->surface.x1, y - self->surface.y1);
    }
  reach.x1 = (int) CLAMP ((at.x1 - MIN_STROKE) / CELL, 0, self->columns - 1);
  reach.y1 = (int) CLAMP ((at.y1 - MIN_STROKE) / CELL, 0, self->rows - 1);
  reach.x2 = (int) CLAMP ((at.x2 + MIN_STROKE) / CELL, 0, self->columns - 1);
  reach.y2 = (int) CLAMP ((at.y2 + MIN_STROKE) / CELL, 0, self->rows - 1);
  reach.is_everywhere = (reach.x2 - reach.x1 + 1) * (reach.y2 - reach.y1 + 1) > MAX_REACH;
  return reach;
}

/* Returns: the newest run that reaches where the item does; 0: none */
static guint32
find_newest (const Painting *self,
             const Reach    *reach)
{
  guint32 newest = self->newest_large;

  if (reach->is_everywhere)
    return self->first_run + self->n_runs - 1;
  for (int y = reach->y1; y <= reach->y2; y++)
    for (int x = reach->x1; x <= reach->x2; x++)
      newest = MAX (newest, self->cells[y * self->columns + x]);
  return newest;
}

static void
mark_reach (Painting    *self,
            const Reach *reach,
            guint32      number)
{
  if (reach->is_everywhere)
    {
      self->newest_large = number;
      return;
    }
  for (int y = reach->y1; y <= reach->y2; y++)
    for (int x = reach->x1; x <= reach->x2; x++)
      self->cells[y * self->columns + x] = MAX (self->cells[y * self->columns + x], number);
}

static gboolean
looks_like (const Painting       *self,
            const BjtDrawingItem *a,
            const BjtDrawingItem *b)
{
  return a->fill == b->fill && a->stroke == b->stroke && a->stroke_width == b->stroke_width && a->even_odd == b->even_odd
         && self->painter->states[a->layer] == self->painter->states[b->layer];
}

/* Opaque strokes of one look may lie over each other in one path; fills, and
 * ink that shines through, may not. */
static gboolean
may_overlap (const Painting       *self,
             const BjtDrawingItem *look)
{
  return look->fill == BJT_NO_INK && look->stroke >> 24 == 0xFF && self->painter->states[look->layer] != BJT_LAYER_DIMMED;
}

static guint
find_run (Painting             *self,
          const BjtDrawingItem *item,
          guint32               newest)
{
  for (guint i = self->n_runs; i-- > 0;)
    {
      guint32 number = self->first_run + i;

      if (number < newest || (number == newest && !may_overlap (self, item)))
        break;
      if (looks_like (self, self->runs[i].look, item))
        return i;
    }
  if (self->n_runs == MAX_RUNS)
    close_runs (self);
  self->runs[self->n_runs].look = item;
  return self->n_runs++;
}

static void
add_path (Painting             *self,
          const BjtDrawingItem *item)
{
  Reach   reach = find_reach (self, &item->box);
  guint32 index = (guint32) (item - self->painter->drawing->items);
  guint   run;

  if (item->fill == BJT_NO_INK && item->stroke == BJT_NO_INK)
    return;
  run = find_run (self, item, find_newest (self, &reach));
  g_array_append_val (self->runs[run].items, index);
  mark_reach (self, &reach, self->first_run + run);
}

/* Texts */

static void
paint_text (Painting             *self,
            const BjtDrawingItem *item)
{
  BjtPoint     at = to_surface (self, self->painter->drawing->points + item->first_point);
  double       size = item->size * self->scale;
  double       turn = atan2 (self->matrix.yx, self->matrix.xx);
  BjtTextPlace place = { .align = item->anchor, .size = size, .y = -0.35 * size };

  if (size < MIN_DETAIL)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, at.x, at.y);
  cairo_rotate (self->cr, item->angle + turn);
  set_ink (self, item, item->fill);
  if (size < MIN_TEXT)
    {
      double width = 0.5 * size * (double) g_utf8_strlen (item->text, 200);

      cairo_set_source_rgba (self->cr, (item->fill >> 16 & 0xFF) / 255.0, (item->fill >> 8 & 0xFF) / 255.0, (item->fill & 0xFF) / 255.0, 0.25);
      cairo_rectangle (self->cr, -item->anchor * width, -0.6 * size, width, 0.5 * size);
      cairo_fill (self->cr);
    }
  else
    bjt_text_painter_draw (self->painter->texts, self->cr, item->text, &place);
  cairo_restore (self->cr);
}

/* The whole */

static gboolean
is_worth_it (const Painting       *self,
             const BjtDrawingItem *item)
{
  if (self->painter->states[item->layer] == BJT_LAYER_HIDDEN || !bjt_box_intersects (&item->box, &self->area))
    return FALSE;
  return fmax (item->box.x2 - item->box.x1, item->box.y2 - item->box.y1) * self->scale >= MIN_DETAIL;
}

/* What the surface shows, in drawing units */
static gboolean
find_area (Painting     *self,
           const BjtBox *area)
{
  cairo_matrix_t inverse = self->matrix;

  if (cairo_matrix_invert (&inverse) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  self->area = BJT_BOX_EMPTY;
  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? area->x1 : area->x2, y = i < 2 ? area->y1 : area->y2;

      cairo_matrix_transform_point (&inverse, &x, &y);
      bjt_box_add_point (&self->area, x, y);
    }
  self->area.x1 -= MIN_STROKE / self->scale;
  self->area.y1 -= MIN_STROKE / self->scale;
  self->area.x2 += MIN_STROKE / self->scale;
  self->area.y2 += MIN_STROKE / self->scale;
  return TRUE;
}

static void
begin_runs (Painting *self)
{
  self->columns = (int) CLAMP (ceil ((self->surface.x2 - self->surface.x1) / CELL), 1, MAX_CELLS);
  self->rows = (int) CLAMP (ceil ((self->surface.y2 - self->surface.y1) / CELL), 1, MAX_CELLS);
  self->cells = g_new0 (guint32, (gsize) self->columns * (gsize) self->rows);
  self->first_run = 1;
  for (guint i = 0; i < MAX_RUNS; i++)
    self->runs[i].items = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
end_runs (Painting *self)
{
  for (guint i = 0; i < MAX_RUNS; i++)
    g_array_unref (self->runs[i].items);
  g_free (self->cells);
}

/* Texts and pictures are painted at once: before them, what they lie over. */
static void
paint_item (Painting             *self,
            const BjtDrawingItem *item)
{
  Reach reach;

  if (item->kind == BJT_DRAWING_PATH)
    {
      add_path (self, item);
      return;
    }
  reach = find_reach (self, &item->box);
  if (find_newest (self, &reach) >= self->first_run)
    close_runs (self);
  if (item->kind == BJT_DRAWING_TEXT)
    paint_text (self, item);
  else
    paint_picture (self, item);
}

/**
 * bjt_drawing_painter_paint:
 * @matrix: from drawing units to those of @cr, in which a stroke is at least 1
 * @area: of @cr; nothing outside it needs painting
 */
void
bjt_drawing_painter_paint (BjtDrawingPainter    *self,
                           cairo_t              *cr,
                           const cairo_matrix_t *matrix,
                           const BjtBox         *area)
{
  Painting painting = { .painter = self, .cr = cr, .matrix = *matrix, .surface = *area };

  painting.scale = sqrt (fabs (matrix->xx * matrix->yy - matrix->xy * matrix->yx));
  if (!(painting.scale > 0) || !find_area (&painting, area))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit (cr, 4);
  if (self->drawing->n_items > MANY)
    {
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_set_tolerance (cr, 0.4);
    }
  begin_runs (&painting);
  for (guint i = 0; i < self->drawing->n_items; i++)
    if (is_worth_it (&painting, self->drawing->items + i))
      paint_item (&painting, self->drawing->items + i);
  close_runs (&painting);
  end_runs (&painting);
  cairo_restore (cr);
}
