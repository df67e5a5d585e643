/* bjt-roster-sheet.c: a heading a building, or a category. */
#include "bjt-roster-sheet.h"

#include "base/bjt-text.h"

typedef struct
{
  BjtPicture    *picture;
  guint32        grid;
  BjtTableSheet *sheet;
  BjtSheetLanguage language;
  gboolean       is_unmasked;
} Writer;

static char *
dup_name (const Writer *self,
          guint32       person)
{
  const char *name = bjt_picture_get_person (self->picture, person)->name;

  if (name == NULL)
    return NULL;
  return self->is_unmasked ? g_strdup (name) : bjt_text_mask_name (name);
}

static char *
dup_day (BjtDate day)
{
  return day != BJT_DATE_NONE ? bjt_date_dup_string (day) : NULL;
}

static char *
dup_glyphs (const Writer  *self,
            BjtCategorySet rest)
{
  GString *text = g_string_new (NULL);

  for (; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted && category->glyph != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", category->glyph);
    }
  return g_string_free (text, FALSE);
}

/* 2-501 */
static char *
dup_door (const Writer *self,
          guint32       door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self->picture, door);
  const char           *entrance = d->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, d->entrance)->label : NULL;

  return entrance != NULL ? g_strdup_printf ("%s-%s", entrance, d->label) : g_strdup (d->label);
}

static void
add_door (const Writer *self,
          guint32       door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);
  guint32          head = bjt_picture_get_head (self->picture, door);
  BjtRun           households = bjt_picture_get_door (self->picture, door)->households;
  guint            n = 0;
  g_autofree char *label = dup_door (self, door), *name = head != BJT_NO_INDEX ? dup_name (self, head) : NULL;
  g_autofree char *glyphs = dup_glyphs (self, state->categories);
  g_autofree char *last = dup_day (state->last_contact_on), *next = dup_day (state->next_due_on), *count = NULL;

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (self->picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        n += bjt_picture_get_member (self->picture, m)->is_resident;
    }
  count = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  bjt_table_sheet_add_row (self->sheet, (const char *[]) { label, bjt_sheet_words_get (self->language, BJT_WORD_CLASS_UNKNOWN + (BjtSheetWord) MIN (state->household_class, BJT_N_CLASSES - 1)),
                                                           name, count, glyphs, last, next, NULL });
}

static char *
dup_title (const Writer *self,
           BjtSheetWord  word)
{
  const BjtPictureGrid *grid = bjt_picture_get_grid (self->picture, self->grid);
  const char           *community = self->picture->community.name != NULL ? self->picture->community.name : "";
  g_autofree char      *place = g_strdup_printf ("%s %s", community, grid->name != NULL ? grid->name : "");

  return bjt_sheet_words_format (self->language, word, place);
}

static gboolean
begin (Writer                    *self,
       BjtSheetWord               title_word,
       const BjtTableColumn      *columns,
       guint                      n_columns,
       const BjtGridSheetOptions *options,
       GError                   **error)
{
  const BjtPictureGrid *grid = bjt_picture_get_grid (self->picture, self->grid);
  g_autofree char *title = dup_title (self, title_word);
  g_autofree char *households = bjt_sheet_words_format (self->language, BJT_WORD_HOUSEHOLDS, grid->n_households);
  g_autofree char *persons = bjt_sheet_words_format (self->language, BJT_WORD_PERSONS, grid->n_persons);
  g_autofree char *subtitle = g_strdup_printf ("%s %s", households, persons);
  BjtTableForm     form = { title, subtitle, columns, n_columns, 1, "A4", FALSE };

  self->sheet = bjt_table_sheet_new (self->picture, &form, options, error);
  return self->sheet != NULL;
}

BjtSheet *
bjt_roster_sheet_new_households (BjtPicture                *picture,
                                 guint32                    grid,
                                 const BjtGridSheetOptions *options,
                                 GError                   **error)
{
  Writer self = { picture, grid, NULL, options->language, options->names == BJT_SHEET_NAMES_FULL };
  const BjtTableColumn columns[] = {
    { bjt_sheet_words_get (options->language, BJT_WORD_ROSTER_DOOR), 20, BJT_PEN_LEFT },     { bjt_sheet_words_get (options->language, BJT_WORD_ROSTER_CLASS), 17, BJT_PEN_LEFT },
    { bjt_sheet_words_get (options->language, BJT_WORD_ROSTER_HEAD), 26, BJT_PEN_LEFT },     { bjt_sheet_words_get (options->language, BJT_WORD_COLUMN_PERSONS), 9, BJT_PEN_RIGHT },
    { bjt_sheet_words_get (options->language, BJT_WORD_CATEGORIES), 30, BJT_PEN_LEFT },      { bjt_sheet_words_get (options->language, BJT_WORD_LAST_CONTACT), 22, BJT_PEN_LEFT },
    { bjt_sheet_words_get (options->language, BJT_WORD_NEXT_VISIT), 22, BJT_PEN_LEFT },      { bjt_sheet_words_get (options->language, BJT_WORD_LEDGER_REMARK), 24, BJT_PEN_LEFT },
  };

  if (!begin (&self, BJT_WORD_ROSTER_HOUSEHOLDS, columns, G_N_ELEMENTS (columns), options, error))
    return NULL;
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);
      g_autofree char          *name = bjt_picture_dup_building_name (picture, b);

      if (building->grid != grid || building->doors.n == 0)
        continue;
      bjt_table_sheet_add_heading (self.sheet, name);
      for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
        add_door (&self, d);
    }
  return BJT_SHEET (self.sheet);
}

static guint32
find_home (const BjtPicture       *picture,
           const BjtPicturePerson *person)
{
  return person->home != BJT_NO_INDEX ? bjt_picture_get_household (picture, bjt_picture_get_member (picture, person->home)->household)->door : BJT_NO_INDEX;
}

static void
add_person (const Writer *self,
            guint32       index,
            guint32       door)
{
  const BjtPicturePerson *person = bjt_picture_get_person (self->picture, index);
  g_autofree char        *name = dup_name (self, index), *place = bjt_picture_dup_door_name (self->picture, door), *glyphs = dup_glyphs (self, person->categories);
  g_autofree char        *age = person->born_on != BJT_DATE_NONE ? g_strdup_printf ("%d", bjt_date_get_age (person->born_on, self->picture->as_of)) : NULL;
  g_autofree char        *next = dup_day (bjt_picture_get_door_state (self->picture, door)->next_due_on);
  g_autofree char        *last = dup_day (bjt_picture_get_door_state (self->picture, door)->last_contact_on);

  bjt_table_sheet_add_row (self->sheet, (const char *[]) { name, age, place, self->is_unmasked ? person->phone : NULL, glyphs, last, next, NULL });
}

/* FALSE: nobody */
static void
add_category (const Writer *self,
              guint32       category)
{
  const BjtPictureCategory *info = bjt_picture_get_category (self->picture, category);
  gboolean                  has_heading = FALSE;

  for (guint32 p = 0; p < self->picture->persons->len; p++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (self->picture, p);
      guint32                 door = person->categories >> category & 1 ? find_home (self->picture, person) : BJT_NO_INDEX;

      if (door == BJT_NO_INDEX || bjt_picture_get_building (self->picture, bjt_picture_get_door (self->picture, door)->building)->grid != self->grid)
        continue;
      if (!has_heading)
        bjt_table_sheet_add_heading (self->sheet, info->name);
      has_heading = TRUE;
      add_person (self, p, door);
    }
}

BjtSheet *
bjt_roster_sheet_new_people (BjtPicture                *picture,
                             guint32                    grid,
                             const BjtGridSheetOptions *options,
                             GError                   **error)
{
  Writer self = { picture, grid, NULL, options->language, options->names == BJT_SHEET_NAMES_FULL };
  const BjtTableColumn columns[] = {
    { bjt_sheet_words_get (options->language, BJT_WORD_NAME), 24, BJT_PEN_LEFT },           { bjt_sheet_words_get (options->language, BJT_WORD_ROSTER_AGE), 9, BJT_PEN_RIGHT },
    { bjt_sheet_words_get (options->language, BJT_WORD_ADDRESS), 40, BJT_PEN_LEFT },        { bjt_sheet_words_get (options->language, BJT_WORD_PHONE), 26, BJT_PEN_LEFT },
    { bjt_sheet_words_get (options->language, BJT_WORD_CATEGORIES), 24, BJT_PEN_LEFT },     { bjt_sheet_words_get (options->language, BJT_WORD_LAST_CONTACT), 22, BJT_PEN_LEFT },
    { bjt_sheet_words_get (options->language, BJT_WORD_NEXT_VISIT), 22, BJT_PEN_LEFT },     { bjt_sheet_words_get (options->language, BJT_WORD_LEDGER_REMARK), 18, BJT_PEN_LEFT },
  };

  if (!begin (&self, BJT_WORD_ROSTER_PEOPLE, columns, G_N_ELEMENTS (columns), options, error))
    return NULL;
  for (guint32 c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
    if (!bjt_picture_get_category (picture, c)->is_restricted)
      add_category (&self, c);
  if (bjt_table_sheet_get_n_rows (self.sheet) > 0)
    return BJT_SHEET (self.sheet);
  g_object_unref (self.sheet);
  return NULL;
}
