/* bjt-tile-dialog.c: two pages, the list and one entry. A change is written
 * when it is saved; the map follows the list. */
#include "bjt-tile-dialog.h"

#include <glib/gi18n.h>

#include "bjt-tile-form.h"
#include "bjt-tile-words.h"

struct _BjtTileDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkStack        *stack;
  GtkListBox      *list;
  BjtTileForm     *form;
  AdwWindowTitle  *form_title;
  GtkWidget       *save_button;
  GtkWidget       *remove_button;
  AdwToastOverlay *toasts;

  /* Owned */
  BjtBaseMaps          *maps;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (BjtTileDialog, bjt_tile_dialog, ADW_TYPE_WINDOW)

static void
tell_error (BjtTileDialog *self,
            const GError  *error)
{
  g_autofree char *text = bjt_tile_words_explain (error);
  AdwToast        *toast = adw_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
tell_if_failed (BjtTileDialog *self,
                gboolean       is_done,
                GError       **error)
{
  if (!is_done)
    tell_error (self, *error);
  g_clear_error (error);
}

/* The list */

static GtkWidget *
new_row (BjtTileDialog      *self,
         const BjtTileEntry *entry)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *description = bjt_tile_words_describe (entry, bjt_base_maps_get_services (self->maps));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (entry->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->kind != BJT_TILE_ENTRY_PAINTED);
  if (entry->kind != BJT_TILE_ENTRY_PAINTED)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
fill_list (BjtTileDialog *self)
{
  BjtTileCatalogue *catalogue = bjt_base_maps_get_catalogue (self->maps);
  GtkListBoxRow    *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < bjt_tile_catalogue_get_n_entries (catalogue); i++)
    gtk_list_box_append (self->list, new_row (self, bjt_tile_catalogue_get_entry (catalogue, i)));
}

static void
show_entry (BjtTileDialog      *self,
            const BjtTileEntry *entry)
{
  bjt_tile_form_set_entry (self->form, entry);
  adw_window_title_set_title (self->form_title, entry->name != NULL && *entry->name != '\0' ? entry->name : _("Map Service"));
  gtk_widget_set_visible (self->remove_button, !entry->is_preset);
  gtk_stack_set_visible_child_name (self->stack, "entry");
}

static void
key_loaded_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (BjtTileDialog) self = user_data;
  const BjtTileEntry *shown = self->maps != NULL ? bjt_tile_form_get_entry (self->form) : NULL;

  bjt_tile_keyring_load_finish (BJT_TILE_KEYRING (object), result);
  if (self->maps == NULL)
    return;
  fill_list (self);
  if (shown != NULL && gtk_stack_get_visible_child_name (self->stack)[0] == 'e')
    {
      g_autoptr (BjtTileEntry) copy = bjt_tile_entry_copy (shown);

      bjt_tile_form_set_entry (self->form, copy);
    }
}

static void
row_activated_cb (BjtTileDialog *self,
                  GtkListBoxRow *row)
{
  const BjtTileEntry *entry = bjt_tile_catalogue_find (bjt_base_maps_get_catalogue (self->maps), g_object_get_data (G_OBJECT (row), "id"));
  BjtTileKeyring     *keyring = bjt_tile_services_get_keyring (bjt_base_maps_get_services (self->maps));

  if (entry == NULL)
    return;
  show_entry (self, entry);
  if (entry->key_name != NULL && bjt_tile_keyring_get (keyring, entry->key_name) == NULL)
    bjt_tile_keyring_load_async (keyring, entry->key_name, NULL, key_loaded_cb, g_object_ref (self));
}

/* Alt+Up and Alt+Down move the row that has the focus. */
static void
move_row (BjtTileDialog *self,
          int            by)
{
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget     *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  const char    *id = row != NULL ? g_object_get_data (G_OBJECT (row), "id") : NULL;
  int            place = id != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by : -1;
  GError        *error = NULL;
  GtkListBoxRow *moved;

  if (id == NULL || place < 0)
    return;
  tell_if_failed (self, bjt_tile_catalogue_move (bjt_base_maps_get_catalogue (self->maps), id, by, &error), &error);
  moved = gtk_list_box_get_row_at_index (self->list, place);
  if (moved != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (moved));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move_row (BJT_TILE_DIALOG (widget), g_variant_get_int32 (parameter));
}

/* Adding */

static void
file_chosen_cb (BjtTileDialog *self,
                int            response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL && !bjt_base_maps_choose_file (self->maps, path, &error))
    tell_error (self, error);
  g_clear_object (&self->chooser);
}

static void
add_file_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  BjtTileDialog *self = BJT_TILE_DIALOG (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a Map File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), NULL);
  gtk_file_filter_set_name (filter, _("Map files (MBTiles, PMTiles)"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_filter_add_suffix (filter, "pmtiles");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_service_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (BjtTileEntry) entry = bjt_tile_entry_new (BJT_TILE_ENTRY_SERVICE, "", "");

  show_entry (BJT_TILE_DIALOG (widget), entry);
}

/* One entry */

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtTileDialog *self = BJT_TILE_DIALOG (widget);

  if (gtk_stack_get_visible_child_name (self->stack)[0] == 'l')
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  fill_list (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_tile_form_accept (BJT_TILE_DIALOG (widget)->form);
}

static void
accepted_cb (BjtTileDialog *self)
{
  const BjtTileEntry *entry = bjt_tile_form_get_entry (self->form);
  GError             *error = NULL;

  tell_if_failed (self, bjt_tile_catalogue_put (bjt_base_maps_get_catalogue (self->maps), entry, &error), &error);
  gtk_widget_activate_action (GTK_WIDGET (self), "tiles.back", NULL);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtTileDialog      *self = BJT_TILE_DIALOG (widget);
  const BjtTileEntry *entry = bjt_tile_form_get_entry (self->form);
  BjtTileServices    *services = bjt_base_maps_get_services (self->maps);
  GError             *error = NULL;

  if (entry->key_name != NULL)
    bjt_tile_keyring_store_async (bjt_tile_services_get_keyring (services), entry->key_name, NULL, NULL, NULL, NULL);
  tell_if_failed (self, bjt_tile_catalogue_remove (bjt_base_maps_get_catalogue (self->maps), entry->id, &error), &error);
  gtk_widget_activate_action (widget, "tiles.back", NULL);
}

/* The object */

static void
bjt_tile_dialog_dispose (GObject *object)
{
  BjtTileDialog *self = BJT_TILE_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->maps);
  G_OBJECT_CLASS (bjt_tile_dialog_parent_class)->dispose (object);
}

static void
bjt_tile_dialog_class_init (BjtTileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BJT_TYPE_TILE_FORM);
  G_OBJECT_CLASS (klass)->dispose = bjt_tile_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-tile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, form);
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, form_title);
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BjtTileDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_install_action (widget_class, "tiles.add-file", NULL, add_file_action);
  gtk_widget_class_install_action (widget_class, "tiles.add-service", NULL, add_service_action);
  gtk_widget_class_install_action (widget_class, "tiles.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "tiles.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "tiles.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "tiles.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "tiles.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "tiles.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "tiles.move", "i", 1);
}

static void
bjt_tile_dialog_init (BjtTileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bjt_tile_dialog_present (GtkWindow   *parent,
                         BjtBaseMaps *maps,
                         BjtPoint     place)
{
  BjtTileDialog  *self = g_object_new (BJT_TYPE_TILE_DIALOG, "transient-for", parent, NULL);
  BjtTileKeyring *keyring = bjt_tile_services_get_keyring (bjt_base_maps_get_services (maps));

  self->maps = g_object_ref (maps);
  bjt_tile_form_set_up (self->form, bjt_base_maps_get_services (maps), place);
  g_signal_connect_object (bjt_base_maps_get_catalogue (maps), "changed", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  fill_list (self);
  bjt_tile_keyring_load_async (keyring, "tianditu", NULL, key_loaded_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
