/* bjt-workspace-people.c: what belongs to the file of a person: of each household
 * the person is or was in, the visits of that time that named nobody or the person;
 * and what names the person wherever it was.
 *
 * Cost: by index where there is one; life events, tasks, issues that a person
 * raised are looked through. The subject of an action is the door. */
#include "bjt-workspace-people.h"

#include "bjt-workspace-private.h"
#include "rules/bjt-cadence-rule.h"

#define MAX_TEXT 2000 /* characters */

static guint32
find_person (const BjtPicture *picture,
             const BjtUuid    *id)
{
  for (guint32 p = 0; p < picture->persons->len; p++)
    if (bjt_uuid_equal (&bjt_picture_get_person (picture, p)->id, id))
      return p;
  return BJT_NO_INDEX;
}

/* Reading */

typedef struct
{
  BjtStore      *store;
  BjtPersonFile *file;
  BjtUuid        person;
  GHashTable    *named; /* BjtUuid: visits that name the person */
  GHashTable    *seen;  /* BjtUuid: records that are in the file already */
} Reading;

/* Moves what is wanted and not there yet. @records is freed. */
static void
take (Reading   *self,
      GPtrArray *records,
      GPtrArray *into,
      gboolean (*is_wanted) (const Reading *self, gconstpointer record, gconstpointer data),
      gconstpointer data)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = records->pdata[i];

      if (g_hash_table_contains (self->seen, record) || (is_wanted != NULL && !is_wanted (self, record, data)))
        continue;
      g_hash_table_add (self->seen, g_memdup2 (record, sizeof (BjtUuid)));
      g_ptr_array_add (into, record);
      records->pdata[i] = NULL;
    }
  for (guint i = records->len; i > 0; i--)
    if (records->pdata[i - 1] == NULL)
      g_ptr_array_steal_index_fast (records, i - 1);
  g_ptr_array_unref (records);
}

static GPtrArray *
list_of (Reading             *self,
         const BjtRecordType *type,
         const char          *column,
         const BjtUuid       *key,
         GError             **error)
{
  return bjt_store_list (self->store, type, column, key, "id DESC", 0, error);
}

static gboolean
lies_within (const BjtMembership *membership,
             BjtDate              day)
{
  return (membership->from_on == BJT_DATE_NONE || day >= membership->from_on)
         && (membership->until_on == BJT_DATE_NONE || day <= membership->until_on);
}

static gboolean
is_wanted_visit (const Reading *self,
                 gconstpointer  record,
                 gconstpointer  membership)
{
  const BjtVisit *visit = record;

  return g_hash_table_contains (self->named, &visit->id) || (!visit->names_persons && lies_within (membership, visit->visited_on));
}

static gboolean
is_wanted_event (const Reading *self,
                 gconstpointer  record,
                 gconstpointer  membership)
{
  const BjtLifeEvent *event = record;

  return bjt_uuid_equal (&event->person_id, &self->person) || (bjt_uuid_is_nil (&event->person_id) && lies_within (membership, event->happened_on));
}

static gboolean
is_wanted_service (const Reading *self,
                   gconstpointer  record,
                   gconstpointer  membership)
{
  const BjtService *service = record;

  return bjt_uuid_equal (&service->person_id, &self->person) || (bjt_uuid_is_nil (&service->person_id) && lies_within (membership, service->served_on));
}

static gboolean
is_wanted_issue (const Reading *self,
                 gconstpointer  record,
                 gconstpointer  membership)
{
  const BjtIssue *issue = record;

  return bjt_uuid_equal (&issue->person_id, &self->person) || (bjt_uuid_is_nil (&issue->person_id) && lies_within (membership, issue->reported_on));
}

static gboolean
read_household (Reading             *self,
                const BjtMembership *membership,
                GError             **error)
{
  BjtPersonFile *file = self->file;
  g_autoptr (BjtHousehold) household = bjt_store_get (self->store, &bjt_household_type, &membership->household_id, error);
  GPtrArray *found;

  if (household == NULL || (found = list_of (self, &bjt_visit_type, "household_id", &household->id, error)) == NULL)
    return FALSE;
  take (self, found, file->visits, is_wanted_visit, membership);
  if ((found = list_of (self, &bjt_life_event_type, "household_id", &household->id, error)) == NULL)
    return FALSE;
  take (self, found, file->events, is_wanted_event, membership);
  if ((found = list_of (self, &bjt_service_type, "door_id", &household->door_id, error)) == NULL)
    return FALSE;
  take (self, found, file->services, is_wanted_service, membership);
  if ((found = list_of (self, &bjt_issue_type, "door_id", &household->door_id, error)) == NULL)
    return FALSE;
  take (self, found, file->issues, is_wanted_issue, membership);
  return TRUE;
}

/* Visits elsewhere that name the person. */
static gboolean
read_named_visits (Reading *self,
                   GError **error)
{
  g_autoptr (GPtrArray) names = list_of (self, &bjt_visit_person_type, "person_id", &self->person, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const BjtVisitPerson *name = names->pdata[i];
      GPtrArray            *visits = list_of (self, &bjt_visit_type, "id", &name->visit_id, error);

      if (visits == NULL)
        return FALSE;
      g_hash_table_add (self->named, g_memdup2 (&name->visit_id, sizeof (BjtUuid)));
      take (self, visits, self->file->visits, NULL, NULL);
    }
  return names != NULL;
}

static gboolean
read_by_person (Reading *self,
                GError **error)
{
  BjtPersonFile *file = self->file;
  const struct
  {
    const BjtRecordType *type;
    GPtrArray          **into;
  } kinds[] = {
    { &bjt_life_event_type, &file->events }, { &bjt_service_type, &file->services }, { &bjt_issue_type, &file->issues },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *found = list_of (self, kinds[i].type, "person_id", &self->person, error);

      if (found == NULL)
        return FALSE;
      take (self, found, *kinds[i].into, NULL, NULL);
    }
  file->needs = bjt_store_list (self->store, &bjt_need_type, "person_id", &self->person, "settled_on IS NOT NULL, noted_on DESC, id DESC", 0, error);
  file->pairings = bjt_store_list (self->store, &bjt_pairing_type, "person_id", &self->person, "until_on IS NOT NULL, until_on DESC, from_on DESC, id", 0, error);
  file->tasks = bjt_store_list (self->store, &bjt_service_task_type, "person_id", &self->person, "first_on, id", 0, error);
  file->staff = bjt_store_list (self->store, &bjt_staff_type, NULL, NULL, "id", 0, error);
  file->partners = bjt_store_list (self->store, &bjt_partner_type, NULL, NULL, "id", 0, error);
  return file->needs != NULL && file->pairings != NULL && file->tasks != NULL && file->staff != NULL && file->partners != NULL;
}

static gboolean
make_arrays (Reading *self,
             GError **error)
{
  BjtPersonFile *file = self->file;

  /* Empty, with what frees their records. */
  file->visits = list_of (self, &bjt_visit_type, "id", &BJT_UUID_NIL, error);
  file->events = list_of (self, &bjt_life_event_type, "id", &BJT_UUID_NIL, error);
  file->services = list_of (self, &bjt_service_type, "id", &BJT_UUID_NIL, error);
  file->issues = list_of (self, &bjt_issue_type, "id", &BJT_UUID_NIL, error);
  return file->visits != NULL && file->events != NULL && file->services != NULL && file->issues != NULL;
}

/* The strictest rule about the person or all of the household; what was agreed
 * where it is earlier. */
static void
find_due (BjtPersonFile *file)
{
  g_autoptr (GArray) demands = file->door != BJT_NO_INDEX ? bjt_cadence_rule_list_demands (file->picture, file->door) : NULL;
  const BjtPictureDoorState *state = file->door != BJT_NO_INDEX ? bjt_picture_get_door_state (file->picture, file->door) : NULL;

  for (guint i = 0; demands != NULL && i < demands->len; i++)
    {
      const BjtCadenceDemand *demand = &g_array_index (demands, BjtCadenceDemand, i);

      if (demand->household != file->household || (demand->person != BJT_NO_INDEX && demand->person != file->person))
        continue;
      file->due_on = demand->due_on;
      file->due_rule = demand->rule;
      break;
    }
  if (state != NULL && state->next_agreed_on != BJT_DATE_NONE && (file->due_on == BJT_DATE_NONE || state->next_agreed_on < file->due_on))
    {
      file->due_on = state->next_agreed_on;
      file->due_rule = BJT_NO_INDEX;
    }
}

static gboolean
read_all (Reading *self,
          GError **error)
{
  g_autoptr (GPtrArray) memberships = list_of (self, &bjt_membership_type, "person_id", &self->person, error);

  if (memberships == NULL || !make_arrays (self, error) || !read_named_visits (self, error) || !read_by_person (self, error))
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    if (!read_household (self, memberships->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * bjt_workspace_load_person_file:
 *
 * Returns: (transfer full) (nullable):
 */
BjtPersonFile *
bjt_workspace_load_person_file (BjtWorkspace  *self,
                                const BjtUuid *person_id,
                                GError       **error)
{
  BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32     person = find_person (picture, person_id);
  g_autoptr (BjtPersonFile) file = NULL;
  g_autoptr (GHashTable) named = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);

  if (person == BJT_NO_INDEX)
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the person is not there");
      return NULL;
    }
  file = bjt_person_file_new (picture, person);
  if (!read_all (&(Reading) { self->store, file, *person_id, named, seen }, error))
    return NULL;
  find_due (file);
  bjt_person_file_finish (file);
  return g_steal_pointer (&file);
}

/* Writing */

static BjtActionScope *
begin (BjtWorkspace  *self,
       const char    *kind,
       const BjtUuid *person_id,
       GError       **error)
{
  BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32     person = find_person (picture, person_id);
  g_autoptr (BjtPersonFile) file = NULL;
  g_autofree char *subject = NULL;

  if (person == BJT_NO_INDEX)
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the person is not there");
      return NULL;
    }
  file = bjt_person_file_new (picture, person);
  subject = file->door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, file->door) : NULL;
  return bjt_workspace_begin (self, kind, subject, error);
}

static gboolean
check_text (const char *text,
            const char *message,
            GError    **error)
{
  if (text == NULL || strspn (text, " \t\n") == strlen (text))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, message);
  if (!g_utf8_validate (text, -1, NULL))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the text is not in UTF-8");
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the text is longer than 2000 characters; make it shorter");
  return TRUE;
}

gboolean
bjt_workspace_add_need (BjtWorkspace *self,
                        BjtNeed      *need,
                        GError      **error)
{
  BjtDate today = bjt_clock_get_today (&self->clock);
  g_autoptr (BjtActionScope) scope = NULL;

  if (!check_text (need->text, "the need is empty; say in a few words what is needed", error))
    return FALSE;
  if (need->noted_on == BJT_DATE_NONE)
    need->noted_on = today;
  if (need->noted_on > today)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "nothing can be noted in the future");
  scope = begin (self, "add-need", &need->person_id, error);
  if (scope == NULL)
    return FALSE;
  if (bjt_uuid_is_nil (&need->id))
    bjt_uuid_init_random (&need->id, bjt_clock_get_now (&self->clock) / 1000);
  return bjt_store_insert (self->store, &bjt_need_type, need, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_settle_need (BjtWorkspace  *self,
                           const BjtUuid *need_id,
                           gboolean       settled,
                           GError       **error)
{
  g_autoptr (BjtNeed) need = bjt_store_get (self->store, &bjt_need_type, need_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (need == NULL)
    return FALSE;
  if ((need->settled_on != BJT_DATE_NONE) == (settled != FALSE))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, settled ? "it is settled already" : "it is not settled yet");
  need->settled_on = settled ? bjt_clock_get_today (&self->clock) : BJT_DATE_NONE;
  scope = begin (self, settled ? "settle-need" : "reopen-need", &need->person_id, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_need_type, need, error) && bjt_workspace_finish_work (self, scope, error);
}

static gboolean
check_helper (BjtWorkspace     *self,
              const BjtPairing *pairing,
              GError          **error)
{
  guint n_told = (guint) !bjt_uuid_is_nil (&pairing->staff_id) + (guint) !bjt_uuid_is_nil (&pairing->partner_id) + (guint) (pairing->helper_name != NULL);
  g_autoptr (BjtStaff) staff = NULL;
  g_autoptr (BjtPartner) partner = NULL;

  if (n_told != 1)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say who helps: one of the staff, a partner, or somebody by name");
  if (!bjt_uuid_is_nil (&pairing->staff_id))
    return (staff = bjt_store_get (self->store, &bjt_staff_type, &pairing->staff_id, error)) != NULL;
  if (!bjt_uuid_is_nil (&pairing->partner_id))
    return (partner = bjt_store_get (self->store, &bjt_partner_type, &pairing->partner_id, error)) != NULL;
  return check_text (pairing->helper_name, "the helper has no name", error);
}

gboolean
bjt_workspace_add_helper (BjtWorkspace *self,
                          BjtPairing   *pairing,
                          GError      **error)
{
  BjtDate today = bjt_clock_get_today (&self->clock);
  g_autoptr (BjtActionScope) scope = NULL;

  if (!check_helper (self, pairing, error))
    return FALSE;
  if (pairing->from_on == BJT_DATE_NONE)
    pairing->from_on = today;
  if (pairing->until_on != BJT_DATE_NONE && pairing->until_on <= pairing->from_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "help can't end before it begins");
  scope = begin (self, "add-helper", &pairing->person_id, error);
  if (scope == NULL)
    return FALSE;
  if (bjt_uuid_is_nil (&pairing->id))
    bjt_uuid_init_random (&pairing->id, bjt_clock_get_now (&self->clock) / 1000);
  return bjt_store_insert (self->store, &bjt_pairing_type, pairing, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_end_helper (BjtWorkspace  *self,
                          const BjtUuid *pairing_id,
                          GError       **error)
{
  g_autoptr (BjtPairing) pairing = bjt_store_get (self->store, &bjt_pairing_type, pairing_id, error);
  BjtDate today = bjt_clock_get_today (&self->clock);
  g_autoptr (BjtActionScope) scope = NULL;

  if (pairing == NULL)
    return FALSE;
  if (!bjt_pairing_is_in_force (pairing, today))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "this help is over already, or has not begun");
  pairing->until_on = today;
  scope = begin (self, "end-helper", &pairing->person_id, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_pairing_type, pairing, error) && bjt_workspace_finish_work (self, scope, error);
}
