/* bjt-day-log.c: pure. Linear in the records of the day. */
#include "bjt-day-log.h"

BjtDayReport *
bjt_day_report_new (BjtPicture    *picture,
                    guint32        grid,
                    const BjtUuid *staff_id,
                    BjtDate        on)
{
  BjtDayReport *self = g_new0 (BjtDayReport, 1);

  self->picture = bjt_picture_ref (picture);
  self->grid = grid;
  self->staff_id = *staff_id;
  self->on = on;
  return self;
}

void
bjt_day_report_free (BjtDayReport *self)
{
  GPtrArray **const arrays[] = { &self->patrols, &self->visits, &self->services, &self->reported, &self->steps, &self->stepped };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  g_clear_pointer (&self->record, bjt_day_log_free);
  bjt_picture_unref (self->picture);
  g_free (self->staff_name);
  g_free (self);
}

gboolean
bjt_day_report_takes (const BjtDayReport *self,
                      guint32             grid,
                      const BjtUuid      *staff_id)
{
  return (self->grid == BJT_NO_INDEX || self->grid == grid) && (bjt_uuid_is_nil (&self->staff_id) || bjt_uuid_equal (&self->staff_id, staff_id));
}

guint32
bjt_day_report_find_grid_of_door (const BjtDayReport *self,
                                  const BjtUuid      *door_id)
{
  guint32 door = bjt_picture_find_door (self->picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_get_building (self->picture, bjt_picture_get_door (self->picture, door)->building)->grid : BJT_NO_INDEX;
}

/* By its door, entrance or building; a point on the ground is in no grid here. */
guint32
bjt_day_report_find_grid_of_issue (const BjtDayReport *self,
                                   const BjtIssue     *issue)
{
  guint32 building, entrance;

  if (!bjt_uuid_is_nil (&issue->door_id))
    return bjt_day_report_find_grid_of_door (self, &issue->door_id);
  entrance = bjt_picture_find_entrance (self->picture, &issue->entrance_id);
  building = entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, entrance)->building
                                      : bjt_picture_find_building (self->picture, &issue->building_id);
  return building != BJT_NO_INDEX ? bjt_picture_get_building (self->picture, building)->grid : BJT_NO_INDEX;
}

/* When its key was made (RFC 9562, version 7), microseconds. */
static gint64
get_made_at (const BjtUuid *id)
{
  gint64 milliseconds = 0;

  for (guint i = 0; i < 6; i++)
    milliseconds = milliseconds << 8 | id->bytes[i];
  return milliseconds * 1000;
}

static guint
count_later (const GPtrArray *records,
             gint64           confirmed_at)
{
  guint n = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    n += get_made_at (records->pdata[i]) > confirmed_at; /* a record begins with its key */
  return n;
}

void
bjt_day_report_count (BjtDayReport *self)
{
  const GPtrArray *const kinds[] = { self->patrols, self->visits, self->services, self->reported, self->steps };
  g_autoptr (GHashTable) doors = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);

  for (guint i = 0; self->visits != NULL && i < self->visits->len; i++)
    {
      BjtVisit *visit = self->visits->pdata[i];

      g_hash_table_add (doors, &visit->door_id);
      self->outcomes[CLAMP (visit->outcome, 0, BJT_N_OUTCOMES - 1)]++;
    }
  self->n_doors = g_hash_table_size (doors);
  for (guint i = 0; self->record != NULL && self->record->confirmed_at != 0 && i < G_N_ELEMENTS (kinds); i++)
    self->n_later += count_later (kinds[i], self->record->confirmed_at);
}

static gboolean
has_any (const GPtrArray *records)
{
  return records != NULL && records->len > 0;
}

gboolean
bjt_day_report_is_empty (const BjtDayReport *self)
{
  return !has_any (self->patrols) && !has_any (self->visits) && !has_any (self->services) && !has_any (self->reported) && !has_any (self->steps);
}

gboolean
bjt_day_report_is_notable (const BjtVisit *visit)
{
  return (visit->note != NULL && *visit->note != '\0') || visit->outcome == BJT_OUTCOME_REFUSED || visit->outcome == BJT_OUTCOME_MOVED
         || visit->outcome == BJT_OUTCOME_DIED;
}
