/* bjt-pmtiles-directory.h: one directory of a PMTiles file: where tiles stand,
 * in the order of a Hilbert curve. Immutable and shared between threads.
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 tile_id;
  guint64 offset; /* from the start of the tiles, or of the leaf directories */
  guint32 length;
  guint32 run_length; /* tiles from tile_id on that are this one; 0: a leaf directory */
} BjtPmtilesEntry;

typedef struct _BjtPmtilesDirectory BjtPmtilesDirectory;

guint64 bjt_pmtiles_get_tile_id (const BjtTileAddress *address); /* zoom ≤ 26 */

BjtPmtilesDirectory   *bjt_pmtiles_directory_new (GBytes *plain, GError **error); /* unpacked bytes */
BjtPmtilesDirectory   *bjt_pmtiles_directory_ref (BjtPmtilesDirectory *self);
void                   bjt_pmtiles_directory_unref (BjtPmtilesDirectory *self);
guint                  bjt_pmtiles_directory_get_n_entries (const BjtPmtilesDirectory *self);
const BjtPmtilesEntry *bjt_pmtiles_directory_get_entry (const BjtPmtilesDirectory *self, guint i);
const BjtPmtilesEntry *bjt_pmtiles_directory_find (const BjtPmtilesDirectory *self, guint64 tile_id); /* the tile, or the leaf that may know it; NULL: no tile */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPmtilesDirectory, bjt_pmtiles_directory_unref)

G_END_DECLS
