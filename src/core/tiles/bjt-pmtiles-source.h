/* bjt-pmtiles-source.h: a PMTiles file (version 3), pictures or vector tiles.
 */
#pragma once

#include "bjt-tile-compression.h"
#include "bjt-tile-source.h"

G_BEGIN_DECLS

/* What the header of the file says. */
typedef struct
{
  guint64            n_addressed; /* tiles, every place of a run counted; 0: not known */
  guint64            n_entries;
  guint64            n_contents; /* tiles that differ */
  gboolean           is_clustered;
  BjtTileCompression internal_compression;
  BjtTileCompression tile_compression;
  guint64            metadata_size; /* packed */
  guint64            tiles_size;
} BjtPmtilesHeader;

#define BJT_TYPE_PMTILES_SOURCE (bjt_pmtiles_source_get_type ())
G_DECLARE_FINAL_TYPE (BjtPmtilesSource, bjt_pmtiles_source, BJT, PMTILES_SOURCE, BjtTileSource)

gboolean                bjt_pmtiles_source_is_file (const guint8 *start, gsize size); /* by its first bytes */
BjtTileSource          *bjt_pmtiles_source_new (const char *path, GError **error);
const BjtPmtilesHeader *bjt_pmtiles_source_get_header (BjtPmtilesSource *self);

G_END_DECLS
