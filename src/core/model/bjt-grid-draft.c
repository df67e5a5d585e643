/* bjt-grid-draft.c: counts each building once; then an edit only asks for those
 * in the box it touches: some hundred microseconds a step for 100,000 doors. */
#include "bjt-grid-draft.h"

#include <math.h>

const BjtGridLimits BJT_GRID_LIMITS_DEFAULT = {
  .minimum = 300,
  .maximum = 500,
  .spread = 20,
  .weights = { 1, 2, 6, 26 }, /* twice a year, each quarter, each month, each week (domain.md B.6) */
};

struct _BjtGridDraft
{
  /* Owned */
  BjtPicture   *picture;
  BjtCoverage  *base; /* as the picture has it */
  BjtCoverage  *coverage;
  BjtGridTally *buildings;
  guint32      *assigned; /* face by building */
  GArray       *tallies;  /* BjtGridTally by face */
  gboolean     *is_parent;

  /* State */
  BjtGridLimits   limits;
  BjtGridEditKind kind;
  guint32         subject; /* split, merged into, drawn */
  guint32         other;   /* split off, merged, removed */
};

BjtGridSize
bjt_grid_limits_judge_households (const BjtGridLimits *self,
                                  guint                households)
{
  if ((int) households < self->minimum)
    return BJT_GRID_SIZE_LOW;
  return (int) households > self->maximum ? BJT_GRID_SIZE_HIGH : BJT_GRID_SIZE_OK;
}

BjtGridSize
bjt_grid_limits_judge_work (const BjtGridLimits *self,
                            gint64               work,
                            double               mean)
{
  double share = self->spread / 100.0;

  if ((double) work < mean * (1 - share))
    return BJT_GRID_SIZE_LOW;
  return (double) work > mean * (1 + share) ? BJT_GRID_SIZE_HIGH : BJT_GRID_SIZE_OK;
}

/* Counting */

static int
find_tier (const BjtPicture *picture,
           BjtCategorySet    categories)
{
  int tier = BJT_TIER_NONE;

  for (; categories != 0; categories &= categories - 1)
    tier = MAX (tier, (int) bjt_picture_get_category (picture, (guint32) __builtin_ctzll (categories))->tier);
  return CLAMP (tier, 0, 3);
}

static void
count_household (BjtGridDraft              *self,
                 BjtGridTally              *tally,
                 const BjtPictureHousehold *household)
{
  guint n_residents = 0;

  for (guint m = 0; m < household->members.n; m++)
    n_residents += bjt_picture_get_member (self->picture, household->members.first + m)->is_resident != 0;
  if (n_residents == 0)
    return;
  tally->households++;
  tally->persons += n_residents;
  tally->work += self->limits.weights[find_tier (self->picture, household->categories)];
}

static void
count_building (BjtGridDraft             *self,
                BjtGridTally             *tally,
                const BjtPictureBuilding *building)
{
  tally->buildings = 1;
  tally->doors = building->doors.n;
  for (guint d = 0; d < building->doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, building->doors.first + d);

      for (guint h = 0; h < door->households.n; h++)
        count_household (self, tally, bjt_picture_get_household (self->picture, door->households.first + h));
    }
}

static void
add_tally (BjtGridDraft *self,
           guint32       face,
           guint32       building,
           int           sign)
{
  const BjtGridTally *from = self->buildings + building;
  BjtGridTally       *to;

  if (face == BJT_NO_INDEX)
    return;
  to = &g_array_index (self->tallies, BjtGridTally, face);
  to->buildings += (guint) sign * from->buildings;
  to->doors += (guint) sign * from->doors;
  to->households += (guint) sign * from->households;
  to->persons += (guint) sign * from->persons;
  to->work += sign * from->work;
}

static void
assign (BjtGridDraft *self,
        guint32       building,
        guint32       face)
{
  if (self->assigned[building] == face)
    return;
  add_tally (self, self->assigned[building], building, -1);
  self->assigned[building] = face;
  add_tally (self, face, building, 1);
}

static guint32
get_first_grid (const BjtGridDraft *self,
                guint32             building)
{
  return bjt_picture_get_building (self->picture, building)->grid;
}

static void
count_all (BjtGridDraft *self)
{
  guint n = self->picture->buildings->len;

  self->buildings = g_new0 (BjtGridTally, n + 1);
  self->assigned = g_new (guint32, n + 1);
  for (guint32 b = 0; b < n; b++)
    {
      count_building (self, self->buildings + b, bjt_picture_get_building (self->picture, b));
      self->assigned[b] = get_first_grid (self, b);
      add_tally (self, self->assigned[b], b, 1);
    }
}

/* Making one */

static BjtCoverage *
read_grids (BjtGridDraft *self)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  for (guint32 g = 0; g < self->picture->grids->len; g++)
    g_ptr_array_add (shapes, self->is_parent[g] ? NULL : (gpointer) bjt_picture_get_grid (self->picture, g)->boundary);
  return bjt_coverage_new ((const BjtGeometry *const *) shapes->pdata, shapes->len, BJT_COVERAGE_TOLERANCE);
}

static void
forget_edit (BjtGridDraft *self)
{
  self->kind = BJT_GRID_EDIT_RESHAPE;
  self->subject = self->other = BJT_NO_INDEX;
}

/**
 * bjt_grid_draft_new:
 * @limits: (nullable): the default ones when %NULL
 */
BjtGridDraft *
bjt_grid_draft_new (BjtPicture          *picture,
                    const BjtGridLimits *limits)
{
  BjtGridDraft *self = g_new0 (BjtGridDraft, 1);
  guint         n = picture->grids->len;

  self->picture = bjt_picture_ref (picture);
  self->limits = limits != NULL ? *limits : BJT_GRID_LIMITS_DEFAULT;
  self->is_parent = g_new0 (gboolean, n + 1);
  for (guint32 g = 0; g < n; g++)
    if (bjt_picture_get_grid (picture, g)->parent != BJT_NO_INDEX)
      self->is_parent[bjt_picture_get_grid (picture, g)->parent] = TRUE;
  self->base = read_grids (self);
  self->coverage = bjt_coverage_copy (self->base);
  self->tallies = g_array_new (FALSE, TRUE, sizeof (BjtGridTally));
  g_array_set_size (self->tallies, n);
  count_all (self);
  forget_edit (self);
  return self;
}

void
bjt_grid_draft_free (BjtGridDraft *self)
{
  if (self == NULL)
    return;
  bjt_coverage_free (self->base);
  bjt_coverage_free (self->coverage);
  g_array_unref (self->tallies);
  g_free (self->buildings);
  g_free (self->assigned);
  g_free (self->is_parent);
  bjt_picture_unref (self->picture);
  g_free (self);
}

/**
 * bjt_grid_draft_reset:
 *
 * Back to what the picture has.
 */
void
bjt_grid_draft_reset (BjtGridDraft *self)
{
  bjt_coverage_free (self->coverage);
  self->coverage = bjt_coverage_copy (self->base);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    assign (self, b, get_first_grid (self, b));
  g_array_set_size (self->tallies, self->picture->grids->len);
  forget_edit (self);
}

/* Looking */

BjtPicture *
bjt_grid_draft_get_picture (const BjtGridDraft *self)
{
  return self->picture;
}

const BjtGridLimits *
bjt_grid_draft_get_limits (const BjtGridDraft *self)
{
  return &self->limits;
}

BjtCoverage *
bjt_grid_draft_get_coverage (const BjtGridDraft *self)
{
  return self->coverage;
}

const BjtCoverage *
bjt_grid_draft_get_base (const BjtGridDraft *self)
{
  return self->base;
}

gboolean
bjt_grid_draft_is_grid (const BjtGridDraft *self,
                        guint32             face)
{
  gboolean is_gone = self->other == face && (self->kind == BJT_GRID_EDIT_MERGE || self->kind == BJT_GRID_EDIT_REMOVE);

  return face < self->tallies->len && !is_gone && (face >= self->picture->grids->len || !self->is_parent[face]);
}

const BjtGridTally *
bjt_grid_draft_get_tally (const BjtGridDraft *self,
                          guint32             face)
{
  return &g_array_index (self->tallies, BjtGridTally, face);
}

double
bjt_grid_draft_get_mean_work (const BjtGridDraft *self)
{
  gint64 sum = 0;
  guint  n = 0;

  for (guint32 f = 0; f < self->tallies->len; f++)
    if (bjt_grid_draft_is_grid (self, f))
      {
        sum += bjt_grid_draft_get_tally (self, f)->work;
        n++;
      }
  return n > 0 ? (double) sum / n : 0;
}

guint32
bjt_grid_draft_get_grid_of (const BjtGridDraft *self,
                            guint32             building)
{
  return self->assigned[building];
}

/* Which building belongs where */

/* Does the ground under @place belong to others than before? */
static gboolean
changed_hands (const BjtGridDraft *self,
               BjtPoint            place)
{
  guint n_before = bjt_coverage_get_n_faces (self->base);

  for (guint32 f = 0; f < bjt_coverage_get_n_faces (self->coverage); f++)
    if (bjt_coverage_is_changed (self->coverage, f)
        && (f < n_before && bjt_coverage_contains (self->base, f, place)) != bjt_coverage_contains (self->coverage, f, place))
      return TRUE;
  return FALSE;
}

/* The grid stays where it still has the ground; else who has it. */
static void
settle_building (BjtGridDraft *self,
                 guint32       building,
                 BjtPoint      place)
{
  guint32 first = get_first_grid (self, building);

  if (!changed_hands (self, place))
    assign (self, building, first);
  else if (first != BJT_NO_INDEX && bjt_coverage_contains (self->coverage, first, place))
    assign (self, building, first);
  else
    assign (self, building, bjt_coverage_find_face (self->coverage, place)); /* BJT_COVERAGE_NONE is BJT_NO_INDEX */
}

static void
settle_within (BjtGridDraft *self,
               const BjtBox *box)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      BjtPoint place = bjt_picture_get_building (self->picture, b)->centre;

      if (place.x >= box->x1 && place.x <= box->x2 && place.y >= box->y1 && place.y <= box->y2)
        settle_building (self, b, place);
    }
}

static void
settle_all (BjtGridDraft *self)
{
  const BjtBox world = { 0, 0, 1, 1 };

  g_array_set_size (self->tallies, bjt_coverage_get_n_faces (self->coverage));
  settle_within (self, &world);
}

/* What a moved vertex can change lies between its old and new sides. */
static void
add_star (const BjtCoverage *coverage,
          guint32            vertex,
          BjtBox            *box)
{
  for (guint32 f = 0; f < bjt_coverage_get_n_faces (coverage); f++)
    for (guint r = 0; r < bjt_coverage_get_n_rings (coverage, f); r++)
      {
        guint          n;
        const guint32 *ring = bjt_coverage_get_ring (coverage, f, r, &n);

        for (guint i = 0; i < n; i++)
          for (guint side = 0; ring[i] == vertex && side < 3; side++)
            {
              BjtPoint at = bjt_coverage_get_vertex (coverage, ring[(i + n - 1 + side) % n]);

              bjt_box_add_point (box, at.x, at.y);
            }
      }
}

/**
 * bjt_grid_draft_drag:
 *
 * One step of a drag: the vertex stands at @place, households are counted.
 */
void
bjt_grid_draft_drag (BjtGridDraft *self,
                     guint32       vertex,
                     BjtPoint      place)
{
  BjtBox box = BJT_BOX_EMPTY;

  add_star (self->coverage, vertex, &box);
  bjt_coverage_drag_vertex (self->coverage, vertex, place);
  add_star (self->coverage, vertex, &box);
  settle_within (self, &box);
}

/* Editing */

gboolean
bjt_grid_draft_move_vertex (BjtGridDraft *self,
                            guint32       vertex,
                            BjtPoint      place,
                            GError      **error)
{
  if (!bjt_coverage_move_vertex (self->coverage, vertex, place, error))
    return FALSE;
  settle_all (self);
  return TRUE;
}

guint32
bjt_grid_draft_insert_vertex (BjtGridDraft          *self,
                              const BjtCoverageEdge *edge)
{
  return bjt_coverage_insert_vertex (self->coverage, edge);
}

gboolean
bjt_grid_draft_remove_vertex (BjtGridDraft *self,
                              guint32       vertex,
                              GError      **error)
{
  if (!bjt_coverage_remove_vertex (self->coverage, vertex, error))
    return FALSE;
  settle_all (self);
  return TRUE;
}

/**
 * bjt_grid_draft_split:
 *
 * The part with more households stays the grid, the other becomes a new one.
 */
gboolean
bjt_grid_draft_split (BjtGridDraft   *self,
                      guint32         grid,
                      const BjtPoint *line,
                      guint           n_points,
                      GError        **error)
{
  guint32 piece;

  if (!bjt_coverage_split (self->coverage, grid, line, n_points, &piece, error))
    return FALSE;
  self->kind = BJT_GRID_EDIT_SPLIT;
  self->subject = grid;
  self->other = piece;
  settle_all (self);
  if (bjt_grid_draft_get_tally (self, piece)->households <= bjt_grid_draft_get_tally (self, grid)->households)
    return TRUE;
  bjt_coverage_swap (self->coverage, grid, piece);
  settle_all (self);
  return TRUE;
}

/* Grids that were never drawn have buildings all the same. */
static gboolean
join_faces (BjtGridDraft *self,
            guint32       into,
            guint32       other,
            GError      **error)
{
  gboolean has_into = bjt_coverage_get_n_rings (self->coverage, into) > 0;
  gboolean has_other = bjt_coverage_get_n_rings (self->coverage, other) > 0;

  if (has_into && has_other)
    return bjt_coverage_merge (self->coverage, into, other, error);
  if (has_other)
    bjt_coverage_swap (self->coverage, into, other);
  return TRUE;
}

gboolean
bjt_grid_draft_merge (BjtGridDraft *self,
                      guint32       into,
                      guint32       other,
                      GError      **error)
{
  if (into == other || !join_faces (self, into, other, error))
    {
      if (into == other)
        g_set_error_literal (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_NOT_NEIGHBOURS, "two grids are needed");
      return FALSE;
    }
  self->kind = BJT_GRID_EDIT_MERGE;
  self->subject = into;
  self->other = other;
  settle_all (self);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    if (get_first_grid (self, b) == other)
      assign (self, b, into);
  return TRUE;
}

gboolean
bjt_grid_draft_draw (BjtGridDraft   *self,
                     const BjtPoint *ring,
                     guint           n_points,
                     BjtCoverageMode mode,
                     GError        **error)
{
  guint32 drawn;

  if (!bjt_coverage_draw (self->coverage, ring, n_points, mode, &drawn, error))
    return FALSE;
  self->kind = BJT_GRID_EDIT_DRAW;
  self->subject = drawn;
  settle_all (self);
  return TRUE;
}

/**
 * bjt_grid_draft_remove:
 *
 * Its buildings belong to who else has their ground, or to nobody.
 */
void
bjt_grid_draft_remove (BjtGridDraft *self,
                       guint32       grid)
{
  bjt_coverage_remove (self->coverage, grid);
  self->kind = BJT_GRID_EDIT_REMOVE;
  self->other = grid;
  settle_all (self);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    if (self->assigned[b] == grid)
      assign (self, b, bjt_coverage_find_face (self->coverage, bjt_picture_get_building (self->picture, b)->centre));
}

/* What is to be written */

static void
clear_change (gpointer data)
{
  g_clear_pointer (&((BjtGridChange *) data)->boundary, bjt_geometry_unref);
}

void
bjt_grid_edit_free (BjtGridEdit *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->changes);
  g_array_unref (self->moves);
  g_free (self);
}

static BjtUuid
get_id (const BjtGridDraft *self,
        guint32             face,
        const BjtUuid      *new_id)
{
  if (face == BJT_NO_INDEX)
    return BJT_UUID_NIL;
  return face < self->picture->grids->len ? bjt_picture_get_grid (self->picture, face)->id : *new_id;
}

/**
 * bjt_grid_draft_make_edit:
 *
 * Returns: (transfer full) (nullable):
 */
BjtGridEdit *
bjt_grid_draft_make_edit (const BjtGridDraft *self)
{
  g_autoptr (BjtGridEdit) edit = g_new0 (BjtGridEdit, 1);
  gboolean is_gone = self->kind == BJT_GRID_EDIT_MERGE || self->kind == BJT_GRID_EDIT_REMOVE;
  BjtUuid  new_id;

  bjt_uuid_init_random (&new_id, g_get_real_time () / 1000);
  edit->changes = g_array_new (FALSE, TRUE, sizeof (BjtGridChange));
  g_array_set_clear_func (edit->changes, clear_change);
  edit->moves = g_array_new (FALSE, FALSE, sizeof (BjtGridMove));
  edit->kind = self->kind;
  edit->grid_id = get_id (self, self->subject, &new_id);
  edit->other_id = get_id (self, self->other, &new_id);
  for (guint32 f = 0; f < bjt_coverage_get_n_faces (self->coverage); f++)
    if (bjt_coverage_is_changed (self->coverage, f) && !(is_gone && f == self->other))
      {
        BjtGridChange change = { get_id (self, f, &new_id), f >= self->picture->grids->len, bjt_coverage_dup_boundary (self->coverage, f) };

        g_array_append_val (edit->changes, change);
      }
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    if (self->assigned[b] != get_first_grid (self, b))
      {
        BjtGridMove move = { bjt_picture_get_building (self->picture, b)->id, get_id (self, self->assigned[b], &new_id) };

        g_array_append_val (edit->moves, move);
      }
  if (edit->changes->len == 0 && edit->moves->len == 0 && !is_gone)
    return NULL;
  return g_steal_pointer (&edit);
}
