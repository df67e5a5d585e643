/* bjt-name-placer.c: candidates, and who gives way.
 *
 * Greedy by importance over the frame and a wide margin around it, so that
 * neighbouring frames of one scale decide alike. Places depend on the world
 * only: areas have one place, roads one every ROAD_SPACING of their length.
 * Cost: candidates × names kept; some hundreds each. */
#include "bjt-name-private.h"

#include <math.h>
#include <stddef.h>

#define MARGIN 500.0       /* px around the frame that is looked at */
#define MAX_COLUMNS 28 /* a Chinese character takes two */
#define MAX_NAMES_ALONG 10000

/* How each kind is written, the most important first. */
static const struct
{
  double   importance;
  double   size; /* px more than the text size of the style */
  gboolean is_bold;
  gsize    colour; /* in the style */
} kinds[] = {
  [BJT_NAME_CITY] = { -300, 4, TRUE, offsetof (BjtMapStyle, label_strong) },
  [BJT_NAME_TOWN] = { -200, 2, TRUE, offsetof (BjtMapStyle, label_strong) },
  [BJT_NAME_DISTRICT] = { -100, 0.5, FALSE, offsetof (BjtMapStyle, label_strong) },
  [BJT_NAME_COMPOUND] = { 0, 2.5, TRUE, offsetof (BjtMapStyle, label_strong) },
  [BJT_NAME_WATER] = { 100, 0.5, FALSE, offsetof (BjtMapStyle, label_water) },
  [BJT_NAME_GREEN] = { 200, 0, FALSE, offsetof (BjtMapStyle, label_green) },
  [BJT_NAME_ROAD] = { 300, 0, FALSE, offsetof (BjtMapStyle, label) },
  [BJT_NAME_PLACE] = { 400, -0.5, FALSE, offsetof (BjtMapStyle, label) },
};

static double
get_size (const BjtNamePlacer *self,
          BjtNameKind          kind)
{
  return (self->style->text_size + kinds[kind].size) * self->frame->px;
}

static void
set_text (const BjtNamePlacer *self,
          const BjtNameLabel  *label)
{
  bjt_text_brush_set (self->text, label->text, get_size (self, label->kind), kinds[label->kind].is_bold);
}

BjtPoint
bjt_name_placer_measure (const BjtNamePlacer *self,
                         const BjtNameLabel  *label)
{
  set_text (self, label);
  return bjt_text_brush_measure (self->text);
}

static gboolean
is_short (const char *text)
{
  guint columns = 0;

  for (const char *c = text; *c != '\0' && columns <= MAX_COLUMNS; c = g_utf8_next_char (c))
    columns += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return columns > 0 && columns <= MAX_COLUMNS;
}

/* Chooses the text that can be written; neither may be. */
static gboolean
is_readable (const BjtNamePlacer *self,
             BjtNameLabel        *label)
{
  set_text (self, label);
  if (!bjt_text_brush_has_glyphs (self->text))
    {
      if (label->other == NULL)
        return FALSE;
      label->text = label->other;
      set_text (self, label);
    }
  return is_short (label->text) && bjt_text_brush_has_glyphs (self->text);
}

/**
 * bjt_name_placer_new:
 * @frame: borrowed as long as the placer is used, as is @style
 */
BjtNamePlacer *
bjt_name_placer_new (cairo_t           *cr,
                     const BjtMapFrame *frame,
                     const BjtMapStyle *style)
{
  BjtNamePlacer *self = g_new0 (BjtNamePlacer, 1);
  double         room = frame->within == NULL ? MARGIN * frame->px / frame->scale : 0; /* a sheet has no neighbours */

  self->frame = frame;
  self->style = style;
  self->cos = cos (frame->turn);
  self->sin = sin (frame->turn);
  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  self->world = (BjtBox) { frame->box.x1 - room, frame->box.y1 - room, frame->box.x2 + room, frame->box.y2 + room };
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->text = bjt_text_brush_new (cr);
  if (frame->n_covered > 0)
    g_array_append_vals (self->obstacles, frame->covered, frame->n_covered);
  if (frame->taken != NULL)
    g_array_append_vals (self->obstacles, frame->taken->data, frame->taken->len);
  return self;
}

void
bjt_name_placer_free (BjtNamePlacer *self)
{
  g_array_unref (self->obstacles);
  g_array_unref (self->names);
  g_hash_table_unref (self->texts);
  bjt_text_brush_free (self->text);
  g_free (self);
}

/* Mercator: names outside need not be added. */
const BjtBox *
bjt_name_placer_get_world (const BjtNamePlacer *self)
{
  return &self->world;
}

/* Where labels of a place stand: on the surface, turned as the labels are. */
BjtPoint
bjt_name_placer_project (const BjtNamePlacer *self,
                         BjtPoint             mercator)
{
  BjtPoint at = bjt_map_frame_project (self->frame, mercator);

  return (BjtPoint) { at.x * self->cos - at.y * self->sin, at.x * self->sin + at.y * self->cos };
}

/* Names other than those of lines stay out of it; on paper all do. */
void
bjt_name_placer_add_obstacle (BjtNamePlacer *self,
                              const BjtBox  *box)
{
  g_array_append_val (self->obstacles, *box);
}

BjtBox
bjt_name_placer_box_around (BjtPoint centre,
                            BjtPoint size,
                            double   gap)
{
  return (BjtBox) {
    centre.x - size.x / 2 - gap, centre.y - size.y / 2 - gap, centre.x + size.x / 2 + gap, centre.y + size.y / 2 + gap,
  };
}

static gboolean
hits_obstacle (const BjtNamePlacer *self,
               const BjtBox        *box)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    if (bjt_box_intersects (box, &g_array_index (self->obstacles, BjtBox, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_covered (const BjtNamePlacer *self,
            const BjtBox        *box)
{
  for (guint i = 0; i < self->frame->n_covered; i++)
    if (bjt_box_intersects (box, &self->frame->covered[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_near (const BjtNamePlacer *self,
         BjtPoint             mercator)
{
  return mercator.x > self->world.x1 && mercator.x < self->world.x2 && mercator.y > self->world.y1 && mercator.y < self->world.y2;
}

void
bjt_name_placer_add (BjtNamePlacer *self,
                     Name          *name)
{
  name->importance = kinds[name->label.kind].importance - name->label.weight;
  name->order = self->names->len;
  g_array_append_val (self->names, *name);
}

/**
 * bjt_name_placer_add_at:
 * @place: Mercator
 * @room: (nullable): surface units: the name must fit into something this large
 */
void
bjt_name_placer_add_at (BjtNamePlacer      *self,
                        const BjtNameLabel *label,
                        BjtPoint            place,
                        const BjtBox       *room)
{
  Name     name = { .label = *label };
  BjtPoint size;

  if (!is_near (self, place) || !is_readable (self, &name.label))
    return;
  size = bjt_name_placer_measure (self, &name.label);
  if (self->frame->within != NULL)
    {
      name.dot = bjt_name_placer_project (self, place);
      bjt_name_exchange_add_at (self, &name, size, room);
      return;
    }
  if (room != NULL && (room->x2 - room->x1 < size.x * 1.1 || room->y2 - room->y1 < size.y * 1.4))
    return;
  name.centre = name.dot = bjt_map_frame_project (self->frame, place);
  if (label->kind == BJT_NAME_PLACE)
    name.centre.y += size.y / 2 + 4 * self->frame->px;
  name.box = bjt_name_placer_box_around (name.centre, size, 2 * self->frame->px);
  if (!hits_obstacle (self, &name.box))
    bjt_name_placer_add (self, &name);
}

/* The free place nearest to the middle, in rows above and below. */
static gboolean
find_free_place (const BjtNamePlacer *self,
                 Name                *name,
                 BjtPoint             size)
{
  BjtPoint middle = name->centre;

  for (guint step = 0; step < 60; step++)
    {
      static const double sides[] = { 0, -0.6, 0.6 };
      guint               row = step / 3;
      double              dy = (row + 1) / 2 * (row % 2 == 0 ? 0.7 : -0.7) * size.y;

      name->centre = (BjtPoint) { middle.x + sides[step % 3] * size.x, middle.y + dy };
      name->box = bjt_name_placer_box_around (name->centre, size, 2 * self->frame->px);
      if (!hits_obstacle (self, &name->box))
        return TRUE;
    }
  return FALSE;
}

/* At the place, or beside it where it is free. */
void
bjt_name_placer_add_near (BjtNamePlacer      *self,
                          const BjtNameLabel *label,
                          BjtPoint            place)
{
  Name name = { .label = *label };

  if (!is_near (self, place))
    return;
  if (self->frame->within != NULL)
    {
      name.dot = bjt_name_placer_project (self, place);
      bjt_name_exchange_add_near (self, &name, bjt_name_placer_measure (self, label));
      return;
    }
  name.centre = bjt_map_frame_project (self->frame, place);
  if (find_free_place (self, &name, bjt_name_placer_measure (self, label)))
    bjt_name_placer_add (self, &name);
}

/**
 * bjt_name_placer_add_along:
 * @points: Mercator; borrowed until the names are painted
 *
 * One name for each stretch of the line.
 */
void
bjt_name_placer_add_along (BjtNamePlacer      *self,
                           const BjtNameLabel *label,
                           const BjtPoint     *points,
                           guint               n_points)
{
  BjtTextPath path = bjt_name_placer_get_path (self, points, n_points);
  Name        name = { .label = *label, .points = points, .n_points = n_points };
  BjtPoint    size;
  double      length = 0;
  guint       n;

  for (guint i = 1; i < n_points; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y) * self->frame->scale;
  if ((self->frame->within == NULL && length < 2 * get_size (self, label->kind)) || !is_readable (self, &name.label)) /* shorter than any name */
    return;
  size = bjt_name_placer_measure (self, &name.label);
  size.x *= BJT_TEXT_PATH_SPACING;
  if (self->frame->within != NULL)
    {
      name.label.weight += fmin (length / self->frame->px / 1000, 4);
      bjt_name_exchange_add_along (self, &name, size, length);
      return;
    }
  if (length < size.x + 12 * self->frame->px)
    return;
  n = (guint) fmin (MAX_NAMES_ALONG, fmax (1, floor (length / (ROAD_SPACING * self->frame->px))));
  if (self->frame->n_covered > 0) /* some will fall away */
    n *= 5;
  name.label.weight += fmin (length / self->frame->px / 1000, 4);
  for (guint i = 0; i < n; i++)
    {
      name.at = (i + 0.5) / n * length;
      if (!bjt_text_path_measure (&path, name.at, size.x, size.y, &name.box))
        continue;
      name.centre = (BjtPoint) { (name.box.x1 + name.box.x2) / 2, (name.box.y1 + name.box.y2) / 2 };
      if (is_near (self, bjt_map_frame_unproject (self->frame, name.centre.x, name.centre.y)) && !is_covered (self, &name.box))
        bjt_name_placer_add (self, &name);
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
gives_way (const BjtNamePlacer *self,
           const Name          *name,
           const Name          *other)
{
  double gap = SAME_NAME_GAP * self->frame->px;

  if (bjt_box_intersects (&name->box, &other->box))
    return TRUE;
  return fabs (name->centre.x - other->centre.x) < gap && fabs (name->centre.y - other->centre.y) < gap
         && g_str_equal (name->label.text, other->label.text);
}

/* Moves the names that stay to the front of the array. */
static guint
choose (BjtNamePlacer *self)
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
paint_name (const BjtNamePlacer *self,
            cairo_t             *cr,
            const Name          *name)
{
  guint32 colour = G_STRUCT_MEMBER (guint32, self->style, kinds[name->label.kind].colour);

  set_text (self, &name->label);
  if (name->points != NULL)
    {
      BjtTextPath path = bjt_name_placer_get_path (self, name->points, name->n_points);

      bjt_text_brush_paint_along (self->text, cr, &path, name->at, colour, self->style->halo);
      return;
    }
  if (name->label.has_dot)
    {
      cairo_arc (cr, name->dot.x, name->dot.y, 2.2 * self->frame->px, 0, 2 * G_PI);
      bjt_map_style_set_source (cr, colour, 1);
      cairo_fill (cr);
    }
  bjt_text_brush_paint (self->text, cr, name->centre.x, name->centre.y, colour, self->style->halo);
}

/**
 * bjt_name_placer_paint:
 *
 * Once, after all names were added.
 *
 * Returns: how many names of the frame and its margin found no room; on paper,
 *   how many that could be seen stand nowhere
 */
guint
bjt_name_placer_paint (BjtNamePlacer *self,
                       cairo_t       *cr)
{
  gboolean is_paper = self->frame->within != NULL;
  guint    n_dropped = 0, n_kept = is_paper ? bjt_name_exchange_choose (self, &n_dropped) : choose (self);

  for (guint i = 0; i < n_kept; i++)
    paint_name (self, cr, &g_array_index (self->names, Name, i));
  return is_paper ? n_dropped : self->names->len - n_kept;
}
