/* bjt-door-tally.c: one walk over the people of the doors; milliseconds for a
 * whole community. */
#include "bjt-door-tally.h"

static void
count_person (BjtDoorTally           *self,
              const BjtPicture       *picture,
              const BjtPictureMember *member)
{
  BjtCategorySet left;

  if (!member->is_resident)
    return;
  self->n_persons++;
  for (left = bjt_picture_get_person (picture, member->person)->categories; left != 0; left &= left - 1)
    self->categories[__builtin_ctzll (left)]++;
}

static void
count_household (BjtDoorTally     *self,
                 const BjtPicture *picture,
                 guint32           household)
{
  BjtRun members = bjt_picture_get_household (picture, household)->members;

  for (guint32 m = members.first; m < members.first + members.n; m++)
    count_person (self, picture, bjt_picture_get_member (picture, m));
}

void
bjt_door_tally_count (BjtDoorTally     *self,
                      const BjtPicture *picture,
                      const BjtDoorSet *doors)
{
  *self = (BjtDoorTally) { 0 };
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);
      BjtRun households = bjt_picture_get_door (picture, d)->households;

      self->n_doors++;
      self->n_overdue += state->visit_overdue;
      self->n_open += state->open_issues > 0;
      self->classes[state->household_class]++;
      for (guint32 h = households.first; h < households.first + households.n; h++)
        count_household (self, picture, h);
    }
}
