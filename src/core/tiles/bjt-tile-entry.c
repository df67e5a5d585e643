/* bjt-tile-entry.c: a group of a key file and back. What is missing has a value
 * that works; what makes no sense is refused. */
#include "bjt-tile-entry.h"

#include "bjt-tile-template.h"

#define MAX_ZOOM 24

static const char *const kind_names[] = { "painted", "file", "service" };

BjtTileEntry *
bjt_tile_entry_new (BjtTileEntryKind kind,
                    const char      *name,
                    const char      *location)
{
  BjtTileEntry *self = g_new0 (BjtTileEntry, 1);

  self->id = g_uuid_string_random ();
  self->kind = kind;
  self->name = g_strdup (name);
  self->location = g_strdup (location);
  self->max_zoom = 18;
  self->tile_size = 256;
  return self;
}

BjtTileEntry *
bjt_tile_entry_new_for_pack (const char        *name,
                             const char        *path,
                             const BjtTileInfo *info)
{
  BjtTileEntry *self = bjt_tile_entry_new (BJT_TILE_ENTRY_FILE, name, path);

  self->tiles = info->kind;
  self->datum = info->datum;
  self->min_zoom = info->min_zoom;
  self->max_zoom = info->max_zoom;
  return self;
}

BjtTileEntry *
bjt_tile_entry_copy (const BjtTileEntry *self)
{
  BjtTileEntry *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->location = g_strdup (self->location);
  copy->labels = g_strdup (self->labels);
  copy->key_name = g_strdup (self->key_name);
  copy->attribution = g_strdup (self->attribution);
  copy->review_number = g_strdup (self->review_number);
  return copy;
}

void
bjt_tile_entry_free (BjtTileEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->location);
  g_free (self->labels);
  g_free (self->key_name);
  g_free (self->attribution);
  g_free (self->review_number);
  g_free (self);
}

static char *
load_text (GKeyFile   *file,
           const char *group,
           const char *key)
{
  g_autofree char *text = g_key_file_get_locale_string (file, group, key, NULL, NULL);

  return text != NULL && *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

static guint
load_number (GKeyFile   *file,
             const char *group,
             const char *key,
             guint       otherwise,
             guint       most)
{
  int number = g_key_file_get_integer (file, group, key, NULL);

  return g_key_file_has_key (file, group, key, NULL) && number >= 0 && (guint) number <= most ? (guint) number : otherwise;
}

static gboolean
load_kind (GKeyFile         *file,
           const char       *group,
           BjtTileEntryKind *kind)
{
  g_autofree char *name = load_text (file, group, "Kind");

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (BjtTileEntryKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
makes_sense (const BjtTileEntry *self)
{
  g_autoptr (BjtTileTemplate) ground = NULL;
  g_autoptr (BjtTileTemplate) labels = NULL;

  if (self->name == NULL || self->min_zoom > self->max_zoom)
    return FALSE;
  if (self->kind != BJT_TILE_ENTRY_SERVICE)
    return self->kind == BJT_TILE_ENTRY_PAINTED || self->location != NULL;
  ground = self->location != NULL ? bjt_tile_template_new (self->location, NULL) : NULL;
  labels = self->labels != NULL ? bjt_tile_template_new (self->labels, NULL) : NULL;
  return ground != NULL && (labels != NULL) == (self->labels != NULL);
}

BjtTileEntry *
bjt_tile_entry_load (GKeyFile   *file,
                     const char *id)
{
  BjtTileEntryKind kind;
  g_autoptr (BjtTileEntry) self = NULL;
  g_autofree char *datum = load_text (file, id, "Datum");
  g_autofree char *tiles = load_text (file, id, "Tiles");

  if (!load_kind (file, id, &kind))
    return NULL;
  self = g_new0 (BjtTileEntry, 1);
  self->id = g_strdup (id);
  self->kind = kind;
  self->name = load_text (file, id, "Name");
  self->location = load_text (file, id, kind == BJT_TILE_ENTRY_FILE ? "File" : "Url");
  self->labels = load_text (file, id, "Labels");
  self->key_name = load_text (file, id, "Key");
  self->tiles = g_strcmp0 (tiles, "vector") == 0 ? BJT_TILE_VECTOR : BJT_TILE_RASTER;
  if (datum == NULL || !bjt_datum_init_from_name (&self->datum, datum))
    self->datum = BJT_DATUM_CGCS2000;
  self->min_zoom = load_number (file, id, "MinZoom", 0, MAX_ZOOM);
  self->max_zoom = load_number (file, id, "MaxZoom", 18, MAX_ZOOM);
  self->tile_size = load_number (file, id, "TileSize", 256, 512) == 512 ? 512 : 256;
  self->attribution = load_text (file, id, "Attribution");
  self->review_number = load_text (file, id, "ReviewNumber");
  self->forbids_bulk = g_key_file_get_boolean (file, id, "ForbidsBulk", NULL);
  self->is_counted = g_key_file_get_boolean (file, id, "IsCounted", NULL);
  return makes_sense (self) ? g_steal_pointer (&self) : NULL;
}

static void
save_text (GKeyFile   *file,
           const char *group,
           const char *key,
           const char *text)
{
  if (text != NULL && *text != '\0')
    g_key_file_set_string (file, group, key, text);
  else
    g_key_file_remove_key (file, group, key, NULL);
}

/* Of a preset only what a service renews is the user's. */
void
bjt_tile_entry_take_changes (BjtTileEntry *self,
                             GKeyFile     *file)
{
  char *review_number = load_text (file, self->id, "ReviewNumber");

  if (review_number == NULL)
    return;
  g_free (self->review_number);
  self->review_number = review_number;
}

void
bjt_tile_entry_save (const BjtTileEntry *self,
                     GKeyFile           *file)
{
  save_text (file, self->id, "Kind", kind_names[self->kind]);
  save_text (file, self->id, "ReviewNumber", self->review_number);
  if (self->is_preset)
    return;
  save_text (file, self->id, "Name", self->name);
  save_text (file, self->id, self->kind == BJT_TILE_ENTRY_FILE ? "File" : "Url", self->location);
  save_text (file, self->id, "Labels", self->labels);
  save_text (file, self->id, "Key", self->key_name);
  save_text (file, self->id, "Tiles", self->tiles == BJT_TILE_VECTOR ? "vector" : "raster");
  save_text (file, self->id, "Datum", bjt_datum_get_name (self->datum));
  g_key_file_set_integer (file, self->id, "MinZoom", (int) self->min_zoom);
  g_key_file_set_integer (file, self->id, "MaxZoom", (int) self->max_zoom);
  g_key_file_set_integer (file, self->id, "TileSize", (int) self->tile_size);
  save_text (file, self->id, "Attribution", self->attribution);
}
