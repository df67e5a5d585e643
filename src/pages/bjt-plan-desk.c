/* bjt-plan-desk.c: every way leads to the one dialog. A pasted picture goes by
 * way of a file that only its owner can read, and that is gone with the dialog. */
#include "bjt-plan-desk.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "bjt-map-page.h"
#include "bjt-plan-export-dialog.h"
#include "bjt-plan-import-dialog.h"

static void
imported_cb (BjtPage *page,
             guint    building,
             int      ordinal)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.show", "(ui)", building, ordinal);
}

static BjtPlanImportDialog *
new_dialog (BjtPage *page)
{
  BjtPlanImportDialog *dialog = bjt_plan_import_dialog_new (page);

  if (BJT_IS_MAP_PAGE (page))
    bjt_plan_import_dialog_propose_level (dialog, bjt_map_page_get_level (BJT_MAP_PAGE (page)));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), page, G_CONNECT_SWAPPED);
  return dialog;
}

void
bjt_plan_desk_import (BjtPage *page)
{
  bjt_plan_import_dialog_choose (new_dialog (page));
}

/* Pasting */

static void
remove_file (gpointer path)
{
  g_unlink (path);
  g_free (path);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtPage) page = user_data;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  BjtPlanImportDialog *dialog;
  int file = texture != NULL ? g_file_open_tmp ("baijiatu-XXXXXX.png", &path, &error) : -1;

  if (texture == NULL)
    {
      bjt_page_tell (page, _("There is no picture in the clipboard"), FALSE);
      return;
    }
  if (file < 0)
    {
      bjt_page_tell_error (page, error);
      return;
    }
  close (file);
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_unlink (path);
      bjt_page_tell (page, _("The pasted picture can't be put aside; is the disk full?"), FALSE);
      return;
    }
  dialog = new_dialog (page);
  g_object_set_data_full (G_OBJECT (dialog), "pasted", g_strdup (path), remove_file);
  bjt_plan_import_dialog_open (dialog, path, _("Pasted picture"));
}

void
bjt_plan_desk_paste (BjtPage *page)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, pasted_cb, g_object_ref (page));
}

/* Dropping */

static gboolean
dropped_cb (BjtPage      *page,
            const GValue *value)
{
  g_autofree char *path = G_VALUE_HOLDS (value, G_TYPE_FILE) ? g_file_get_path (g_value_get_object (value)) : NULL;

  if (path != NULL)
    bjt_plan_import_dialog_open (new_dialog (page), path, NULL);
  return path != NULL;
}

void
bjt_plan_desk_accept_files (BjtPage   *page,
                            GtkWidget *pane)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), page, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (pane, GTK_EVENT_CONTROLLER (target));
}

/* Actions */

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  bjt_plan_desk_import (BJT_PAGE (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bjt_plan_desk_paste (BJT_PAGE (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  bjt_plan_export_dialog_choose (BJT_PAGE (widget));
}

void
bjt_plan_desk_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "plan.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "plan.export", NULL, export_action);
}
