/* bjt-plan-export-dialog.c: one dialog of the system: place, format, and whether
 * what lies under goes along. People never do: that is what printing is for. */
#include "bjt-plan-export-dialog.h"

#include <glib/gi18n.h>

#include "workspace/bjt-plan-export.h"

#define BACKDROP "backdrop"

typedef struct
{
  BjtPage              *page;     /* weak */
  BjtUuid               building_id;
  GtkFileChooserNative *chooser;
} Asking;

static const struct
{
  const char *name;
  const char *pattern;
  const char *ending;
} formats[] = {
  { N_ ("SVG, to be edited and brought in again"), "*.svg", ".svg" },
  { N_ ("PDF, to be printed"), "*.pdf", ".pdf" },
  { N_ ("PNG picture"), "*.png", ".png" },
  { N_ ("GeoJSON"), "*.geojson", ".geojson" },
  { N_ ("IMDF, for indoor maps"), "*.zip", ".imdf.zip" },
};

static void
asking_free (Asking *self)
{
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->chooser);
  g_free (self);
}

/* The ending that was typed tells the format, else the filter that was chosen. */
static char *
dup_path (Asking *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkFileFilter   *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (self->chooser));
  BjtPlanExportFormat format;

  if (path == NULL || bjt_plan_export_guess_format (path, &format))
    return g_steal_pointer (&path);
  for (guint i = 0; filter != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _(formats[i].name)) == 0)
      return g_strconcat (path, formats[i].ending, NULL);
  return g_strconcat (path, formats[0].ending, NULL);
}

static void
write_file (Asking     *self,
            const char *path)
{
  const char   *choice = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (self->chooser), BACKDROP);
  BjtPlanExport wish = { .building_id = self->building_id, .with_backdrop = g_strcmp0 (choice, "true") == 0 };
  g_autoptr (GError) error = NULL;

  if (bjt_plan_export_guess_format (path, &wish.format) && bjt_workspace_export_plan_to (bjt_page_get_workspace (self->page), &wish, path, &error))
    bjt_page_tell (self->page, _("The plans are written"), FALSE);
  else if (error != NULL)
    bjt_page_tell_error (self->page, error);
}

static void
chosen_cb (Asking *self,
           int     response)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? dup_path (self) : NULL;

  if (path != NULL && self->page != NULL)
    write_file (self, path);
  asking_free (self);
}

static void
add_formats (GtkFileChooser *chooser)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(formats[i].name));
      gtk_file_filter_add_pattern (filter, formats[i].pattern);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

void
bjt_plan_export_dialog_choose (BjtPage *page)
{
  guint32          building = bjt_focus_get_building (bjt_page_get_focus (page));
  BjtPicture      *picture = bjt_page_get_picture (page);
  g_autofree char *name = building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, building) : NULL;
  g_autofree char *file_name = name != NULL ? g_strconcat (g_strdelimit (name, "/\\", '-'), ".svg", NULL) : NULL;
  Asking          *self;

  if (building == BJT_NO_INDEX)
    {
      bjt_page_tell (page, _("Choose a building first"), FALSE);
      return;
    }
  self = g_new0 (Asking, 1);
  g_set_weak_pointer (&self->page, page);
  self->building_id = bjt_picture_get_building (picture, building)->id;
  self->chooser = gtk_file_chooser_native_new (_("Export Floor Plans"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  add_formats (GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (self->chooser), BACKDROP, _("With the drawing that lies under the plan"), NULL, NULL);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (self->chooser), BACKDROP, "true");
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
