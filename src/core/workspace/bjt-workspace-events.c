/* bjt-workspace-events.c: nobody is thrown away: who moves out or dies stays in
 * the file with the day. */
#include "bjt-workspace-events.h"

#include "base/bjt-text.h"
#include "bjt-workspace-private.h"
#include "bjt-workspace-visits.h"

#define MAX_NAME 60 /* characters */

const char *const bjt_life_event_kinds[] = {
  "discharged", "fallen-ill", "bereaved", "accident", "released",
  BJT_EVENT_MOVED_OUT, BJT_EVENT_NEW_TENANT, BJT_EVENT_MOVED_IN, BJT_EVENT_BORN, BJT_EVENT_DIED, NULL,
};

static gboolean
is_kind (const BjtLifeEvent *event,
         const char         *kind)
{
  return g_strcmp0 (event->kind, kind) == 0;
}

static gboolean
brings_household (const BjtLifeEvent *event)
{
  return is_kind (event, BJT_EVENT_MOVED_IN) || is_kind (event, BJT_EVENT_NEW_TENANT);
}

/* Checking */

static gboolean
check (BjtWorkspace            *self,
       const BjtLifeEventDraft *draft,
       GError                 **error)
{
  const BjtLifeEvent *event = draft->event;
  BjtDate closed = bjt_workspace_get_closed_until (self);

  if (event->kind == NULL || *event->kind == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the event does not say what happened");
  if (event->happened_on > bjt_clock_get_today (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the event lies in the future");
  if (closed != BJT_DATE_NONE && event->happened_on <= closed)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the period of the event is closed");
  if (draft->name != NULL && (!g_utf8_validate (draft->name, -1, NULL) || g_utf8_strlen (draft->name, -1) > MAX_NAME))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the name is longer than 60 characters, or not in UTF-8");
  if (is_kind (event, BJT_EVENT_DIED) && bjt_uuid_is_nil (&event->person_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say who died");
  return TRUE;
}

/* What follows */

static gboolean
end_household (BjtWorkspace  *self,
               const BjtUuid *household_id,
               BjtDate        on,
               GError       **error)
{
  g_autoptr (BjtHousehold) household = bjt_store_get (self->store, &bjt_household_type, household_id, error);

  if (household == NULL)
    return FALSE;
  household->until_on = on;
  return bjt_store_update (self->store, &bjt_household_type, household, error);
}

static gboolean
end_households (BjtWorkspace *self,
                guint32       door,
                BjtDate       on,
                GError      **error)
{
  BjtRun run = bjt_picture_get_door (self->picture, door)->households;

  for (guint32 h = run.first; h < run.first + run.n; h++)
    if (!end_household (self, &bjt_picture_get_household (self->picture, h)->id, on, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_person (BjtWorkspace            *self,
            const BjtLifeEventDraft *draft,
            gboolean                 is_head,
            GError                 **error)
{
  g_autoptr (BjtPerson) person = bjt_person_new ();
  g_autoptr (BjtMembership) membership = bjt_membership_new ();

  if (draft->name == NULL || *draft->name == '\0')
    return TRUE;
  bjt_workspace_init_key (self, &person->id);
  person->name = g_strdup (draft->name);
  person->initials = bjt_text_dup_pinyin_initials (draft->name);
  person->phone = draft->phone != NULL && *draft->phone != '\0' ? g_strdup (draft->phone) : NULL;
  if (is_kind (draft->event, BJT_EVENT_BORN))
    person->born_on = draft->event->happened_on;
  bjt_workspace_init_key (self, &membership->id);
  membership->person_id = person->id;
  membership->household_id = draft->event->household_id;
  membership->is_head = is_head;
  membership->is_resident = TRUE;
  membership->from_on = draft->event->happened_on;
  draft->event->person_id = person->id;
  return bjt_store_insert (self->store, &bjt_person_type, person, error)
         && bjt_store_insert (self->store, &bjt_membership_type, membership, error);
}

static gboolean
add_household (BjtWorkspace            *self,
               guint32                  door,
               const BjtLifeEventDraft *draft,
               GError                 **error)
{
  g_autoptr (BjtHousehold) household = bjt_household_new ();

  if (draft->archives && !end_households (self, door, draft->event->happened_on, error))
    return FALSE;
  bjt_workspace_init_key (self, &household->id);
  household->door_id = draft->event->door_id;
  household->tenure = is_kind (draft->event, BJT_EVENT_NEW_TENANT) ? BJT_TENURE_RENT : BJT_TENURE_OWN;
  household->since_on = draft->event->happened_on;
  draft->event->household_id = household->id;
  return bjt_store_insert (self->store, &bjt_household_type, household, error) && add_person (self, draft, TRUE, error);
}

static gboolean
let_die (BjtWorkspace       *self,
         const BjtLifeEvent *event,
         GError            **error)
{
  g_autoptr (BjtPerson) person = bjt_store_get (self->store, &bjt_person_type, &event->person_id, error);

  if (person == NULL)
    return FALSE;
  if (person->born_on != BJT_DATE_NONE && event->happened_on < person->born_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "nobody dies before being born");
  person->died_on = event->happened_on;
  return bjt_store_update (self->store, &bjt_person_type, person, error);
}

static gboolean
apply (BjtWorkspace            *self,
       guint32                  door,
       const BjtLifeEventDraft *draft,
       GError                 **error)
{
  const BjtLifeEvent *event = draft->event;

  if (brings_household (event))
    return add_household (self, door, draft, error);
  if (is_kind (event, BJT_EVENT_DIED))
    return let_die (self, event, error);
  if (is_kind (event, BJT_EVENT_BORN))
    return add_person (self, draft, FALSE, error);
  if (!is_kind (event, BJT_EVENT_MOVED_OUT))
    return TRUE;
  if (bjt_uuid_is_nil (&event->household_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "there is no household to move out");
  return end_household (self, &event->household_id, event->happened_on, error);
}

/* Actions */

gboolean
bjt_workspace_record_event (BjtWorkspace            *self,
                            const BjtLifeEventDraft *draft,
                            GError                 **error)
{
  BjtLifeEvent    *event = draft->event;
  BjtPicture      *picture = bjt_workspace_get_picture (self);
  guint32          door = bjt_picture_find_door (picture, &event->door_id);
  g_autofree char *subject = NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (door == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the door of the event is not there");
  if (event->happened_on == BJT_DATE_NONE)
    event->happened_on = bjt_clock_get_today (&self->clock);
  if (!check (self, draft, error))
    return FALSE;
  if (bjt_uuid_is_nil (&event->household_id) && bjt_picture_get_door (picture, door)->households.n > 0)
    event->household_id = bjt_picture_get_household (picture, bjt_picture_get_door (picture, door)->households.first)->id;
  subject = bjt_picture_dup_door_name (picture, door);
  scope = bjt_workspace_begin (self, "record-event", subject, error);
  if (scope == NULL || !apply (self, door, draft, error))
    return FALSE;
  bjt_workspace_init_key (self, &event->id);
  return bjt_store_insert (self->store, &bjt_life_event_type, event, error) && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_remove_event (BjtWorkspace  *self,
                            const BjtUuid *event_id,
                            GError       **error)
{
  g_autoptr (BjtLifeEvent) old = bjt_store_get (self->store, &bjt_life_event_type, event_id, error);
  BjtDate closed = bjt_workspace_get_closed_until (self);
  guint32 door = old != NULL ? bjt_picture_find_door (bjt_workspace_get_picture (self), &old->door_id) : BJT_NO_INDEX;
  g_autofree char *subject = NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (old == NULL)
    return FALSE;
  if (closed != BJT_DATE_NONE && old->happened_on <= closed)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the period of the event is closed");
  subject = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (self->picture, door) : NULL;
  scope = bjt_workspace_begin (self, "remove-event", subject, error);
  return scope != NULL && bjt_store_remove (self->store, &bjt_life_event_type, event_id, error) && bjt_workspace_finish (self, scope, error);
}

GPtrArray *
bjt_workspace_list_events (BjtWorkspace  *self,
                           const BjtUuid *door_id,
                           GError       **error)
{
  return bjt_store_list (self->store, &bjt_life_event_type, door_id != NULL ? "door_id" : NULL, door_id, "happened_on DESC, id DESC", 0, error);
}
