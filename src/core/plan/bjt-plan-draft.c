/* bjt-plan-draft.c: reads plans out of a drawing that this program wrote, even
 * when another program has moved things since.
 *
 * Shapes are taken as they are drawn now; tags tell what they are. A key that
 * comes twice (a copy made elsewhere) counts once. Nothing is trusted: what no
 * element can be is counted and left out. */
#include "bjt-plan-draft.h"

#include <math.h>
#include <string.h>

#include "bjt-drawing-builder.h"
#include "bjt-placement.h"
#include "bjt-plan-check.h"
#include "bjt-plan-levels.h"

#define TOLERANCE 0.0005 /* m that a curve may be cut short */
#define MAX_NUMBER 1e6

static void
clear_link (gpointer data)
{
  BjtPlanDraftLink *link = data;

  g_free (link->entrance);
  g_free (link->door);
}

void
bjt_plan_draft_free (BjtPlanDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->levels);
  g_free (self->placement);
  g_ptr_array_unref (self->elements);
  g_array_unref (self->links);
  g_free (self);
}

/* Tags */

static gboolean
read_key (const char *tags,
          const char *name,
          BjtUuid    *id)
{
  g_autofree char *text = bjt_drawing_dup_tag (tags, name);

  return text != NULL && bjt_uuid_init_from_string (id, text);
}

static double
read_number (const char *tags,
             const char *name)
{
  g_autofree char *text = bjt_drawing_dup_tag (tags, name);
  double           value = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return isfinite (value) && fabs (value) < MAX_NUMBER ? value : 0;
}

static char *
dup_levels (const char *tags)
{
  g_autofree char *text = bjt_drawing_dup_tag (tags, BJT_PLAN_TAG_LEVELS);
  g_autoptr (GArray) levels = text != NULL ? bjt_plan_levels_parse (text, NULL) : NULL;

  return levels != NULL && levels->len > 0 ? bjt_plan_levels_to_string (levels) : NULL;
}

static char *
dup_placement (const char *tags)
{
  g_autofree char *json = bjt_drawing_dup_tag (tags, BJT_PLAN_TAG_PLACEMENT);
  g_autoptr (BjtPlacement) placement = json != NULL ? bjt_placement_new_from_json (json, NULL) : NULL;

  return placement != NULL ? g_steal_pointer (&json) : NULL;
}

/* Shapes: drawing units, y down → metres, y up */

static BjtPoint
turn_over (BjtPoint point,
           gpointer scale)
{
  return (BjtPoint) { point.x * *(double *) scale, -point.y * *(double *) scale };
}

/* A ring within an odd number of others is a hole. */
static BjtGeometry *
mark_holes (BjtGeometry *shape)
{
  g_autofree BjtPart *parts = g_memdup2 (shape->parts, shape->n_parts * sizeof *parts);
  BjtGeometry        *marked;

  for (guint i = 0; i < shape->n_parts; i++)
    for (guint j = 0; j < shape->n_parts; j++)
      {
        BjtPoint at = shape->points[parts[i].first];

        if (i != j && bjt_geometry_ring_contains (shape->points + parts[j].first, parts[j].n_points, at.x, at.y))
          parts[i].is_hole = !parts[i].is_hole;
      }
  if (shape->n_parts > 0)
    parts[0].is_hole = FALSE;
  marked = bjt_geometry_new (BJT_GEOMETRY_POLYGON, parts, shape->n_parts, shape->points, shape->n_points);
  bjt_geometry_unref (shape);
  return marked;
}

static BjtPoint
get_middle (const BjtDrawing     *drawing,
            const BjtDrawingItem *item)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint32 i = item->first_point; i < item->first_point + item->n_points; i++)
    bjt_box_add_point (&box, drawing->points[i].x, drawing->points[i].y);
  return (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
}

static BjtGeometry *
dup_shape (const BjtDrawing *drawing,
           guint32           index,
           gboolean          is_point)
{
  const BjtDrawingItem *item = drawing->items + index;
  double                scale = drawing->metres_per_unit > 0 ? drawing->metres_per_unit : 1;
  g_autoptr (BjtGeometry) flat = NULL;
  BjtGeometry          *shape;

  if (item->kind == BJT_DRAWING_TEXT || is_point)
    {
      BjtPoint at = turn_over (item->kind == BJT_DRAWING_TEXT ? drawing->points[item->first_point] : get_middle (drawing, item), &scale);

      return bjt_geometry_new_point (at.x, at.y);
    }
  flat = bjt_drawing_flatten_item (drawing, index, TOLERANCE / scale);
  if (flat == NULL)
    return NULL;
  shape = bjt_geometry_map (flat, turn_over, &scale);
  return shape->kind == BJT_GEOMETRY_POLYGON && shape->n_parts > 1 && shape->n_parts < 256 ? mark_holes (shape) : shape;
}

/* Elements */

static char *
dup_label (const BjtDrawingItem *item,
           int                   kind)
{
  char *label = bjt_drawing_dup_tag (item->tags, BJT_PLAN_TAG_LABEL);

  if (kind != BJT_ELEMENT_TEXT || item->text == NULL || (label != NULL && strpbrk (label, "\n\t ") != NULL) || g_strcmp0 (label, item->text) == 0)
    return label;
  g_free (label); /* the words were changed where they can be seen */
  return g_strdup (item->text);
}

static BjtPlanElement *
read_element (const BjtDrawing *drawing,
              guint32           index,
              int               kind)
{
  const BjtDrawingItem *item = drawing->items + index;
  BjtPlanElement       *element = bjt_plan_element_new ();
  g_autofree char      *shape = bjt_drawing_dup_tag (item->tags, "shape");
  double                scale = drawing->metres_per_unit > 0 ? drawing->metres_per_unit : 1;

  element->kind = kind;
  if (item->id == NULL || !g_str_has_prefix (item->id, BJT_PLAN_ID_PREFIX)
      || !bjt_uuid_init_from_string (&element->id, item->id + strlen (BJT_PLAN_ID_PREFIX)))
    element->id = BJT_UUID_NIL;
  read_key (item->tags, BJT_PLAN_TAG_ENTRANCE, &element->entrance_id);
  read_key (item->tags, BJT_PLAN_TAG_DOOR, &element->door_id);
  element->stack = (int) CLAMP (read_number (item->tags, BJT_PLAN_TAG_STACK), 0, G_MAXUINT16);
  element->size = read_number (item->tags, BJT_PLAN_TAG_SIZE);
  element->angle = read_number (item->tags, BJT_PLAN_TAG_ANGLE);
  if (item->kind == BJT_DRAWING_TEXT)
    {
      element->size = item->size * scale;
      element->angle = item->angle == 0 ? 0 : -item->angle;
    }
  element->label = dup_label (item, kind);
  element->shape = dup_shape (drawing, index, g_strcmp0 (shape, "point") == 0);
  return element;
}

static void
add_element (BjtPlanDraft     *self,
             const BjtDrawing *drawing,
             guint32           index,
             int               kind,
             GHashTable       *known)
{
  const char      *tags = drawing->items[index].tags;
  BjtPlanElement  *element = read_element (drawing, index, kind);
  BjtPlanDraftLink link = { NULL, NULL };

  if (kind == BJT_ELEMENT_TEXT && !bjt_uuid_is_nil (&element->id) && g_hash_table_contains (known, &element->id))
    {
      bjt_plan_element_free (element); /* a further line of the same */
      return;
    }
  if (!bjt_plan_check_element (element, NULL, NULL))
    {
      self->n_refused++;
      bjt_plan_element_free (element);
      return;
    }
  if (!bjt_uuid_is_nil (&element->id) && !g_hash_table_add (known, g_memdup2 (&element->id, sizeof element->id)))
    element->id = BJT_UUID_NIL;
  link.entrance = bjt_drawing_dup_tag (tags, BJT_PLAN_TAG_ENTRANCE_LABEL);
  link.door = bjt_drawing_dup_tag (tags, BJT_PLAN_TAG_DOOR_LABEL);
  element->plan_id = self->id;
  element->position = (int) self->elements->len;
  g_ptr_array_add (self->elements, element);
  g_array_append_val (self->links, link);
}

/* -1: no element */
static int
get_kind (const BjtDrawingItem *item,
          gboolean             *is_caption)
{
  g_autofree char *name = bjt_drawing_dup_tag (item->tags, BJT_PLAN_TAG_KIND);
  BjtElementKind   kind;

  *is_caption = g_strcmp0 (name, BJT_PLAN_KIND_CAPTION) == 0;
  return bjt_element_kind_parse (name, &kind) && item->kind != BJT_DRAWING_PICTURE ? (int) kind : -1;
}

static BjtPlanDraft *
draft_new (const BjtDrawingLayer *layer,
           char                  *levels)
{
  BjtPlanDraft *self = g_new0 (BjtPlanDraft, 1);

  self->levels = levels;
  self->name = bjt_drawing_dup_tag (layer->tags, BJT_PLAN_TAG_PLAN_NAME);
  self->placement = dup_placement (layer->tags);
  read_key (layer->tags, BJT_PLAN_TAG_PLAN, &self->id);
  read_key (layer->tags, BJT_PLAN_TAG_BUILDING, &self->building_id);
  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (BjtPlanDraftLink));
  g_array_set_clear_func (self->links, clear_link);
  return self;
}

/**
 * bjt_plan_draft_list:
 *
 * Returns: (transfer full): BjtPlanDraft, as the drawing has them; empty when it
 *   is no plan of ours
 */
GPtrArray *
bjt_plan_draft_list (const BjtDrawing *drawing)
{
  GPtrArray           *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_draft_free);
  g_autofree BjtPlanDraft **by_layer = g_new0 (BjtPlanDraft *, drawing->n_layers + 1);
  g_autoptr (GHashTable) known = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);

  for (guint i = 0; i < drawing->n_layers; i++)
    {
      char *levels = dup_levels (drawing->layers[i].tags);

      if (levels == NULL)
        continue;
      by_layer[i] = draft_new (drawing->layers + i, levels);
      g_ptr_array_add (drafts, by_layer[i]);
    }
  for (guint32 i = 0; drafts->len > 0 && i < drawing->n_items; i++)
    {
      BjtPlanDraft *draft = by_layer[drawing->items[i].layer];
      gboolean      is_caption;
      int           kind = draft != NULL ? get_kind (drawing->items + i, &is_caption) : -1;

      if (kind >= 0)
        add_element (draft, drawing, i, kind, known);
    }
  return drafts;
}

/* The rest */

typedef struct
{
  const BjtDrawing  *drawing;
  BjtDrawingBuilder *builder;
  guint32           *pictures; /* index in the new drawing + 1 */
} Copy;

static void
copy_path (Copy                 *self,
           const BjtDrawingItem *item)
{
  const BjtPoint *at = self->drawing->points + item->first_point;

  for (guint32 i = item->first_op; i < item->first_op + item->n_ops; i++)
    switch ((BjtPathOp) self->drawing->ops[i])
      {
      case BJT_PATH_MOVE:
        bjt_drawing_builder_move_to (self->builder, at->x, at->y);
        at++;
        break;
      case BJT_PATH_LINE:
        bjt_drawing_builder_line_to (self->builder, at->x, at->y);
        at++;
        break;
      case BJT_PATH_CURVE:
        bjt_drawing_builder_curve_to (self->builder, at);
        at += 3;
        break;
      case BJT_PATH_CLOSE:
      default:
        bjt_drawing_builder_close (self->builder);
        break;
      }
}

static void
copy_item (Copy                 *self,
           const BjtDrawingItem *item)
{
  const BjtDrawingLayer *layer = self->drawing->layers + item->layer;
  BjtDrawingItem         copy = *item;

  copy.layer = bjt_drawing_builder_add_layer (self->builder, layer->name, layer->is_hidden);
  if (item->kind == BJT_DRAWING_PICTURE)
    {
      const BjtDrawingPicture *picture = self->drawing->pictures + item->picture;

      if (self->pictures[item->picture] == 0)
        self->pictures[item->picture] = bjt_drawing_builder_add_picture (self->builder, picture->media_type, picture->bytes) + 1;
      copy.picture = self->pictures[item->picture] - 1;
    }
  copy_path (self, item);
  bjt_drawing_builder_add (self->builder, &copy);
}

/**
 * bjt_plan_draft_dup_rest:
 *
 * Returns: (transfer full) (nullable): a drawing of what is neither an element
 *   nor its caption
 */
BjtDrawing *
bjt_plan_draft_dup_rest (const BjtDrawing *drawing)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autofree guint32 *pictures = g_new0 (guint32, drawing->n_pictures + 1);
  Copy                copy = { drawing, builder, pictures };
  BjtDrawing         *rest;

  bjt_drawing_builder_set_scale (builder, drawing->metres_per_unit);
  for (guint32 i = 0; i < drawing->n_items; i++)
    {
      gboolean is_caption;

      if (get_kind (drawing->items + i, &is_caption) < 0 && !is_caption)
        copy_item (&copy, drawing->items + i);
    }
  rest = bjt_drawing_builder_finish (builder);
  if (rest->n_items == 0)
    g_clear_pointer (&rest, bjt_drawing_unref);
  return rest;
}

/* Settling in */

static guint32
find_entrance (const BjtPicture         *picture,
               const BjtPictureBuilding *building,
               const BjtUuid            *id,
               const char               *label)
{
  BjtRun  run = building->entrances;
  guint32 found = BJT_NO_INDEX;

  for (guint32 e = run.first; e < run.first + run.n; e++)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (picture, e);

      if (bjt_uuid_equal (&entrance->id, id))
        return e;
      if (label != NULL && g_strcmp0 (entrance->label, label) == 0)
        found = e;
    }
  return found;
}

/* The one door that is called so; of several, none. */
static const BjtUuid *
find_door (const BjtPicture         *picture,
           const BjtPictureBuilding *building,
           guint32                   building_index,
           const BjtUuid            *id,
           const char               *label)
{
  guint32        door = bjt_uuid_is_nil (id) ? BJT_NO_INDEX : bjt_picture_find_door (picture, id);
  const BjtUuid *found = NULL;

  if (door != BJT_NO_INDEX && bjt_picture_get_door (picture, door)->building == building_index)
    return &bjt_picture_get_door (picture, door)->id;
  for (guint32 d = building->doors.first; label != NULL && d < building->doors.first + building->doors.n; d++)
    if (g_strcmp0 (bjt_picture_get_door (picture, d)->label, label) == 0)
      {
        if (found != NULL)
          return NULL;
        found = &bjt_picture_get_door (picture, d)->id;
      }
  return found;
}

static void
settle_element (BjtPlanElement         *element,
                const BjtPlanDraftLink *link,
                const BjtPicture       *picture,
                guint32                 building_index)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, building_index);

  if (!bjt_uuid_is_nil (&element->door_id))
    {
      const BjtUuid *door = find_door (picture, building, building_index, &element->door_id, link->door);

      element->door_id = door != NULL ? *door : BJT_UUID_NIL;
    }
  if (!bjt_uuid_is_nil (&element->entrance_id))
    {
      guint32 entrance = find_entrance (picture, building, &element->entrance_id, link->entrance);

      element->entrance_id = entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, entrance)->id : BJT_UUID_NIL;
    }
}

/**
 * bjt_plan_draft_settle:
 * @unix_ms: for new keys
 */
void
bjt_plan_draft_settle (BjtPlanDraft     *self,
                       const BjtPicture *picture,
                       guint32           building,
                       gint64            unix_ms)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);

  for (guint32 e = 0; e < picture->elements->len; e++)
    g_hash_table_add (taken, &bjt_picture_get_element (picture, e)->id);
  for (guint i = 0; i < self->elements->len; i++)
    {
      BjtPlanElement *element = self->elements->pdata[i];

      if (bjt_uuid_is_nil (&element->id) || g_hash_table_contains (taken, &element->id))
        bjt_uuid_init_random (&element->id, unix_ms);
      settle_element (element, &g_array_index (self->links, BjtPlanDraftLink, i), picture, building);
    }
  self->building_id = bjt_picture_get_building (picture, building)->id;
}
