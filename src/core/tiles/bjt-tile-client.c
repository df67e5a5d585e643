/* bjt-tile-client.c: a SoupSession, its main context and its thread.
 *
 * At most MAX_CONNECTIONS at once, MAX_PER_SERVER to one server. A request ends
 * when the whole answer is there, when it is larger than allowed, or after
 * the time given, however slowly the bytes drip. Redirects are followed by hand:
 * a few, never from https to http. No cookies, no passwords, no cache here. */
#include "bjt-tile-client.h"

#include <libsoup/soup.h>

#include "bjt-tile-trouble.h"

#define MAX_CONNECTIONS 6
#define MAX_PER_SERVER 4
#define MAX_REDIRECTS 5
#define TIMEOUT_S 20
#define CHUNK 65536

struct _BjtTileClient
{
  gatomicrefcount references;
  guint           timeout_s;
  GMainContext   *context;
  GMainLoop      *loop;
  SoupSession    *session;
  GThread        *thread;
};

/* The data of a task. */
typedef struct
{
  BjtTileClient *client;  /* borrowed: the loop outlives its tasks */
  GUri          *uri;
  char          *etag;
  char          *last_modified;
  gsize          max_bytes;
  SoupMessage   *message;
  GInputStream  *stream;
  GByteArray    *body;
  GCancellable  *cancellable; /* ours: the caller's and the timer's */
  GCancellable  *outer;
  gulong         outer_id;
  GSource       *timer;
  gboolean       is_late;
  guint          n_redirects;
} Sending;

static void send_message (GTask *task);

void
bjt_tile_reply_free (BjtTileReply *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/* The thread */

static gpointer
client_worker (gpointer data)
{
  BjtTileClient *self = data;

  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options ("user-agent", "Baijiatu/" BJT_VERSION, "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_PER_SERVER, "timeout", self->timeout_s,
                                                 "idle-timeout", 30, NULL);
  g_main_loop_run (self->loop);
  soup_session_abort (self->session);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_object (&self->session);
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self);
  return NULL;
}

BjtTileClient *
bjt_tile_client_new (guint timeout_s)
{
  BjtTileClient *self = g_new0 (BjtTileClient, 1);

  g_atomic_ref_count_init (&self->references);
  self->timeout_s = timeout_s > 0 ? timeout_s : TIMEOUT_S;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("tile-client", client_worker, self);
  return self;
}

BjtTileClient *
bjt_tile_client_ref (BjtTileClient *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* The thread takes the rest away: the last reference may be dropped on it. */
void
bjt_tile_client_unref (BjtTileClient *self)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GSource) source = NULL;
  GThread *thread;

  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  thread = self->thread;
  context = g_main_context_ref (self->context);
  source = g_idle_source_new ();
  g_source_set_callback (source, quit_cb, self->loop, NULL);
  g_source_attach (source, context);
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
}

void
bjt_tile_client_invoke (BjtTileClient *self,
                        guint          delay_ms,
                        GSourceFunc    func,
                        gpointer       user_data,
                        GDestroyNotify destroy)
{
  g_autoptr (GSource) source = delay_ms > 0 ? g_timeout_source_new (delay_ms) : g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, user_data, destroy);
  g_source_attach (source, self->context);
}

/* One request */

static void
sending_free (gpointer data)
{
  Sending *self = data;

  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

static BjtTileTrouble
find_trouble (const Sending *self,
              const GError  *error)
{
  if (self->is_late || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return BJT_TILE_TROUBLE_SLOW;
  if (error->domain == G_TLS_ERROR)
    return BJT_TILE_TROUBLE_CERTIFICATE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return BJT_TILE_TROUBLE_NOT_A_TILE;
  return BJT_TILE_TROUBLE_UNREACHABLE;
}

/* The errors of the libraries may tell the address: ours never do. */
static void
fail (GTask  *task,
      GError *error)
{
  Sending *self = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !self->is_late)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The request was given up");
  else
    g_task_return_error (task, bjt_tile_trouble_new (find_trouble (self, error)));
  g_error_free (error);
  g_object_unref (task);
}

static void
fail_with (GTask         *task,
           BjtTileTrouble trouble)
{
  g_task_return_error (task, bjt_tile_trouble_new (trouble));
  g_object_unref (task);
}

static gint64
parse_date (const char *text)
{
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

static gint64
now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
read_freshness (BjtTileReply       *reply,
                SoupMessageHeaders *headers)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control");
  g_autoptr (GHashTable) words = control != NULL ? soup_header_parse_param_list (control) : NULL;
  const char *age = words != NULL ? g_hash_table_lookup (words, "max-age") : NULL;

  reply->no_store = words != NULL && g_hash_table_contains (words, "no-store");
  if (words != NULL && g_hash_table_contains (words, "no-cache"))
    reply->expires = now_s ();
  else if (age != NULL)
    reply->expires = now_s () + CLAMP (g_ascii_strtoll (age, NULL, 10), 0, (gint64) 365 * 86400);
  else
    reply->expires = parse_date (soup_message_headers_get_one (headers, "Expires"));
  g_clear_pointer (&words, soup_header_free_param_list);
}

static gint64
read_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  gint64      moment = 0, wait = -1;

  if (text == NULL)
    return -1;
  if (g_ascii_isdigit (*text))
    wait = g_ascii_strtoll (text, NULL, 10);
  else if ((moment = parse_date (text)) > 0)
    wait = MAX (moment - now_s (), 0);
  return wait;
}

static void
answer (GTask *task)
{
  Sending            *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  BjtTileReply       *reply = g_new0 (BjtTileReply, 1);

  reply->status = soup_message_get_status (self->message);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  reply->last_modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  read_freshness (reply, headers);
  reply->retry_after = read_retry_after (headers);
  g_task_return_pointer (task, reply, (GDestroyNotify) bjt_tile_reply_free);
  g_object_unref (task);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask   *task = user_data;
  Sending *self = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  gsize size;

  if (bytes == NULL)
    {
      fail (task, error);
      return;
    }
  size = g_bytes_get_size (bytes);
  if (size == 0)
    {
      answer (task);
      return;
    }
  if (self->body->len + size > self->max_bytes)
    {
      g_cancellable_cancel (self->cancellable);
      fail_with (task, BJT_TILE_TROUBLE_TOO_LARGE);
      return;
    }
  g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), (guint) size);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable, read_cb, task);
}

static void
follow_redirect (GTask *task)
{
  Sending    *self = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  GUri       *uri = location != NULL ? g_uri_parse_relative (self->uri, location, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  gboolean    was_safe = g_strcmp0 (g_uri_get_scheme (self->uri), "https") == 0;
  gboolean    is_safe = uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;
  gboolean    is_http = uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), "http") == 0;

  if (++self->n_redirects > MAX_REDIRECTS || !(is_safe || (is_http && !was_safe)))
    {
      g_clear_pointer (&uri, g_uri_unref);
      fail_with (task, BJT_TILE_TROUBLE_REDIRECT);
      return;
    }
  g_uri_unref (self->uri);
  self->uri = uri;
  g_clear_object (&self->stream);
  send_message (task);
}

static void
send_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask   *task = user_data;
  Sending *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (self->stream == NULL)
    fail (task, error);
  else if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (self->message))
           && soup_message_get_status (self->message) != SOUP_STATUS_NOT_MODIFIED)
    follow_redirect (task);
  else
    g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable, read_cb, task);
}

static void
send_message (GTask *task)
{
  Sending            *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (self->message);
  if (self->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->etag);
  if (self->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", self->last_modified);
  soup_session_send_async (self->client->session, self->message, G_PRIORITY_DEFAULT, self->cancellable, send_cb, task);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* From any thread; the session is told on its own. */
static void
outer_cancelled_cb (GCancellable *outer,
                    Sending      *self)
{
  bjt_tile_client_invoke (self->client, 0, cancel_cb, g_object_ref (self->cancellable), g_object_unref);
}

static gboolean
late_cb (gpointer data)
{
  Sending *self = data;

  self->is_late = TRUE;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static Sending *
sending_new (BjtTileClient        *client,
             const BjtTileRequest *request,
             GCancellable         *cancellable)
{
  Sending *self = g_new0 (Sending, 1);

  self->client = client;
  self->uri = g_uri_parse (request->url, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  self->etag = g_strdup (request->etag);
  self->last_modified = g_strdup (request->last_modified);
  self->max_bytes = request->max_bytes;
  self->body = g_byte_array_new ();
  self->cancellable = g_cancellable_new ();
  self->outer = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  if (cancellable != NULL)
    self->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb), self, NULL);
  self->timer = g_timeout_source_new (client->timeout_s * 1000);
  g_source_set_callback (self->timer, late_cb, self, NULL);
  g_source_attach (self->timer, client->context);
  return self;
}

void
bjt_tile_client_send_async (BjtTileClient        *self,
                            const BjtTileRequest *request,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  GTask   *task = g_task_new (NULL, NULL, callback, user_data);
  Sending *sending = sending_new (self, request, cancellable);

  g_task_set_source_tag (task, bjt_tile_client_send_async);
  g_task_set_task_data (task, sending, sending_free);
  if (sending->uri == NULL || g_uri_get_host (sending->uri) == NULL || *g_uri_get_host (sending->uri) == '\0'
      || (g_strcmp0 (g_uri_get_scheme (sending->uri), "https") != 0 && g_strcmp0 (g_uri_get_scheme (sending->uri), "http") != 0))
    fail_with (task, BJT_TILE_TROUBLE_ADDRESS);
  else
    send_message (task);
}

BjtTileReply *
bjt_tile_client_send_finish (BjtTileClient *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Waiting for it */

typedef struct
{
  BjtTileClient        *client;
  const BjtTileRequest *request;
  GCancellable         *cancellable;
  GMutex                mutex;
  GCond                 cond;
  gboolean              is_done;
  BjtTileReply         *reply;
  GError               *error;
} Waiting;

static void
waited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiting *self = user_data;

  g_mutex_lock (&self->mutex);
  self->reply = bjt_tile_client_send_finish (self->client, result, &self->error);
  self->is_done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gboolean
begin_waited (gpointer data)
{
  Waiting *self = data;

  bjt_tile_client_send_async (self->client, self->request, self->cancellable, waited_cb, self);
  return G_SOURCE_REMOVE;
}

BjtTileReply *
bjt_tile_client_send (BjtTileClient        *self,
                      const BjtTileRequest *request,
                      GCancellable         *cancellable,
                      GError              **error)
{
  Waiting waiting = { .client = self, .request = request, .cancellable = cancellable };

  g_return_val_if_fail (self->thread != g_thread_self (), NULL);
  g_mutex_init (&waiting.mutex);
  g_cond_init (&waiting.cond);
  bjt_tile_client_invoke (self, 0, begin_waited, &waiting, NULL);
  g_mutex_lock (&waiting.mutex);
  while (!waiting.is_done)
    g_cond_wait (&waiting.cond, &waiting.mutex);
  g_mutex_unlock (&waiting.mutex);
  g_mutex_clear (&waiting.mutex);
  g_cond_clear (&waiting.cond);
  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.reply;
}
