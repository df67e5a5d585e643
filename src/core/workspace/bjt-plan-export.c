/* bjt-plan-export.c: gathers the plans that are meant and hands them to the
 * writer of the format. What is taken with facts is recorded before it is
 * written. */
#include "bjt-plan-export.h"

#include <string.h>

#include "bjt-plan-pages.h"
#include "bjt-workspace-plans.h"
#include "bjt-workspace-private.h"
#include "import/bjt-zip-writer.h"
#include "plan/bjt-plan-geojson.h"
#include "plan/bjt-plan-imdf.h"
#include "plan/bjt-plan-index.h"
#include "plan/bjt-plan-levels.h"
#include "plan/bjt-plan-svg.h"

#define PIXELS 2400

gboolean
bjt_plan_export_guess_format (const char          *path,
                              BjtPlanExportFormat *format)
{
  static const char *const endings[] = {
    [BJT_PLAN_EXPORT_SVG] = ".svg",
    [BJT_PLAN_EXPORT_PDF] = ".pdf",
    [BJT_PLAN_EXPORT_PNG] = ".png",
    [BJT_PLAN_EXPORT_GEOJSON] = ".geojson",
    [BJT_PLAN_EXPORT_IMDF] = ".zip",
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint f = 0; f < G_N_ELEMENTS (endings); f++)
    if (g_str_has_suffix (lower, endings[f]))
      {
        *format = (BjtPlanExportFormat) f;
        return TRUE;
      }
  return FALSE;
}

/* What is meant */

static gboolean
place (BjtPlanExcerpt      *excerpt,
       const BjtPlanExport *wish,
       GError             **error)
{
  const char *name = bjt_plan_excerpt_get_plan (excerpt)->name;

  if (excerpt->placement != NULL || (wish->format != BJT_PLAN_EXPORT_GEOJSON && wish->format != BJT_PLAN_EXPORT_IMDF))
    return TRUE;
  if (wish->has_place)
    return bjt_plan_excerpt_place_at (excerpt, wish->place, error);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
               "the plan “%s” lies nowhere yet, and this format wants longitude and latitude; place it first, or give a place", name != NULL ? name : "");
  return FALSE;
}

static gboolean
add_excerpt (BjtWorkspace        *self,
             const BjtPlanExport *wish,
             guint32              plan,
             GPtrArray           *excerpts,
             GError             **error)
{
  g_autoptr (BjtPlanExcerpt) excerpt = bjt_plan_excerpt_new (bjt_workspace_get_picture (self), plan, wish->levels);

  if (excerpt->levels->len == 0)
    return TRUE;
  if (wish->with_backdrop && wish->format != BJT_PLAN_EXPORT_GEOJSON && wish->format != BJT_PLAN_EXPORT_IMDF)
    {
      excerpt->backdrops = bjt_workspace_load_backdrops (self, &bjt_plan_excerpt_get_plan (excerpt)->id, error);
      if (excerpt->backdrops == NULL)
        return FALSE;
    }
  if (!place (excerpt, wish, error))
    return FALSE;
  g_ptr_array_add (excerpts, g_steal_pointer (&excerpt));
  return TRUE;
}

static GPtrArray *
gather (BjtWorkspace        *self,
        const BjtPlanExport *wish,
        guint32              building,
        GError             **error)
{
  g_autoptr (GPtrArray) excerpts = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_excerpt_free);
  BjtRun plans = bjt_plan_index_get_plans (bjt_workspace_get_picture (self), building);

  for (guint32 p = plans.first; p < plans.first + plans.n; p++)
    if (!add_excerpt (self, wish, p, excerpts, error))
      return NULL;
  if (excerpts->len > 0)
    return g_steal_pointer (&excerpts);
  g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND,
                       "there is no plan of that building and level; draw one, bring one in, or make a schematic one first");
  return NULL;
}

/* Writing */

static GBytes *
write_imdf (BjtWorkspace *self,
            GPtrArray    *excerpts,
            GError      **error)
{
  gint64 unix_ms = bjt_clock_get_now (&self->clock) / 1000;
  g_autoptr (GArray) parts = bjt_plan_imdf_write ((BjtPlanExcerpt *const *) excerpts->pdata, excerpts->len, unix_ms);
  g_autoptr (BjtZipWriter) zip = bjt_zip_writer_new (unix_ms / 1000);

  for (guint i = 0; i < parts->len; i++)
    {
      const BjtPlanImdfPart *part = &g_array_index (parts, BjtPlanImdfPart, i);

      if (!bjt_zip_writer_add (zip, part->name, part->bytes, error))
        return NULL;
    }
  return bjt_zip_writer_finish (zip, error);
}

static GBytes *
write_svg (GPtrArray *excerpts)
{
  const BjtPlanExcerpt *first = excerpts->pdata[0];
  g_autofree char      *title = bjt_picture_dup_building_name (first->picture, bjt_plan_excerpt_get_plan (first)->building);

  return bjt_plan_svg_write (title, (BjtPlanExcerpt *const *) excerpts->pdata, excerpts->len);
}

/**
 * bjt_workspace_export_plan:
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
bjt_workspace_export_plan (BjtWorkspace        *self,
                           const BjtPlanExport *wish,
                           GError             **error)
{
  guint32 building = bjt_picture_find_building (bjt_workspace_get_picture (self), &wish->building_id);
  g_autoptr (GPtrArray) excerpts = NULL;

  if (building == BJT_NO_INDEX)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "the building is not there");
      return NULL;
    }
  excerpts = gather (self, wish, building, error);
  if (excerpts == NULL)
    return NULL;
  switch (wish->format)
    {
    case BJT_PLAN_EXPORT_GEOJSON:
      return bjt_plan_geojson_write ((BjtPlanExcerpt *const *) excerpts->pdata, excerpts->len);
    case BJT_PLAN_EXPORT_IMDF:
      return write_imdf (self, excerpts, error);
    case BJT_PLAN_EXPORT_PDF:
      return bjt_plan_pages_write_pdf (bjt_workspace_get_picture (self), (BjtPlanExcerpt *const *) excerpts->pdata, excerpts->len, wish->with_facts, error);
    case BJT_PLAN_EXPORT_PNG:
      return bjt_plan_pages_write_png (bjt_workspace_get_picture (self), excerpts->pdata[0], wish->pixels > 0 ? wish->pixels : PIXELS, wish->with_facts, error);
    case BJT_PLAN_EXPORT_SVG:
    default:
      return write_svg (excerpts);
    }
}

/* Only these formats can bear what is known of people, and their taking is told. */
static gboolean
check_facts (const BjtPlanExport *wish,
             GError             **error)
{
  if (!wish->with_facts)
    return TRUE;
  if (wish->format != BJT_PLAN_EXPORT_PDF && wish->format != BJT_PLAN_EXPORT_PNG)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "what is known of households goes to PDF and PNG alone");
  return (wish->purpose != NULL && *wish->purpose != '\0')
         || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say what the facts are needed for");
}

gboolean
bjt_workspace_export_plan_to (BjtWorkspace        *self,
                              const BjtPlanExport *wish,
                              const char          *path,
                              GError             **error)
{
  g_autoptr (GBytes) bytes = check_facts (wish, error) ? bjt_workspace_export_plan (self, wish, error) : NULL;
  gsize       size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (data == NULL || (wish->with_facts && !bjt_workspace_record_export (self, "plan", wish->purpose, error)))
    return FALSE;
  return g_file_set_contents (path, data, (gssize) size, error); /* beside, then renamed */
}
