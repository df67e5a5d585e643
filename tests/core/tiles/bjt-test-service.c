/* bjt-test-service.c: the picture is one pixel of a size that tiles never have:
 * what counts is that it decodes. */
#include "bjt-test-service.h"

#include <string.h>

/* 1 × 1, grey. */
static const guint8 picture[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00,
  0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x68, 0x00,
  0x00, 0x00, 0x82, 0x00, 0x81, 0xda, 0x45, 0x08, 0x3b, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

struct _BjtTestService
{
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  SoupServer   *server;
  guint         port;

  GMutex        mutex; /* of what follows */
  GCond         cond;
  gboolean      is_up;
  BjtTestAnswer answer;
  guint         status;
  char         *header, *value;
  char         *text;
  guint         n_requests;
  guint         n_conditional;
  char         *last;
  char         *agent;
};

static void
set_body (SoupServerMessage *message,
          const char        *type,
          gconstpointer      data,
          gsize              size)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, data, size);
}

static void
cut_off_cb (SoupServerMessage *message,
            gpointer           data)
{
  g_socket_shutdown (soup_server_message_get_socket (message), TRUE, TRUE, NULL);
}

static void
send_huge (SoupServerMessage *message)
{
  g_autofree char *data = g_malloc0 (5 << 20);

  memcpy (data, picture, sizeof picture);
  set_body (message, "image/png", data, 5 << 20);
}

static void
send_picture (BjtTestService    *self,
              SoupServerMessage *message)
{
  const char *tag = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match");

  if (self->header != NULL && strcmp (self->header, "ETag") == 0 && g_strcmp0 (tag, self->value) == 0)
    {
      soup_server_message_set_status (message, 304, NULL);
      self->n_conditional++;
    }
  else
    set_body (message, "image/png", picture, sizeof picture);
}

static void
send_answer (BjtTestService    *self,
             SoupServerMessage *message,
             const char        *path)
{
  static const char page[] = "<html><body>Please log in</body></html>";
  gboolean          is_moved = g_str_has_prefix (path, "/moved");

  switch (is_moved && self->answer == BJT_TEST_REDIRECT ? BJT_TEST_PICTURE : self->answer)
    {
    case BJT_TEST_PICTURE:
      send_picture (self, message);
      break;
    case BJT_TEST_STATUS:
      soup_server_message_set_status (message, self->status, NULL);
      break;
    case BJT_TEST_WEB_PAGE:
      set_body (message, "text/html", page, strlen (page));
      break;
    case BJT_TEST_TRUNCATED:
      set_body (message, "image/png", picture, sizeof picture - 25);
      break;
    case BJT_TEST_CUT_OFF:
      set_body (message, "image/png", picture, sizeof picture);
      g_signal_connect (message, "wrote-headers", G_CALLBACK (cut_off_cb), NULL);
      break;
    case BJT_TEST_HUGE:
      send_huge (message);
      break;
    case BJT_TEST_EMPTY:
      set_body (message, "image/png", "", 0);
      break;
    case BJT_TEST_NEVER:
      soup_server_message_pause (message);
      break;
    case BJT_TEST_LOOP:
      soup_server_message_set_redirect (message, 302, path);
      break;
    case BJT_TEST_REDIRECT:
      soup_server_message_set_redirect (message, 302, "/moved");
      break;
    case BJT_TEST_VECTOR:
      set_body (message, "application/octet-stream", "\x1a\x02\x78\x02", 4);
      break;
    case BJT_TEST_TEXT:
      set_body (message, "text/xml", self->text, strlen (self->text));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  BjtTestService *self = user_data;
  const char     *agent = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "User-Agent");

  g_mutex_lock (&self->mutex);
  self->n_requests++;
  g_free (self->last);
  self->last = g_uri_to_string (soup_server_message_get_uri (message));
  g_free (self->agent);
  self->agent = g_strdup (agent);
  send_answer (self, message, path);
  if (self->header != NULL)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), self->header, self->value);
  g_mutex_unlock (&self->mutex);
}

static gpointer
service_worker (gpointer data)
{
  BjtTestService *self = data;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new ("server-header", "test", NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  g_mutex_lock (&self->mutex);
  self->port = (guint) g_uri_get_port (uris->data);
  self->is_up = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (self->loop);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

BjtTestService *
bjt_test_service_new (void)
{
  BjtTestService *self = g_new0 (BjtTestService, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("service", service_worker, self);
  g_mutex_lock (&self->mutex);
  while (!self->is_up)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
bjt_test_service_free (BjtTestService *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->header);
  g_free (self->value);
  g_free (self->text);
  g_free (self->last);
  g_free (self->agent);
  g_free (self);
}

char *
bjt_test_service_dup_url (BjtTestService *self,
                          const char     *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

void
bjt_test_service_set_answer (BjtTestService *self,
                             BjtTestAnswer   answer,
                             guint           status)
{
  g_mutex_lock (&self->mutex);
  self->answer = answer;
  self->status = status;
  g_mutex_unlock (&self->mutex);
}

void
bjt_test_service_set_header (BjtTestService *self,
                             const char     *name,
                             const char     *value)
{
  g_mutex_lock (&self->mutex);
  g_free (self->header);
  self->header = g_strdup (name);
  g_free (self->value);
  self->value = g_strdup (value);
  g_mutex_unlock (&self->mutex);
}

void
bjt_test_service_set_text (BjtTestService *self,
                           const char     *text)
{
  bjt_test_service_set_answer (self, BJT_TEST_TEXT, 200);
  g_mutex_lock (&self->mutex);
  g_free (self->text);
  self->text = g_strdup (text);
  g_mutex_unlock (&self->mutex);
}

guint
bjt_test_service_count (BjtTestService *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_requests;
  g_mutex_unlock (&self->mutex);
  return n;
}

guint
bjt_test_service_count_conditional (BjtTestService *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_conditional;
  g_mutex_unlock (&self->mutex);
  return n;
}

char *
bjt_test_service_dup_last (BjtTestService *self)
{
  char *last;

  g_mutex_lock (&self->mutex);
  last = g_strdup (self->last);
  g_mutex_unlock (&self->mutex);
  return last;
}

char *
bjt_test_service_dup_agent (BjtTestService *self)
{
  char *agent;

  g_mutex_lock (&self->mutex);
  agent = g_strdup (self->agent);
  g_mutex_unlock (&self->mutex);
  return agent;
}
