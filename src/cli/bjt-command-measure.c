/* bjt-command-measure.c: how long, how large, what lies inside. Measuring needs
 * no community. */
#include "bjt-cli.h"
#include "geo/bjt-coordinates.h"
#include "geo/bjt-geodesic.h"
#include "geo/bjt-mercator.h"
#include "model/bjt-door-index.h"

/* The middle of China: settles nothing within it. */
static const BjtPoint CHINA = { 105, 35 };

static void
add_row (BjtListing *listing,
         const char *name,
         double      value,
         const char *unit)
{
  bjt_listing_add_text (listing, name);
  bjt_listing_take_text (listing, g_strdup_printf ("%.2f", value));
  bjt_listing_add_text (listing, unit);
}

static void
add_distances (BjtListing   *listing,
               const GArray *path)
{
  const BjtPoint *points = (const BjtPoint *) (gpointer) path->data;

  for (guint i = 1; i < path->len && path->len > 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("segment.%u", i);

      add_row (listing, name, bjt_geodesic_get_distance (points[i - 1], points[i]), "m");
    }
  add_row (listing, "distance", bjt_geodesic_get_length (points, path->len), "m");
}

static void
add_area (BjtListing   *listing,
          const GArray *path)
{
  double perimeter;
  double area = bjt_geodesic_get_area ((const BjtPoint *) (gpointer) path->data, path->len, &perimeter);

  add_row (listing, "perimeter", perimeter, "m");
  add_row (listing, "area", area, "m2");
  add_row (listing, "area", area / BJT_SQUARE_METRES_PER_MU, "mu");
}

BjtExit
bjt_command_measure (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const char *const columns[] = { "figure", "value", "unit", NULL };
  gboolean     is_area = FALSE;
  GOptionEntry entries[] = {
    { "area", 'a', 0, G_OPTION_ARG_NONE, &is_area, N_ ("The area inside, in square metres and mu"), NULL },
    { NULL },
  };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  BjtExit exit_code;

  if (!bjt_cli_parse ("LON,LAT LON,LAT…", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (int i = 1; i < argc; i++)
    if (!bjt_coordinates_parse_path (argv[i], CHINA, path))
      return bjt_cli_usage (_("these are no coordinates: “%s”; write lon,lat lon,lat …"), argv[i]);
  if (path->len < (is_area ? 3 : 2))
    return bjt_cli_usage (_("use: bjt measure LON,LAT LON,LAT… [--area]"));
  if (is_area)
    add_area (listing, path);
  else
    add_distances (listing, path);
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}

BjtDoorSet *
bjt_cli_find_within (BjtWorkspace *workspace,
                     const char   *ring,
                     BjtExit      *exit_code)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (BjtGeometry) polygon = NULL;
  g_autoptr (BjtDoorIndex) index = NULL;

  if (!bjt_coordinates_parse_path (ring, CHINA, path) || path->len < 3)
    {
      *exit_code = bjt_cli_usage (_("this is no ring: “%s”; write three places or more: lon,lat lon,lat lon,lat"), ring);
      return NULL;
    }
  for (guint i = 0; i < path->len; i++)
    {
      BjtPoint *place = &g_array_index (path, BjtPoint, i);

      *place = bjt_mercator_project (*place);
    }
  polygon = bjt_geometry_new_polygon ((const BjtPoint *) (gpointer) path->data, path->len);
  index = bjt_door_index_new (bjt_workspace_get_picture (workspace));
  return bjt_door_index_find_in_polygon (index, polygon);
}
