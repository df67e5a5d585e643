/* bjt-way-loader.c: one query. Shapes that are damaged are left out. The stamp is
 * made of the numbers of actions, which are never given twice. */
#include "bjt-way-loader.h"

#include "bjt-statement.h"

GPtrArray *
bjt_way_loader_load (BjtStore *store,
                     GError  **error)
{
  static const char sql[] =
    "SELECT id, kind, subkind, name, opening_hours, source_ref, ST_AsBinary (shape) FROM map_feature"
    " WHERE deleted_action IS NULL AND kind IN (:road, :footway, :gate, :barrier) ORDER BY kind, id";
  g_autoptr (GPtrArray) features = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_map_feature_free);
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the ways of the map", error);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return NULL;
  bjt_statement_bind_int (statement, ":road", BJT_FEATURE_ROAD);
  bjt_statement_bind_int (statement, ":footway", BJT_FEATURE_FOOTWAY);
  bjt_statement_bind_int (statement, ":gate", BJT_FEATURE_GATE);
  bjt_statement_bind_int (statement, ":barrier", BJT_FEATURE_BARRIER);
  while (bjt_statement_step (statement, &problem))
    {
      g_autoptr (BjtMapFeature) feature = bjt_map_feature_new ();

      bjt_statement_get_uuid (statement, 0, &feature->id);
      feature->kind = (int) bjt_statement_get_int (statement, 1);
      feature->subkind = g_strdup (bjt_statement_get_text (statement, 2));
      feature->name = g_strdup (bjt_statement_get_text (statement, 3));
      feature->opening_hours = g_strdup (bjt_statement_get_text (statement, 4));
      feature->source_ref = g_strdup (bjt_statement_get_text (statement, 5));
      feature->shape = bjt_statement_dup_shape (statement, 6);
      if (feature->shape != NULL)
        g_ptr_array_add (features, g_steal_pointer (&feature));
    }
  if (problem == NULL)
    return g_steal_pointer (&features);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

char *
bjt_way_loader_dup_stamp (BjtStore *store,
                          GError  **error)
{
  static const char sql[] =
    "SELECT count (*), coalesce (max (updated_action), 0), coalesce (sum (updated_action), 0), count (deleted_action) FROM map_feature";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "look for changes of the map", error);

  if (statement == NULL || !bjt_statement_step (statement, error))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          bjt_statement_get_int (statement, 0), bjt_statement_get_int (statement, 1),
                          bjt_statement_get_int (statement, 2), bjt_statement_get_int (statement, 3));
}
