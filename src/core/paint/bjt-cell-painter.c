/* bjt-cell-painter.c: texts, clock, issue dot, chips.
 *
 * Where they stand is for the caller to say; how they look is the same
 * everywhere. Restricted categories are never among the chips. */
#include "bjt-cell-painter.h"

#include "base/bjt-text.h"

#define ANNOTATION 0.36 /* radius of a mark, by the size of the text */

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

/**
 * bjt_cell_painter_init:
 *
 * Unit and sizes are 0 and are the caller's to set.
 */
void
bjt_cell_painter_init (BjtCellPainter   *self,
                       const BjtPicture *picture,
                       BjtTextPainter   *text,
                       const BjtPalette *palette)
{
  *self = (BjtCellPainter) { .picture = picture, .glyphs = { text, palette, 1 } };
  for (guint i = 0; i < MIN (picture->categories->len, BJT_MAX_CATEGORIES); i++)
    if (!bjt_picture_get_category (picture, i)->is_restricted)
      self->order[self->n_order++] = (guint8) i;
  g_qsort_with_data (self->order, (int) self->n_order, 1, compare_tiers, (gpointer) picture);
}

const BjtClassStyle *
bjt_cell_painter_get_style (const BjtCellPainter *self,
                            guint32               door)
{
  return &self->glyphs.palette->classes[MIN (bjt_picture_get_door_state (self->picture, door)->household_class, BJT_N_CLASSES - 1)];
}

char *
bjt_cell_painter_dup_name (const BjtCellPainter *self,
                           guint32               door,
                           gboolean              is_unmasked)
{
  guint32     person = bjt_picture_get_head (self->picture, door);
  const char *name = person != BJT_NO_INDEX ? bjt_picture_get_person (self->picture, person)->name : NULL;

  if (name == NULL)
    return NULL;
  return is_unmasked ? g_strdup (name) : bjt_text_mask_name (name);
}

/**
 * bjt_cell_painter_draw_second_household:
 *
 * Who is only registered behind those who live here: a hatched corner.
 */
void
bjt_cell_painter_draw_second_household (const BjtCellPainter *self,
                                        cairo_t              *cr,
                                        guint32               door,
                                        const BjtBox         *box)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self->picture, door);
  double                size = (box->y2 - box->y1) * 0.45;
  gboolean              has_hukou_only = FALSE;

  for (guint h = 1; h < d->households.n; h++)
    has_hukou_only |= bjt_picture_get_household (self->picture, d->households.first + h)->household_class == BJT_CLASS_HUKOU_ONLY;
  if (!has_hukou_only)
    return;
  bjt_palette_set_source (cr, self->glyphs.palette->classes[BJT_CLASS_HUKOU_ONLY].ink, self->glyphs.alpha);
  cairo_set_line_width (cr, 1.2 * self->unit);
  for (double step = size; step > self->unit; step -= 3 * self->unit)
    {
      cairo_move_to (cr, box->x1, box->y2 - step);
      cairo_line_to (cr, box->x1 + step, box->y2);
    }
  cairo_stroke (cr);
}

/**
 * bjt_cell_painter_draw_text:
 * @style: (nullable): of the ground; texts over a pattern keep a plain ground
 */
void
bjt_cell_painter_draw_text (const BjtCellPainter *self,
                            cairo_t              *cr,
                            const char           *text,
                            const BjtTextPlace   *place,
                            guint32               colour,
                            const BjtClassStyle  *style)
{
  BjtTextPainter *painter = self->glyphs.text;

  if (style != NULL && (style->hatch != BJT_HATCH_NONE || self->is_over_ink))
    {
      double width = bjt_text_painter_get_width (painter, text, place->size, place->flags);

      if (place->max_width > 0)
        width = MIN (width, place->max_width);
      cairo_rectangle (cr, place->x - place->align * width - self->unit * 0.5, place->y - place->size * 0.5, width + self->unit, place->size);
      bjt_palette_set_source (cr, style->fill, 0.85 * self->glyphs.alpha);
      cairo_fill (cr);
    }
  bjt_palette_set_source (cr, colour, self->glyphs.alpha);
  bjt_text_painter_draw (painter, cr, text, place);
}

/* Those of the door itself, bit i: BjtAnnotationKind i */
static guint
get_annotations (const BjtPictureDoorState *state)
{
  return state->marks & (BJT_MARK_NOTE | BJT_MARK_PHOTO | BJT_MARK_HAZARD);
}

double
bjt_cell_painter_get_marks_width (const BjtCellPainter *self,
                                  guint32               door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);

  return (state->open_issues > 0 ? 2.5 * 0.26 * self->text_size : 0) + (state->visit_overdue ? 2.4 * 0.38 * self->text_size : 0)
         + 2.5 * ANNOTATION * self->text_size * (guint) __builtin_popcount (get_annotations (state));
}

/**
 * bjt_cell_painter_draw_marks:
 *
 * The issue dot and, at the left of it, the clock and what is noted.
 *
 * Returns: where the free room at their left ends
 */
double
bjt_cell_painter_draw_marks (const BjtCellPainter *self,
                             cairo_t              *cr,
                             guint32               door,
                             double                right,
                             double                top)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);

  if (state->open_issues > 0)
    {
      double radius = self->text_size * 0.26;

      bjt_glyph_painter_draw_issue_dot (&self->glyphs, cr, right - radius, top + radius, radius, state->issue_time);
      right -= 2.5 * radius;
    }
  if (state->visit_overdue)
    {
      double radius = self->text_size * 0.38;

      bjt_glyph_painter_draw_clock (&self->glyphs, cr, right - radius, top + radius, radius);
      right -= 2.4 * radius;
    }
  return bjt_glyph_painter_draw_annotations (&self->glyphs, cr, get_annotations (state), right, top + ANNOTATION * self->text_size, ANNOTATION * self->text_size);
}

/**
 * bjt_cell_painter_choose_chips:
 * @room: width of the line
 * @max: chips at most, up to BJT_CELL_MAX_CHIPS
 *
 * At least one is shown, whatever the room.
 */
void
bjt_cell_painter_choose_chips (const BjtCellPainter *self,
                               guint32               door,
                               double                room,
                               guint                 max,
                               BjtCellChips         *chips)
{
  BjtCategorySet categories = bjt_picture_get_door_state (self->picture, door)->categories;
  double         pitch = self->chip_size + self->unit * 0.8;
  guint          n = 0, n_fit = (guint) CLAMP ((room + self->unit) / pitch, 1, max);

  *chips = (BjtCellChips) { 0 };
  for (guint i = 0; i < self->n_order; i++)
    n += categories >> self->order[i] & 1;
  if (n == 0)
    return;
  chips->n_shown = n <= n_fit ? n : n > BJT_CELL_MAX_CHIPS && n_fit == BJT_CELL_MAX_CHIPS ? n_fit : MAX (n_fit - 1, 1);
  for (guint i = 0, at = 0; at < chips->n_shown; i++)
    if (categories >> self->order[i] & 1)
      chips->shown[at++] = self->order[i];
  chips->width = chips->n_shown * pitch;
  if (n == chips->n_shown)
    return;
  g_snprintf (chips->more, sizeof chips->more, "+%u", MIN (n - chips->n_shown, 99u));
  chips->width += bjt_text_painter_get_width (self->glyphs.text, chips->more, self->chip_size * 0.8, BJT_TEXT_BOLD) + self->unit * 0.6;
}

void
bjt_cell_painter_draw_chips (const BjtCellPainter *self,
                             cairo_t              *cr,
                             const BjtCellChips   *chips,
                             double                right,
                             double                top)
{
  double size = self->chip_size;

  if (*chips->more != '\0')
    {
      BjtTextPlace place = { right, top + size / 2, 1, size * 0.8, 0, BJT_TEXT_BOLD };

      bjt_palette_set_source (cr, self->glyphs.palette->text, self->glyphs.alpha);
      right -= bjt_text_painter_draw (self->glyphs.text, cr, chips->more, &place) + self->unit * 0.6;
    }
  for (guint i = chips->n_shown; i-- > 0; right -= size + self->unit * 0.8)
    bjt_glyph_painter_draw_chip (&self->glyphs, cr, bjt_picture_get_category (self->picture, chips->shown[i]), right - size, top, size);
}
