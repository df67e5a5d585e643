/* bjt-workspace-day-log.c: reads the records of the day by index. The subject of
 * an action is the day. */
#include "bjt-workspace-day-log.h"

#include "bjt-workspace-private.h"

#define MAX_NOTE 2000 /* characters */

static BjtUuid
get_grid_id (const BjtPicture *picture,
             guint32           grid)
{
  return grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, grid)->id : BJT_UUID_NIL;
}

static guint32
find_grid (const BjtPicture *picture,
           const BjtUuid    *id)
{
  for (guint32 g = 0; g < picture->grids->len; g++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, g)->id, id))
      return g;
  return BJT_NO_INDEX;
}

static BjtDate
get_day (BjtWorkspace         *self,
         const BjtDayLogScope *scope)
{
  return scope->on != BJT_DATE_NONE ? scope->on : bjt_clock_get_today (&self->clock);
}

/* NULL without an error: none yet. */
static BjtDayLog *
find_record (BjtWorkspace         *self,
             const BjtDayLogScope *scope,
             GError              **error)
{
  BjtDate day = get_day (self, scope);
  BjtUuid grid = get_grid_id (bjt_workspace_get_picture (self), scope->grid);
  g_autoptr (GPtrArray) logs = bjt_store_list_days (self->store, &bjt_day_log_type, "logged_on", day, day, "id", error);

  for (guint i = 0; logs != NULL && i < logs->len; i++)
    {
      const BjtDayLog *log = logs->pdata[i];

      if (bjt_uuid_equal (&log->grid_id, &grid) && bjt_uuid_equal (&log->staff_id, &scope->staff_id))
        return bjt_day_log_copy (log);
    }
  return NULL;
}

/* Reading */

typedef guint32 (*GridFunc) (const BjtDayReport *report, gconstpointer record);

static guint32
get_grid_of_visit (const BjtDayReport *report,
                   gconstpointer       record)
{
  return bjt_day_report_find_grid_of_door (report, &((const BjtVisit *) record)->door_id);
}

static guint32
get_grid_of_service (const BjtDayReport *report,
                     gconstpointer       record)
{
  return bjt_day_report_find_grid_of_door (report, &((const BjtService *) record)->door_id);
}

static guint32
get_grid_of_patrol (const BjtDayReport *report,
                    gconstpointer       record)
{
  return find_grid (report->picture, &((const BjtPatrol *) record)->grid_id);
}

static guint32
get_grid_of_issue (const BjtDayReport *report,
                   gconstpointer       record)
{
  return bjt_day_report_find_grid_of_issue (report, record);
}

typedef struct
{
  const BjtRecordType *type;
  const char          *column, *order;
  gsize                staff_offset;
  GridFunc             get_grid;
} Source;

static GPtrArray *
read_day (BjtWorkspace       *self,
          const BjtDayReport *report,
          const Source       *source,
          GError            **error)
{
  GPtrArray *records = bjt_store_list_days (self->store, source->type, source->column, report->on, report->on, source->order, error);

  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    {
      gconstpointer  record = records->pdata[i - 1];
      const BjtUuid *staff = (gconstpointer) ((const guint8 *) record + source->staff_offset);

      if (!bjt_day_report_takes (report, source->get_grid (report, record), staff))
        g_ptr_array_remove_index (records, i - 1);
    }
  return records;
}

/* Steps but the first, each with its issue. */
static gboolean
read_steps (BjtWorkspace *self,
            BjtDayReport *report,
            GError      **error)
{
  report->steps = bjt_store_list_days (self->store, &bjt_issue_event_type, "happened_at", report->on, report->on, "happened_at, id", error);
  report->stepped = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_issue_free);
  for (guint i = 0; report->steps != NULL && i < report->steps->len;)
    {
      const BjtIssueEvent *event = report->steps->pdata[i];
      g_autoptr (BjtIssue) issue = bjt_store_get (self->store, &bjt_issue_type, &event->issue_id, NULL);

      if (issue == NULL || g_strcmp0 (event->step, "reported") == 0
          || !bjt_day_report_takes (report, bjt_day_report_find_grid_of_issue (report, issue), &event->staff_id))
        {
          g_ptr_array_remove_index (report->steps, i);
          continue;
        }
      g_ptr_array_add (report->stepped, g_steal_pointer (&issue));
      i++;
    }
  return report->steps != NULL;
}

static void
find_staff_name (BjtWorkspace *self,
                 BjtDayReport *report)
{
  g_autoptr (BjtStaff) staff = NULL;

  if (!bjt_uuid_is_nil (&report->staff_id))
    staff = bjt_store_get (self->store, &bjt_staff_type, &report->staff_id, NULL);
  if (staff != NULL)
    report->staff_name = g_strdup (staff->name);
  else if (report->grid != BJT_NO_INDEX)
    report->staff_name = g_strdup (bjt_picture_get_grid (report->picture, report->grid)->staff_name);
}

/**
 * bjt_workspace_load_day_report:
 *
 * Returns: (transfer full) (nullable):
 */
BjtDayReport *
bjt_workspace_load_day_report (BjtWorkspace         *self,
                               const BjtDayLogScope *scope,
                               GError              **error)
{
  static const Source patrols = { &bjt_patrol_type, "patrolled_on", "slot, begun_at, id", G_STRUCT_OFFSET (BjtPatrol, staff_id), get_grid_of_patrol };
  static const Source visits = { &bjt_visit_type, "visited_on", "visited_at, id", G_STRUCT_OFFSET (BjtVisit, staff_id), get_grid_of_visit };
  static const Source services = { &bjt_service_type, "served_on", "id", G_STRUCT_OFFSET (BjtService, staff_id), get_grid_of_service };
  static const Source issues = { &bjt_issue_type, "reported_on", "number, id", G_STRUCT_OFFSET (BjtIssue, staff_id), get_grid_of_issue };
  g_autoptr (BjtDayReport) report = bjt_day_report_new (bjt_workspace_get_picture (self), scope->grid, &scope->staff_id, get_day (self, scope));
  g_autoptr (GError) failure = NULL;

  report->patrols = read_day (self, report, &patrols, &failure);
  report->visits = failure == NULL ? read_day (self, report, &visits, &failure) : NULL;
  report->services = failure == NULL ? read_day (self, report, &services, &failure) : NULL;
  report->reported = failure == NULL ? read_day (self, report, &issues, &failure) : NULL;
  if (failure == NULL && read_steps (self, report, &failure))
    report->record = find_record (self, scope, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  find_staff_name (self, report);
  bjt_day_report_count (report);
  return g_steal_pointer (&report);
}

/* Writing */

static gboolean
write_record (BjtWorkspace         *self,
              const BjtDayLogScope *scope,
              const char           *action,
              BjtDayLog            *log,
              GError              **error)
{
  g_autofree char *subject = bjt_date_dup_string (get_day (self, scope));
  g_autoptr (BjtActionScope) writing = bjt_workspace_begin (self, action, subject, error);

  if (writing == NULL)
    return FALSE;
  if (!bjt_uuid_is_nil (&log->id))
    return bjt_store_update (self->store, &bjt_day_log_type, log, error) && bjt_workspace_finish_work (self, writing, error);
  bjt_uuid_init_random (&log->id, bjt_clock_get_now (&self->clock) / 1000);
  log->grid_id = get_grid_id (bjt_workspace_get_picture (self), scope->grid);
  log->staff_id = scope->staff_id;
  log->logged_on = get_day (self, scope);
  return bjt_store_insert (self->store, &bjt_day_log_type, log, error) && bjt_workspace_finish_work (self, writing, error);
}

/* NULL after an error. */
static BjtDayLog *
get_record (BjtWorkspace         *self,
            const BjtDayLogScope *scope,
            GError              **error)
{
  g_autoptr (GError) failure = NULL;
  BjtDayLog *log;

  if (get_day (self, scope) > bjt_clock_get_today (&self->clock))
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no log of a day to come");
      return NULL;
    }
  log = find_record (self, scope, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (log == NULL)
    log = bjt_day_log_new ();
  return log;
}

gboolean
bjt_workspace_note_day_log (BjtWorkspace         *self,
                            const BjtDayLogScope *scope,
                            const char           *note,
                            GError              **error)
{
  g_autoptr (BjtDayLog) log = NULL;

  if (note == NULL || !g_utf8_validate (note, -1, NULL) || g_utf8_strlen (note, -1) > MAX_NOTE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the note is a text in UTF-8 of at most 2000 characters");
  log = get_record (self, scope, error);
  if (log == NULL)
    return FALSE;
  if (log->confirmed_at != 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the log is confirmed; open it again before you add to it");
  g_free (log->note);
  log->note = g_strdup (note);
  return write_record (self, scope, "note-day-log", log, error);
}

gboolean
bjt_workspace_confirm_day_log (BjtWorkspace         *self,
                               const BjtDayLogScope *scope,
                               gboolean              confirmed,
                               GError              **error)
{
  g_autoptr (BjtDayLog) log = get_record (self, scope, error);

  if (log == NULL)
    return FALSE;
  if ((log->confirmed_at != 0) == (confirmed != FALSE))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, confirmed ? "the log is confirmed already" : "the log is not confirmed");
  log->confirmed_at = confirmed ? bjt_clock_get_now (&self->clock) : 0;
  return write_record (self, scope, confirmed ? "confirm-day-log" : "reopen-day-log", log, error);
}
