/* bjt-grid-pages.c: tries the ways to print a grid, the best first. */
#include "bjt-grid-pages.h"

#include "bjt-atlas.h"
#include "bjt-building-sheet.h"
#include "bjt-grid-count.h"
#include "bjt-overview-sheet.h"
#include "bjt-paper.h"

#define USUAL_PAPER "A3"

typedef struct
{
  BjtPicture         *picture;
  guint32             grid;
  BjtGridSheetOptions options;
} Maker;

static char *
dup_subtitle (const Maker *self)
{
  BjtSheetLanguage language = self->options.language;
  BjtGridCount     count;
  g_autofree char *buildings = NULL, *households = NULL, *persons = NULL;

  bjt_grid_count (&count, self->picture, self->grid);
  buildings = bjt_sheet_words_format (language, BJT_WORD_BUILDINGS, count.n_buildings);
  households = bjt_sheet_words_format (language, BJT_WORD_HOUSEHOLDS, count.n_households);
  persons = bjt_sheet_words_format (language, BJT_WORD_PERSONS, count.n_persons);
  return g_strdup_printf ("%s %s %s · %s", buildings, households, persons, bjt_sheet_words_get (language, BJT_WORD_OVERVIEW_NOTE));
}

static char *
dup_title (const Maker *self)
{
  const char *community = self->picture->community.name;

  return bjt_sheet_words_format (self->options.language, BJT_WORD_GRID_TITLE, community != NULL ? community : "",
                                 bjt_picture_get_grid (self->picture, self->grid)->number);
}

static gboolean
add_buildings (const Maker *self,
               GPtrArray   *sheets,
               GArray      *shapes,
               GError     **error)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);
      BjtBuildingScope          scope = { b, BJT_NO_INDEX };
      const BjtGeometry        *shape = building->footprint;
      BjtSheet                 *sheet;

      if (building->grid != self->grid || building->doors.n == 0)
        continue;
      sheet = bjt_building_sheet_new (self->picture, &scope, &self->options, error);
      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (sheets, sheet);
      g_array_append_val (shapes, shape);
    }
  return TRUE;
}

/* Each building by its number and the page it is on. */
static void
mark_overview (const Maker      *self,
               BjtOverviewSheet *overview,
               const GPtrArray  *sheets)
{
  guint page = 2, i = 0;

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);
      g_autofree char          *label = NULL, *mark = NULL;

      if (building->grid != self->grid || building->doors.n == 0)
        continue;
      label = bjt_sheet_words_dup_building (self->options.language, building->label);
      mark = g_strdup_printf ("%u", page);
      bjt_overview_sheet_set_mark (overview, i, mark, label);
      page += bjt_sheet_get_n_pages (sheets->pdata[i++]);
    }
}

/* An overview, where there is a place to show, and a sheet for each building. */
static BjtSheet *
make_parts (const Maker *self,
            GError     **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray)    shapes = g_array_new (FALSE, FALSE, sizeof (const BjtGeometry *));
  g_autofree char      *title = dup_title (self);
  g_autofree char      *subtitle = dup_subtitle (self);
  BjtOverviewForm       form = { title, subtitle, FALSE };
  BjtOverviewSheet     *overview;
  GError               *own = NULL;

  if (!add_buildings (self, sheets, shapes, error))
    return NULL;
  overview = bjt_overview_sheet_new (self->picture, shapes, &form, &self->options, &own);
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return NULL;
    }
  if (overview != NULL)
    {
      mark_overview (self, overview, sheets);
      g_ptr_array_insert (sheets, 0, overview);
    }
  return bjt_atlas_new (title, sheets, error);
}

/* In the orientation that takes fewer pages, unless one is chosen. */
static BjtSheet *
cut_in_sheets (Maker   *self,
               GError **error)
{
  const char          *paper = self->options.paper != NULL ? self->options.paper : USUAL_PAPER;
  g_autofree char     *note = bjt_sheet_words_format (self->options.language, BJT_WORD_CUT_IN_SHEETS, paper);
  g_autoptr (BjtSheet) landscape = NULL, portrait = NULL;
  gboolean             is_open = self->options.orientation == BJT_ORIENTATION_BEST;
  BjtSheet            *best;

  self->options.paper = paper;
  self->options.note = note;
  if (self->options.orientation != BJT_ORIENTATION_PORTRAIT)
    {
      self->options.orientation = BJT_ORIENTATION_LANDSCAPE;
      landscape = make_parts (self, is_open ? NULL : error);
    }
  if (self->options.orientation == BJT_ORIENTATION_PORTRAIT || is_open)
    {
      self->options.orientation = BJT_ORIENTATION_PORTRAIT;
      portrait = make_parts (self, landscape == NULL ? error : NULL);
    }
  if (landscape == NULL && portrait == NULL)
    return NULL;
  if (portrait == NULL || (landscape != NULL && bjt_sheet_get_n_pages (landscape) <= bjt_sheet_get_n_pages (portrait)))
    best = g_steal_pointer (&landscape);
  else
    best = g_steal_pointer (&portrait);
  bjt_sheet_set_note (best, note);
  return best;
}

/* The paper was left open: the smallest from the usual one on that holds all on one
 * page. %NULL: none does. */
static BjtSheet *
choose_paper (Maker      *self,
              const char *suggested)
{
  BjtPaper larger;

  bjt_paper_parse (USUAL_PAPER, &larger, NULL);
  for (const char *name = bjt_paper_get_larger (&larger); name != NULL; name = bjt_paper_get_larger (&larger))
    {
      BjtGridSheetOptions  options = self->options;
      g_autofree char     *note = bjt_sheet_words_format (options.language, BJT_WORD_LARGER_PAPER, USUAL_PAPER, name);
      g_autoptr (BjtSheet) sheet = NULL;

      bjt_paper_parse (name, &larger, NULL);
      if (suggested != NULL && g_strcmp0 (suggested, name) != 0)
        continue;
      options.paper = name;
      options.note = note;
      sheet = bjt_grid_sheet_new (self->picture, self->grid, &options, NULL);
      if (sheet != NULL && bjt_sheet_get_n_pages (sheet) == 1)
        return g_steal_pointer (&sheet);
    }
  return NULL;
}

/**
 * bjt_grid_pages_new:
 * @options: read, not kept
 *
 * Returns: (transfer full) (nullable): the grid as it fits best; %NULL where the paper
 *   is unknown or has no room for one door
 */
BjtSheet *
bjt_grid_pages_new (BjtPicture                *picture,
                    guint32                    grid,
                    const BjtGridSheetOptions *options,
                    GError                   **error)
{
  Maker                self = { picture, grid, *options };
  GError              *own = NULL;
  g_autoptr (BjtSheet) sheet = bjt_grid_sheet_new (picture, grid, options, &own);
  const char          *suggested = sheet != NULL ? bjt_grid_sheet_get_suggested_paper (BJT_GRID_SHEET (sheet)) : NULL;

  if (own != NULL && !g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_propagate_error (error, own);
      return NULL;
    }
  g_clear_error (&own);
  if (options->paper == NULL && (sheet == NULL || suggested != NULL))
    {
      BjtSheet *larger = choose_paper (&self, suggested);

      if (larger != NULL)
        return larger;
    }
  return sheet != NULL ? g_steal_pointer (&sheet) : cut_in_sheets (&self, error);
}
