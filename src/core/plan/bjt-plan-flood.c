/* bjt-plan-flood.c: a flood over pixels, and the outline of what it covers.
 *
 * Pixels like those at the place let it pass. A gap narrower than `close` stops
 * it: the flood runs over pixels that far from a wall (a chamfer distance, 3-4,
 * Borgefors 1986) and spreads by as much at its end. What lies within (texts,
 * furniture) is covered. The outline runs between pixels, is simplified
 * (Douglas and Peucker) and, where its sides stand at right angles to each
 * other but for noise, put at right angles. Large pictures are read at half
 * their size and less. */
#include "bjt-plan-flood.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#define MOST_PIXELS 6000000 /* at which a picture is worked on */
#define SLANT (12 * G_PI / 180) /* sides as far off as that are meant to be upright */

struct _BjtPlanFlood
{
  GdkPixbuf *pixbuf;
  int        width, height; /* at which it is worked on */
  double     scale;         /* pixels of the picture a pixel here */
};

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  double          *scale)
{
  *scale = fmax (1, sqrt ((double) width * height / MOST_PIXELS));
  if (*scale > 1)
    gdk_pixbuf_loader_set_size (loader, (int) fmax (1, width / *scale), (int) fmax (1, height / *scale));
}

BjtPlanFlood *
bjt_plan_flood_new (GBytes  *picture,
                    GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  BjtPlanFlood *self;
  double        scale = 1;
  gboolean      is_read;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &scale);
  is_read = gdk_pixbuf_loader_write_bytes (loader, picture, error);
  if (!gdk_pixbuf_loader_close (loader, is_read ? error : NULL) || !is_read)
    return NULL;
  self = g_new0 (BjtPlanFlood, 1);
  self->pixbuf = g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
  self->width = gdk_pixbuf_get_width (self->pixbuf);
  self->height = gdk_pixbuf_get_height (self->pixbuf);
  self->scale = scale;
  return self;
}

void
bjt_plan_flood_free (BjtPlanFlood *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->pixbuf);
  g_free (self);
}

void
bjt_plan_flood_get_size (const BjtPlanFlood *self,
                         double             *width,
                         double             *height)
{
  *width = self->width * self->scale;
  *height = self->height * self->scale;
}

/* The flood */

typedef struct
{
  int     width, height;
  guint8 *passes; /* 1: of the colour, 2: flooded */
  guint16 *away;  /* thirds of a pixel to the next wall */
  GArray *front;  /* guint32, pixels that were reached last */
} Water;

/* The mean of the 3 × 3 pixels around, but for those far off from the middle. */
static void
get_colour (const BjtPlanFlood *self,
            int                 x,
            int                 y,
            double              colour[3])
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (self->pixbuf);
  int           stride = gdk_pixbuf_get_rowstride (self->pixbuf), channels = gdk_pixbuf_get_n_channels (self->pixbuf);

  for (int c = 0; c < 3; c++)
    {
      int middle = pixels[y * stride + x * channels + c], sum = 0, n = 0;

      for (int v = MAX (0, y - 1); v <= MIN (self->height - 1, y + 1); v++)
        for (int u = MAX (0, x - 1); u <= MIN (self->width - 1, x + 1); u++)
          {
            int value = pixels[v * stride + u * channels + c];

            if (ABS (value - middle) > 32)
              continue;
            sum += value;
            n++;
          }
      colour[c] = (double) sum / n;
    }
}

static void
find_ground (const BjtPlanFlood *self,
             Water              *water,
             const double        colour[3],
             double              tolerance)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (self->pixbuf);
  int           stride = gdk_pixbuf_get_rowstride (self->pixbuf), channels = gdk_pixbuf_get_n_channels (self->pixbuf);

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      {
        const guint8 *pixel = pixels + (gsize) y * (gsize) stride + (gsize) x * (gsize) channels;
        double        unlike = fmax (fmax (fabs (pixel[0] - colour[0]), fabs (pixel[1] - colour[1])), fabs (pixel[2] - colour[2]));

        water->passes[y * self->width + x] = unlike <= tolerance * 255;
      }
}

static guint16
step_from (const Water *water,
           int          x,
           int          y,
           int          by)
{
  if (x < 0 || y < 0 || x >= water->width || y >= water->height)
    return 30000; /* the edge of the picture is no wall */
  return (guint16) MIN (30000, water->away[y * water->width + x] + by);
}

static void
measure (Water *water)
{
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < water->width * water->height; i++)
      {
        int      at = pass == 0 ? i : water->width * water->height - 1 - i, d = pass == 0 ? -1 : 1;
        int      x = at % water->width, y = at / water->width;
        guint16  least = pass == 0 ? 30000 : water->away[at];
        guint16  a = step_from (water, x + d, y, 3), b = step_from (water, x, y + d, 3);
        guint16  c = step_from (water, x + d, y + d, 4), e = step_from (water, x - d, y + d, 4);

        a = MIN (a, b);
        c = MIN (c, e);
        a = MIN (a, c);
        water->away[at] = water->passes[at] == 0 ? 0 : MIN (least, a);
      }
}

/* A pixel far enough from walls, uphill from the place. */
static int
climb (const Water *water,
       int          at,
       guint16      wanted)
{
  while (water->away[at] < wanted)
    {
      int x = at % water->width, y = at / water->width, best = at;

      for (int v = MAX (0, y - 2); v <= MIN (water->height - 1, y + 2); v++)
        for (int u = MAX (0, x - 2); u <= MIN (water->width - 1, x + 2); u++)
          if (water->away[v * water->width + u] > water->away[best])
            best = v * water->width + u;
      if (best == at)
        return -1;
      at = best;
    }
  return at;
}

/* Spreads from the front over pixels at least @wanted from walls; @steps < 0: as
 * far as it goes, but not slantwise, where a thin wall would let it through. */
static void
spread (Water  *water,
        guint16 wanted,
        int     steps)
{
  static const int around[8][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, 1 }, { -1, 1 }, { -1, -1 }, { 1, -1 } };
  GArray *next = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (water->front->len > 0 && steps != 0)
    {
      GArray *reached = water->front;

      for (guint i = 0; i < reached->len; i++)
        {
          guint32 at = g_array_index (reached, guint32, i);
          int     x = (int) at % water->width, y = (int) at / water->width;

          for (int k = 0; k < (steps < 0 ? 4 : 8); k++)
            {
              int     u = x + around[k][0], v = y + around[k][1];
              guint32 to = (guint32) (v * water->width + u);

              if (u < 0 || v < 0 || u >= water->width || v >= water->height || water->passes[to] != 1 || water->away[to] < wanted)
                continue;
              if (k >= 4 && (water->passes[y * water->width + u] == 0 || water->passes[v * water->width + x] == 0))
                continue;
              water->passes[to] = 2;
              g_array_append_val (next, to);
            }
        }
      g_array_set_size (reached, 0);
      water->front = next;
      next = reached;
      steps -= steps > 0;
    }
  g_array_unref (next);
}

/* Begins again from the whole rim of what is flooded. */
static void
gather_rim (Water *water)
{
  g_array_set_size (water->front, 0);
  for (guint32 i = 0; i < (guint32) (water->width * water->height); i++)
    if (water->passes[i] == 2)
      g_array_append_val (water->front, i);
}

static gboolean
is_wet (const Water *water,
        int          x,
        int          y)
{
  return x >= 0 && y >= 0 && x < water->width && y < water->height && water->passes[y * water->width + x] == 2;
}

/* The outline */

/* Around what is flooded, between the pixels, from its topmost row. */
static GArray *
walk_around (const Water *water)
{
  static const int ahead[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  static const int left[4][2] = { { 0, -1 }, { 0, 0 }, { -1, 0 }, { -1, -1 } };  /* pixels by the corner */
  static const int right[4][2] = { { 0, 0 }, { -1, 0 }, { -1, -1 }, { 0, -1 } };
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  int     first = 0, x, y, direction = 0;

  while (first < water->width * water->height && water->passes[first] != 2)
    first++;
  x = first % water->width;
  y = first / water->width;
  do
    {
      BjtPoint corner = { x, y };
      gboolean wet_left = is_wet (water, x + left[direction][0], y + left[direction][1]);
      gboolean wet_right = is_wet (water, x + right[direction][0], y + right[direction][1]);
      int      turn = !wet_right ? 1 : wet_left ? 3 : 0;

      if (turn != 0 || ring->len == 0)
        g_array_append_val (ring, corner);
      direction = (direction + turn) % 4;
      x += ahead[direction][0];
      y += ahead[direction][1];
    }
  while ((x != first % water->width || y != first / water->width) && ring->len < 2000000);
  return ring;
}

static void
keep_between (const BjtPoint *points,
              guint           first,
              guint           last,
              double          tolerance,
              guint8         *kept)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (stack, first);
  g_array_append_val (stack, last);
  while (stack->len > 0)
    {
      guint  b = g_array_index (stack, guint, stack->len - 1), a = g_array_index (stack, guint, stack->len - 2), farthest = a;
      double dx = points[b].x - points[a].x, dy = points[b].y - points[a].y, length = hypot (dx, dy), most = tolerance;

      g_array_set_size (stack, stack->len - 2);
      for (guint i = a + 1; i < b; i++)
        {
          double px = points[i].x - points[a].x, py = points[i].y - points[a].y;
          double away = length > 0 ? fabs (px * dy - py * dx) / length : hypot (px, py);

          if (away <= most)
            continue;
          most = away;
          farthest = i;
        }
      if (farthest == a)
        continue;
      kept[farthest] = 1;
      g_array_append_val (stack, a);
      g_array_append_val (stack, farthest);
      g_array_append_val (stack, farthest);
      g_array_append_val (stack, b);
    }
}

/* The corner farthest from the first is kept, too: a ring has two ends then. */
static GArray *
simplify (const GArray *ring,
          double        tolerance)
{
  const BjtPoint   *points = (const BjtPoint *) (gpointer) ring->data;
  g_autofree guint8 *kept = g_new0 (guint8, ring->len + 1);
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  GArray *simple = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  guint   farthest = 0;

  g_array_append_vals (closed, points, ring->len);
  g_array_append_val (closed, points[0]);
  for (guint i = 1; i < ring->len; i++)
    if (hypot (points[i].x - points[0].x, points[i].y - points[0].y) > hypot (points[farthest].x - points[0].x, points[farthest].y - points[0].y))
      farthest = i;
  kept[0] = kept[farthest] = 1;
  keep_between ((const BjtPoint *) (gpointer) closed->data, 0, farthest, tolerance, kept);
  keep_between ((const BjtPoint *) (gpointer) closed->data, farthest, ring->len, tolerance, kept);
  for (guint i = 0; i < ring->len; i++)
    if (kept[i])
      g_array_append_val (simple, points[i]);
  return simple;
}

/* The direction that most of the sides have, modulo a right angle. */
static double
get_direction (const GArray *ring)
{
  double c = 0, s = 0;

  for (guint i = 0; i < ring->len; i++)
    {
      const BjtPoint *a = &g_array_index (ring, BjtPoint, i), *b = &g_array_index (ring, BjtPoint, (i + 1) % ring->len);
      double          length = hypot (b->x - a->x, b->y - a->y), angle = 4 * atan2 (b->y - a->y, b->x - a->x);

      c += length * length * cos (angle);
      s += length * length * sin (angle);
    }
  return atan2 (s, c) / 4;
}

typedef struct
{
  BjtPoint a, b;  /* turned, so that upright sides are */
  int      along; /* 0: x, 1: y, 2: slanting */
} Side;

/* Sides one after the other that go the same way become one. */
static void
add_side (GArray *sides,
          Side    side)
{
  Side *last = sides->len > 0 ? &g_array_index (sides, Side, sides->len - 1) : NULL;

  if (last == NULL || last->along != side.along || side.along == 2)
    {
      g_array_append_val (sides, side);
      return;
    }
  if (side.along == 0)
    {
      double one = fabs (last->b.x - last->a.x), two = fabs (side.b.x - side.a.x), y = (one * last->a.y + two * side.a.y) / fmax (one + two, 1e-9);

      last->a.y = last->b.y = y;
      last->b.x = side.b.x;
    }
  else
    {
      double one = fabs (last->b.y - last->a.y), two = fabs (side.b.y - side.a.y), x = (one * last->a.x + two * side.a.x) / fmax (one + two, 1e-9);

      last->a.x = last->b.x = x;
      last->b.y = side.b.y;
    }
}

static GArray *
list_sides (const GArray *ring,
            double        direction)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));
  double  c = cos (-direction), s = sin (-direction);

  for (guint i = 0; i < ring->len; i++)
    {
      BjtPoint a = g_array_index (ring, BjtPoint, i), b = g_array_index (ring, BjtPoint, (i + 1) % ring->len);
      Side     side = { { a.x * c - a.y * s, a.x * s + a.y * c }, { b.x * c - b.y * s, b.x * s + b.y * c }, 2 };
      double   dx = fabs (side.b.x - side.a.x), dy = fabs (side.b.y - side.a.y);

      side.along = dy <= dx * tan (SLANT) ? 0 : dx <= dy * tan (SLANT) ? 1 : 2;
      if (side.along == 0)
        side.a.y = side.b.y = (side.a.y + side.b.y) / 2;
      else if (side.along == 1)
        side.a.x = side.b.x = (side.a.x + side.b.x) / 2;
      add_side (sides, side);
    }
  if (sides->len > 4 && g_array_index (sides, Side, 0).along == g_array_index (sides, Side, sides->len - 1).along)
    {
      Side first = g_array_index (sides, Side, 0);

      add_side (sides, first); /* the ring began in the midst of a side */
      if (first.along != 2)
        g_array_remove_index (sides, 0);
      else
        g_array_set_size (sides, sides->len - 1);
    }
  return sides;
}

/* Where two sides that follow each other meet. */
static BjtPoint
get_corner (const Side *one,
            const Side *two)
{
  if (one->along == 0 && two->along == 1)
    return (BjtPoint) { two->a.x, one->a.y };
  if (one->along == 1 && two->along == 0)
    return (BjtPoint) { one->a.x, two->a.y };
  if (one->along == 2 && two->along == 2)
    return one->b;
  return one->along == 2 ? (BjtPoint) { two->along == 1 ? two->a.x : one->b.x, two->along == 0 ? two->a.y : one->b.y }
                         : (BjtPoint) { one->along == 1 ? one->a.x : two->a.x, one->along == 0 ? one->a.y : two->a.y };
}

/* At right angles, as far as it was meant so. */
static GArray *
straighten (const GArray *ring)
{
  double  direction = get_direction (ring), c = cos (direction), s = sin (direction);
  g_autoptr (GArray) sides = list_sides (ring, direction);
  GArray *straight = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint i = 0; i < sides->len; i++)
    {
      const Side *one = &g_array_index (sides, Side, i), *two = &g_array_index (sides, Side, (i + 1) % sides->len);
      BjtPoint    corner = get_corner (one, two);
      BjtPoint    at = { corner.x * c - corner.y * s, corner.x * s + corner.y * c };

      g_array_append_val (straight, at);
    }
  return straight;
}

static double
get_area (const GArray *ring)
{
  return ring->len < 3 ? 0 : fabs (bjt_geometry_get_signed_area ((const BjtPoint *) (gpointer) ring->data, ring->len));
}

static BjtGeometry *
dup_outline (const BjtPlanFlood *self,
             const Water        *water,
             double              detail)
{
  g_autoptr (GArray) ring = walk_around (water);
  g_autoptr (GArray) simple = ring->len > 3 ? simplify (ring, fmax (1.5, detail / self->scale)) : NULL;
  g_autoptr (GArray) straight = simple != NULL && simple->len > 3 ? straighten (simple) : NULL;
  GArray *best;

  if (simple == NULL || simple->len < 3)
    return NULL;
  best = straight != NULL && fabs (get_area (straight) - get_area (ring)) < 0.06 * get_area (ring) ? straight : simple;
  for (guint i = 0; i < best->len; i++)
    {
      BjtPoint *point = &g_array_index (best, BjtPoint, i);

      *point = (BjtPoint) { point->x * self->scale, point->y * self->scale };
    }
  return bjt_geometry_new_polygon ((const BjtPoint *) (gpointer) best->data, best->len);
}

static gboolean
touches_edge (const Water *water)
{
  for (int x = 0; x < water->width; x++)
    if (is_wet (water, x, 0) || is_wet (water, x, water->height - 1))
      return TRUE;
  for (int y = 0; y < water->height; y++)
    if (is_wet (water, 0, y) || is_wet (water, water->width - 1, y))
      return TRUE;
  return FALSE;
}

/**
 * bjt_plan_flood_find:
 * @pixel: a place of the picture, y down
 * @tolerance: 0 … 1
 * @close: pixels; narrower gaps are closed
 * @detail: pixels; less does not count as a corner
 */
BjtGeometry *
bjt_plan_flood_find (const BjtPlanFlood *self,
                     BjtPoint            pixel,
                     double              tolerance,
                     double              close,
                     double              detail,
                     gboolean           *reaches_edge)
{
  gsize         n = (gsize) self->width * (gsize) self->height;
  int           x = (int) (pixel.x / self->scale), y = (int) (pixel.y / self->scale);
  int           half = (int) ceil (fmax (1, close / self->scale / 2));
  guint16       wanted = (guint16) MIN (20000, 3 * half);
  Water         water = { self->width, self->height, g_malloc (n), g_new (guint16, n), g_array_new (FALSE, FALSE, sizeof (guint32)) };
  double        colour[3];
  int           start;
  BjtGeometry  *outline = NULL;

  get_colour (self, MIN (x, self->width - 1), MIN (y, self->height - 1), colour);
  find_ground (self, &water, colour, tolerance);
  measure (&water);
  start = climb (&water, MIN (y, self->height - 1) * self->width + MIN (x, self->width - 1), wanted);
  if (start >= 0)
    {
      water.passes[start] = 2;
      g_array_append_val (water.front, start);
      spread (&water, wanted, -1);
      *reaches_edge = touches_edge (&water);
      gather_rim (&water);
      spread (&water, 0, half);
      outline = dup_outline (self, &water, detail);
    }
  g_free (water.passes);
  g_free (water.away);
  g_array_unref (water.front);
  return outline;
}
