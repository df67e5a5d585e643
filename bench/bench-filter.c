/* bench-filter.c FILE [ZOOM STYLE]: what follows a change of the filter on the
 * map of a community: which doors match, counting and clustering anew, painting
 * the facts at 1400 × 900. Each is the median of some runs, the first left out,
 * in milliseconds of processor time: other programs do not change it much.
 * With a zoom it only paints, over and over, for a profiler. Prints JSON. */
#include "model/bjt-door-set.h"
#include "carto/bjt-building-painter.h"
#include "workspace/bjt-workspace.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1400
#define HEIGHT 900
#define RUNS 9 /* the first is left out */
#define PROFILE_RUNS 150
#define MIN_ZOOM 12
#define MAX_ZOOM 20

typedef struct
{
  BjtPicture      *picture;
  BjtFilter        filter;
  BjtBuildingLook  look;
  BjtPoint         centre;
  cairo_surface_t *surface;
} Bench;

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The first time is cold: it is left out. */
static double
get_median (double times[RUNS])
{
  qsort (times + 1, RUNS - 1, sizeof (double), compare_times);
  return times[1 + (RUNS - 1) / 2];
}

static double
measure_match (Bench *self)
{
  double times[RUNS];

  for (int run = 0; run < RUNS; run++)
    {
      double began = get_ms ();
      g_autoptr (BjtDoorSet) found = bjt_filter_match_all (&self->filter, self->picture);

      times[run] = get_ms () - began;
    }
  return get_median (times);
}

static double
measure_count (Bench *self)
{
  double times[RUNS];

  for (int run = 0; run < RUNS; run++)
    {
      double began = get_ms ();
      g_autoptr (BjtBuildingPainter) painter = bjt_building_painter_new (self->picture, &self->filter);

      bjt_building_painter_get_total (painter);
      times[run] = get_ms () - began;
    }
  return get_median (times);
}

static void
paint (Bench              *self,
       BjtBuildingPainter *painter,
       double              zoom)
{
  cairo_t    *cr = cairo_create (self->surface);
  BjtMapFrame frame;

  bjt_map_frame_init_view (&frame, self->centre, 256 * exp2 (zoom), WIDTH, HEIGHT);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  bjt_building_painter_paint_outlines (painter, cr, &frame, &self->look);
  bjt_building_painter_paint (painter, cr, &frame, &self->look);
  cairo_destroy (cr);
}

/* A new painter each time, as after a change of the filter; its counting is
 * measured apart. */
static double
measure_painting (Bench *self,
                  double zoom)
{
  double times[RUNS];

  for (int run = 0; run < RUNS; run++)
    {
      g_autoptr (BjtBuildingPainter) painter = bjt_building_painter_new (self->picture, &self->filter);
      double began;

      bjt_building_painter_get_total (painter);
      began = get_ms ();
      paint (self, painter, zoom);
      times[run] = get_ms () - began;
    }
  return get_median (times);
}

static void
print_figures (Bench *self)
{
  printf ("{\"doors\": %u, \"persons\": %u, \"match_ms\": %.3f, \"count_ms\": %.3f, \"zooms\": [",
          self->picture->doors->len, self->picture->persons->len, measure_match (self), measure_count (self));
  for (int zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom++)
    printf ("%s\n  {\"zoom\": %d, \"paint_ms\": %.2f}", zoom == MIN_ZOOM ? "" : ",", zoom, measure_painting (self, zoom));
  printf ("]}\n");
}

/* Where most doors are near: the building nearest to the middle. */
static BjtPoint
find_centre (const BjtPicture *picture)
{
  BjtPoint middle = { (picture->extent.x1 + picture->extent.x2) / 2, (picture->extent.y1 + picture->extent.y2) / 2 }, best = middle;
  double   least = INFINITY;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      BjtPoint at = bjt_picture_get_building (picture, b)->centre;
      double   distance = hypot (at.x - middle.x, at.y - middle.y);

      if (distance < least)
        {
          least = distance;
          best = at;
        }
    }
  return best;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtClock                 clock;
  Bench                    self;

  bjt_clock_init (&clock);
  workspace = argc > 1 ? bjt_workspace_open (argv[1], &clock, &error) : NULL;
  if (workspace == NULL)
    {
      fprintf (stderr, "bench-filter: %s\n", error != NULL ? error->message : "a FILE is needed");
      return 1;
    }
  self = (Bench) {
    .picture = bjt_workspace_get_picture (workspace),
    .look = { .palette = bjt_palette_get (BJT_PALETTE_LIGHT), .chosen_door = BJT_NO_INDEX, .shows_names = TRUE },
    .surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT),
  };
  self.centre = find_centre (self.picture);
  self.look.style = argc > 3 ? (BjtDoorStyle) atoi (argv[3]) : BJT_DOOR_STYLE_CLASS;
  bjt_filter_init (&self.filter);
  self.filter.classes = 1 << BJT_CLASS_RESIDENT | 1 << BJT_CLASS_FLOATING | 1 << BJT_CLASS_TENANT;
  self.filter.none = 1;
  if (argc > 2)
    {
      g_autoptr (BjtBuildingPainter) painter = bjt_building_painter_new (self.picture, &self.filter);

      for (int run = 0; run < PROFILE_RUNS; run++)
        paint (&self, painter, atof (argv[2]));
    }
  else
    print_figures (&self);
  cairo_surface_destroy (self.surface);
  return 0;
}
