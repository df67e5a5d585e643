/* bjt-workspace-actions.c: what people do, and what they read on demand.
 *
 * Every action checks first, then writes all of it in one transaction. */
#include "bjt-workspace.h"

#include "bjt-workspace-doors.h"
#include "bjt-workspace-private.h"
#include "bjt-workspace-visits.h"
#include "rules/bjt-rules.h"
#include "rules/bjt-work-calendar.h"
#include "store/bjt-journal.h"

#define DEFAULT_DUE_DAYS 3 /* working days (domain.md B.7) */

static void
init_key (BjtWorkspace *self,
          BjtUuid      *id)
{
  if (bjt_uuid_is_nil (id))
    bjt_uuid_init_random (id, bjt_clock_get_now (&self->clock) / 1000);
}

static char *
dup_door_subject (BjtWorkspace  *self,
                  const BjtUuid *door_id)
{
  guint32 door = bjt_picture_find_door (bjt_workspace_get_picture (self), door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (bjt_workspace_get_picture (self), door) : NULL;
}

/* Reading */

GPtrArray *
bjt_workspace_list_visits (BjtWorkspace  *self,
                           const BjtUuid *door_id,
                           guint          limit,
                           GError       **error)
{
  return bjt_store_list (self->store, &bjt_visit_type, door_id != NULL ? "door_id" : NULL, door_id,
                         "visited_on DESC, id DESC", limit, error);
}

static gboolean
is_closed (const BjtIssue *issue)
{
  return issue->status >= BJT_ISSUE_CLOSED;
}

GPtrArray *
bjt_workspace_list_issues (BjtWorkspace  *self,
                           const BjtUuid *door_id,
                           gboolean       open_only,
                           GError       **error)
{
  GPtrArray *issues = bjt_store_list (self->store, &bjt_issue_type, door_id != NULL ? "door_id" : NULL, door_id,
                                      "reported_on DESC, number DESC", 0, error);

  for (guint i = issues != NULL && open_only ? issues->len : 0; i > 0; i--)
    if (is_closed (issues->pdata[i - 1]))
      g_ptr_array_remove_index (issues, i - 1);
  return issues;
}

GPtrArray *
bjt_workspace_list_issue_events (BjtWorkspace  *self,
                                 const BjtUuid *issue_id,
                                 GError       **error)
{
  return bjt_store_list (self->store, &bjt_issue_event_type, "issue_id", issue_id, "happened_at, id", 0, error);
}

GPtrArray *
bjt_workspace_list_issue_kinds (BjtWorkspace *self,
                                GError      **error)
{
  return bjt_store_list (self->store, &bjt_issue_kind_type, NULL, NULL, "position, code", 0, error);
}

GPtrArray *
bjt_workspace_list_staff (BjtWorkspace *self,
                          GError      **error)
{
  return bjt_store_list (self->store, &bjt_staff_type, NULL, NULL, "id", 0, error);
}

gint64
bjt_workspace_count (BjtWorkspace        *self,
                     const BjtRecordType *type,
                     GError             **error)
{
  return bjt_store_count (self->store, type, error);
}

BjtIssue *
bjt_workspace_get_issue (BjtWorkspace  *self,
                         const BjtUuid *issue_id,
                         GError       **error)
{
  return bjt_store_get (self->store, &bjt_issue_type, issue_id, error);
}

/* Visits */

static gboolean
is_closed_period (BjtWorkspace *self,
                  BjtDate       day)
{
  BjtDate closed_until = bjt_workspace_get_closed_until (self);

  return closed_until != BJT_DATE_NONE && day <= closed_until;
}

gboolean
bjt_workspace_check_visit (BjtWorkspace   *self,
                           const BjtVisit *visit,
                           GError        **error)
{
  BjtDate today = bjt_clock_get_today (&self->clock);

  if (bjt_picture_find_door (bjt_workspace_get_picture (self), &visit->door_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the door of the visit is not there");
  if (visit->outcome < 0 || visit->outcome >= BJT_N_OUTCOMES)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the visit has no valid outcome");
  if (visit->visited_on == BJT_DATE_NONE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the visit has no date");
  if (visit->visited_on > today)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a visit can't lie in the future");
  if (is_closed_period (self, visit->visited_on))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the period of that day is closed; nothing can be added to it");
  if (visit->mode < 0 || visit->mode >= BJT_N_VISIT_MODES)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such way of visiting");
  if (visit->next_on != BJT_DATE_NONE && visit->next_on < visit->visited_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the next visit can't lie before this one");
  return TRUE;
}

/* A visit names the household that lives there unless it names another. */
void
bjt_workspace_complete_visit (BjtWorkspace *self,
                              BjtVisit     *visit)
{
  const BjtPictureDoor *door = bjt_picture_get_door (bjt_workspace_get_picture (self), bjt_picture_find_door (bjt_workspace_get_picture (self), &visit->door_id));

  init_key (self, &visit->id);
  if (bjt_uuid_is_nil (&visit->household_id) && door->households.n > 0)
    visit->household_id = bjt_picture_get_household (bjt_workspace_get_picture (self), door->households.first)->id;
  if (bjt_uuid_is_nil (&visit->staff_id))
    visit->staff_id = self->staff_id;
}

/**
 * bjt_workspace_record_visits:
 * @visits: (array length=n_visits): get a key, household and staff where these
 *   are NIL
 *
 * One action, however many doors.
 */
gboolean
bjt_workspace_record_visits (BjtWorkspace    *self,
                             BjtVisit *const *visits,
                             guint            n_visits,
                             GError         **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (n_visits == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no door was chosen");
  for (guint i = 0; i < n_visits; i++)
    if (!bjt_workspace_check_visit (self, visits[i], error))
      return FALSE;
  subject = dup_door_subject (self, &visits[0]->door_id);
  scope = bjt_workspace_begin (self, n_visits == 1 ? "record-visit" : "record-visits", subject, error);
  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < n_visits; i++)
    {
      bjt_workspace_complete_visit (self, visits[i]);
      if (!bjt_store_insert (self->store, &bjt_visit_type, visits[i], error))
        return FALSE;
    }
  return bjt_workspace_finish_visits (self, scope, visits, n_visits, error);
}

/* Households and persons */

static gboolean
write_class (BjtWorkspace *self,
             BjtHousehold *household,
             int           household_class,
             const char   *reason,
             GError      **error)
{
  household->class_override = household_class;
  g_free (household->class_reason);
  household->class_reason = household_class != 0 ? g_strdup (reason) : NULL;
  return bjt_store_update (self->store, &bjt_household_type, household, error);
}

/**
 * bjt_workspace_override_classes:
 * @household_class: BjtHouseholdClass, or 0 to go back to the rules
 * @reason: (nullable): required with a class
 *
 * One action, however many households.
 */
gboolean
bjt_workspace_override_classes (BjtWorkspace  *self,
                                const BjtUuid *household_ids,
                                guint          n_households,
                                int            household_class,
                                const char    *reason,
                                GError       **error)
{
  g_autoptr (GPtrArray) households = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_household_free);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (n_households == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "nobody lives there or is registered there");
  if (household_class < 0 || household_class >= BJT_N_CLASSES)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such class");
  if (household_class != 0 && (reason == NULL || *reason == '\0'))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a class set by hand needs a reason");
  for (guint i = 0; i < n_households; i++)
    {
      BjtHousehold *household = bjt_store_get (self->store, &bjt_household_type, household_ids + i, error);

      if (household == NULL)
        return FALSE;
      g_ptr_array_add (households, household);
    }
  subject = dup_door_subject (self, &((BjtHousehold *) households->pdata[0])->door_id);
  scope = bjt_workspace_begin (self, n_households == 1 ? "override-class" : "override-classes", subject, error);
  for (guint i = 0; scope != NULL && i < households->len; i++)
    if (!write_class (self, households->pdata[i], household_class, reason, error))
      return FALSE;
  return scope != NULL && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_override_class (BjtWorkspace  *self,
                              const BjtUuid *household_id,
                              int            household_class,
                              const char    *reason,
                              GError       **error)
{
  return bjt_workspace_override_classes (self, household_id, 1, household_class, reason, error);
}

static gboolean
tick (BjtWorkspace  *self,
      const BjtUuid *person_id,
      const BjtUuid *category_id,
      GError       **error)
{
  g_autoptr (BjtPersonCategory) mark = bjt_person_category_new ();

  init_key (self, &mark->id);
  mark->person_id = *person_id;
  mark->category_id = *category_id;
  mark->valid_from = bjt_clock_get_today (&self->clock);
  return bjt_store_insert (self->store, &bjt_person_category_type, mark, error);
}

static gboolean
untick (BjtWorkspace  *self,
        const BjtUuid *person_id,
        const BjtUuid *category_id,
        GError       **error)
{
  g_autoptr (GPtrArray) marks = bjt_store_list (self->store, &bjt_person_category_type, "person_id", person_id, "id", 0, error);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const BjtPersonCategory *mark = marks->pdata[i];

      if (bjt_uuid_equal (&mark->category_id, category_id)
          && !bjt_store_remove (self->store, &bjt_person_category_type, &mark->id, error))
        return FALSE;
    }
  return marks != NULL;
}

/* Key → index + 1 */
static GHashTable *
index_persons (const BjtPicture *picture)
{
  GHashTable *index = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);

  for (guint32 p = 0; p < picture->persons->len; p++)
    g_hash_table_insert (index, (gpointer) &bjt_picture_get_person (picture, p)->id, GUINT_TO_POINTER (p + 1));
  return index;
}

/* Those of the persons who are not so yet; NULL when one is not there. */
static GArray *
list_to_tick (BjtWorkspace  *self,
              const BjtUuid *person_ids,
              guint          n_persons,
              guint32        category,
              gboolean       ticked,
              GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (GHashTable) index = index_persons (picture);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (guint i = 0; i < n_persons; i++)
    {
      guint person = GPOINTER_TO_UINT (g_hash_table_lookup (index, person_ids + i));

      if (person == 0)
        {
          bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the person is not there");
          return NULL;
        }
      if (person == G_MAXUINT || ((bjt_picture_get_person (picture, person - 1)->ticked >> category) & 1) == (guint64) (ticked != FALSE))
        continue;
      g_array_append_val (ids, person_ids[i]);
      g_hash_table_insert (index, (gpointer) (person_ids + i), GUINT_TO_POINTER (G_MAXUINT)); /* named twice, ticked once */
    }
  return g_steal_pointer (&ids);
}

/**
 * bjt_workspace_tick_categories:
 * @category_code: of a category that is not derived
 *
 * One action, however many persons.
 */
gboolean
bjt_workspace_tick_categories (BjtWorkspace  *self,
                               const BjtUuid *person_ids,
                               guint          n_persons,
                               const char    *category_code,
                               gboolean       ticked,
                               GError       **error)
{
  guint32 category = bjt_picture_find_category (bjt_workspace_get_picture (self), category_code);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  BjtPictureCategory c;

  if (n_persons == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "nobody lives there or is registered there");
  if (category == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no such category");
  c = *bjt_picture_get_category (bjt_workspace_get_picture (self), category);
  if (c.is_derived)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "this category follows from age and household; it can't be ticked");
  ids = list_to_tick (self, person_ids, n_persons, category, ticked, error);
  if (ids == NULL || ids->len == 0)
    return ids != NULL;
  scope = bjt_workspace_begin (self, "tick-category", c.name, error);
  for (guint i = 0; scope != NULL && i < ids->len; i++)
    if (!(ticked ? tick : untick) (self, &g_array_index (ids, BjtUuid, i), &c.id, error))
      return FALSE;
  return scope != NULL && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_tick_category (BjtWorkspace  *self,
                             const BjtUuid *person_id,
                             const char    *category_code,
                             gboolean       ticked,
                             GError       **error)
{
  return bjt_workspace_tick_categories (self, person_id, 1, category_code, ticked, error);
}

/**
 * bjt_workspace_record_export:
 * @what: doors, grid-map …
 * @purpose: why the names are needed
 */
gboolean
bjt_workspace_record_export (BjtWorkspace *self,
                             const char   *what,
                             const char   *purpose,
                             GError      **error)
{
  g_autofree char *subject = g_strdup_printf ("%s: %s", what, purpose);
  g_autoptr (BjtActionScope) scope = bjt_workspace_begin (self, "export", subject, error);

  return scope != NULL && bjt_action_scope_commit (scope, error);
}
