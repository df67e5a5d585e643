/* bjt-walk-network.h: where feet can go: nodes and links with their metres, gates
 * that may be shut, and how far it is from one place to all others.
 *
 * Immutable once made: any number of threads may search it at once.
 */
#pragma once

#include "bjt-walk-map.h"

G_BEGIN_DECLS

typedef struct _BjtWalkNetwork BjtWalkNetwork;

#define BJT_WALK_NOWHERE G_MAXUINT32

/* A place beside the network: the nearest point of a link. */
typedef struct
{
  guint32 link;       /* BJT_WALK_NOWHERE: no way is near */
  float   to_link;    /* metres */
  float   from_start; /* metres along the link, slowness included */
  float   to_end;
  BjtPoint at;        /* on the link */
} BjtWalkAnchor;

BjtWalkNetwork *bjt_walk_network_new (const BjtWalkMap *map); /* NULL: no ways */
BjtWalkNetwork *bjt_walk_network_ref (BjtWalkNetwork *self);
void            bjt_walk_network_unref (BjtWalkNetwork *self);
guint           bjt_walk_network_get_n_nodes (const BjtWalkNetwork *self);
guint           bjt_walk_network_get_n_links (const BjtWalkNetwork *self);
BjtPoint        bjt_walk_network_get_node (const BjtWalkNetwork *self, guint32 node);
void            bjt_walk_network_get_link (const BjtWalkNetwork *self, guint32 link, guint32 *from, guint32 *to, double *metres);
guint           bjt_walk_network_get_n_gates (const BjtWalkNetwork *self);
gboolean        bjt_walk_network_has_gate (const BjtWalkNetwork *self, guint gate); /* whether a way leads through it */
gboolean        bjt_walk_network_is_joined (const BjtWalkNetwork *self, const BjtWalkAnchor *a, const BjtWalkAnchor *b); /* with all gates open */
void            bjt_walk_network_anchor (const BjtWalkNetwork *self, BjtPoint place, BjtWalkAnchor *anchor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWalkNetwork, bjt_walk_network_unref)

/* One search after the other; belongs to one thread. */
typedef struct _BjtWalkSearch BjtWalkSearch;

BjtWalkSearch *bjt_walk_search_new (const BjtWalkNetwork *network, const gboolean *shut_gates); /* by gate; NULL: all are open */
void           bjt_walk_search_free (BjtWalkSearch *self);
void           bjt_walk_search_run (BjtWalkSearch *self, const BjtWalkAnchor *from, const BjtWalkAnchor *targets, guint n_targets); /* n_targets 0: everywhere */
double         bjt_walk_search_get_metres (const BjtWalkSearch *self, const BjtWalkAnchor *to); /* INFINITY: no way leads there */
double         bjt_walk_search_get_node_metres (const BjtWalkSearch *self, guint32 node);
GArray        *bjt_walk_search_dup_path (const BjtWalkSearch *self, const BjtWalkAnchor *to); /* BjtPoint, from the place searched from; NULL: none */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWalkSearch, bjt_walk_search_free)

G_END_DECLS
