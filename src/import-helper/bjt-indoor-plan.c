/* bjt-indoor-plan.c: one layer for each level and kind, the lowest level first.
 *
 * What has longitude and latitude is laid out in metres around its middle, and
 * the drawing is told to lie there by three corners of its page. Rooms are
 * filled lightly, doors are short strokes, names stand in the middle of their
 * rooms. A feature of several levels is drawn on each. */
#include "bjt-indoor-plan.h"

#include "geo/bjt-ground.h"
#include "import/bjt-import-error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LEVELS 100u
#define MAX_FEATURES 500000u
#define DOOR_SIZE 0.9  /* metres */
#define WALL_WIDTH 0.1
#define DOOR_WIDTH 0.25
#define NAME_SIZE 0.6
#define INK 0xFF5E5C64u

typedef struct
{
  BjtIndoorFeature about;
  guint            order; /* as it came */
} Feature;

struct _BjtIndoorPlan
{
  GArray       *features; /* Feature */
  GStringChunk *texts;
  BjtBox        box;      /* as the shapes have it */
  gboolean      is_geographic;
};

static void
clear_feature (gpointer data)
{
  bjt_geometry_unref (((Feature *) data)->about.shape);
}

BjtIndoorPlan *
bjt_indoor_plan_new (gboolean is_geographic)
{
  BjtIndoorPlan *self = g_new0 (BjtIndoorPlan, 1);

  self->features = g_array_new (FALSE, FALSE, sizeof (Feature));
  g_array_set_clear_func (self->features, clear_feature);
  self->texts = g_string_chunk_new (4096);
  self->box = BJT_BOX_EMPTY;
  self->is_geographic = is_geographic;
  return self;
}

void
bjt_indoor_plan_free (BjtIndoorPlan *self)
{
  g_array_unref (self->features);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const char *
keep (BjtIndoorPlan *self,
      const char    *text)
{
  return text != NULL && text[0] != '\0' ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gboolean
is_on_earth (const BjtBox *box)
{
  return box->x1 >= -180 && box->x2 <= 180 && box->y1 > -85 && box->y2 < 85;
}

/**
 * bjt_indoor_plan_add:
 * @feature: is copied
 */
void
bjt_indoor_plan_add (BjtIndoorPlan          *self,
                     const BjtIndoorFeature *feature)
{
  Feature copy = { *feature, self->features->len };

  if (self->features->len >= MAX_FEATURES || (self->is_geographic && !is_on_earth (&feature->shape->box)))
    return;
  copy.about.level = keep (self, feature->level);
  copy.about.kind = keep (self, feature->kind);
  copy.about.id = keep (self, feature->id);
  copy.about.label = keep (self, feature->label);
  copy.about.shape = bjt_geometry_ref (feature->shape);
  g_array_append_val (self->features, copy);
  bjt_box_add_point (&self->box, feature->shape->box.x1, feature->shape->box.y1);
  bjt_box_add_point (&self->box, feature->shape->box.x2, feature->shape->box.y2);
}

/* Levels */

static void
add_level (GArray *levels,
           double  level)
{
  for (guint i = 0; i < levels->len; i++)
    if (g_array_index (levels, double, i) == level)
      return;
  if (levels->len < MAX_LEVELS)
    g_array_append_val (levels, level);
}

/* "0;1", "1-5", "-2--1", "0.5" */
static void
read_levels (const char *text,
             GArray     *levels)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";,", 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char  *end;
      double first = g_ascii_strtod (words[i], &end), last = first;

      if (end == words[i] || !isfinite (first))
        continue;
      end += strspn (end, " ");
      if (*end == '-' && end[1] != '\0')
        last = g_ascii_strtod (end + 1, NULL);
      if (!isfinite (last) || fabs (last) > 1000 || fabs (first) > 1000)
        continue;
      for (double level = fmin (first, last); level <= fmax (first, last); level += 1)
        add_level (levels, level);
    }
}

/**
 * bjt_indoor_plan_add_levels:
 * @levels: (nullable): as OpenStreetMap writes them
 * @repeat_on: (nullable): more of them
 *
 * The same for each level.
 */
void
bjt_indoor_plan_add_levels (BjtIndoorPlan          *self,
                            const BjtIndoorFeature *feature,
                            const char             *levels,
                            const char             *repeat_on)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (double));

  if (levels != NULL)
    read_levels (levels, list);
  if (repeat_on != NULL)
    read_levels (repeat_on, list);
  if (list->len == 0)
    bjt_indoor_plan_add (self, feature);
  for (guint i = 0; i < list->len; i++)
    {
      BjtIndoorFeature copy = *feature;
      g_autofree char *name = g_strdup_printf ("%g", g_array_index (list, double, i));

      copy.ordinal = g_array_index (list, double, i);
      copy.level = name;
      bjt_indoor_plan_add (self, &copy);
    }
}

/* Building */

typedef struct
{
  BjtDrawingBuilder *builder;
  BjtGround         *ground; /* NULL: metres already */
  BjtPoint           origin; /* in metres */
  BjtBox             page;
} Building;

static BjtPoint
place (Building *self,
       BjtPoint  point)
{
  if (self->ground != NULL)
    point = bjt_ground_project (self->ground, point);
  return (BjtPoint) { point.x - self->origin.x, self->origin.y - point.y };
}

static guint
get_rank (const char *kind)
{
  static const char *const kinds[] = { "venue", "building", "footprint", "level", "section", "area", "corridor", "unit", "room", "cellspace", "wall",
                                       "stairs", "elevator", "fixture", "kiosk", "opening", "door" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], kind) == 0)
      return i;
  return G_N_ELEMENTS (kinds);
}

static guint32
get_fill (const char *kind)
{
  static const struct
  {
    const char *kind;
    guint32     fill;
  } fills[] = {
    { "unit", 0xFFFDF8EEu }, { "room", 0xFFFDF8EEu }, { "cellspace", 0xFFFDF8EEu }, { "corridor", 0xFFF2F2F0u }, { "area", 0xFFF2F2F0u },
    { "stairs", 0xFFDFE7F3u }, { "elevator", 0xFFDFE7F3u }, { "wall", 0xFF9A9996u }, { "fixture", 0xFFE6E3DEu }, { "kiosk", 0xFFE6E3DEu },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    if (strcmp (fills[i].kind, kind) == 0)
      return fills[i].fill;
  return BJT_NO_INK;
}

static int
compare_features (gconstpointer a,
                  gconstpointer b)
{
  const Feature *first = a, *second = b;
  guint          ranks[2] = { get_rank (first->about.kind), get_rank (second->about.kind) };

  if ((first->about.level != NULL) != (second->about.level != NULL))
    return first->about.level == NULL ? -1 : 1;
  if (first->about.ordinal != second->about.ordinal)
    return first->about.ordinal < second->about.ordinal ? -1 : 1;
  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

static void
draw_outline (Building          *self,
              const BjtGeometry *shape)
{
  for (guint i = 0; i < shape->n_parts; i++)
    {
      for (guint j = 0; j < shape->parts[i].n_points; j++)
        {
          BjtPoint at = place (self, shape->points[shape->parts[i].first + j]);

          if (j == 0)
            bjt_drawing_builder_move_to (self->builder, at.x, at.y);
          else
            bjt_drawing_builder_line_to (self->builder, at.x, at.y);
        }
      if (shape->kind == BJT_GEOMETRY_POLYGON)
        bjt_drawing_builder_close (self->builder);
    }
}

/* A door that is but a point: a small diamond */
static void
draw_point (Building          *self,
            const BjtGeometry *shape)
{
  BjtPoint at = place (self, shape->points[0]);

  bjt_drawing_builder_move_to (self->builder, at.x - DOOR_SIZE / 2, at.y);
  bjt_drawing_builder_line_to (self->builder, at.x, at.y - DOOR_SIZE / 2);
  bjt_drawing_builder_line_to (self->builder, at.x + DOOR_SIZE / 2, at.y);
  bjt_drawing_builder_line_to (self->builder, at.x, at.y + DOOR_SIZE / 2);
  bjt_drawing_builder_close (self->builder);
}

static void
draw_name (Building               *self,
           const BjtIndoorFeature *feature,
           guint32                 layer)
{
  BjtPoint       at = place (self, bjt_geometry_get_centroid (feature->shape));
  BjtDrawingItem item = { .kind = BJT_DRAWING_TEXT, .layer = layer, .text = feature->label, .fill = INK, .size = NAME_SIZE, .anchor = 0.5 };

  if (feature->label == NULL || feature->shape->kind == BJT_GEOMETRY_LINE)
    return;
  bjt_drawing_builder_move_to (self->builder, at.x, at.y + NAME_SIZE * 0.35);
  bjt_drawing_builder_add (self->builder, &item);
}

/* "1/room", "0 Ground/room" where the level has a name of its own */
static char *
dup_layer_name (const BjtIndoorFeature *feature)
{
  g_autofree char *ordinal = g_strdup_printf ("%g", feature->ordinal);

  if (feature->level == NULL)
    return g_strdup (feature->kind);
  if (strcmp (ordinal, feature->level) == 0)
    return g_strconcat (ordinal, "/", feature->kind, NULL);
  return g_strconcat (ordinal, " ", feature->level, "/", feature->kind, NULL);
}

static void
draw_feature (Building               *self,
              const BjtIndoorFeature *feature)
{
  g_autofree char *layer = dup_layer_name (feature);
  gboolean         is_door = strcmp (feature->kind, "opening") == 0 || strcmp (feature->kind, "door") == 0;
  BjtDrawingItem   item = { .kind = BJT_DRAWING_PATH, .even_odd = TRUE, .id = feature->id, .label = feature->label, .stroke = INK };

  item.layer = bjt_drawing_builder_add_layer (self->builder, layer, FALSE);
  item.stroke_width = is_door ? DOOR_WIDTH : WALL_WIDTH;
  if (feature->shape->kind == BJT_GEOMETRY_POLYGON)
    item.fill = get_fill (feature->kind);
  if (feature->shape->kind == BJT_GEOMETRY_POINT && is_door)
    draw_point (self, feature->shape);
  else if (feature->shape->kind != BJT_GEOMETRY_POINT)
    draw_outline (self, feature->shape);
  bjt_drawing_builder_add (self->builder, &item);
  draw_name (self, feature, item.layer);
}

static void
find_page (Building            *self,
           const BjtIndoorPlan *plan)
{
  self->page = BJT_BOX_EMPTY;
  for (guint i = 0; i < plan->features->len; i++)
    {
      const BjtGeometry *shape = g_array_index (plan->features, Feature, i).about.shape;

      for (guint j = 0; j < shape->n_points; j++)
        {
          BjtPoint at = place (self, shape->points[j]);

          bjt_box_add_point (&self->page, at.x, at.y);
        }
    }
}

static void
note_placement (Building        *self,
                BjtDrawingNotes *notes)
{
  BjtPoint corners[3] = { { self->page.x1, self->page.y1 }, { self->page.x2, self->page.y1 }, { self->page.x1, self->page.y2 } };

  notes->is_placed = TRUE;
  for (guint i = 0; i < 3; i++)
    {
      notes->points[i] = corners[i];
      notes->ground[i] = bjt_ground_unproject (self->ground, (BjtPoint) { corners[i].x + self->origin.x, self->origin.y - corners[i].y });
    }
}

/**
 * bjt_indoor_plan_build:
 *
 * Writes what was gathered to the builder of the request.
 */
gboolean
bjt_indoor_plan_build (BjtIndoorPlan           *self,
                       const BjtDrawingRequest *request,
                       GError                 **error)
{
  BjtPoint           middle = { (self->box.x1 + self->box.x2) / 2, (self->box.y1 + self->box.y2) / 2 };
  g_autoptr (BjtGround) ground = self->is_geographic && self->features->len > 0 ? bjt_ground_new (middle.x) : NULL;
  Building           building = { .builder = request->builder, .ground = ground };

  if (self->features->len == 0 || (self->is_geographic && self->box.x2 - self->box.x1 > 1))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, self->features->len == 0 ? BJT_IMPORT_ERROR_EMPTY : BJT_IMPORT_ERROR_UNSUPPORTED,
                           self->features->len == 0 ? "it holds no rooms, doors or walls of a building" : "it is wider than a degree: no plan of a building");
      return FALSE;
    }
  building.origin = ground != NULL ? bjt_ground_project (ground, middle) : middle;
  g_array_sort (self->features, compare_features);
  for (guint i = 0; i < self->features->len; i++)
    draw_feature (&building, &g_array_index (self->features, Feature, i).about);
  find_page (&building, self);
  bjt_drawing_builder_set_page (request->builder, &building.page);
  bjt_drawing_builder_set_scale (request->builder, 1);
  if (ground != NULL)
    note_placement (&building, request->notes);
  return TRUE;
}
