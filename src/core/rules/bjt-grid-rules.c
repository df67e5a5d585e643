/* bjt-grid-rules.c: one pass over the grids, one over the buildings. */
#include "bjt-grid-rules.h"

#include <math.h>
#include <string.h>

#include "geo/bjt-mercator.h"

#define INSET 0.85 /* of a building: its outer wall may stand on the border */

static const char *const codes[] = {
  [BJT_GRID_FINDING_NO_BOUNDARY] = "no-boundary",
  [BJT_GRID_FINDING_CROSSES_ITSELF] = "crosses-itself",
  [BJT_GRID_FINDING_SEVERAL_PARTS] = "several-parts",
  [BJT_GRID_FINDING_OVERLAP] = "overlap",
  [BJT_GRID_FINDING_GAP] = "gap",
  [BJT_GRID_FINDING_TOO_FEW_HOUSEHOLDS] = "too-few-households",
  [BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS] = "too-many-households",
  [BJT_GRID_FINDING_LITTLE_WORK] = "little-work",
  [BJT_GRID_FINDING_MUCH_WORK] = "much-work",
  [BJT_GRID_FINDING_NO_WORKER] = "no-worker",
  [BJT_GRID_FINDING_BUILDING_WITHOUT_GRID] = "building-without-grid",
  [BJT_GRID_FINDING_BUILDING_OUTSIDE] = "building-outside",
  [BJT_GRID_FINDING_BUILDING_ELSEWHERE] = "building-elsewhere",
  [BJT_GRID_FINDING_BUILDING_ON_BORDER] = "building-on-border",
};
G_STATIC_ASSERT (G_N_ELEMENTS (codes) == BJT_N_GRID_FINDINGS);

const char *
bjt_grid_finding_get_code (BjtGridFindingKind kind)
{
  return codes[kind];
}

typedef struct
{
  const BjtGridDraft *draft;
  const GPtrArray    *duties;
  BjtCoverage        *coverage;
  const BjtPicture   *picture;
  GArray             *findings;
} Check;

static void
add (Check             *self,
     BjtGridFindingKind kind,
     guint32            grid,
     guint32            other,
     gint64             number,
     BjtPoint           mercator)
{
  BjtGridFinding finding = {
    kind, grid, other, BJT_NO_INDEX, number,
    isnan (mercator.x) ? mercator : bjt_mercator_unproject (mercator),
  };

  g_array_append_val (self->findings, finding);
}

static void
add_flaws (Check *self)
{
  static const BjtGridFindingKind kinds[] = {
    [BJT_FLAW_GAP] = BJT_GRID_FINDING_GAP,
    [BJT_FLAW_OVERLAP] = BJT_GRID_FINDING_OVERLAP,
    [BJT_FLAW_CROSSES_ITSELF] = BJT_GRID_FINDING_CROSSES_ITSELF,
  };
  g_autoptr (GArray) flaws = bjt_coverage_list_flaws (self->coverage);

  for (guint i = 0; i < flaws->len; i++)
    {
      const BjtFlaw *flaw = &g_array_index (flaws, BjtFlaw, i);

      add (self, kinds[flaw->kind], flaw->a, flaw->b, llround (flaw->area), flaw->place);
    }
}

/* Grids */

static guint
count_parts (const BjtCoverage *coverage,
             guint32            face)
{
  g_autoptr (BjtGeometry) boundary = bjt_coverage_dup_boundary (coverage, face);
  guint n = 0;

  for (guint p = 0; boundary != NULL && p < boundary->n_parts; p++)
    n += !boundary->parts[p].is_hole;
  return n;
}

static gboolean
has_worker (const Check *self,
            guint32      grid)
{
  const BjtPictureGrid *record;

  if (grid >= self->picture->grids->len)
    return FALSE;
  record = bjt_picture_get_grid (self->picture, grid);
  if (self->duties == NULL)
    return record->staff_name != NULL;
  for (guint i = 0; i < self->duties->len; i++)
    {
      const BjtDuty *duty = self->duties->pdata[i];

      if (bjt_uuid_equal (&duty->grid_id, &record->id) && duty->role != NULL && strstr (duty->role, BJT_DUTY_WORKER) != NULL
          && (duty->until_on == BJT_DATE_NONE || duty->until_on >= self->picture->as_of))
        return TRUE;
    }
  return FALSE;
}

static void
check_size (Check   *self,
            guint32  grid,
            double   mean,
            BjtPoint place)
{
  const BjtGridLimits *limits = bjt_grid_draft_get_limits (self->draft);
  const BjtGridTally  *tally = bjt_grid_draft_get_tally (self->draft, grid);
  BjtGridSize          households = bjt_grid_limits_judge_households (limits, tally->households);
  BjtGridSize          work = bjt_grid_limits_judge_work (limits, tally->work, mean);

  if (households != BJT_GRID_SIZE_OK)
    add (self, households == BJT_GRID_SIZE_LOW ? BJT_GRID_FINDING_TOO_FEW_HOUSEHOLDS : BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS,
         grid, BJT_NO_INDEX, tally->households, place);
  if (work != BJT_GRID_SIZE_OK && mean > 0)
    add (self, work == BJT_GRID_SIZE_LOW ? BJT_GRID_FINDING_LITTLE_WORK : BJT_GRID_FINDING_MUCH_WORK, grid, BJT_NO_INDEX,
         llround ((double) tally->work * 100 / mean), place);
}

static void
check_grid (Check  *self,
            guint32 grid,
            double  mean)
{
  BjtPoint place = bjt_coverage_get_inner_place (self->coverage, grid);
  guint    n_parts = count_parts (self->coverage, grid);

  if (n_parts == 0)
    add (self, BJT_GRID_FINDING_NO_BOUNDARY, grid, BJT_NO_INDEX, 0, place);
  if (n_parts > 1)
    add (self, BJT_GRID_FINDING_SEVERAL_PARTS, grid, BJT_NO_INDEX, n_parts, place);
  if (!has_worker (self, grid))
    add (self, BJT_GRID_FINDING_NO_WORKER, grid, BJT_NO_INDEX, 0, place);
  check_size (self, grid, mean, place);
}

/* Buildings */

static void
add_building (Check             *self,
              BjtGridFindingKind kind,
              guint32            other,
              guint32            building)
{
  const BjtPictureBuilding *record = bjt_picture_get_building (self->picture, building);

  add (self, kind, bjt_grid_draft_get_grid_of (self->draft, building), other, record->doors.n, record->centre);
  g_array_index (self->findings, BjtGridFinding, self->findings->len - 1).building = building;
}

/* A grid whose ground a corner of the building stands on, when it is not @own. */
static guint32
find_reached (Check                    *self,
              const BjtPictureBuilding *building,
              guint32                   own)
{
  for (guint c = 0; c < 4; c++)
    {
      BjtPoint corner = {
        building->centre.x + (building->corners[c].x - building->centre.x) * INSET,
        building->centre.y + (building->corners[c].y - building->centre.y) * INSET,
      };

      if (!bjt_coverage_contains (self->coverage, own, corner))
        {
          guint32 other = bjt_coverage_find_face (self->coverage, corner);

          if (other != BJT_COVERAGE_NONE)
            return other;
        }
    }
  return BJT_NO_INDEX;
}

static void
check_building (Check  *self,
                guint32 index)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, index);
  guint32 grid = bjt_grid_draft_get_grid_of (self->draft, index), ground;

  if (grid == BJT_NO_INDEX)
    {
      add_building (self, BJT_GRID_FINDING_BUILDING_WITHOUT_GRID, BJT_NO_INDEX, index);
      return;
    }
  if (isnan (building->centre.x) || bjt_coverage_get_n_rings (self->coverage, grid) == 0)
    return;
  if (bjt_coverage_contains (self->coverage, grid, building->centre))
    {
      ground = building->footprint != NULL ? find_reached (self, building, grid) : BJT_NO_INDEX;
      if (ground != BJT_NO_INDEX)
        add_building (self, BJT_GRID_FINDING_BUILDING_ON_BORDER, ground, index);
      return;
    }
  ground = bjt_coverage_find_face (self->coverage, building->centre);
  add_building (self, ground == BJT_COVERAGE_NONE ? BJT_GRID_FINDING_BUILDING_OUTSIDE : BJT_GRID_FINDING_BUILDING_ELSEWHERE, ground, index);
}

static gint
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const BjtGridFinding *x = a, *y = b;

  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  return (x->grid > y->grid) - (x->grid < y->grid);
}

/**
 * bjt_grid_rules_check:
 * @duties: (nullable) (element-type BjtDuty):
 *
 * Returns: (transfer full) (element-type BjtGridFinding): empty when all is well
 */
GArray *
bjt_grid_rules_check (const BjtGridDraft *draft,
                      const GPtrArray    *duties)
{
  double mean = bjt_grid_draft_get_mean_work (draft);
  Check  check = {
     .draft = draft,
     .duties = duties,
     .coverage = bjt_grid_draft_get_coverage (draft),
     .picture = bjt_grid_draft_get_picture (draft),
     .findings = g_array_new (FALSE, FALSE, sizeof (BjtGridFinding)),
  };

  add_flaws (&check);
  for (guint32 f = 0; f < bjt_coverage_get_n_faces (check.coverage); f++)
    if (bjt_grid_draft_is_grid (draft, f))
      check_grid (&check, f, mean);
  for (guint32 b = 0; b < check.picture->buildings->len; b++)
    check_building (&check, b);
  g_array_sort (check.findings, compare_findings);
  return check.findings;
}
