/* bjt-tile-words.c: the sentences of troubles are fixed: their codes find them. */
#include "bjt-tile-words.h"

#include <glib/gi18n.h>

#include "tiles/bjt-tile-trouble.h"

char *
bjt_tile_words_explain (const GError *error)
{
  if (error->domain == BJT_TILE_TROUBLE)
    return g_strdup (gettext (bjt_tile_trouble_get_text ((BjtTileTrouble) error->code)));
  return g_strdup (error->message);
}

static const char *
get_kind (const BjtTileEntry *entry)
{
  switch (entry->kind)
    {
    case BJT_TILE_ENTRY_PAINTED:
      return _("Painted from what was imported");
    case BJT_TILE_ENTRY_FILE:
      return _("Map file");
    case BJT_TILE_ENTRY_SERVICE:
    default:
      return _("Map service");
    }
}

static const char *
get_datum (BjtDatum datum)
{
  static const char *const names[] = { "CGCS2000", "GCJ-02", "BD-09" };

  return names[datum];
}

/* What keeps it from working, or how much it was used. */
static char *
dup_state (const BjtTileEntry *entry,
           BjtTileServices    *services)
{
  if (entry->kind == BJT_TILE_ENTRY_FILE && !g_file_test (entry->location, G_FILE_TEST_IS_REGULAR))
    return g_strdup (_("the file is gone"));
  if (entry->key_name != NULL && bjt_tile_keyring_get (bjt_tile_services_get_keyring (services), entry->key_name) == NULL)
    return g_strdup (_("needs your key"));
  if (entry->is_counted)
    {
      guint n = bjt_tile_services_count_today (services, entry);

      return g_strdup_printf (g_dngettext (NULL, "%u tile today", "%u tiles today", n), n);
    }
  return NULL;
}

char *
bjt_tile_words_describe (const BjtTileEntry *entry,
                         BjtTileServices    *services)
{
  g_autofree char *state = dup_state (entry, services);

  if (entry->kind == BJT_TILE_ENTRY_PAINTED)
    return g_strdup (get_kind (entry));
  return g_strjoin (" · ", get_kind (entry), get_datum (entry->datum), state, NULL);
}
