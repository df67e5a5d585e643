/* bjt-focus.c: main thread only. A new picture keeps the choice by key, since
 * indices may have moved. */
#include "bjt-focus-routes.h"

struct _BjtFocus
{
  GObject parent_instance;

  /* Owned */
  BjtPicture *picture;
  BjtDoorSet *matched;   /* made when asked for */
  BjtDoorSet *selection; /* NULL: none */
  BjtShownRoutes *routes; /* NULL: none */

  /* State */
  guint32   building;
  guint32   door;
  BjtFilter filter;
  gboolean  names_shown;
  gboolean  curtain;
};

G_DEFINE_FINAL_TYPE (BjtFocus, bjt_focus, G_TYPE_OBJECT)

enum
{
  PICTURE_CHANGED,
  CHOICE_CHANGED,
  FILTER_CHANGED,
  SELECTION_CHANGED,
  PRIVACY_CHANGED,
  ROUTES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bjt_focus_dispose (GObject *object)
{
  BjtFocus *self = BJT_FOCUS (object);

  g_clear_pointer (&self->matched, bjt_door_set_free);
  g_clear_pointer (&self->selection, bjt_door_set_free);
  g_clear_pointer (&self->routes, bjt_shown_routes_unref);
  bjt_filter_drop (&self->filter);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  G_OBJECT_CLASS (bjt_focus_parent_class)->dispose (object);
}

static void
bjt_focus_class_init (BjtFocusClass *klass)
{
  static const char *const names[] = { "picture-changed", "choice-changed", "filter-changed", "selection-changed", "privacy-changed", "routes-changed" };

  G_OBJECT_CLASS (klass)->dispose = bjt_focus_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BJT_TYPE_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_focus_init (BjtFocus *self)
{
  self->building = BJT_NO_INDEX;
  self->door = BJT_NO_INDEX;
  bjt_filter_init (&self->filter);
}

BjtFocus *
bjt_focus_new (void)
{
  return g_object_new (BJT_TYPE_FOCUS, NULL);
}

static guint32
find_grid (const BjtPicture *picture,
           const BjtUuid    *id)
{
  for (guint32 i = 0; i < picture->grids->len; i++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, i)->id, id))
      return i;
  return BJT_NO_INDEX;
}

/* Doors that are gone leave the filter; the last one ends it. */
static void
carry_over_filter (BjtFocus   *self,
                   BjtPicture *old)
{
  BjtDoorSet *only = bjt_door_set_carry_over (self->filter.only, old, self->picture);

  if (bjt_door_set_count (only) == 0)
    g_clear_pointer (&only, bjt_door_set_free);
  bjt_filter_drop (&self->filter);
  self->filter.only = only;
}

static void
carry_over (BjtFocus   *self,
            BjtPicture *old)
{
  if (self->building != BJT_NO_INDEX)
    self->building = bjt_picture_find_building (self->picture, &bjt_picture_get_building (old, self->building)->id);
  if (self->door != BJT_NO_INDEX)
    self->door = bjt_picture_find_door (self->picture, &bjt_picture_get_door (old, self->door)->id);
  if (self->selection != NULL)
    {
      g_autoptr (BjtDoorSet) selection = self->selection;

      self->selection = bjt_door_set_carry_over (selection, old, self->picture);
      if (bjt_door_set_count (self->selection) == 0)
        g_clear_pointer (&self->selection, bjt_door_set_free);
    }
  if (self->filter.only != NULL)
    carry_over_filter (self, old);
  if (self->filter.grid != BJT_NO_INDEX)
    self->filter.grid = find_grid (self->picture, &bjt_picture_get_grid (old, self->filter.grid)->id);
}

void
bjt_focus_set_picture (BjtFocus   *self,
                       BjtPicture *picture)
{
  g_autoptr (BjtPicture) old = self->picture;
  guint32 building = self->building, door = self->door, grid = self->filter.grid;
  gboolean was_narrowed = self->filter.only != NULL;

  if (picture == old)
    {
      g_steal_pointer (&old);
      return;
    }
  self->picture = bjt_picture_ref (picture);
  g_clear_pointer (&self->matched, bjt_door_set_free);
  if (old != NULL)
    carry_over (self, old);
  g_signal_emit (self, signals[PICTURE_CHANGED], 0);
  if ((building != BJT_NO_INDEX && self->building == BJT_NO_INDEX) || (door != BJT_NO_INDEX && self->door == BJT_NO_INDEX))
    g_signal_emit (self, signals[CHOICE_CHANGED], 0);
  if ((grid != BJT_NO_INDEX && self->filter.grid == BJT_NO_INDEX) || (was_narrowed && self->filter.only == NULL))
    g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

BjtPicture *
bjt_focus_get_picture (BjtFocus *self)
{
  return self->picture;
}

static void
choose (BjtFocus *self,
        guint32   building,
        guint32   door)
{
  if (self->building == building && self->door == door)
    return;
  self->building = building;
  self->door = door;
  g_signal_emit (self, signals[CHOICE_CHANGED], 0);
}

void
bjt_focus_choose_building (BjtFocus *self,
                           guint32   building)
{
  gboolean keeps_door = self->door != BJT_NO_INDEX && building != BJT_NO_INDEX
                        && bjt_picture_get_door (self->picture, self->door)->building == building;

  choose (self, building, keeps_door ? self->door : BJT_NO_INDEX);
}

void
bjt_focus_choose_door (BjtFocus *self,
                       guint32   door)
{
  choose (self, door == BJT_NO_INDEX ? self->building : bjt_picture_get_door (self->picture, door)->building, door);
}

guint32
bjt_focus_get_building (BjtFocus *self)
{
  return self->building;
}

guint32
bjt_focus_get_door (BjtFocus *self)
{
  return self->door;
}

void
bjt_focus_set_filter (BjtFocus        *self,
                      const BjtFilter *filter)
{
  if (bjt_filter_equal (&self->filter, filter))
    return;
  bjt_filter_keep (&self->filter, filter);
  g_clear_pointer (&self->matched, bjt_door_set_free);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

const BjtFilter *
bjt_focus_get_filter (BjtFocus *self)
{
  return &self->filter;
}

const BjtDoorSet *
bjt_focus_get_matched (BjtFocus *self)
{
  if (self->matched == NULL && self->picture != NULL)
    self->matched = bjt_filter_match_all (&self->filter, self->picture);
  return self->matched;
}

static gboolean
is_same_set (const BjtDoorSet *a,
             const BjtDoorSet *b)
{
  return a == b || (a != NULL && b != NULL && bjt_door_set_equal (a, b));
}

/**
 * bjt_focus_set_selection:
 * @doors: (nullable): of the picture of now; copied. Empty is none.
 */
void
bjt_focus_set_selection (BjtFocus         *self,
                         const BjtDoorSet *doors)
{
  if (doors != NULL && bjt_door_set_count (doors) == 0)
    doors = NULL;
  if (is_same_set (self->selection, doors))
    return;
  g_clear_pointer (&self->selection, bjt_door_set_free);
  self->selection = doors != NULL ? bjt_door_set_copy (doors) : NULL;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

const BjtDoorSet *
bjt_focus_get_selection (BjtFocus *self)
{
  return self->selection;
}

static void
set_privacy (BjtFocus *self,
             gboolean *flag,
             gboolean  value)
{
  if (*flag == value)
    return;
  *flag = value;
  g_signal_emit (self, signals[PRIVACY_CHANGED], 0);
}

void
bjt_focus_set_names_shown (BjtFocus *self,
                           gboolean  shown)
{
  set_privacy (self, &self->names_shown, shown);
}

gboolean
bjt_focus_get_names_shown (BjtFocus *self)
{
  return self->names_shown;
}

void
bjt_focus_set_curtain (BjtFocus *self,
                       gboolean  drawn)
{
  set_privacy (self, &self->curtain, drawn);
}

gboolean
bjt_focus_get_curtain (BjtFocus *self)
{
  return self->curtain;
}

void
bjt_focus_set_routes (BjtFocus       *self,
                      BjtShownRoutes *routes)
{
  BjtShownRoutes *old = self->routes;

  if (routes == old)
    return;
  self->routes = routes != NULL ? bjt_shown_routes_ref (routes) : NULL;
  bjt_shown_routes_unref (old);
  g_signal_emit (self, signals[ROUTES_CHANGED], 0);
}

BjtShownRoutes *
bjt_focus_get_routes (BjtFocus *self)
{
  return self->routes;
}
