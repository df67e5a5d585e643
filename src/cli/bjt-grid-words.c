/* bjt-grid-words.c: findings and borders in words. */
#include "bjt-grid-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "geo/bjt-mercator.h"

#define ROAD_DISTANCE 25.0 /* m: a road this near to the border is the border */

const char *
bjt_grid_words_of_size (BjtGridSize size)
{
  static const char *const names[] = { "ok", "low", "high" };

  return names[size];
}

char *
bjt_grid_words_dup_number (const BjtPicture *picture,
                           guint32           grid)
{
  return grid < picture->grids->len ? g_strdup_printf ("%d", bjt_picture_get_grid (picture, grid)->number) : NULL;
}

/* Of what concerns one grid as a whole. */
static char *
dup_grid_finding (const BjtGridLimits  *limits,
                  const BjtGridFinding *finding,
                  const char           *grid)
{
  int number = (int) finding->number;

  switch ((int) finding->kind)
    {
    case BJT_GRID_FINDING_NO_BOUNDARY:
      return g_strdup_printf (_("Grid %s has no border; draw it"), grid);
    case BJT_GRID_FINDING_CROSSES_ITSELF:
      return g_strdup_printf (_("The border of grid %s crosses itself"), grid);
    case BJT_GRID_FINDING_SEVERAL_PARTS:
      return g_strdup_printf (_("Grid %s lies in %d parts"), grid, number);
    case BJT_GRID_FINDING_TOO_FEW_HOUSEHOLDS:
      return g_strdup_printf (_("Grid %s has %d households, fewer than %d"), grid, number, limits->minimum);
    case BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS:
      return g_strdup_printf (_("Grid %s has %d households, more than %d"), grid, number, limits->maximum);
    case BJT_GRID_FINDING_LITTLE_WORK:
    case BJT_GRID_FINDING_MUCH_WORK:
      return g_strdup_printf (_("Grid %s has %d %% of the mean work; %d to %d %% are meant"), grid, number, 100 - limits->spread, 100 + limits->spread);
    case BJT_GRID_FINDING_NO_WORKER:
    default:
      return g_strdup_printf (_("Grid %s has no grid worker"), grid);
    }
}

/**
 * bjt_grid_words_dup_finding:
 *
 * Returns: (transfer full): one line
 */
char *
bjt_grid_words_dup_finding (const BjtGridDraft   *draft,
                            const BjtGridFinding *finding)
{
  const BjtPicture *picture = bjt_grid_draft_get_picture (draft);
  g_autofree char *grid = bjt_grid_words_dup_number (picture, finding->grid);
  g_autofree char *other = bjt_grid_words_dup_number (picture, finding->other);
  g_autofree char *building = finding->building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, finding->building) : NULL;
  int              number = (int) finding->number;

  switch ((int) finding->kind)
    {
    case BJT_GRID_FINDING_OVERLAP:
      return g_strdup_printf (_("Grids %s and %s overlap by %d m²"), grid, other, number);
    case BJT_GRID_FINDING_GAP:
      return g_strdup_printf (_("%d m² between the grids belong to none"), number);
    case BJT_GRID_FINDING_BUILDING_WITHOUT_GRID:
      return g_strdup_printf (_("%s belongs to no grid"), building);
    case BJT_GRID_FINDING_BUILDING_OUTSIDE:
      return g_strdup_printf (_("%s belongs to grid %s but stands outside every grid"), building, grid);
    case BJT_GRID_FINDING_BUILDING_ELSEWHERE:
      return g_strdup_printf (_("%s belongs to grid %s but stands in grid %s"), building, grid, other);
    case BJT_GRID_FINDING_BUILDING_ON_BORDER:
      return g_strdup_printf (_("%s of grid %s reaches into grid %s"), building, grid, other);
    default:
      return dup_grid_finding (bjt_grid_draft_get_limits (draft), finding, grid);
    }
}

/* The border (A03): what lies beyond the middle of each side */

static double
get_distance (const BjtGeometry *line,
              BjtPoint           place,
              double             metres)
{
  double least = G_MAXDOUBLE;

  for (guint p = 0; p < line->n_parts; p++)
    for (guint i = line->parts[p].first; i + 1 < line->parts[p].first + line->parts[p].n_points; i++)
      {
        BjtPoint a = bjt_mercator_project (line->points[i]), b = bjt_mercator_project (line->points[i + 1]);
        double   dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
        double   t = square > 0 ? ((place.x - a.x) * dx + (place.y - a.y) * dy) / square : 0;

        t = CLAMP (t, 0.0, 1.0);
        least = MIN (least, hypot (a.x + t * dx - place.x, a.y + t * dy - place.y) * metres);
      }
  return least;
}

static const char *
find_road (const BjtPicture *picture,
           BjtPoint          place,
           double            metres)
{
  const char *name = NULL;
  double      least = ROAD_DISTANCE;

  for (guint32 f = 0; f < picture->features->len; f++)
    {
      const BjtPictureFeature *feature = bjt_picture_get_feature (picture, f);
      double                   distance;

      if (feature->name == NULL || feature->shape == NULL || feature->shape->kind != BJT_GEOMETRY_LINE
          || (feature->kind != BJT_FEATURE_ROAD && feature->kind != BJT_FEATURE_WATER && feature->kind != BJT_FEATURE_RAILWAY))
        continue;
      distance = get_distance (feature->shape, place, metres);
      if (distance >= least)
        continue;
      least = distance;
      name = feature->name;
    }
  return name;
}

/* The middle of the longest stretch of the border that looks to @direction. */
static BjtPoint
find_side (const BjtCoverage *coverage,
           guint32            grid,
           BjtPoint           direction)
{
  BjtPoint       found = { NAN, NAN };
  double         most = -G_MAXDOUBLE, step = 2 / bjt_coverage_get_metres (coverage);
  guint          n;
  const guint32 *ring = bjt_coverage_get_ring (coverage, grid, 0, &n);

  for (guint i = 0; i < n; i++)
    {
      BjtPoint a = bjt_coverage_get_vertex (coverage, ring[i]), b = bjt_coverage_get_vertex (coverage, ring[(i + 1) % n]);
      BjtPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 }, beside = middle;
      double   across = (b.y - a.y) * direction.x - (b.x - a.x) * direction.y;

      beside.x += direction.x * step;
      beside.y += direction.y * step;
      if (fabs (across) <= most || bjt_coverage_contains (coverage, grid, beside))
        continue;
      most = fabs (across);
      found = middle;
    }
  return found;
}

static char *
dup_side (const BjtGridDraft *draft,
          guint32             grid,
          guint               side)
{
  static const BjtPoint directions[] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (draft);
  const BjtPicture  *picture = bjt_grid_draft_get_picture (draft);
  double             metres = bjt_coverage_get_metres (coverage);
  BjtPoint           place = find_side (coverage, grid, directions[side]);
  const char        *road = find_road (picture, place, metres);
  BjtPoint           beyond = { place.x + directions[side].x * 5 / metres, place.y + directions[side].y * 5 / metres };
  guint32            neighbour = bjt_coverage_find_face (coverage, beyond);

  if (road != NULL)
    return g_strdup (road);
  if (neighbour == BJT_COVERAGE_NONE || neighbour == grid || neighbour >= picture->grids->len)
    return g_strdup (_("edge of the community"));
  return g_strdup_printf (_("grid %d"), bjt_picture_get_grid (picture, neighbour)->number);
}

/**
 * bjt_grid_words_dup_border:
 *
 * Returns: (transfer full) (nullable): the road, or else the grid, on each side
 */
char *
bjt_grid_words_dup_border (const BjtGridDraft *draft,
                           guint32             grid)
{
  g_autofree char *east = NULL, *south = NULL, *west = NULL, *north = NULL;

  if (bjt_coverage_get_n_rings (bjt_grid_draft_get_coverage (draft), grid) == 0)
    return NULL;
  east = dup_side (draft, grid, 0);
  south = dup_side (draft, grid, 1);
  west = dup_side (draft, grid, 2);
  north = dup_side (draft, grid, 3);
  /* Translators: the border of a grid: a road or another grid on each side. */
  return g_strdup_printf (_("east: %s, south: %s, west: %s, north: %s"), east, south, west, north);
}
