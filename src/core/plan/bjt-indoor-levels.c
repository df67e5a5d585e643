/* bjt-indoor-levels.c: rooms become areas, walls, stairs, lifts and openings
 * what they are; all else stays with the drawing under the plan. Linear in the
 * items for each level; levels are compared with the one below alone. */
#include "bjt-indoor-levels.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-check.h"
#include "bjt-plan-levels.h"

#define TOLERANCE 0.01   /* m */
#define SIGN_SIZE 1.4    /* m across: a door drawn smaller was a point */

typedef struct
{
  const BjtDrawing *drawing;
  double            scale;
  BjtPoint          origin;
} Source;

/* Layers */

static const struct
{
  const char    *word;
  BjtElementKind kind;
} words[] = {
  { "room", BJT_ELEMENT_AREA }, { "unit", BJT_ELEMENT_AREA }, { "cellspace", BJT_ELEMENT_AREA }, { "corridor", BJT_ELEMENT_AREA },
  { "area", BJT_ELEMENT_AREA }, { "wall", BJT_ELEMENT_WALL }, { "stairs", BJT_ELEMENT_STAIRS }, { "elevator", BJT_ELEMENT_ELEVATOR },
  { "opening", BJT_ELEMENT_OPENING }, { "door", BJT_ELEMENT_OPENING },
};

/* "1/room", "0 Ground/unit"; @name: what follows the ordinal. A level between
 * two belongs to the lower. */
static gboolean
read_layer (const char *layer,
            int        *ordinal,
            char      **name,
            const char **word)
{
  const char *slash = strrchr (layer, '/');
  char       *end = NULL;
  double      level = g_ascii_strtod (layer, &end);

  if (slash == NULL || end == layer || end > slash || (*end != ' ' && *end != '/')
      || !(level >= BJT_PLAN_LEVELS_LOWEST && level <= BJT_PLAN_LEVELS_HIGHEST))
    return FALSE;
  *ordinal = (int) floor (level);
  *word = slash + 1;
  if (name != NULL)
    *name = *end == ' ' ? g_strndup (end + 1, (gsize) (slash - end - 1)) : NULL;
  return TRUE;
}

static gboolean
find_kind (const char     *word,
           BjtElementKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, word) == 0)
      {
        *kind = words[i].kind;
        return TRUE;
      }
  return FALSE;
}

/**
 * bjt_indoor_levels_is_shown:
 * @levels: BjtLevelRange
 */
gboolean
bjt_indoor_levels_is_shown (const BjtDrawing *drawing,
                            guint             layer,
                            const GArray     *levels)
{
  const char    *word;
  int            ordinal;
  BjtElementKind kind;

  if (!read_layer (drawing->layers[layer].name, &ordinal, NULL, &word))
    return !drawing->layers[layer].is_hidden;
  return bjt_plan_levels_contain (levels, ordinal) && !find_kind (word, &kind);
}

/* Shapes */

static BjtPoint
place (BjtPoint units,
       gpointer user_data)
{
  const Source *self = user_data;

  return (BjtPoint) { self->origin.x + units.x * self->scale, self->origin.y - units.y * self->scale };
}

/* Rings inside a ring before them are its holes. */
static BjtGeometry *
dup_with_holes (const BjtGeometry *polygon)
{
  g_autofree BjtPart *parts = g_memdup2 (polygon->parts, polygon->n_parts * sizeof *parts);

  for (guint i = 1; i < polygon->n_parts; i++)
    for (guint j = 0; j < i; j++)
      {
        g_autoptr (BjtGeometry) ring = bjt_geometry_new_polygon (polygon->points + parts[j].first, parts[j].n_points);
        BjtPoint first = polygon->points[parts[i].first];

        if (!parts[j].is_hole && bjt_geometry_contains (ring, first.x, first.y))
          parts[i].is_hole = TRUE;
      }
  return bjt_geometry_new (polygon->kind, parts, polygon->n_parts, polygon->points, polygon->n_points);
}

/* A door that is drawn as a sign is the point it stands for; an outline with
 * sides is the line around it. */
static BjtGeometry *
dup_opening (const BjtGeometry *outline)
{
  BjtPoint centre = bjt_geometry_get_centroid (outline);
  g_autoptr (GArray) line = NULL;

  if (hypot (outline->box.x2 - outline->box.x1, outline->box.y2 - outline->box.y1) <= SIGN_SIZE)
    return bjt_geometry_new_point (centre.x, centre.y);
  line = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_array_append_vals (line, outline->points + outline->parts[0].first, outline->parts[0].n_points);
  g_array_append_vals (line, outline->points + outline->parts[0].first, 1);
  return bjt_geometry_new_line ((const BjtPoint *) (gpointer) line->data, line->len);
}

static BjtGeometry *
dup_shape (const Source  *self,
           guint32        item,
           BjtElementKind kind)
{
  g_autoptr (BjtGeometry) units = bjt_drawing_flatten_item (self->drawing, item, TOLERANCE / self->scale);
  g_autoptr (BjtGeometry) metres = units != NULL ? bjt_geometry_map (units, place, (gpointer) self) : NULL;

  if (metres == NULL || metres->kind != BJT_GEOMETRY_POLYGON)
    return g_steal_pointer (&metres);
  return kind == BJT_ELEMENT_OPENING ? dup_opening (metres) : dup_with_holes (metres);
}

static BjtPlanElement *
new_element (const Source  *self,
             guint32        index,
             BjtElementKind kind)
{
  const BjtDrawingItem *item = self->drawing->items + index;
  BjtPlanElement       *element = bjt_plan_element_new ();

  element->kind = (int) kind;
  element->shape = dup_shape (self, index, kind);
  if (element->shape != NULL && element->shape->kind == BJT_GEOMETRY_LINE && kind != BJT_ELEMENT_WALL && kind != BJT_ELEMENT_OPENING)
    element->kind = BJT_ELEMENT_LINE; /* steps and the like, drawn as a way */
  element->label = g_strdup (item->label);
  element->source_ref = item->id != NULL ? g_strdup_printf ("%s#%s", self->drawing->layers[item->layer].name, item->id)
                                         : g_strdup (self->drawing->layers[item->layer].name);
  return element;
}

/* Levels */

static void
level_free (gpointer data)
{
  BjtIndoorLevel *self = data;

  g_array_unref (self->levels);
  g_free (self->name);
  g_ptr_array_unref (self->elements);
  g_free (self);
}

static BjtIndoorLevel *
get_level (GPtrArray *levels,
           int        ordinal)
{
  BjtIndoorLevel *level;
  BjtLevelRange   range = { ordinal, ordinal };
  guint           at = 0;

  for (; at < levels->len; at++)
    {
      int other = g_array_index (((BjtIndoorLevel *) levels->pdata[at])->levels, BjtLevelRange, 0).first;

      if (other == ordinal)
        return levels->pdata[at];
      if (other > ordinal)
        break;
    }
  level = g_new0 (BjtIndoorLevel, 1);
  level->levels = g_array_new (FALSE, FALSE, sizeof (BjtLevelRange));
  level->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  g_array_append_val (level->levels, range);
  g_ptr_array_insert (levels, (int) at, level);
  return level;
}

static void
take_item (const Source *self,
           guint32       index,
           GPtrArray    *levels)
{
  const BjtDrawingItem *item = self->drawing->items + index;
  g_autofree char      *name = NULL;
  g_autoptr (BjtPlanElement) element = NULL;
  BjtIndoorLevel *level;
  BjtElementKind  kind;
  const char     *word;
  int             ordinal;

  if (!read_layer (self->drawing->layers[item->layer].name, &ordinal, &name, &word))
    return;
  level = get_level (levels, ordinal);
  if (level->name == NULL)
    level->name = g_steal_pointer (&name);
  if (item->kind != BJT_DRAWING_PATH || !find_kind (word, &kind))
    return;
  element = new_element (self, index, kind);
  element->position = (int) level->elements->len;
  if (bjt_plan_check_element (element, NULL, NULL))
    g_ptr_array_add (level->elements, g_steal_pointer (&element));
  else
    level->n_left_out++;
}

static gboolean
are_alike_elements (const BjtPlanElement *a,
                    const BjtPlanElement *b)
{
  const char *id = a->source_ref != NULL ? strchr (a->source_ref, '#') : NULL;
  const char *other = b->source_ref != NULL ? strchr (b->source_ref, '#') : NULL;

  return a->kind == b->kind && g_strcmp0 (a->label, b->label) == 0 && g_strcmp0 (id, other) == 0 && a->shape->n_points == b->shape->n_points
         && memcmp (a->shape->points, b->shape->points, a->shape->n_points * sizeof (BjtPoint)) == 0;
}

static gboolean
are_alike (const BjtIndoorLevel *a,
           const BjtIndoorLevel *b)
{
  if (a->elements->len != b->elements->len || a->elements->len == 0)
    return FALSE;
  for (guint i = 0; i < a->elements->len; i++)
    if (!are_alike_elements (a->elements->pdata[i], b->elements->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
join_levels (GPtrArray *levels)
{
  for (guint i = levels->len; i > 1; i--)
    {
      BjtIndoorLevel *lower = levels->pdata[i - 2];
      BjtIndoorLevel *upper = levels->pdata[i - 1];
      BjtLevelRange  *last = &g_array_index (lower->levels, BjtLevelRange, 0);
      BjtLevelRange   next = g_array_index (upper->levels, BjtLevelRange, 0);

      if (last->last + 1 != next.first || !are_alike (lower, upper))
        continue;
      last->last = next.last;
      g_ptr_array_remove_index (levels, i - 1);
    }
}

/**
 * bjt_indoor_levels_new:
 * @scale: metres a unit
 * @origin: of the drawing's units, in metres of the plan
 */
GPtrArray *
bjt_indoor_levels_new (const BjtDrawing *drawing,
                       double            scale,
                       BjtPoint          origin)
{
  GPtrArray *levels = g_ptr_array_new_with_free_func (level_free);
  Source     source = { drawing, scale, origin };

  for (guint32 i = 0; i < drawing->n_items; i++)
    take_item (&source, i, levels);
  join_levels (levels);
  return levels;
}
