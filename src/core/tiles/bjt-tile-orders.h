/* bjt-tile-orders.h: which tiles were asked of a service, in what order they are
 * sent, and how long to leave it alone after failures. For bjt-network-source.c.
 */
#pragma once

#include "bjt-tile-source.h"
#include "bjt-tile-trouble.h"

G_BEGIN_DECLS

typedef struct
{
  BjtTileAddress address;
  gint64         key;
  char          *server;
  GCancellable  *cancellable;
} BjtTileOrder;

void bjt_tile_order_clear (BjtTileOrder *self);

/* In ms from now; 0: never. */
typedef struct
{
  guint server_delay;
  guint tile_delay;
} BjtTilePause;

typedef struct _BjtTileOrders BjtTileOrders;

BjtTileOrders *bjt_tile_orders_new (guint delay_ms);
void           bjt_tile_orders_free (BjtTileOrders *self);
gint64         bjt_tile_orders_pack (const BjtTileAddress *address);

BjtTileState   bjt_tile_orders_place (BjtTileOrders *self, const BjtTileAddress *address, const char *server, BjtTileTrouble *trouble);
gboolean       bjt_tile_orders_is_waiting (BjtTileOrders *self);
gboolean       bjt_tile_orders_take (BjtTileOrders *self, BjtTileOrder *order);
void           bjt_tile_orders_drop (BjtTileOrders *self, GHashTable *wanted, GPtrArray *cancellables);

/* What became of one that was taken. */
void           bjt_tile_orders_end (BjtTileOrders *self, const BjtTileOrder *order, gboolean is_cancelled);
gboolean       bjt_tile_orders_note_success (BjtTileOrders *self, const BjtTileOrder *order); /* TRUE: after failures */
BjtTilePause   bjt_tile_orders_note_failure (BjtTileOrders *self, const BjtTileOrder *order, BjtTileTrouble trouble, gint64 retry_after_s);

void           bjt_tile_orders_stop (BjtTileOrders *self, BjtTileTrouble trouble); /* nothing more is sent */
void           bjt_tile_orders_restart (BjtTileOrders *self);                      /* failures are forgotten */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileOrders, bjt_tile_orders_free)

G_END_DECLS
