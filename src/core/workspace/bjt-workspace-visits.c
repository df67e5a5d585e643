/* bjt-workspace-visits.c: checks first, then all of it in one action; afterwards
 * only the doors of the visits are read again. */
#include "bjt-workspace-visits.h"

#include "bjt-workspace-private.h"

#define CLOSED_UNTIL "closed-until"

static char *
dup_subject (BjtWorkspace  *self,
             const BjtUuid *door_id)
{
  BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32     door = bjt_picture_find_door (picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : NULL;
}

/**
 * bjt_workspace_finish_visits:
 * @visits: (array length=n_visits): what the action was about
 *
 * Commits and reads the doors again.
 */
gboolean
bjt_workspace_finish_visits (BjtWorkspace    *self,
                             BjtActionScope  *scope,
                             BjtVisit *const *visits,
                             guint            n_visits,
                             GError         **error)
{
  g_autofree guint32 *doors = g_new (guint32, n_visits);

  if (!bjt_action_scope_commit (scope, error))
    return FALSE;
  for (guint i = 0; i < n_visits; i++)
    doors[i] = bjt_picture_find_door (self->picture, &visits[i]->door_id);
  if (!bjt_workspace_reload_doors (self, doors, n_visits, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

/* Persons */

static gboolean
check_person (BjtWorkspace   *self,
              const BjtVisit *visit,
              const BjtUuid  *person_id,
              GError        **error)
{
  g_autoptr (BjtPerson) person = bjt_store_get (self->store, &bjt_person_type, person_id, error);

  if (person == NULL)
    return FALSE;
  if (person->born_on != BJT_DATE_NONE && visit->visited_on < person->born_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the visit lies before the birth of who was met");
  if (person->died_on != BJT_DATE_NONE && visit->visited_on > person->died_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the visit lies after the death of who was met");
  return TRUE;
}

static gboolean
write_persons (BjtWorkspace        *self,
               const BjtVisitDraft *draft,
               GError             **error)
{
  for (guint i = 0; i < draft->n_persons; i++)
    {
      g_autoptr (BjtVisitPerson) met = bjt_visit_person_new ();

      bjt_uuid_init_random (&met->id, bjt_clock_get_now (&self->clock) / 1000);
      met->visit_id = draft->visit->id;
      met->person_id = draft->person_ids[i];
      if (!bjt_store_insert (self->store, &bjt_visit_person_type, met, error))
        return FALSE;
    }
  return TRUE;
}

/* Recording */

static gboolean
write_follow_up (BjtWorkspace        *self,
                 const BjtVisitDraft *draft,
                 GError             **error)
{
  BjtIssue *issue = draft->issue;

  if (issue == NULL)
    return TRUE;
  if (bjt_uuid_is_nil (&issue->door_id) && bjt_uuid_is_nil (&issue->entrance_id) && bjt_uuid_is_nil (&issue->building_id) && issue->place == NULL)
    issue->door_id = draft->visit->door_id;
  if (issue->reported_on == BJT_DATE_NONE)
    issue->reported_on = draft->visit->visited_on;
  issue->visit_id = draft->visit->id;
  if (!bjt_workspace_check_issue (self, issue, error) || !bjt_workspace_write_issue (self, issue, error))
    return FALSE;
  draft->visit->issue_id = issue->id;
  return TRUE;
}

/**
 * bjt_workspace_record_visit:
 *
 * One action: the visit, the persons met, the issue found, the photo taken.
 */
gboolean
bjt_workspace_record_visit (BjtWorkspace        *self,
                            const BjtVisitDraft *draft,
                            GError             **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (!bjt_workspace_check_visit (self, draft->visit, error))
    return FALSE;
  for (guint i = 0; i < draft->n_persons; i++)
    if (!check_person (self, draft->visit, draft->person_ids + i, error))
      return FALSE;
  subject = dup_subject (self, &draft->visit->door_id);
  scope = bjt_workspace_begin (self, "record-visit", subject, error);
  if (scope == NULL)
    return FALSE;
  bjt_workspace_complete_visit (self, draft->visit);
  draft->visit->names_persons = draft->n_persons > 0;
  if (!write_follow_up (self, draft, error) || !bjt_store_insert (self->store, &bjt_visit_type, draft->visit, error)
      || !write_persons (self, draft, error)
      || (draft->photo != NULL && !bjt_workspace_write_door_photo (self, &draft->visit->door_id, draft->visit->visited_on, draft->photo, error)))
    return FALSE;
  if (draft->issue == NULL && draft->photo == NULL)
    return bjt_workspace_finish_visits (self, scope, &draft->visit, 1, error);
  if (!bjt_action_scope_commit (scope, error) || !bjt_workspace_reload_states (self, error)
      || (draft->photo != NULL && !bjt_workspace_reload_annotations (self, error)))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

/**
 * bjt_workspace_correct_visit:
 * @visit: with the key of one that is there, of the same door
 */
gboolean
bjt_workspace_correct_visit (BjtWorkspace   *self,
                             const BjtVisit *visit,
                             GError        **error)
{
  g_autoptr (BjtVisit) old = bjt_store_get (self->store, &bjt_visit_type, &visit->id, error);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (old == NULL || !bjt_workspace_check_visit (self, old, error) || !bjt_workspace_check_visit (self, visit, error))
    return FALSE;
  if (!bjt_uuid_equal (&old->door_id, &visit->door_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a visit can't move to another door; remove it and record it there");
  subject = dup_subject (self, &visit->door_id);
  scope = bjt_workspace_begin (self, "correct-visit", subject, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_visit_type, visit, error)
         && bjt_workspace_finish_visits (self, scope, &old, 1, error);
}

gboolean
bjt_workspace_remove_visit (BjtWorkspace  *self,
                            const BjtUuid *visit_id,
                            GError       **error)
{
  g_autoptr (BjtVisit) old = bjt_store_get (self->store, &bjt_visit_type, visit_id, error);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (old == NULL || !bjt_workspace_check_visit (self, old, error))
    return FALSE;
  subject = dup_subject (self, &old->door_id);
  scope = bjt_workspace_begin (self, "remove-visit", subject, error);
  return scope != NULL && bjt_store_remove (self->store, &bjt_visit_type, visit_id, error)
         && bjt_workspace_finish_visits (self, scope, &old, 1, error);
}

GPtrArray *
bjt_workspace_list_visit_persons (BjtWorkspace  *self,
                                  const BjtUuid *visit_id,
                                  GError       **error)
{
  return bjt_store_list (self->store, &bjt_visit_person_type, "visit_id", visit_id, "id", 0, error);
}

/* Periods */

BjtDate
bjt_workspace_get_closed_until (BjtWorkspace *self)
{
  g_autofree char *text = bjt_workspace_dup_setting (self, CLOSED_UNTIL);

  return text != NULL ? bjt_date_parse (text) : BJT_DATE_NONE;
}

/**
 * bjt_workspace_close_period:
 * @until_on: not after today; NONE opens all again
 */
gboolean
bjt_workspace_close_period (BjtWorkspace *self,
                            BjtDate       until_on,
                            GError      **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *text = NULL;

  if (until_on != BJT_DATE_NONE && until_on > bjt_clock_get_today (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a period that has not ended can't be closed");
  text = bjt_date_dup_string (until_on);
  scope = bjt_workspace_begin (self, "close-period", text, error);
  return scope != NULL && bjt_workspace_write_setting (self, CLOSED_UNTIL, text, error)
         && bjt_workspace_finish (self, scope, error);
}
