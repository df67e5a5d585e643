/* bjt-workspace-marks.c: checked door by door first, then written in one
 * transaction. A class is set on the household that lives there, as
 * bjt_workspace_override_class() does; that nobody lives at a door nobody is
 * known of is a fact about the door: it is verified today. Whose category it
 * is has to be clear: where several people belong to a door, it is asked. */
#include "bjt-workspace-marks.h"

#include "bjt-workspace-private.h"
#include "store/bjt-journal.h"

static const BjtPicture *
get_picture (BjtWorkspace *self)
{
  return bjt_workspace_get_picture (self);
}

/* Of doors drawn as one, the one that has the households. */
static guint32
find_door (BjtWorkspace  *self,
           const BjtUuid *id)
{
  guint32 door = bjt_picture_find_door (get_picture (self), id);
  guint32 head = door != BJT_NO_INDEX ? bjt_picture_get_door (get_picture (self), door)->head : BJT_NO_INDEX;

  return head != BJT_NO_INDEX ? head : door;
}

/* Checking */

static guint
count_people (const BjtPicture     *picture,
              const BjtPictureDoor *door,
              gboolean              residents_only,
              guint32              *last)
{
  guint n = 0;

  for (guint32 h = door->households.first; h < door->households.first + door->households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        if (!residents_only || bjt_picture_get_member (picture, m)->is_resident)
          {
            *last = bjt_picture_get_member (picture, m)->person;
            n++;
          }
    }
  return n;
}

/* The one who lives there, or the only one who belongs there; NO_INDEX with
 * @n 0: nobody is known. */
static guint32
find_only_person (const BjtPicture *picture,
                  guint32           door,
                  guint            *n)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  guint32               person = BJT_NO_INDEX;

  *n = count_people (picture, d, TRUE, &person);
  if (*n == 0)
    *n = count_people (picture, d, FALSE, &person);
  return *n == 1 ? person : BJT_NO_INDEX;
}

static guint32
find_member (const BjtPicture *picture,
             guint32           door,
             const BjtUuid    *person_id)
{
  BjtRun households = bjt_picture_get_door (picture, door)->households;

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        {
          guint32 person = bjt_picture_get_member (picture, m)->person;

          if (bjt_uuid_equal (&bjt_picture_get_person (picture, person)->id, person_id))
            return person;
        }
    }
  return BJT_NO_INDEX;
}

static gboolean
check_person (BjtWorkspace      *self,
              guint32            door,
              const BjtDoorMark *mark,
              GError           **error)
{
  g_autofree char *name = NULL;
  guint            n;

  if (!bjt_uuid_is_nil (&mark->person_id))
    return find_member (get_picture (self), door, &mark->person_id) != BJT_NO_INDEX
           || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the person does not belong to the door");
  find_only_person (get_picture (self), door, &n);
  if (n <= 1)
    return TRUE;
  name = bjt_picture_dup_door_name (get_picture (self), door);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "%u people belong to %s; say whose mark it is", n, name);
  return FALSE;
}

static gboolean
check_category (BjtWorkspace      *self,
                const BjtDoorMark *mark,
                GError           **error)
{
  guint32 category = bjt_picture_find_category (get_picture (self), mark->category);

  if (category == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no such category");
  if (bjt_picture_get_category (get_picture (self), category)->is_derived)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "this category follows from age and household; it can't be ticked");
  return TRUE;
}

static gboolean
check_mark (BjtWorkspace      *self,
            const BjtUuid     *door_ids,
            guint              n_doors,
            const BjtDoorMark *mark,
            GError           **error)
{
  if (n_doors == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no door was chosen");
  if (mark->household_class < 0 || mark->household_class >= BJT_N_CLASSES)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such class");
  if ((mark->household_class != 0 || mark->is_derived) == (mark->category != NULL))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say what to mark: a class or a category");
  if (mark->household_class != 0 && (mark->reason == NULL || *mark->reason == '\0'))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a class set by hand needs a reason");
  if (mark->category != NULL && !check_category (self, mark, error))
    return FALSE;
  for (guint i = 0; i < n_doors; i++)
    {
      guint32 door = find_door (self, door_ids + i);

      if (door == BJT_NO_INDEX)
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the door to mark is not there");
      if (mark->category != NULL && !check_person (self, door, mark, error))
        return FALSE;
    }
  return TRUE;
}

/* Writing */

typedef struct
{
  BjtWorkspace      *workspace;
  const BjtDoorMark *mark;
  const char        *subject; /* NULL: several doors */
  BjtActionScope    *scope;   /* begun with the first row */
} Marking;

static gboolean
begin (Marking *self,
       GError **error)
{
  if (self->scope == NULL)
    self->scope = bjt_workspace_begin (self->workspace, self->subject != NULL ? "mark-door" : "mark-doors", self->subject, error);
  return self->scope != NULL;
}

static void
init_key (Marking *self,
          BjtUuid *id)
{
  bjt_uuid_init_random (id, bjt_clock_get_now (&self->workspace->clock) / 1000);
}

static gboolean
verify_empty (Marking       *self,
              const BjtUuid *door_id,
              GError       **error)
{
  g_autoptr (BjtDoor) door = bjt_store_get (self->workspace->store, &bjt_door_type, door_id, error);

  if (door == NULL)
    return FALSE;
  if (door->verified_on != BJT_DATE_NONE)
    return TRUE;
  door->verified_on = bjt_clock_get_today (&self->workspace->clock);
  return begin (self, error) && bjt_store_update (self->workspace->store, &bjt_door_type, door, error);
}

static gboolean
insert_household (Marking       *self,
                  const BjtUuid *door_id,
                  BjtUuid       *id,
                  GError       **error)
{
  g_autoptr (BjtHousehold) household = bjt_household_new ();
  const BjtDoorMark *mark = self->mark;

  init_key (self, &household->id);
  household->door_id = *door_id;
  household->tenure = mark->household_class == BJT_CLASS_TENANT ? BJT_TENURE_RENT : BJT_TENURE_UNKNOWN;
  household->class_override = mark->household_class;
  household->class_reason = mark->household_class != 0 ? g_strdup (mark->reason) : NULL;
  household->verified_on = bjt_clock_get_today (&self->workspace->clock);
  *id = household->id;
  return begin (self, error) && bjt_store_insert (self->workspace->store, &bjt_household_type, household, error);
}

static gboolean
set_class (Marking *self,
           guint32  door,
           GError **error)
{
  const BjtPictureDoor *d = bjt_picture_get_door (get_picture (self->workspace), door);
  g_autoptr (BjtHousehold) household = NULL;
  BjtUuid id;

  if (d->households.n == 0 && self->mark->is_derived)
    return TRUE;
  if (d->households.n == 0)
    return self->mark->household_class == BJT_CLASS_EMPTY ? verify_empty (self, &d->id, error) : insert_household (self, &d->id, &id, error);
  id = bjt_picture_get_household (get_picture (self->workspace), d->households.first)->id;
  household = bjt_store_get (self->workspace->store, &bjt_household_type, &id, error);
  if (household == NULL)
    return FALSE;
  if (household->class_override == self->mark->household_class
      && g_strcmp0 (household->class_reason, self->mark->household_class != 0 ? self->mark->reason : NULL) == 0)
    return TRUE;
  household->class_override = self->mark->household_class;
  g_free (household->class_reason);
  household->class_reason = self->mark->household_class != 0 ? g_strdup (self->mark->reason) : NULL;
  return begin (self, error) && bjt_store_update (self->workspace->store, &bjt_household_type, household, error);
}

/* Somebody of whom nothing is known yet but the mark. */
static gboolean
insert_person (Marking *self,
               guint32  door,
               BjtUuid *person_id,
               GError **error)
{
  const BjtPictureDoor *d = bjt_picture_get_door (get_picture (self->workspace), door);
  g_autoptr (BjtPerson) person = bjt_person_new ();
  g_autoptr (BjtMembership) member = bjt_membership_new ();

  if (d->households.n > 0)
    member->household_id = bjt_picture_get_household (get_picture (self->workspace), d->households.first)->id;
  else if (!insert_household (self, &d->id, &member->household_id, error))
    return FALSE;
  init_key (self, &person->id);
  init_key (self, &member->id);
  member->person_id = *person_id = person->id;
  member->is_head = member->is_resident = TRUE;
  return begin (self, error) && bjt_store_insert (self->workspace->store, &bjt_person_type, person, error)
         && bjt_store_insert (self->workspace->store, &bjt_membership_type, member, error);
}

static gboolean
tick (Marking                  *self,
      const BjtUuid            *person_id,
      const BjtPictureCategory *category,
      GError                  **error)
{
  g_autoptr (BjtPersonCategory) tick = bjt_person_category_new ();

  init_key (self, &tick->id);
  tick->person_id = *person_id;
  tick->category_id = category->id;
  tick->valid_from = bjt_clock_get_today (&self->workspace->clock);
  return begin (self, error) && bjt_store_insert (self->workspace->store, &bjt_person_category_type, tick, error);
}

static gboolean
untick (Marking                  *self,
        const BjtUuid            *person_id,
        const BjtPictureCategory *category,
        GError                  **error)
{
  g_autoptr (GPtrArray) ticks = bjt_store_list (self->workspace->store, &bjt_person_category_type, "person_id", person_id, "id", 0, error);

  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      const BjtPersonCategory *tick = ticks->pdata[i];

      if (bjt_uuid_equal (&tick->category_id, &category->id)
          && !(begin (self, error) && bjt_store_remove (self->workspace->store, &bjt_person_category_type, &tick->id, error)))
        return FALSE;
    }
  return ticks != NULL;
}

static gboolean
set_category (Marking *self,
              guint32  door,
              GError **error)
{
  const BjtPicture *picture = get_picture (self->workspace);
  guint32           c = bjt_picture_find_category (picture, self->mark->category), person;
  const BjtPictureCategory *category = bjt_picture_get_category (picture, c);
  gboolean is_ticked;
  BjtUuid  id;
  guint    n;

  person = bjt_uuid_is_nil (&self->mark->person_id) ? find_only_person (picture, door, &n) : find_member (picture, door, &self->mark->person_id);
  if (person == BJT_NO_INDEX)
    return self->mark->is_untick || (insert_person (self, door, &id, error) && tick (self, &id, category, error));
  id = bjt_picture_get_person (picture, person)->id;
  is_ticked = (bjt_picture_get_person (picture, person)->ticked >> c & 1) != 0;
  if (is_ticked != self->mark->is_untick)
    return TRUE;
  return is_ticked ? untick (self, &id, category, error) : tick (self, &id, category, error);
}

static gboolean
write_marks (Marking       *self,
             const BjtUuid *door_ids,
             guint          n_doors,
             GError       **error)
{
  for (guint i = 0; i < n_doors; i++)
    {
      guint32 door = find_door (self->workspace, door_ids + i);

      if (!(self->mark->category != NULL ? set_category (self, door, error) : set_class (self, door, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_workspace_mark_doors:
 * @door_ids: (array length=n_doors): parts of a merged door stand for its head;
 *   each once
 */
gboolean
bjt_workspace_mark_doors (BjtWorkspace      *self,
                          const BjtUuid     *door_ids,
                          guint              n_doors,
                          const BjtDoorMark *mark,
                          GError           **error)
{
  Marking marking = { .workspace = self, .mark = mark };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  gboolean is_written;

  if (!check_mark (self, door_ids, n_doors, mark, error))
    return FALSE;
  if (n_doors == 1)
    subject = bjt_picture_dup_door_name (get_picture (self), bjt_picture_find_door (get_picture (self), door_ids));
  marking.subject = subject;
  is_written = write_marks (&marking, door_ids, n_doors, error);
  scope = marking.scope;
  return is_written && (scope == NULL || bjt_workspace_finish (self, scope, error));
}
