/* bjt-workspace-issue-doors.c: what hangs on an issue: the doors concerned, who
 * fills its five slots, departments called, notices, partners. */
#include "bjt-workspace-issues.h"

#include "bjt-workspace-private.h"

#include <math.h>

#define MAX_COMMUNITY_NAME 2 /* characters of it in a number */

static BjtActionScope *
begin (BjtWorkspace  *self,
       const char    *kind,
       const BjtUuid *issue_id,
       GError       **error)
{
  g_autoptr (BjtIssue) issue = bjt_workspace_get_issue (self, issue_id, error);

  return issue != NULL ? bjt_workspace_begin (self, kind, issue->number, error) : NULL;
}

static gboolean
finish (BjtWorkspace   *self,
        BjtActionScope *scope,
        GError        **error)
{
  if (!bjt_action_scope_commit (scope, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

/* Slots */

static char **
get_slot (BjtIssue    *issue,
          BjtIssueSlot slot)
{
  switch (slot)
    {
    case BJT_SLOT_FINDER:
      return &issue->finder;
    case BJT_SLOT_REPORTER:
      return &issue->reporter;
    case BJT_SLOT_RESPONSIBLE:
      return &issue->responsible;
    case BJT_SLOT_SOLVER:
      return &issue->solver;
    case BJT_SLOT_SUPERVISOR:
      return &issue->supervisor;
    case BJT_N_SLOTS:
    default:
      return NULL;
    }
}

const char *
bjt_issue_get_slot (const BjtIssue *issue,
                    BjtIssueSlot    slot)
{
  char **text = get_slot ((BjtIssue *) issue, slot);

  return text != NULL && *text != NULL && **text != '\0' ? *text : NULL;
}

guint
bjt_issue_get_empty_slots (const BjtIssue *issue)
{
  guint empty = 0;

  for (guint i = 0; i < BJT_N_SLOTS; i++)
    if (bjt_issue_get_slot (issue, (BjtIssueSlot) i) == NULL)
      empty |= 1u << i;
  return empty;
}

gboolean
bjt_workspace_fill_slot (BjtWorkspace  *self,
                         const BjtUuid *issue_id,
                         BjtIssueSlot   slot,
                         const char    *name,
                         GError       **error)
{
  g_autoptr (BjtActionScope) scope = begin (self, "change-issue", issue_id, error);
  g_autoptr (BjtIssue) issue = scope != NULL ? bjt_workspace_get_issue (self, issue_id, error) : NULL;
  char **text = issue != NULL ? get_slot (issue, slot) : NULL;

  if (issue == NULL)
    return FALSE;
  if (text == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "an issue has no such slot");
  g_free (*text);
  *text = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
  return bjt_store_update (self->store, &bjt_issue_type, issue, error) && finish (self, scope, error);
}

/* Doors concerned */

GPtrArray *
bjt_workspace_list_issue_doors (BjtWorkspace  *self,
                                const BjtUuid *issue_id,
                                GError       **error)
{
  return bjt_store_list (self->store, &bjt_issue_door_type, "issue_id", issue_id, "id", 0, error);
}

static gboolean
add_door (BjtWorkspace  *self,
          const BjtUuid *issue_id,
          const BjtUuid *door_id,
          double         share,
          GError       **error)
{
  g_autoptr (BjtIssueDoor) row = bjt_issue_door_new ();

  bjt_workspace_init_key (self, &row->id);
  row->issue_id = *issue_id;
  row->door_id = *door_id;
  row->share = share;
  return bjt_store_insert (self->store, &bjt_issue_door_type, row, error);
}

gboolean
bjt_workspace_add_issue_doors (BjtWorkspace     *self,
                               const BjtUuid    *issue_id,
                               const BjtDoorSet *doors,
                               double            share,
                               GError          **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (GPtrArray) there = bjt_workspace_list_issue_doors (self, issue_id, error);
  g_autoptr (BjtDoorSet) missing = bjt_door_set_copy (doors);
  g_autoptr (BjtActionScope) scope = NULL;

  if (there == NULL)
    return FALSE;
  if (share < 0 || isinf (share))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "what a door has to pay can't be negative");
  for (guint i = 0; i < there->len; i++)
    {
      guint32 door = bjt_picture_find_door (picture, &((BjtIssueDoor *) there->pdata[i])->door_id);

      if (door != BJT_NO_INDEX)
        bjt_door_set_remove (missing, door);
    }
  if (bjt_door_set_count (doors) == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no door was chosen");
  if (bjt_door_set_count (missing) == 0)
    return TRUE;
  scope = begin (self, "change-issue-doors", issue_id, error);
  for (guint32 door = bjt_door_set_next (missing, 0); scope != NULL && door != BJT_NO_INDEX; door = bjt_door_set_next (missing, door + 1))
    if (!add_door (self, issue_id, &bjt_picture_get_door (picture, door)->id, share, error))
      return FALSE;
  return scope != NULL && finish (self, scope, error);
}

gboolean
bjt_workspace_change_issue_door (BjtWorkspace       *self,
                                 const BjtIssueDoor *issue_door,
                                 GError            **error)
{
  g_autoptr (BjtIssueDoor) row = bjt_store_get (self->store, &bjt_issue_door_type, &issue_door->id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (row == NULL)
    return FALSE;
  if (issue_door->consent < BJT_CONSENT_UNASKED || issue_door->consent > BJT_CONSENT_REFUSED || issue_door->share < 0 || isinf (issue_door->share))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the consent or the share of the door is not valid");
  if (issue_door->paid_on != BJT_DATE_NONE && issue_door->paid_on > bjt_clock_get_today (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a door can't have paid in the future");
  row->consent = issue_door->consent;
  row->share = issue_door->share;
  row->paid_on = issue_door->paid_on;
  g_free (row->note);
  row->note = g_strdup (issue_door->note);
  scope = begin (self, "change-issue-doors", &row->issue_id, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_issue_door_type, row, error) && finish (self, scope, error);
}

gboolean
bjt_workspace_remove_issue_door (BjtWorkspace  *self,
                                 const BjtUuid *issue_door_id,
                                 GError       **error)
{
  g_autoptr (BjtIssueDoor) row = bjt_store_get (self->store, &bjt_issue_door_type, issue_door_id, error);
  g_autoptr (BjtActionScope) scope = row != NULL ? begin (self, "change-issue-doors", &row->issue_id, error) : NULL;

  return scope != NULL && bjt_store_remove (self->store, &bjt_issue_door_type, issue_door_id, error) && finish (self, scope, error);
}

/* Whistles */

GPtrArray *
bjt_workspace_list_whistles (BjtWorkspace  *self,
                             const BjtUuid *issue_id,
                             GError       **error)
{
  return bjt_store_list (self->store, &bjt_whistle_type, issue_id != NULL ? "issue_id" : NULL, issue_id, "called_at, id", 0, error);
}

/* Notices */

GPtrArray *
bjt_workspace_list_notices (BjtWorkspace  *self,
                            const BjtUuid *issue_id,
                            GError       **error)
{
  return bjt_store_list (self->store, &bjt_notice_type, issue_id != NULL ? "issue_id" : NULL, issue_id, "issued_on, number, id", 0, error);
}

/* 江北-整改-2026-001: the community without its last word, and the year. */
static char *
dup_notice_number (BjtWorkspace *self,
                   BjtDate       day,
                   GError      **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  const char       *name = picture->community.name != NULL ? picture->community.name : "";
  glong             length = g_utf8_strlen (name, -1);
  g_autofree char  *community = g_utf8_substring (name, 0, MIN (length, MAX_COMMUNITY_NAME));
  char              date[BJT_DATE_STRING_SIZE];
  g_autofree char  *prefix = NULL;
  guint             highest;

  bjt_date_format (day, date);
  date[4] = '\0';
  prefix = g_strdup_printf ("%s-" BJT_NOTICE_WORD "-%s-", community, date);
  return bjt_store_find_highest (self->store, &bjt_notice_type, prefix, &highest, error) ? g_strdup_printf ("%s%03u", prefix, highest + 1) : NULL;
}

static gboolean
check_notice (BjtWorkspace    *self,
              const BjtNotice *notice,
              GError         **error)
{
  if (notice->recipient == NULL || *notice->recipient == '\0' || notice->demand == NULL || *notice->demand == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a notice says to whom it goes and what is demanded");
  if (notice->issued_on > bjt_clock_get_today (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a notice can't be served in the future");
  if (notice->due_on != BJT_DATE_NONE && notice->due_on < notice->issued_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a notice can't be due before it is served");
  return TRUE;
}

gboolean
bjt_workspace_serve_notice (BjtWorkspace *self,
                            BjtNotice    *notice,
                            GError      **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  if (notice->issued_on == BJT_DATE_NONE)
    notice->issued_on = bjt_clock_get_today (&self->clock);
  if (!check_notice (self, notice, error))
    return FALSE;
  scope = begin (self, "serve-notice", &notice->issue_id, error);
  if (scope == NULL)
    return FALSE;
  bjt_workspace_init_key (self, &notice->id);
  if (notice->number == NULL)
    notice->number = dup_notice_number (self, notice->issued_on, error);
  return notice->number != NULL && bjt_store_insert (self->store, &bjt_notice_type, notice, error) && finish (self, scope, error);
}

gboolean
bjt_workspace_receive_notice (BjtWorkspace  *self,
                              const BjtUuid *notice_id,
                              const char    *received_by,
                              BjtDate        received_on,
                              GError       **error)
{
  g_autoptr (BjtNotice) notice = bjt_store_get (self->store, &bjt_notice_type, notice_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (notice == NULL)
    return FALSE;
  if (received_on == BJT_DATE_NONE || received_on < notice->issued_on || received_on > bjt_clock_get_today (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a notice is received between the day it is served and today");
  notice->received_on = received_on;
  g_free (notice->received_by);
  notice->received_by = g_strdup (received_by);
  scope = begin (self, "receive-notice", &notice->issue_id, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_notice_type, notice, error) && finish (self, scope, error);
}

/* Partners */

GPtrArray *
bjt_workspace_list_partners (BjtWorkspace *self,
                             GError      **error)
{
  return bjt_store_list (self->store, &bjt_partner_type, NULL, NULL, "name, id", 0, error);
}

gboolean
bjt_workspace_save_partner (BjtWorkspace *self,
                            BjtPartner   *partner,
                            GError      **error)
{
  gboolean is_new = bjt_uuid_is_nil (&partner->id);
  g_autoptr (BjtActionScope) scope = NULL;

  if (partner->name == NULL || *partner->name == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the partner has no name");
  scope = bjt_workspace_begin (self, is_new ? "add-partner" : "change-partner", partner->name, error);
  if (scope == NULL)
    return FALSE;
  bjt_workspace_init_key (self, &partner->id);
  return (is_new ? bjt_store_insert : bjt_store_update) (self->store, &bjt_partner_type, partner, error) && finish (self, scope, error);
}
