/* bjt-walk-sheet.c: a row a door, numbered through; building and entrance as
 * headings. */
#include "bjt-walk-sheet.h"

#include "base/bjt-text.h"
#include "bjt-form-sheet.h"
#include "bjt-qr-painter.h"

#define MAX_GLYPHS 4
#define CODE 19.0 /* mm */

typedef struct
{
  BjtPicture      *picture;
  BjtFormSheet    *sheet;
  BjtSheetLanguage language;
  BjtSheetNames    names;
} Writer;

static char *
dup_who (const Writer *self,
         guint32       door)
{
  guint32          head = bjt_picture_get_head (self->picture, door);
  const char      *name = head != BJT_NO_INDEX ? bjt_picture_get_person (self->picture, head)->name : NULL;
  g_autofree char *shown = name == NULL || self->names == BJT_SHEET_NAMES_NONE ? NULL
                           : self->names == BJT_SHEET_NAMES_FULL             ? g_strdup (name)
                                                                             : bjt_text_mask_name (name);

  return g_steal_pointer (&shown);
}

static char *
dup_glyphs (const Writer *self,
            guint32       door)
{
  BjtCategorySet     rest = bjt_picture_get_door_state (self->picture, door)->categories;
  g_autoptr (GString) text = g_string_new (NULL);
  guint              n = 0;

  for (; rest != 0 && n < MAX_GLYPHS; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, (guint32) __builtin_ctzll (rest));

      if (category->is_restricted || category->glyph == NULL)
        continue;
      g_string_append (text, category->glyph);
      n++;
    }
  return g_strdup (text->str);
}

static char *
dup_clock (int seconds)
{
  return g_strdup_printf ("%02d:%02d", seconds / 3600, seconds / 60 % 60);
}

/* A rule about a restricted category tells what somebody is. */
static const char *
get_why (const Writer *self,
         guint32       door,
         BjtDate       on)
{
  const BjtPictureDoorState   *state = bjt_picture_get_door_state (self->picture, door);
  const BjtPictureCadenceRule *rule = state->due_rule != BJT_NO_INDEX ? bjt_picture_get_cadence_rule (self->picture, state->due_rule) : NULL;

  if (state->next_due_on == BJT_DATE_NONE || state->next_due_on > on)
    return bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_CHOSEN);
  if (state->due_reason == BJT_DUE_AGREED)
    return bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_AGREED);
  if (rule == NULL || rule->name == NULL
      || (rule->category != BJT_NO_INDEX && bjt_picture_get_category (self->picture, rule->category)->is_restricted))
    return bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_BY_RULE);
  return rule->name;
}

/* Why, the last contact, room for a note. */
static void
add_reason (const Writer      *self,
            guint32            door,
            const BjtWalkStep *step,
            BjtDate            on)
{
  static const double        widths[] = { 9, 84, 0 };
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);
  g_autofree char *day = state->last_contact_on != BJT_DATE_NONE ? bjt_date_dup_string (state->last_contact_on) : NULL;
  g_autofree char *last = day != NULL ? bjt_sheet_words_format (self->language, BJT_WORD_ROUTE_LAST, day) : g_strdup (bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_NEVER));
  g_autofree char *text = g_strconcat (get_why (self, door, on), " · ", last,
                                       step->must ? " · " : "", step->must ? bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_MUST) : "",
                                       step->by_two ? " · " : "", step->by_two ? bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_TWO) : "", NULL);
  const char *const cells[] = { "", text, bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_NOTE) };

  bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
}

static void
add_lunch (const Writer      *self,
           const BjtWalkStep *step)
{
  g_autofree char *begin = dup_clock (step->lunch_begin);
  g_autofree char *end = dup_clock (step->lunch_end);
  g_autofree char *text = bjt_sheet_words_format (self->language, BJT_WORD_ROUTE_LUNCH, begin, end);

  bjt_form_sheet_add_heading (self->sheet, text);
}

static void
add_door (const Writer      *self,
          guint              number,
          guint32            door,
          const BjtWalkStep *step,
          BjtDate            on)
{
  static const double widths[] = { 9, 47, 26, 0 };
  g_autofree char    *time = step != NULL ? dup_clock (step->begin) : NULL;
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);
  int                        days_late = state->next_due_on != BJT_DATE_NONE ? (int) (on - state->next_due_on) : 0;
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *who = dup_who (self, door);
  g_autofree char *glyphs = dup_glyphs (self, door);
  g_autofree char *place = g_strjoin (" ", time != NULL ? time : "", bjt_picture_get_door (self->picture, door)->label, who != NULL ? who : "", glyphs, NULL);
  g_autofree char *late = days_late > 0 ? bjt_sheet_words_format (self->language, BJT_WORD_WALK_LATE, days_late) : g_strdup ("");
  const char *const cells[] = { count, g_strchug (place), late, bjt_sheet_words_get (self->language, BJT_WORD_WALK_BOXES) };

  if (step == NULL)
    {
      bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
      return;
    }
  bjt_form_sheet_add_head_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
  add_reason (self, door, step, on);
}

/* Building and entrance; of a route the way there and how to get in. */
static void
add_heading (const Writer      *self,
             guint32            door,
             const BjtWalkStep *step)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self->picture, door);
  g_autofree char      *building = bjt_picture_dup_building_name (self->picture, d->building);
  const char           *entrance = d->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, d->entrance)->label : NULL;
  g_autofree char      *place = entrance != NULL ? g_strdup_printf ("%s-%s", building, entrance) : g_strdup (building);
  g_autofree char      *way = step != NULL && step->metres > 0 ? bjt_sheet_words_format (self->language, BJT_WORD_ROUTE_WALK, step->metres) : NULL;
  const char           *access = step != NULL ? bjt_picture_get_building (self->picture, d->building)->access_note : NULL;
  g_autofree char      *text = g_strconcat (place, way != NULL ? " · " : "", way != NULL ? way : "", access != NULL ? " · " : "", access != NULL ? access : "", NULL);

  bjt_form_sheet_add_heading (self->sheet, text);
}

static void
add_doors (const Writer      *self,
           const BjtWalkPlan *plan)
{
  guint32 building = BJT_NO_INDEX, entrance = BJT_NO_INDEX;

  for (guint i = 0; i < plan->n_doors; i++)
    {
      const BjtWalkStep    *step = plan->steps != NULL ? plan->steps + i : NULL;
      const BjtPictureDoor *door;

      if (plan->doors[i] == BJT_NO_INDEX)
        continue;
      if (step != NULL && step->lunch_end > 0)
        add_lunch (self, step);
      door = bjt_picture_get_door (self->picture, plan->doors[i]);
      if (i == 0 || door->building != building || door->entrance != entrance || (step != NULL && step->lunch_end > 0))
        add_heading (self, plan->doors[i], step);
      building = door->building;
      entrance = door->entrance;
      add_door (self, i + 1, plan->doors[i], step, plan->on);
    }
}

/* The number to read, and to scan into the search field. */
static void
draw_number (const BjtSheetPen *pen,
             const BjtBox      *box,
             gpointer           data)
{
  const char  *number = data;
  double       k = pen->k, left = box->x1 + (CODE + 4) * k, room = box->x2 - left;
  g_auto (GStrv) remark = NULL;
  g_autofree char *text = bjt_sheet_words_format (pen->language, BJT_WORD_WALK_REMARK, number);

  bjt_qr_painter_draw (pen->cr, number, &(BjtBox) { box->x1 - 1 * k, box->y1, box->x1 + (CODE - 1) * k, box->y1 + CODE * k });
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, number, left, box->y1 + 4.4 * k, 6.4, BJT_PEN_LEFT);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  remark = g_strsplit (text, "\n", 2);
  for (guint i = 0; remark[i] != NULL; i++)
    bjt_sheet_pen_fit (pen, remark[i], &(BjtTextPlace) { left, box->y1 + (11 + 4.8 * i) * k, 0, 3 * k, room, 0 });
}

static char *
dup_subtitle (const Writer      *self,
              const BjtWalkPlan *plan)
{
  g_autofree char *day = bjt_date_dup_string (plan->on);
  g_autofree char *leave = dup_clock (plan->leave);
  g_autofree char *back = dup_clock (plan->back);
  const char      *name = self->picture->community.name;

  return plan->steps != NULL ? bjt_sheet_words_format (self->language, BJT_WORD_ROUTE_SUBTITLE, name, day, plan->worker, (int) plan->n_doors, leave, back)
                             : bjt_sheet_words_format (self->language, BJT_WORD_WALK_SUBTITLE, name, day, (int) plan->n_doors);
}

/**
 * bjt_walk_sheet_new:
 *
 * Returns: (transfer full) (nullable):
 */
BjtSheet *
bjt_walk_sheet_new (BjtPicture                *picture,
                    const BjtWalkPlan         *plan,
                    const BjtGridSheetOptions *options,
                    GError                   **error)
{
  Writer           self = { picture, NULL, options->language, options->names };
  g_autofree char *title = bjt_sheet_words_format (options->language, BJT_WORD_WALK_TITLE, plan->number);
  g_autofree char *subtitle = dup_subtitle (&self, plan);

  self.sheet = bjt_form_sheet_new (picture, title, subtitle, options, error);
  if (self.sheet == NULL)
    return NULL;
  bjt_form_sheet_add_drawing (self.sheet, CODE + 1, draw_number, g_strdup (plan->number), g_free);
  add_doors (&self, plan);
  bjt_form_sheet_add_signatures (self.sheet, bjt_sheet_words_get (options->language, BJT_WORD_SIGN_WORKER), bjt_sheet_words_get (options->language, BJT_WORD_SIGN_LEADER));
  return BJT_SHEET (self.sheet);
}
