/* bjt-roster-row.c: indices into a picture that it keeps alive; immutable. */
#include "bjt-roster-row.h"

#include "base/bjt-text.h"

struct _BjtRosterRow
{
  GObject parent_instance;

  /* Owned */
  BjtPicture *picture;

  /* State */
  guint32 door;
  guint32 household;
};

G_DEFINE_FINAL_TYPE (BjtRosterRow, bjt_roster_row, G_TYPE_OBJECT)

static void
bjt_roster_row_finalize (GObject *object)
{
  bjt_picture_unref (BJT_ROSTER_ROW (object)->picture);
  G_OBJECT_CLASS (bjt_roster_row_parent_class)->finalize (object);
}

static void
bjt_roster_row_class_init (BjtRosterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_roster_row_finalize;
}

static void
bjt_roster_row_init (BjtRosterRow *self)
{
}

BjtRosterRow *
bjt_roster_row_new (BjtPicture *picture,
                    guint32     door,
                    guint32     household)
{
  BjtRosterRow *self = g_object_new (BJT_TYPE_ROSTER_ROW, NULL);

  self->picture = bjt_picture_ref (picture);
  self->door = door;
  self->household = household;
  return self;
}

BjtPicture *
bjt_roster_row_get_picture (BjtRosterRow *self)
{
  return self->picture;
}

guint32
bjt_roster_row_get_door (BjtRosterRow *self)
{
  return self->door;
}

static const BjtPictureHousehold *
get_household (BjtRosterRow *self)
{
  return self->household != BJT_NO_INDEX ? bjt_picture_get_household (self->picture, self->household) : NULL;
}

int
bjt_roster_row_get_class (BjtRosterRow *self)
{
  const BjtPictureHousehold *household = get_household (self);

  return household != NULL ? household->household_class : bjt_picture_get_door_state (self->picture, self->door)->household_class;
}

guint
bjt_roster_row_count_residents (BjtRosterRow *self)
{
  const BjtPictureHousehold *household = get_household (self);
  guint                      n = 0;

  for (guint m = 0; household != NULL && m < household->members.n; m++)
    n += bjt_picture_get_member (self->picture, household->members.first + m)->is_resident != FALSE;
  return n;
}

BjtCategorySet
bjt_roster_row_get_categories (BjtRosterRow *self)
{
  const BjtPictureHousehold *household = get_household (self);

  return household != NULL ? household->categories : 0;
}

char *
bjt_roster_row_dup_head (BjtRosterRow *self)
{
  const BjtPictureHousehold *household = get_household (self);
  guint32                    person;

  if (household == NULL || household->members.n == 0)
    return NULL;
  person = bjt_picture_get_member (self->picture, household->members.first)->person;
  return bjt_text_mask_name (bjt_picture_get_person (self->picture, person)->name);
}
