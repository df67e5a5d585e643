/* bjt-pattern-diff.c: a list with counts, filled while a pattern is compared. */
#include "bjt-pattern-diff.h"

static void
change_free (gpointer data)
{
  BjtDoorChange *self = data;

  g_free (self->entrance);
  g_free (self->label);
  g_free (self->old_label);
  g_free (self);
}

BjtPatternDiff *
bjt_pattern_diff_new (void)
{
  BjtPatternDiff *self = g_new0 (BjtPatternDiff, 1);

  self->doors = g_ptr_array_new_with_free_func (change_free);
  return self;
}

void
bjt_pattern_diff_free (BjtPatternDiff *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->doors);
  g_free (self);
}

/**
 * bjt_pattern_diff_add:
 * @old: (nullable): as it is
 * @next: (nullable): as it will be
 * @entrance: (nullable): label
 */
void
bjt_pattern_diff_add (BjtPatternDiff *self,
                      BjtDoorFate     fate,
                      const BjtDoor  *old,
                      const BjtDoor  *next,
                      const char     *entrance)
{
  const BjtDoor *door = next != NULL ? next : old;
  BjtDoorChange *change = g_new0 (BjtDoorChange, 1);

  if (old != NULL)
    change->door_id = old->id;
  change->fate = fate;
  change->entrance = g_strdup (entrance);
  change->ordinal = door->ordinal;
  change->label = g_strdup (door->label);
  change->old_label = old != NULL ? g_strdup (old->label) : NULL;
  self->n_doors[fate]++;
  g_ptr_array_add (self->doors, change);
}

const char *
bjt_door_fate_get_name (BjtDoorFate fate)
{
  static const char *const names[] = { "added", "changed", "unchanged", "removed", "held" };

  return names[fate];
}
