/* bjt-map-walk.c: looks through all places for each key; linear to the doors,
 * without allocation. Main thread only. */
#include "bjt-map-walk.h"

#include "bjt-map-camera.h"
#include "bjt-tally-text.h"
#include "carto/bjt-building-frame.h"

#include <math.h>

#define LINE_HEIGHT 40.0 /* px: what lies within is read from left to right */
#define MARGIN 4.0       /* px from the edge that a place must keep to be in view */

struct _BjtMapWalk
{
  /* Owned */
  BjtFocus *focus; /* may be NULL */

  /* Borrowed */
  GtkWidget          *view;
  const BjtMapLayers *layers;
  BjtMapHand         *hand;
  GtkEventController *controllers[2];

  /* State */
  guint32 building; /* BJT_NO_INDEX: nowhere */
  guint32 door;     /* BJT_NO_INDEX: at the whole building */
};

/* One of the places that are looked through. */
typedef struct
{
  guint32  building, door;
  BjtPoint at; /* px */
} Stop;

static const Stop no_stop = { BJT_NO_INDEX, BJT_NO_INDEX, { 0, 0 } };

typedef struct
{
  const BjtMapFrame *frame;
  int                level; /* of the plans shown */
  BjtPoint           from; /* px */
  int                dx, dy; /* the side to go to; both 0: as one reads */
  gboolean           is_back;
  gboolean           is_first; /* there is no from */
  Stop               best;
  double             best_cost;
} Search;

static gboolean
is_in_view (const BjtMapFrame *frame,
            BjtPoint           at)
{
  BjtPoint low = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x1, frame->box.y1 });
  BjtPoint high = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x2, frame->box.y2 });

  return at.x > low.x + MARGIN && at.y > low.y + MARGIN && at.x < high.x - MARGIN && at.y < high.y - MARGIN;
}

/* How far along the text of the map. */
static double
get_reading_place (BjtPoint at)
{
  return floor (at.y / LINE_HEIGHT) * 1e5 + at.x;
}

/* How far to go; infinite: not there. */
static double
get_cost (const Search *search,
          BjtPoint      at)
{
  double x = at.x - search->from.x, y = at.y - search->from.y, along, aside;
  double reading = get_reading_place (at) - (search->is_first ? 0 : get_reading_place (search->from));

  if (search->dx == 0 && search->dy == 0)
    {
      reading = search->is_back ? -reading : reading;
      return search->is_first || reading > 0 ? reading : (double) INFINITY;
    }
  along = x * search->dx + y * search->dy;
  aside = fabs (x * search->dy) + fabs (y * search->dx);
  return along > 1 && aside <= along * 1.5 ? along + 2 * aside : (double) INFINITY;
}

static void
try_stop (Search     *search,
          const Stop *stop)
{
  double cost = is_in_view (search->frame, stop->at) ? get_cost (search, stop->at) : (double) INFINITY;

  if (cost >= search->best_cost)
    return;
  search->best = *stop;
  search->best_cost = cost;
}

/* In its outline, where a plan is shown; NAN: on another level */
static BjtPoint
get_door_place (const BjtPicture *picture,
                guint32           door,
                int               level,
                double            zoom)
{
  guint32 plan = bjt_storey_find_plan (picture, bjt_picture_get_door (picture, door)->building, level, zoom);

  return plan != BJT_NO_INDEX ? bjt_storey_get_place (picture, plan, level, door) : bjt_picture_get_door (picture, door)->place;
}

/* The doors where they are painted, else the building. */
static void
try_building (Search           *search,
              const BjtPicture *picture,
              guint32           index)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, index);
  BjtBuildingFrame          at;

  if (building->footprint == NULL || isnan (building->centre.x))
    return;
  bjt_building_frame_init (&at, building, search->frame);
  if (building->doors.n == 0 || !bjt_building_frame_shows_doors (&at, bjt_map_frame_get_zoom (search->frame), search->frame->px))
    {
      try_stop (search, &(Stop) { index, BJT_NO_INDEX, bjt_map_frame_project (search->frame, building->centre) });
      return;
    }
  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    {
      BjtPoint place = get_door_place (picture, d, search->level, bjt_map_frame_get_zoom (search->frame));

      if (!isnan (place.x))
        try_stop (search, &(Stop) { index, d, bjt_map_frame_project (search->frame, place) });
    }
}

static BjtPicture *
get_picture (BjtMapWalk *self)
{
  return self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
}

static char *
dup_description (BjtMapWalk *self)
{
  BjtPicture      *picture = get_picture (self);
  g_autofree char *name = NULL;
  g_autofree char *tally = NULL;

  if (self->building == BJT_NO_INDEX)
    return g_strdup ("");
  if (self->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, self->door);
  name = bjt_picture_dup_building_name (picture, self->building);
  tally = bjt_tally_text_dup (bjt_building_painter_get_tally (bjt_map_facts_get_painter (self->layers->facts), self->building), picture,
                              bjt_focus_get_curtain (self->focus));
  return g_strdup_printf ("%s\n%s", name, tally);
}

static void
stop_at (BjtMapWalk *self,
         guint32     building,
         guint32     door)
{
  g_autofree char *description = NULL;

  self->building = building;
  self->door = door;
  bjt_choice_layer_set_cursor (self->layers->choice, building, door);
  description = dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
bjt_map_walk_end (BjtMapWalk *self)
{
  if (self->building != BJT_NO_INDEX)
    stop_at (self, BJT_NO_INDEX, BJT_NO_INDEX);
}

static BjtPoint
get_place (BjtMapWalk        *self,
           const BjtMapFrame *frame)
{
  const BjtPicture *picture = get_picture (self);
  BjtPoint          place = { (double) NAN, (double) NAN };

  if (self->door != BJT_NO_INDEX)
    place = get_door_place (picture, self->door, bjt_map_facts_get_level (self->layers->facts), bjt_map_frame_get_zoom (frame));
  return bjt_map_frame_project (frame, isnan (place.x) ? bjt_picture_get_building (picture, self->building)->centre : place);
}

static gboolean
go (BjtMapWalk *self,
    Search     *search)
{
  BjtPicture *picture = get_picture (self);

  search->best = no_stop;
  search->level = bjt_map_facts_get_level (self->layers->facts);
  search->best_cost = (double) INFINITY;
  search->is_first = self->building == BJT_NO_INDEX;
  if (!search->is_first)
    search->from = get_place (self, search->frame);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    try_building (search, picture, b);
  if (search->best.building == BJT_NO_INDEX)
    return FALSE;
  stop_at (self, search->best.building, search->best.door);
  return TRUE;
}

/* Past the last one the keyboard goes on to the next widget. */
static gboolean
go_on (BjtMapWalk *self,
       Search     *search)
{
  if (go (self, search))
    return TRUE;
  bjt_map_walk_end (self);
  return FALSE;
}

static gboolean
choose (BjtMapWalk *self)
{
  if (self->building == BJT_NO_INDEX)
    return FALSE;
  if (self->door != BJT_NO_INDEX)
    bjt_focus_choose_door (self->focus, self->door);
  else
    bjt_focus_choose_building (self->focus, self->building);
  return TRUE;
}

static gboolean
use_key (BjtMapWalk        *self,
         const BjtMapFrame *frame,
         guint              keyval,
         GdkModifierType    modifiers)
{
  Search   search = { .frame = frame };
  gboolean walks = self->building != BJT_NO_INDEX;

  if (get_picture (self) == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  search.is_back = keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (modifiers & GDK_SHIFT_MASK) != 0);
  search.dx = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;
  search.dy = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    return (walks || !search.is_back) && go_on (self, &search);
  if (search.dx != 0 || search.dy != 0)
    return walks && (modifiers & GDK_SHIFT_MASK) == 0 && go (self, &search);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    return choose (self);
  if (keyval == GDK_KEY_Escape && walks)
    {
      bjt_map_walk_end (self);
      return TRUE;
    }
  return FALSE;
}

/* Only where no tool wants the keys. */
static gboolean
key_pressed_cb (BjtMapWalk      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  BjtMapFrame frame;

  if (!gtk_widget_has_focus (self->view) || bjt_map_hand_get_tool (self->hand) != NULL)
    return FALSE;
  bjt_map_camera_get_frame (self->layers->viewport, GTK_WIDGET (self->layers->map), &frame);
  return use_key (self, &frame, keyval, modifiers);
}

void
bjt_map_walk_set_focus (BjtMapWalk *self,
                        BjtFocus   *focus)
{
  bjt_map_walk_end (self);
  g_set_object (&self->focus, focus);
}

BjtMapWalk *
bjt_map_walk_new (GtkWidget          *view,
                  const BjtMapLayers *layers,
                  BjtMapHand         *hand)
{
  BjtMapWalk *self = g_new0 (BjtMapWalk, 1);

  self->view = view;
  self->layers = layers;
  self->hand = hand;
  self->building = self->door = BJT_NO_INDEX;
  self->controllers[0] = gtk_event_controller_key_new ();
  self->controllers[1] = gtk_event_controller_focus_new ();
  gtk_event_controller_set_propagation_phase (self->controllers[0], GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->controllers[0], "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (self->controllers[1], "leave", G_CALLBACK (bjt_map_walk_end), self);
  g_signal_connect_swapped (hand, "tool-changed", G_CALLBACK (bjt_map_walk_end), self);
  for (guint i = 0; i < G_N_ELEMENTS (self->controllers); i++)
    gtk_widget_add_controller (view, self->controllers[i]);
  return self;
}

void
bjt_map_walk_free (BjtMapWalk *self)
{
  g_signal_handlers_disconnect_by_data (self->hand, self);
  for (guint i = 0; i < G_N_ELEMENTS (self->controllers); i++)
    gtk_widget_remove_controller (self->view, self->controllers[i]);
  g_clear_object (&self->focus);
  g_free (self);
}
