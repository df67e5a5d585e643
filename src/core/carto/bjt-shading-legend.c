/* bjt-shading-legend.c: the highest on top, as people read a scale. */
#include "bjt-shading-legend.h"

#include <math.h>

#define ROW 20.0     /* px */
#define SWATCH 26.0
#define PADDING 10.0
#define TEXT 12.0
#define N_HEAT_ROWS 4

static void
row_free (gpointer data)
{
  BjtLegendRow *row = data;

  g_free (row->text);
  g_free (row->count);
  g_free (row);
}

static char *
describe_class (const BjtIndicator   *indicator,
                const BjtClassBreaks *breaks,
                guint                 i)
{
  g_autofree char *from = bjt_indicator_dup_value (indicator, breaks->edges[i]);
  g_autofree char *to = bjt_indicator_dup_value (indicator, breaks->edges[i + 1]);

  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

static void
list_classes (GPtrArray        *rows,
              BjtAreaPainter   *areas,
              const BjtPalette *palette,
              const char       *unknown)
{
  const BjtClassBreaks *breaks = bjt_area_painter_get_breaks (areas);
  guint                 n_unknown = bjt_area_painter_count_unknown (areas);

  for (guint i = breaks->n_classes; i-- > 0;)
    {
      BjtLegendRow *row = g_new0 (BjtLegendRow, 1);

      row->text = describe_class (&bjt_area_painter_get_table (areas)->indicator, breaks, i);
      row->count = g_strdup_printf ("%u", breaks->counts[i]);
      row->colour = bjt_area_painter_get_colour (areas, palette->kind, i);
      row->alpha = palette->is_mono ? 1 : bjt_area_painter_get_alpha (areas);
      row->spacing = palette->is_mono ? bjt_colour_ramp_get_spacing (i, breaks->n_classes) : 0;
      g_ptr_array_add (rows, row);
    }
  if (n_unknown > 0)
    {
      BjtLegendRow *row = g_new0 (BjtLegendRow, 1);

      *row = (BjtLegendRow) { g_strdup (unknown), g_strdup_printf ("%u", n_unknown), palette->paper, 1, 5, TRUE };
      g_ptr_array_add (rows, row);
    }
}

static void
list_heat (GPtrArray        *rows,
           BjtHeatPainter   *heat,
           const BjtPalette *palette)
{
  for (guint i = N_HEAT_ROWS; i > 0; i--)
    {
      BjtLegendRow *row = g_new0 (BjtLegendRow, 1);
      double        share = (double) i / N_HEAT_ROWS;

      row->text = g_strdup_printf ("%.1f", share * bjt_heat_painter_get_peak (heat));
      row->colour = bjt_heat_painter_get_colour (heat, palette, share, &row->alpha);
      g_ptr_array_add (rows, row);
    }
}

/**
 * bjt_shading_legend_list:
 *
 * Returns: (transfer full) (element-type BjtLegendRow): from the highest down
 */
GPtrArray *
bjt_shading_legend_list (BjtShadingPainter *shades,
                         const BjtPalette  *palette,
                         const char        *unknown)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  if (bjt_shading_painter_get_areas (shades) != NULL)
    list_classes (rows, bjt_shading_painter_get_areas (shades), palette, unknown);
  else if (bjt_shading_painter_get_heat (shades) != NULL && bjt_heat_painter_get_peak (bjt_shading_painter_get_heat (shades)) > 0)
    list_heat (rows, bjt_shading_painter_get_heat (shades), palette);
  return rows;
}

static void
draw_lines (cairo_t      *cr,
            const BjtBox *box,
            double        spacing,
            gboolean      is_falling)
{
  double height = box->y2 - box->y1;

  for (double x = box->x1 - height; x < box->x2; x += spacing * G_SQRT2)
    {
      cairo_move_to (cr, x, is_falling ? box->y1 : box->y2);
      cairo_line_to (cr, x + height, is_falling ? box->y2 : box->y1);
    }
  cairo_stroke (cr);
}

void
bjt_shading_legend_draw_swatch (const BjtLegendRow *row,
                                cairo_t            *cr,
                                const BjtPalette   *palette,
                                const BjtBox       *box,
                                double              px)
{
  cairo_save (cr);
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  bjt_palette_set_source (cr, row->colour, row->alpha);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, px);
  bjt_palette_set_source (cr, row->is_unknown ? palette->dim_text : palette->text, row->is_unknown ? 0.5 : 0.8);
  if (row->spacing > 0)
    draw_lines (cr, box, row->spacing * px, row->is_unknown);
  cairo_restore (cr);
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  bjt_palette_set_source (cr, palette->dim_text, 0.5);
  cairo_set_line_width (cr, 0.7 * px);
  cairo_stroke (cr);
}

static double
measure_width (GPtrArray             *rows,
               BjtTextPainter        *text,
               const BjtShadingWords *words)
{
  double width = bjt_text_painter_get_width (text, words->title, TEXT, BJT_TEXT_BOLD);

  for (guint i = 0; i < rows->len; i++)
    {
      const BjtLegendRow *row = rows->pdata[i];
      double              its = SWATCH + 8 + bjt_text_painter_get_width (text, row->text, TEXT, BJT_TEXT_REGULAR);

      if (row->count != NULL)
        its += 16 + bjt_text_painter_get_width (text, row->count, TEXT, BJT_TEXT_REGULAR);
      width = fmax (width, its);
    }
  return width;
}

BjtBox
bjt_shading_legend_measure (BjtShadingPainter     *shades,
                            const BjtPalette      *palette,
                            BjtTextPainter        *text,
                            const BjtShadingWords *words,
                            BjtPoint               corner)
{
  g_autoptr (GPtrArray) rows = bjt_shading_legend_list (shades, palette, words->unknown);

  if (rows->len == 0)
    return BJT_BOX_EMPTY;
  return (BjtBox) { corner.x, corner.y - (rows->len + 1) * ROW - 2 * PADDING, corner.x + measure_width (rows, text, words) + 2 * PADDING, corner.y };
}

/**
 * bjt_shading_legend_draw:
 * @corner: the lower left of the box
 *
 * For pictures; the window has widgets. Draws nothing where nothing is shaded.
 */
void
bjt_shading_legend_draw (BjtShadingPainter     *shades,
                         cairo_t               *cr,
                         const BjtPalette      *palette,
                         BjtTextPainter        *text,
                         const BjtShadingWords *words,
                         BjtPoint               corner)
{
  g_autoptr (GPtrArray) rows = bjt_shading_legend_list (shades, palette, words->unknown);
  double       width = measure_width (rows, text, words), height = (rows->len + 1) * ROW + 2 * PADDING;
  BjtTextPlace place = { corner.x + PADDING, corner.y - height + PADDING + ROW / 2, 0, TEXT, 0, BJT_TEXT_BOLD };

  if (rows->len == 0)
    return;
  cairo_rectangle (cr, corner.x, corner.y - height, width + 2 * PADDING, height);
  bjt_palette_set_source (cr, palette->paper, 0.94);
  cairo_fill (cr);
  bjt_palette_set_source (cr, palette->text, 1);
  bjt_text_painter_draw (text, cr, words->title, &place);
  place.flags = BJT_TEXT_REGULAR;
  for (guint i = 0; i < rows->len; i++)
    {
      const BjtLegendRow *row = rows->pdata[i];
      BjtBox              box = { corner.x + PADDING, place.y + ROW - 7, corner.x + PADDING + SWATCH, place.y + ROW + 7 };

      place.y += ROW;
      bjt_shading_legend_draw_swatch (row, cr, palette, &box, 1);
      place.x = box.x2 + 8;
      place.align = 0;
      bjt_palette_set_source (cr, palette->text, 1);
      bjt_text_painter_draw (text, cr, row->text, &place);
      place.x = corner.x + PADDING + width;
      place.align = 1;
      bjt_palette_set_source (cr, palette->dim_text, 1);
      if (row->count != NULL)
        bjt_text_painter_draw (text, cr, row->count, &place);
    }
}
