/* bjt-visit-entry.c: in memory only: notes and photos are personal. */
#include "bjt-visit-entry.h"

BjtVisitEntry *
bjt_visit_entry_new (BjtVisit *visit)
{
  BjtVisitEntry *self = g_new0 (BjtVisitEntry, 1);

  self->visit = visit;
  self->person_ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  return self;
}

BjtVisitEntry *
bjt_visit_entry_copy (const BjtVisitEntry *self)
{
  BjtVisitEntry *copy = bjt_visit_entry_new (bjt_visit_copy (self->visit));

  g_array_append_vals (copy->person_ids, self->person_ids->data, self->person_ids->len);
  copy->issue = self->issue != NULL ? bjt_issue_copy (self->issue) : NULL;
  copy->photo = bjt_note_photo_copy (self->photo);
  return copy;
}

void
bjt_visit_entry_free (BjtVisitEntry *self)
{
  if (self == NULL)
    return;
  bjt_visit_free (self->visit);
  g_array_unref (self->person_ids);
  g_clear_pointer (&self->issue, bjt_issue_free);
  bjt_note_photo_free (self->photo);
  g_free (self);
}

gboolean
bjt_visit_entry_has_person (const BjtVisitEntry *self,
                            const BjtUuid       *person_id)
{
  for (guint i = 0; i < self->person_ids->len; i++)
    if (bjt_uuid_equal (&g_array_index (self->person_ids, BjtUuid, i), person_id))
      return TRUE;
  return FALSE;
}
