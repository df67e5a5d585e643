/* bjt-key-index.c: 0 - 1 is G_MAXUINT32, which the models call no index. */
#include "bjt-key-index.h"

GHashTable *
bjt_key_index_new (GArray *rows)
{
  GHashTable *self = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  guint       size = g_array_get_element_size (rows);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (self, rows->data + (gsize) i * size, GUINT_TO_POINTER (i + 1));
  return self;
}

guint32
bjt_key_index_find (GHashTable   *self,
                    BjtStatement *row,
                    int           column)
{
  BjtUuid id;

  bjt_statement_get_uuid (row, column, &id);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self, &id)) - 1;
}
