/* bjt-workspace-patrol.c: patrols stand in no picture; the ledger reads them from
 * the journal. The subject of an action is the number of the grid. */
#include "bjt-workspace-patrol.h"

#include "bjt-workspace-private.h"

#define MAX_NOTE 2000 /* characters */

static guint32
find_grid (const BjtPicture *picture,
           const BjtUuid    *id)
{
  for (guint32 g = 0; g < picture->grids->len; g++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, g)->id, id))
      return g;
  return BJT_NO_INDEX;
}

static BjtActionScope *
begin (BjtWorkspace    *self,
       const char      *kind,
       const BjtPatrol *patrol,
       GError         **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           grid = find_grid (picture, &patrol->grid_id);
  g_autofree char  *subject = grid != BJT_NO_INDEX ? g_strdup_printf ("%d", bjt_picture_get_grid (picture, grid)->number) : NULL;

  return bjt_workspace_begin (self, kind, subject, error);
}

/* Reading */

GPtrArray *
bjt_workspace_list_patrols (BjtWorkspace  *self,
                            const BjtUuid *grid_id,
                            BjtDate        from,
                            BjtDate        to,
                            GError       **error)
{
  GPtrArray *patrols = bjt_store_list_days (self->store, &bjt_patrol_type, "patrolled_on", from, to,
                                            "patrolled_on DESC, slot DESC, begun_at DESC, id DESC", error);

  for (guint i = patrols != NULL && grid_id != NULL ? patrols->len : 0; i > 0; i--)
    if (!bjt_uuid_equal (&((BjtPatrol *) patrols->pdata[i - 1])->grid_id, grid_id))
      g_ptr_array_remove_index (patrols, i - 1);
  return patrols;
}

/**
 * bjt_workspace_list_patrol_slots:
 *
 * Returns: (transfer full) (nullable): one for each grid of the community
 */
GArray *
bjt_workspace_list_patrol_slots (BjtWorkspace *self,
                                 BjtDate       on,
                                 GError      **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (GPtrArray) patrols = bjt_workspace_list_patrols (self, NULL, on, on, error);
  GArray *slots;

  if (patrols == NULL)
    return NULL;
  slots = g_array_new (FALSE, TRUE, sizeof (BjtPatrolSlots));
  g_array_set_size (slots, picture->grids->len);
  for (guint32 g = 0; g < slots->len; g++)
    g_array_index (slots, BjtPatrolSlots, g).grid = g;
  for (guint i = patrols->len; i > 0; i--)
    {
      const BjtPatrol *patrol = patrols->pdata[i - 1];
      guint32          grid = find_grid (picture, &patrol->grid_id);
      int              slot = CLAMP (patrol->slot, 0, BJT_N_PATROL_SLOTS - 1);

      if (grid == BJT_NO_INDEX)
        continue;
      g_array_index (slots, BjtPatrolSlots, grid).patrols[slot] = patrol->id;
      g_array_index (slots, BjtPatrolSlots, grid).is_under_way[slot] = bjt_patrol_is_under_way (patrol);
    }
  return slots;
}

GPtrArray *
bjt_workspace_list_patrol_issues (BjtWorkspace  *self,
                                  const BjtUuid *patrol_id,
                                  GError       **error)
{
  return bjt_store_list (self->store, &bjt_issue_type, "patrol_id", patrol_id, "number, id", 0, error);
}

/**
 * bjt_workspace_find_patrol_under_way:
 *
 * What is reported in the grid meanwhile may carry its key.
 *
 * Returns: (transfer full) (nullable):
 */
BjtPatrol *
bjt_workspace_find_patrol_under_way (BjtWorkspace  *self,
                                     const BjtUuid *grid_id,
                                     GError       **error)
{
  BjtDate today = bjt_workspace_get_today (self);
  g_autoptr (GPtrArray) patrols = bjt_workspace_list_patrols (self, grid_id, today, today, error);

  for (guint i = 0; patrols != NULL && i < patrols->len; i++)
    if (bjt_patrol_is_under_way (patrols->pdata[i]))
      return bjt_patrol_copy (patrols->pdata[i]);
  return NULL;
}

/* Checking */

static gboolean
check_note (const char *note,
            GError    **error)
{
  if (note == NULL)
    return TRUE;
  if (!g_utf8_validate (note, -1, NULL))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the note is not in UTF-8");
  if (g_utf8_strlen (note, -1) > MAX_NOTE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the note is longer than 2000 characters; make it shorter");
  return TRUE;
}

static void
complete (BjtWorkspace *self,
          BjtPatrol    *patrol)
{
  BjtDate today = bjt_clock_get_today (&self->clock);

  if (patrol->patrolled_on == BJT_DATE_NONE)
    patrol->patrolled_on = patrol->begun_at != 0 ? bjt_time_get_local_date (patrol->begun_at) : today;
  if (patrol->begun_at == 0 && patrol->slot < 0 && patrol->patrolled_on == today)
    patrol->begun_at = bjt_clock_get_now (&self->clock);
  if (patrol->slot < 0 && patrol->begun_at != 0)
    patrol->slot = bjt_time_get_local_minute (patrol->begun_at) < BJT_PATROL_NOON ? BJT_PATROL_MORNING : BJT_PATROL_AFTERNOON;
  if (bjt_uuid_is_nil (&patrol->staff_id))
    patrol->staff_id = self->staff_id;
}

static gboolean
check_times (BjtWorkspace    *self,
             const BjtPatrol *patrol,
             GError         **error)
{
  gint64 now = bjt_clock_get_now (&self->clock);

  if (patrol->patrolled_on > bjt_clock_get_today (&self->clock) || patrol->begun_at > now || patrol->ended_at > now)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a patrol can't lie in the future");
  if (patrol->ended_at != 0 && (patrol->begun_at == 0 || patrol->ended_at < patrol->begun_at))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a patrol can't end before it begins");
  if ((patrol->begun_at != 0 && bjt_time_get_local_date (patrol->begun_at) != patrol->patrolled_on)
      || (patrol->ended_at != 0 && bjt_time_get_local_date (patrol->ended_at) != patrol->patrolled_on))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the hours of a patrol are those of its day");
  if (patrol->slot < 0 || patrol->slot >= BJT_N_PATROL_SLOTS)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say which of the two patrols of the day it is: morning or afternoon");
  return TRUE;
}

static gboolean
check_slot (BjtWorkspace    *self,
            const BjtPatrol *patrol,
            GError         **error)
{
  g_autoptr (GPtrArray) patrols = bjt_workspace_list_patrols (self, &patrol->grid_id, patrol->patrolled_on, patrol->patrolled_on, error);

  for (guint i = 0; patrols != NULL && i < patrols->len; i++)
    {
      const BjtPatrol *other = patrols->pdata[i];

      if (!bjt_uuid_equal (&other->staff_id, &patrol->staff_id))
        continue;
      if (other->slot == patrol->slot)
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "this patrol of the day is recorded already; end it or add to its note");
      if (bjt_patrol_is_under_way (other) && bjt_patrol_is_under_way (patrol))
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "another patrol of the grid is still under way; end it first");
    }
  return patrols != NULL;
}

/* Actions */

/**
 * bjt_workspace_record_patrol:
 * @patrol: of a grid
 *
 * One that is under way, or one that is over.
 */
gboolean
bjt_workspace_record_patrol (BjtWorkspace *self,
                             BjtPatrol    *patrol,
                             GError      **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  if (find_grid (bjt_workspace_get_picture (self), &patrol->grid_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the grid of the patrol is not there");
  complete (self, patrol);
  if (!check_note (patrol->note, error) || !check_times (self, patrol, error) || !check_slot (self, patrol, error))
    return FALSE;
  scope = begin (self, bjt_patrol_is_under_way (patrol) ? "begin-patrol" : "record-patrol", patrol, error);
  if (scope == NULL)
    return FALSE;
  if (bjt_uuid_is_nil (&patrol->id))
    bjt_uuid_init_random (&patrol->id, bjt_clock_get_now (&self->clock) / 1000);
  return bjt_store_insert (self->store, &bjt_patrol_type, patrol, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_end_patrol (BjtWorkspace  *self,
                          const BjtUuid *patrol_id,
                          const char    *note,
                          GError       **error)
{
  g_autoptr (BjtPatrol) patrol = bjt_store_get (self->store, &bjt_patrol_type, patrol_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (patrol == NULL || !check_note (note, error))
    return FALSE;
  if (!bjt_patrol_is_under_way (patrol))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the patrol is over already");
  patrol->ended_at = bjt_clock_get_now (&self->clock);
  if (bjt_time_get_local_date (patrol->ended_at) != patrol->patrolled_on)
    patrol->ended_at = patrol->begun_at; /* forgotten overnight: how long it took is not known */
  if (!check_times (self, patrol, error))
    return FALSE;
  if (note != NULL)
    {
      g_free (patrol->note);
      patrol->note = g_strdup (note);
    }
  scope = begin (self, "end-patrol", patrol, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_patrol_type, patrol, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_remove_patrol (BjtWorkspace  *self,
                             const BjtUuid *patrol_id,
                             GError       **error)
{
  g_autoptr (BjtPatrol) patrol = bjt_store_get (self->store, &bjt_patrol_type, patrol_id, error);
  g_autoptr (GPtrArray) issues = patrol != NULL ? bjt_workspace_list_patrol_issues (self, patrol_id, error) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (issues == NULL)
    return FALSE;
  if (issues->len > 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "issues were found on this patrol; it stays with them");
  scope = begin (self, "remove-patrol", patrol, error);
  return scope != NULL && bjt_store_remove (self->store, &bjt_patrol_type, patrol_id, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_attach_to_patrol (BjtWorkspace  *self,
                                const BjtUuid *patrol_id,
                                const BjtUuid *issue_id,
                                GError       **error)
{
  g_autoptr (BjtPatrol) patrol = bjt_store_get (self->store, &bjt_patrol_type, patrol_id, error);
  g_autoptr (BjtIssue) issue = patrol != NULL ? bjt_store_get (self->store, &bjt_issue_type, issue_id, error) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (issue == NULL)
    return FALSE;
  if (!bjt_uuid_is_nil (&issue->patrol_id) || !bjt_uuid_is_nil (&issue->visit_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the issue tells already on which patrol or visit it was found");
  if (issue->reported_on < patrol->patrolled_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the issue was reported before the day of the patrol");
  issue->patrol_id = *patrol_id;
  scope = begin (self, "attach-to-patrol", patrol, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_issue_type, issue, error) && bjt_workspace_finish_work (self, scope, error);
}
