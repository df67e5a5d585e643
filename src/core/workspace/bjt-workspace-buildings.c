/* bjt-workspace-buildings.c: a building made or changed by a pattern.
 *
 * First everything is worked out in memory (Plan), which is the dry run too;
 * then it is written as one action. A door never loses what is known of it:
 * one that the pattern has no place for, but of which there are households,
 * visits, issues, notes or plans, is held at the end of its level. */
#include "bjt-workspace.h"

#include <math.h>

#include "bjt-door-history.h"
#include "bjt-pattern-match.h"
#include "bjt-workspace-private.h"
#include "plan/bjt-building-layout.h"
#include "store/bjt-journal.h"

typedef struct
{
  BjtWorkspace      *workspace;
  BjtBuildingLayout *layout;
  BjtBuilding       *building;
  BjtUuid            compound_id;   /* of a compound that is to be made; NIL: none */
  char              *compound_name;
  gboolean           is_new;
  GPtrArray         *entrances;     /* BjtEntrance, as they are */
  GPtrArray         *levels;        /* BjtLevel, as they are */
  GPtrArray         *doors;         /* BjtDoor, as they are */
  BjtPatternMatch   *match;
  GPtrArray         *next_entrances; /* BjtEntrance, by layout */
  GPtrArray         *next_doors;    /* BjtDoor, by layout */
  GPtrArray         *held;          /* BjtDoor, where they will stand */
  GPtrArray         *removed;       /* BjtDoor, borrowed */
  GHashTable        *held_entrances; /* key → itself: of held doors */
  BjtPatternDiff    *diff;
  BjtUuidSequence    keys;
} Plan;

static void
plan_clear (Plan *self)
{
  g_clear_pointer (&self->layout, bjt_building_layout_free);
  g_clear_pointer (&self->building, bjt_building_free);
  g_clear_pointer (&self->compound_name, g_free);
  g_clear_pointer (&self->entrances, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->match, bjt_pattern_match_free);
  g_clear_pointer (&self->next_entrances, g_ptr_array_unref);
  g_clear_pointer (&self->next_doors, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->held_entrances, g_hash_table_unref);
  g_clear_pointer (&self->doors, g_ptr_array_unref);
  g_clear_pointer (&self->diff, bjt_pattern_diff_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* The building */

static guint32
find_compound (const BjtPicture *picture,
               const char       *name)
{
  for (guint32 c = 0; c < picture->compounds->len; c++)
    if (g_strcmp0 (bjt_picture_get_compound (picture, c)->name, name) == 0)
      return c;
  return BJT_NO_INDEX;
}

/* The grid that all buildings of the compound belong to. */
static guint32
find_common_grid (const BjtPicture *picture,
                  guint32           compound)
{
  const BjtRun *run = &bjt_picture_get_compound (picture, compound)->buildings;
  guint32       grid = run->n > 0 ? bjt_picture_get_building (picture, run->first)->grid : BJT_NO_INDEX;

  for (guint32 b = run->first; b < run->first + run->n; b++)
    if (bjt_picture_get_building (picture, b)->grid != grid)
      return BJT_NO_INDEX;
  return grid;
}

static void
place_in_compound (Plan       *self,
                   const char *name)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           compound = find_compound (picture, name), grid;

  if (compound == BJT_NO_INDEX)
    {
      bjt_uuid_sequence_next (&self->keys, &self->compound_id);
      self->compound_name = g_strdup (name);
      self->building->compound_id = self->compound_id;
      return;
    }
  self->building->compound_id = bjt_picture_get_compound (picture, compound)->id;
  grid = find_common_grid (picture, compound);
  if (grid != BJT_NO_INDEX)
    self->building->grid_id = bjt_picture_get_grid (picture, grid)->id;
}

static gboolean
check_label (Plan    *self,
             GError **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);

  if (self->building->label == NULL || *self->building->label == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the building has no number; give it one, such as 12");
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *other = bjt_picture_get_building (picture, b);
      const BjtUuid            *compound = other->compound != BJT_NO_INDEX ? &bjt_picture_get_compound (picture, other->compound)->id : NULL;
      gboolean                  is_beside = compound != NULL ? bjt_uuid_equal (compound, &self->building->compound_id)
                                                             : bjt_uuid_is_nil (&self->building->compound_id);

      if (is_beside && !bjt_uuid_equal (&other->id, &self->building->id) && g_strcmp0 (other->label, self->building->label) == 0)
        {
          g_autofree char *name = bjt_picture_dup_building_name (picture, b);

          g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "%s is there already; change it, or give another number", name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
load_building (Plan                    *self,
               const BjtBuildingTarget *target,
               GError                 **error)
{
  BjtStore *store = self->workspace->store;

  self->is_new = bjt_uuid_is_nil (&target->building_id);
  if (self->is_new)
    {
      self->building = bjt_building_new ();
      bjt_uuid_sequence_next (&self->keys, &self->building->id);
      if (target->compound != NULL && *target->compound != '\0')
        place_in_compound (self, target->compound);
    }
  else
    self->building = bjt_store_get (store, &bjt_building_type, &target->building_id, error);
  if (self->building == NULL)
    return FALSE;
  if (target->label != NULL)
    {
      g_free (self->building->label);
      self->building->label = g_strstrip (g_strdup (target->label));
    }
  self->building->levels_above = self->layout->levels_above;
  self->building->doors_reversed = self->layout->is_reversed;
  self->entrances = bjt_store_list (store, &bjt_entrance_type, "building_id", &self->building->id, "ordinal, label", 0, error);
  self->levels = self->entrances != NULL ? bjt_store_list (store, &bjt_level_type, "building_id", &self->building->id, "ordinal", 0, error) : NULL;
  self->doors = self->levels != NULL ? bjt_store_list (store, &bjt_door_type, "building_id", &self->building->id, "ordinal, stack, label", 0, error) : NULL;
  return self->doors != NULL && check_label (self, error);
}

/* Working it out */

static void
plan_entrances (Plan *self)
{
  self->next_entrances = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_entrance_free);
  for (guint e = 0; e < self->layout->entrances->len; e++)
    {
      guint32      old = self->match->entrances[e];
      BjtEntrance *next = old != BJT_NO_INDEX ? bjt_entrance_copy (self->entrances->pdata[old]) : bjt_entrance_new ();

      if (old == BJT_NO_INDEX)
        {
          bjt_uuid_sequence_next (&self->keys, &next->id);
          next->building_id = self->building->id;
          self->diff->n_new_entrances++;
        }
      g_free (next->label);
      next->label = g_strdup (self->layout->entrances->pdata[e]);
      next->ordinal = (int) e;
      g_ptr_array_add (self->next_entrances, next);
    }
}

static gboolean
is_entrance_known (Plan              *self,
                   const BjtEntrance *entrance)
{
  return g_hash_table_contains (self->held_entrances, &entrance->id) || bjt_door_history_has_entrance (self->workspace->store, &entrance->id);
}

static const BjtDoor *
find_record (const GPtrArray *doors,
             const BjtUuid   *id)
{
  for (guint i = 0; i < doors->len; i++)
    if (bjt_uuid_equal (&((BjtDoor *) doors->pdata[i])->id, id))
      return doors->pdata[i];
  return NULL;
}

static gboolean
is_level_merged (Plan *self,
                 int   ordinal)
{
  for (guint i = 0; i < self->doors->len; i++)
    {
      const BjtDoor *door = self->doors->pdata[i];

      if (door->ordinal == ordinal && bjt_uuid_is_nil (&door->merged_into_id))
        return FALSE;
    }
  return TRUE;
}

/* What was merged by hand stays so; of whole levels the pattern tells. */
static void
settle_merge (Plan               *self,
              const BjtDoor      *old,
              const BjtDoorDraft *draft,
              BjtDoor            *next)
{
  const BjtDoor *head = old != NULL && !bjt_uuid_is_nil (&old->merged_into_id) ? find_record (self->doors, &old->merged_into_id) : NULL;

  if (draft->merged_into >= 0)
    next->merged_into_id = ((BjtDoor *) self->next_doors->pdata[draft->merged_into])->id;
  else if (old != NULL && (head == NULL || (head->ordinal != old->ordinal && is_level_merged (self, old->ordinal)) || g_ptr_array_find (self->removed, head, NULL)))
    next->merged_into_id = BJT_UUID_NIL;
}

static BjtDoor *
make_door (Plan  *self,
           guint  door)
{
  const BjtDoorDraft *draft = bjt_building_layout_get_door (self->layout, door);
  guint32             record = self->match->doors[door];
  const BjtDoor      *old = record != BJT_NO_INDEX ? self->doors->pdata[record] : NULL;
  BjtDoor            *next = old != NULL ? bjt_door_copy (old) : bjt_door_new ();

  if (old == NULL)
    {
      bjt_uuid_sequence_next (&self->keys, &next->id);
      next->building_id = self->building->id;
      next->span = draft->span;
      next->area_m2 = NAN;
    }
  if (old == NULL || g_strcmp0 (old->label, draft->label) != 0)
    next->kind = draft->kind; /* a dwelling that was found to be a shop stays one */
  next->entrance_id = draft->entrance >= 0 ? ((BjtEntrance *) self->next_entrances->pdata[draft->entrance])->id : BJT_UUID_NIL;
  next->ordinal = draft->ordinal;
  next->stack = draft->stack;
  g_free (next->label);
  next->label = g_strdup (draft->label);
  return next;
}

static gboolean
is_same_place (const BjtDoor *a,
               const BjtDoor *b)
{
  return bjt_uuid_equal (&a->entrance_id, &b->entrance_id) && a->ordinal == b->ordinal && a->stack == b->stack;
}

/* After the last door of its entrance and level, when its place is taken. */
static void
hold_door (Plan          *self,
           const BjtDoor *old)
{
  BjtDoor  *next = bjt_door_copy (old);
  gboolean  is_taken = FALSE;
  int       last = 0;
  GPtrArray *others[] = { self->next_doors, self->held };

  for (guint a = 0; a < G_N_ELEMENTS (others); a++)
    for (guint i = 0; i < others[a]->len; i++)
      {
        const BjtDoor *other = others[a]->pdata[i];

        if (!bjt_uuid_equal (&other->entrance_id, &next->entrance_id) || other->ordinal != next->ordinal)
          continue;
        is_taken = is_taken || other->stack == next->stack;
        last = MAX (last, other->stack + MAX (other->span, 1));
      }
  if (is_taken)
    next->stack = last;
  g_hash_table_add (self->held_entrances, &next->entrance_id);
  g_ptr_array_add (self->held, next);
}

static const char *
get_entrance_label (Plan          *self,
                    const BjtUuid *id)
{
  const GPtrArray *lists[] = { self->next_entrances, self->entrances };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      if (bjt_uuid_equal (&((BjtEntrance *) lists[l]->pdata[i])->id, id))
        return ((BjtEntrance *) lists[l]->pdata[i])->label;
  return NULL;
}

static void
tell_door (Plan  *self,
           guint  door)
{
  const BjtDoor *next = self->next_doors->pdata[door];
  const BjtDoor *old = self->match->doors[door] != BJT_NO_INDEX ? self->doors->pdata[self->match->doors[door]] : NULL;
  BjtDoorFate    fate = BJT_DOOR_ADDED;

  if (old != NULL)
    fate = is_same_place (old, next) && g_strcmp0 (old->label, next->label) == 0 && old->kind == next->kind
               && bjt_uuid_equal (&old->merged_into_id, &next->merged_into_id)
             ? BJT_DOOR_UNCHANGED
             : BJT_DOOR_CHANGED;
  bjt_pattern_diff_add (self->diff, fate, old, next, get_entrance_label (self, &next->entrance_id));
}

static void
plan_doors (Plan *self)
{
  self->next_doors = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_door_free);
  for (guint d = 0; d < self->layout->doors->len; d++)
    g_ptr_array_add (self->next_doors, make_door (self, d));
  for (guint i = 0; i < self->doors->len; i++)
    if (!self->match->used_doors[i] && bjt_door_history_has_door (self->workspace->store, self->doors->pdata[i]))
      hold_door (self, self->doors->pdata[i]);
    else if (!self->match->used_doors[i])
      g_ptr_array_add (self->removed, self->doors->pdata[i]);
  for (guint d = 0; d < self->layout->doors->len; d++)
    {
      guint32 record = self->match->doors[d];

      settle_merge (self, record != BJT_NO_INDEX ? self->doors->pdata[record] : NULL, bjt_building_layout_get_door (self->layout, d),
                    self->next_doors->pdata[d]);
      tell_door (self, d);
    }
  for (guint i = 0; i < self->held->len; i++)
    {
      BjtDoor       *next = self->held->pdata[i];
      const BjtDoor *head = bjt_uuid_is_nil (&next->merged_into_id) ? NULL : find_record (self->doors, &next->merged_into_id);

      if (head != NULL && g_ptr_array_find (self->removed, head, NULL))
        next->merged_into_id = BJT_UUID_NIL;
      bjt_pattern_diff_add (self->diff, BJT_DOOR_HELD, find_record (self->doors, &next->id), next, get_entrance_label (self, &next->entrance_id));
    }
  for (guint i = 0; i < self->removed->len; i++)
    {
      const BjtDoor *old = self->removed->pdata[i];

      bjt_pattern_diff_add (self->diff, BJT_DOOR_REMOVED, old, NULL, get_entrance_label (self, &old->entrance_id));
    }
}

static gboolean
plan_make (Plan                     *self,
           BjtWorkspace             *workspace,
           const BjtBuildingTarget  *target,
           const BjtBuildingPattern *pattern,
           GError                  **error)
{
  self->workspace = workspace;
  bjt_uuid_sequence_init (&self->keys, bjt_clock_get_now (&workspace->clock) / 1000);
  self->layout = bjt_building_layout_new (pattern, error);
  if (self->layout == NULL || !load_building (self, target, error))
    return FALSE;
  self->match = bjt_pattern_match_new (self->layout, self->entrances, self->doors);
  self->diff = bjt_pattern_diff_new ();
  self->diff->building_id = self->building->id;
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_door_free);
  self->removed = g_ptr_array_new ();
  self->held_entrances = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  plan_entrances (self);
  plan_doors (self);
  for (guint i = 0; i < self->entrances->len; i++)
    if (!self->match->used_entrances[i] && !is_entrance_known (self, self->entrances->pdata[i]))
      self->diff->n_removed_entrances++;
  return TRUE;
}

/* Writing */

static gboolean
write_compound (Plan    *self,
                GError **error)
{
  g_autoptr (BjtCompound) compound = NULL;

  if (self->compound_name == NULL)
    return TRUE;
  compound = bjt_compound_new ();
  compound->id = self->compound_id;
  compound->name = g_strdup (self->compound_name);
  return bjt_store_insert (self->workspace->store, &bjt_compound_type, compound, error);
}

/* Entrances that the pattern has not, but doors or history, follow the others. */
static gboolean
write_entrances (Plan    *self,
                 GError **error)
{
  BjtStore *store = self->workspace->store;
  int       ordinal = (int) self->layout->entrances->len;

  for (guint e = 0; e < self->next_entrances->len; e++)
    if (!(self->match->entrances[e] != BJT_NO_INDEX ? bjt_store_update (store, &bjt_entrance_type, self->next_entrances->pdata[e], error)
                                                    : bjt_store_insert (store, &bjt_entrance_type, self->next_entrances->pdata[e], error)))
      return FALSE;
  for (guint i = 0; i < self->entrances->len; i++)
    {
      g_autoptr (BjtEntrance) old = self->match->used_entrances[i] ? NULL : bjt_entrance_copy (self->entrances->pdata[i]);

      if (old == NULL)
        continue;
      old->ordinal = ordinal++;
      if (!(is_entrance_known (self, old) ? bjt_store_update (store, &bjt_entrance_type, old, error)
                                          : bjt_store_remove (store, &bjt_entrance_type, &old->id, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_level (Plan                *self,
             const BjtLevelDraft *draft,
             GError             **error)
{
  g_autofree char *usual = g_strdup_printf ("%d", draft->ordinal >= 0 ? draft->ordinal + 1 : draft->ordinal);
  g_autoptr (BjtLevel) level = NULL;

  for (guint i = 0; i < self->levels->len && level == NULL; i++)
    if (((BjtLevel *) self->levels->pdata[i])->ordinal == draft->ordinal)
      level = bjt_level_copy (self->levels->pdata[i]);
  if (level != NULL && g_strcmp0 (level->label, draft->label) == 0)
    return TRUE;
  if (level == NULL && g_strcmp0 (usual, draft->label) == 0)
    return TRUE;
  if (level != NULL)
    {
      g_free (level->label);
      level->label = g_strdup (draft->label);
      return bjt_store_update (self->workspace->store, &bjt_level_type, level, error);
    }
  level = bjt_level_new ();
  bjt_uuid_sequence_next (&self->keys, &level->id);
  level->building_id = self->building->id;
  level->ordinal = draft->ordinal;
  level->label = g_strdup (draft->label);
  return bjt_store_insert (self->workspace->store, &bjt_level_type, level, error);
}

static gboolean
write_doors (Plan    *self,
             GError **error)
{
  BjtStore *store = self->workspace->store;

  for (guint d = 0; d < self->next_doors->len; d++)
    {
      const BjtDoorChange *change = self->diff->doors->pdata[d];

      if (change->fate == BJT_DOOR_UNCHANGED)
        continue;
      if (!(change->fate == BJT_DOOR_ADDED ? bjt_store_insert (store, &bjt_door_type, self->next_doors->pdata[d], error)
                                           : bjt_store_update (store, &bjt_door_type, self->next_doors->pdata[d], error)))
        return FALSE;
    }
  for (guint i = 0; i < self->held->len; i++)
    if (!bjt_store_update (store, &bjt_door_type, self->held->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->removed->len; i++)
    if (!bjt_store_remove (store, &bjt_door_type, &((BjtDoor *) self->removed->pdata[i])->id, error))
      return FALSE;
  return TRUE;
}

static gboolean
plan_write (Plan    *self,
            GError **error)
{
  BjtStore *store = self->workspace->store;

  if (!write_compound (self, error)
      || !(self->is_new ? bjt_store_insert (store, &bjt_building_type, self->building, error)
                        : bjt_store_update (store, &bjt_building_type, self->building, error))
      || !write_entrances (self, error))
    return FALSE;
  for (guint l = 0; l < self->layout->levels->len; l++)
    if (!write_level (self, bjt_building_layout_get_level (self->layout, l), error))
      return FALSE;
  return write_doors (self, error);
}

/**
 * bjt_workspace_compare_pattern:
 *
 * Returns: (transfer full) (nullable): what applying it would do; nothing is
 *   changed
 */
BjtPatternDiff *
bjt_workspace_compare_pattern (BjtWorkspace             *self,
                               const BjtBuildingTarget  *target,
                               const BjtBuildingPattern *pattern,
                               GError                  **error)
{
  g_auto (Plan) plan = { 0 };

  return plan_make (&plan, self, target, pattern, error) ? g_steal_pointer (&plan.diff) : NULL;
}

static char *
dup_subject (Plan *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           building = bjt_picture_find_building (picture, &self->building->id);
  const char       *compound = self->compound_name;

  if (building != BJT_NO_INDEX)
    return bjt_picture_dup_building_name (picture, building);
  for (guint32 c = 0; c < picture->compounds->len && compound == NULL; c++)
    if (bjt_uuid_equal (&bjt_picture_get_compound (picture, c)->id, &self->building->compound_id))
      compound = bjt_picture_get_compound (picture, c)->name;
  return compound != NULL ? g_strdup_printf ("%s %s", compound, self->building->label) : g_strdup (self->building->label);
}

/**
 * bjt_workspace_apply_pattern:
 *
 * Returns: (transfer full) (nullable): what was done
 */
BjtPatternDiff *
bjt_workspace_apply_pattern (BjtWorkspace             *self,
                             const BjtBuildingTarget  *target,
                             const BjtBuildingPattern *pattern,
                             GError                  **error)
{
  g_auto (Plan) plan = { 0 };
  g_autofree char *subject = NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (!plan_make (&plan, self, target, pattern, error))
    return NULL;
  subject = dup_subject (&plan);
  scope = bjt_workspace_begin (self, plan.is_new ? "new-building" : "lay-out-building", subject, error);
  if (scope == NULL || !plan_write (&plan, error) || !bjt_workspace_finish (self, scope, error))
    return NULL;
  return g_steal_pointer (&plan.diff);
}
