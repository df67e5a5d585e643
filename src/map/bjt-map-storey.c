/* bjt-map-storey.c: one level for all buildings. Below the zoom at which plans
 * are shown, nothing is told to the layers, so that doors are in their cells.
 * Main thread only. */
#include "bjt-map-storey.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-map-camera.h"
#include "bjt-map-furniture.h"

struct _BjtMapStorey
{
  GtkBox parent_instance;

  /* Template */
  GtkWidget *name; /* button: all levels, and back */

  /* Borrowed */
  const BjtMapLayers *layers;
  BjtSelector        *selector;

  /* Owned */
  BjtPicture *picture;

  /* State */
  int      level;
  gboolean is_all;
  guint32  building; /* one with a plan in view; BJT_NO_INDEX: none */
};

G_DEFINE_FINAL_TYPE (BjtMapStorey, bjt_map_storey, GTK_TYPE_BOX)

static guint changed_signal;

static void
get_view (BjtMapStorey *self,
          BjtMapFrame  *view)
{
  bjt_map_camera_get_frame (self->layers->viewport, GTK_WIDGET (self->layers->map), view);
}

static gboolean
is_in_view (const BjtPictureBuilding *building,
            const BjtMapFrame        *view)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint c = 0; c < G_N_ELEMENTS (building->corners) && !isnan (building->centre.x); c++)
    bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
  return bjt_box_intersects (&box, &view->box);
}

static gboolean
has_level (BjtMapStorey      *self,
           const BjtMapFrame *view,
           int                level)
{
  for (guint32 p = 0; p < self->picture->plans->len; p++)
    {
      guint32 building = bjt_picture_get_plan (self->picture, p)->building;

      if (is_in_view (bjt_picture_get_building (self->picture, building), view)
          && bjt_storey_find_plan (self->picture, building, level, BJT_STOREY_ZOOM) != BJT_NO_INDEX)
        return TRUE;
    }
  return FALSE;
}

/* A building with a plan that lies in view */
static guint32
find_building (BjtMapStorey      *self,
               const BjtMapFrame *view)
{
  for (guint32 p = 0; self->picture != NULL && p < self->picture->plans->len; p++)
    {
      const BjtPicturePlan *plan = bjt_picture_get_plan (self->picture, p);

      if (plan->is_placed && is_in_view (bjt_picture_get_building (self->picture, plan->building), view))
        return plan->building;
    }
  return BJT_NO_INDEX;
}

static void
show_name (BjtMapStorey *self)
{
  g_autofree char *label = self->building != BJT_NO_INDEX && !self->is_all ? bjt_picture_dup_level_label (self->picture, self->building, self->level) : NULL;
  /* Translators: a level of buildings on the map; %s is its label. */
  g_autofree char *tip = label != NULL ? g_strdup_printf (_("Level %s; press for all levels"), label) : g_strdup (_("All levels; press for one"));

  /* Translators: on a small button: all levels are shown. */
  gtk_button_set_label (GTK_BUTTON (self->name), label != NULL ? label : C_("levels", "All"));
  gtk_widget_set_tooltip_text (self->name, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

int
bjt_map_storey_get_level (BjtMapStorey *self)
{
  return self->building != BJT_NO_INDEX && !self->is_all ? self->level : BJT_ALL_STOREYS;
}

static void
tell (BjtMapStorey *self)
{
  int level = bjt_map_storey_get_level (self);

  show_name (self);
  if (bjt_map_facts_get_level (self->layers->facts) == level)
    return;
  bjt_map_facts_set_level (self->layers->facts, level);
  bjt_choice_layer_set_level (self->layers->choice, level);
  bjt_selector_set_level (self->selector, level);
  g_signal_emit (self, changed_signal, 0);
}

static void
update (BjtMapStorey *self)
{
  BjtMapFrame view;

  get_view (self, &view);
  self->building = bjt_map_frame_get_zoom (&view) >= BJT_STOREY_ZOOM ? find_building (self, &view) : BJT_NO_INDEX;
  gtk_widget_set_visible (GTK_WIDGET (self), self->building != BJT_NO_INDEX);
  tell (self);
}

/**
 * bjt_map_storey_step:
 *
 * To the next level that a plan in view has.
 */
void
bjt_map_storey_step (BjtMapStorey *self,
                     int           steps)
{
  const BjtPictureBuilding *building;
  BjtMapFrame               view;
  int                       lowest = G_MAXINT, highest = G_MININT, direction = steps > 0 ? 1 : -1;

  if (self->building == BJT_NO_INDEX)
    return;
  get_view (self, &view);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      building = bjt_picture_get_building (self->picture, b);
      if (!is_in_view (building, &view))
        continue;
      lowest = MIN (lowest, building->lowest);
      highest = MAX (highest, building->highest);
    }
  if (steps == 0)
    self->is_all = !self->is_all;
  for (int level = self->level + direction; steps != 0 && level >= lowest && level <= highest; level += direction)
    if (has_level (self, &view, level))
      {
        self->level = level;
        self->is_all = FALSE;
        break;
      }
  tell (self);
}

void
bjt_map_storey_show_door (BjtMapStorey *self,
                          guint32       door)
{
  if (door == BJT_NO_INDEX || self->picture == NULL)
    return;
  self->level = bjt_picture_get_door (self->picture, door)->ordinal;
  tell (self);
}

void
bjt_map_storey_set_picture (BjtMapStorey *self,
                            BjtPicture   *picture)
{
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = picture != NULL ? bjt_picture_ref (picture) : NULL;
  self->building = BJT_NO_INDEX;
  update (self);
}

static GtkWidget *
add_button (BjtMapStorey *self,
            const char   *icon,
            const char   *name,
            int           steps)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label ("");

  gtk_widget_set_tooltip_text (button, name);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "storey.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", steps);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
bjt_map_storey_dispose (GObject *object)
{
  g_clear_pointer (&BJT_MAP_STOREY (object)->picture, bjt_picture_unref);
  G_OBJECT_CLASS (bjt_map_storey_parent_class)->dispose (object);
}

static void
bjt_map_storey_class_init (BjtMapStoreyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_map_storey_dispose;
  changed_signal = g_signal_new ("changed", BJT_TYPE_MAP_STOREY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_map_storey_init (BjtMapStorey *self)
{
  self->building = BJT_NO_INDEX;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-box");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  add_button (self, "go-up-symbolic", _("One level up (Page Up)"), 1);
  self->name = add_button (self, NULL, NULL, 0);
  add_button (self, "go-down-symbolic", _("One level down (Page Down)"), -1);
}

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  bjt_map_storey_step (user_data, g_variant_get_int32 (parameter));
}

static void
install_actions (BjtMapStorey *self,
                 GtkWidget    *view)
{
  static const GActionEntry entries[] = { { .name = "step", .activate = step_cb, .parameter_type = "i" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (view, "storey", G_ACTION_GROUP (actions));
}

/**
 * bjt_map_storey_add:
 * @view: gets the action storey.step (i)
 *
 * Returns: (transfer none): the switch, in the column of @furniture
 */
BjtMapStorey *
bjt_map_storey_add (GtkWidget             *view,
                    const BjtMapFurniture *furniture,
                    const BjtMapLayers    *layers,
                    BjtSelector           *selector)
{
  static const char *const places[] = { "notify::zoom-level", "notify::longitude", "notify::latitude" };
  BjtMapStorey *self = g_object_new (BJT_TYPE_MAP_STOREY, NULL);

  self->layers = layers;
  self->selector = selector;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_signal_connect_object (layers->viewport, places[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  install_actions (self, view);
  gtk_box_append (GTK_BOX (furniture->column), GTK_WIDGET (self));
  return self;
}
