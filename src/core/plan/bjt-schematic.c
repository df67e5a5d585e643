/* bjt-schematic.c: the columns of an entrance lie side by side, from the west or
 * from the east as the building counts; the stairs are cut out of the north
 * side in the middle. An entrance of more than four columns has a corridor: the
 * first half of the columns south of it, the other north. A column has the same
 * place on all levels. The size is that of the footprint, where there is one. */
#include "bjt-schematic.h"

#include <math.h>

#define COLUMN_WIDTH 8.0
#define DEPTH 12.0
#define CORRIDOR_WIDTH 1.8
#define STAIRS_WIDTH 2.8
#define STAIRS_DEPTH 5.4
#define MAX_SINGLE_ROW 4
#define EARTH 40075016.68557849 /* metres around the equator */

typedef struct
{
  const BjtPicture         *picture;
  const BjtPictureBuilding *building;
  BjtSchematic             *schematic;
  BjtUuidSequence           keys;
  const BjtFloorPlan       *plan;     /* being drawn */
  int                       ordinal;  /* of the level it is drawn from */
  double                    column;   /* width */
} Maker;

/* The columns of an entrance, and where it stands. */
typedef struct
{
  guint32 entrance; /* BJT_NO_INDEX: doors without one */
  guint   n_columns;
  guint   first;    /* place of its first column */
  guint   n_places; /* along the building: fewer where there are two rows */
} Section;

void
bjt_schematic_free (BjtSchematic *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->elements);
  g_free (self);
}

static GArray *
list_sections (Maker *self)
{
  const BjtRun *doors = &self->building->doors;
  GArray       *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  guint         first = 0;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);
      guint                 end = (guint) door->stack + (guint) MAX (door->span, 1);
      Section              *last = sections->len > 0 ? &g_array_index (sections, Section, sections->len - 1) : NULL;

      if (last == NULL || last->entrance != door->entrance)
        {
          Section section = { .entrance = door->entrance };

          g_array_append_val (sections, section);
          last = &g_array_index (sections, Section, sections->len - 1);
        }
      last->n_columns = MAX (last->n_columns, end);
    }
  for (guint s = 0; s < sections->len; s++)
    {
      Section *section = &g_array_index (sections, Section, s);

      section->first = first;
      section->n_places = section->n_columns > MAX_SINGLE_ROW ? (section->n_columns + 1) / 2 : section->n_columns;
      first += section->n_places;
    }
  return sections;
}

/* Metres along two walls of the footprint. */
static void
measure (Maker *self,
         guint  n_places)
{
  const BjtPoint *corners = self->building->corners;
  double          latitude = atan (sinh (G_PI * (1 - 2 * self->building->centre.y)));
  double          scale = EARTH * cos (latitude);

  self->schematic->width = n_places * COLUMN_WIDTH;
  self->schematic->depth = DEPTH;
  if (self->building->footprint != NULL && isfinite (scale))
    {
      double width = scale * hypot (corners[1].x - corners[0].x, corners[1].y - corners[0].y);
      double depth = scale * hypot (corners[3].x - corners[0].x, corners[3].y - corners[0].y);

      if (width > 4 && depth > 4)
        {
          self->schematic->width = width;
          self->schematic->depth = depth;
        }
    }
  self->column = self->schematic->width / n_places;
}

static BjtPlanElement *
add_element (Maker          *self,
             BjtElementKind  kind,
             const Section  *section,
             BjtPoint       *ring,
             guint           n_points)
{
  BjtPlanElement *element = bjt_plan_element_new ();

  for (guint i = 0; self->building->doors_reversed && i < n_points; i++)
    ring[i].x = self->schematic->width - ring[i].x;
  bjt_uuid_sequence_next (&self->keys, &element->id);
  element->plan_id = self->plan->id;
  element->kind = kind;
  if (section->entrance != BJT_NO_INDEX)
    element->entrance_id = bjt_picture_get_entrance (self->picture, section->entrance)->id;
  element->shape = bjt_geometry_new_polygon (ring, n_points);
  element->position = (int) self->schematic->elements->len;
  g_ptr_array_add (self->schematic->elements, element);
  return element;
}

static BjtPlanElement *
add_box (Maker         *self,
         BjtElementKind kind,
         const Section *section,
         BjtBox         box)
{
  BjtPoint ring[] = { { box.x1, box.y1 }, { box.x2, box.y1 }, { box.x2, box.y2 }, { box.x1, box.y2 } };

  return add_element (self, kind, section, ring, G_N_ELEMENTS (ring));
}

static gboolean
has_corridor (const Section *section)
{
  return section->n_columns > section->n_places;
}

/* In the middle; where there is a corridor between two columns. */
static BjtBox
get_stairs (Maker         *self,
            const Section *section)
{
  double x1 = section->first * self->column, x2 = x1 + section->n_places * self->column;
  double half = fmin (STAIRS_WIDTH, (x2 - x1) * 0.4) / 2, middle = has_corridor (section) ? x1 + section->n_places / 2 * self->column : (x1 + x2) / 2;
  double depth = fmin (STAIRS_DEPTH, self->schematic->depth * 0.4);

  return (BjtBox) { middle - half, self->schematic->depth - depth, middle + half, self->schematic->depth };
}

/* A room against the north side, less the stairs where they reach into it. */
static BjtPlanElement *
add_room (Maker         *self,
          const Section *section,
          BjtBox         room)
{
  BjtBox   stairs = get_stairs (self, section);
  BjtPoint ring[8];
  guint    n = 0;
  double   left = stairs.x1 < room.x1 && room.x1 < stairs.x2 ? stairs.y1 : room.y2;
  double   right = stairs.x1 < room.x2 && room.x2 < stairs.x2 ? stairs.y1 : room.y2;

  if (section->entrance == BJT_NO_INDEX || room.y2 < self->schematic->depth)
    return add_box (self, BJT_ELEMENT_DOOR, section, room);
  if (has_corridor (section)) /* the stairs are as deep as the room */
    {
      room.x1 = left < room.y2 ? stairs.x2 : room.x1;
      room.x2 = right < room.y2 ? stairs.x1 : room.x2;
      return add_box (self, BJT_ELEMENT_DOOR, section, room);
    }
  ring[n++] = (BjtPoint) { room.x1, room.y1 };
  ring[n++] = (BjtPoint) { room.x2, room.y1 };
  ring[n++] = (BjtPoint) { room.x2, right };
  if (room.x1 < stairs.x2 && stairs.x2 < room.x2)
    {
      ring[n++] = (BjtPoint) { stairs.x2, room.y2 };
      ring[n++] = (BjtPoint) { stairs.x2, stairs.y1 };
    }
  if (room.x1 < stairs.x1 && stairs.x1 < room.x2)
    {
      ring[n++] = (BjtPoint) { stairs.x1, stairs.y1 };
      ring[n++] = (BjtPoint) { stairs.x1, room.y2 };
    }
  ring[n++] = (BjtPoint) { room.x1, left };
  return add_element (self, BJT_ELEMENT_DOOR, section, ring, n);
}

/* South of the stairs, so that the rooms north of the corridor reach it too. */
static double
get_corridor_y (Maker         *self,
                const Section *section)
{
  return get_stairs (self, section).y1 - CORRIDOR_WIDTH;
}

static BjtBox
get_room (Maker                *self,
          const Section        *section,
          const BjtPictureDoor *door)
{
  guint    end = (guint) door->stack + (guint) MAX (door->span, 1);
  gboolean is_north = has_corridor (section) && door->stack >= section->n_places;
  guint    row_end = is_north || !has_corridor (section) ? section->n_columns : section->n_places;
  guint    base = is_north ? section->n_places : 0;
  double   corridor = has_corridor (section) ? get_corridor_y (self, section) : 0;
  double   x1 = (section->first + door->stack - base) * self->column;
  double   x2 = (section->first + MIN (end, row_end) - base) * self->column;

  if (!has_corridor (section))
    return (BjtBox) { x1, 0, x2, self->schematic->depth };
  return is_north ? (BjtBox) { x1, corridor + CORRIDOR_WIDTH, x2, self->schematic->depth } : (BjtBox) { x1, 0, x2, corridor };
}

static void
add_common_space (Maker         *self,
                  const Section *section)
{
  double x1 = section->first * self->column, y = get_corridor_y (self, section);

  if (section->entrance != BJT_NO_INDEX)
    add_box (self, BJT_ELEMENT_STAIRS, section, get_stairs (self, section));
  if (has_corridor (section))
    add_box (self, BJT_ELEMENT_AREA, section, (BjtBox) { x1, y, x1 + section->n_places * self->column, y + CORRIDOR_WIDTH });
}

static void
draw_level (Maker  *self,
            GArray *sections)
{
  const BjtRun *doors = &self->building->doors;

  for (guint s = 0; s < sections->len; s++)
    {
      const Section *section = &g_array_index (sections, Section, s);
      gboolean       is_here = FALSE;

      for (guint32 d = doors->first; d < doors->first + doors->n; d++)
        {
          const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);
          BjtPlanElement       *element;

          if (door->entrance != section->entrance || door->ordinal != self->ordinal || door->is_merged)
            continue;
          is_here = TRUE;
          element = add_room (self, section, get_room (self, section, door));
          element->stack = door->stack;
          if (door->entrance == BJT_NO_INDEX)
            element->door_id = door->id;
        }
      if (is_here || section->entrance != BJT_NO_INDEX)
        add_common_space (self, section);
    }
}

/* What a level looks like; levels alike share a plan. */
static char *
dup_signature (Maker *self,
               int    ordinal)
{
  const BjtRun *doors = &self->building->doors;
  GString      *text = g_string_new (NULL);

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);

      if (door->ordinal != ordinal || door->is_merged)
        continue;
      g_string_append_printf (text, "%u.%u+%u ", door->entrance, door->stack, door->span);
      if (door->entrance == BJT_NO_INDEX)
        g_string_append_printf (text, "@%d ", ordinal);
    }
  return g_string_free (text, FALSE);
}

/* "0", "0;2-5": @ordinals ascend */
static char *
dup_levels (const GArray *ordinals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, end; i < ordinals->len; i = end)
    {
      int first = g_array_index (ordinals, int, i);

      for (end = i + 1; end < ordinals->len && g_array_index (ordinals, int, end) == first + (int) (end - i); end++)
        ;
      g_string_append_printf (text, "%s%d", i > 0 ? ";" : "", first);
      if (end - i > 1)
        g_string_append_printf (text, "-%d", first + (int) (end - i) - 1);
    }
  return g_string_free (text, FALSE);
}

static void
add_plan (Maker        *self,
          GArray       *sections,
          const GArray *ordinals)
{
  int              first = g_array_index (ordinals, int, 0), last = g_array_index (ordinals, int, ordinals->len - 1);
  BjtFloorPlan    *plan = bjt_floor_plan_new ();
  guint32          index = bjt_picture_get_door (self->picture, self->building->doors.first)->building;
  g_autofree char *from = bjt_picture_dup_level_label (self->picture, index, first);
  g_autofree char *to = bjt_picture_dup_level_label (self->picture, index, last);

  bjt_uuid_sequence_next (&self->keys, &plan->id);
  plan->building_id = self->building->id;
  plan->kind = BJT_PLAN_SCHEMATIC;
  plan->levels = dup_levels (ordinals);
  plan->name = first == last ? g_strdup (from) : g_strdup_printf ("%s–%s", from, to);
  plan->position = (int) self->schematic->plans->len;
  g_ptr_array_add (self->schematic->plans, plan);
  self->plan = plan;
  self->ordinal = first;
  draw_level (self, sections);
}

static void
add_plans (Maker  *self,
           GArray *sections)
{
  g_autoptr (GHashTable) by_signature = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (int ordinal = self->building->lowest; ordinal <= self->building->highest; ordinal++)
    {
      char   *signature = dup_signature (self, ordinal);
      GArray *ordinals = g_hash_table_lookup (by_signature, signature);

      if (*signature == '\0')
        {
          g_free (signature);
          continue;
        }
      if (ordinals == NULL)
        {
          ordinals = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (by_signature, g_strdup (signature), ordinals);
          g_ptr_array_add (order, ordinals);
        }
      g_array_append_val (ordinals, ordinal);
      g_free (signature);
    }
  for (guint i = 0; i < order->len; i++)
    add_plan (self, sections, order->pdata[i]);
}

/**
 * bjt_schematic_new:
 * @unix_ms: for the keys
 *
 * Returns: (transfer full) (nullable):
 */
BjtSchematic *
bjt_schematic_new (const BjtPicture *picture,
                   guint32           building,
                   gint64            unix_ms)
{
  Maker maker = { .picture = picture, .building = bjt_picture_get_building (picture, building) };
  g_autoptr (GArray) sections = NULL;
  const Section     *last;

  if (maker.building->doors.n == 0)
    return NULL;
  maker.schematic = g_new0 (BjtSchematic, 1);
  maker.schematic->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_floor_plan_free);
  maker.schematic->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  bjt_uuid_sequence_init (&maker.keys, unix_ms);
  sections = list_sections (&maker);
  last = &g_array_index (sections, Section, sections->len - 1);
  measure (&maker, last->first + last->n_places);
  add_plans (&maker, sections);
  return maker.schematic;
}
