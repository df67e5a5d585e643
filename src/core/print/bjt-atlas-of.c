/* bjt-atlas-of.c: an atlas of grids, buildings or entrances: overview, index, and
 * their sheets, which have one orientation. */
#include "bjt-atlas.h"
#include "bjt-building-sheet.h"
#include "bjt-grid-pages.h"
#include "bjt-overview-sheet.h"
#include "bjt-table-sheet.h"

#define MAX_PER_LANE 12 /* an index of fewer has one lane */

typedef struct
{
  const BjtGeometry *shape;
  guint32            building; /* of its doors; BJT_NO_INDEX: a grid */
  char              *name;
  const char        *compound;
  guint              n_households, n_persons;
} Item;

typedef struct
{
  BjtPicture          *picture;
  const BjtAtlasForm  *form;
  BjtGridSheetOptions  options;
  GPtrArray           *sheets;
  GArray              *items;
} Maker;

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->name);
}

static void
maker_clear (Maker *self)
{
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static void
count_doors (const BjtPicture *picture,
             BjtRun            doors,
             Item             *item)
{
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      BjtRun households = bjt_picture_get_door (picture, d)->households;

      for (guint32 h = households.first; h < households.first + households.n; h++)
        {
          BjtRun members = bjt_picture_get_household (picture, h)->members;
          guint  n = 0;

          for (guint32 m = members.first; m < members.first + members.n; m++)
            n += bjt_picture_get_member (picture, m)->is_resident;
          item->n_households += n > 0;
          item->n_persons += n;
        }
    }
}

static gboolean
add_sheet (Maker    *self,
           BjtSheet *sheet,
           Item     *item)
{
  if (sheet == NULL)
    {
      clear_item (item);
      return FALSE;
    }
  g_ptr_array_add (self->sheets, sheet);
  g_array_append_val (self->items, *item);
  return TRUE;
}

static gboolean
add_grids (Maker   *self,
           GError **error)
{
  for (guint32 g = 0; g < self->picture->grids->len; g++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (self->picture, g);
      Item                  item = { grid->boundary, BJT_NO_INDEX, NULL, grid->staff_name, grid->n_households, grid->n_persons };

      if (grid->n_doors == 0 || (self->form->grid != BJT_NO_INDEX && self->form->grid != g))
        continue;
      item.name = grid->name != NULL ? g_strdup (grid->name) : g_strdup_printf ("%d", grid->number);
      if (!add_sheet (self, bjt_grid_pages_new (self->picture, g, &self->options, error), &item))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_building (Maker           *self,
              BjtBuildingScope scope,
              GError         **error)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, scope.building);
  Item                      item = { building->footprint, scope.building, NULL, NULL, 0, 0 };
  g_autofree char          *name = bjt_sheet_words_dup_building (self->options.language, building->label);
  g_autofree char          *entrance = scope.entrance != BJT_NO_INDEX
                                           ? bjt_sheet_words_format (self->options.language, BJT_WORD_ENTRANCE, bjt_picture_get_entrance (self->picture, scope.entrance)->label)
                                           : g_strdup ("");

  item.name = g_strconcat (name, entrance, NULL);
  item.compound = building->compound != BJT_NO_INDEX ? bjt_picture_get_compound (self->picture, building->compound)->name : "";
  count_doors (self->picture, scope.entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, scope.entrance)->doors : building->doors, &item);
  return add_sheet (self, bjt_building_sheet_new (self->picture, &scope, &self->options, error), &item);
}

static gboolean
add_buildings (Maker   *self,
               GError **error)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);

      if (building->doors.n == 0 || (self->form->grid != BJT_NO_INDEX && building->grid != self->form->grid))
        continue;
      if (self->form->of == BJT_ATLAS_BUILDINGS && !add_building (self, (BjtBuildingScope) { b, BJT_NO_INDEX }, error))
        return FALSE;
      for (guint32 e = building->entrances.first; e < building->entrances.first + building->entrances.n && self->form->of == BJT_ATLAS_ENTRANCES; e++)
        if (bjt_picture_get_entrance (self->picture, e)->doors.n > 0 && !add_building (self, (BjtBuildingScope) { b, e }, error))
          return FALSE;
    }
  return TRUE;
}

static char *
dup_title (const Maker *self)
{
  static const BjtSheetWord titles[] = { BJT_WORD_ATLAS_GRIDS, BJT_WORD_ATLAS_BUILDINGS, BJT_WORD_ATLAS_ENTRANCES };
  const char           *community = self->picture->community.name != NULL ? self->picture->community.name : "";
  const BjtPictureGrid *grid = self->form->grid != BJT_NO_INDEX ? bjt_picture_get_grid (self->picture, self->form->grid) : NULL;
  g_autofree char      *place = grid != NULL && grid->name != NULL ? g_strdup_printf ("%s %s", community, grid->name) : g_strdup (community);

  return bjt_sheet_words_format (self->options.language, titles[self->form->of], place);
}

static char *
dup_subtitle (const Maker *self)
{
  guint n_households = 0, n_persons = 0;
  g_autofree char *households = NULL, *persons = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      n_households += g_array_index (self->items, Item, i).n_households;
      n_persons += g_array_index (self->items, Item, i).n_persons;
    }
  households = bjt_sheet_words_format (self->options.language, BJT_WORD_HOUSEHOLDS, n_households);
  persons = bjt_sheet_words_format (self->options.language, BJT_WORD_PERSONS, n_persons);
  return bjt_sheet_words_format (self->options.language, BJT_WORD_ATLAS_COUNT, self->items->len, households, persons);
}

static BjtTableSheet *
make_index (const Maker *self,
            const char  *subtitle,
            GError     **error)
{
  const BjtSheetLanguage language = self->options.language;
  gboolean               is_of_grids = self->form->of == BJT_ATLAS_GRIDS;
  const BjtTableColumn   columns[] = {
    { bjt_sheet_words_get (language, is_of_grids ? BJT_WORD_STAFF : BJT_WORD_COLUMN_COMPOUND), 24, BJT_PEN_LEFT },
    { bjt_sheet_words_get (language, is_of_grids ? BJT_WORD_COLUMN_GRID : BJT_WORD_COLUMN_BUILDING), 26, BJT_PEN_LEFT },
    { bjt_sheet_words_get (language, BJT_WORD_COLUMN_HOUSEHOLDS), 12, BJT_PEN_RIGHT },
    { bjt_sheet_words_get (language, BJT_WORD_COLUMN_PERSONS), 12, BJT_PEN_RIGHT },
    { bjt_sheet_words_get (language, BJT_WORD_COLUMN_PAGE), 12, BJT_PEN_RIGHT },
  };
  guint        n_lanes = self->items->len <= MAX_PER_LANE ? 1 : self->options.orientation == BJT_ORIENTATION_PORTRAIT ? 2 : 3;
  BjtTableForm form = { bjt_sheet_words_get (language, BJT_WORD_INDEX), subtitle, columns, G_N_ELEMENTS (columns), n_lanes, is_of_grids ? "A3" : "A4", TRUE };

  return bjt_table_sheet_new (self->picture, &form, &self->options, error);
}

/* Rows of the same heights whatever the page: numbers come with the second call. */
static void
fill_index (const Maker   *self,
            BjtTableSheet *index,
            const guint   *pages)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item      *item = &g_array_index (self->items, Item, i);
      g_autofree char *households = g_strdup_printf ("%u", item->n_households);
      g_autofree char *persons = g_strdup_printf ("%u", item->n_persons);
      g_autofree char *page = g_strdup_printf ("%u", pages != NULL ? pages[i] : 999);
      const char      *cells[] = { item->compound, item->name, households, persons, page };

      bjt_table_sheet_add_row (index, cells);
    }
}

/* The index has as many pages as one without numbers would have. */
static BjtTableSheet *
write_index (const Maker *self,
             const char  *subtitle,
             guint        n_before,
             GError     **error)
{
  g_autoptr (BjtTableSheet) draft = make_index (self, subtitle, error);
  g_autofree guint         *pages = g_new (guint, self->items->len);
  BjtTableSheet            *index;
  guint                     page;

  if (draft == NULL)
    return NULL;
  fill_index (self, draft, NULL);
  page = n_before + bjt_sheet_get_n_pages (BJT_SHEET (draft)) + 1;
  for (guint i = 0; i < self->items->len; i++)
    {
      pages[i] = page;
      page += bjt_sheet_get_n_pages (self->sheets->pdata[i]);
    }
  index = make_index (self, subtitle, error);
  if (index != NULL)
    fill_index (self, index, pages);
  return index;
}

static BjtOverviewSheet *
make_overview (const Maker *self,
               const char  *title,
               const char  *subtitle,
               GError     **error)
{
  BjtOverviewForm    form = { title, subtitle, self->form->of == BJT_ATLAS_GRIDS };
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (const BjtGeometry *));
  guint32            last = BJT_NO_INDEX;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item        *item = &g_array_index (self->items, Item, i);
      const BjtGeometry *shape = item->building != BJT_NO_INDEX && item->building == last ? NULL : item->shape; /* its first entrance stands for all */

      g_array_append_val (shapes, shape);
      last = item->building;
    }
  return bjt_overview_sheet_new (self->picture, shapes, &form, &self->options, error);
}

static void
mark_overview (const Maker      *self,
               BjtOverviewSheet *overview,
               guint             n_before)
{
  guint page = n_before + 1;

  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u", page);

      bjt_overview_sheet_set_mark (overview, i, mark, self->form->of == BJT_ATLAS_GRIDS ? g_array_index (self->items, Item, i).name : NULL);
      page += bjt_sheet_get_n_pages (self->sheets->pdata[i]);
    }
}

static gboolean
add_front (Maker      *self,
           const char *title,
           GError    **error)
{
  g_autofree char   *subtitle = dup_subtitle (self);
  g_autofree char   *told = g_strdup_printf ("%s · %s", subtitle, bjt_sheet_words_get (self->options.language, BJT_WORD_OVERVIEW_NOTE));
  GError            *own = NULL;
  BjtOverviewSheet  *overview = make_overview (self, title, told, &own);
  BjtTableSheet     *index;

  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }
  index = write_index (self, subtitle, overview != NULL, error);
  if (index == NULL)
    {
      g_clear_object (&overview);
      return FALSE;
    }
  if (overview != NULL)
    mark_overview (self, overview, 1 + bjt_sheet_get_n_pages (BJT_SHEET (index)));
  g_ptr_array_insert (self->sheets, 0, index);
  if (overview != NULL)
    g_ptr_array_insert (self->sheets, 0, overview);
  return TRUE;
}

/**
 * bjt_atlas_new_of:
 * @options: landscape when the orientation is left open
 *
 * Returns: (transfer full) (nullable): everything that has doors, one after the other
 */
BjtSheet *
bjt_atlas_new_of (BjtPicture                *picture,
                  const BjtAtlasForm        *form,
                  const BjtGridSheetOptions *options,
                  GError                   **error)
{
  g_auto (Maker) self = { picture, form, *options, g_ptr_array_new_with_free_func (g_object_unref), g_array_new (FALSE, FALSE, sizeof (Item)) };
  g_autofree char *title = dup_title (&self);

  g_array_set_clear_func (self.items, clear_item);
  if (self.options.paper == NULL)
    self.options.paper = form->of == BJT_ATLAS_GRIDS ? "A3" : "A4";
  if (self.options.orientation == BJT_ORIENTATION_BEST)
    self.options.orientation = form->of == BJT_ATLAS_ENTRANCES ? BJT_ORIENTATION_PORTRAIT : BJT_ORIENTATION_LANDSCAPE;
  if (!(form->of == BJT_ATLAS_GRIDS ? add_grids : add_buildings) (&self, error))
    return NULL;
  if (self.sheets->len > 0 && !form->is_plain && !add_front (&self, title, error))
    return NULL;
  return bjt_atlas_new (title, self.sheets, error);
}

/**
 * bjt_atlas_new_of_grids:
 *
 * Returns: (transfer full) (nullable): every grid that has doors, one after the other
 */
BjtSheet *
bjt_atlas_new_of_grids (BjtPicture                *picture,
                        const BjtGridSheetOptions *options,
                        GError                   **error)
{
  const BjtAtlasForm form = { BJT_ATLAS_GRIDS, BJT_NO_INDEX, TRUE };

  return bjt_atlas_new_of (picture, &form, options, error);
}
