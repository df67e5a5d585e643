/* bjt-door-clusters.c: buildings as weighted points of a cluster index. Summing
 * costs the buildings of the cluster. */
#include "bjt-door-clusters.h"

#include <math.h>

struct _BjtDoorClusters
{
  /* Borrowed */
  const BjtPicture *picture;
  const BjtTally   *tallies; /* of the buildings */

  /* Owned */
  BjtClusterIndex *index;
  GArray          *buildings; /* guint32, by point */
};

/**
 * bjt_door_clusters_get_spot:
 *
 * Returns: Mercator; the middle of the places of its doors
 */
BjtPoint
bjt_door_clusters_get_spot (const BjtPicture *picture,
                            guint32           building)
{
  const BjtRun doors = bjt_picture_get_building (picture, building)->doors;
  BjtPoint     sum = { 0, 0 };
  guint        n = 0;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (isnan (door->place.x))
        continue;
      sum.x += door->place.x;
      sum.y += door->place.y;
      n++;
    }
  return n > 0 ? (BjtPoint) { sum.x / n, sum.y / n } : (BjtPoint) { (double) NAN, (double) NAN };
}

BjtDoorClusters *
bjt_door_clusters_new (const BjtPicture *picture,
                       const BjtTally   *tallies)
{
  static const BjtClusterOptions options = { 8, BJT_CLUSTER_MAX_ZOOM - 1, 52, 256, 2 };
  BjtDoorClusters *self = g_new0 (BjtDoorClusters, 1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->picture = picture;
  self->tallies = tallies;
  self->buildings = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      BjtPoint at = bjt_picture_get_building (picture, b)->centre;
      guint32  weight = tallies[b].n_matched;

      if (weight == 0)
        continue;
      if (isnan (at.x))
        at = bjt_door_clusters_get_spot (picture, b);
      if (isnan (at.x))
        continue;
      g_array_append_val (points, at);
      g_array_append_val (weights, weight);
      g_array_append_val (self->buildings, b);
    }
  self->index = bjt_cluster_index_new ((const BjtPoint *) (gpointer) points->data, (const guint32 *) (gpointer) weights->data,
                                       points->len, &options);
  return self;
}

void
bjt_door_clusters_free (BjtDoorClusters *self)
{
  if (self == NULL)
    return;
  bjt_cluster_index_unref (self->index);
  g_array_unref (self->buildings);
  g_free (self);
}

/**
 * bjt_door_clusters_list:
 * @zoom: of 256 px tiles; clusters change at whole ones
 * @box: Mercator
 */
void
bjt_door_clusters_list (const BjtDoorClusters *self,
                        double                 zoom,
                        const BjtBox          *box,
                        GArray                *clusters)
{
  bjt_cluster_index_get_clusters (self->index, (guint) CLAMP (floor (zoom), 0, BJT_CLUSTER_MAX_ZOOM), box, clusters);
}

/**
 * bjt_door_clusters_sum:
 * @tally: (out): of all its doors
 */
void
bjt_door_clusters_sum (const BjtDoorClusters *self,
                       guint32                id,
                       BjtTally              *tally)
{
  guint32        n;
  const guint32 *leaves = bjt_cluster_index_get_leaves (self->index, id, &n);

  *tally = (BjtTally) { 0 };
  for (guint32 i = 0; i < n; i++)
    bjt_tally_add (tally, &self->tallies[g_array_index (self->buildings, guint32, leaves[i])]);
  bjt_tally_finish (tally, self->picture);
}

static void
add_building (BjtBox           *box,
              const BjtPicture *picture,
              guint32           index)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, index);

  for (guint c = 0; c < 4 && !isnan (building->centre.x); c++)
    bjt_box_add_point (box, building->corners[c].x, building->corners[c].y);
  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n && isnan (building->centre.x); d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (!isnan (door->place.x))
        bjt_box_add_point (box, door->place.x, door->place.y);
    }
}

BjtBox
bjt_door_clusters_get_extent (const BjtDoorClusters *self,
                              guint32                id)
{
  guint32        n;
  const guint32 *leaves = bjt_cluster_index_get_leaves (self->index, id, &n);
  BjtBox         extent = BJT_BOX_EMPTY;

  for (guint32 i = 0; i < n; i++)
    add_building (&extent, self->picture, g_array_index (self->buildings, guint32, leaves[i]));
  return extent;
}

guint32
bjt_door_clusters_get_building (const BjtDoorClusters *self,
                                guint32                id)
{
  guint32        n;
  const guint32 *leaves = bjt_cluster_index_get_leaves (self->index, id, &n);

  return n == 1 ? g_array_index (self->buildings, guint32, leaves[0]) : BJT_NO_INDEX;
}
