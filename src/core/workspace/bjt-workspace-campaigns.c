/* bjt-workspace-campaigns.c: what came of a home is reckoned when it is asked for: the
 * mark on its record, else the best of its visits within the days of the campaign. */
#include "bjt-workspace-campaigns.h"

#include "bjt-workspace-private.h"

#define MAX_NAME 80 /* characters */

void
bjt_campaign_report_free (BjtCampaignReport *self)
{
  if (self == NULL)
    return;
  bjt_campaign_free (self->campaign);
  g_clear_pointer (&self->homes, g_array_unref);
  g_free (self);
}

guint
bjt_campaign_report_count (const BjtCampaignReport *self)
{
  guint n = 0;

  for (guint i = 0; i < BJT_N_CAMPAIGN_STATES; i++)
    n += self->counts[i];
  return n;
}

/**
 * bjt_campaign_report_dup_doors:
 *
 * Returns: (transfer full):
 */
BjtDoorSet *
bjt_campaign_report_dup_doors (const BjtCampaignReport *self,
                               const BjtPicture        *picture,
                               BjtCampaignState         state)
{
  BjtDoorSet *doors = bjt_door_set_new (picture->doors->len);

  for (guint i = 0; i < self->homes->len; i++)
    {
      const BjtCampaignHome *home = &g_array_index (self->homes, BjtCampaignHome, i);

      if (home->state == state && home->door < picture->doors->len)
        bjt_door_set_add (doors, home->door);
    }
  return doors;
}

/* Reading */

/* A visit that explains counts more than one that leaves a note. */
static gboolean
is_better (BjtCampaignState state,
           BjtCampaignState than)
{
  return than == BJT_CAMPAIGN_OPEN || (state == BJT_CAMPAIGN_EXPLAINED && than == BJT_CAMPAIGN_LEFT);
}

static gboolean
take_visits (BjtWorkspace      *self,
             BjtCampaignReport *report,
             GError           **error)
{
  g_autoptr (GPtrArray)  visits = bjt_store_list_days (self->store, &bjt_visit_type, "visited_on", report->campaign->from_on, report->campaign->until_on, "visited_on, id", error);
  g_autoptr (GHashTable) homes = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);

  if (visits == NULL)
    return FALSE;
  for (guint i = 0; i < report->homes->len; i++)
    {
      BjtCampaignHome *home = &g_array_index (report->homes, BjtCampaignHome, i);

      if (!home->is_marked)
        g_hash_table_insert (homes, &home->door_id, home);
    }
  for (guint i = 0; i < visits->len; i++)
    {
      const BjtVisit  *visit = visits->pdata[i];
      BjtCampaignState state = bjt_campaign_state_of_outcome (visit->outcome);
      BjtCampaignHome *home = state != BJT_CAMPAIGN_OPEN ? g_hash_table_lookup (homes, &visit->door_id) : NULL;

      if (home == NULL || !is_better (state, home->state))
        continue;
      home->state = state;
      home->done_on = visit->visited_on;
    }
  return TRUE;
}

static gint
compare_homes (gconstpointer a,
               gconstpointer b)
{
  const BjtCampaignHome *first = a, *second = b;

  return first->door < second->door ? -1 : first->door > second->door;
}

/* Takes the campaign. */
static BjtCampaignReport *
make_report (BjtWorkspace *self,
             BjtCampaign  *campaign,
             GError      **error)
{
  g_autoptr (BjtCampaignReport) report = g_new0 (BjtCampaignReport, 1);
  g_autoptr (GPtrArray)         records = NULL;
  const BjtPicture             *picture = bjt_workspace_get_picture (self);

  report->campaign = campaign;
  report->homes = g_array_new (FALSE, FALSE, sizeof (BjtCampaignHome));
  records = bjt_store_list (self->store, &bjt_campaign_door_type, "campaign_id", &campaign->id, "id", 0, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const BjtCampaignDoor *record = records->pdata[i];
      gboolean               is_marked = record->state > BJT_CAMPAIGN_OPEN && record->state < BJT_N_CAMPAIGN_STATES;
      BjtCampaignHome        home = { record->door_id, bjt_picture_find_door (picture, &record->door_id),
                                      is_marked ? (BjtCampaignState) record->state : BJT_CAMPAIGN_OPEN, is_marked, is_marked ? record->done_on : BJT_DATE_NONE };

      g_array_append_val (report->homes, home);
    }
  g_array_sort (report->homes, compare_homes);
  if (records == NULL || !take_visits (self, report, error))
    return NULL;
  for (guint i = 0; i < report->homes->len; i++)
    {
      const BjtCampaignHome *home = &g_array_index (report->homes, BjtCampaignHome, i);

      report->counts[home->state] += home->door != BJT_NO_INDEX;
    }
  return g_steal_pointer (&report);
}

/**
 * bjt_workspace_list_campaigns:
 *
 * Returns: (transfer full) (nullable) (element-type BjtCampaignReport):
 */
GPtrArray *
bjt_workspace_list_campaigns (BjtWorkspace *self,
                              GError      **error)
{
  g_autoptr (GPtrArray) campaigns = bjt_store_list (self->store, &bjt_campaign_type, NULL, NULL, "is_closed, from_on DESC, id DESC", 0, error);
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_campaign_report_free);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      BjtCampaignReport *report = make_report (self, bjt_campaign_copy (campaigns->pdata[i]), error);

      if (report == NULL)
        return NULL;
      g_ptr_array_add (reports, report);
    }
  return campaigns != NULL ? g_steal_pointer (&reports) : NULL;
}

/**
 * bjt_workspace_load_campaign:
 *
 * Returns: (transfer full) (nullable):
 */
BjtCampaignReport *
bjt_workspace_load_campaign (BjtWorkspace *self,
                             const char   *name,
                             GError      **error)
{
  g_autoptr (GPtrArray) campaigns = bjt_store_list_by_text (self->store, &bjt_campaign_type, "name", name, error);

  if (campaigns == NULL)
    return NULL;
  if (campaigns->len > 0)
    return make_report (self, bjt_campaign_copy (campaigns->pdata[campaigns->len - 1]), error);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no campaign of the name %s", name);
  return NULL;
}

/* Writing */

static gboolean
check_campaign (BjtWorkspace      *self,
                const BjtCampaign *campaign,
                const BjtDoorSet  *doors,
                GError           **error)
{
  g_autoptr (GPtrArray) same = NULL;

  if (campaign->name == NULL || *campaign->name == '\0' || !g_utf8_validate (campaign->name, -1, NULL) || g_utf8_strlen (campaign->name, -1) > MAX_NAME)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a campaign has a name of at most 80 characters");
  if (campaign->until_on != BJT_DATE_NONE && campaign->until_on < campaign->from_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the campaign ends before it begins");
  if (bjt_door_set_count (doors) == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a campaign needs homes: none is chosen");
  same = bjt_store_list_by_text (self->store, &bjt_campaign_type, "name", campaign->name, error);
  if (same != NULL && same->len > 0)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "there is a campaign %s already: add homes to it, or choose another name", campaign->name);
  return same != NULL && same->len == 0;
}

static gboolean
write_doors (BjtWorkspace     *self,
             const BjtUuid    *campaign_id,
             const BjtDoorSet *doors,
             GHashTable       *known,
             GError          **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);

  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      BjtCampaignDoor       record = { .campaign_id = *campaign_id, .door_id = door->id, .done_on = BJT_DATE_NONE };

      if (door->is_merged || (known != NULL && g_hash_table_contains (known, &door->id)))
        continue;
      bjt_workspace_init_key (self, &record.id);
      if (!bjt_store_insert (self->store, &bjt_campaign_door_type, &record, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_workspace_add_campaign (BjtWorkspace     *self,
                            BjtCampaign      *campaign,
                            const BjtDoorSet *doors,
                            GError          **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  bjt_workspace_init_key (self, &campaign->id);
  if (campaign->from_on == BJT_DATE_NONE)
    campaign->from_on = bjt_clock_get_today (&self->clock);
  if (!check_campaign (self, campaign, doors, error))
    return FALSE;
  scope = bjt_workspace_begin (self, "add-campaign", campaign->name, error);
  return scope != NULL && bjt_store_insert (self->store, &bjt_campaign_type, campaign, error)
         && write_doors (self, &campaign->id, doors, NULL, error) && bjt_workspace_finish_work (self, scope, error);
}

/* NULL: the campaign is gone. */
static GPtrArray *
list_doors (BjtWorkspace  *self,
            const BjtUuid *campaign_id,
            BjtCampaign  **campaign,
            GError       **error)
{
  *campaign = bjt_store_get (self->store, &bjt_campaign_type, campaign_id, error);
  return *campaign != NULL ? bjt_store_list (self->store, &bjt_campaign_door_type, "campaign_id", campaign_id, "id", 0, error) : NULL;
}

gboolean
bjt_workspace_add_campaign_doors (BjtWorkspace     *self,
                                  const BjtUuid    *campaign_id,
                                  const BjtDoorSet *doors,
                                  GError          **error)
{
  g_autoptr (BjtCampaign)    campaign = NULL;
  g_autoptr (GPtrArray)      records = list_doors (self, campaign_id, &campaign, error);
  g_autoptr (GHashTable)     known = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  g_autoptr (BjtActionScope) scope = NULL;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (known, &((BjtCampaignDoor *) records->pdata[i])->door_id);
  scope = bjt_workspace_begin (self, "add-campaign-homes", campaign->name, error);
  return scope != NULL && write_doors (self, campaign_id, doors, known, error) && bjt_workspace_finish_work (self, scope, error);
}

static gboolean
is_among (const BjtPicture *picture,
          const BjtDoorSet *doors,
          const BjtUuid    *door_id)
{
  guint32 door = bjt_picture_find_door (picture, door_id);

  return door != BJT_NO_INDEX && bjt_door_set_contains (doors, door);
}

gboolean
bjt_workspace_mark_campaign_doors (BjtWorkspace     *self,
                                   const BjtUuid    *campaign_id,
                                   const BjtDoorSet *doors,
                                   BjtCampaignState  state,
                                   guint            *n_marked,
                                   GError          **error)
{
  g_autoptr (BjtCampaign)    campaign = NULL;
  g_autoptr (GPtrArray)      records = list_doors (self, campaign_id, &campaign, error);
  g_autoptr (BjtActionScope) scope = records != NULL ? bjt_workspace_begin (self, "mark-campaign-homes", campaign->name, error) : NULL;

  *n_marked = 0;
  for (guint i = 0; scope != NULL && i < records->len; i++)
    {
      BjtCampaignDoor *record = records->pdata[i];

      if (!is_among (bjt_workspace_get_picture (self), doors, &record->door_id))
        continue;
      record->state = (int) state;
      record->done_on = state != BJT_CAMPAIGN_OPEN ? bjt_clock_get_today (&self->clock) : BJT_DATE_NONE;
      g_free (record->staff_name);
      record->staff_name = g_strdup (state != BJT_CAMPAIGN_OPEN ? self->staff_name : NULL);
      if (!bjt_store_update (self->store, &bjt_campaign_door_type, record, error))
        return FALSE;
      (*n_marked)++;
    }
  return scope != NULL && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_close_campaign (BjtWorkspace  *self,
                              const BjtUuid *campaign_id,
                              gboolean       closed,
                              GError       **error)
{
  g_autoptr (BjtCampaign)    campaign = bjt_store_get (self->store, &bjt_campaign_type, campaign_id, error);
  g_autoptr (BjtActionScope) scope = campaign != NULL ? bjt_workspace_begin (self, closed ? "close-campaign" : "reopen-campaign", campaign->name, error) : NULL;

  if (scope == NULL)
    return FALSE;
  campaign->is_closed = closed;
  return bjt_store_update (self->store, &bjt_campaign_type, campaign, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_remove_campaign (BjtWorkspace  *self,
                               const BjtUuid *campaign_id,
                               GError       **error)
{
  g_autoptr (BjtCampaign)    campaign = NULL;
  g_autoptr (GPtrArray)      records = list_doors (self, campaign_id, &campaign, error);
  g_autoptr (BjtActionScope) scope = records != NULL ? bjt_workspace_begin (self, "remove-campaign", campaign->name, error) : NULL;

  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!bjt_store_remove (self->store, &bjt_campaign_door_type, &((BjtCampaignDoor *) records->pdata[i])->id, error))
      return FALSE;
  return bjt_store_remove (self->store, &bjt_campaign_type, campaign_id, error) && bjt_workspace_finish_work (self, scope, error);
}
