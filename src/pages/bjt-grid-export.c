/* bjt-grid-export.c: one row a grid, its buildings by name; nothing personal
 * but who works there. The table is made before the place of the file is asked
 * for, so that it is what the pane shows. */
#include "bjt-grid-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "workspace/bjt-listing.h"

/* Spreadsheets take a file without this mark for the encoding of the system. */
static const char mark[] = "\357\273\277";

static char *
dup_buildings (const BjtGridDraft *draft,
               guint32             grid)
{
  const BjtPicture *picture = bjt_grid_draft_get_picture (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 b = 0; b < picture->buildings->len; b++)
    if (bjt_grid_draft_get_grid_of (draft, b) == grid)
      {
        g_autofree char *name = bjt_picture_dup_building_name (picture, b);

        /* Translators: between buildings of a list */
        g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", name);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_grid (BjtListing         *listing,
          const BjtGridDraft *draft,
          guint32             grid)
{
  static const char *const sizes[] = { N_("Fits"), N_("Too few"), N_("Too many") };
  const BjtPictureGrid *info = bjt_picture_get_grid (bjt_grid_draft_get_picture (draft), grid);
  const BjtGridTally   *tally = bjt_grid_draft_get_tally (draft, grid);
  double                mean = bjt_grid_draft_get_mean_work (draft);

  bjt_listing_add_int (listing, info->number);
  bjt_listing_add_text (listing, info->name);
  bjt_listing_add_text (listing, info->staff_name);
  bjt_listing_add_int (listing, tally->buildings);
  bjt_listing_add_int (listing, tally->doors);
  bjt_listing_add_int (listing, tally->households);
  bjt_listing_add_int (listing, tally->persons);
  bjt_listing_take_text (listing, g_strdup_printf ("%.0f%%", mean > 0 ? (double) tally->work * 100 / mean : 0));
  bjt_listing_add_text (listing, _(sizes[bjt_grid_limits_judge_households (bjt_grid_draft_get_limits (draft), tally->households)]));
  bjt_listing_take_text (listing, dup_buildings (draft, grid));
}

static char *
dup_table (const BjtGridDraft *draft)
{
  const char *const columns[] = { _("Grid"), _("Name"), _("Worker"), _("Buildings"), _("Doors"), _("Households"), _("Residents"),
                                  _("Work of the mean"), _("300–500 rule"), _("Which buildings"), NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autofree char *rows = NULL;

  for (guint32 g = 0; g < bjt_grid_draft_get_picture (draft)->grids->len; g++)
    if (bjt_grid_draft_is_grid (draft, g))
      add_grid (listing, draft, g);
  rows = bjt_listing_to_string (listing, BJT_LISTING_CSV);
  return g_strconcat (mark, rows, NULL);
}

static gboolean
write_table (const char *table,
             GFile      *file,
             GError    **error)
{
  return g_file_replace_contents (file, table, strlen (table), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}

gboolean
bjt_grid_export_write (const BjtGridDraft *draft,
                       GFile              *file,
                       GError            **error)
{
  g_autofree char *table = dup_table (draft);

  return write_table (table, file, error);
}

static void
chosen_cb (GtkFileChooserNative *chooser,
           int                   response,
           BjtPage              *page)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      if (write_table (g_object_get_data (G_OBJECT (chooser), "table"), file, &error))
        bjt_page_tell (page, _("The table of grids is written"), FALSE);
      else
        bjt_page_tell_error (page, error);
    }
  g_object_unref (chooser);
}

/**
 * bjt_grid_export_ask:
 * @draft: as it is now
 */
void
bjt_grid_export_ask (BjtPage            *page,
                     const BjtGridDraft *draft)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export the Table of Grids"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  g_object_set_data_full (G_OBJECT (chooser), "table", dup_table (draft), g_free);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Grids.csv"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
