/* bjt-tile-client.h: the one way to the network: a session on a thread of its
 * own, shared by all sources.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *url;           /* may hold a key: never told to anybody else */
  const char *etag;          /* conditional request; may be NULL */
  const char *last_modified; /* the same */
  gsize       max_bytes;     /* of the body, after decompression */
} BjtTileRequest;

typedef struct
{
  guint   status;
  GBytes *body;
  char   *content_type;  /* without parameters; may be NULL */
  char   *etag;          /* may be NULL */
  char   *last_modified; /* may be NULL */
  gint64  expires;       /* Unix seconds; 0: not said */
  gint64  retry_after;   /* seconds; -1: not said */
  gboolean no_store;
} BjtTileReply;

void bjt_tile_reply_free (BjtTileReply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileReply, bjt_tile_reply_free)

typedef struct _BjtTileClient BjtTileClient;

BjtTileClient *bjt_tile_client_new (guint timeout_s); /* 0: as a person would wait */
BjtTileClient *bjt_tile_client_ref (BjtTileClient *self);
void           bjt_tile_client_unref (BjtTileClient *self);

/* Runs the function on the client's thread, soon or after a while. */
void bjt_tile_client_invoke (BjtTileClient *self, guint delay_ms, GSourceFunc func, gpointer user_data, GDestroyNotify destroy);

/* On the client's thread only; the callback comes there too. A BJT_TILE_TROUBLE
 * when no whole answer came; any status is an answer. */
void          bjt_tile_client_send_async (BjtTileClient *self, const BjtTileRequest *request, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BjtTileReply *bjt_tile_client_send_finish (BjtTileClient *self, GAsyncResult *result, GError **error);

/* From any other thread: waits for the answer. */
BjtTileReply *bjt_tile_client_send (BjtTileClient *self, const BjtTileRequest *request, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileClient, bjt_tile_client_unref)

G_END_DECLS
