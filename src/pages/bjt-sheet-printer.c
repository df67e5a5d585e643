/* bjt-sheet-printer.c: copies that bear different numbers are one job, page after page. */
#include "bjt-sheet-printer.h"

#define MM_PER_INCH 25.4

/* Of one run of the printer. */
typedef struct
{
  BjtSheetJob        *job;
  BjtSheetPrinterFunc func;
  gpointer            user_data;
} Printing;

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  int n = settings != NULL ? gtk_print_settings_get_n_copies (settings) : 1;

  if (!self->func (self->job, bjt_sheet_job_get_n_copies (self->job) * (guint) MAX (n, 1), self->user_data))
    gtk_print_operation_cancel (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = gtk_print_context_get_dpi_x (context) / MM_PER_INCH;
  guint n_pages = bjt_sheet_get_n_pages (bjt_sheet_job_get_sheet (self->job, 0));

  cairo_scale (cr, scale, scale);
  bjt_sheet_draw_page (bjt_sheet_job_get_sheet (self->job, (guint) page / n_pages), cr, (guint) page % n_pages);
}

/* The paper of the pages, without margins: the sheets have their own. */
static GtkPageSetup *
new_page_setup (BjtSheet *sheet)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autofree char *name = NULL;
  GtkPaperSize *paper;
  double width, height;

  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  name = g_strdup_printf ("%.0fx%.0f", MIN (width, height), MAX (width, height));
  paper = gtk_paper_size_new_custom (name, name, MIN (width, height), MAX (width, height), GTK_UNIT_MM);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
  return setup;
}

GtkPrintSettings *
bjt_sheet_printer_run (BjtSheetJob        *job,
                       GtkWindow          *window,
                       GtkPrintSettings   *settings,
                       gboolean            is_direct,
                       BjtSheetPrinterFunc func,
                       gpointer            user_data,
                       GError            **error)
{
  BjtSheet *sheet = bjt_sheet_job_get_sheet (job, 0);
  Printing  printing = { job, func, user_data };
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (sheet);
  GtkPrintOperationResult result;

  gtk_print_operation_set_default_page_setup (operation, setup);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, bjt_sheet_get_title (sheet));
  gtk_print_operation_set_n_pages (operation, (int) (bjt_sheet_get_n_pages (sheet) * bjt_sheet_job_get_n_copies (job)));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), &printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &printing);
  result = gtk_print_operation_run (operation, is_direct ? GTK_PRINT_OPERATION_ACTION_PRINT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, error);
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return NULL;
  settings = gtk_print_operation_get_print_settings (operation);
  return settings != NULL ? g_object_ref (settings) : NULL;
}
