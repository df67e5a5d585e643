/* bjt-command-plan.c: what a drawing from outside holds, and what it looks like,
 * which needs no community; what else there is to do with plans does. */
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "bjt-cli.h"
#include "bjt-command-plan-draw.h"
#include "paint/bjt-drawing-painter.h"
#include "workspace/bjt-drawing-opener.h"

#define MAX_PIXELS 20000
#define DEFAULT_PIXELS 1400

typedef struct
{
  guint shapes, texts, pictures, with_id;
} Counts;

static Counts
count (const BjtDrawing *drawing,
       guint             layer)
{
  Counts counts = { 0 };

  for (guint i = 0; i < drawing->n_items; i++)
    {
      const BjtDrawingItem *item = drawing->items + i;

      if (layer != G_MAXUINT && item->layer != layer)
        continue;
      counts.shapes += item->kind == BJT_DRAWING_PATH;
      counts.texts += item->kind == BJT_DRAWING_TEXT;
      counts.pictures += item->kind == BJT_DRAWING_PICTURE;
      counts.with_id += item->id != NULL;
    }
  return counts;
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            double       number)
{
  json_builder_set_member_name (builder, name);
  if (number == floor (number) && fabs (number) < 1e15)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, number);
}

static void
add_counts (JsonBuilder  *builder,
            const Counts *counts)
{
  add_number (builder, "shapes", counts->shapes);
  add_number (builder, "texts", counts->texts);
  add_number (builder, "pictures", counts->pictures);
  add_number (builder, "with_id", counts->with_id);
}

static void
add_layers (JsonBuilder      *builder,
            const BjtDrawing *drawing)
{
  json_builder_set_member_name (builder, "layers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < drawing->n_layers; i++)
    {
      Counts counts = count (drawing, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, drawing->layers[i].name);
      json_builder_set_member_name (builder, "hidden");
      json_builder_add_boolean_value (builder, drawing->layers[i].is_hidden);
      add_counts (builder, &counts);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_placement (JsonBuilder            *builder,
               const BjtOpenedDrawing *opened)
{
  json_builder_set_member_name (builder, "placement");
  json_builder_begin_array (builder);
  for (guint i = 0; i < 3; i++)
    {
      json_builder_begin_object (builder);
      add_number (builder, "x", opened->points[i].x);
      add_number (builder, "y", opened->points[i].y);
      add_number (builder, "longitude", opened->ground[i].x);
      add_number (builder, "latitude", opened->ground[i].y);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const BjtOpenedDrawing *opened)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char  *text = NULL;
  const BjtDrawing *drawing = opened->drawing;
  Counts            counts = count (drawing, G_MAXUINT);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, opened->format);
  add_number (builder, "page", opened->page);
  add_number (builder, "pages", opened->n_pages);
  add_number (builder, "width", drawing->box.x2 - drawing->box.x1);
  add_number (builder, "height", drawing->box.y2 - drawing->box.y1);
  add_number (builder, "metres_per_unit", drawing->metres_per_unit);
  add_counts (builder, &counts);
  add_number (builder, "points", drawing->n_points);
  add_layers (builder, drawing);
  if (opened->is_placed)
    add_placement (builder, opened);
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < opened->remarks->len; i++)
    json_builder_add_string_value (builder, g_array_index (opened->remarks, BjtDrawingRemark, i).message);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
print_listing (BjtCli                 *cli,
               const BjtOpenedDrawing *opened)
{
  static const char *const columns[] = { "layer", "hidden", "shapes", "texts", "pictures", "with_id", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < opened->drawing->n_layers; i++)
    {
      Counts counts = count (opened->drawing, i);

      bjt_listing_add_text (listing, opened->drawing->layers[i].name);
      bjt_listing_add_text (listing, opened->drawing->layers[i].is_hidden ? "yes" : "no");
      bjt_listing_add_number (listing, counts.shapes);
      bjt_listing_add_number (listing, counts.texts);
      bjt_listing_add_number (listing, counts.pictures);
      bjt_listing_add_number (listing, counts.with_id);
    }
  bjt_listing_print (listing, cli->format);
  for (guint i = 0; cli->format == BJT_LISTING_TABLE && i < opened->remarks->len; i++)
    g_printerr ("bjt: %s\n", g_array_index (opened->remarks, BjtDrawingRemark, i).message);
}

/* Rendering */

static cairo_surface_t *
make_surface (const char *path,
              double      width,
              double      height,
              gboolean   *is_picture)
{
  *is_picture = FALSE;
  if (g_str_has_suffix (path, ".svg"))
    return cairo_svg_surface_create (path, width, height);
  if (g_str_has_suffix (path, ".pdf"))
    return cairo_pdf_surface_create (path, width, height);
  *is_picture = TRUE;
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
}

static BjtExit
render (BjtDrawing *drawing,
        const char *path,
        int         size)
{
  g_autoptr (BjtDrawingPainter) painter = bjt_drawing_painter_new (drawing);
  double           width = drawing->box.x2 - drawing->box.x1, height = drawing->box.y2 - drawing->box.y1;
  double           scale = size / fmax (fmax (width, height), 1e-9);
  BjtBox           area = { 0, 0, ceil (fmax (width * scale, 1)), ceil (fmax (height * scale, 1)) };
  gboolean         is_picture;
  cairo_surface_t *surface = make_surface (path, area.x2, area.y2, &is_picture);
  cairo_t         *cr = cairo_create (surface);
  cairo_matrix_t   matrix;
  cairo_status_t   status;

  cairo_matrix_init (&matrix, scale, 0, 0, scale, -drawing->box.x1 * scale, -drawing->box.y1 * scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_drawing_painter_paint (painter, cr, &matrix, &area);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && is_picture)
    status = cairo_surface_write_to_png (surface, path);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return BJT_EXIT_GOOD;
  return bjt_cli_refuse (g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _("%s can't be written: %s"), path, cairo_status_to_string (status)));
}

BjtExit
bjt_command_plan (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  g_autofree char *output = NULL;
  int              page = 1, size = DEFAULT_PIXELS;
  GError          *error = NULL;
  GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PNG, SVG or PDF file to write"), N_ ("FILE") },
    { "page", 0, 0, G_OPTION_ARG_INT, &page, N_ ("Which page of a PDF, from 1"), N_ ("N") },
    { "size", 0, 0, G_OPTION_ARG_INT, &size, N_ ("The longer side in pixels or points"), N_ ("N") },
    { NULL },
  };
  g_autoptr (BjtOpenedDrawing) opened = NULL;
  BjtExit  exit_code;
  gboolean is_info;

  if (argc > 1 && bjt_command_plan_draw_knows (argv[1]))
    return bjt_command_plan_draw (cli, argc, argv);
  if (argc > 1 && strcmp (argv[1], "export") == 0)
    return bjt_command_plan_export (cli, argc, argv);
  if (argc > 1 && strcmp (argv[1], "import") == 0)
    return bjt_command_plan_import (cli, argc - 1, argv + 1);
  if (argc > 1 && strcmp (argv[1], "place") == 0)
    return bjt_command_plan_place (cli, argc - 1, argv + 1);
  if (argc < 2 || (strcmp (argv[1], "info") != 0 && strcmp (argv[1], "render") != 0))
    return bjt_command_floor_plans (cli, argc, argv);
  if (!bjt_cli_parse ("info|render FILE", entries, &argc, &argv, &exit_code))
    return exit_code;
  is_info = argc == 3 && strcmp (argv[1], "info") == 0;
  if (!is_info && (argc != 3 || strcmp (argv[1], "render") != 0 || output == NULL))
    return bjt_cli_usage (_("use: bjt plan info FILE, bjt plan render FILE -o FILE [--page N] [--size N]"));
  if (page < 1 || size < 16 || size > MAX_PIXELS)
    return bjt_cli_usage (_("--page counts from 1, --size is 16 to %d"), MAX_PIXELS);
  opened = bjt_drawing_opener_open (argv[2], (guint) page, NULL, &error);
  if (opened == NULL)
    return bjt_cli_refuse (error);
  if (!is_info)
    return render (opened->drawing, output, size);
  if (cli->format == BJT_LISTING_JSON)
    print_json (opened);
  else
    print_listing (cli, opened);
  return BJT_EXIT_GOOD;
}
