/* bjt-footprint-painter.c: the ground plans of the buildings, filled with the
 * shares of their doors.
 *
 * Buildings of one colour are filled some at a time as one path, which is
 * quicker than one by one and much quicker than all at once. Those too small
 * for bands have one colour, the mean of their doors. */
#include "bjt-building-brush.h"

#include "bjt-storey.h"
#include "paint/bjt-hatch.h"

#include <math.h>

#define LEAST_WIDTH 14.0 /* px along a building that has bands */
#define LEAST_HEIGHT 4.5
#define AT_ONCE 16         /* buildings in a path */
#define HATCHED_HEIGHT 9.0 /* px: hatching is seen from here on */

typedef struct
{
  guint32          building;
  BjtBuildingFrame at;
  gboolean         is_faded;
  gboolean         has_bands;
  gboolean         is_dot;  /* of one colour */
  gboolean         alarms;
  guint32          colour;
} Plot;

typedef struct
{
  BjtBuildingBrush *brush;
  GArray           *plots; /* Plot; those of one colour by colour, before the others */
  guint             codes[BJT_MAX_STYLE_CODES];
  guint             n_codes;
} Painting;

/* Of the colours for thin marks: those of areas are too pale for a few pixels. */
static guint32
get_mean (const Painting *self,
          const BjtTally *tally)
{
  const BjtBuildingLook *look = self->brush->look;
  const guint           *counts = bjt_tally_get_counts (tally, look->style);
  double                 sums[3] = { 0, 0, 0 };
  guint32                mean = 0;

  for (guint i = 0; i < self->n_codes; i++)
    {
      guint32 mark = bjt_door_style_get_mark (look->style, self->codes[i], look->palette, self->brush->picture);

      for (guint c = 0; c < 3; c++)
        sums[c] += counts[self->codes[i]] * (double) (mark >> 8 * c & 0xFF);
    }
  /* Steps of 8: few colours, few paths. */
  for (guint c = 0; c < 3; c++)
    mean |= ((guint32) (sums[c] / MAX (tally->n_matched, 1)) & 0xF8) << 8 * c;
  return mean;
}

/* Its rooms are drawn over it. */
static gboolean
shows_plan (const BjtBuildingBrush *brush,
            guint32                 building)
{
  return brush->look->shows_storey && bjt_storey_find_plan (brush->picture, building, brush->look->level, brush->zoom) != BJT_NO_INDEX;
}

static void
add_plot (Painting *self,
          guint32   building)
{
  const BjtBuildingBrush *brush = self->brush;
  const BjtTally         *tally = &brush->tallies[building];
  gboolean mixes = !brush->look->curtain && brush->look->ground == BJT_BUILDING_GROUND_MIX;
  Plot     plot = { .building = building };

  bjt_building_frame_init (&plot.at, bjt_picture_get_building (brush->picture, building), brush->frame);
  plot.is_faded = tally->n_matched == 0 && tally->n_doors > 0;
  plot.is_dot = plot.at.width < LEAST_WIDTH * brush->px || plot.at.height < LEAST_HEIGHT * brush->px;
  plot.has_bands = mixes && tally->n_matched > 0 && !plot.is_dot && !shows_plan (brush, building);
  plot.alarms = mixes && tally->is_urgent_overdue;
  if (plot.is_dot)
    plot.colour = mixes && tally->n_matched > 0 ? get_mean (self, tally) : brush->look->palette->building_edge;
  g_array_append_val (self->plots, plot);
}

static int
compare_plots (gconstpointer a,
               gconstpointer b)
{
  const Plot *x = a, *y = b;

  if (x->is_dot != y->is_dot)
    return x->is_dot ? -1 : 1;
  if (x->is_faded != y->is_faded)
    return x->is_faded ? -1 : 1;
  return (x->colour > y->colour) - (x->colour < y->colour);
}

static const Plot *
get_plot (const Painting *self,
          guint           i)
{
  return &g_array_index (self->plots, Plot, i);
}

/* Fills or strokes what has gathered. Returns: how many are in the path */
static guint
flush (const Painting *self,
       guint           n,
       guint           limit,
       void          (*draw) (cairo_t *cr))
{
  if (n < limit)
    return n;
  draw (self->brush->cr);
  return 0;
}

static double
get_alpha (gboolean is_faded)
{
  return is_faded ? BJT_FADED : 1;
}

static void
fill_dots (const Painting *self)
{
  const BjtBuildingBrush *brush = self->brush;
  guint  n = 0;
  double wash = brush->look->ground == BJT_BUILDING_GROUND_PLAIN ? 0.45 : 1;

  for (guint i = 0; i < self->plots->len && get_plot (self, i)->is_dot; i++)
    {
      const Plot *plot = get_plot (self, i);

      bjt_footprints_trace (brush->footprints, brush->cr, brush->frame, plot->building);
      bjt_palette_set_source (brush->cr, plot->colour, wash * get_alpha (plot->is_faded));
      n = flush (self, n + 1, i + 1 < self->plots->len && compare_plots (plot, plot + 1) == 0 ? AT_ONCE : 1, cairo_fill);
    }
}

static void
fill_grounds (const Painting *self,
              gboolean        is_faded)
{
  const BjtBuildingBrush *brush = self->brush;
  double wash = brush->look->ground == BJT_BUILDING_GROUND_PLAIN ? 0.45 : 1;
  guint  n = 0;

  bjt_palette_set_source (brush->cr, brush->look->palette->building, wash * get_alpha (is_faded));
  for (guint i = 0; i < self->plots->len; i++)
    {
      if (get_plot (self, i)->is_dot || get_plot (self, i)->is_faded != is_faded)
        continue;
      bjt_footprints_trace (brush->footprints, brush->cr, brush->frame, get_plot (self, i)->building);
      n = flush (self, n + 1, AT_ONCE, cairo_fill);
    }
  cairo_fill (brush->cr);
}

/* The share of a code in a building as a stripe. Returns: whether it has one */
static gboolean
find_stripe (const Painting *self,
             const Plot     *plot,
             guint           code,
             BjtStripe      *stripe)
{
  const BjtTally *tally = &self->brush->tallies[plot->building];
  const guint    *counts = bjt_tally_get_counts (tally, self->brush->look->style);
  guint           before = 0;

  for (guint i = 0; i < self->n_codes && self->codes[i] != code; i++)
    before += counts[self->codes[i]];
  *stripe = (BjtStripe) { plot->at.origin, plot->at.angle, plot->at.width * before / tally->n_matched,
                          plot->at.width * (before + counts[code]) / tally->n_matched };
  return counts[code] > 0;
}

static void
hatch_stripe (const Painting      *self,
              const Plot          *plot,
              const BjtStripe     *stripe,
              const BjtClassStyle *fill)
{
  const BjtBuildingBrush *brush = self->brush;
  BjtBox                  box = { stripe->from, 0, stripe->to, plot->at.height };

  cairo_save (brush->cr);
  if (!bjt_footprints_is_rectangle (brush->footprints, plot->building))
    {
      bjt_footprints_trace (brush->footprints, brush->cr, brush->frame, plot->building);
      cairo_clip (brush->cr);
    }
  cairo_translate (brush->cr, plot->at.origin.x, plot->at.origin.y);
  cairo_rotate (brush->cr, plot->at.angle);
  bjt_palette_set_source (brush->cr, fill->ink, 1);
  cairo_set_line_width (brush->cr, 1.2 * brush->px);
  bjt_hatch_draw (brush->cr, fill->hatch, &box, (fill->hatch == BJT_HATCH_DOTS ? 6 : 5) * brush->px);
  cairo_restore (brush->cr);
}

static void
fill_bands (const Painting *self,
            guint           code)
{
  const BjtBuildingBrush *brush = self->brush;
  BjtClassStyle           fill;
  BjtStripe               stripe;
  guint                   n = 0;

  bjt_door_style_get_fill (brush->look->style, code, brush->look->palette, brush->picture, &fill);
  bjt_palette_set_source (brush->cr, fill.fill, 1);
  for (guint i = 0; i < self->plots->len; i++)
    {
      if (!get_plot (self, i)->has_bands || !find_stripe (self, get_plot (self, i), code, &stripe))
        continue;
      bjt_footprints_trace_stripe (brush->footprints, brush->cr, brush->frame, get_plot (self, i)->building, &stripe);
      n = flush (self, n + 1, AT_ONCE, cairo_fill);
    }
  cairo_fill (brush->cr);
  if (fill.hatch == BJT_HATCH_NONE || (fill.hatch != BJT_HATCH_DIAGONAL && !brush->look->palette->is_mono))
    return;
  for (guint i = 0; i < self->plots->len; i++)
    if (get_plot (self, i)->has_bands && get_plot (self, i)->at.height >= HATCHED_HEIGHT * brush->px
        && find_stripe (self, get_plot (self, i), code, &stripe))
      hatch_stripe (self, get_plot (self, i), &stripe, &fill);
}

/* Red is kept for an urgent door that is overdue: nearly every building has
 * something that wants attention. */
static void
stroke_edges (const Painting *self,
              gboolean        alarms,
              gboolean        is_faded)
{
  const BjtBuildingBrush *brush = self->brush;
  const BjtPalette       *palette = brush->look->palette;
  guint                   n = 0;

  bjt_palette_set_source (brush->cr, alarms ? palette->attention[BJT_ATTENTION_URGENT] : palette->building_edge, get_alpha (is_faded));
  cairo_set_line_width (brush->cr, (!alarms ? 1.2 : brush->zoom < BJT_BADGE_ZOOM ? 0.8 : brush->zoom < BJT_MIDDLE_ZOOM ? 1.2 : 2) * brush->px);
  for (guint i = 0; i < self->plots->len; i++)
    {
      const Plot *plot = get_plot (self, i);

      if ((plot->is_dot && !alarms) || plot->alarms != alarms || plot->is_faded != is_faded)
        continue;
      bjt_footprints_trace (brush->footprints, brush->cr, brush->frame, plot->building);
      n = flush (self, n + 1, AT_ONCE, cairo_stroke);
    }
  cairo_stroke (brush->cr);
}

void
bjt_footprint_painter_paint (BjtBuildingBrush *brush)
{
  g_autoptr (GArray) plots = g_array_new (FALSE, FALSE, sizeof (Plot));
  Painting self = { .brush = brush, .plots = plots };

  self.n_codes = bjt_door_style_list_codes (brush->look->style, brush->order, self.codes);
  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    if (bjt_building_brush_sees (brush, b))
      add_plot (&self, b);
  g_array_sort (plots, compare_plots);
  cairo_new_path (brush->cr);
  if (brush->zoom < BJT_NEAR_ZOOM)
    cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_FAST);
  for (int faded = TRUE; faded >= FALSE && brush->look->ground != BJT_BUILDING_GROUND_OPEN; faded--)
    fill_grounds (&self, faded);
  if (brush->look->ground != BJT_BUILDING_GROUND_OPEN)
    fill_dots (&self);
  for (guint i = 0; i < self.n_codes; i++)
    fill_bands (&self, self.codes[i]);
  for (int which = 0; which < 4; which++)
    stroke_edges (&self, which >= 2, which % 2 == 0);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_DEFAULT);
}
