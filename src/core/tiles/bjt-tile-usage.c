/* bjt-tile-usage.c: a key file with one group, the day; another day begins
 * from nothing. Written every SAVE_EVERY tiles and at the end. Any thread. */
#include "bjt-tile-usage.h"

#include "base/bjt-clock.h"

#define SAVE_EVERY 20

struct _BjtTileUsage
{
  gatomicrefcount references;
  char           *path;
  GMutex          mutex;
  GKeyFile       *counts;
  guint           n_unsaved;
};

BjtTileUsage *
bjt_tile_usage_new (const char *path)
{
  BjtTileUsage *self = g_new0 (BjtTileUsage, 1);

  g_atomic_ref_count_init (&self->references);
  self->path = path != NULL ? g_strdup (path) : g_build_filename (g_get_user_cache_dir (), "baijiatu", "tile-usage.ini", NULL);
  self->counts = g_key_file_new ();
  g_key_file_load_from_file (self->counts, self->path, G_KEY_FILE_NONE, NULL);
  g_mutex_init (&self->mutex);
  return self;
}

BjtTileUsage *
bjt_tile_usage_ref (BjtTileUsage *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
save (BjtTileUsage *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  self->n_unsaved = 0;
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (self->counts, self->path, NULL);
}

void
bjt_tile_usage_unref (BjtTileUsage *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  if (self->n_unsaved > 0)
    save (self);
  g_key_file_unref (self->counts);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/* Of the machine's clock: the service counts real days. */
static char *
dup_today (void)
{
  BjtDate today = bjt_time_get_local_date (g_get_real_time ());
  char    text[BJT_DATE_STRING_SIZE];

  bjt_date_format (today, text);
  return g_strdup (text);
}

void
bjt_tile_usage_add (BjtTileUsage *self,
                    const char   *source)
{
  g_autofree char *today = dup_today ();

  g_mutex_lock (&self->mutex);
  if (!g_key_file_has_group (self->counts, today))
    {
      g_key_file_unref (self->counts);
      self->counts = g_key_file_new ();
    }
  g_key_file_set_uint64 (self->counts, today, source, g_key_file_get_uint64 (self->counts, today, source, NULL) + 1);
  if (++self->n_unsaved >= SAVE_EVERY)
    save (self);
  g_mutex_unlock (&self->mutex);
}

guint
bjt_tile_usage_get (BjtTileUsage *self,
                    const char   *source)
{
  g_autofree char *today = dup_today ();
  guint64          n;

  g_mutex_lock (&self->mutex);
  n = g_key_file_get_uint64 (self->counts, today, source, NULL);
  g_mutex_unlock (&self->mutex);
  return (guint) MIN (n, G_MAXUINT);
}
