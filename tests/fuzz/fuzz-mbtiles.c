/* fuzz-mbtiles.c: texts are the metadata of a pack, or are ignored; any other
 * bytes are an MBTiles file, or are refused. */
#include "bjt-fuzz-pack.h"
#include "store/bjt-mbtiles-source.h"
#include "tiles/bjt-tile-metadata.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A line is a key, a tab and a value. */
static void
try_metadata (const guint8 *data,
              gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 100);
  BjtTileInfo info;

  bjt_tile_metadata_init (&info);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], '\t');

      if (value == NULL)
        continue;
      *value++ = '\0';
      if (strcmp (lines[i], "json") == 0)
        bjt_tile_metadata_set_json (&info, value, strlen (value));
      else
        bjt_tile_metadata_set (&info, lines[i], value);
    }
  g_assert (info.name == NULL || (*info.name != '\0' && g_utf8_validate (info.name, -1, NULL)));
  g_assert (info.attribution == NULL || (*info.attribution != '\0' && g_utf8_validate (info.attribution, -1, NULL)));
  g_assert (bjt_box_is_empty (&info.bounds) || (info.bounds.x1 >= -180 && info.bounds.y2 <= 90));
  for (guint i = 0; info.layers != NULL && info.layers[i] != NULL; i++)
    g_assert (g_utf8_validate (info.layers[i], -1, NULL));
  bjt_tile_info_clear (&info);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  if (bjt_mbtiles_source_is_file (data, size))
    bjt_fuzz_try_pack (data, size, bjt_mbtiles_source_new);
  else
    try_metadata (data, size);
  return 0;
}
