/* bjt-selector.c: sets are combined, then set once: one signal an action. The
 * index of the doors is made with the first drawing on a picture. Main thread
 * only. */
#include "bjt-selector.h"

#include "carto/bjt-storey.h"
#include "model/bjt-door-index.h"

struct _BjtSelector
{
  GObject parent_instance;

  /* Owned */
  BjtFocus     *focus;
  BjtPicture   *picture; /* of the index */
  BjtDoorIndex *index;

  /* State */
  int level; /* of the plans shown */
};

G_DEFINE_FINAL_TYPE (BjtSelector, bjt_selector, G_TYPE_OBJECT)

static void
drop_index (BjtSelector *self)
{
  g_clear_pointer (&self->index, bjt_door_index_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
}

static void
bjt_selector_dispose (GObject *object)
{
  BjtSelector *self = BJT_SELECTOR (object);

  drop_index (self);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_selector_parent_class)->dispose (object);
}

static void
bjt_selector_class_init (BjtSelectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_selector_dispose;
}

static void
bjt_selector_init (BjtSelector *self)
{
  self->level = BJT_ALL_STOREYS;
}

BjtSelector *
bjt_selector_new (void)
{
  return g_object_new (BJT_TYPE_SELECTOR, NULL);
}

void
bjt_selector_set_focus (BjtSelector *self,
                        BjtFocus    *focus)
{
  drop_index (self);
  g_set_object (&self->focus, focus);
}

void
bjt_selector_set_level (BjtSelector *self,
                        int          level)
{
  if (self->level == level)
    return;
  drop_index (self);
  self->level = level;
}

static BjtPicture *
get_picture (BjtSelector *self)
{
  return self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
}

static const BjtDoorIndex *
get_index (BjtSelector *self)
{
  BjtPicture          *picture = get_picture (self);
  g_autofree BjtPoint *places = NULL;

  if (self->picture != picture)
    {
      drop_index (self);
      self->picture = bjt_picture_ref (picture);
      places = bjt_storey_list_places (picture, self->level);
      self->index = bjt_door_index_new_at (places, picture->doors->len);
    }
  return self->index;
}

static BjtDoorSet *
copy_selection (BjtSelector *self)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (self->focus);

  return selection != NULL ? bjt_door_set_copy (selection) : bjt_door_set_new (bjt_focus_get_picture (self->focus)->doors->len);
}

/**
 * bjt_selector_take_ring:
 * @ring: its last point left out; what it goes around an even number of times
 *   is outside
 * @modifiers: Ctrl adds, Alt takes away
 */
void
bjt_selector_take_ring (BjtSelector     *self,
                        const BjtPoint  *ring,
                        guint            n_points,
                        GdkModifierType  modifiers)
{
  g_autoptr (BjtGeometry) polygon = NULL;
  g_autoptr (BjtDoorSet) found = NULL;
  g_autoptr (BjtDoorSet) selection = NULL;

  if (get_picture (self) == NULL || n_points < 3)
    return;
  polygon = bjt_geometry_new_polygon (ring, n_points);
  found = bjt_door_index_find_in_polygon (get_index (self), polygon);
  bjt_door_set_intersect (found, bjt_focus_get_matched (self->focus));
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    {
      bjt_focus_set_selection (self->focus, found);
      return;
    }
  selection = copy_selection (self);
  if ((modifiers & GDK_ALT_MASK) != 0)
    bjt_door_set_subtract (selection, found);
  else
    bjt_door_set_unite (selection, found);
  bjt_focus_set_selection (self->focus, selection);
}

static BjtDoorSet *
list_matched (BjtSelector *self,
              guint32      building,
              guint32      door)
{
  BjtPicture *picture = bjt_focus_get_picture (self->focus);
  BjtDoorSet *doors = bjt_door_set_new (picture->doors->len);
  BjtRun      run = door != BJT_NO_INDEX ? (BjtRun) { door, 1 } : bjt_picture_get_building (picture, building)->doors;

  for (guint32 d = run.first; d < run.first + run.n; d++)
    bjt_door_set_add (doors, d);
  bjt_door_set_intersect (doors, bjt_focus_get_matched (self->focus));
  return doors;
}

/**
 * bjt_selector_toggle:
 *
 * What is wholly selected leaves the selection; else it comes in.
 */
void
bjt_selector_toggle (BjtSelector *self,
                     guint32      building,
                     guint32      door)
{
  g_autoptr (BjtDoorSet) doors = NULL;
  g_autoptr (BjtDoorSet) missing = NULL;
  g_autoptr (BjtDoorSet) selection = NULL;

  if (get_picture (self) == NULL)
    return;
  doors = list_matched (self, building, door);
  missing = bjt_door_set_copy (doors);
  selection = copy_selection (self);
  bjt_door_set_subtract (missing, selection);
  if (bjt_door_set_count (missing) == 0)
    bjt_door_set_subtract (selection, doors);
  else
    bjt_door_set_unite (selection, doors);
  bjt_focus_set_selection (self->focus, selection);
}

/* All that passes the filter. */
void
bjt_selector_take_all (BjtSelector *self)
{
  if (get_picture (self) != NULL)
    bjt_focus_set_selection (self->focus, bjt_focus_get_matched (self->focus));
}

gboolean
bjt_selector_clear (BjtSelector *self)
{
  if (self->focus == NULL || bjt_focus_get_selection (self->focus) == NULL)
    return FALSE;
  bjt_focus_set_selection (self->focus, NULL);
  return TRUE;
}
