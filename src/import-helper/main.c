/* main.c: bjt-import, the process in which files from outside are parsed.
 *
 *   bjt-import [--memory=MEGABYTES] [--cpu=SECONDS] [--columns=JSON] [--label=COLUMN] [--page=N] [--calendar] [--orders] [--form|--fill] [--] FILE
 *
 * With a page FILE is a drawing, or it is a calendar, or orders of the hotline,
 * or a form (to be filled by the plan on standard input), else a register or a
 * map. Finds out what it is, reads it and writes drafts to standard output as frames
 * (core/import/bjt-frame.h), which are for a program and not for a terminal.
 * Exit status 0: the last frame is END; 1: it is ERROR; 2: wrong arguments. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bjt-calendar-reader.h"
#include "bjt-drawing-file.h"
#include "bjt-form-file.h"
#include "bjt-format.h"
#include "bjt-module.h"
#include "bjt-ods-reader.h"
#include "bjt-ogr-reader.h"
#include "bjt-osm-reader.h"
#include "bjt-output.h"
#include "bjt-sandbox.h"
#include "bjt-xls-reader.h"
#include "bjt-xlsx-reader.h"

#include "import/bjt-csv-reader.h"
#include "import/bjt-order-table.h"
#include "import/bjt-register.h"

#define DEFAULT_MEGABYTES 3072
#define DEFAULT_CPU_SECONDS 120

typedef struct
{
  char *columns;      /* (nullable) JSON */
  char *label_column; /* (nullable) */
  char *path;
  int   megabytes;
  int   cpu_seconds;
  int   page; /* of a drawing; 0: no drawing */
  int   is_calendar;
  int   is_orders;
  int   is_form;
  int   is_fill;
} Options;

static gboolean
parse_options (Options *self,
               int      argc,
               char   **argv)
{
  g_auto (GStrv)             paths = NULL;
  const GOptionEntry         entries[] = {
    { "memory", 0, 0, G_OPTION_ARG_INT, &self->megabytes, NULL, NULL },
    { "cpu", 0, 0, G_OPTION_ARG_INT, &self->cpu_seconds, NULL, NULL },
    { "page", 0, 0, G_OPTION_ARG_INT, &self->page, NULL, NULL },
    { "calendar", 0, 0, G_OPTION_ARG_NONE, &self->is_calendar, NULL, NULL },
    { "orders", 0, 0, G_OPTION_ARG_NONE, &self->is_orders, NULL, NULL },
    { "form", 0, 0, G_OPTION_ARG_NONE, &self->is_form, NULL, NULL },
    { "fill", 0, 0, G_OPTION_ARG_NONE, &self->is_fill, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &self->columns, NULL, NULL },
    { "label", 0, 0, G_OPTION_ARG_FILENAME, &self->label_column, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE");

  *self = (Options){ .megabytes = DEFAULT_MEGABYTES, .cpu_seconds = DEFAULT_CPU_SECONDS };
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || paths == NULL || paths[0] == NULL || paths[1] != NULL)
    return FALSE;
  self->path = g_strdup (paths[0]);
  return self->megabytes >= 64 && self->cpu_seconds >= 1 && self->page >= 0;
}

static void
options_clear (Options *self)
{
  g_free (self->columns);
  g_free (self->label_column);
  g_free (self->path);
}

static gboolean
notice_problems (BjtOutput          *output,
                 const BjtCsvResult *result,
                 GError            **error)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const BjtCsvProblem *problem = &g_array_index (result->problems, BjtCsvProblem, i);
      gboolean             quote = g_str_equal (problem->code, "open-quote");

      if (!bjt_output_notice (output, problem->row, BJT_SEVERITY_WARNING, problem->code,
                              quote ? "a quotation mark is opened and never closed: it is read as a character"
                                    : "some bytes of the row are not in the encoding of the file",
                              error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_csv (const char *path,
          GPtrArray  *tables,
          BjtOutput  *output,
          GError    **error)
{
  g_auto (BjtCsvResult) result = { 0 };
  char                 *data;
  gsize                 length;

  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  if (!bjt_csv_read (data, length, "", &result, error) || !notice_problems (output, &result, error))
    return FALSE;
  g_ptr_array_add (tables, g_steal_pointer (&result.table));
  return TRUE;
}

/* Drafts of rows tell how far the tables are worked off. */
typedef struct
{
  BjtOutput *output;
  guint64    done, total;
} Progress;

static gboolean
send_draft_cb (const BjtDraft *draft,
               gpointer        user_data,
               GError        **error)
{
  Progress *progress = user_data;

  if (++progress->done % 1024 == 0)
    bjt_output_progress (progress->output, MIN (progress->done, progress->total), progress->total);
  return bjt_output_draft (draft, progress->output, error);
}

static gboolean
send_tables (GPtrArray               *tables,
             const Options           *options,
             const BjtColumnOverride *override,
             BjtOutput               *output,
             GError                 **error)
{
  Progress progress = { .output = output };

  for (guint i = 0; i < tables->len; i++)
    progress.total += bjt_table_get_n_rows (tables->pdata[i]);
  if (options->is_orders)
    return bjt_order_table_read (tables, send_draft_cb, &progress, error);
  return bjt_register_read (tables, override, send_draft_cb, &progress, error);
}

static gboolean
read_tables (const Options *options,
             BjtFormat      format,
             BjtOutput     *output,
             GError       **error)
{
  g_autoptr (GPtrArray)         tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_table_free);
  g_autoptr (BjtColumnOverride) override = NULL;
  gboolean                      ok;

  if (options->columns != NULL)
    {
      override = bjt_column_override_new_from_json (options->columns, error);
      if (override == NULL)
        return FALSE;
    }
  if (format == BJT_FORMAT_XLSX)
    ok = bjt_xlsx_read (options->path, tables, output, error);
  else if (format == BJT_FORMAT_XLS)
    ok = bjt_xls_read (options->path, tables, error);
  else if (format == BJT_FORMAT_CSV)
    ok = read_csv (options->path, tables, output, error);
  else
    ok = bjt_ods_read (options->path, format == BJT_FORMAT_FODS, tables, error);
  return ok && send_tables (tables, options, override, output, error);
}

/* GDAL brings a hundred libraries along: it is loaded for the formats that need it. */
static gboolean
read_vectors (const Options *options,
              BjtFormat      format,
              BjtOutput     *output,
              GError       **error)
{
  gpointer read = bjt_module_find ("bjt-import-ogr.so", "bjt_ogr_read", error);

  return read != NULL && ((BjtOgrReadFunc) read) (options->path, format, options->label_column, output, error);
}

static gboolean
read_file (const Options *options,
           BjtOutput     *output,
           GError       **error)
{
  BjtDraft  draft = { .kind = BJT_DRAFT_FORMAT };
  BjtFormat format;

  if (!bjt_format_detect (options->path, &format, error))
    return FALSE;
  draft.format = bjt_format_get_name (format);
  if (!bjt_output_draft (&draft, output, error))
    return FALSE;
  if (options->is_orders && format > BJT_FORMAT_FODS)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "orders come as a table (xlsx, xls, csv, ods), not as %s", draft.format);
      return FALSE;
    }
  switch (format)
    {
    case BJT_FORMAT_CSV:
    case BJT_FORMAT_XLSX:
    case BJT_FORMAT_XLS:
    case BJT_FORMAT_ODS:
    case BJT_FORMAT_FODS:
      return read_tables (options, format, output, error);
    case BJT_FORMAT_OSM:
      return bjt_osm_read (options->path, output, error);
    case BJT_FORMAT_OSM_PBF:
    case BJT_FORMAT_GEOJSON:
    case BJT_FORMAT_SHAPEFILE:
    case BJT_FORMAT_ZIPPED_SHAPEFILE:
    case BJT_FORMAT_KML:
    case BJT_FORMAT_KMZ:
    case BJT_FORMAT_GPKG:
    case BJT_FORMAT_GPX:
    default:
      return read_vectors (options, format, output, error);
    }
}

#define PIECE_SIZE (1u << 20)

static gboolean
send_pieces (GBytes    *bytes,
             BjtOutput *output,
             GError   **error)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += PIECE_SIZE)
    {
      BjtDraft draft = { .kind = BJT_DRAFT_PIECE, .piece = { data + at, MIN (size - at, PIECE_SIZE) } };

      if (!bjt_output_draft (&draft, output, error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
read_plan (GError **error)
{
  g_autoptr (GByteArray) plan = g_byte_array_new ();
  guint8                 block[4096];
  gssize                 n;

  while ((n = read (STDIN_FILENO, block, sizeof block)) > 0)
    g_byte_array_append (plan, block, (guint) n);
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&plan));
  g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the order to fill the form can't be read");
  return NULL;
}

static gboolean
read_form (const Options *options,
           BjtOutput     *output,
           GError       **error)
{
  g_autoptr (GBytes) form = bjt_form_file_load (options->path, error);
  g_autoptr (GBytes) plan = form != NULL && options->is_fill ? read_plan (error) : NULL;
  g_autoptr (GBytes) answer = NULL;

  if (form != NULL && !options->is_fill)
    answer = bjt_form_file_sketch (form, error);
  else if (plan != NULL)
    answer = bjt_form_file_fill (form, plan, error);
  return answer != NULL && send_pieces (answer, output, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) problem = NULL;
  Options            options;
  BjtOutput          output;

  if (!parse_options (&options, argc, argv))
    {
      fputs ("usage: bjt-import [--memory=MEGABYTES] [--cpu=SECONDS] [--columns=JSON] [--label=COLUMN] [--page=N] [--calendar] [--orders] [--form|--fill] [--] FILE\n", stderr);
      options_clear (&options);
      return 2;
    }
  bjt_sandbox_enter ((guint) options.megabytes, (guint) options.cpu_seconds);
  bjt_output_init (&output, STDOUT_FILENO);
  if (options.page > 0)
    bjt_drawing_file_read (options.path, (guint) options.page, &output, &problem);
  else if (options.is_form || options.is_fill)
    read_form (&options, &output, &problem);
  else if (options.is_calendar)
    bjt_calendar_read (options.path, &output, &problem);
  else
    read_file (&options, &output, &problem);
  bjt_output_finish (&output, problem);
  bjt_output_clear (&output);
  options_clear (&options);
  return problem != NULL ? 1 : 0;
}
