/* bjt-plan-toolbar.c: tools are made when they are first chosen, and kept with
 * what they remember. What they ask for is asked here, in popovers that point to
 * the place on the canvas. Main thread only. */
#include "bjt-plan-toolbar.h"

#include <glib/gi18n-lib.h>

#include "bjt-array-popover.h"
#include "bjt-draft-bar.h"
#include "bjt-element-popover.h"
#include "bjt-plan-tools.h"
#include "bjt-select-tool.h"
#include "bjt-snap-menu.h"
#include "bjt-text-popover.h"
#include "bjt-text-tool.h"

#define N_COLUMNS 2u

struct _BjtPlanToolbar
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;
  GtkWidget *strip;
  GtkWidget *array;
  GtkWidget *properties;
  GtkWidget *text;

  /* Owned */
  BjtPlanCanvas *canvas;
  BjtDraftBoard *board;
  GHashTable    *tools;   /* name → BjtPlanTool */
  GHashTable    *buttons; /* name → GtkToggleButton, borrowed */
  GtkWidget     *bar;

  /* State */
  const char *chosen; /* NULL: not editing */
  gboolean    is_switching;
};

G_DEFINE_FINAL_TYPE (BjtPlanToolbar, bjt_plan_toolbar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Popovers */

static void
point_to (BjtPlanToolbar *self,
          GtkWidget      *popover,
          const BjtBox   *px)
{
  double       x, y;
  GdkRectangle place;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), px->x1, px->y1, &x, &y))
    return;
  place = (GdkRectangle) { (int) x, (int) y, (int) (px->x2 - px->x1) + 1, (int) (px->y2 - px->y1) + 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

/* What is chosen, as far as it is seen. */
static void
point_to_chosen (BjtPlanToolbar   *self,
                 GtkWidget        *popover,
                 BjtPlanSelection *selection)
{
  const BjtPlanFrame *frame = bjt_plan_canvas_get_frame (self->canvas);
  BjtBox              metres, px;
  BjtPoint            a, b;

  if (!bjt_plan_selection_get_box (selection, &metres))
    return;
  a = bjt_plan_frame_to_view (frame, (BjtPoint) { metres.x1, metres.y2 });
  b = bjt_plan_frame_to_view (frame, (BjtPoint) { metres.x2, metres.y1 });
  px = (BjtBox) { CLAMP (a.x, 0, frame->width), CLAMP (a.y, 0, frame->height), CLAMP (b.x, 0, frame->width), CLAMP (b.y, 0, frame->height) };
  point_to (self, popover, &px);
}

static BjtPlanSelection *
get_selection (BjtPlanToolbar *self)
{
  BjtSelectTool *tool = g_hash_table_lookup (self->tools, "select");

  return tool != NULL ? bjt_select_tool_get_selection (tool) : NULL;
}

static void
wants_properties_cb (BjtPlanToolbar *self)
{
  bjt_element_popover_fill (BJT_ELEMENT_POPOVER (self->properties), self->board, get_selection (self));
  point_to_chosen (self, self->properties, get_selection (self));
  gtk_popover_popup (GTK_POPOVER (self->properties));
}

static gboolean
has_doors (BjtPlanSelection *selection)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (selection);

  for (guint i = 0; i < chosen->len; i++)
    if (((const BjtPlanElement *) g_ptr_array_index (chosen, i))->kind == BJT_ELEMENT_DOOR)
      return TRUE;
  return FALSE;
}

static void
wants_array_cb (BjtPlanToolbar *self)
{
  BjtPlanSelection *selection = get_selection (self);
  BjtBox            box;

  if (!bjt_plan_selection_get_box (selection, &box))
    return;
  bjt_array_popover_set_step (BJT_ARRAY_POPOVER (self->array), (BjtPoint) { box.x2 - box.x1, box.y2 - box.y1 }, has_doors (selection));
  point_to_chosen (self, self->array, selection);
  gtk_popover_popup (GTK_POPOVER (self->array));
}

static void
array_cb (BjtPlanToolbar *self,
          guint           columns,
          guint           rows,
          double          dx,
          double          dy,
          gboolean        next_stacks)
{
  bjt_plan_selection_repeat (get_selection (self), columns, rows, (BjtPoint) { dx, dy }, next_stacks);
}

static void
wants_text_cb (BjtPlanToolbar *self,
               double          x,
               double          y)
{
  point_to (self, self->text, &(BjtBox) { x, y, x, y });
  bjt_text_popover_begin (BJT_TEXT_POPOVER (self->text));
}

static void
written_cb (BjtPlanToolbar *self,
            const char     *text)
{
  BjtTextTool *tool = g_hash_table_lookup (self->tools, "text");

  if (tool != NULL)
    bjt_text_tool_write (tool, text);
}

static void
change_cb (BjtPlanToolbar *self,
           const char     *name)
{
  BjtPlanSelection *selection = get_selection (self);

  if (g_strcmp0 (name, "properties") == 0)
    wants_properties_cb (self);
  else if (g_strcmp0 (name, "array") == 0)
    wants_array_cb (self);
  else if (g_strcmp0 (name, "duplicate") == 0)
    bjt_plan_selection_duplicate (selection);
  else if (g_strcmp0 (name, "mirror") == 0)
    bjt_plan_selection_mirror (selection, FALSE);
  else if (g_strcmp0 (name, "merge") == 0)
    bjt_plan_selection_merge (selection);
  else
    bjt_plan_selection_remove (selection);
  if (g_strcmp0 (name, "properties") != 0 && g_strcmp0 (name, "array") != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* The keys go back to the plan. */
static void
closed_cb (BjtPlanToolbar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static GtkWidget *
adopt_popover (BjtPlanToolbar *self,
               GtkWidget      *popover)
{
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

/* Tools */

static BjtPlanTool *
make_tool (BjtPlanToolbar *self,
           const char     *name)
{
  BjtPlanTool *tool = g_hash_table_lookup (self->tools, name);

  if (tool != NULL)
    return tool;
  tool = bjt_plan_tools_new (name, self->board);
  g_hash_table_insert (self->tools, (gpointer) name, tool);
  if (BJT_IS_SELECT_TOOL (tool))
    {
      g_signal_connect_object (tool, "wants-properties", G_CALLBACK (wants_properties_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (tool, "wants-array", G_CALLBACK (wants_array_cb), self, G_CONNECT_SWAPPED);
    }
  else if (BJT_IS_TEXT_TOOL (tool))
    g_signal_connect_object (tool, "wants-text", G_CALLBACK (wants_text_cb), self, G_CONNECT_SWAPPED);
  return tool;
}

static void
show_chosen (BjtPlanToolbar *self,
             const char     *name)
{
  gboolean       was_editing = self->chosen != NULL;
  GHashTableIter iter;
  gpointer       key, button;

  self->chosen = name;
  g_hash_table_iter_init (&iter, self->buttons);
  while (g_hash_table_iter_next (&iter, &key, &button))
    gtk_toggle_button_set_active (button, g_strcmp0 (key, name) == 0);
  bjt_draft_bar_set_tool (BJT_DRAFT_BAR (self->bar), name, name != NULL ? g_hash_table_lookup (self->tools, name) : NULL);
  gtk_widget_set_visible (self->bar, name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), name != NULL);
  if (was_editing != (name != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
switch_to (BjtPlanToolbar *self,
           const char     *name)
{
  if (self->is_switching)
    return;
  self->is_switching = TRUE;
  bjt_plan_canvas_set_tool (self->canvas, name != NULL ? make_tool (self, name) : NULL);
  show_chosen (self, name);
  self->is_switching = FALSE;
}

void
bjt_plan_toolbar_choose (BjtPlanToolbar *self,
                         const char     *name)
{
  const BjtPlanToolKind *kind = bjt_plan_tools_find (name);

  g_return_if_fail (kind != NULL);
  switch_to (self, kind->name);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

const char *
bjt_plan_toolbar_get_chosen (BjtPlanToolbar *self)
{
  return self->chosen;
}

void
bjt_plan_toolbar_set_editing (BjtPlanToolbar *self,
                              gboolean        is_editing)
{
  if (is_editing == (self->chosen != NULL))
    return;
  if (is_editing)
    bjt_plan_toolbar_choose (self, "select");
  else
    switch_to (self, NULL);
}

gboolean
bjt_plan_toolbar_get_editing (BjtPlanToolbar *self)
{
  return self->chosen != NULL;
}

/* A tool that is done makes room for selecting; selecting, when done, for none.
 * A tool of another's leaves the strip as it is not its own. */
static void
tool_cb (BjtPlanToolbar *self)
{
  BjtPlanTool *tool = bjt_plan_canvas_get_tool (self->canvas);

  if (self->is_switching || self->chosen == NULL || tool == g_hash_table_lookup (self->tools, self->chosen))
    return;
  if (tool == NULL && g_strcmp0 (self->chosen, "select") != 0)
    switch_to (self, "select");
  else
    show_chosen (self, NULL);
}

static void
clicked_cb (GtkToggleButton *button,
            BjtPlanToolbar  *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "tool");

  if (g_strcmp0 (name, self->chosen) == 0)
    gtk_toggle_button_set_active (button, TRUE);
  else
    bjt_plan_toolbar_choose (self, name);
}

/* Keys */

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        modifiers,
        BjtPlanToolbar        *self)
{
  guint                  n, key = gdk_keyval_to_lower (keyval);
  const BjtPlanToolKind *kinds = bjt_plan_tools_list (&n);

  if (self->chosen == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_g)
    {
      bjt_snap_menu_step_grid (self->board);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < n; i++)
    if (kinds[i].key == key)
      {
        bjt_plan_toolbar_choose (self, kinds[i].name);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* Making */

static void
attach (BjtPlanToolbar *self,
        guint           place,
        GtkWidget      *widget)
{
  gtk_grid_attach (GTK_GRID (self->strip), widget, (int) (place % N_COLUMNS), (int) (place / N_COLUMNS), 1, 1);
}

static void
add_tool (BjtPlanToolbar        *self,
          guint                  place,
          const BjtPlanToolKind *kind)
{
  GtkWidget       *button = gtk_toggle_button_new ();
  /* Translators: a tool and its key */
  g_autofree char *tooltip = g_strdup_printf (_("%s (%c)"), _(kind->label), g_ascii_toupper ((char) kind->key));

  gtk_button_set_icon_name (GTK_BUTTON (button), kind->icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->label), -1);
  g_object_set_data (G_OBJECT (button), "tool", (gpointer) kind->name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  g_hash_table_insert (self->buttons, (gpointer) kind->name, button);
  attach (self, place, button);
}

static void
fill (BjtPlanToolbar *self)
{
  guint                  n;
  const BjtPlanToolKind *kinds = bjt_plan_tools_list (&n);
  GtkWidget             *snap = gtk_menu_button_new ();

  for (guint i = 0; i < n; i++)
    add_tool (self, i, &kinds[i]);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (snap), "bjt-snap-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (snap), GTK_ARROW_RIGHT);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (snap), bjt_snap_menu_new (self->board));
  gtk_widget_add_css_class (snap, "flat");
  gtk_widget_set_tooltip_text (snap, _("What points are caught by, and the grid"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (snap), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What points are caught by, and the grid"), -1);
  attach (self, n, snap);
  self->properties = adopt_popover (self, bjt_element_popover_new ());
  self->array = adopt_popover (self, bjt_array_popover_new ());
  self->text = adopt_popover (self, bjt_text_popover_new ());
  g_signal_connect_object (self->array, "applied", G_CALLBACK (array_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
}

static void
watch_canvas (BjtPlanToolbar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), keys);
  g_signal_connect_object (self->canvas, "notify::tool", G_CALLBACK (tool_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bjt_plan_toolbar_get_bar (BjtPlanToolbar *self)
{
  return self->bar;
}

/* The object */

static void
bjt_plan_toolbar_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *spec)
{
  if (id == PROP_EDITING)
    g_value_set_boolean (value, bjt_plan_toolbar_get_editing (BJT_PLAN_TOOLBAR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bjt_plan_toolbar_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *spec)
{
  if (id == PROP_EDITING)
    bjt_plan_toolbar_set_editing (BJT_PLAN_TOOLBAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bjt_plan_toolbar_dispose (GObject *object)
{
  BjtPlanToolbar *self = BJT_PLAN_TOOLBAR (object);

  g_clear_pointer (&self->properties, gtk_widget_unparent);
  g_clear_pointer (&self->array, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, g_hash_table_unref);
  g_clear_pointer (&self->tools, g_hash_table_unref);
  g_clear_object (&self->bar);
  g_clear_object (&self->board);
  g_clear_object (&self->canvas);
  self->chosen = NULL;
  G_OBJECT_CLASS (bjt_plan_toolbar_parent_class)->dispose (object);
}

static void
bjt_plan_toolbar_class_init (BjtPlanToolbarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bjt_plan_toolbar_get_property;
  object_class->set_property = bjt_plan_toolbar_set_property;
  object_class->dispose = bjt_plan_toolbar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bjt_plan_toolbar_init (BjtPlanToolbar *self)
{
  self->tools = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->buttons = g_hash_table_new (g_str_hash, g_str_equal);
  self->board = bjt_draft_board_new ();
  self->strip = gtk_grid_new ();
  self->scroller = gtk_scrolled_window_new (); /* in a low pane */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->strip);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->bar = g_object_ref_sink (bjt_draft_bar_new (self->board));
  g_signal_connect_object (self->bar, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bjt_plan_toolbar_new (BjtPlanCanvas *canvas)
{
  BjtPlanToolbar *self = g_object_new (BJT_TYPE_PLAN_TOOLBAR, NULL);

  self->canvas = g_object_ref (canvas);
  fill (self);
  watch_canvas (self);
  return GTK_WIDGET (self);
}
