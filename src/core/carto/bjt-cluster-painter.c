/* bjt-cluster-painter.c: a marker for neighbouring buildings: a ring of the
 * shares of the style, the count in the middle, a red dot for overdue visits, a
 * rhomb for open issues. Behind the curtain the bare count.
 *
 * Clusters depend on the scale alone, so they stand still while the map is
 * moved. */
#include "bjt-building-brush.h"

#include <math.h>

#define RING_WIDTH 5.5

/* By the digits of the count, more for more doors. */
static double
get_radius (guint  count,
            double px)
{
  return (count < 10 ? 14 : count < 100 ? 16.5 : count < 1000 ? 20 : count < 10000 ? 24 : 28) * px;
}

static void
paint_disc (const BjtBuildingBrush *brush,
            BjtPoint                at,
            double                  radius)
{
  const BjtPalette *palette = brush->look->palette;

  bjt_palette_set_source (brush->cr, 0x000000, 0.16);
  bjt_dot_stamps_draw (brush->dots, brush->cr, at.x, at.y + brush->px, radius + 1.2 * brush->px);
  bjt_building_brush_dot (brush, at.x, at.y, radius + 0.5 * brush->px, palette->box_edge);
  bjt_building_brush_dot (brush, at.x, at.y, radius - 0.5 * brush->px, palette->paper);
}

static void
fill_rhomb (const BjtBuildingBrush *brush,
            BjtPoint                at,
            double                  radius,
            guint32                 colour)
{
  cairo_move_to (brush->cr, at.x, at.y - radius);
  cairo_line_to (brush->cr, at.x + radius, at.y);
  cairo_line_to (brush->cr, at.x, at.y + radius);
  cairo_line_to (brush->cr, at.x - radius, at.y);
  bjt_palette_set_source (brush->cr, colour, 1);
  cairo_fill (brush->cr);
}

static void
paint_rhomb (const BjtBuildingBrush *brush,
             BjtPoint                at,
             double                  radius,
             gboolean                is_overdue)
{
  const BjtPalette *palette = brush->look->palette;

  fill_rhomb (brush, at, radius + 1.2 * brush->px, is_overdue ? palette->paper : palette->alert);
  fill_rhomb (brush, at, radius - 1.2 * brush->px, is_overdue ? palette->alert : palette->paper);
}

static void
paint_marker (BjtBuildingBrush *brush,
              const BjtCluster *cluster,
              const BjtTally   *tally)
{
  double           px = brush->px, radius = get_radius (tally->n_matched, px);
  BjtPoint         at = bjt_map_frame_project (brush->frame, cluster->centre);
  g_autofree char *count = g_strdup_printf ("%u", tally->n_matched);
  BjtTextPlace     place = { round (at.x), round (at.y), 0.5, (tally->n_matched < 1000 ? 12 : 12.5) * px, 0, BJT_TEXT_BOLD };
  double           corner = radius * M_SQRT1_2 + px;
  BjtBox           box = { at.x - radius, at.y - radius, at.x + radius, at.y + radius };

  at = (BjtPoint) { place.x, place.y };
  g_array_append_val (brush->taken, box);
  paint_disc (brush, at, radius);
  if (!brush->look->curtain)
    bjt_badge_painter_paint_ring (brush, tally, at, radius - (RING_WIDTH / 2 + 1) * px, RING_WIDTH * px);
  bjt_building_brush_write (brush, count, &place, brush->look->palette->text, FALSE);
  if (brush->look->curtain)
    return;
  if (tally->n_overdue_visits > 0)
    {
      bjt_building_brush_dot (brush, at.x + corner, at.y - corner, 5.4 * px, brush->look->palette->paper);
      bjt_building_brush_dot (brush, at.x + corner, at.y - corner, 4.2 * px, brush->look->palette->alert);
    }
  if (tally->n_open_issues > 0)
    paint_rhomb (brush, (BjtPoint) { at.x + corner, at.y + corner }, 5.6 * px, tally->issue_loads[BJT_ISSUES_OVERDUE] > 0);
}

static GArray *
list_clusters (const BjtBuildingBrush *brush,
               double                  margin)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (BjtCluster));
  double  room = margin * brush->px / brush->frame->scale;
  BjtBox  box = brush->frame->box;

  box = (BjtBox) { box.x1 - room, box.y1 - room, box.x2 + room, box.y2 + room };
  bjt_door_clusters_list (brush->clusters, brush->zoom, &box, clusters);
  return clusters;
}

/* From the middle on buildings stand for themselves; only what has no footprint
 * needs a marker. */
static gboolean
is_shown (const BjtBuildingBrush *brush,
          const BjtCluster       *cluster)
{
  guint32 building;

  if (brush->zoom < BJT_MIDDLE_ZOOM)
    return TRUE;
  building = bjt_door_clusters_get_building (brush->clusters, cluster->id);
  return brush->zoom < BJT_NEAR_ZOOM && building != BJT_NO_INDEX && isnan (bjt_picture_get_building (brush->picture, building)->centre.x);
}

void
bjt_cluster_painter_paint (BjtBuildingBrush *brush)
{
  g_autoptr (GArray) clusters = list_clusters (brush, 40);

  for (guint i = 0; i < clusters->len; i++)
    {
      const BjtCluster *cluster = &g_array_index (clusters, BjtCluster, i);
      BjtTally          tally;

      if (!is_shown (brush, cluster))
        continue;
      bjt_door_clusters_sum (brush->clusters, cluster->id, &tally);
      paint_marker (brush, cluster, &tally);
    }
}

/* Returns: whether a marker is there; of several the one that is painted last */
gboolean
bjt_cluster_painter_find (BjtBuildingBrush *brush,
                          double            x,
                          double            y,
                          BjtBadgeHit      *hit)
{
  g_autoptr (GArray) clusters = list_clusters (brush, 40);

  for (guint i = clusters->len; i-- > 0;)
    {
      const BjtCluster *cluster = &g_array_index (clusters, BjtCluster, i);
      BjtPoint          at = bjt_map_frame_project (brush->frame, cluster->centre);

      if (hypot (x - at.x, y - at.y) > get_radius (cluster->weight, brush->px) + brush->px || !is_shown (brush, cluster))
        continue;
      bjt_door_clusters_sum (brush->clusters, cluster->id, &hit->tally);
      hit->extent = bjt_door_clusters_get_extent (brush->clusters, cluster->id);
      hit->building = bjt_door_clusters_get_building (brush->clusters, cluster->id);
      return TRUE;
    }
  return FALSE;
}
