/* bjt-grid-column.c: legend with counts, visits, open issues, blank lines.
 *
 * Only what the sheet uses is in the legend. Restricted categories have no
 * line. Issues are told by place and title, never by a person. */
#include "bjt-grid-column.h"

#define LINE 5.4
#define HEADING 7.2
#define NOTE 4.0 /* below the visits */
#define MAX_ISSUES 9

typedef struct
{
  const BjtGridColumn *column;
  const BjtGridCount  *shown; /* in the legend */
  const BjtSheetPen   *pen;
  BjtGlyphPainter      glyphs;
  BjtBox               box;
  double               y; /* where the next thing goes */
} Cursor;

/* What the page is too small for is left out, whole. */
static gboolean
has_room (const Cursor *self,
          double        height)
{
  return self->box.y2 - self->y >= height * self->pen->k;
}

static void
draw_heading (Cursor     *self,
              const char *text)
{
  const BjtSheetPen *pen = self->pen;
  double             k = pen->k;

  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, text, self->box.x1, self->y + 2.4 * k, 3.9, BJT_PEN_LEFT);
  self->y += 5.6 * k;
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  bjt_sheet_pen_line (pen, (BjtPoint) { self->box.x1, self->y }, (BjtPoint) { self->box.x2, self->y }, 0.2);
  self->y += 1.6 * k;
}

typedef struct
{
  double left, right;
} Half;

static Half
get_half (const Cursor *self,
          guint         index)
{
  double middle = (self->box.x1 + self->box.x2) / 2, gutter = 2.5 * self->pen->k;

  return index == 0 ? (Half) { self->box.x1, middle - gutter } : (Half) { middle + gutter, self->box.x2 };
}

static void
draw_entry (const Cursor *self,
            Half          half,
            double        y,
            const char   *name,
            const char   *count)
{
  const BjtSheetPen *pen = self->pen;
  double             k = pen->k, left = half.left + 7.6 * k;
  double             width;

  bjt_sheet_pen_colour (pen, pen->palette->text);
  width = bjt_sheet_pen_text (pen, count, half.right, y, 2.9, BJT_PEN_RIGHT);
  bjt_sheet_pen_fit (pen, name, &(BjtTextPlace) { left, y, 0, 2.9 * k, half.right - width - left - 1, 0 });
}

static char *
format_count (const Cursor *self,
              BjtSheetWord  unit,
              guint         n)
{
  return bjt_sheet_words_format (self->pen->language, unit, n);
}

static double
draw_classes (const Cursor *self,
              Half          half)
{
  static const guint8 order[] = { BJT_CLASS_RESIDENT, BJT_CLASS_TENANT, BJT_CLASS_FLOATING, BJT_CLASS_HUKOU_ONLY, BJT_CLASS_EMPTY, BJT_CLASS_UNKNOWN };
  double              k = self->pen->k, y = self->y;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint            n = self->shown->classes[order[i]];
      gboolean         is_door = order[i] == BJT_CLASS_EMPTY || order[i] == BJT_CLASS_UNKNOWN;
      BjtBox           sample = { half.left, y + 0.5 * k, half.left + 6 * k, y + 4.7 * k };
      g_autofree char *count = format_count (self, is_door ? BJT_WORD_N_DOORS : BJT_WORD_N_HOUSEHOLDS, n);

      if (n == 0)
        continue;
      bjt_glyph_painter_fill_class (&self->glyphs, self->pen->cr, order[i], &sample, 0.25);
      bjt_sheet_pen_colour (self->pen, self->pen->palette->cell_edge);
      bjt_sheet_pen_box (self->pen, &sample, 0.2);
      draw_entry (self, half, y + 2.6 * k, bjt_sheet_pen_word (self->pen, BJT_WORD_CLASS_UNKNOWN + order[i]), count);
      y += LINE * k;
    }
  return y;
}

typedef enum
{
  MARK_URGENT,
  MARK_WATCH,
  MARK_OPEN_ISSUE,
  MARK_OVERDUE_ISSUE,
  MARK_OVERDUE_VISIT,
  N_MARKS,
} Mark;

static void
draw_mark (const Cursor *self,
           Mark          mark,
           const BjtBox *box)
{
  cairo_t *cr = self->pen->cr;
  double   k = self->pen->k, x = (box->x1 + box->x2) / 2, y = (box->y1 + box->y2) / 2;

  switch (mark)
    {
    case MARK_URGENT:
    case MARK_WATCH:
      bjt_sheet_pen_colour (self->pen, self->pen->palette->cell_edge);
      bjt_sheet_pen_box (self->pen, box, 0.15);
      bjt_glyph_painter_frame_attention (&self->glyphs, cr, mark == MARK_URGENT ? BJT_ATTENTION_URGENT : BJT_ATTENTION_WATCH, box, 0.27);
      break;
    case MARK_OPEN_ISSUE:
    case MARK_OVERDUE_ISSUE:
      bjt_glyph_painter_draw_issue_dot (&self->glyphs, cr, x, y, 1.0 * k, mark == MARK_OVERDUE_ISSUE ? BJT_ISSUE_TIME_OVER : BJT_ISSUE_TIME_ENOUGH);
      break;
    case MARK_OVERDUE_VISIT:
    case N_MARKS:
    default:
      bjt_glyph_painter_draw_clock (&self->glyphs, cr, x, y, 1.5 * k);
      break;
    }
}

static double
draw_marks (const Cursor *self,
            Half          half,
            double        y)
{
  const BjtGridCount *count = self->shown;
  double              k = self->pen->k;
  const struct
  {
    BjtSheetWord name, unit;
    guint        n;
  } marks[N_MARKS] = {
    [MARK_URGENT] = { BJT_WORD_URGENT, BJT_WORD_N_HOUSEHOLDS, count->attention[BJT_ATTENTION_URGENT] },
    [MARK_WATCH] = { BJT_WORD_WATCH, BJT_WORD_N_HOUSEHOLDS, count->attention[BJT_ATTENTION_WATCH] },
    [MARK_OPEN_ISSUE] = { BJT_WORD_OPEN_ISSUE, BJT_WORD_ISSUES, count->open_issues - count->overdue_issues },
    [MARK_OVERDUE_ISSUE] = { BJT_WORD_OVERDUE_ISSUE, BJT_WORD_ISSUES, count->overdue_issues },
    [MARK_OVERDUE_VISIT] = { BJT_WORD_OVERDUE_VISIT, BJT_WORD_N_HOUSEHOLDS, count->overdue_visits },
  };

  for (guint i = 0; i < N_MARKS; i++)
    {
      BjtBox           box = { half.left, y + 0.5 * k, half.left + 6 * k, y + 4.7 * k };
      g_autofree char *text = format_count (self, marks[i].unit, marks[i].n);

      if (marks[i].n == 0)
        continue;
      draw_mark (self, (Mark) i, &box);
      draw_entry (self, half, y + 2.6 * k, bjt_sheet_pen_word (self->pen, marks[i].name), text);
      y += LINE * k;
    }
  return y;
}

static double
draw_categories (const Cursor *self,
                 Half          half)
{
  const BjtPicture *picture = self->column->picture;
  double            k = self->pen->k, y = self->y;

  for (guint32 i = 0; i < MIN (picture->categories->len, BJT_MAX_CATEGORIES); i++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, i);
      g_autofree char          *count = format_count (self, BJT_WORD_N_PERSONS, self->shown->categories[i]);

      if (category->is_restricted || self->shown->categories[i] == 0)
        continue;
      bjt_glyph_painter_draw_chip (&self->glyphs, self->pen->cr, category, half.left + 1 * k, y + 0.6 * k, 4 * k);
      draw_entry (self, half, y + 2.6 * k, category->name, count);
      y += LINE * k;
    }
  return y;
}

static void
draw_legend (Cursor *self)
{
  double left, right;

  draw_heading (self, bjt_sheet_pen_word (self->pen, BJT_WORD_LEGEND));
  left = draw_classes (self, get_half (self, 0));
  left = draw_marks (self, get_half (self, 0), left + 1.2 * self->pen->k);
  right = draw_categories (self, get_half (self, 1));
  self->y = MAX (left, right) + 4 * self->pen->k;
}

static void
draw_bar (Cursor      *self,
          BjtSheetWord name,
          guint        n,
          guint        most,
          guint32      colour)
{
  const BjtSheetPen *pen = self->pen;
  double             k = pen->k, left = self->box.x1 + (pen->language == BJT_SHEET_ENGLISH ? 14 : 10) * k, room = self->box.x2 - left - 22 * k;
  double             y = self->y + 2.6 * k;
  BjtBox             bar = { left, y - 1.6 * k, left + (most > 0 ? room * n / most : 0), y + 1.6 * k };
  g_autofree char   *count = format_count (self, BJT_WORD_N_HOUSEHOLDS, n);
  g_autofree char   *text = name == BJT_WORD_VISITED && most > 0 ? g_strdup_printf ("%s  %.1f%%", count, 100.0 * n / most) : g_steal_pointer (&count);

  bjt_palette_set_source (pen->cr, colour, pen->palette->is_mono ? 0.5 : 0.55);
  bjt_sheet_pen_fill (pen, &bar);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_text (pen, bjt_sheet_pen_word (pen, name), self->box.x1, y, 2.9, BJT_PEN_LEFT);
  bjt_sheet_pen_text (pen, text, self->box.x2, y, 2.9, BJT_PEN_RIGHT);
  self->y += LINE * k;
}

static void
draw_visits (Cursor *self)
{
  const BjtGridCount *count = self->column->count;
  const BjtPalette   *palette = self->pen->palette;
  guint32             done = palette->outcomes[BJT_OUTCOME_MET];
  int                 year, month, day;
  g_autofree char    *heading = NULL;
  guint               most = MAX (count->due, count->overdue_visits);

  if (!has_room (self, HEADING + 3 * LINE + NOTE))
    return;
  bjt_date_get_ymd (self->column->picture->as_of, &year, &month, &day);
  heading = bjt_sheet_words_format (self->pen->language, BJT_WORD_VISITS, month);
  draw_heading (self, heading);
  draw_bar (self, BJT_WORD_DUE, count->due, most, palette->dim_text);
  draw_bar (self, BJT_WORD_VISITED, count->visited, most, done);
  draw_bar (self, BJT_WORD_OVERDUE, count->overdue_visits, most, palette->alert);
  bjt_sheet_pen_colour (self->pen, palette->dim_text);
  bjt_sheet_pen_text (self->pen, bjt_sheet_pen_word (self->pen, BJT_WORD_VISITS_NOTE), self->box.x1, self->y + 1.8 * self->pen->k, 2.2, BJT_PEN_LEFT);
  self->y += 8 * self->pen->k;
}

static char *
dup_place (const Cursor          *self,
           const BjtPictureIssue *issue)
{
  const BjtPicture         *picture = self->column->picture;
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, bjt_grid_count_get_issue_building (picture, issue));
  g_autofree char          *place = NULL;

  if (issue->door != BJT_NO_INDEX)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, issue->door);

      place = door->entrance != BJT_NO_INDEX
                  ? g_strdup_printf ("%s-%s-%s", building->label, bjt_picture_get_entrance (picture, door->entrance)->label, door->label)
                  : g_strdup_printf ("%s-%s", building->label, door->label);
    }
  else
    {
      place = bjt_sheet_words_dup_building (self->pen->language, building->label);
      if (issue->entrance != BJT_NO_INDEX)
        {
          g_autofree char *entrance = bjt_sheet_words_format (self->pen->language, BJT_WORD_ENTRANCE,
                                                              bjt_picture_get_entrance (picture, issue->entrance)->label);
          g_autofree char *whole = g_strconcat (place, entrance, NULL);

          g_free (place);
          place = g_steal_pointer (&whole);
        }
    }
  if (!self->column->has_many_compounds || building->compound == BJT_NO_INDEX)
    return g_steal_pointer (&place);
  return g_strconcat (bjt_picture_get_compound (picture, building->compound)->name, place, NULL);
}

static char *
dup_clock (const Cursor          *self,
           const BjtPictureIssue *issue)
{
  int days;

  if (issue->due_on == BJT_DATE_NONE)
    return g_strdup ("");
  days = issue->due_on - self->column->picture->as_of;
  if (days == 0)
    return g_strdup (bjt_sheet_pen_word (self->pen, BJT_WORD_DUE_TODAY));
  return bjt_sheet_words_format (self->pen->language, days > 0 ? BJT_WORD_DAYS_LEFT : BJT_WORD_DAYS_OVER, ABS (days));
}

static void
draw_issue (Cursor                *self,
            const BjtPictureIssue *issue)
{
  const BjtSheetPen *pen = self->pen;
  double             k = pen->k, y = self->y + 2.5 * k, width;
  BjtIssueTime       time = bjt_picture_time_issue (self->column->picture, issue->due_on);
  g_autofree char   *place = dup_place (self, issue);
  g_autofree char   *clock = dup_clock (self, issue);
  g_autofree char   *text = g_strdup_printf ("%s %s", place, issue->title != NULL ? issue->title : "");

  bjt_glyph_painter_draw_issue_dot (&self->glyphs, pen->cr, self->box.x1 + 1.2 * k, y, 0.85 * k, time);
  bjt_sheet_pen_colour (pen, time == BJT_ISSUE_TIME_OVER ? pen->palette->alert : pen->palette->dim_text);
  width = bjt_sheet_pen_text (pen, clock, self->box.x2, y, 2.6, BJT_PEN_RIGHT);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_fit (pen, text, &(BjtTextPlace) { self->box.x1 + 3.6 * k, y, 0, 2.7 * k, self->box.x2 - self->box.x1 - width - 5 * k, 0 });
  self->y += LINE * 0.92 * k;
}

static gboolean
has_issue (const BjtGridColumn   *self,
           const BjtPictureIssue *issue)
{
  if (self->has_building)
    return bjt_grid_count_get_issue_building (self->picture, issue) == self->building;
  return bjt_grid_count_has_issue (self->picture, self->grid, issue);
}

static void
draw_issues (Cursor *self)
{
  const BjtPicture *picture = self->column->picture;
  double            k = self->pen->k;
  guint             room = (guint) CLAMP ((self->box.y2 - self->y - 30 * k) / (LINE * 0.92 * k), 2, MAX_ISSUES), n = 0;

  if (!has_room (self, HEADING + 3 * LINE))
    return;
  draw_heading (self, bjt_sheet_pen_word (self->pen, BJT_WORD_OPEN_ISSUES));
  for (guint32 i = 0; i < picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);

      if (!has_issue (self->column, issue))
        continue;
      if (n++ < room)
        draw_issue (self, issue);
    }
  bjt_sheet_pen_colour (self->pen, self->pen->palette->dim_text);
  if (n == 0)
    bjt_sheet_pen_text (self->pen, bjt_sheet_pen_word (self->pen, BJT_WORD_NO_ISSUES), self->box.x1, self->y + 2.4 * k, 2.7, BJT_PEN_LEFT);
  else if (n > room)
    {
      g_autofree char *more = format_count (self, BJT_WORD_MORE, n - room);

      bjt_sheet_pen_text (self->pen, more, self->box.x1 + 3.6 * k, self->y + 2.4 * k, 2.5, BJT_PEN_LEFT);
    }
  if (n == 0 || n > room)
    self->y += LINE * k;
  self->y += 4 * k;
}

static void
draw_blank_lines (Cursor *self)
{
  double k = self->pen->k, step = 8.5 * k;

  if (self->box.y2 - self->y < 2.2 * step)
    return;
  draw_heading (self, bjt_sheet_pen_word (self->pen, BJT_WORD_MEETING));
  bjt_sheet_pen_colour (self->pen, self->pen->palette->cell_edge);
  for (self->y += step - 1.6 * k; self->y <= self->box.y2 + 0.1; self->y += step)
    bjt_sheet_pen_line (self->pen, (BjtPoint) { self->box.x1, self->y }, (BjtPoint) { self->box.x2, self->y }, 0.15);
}

static Cursor
new_cursor (const BjtGridColumn *self,
            const BjtSheetPen   *pen,
            const BjtBox        *box)
{
  return (Cursor) { self, self->shown != NULL ? self->shown : self->count, pen, { pen->text, pen->palette, 1 }, *box, box->y1 };
}

void
bjt_grid_column_draw (const BjtGridColumn *self,
                      const BjtSheetPen   *pen,
                      const BjtBox        *box)
{
  Cursor cursor = new_cursor (self, pen, box);

  draw_legend (&cursor);
  draw_visits (&cursor);
  draw_issues (&cursor);
  draw_blank_lines (&cursor);
}

void
bjt_grid_column_draw_legend (const BjtGridColumn *self,
                             const BjtSheetPen   *pen,
                             const BjtBox        *box)
{
  Cursor cursor = new_cursor (self, pen, box);

  draw_legend (&cursor);
}
