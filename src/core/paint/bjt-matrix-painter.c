/* bjt-matrix-painter.c: cells filled by 户 class, framed by attention, with
 * category chips, issue dot, clock and texts.
 *
 * Pure: the same picture gives the same drawing. Cells outside the clip are
 * left out; texts come from the painter's cache. 400 cells take some
 * milliseconds. */
#include "bjt-matrix-painter.h"

#include <string.h>

#include "bjt-cell-painter.h"
#include "model/bjt-plans.h"
#include "plan/bjt-annotation-index.h"

static void
begin_cells (BjtCellPainter         *cells,
             const BjtMatrixPainter *self)
{
  bjt_cell_painter_init (cells, self->picture, self->text, self->palette);
  cells->unit = self->unit;
  cells->text_size = self->text_size;
  cells->chip_size = self->chip_size;
}

static void
draw_ground (const BjtMatrixPainter *self,
             const BjtCellPainter   *cells,
             cairo_t                *cr,
             guint32                 door,
             const BjtBox           *box)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);
  gboolean                   is_curtained = (self->show & BJT_MATRIX_SHOW_CURTAIN) != 0;

  if (is_curtained)
    {
      cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
      bjt_palette_set_source (cr, self->palette->classes[BJT_CLASS_RESIDENT].fill, cells->glyphs.alpha);
      cairo_fill (cr);
    }
  else
    {
      bjt_glyph_painter_fill_class (&cells->glyphs, cr, state->household_class, box, self->unit);
      bjt_cell_painter_draw_second_household (cells, cr, door, box);
    }
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  bjt_palette_set_source (cr, self->palette->cell_edge, cells->glyphs.alpha);
  cairo_set_line_width (cr, self->unit * 0.8);
  cairo_stroke (cr);
  if (!is_curtained)
    bjt_glyph_painter_frame_attention (&cells->glyphs, cr, state->attention, box, self->unit);
}

/* The name at the left of the last line, the chips at its right; the name above them
 * where there is room for three lines. */
static void
draw_last_line (const BjtMatrixPainter *self,
                const BjtCellPainter   *cells,
                cairo_t                *cr,
                guint32                 door,
                const BjtBox           *box,
                double                  inset)
{
  g_autofree char *name = self->show & BJT_MATRIX_SHOW_NAMES ? bjt_cell_painter_dup_name (cells, door, (self->show & BJT_MATRIX_SHOW_UNMASKED_NAMES) != 0) : NULL;
  double           left = box->x1 + inset, right = box->x2 - inset, bottom = box->y2 - inset;
  BjtCellChips     chips;

  if (name != NULL)
    {
      double       size = self->text_size * 1.15;
      gboolean     has_line = box->y2 - box->y1 >= 2 * inset + self->text_size * 0.9 + size * 1.15 + self->chip_size;
      BjtTextPlace place = { left, bottom - size * 0.55, 0, size, (box->x2 - box->x1) * 0.62, 0 };

      if (has_line)
        {
          place.y = (box->y1 + inset + self->text_size * 0.9 + bottom - self->chip_size) / 2;
          place.max_width = right - left;
        }
      bjt_cell_painter_draw_text (cells, cr, name, &place, self->palette->text, bjt_cell_painter_get_style (cells, door));
      if (!has_line)
        left += MIN (bjt_text_painter_get_width (self->text, name, size, 0), place.max_width) + self->unit;
    }
  bjt_cell_painter_choose_chips (cells, door, right - left, BJT_CELL_MAX_CHIPS, &chips);
  bjt_cell_painter_draw_chips (cells, cr, &chips, right, bottom - self->chip_size);
}

static void
draw_contents (const BjtMatrixPainter *self,
               const BjtCellPainter   *cells,
               cairo_t                *cr,
               guint32                 door,
               const BjtBox           *box)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);
  const char                *label = bjt_picture_get_door (self->picture, door)->label;
  gboolean                   is_curtained = (self->show & BJT_MATRIX_SHOW_CURTAIN) != 0;
  gboolean                   has_frame = !is_curtained && state->attention != BJT_ATTENTION_NONE;
  double                     inset = self->unit * (has_frame ? 3.2 : 1.8);
  double                     mark_inset = self->unit * (has_frame ? 3.2 : 1.6);
  double                     right = is_curtained ? box->x2 - inset : bjt_cell_painter_draw_marks (cells, cr, door, box->x2 - mark_inset, box->y1 + mark_inset);

  if (label != NULL && self->show & BJT_MATRIX_SHOW_LABELS)
    {
      BjtTextPlace place = { box->x1 + inset, box->y1 + inset + self->text_size * 0.42, 0, self->text_size, right - box->x1 - inset, 0 };

      bjt_cell_painter_draw_text (cells, cr, label, &place, self->palette->dim_text, is_curtained ? NULL : bjt_cell_painter_get_style (cells, door));
    }
  if (!is_curtained)
    draw_last_line (self, cells, cr, door, box, inset);
}

static gboolean
is_faded (const BjtMatrixPainter *self,
          guint32                 door)
{
  return self->filter != NULL && !bjt_filter_is_empty (self->filter) && !bjt_filter_matches (self->filter, self->picture, door);
}

static void
draw_selection (const BjtMatrixPainter *self,
                cairo_t                *cr)
{
  guint32 cell = self->selected != BJT_NO_INDEX ? bjt_matrix_find_door (self->matrix, self->selected) : BJT_NO_INDEX;
  BjtBox  box;

  if (cell == BJT_NO_INDEX)
    return;
  box = bjt_matrix_get_cell_box (self->matrix, &self->metrics, cell);
  cairo_rectangle (cr, box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1);
  bjt_palette_set_source (cr, self->palette->selection, 1);
  cairo_set_line_width (cr, 3 * self->unit);
  cairo_stroke (cr);
}

void
bjt_matrix_painter_draw_cells (const BjtMatrixPainter *self,
                               cairo_t                *cr)
{
  BjtCellPainter cells;
  BjtBox         clip;

  begin_cells (&cells, self);
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_clip_extents (cr, &clip.x1, &clip.y1, &clip.x2, &clip.y2);
  for (guint32 i = 0; i < self->matrix->cells->len; i++)
    {
      guint32 door = bjt_matrix_get_cell (self->matrix, i)->door;
      BjtBox  box = bjt_matrix_get_cell_box (self->matrix, &self->metrics, i);

      if (!bjt_box_intersects (&box, &clip))
        continue;
      cells.glyphs.alpha = is_faded (self, door) ? BJT_CELL_FADED : 1;
      draw_ground (self, &cells, cr, door, &box);
      draw_contents (self, &cells, cr, door, &box);
    }
  draw_selection (self, cr);
  cairo_restore (cr);
}

/* What is noted in shared space; behind the curtain hazards alone. */

static void
draw_shared (const BjtMatrixPainter *self,
             cairo_t                *cr,
             guint                   kinds,
             double                  right,
             double                  y)
{
  BjtGlyphPainter glyphs = { self->text, self->palette, 1 };

  if (self->show & BJT_MATRIX_SHOW_CURTAIN)
    kinds &= 1u << BJT_ANNOTATION_HAZARD;
  if (kinds == 0)
    return;
  bjt_glyph_painter_draw_annotations (&glyphs, cr, kinds, right, y, self->text_size * 0.5);
  bjt_palette_set_source (cr, self->palette->dim_text, 1);
}

static guint
get_shared_of_entrance (const BjtMatrixPainter *self,
                        guint32                 entrance)
{
  BjtRun run = bjt_annotation_index_get_run (self->picture, self->matrix->building);
  guint  kinds = 0;

  for (guint32 a = run.first; a < run.first + run.n; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (self->picture, a);

      if (annotation->door == BJT_NO_INDEX && annotation->entrance == entrance && bjt_picture_annotation_is_open (annotation))
        kinds |= 1u << annotation->kind;
    }
  return kinds;
}

/* A hazard, in any entrance */
static gboolean
has_shared (const BjtMatrixPainter *self,
            int                     ordinal)
{
  BjtRun run = bjt_annotation_index_get_run (self->picture, self->matrix->building);

  for (guint32 a = run.first; a < run.first + run.n; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (self->picture, a);

      if (annotation->door == BJT_NO_INDEX && annotation->ordinal == ordinal && annotation->kind == BJT_ANNOTATION_HAZARD
          && bjt_picture_annotation_is_open (annotation))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_entrance_text (const BjtMatrixPainter *self,
                   const char             *label)
{
  const char *mark = self->entrance_format != NULL ? strstr (self->entrance_format, "%s") : NULL;

  if (mark == NULL)
    return g_strdup (label);
  return g_strdup_printf ("%.*s%s%s", (int) (mark - self->entrance_format), self->entrance_format, label, mark + 2);
}

/* Why it is closed, and until when: 停水 → 12-01 */
static char *
dup_cordon_text (const BjtPictureEntrance *entrance,
                 const char               *label)
{
  char day[BJT_DATE_STRING_SIZE];

  if (entrance->cordon_until == BJT_DATE_NONE)
    return g_strdup_printf ("%s · %s", label, entrance->cordon);
  bjt_date_format (entrance->cordon_until, day);
  return g_strdup_printf ("%s · %s → %s", label, entrance->cordon, day + 5);
}

static void
draw_bars (cairo_t      *cr,
           const BjtBox *box,
           double        unit)
{
  double height = box->y2 - box->y1;

  cairo_save (cr);
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 3 * unit);
  for (double x = box->x1 - height; x < box->x2; x += 8 * unit)
    {
      cairo_move_to (cr, x, box->y2);
      cairo_line_to (cr, x + height, box->y1);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A band over its columns with bars at both ends: told without colour too. */
static void
draw_cordon (const BjtMatrixPainter *self,
             cairo_t                *cr,
             const BjtBox           *header,
             const char             *text)
{
  double       height = MIN (self->text_size * 1.8, header->y2 - header->y1), end = MIN (height, (header->x2 - header->x1) / 6);
  BjtBox       band = { header->x1, header->y1 + self->unit, header->x2, header->y1 + self->unit + height };
  BjtBox       ends[] = { { band.x1, band.y1, band.x1 + end, band.y2 }, { band.x2 - end, band.y1, band.x2, band.y2 } };
  BjtTextPlace place = { (band.x1 + band.x2) / 2, (band.y1 + band.y2) / 2, 0.5, self->text_size, band.x2 - band.x1 - 2.4 * end, BJT_TEXT_BOLD };

  cairo_rectangle (cr, band.x1, band.y1, band.x2 - band.x1, height);
  bjt_palette_set_source (cr, bjt_palette_mix (self->palette->alert, self->palette->paper, 0.14), 1);
  cairo_fill (cr);
  bjt_palette_set_source (cr, self->palette->alert, 1);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    draw_bars (cr, &ends[i], self->unit);
  bjt_text_painter_draw (self->text, cr, text, &place);
}

static const BjtPictureEntrance *
find_cordoned (const BjtMatrixPainter *self,
               guint32                 entrance)
{
  const BjtPictureEntrance *e = entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, entrance) : NULL;

  return e != NULL && e->cordon != NULL && !(self->show & BJT_MATRIX_SHOW_CURTAIN) ? e : NULL;
}

void
bjt_matrix_painter_draw_entrances (const BjtMatrixPainter *self,
                                   cairo_t                *cr)
{
  for (guint i = 0; i < self->matrix->sections->len; i++)
    {
      const BjtMatrixSection *section = bjt_matrix_get_section (self->matrix, i);
      BjtBox                  box = bjt_matrix_get_section_box (self->matrix, &self->metrics, i);
      BjtTextPlace            place = { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, 0.5, self->text_size * 1.1, box.x2 - box.x1, 0 };
      const BjtPictureEntrance *cordoned = find_cordoned (self, section->entrance);
      g_autofree char          *text = section->label != NULL ? dup_entrance_text (self, section->label) : NULL;
      g_autofree char          *closed = text != NULL && cordoned != NULL ? dup_cordon_text (cordoned, text) : NULL;

      if (closed != NULL)
        draw_cordon (self, cr, &box, closed);
      else if (text != NULL)
        {
          double width;

          bjt_palette_set_source (cr, self->palette->dim_text, 1);
          width = bjt_text_painter_draw (self->text, cr, text, &place);
          draw_shared (self, cr, get_shared_of_entrance (self, section->entrance), place.x - width / 2 - self->text_size * 0.4, place.y);
        }
    }
}

void
bjt_matrix_painter_draw_levels (const BjtMatrixPainter *self,
                                cairo_t                *cr)
{
  bjt_palette_set_source (cr, self->palette->dim_text, 1);
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      BjtBox       box = bjt_matrix_get_row_box (self->matrix, &self->metrics, i);
      double       width = box.x2 - box.x1;
      BjtTextPlace place = { box.x1 + width * 0.48, (box.y1 + box.y2) / 2, 0.5, self->text_size * 1.1, width * 0.95, 0 };

      bjt_text_painter_draw (self->text, cr, bjt_matrix_get_row (self->matrix, i)->label, &place);
      if (has_shared (self, bjt_matrix_get_row (self->matrix, i)->ordinal))
        draw_shared (self, cr, 1u << BJT_ANNOTATION_HAZARD, box.x2 - self->unit, place.y);
    }
}

/**
 * bjt_matrix_painter_draw:
 *
 * The whole matrix with its headers at the origin of @cr. Leaves the state of
 * @cr as it was, but for the source.
 */
void
bjt_matrix_painter_draw (const BjtMatrixPainter *self,
                         cairo_t                *cr)
{
  bjt_matrix_painter_draw_entrances (self, cr);
  bjt_matrix_painter_draw_levels (self, cr);
  bjt_matrix_painter_draw_cells (self, cr);
}
