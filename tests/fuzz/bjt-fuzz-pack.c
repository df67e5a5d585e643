/* bjt-fuzz-pack.c: the file stands in memory. */
#include "bjt-fuzz-pack.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void
try_tile (BjtTileSource        *source,
          const BjtTileAddress *address)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BjtTileState state = bjt_tile_source_read (source, address, &bytes, &error);

  g_assert ((state == BJT_TILE_READY) == (bytes != NULL));
  g_assert ((state == BJT_TILE_FAILED) == (error != NULL));
  g_assert (error == NULL || strchr (error->message, '\n') == NULL);
}

static void
try_source (BjtTileSource *source)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (source);

  g_assert (g_utf8_validate (info->name, -1, NULL) && info->format != NULL && info->min_zoom <= info->max_zoom && info->tile_size > 0);
  g_assert (info->attribution == NULL || g_utf8_validate (info->attribution, -1, NULL));
  for (guint zoom = 0; zoom <= 30; zoom++)
    for (guint i = 0; i < 3; i++)
      {
        guint side = 1u << zoom;

        try_tile (source, &(BjtTileAddress) { zoom, i * (side - 1) / 2, (2 - i) * (side - 1) / 2 });
      }
}

void
bjt_fuzz_try_pack (const guint8 *data,
                   gsize         size,
                   BjtFuzzOpen   open)
{
  int              file = memfd_create ("pack", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileSource) source = NULL;

  g_assert (file >= 0 && write (file, data, size) == (gssize) size);
  source = open (path, &error);
  g_assert ((source == NULL) == (error != NULL));
  g_assert (error == NULL || strchr (error->message, '\n') == NULL);
  if (source != NULL)
    try_source (source);
  close (file);
}
