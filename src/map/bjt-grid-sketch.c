/* bjt-grid-sketch.c: borders with their corners, flaws hatched, each grid's
 * households in words, what is half drawn. */
#include "bjt-grid-sketch.h"

#include "paint/bjt-hatch.h"
#include "paint/bjt-palette.h"
#include "basemap/bjt-text-brush.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CORNER_SPACING 14.0 /* px: corners nearer to each other are not all drawn */
#define FIGURES_BELOW 30.0  /* px under the pointer */
#define FIGURES_HEIGHT 22.0 /* px of a line of figures */

typedef struct
{
  guint32 border, chosen, paper, ink, alert, good;
} Inks;

static const Inks light_inks = { 0x1a5fb4, 0xc64600, 0xffffff, 0x241f31, 0xc01c28, 0x1a7f37 };
static const Inks dark_inks = { 0x78aeed, 0xffa348, 0x1e1e1e, 0xffffff, 0xff7b63, 0x57e389 };

static const Inks *
get_inks (const BjtGridSketch *self)
{
  return self->is_dark ? &dark_inks : &light_inks;
}

static void
trace_face (const BjtCoverage *coverage,
            guint32            face,
            cairo_t           *cr,
            const BjtMapFrame *frame)
{
  for (guint r = 0; r < bjt_coverage_get_n_rings (coverage, face); r++)
    {
      guint          n;
      const guint32 *ring = bjt_coverage_get_ring (coverage, face, r, &n);

      cairo_new_sub_path (cr);
      for (guint i = 0; i < n; i++)
        {
          BjtPoint at = bjt_map_frame_project (frame, bjt_coverage_get_vertex (coverage, ring[i]));

          cairo_line_to (cr, at.x, at.y);
        }
      cairo_close_path (cr);
    }
}

static void
draw_borders (const BjtGridSketch *self,
              cairo_t             *cr,
              const BjtMapFrame   *frame)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint32 f = 0; f < bjt_coverage_get_n_faces (coverage); f++)
    trace_face (coverage, f, cr, frame);
  bjt_palette_set_source (cr, get_inks (self)->paper, 0.85);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, get_inks (self)->border, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  if (self->chosen >= bjt_coverage_get_n_faces (coverage))
    return;
  trace_face (coverage, self->chosen, cr, frame);
  bjt_palette_set_source (cr, get_inks (self)->chosen, 0.12);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, get_inks (self)->chosen, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

static void
draw_flaws (const BjtGridSketch *self,
            const GArray        *flaws,
            cairo_t             *cr,
            const BjtMapFrame   *frame)
{
  for (guint i = 0; flaws != NULL && i < flaws->len; i++)
    {
      const BjtFlaw *flaw = &g_array_index (flaws, BjtFlaw, i);
      BjtBox         box = BJT_BOX_EMPTY;

      if (flaw->shape == NULL)
        continue;
      cairo_save (cr);
      for (guint p = 0; p < flaw->shape->n_parts; p++)
        {
          const BjtPart *part = flaw->shape->parts + p;

          cairo_new_sub_path (cr);
          for (guint k = 0; k < part->n_points; k++)
            {
              BjtPoint at = bjt_map_frame_project (frame, flaw->shape->points[part->first + k]);

              cairo_line_to (cr, at.x, at.y);
              bjt_box_add_point (&box, at.x, at.y);
            }
          cairo_close_path (cr);
        }
      bjt_palette_set_source (cr, get_inks (self)->alert, 0.12);
      cairo_fill_preserve (cr);
      cairo_clip (cr);
      bjt_palette_set_source (cr, get_inks (self)->alert, 0.9);
      cairo_set_line_width (cr, 1.2);
      bjt_hatch_draw (cr, flaw->kind == BJT_FLAW_GAP ? BJT_HATCH_HORIZONTAL : BJT_HATCH_DIAGONAL, &box, 7);
      cairo_restore (cr);
    }
}

static void
draw_handle (cairo_t    *cr,
             BjtPoint    at,
             double      size,
             guint32     paper,
             guint32     ink)
{
  cairo_rectangle (cr, round (at.x) - size, round (at.y) - size, 2 * size, 2 * size);
  bjt_palette_set_source (cr, paper, 1);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, ink, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* The corners of the chosen grid, or of all when none is chosen. */
static void
draw_corners (const BjtGridSketch *self,
              cairo_t             *cr,
              const BjtMapFrame   *frame)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);

  for (guint32 f = 0; f < bjt_coverage_get_n_faces (coverage); f++)
    {
      if (self->chosen != BJT_NO_INDEX && f != self->chosen)
        continue;
      for (guint r = 0; r < bjt_coverage_get_n_rings (coverage, f); r++)
        {
          BjtPoint       last = { -1000, -1000 };
          guint          n;
          const guint32 *ring = bjt_coverage_get_ring (coverage, f, r, &n);

          for (guint i = 0; i < n; i++)
            {
              BjtPoint at = bjt_map_frame_project (frame, bjt_coverage_get_vertex (coverage, ring[i]));

              if (hypot (at.x - last.x, at.y - last.y) < CORNER_SPACING)
                continue;
              draw_handle (cr, at, 3, get_inks (self)->paper, f == self->chosen ? get_inks (self)->chosen : get_inks (self)->border);
              last = at;
            }
        }
    }
  if (bjt_coverage_has_vertex (coverage, self->vertex))
    draw_handle (cr, bjt_map_frame_project (frame, bjt_coverage_get_vertex (coverage, self->vertex)), 5, get_inks (self)->chosen, get_inks (self)->paper);
}

static char *
dup_number (const BjtGridSketch *self,
            guint32              face)
{
  const BjtPicture *picture = bjt_grid_draft_get_picture (self->draft);

  return face < picture->grids->len ? g_strdup_printf ("%d", bjt_picture_get_grid (picture, face)->number) : g_strdup (_("New"));
}

/* "6 · 512 households ▲ too many": in words and by a mark, not by colour alone. */
static void
draw_count (const BjtGridSketch *self,
            BjtTextBrush        *brush,
            guint32              face,
            cairo_t             *cr,
            const BjtMapFrame   *frame)
{
  static const char *const states[] = { N_ ("fits"), N_ ("too few"), N_ ("too many") };
  static const char *const marks[] = { "●", "▼", "▲" };
  BjtPoint     place = bjt_map_frame_project (frame, bjt_coverage_get_inner_place (bjt_grid_draft_get_coverage (self->draft), face));
  guint        households = bjt_grid_draft_get_tally (self->draft, face)->households;
  BjtGridSize  size = bjt_grid_limits_judge_households (bjt_grid_draft_get_limits (self->draft), households);
  guint32      ink = size == BJT_GRID_SIZE_OK ? get_inks (self)->good : get_inks (self)->alert;
  g_autofree char *number = dup_number (self, face);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u household", "%u households", households), households);
  g_autofree char *state = g_strdup_printf ("%s %s", marks[size], _(states[size]));
  const char *lines[] = { number, count, state };

  if (isnan (place.x))
    return;
  cairo_rectangle (cr, round (place.x) - 38, round (place.y) - 38, 76, 66);
  bjt_palette_set_source (cr, get_inks (self)->paper, 0.85);
  cairo_fill (cr);
  for (guint i = 0; i < 3; i++)
    {
      bjt_text_brush_set (brush, lines[i], i == 0 ? 18 : 12, i == 0);
      bjt_text_brush_paint (brush, cr, place.x, place.y - 26 + (i == 0 ? 0 : 8 + i * 17), i == 2 ? ink : get_inks (self)->ink, get_inks (self)->paper);
    }
}

static void
draw_counts (const BjtGridSketch *self,
             cairo_t             *cr,
             const BjtMapFrame   *frame)
{
  g_autoptr (BjtTextBrush) brush = bjt_text_brush_new (cr);

  for (guint32 f = 0; f < bjt_coverage_get_n_faces (bjt_grid_draft_get_coverage (self->draft)); f++)
    if (bjt_grid_draft_is_grid (self->draft, f))
      draw_count (self, brush, f, cr, frame);
}

static void
draw_line (const BjtGridSketch *self,
           cairo_t             *cr,
           const BjtMapFrame   *frame)
{
  static const double dashes[] = { 7, 4 };

  for (guint i = 0; self->line != NULL && i < self->line->len; i++)
    {
      BjtPoint at = bjt_map_frame_project (frame, g_array_index (self->line, BjtPoint, i));

      cairo_line_to (cr, at.x, at.y);
    }
  if (self->line != NULL && self->line->len > 0 && !isnan (self->pointer.x))
    {
      BjtPoint at = bjt_map_frame_project (frame, self->pointer);

      cairo_line_to (cr, at.x, at.y);
      if (self->is_ring)
        cairo_close_path (cr);
    }
  bjt_palette_set_source (cr, get_inks (self)->chosen, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; self->line != NULL && i < self->line->len; i++)
    draw_handle (cr, bjt_map_frame_project (frame, g_array_index (self->line, BjtPoint, i)), 3.5, get_inks (self)->paper, get_inks (self)->chosen);
}

/* A ring where the pointer is caught, a cross where something is wrong. */
static void
draw_cues (const BjtGridSketch *self,
           cairo_t             *cr,
           const BjtMapFrame   *frame)
{
  BjtPoint at;

  if (self->is_snapped && !isnan (self->pointer.x))
    {
      at = bjt_map_frame_project (frame, self->pointer);
      cairo_arc (cr, at.x, at.y, 8, 0, 2 * G_PI);
      bjt_palette_set_source (cr, get_inks (self)->chosen, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  if (isnan (self->trouble.x))
    return;
  at = bjt_map_frame_project (frame, self->trouble);
  cairo_move_to (cr, at.x - 8, at.y - 8);
  cairo_line_to (cr, at.x + 8, at.y + 8);
  cairo_move_to (cr, at.x - 8, at.y + 8);
  cairo_line_to (cr, at.x + 8, at.y - 8);
  bjt_palette_set_source (cr, get_inks (self)->alert, 1);
  cairo_set_line_width (cr, 3.5);
  cairo_stroke (cr);
}

/* Whether the edit that is going on changes it. */
static gboolean
is_changing (const BjtGridSketch *self,
             guint32              face)
{
  if (!bjt_grid_draft_is_grid (self->draft, face))
    return FALSE;
  if (self->is_dragged)
    return bjt_coverage_has_corner (bjt_grid_draft_get_coverage (self->draft), face, self->vertex);
  return self->line != NULL && self->line->len > 0 && face == bjt_grid_draft_get_picture (self->draft)->grids->len;
}

/* "6: 512 households, work 104%" */
static char *
dup_figures (const BjtGridSketch *self,
             guint32              face)
{
  const BjtGridTally *tally = bjt_grid_draft_get_tally (self->draft, face);
  double              mean = bjt_grid_draft_get_mean_work (self->draft);
  g_autofree char    *number = dup_number (self, face);

  /* Translators: beside the pointer, while a border moves: a grid, its
   * households, its work in per cent of the mean */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u household, work %.0f%%", "%s: %u households, work %.0f%%", tally->households),
                          number, tally->households, mean > 0 ? (double) tally->work * 100 / mean : 0);
}

/* Beside the pointer: there the eye is while a border moves. */
static void
draw_figures (const BjtGridSketch *self,
              cairo_t             *cr,
              const BjtMapFrame   *frame)
{
  g_autoptr (BjtTextBrush) brush = bjt_text_brush_new (cr);
  BjtPoint at = bjt_map_frame_project (frame, self->pointer);
  double   y = at.y + FIGURES_BELOW;

  if (isnan (self->pointer.x))
    return;
  for (guint32 f = 0; f < bjt_coverage_get_n_faces (bjt_grid_draft_get_coverage (self->draft)); f++)
    {
      g_autofree char *text = is_changing (self, f) ? dup_figures (self, f) : NULL;
      gboolean         fits;
      BjtPoint         size;

      if (text == NULL)
        continue;
      fits = bjt_grid_limits_judge_households (bjt_grid_draft_get_limits (self->draft), bjt_grid_draft_get_tally (self->draft, f)->households) == BJT_GRID_SIZE_OK;
      bjt_text_brush_set (brush, text, 13, TRUE);
      size = bjt_text_brush_measure (brush);
      cairo_rectangle (cr, round (at.x - size.x / 2) - 6, round (y) - FIGURES_HEIGHT / 2, ceil (size.x) + 12, FIGURES_HEIGHT);
      bjt_palette_set_source (cr, get_inks (self)->paper, 0.95);
      cairo_fill (cr);
      bjt_text_brush_paint (brush, cr, at.x, y, fits ? get_inks (self)->ink : get_inks (self)->alert, BJT_NO_HALO);
      y += FIGURES_HEIGHT;
    }
}

void
bjt_grid_sketch_draw (const BjtGridSketch *self,
                      cairo_t             *cr,
                      const BjtMapFrame   *frame)
{
  cairo_save (cr);
  draw_borders (self, cr, frame);
  draw_flaws (self, self->flaws, cr, frame);
  draw_flaws (self, self->overlaps, cr, frame);
  draw_corners (self, cr, frame);
  draw_counts (self, cr, frame);
  draw_line (self, cr, frame);
  draw_cues (self, cr, frame);
  draw_figures (self, cr, frame);
  cairo_restore (cr);
}
