/* bjt-issue-file.c: a snapshot; the records are its own. */
#include "bjt-issue-file.h"

#include "widgets/bjt-words.h"

static gboolean
read_lists (BjtIssueFile  *self,
            BjtWorkspace  *workspace,
            const BjtUuid *id,
            GError       **error)
{
  return (self->events = bjt_workspace_list_issue_events (workspace, id, error)) != NULL
         && (self->photos = bjt_workspace_list_issue_photos (workspace, id, error)) != NULL
         && (self->whistles = bjt_workspace_list_whistles (workspace, id, error)) != NULL
         && (self->notices = bjt_workspace_list_notices (workspace, id, error)) != NULL
         && (self->doors = bjt_workspace_list_issue_doors (workspace, id, error)) != NULL
         && (self->partners = bjt_workspace_list_partners (workspace, error)) != NULL
         && (self->staff = bjt_workspace_list_staff (workspace, error)) != NULL;
}

static gboolean
read_line (BjtIssueFile *self,
           BjtWorkspace *workspace,
           GError      **error)
{
  BjtLedger *ledger = bjt_workspace_get_ledger (workspace, error);
  BjtLedgerFilter filter;
  guint32 index;

  if (ledger == NULL)
    return FALSE;
  self->ledger = bjt_ledger_ref (ledger);
  index = bjt_ledger_find_issue (ledger, &self->issue->id);
  if (index == BJT_NO_INDEX)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "issue %s is not in the ledger", self->issue->number);
      return FALSE;
    }
  bjt_workspace_init_ledger_filter (workspace, &filter);
  self->line = bjt_ledger_get_issue (ledger, index);
  self->clock = bjt_ledger_filter_read_clock (&filter, self->line);
  self->now = filter.now;
  return bjt_workspace_read_clocks (workspace, &self->issue->id, &self->reply, &self->close, error);
}

static gboolean
read_others (BjtIssueFile *self,
             BjtWorkspace *workspace,
             GError      **error)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();

  self->state = self->issue->state != NULL ? bjt_issue_flow_find_state (flow, self->issue->state) : NULL;
  if (self->state == NULL)
    self->state = bjt_issue_flow_find_of_box (flow, self->issue->status);
  if (self->state == NULL)
    self->state = bjt_issue_flow_get_first (flow);
  if (!bjt_uuid_is_nil (&self->issue->merged_into_id))
    self->merged_into = bjt_workspace_get_issue (workspace, &self->issue->merged_into_id, NULL);
  if (self->state->is_ended || bjt_uuid_is_nil (&self->issue->kind_id))
    self->duplicates = g_ptr_array_new ();
  else
    self->duplicates = bjt_workspace_list_duplicates (workspace, self->issue, error);
  return self->duplicates != NULL;
}

/* As feet go: the order of the picture; those that are gone last. */
static int
compare_doors (gconstpointer a,
               gconstpointer b,
               gpointer      picture)
{
  guint32 x = bjt_picture_find_door (picture, &(*(BjtIssueDoor *const *) a)->door_id);
  guint32 y = bjt_picture_find_door (picture, &(*(BjtIssueDoor *const *) b)->door_id);

  return x < y ? -1 : x > y;
}

BjtIssueFile *
bjt_issue_file_read (BjtWorkspace  *workspace,
                     const BjtUuid *issue_id,
                     GError       **error)
{
  g_autoptr (BjtIssueFile) self = g_new0 (BjtIssueFile, 1);

  self->issue = bjt_workspace_get_issue (workspace, issue_id, error);
  if (self->issue == NULL || !read_lists (self, workspace, issue_id, error) || !read_others (self, workspace, error)
      || !read_line (self, workspace, error))
    return NULL;
  g_ptr_array_sort_with_data (self->doors, compare_doors, self->ledger->picture);
  return g_steal_pointer (&self);
}

void
bjt_issue_file_free (BjtIssueFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->issue, bjt_issue_free);
  g_clear_pointer (&self->merged_into, bjt_issue_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_pointer (&self->whistles, g_ptr_array_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->doors, g_ptr_array_unref);
  g_clear_pointer (&self->duplicates, g_ptr_array_unref);
  g_clear_pointer (&self->partners, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  bjt_ledger_unref (self->ledger);
  g_free (self);
}

const char *
bjt_issue_file_get_staff_name (const BjtIssueFile *self,
                               const BjtUuid      *id)
{
  for (guint i = 0; i < self->staff->len; i++)
    if (bjt_uuid_equal (&((const BjtStaff *) self->staff->pdata[i])->id, id))
      return ((const BjtStaff *) self->staff->pdata[i])->name;
  return NULL;
}

const char *
bjt_issue_file_get_partner_name (const BjtIssueFile *self,
                                 const BjtUuid      *id)
{
  for (guint i = 0; i < self->partners->len; i++)
    if (bjt_uuid_equal (&((const BjtPartner *) self->partners->pdata[i])->id, id))
      return ((const BjtPartner *) self->partners->pdata[i])->name;
  return NULL;
}

const char *
bjt_issue_file_get_kind_code (const BjtIssueFile *self)
{
  return self->line->kind != BJT_NO_INDEX ? bjt_ledger_get_kind (self->ledger, self->line->kind)->code : NULL;
}

/* The day each box was reached last; a box it went back from is not reached. */
void
bjt_issue_file_list_days (const BjtIssueFile *self,
                          BjtDate             reached[BJT_N_ISSUE_STATUSES])
{
  for (int i = 0; i < BJT_N_ISSUE_STATUSES; i++)
    reached[i] = BJT_DATE_NONE;
  reached[BJT_ISSUE_REPORTED] = self->issue->reported_on;
  for (guint i = 0; i < self->events->len; i++)
    {
      const BjtIssueEvent *event = self->events->pdata[i];
      int to = event->to_status;

      if (to < 0 || to >= BJT_N_ISSUE_STATUSES || (to == event->from_status && reached[to] != BJT_DATE_NONE))
        continue;
      for (int box = to + 1; box < BJT_N_ISSUE_STATUSES; box++)
        reached[box] = BJT_DATE_NONE;
      reached[to] = bjt_time_get_local_date (event->happened_at);
    }
}

char *
bjt_issue_file_dup_time (const BjtIssueFile *self,
                         gint64              moment)
{
  g_autofree char *day = bjt_words_dup_day (bjt_time_get_local_date (moment), bjt_time_get_local_date (self->now));
  int minute = bjt_time_get_local_minute (moment);

  return minute == 0 ? g_steal_pointer (&day) : g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}
