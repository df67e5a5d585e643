/* bjt-osm-rings.c: the members of a multipolygon come in any order and direction.
 *
 * Each path is used once: starting from a path that is left, the next one is any
 * unused path that begins or ends where the ring ends so far. Ends are looked up
 * in a table, so the cost is that of the nodes. */
#include "bjt-osm-rings.h"

typedef struct
{
  const BjtOsmPath *paths;
  guint             n_paths;
  GHashTable       *ends; /* node → GArray of path indexes */
  gboolean         *used;
} Joiner;

static void
add_end (Joiner *self,
         gint64  node,
         guint   path)
{
  GArray *list = g_hash_table_lookup (self->ends, &node);

  if (list == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = node;
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->ends, key, list);
    }
  g_array_append_val (list, path);
}

static gboolean
take_next (Joiner *self,
           gint64  node,
           guint  *path)
{
  GArray *list = g_hash_table_lookup (self->ends, &node);

  while (list != NULL && list->len > 0)
    {
      *path = g_array_index (list, guint, list->len - 1);
      g_array_set_size (list, list->len - 1);
      if (!self->used[*path])
        return TRUE;
    }
  return FALSE;
}

static void
append_path (GArray           *ring,
             const BjtOsmPath *path)
{
  gint64 last = ring->len > 0 ? g_array_index (ring, gint64, ring->len - 1) : 0;

  if (ring->len == 0)
    g_array_append_vals (ring, path->nodes, path->n_nodes);
  else if (path->nodes[0] == last)
    g_array_append_vals (ring, path->nodes + 1, path->n_nodes - 1);
  else
    for (guint i = path->n_nodes - 1; i > 0; i--)
      g_array_append_val (ring, path->nodes[i - 1]);
}

static GArray *
join_from (Joiner *self,
           guint   path)
{
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (;;)
    {
      self->used[path] = TRUE;
      append_path (ring, &self->paths[path]);
      if (g_array_index (ring, gint64, 0) == g_array_index (ring, gint64, ring->len - 1))
        return ring;
      if (!take_next (self, g_array_index (ring, gint64, ring->len - 1), &path))
        return ring;
    }
}

/**
 * bjt_osm_rings_join:
 * @n_open: (out): how many chains did not close and are left out
 *
 * Returns: (transfer full) (element-type GArray): rings of node ids, the first
 *   one not repeated at the end
 */
GPtrArray *
bjt_osm_rings_join (const BjtOsmPath *paths,
                    guint             n_paths,
                    guint            *n_open)
{
  GPtrArray *rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Joiner     self = { paths, n_paths, NULL, g_new0 (gboolean, n_paths + 1) };

  *n_open = 0;
  self.ends = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_paths; i++)
    {
      self.used[i] = paths[i].n_nodes < 2;
      if (self.used[i])
        continue;
      add_end (&self, paths[i].nodes[0], i);
      add_end (&self, paths[i].nodes[paths[i].n_nodes - 1], i);
    }
  for (guint i = 0; i < n_paths; i++)
    {
      GArray *ring;

      if (self.used[i])
        continue;
      ring = join_from (&self, i);
      if (ring->len >= 4 && g_array_index (ring, gint64, 0) == g_array_index (ring, gint64, ring->len - 1))
        {
          g_array_set_size (ring, ring->len - 1);
          g_ptr_array_add (rings, ring);
          continue;
        }
      (*n_open)++;
      g_array_unref (ring);
    }
  g_hash_table_unref (self.ends);
  g_free (self.used);
  return rings;
}
