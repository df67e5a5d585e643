/* bjt-draft-snap.c: two indices, since drawings are large and change seldom
 * while elements change with each edit. Both are built at the first look.
 * Main thread only. */
#include "bjt-draft-snap.h"

#include <math.h>

#include "model/bjt-plans.h"

struct _BjtDraftSnap
{
  GPtrArray   *elements;
  GPtrArray   *backdrops;
  GHashTable  *left_out;  /* BjtPlanElement */
  BjtPlanSnap *drawn;     /* NULL: to be built */
  BjtPlanSnap *underlaid;
};

BjtDraftSnap *
bjt_draft_snap_new (void)
{
  BjtDraftSnap *self = g_new0 (BjtDraftSnap, 1);

  self->left_out = g_hash_table_new (NULL, NULL);
  return self;
}

void
bjt_draft_snap_free (BjtDraftSnap *self)
{
  if (self == NULL)
    return;
  bjt_draft_snap_set_plan (self, NULL, NULL);
  g_hash_table_unref (self->left_out);
  g_free (self);
}

void
bjt_draft_snap_set_plan (BjtDraftSnap *self,
                         GPtrArray    *elements,
                         GPtrArray    *backdrops)
{
  g_hash_table_remove_all (self->left_out);
  g_clear_pointer (&self->drawn, bjt_plan_snap_free);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  self->elements = elements != NULL ? g_ptr_array_ref (elements) : NULL;
  if (backdrops == self->backdrops && backdrops != NULL)
    return;
  g_clear_pointer (&self->underlaid, bjt_plan_snap_free);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  self->backdrops = backdrops != NULL ? g_ptr_array_ref (backdrops) : NULL;
}

void
bjt_draft_snap_leave_out (BjtDraftSnap *self,
                          GPtrArray    *elements)
{
  if (elements == NULL && g_hash_table_size (self->left_out) == 0)
    return;
  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    g_hash_table_add (self->left_out, g_ptr_array_index (elements, i));
  g_clear_pointer (&self->drawn, bjt_plan_snap_free);
}

static BjtPlanSnap *
build_drawn (BjtDraftSnap *self)
{
  BjtPlanSnap *snap = bjt_plan_snap_new ();

  for (guint i = 0; self->elements != NULL && i < self->elements->len; i++)
    {
      BjtPlanElement *element = g_ptr_array_index (self->elements, i);

      if (element->shape != NULL && element->kind != BJT_ELEMENT_TEXT && !g_hash_table_contains (self->left_out, element))
        bjt_plan_snap_add_shape (snap, element->shape, element);
    }
  bjt_plan_snap_finish (snap);
  return snap;
}

static BjtPlanSnap *
build_underlaid (BjtDraftSnap *self)
{
  BjtPlanSnap *snap = bjt_plan_snap_new ();

  for (guint i = 0; self->backdrops != NULL && i < self->backdrops->len; i++)
    bjt_plan_snap_add_backdrop (snap, g_ptr_array_index (self->backdrops, i));
  bjt_plan_snap_finish (snap);
  return snap;
}

/* The kinds stand by rank. */
static gboolean
is_better (const BjtPlanSnapHit *a,
           const BjtPlanSnapHit *b,
           BjtPoint              at)
{
  if (a->kind != b->kind)
    return a->kind < b->kind;
  return hypot (a->at.x - at.x, a->at.y - at.y) < hypot (b->at.x - at.x, b->at.y - at.y);
}

gboolean
bjt_draft_snap_find (BjtDraftSnap          *self,
                     BjtPoint               at,
                     const BjtPlanSnapWish *wish,
                     BjtPlanSnapHit        *hit)
{
  BjtPlanSnapHit other;
  gboolean       found;

  if (self->drawn == NULL)
    self->drawn = build_drawn (self);
  if (self->underlaid == NULL)
    self->underlaid = build_underlaid (self);
  found = bjt_plan_snap_find (self->drawn, at, wish, NULL, hit);
  if (bjt_plan_snap_find (self->underlaid, at, wish, NULL, &other) && (!found || is_better (&other, hit, at)))
    {
      *hit = other;
      found = TRUE;
    }
  if (!found)
    *hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_NONE, at, at, at };
  return found;
}
