/* bjt-network-source.h: tiles of a service, one request each, kept on disk.
 */
#pragma once

#include "bjt-tile-disk.h"
#include "bjt-tile-client.h"
#include "bjt-tile-source.h"
#include "bjt-tile-usage.h"

G_BEGIN_DECLS

#define BJT_TYPE_NETWORK_SOURCE (bjt_network_source_get_type ())
G_DECLARE_FINAL_TYPE (BjtNetworkSource, bjt_network_source, BJT, NETWORK_SOURCE, BjtTileSource)

typedef struct
{
  const char  *url;      /* bjt-tile-template.h */
  BjtTileInfo  info;     /* copied */
  gboolean     is_dense; /* ask for @2x where the address has a place for it */
  const char  *quota;    /* the name under which its tiles are counted; NULL: they are not */
  guint        delay_ms; /* before the second try; 0: a second */
} BjtNetworkOptions;

BjtNetworkSource *bjt_network_source_new (const BjtNetworkOptions *options, BjtTileClient *client, BjtTileDisk *cache, BjtTileUsage *usage, GError **error);
void              bjt_network_source_set_key (BjtNetworkSource *self, const char *key); /* and begins anew */

G_END_DECLS
