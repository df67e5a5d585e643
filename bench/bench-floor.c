/* bench-floor.c: opens a community, gives every building its schematic plans and
 * one of them 10,000 elements more; measures an edit until the new picture is
 * there, and painting that plan at 1400 × 900 while it is panned. Prints the
 * figures as JSON. Writes into the file. */
#include <math.h>
#include <stdlib.h>

#include "paint/bjt-plan-painter.h"
#include "workspace/bjt-workspace-plans.h"

#define N_ELEMENTS 10000
#define SIDE 100
#define FRAMES 60
#define EDITS 9
#define WIDTH 1400
#define HEIGHT 900

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Rooms and walls in rows */
static void
fill_plan (BjtWorkspace  *workspace,
           const BjtUuid *plan_id,
           GError       **error)
{
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();

  for (guint i = 0; i < N_ELEMENTS; i++)
    {
      BjtPlanElement *element = bjt_plan_element_new ();
      double          x = i % SIDE * 1.0, y = i / SIDE * 1.0;
      BjtPoint        ring[] = { { x, y }, { x + 0.8, y }, { x + 0.8, y + 0.7 }, { x, y + 0.7 } };

      element->kind = i % 2 == 0 ? BJT_ELEMENT_AREA : BJT_ELEMENT_WALL;
      element->shape = i % 2 == 0 ? bjt_geometry_new_polygon (ring, 4) : bjt_geometry_new_line (ring, 3);
      element->size = 0.1;
      element->angle = 0;
      element->position = (int) i;
      bjt_plan_edit_add (edit, element);
    }
  bjt_workspace_edit_plan (workspace, plan_id, edit, NULL, error);
}

static double
measure_edit (BjtWorkspace  *workspace,
              const BjtUuid *plan_id)
{
  double times[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
      BjtPlanElement *element = bjt_plan_element_new ();
      gint64          began;

      element->kind = BJT_ELEMENT_TEXT;
      element->shape = bjt_geometry_new_point (i, 3);
      element->label = g_strdup ("1");
      element->size = 0.5;
      element->angle = 0;
      bjt_plan_edit_add (edit, element);
      began = g_get_monotonic_time ();
      if (!bjt_workspace_edit_plan (workspace, plan_id, edit, NULL, NULL))
        return (double) NAN;
      times[i] = get_ms (began);
    }
  qsort (times, EDITS, sizeof *times, compare);
  return times[EDITS / 2];
}

static double
measure_frames (BjtPicture *picture,
                guint32     plan)
{
  g_autoptr (BjtPlanPainter) painter = bjt_plan_painter_new (picture, plan, 0, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  BjtPlanFrame     frame = { .width = WIDTH, .height = HEIGHT };
  BjtBox           box = bjt_plan_painter_get_box (painter);
  double           frames[FRAMES];

  bjt_plan_frame_fit (&frame, &box, 0);
  for (guint i = 0; i < FRAMES; i++)
    {
      gint64 began = g_get_monotonic_time ();

      frame.centre.x += 0.7 / frame.scale;
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      bjt_plan_painter_paint (painter, cr, &frame, 1);
      frames[i] = get_ms (began);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  qsort (frames, FRAMES, sizeof *frames, compare);
  return frames[FRAMES * 95 / 100];
}

static gboolean
make_plans (BjtWorkspace *workspace,
            GError      **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (guint32 b = 0; b < picture->buildings->len; b++)
    if (bjt_picture_get_building (picture, b)->doors.n > 0)
      g_array_append_val (ids, bjt_picture_get_building (picture, b)->id);
  return bjt_workspace_make_schematics (workspace, (const BjtUuid *) (gpointer) ids->data, ids->len, error);
}

int
main (int    argc,
      char **argv)
{
  BjtClock clock;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) workspace = NULL;
  const BjtPicture *picture;
  BjtUuid           id;
  guint             n_households, n_plans, n_elements;
  double            edit_ms, full_edit_ms;

  bjt_clock_init (&clock);
  workspace = argc == 2 ? bjt_workspace_open (argv[1], &clock, &error) : NULL;
  if (workspace == NULL || !make_plans (workspace, &error) || bjt_workspace_get_picture (workspace)->plans->len == 0)
    {
      g_printerr ("bench-floor: %s\n", error != NULL ? error->message : "which community?");
      return 1;
    }
  picture = bjt_workspace_get_picture (workspace);
  id = bjt_picture_get_plan (picture, 0)->id;
  n_households = picture->households->len;
  n_plans = picture->plans->len;
  n_elements = picture->elements->len;
  edit_ms = measure_edit (workspace, &id);
  fill_plan (workspace, &id, &error);
  full_edit_ms = measure_edit (workspace, &id);
  g_print ("{\"households\": %u, \"plans\": %u, \"elements\": %u, \"edit_ms\": %.1f, \"full_edit_ms\": %.1f, \"frame_ms\": %.1f}\n",
           n_households, n_plans, n_elements, edit_ms, full_edit_ms, measure_frames (bjt_workspace_get_picture (workspace), 0));
  return 0;
}
