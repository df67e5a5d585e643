/* bjt-attachment-store.c: one row a content; saving the same twice keeps one.
 * What is read is checked against its name, so that damage is told, not shown. */
#include "bjt-attachment-store.h"

#include "bjt-statement.h"

static gboolean
check_size (GBytes  *content,
            GError **error)
{
  gsize size = g_bytes_get_size (content);

  if (size > 0 && size <= BJT_ATTACHMENT_MAX_SIZE)
    return TRUE;
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED, size == 0 ? "the attached file is empty"
                                                                         : "the attached file is larger than 256 MB; attach a smaller one");
  return FALSE;
}

char *
bjt_store_save_content (BjtStore *self,
                        GBytes   *content,
                        GError  **error)
{
  static const char sql[] = "INSERT OR IGNORE INTO attachment_content (sha256, content) VALUES (:sha256, :content)";
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (BjtStatement) statement = NULL;

  if (!check_size (content, error))
    return NULL;
  statement = bjt_statement_new (self, sql, "save the attached file", error);
  if (statement == NULL)
    return NULL;
  bjt_statement_bind_text (statement, ":sha256", sha256);
  bjt_statement_bind_bytes (statement, ":content", content);
  return bjt_statement_run (statement, error) ? g_steal_pointer (&sha256) : NULL;
}

GBytes *
bjt_store_load_content (BjtStore   *self,
                        const char *sha256,
                        GError    **error)
{
  static const char sql[] = "SELECT content FROM attachment_content WHERE sha256 = :sha256";
  g_autoptr (BjtStatement) statement = bjt_statement_new (self, sql, "read the attached file", error);
  g_autoptr (GBytes) content = NULL;
  g_autofree char   *found = NULL;

  if (statement == NULL)
    return NULL;
  bjt_statement_bind_text (statement, ":sha256", sha256);
  if (!bjt_statement_step (statement, error))
    {
      if (error == NULL || *error == NULL)
        g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NOT_FOUND, "the attached file %.8s… is not in the community's file", sha256);
      return NULL;
    }
  content = bjt_statement_dup_bytes (statement, 0);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_strcmp0 (found, sha256) == 0)
    return g_steal_pointer (&content);
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED, "the attached file %.8s… is damaged; attach it again", sha256);
  return NULL;
}
