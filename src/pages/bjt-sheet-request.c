/* bjt-sheet-request.c: owns what it names, so that it can be handed to a
 * thread and outlive what is chosen on the page. */
#include "bjt-sheet-request.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "print/bjt-atlas.h"
#include "print/bjt-plan-sheet.h"
#include "print/bjt-public-sheet.h"
#include "print/bjt-report-sheet.h"

BjtSheetRequest *
bjt_sheet_request_copy (const BjtSheetRequest *self)
{
  BjtSheetRequest *copy = g_new0 (BjtSheetRequest, 1);

  *copy = *self;
  copy->picture = bjt_picture_ref (self->picture);
  copy->backdrops = self->backdrops != NULL ? g_ptr_array_ref (self->backdrops) : NULL;
  copy->ledger = self->ledger != NULL ? bjt_ledger_ref (self->ledger) : NULL;
  copy->calendar = self->calendar != NULL ? bjt_work_calendar_ref (self->calendar) : NULL;
  copy->tiles = self->tiles != NULL ? bjt_tile_painter_ref (self->tiles) : NULL;
  copy->purpose = g_strdup (self->purpose);
  copy->maker = g_strdup (self->maker);
  copy->receiver = g_strdup (self->receiver);
  return copy;
}

void
bjt_sheet_request_free (BjtSheetRequest *self)
{
  bjt_picture_unref (self->picture);
  bjt_tile_painter_unref (self->tiles);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  bjt_work_calendar_unref (self->calendar);
  g_free (self->purpose);
  g_free (self->maker);
  g_free (self->receiver);
  g_free (self);
}

static BjtSheetLanguage
get_language (void)
{
  /* Translators: the language of printed sheets: answer "zh" or "en" */
  return g_str_equal (C_("language of sheets", "en"), "zh") ? BJT_SHEET_CHINESE : BJT_SHEET_ENGLISH;
}

static const char *
get_text (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static BjtGridSheetOptions
get_options (const BjtSheetRequest *self)
{
  return (BjtGridSheetOptions) {
    .paper = self->paper,
    .orientation = self->orientation,
    .names = self->names,
    .is_mono = self->is_mono,
    .purpose = get_text (self->purpose),
    .maker = get_text (self->maker),
    .receiver = get_text (self->receiver),
    .copy_number = self->copy_number,
    .made_on = self->picture->as_of,
    .language = get_language (),
    .tiles = self->tiles,
    .is_bare = self->is_bare,
  };
}

static BjtSheet *
make_internal (const BjtSheetRequest *self,
               guint32                grid,
               GError               **error)
{
  const BjtGridSheetOptions options = get_options (self);

  return self->all_grids ? bjt_atlas_new_of_grids (self->picture, &options, error)
                         : bjt_grid_sheet_new (self->picture, grid, &options, error);
}

static BjtSheet *
make_plan (const BjtSheetRequest *self,
           GError               **error)
{
  const BjtGridSheetOptions options = get_options (self);

  if (self->building == BJT_NO_INDEX)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("There is no floor plan to print yet. Draw one, bring one in, or have a schematic one made beside the matrix."));
      return NULL;
    }
  return bjt_plan_sheet_new (self->picture, self->building, self->level, self->backdrops, &options, error);
}

static BjtSheet *
make_report (const BjtSheetRequest *self,
             GError               **error)
{
  const BjtGridSheetOptions options = get_options (self);
  BjtWorkQuery query;

  if (self->ledger == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The figures of this file can't be read."));
      return NULL;
    }
  bjt_work_query_init (&query, self->ledger, self->picture);
  query.from_on = self->from_on;
  query.to_on = self->to_on;
  query.calendar = self->calendar;
  query.grid = self->all_grids ? BJT_NO_INDEX : bjt_picture_find_grid (self->picture, self->grid);
  return bjt_report_sheet_new (&query, &options, error);
}

static BjtSheet *
make_public (const BjtSheetRequest *self,
             guint32                grid,
             GError               **error)
{
  const BjtPublicSheetOptions options = {
    .paper = self->paper,
    .is_portrait = self->orientation == BJT_ORIENTATION_PORTRAIT,
    .is_mono = self->is_mono,
    .maker = get_text (self->maker),
    .made_on = self->picture->as_of,
    .language = get_language (),
  };

  return bjt_public_sheet_new (bjt_public_grid_new_from_picture (self->picture, grid), &options, error);
}

BjtSheet *
bjt_sheet_request_make (const BjtSheetRequest *self,
                        GError               **error)
{
  guint32 grid = bjt_picture_find_grid (self->picture, self->grid);

  if (self->kind == BJT_SHEET_PLAN)
    return make_plan (self, error);
  if (self->kind == BJT_SHEET_REPORT)
    return make_report (self, error);
  if (self->all_grids && self->kind == BJT_SHEET_PUBLIC)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Public sheets are printed one grid at a time. Choose a grid."));
      return NULL;
    }
  if (grid == BJT_NO_INDEX && !self->all_grids)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("There is no grid to print yet. Buildings belong to grids; import or draw them first."));
      return NULL;
    }
  return self->kind == BJT_SHEET_PUBLIC ? make_public (self, grid, error) : make_internal (self, grid, error);
}
