/* bjt-overlay-menu.c: one row a layer, the uppermost on top; each change is an
 * action of the workspace. Files are read on a thread. */
#include "bjt-overlay-menu.h"

#include <glib/gi18n.h>

#include "workspace/bjt-overlay-file.h"

#define MAX_HEIGHT 280

struct _BjtOverlayMenu
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *add;

  /* Borrowed */
  BjtPage *page;

  /* Owned */
  BjtOverlayList       *overlays; /* those listed; may be NULL */
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;

  /* State */
  gboolean is_filling; /* soon */
  gboolean is_stale;   /* a row shows what was refused */
};

G_DEFINE_FINAL_TYPE (BjtOverlayMenu, bjt_overlay_menu, GTK_TYPE_POPOVER)

static void
tell (BjtOverlayMenu *self,
      GError         *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bjt_page_tell_error (self->page, error);
}

static void fill_soon (BjtOverlayMenu *self);

/* Changes; each row knows which layer of the list it is. */

static const BjtOverlay *
get_overlay (BjtOverlayMenu *self,
             GtkWidget      *widget)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "bjt-layer"));

  return bjt_overlay_list_get (self->overlays, index)->overlay;
}

static void
change (BjtOverlayMenu *self,
        BjtOverlay     *overlay)
{
  g_autoptr (BjtOverlay) changed = overlay;
  g_autoptr (GError) error = NULL;

  if (bjt_workspace_change_overlay (bjt_page_get_workspace (self->page), changed, &error))
    return;
  tell (self, error);
  self->is_stale = TRUE;
  fill_soon (self);
}

static void
shown_cb (BjtOverlayMenu *self,
          GtkCheckButton *check)
{
  BjtOverlay *overlay = bjt_overlay_copy (get_overlay (self, GTK_WIDGET (check)));

  overlay->is_shown = gtk_check_button_get_active (check);
  change (self, overlay);
}

static void
colour_cb (BjtOverlayMenu *self,
           GtkColorButton *button)
{
  BjtOverlay *overlay = bjt_overlay_copy (get_overlay (self, GTK_WIDGET (button)));
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &colour);
  g_free (overlay->colour);
  overlay->colour = g_strdup_printf ("#%02x%02x%02x", (guint) (colour.red * 255 + 0.5f), (guint) (colour.green * 255 + 0.5f),
                                     (guint) (colour.blue * 255 + 0.5f));
  change (self, overlay);
}

static void
named_cb (BjtOverlayMenu   *self,
          GParamSpec       *pspec,
          GtkEditableLabel *label)
{
  BjtOverlay *overlay;

  if (gtk_editable_label_get_editing (label))
    return;
  overlay = bjt_overlay_copy (get_overlay (self, GTK_WIDGET (label)));
  if (g_strcmp0 (overlay->name, gtk_editable_get_text (GTK_EDITABLE (label))) == 0)
    {
      bjt_overlay_free (overlay);
      return;
    }
  g_free (overlay->name);
  overlay->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (label)));
  change (self, overlay);
}

static void
raise_cb (BjtOverlayMenu *self,
          GtkWidget      *button)
{
  BjtUuid id = get_overlay (self, button)->id;
  g_autoptr (GError) error = NULL;

  bjt_workspace_move_overlay (bjt_page_get_workspace (self->page), &id, 1, &error);
  tell (self, error);
}

static void
remove_cb (BjtOverlayMenu *self,
           GtkWidget      *button)
{
  BjtUuid id = get_overlay (self, button)->id;
  g_autofree char *text = g_strdup_printf (_("Removed layer “%s”"), get_overlay (self, button)->name);
  g_autoptr (GError) error = NULL;

  if (bjt_workspace_remove_overlay (bjt_page_get_workspace (self->page), &id, &error))
    bjt_page_tell (self->page, text, TRUE);
  tell (self, error);
}

/* Adding */

static void
read_worker (GTask        *task,
             gpointer      source,
             gpointer      path,
             GCancellable *cancellable)
{
  BjtOverlayOptions options = BJT_OVERLAY_OPTIONS_DEFAULT;
  GError *error = NULL;
  BjtOverlayFile *file = bjt_overlay_file_read (path, &options, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) bjt_overlay_file_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  BjtOverlayMenu *self = BJT_OVERLAY_MENU (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOverlayFile) file = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->add, TRUE);
  if (file != NULL)
    bjt_workspace_add_overlay (bjt_page_get_workspace (self->page), file, &error);
  tell (self, error);
}

static void
chosen_cb (BjtOverlayMenu *self,
           int             response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;

  g_clear_object (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;
  gtk_widget_set_sensitive (self->add, FALSE);
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, read_worker);
}

static void
add_cb (BjtOverlayMenu *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Add a Layer from a File"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The rows */

static GtkWidget *
add_to_row (GtkWidget  *row,
            GtkWidget  *child,
            guint       index,
            const char *name)
{
  g_object_set_data (G_OBJECT (child), "bjt-layer", GUINT_TO_POINTER (index));
  gtk_widget_set_tooltip_text (child, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), child);
  return child;
}

static void
add_row (BjtOverlayMenu *self,
         guint           index)
{
  const BjtOverlay *overlay = bjt_overlay_list_get (self->overlays, index)->overlay;
  guint32 colour = bjt_overlay_get_colour (overlay);
  GdkRGBA rgba = { (float) (colour >> 16 & 0xff) / 255, (float) (colour >> 8 & 0xff) / 255, (float) (colour & 0xff) / 255, 1 };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *child;

  child = add_to_row (row, gtk_check_button_new (), index, _("Shown on the map"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (child), overlay->is_shown);
  g_signal_connect_object (child, "toggled", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  child = add_to_row (row, gtk_color_button_new_with_rgba (&rgba), index, _("Colour"));
  g_signal_connect_object (child, "color-set", G_CALLBACK (colour_cb), self, G_CONNECT_SWAPPED);
  child = add_to_row (row, gtk_editable_label_new (overlay->name), index, _("Name"));
  gtk_widget_set_hexpand (child, TRUE);
  g_signal_connect_object (child, "notify::editing", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  child = add_to_row (row, gtk_button_new_from_icon_name ("go-up-symbolic"), index, _("Raise"));
  gtk_widget_set_sensitive (child, index > 0);
  gtk_widget_add_css_class (child, "flat");
  g_signal_connect_object (child, "clicked", G_CALLBACK (raise_cb), self, G_CONNECT_SWAPPED);
  child = add_to_row (row, gtk_button_new_from_icon_name ("user-trash-symbolic"), index, _("Remove"));
  gtk_widget_add_css_class (child, "flat");
  g_signal_connect_object (child, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), row);
}

static gboolean
fill_cb (gpointer user_data)
{
  BjtOverlayMenu *self = user_data;
  BjtOverlayList *overlays;
  GtkWidget *child;

  self->is_filling = FALSE;
  if (self->page == NULL || bjt_page_get_focus (self->page) == NULL)
    return G_SOURCE_REMOVE; /* the window closes */
  overlays = bjt_page_get_picture (self->page)->overlays;
  if (overlays == self->overlays && overlays != NULL && !self->is_stale)
    return G_SOURCE_REMOVE;
  self->is_stale = FALSE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_clear_pointer (&self->overlays, bjt_overlay_list_unref);
  self->overlays = overlays != NULL ? bjt_overlay_list_ref (overlays) : NULL;
  for (guint i = 0; i < bjt_overlay_list_get_n (self->overlays); i++)
    add_row (self, i);
  gtk_widget_set_visible (self->empty, bjt_overlay_list_get_n (self->overlays) == 0);
  return G_SOURCE_REMOVE;
}

/* Without a parent its page is gone. */
static gboolean
fill_later_cb (gpointer user_data)
{
  BjtOverlayMenu *self = user_data;

  self->is_filling = FALSE;
  return gtk_widget_get_parent (GTK_WIDGET (self)) != NULL ? fill_cb (self) : G_SOURCE_REMOVE;
}

/* Not while the signal of a row is under way: that row would go. */
static void
fill_soon (BjtOverlayMenu *self)
{
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, fill_later_cb, g_object_ref (self), g_object_unref);
}

static void
bjt_overlay_menu_dispose (GObject *object)
{
  BjtOverlayMenu *self = BJT_OVERLAY_MENU (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->overlays, bjt_overlay_list_unref);
  G_OBJECT_CLASS (bjt_overlay_menu_parent_class)->dispose (object);
}

static void
bjt_overlay_menu_finalize (GObject *object)
{
  g_object_unref (BJT_OVERLAY_MENU (object)->cancellable);
  G_OBJECT_CLASS (bjt_overlay_menu_parent_class)->finalize (object);
}

static void
bjt_overlay_menu_class_init (BjtOverlayMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_overlay_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_overlay_menu_finalize;
}

static void
bjt_overlay_menu_init (BjtOverlayMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scroller = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->empty = gtk_label_new (_("Areas of duty, fire zones or anything else drawn in another program, from GeoJSON, Shapefile, KML or GeoPackage."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty), 30);
  gtk_widget_add_css_class (self->empty, "dim-label");
  self->add = gtk_button_new_with_label (_("Add Layer…"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (box, 290, -1);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
bjt_overlay_menu_new (BjtPage *page)
{
  BjtOverlayMenu *self = g_object_new (BJT_TYPE_OVERLAY_MENU, NULL);

  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (bjt_page_get_focus (page), "picture-changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  fill_cb (self);
  return GTK_WIDGET (self);
}
