/* bjt-matrix-painter.c: cells filled by 户 class, framed by attention, with
 * category chips, issue dot, clock and texts.
 *
 * Pure: the same picture gives the same drawing. Cells outside the clip are
 * left out; texts come from the painter's cache. 400 cells take some
 * milliseconds. */
#include "bjt-matrix-painter.h"

#include "base/bjt-text.h"
#include "bjt-hatch.h"
#include <string.h>

#define MAX_CHIPS 4
#define FADED 0.25

/* What is the same for all cells of one drawing. */
typedef struct
{
  const BjtMatrixPainter *painter;
  BjtGlyphPainter         glyphs;
  guint8                  order[BJT_MAX_CATEGORIES]; /* chips: the graver first */
  guint                   n_order;
} Drawing;

static int
compare_tiers (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const BjtPicture *picture = user_data;
  guint8            x = *(const guint8 *) a, y = *(const guint8 *) b;
  int               order = bjt_picture_get_category (picture, y)->tier - bjt_picture_get_category (picture, x)->tier;

  return order != 0 ? order : x - y;
}

static void
begin_drawing (Drawing                *self,
               const BjtMatrixPainter *painter)
{
  self->painter = painter;
  self->glyphs = (BjtGlyphPainter) { painter->text, painter->palette, 1 };
  self->n_order = 0;
  for (guint i = 0; i < MIN (painter->picture->categories->len, BJT_MAX_CATEGORIES); i++)
    if (!bjt_picture_get_category (painter->picture, i)->is_restricted)
      self->order[self->n_order++] = (guint8) i;
  g_qsort_with_data (self->order, (int) self->n_order, 1, compare_tiers, (gpointer) painter->picture);
}

static void
draw_second_household (const Drawing *self,
                       cairo_t       *cr,
                       guint32        door,
                       const BjtBox  *box)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self->painter->picture, door);
  double                size = (box->y2 - box->y1) * 0.45;
  double                unit = self->painter->unit;
  gboolean              has_hukou_only = FALSE;

  for (guint h = 1; h < d->households.n; h++)
    has_hukou_only |= bjt_picture_get_household (self->painter->picture, d->households.first + h)->household_class == BJT_CLASS_HUKOU_ONLY;
  if (!has_hukou_only)
    return;
  bjt_palette_set_source (cr, self->painter->palette->classes[BJT_CLASS_HUKOU_ONLY].ink, self->glyphs.alpha);
  cairo_set_line_width (cr, 1.2 * unit);
  for (double step = size; step > unit; step -= 3 * unit)
    {
      cairo_move_to (cr, box->x1, box->y2 - step);
      cairo_line_to (cr, box->x1 + step, box->y2);
    }
  cairo_stroke (cr);
}

static void
draw_ground (const Drawing *self,
             cairo_t       *cr,
             guint32        door,
             const BjtBox  *box)
{
  const BjtMatrixPainter    *painter = self->painter;
  const BjtPictureDoorState *state = bjt_picture_get_door_state (painter->picture, door);

  if (painter->show & BJT_MATRIX_SHOW_CURTAIN)
    {
      cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
      bjt_palette_set_source (cr, painter->palette->classes[BJT_CLASS_RESIDENT].fill, self->glyphs.alpha);
      cairo_fill (cr);
    }
  else
    {
      bjt_glyph_painter_fill_class (&self->glyphs, cr, state->household_class, box, painter->unit);
      draw_second_household (self, cr, door, box);
    }
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  bjt_palette_set_source (cr, painter->palette->cell_edge, self->glyphs.alpha);
  cairo_set_line_width (cr, painter->unit * 0.8);
  cairo_stroke (cr);
  if (!(painter->show & BJT_MATRIX_SHOW_CURTAIN))
    bjt_glyph_painter_frame_attention (&self->glyphs, cr, state->attention, box, painter->unit);
}

/* Texts over a pattern keep a plain ground. */
static void
draw_text (const Drawing       *self,
           cairo_t             *cr,
           const char          *text,
           const BjtTextPlace  *place,
           guint32              colour,
           const BjtClassStyle *style)
{
  const BjtMatrixPainter *painter = self->painter;

  if (style != NULL && style->hatch != BJT_HATCH_NONE)
    {
      double width = MIN (bjt_text_painter_get_width (painter->text, text, place->size, place->flags),
                          place->max_width > 0 ? place->max_width : G_MAXDOUBLE);

      cairo_rectangle (cr, place->x - painter->unit * 0.5, place->y - place->size * 0.5, width + painter->unit, place->size);
      bjt_palette_set_source (cr, style->fill, 0.85 * self->glyphs.alpha);
      cairo_fill (cr);
    }
  bjt_palette_set_source (cr, colour, self->glyphs.alpha);
  bjt_text_painter_draw (painter->text, cr, text, place);
}

static char *
dup_name (const BjtMatrixPainter *painter,
          guint32                 door)
{
  guint32     person = bjt_picture_get_head (painter->picture, door);
  const char *name = person != BJT_NO_INDEX ? bjt_picture_get_person (painter->picture, person)->name : NULL;

  if (name == NULL)
    return NULL;
  return painter->show & BJT_MATRIX_SHOW_UNMASKED_NAMES ? g_strdup (name) : bjt_text_mask_name (name);
}

/* Returns: where the free room at the right of the first line ends */
static double
draw_marks (const Drawing             *self,
            cairo_t                   *cr,
            const BjtPictureDoorState *state,
            const BjtBox              *box)
{
  double size = self->painter->text_size;
  double inset = self->painter->unit * (state->attention != BJT_ATTENTION_NONE ? 3.2 : 1.6);
  double right = box->x2 - inset;

  if (state->open_issues > 0)
    {
      double radius = size * 0.26;

      bjt_glyph_painter_draw_issue_dot (&self->glyphs, cr, right - radius, box->y1 + inset + radius, radius, state->issue_overdue);
      right -= 2.5 * radius;
    }
  if (state->visit_overdue)
    {
      double radius = size * 0.38;

      bjt_glyph_painter_draw_clock (&self->glyphs, cr, right - radius, box->y1 + inset + radius, radius);
      right -= 2.4 * radius;
    }
  return right;
}

static void
draw_chips (const Drawing *self,
            cairo_t       *cr,
            BjtCategorySet categories,
            const BjtBox  *box,
            double         left,
            double         inset)
{
  const BjtMatrixPainter *painter = self->painter;
  double                  size = painter->chip_size;
  double                  pitch = size + painter->unit * 0.8;
  double                  y = box->y2 - inset - size;
  double                  right = box->x2 - inset;
  guint8                  shown[BJT_MAX_CATEGORIES];
  guint                   n = 0, room, n_chips;

  for (guint i = 0; i < self->n_order; i++)
    if (categories >> self->order[i] & 1)
      shown[n++] = self->order[i];
  if (n == 0)
    return;
  room = (guint) CLAMP ((right - left + painter->unit) / pitch, 1, MAX_CHIPS);
  n_chips = n <= room ? n : n > MAX_CHIPS && room == MAX_CHIPS ? MAX_CHIPS : MAX (room - 1, 1);
  if (n > n_chips)
    {
      char         more[8];
      BjtTextPlace place = { right, y + size / 2, 1, size * 0.8, 0, BJT_TEXT_BOLD };

      g_snprintf (more, sizeof more, "+%u", MIN (n - n_chips, 99u));
      bjt_palette_set_source (cr, painter->palette->text, self->glyphs.alpha);
      right -= bjt_text_painter_draw (painter->text, cr, more, &place) + painter->unit * 0.6;
    }
  for (guint i = n_chips; i-- > 0; right -= pitch)
    bjt_glyph_painter_draw_chip (&self->glyphs, cr, bjt_picture_get_category (painter->picture, shown[i]), right - size, y, size);
}

static void
draw_contents (const Drawing *self,
               cairo_t       *cr,
               guint32        door,
               const BjtBox  *box)
{
  const BjtMatrixPainter    *painter = self->painter;
  const BjtPictureDoorState *state = bjt_picture_get_door_state (painter->picture, door);
  const char                *label = bjt_picture_get_door (painter->picture, door)->label;
  gboolean                   is_curtained = (painter->show & BJT_MATRIX_SHOW_CURTAIN) != 0;
  gboolean                   has_frame = !is_curtained && state->attention != BJT_ATTENTION_NONE;
  const BjtClassStyle       *style = is_curtained ? NULL : &painter->palette->classes[MIN (state->household_class, BJT_N_CLASSES - 1)];
  double                     inset = painter->unit * (has_frame ? 3.2 : 1.8);
  double                     left = box->x1 + inset;
  double                     right = is_curtained ? box->x2 - inset : draw_marks (self, cr, state, box);

  if (label != NULL && painter->show & BJT_MATRIX_SHOW_LABELS)
    {
      BjtTextPlace place = { left, box->y1 + inset + painter->text_size * 0.42, 0, painter->text_size, right - left, 0 };

      draw_text (self, cr, label, &place, painter->palette->dim_text, style);
    }
  if (is_curtained)
    return;
  if (painter->show & BJT_MATRIX_SHOW_NAMES)
    {
      g_autofree char *name = dup_name (painter, door);
      double           size = painter->text_size * 1.15;
      BjtTextPlace     place = { left, box->y2 - inset - size * 0.55, 0, size, (box->x2 - box->x1) * 0.62, 0 };

      if (name != NULL)
        {
          draw_text (self, cr, name, &place, painter->palette->text, style);
          left += MIN (bjt_text_painter_get_width (painter->text, name, size, 0), place.max_width) + painter->unit;
        }
    }
  draw_chips (self, cr, state->categories, box, left, inset);
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
  Drawing drawing;
  BjtBox  clip;

  begin_drawing (&drawing, self);
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
      drawing.glyphs.alpha = is_faded (self, door) ? FADED : 1;
      draw_ground (&drawing, cr, door, &box);
      draw_contents (&drawing, cr, door, &box);
    }
  draw_selection (self, cr);
  cairo_restore (cr);
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

void
bjt_matrix_painter_draw_entrances (const BjtMatrixPainter *self,
                                   cairo_t                *cr)
{
  bjt_palette_set_source (cr, self->palette->dim_text, 1);
  for (guint i = 0; i < self->matrix->sections->len; i++)
    {
      const BjtMatrixSection *section = bjt_matrix_get_section (self->matrix, i);
      BjtBox                  box = bjt_matrix_get_section_box (self->matrix, &self->metrics, i);
      BjtTextPlace            place = { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, 0.5, self->text_size * 1.1, box.x2 - box.x1, 0 };
      g_autofree char        *text = NULL;

      if (section->label == NULL)
        continue;
      text = dup_entrance_text (self, section->label);
      bjt_text_painter_draw (self->text, cr, text, &place);
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
