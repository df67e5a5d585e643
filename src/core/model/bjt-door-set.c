/* bjt-door-set.c: an array of words; sets of one operation are of one size. */
#include "bjt-door-set.h"

#include <string.h>

struct _BjtDoorSet
{
  guint32 n_doors;
  guint32 n_words;
  guint64 words[];
};

#define BIT(door) (G_GUINT64_CONSTANT (1) << ((door) & 63))

static gsize
get_size (guint32 n_words)
{
  return sizeof (BjtDoorSet) + n_words * sizeof (guint64);
}

BjtDoorSet *
bjt_door_set_new (guint32 n_doors)
{
  guint32     n_words = n_doors / 64 + 1;
  BjtDoorSet *self = g_malloc0 (get_size (n_words));

  self->n_doors = n_doors;
  self->n_words = n_words;
  return self;
}

BjtDoorSet *
bjt_door_set_copy (const BjtDoorSet *self)
{
  return g_memdup2 (self, get_size (self->n_words));
}

void
bjt_door_set_free (BjtDoorSet *self)
{
  g_free (self);
}

void
bjt_door_set_add (BjtDoorSet *self,
                  guint32     door)
{
  g_assert (door < self->n_doors);
  self->words[door / 64] |= BIT (door);
}

void
bjt_door_set_remove (BjtDoorSet *self,
                     guint32     door)
{
  g_assert (door < self->n_doors);
  self->words[door / 64] &= ~BIT (door);
}

void
bjt_door_set_clear (BjtDoorSet *self)
{
  memset (self->words, 0, self->n_words * sizeof (guint64));
}

void
bjt_door_set_unite (BjtDoorSet       *self,
                    const BjtDoorSet *other)
{
  g_assert (self->n_doors == other->n_doors);
  for (guint32 w = 0; w < self->n_words; w++)
    self->words[w] |= other->words[w];
}

void
bjt_door_set_subtract (BjtDoorSet       *self,
                       const BjtDoorSet *other)
{
  g_assert (self->n_doors == other->n_doors);
  for (guint32 w = 0; w < self->n_words; w++)
    self->words[w] &= ~other->words[w];
}

void
bjt_door_set_intersect (BjtDoorSet       *self,
                        const BjtDoorSet *other)
{
  g_assert (self->n_doors == other->n_doors);
  for (guint32 w = 0; w < self->n_words; w++)
    self->words[w] &= other->words[w];
}

gboolean
bjt_door_set_contains (const BjtDoorSet *self,
                       guint32           door)
{
  return door < self->n_doors && (self->words[door / 64] & BIT (door)) != 0;
}

gboolean
bjt_door_set_equal (const BjtDoorSet *a,
                    const BjtDoorSet *b)
{
  return a->n_doors == b->n_doors && memcmp (a->words, b->words, a->n_words * sizeof (guint64)) == 0;
}

guint32
bjt_door_set_count (const BjtDoorSet *self)
{
  guint32 count = 0;

  for (guint32 w = 0; w < self->n_words; w++)
    count += (guint32) __builtin_popcountll (self->words[w]);
  return count;
}

/**
 * bjt_door_set_next:
 * @from: where to begin looking; itself included
 *
 * for (d = next (set, 0); d != BJT_NO_INDEX; d = next (set, d + 1))
 */
guint32
bjt_door_set_next (const BjtDoorSet *self,
                   guint32           from)
{
  guint64 word;

  if (from >= self->n_doors)
    return BJT_NO_INDEX;
  word = self->words[from / 64] & (~G_GUINT64_CONSTANT (0) << (from & 63));
  for (guint32 w = from / 64; w < self->n_words; word = ++w < self->n_words ? self->words[w] : 0)
    if (word != 0)
      return w * 64 + (guint32) __builtin_ctzll (word);
  return BJT_NO_INDEX;
}

BjtDoorSet *
bjt_door_set_carry_over (const BjtDoorSet *self,
                         const BjtPicture *from,
                         const BjtPicture *to)
{
  BjtDoorSet *carried = bjt_door_set_new (to->doors->len);

  for (guint32 d = bjt_door_set_next (self, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (self, d + 1))
    {
      guint32 door = bjt_picture_find_door (to, &bjt_picture_get_door (from, d)->id);

      if (door != BJT_NO_INDEX)
        bjt_door_set_add (carried, door);
    }
  return carried;
}

/**
 * bjt_door_set_add_riser:
 *
 * A door wider than a column hangs on the pipes of each of its columns; shops
 * and merged doors are told too.
 */
void
bjt_door_set_add_riser (BjtDoorSet       *self,
                        const BjtPicture *picture,
                        guint32           door)
{
  const BjtPictureDoor     *wanted = bjt_picture_get_door (picture, door);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, wanted->building);
  guint                     end = wanted->stack + (guint) MAX (wanted->span, 1);

  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    {
      const BjtPictureDoor *other = bjt_picture_get_door (picture, d);

      if (other->entrance == wanted->entrance && other->stack < end && other->stack + (guint) MAX (other->span, 1) > wanted->stack)
        bjt_door_set_add (self, d);
    }
}
