/* bjt-stats.c: one pass over the picture; what visits and issues there were in
 * all is counted by the workspace. */
#include "bjt-stats.h"

static void
count_household (BjtStats                  *self,
                 const BjtPicture          *picture,
                 const BjtPictureHousehold *household)
{
  gboolean lived_in = FALSE;

  for (guint m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (picture, m);

      if (!member->is_resident)
        continue;
      lived_in = TRUE;
      self->persons++;
      for (BjtCategorySet rest = bjt_picture_get_person (picture, member->person)->categories; rest != 0; rest &= rest - 1)
        self->categories[__builtin_ctzll (rest)]++;
    }
  self->households += lived_in;
  self->hukou_only += household->household_class == BJT_CLASS_HUKOU_ONLY;
  self->household_class[household->household_class]++;
}

static gboolean
is_occupied (const BjtPicture     *picture,
             const BjtPictureDoor *door)
{
  for (guint h = door->households.first; h < door->households.first + door->households.n; h++)
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, h);

      for (guint m = household->members.first; m < household->members.first + household->members.n; m++)
        if (bjt_picture_get_member (picture, m)->is_resident)
          return TRUE;
    }
  return FALSE;
}

static void
count_door (BjtStats         *self,
            const BjtPicture *picture,
            guint32           index)
{
  const BjtPictureDoor      *door = bjt_picture_get_door (picture, index);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, index);

  self->doors++;
  self->empty_doors += !is_occupied (picture, door);
  self->due_doors += state->next_due_on != BJT_DATE_NONE;
  self->overdue_doors += state->visit_overdue;
  if (door->households.n == 0)
    self->household_class[state->household_class]++;
  for (guint h = door->households.first; h < door->households.first + door->households.n; h++)
    count_household (self, picture, bjt_picture_get_household (picture, h));
}

static void
count_issues (BjtStats         *self,
              const BjtPicture *picture,
              guint32           grid)
{
  for (guint i = 0; i < picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);
      guint32 its_grid = issue->building != BJT_NO_INDEX ? bjt_picture_get_building (picture, issue->building)->grid : BJT_NO_INDEX;

      if (grid != BJT_NO_INDEX && its_grid != grid)
        continue;
      self->open_issues++;
      self->overdue_issues += issue->due_on != BJT_DATE_NONE && issue->due_on < picture->as_of;
    }
}

/**
 * bjt_stats_count:
 * @self: (out caller-allocates): the figures; visits and issues stay 0
 * @grid: index, or BJT_NO_INDEX for all
 */
void
bjt_stats_count (BjtStats         *self,
                 const BjtPicture *picture,
                 guint32           grid)
{
  *self = (BjtStats) { 0 };
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (grid != BJT_NO_INDEX && building->grid != grid)
        continue;
      self->buildings++;
      self->entrances += building->entrances.n;
      for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
        count_door (self, picture, d);
    }
  for (guint32 c = 0; c < picture->compounds->len; c++)
    {
      const BjtRun *run = &bjt_picture_get_compound (picture, c)->buildings;
      gboolean      inside = grid == BJT_NO_INDEX;

      for (guint32 b = run->first; b < run->first + run->n && !inside; b++)
        inside = bjt_picture_get_building (picture, b)->grid == grid;
      self->compounds += inside;
    }
  self->grids = grid == BJT_NO_INDEX ? picture->grids->len : 1;
  count_issues (self, picture, grid);
}
