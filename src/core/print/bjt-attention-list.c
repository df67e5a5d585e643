/* bjt-attention-list.c: the urgent ones first, in as many columns as the box is
 * wide. Restricted categories draw nothing. */
#include "bjt-attention-list.h"

#include "base/bjt-text.h"

#define LANE 72.0 /* width of a line of the list, mm */
#define LINE 5.8
#define HEADING 8.0
#define MAX_CHIPS 4
#define PEN_LINE 8.5

static GArray *
list_doors (const BjtAttentionList *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (int attention = BJT_ATTENTION_URGENT; attention > BJT_ATTENTION_NONE; attention--)
    for (guint32 d = bjt_door_set_next (self->doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (self->doors, d + 1))
      if (bjt_picture_get_door_state (self->picture, d)->attention == attention)
        g_array_append_val (found, d);
  return found;
}

static char *
dup_name (const BjtAttentionList *self,
          guint32                 door)
{
  guint32     head = bjt_picture_get_head (self->picture, door);
  const char *name = head != BJT_NO_INDEX ? bjt_picture_get_person (self->picture, head)->name : NULL;

  if (name == NULL || self->names == BJT_SHEET_NAMES_NONE)
    return NULL;
  return self->names == BJT_SHEET_NAMES_FULL ? g_strdup (name) : bjt_text_mask_name (name);
}

/* 3-602 within a building: entrance and door. */
static char *
dup_label (const BjtAttentionList *self,
           guint32                 door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self->picture, door);
  const char           *entrance = d->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, d->entrance)->label : NULL;

  return entrance != NULL ? g_strdup_printf ("%s-%s", entrance, d->label) : g_strdup (d->label);
}

static double
draw_chips (const BjtAttentionList *self,
            const BjtSheetPen      *pen,
            guint32                 door,
            double                  x,
            double                  y)
{
  BjtGlyphPainter glyphs = { pen->text, pen->palette, 1 };
  BjtCategorySet  rest = bjt_picture_get_door_state (self->picture, door)->categories;
  double          size = 4 * pen->k;

  for (guint n = 0; rest != 0 && n < MAX_CHIPS; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, (guint32) __builtin_ctzll (rest));

      if (category->is_restricted)
        continue;
      bjt_glyph_painter_draw_chip (&glyphs, pen->cr, category, x, y - size / 2, size);
      x += size + 0.6 * pen->k;
      n++;
    }
  return x;
}

static void
draw_door (const BjtAttentionList *self,
           const BjtSheetPen      *pen,
           guint32                 door,
           const BjtBox           *line)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);
  BjtGlyphPainter            glyphs = { pen->text, pen->palette, 1 };
  double                     k = pen->k, y = (line->y1 + line->y2) / 2, x, width;
  BjtBox                     frame = { line->x1, y - 2 * k, line->x1 + 15 * k, y + 2 * k };
  g_autofree char           *label = dup_label (self, door);
  g_autofree char           *name = dup_name (self, door);
  g_autofree char           *day = state->next_due_on != BJT_DATE_NONE ? bjt_date_dup_string (state->next_due_on) : NULL;
  g_autofree char           *due = day != NULL ? bjt_sheet_words_format (pen->language, state->visit_overdue ? BJT_WORD_OVERDUE_ON : BJT_WORD_DUE_ON, day) : g_strdup ("");

  bjt_glyph_painter_frame_attention (&glyphs, pen->cr, state->attention, &frame, 0.2);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_fit (pen, label, &(BjtTextPlace) { (frame.x1 + frame.x2) / 2, y, 0.5, 3 * k, 13.6 * k, 0 });
  x = draw_chips (self, pen, door, frame.x2 + 1.6 * k, y);
  bjt_sheet_pen_colour (pen, state->visit_overdue ? pen->palette->alert : pen->palette->dim_text);
  width = bjt_sheet_pen_text (pen, due, line->x2, y, 2.7, BJT_PEN_RIGHT);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  if (name != NULL)
    bjt_sheet_pen_fit (pen, name, &(BjtTextPlace) { x + 1 * k, y, 0, 3.2 * k, line->x2 - x - width - 3 * k, 0 });
}

static double
draw_heading (const BjtSheetPen *pen,
              const BjtBox      *box,
              double             y,
              const char        *text)
{
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, text, box->x1, y + 2.4 * pen->k, 3.9, BJT_PEN_LEFT);
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  bjt_sheet_pen_line (pen, (BjtPoint) { box->x1, y + 5.6 * pen->k }, (BjtPoint) { box->x2, y + 5.6 * pen->k }, 0.2);
  return y + HEADING * pen->k;
}

static void
draw_pen_lines (const BjtSheetPen *pen,
                const BjtBox      *box,
                double             y)
{
  double step = PEN_LINE * pen->k;

  if (box->y2 - y < HEADING * pen->k + 1.5 * step)
    return;
  y = draw_heading (pen, box, y, bjt_sheet_pen_word (pen, BJT_WORD_PEN_NOTES));
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  for (y += step * 0.8; y <= box->y2; y += step)
    bjt_sheet_pen_line (pen, (BjtPoint) { box->x1, y }, (BjtPoint) { box->x2, y }, 0.15);
}

void
bjt_attention_list_draw (const BjtAttentionList *self,
                         const BjtSheetPen      *pen,
                         const BjtBox           *box)
{
  g_autoptr (GArray) doors = list_doors (self);
  double             k = pen->k, gutter = 5 * k, y = box->y1 + 2 * k;
  guint              n_lanes = (guint) CLAMP ((box->x2 - box->x1 + gutter) / (LANE * k + gutter), 1, 4.0);
  guint              n_lines = (doors->len + n_lanes - 1) / n_lanes, n_room = (guint) MAX (0, (box->y2 - y - HEADING * k) / (LINE * k));
  double             width = box->x2 - box->x1;
  double             lane = (width - (n_lanes - 1) * gutter) / n_lanes;
  guint              n_shown = MIN (n_lines, n_room);
  g_autofree char   *heading = bjt_sheet_words_format (pen->language, BJT_WORD_ATTENTION_DOORS, MIN (doors->len, n_shown * n_lanes), doors->len);

  if (width < 0.8 * LANE * k)
    return; /* no room for a line */
  if (n_shown > 0)
    {
      y = draw_heading (pen, box, y, heading);
      for (guint i = 0; i < MIN (doors->len, n_shown * n_lanes); i++)
        {
          double x = box->x1 + (i / n_shown) * (lane + gutter), top = y + (i % n_shown) * LINE * k;

          draw_door (self, pen, g_array_index (doors, guint32, i), &(BjtBox) { x, top, x + lane, top + LINE * k });
        }
      y += n_shown * LINE * k + 3 * k;
    }
  if (n_shown == n_lines)
    draw_pen_lines (pen, box, y);
}
