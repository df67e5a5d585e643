/* bjt-form-dialog.c: the page is drawn by the sheet itself, as on paper: white in
 * dark mode too. */
#include "bjt-form-dialog.h"

#include <glib/gi18n.h>

#define MM_PER_INCH 25.4
#define PAGE_WIDTH 620 /* pixels */

struct _BjtFormDialog
{
  AdwWindow parent_instance;

  /* Children */
  GtkBox    *content;
  GtkBox    *pages;
  GtkWidget *deed;

  /* Owned */
  BjtPage              *page;
  BjtSheet             *sheet;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (BjtFormDialog, bjt_form_dialog, ADW_TYPE_WINDOW)

static guint deed_signal;

/* Showing */

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  BjtFormDialog *self = BJT_FORM_DIALOG (user_data);
  double page_width, page_height;

  bjt_sheet_get_page_size_mm (self->sheet, &page_width, &page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  bjt_sheet_draw_page (self->sheet, cr, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "page")));
}

void
bjt_form_dialog_show_sheet (BjtFormDialog *self,
                            BjtSheet      *sheet)
{
  GtkWidget *child;
  double     width, height;

  g_return_if_fail (BJT_IS_FORM_DIALOG (self));
  g_set_object (&self->sheet, sheet);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, child);
  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  for (guint i = 0; i < bjt_sheet_get_n_pages (sheet); i++)
    {
      GtkWidget *area = gtk_drawing_area_new ();

      g_object_set_data (G_OBJECT (area), "page", GUINT_TO_POINTER (i));
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PAGE_WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (PAGE_WIDTH * height / width));
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, NULL);
      gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (area, "card");
      gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, bjt_sheet_get_title (sheet), -1);
      gtk_box_append (self->pages, area);
    }
}

/* Printing */

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              BjtSheet          *sheet)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double   scale = gtk_print_context_get_dpi_x (context) / MM_PER_INCH;

  cairo_scale (cr, scale, scale);
  bjt_sheet_draw_page (sheet, cr, (guint) page);
}

static GtkPageSetup *
new_page_setup (BjtSheet *sheet)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
  return setup;
}

static void
print_cb (BjtFormDialog *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (self->sheet);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, bjt_sheet_get_title (self->sheet));
  gtk_print_operation_set_n_pages (operation, (int) bjt_sheet_get_n_pages (self->sheet));
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self->sheet, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    bjt_page_tell_error (self->page, error);
}

static void
saved_cb (BjtFormDialog        *self,
          int                   response,
          GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    bjt_page_tell_outcome (self->page, bjt_sheet_write_pdf (self->sheet, path, &error), _("Saved"), &error);
  g_clear_object (&self->chooser);
}

static void
save_cb (BjtFormDialog *self)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", bjt_sheet_get_title (self->sheet));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (saved_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
deed_cb (BjtFormDialog *self)
{
  g_signal_emit (self, deed_signal, 0);
}

void
bjt_form_dialog_offer (BjtFormDialog *self,
                       const char    *label)
{
  g_return_if_fail (BJT_IS_FORM_DIALOG (self));
  gtk_widget_set_visible (self->deed, label != NULL);
  gtk_button_set_label (GTK_BUTTON (self->deed), label != NULL ? label : "");
}

void
bjt_form_dialog_add_field (BjtFormDialog *self,
                           GtkWidget     *field)
{
  gtk_box_insert_child_after (self->content, field, gtk_widget_get_first_child (GTK_WIDGET (self->content)));
}

void
bjt_form_dialog_close_on_escape (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/* Object */

static void
bjt_form_dialog_dispose (GObject *object)
{
  BjtFormDialog *self = BJT_FORM_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->sheet);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_form_dialog_parent_class)->dispose (object);
}

static void
bjt_form_dialog_class_init (BjtFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_form_dialog_dispose;
  deed_signal = g_signal_new ("deed", BJT_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_header (BjtFormDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…")), *save = gtk_button_new_with_mnemonic (_("_Save as PDF…"));

  self->deed = gtk_button_new ();
  gtk_widget_add_css_class (self->deed, "suggested-action");
  gtk_widget_set_visible (self->deed, FALSE);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->deed, "clicked", G_CALLBACK (deed_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), print);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->deed);
  return header;
}

static void
bjt_form_dialog_init (BjtFormDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->pages = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_margin_top (GTK_WIDGET (self->pages), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->pages), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->pages));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (self->content, create_header (self));
  gtk_box_append (self->content, scroller);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->content));
  gtk_window_set_default_size (GTK_WINDOW (self), PAGE_WIDTH + 60, 660);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * bjt_form_dialog_new:
 *
 * Returns: (transfer none): presented by the caller
 */
GtkWidget *
bjt_form_dialog_new (BjtPage    *page,
                     BjtSheet   *sheet,
                     const char *title)
{
  GtkRoot       *root = gtk_widget_get_root (GTK_WIDGET (page));
  BjtFormDialog *self = g_object_new (BJT_TYPE_FORM_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "title", title, NULL);

  self->page = g_object_ref (page);
  bjt_form_dialog_show_sheet (self, sheet);
  return GTK_WIDGET (self);
}
