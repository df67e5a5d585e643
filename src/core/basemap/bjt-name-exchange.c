/* bjt-name-exchange.c: names on paper. Each has several places: around its dot,
 * within its area, along its line; which of them are taken is exchanged until
 * few names are left out.
 *
 * A name is left out where it would be seen and stands nowhere: other stretches
 * of a road, or others of the same name, speak for it. */
#include "bjt-name-private.h"

#include "geo/bjt-label-placer.h"

#include <math.h>

#define STEP_ALONG 36.0 /* px between two places on a line */
#define MAX_ALONG 4000
#define AREA_FILL 0.95  /* of an area a name may reach over */
#define LEAST_FILL 0.6  /* of a name has room in its area: it may reach out of a small one */
#define N_ROWS 3
#define ON_LINE 0.4     /* what it costs to stand on a line with all characters */

static gboolean
holds (const BjtBox *box,
       const BjtBox *other)
{
  return other->x1 >= box->x1 && other->y1 >= box->y1 && other->x2 <= box->x2 && other->y2 <= box->y2;
}

static gboolean
is_seen (const BjtNamePlacer *self,
         BjtPoint             at)
{
  BjtBox point = { at.x, at.y, at.x, at.y };

  if (!holds (self->frame->within, &point))
    return FALSE;
  for (guint i = 0; i < self->frame->n_covered; i++)
    if (bjt_box_intersects (&point, &self->frame->covered[i]))
      return FALSE;
  return TRUE;
}

/* Where it stands in nobody's way, the map owes it to who looks. */
static void
see (BjtNamePlacer *self,
     const char    *text)
{
  if (!g_hash_table_contains (self->texts, text))
    g_hash_table_insert (self->texts, (gpointer) text, GUINT_TO_POINTER (g_hash_table_size (self->texts) + 1));
}

static void
offer (BjtNamePlacer *self,
       Name          *name,
       BjtPoint       centre,
       BjtPoint       size,
       double         cost)
{
  name->centre = centre;
  name->box = bjt_name_placer_box_around (centre, size, 2 * self->frame->px);
  name->cost = cost;
  if (holds (self->frame->within, &name->box))
    bjt_name_placer_add (self, name);
}

/* Below the dot first, where it stands on the screen. */
static void
offer_around (BjtNamePlacer *self,
              Name          *name,
              BjtPoint       size)
{
  static const struct
  {
    double x, y, cost;
  } sides[] = { { 0, 1, 0 }, { 0, -1, 0.3 }, { 1, 0, 0.2 }, { -1, 0, 0.4 }, { 1, -1, 0.6 }, { 1, 1, 0.5 }, { -1, 1, 0.7 }, { -1, -1, 0.8 } };
  BjtPoint at = name->dot;
  double   gap = 4 * self->frame->px;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      gboolean is_corner = sides[i].x * sides[i].y < 0 || sides[i].x * sides[i].y > 0;
      double   reach = is_corner ? 0.5 * gap : gap;

      offer (self, name, (BjtPoint) { at.x + sides[i].x * (size.x / 2 + reach), at.y + sides[i].y * (size.y / 2 + reach) }, size, sides[i].cost);
    }
}

/* In the middle, else in rows above and below it, else aside. */
static void
offer_within (BjtNamePlacer *self,
              Name          *name,
              BjtPoint       size,
              const BjtBox  *room)
{
  BjtPoint middle = name->dot;
  double   free_x = 0, free_y = 1.2 * size.y;

  if (room != NULL)
    {
      free_x = fmax (0, ((room->x2 - room->x1) * AREA_FILL - size.x) / 4);
      free_y = fmax (0, ((room->y2 - room->y1) * AREA_FILL - size.y) / 4);
    }
  for (int row = -N_ROWS; row <= N_ROWS; row++)
    for (int side = free_x > 0 ? -1 : 0; side <= (free_x > 0 ? 1 : 0); side++)
      offer (self, name, (BjtPoint) { middle.x + side * free_x, middle.y + row * free_y / N_ROWS }, size,
             0.7 * abs (row) / N_ROWS + 0.3 * abs (side));
}

/**
 * bjt_name_exchange_add_at:
 * @name: its dot is where it belongs to
 * @room: (nullable): surface units: the area it names
 */
void
bjt_name_exchange_add_at (BjtNamePlacer *self,
                          Name          *name,
                          BjtPoint       size,
                          const BjtBox  *room)
{
  gboolean seen = is_seen (self, name->dot);

  if (seen)
    see (self, name->label.text);
  if (name->label.has_dot && !seen)
    return;
  if (room != NULL && (room->x2 - room->x1 < size.x * LEAST_FILL || room->y2 - room->y1 < size.y * LEAST_FILL))
    return;
  name->of = self->n_labels++;
  if (name->label.has_dot)
    offer_around (self, name, size);
  else
    offer_within (self, name, size, room);
}

/* @name: its dot is in the middle of what it names. */
void
bjt_name_exchange_add_near (BjtNamePlacer *self,
                            Name          *name,
                            BjtPoint       size)
{
  static const double sides[] = { 0, -0.6, 0.6 };
  BjtPoint            middle = name->dot;

  if (is_seen (self, middle))
    see (self, name->label.text);
  name->of = self->n_labels++;
  for (guint step = 0; step < 60; step++)
    {
      guint  row = step / 3;
      double dy = (row + 1) / 2 * (row % 2 == 0 ? 0.7 : -0.7) * size.y;

      offer (self, name, (BjtPoint) { middle.x + sides[step % 3] * size.x, middle.y + dy }, size, step / 60.0);
    }
}

/* The places of one stretch: a name for every ROAD_SPACING of it, each with its
 * share of the places, those in the middle of the share first. */
static void
offer_stretch (BjtNamePlacer *self,
               GArray        *stretch)
{
  guint n = (guint) fmax (1, round (stretch->len * STEP_ALONG / ROAD_SPACING));

  for (guint i = 0; i < stretch->len; i++)
    {
      Name  *name = &g_array_index (stretch, Name, i);
      guint  share = (guint) ((guint64) i * n / stretch->len);
      double place = (double) i * n / stretch->len - share;

      name->of = self->n_labels + share;
      name->cost = fabs (2 * place - 1) * 0.6;
      bjt_name_placer_add (self, name);
    }
  self->n_labels += n;
  g_array_set_size (stretch, 0);
}

/**
 * bjt_name_exchange_add_along:
 * @length: of the line, surface units
 */
void
bjt_name_exchange_add_along (BjtNamePlacer *self,
                             Name          *name,
                             BjtPoint       size,
                             double         length)
{
  g_autoptr (GArray) stretch = g_array_new (FALSE, FALSE, sizeof (Name));
  BjtTextPath        path = bjt_name_placer_get_path (self, name->points, name->n_points);
  guint              n = (guint) fmin (MAX_ALONG, fmax (1, floor (length / (STEP_ALONG * self->frame->px))));

  for (guint i = 0; i < n; i++)
    {
      gboolean fits;

      name->at = (i + 0.5) / n * length;
      fits = bjt_text_path_measure (&path, name->at, size.x, size.y, &name->box);
      name->centre = (BjtPoint) { (name->box.x1 + name->box.x2) / 2, (name->box.y1 + name->box.y2) / 2 };
      if (!fits)
        {
          BjtBox point;

          fits = bjt_text_path_measure (&path, name->at, 0, 0, &point);
          if (fits && is_seen (self, (BjtPoint) { point.x1, point.y1 }))
            see (self, name->label.text);
          continue;
        }
      if (is_seen (self, name->centre))
        see (self, name->label.text);
      if (holds (self->frame->within, &name->box))
        g_array_append_val (stretch, *name);
      else if (stretch->len > 0)
        offer_stretch (self, stretch);
    }
  if (stretch->len > 0)
    offer_stretch (self, stretch);
}

/* Choosing */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *x = a, *y = b;

  if (x->of != y->of)
    return x->of < y->of ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

static guint32
get_group (const BjtNamePlacer *self,
           const Name          *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->texts, name->label.text));
}

/* @boxes: BJT_MAX_TEXT_BOXES at most */
static guint
list_boxes (const BjtNamePlacer *self,
            const Name          *name,
            BjtBox              *boxes)
{
  BjtTextPath path = bjt_name_placer_get_path (self, name->points, name->n_points);
  BjtPoint    size;

  boxes[0] = name->box;
  if (name->points == NULL)
    return 1;
  size = bjt_name_placer_measure (self, &name->label);
  return bjt_text_path_list_boxes (&path, name->at, size.x * BJT_TEXT_PATH_SPACING, size.y, boxes);
}

static gboolean
is_on_line (const GArray *lines,
            const BjtBox *box)
{
  for (guint i = 0; i < lines->len; i++)
    if (bjt_box_intersects (box, &g_array_index (lines, BjtBox, i)))
      return TRUE;
  return FALSE;
}

static void
add_place (const BjtNamePlacer *self,
           BjtLabelPlacer      *placer,
           const Name          *name)
{
  BjtBox boxes[BJT_MAX_TEXT_BOXES];
  guint  n = list_boxes (self, name, boxes), n_on_lines = 0;

  for (guint i = 0; i < n && self->frame->lines != NULL; i++)
    n_on_lines += is_on_line (self->frame->lines, &boxes[i]);
  bjt_label_placer_add_place (placer, boxes, n, (1 - ON_LINE) * name->cost + ON_LINE * n_on_lines / MAX (n, 1));
}

static void
take (const BjtNamePlacer *self,
      const Name          *name)
{
  BjtBox boxes[BJT_MAX_TEXT_BOXES];

  if (self->frame->taken != NULL)
    g_array_append_vals (self->frame->taken, boxes, list_boxes (self, name, boxes));
}

/* A step of importance weighs twice as much: a compound as much as eight lanes. */
static BjtLabelPlacer *
make_placer (BjtNamePlacer *self)
{
  BjtLabelPlacer *placer = bjt_label_placer_new (SAME_NAME_GAP * self->frame->px);

  for (guint i = 0; i < self->obstacles->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (self->obstacles, BjtBox, i));
  g_array_sort (self->names, compare_names);
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (i == 0 || name->of != g_array_index (self->names, Name, i - 1).of)
        bjt_label_placer_add_label (placer, exp2 (-name->importance / 100), get_group (self, name));
      add_place (self, placer, name);
    }
  return placer;
}

/**
 * bjt_name_exchange_choose:
 * @n_dropped: (out): names that stand nowhere
 *
 * Moves the places that are taken to the front of the array.
 */
guint
bjt_name_exchange_choose (BjtNamePlacer *self,
                          guint         *n_dropped)
{
  g_autoptr (BjtLabelPlacer) placer = make_placer (self);
  g_autoptr (GHashTable) stand = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 label = 0, last = 0;
  guint   n_kept = 0, place = 0;

  bjt_label_placer_place (placer);
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);

      if (i > 0 && name->of != last)
        {
          label++;
          place = 0;
        }
      last = name->of;
      if (bjt_label_placer_get_place (placer, label) != place++)
        continue;
      if (get_group (self, name) != 0)
        g_hash_table_add (stand, (gpointer) name->label.text);
      take (self, name);
      g_array_index (self->names, Name, n_kept++) = *name;
    }
  *n_dropped = g_hash_table_size (self->texts) - g_hash_table_size (stand);
  return n_kept;
}
