/* bjt-plan-canvas.c: one view of one plan. The surface paints, the hand takes
 * events, the tools act; here is what is shown, and where. Main thread only. */
#include "bjt-plan-canvas.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-plan-actions.h"
#include "bjt-plan-choose-tool.h"
#include "bjt-plan-cues.h"
#include "bjt-plan-hand.h"
#include "bjt-plan-scene.h"
#include "bjt-plan-surface.h"
#include "plan/bjt-plan-hits.h"
#include "plan/bjt-plan-index.h"

#define FIT_MARGIN 24.0  /* px around what is fitted */
#define SIGHT 32.0       /* px from the edge at which a place is well seen */
#define RING_MS 4000

struct _BjtPlanCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  BjtFocus       *focus;
  BjtPlanSurface *surface;
  BjtPlanHand    *hand;
  BjtPicture     *picture;   /* that the indices here belong to */
  BjtPlanScene   *scene;     /* NULL: no plan */
  BjtPlanHits    *hits;      /* the same */
  GPtrArray      *elements;  /* may be NULL */
  GPtrArray      *backdrops; /* may be NULL */

  /* State */
  BjtPlanFrame frame;
  BjtUuid      plan_id;      /* NIL: none */
  BjtUuid      building_id;
  guint32      building;
  guint32      plan;
  int          level;
  guint32      chosen;       /* door that was last brought into view */
  BjtPoint     ring;         /* metres; NAN: none */
  guint        ring_timer;
  gboolean     is_fitted;    /* nobody has moved the view */
  gboolean     needs_content;
};

G_DEFINE_FINAL_TYPE (BjtPlanCanvas, bjt_plan_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOCUS,
  PROP_LEVEL,
  PROP_TOOL,
  PROP_HINT,
  N_PROPERTIES,
};

enum
{
  PAINTED,
  PLAN_CHANGED,
  NEEDS_CONTENT,
  CONTEXT_MENU,
  DOOR_ACTIVATED,
  DESCRIBE_DOOR,
  POINTED,
  EDIT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

/* The view */

static void
moved (BjtPlanCanvas *self)
{
  self->is_fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static BjtBox
get_plan_box (BjtPlanCanvas *self)
{
  return self->scene != NULL ? bjt_plan_scene_get_box (self->scene) : BJT_BOX_EMPTY;
}

void
bjt_plan_canvas_fit (BjtPlanCanvas *self)
{
  BjtBox box = get_plan_box (self);

  if (self->frame.width >= 1)
    bjt_plan_frame_fit (&self->frame, &box, FIT_MARGIN);
  self->is_fitted = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_plan_canvas_zoom_by (BjtPlanCanvas *self,
                         double         factor)
{
  bjt_plan_frame_zoom_at (&self->frame, self->frame.width / 2, self->frame.height / 2, factor);
  moved (self);
}

void
bjt_plan_canvas_pan_by (BjtPlanCanvas *self,
                        double         dx,
                        double         dy)
{
  self->frame.centre.x += dx / self->frame.scale;
  self->frame.centre.y -= dy / self->frame.scale;
  moved (self);
}

static gboolean
is_in_sight (BjtPlanCanvas *self,
             BjtPoint       metres)
{
  BjtPoint px = bjt_plan_frame_to_view (&self->frame, metres);
  double   x = fmin (SIGHT, self->frame.width / 4), y = fmin (SIGHT, self->frame.height / 4);

  return px.x >= x && px.y >= y && px.x <= self->frame.width - x && px.y <= self->frame.height - y;
}

static gboolean
ring_over_cb (gpointer user_data)
{
  BjtPlanCanvas *self = user_data;

  self->ring_timer = 0;
  self->ring.x = (double) NAN;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
bjt_plan_canvas_show_place (BjtPlanCanvas *self,
                            BjtPoint       metres)
{
  if (!isfinite (metres.x) || !isfinite (metres.y))
    return;
  if (!is_in_sight (self, metres))
    {
      self->frame.centre = metres;
      moved (self);
    }
  self->ring = metres;
  g_clear_handle_id (&self->ring_timer, g_source_remove);
  self->ring_timer = g_timeout_add (RING_MS, ring_over_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const BjtPlanFrame *
bjt_plan_canvas_get_frame (BjtPlanCanvas *self)
{
  return &self->frame;
}

/* Where a door is drawn on the plan that is shown; empty: nowhere. */
static BjtBox
get_door_box (BjtPlanCanvas *self,
              guint32        door)
{
  BjtRun outlines = bjt_plan_index_get_outlines (self->picture, door);
  BjtBox all = BJT_BOX_EMPTY;

  for (guint32 o = outlines.first; o < outlines.first + outlines.n; o++)
    {
      guint32       e = bjt_picture_get_outline (self->picture, o)->element;
      const BjtBox *box = &bjt_picture_get_element (self->picture, e)->shape->box;

      if (bjt_plan_canvas_get_door (self, e) != door)
        continue;
      bjt_box_add_point (&all, box->x1, box->y1);
      bjt_box_add_point (&all, box->x2, box->y2);
    }
  return all;
}

static void
bring_into_view (BjtPlanCanvas *self,
                 guint32        door)
{
  BjtBox   box = door != BJT_NO_INDEX && self->plan != BJT_NO_INDEX ? get_door_box (self, door) : BJT_BOX_EMPTY;
  BjtPoint middle = { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };

  if (bjt_box_is_empty (&box) || self->frame.width < 1 || is_in_sight (self, middle))
    return;
  self->frame.centre = middle;
  moved (self);
}

/* What is shown */

static void
tell_chosen (BjtPlanCanvas *self)
{
  guint32          door = bjt_focus_get_door (self->focus);
  g_autofree char *label = NULL, *name = NULL, *level = NULL;

  if (self->picture == NULL || self->building == BJT_NO_INDEX)
    label = g_strdup (_ ("Floor plan"));
  else if (door != BJT_NO_INDEX)
    label = bjt_picture_dup_door_name (self->picture, door);
  else
    {
      name = bjt_picture_dup_building_name (self->picture, self->building);
      level = bjt_picture_dup_level_label (self->picture, self->building, self->level);
      /* TRANSLATORS: for screen readers: a building, then one of its levels */
      label = g_strdup_printf (_ ("Floor plan of %s, level %s"), name, level);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_look (BjtPlanCanvas *self)
{
  g_autoptr (BjtPaintContent) content = NULL;
  gboolean    curtain = bjt_focus_get_curtain (self->focus);
  BjtPlanLook look = {
    .show = BJT_PLAN_SHOW_LABELS | BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_ANNOTATIONS | (curtain ? BJT_PLAN_SHOW_CURTAIN : BJT_PLAN_SHOW_NAMES),
    .palette = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)))) ? BJT_PALETTE_DARK : BJT_PALETTE_LIGHT,
    .matched = curtain ? NULL : bjt_focus_get_matched (self->focus), /* what stands out would tell */
  };

  if (self->scene != NULL)
    content = bjt_plan_scene_make_content (self->scene, &look);
  bjt_plan_surface_set_content (self->surface, content);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_scene (BjtPlanCanvas *self)
{
  g_clear_pointer (&self->scene, bjt_plan_scene_unref);
  g_clear_pointer (&self->hits, bjt_plan_hits_free);
}

static void
make_scene (BjtPlanCanvas *self)
{
  drop_scene (self);
  if (self->plan != BJT_NO_INDEX)
    {
      self->scene = bjt_plan_scene_new (self->picture, self->plan, self->level, self->backdrops);
      self->hits = bjt_plan_hits_new (self->picture, self->plan);
    }
  update_look (self);
}

/* Contents are asked for once somebody can see them. */
static void
ask_content (BjtPlanCanvas *self)
{
  if (!self->needs_content || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->needs_content = FALSE;
  g_signal_emit (self, signals[NEEDS_CONTENT], 0, &self->plan_id);
}

static void
drop_content (BjtPlanCanvas *self)
{
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
}

/* Shows the plan of the building and level, found anew in the picture. */
static void
show_plan (BjtPlanCanvas *self)
{
  BjtUuid        old_plan = self->plan_id, old_building = self->building_id;
  BjtPlanFrame   old = self->frame;
  BjtBox         box, view;

  self->plan = self->building != BJT_NO_INDEX ? bjt_plan_index_find_plan (self->picture, self->building, self->level) : BJT_NO_INDEX;
  self->plan_id = self->plan != BJT_NO_INDEX ? bjt_picture_get_plan (self->picture, self->plan)->id : BJT_UUID_NIL;
  self->building_id = self->building != BJT_NO_INDEX ? bjt_picture_get_building (self->picture, self->building)->id : BJT_UUID_NIL;
  if (!bjt_uuid_equal (&self->plan_id, &old_plan))
    drop_content (self);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  self->needs_content = self->plan != BJT_NO_INDEX;
  make_scene (self);
  ask_content (self);
  box = get_plan_box (self);
  view = bjt_plan_frame_get_box (&old);
  if (!bjt_uuid_equal (&self->building_id, &old_building) || (!bjt_uuid_equal (&self->plan_id, &old_plan) && (self->is_fitted || !bjt_box_intersects (&box, &view))))
    bjt_plan_canvas_fit (self);
  bjt_plan_tool_plan_changed (bjt_plan_hand_get_working (self->hand));
  tell_chosen (self);
  g_signal_emit (self, signals[PLAN_CHANGED], 0);
}

/* The answer to "needs-content"; references are taken. */
void
bjt_plan_canvas_set_content (BjtPlanCanvas *self,
                             GPtrArray     *elements,
                             GPtrArray     *backdrops)
{
  g_autoptr (GPtrArray) old_elements = g_steal_pointer (&self->elements); /* they may be the same */
  g_autoptr (GPtrArray) old_backdrops = g_steal_pointer (&self->backdrops);

  self->elements = elements != NULL ? g_ptr_array_ref (elements) : NULL;
  self->backdrops = backdrops != NULL ? g_ptr_array_ref (backdrops) : NULL;
  make_scene (self);
  if (self->is_fitted)
    bjt_plan_canvas_fit (self);
  bjt_plan_tool_plan_changed (bjt_plan_hand_get_working (self->hand));
}

GPtrArray *
bjt_plan_canvas_get_elements (BjtPlanCanvas *self)
{
  return self->elements;
}

GPtrArray *
bjt_plan_canvas_get_backdrops (BjtPlanCanvas *self)
{
  return self->backdrops;
}

guint32
bjt_plan_canvas_get_plan (BjtPlanCanvas *self)
{
  return self->plan;
}

guint32
bjt_plan_canvas_get_door (BjtPlanCanvas *self,
                          guint32        element)
{
  BjtRun elements = { 0, 0 };

  if (self->scene != NULL)
    elements = bjt_picture_get_plan (self->picture, self->plan)->elements;
  return element >= elements.first && element < elements.first + elements.n ? bjt_plan_scene_get_door (self->scene, element) : BJT_NO_INDEX;
}

guint32
bjt_plan_canvas_find_door (BjtPlanCanvas *self,
                           BjtPoint       metres)
{
  guint32 element = self->hits != NULL ? bjt_plan_hits_find_door (self->hits, metres) : BJT_NO_INDEX;

  return element != BJT_NO_INDEX ? bjt_plan_canvas_get_door (self, element) : BJT_NO_INDEX;
}

void
bjt_plan_canvas_find_doors_in (BjtPlanCanvas *self,
                               const BjtBox  *metres,
                               GArray        *doors)
{
  g_autoptr (GArray) elements = self->hits != NULL ? bjt_plan_hits_list_inside (self->hits, metres) : NULL;

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      guint32 door = bjt_plan_canvas_get_door (self, g_array_index (elements, guint32, i));

      if (door != BJT_NO_INDEX)
        g_array_append_val (doors, door);
    }
}

/* Levels */

void
bjt_plan_canvas_set_level (BjtPlanCanvas *self,
                           int            ordinal)
{
  if (self->level == ordinal)
    return;
  self->level = ordinal;
  if (self->picture != NULL)
    show_plan (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

int
bjt_plan_canvas_get_level (BjtPlanCanvas *self)
{
  return self->level;
}

void
bjt_plan_canvas_step_level (BjtPlanCanvas *self,
                            int            step)
{
  if (self->building != BJT_NO_INDEX)
    bjt_plan_canvas_set_level (self, bjt_plan_index_step_level (self->picture, self->building, self->level, step));
}

/* Following the focus */

static void
follow (BjtPlanCanvas *self,
        gboolean       is_new_picture)
{
  guint32  building = self->picture != NULL ? bjt_focus_get_building (self->focus) : BJT_NO_INDEX;
  guint32  door = self->picture != NULL ? bjt_focus_get_door (self->focus) : BJT_NO_INDEX;
  gboolean is_new_door = door != BJT_NO_INDEX && (door != self->chosen || is_new_picture);
  int      level = self->level;
  BjtUuid  id = building != BJT_NO_INDEX ? bjt_picture_get_building (self->picture, building)->id : BJT_UUID_NIL;
  gboolean is_new_building = !bjt_uuid_equal (&id, &self->building_id);

  self->chosen = door;
  if (is_new_door && !(is_new_picture && !is_new_building))
    level = bjt_picture_get_door (self->picture, door)->ordinal;
  else if (is_new_building && building != BJT_NO_INDEX)
    {
      self->building = building;
      level = bjt_plan_index_choose_level (self->picture, building);
    }
  if (is_new_picture || building != self->building || is_new_building || level != self->level)
    {
      gboolean is_new_level = level != self->level;

      self->building = building;
      self->level = level;
      show_plan (self);
      if (is_new_level)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
    }
  if (is_new_door && !is_new_picture)
    bring_into_view (self, door);
  tell_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picture_changed_cb (BjtPlanCanvas *self)
{
  BjtPicture *picture = bjt_focus_get_picture (self->focus);

  drop_scene (self);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = picture != NULL ? bjt_picture_ref (picture) : NULL;
  follow (self, TRUE);
}

static void
choice_changed_cb (BjtPlanCanvas *self)
{
  if (self->picture == bjt_focus_get_picture (self->focus))
    follow (self, FALSE);
}

void
bjt_plan_canvas_set_tool (BjtPlanCanvas *self,
                          BjtPlanTool   *tool)
{
  bjt_plan_hand_set_tool (self->hand, tool);
}

BjtPlanTool *
bjt_plan_canvas_get_tool (BjtPlanCanvas *self)
{
  return bjt_plan_hand_get_tool (self->hand);
}

const char *
bjt_plan_canvas_get_hint (BjtPlanCanvas *self)
{
  return bjt_plan_hand_get_hint (self->hand);
}

gboolean
bjt_plan_canvas_save (BjtPlanCanvas *self,
                      BjtPlanEdit   *edit)
{
  BjtPoint where = { (double) NAN, (double) NAN };
  gboolean is_saved = FALSE;

  g_signal_emit (self, signals[EDIT], 0, edit, &where, &is_saved);
  if (!is_saved)
    bjt_plan_canvas_show_place (self, where);
  return is_saved;
}

void
bjt_plan_canvas_activate_door (BjtPlanCanvas *self,
                               guint32        door)
{
  g_signal_emit (self, signals[DOOR_ACTIVATED], 0, door);
}

gboolean
bjt_plan_canvas_is_painted (BjtPlanCanvas *self)
{
  return !self->needs_content && bjt_plan_surface_is_current (self->surface, &self->frame);
}

static void
painted_cb (BjtPlanCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (bjt_plan_canvas_is_painted (self))
    g_signal_emit (self, signals[PAINTED], 0);
}

static void
tool_changed_cb (BjtPlanCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

static void
hint_changed_cb (BjtPlanCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

static void
pointed_cb (BjtPlanCanvas *self,
            double         x,
            double         y)
{
  BjtPoint at = bjt_plan_frame_to_plan (&self->frame, (BjtPoint) { x, y });

  g_signal_emit (self, signals[POINTED], 0, at.x, at.y);
}

/* On a door that is not among the selected, it is chosen first. */
static void
ask_menu (BjtPlanCanvas *self,
          guint32        door,
          double         x,
          double         y)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (self->focus);

  if (door != BJT_NO_INDEX && (selection == NULL || !bjt_door_set_contains (selection, door)))
    bjt_focus_choose_door (self->focus, door);
  g_signal_emit (self, signals[CONTEXT_MENU], 0, door, x, y);
}

static void
menu_cb (BjtPlanCanvas *self,
         double         x,
         double         y)
{
  ask_menu (self, bjt_plan_canvas_find_door (self, bjt_plan_frame_to_plan (&self->frame, (BjtPoint) { x, y })), x, y);
}

void
bjt_plan_canvas_ask_menu (BjtPlanCanvas *self)
{
  guint32  door = self->chosen;
  BjtBox   box = door != BJT_NO_INDEX && self->plan != BJT_NO_INDEX ? get_door_box (self, door) : BJT_BOX_EMPTY;
  BjtPoint at = { self->frame.width / 2, self->frame.height / 2 };

  if (bjt_box_is_empty (&box))
    door = BJT_NO_INDEX;
  else
    at = bjt_plan_frame_to_view (&self->frame, (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 });
  ask_menu (self, door, at.x, at.y);
}

/* A recording of what lies over the plan; few lines, so it costs little. */
static cairo_surface_t *
draw_over (BjtPlanCanvas *self)
{
  cairo_surface_t *over = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t) { 0, 0, self->frame.width, self->frame.height });
  cairo_t         *cr = cairo_create (over);

  if (self->plan != BJT_NO_INDEX)
    bjt_plan_cues_draw_doors (self, self->focus, cr, &self->frame, gtk_widget_has_visible_focus (GTK_WIDGET (self)));
  cairo_new_path (cr);
  bjt_plan_tool_draw (bjt_plan_hand_get_working (self->hand), cr, &self->frame);
  if (!isnan (self->ring.x))
    bjt_plan_cues_draw_ring (cr, &self->frame, self->ring);
  cairo_destroy (cr);
  return over;
}

static void
bjt_plan_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BjtPlanCanvas   *self = BJT_PLAN_CANVAS (widget);
  gboolean         is_dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  cairo_surface_t *over;

  if (self->frame.width < 1 || self->frame.height < 1)
    return;
  over = draw_over (self);
  bjt_plan_surface_snapshot (self->surface, snapshot, &self->frame, bjt_palette_get (is_dark ? BJT_PALETTE_DARK : BJT_PALETTE_LIGHT)->paper, over);
  cairo_surface_destroy (over);
}

static void
bjt_plan_canvas_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BjtPlanCanvas *self = BJT_PLAN_CANVAS (widget);
  gboolean       is_first = self->frame.width < 1;

  self->frame.width = width;
  self->frame.height = height;
  if (is_first || self->is_fitted)
    bjt_plan_canvas_fit (self);
}

static void
bjt_plan_canvas_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 80;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 240;
}

static void
bjt_plan_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bjt_plan_canvas_parent_class)->map (widget);
  ask_content (BJT_PLAN_CANVAS (widget));
}

static char *
dup_description (BjtPlanCanvas *self,
                 guint32        door)
{
  char *text = NULL;

  if (!bjt_focus_get_curtain (self->focus))
    g_signal_emit (self, signals[DESCRIBE_DOOR], 0, door, &text);
  return text != NULL ? text : bjt_picture_dup_door_name (self->picture, door);
}

static gboolean
bjt_plan_canvas_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  BjtPlanCanvas   *self = BJT_PLAN_CANVAS (widget);
  guint32          door = self->chosen;
  g_autofree char *text = NULL;

  if (bjt_plan_hand_get_tool (self->hand) != NULL)
    return FALSE;
  if (!keyboard_tooltip)
    door = bjt_plan_canvas_find_door (self, bjt_plan_frame_to_plan (&self->frame, (BjtPoint) { x, y }));
  if (door == BJT_NO_INDEX)
    return FALSE;
  text = dup_description (self, door);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });
  return TRUE;
}

static void
bjt_plan_canvas_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BjtPlanCanvas *self = BJT_PLAN_CANVAS (object);

  if (id == PROP_FOCUS)
    g_value_set_object (value, self->focus);
  else if (id == PROP_LEVEL)
    g_value_set_int (value, self->level);
  else if (id == PROP_TOOL)
    g_value_set_object (value, bjt_plan_canvas_get_tool (self));
  else
    g_value_set_string (value, bjt_plan_canvas_get_hint (self));
}

static void
bjt_plan_canvas_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BjtPlanCanvas *self = BJT_PLAN_CANVAS (object);

  if (id == PROP_FOCUS)
    self->focus = g_value_dup_object (value);
  else if (id == PROP_LEVEL)
    bjt_plan_canvas_set_level (self, g_value_get_int (value));
  else
    bjt_plan_canvas_set_tool (self, g_value_get_object (value));
}

static void
bjt_plan_canvas_constructed (GObject *object)
{
  BjtPlanCanvas          *self = BJT_PLAN_CANVAS (object);
  g_autoptr (BjtPlanTool) ordinary = bjt_plan_choose_tool_new (self->focus);

  G_OBJECT_CLASS (bjt_plan_canvas_parent_class)->constructed (object);
  self->surface = bjt_plan_surface_new (GTK_WIDGET (self));
  self->hand = bjt_plan_hand_new (GTK_WIDGET (self), self, &self->frame, ordinary);
  g_signal_connect_object (self->surface, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "moved", G_CALLBACK (moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "redraw", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "tool-changed", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "notify::hint", G_CALLBACK (hint_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "picture-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "filter-changed", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "privacy-changed", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), "notify::dark", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  picture_changed_cb (self);
}

static void
bjt_plan_canvas_dispose (GObject *object)
{
  BjtPlanCanvas *self = BJT_PLAN_CANVAS (object);

  g_clear_handle_id (&self->ring_timer, g_source_remove);
  if (self->hand != NULL)
    g_object_run_dispose (G_OBJECT (self->hand));
  g_clear_object (&self->hand);
  g_clear_object (&self->surface);
  drop_scene (self);
  drop_content (self);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_plan_canvas_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  GType type = BJT_TYPE_PLAN_CANVAS;

  signals[PAINTED] = g_signal_new ("painted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLAN_CHANGED] = g_signal_new ("plan-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEEDS_CONTENT] = g_signal_new ("needs-content", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CONTEXT_MENU] = g_signal_new ("context-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[DOOR_ACTIVATED] = g_signal_new ("door-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[DESCRIBE_DOOR] = g_signal_new ("describe-door", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_STRING, 1, G_TYPE_UINT);
  signals[POINTED] = g_signal_new ("pointed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
bjt_plan_canvas_class_init (BjtPlanCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_plan_canvas_constructed;
  object_class->dispose = bjt_plan_canvas_dispose;
  object_class->get_property = bjt_plan_canvas_get_property;
  object_class->set_property = bjt_plan_canvas_set_property;
  widget_class->snapshot = bjt_plan_canvas_snapshot;
  widget_class->size_allocate = bjt_plan_canvas_size_allocate;
  widget_class->measure = bjt_plan_canvas_measure;
  widget_class->map = bjt_plan_canvas_map;
  widget_class->query_tooltip = bjt_plan_canvas_query_tooltip;
  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, G_MININT, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TOOL] = g_param_spec_object ("tool", NULL, NULL, BJT_TYPE_PLAN_TOOL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  install_signals ();
  bjt_plan_actions_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plancanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bjt_plan_canvas_init (BjtPlanCanvas *self)
{
  self->frame.scale = 1;
  self->building = self->plan = self->chosen = BJT_NO_INDEX;
  self->ring.x = (double) NAN;
  self->is_fitted = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bjt_plan_canvas_new (BjtFocus *focus)
{
  return g_object_new (BJT_TYPE_PLAN_CANVAS, "focus", focus, NULL);
}
