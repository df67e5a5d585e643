/* bjt-person-file.c: one list merged from four kinds of records. */
#include "bjt-person-file.h"

BjtPersonFile *
bjt_person_file_new (BjtPicture *picture,
                     guint32     person)
{
  BjtPersonFile          *self = g_new0 (BjtPersonFile, 1);
  const BjtPicturePerson *p = bjt_picture_get_person (picture, person);
  guint32                 member = p->home != BJT_NO_INDEX ? p->home : p->hukou;

  self->picture = bjt_picture_ref (picture);
  self->person = person;
  self->household = member != BJT_NO_INDEX ? bjt_picture_get_member (picture, member)->household : BJT_NO_INDEX;
  self->door = self->household != BJT_NO_INDEX ? bjt_picture_get_household (picture, self->household)->door : BJT_NO_INDEX;
  self->due_on = self->last_contact_on = BJT_DATE_NONE;
  self->due_rule = BJT_NO_INDEX;
  self->timeline = g_array_new (FALSE, FALSE, sizeof (BjtFileEntry));
  return self;
}

void
bjt_person_file_free (BjtPersonFile *self)
{
  GPtrArray **const arrays[] = { &self->visits, &self->services, &self->events, &self->issues, &self->needs,
                                 &self->pairings, &self->tasks, &self->staff, &self->partners };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  g_array_unref (self->timeline);
  bjt_picture_unref (self->picture);
  g_free (self);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const BjtFileEntry *first = a, *second = b;

  if (first->on != second->on)
    return first->on < second->on ? 1 : -1;
  return bjt_uuid_compare (second->record, first->record); /* a record begins with its key */
}

static void
add (BjtPersonFile   *self,
     BjtFileEntryKind kind,
     BjtDate          on,
     gconstpointer    record,
     gboolean         names_person)
{
  BjtFileEntry entry = { kind, on, record, names_person };

  g_array_append_val (self->timeline, entry);
}

/**
 * bjt_person_file_finish:
 *
 * Visits that name persons and are in the file name this one.
 */
void
bjt_person_file_finish (BjtPersonFile *self)
{
  const BjtUuid *person = &bjt_picture_get_person (self->picture, self->person)->id;

  g_array_set_size (self->timeline, 0);
  for (guint i = 0; self->visits != NULL && i < self->visits->len; i++)
    {
      const BjtVisit *visit = self->visits->pdata[i];

      add (self, BJT_FILE_VISIT, visit->visited_on, visit, visit->names_persons);
      if (bjt_visit_outcome_is_contact (visit->outcome) && (self->last_contact_on == BJT_DATE_NONE || visit->visited_on > self->last_contact_on))
        self->last_contact_on = visit->visited_on;
    }
  for (guint i = 0; self->services != NULL && i < self->services->len; i++)
    {
      const BjtService *service = self->services->pdata[i];

      add (self, BJT_FILE_SERVICE, service->served_on, service, bjt_uuid_equal (&service->person_id, person));
    }
  for (guint i = 0; self->events != NULL && i < self->events->len; i++)
    {
      const BjtLifeEvent *event = self->events->pdata[i];

      add (self, BJT_FILE_LIFE_EVENT, event->happened_on, event, bjt_uuid_equal (&event->person_id, person));
    }
  for (guint i = 0; self->issues != NULL && i < self->issues->len; i++)
    {
      const BjtIssue *issue = self->issues->pdata[i];

      add (self, BJT_FILE_ISSUE, issue->reported_on, issue, bjt_uuid_equal (&issue->person_id, person));
    }
  g_array_sort (self->timeline, compare_entries);
}

const char *
bjt_person_file_get_staff_name (const BjtPersonFile *self,
                                const BjtUuid       *staff_id)
{
  for (guint i = 0; self->staff != NULL && i < self->staff->len; i++)
    if (bjt_uuid_equal (&((BjtStaff *) self->staff->pdata[i])->id, staff_id))
      return ((BjtStaff *) self->staff->pdata[i])->name;
  return NULL;
}

const char *
bjt_person_file_get_helper_name (const BjtPersonFile *self,
                                 const BjtPairing    *pairing)
{
  const char *name = bjt_person_file_get_staff_name (self, &pairing->staff_id);

  for (guint i = 0; name == NULL && self->partners != NULL && i < self->partners->len; i++)
    if (bjt_uuid_equal (&((BjtPartner *) self->partners->pdata[i])->id, &pairing->partner_id))
      name = ((BjtPartner *) self->partners->pdata[i])->name;
  return name != NULL ? name : pairing->helper_name;
}

gboolean
bjt_pairing_is_in_force (const BjtPairing *self,
                         BjtDate           on)
{
  return (self->from_on == BJT_DATE_NONE || self->from_on <= on) && (self->until_on == BJT_DATE_NONE || self->until_on > on);
}
