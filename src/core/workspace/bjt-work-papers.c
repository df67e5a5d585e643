/* bjt-work-papers.c: what a sheet prints is read whole before it is made. */
#include "bjt-work-papers.h"

#include "bjt-workspace-meetings.h"
#include "bjt-workspace-private.h"
#include "print/bjt-meeting-sheet.h"
#include "print/bjt-notice-sheet.h"

typedef struct
{
  GArray    *items;  /* BjtMeetingItem */
  GPtrArray *topics;
  GPtrArray *issues; /* those the items borrow, and their places */
  GPtrArray *places;
  GPtrArray *tasks;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
read_item (Reading               *self,
           BjtWorkspace          *workspace,
           const BjtMeetingTopic *topic,
           GError               **error)
{
  BjtMeetingItem item = { .topic = topic };

  if (!bjt_uuid_is_nil (&topic->issue_id))
    {
      BjtIssue *issue = bjt_workspace_get_issue (workspace, &topic->issue_id, error);
      char     *place;

      if (issue == NULL)
        return FALSE;
      place = bjt_workspace_dup_issue_place (workspace, issue);
      g_ptr_array_add (self->issues, issue);
      g_ptr_array_add (self->places, place);
      item.issue = issue;
      item.place = place;
    }
  g_array_append_val (self->items, item);
  return TRUE;
}

/* Tasks of other meetings that were to be done by this one. */
static void
leave_own_tasks_out (Reading          *self,
                     const BjtMeeting *meeting)
{
  for (guint i = self->tasks->len; i > 0; i--)
    if (bjt_uuid_equal (&((const BjtMeetingTopic *) self->tasks->pdata[i - 1])->meeting_id, &meeting->id))
      g_ptr_array_remove_index (self->tasks, i - 1);
}

static gboolean
read_items (Reading      *self,
            BjtWorkspace *workspace,
            GError      **error)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (BjtMeetingItem));
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_issue_free);
  self->places = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->topics->len; i++)
    if (!read_item (self, workspace, self->topics->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_meeting (Reading          *self,
              BjtWorkspace     *workspace,
              const BjtMeeting *meeting,
              GError          **error)
{
  self->topics = bjt_workspace_list_topics (workspace, &meeting->id, error);
  self->tasks = self->topics != NULL ? bjt_workspace_list_meeting_tasks (workspace, TRUE, error) : NULL;
  if (self->tasks == NULL)
    return FALSE;
  leave_own_tasks_out (self, meeting);
  return read_items (self, workspace, error);
}

static gboolean
read_proposal (Reading      *self,
               BjtWorkspace *workspace,
               GError      **error)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_propose_topics (workspace, error);

  self->tasks = issues != NULL ? bjt_workspace_list_meeting_tasks (workspace, TRUE, error) : NULL;
  if (self->tasks == NULL)
    return FALSE;
  self->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_meeting_topic_free);
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue  *issue = issues->pdata[i];
      BjtMeetingTopic *topic = bjt_meeting_topic_new ();

      topic->issue_id = issue->id;
      topic->title = g_strdup (issue->title);
      g_ptr_array_add (self->topics, topic);
    }
  return read_items (self, workspace, error);
}

struct _BjtWorkPaper
{
  BjtPicture *picture;

  /* One of the two */
  BjtNotice  *notice;
  BjtMeeting *meeting;

  BjtIssue *issue; /* of the notice */
  char     *place;
  Reading   reading; /* of the meeting */
};

void
bjt_work_paper_free (BjtWorkPaper *self)
{
  if (self == NULL)
    return;
  bjt_picture_unref (self->picture);
  g_clear_pointer (&self->notice, bjt_notice_free);
  g_clear_pointer (&self->meeting, bjt_meeting_free);
  g_clear_pointer (&self->issue, bjt_issue_free);
  g_free (self->place);
  reading_clear (&self->reading);
  g_free (self);
}

BjtWorkPaper *
bjt_work_paper_read_notice (BjtWorkspace  *workspace,
                            const BjtUuid *notice_id,
                            GError       **error)
{
  g_autoptr (BjtWorkPaper) self = g_new0 (BjtWorkPaper, 1);

  self->picture = bjt_picture_ref (bjt_workspace_get_picture (workspace));
  self->notice = bjt_store_get (workspace->store, &bjt_notice_type, notice_id, error);
  self->issue = self->notice != NULL ? bjt_workspace_get_issue (workspace, &self->notice->issue_id, error) : NULL;
  if (self->issue == NULL)
    return NULL;
  self->place = bjt_workspace_dup_issue_place (workspace, self->issue);
  return g_steal_pointer (&self);
}

BjtWorkPaper *
bjt_work_paper_read_meeting (BjtWorkspace  *workspace,
                             const BjtUuid *meeting_id,
                             GError       **error)
{
  g_autoptr (BjtWorkPaper) self = g_new0 (BjtWorkPaper, 1);

  self->picture = bjt_picture_ref (bjt_workspace_get_picture (workspace));
  self->meeting = bjt_store_get (workspace->store, &bjt_meeting_type, meeting_id, error);
  if (self->meeting == NULL || !read_meeting (&self->reading, workspace, self->meeting, error))
    return NULL;
  return g_steal_pointer (&self);
}

BjtSheet *
bjt_work_paper_make (const BjtWorkPaper        *self,
                     const BjtGridSheetOptions *options,
                     GError                   **error)
{
  if (self->notice != NULL)
    return bjt_notice_sheet_new (self->picture, self->notice, self->issue, self->place, options, error);
  return bjt_meeting_sheet_new (self->picture, self->meeting, self->reading.items, self->reading.tasks, options, error);
}

BjtSheet *
bjt_work_papers_new_notice (BjtWorkspace              *workspace,
                            const BjtUuid             *notice_id,
                            const BjtGridSheetOptions *options,
                            GError                   **error)
{
  g_autoptr (BjtWorkPaper) paper = bjt_work_paper_read_notice (workspace, notice_id, error);

  return paper != NULL ? bjt_work_paper_make (paper, options, error) : NULL;
}

BjtSheet *
bjt_work_papers_new_meeting (BjtWorkspace              *workspace,
                             const BjtUuid             *meeting_id,
                             const BjtGridSheetOptions *options,
                             GError                   **error)
{
  g_autoptr (BjtWorkPaper) paper = bjt_work_paper_read_meeting (workspace, meeting_id, error);

  return paper != NULL ? bjt_work_paper_make (paper, options, error) : NULL;
}

BjtSheet *
bjt_work_papers_new_proposal (BjtWorkspace              *workspace,
                              const BjtMeeting          *meeting,
                              const BjtGridSheetOptions *options,
                              GError                   **error)
{
  g_auto (Reading) reading = { NULL };

  if (!read_proposal (&reading, workspace, error))
    return NULL;
  return bjt_meeting_sheet_new (bjt_workspace_get_picture (workspace), meeting, reading.items, reading.tasks, options, error);
}
