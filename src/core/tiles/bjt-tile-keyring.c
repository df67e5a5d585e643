/* bjt-tile-keyring.c: libsecret, and a table for this run, which is all there is
 * where no secret service runs. The table is wiped at the end. */
#include "bjt-tile-keyring.h"

#include <libsecret/secret.h>
#include <string.h>

#include "bjt-tile-trouble.h"

struct _BjtTileKeyring
{
  GObject parent_instance;

  GHashTable *keys; /* name → key */
};

G_DEFINE_FINAL_TYPE (BjtTileKeyring, bjt_tile_keyring, G_TYPE_OBJECT)

static const SecretSchema schema = {
  .name = "cn.baijiatu.Baijiatu.TileKey",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "source", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static void
wipe (gpointer key)
{
  explicit_bzero (key, strlen (key));
  g_free (key);
}

static void
bjt_tile_keyring_finalize (GObject *object)
{
  g_hash_table_unref (BJT_TILE_KEYRING (object)->keys);
  G_OBJECT_CLASS (bjt_tile_keyring_parent_class)->finalize (object);
}

static void
bjt_tile_keyring_class_init (BjtTileKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_tile_keyring_finalize;
}

static void
bjt_tile_keyring_init (BjtTileKeyring *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe);
}

BjtTileKeyring *
bjt_tile_keyring_new (void)
{
  return g_object_new (BJT_TYPE_TILE_KEYRING, NULL);
}

/* What the library says may hold anything: it is not handed on. */
static void
end_storing (GTask   *task,
             gboolean is_done,
             GError  *error)
{
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_error (task, bjt_tile_trouble_new (BJT_TILE_TROUBLE_NO_KEYRING));
  g_clear_error (&error);
  g_object_unref (task);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      task)
{
  GError  *error = NULL;
  gboolean is_done = secret_password_store_finish (result, &error);

  end_storing (task, is_done, error);
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      task)
{
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  end_storing (task, error == NULL, error);
}

void
bjt_tile_keyring_store_async (BjtTileKeyring     *self,
                              const char         *name,
                              const char         *key,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bjt_tile_keyring_store_async);
  if (key == NULL || *key == '\0')
    {
      g_hash_table_remove (self->keys, name);
      secret_password_clear (&schema, cancellable, cleared_cb, task, "source", name, NULL);
      return;
    }
  g_hash_table_insert (self->keys, g_strdup (name), g_strdup (key));
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, name, key, cancellable, stored_cb, task, "source", name, NULL);
}

gboolean
bjt_tile_keyring_store_finish (BjtTileKeyring *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  BjtTileKeyring *self = g_task_get_source_object (task);
  const char     *name = g_task_get_task_data (task);
  char           *key = secret_password_lookup_finish (result, NULL);

  /* One that was entered meanwhile is newer. */
  if (key != NULL && !g_hash_table_contains (self->keys, name))
    g_hash_table_insert (self->keys, g_strdup (name), g_strdup (key));
  secret_password_free (key);
  g_task_return_boolean (task, TRUE);
}

void
bjt_tile_keyring_load_async (BjtTileKeyring     *self,
                             const char         *name,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bjt_tile_keyring_load_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  if (!g_hash_table_contains (self->keys, name))
    {
      secret_password_lookup (&schema, cancellable, loaded_cb, task, "source", name, NULL);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

const char *
bjt_tile_keyring_load_finish (BjtTileKeyring *self,
                              GAsyncResult   *result)
{
  g_autofree char *name = g_strdup (g_task_get_task_data (G_TASK (result)));

  g_task_propagate_boolean (G_TASK (result), NULL);
  return bjt_tile_keyring_get (self, name);
}

const char *
bjt_tile_keyring_get (BjtTileKeyring *self,
                      const char     *name)
{
  return g_hash_table_lookup (self->keys, name);
}
