/* bjt-map-names.c: candidates, their places, and who gives way.
 *
 * Greedy by importance over the frame and a wide margin around it, so that
 * neighbouring frames of one scale decide alike. Places depend on the world
 * only: areas have one place, roads one every ROAD_SPACING of their length.
 * Cost: candidates × names kept; some hundreds each. */
#include "bjt-map-names.h"

#include "bjt-text-brush.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define MARGIN 500.0       /* px around the frame that is looked at */
#define ROAD_SPACING 560.0 /* px between two names of one road */
#define SAME_NAME_GAP 200.0
#define MAX_CHARACTERS 14

typedef enum
{
  NAME_COMPOUND,
  NAME_WATER,
  NAME_GREEN,
  NAME_ROAD,
  NAME_PLACE,
} NameKind;

typedef struct
{
  NameKind          kind;
  guint             order;
  double            importance; /* the lower the more important */
  const char       *text;
  const BjtMapItem *item;  /* roads */
  guint             part;
  double            at;    /* roads: where along the part, in px */
  BjtPoint          centre;
  BjtBox            box;
} Name;

typedef struct
{
  const BjtMapItems *items;
  const BjtMapFrame *frame;
  const BjtMapStyle *style;
  double             zoom;
  BjtBox             world;     /* Mercator, with the margin */
  GArray            *obstacles; /* BjtBox: buildings */
  GArray            *names;     /* Name */
  BjtTextBrush      *text;
  double             margin;
} Placer;

static double
get_size (const Placer *self,
          NameKind      kind)
{
  static const double steps[] = { 2.5, 0.5, 0, 0, -0.5 };

  return (self->style->text_size + steps[kind]) * self->frame->px;
}

static guint32
get_colour (const Placer *self,
            NameKind      kind)
{
  const guint32 colours[] = {
    self->style->label_strong, self->style->label_water, self->style->label_green, self->style->label, self->style->label,
  };

  return colours[kind];
}

static BjtPoint
measure (const Placer *self,
         NameKind      kind,
         const char   *text)
{
  bjt_text_brush_set (self->text, text, get_size (self, kind), kind == NAME_COMPOUND);
  return bjt_text_brush_measure (self->text);
}

static BjtBox
box_around (BjtPoint centre,
            BjtPoint size,
            double   gap)
{
  return (BjtBox) {
    centre.x - size.x / 2 - gap, centre.y - size.y / 2 - gap, centre.x + size.x / 2 + gap, centre.y + size.y / 2 + gap,
  };
}

static gboolean
hits_obstacle (const Placer *self,
               const BjtBox *box)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    if (bjt_box_intersects (box, &g_array_index (self->obstacles, BjtBox, i)))
      return TRUE;
  return FALSE;
}

static void
collect_obstacles (Placer *self)
{
  const BjtPicture *picture = self->items->picture;

  for (guint b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);
      BjtBox                    box = BJT_BOX_EMPTY;

      if (isnan (building->centre.x) || building->footprint == NULL)
        continue;
      for (guint c = 0; c < 4; c++)
        {
          BjtPoint p = bjt_map_frame_project (self->frame, building->corners[c]);

          bjt_box_add_point (&box, p.x, p.y);
        }
      if (building->centre.x > self->world.x1 && building->centre.x < self->world.x2
          && building->centre.y > self->world.y1 && building->centre.y < self->world.y2)
        g_array_append_val (self->obstacles, box);
    }
  if (self->frame->n_covered > 0)
    g_array_append_vals (self->obstacles, self->frame->covered, self->frame->n_covered);
}

static gboolean
is_covered (const Placer *self,
            const BjtBox *box)
{
  for (guint i = 0; i < self->frame->n_covered; i++)
    if (bjt_box_intersects (box, &self->frame->covered[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_readable (const char *text)
{
  return g_utf8_strlen (text, -1) <= MAX_CHARACTERS;
}

static void
add_name (Placer *self,
          Name   *name)
{
  name->order = self->names->len;
  g_array_append_val (self->names, *name);
}

static void
add_area_name (Placer           *self,
               NameKind          kind,
               const BjtMapItem *item)
{
  Name     name = { .kind = kind, .text = item->feature->name, .item = item };
  double   wide = (item->box.x2 - item->box.x1) * self->frame->scale;
  double   high = (item->box.y2 - item->box.y1) * self->frame->scale;
  BjtPoint size;

  if (isnan (item->label.x) || !is_readable (name.text))
    return;
  size = measure (self, kind, name.text);
  if (item->feature->shape->kind == BJT_GEOMETRY_POLYGON && (wide < size.x * 1.1 || high < size.y * 1.4))
    return;
  name.centre = bjt_map_frame_project (self->frame, item->label);
  if (kind == NAME_PLACE)
    name.centre.y += size.y / 2 + 4 * self->frame->px;
  name.box = box_around (name.centre, size, 2 * self->frame->px);
  name.importance = kind * 100 - log (1 + wide * high / (self->frame->px * self->frame->px));
  if (!hits_obstacle (self, &name.box))
    add_name (self, &name);
}

static gboolean
is_near (const Placer *self,
         BjtPoint      place)
{
  BjtPoint p = bjt_map_frame_unproject (self->frame, place.x, place.y);

  return p.x > self->world.x1 && p.x < self->world.x2 && p.y > self->world.y1 && p.y < self->world.y2;
}

/* Places of a part of a line, in px along it. */
static void
add_road_names (Placer           *self,
                const BjtMapItem *item,
                guint             part)
{
  const BjtPart  *p = &item->feature->shape->parts[part];
  const BjtPoint *points = item->points + p->first;
  BjtPoint        size = measure (self, NAME_ROAD, item->feature->name);
  double          length = 0;
  guint           n;

  size.x *= BJT_TEXT_PATH_SPACING;
  for (guint i = 1; i < p->n_points; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y) * self->frame->scale;
  if (length < size.x + 12 * self->frame->px)
    return;
  n = (guint) fmax (1, floor (length / (ROAD_SPACING * self->frame->px)));
  if (self->frame->n_covered > 0) /* some will fall away */
    n *= 5;
  for (guint i = 0; i < n && n < 10000; i++)
    {
      Name        name = { .kind = NAME_ROAD, .text = item->feature->name, .item = item, .part = part };
      BjtTextPath path = { points, p->n_points, self->frame->scale, self->frame->x, self->frame->y };

      name.at = (i + 0.5) / n * length;
      if (!bjt_text_path_measure (&path, name.at, size.x, size.y, &name.box))
        continue;
      name.centre = (BjtPoint) { (name.box.x1 + name.box.x2) / 2, (name.box.y1 + name.box.y2) / 2 };
      name.importance = 100.0 * NAME_ROAD - item->rank * 5 - fmin (length / self->frame->px / 1000, 4);
      if (is_near (self, name.centre) && !is_covered (self, &name.box))
        add_name (self, &name);
    }
}

static void
add_item_name (Placer           *self,
               const BjtMapItem *item)
{
  if (item->feature->name == NULL || !bjt_box_intersects (&item->box, &self->world))
    return;
  switch ((BjtMapPass) item->pass)
    {
    case BJT_MAP_PASS_WATER:
      add_area_name (self, NAME_WATER, item);
      break;
    case BJT_MAP_PASS_GREEN:
      add_area_name (self, NAME_GREEN, item);
      break;
    case BJT_MAP_PASS_ROAD:
      if (self->zoom < item->way->name_zoom || item->feature->shape->kind != BJT_GEOMETRY_LINE || !is_readable (item->feature->name))
        break;
      for (guint p = 0; p < item->feature->shape->n_parts; p++)
        add_road_names (self, item, p);
      break;
    case BJT_MAP_PASS_AREA:
    case BJT_MAP_PASS_BUILDING:
    case BJT_MAP_PASS_POI:
    case BJT_MAP_PASS_GATE:
      if (self->zoom >= 16.5)
        add_area_name (self, NAME_PLACE, item);
      break;
    case BJT_MAP_PASS_RAILWAY:
    case BJT_MAP_PASS_FOOTWAY:
    case BJT_MAP_PASS_BARRIER:
    case BJT_N_MAP_PASSES:
    default:
      break;
    }
}

static BjtPoint
get_compound_centre (const BjtPicture         *picture,
                     const BjtPictureCompound *compound)
{
  BjtPoint sum = { 0, 0 };
  guint    n = 0;

  for (guint b = 0; b < compound->buildings.n; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, compound->buildings.first + b);

      if (isnan (building->centre.x))
        continue;
      sum.x += building->centre.x;
      sum.y += building->centre.y;
      n++;
    }
  if (n > 0)
    return (BjtPoint) { sum.x / n, sum.y / n };
  if (compound->boundary != NULL)
    return bjt_mercator_project (bjt_geometry_get_centroid (compound->boundary));
  return (BjtPoint) { (double) NAN, (double) NAN };
}

/* The free place nearest to the middle, in rows above and below. */
static gboolean
find_free_place (const Placer *self,
                 Name         *name,
                 BjtPoint      size)
{
  BjtPoint middle = name->centre;

  for (guint step = 0; step < 60; step++)
    {
      static const double sides[] = { 0, -0.6, 0.6 };
      guint               row = step / 3;
      double              dy = (row + 1) / 2 * (row % 2 == 0 ? 0.7 : -0.7) * size.y;

      name->centre = (BjtPoint) { middle.x + sides[step % 3] * size.x, middle.y + dy };
      name->box = box_around (name->centre, size, 2 * self->frame->px);
      if (!hits_obstacle (self, &name->box))
        return TRUE;
    }
  return FALSE;
}

static void
add_compound_names (Placer *self)
{
  const BjtPicture *picture = self->items->picture;

  for (guint c = 0; c < picture->compounds->len; c++)
    {
      const BjtPictureCompound *compound = bjt_picture_get_compound (picture, c);
      Name                      name = { .kind = NAME_COMPOUND, .text = compound->name };
      BjtPoint                  centre = get_compound_centre (picture, compound), size;

      if (compound->name == NULL || isnan (centre.x)
          || centre.x < self->world.x1 || centre.x > self->world.x2 || centre.y < self->world.y1 || centre.y > self->world.y2)
        continue;
      name.centre = bjt_map_frame_project (self->frame, centre);
      size = measure (self, NAME_COMPOUND, name.text);
      if (find_free_place (self, &name, size))
        add_name (self, &name);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *x = a, *y = b;

  if (x->importance < y->importance || x->importance > y->importance)
    return x->importance < y->importance ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

static gboolean
gives_way (const Placer *self,
           const Name   *name,
           const Name   *other)
{
  double gap = SAME_NAME_GAP * self->frame->px;

  if (bjt_box_intersects (&name->box, &other->box))
    return TRUE;
  return fabs (name->centre.x - other->centre.x) < gap && fabs (name->centre.y - other->centre.y) < gap
         && g_str_equal (name->text, other->text);
}

/* Moves the names that stay to the front of the array. */
static guint
choose (Placer *self)
{
  guint n_kept = 0;

  g_array_sort (self->names, compare_names);
  for (guint i = 0; i < self->names->len; i++)
    {
      Name    *name = &g_array_index (self->names, Name, i);
      gboolean free = TRUE;

      for (guint k = 0; k < n_kept && free; k++)
        free = !gives_way (self, name, &g_array_index (self->names, Name, k));
      if (free)
        g_array_index (self->names, Name, n_kept++) = *name;
    }
  return n_kept;
}

static void
paint_name (const Placer *self,
            cairo_t      *cr,
            const Name   *name)
{
  guint32 colour = get_colour (self, name->kind);

  bjt_text_brush_set (self->text, name->text, get_size (self, name->kind), name->kind == NAME_COMPOUND);
  if (name->kind == NAME_ROAD)
    {
      const BjtPart *part = &name->item->feature->shape->parts[name->part];
      BjtTextPath    path = {
        name->item->points + part->first, part->n_points, self->frame->scale, self->frame->x, self->frame->y,
      };

      bjt_text_brush_paint_along (self->text, cr, &path, name->at, colour, self->style->halo);
      return;
    }
  if (name->kind == NAME_PLACE && name->item->feature->shape->kind == BJT_GEOMETRY_POINT)
    {
      BjtPoint p = bjt_map_frame_project (self->frame, name->item->label);

      cairo_arc (cr, p.x, p.y, 2.2 * self->frame->px, 0, 2 * G_PI);
      bjt_map_style_set_source (cr, colour, 1);
      cairo_fill (cr);
    }
  bjt_text_brush_paint (self->text, cr, name->centre.x, name->centre.y, colour, self->style->halo);
}

static void
collect (Placer *self)
{
  if (self->zoom >= 15)
    collect_obstacles (self);
  if (self->zoom >= 16 && self->zoom < 19.5)
    add_compound_names (self);
  for (guint i = 0; i < self->items->items->len; i++)
    add_item_name (self, bjt_map_items_get (self->items, i));
}

/**
 * bjt_map_names_paint:
 *
 * Returns: how many names of the frame and its margin found no room
 */
guint
bjt_map_names_paint (const BjtMapItems *items,
                     cairo_t           *cr,
                     const BjtMapFrame *frame,
                     const BjtMapStyle *style)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (BjtTextBrush) text = bjt_text_brush_new (cr);
  Placer self = {
    .items = items, .frame = frame, .style = style, .obstacles = obstacles, .names = names, .text = text,
    .zoom = bjt_map_frame_get_zoom (frame), .margin = MARGIN * frame->px,
  };
  double room = self.margin / frame->scale;
  guint  n_kept;

  self.world = (BjtBox) { frame->box.x1 - room, frame->box.y1 - room, frame->box.x2 + room, frame->box.y2 + room };
  collect (&self);
  n_kept = choose (&self);
  for (guint i = 0; i < n_kept; i++)
    paint_name (&self, cr, &g_array_index (names, Name, i));
  return names->len - n_kept;
}
