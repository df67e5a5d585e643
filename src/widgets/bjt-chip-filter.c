/* bjt-chip-filter.c: pure; categories are a union, so is the set of classes,
 * and both narrow each other. */
#include "bjt-chip-filter.h"

#include <stdlib.h>
#include <string.h>

#define ALL_CLASSES ((guint8) ((1u << BJT_N_CLASSES) - 1))

static BjtCategorySet
category_bit (const BjtChip *self)
{
  return G_GUINT64_CONSTANT (1) << self->index;
}

static guint8
class_bit (const BjtChip *self)
{
  return (guint8) (1u << self->index);
}

char *
bjt_chip_dup_key (const BjtChip    *self,
                  const BjtPicture *picture)
{
  switch (self->kind)
    {
    case BJT_CHIP_OVERDUE:
      return g_strdup ("overdue");
    case BJT_CHIP_OPEN_ISSUE:
      return g_strdup ("open-issue");
    case BJT_CHIP_CATEGORY:
      return g_strdup_printf ("category:%s", bjt_picture_get_category (picture, self->index)->code);
    case BJT_CHIP_CLASS:
    default:
      return g_strdup_printf ("class:%u", self->index);
    }
}

gboolean
bjt_chip_init_from_key (BjtChip          *self,
                        const BjtPicture *picture,
                        const char       *key)
{
  if (strcmp (key, "overdue") == 0)
    *self = (BjtChip) { BJT_CHIP_OVERDUE, 0 };
  else if (strcmp (key, "open-issue") == 0)
    *self = (BjtChip) { BJT_CHIP_OPEN_ISSUE, 0 };
  else if (g_str_has_prefix (key, "category:"))
    *self = (BjtChip) { BJT_CHIP_CATEGORY, bjt_picture_find_category (picture, key + strlen ("category:")) };
  else if (g_str_has_prefix (key, "class:"))
    *self = (BjtChip) { BJT_CHIP_CLASS, (guint32) strtoul (key + strlen ("class:"), NULL, 10) };
  else
    return FALSE;
  if (self->kind == BJT_CHIP_CATEGORY)
    return self->index < BJT_MAX_CATEGORIES;
  return self->index < BJT_N_CLASSES;
}

/* All classes but this one */
static gboolean
is_left_out (const BjtChip   *self,
             const BjtFilter *filter)
{
  return filter->classes == (ALL_CLASSES & ~class_bit (self));
}

BjtChipState
bjt_chip_get_state (const BjtChip   *self,
                    const BjtFilter *filter)
{
  gboolean is_chosen, is_excluded = FALSE;

  switch (self->kind)
    {
    case BJT_CHIP_OVERDUE:
      is_chosen = filter->overdue;
      break;
    case BJT_CHIP_OPEN_ISSUE:
      is_chosen = filter->open_issue;
      break;
    case BJT_CHIP_CATEGORY:
      is_chosen = (filter->any & category_bit (self)) != 0;
      is_excluded = (filter->none & category_bit (self)) != 0;
      break;
    case BJT_CHIP_CLASS:
    default:
      is_chosen = (filter->classes & class_bit (self)) != 0;
      is_excluded = is_left_out (self, filter);
      break;
    }
  return is_chosen ? BJT_CHIP_CHOSEN : is_excluded ? BJT_CHIP_EXCLUDED : BJT_CHIP_IDLE;
}

void
bjt_chip_add (const BjtChip *self,
              BjtFilter     *filter)
{
  switch (self->kind)
    {
    case BJT_CHIP_OVERDUE:
      filter->overdue = !filter->overdue;
      break;
    case BJT_CHIP_OPEN_ISSUE:
      filter->open_issue = !filter->open_issue;
      break;
    case BJT_CHIP_CATEGORY:
      filter->any ^= category_bit (self);
      filter->none &= ~category_bit (self);
      break;
    case BJT_CHIP_CLASS:
    default:
      filter->classes ^= class_bit (self);
      break;
    }
}

void
bjt_chip_choose_only (const BjtChip *self,
                      BjtFilter     *filter)
{
  BjtFilter only;

  bjt_filter_init (&only);
  only.grid = filter->grid;
  bjt_chip_add (self, &only);
  if (bjt_filter_equal (&only, filter))
    bjt_chip_add (self, &only);
  *filter = only;
}

void
bjt_chip_exclude (const BjtChip *self,
                  BjtFilter     *filter)
{
  if (self->kind == BJT_CHIP_CATEGORY)
    {
      filter->none ^= category_bit (self);
      filter->any &= ~category_bit (self);
    }
  else if (self->kind == BJT_CHIP_CLASS)
    filter->classes = is_left_out (self, filter) ? 0 : ALL_CLASSES & ~class_bit (self);
}

void
bjt_chip_counts_fill (BjtChipCounts    *self,
                      const BjtFilter  *filter,
                      const BjtPicture *picture)
{
  BjtFilter scope;

  memset (self, 0, sizeof *self);
  bjt_filter_init (&scope);
  scope.grid = filter->grid;
  bjt_filter_count_categories (filter, picture, self->categories);
  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);

      if (bjt_picture_get_door (picture, d)->is_merged || !bjt_filter_matches (&scope, picture, d))
        continue;
      self->classes[state->household_class]++;
      self->overdue += state->visit_overdue != FALSE;
      self->open_issue += state->open_issues > 0;
    }
}

guint
bjt_chip_counts_get (const BjtChipCounts *self,
                     const BjtChip       *chip)
{
  switch (chip->kind)
    {
    case BJT_CHIP_OVERDUE:
      return self->overdue;
    case BJT_CHIP_OPEN_ISSUE:
      return self->open_issue;
    case BJT_CHIP_CATEGORY:
      return self->categories[chip->index];
    case BJT_CHIP_CLASS:
    default:
      return self->classes[chip->index];
    }
}
