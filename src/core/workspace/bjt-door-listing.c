/* bjt-door-listing.c: one row a door, in the order of the picture. */
#include "bjt-door-listing.h"

#include "base/bjt-text.h"
#include "bjt-names.h"

static char *
dup_head (const BjtPicture *picture,
          guint32           door,
          gboolean          names)
{
  guint32     head = bjt_picture_get_head (picture, door);
  const char *name = head != BJT_NO_INDEX ? bjt_picture_get_person (picture, head)->name : NULL;

  return name == NULL ? NULL : names ? g_strdup (name) : bjt_text_mask_name (name);
}

static guint
count_residents (const BjtPicture *picture,
                 guint32           door)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;
  guint         residents = 0;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        residents += bjt_picture_get_member (picture, m)->is_resident;
    }
  return residents;
}

static int
get_grid_number (const BjtPicture *picture,
                 guint32           building)
{
  guint32 grid = bjt_picture_get_building (picture, building)->grid;

  return grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, grid)->number : 0;
}

static void
add_door (BjtListing       *listing,
          const BjtPicture *picture,
          guint32           d,
          gboolean          names)
{
  const BjtPictureDoor      *door = bjt_picture_get_door (picture, d);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);

  bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, d));
  bjt_listing_add_int (listing, get_grid_number (picture, door->building));
  bjt_listing_add_text (listing, bjt_picture_get_building (picture, door->building)->label);
  bjt_listing_add_text (listing, door->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, door->entrance)->label : NULL);
  bjt_listing_take_text (listing, bjt_picture_dup_level_label (picture, door->building, door->ordinal));
  bjt_listing_add_text (listing, door->label);
  bjt_listing_add_text (listing, bjt_names_of_class (state->household_class));
  bjt_listing_add_text (listing, bjt_names_of_attention (state->attention));
  bjt_listing_add_int (listing, count_residents (picture, d));
  bjt_listing_take_text (listing, dup_head (picture, d, names));
  bjt_listing_take_text (listing, bjt_date_dup_string (state->last_contact_on));
  bjt_listing_take_text (listing, bjt_date_dup_string (state->next_due_on));
  bjt_listing_add_int (listing, state->open_issues);
}

/**
 * bjt_door_listing_new:
 * @doors: (nullable): %NULL: all
 * @names: full names of the heads of household; else masked
 *
 * Who asks for names has recorded it before.
 */
BjtListing *
bjt_door_listing_new (const BjtPicture *picture,
                      const BjtDoorSet *doors,
                      gboolean          names)
{
  static const char *const columns[] = { "place", "grid", "building", "entrance", "level", "door", "class", "attention",
                                         "residents", "head", "last_contact_on", "next_due_on", "open_issues", NULL };
  BjtListing *listing = bjt_listing_new (columns);

  for (guint32 d = 0; d < picture->doors->len; d++)
    if (doors == NULL || bjt_door_set_contains (doors, d))
      add_door (listing, picture, d, names);
  return listing;
}

static void
add_consent (BjtListing       *listing,
             const BjtPicture *picture,
             guint32           d,
             gboolean          names)
{
  static const guint n_blank = 4;
  guint32            head = bjt_picture_get_head (picture, d);

  bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, d));
  bjt_listing_add_text (listing, bjt_names_of_class (bjt_picture_get_door_state (picture, d)->household_class));
  bjt_listing_add_int (listing, count_residents (picture, d));
  bjt_listing_take_text (listing, dup_head (picture, d, names));
  bjt_listing_add_text (listing, names && head != BJT_NO_INDEX ? bjt_picture_get_person (picture, head)->phone : NULL);
  for (guint i = 0; i < n_blank; i++)
    bjt_listing_add_text (listing, NULL);
}

/**
 * bjt_door_listing_new_consent:
 * @names: full names and telephone numbers; else names are masked
 *
 * From the ground up, as one goes from door to door; doors that are part of
 * others are left out.
 */
BjtListing *
bjt_door_listing_new_consent (const BjtPicture *picture,
                              const BjtDoorSet *doors,
                              gboolean          names)
{
  static const char *const columns[] = { "place", "class", "residents", "head", "phone", "agrees", "share", "paid_on", "signature", NULL };
  BjtListing *listing = bjt_listing_new (columns);

  for (guint32 d = picture->doors->len; d-- > 0;)
    if (bjt_door_set_contains (doors, d) && !bjt_picture_get_door (picture, d)->is_merged)
      add_consent (listing, picture, d, names);
  return listing;
}
