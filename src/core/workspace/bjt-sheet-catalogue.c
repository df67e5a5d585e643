/* bjt-sheet-catalogue.c: one table of what there is. */
#include "bjt-sheet-catalogue.h"

#include <string.h>

#define ANY_PLACE (BJT_SHEET_OF_COMMUNITY | BJT_SHEET_OF_GRID)

static const BjtSheetType types[] = {
  { "grid-map", BJT_WORD_SHEET_GRID_MAP, "A3", BJT_SHEET_OF_GRID, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_NAMES | BJT_SHEET_TAKES_BASE | BJT_SHEET_TAKES_EXTENT | BJT_SHEET_TAKES_TURN, BJT_SHEET_CLASS_INTERNAL },
  { "building", BJT_WORD_SHEET_BUILDING, "A4", BJT_SHEET_OF_BUILDING | BJT_SHEET_OF_ENTRANCE, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_NAMES, BJT_SHEET_CLASS_INTERNAL },
  { "atlas", BJT_WORD_SHEET_ATLAS, NULL, ANY_PLACE, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_NAMES | BJT_SHEET_TAKES_PARTS | BJT_SHEET_TAKES_BASE, BJT_SHEET_CLASS_INTERNAL },
  { "plan", BJT_WORD_SHEET_PLAN, "A4", BJT_SHEET_OF_LEVEL, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_NAMES, BJT_SHEET_CLASS_INTERNAL },
  { "walk", BJT_WORD_SHEET_WALK, "A4", BJT_SHEET_OF_WALK | ANY_PLACE, BJT_SHEET_TAKES_NAMES | BJT_SHEET_TAKES_DAY, BJT_SHEET_CLASS_INTERNAL },
  { "person", BJT_WORD_PERSON_TITLE, "A4", BJT_SHEET_OF_PERSON, BJT_SHEET_TAKES_NAMES, BJT_SHEET_CLASS_INTERNAL },
  { "notice", BJT_WORD_NOTICE_TITLE, "A4", BJT_SHEET_OF_NOTICE, 0, BJT_SHEET_CLASS_OUTWARD },
  { "meeting", BJT_WORD_SHEET_MEETING, "A4", BJT_SHEET_OF_MEETING, 0, BJT_SHEET_CLASS_INTERNAL },
  { "log", BJT_WORD_SHEET_LOG, "A4", ANY_PLACE, BJT_SHEET_TAKES_DAY, BJT_SHEET_CLASS_INTERNAL },
  { "report", BJT_WORD_SHEET_REPORT, "A4", ANY_PLACE, BJT_SHEET_TAKES_PERIOD, BJT_SHEET_CLASS_INTERNAL },
  { "ledger", BJT_WORD_SHEET_LEDGER, "A3", ANY_PLACE, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_PERIOD | BJT_SHEET_TAKES_COLUMNS, BJT_SHEET_CLASS_INTERNAL },
  { "booklet", BJT_WORD_SHEET_BOOKLET, "A4", ANY_PLACE, BJT_SHEET_TAKES_NAMES | BJT_SHEET_TAKES_PERIOD, BJT_SHEET_CLASS_INTERNAL },
  { "cards", BJT_WORD_SHEET_CARDS, "A4", ANY_PLACE | BJT_SHEET_OF_ENTRANCE, BJT_SHEET_TAKES_STOCK, BJT_SHEET_CLASS_OUTWARD },
  { "poster", BJT_WORD_SHEET_POSTER, "A0", BJT_SHEET_OF_COMMUNITY, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_EXTENT | BJT_SHEET_SHOWS_PHOTOS, BJT_SHEET_CLASS_INTERNAL },
  { "public-poster", BJT_WORD_SHEET_PUBLIC_POSTER, "A1", BJT_SHEET_OF_COMMUNITY, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_EXTENT | BJT_SHEET_SHOWS_PHOTOS, BJT_SHEET_CLASS_PUBLIC },
  { "public-map", BJT_WORD_SHEET_PUBLIC_MAP, "A3", BJT_SHEET_OF_GRID, BJT_SHEET_TAKES_ORIENTATION | BJT_SHEET_TAKES_EXTENT, BJT_SHEET_CLASS_PUBLIC },
};

const BjtSheetType *
bjt_sheet_catalogue_get_all (guint *n)
{
  *n = G_N_ELEMENTS (types);
  return types;
}

const BjtSheetType *
bjt_sheet_catalogue_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].name, name) == 0)
      return &types[i];
  return NULL;
}

void
bjt_sheet_spec_init (BjtSheetSpec       *self,
                     const BjtSheetType *type)
{
  *self = (BjtSheetSpec) {
    .type = type,
    .scope = { .kind = BJT_SHEET_OF_COMMUNITY, .grid = BJT_NO_INDEX, .building = BJT_NO_INDEX, .entrance = BJT_NO_INDEX },
    .options = { .made_on = BJT_DATE_NONE },
    .on = BJT_DATE_NONE,
    .from_on = BJT_DATE_NONE,
    .to_on = BJT_DATE_NONE,
  };
}

void
bjt_sheet_spec_own (BjtSheetSpec *self)
{
  BjtGridSheetOptions *options = &self->options;

  options->paper = g_strdup (options->paper);
  options->purpose = g_strdup (options->purpose);
  options->receiver = g_strdup (options->receiver);
  options->maker = g_strdup (options->maker);
  options->note = g_strdup (options->note);
  options->tiles = options->tiles != NULL ? bjt_tile_painter_ref (options->tiles) : NULL;
  options->memory = options->memory != NULL ? bjt_grid_memory_ref (options->memory) : NULL;
  self->scope.number = g_strdup (self->scope.number);
  self->columns = g_strdup (self->columns);
  self->stock = g_strdup (self->stock);
}

void
bjt_sheet_spec_clear (BjtSheetSpec *self)
{
  BjtGridSheetOptions *options = &self->options;
  const char **texts[] = { &options->paper, &options->purpose, &options->receiver, &options->maker, &options->note, &self->scope.number, &self->columns, &self->stock };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bjt_sheet_spec_set_text (texts[i], NULL);
  g_clear_pointer (&options->tiles, bjt_tile_painter_unref);
  g_clear_pointer (&options->memory, bjt_grid_memory_unref);
}

void
bjt_sheet_spec_set_text (const char **text,
                         const char  *value)
{
  char *copy = value != NULL && *value != '\0' ? g_strdup (value) : NULL;

  g_free ((char *) *text);
  *text = copy;
}

static char *
dup_grid (const BjtPicture *picture,
          guint32           grid)
{
  const BjtPictureGrid *info = grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, grid) : NULL;

  if (info == NULL)
    return NULL;
  return info->name != NULL ? g_strdup (info->name) : g_strdup_printf ("%d", info->number);
}

static char *
dup_key (const BjtUuid *id)
{
  g_autofree char *text = bjt_uuid_dup_string (id);

  return g_strdup (text + strlen (text) - 8);
}

char *
bjt_sheet_spec_dup_scope (const BjtSheetSpec *self,
                          const BjtPicture   *picture)
{
  const BjtSheetScope *scope = &self->scope;
  g_autofree char     *building = scope->building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, scope->building) : NULL;

  switch (scope->kind)
    {
    case BJT_SHEET_OF_GRID:
      return dup_grid (picture, scope->grid);
    case BJT_SHEET_OF_BUILDING:
      return g_steal_pointer (&building);
    case BJT_SHEET_OF_ENTRANCE:
      return g_strdup_printf ("%s-%s", building, bjt_picture_get_entrance (picture, scope->entrance)->label);
    case BJT_SHEET_OF_LEVEL:
      return g_strdup_printf ("%s:%d", building, scope->level);
    case BJT_SHEET_OF_WALK:
      return g_strdup (scope->number);
    case BJT_SHEET_OF_PERSON:
    case BJT_SHEET_OF_NOTICE:
    case BJT_SHEET_OF_MEETING:
      return dup_key (&scope->id);
    case BJT_SHEET_OF_COMMUNITY:
    default:
      return NULL;
    }
}

/* The grid the sheet is about, or lies in. */
static guint32
get_grid (const BjtSheetSpec *self,
          const BjtPicture   *picture)
{
  if (self->scope.grid == BJT_NO_INDEX && self->scope.building != BJT_NO_INDEX)
    return bjt_picture_get_building (picture, self->scope.building)->grid;
  return self->scope.grid;
}

static char *
dup_word (const BjtSheetSpec *self,
          const BjtPicture   *picture,
          const char         *name)
{
  guint32               index = get_grid (self, picture);
  const BjtPictureGrid *grid = index != BJT_NO_INDEX ? bjt_picture_get_grid (picture, index) : NULL;
  const BjtSheetScope  *scope = &self->scope;

  if (strcmp (name, "community") == 0)
    return g_strdup (picture->community.name);
  if (strcmp (name, "sheet") == 0)
    return g_strdup (bjt_sheet_words_get (self->options.language, self->type->title));
  if (strcmp (name, "day") == 0)
    return bjt_date_dup_string (picture->as_of);
  if (strcmp (name, "grid") == 0)
    return dup_grid (picture, index);
  if (strcmp (name, "worker") == 0)
    return g_strdup (grid != NULL ? grid->staff_name : NULL);
  if (strcmp (name, "building") == 0)
    return scope->building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, scope->building) : NULL;
  if (strcmp (name, "entrance") == 0)
    return g_strdup (scope->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, scope->entrance)->label : NULL);
  return NULL;
}

static void
append_safe (GString    *path,
             const char *word)
{
  for (const char *at = word; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_bad = g_unichar_iscntrl (character) || (character < 0x80 && strchr ("/\\:*?\"<>|{}", (int) character) != NULL)
                        || (character == '.' && at == word);

      g_string_append_unichar (path, is_bad ? '_' : character);
    }
}

/**
 * bjt_sheet_spec_dup_path:
 * @pattern: a path with words in braces; those that are not known stay
 *
 * Returns: (transfer full): the path of this sheet
 */
char *
bjt_sheet_spec_dup_path (const BjtSheetSpec *self,
                         const BjtPicture   *picture,
                         const char         *pattern)
{
  GString *path = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char      *end = *pattern == '{' ? strchr (pattern, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (pattern + 1, (gsize) (end - pattern - 1)) : NULL;
      g_autofree char *word = name != NULL ? dup_word (self, picture, name) : NULL;

      if (word == NULL)
        {
          g_string_append_c (path, *pattern++);
          continue;
        }
      append_safe (path, word);
      pattern = end + 1;
    }
  return g_string_free (path, FALSE);
}
