/* bjt-vector-names.c: takes each point name from the tile whose ground it
 * stands on, each line from every tile it crosses; names that then stand twice
 * give way to each other. */
#include "bjt-vector-names.h"

#include "bjt-name-placer.h"
#include "bjt-vector-pen.h"

typedef struct
{
  const BjtMapFrame *frame;
  double             zoom;
  BjtNamePlacer     *placer;
  GPtrArray         *lines; /* BjtPoint *: Mercator, until the names are painted */
} Collector;

static BjtPoint
get_mercator (const Collector      *self,
              const BjtVectorPen   *pen,
              const BjtVectorPoint *point,
              double                extent)
{
  BjtPoint p = bjt_vector_pen_project (pen, point->x / extent, point->y / extent);

  return bjt_map_frame_unproject (self->frame, p.x, p.y);
}

static void
add_point (Collector           *self,
           const BjtVectorPen  *pen,
           const BjtVectorName *name,
           const BjtNameLabel  *label)
{
  const BjtVectorFeature *feature = &pen->tile->features[name->feature];
  const BjtVectorPoint   *point = &pen->tile->points[pen->tile->parts[feature->first_part].first];
  double                  extent = name->layer->extent, u = point->x / extent, v = point->y / extent;

  if (u >= pen->area.x1 && u < pen->area.x2 && v >= pen->area.y1 && v < pen->area.y2)
    bjt_name_placer_add_at (self->placer, label, get_mercator (self, pen, point, extent), NULL);
}

static void
add_line (Collector           *self,
          const BjtVectorPen  *pen,
          const BjtVectorName *name,
          const BjtVectorPart *part,
          const BjtNameLabel  *label)
{
  const BjtBox *world = bjt_name_placer_get_world (self->placer);
  BjtPoint     *points;
  BjtBox        box = BJT_BOX_EMPTY;

  if (part->n_points < 2)
    return;
  points = g_new (BjtPoint, part->n_points);
  for (guint32 i = 0; i < part->n_points; i++)
    {
      points[i] = get_mercator (self, pen, &pen->tile->points[part->first + i], name->layer->extent);
      bjt_box_add_point (&box, points[i].x, points[i].y);
    }
  g_ptr_array_add (self->lines, points);
  if (bjt_box_intersects (&box, world))
    bjt_name_placer_add_along (self->placer, label, points, part->n_points);
}

static void
add_name (Collector           *self,
          const BjtVectorPen  *pen,
          const BjtVectorName *name)
{
  const BjtVectorFeature *feature = &pen->tile->features[name->feature];
  BjtNameLabel            label = { .kind = name->rule->kind, .text = name->text, .other = name->other, .weight = name->weight };

  if (feature->kind == BJT_VECTOR_POINT)
    {
      label.has_dot = label.kind == BJT_NAME_PLACE && name->rule != &BJT_VECTOR_NAME_RULE_UNKNOWN;
      add_point (self, pen, name, &label);
    }
  else if (feature->kind == BJT_VECTOR_LINE)
    for (guint32 p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
      add_line (self, pen, name, &pen->tile->parts[p], &label);
}

/**
 * bjt_vector_names_paint:
 * @pieces: their contents have scenes
 *
 * Returns: as bjt_name_placer_paint()
 */
guint
bjt_vector_names_paint (cairo_t            *cr,
                        const BjtTileGrid  *grid,
                        const BjtTilePiece *pieces,
                        guint               n_pieces,
                        const BjtMapStyle  *style)
{
  g_autoptr (BjtNamePlacer) placer = bjt_name_placer_new (cr, grid->frame, style);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Collector self = { .frame = grid->frame, .zoom = bjt_map_frame_get_zoom (grid->frame), .placer = placer, .lines = lines };

  for (guint i = 0; i < n_pieces; i++)
    {
      const GArray *names = pieces[i].content->scene->names;
      BjtVectorPen  pen;

      if (names->len == 0)
        continue;
      bjt_vector_pen_init (&pen, grid, &pieces[i], 0);
      for (guint n = 0; n < names->len; n++)
        {
          const BjtVectorName *name = &g_array_index (names, BjtVectorName, n);

          if (self.zoom >= name->rule->from_zoom)
            add_name (&self, &pen, name);
        }
    }
  return bjt_name_placer_paint (placer, cr);
}
