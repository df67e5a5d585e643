/* bjt-plan-layers.c: rows stay while the same drawings lie there, so that keys
 * keep their place. A slider is followed on the canvas at once and saved, as one
 * action, when it rests. */
#include "bjt-plan-layers.h"

#include <glib/gi18n.h>
#include <math.h>

#include "workspace/bjt-workspace-plans.h"

#define MAX_HEIGHT 320
#define REST_MS 600

typedef enum
{
  SHOWN,
  DIMMED,
  HIDDEN,
  N_LOOKS,
} Look;

struct _BjtPlanLayers
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *add;

  /* Borrowed */
  BjtPage       *page;
  BjtPlanCanvas *canvas;

  /* Owned */
  GPtrArray *rows;      /* GtkWidget, borrowed: buttons of layers, sliders */
  GPtrArray *backdrops; /* those listed; NULL: none */

  /* State */
  guint    slid; /* the drawing whose slider moved */
  guint    rest_timer;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPlanLayers, bjt_plan_layers, GTK_TYPE_POPOVER)

static const BjtPlanBackdrop *
get_backdrop (BjtPlanLayers *self,
              guint          index)
{
  return self->backdrops->pdata[index];
}

/* Each widget knows its drawing and its layer. */
static guint
get_number (gpointer    widget,
            const char *key)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, key));
}

/* Looks */

static gboolean
is_named (const char *names,
          const char *name)
{
  g_auto (GStrv) lines = names != NULL ? g_strsplit (names, "\n", -1) : NULL;

  return lines != NULL && g_strv_contains ((const char *const *) lines, name);
}

/* Until the record names hidden layers, the drawing's own word counts. */
static Look
get_look (const BjtPlanBackdrop *backdrop,
          guint                  layer)
{
  const BjtDrawingLayer *l = backdrop->drawing->layers + layer;

  if (is_named (backdrop->record->hidden_layers, l->name) || (backdrop->record->hidden_layers == NULL && l->is_hidden))
    return HIDDEN;
  return is_named (backdrop->record->dimmed_layers, l->name) ? DIMMED : SHOWN;
}

static char *
dup_names (const BjtPlanBackdrop *backdrop,
           guint                  changed,
           Look                   look,
           Look                   wanted)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < backdrop->drawing->n_layers; i++)
    if ((i == changed ? look : get_look (backdrop, i)) == wanted)
      g_ptr_array_add (names, (gpointer) backdrop->drawing->layers[i].name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static const char *
get_icon (Look look)
{
  static const char *const icons[] = { "view-reveal-symbolic", "display-brightness-symbolic", "view-conceal-symbolic" };

  return icons[look];
}

static char *
dup_told (Look        look,
          const char *layer)
{
  return g_strdup_printf (look == SHOWN ? _("Layer shown: %s") : look == DIMMED ? _("Layer dimmed: %s") : _("Layer hidden: %s"), layer);
}

/* Saving */

static void
save (BjtPlanLayers        *self,
      const BjtPlanDrawing *record,
      const char           *text)
{
  g_autoptr (GError) error = NULL;

  if (bjt_workspace_update_drawing (bjt_page_get_workspace (self->page), record, &error))
    bjt_page_tell (self->page, text, TRUE);
  else
    bjt_page_tell_error (self->page, error);
}

static void
layer_cb (BjtPlanLayers *self,
          GtkWidget     *button)
{
  const BjtPlanBackdrop     *backdrop = get_backdrop (self, get_number (button, "drawing"));
  guint                      layer = get_number (button, "layer");
  Look                       look = (get_look (backdrop, layer) + 1) % N_LOOKS;
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_copy (backdrop->record);
  g_autofree char           *text = dup_told (look, backdrop->drawing->layers[layer].name);

  g_free (record->hidden_layers);
  g_free (record->dimmed_layers);
  record->hidden_layers = dup_names (backdrop, layer, look, HIDDEN);
  record->dimmed_layers = dup_names (backdrop, layer, look, DIMMED);
  save (self, record, text);
}

static void
remove_cb (BjtPlanLayers *self,
           GtkWidget     *button)
{
  const BjtPlanDrawing *record = get_backdrop (self, get_number (button, "drawing"))->record;
  g_autofree char      *text = g_strdup_printf (_("Drawing taken away: %s"), record->name != NULL ? record->name : "");
  g_autoptr (GError)    error = NULL;

  if (bjt_workspace_detach_drawing (bjt_page_get_workspace (self->page), &record->id, &error))
    bjt_page_tell (self->page, text, TRUE);
  else
    bjt_page_tell_error (self->page, error);
}

static GtkWidget *
find_slider (BjtPlanLayers *self,
             guint          drawing)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (GTK_IS_SCALE (self->rows->pdata[i]) && get_number (self->rows->pdata[i], "drawing") == drawing)
      return self->rows->pdata[i];
  return NULL;
}

static BjtPlanDrawing *
copy_slid (BjtPlanLayers *self)
{
  BjtPlanDrawing *record = bjt_plan_drawing_copy (get_backdrop (self, self->slid)->record);

  record->opacity = gtk_range_get_value (GTK_RANGE (find_slider (self, self->slid))) / 100;
  return record;
}

static void
save_slid (BjtPlanLayers *self)
{
  g_autoptr (BjtPlanDrawing) record = NULL;

  if (self->rest_timer == 0)
    return;
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  record = copy_slid (self);
  if (fabs (record->opacity - get_backdrop (self, self->slid)->record->opacity) > 0.001)
    save (self, record, _("Strength of the drawing changed"));
}

static gboolean
rest_cb (gpointer self)
{
  save_slid (self);
  return G_SOURCE_REMOVE;
}

/* What the canvas shows meanwhile is not saved yet. */
static void
slid_cb (BjtPlanLayers *self,
         GtkRange      *slider)
{
  guint                      drawing = get_number (slider, "drawing");
  g_autoptr (BjtPlanDrawing) record = NULL;
  g_autoptr (GPtrArray)      shown = NULL;

  if (self->is_filling)
    return;
  if (self->slid != drawing)
    save_slid (self);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  self->slid = drawing;
  self->rest_timer = g_timeout_add (REST_MS, rest_cb, self);
  record = copy_slid (self);
  shown = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_backdrop_unref);
  for (guint i = 0; i < self->backdrops->len; i++)
    g_ptr_array_add (shown, i == drawing ? bjt_plan_backdrop_new_with_drawing (record, get_backdrop (self, i)->drawing)
                                         : bjt_plan_backdrop_ref (self->backdrops->pdata[i]));
  bjt_plan_canvas_set_content (self->canvas, bjt_plan_canvas_get_elements (self->canvas), shown);
}

/* Rows */

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_name (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_drawing (BjtPlanLayers *self,
             guint          drawing)
{
  GtkWidget  *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *name, *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget  *slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 5);
  const char *text = get_backdrop (self, drawing)->record->name;

  name = new_name (text != NULL && *text != '\0' ? text : _("Drawing"));
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (remove, "flat");
  set_name (remove, _("Take the drawing away"));
  set_name (slider, _("How strongly the drawing is seen"));
  gtk_scale_set_draw_value (GTK_SCALE (slider), FALSE);
  g_object_set_data (G_OBJECT (remove), "drawing", GUINT_TO_POINTER (drawing));
  g_object_set_data (G_OBJECT (slider), "drawing", GUINT_TO_POINTER (drawing));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (slider, "value-changed", G_CALLBACK (slid_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->list), row);
  gtk_box_append (GTK_BOX (self->list), slider);
  g_ptr_array_add (self->rows, slider);
}

static void
add_layer (BjtPlanLayers *self,
           guint          drawing,
           guint          layer)
{
  GtkWidget  *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *image = gtk_image_new ();
  const char *name = get_backdrop (self, drawing)->drawing->layers[layer].name;

  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), new_name (*name != '\0' ? name : _("Without a name")));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plan-layer");
  g_object_set_data (G_OBJECT (button), "drawing", GUINT_TO_POINTER (drawing));
  g_object_set_data (G_OBJECT (button), "layer", GUINT_TO_POINTER (layer));
  g_signal_connect_object (button, "clicked", G_CALLBACK (layer_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), button);
  g_ptr_array_add (self->rows, button);
}

static void
update_layer (BjtPlanLayers *self,
              GtkWidget     *button)
{
  const BjtPlanBackdrop *backdrop = get_backdrop (self, get_number (button, "drawing"));
  guint                  layer = get_number (button, "layer");
  Look                   look = get_look (backdrop, layer);
  GtkWidget             *row = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char       *name = g_strdup_printf (look == SHOWN ? _("%s: shown") : look == DIMMED ? _("%s: dimmed") : _("%s: hidden"),
                                                 backdrop->drawing->layers[layer].name);

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (row)), get_icon (look));
  if (look == SHOWN)
    gtk_widget_remove_css_class (row, "dim-label");
  else
    gtk_widget_add_css_class (row, "dim-label");
  set_name (button, name);
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if ((a != NULL ? a->len : 0) != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; a != NULL && i < a->len; i++)
    {
      const BjtPlanBackdrop *x = a->pdata[i], *y = b->pdata[i];

      if (!bjt_uuid_equal (&x->record->id, &y->record->id) || x->drawing->n_layers != y->drawing->n_layers)
        return FALSE;
    }
  return TRUE;
}

static void
make_rows (BjtPlanLayers *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint d = self->backdrops != NULL ? self->backdrops->len : 0; d-- > 0;)
    {
      guint n_layers = get_backdrop (self, d)->drawing->n_layers;

      add_drawing (self, d);
      for (guint l = 0; n_layers > 1 && l < n_layers; l++)
        add_layer (self, d, l);
    }
  gtk_widget_set_visible (self->empty, self->rows->len == 0);
}

static void
update (BjtPlanLayers *self)
{
  GPtrArray *backdrops = bjt_plan_canvas_get_backdrops (self->canvas);
  gboolean   is_new = !is_same (backdrops, self->backdrops);

  if (self->rest_timer != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  self->backdrops = backdrops != NULL ? g_ptr_array_ref (backdrops) : NULL;
  self->is_filling = TRUE;
  if (is_new)
    make_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (GTK_IS_SCALE (self->rows->pdata[i]))
      gtk_range_set_value (self->rows->pdata[i], get_backdrop (self, get_number (self->rows->pdata[i], "drawing"))->record->opacity * 100);
    else
      update_layer (self, self->rows->pdata[i]);
  self->is_filling = FALSE;
}

static void
bjt_plan_layers_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bjt_plan_layers_parent_class)->map (widget);
  update (BJT_PLAN_LAYERS (widget));
}

static void
bjt_plan_layers_closed (GtkPopover *popover)
{
  save_slid (BJT_PLAN_LAYERS (popover));
}

static void
bjt_plan_layers_dispose (GObject *object)
{
  BjtPlanLayers *self = BJT_PLAN_LAYERS (object);

  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_plan_layers_parent_class)->dispose (object);
}

static void
bjt_plan_layers_class_init (BjtPlanLayersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_plan_layers_dispose;
  GTK_WIDGET_CLASS (klass)->map = bjt_plan_layers_map;
  GTK_POPOVER_CLASS (klass)->closed = bjt_plan_layers_closed;
}

static void
bjt_plan_layers_init (BjtPlanLayers *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scroller = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->empty = gtk_label_new (_("Nothing lies under this plan. Lay in a photo, a PDF, a CAD or SVG file and trace the doors from it."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty), 30);
  gtk_widget_add_css_class (self->empty, "dim-label");
  self->add = gtk_button_new_with_label (_("Lay in a Drawing…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "plan.import");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
bjt_plan_layers_new (BjtPage       *page,
                     BjtPlanCanvas *canvas)
{
  BjtPlanLayers *self = g_object_new (BJT_TYPE_PLAN_LAYERS, NULL);

  self->page = page;
  self->canvas = canvas;
  g_signal_connect_object (canvas, "plan-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
