/* bjt-workspace-prints.c: numbers are of the year: 2026-0031 for the printing, and
 * copies counted for each sheet and scope by themselves. */
#include "bjt-workspace-prints.h"

#include "bjt-workspace-private.h"

#define MAX_COPIES 9999
#define MAX_TEXT   200

GPtrArray *
bjt_workspace_list_prints (BjtWorkspace *self,
                           BjtDate       from,
                           BjtDate       to,
                           GError      **error)
{
  return bjt_store_list_days (self->store, &bjt_print_job_type, "printed_at", from, to, "printed_at DESC, number DESC", error);
}

char *
bjt_workspace_dup_grid_scope (BjtWorkspace *self,
                              guint32       grid)
{
  const BjtPictureGrid *info = grid != BJT_NO_INDEX ? bjt_picture_get_grid (bjt_workspace_get_picture (self), grid) : NULL;

  if (info == NULL)
    return NULL;
  return info->name != NULL ? g_strdup (info->name) : g_strdup_printf ("%d", info->number);
}

char *
bjt_workspace_dup_level_scope (BjtWorkspace *self,
                               guint32       building,
                               int           level)
{
  g_autofree char *name = bjt_picture_dup_building_name (bjt_workspace_get_picture (self), building);

  return g_strdup_printf ("%s:%d", name, level);
}

/* Numbers */

static BjtDate
get_first_day_of_year (BjtWorkspace *self)
{
  int year, month, day;

  bjt_date_get_ymd (bjt_clock_get_today (&self->clock), &year, &month, &day);
  return bjt_date_from_ymd (year, 1, 1);
}

int
bjt_workspace_get_next_copy (BjtWorkspace *self,
                             const char   *sheet,
                             const char   *scope,
                             GError      **error)
{
  g_autoptr (GPtrArray) jobs = bjt_workspace_list_prints (self, get_first_day_of_year (self), BJT_DATE_NONE, error);
  int next = 1;

  if (jobs == NULL)
    return 0;
  for (guint i = 0; i < jobs->len; i++)
    {
      const BjtPrintJob *job = jobs->pdata[i];

      if (g_strcmp0 (job->sheet, sheet) == 0 && g_strcmp0 (job->scope, scope) == 0)
        next = MAX (next, job->first_copy + job->copies);
    }
  return next;
}

static char *
dup_next_number (BjtWorkspace *self,
                 GError      **error)
{
  int year, month, day;
  guint highest;
  g_autofree char *prefix = NULL;

  bjt_date_get_ymd (bjt_clock_get_today (&self->clock), &year, &month, &day);
  prefix = g_strdup_printf ("%04d-", year);
  return bjt_store_find_highest (self->store, &bjt_print_job_type, prefix, &highest, error) ? g_strdup_printf ("%s%04u", prefix, highest + 1) : NULL;
}

/* Recording */

static gboolean
is_short (const char *text)
{
  return text == NULL || (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= MAX_TEXT);
}

static gboolean
check_job (const BjtPrintJob *job,
           GError           **error)
{
  if (job->sheet == NULL || *job->sheet == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a print is recorded with the kind of its sheet");
  if (job->is_public && job->has_names)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a public sheet bears no names");
  if (job->has_names && (job->purpose == NULL || *job->purpose == '\0'))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a sheet with names needs a purpose, which is recorded");
  if (job->copies < 1 || job->copies > MAX_COPIES || job->pages < 1 || job->first_copy < 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "between 1 and 9999 copies are printed, of one page or more");
  if (!is_short (job->purpose) || !is_short (job->maker) || !is_short (job->receiver) || !is_short (job->scope))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "purpose, maker and receiver have at most 200 characters");
  return TRUE;
}

gboolean
bjt_workspace_record_print (BjtWorkspace *self,
                            BjtPrintJob  *job,
                            GError      **error)
{
  g_autoptr (BjtActionScope) scope = check_job (job, error) ? bjt_workspace_begin (self, "print-sheet", job->sheet, error) : NULL;

  if (scope == NULL)
    return FALSE;
  bjt_workspace_init_key (self, &job->id);
  g_free (job->number);
  job->number = dup_next_number (self, error);
  job->printed_at = bjt_clock_get_now (&self->clock);
  if (job->first_copy == 0)
    job->first_copy = bjt_workspace_get_next_copy (self, job->sheet, job->scope, error);
  return job->number != NULL && job->first_copy > 0
         && bjt_store_insert (self->store, &bjt_print_job_type, job, error)
         && bjt_workspace_finish_work (self, scope, error);
}

/* Returning */

static BjtPrintJob *
find_job (BjtWorkspace *self,
          const char   *number,
          GError      **error)
{
  g_autoptr (GPtrArray) jobs = bjt_store_list_by_text (self->store, &bjt_print_job_type, "number", number, error);

  if (jobs == NULL)
    return NULL;
  if (jobs->len > 0)
    return bjt_print_job_copy (jobs->pdata[0]);
  bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no print of this number in the register");
  return NULL;
}

gboolean
bjt_workspace_return_copies (BjtWorkspace *self,
                             const char   *number,
                             int           copies,
                             const char   *note,
                             GError      **error)
{
  g_autoptr (BjtPrintJob)    job = find_job (self, number, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (job == NULL)
    return FALSE;
  if (copies < 1 || copies > job->copies - job->returned)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no more copies can come back than are still out");
  if (!is_short (note))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a note has at most 200 characters");
  scope = bjt_workspace_begin (self, "return-copies", number, error);
  if (scope == NULL)
    return FALSE;
  job->returned += copies;
  job->returned_on = bjt_clock_get_today (&self->clock);
  if (note != NULL)
    {
      g_free (job->note);
      job->note = g_strdup (note);
    }
  return bjt_store_update (self->store, &bjt_print_job_type, job, error) && bjt_workspace_finish_work (self, scope, error);
}
