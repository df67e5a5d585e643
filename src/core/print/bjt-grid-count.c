/* bjt-grid-count.c: one pass over the doors of the grid.
 *
 * Due in the month: contacted in it, or to be visited until its end. */
#include "bjt-grid-count.h"

#include "model/bjt-filter.h"

/* The first day of the next month. */
static BjtDate
find_month_end (BjtDate day)
{
  int year, month, of_month;

  bjt_date_get_ymd (day, &year, &month, &of_month);
  return month == 12 ? bjt_date_from_ymd (year + 1, 1, 1) : bjt_date_from_ymd (year, month + 1, 1);
}

static BjtDate
find_month_start (BjtDate day)
{
  int year, month, of_month;

  bjt_date_get_ymd (day, &year, &month, &of_month);
  return day - of_month + 1;
}

static void
count_classes (BjtGridCount     *self,
               const BjtPicture *picture,
               guint32           door)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;

  if (households->n == 0)
    self->classes[MIN (bjt_picture_get_door_state (picture, door)->household_class, BJT_N_CLASSES - 1)]++;
  for (guint h = households->first; h < households->first + households->n; h++)
    self->classes[MIN (bjt_picture_get_household (picture, h)->household_class, BJT_N_CLASSES - 1)]++;
}

static void
count_door (BjtGridCount     *self,
            const BjtPicture *picture,
            guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  BjtDate                    start = find_month_start (picture->as_of), end = find_month_end (picture->as_of);
  gboolean                   is_visited = state->last_contact_on >= start && state->last_contact_on < end;

  self->n_doors++;
  count_classes (self, picture, door);
  self->attention[MIN (state->attention, 2)]++;
  self->overdue_visits += state->visit_overdue;
  self->visited += is_visited;
  self->due += is_visited || (state->next_due_on != BJT_DATE_NONE && state->next_due_on < end);
}

/**
 * bjt_grid_count_get_issue_building:
 *
 * Returns: the building the issue is in, or BJT_NO_INDEX
 */
guint32
bjt_grid_count_get_issue_building (const BjtPicture      *picture,
                                   const BjtPictureIssue *issue)
{
  if (issue->door != BJT_NO_INDEX)
    return bjt_picture_get_door (picture, issue->door)->building;
  if (issue->entrance != BJT_NO_INDEX)
    return bjt_picture_get_entrance (picture, issue->entrance)->building;
  return issue->building;
}

gboolean
bjt_grid_count_has_issue (const BjtPicture      *picture,
                          guint32                grid,
                          const BjtPictureIssue *issue)
{
  guint32 building = bjt_grid_count_get_issue_building (picture, issue);

  return building != BJT_NO_INDEX && bjt_picture_get_building (picture, building)->grid == grid;
}

void
bjt_grid_count (BjtGridCount     *self,
                const BjtPicture *picture,
                guint32           grid)
{
  const BjtPictureGrid *g = bjt_picture_get_grid (picture, grid);
  BjtFilter             filter;

  *self = (BjtGridCount) { .n_buildings = g->n_buildings, .n_households = g->n_households, .n_persons = g->n_persons };
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (building->grid != grid)
        continue;
      for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
        count_door (self, picture, d);
    }
  for (guint32 i = 0; i < picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);

      if (!bjt_grid_count_has_issue (picture, grid, issue))
        continue;
      self->open_issues++;
      self->overdue_issues += issue->due_on != BJT_DATE_NONE && issue->due_on < picture->as_of;
    }
  bjt_filter_init (&filter);
  filter.grid = grid;
  bjt_filter_count_categories (&filter, picture, self->categories);
}

static void
count_people (BjtGridCount     *self,
              const BjtPicture *picture,
              guint32           door)
{
  BjtRun households = bjt_picture_get_door (picture, door)->households;

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun  members = bjt_picture_get_household (picture, h)->members;
      guint32 n_before = self->n_persons;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        {
          const BjtPictureMember *member = bjt_picture_get_member (picture, m);
          BjtCategorySet          categories = bjt_picture_get_person (picture, member->person)->categories;

          self->n_persons += member->is_resident;
          for (guint c = 0; member->is_resident && c < BJT_MAX_CATEGORIES; c++)
            self->categories[c] += categories >> c & 1;
        }
      self->n_households += self->n_persons > n_before;
    }
}

void
bjt_grid_count_doors (BjtGridCount     *self,
                      const BjtPicture *picture,
                      const BjtDoorSet *doors)
{
  *self = (BjtGridCount) { 0 };
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      count_door (self, picture, d);
      count_people (self, picture, d);
    }
  for (guint32 i = 0; i < picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);

      if (issue->door == BJT_NO_INDEX || !bjt_door_set_contains (doors, issue->door))
        continue;
      self->open_issues++;
      self->overdue_issues += issue->due_on != BJT_DATE_NONE && issue->due_on < picture->as_of;
    }
}
