/* bjt-booklet.c: sheets of one upright paper, one section each. */
#include "bjt-booklet.h"

#include "bjt-building-sheet.h"
#include "bjt-grid-count.h"
#include "bjt-grid-pages.h"
#include "bjt-ledger-sheet.h"
#include "bjt-roster-sheet.h"

typedef struct
{
  BjtPicture           *picture;
  const BjtBookletForm *form;
  BjtGridSheetOptions   options;
  GPtrArray            *sheets;
  GArray               *sections; /* Section */
} Maker;

typedef struct
{
  guint sheet;
  char *name;
} Section;

static void
clear_section (gpointer data)
{
  g_free (((Section *) data)->name);
}

static void
maker_clear (Maker *self)
{
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static gboolean
take (Maker    *self,
      BjtSheet *sheet)
{
  if (sheet != NULL)
    g_ptr_array_add (self->sheets, sheet);
  return sheet != NULL;
}

static void
begin_section (Maker       *self,
               guint32      grid,
               BjtSheetWord word)
{
  const BjtPictureGrid *info = bjt_picture_get_grid (self->picture, grid);
  Section section = { self->sheets->len, g_strdup_printf ("%s %s", info->name != NULL ? info->name : "", bjt_sheet_words_get (self->options.language, word)) };

  g_array_append_val (self->sections, section);
}

static void
add_figure (BjtTableSheet *sheet,
            const char    *name,
            const char    *unit,
            guint          n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  if (n > 0)
    bjt_table_sheet_add_row (sheet, (const char *[]) { name, count, unit, NULL });
}

static void
fill_figures (const Maker        *self,
              BjtTableSheet      *sheet,
              const BjtGridCount *count)
{
  BjtSheetLanguage language = self->options.language;
  const char      *home = bjt_sheet_words_get (language, BJT_WORD_COLUMN_HOUSEHOLDS), *person = bjt_sheet_words_get (language, BJT_WORD_COLUMN_PERSONS);

  bjt_table_sheet_add_heading (sheet, bjt_sheet_words_get (language, BJT_WORD_AT_A_GLANCE));
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_PUBLIC_BUILDINGS), bjt_sheet_words_get (language, BJT_WORD_BOOKLET_UNIT_BUILDING), count->n_buildings);
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_PUBLIC_HOUSEHOLDS), home, count->n_households);
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_PUBLIC_PERSONS), person, count->n_persons);
  bjt_table_sheet_add_heading (sheet, bjt_sheet_words_get (language, BJT_WORD_ROSTER_CLASS));
  for (guint c = 0; c < BJT_N_CLASSES; c++)
    add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_CLASS_UNKNOWN + (BjtSheetWord) c), home, count->classes[c]);
  bjt_table_sheet_add_heading (sheet, bjt_sheet_words_get (language, BJT_WORD_CATEGORIES));
  for (guint32 c = 0; c < MIN (self->picture->categories->len, BJT_MAX_CATEGORIES); c++)
    if (!bjt_picture_get_category (self->picture, c)->is_restricted)
      add_figure (sheet, bjt_picture_get_category (self->picture, c)->name, person, count->categories[c]);
  bjt_table_sheet_add_heading (sheet, bjt_sheet_words_get (language, BJT_WORD_BOOKLET_WORK));
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_DUE), home, count->due);
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_VISITED), home, count->visited);
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_OVERDUE_VISIT), home, count->overdue_visits);
  add_figure (sheet, bjt_sheet_words_get (language, BJT_WORD_OPEN_ISSUE), bjt_sheet_words_get (language, BJT_WORD_BOOKLET_UNIT_ISSUE), count->open_issues);
}

/* The front page: who answers for the grid, and its figures. */
static BjtSheet *
make_front (const Maker *self,
            guint32      grid,
            GError     **error)
{
  const BjtPictureGrid *info = bjt_picture_get_grid (self->picture, grid);
  BjtSheetLanguage      language = self->options.language;
  g_autofree char      *place = g_strdup_printf ("%s %s", self->picture->community.name != NULL ? self->picture->community.name : "", info->name != NULL ? info->name : "");
  g_autofree char      *title = bjt_sheet_words_format (language, BJT_WORD_BOOKLET_TITLE, place);
  g_autofree char      *subtitle = g_strdup_printf ("%s %s %s", bjt_sheet_words_get (language, BJT_WORD_STAFF), info->staff_name != NULL ? info->staff_name : "—",
                                                    info->staff_phone != NULL ? info->staff_phone : "");
  const BjtTableColumn  columns[] = { { bjt_sheet_words_get (language, BJT_WORD_BOOKLET_FIGURE), 110, BJT_PEN_LEFT },
                                      { bjt_sheet_words_get (language, BJT_WORD_BOOKLET_NUMBER), 30, BJT_PEN_RIGHT },
                                      { bjt_sheet_words_get (language, BJT_WORD_BOOKLET_UNIT), 20, BJT_PEN_LEFT } };
  BjtTableForm          form = { title, subtitle, columns, G_N_ELEMENTS (columns), 1, "A4", FALSE };
  BjtTableSheet        *sheet = bjt_table_sheet_new (self->picture, &form, &self->options, error);
  BjtGridCount          count;

  if (sheet == NULL)
    return NULL;
  bjt_grid_count (&count, self->picture, grid);
  fill_figures (self, sheet, &count);
  return BJT_SHEET (sheet);
}

static gboolean
add_buildings (Maker   *self,
               guint32  grid,
               GError **error)
{
  begin_section (self, grid, BJT_WORD_SHEET_BUILDING);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);
      BjtBuildingScope          scope = { b, BJT_NO_INDEX };

      if (building->grid == grid && building->doors.n > 0 && !take (self, bjt_building_sheet_new (self->picture, &scope, &self->options, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_rosters (Maker   *self,
             guint32  grid,
             GError **error)
{
  GError   *own = NULL;
  BjtSheet *people;

  begin_section (self, grid, BJT_WORD_BOOKLET_ROSTERS);
  if (!take (self, bjt_roster_sheet_new_households (self->picture, grid, &self->options, error)))
    return FALSE;
  people = bjt_roster_sheet_new_people (self->picture, grid, &self->options, &own);
  if (people != NULL)
    g_ptr_array_add (self->sheets, people);
  if (own != NULL)
    g_propagate_error (error, own);
  return own == NULL;
}

/* A grid without issues has no ledger. */
static gboolean
add_ledger (Maker   *self,
            guint32  grid,
            GError **error)
{
  BjtLedgerFilter filter;
  GError         *own = NULL;
  BjtSheet       *sheet;

  if (self->form->ledger == NULL)
    return TRUE;
  filter = *self->form->filter;
  filter.grid = grid;
  sheet = bjt_ledger_sheet_new (self->form->ledger, &filter, "number,reported,place,title,department,state,due,closed", &self->options, &own);
  if (sheet == NULL && g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_error_free (own);
      return TRUE;
    }
  if (sheet == NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }
  begin_section (self, grid, BJT_WORD_SHEET_LEDGER);
  return take (self, sheet);
}

static gboolean
add_grid (Maker   *self,
          guint32  grid,
          GError **error)
{
  begin_section (self, grid, BJT_WORD_AT_A_GLANCE);
  if (!take (self, make_front (self, grid, error)))
    return FALSE;
  begin_section (self, grid, BJT_WORD_SHEET_GRID_MAP);
  return take (self, bjt_grid_pages_new (self->picture, grid, &self->options, error)) && add_buildings (self, grid, error) && add_rosters (self, grid, error)
         && add_ledger (self, grid, error);
}

/**
 * bjt_booklet_new:
 * @options: upright, on A4 when the paper is left open
 *
 * Returns: (transfer full) (nullable): %NULL where the grid has no doors
 */
BjtSheet *
bjt_booklet_new (BjtPicture                *picture,
                 const BjtBookletForm      *form,
                 const BjtGridSheetOptions *options,
                 GError                   **error)
{
  g_auto (Maker) self = { picture, form, *options, g_ptr_array_new_with_free_func (g_object_unref), g_array_new (FALSE, FALSE, sizeof (Section)) };
  g_autofree char *title = NULL;
  BjtSheet        *booklet;

  g_array_set_clear_func (self.sections, clear_section);
  self.options.orientation = BJT_ORIENTATION_PORTRAIT;
  if (self.options.paper == NULL)
    self.options.paper = "A4";
  for (guint32 g = 0; g < picture->grids->len; g++)
    if ((form->grid == BJT_NO_INDEX || form->grid == g) && bjt_picture_get_grid (picture, g)->n_doors > 0 && !add_grid (&self, g, error))
      return NULL;
  title = bjt_sheet_words_format (options->language, BJT_WORD_BOOKLET_TITLE, picture->community.name != NULL ? picture->community.name : "");
  booklet = bjt_atlas_new (self.sheets->len > 0 && form->grid != BJT_NO_INDEX ? bjt_sheet_get_title (self.sheets->pdata[0]) : title, self.sheets, error);
  for (guint i = 0; booklet != NULL && i < self.sections->len; i++)
    bjt_atlas_set_section (BJT_ATLAS (booklet), g_array_index (self.sections, Section, i).sheet, g_array_index (self.sections, Section, i).name);
  return booklet;
}
