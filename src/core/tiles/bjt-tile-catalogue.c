/* bjt-tile-catalogue.c: presets from a resource, the rest from a key file of the
 * user, which keeps the order of all. A file that can't be read leaves the
 * presets; it is put aside before it would be written over. What it holds beyond
 * what is known here stays in it. No key of a service is ever in it. */
#include "bjt-tile-catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bjt-tile-resource.h"
#include "bjt-tile-trouble.h"

#define MAX_ENTRIES 200

struct _BjtTileCatalogue
{
  GObject parent_instance;

  char      *path;
  GKeyFile  *file; /* as it was read or written last */
  GPtrArray *entries;
  gboolean   is_damaged; /* the file */
};

G_DEFINE_FINAL_TYPE (BjtTileCatalogue, bjt_tile_catalogue, G_TYPE_OBJECT)

static guint changed_signal;

static void
bjt_tile_catalogue_finalize (GObject *object)
{
  BjtTileCatalogue *self = BJT_TILE_CATALOGUE (object);

  g_free (self->path);
  g_key_file_unref (self->file);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (bjt_tile_catalogue_parent_class)->finalize (object);
}

static void
bjt_tile_catalogue_class_init (BjtTileCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_tile_catalogue_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_TILE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_tile_catalogue_init (BjtTileCatalogue *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_tile_entry_free);
  self->file = g_key_file_new ();
}

static guint
find_index (const GPtrArray *entries,
            const char      *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((const BjtTileEntry *) entries->pdata[i])->id, id) == 0)
      return i;
  return entries->len;
}

static GPtrArray *
load_presets (void)
{
  GPtrArray *presets = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_tile_entry_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (bjt_tile_get_resource (), "/cn/baijiatu/tiles/presets.ini", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      BjtTileEntry *preset = bjt_tile_entry_load (file, groups[i]);

      preset->is_preset = TRUE;
      g_ptr_array_add (presets, preset);
    }
  return presets;
}

static BjtTileEntry *
load_entry (BjtTileCatalogue *self,
            GPtrArray        *presets,
            const char       *id)
{
  guint         index = find_index (presets, id);
  BjtTileEntry *entry = index < presets->len ? g_ptr_array_steal_index (presets, index) : bjt_tile_entry_load (self->file, id);

  if (entry != NULL && entry->is_preset)
    bjt_tile_entry_take_changes (entry, self->file);
  else if (entry != NULL && entry->kind == BJT_TILE_ENTRY_PAINTED)
    g_clear_pointer (&entry, bjt_tile_entry_free);
  return entry;
}

/* The user's order; presets that it does not know come last. */
static void
load (BjtTileCatalogue *self)
{
  g_autoptr (GPtrArray) presets = load_presets ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;

  self->is_damaged = !g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_KEEP_TRANSLATIONS, &error)
                     && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  groups = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; groups[i] != NULL && self->entries->len < MAX_ENTRIES; i++)
    {
      BjtTileEntry *entry = load_entry (self, presets, groups[i]);

      if (entry != NULL)
        g_ptr_array_add (self->entries, entry);
    }
  while (presets->len > 0)
    g_ptr_array_add (self->entries, g_ptr_array_steal_index (presets, 0));
}

static void
keep_group (BjtTileCatalogue *self,
            GKeyFile         *file,
            const char       *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (self->file, group, keys[i], NULL);

      g_key_file_set_value (file, group, keys[i], value);
    }
}

/* The entries in their order, then what could not be made sense of. */
static GKeyFile *
new_file (BjtTileCatalogue *self)
{
  GKeyFile *file = g_key_file_new ();
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const BjtTileEntry *entry = self->entries->pdata[i];

      keep_group (self, file, entry->id);
      bjt_tile_entry_save (entry, file);
    }
  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_key_file_has_group (file, groups[i]))
      keep_group (self, file, groups[i]);
  return file;
}

static gboolean
save (BjtTileCatalogue *self,
      GError          **error)
{
  GKeyFile *file = new_file (self);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_key_file_unref (self->file);
  self->file = file;
  if (self->is_damaged)
    g_rename (self->path, aside);
  self->is_damaged = FALSE;
  g_signal_emit (self, changed_signal, 0);
  if (g_mkdir_with_parents (folder, 0700) == 0 && g_key_file_save_to_file (file, self->path, NULL))
    return TRUE;
  g_propagate_error (error, bjt_tile_trouble_new (BJT_TILE_TROUBLE_CATALOGUE));
  return FALSE;
}

BjtTileCatalogue *
bjt_tile_catalogue_new (const char *path)
{
  BjtTileCatalogue *self = g_object_new (BJT_TYPE_TILE_CATALOGUE, NULL);

  self->path = path != NULL ? g_strdup (path) : g_build_filename (g_get_user_config_dir (), "baijiatu", "base-maps.ini", NULL);
  load (self);
  return self;
}

guint
bjt_tile_catalogue_get_n_entries (BjtTileCatalogue *self)
{
  return self->entries->len;
}

const BjtTileEntry *
bjt_tile_catalogue_get_entry (BjtTileCatalogue *self,
                              guint             index)
{
  return index < self->entries->len ? self->entries->pdata[index] : NULL;
}

const BjtTileEntry *
bjt_tile_catalogue_find (BjtTileCatalogue *self,
                         const char       *id_or_name)
{
  guint index = find_index (self->entries, id_or_name);

  for (guint i = 0; i < self->entries->len && index == self->entries->len; i++)
    if (strcmp (((const BjtTileEntry *) self->entries->pdata[i])->name, id_or_name) == 0)
      index = i;
  return bjt_tile_catalogue_get_entry (self, index);
}

gboolean
bjt_tile_catalogue_put (BjtTileCatalogue   *self,
                        const BjtTileEntry *entry,
                        GError            **error)
{
  guint         index = find_index (self->entries, entry->id);
  BjtTileEntry *copy = bjt_tile_entry_copy (entry);

  if (index == self->entries->len)
    g_ptr_array_add (self->entries, copy);
  else
    {
      bjt_tile_entry_free (self->entries->pdata[index]);
      self->entries->pdata[index] = copy;
    }
  return save (self, error);
}

/* Presets stay: they do nothing unless chosen. */
gboolean
bjt_tile_catalogue_remove (BjtTileCatalogue *self,
                           const char       *id,
                           GError          **error)
{
  const BjtTileEntry *entry = bjt_tile_catalogue_get_entry (self, find_index (self->entries, id));

  if (entry == NULL || entry->is_preset)
    return TRUE;
  g_key_file_remove_group (self->file, id, NULL);
  g_ptr_array_remove_index (self->entries, find_index (self->entries, id));
  return save (self, error);
}

gboolean
bjt_tile_catalogue_move (BjtTileCatalogue *self,
                         const char       *id,
                         int               by,
                         GError          **error)
{
  guint    index = find_index (self->entries, id);
  int      place = (int) index + by;
  gpointer entry;

  if (index == self->entries->len || place < 0 || place >= (int) self->entries->len)
    return TRUE;
  entry = g_ptr_array_steal_index (self->entries, index);
  g_ptr_array_insert (self->entries, place, entry);
  return save (self, error);
}
