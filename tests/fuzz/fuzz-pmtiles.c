/* fuzz-pmtiles.c: any bytes are a PMTiles file, or are refused; and what stands
 * in its directory can be looked up. */
#include "bjt-fuzz-pack.h"
#include "tiles/bjt-pmtiles-directory.h"
#include "tiles/bjt-pmtiles-source.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
try_directory (const guint8 *data,
               gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (BjtPmtilesDirectory) directory = bjt_pmtiles_directory_new (bytes, NULL);

  for (guint i = 0; directory != NULL && i < bjt_pmtiles_directory_get_n_entries (directory); i++)
    {
      const BjtPmtilesEntry *entry = bjt_pmtiles_directory_get_entry (directory, i);

      g_assert (bjt_pmtiles_directory_find (directory, entry->tile_id) == entry);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  bjt_fuzz_try_pack (data, size, bjt_pmtiles_source_new);
  try_directory (data, size);
  return 0;
}
