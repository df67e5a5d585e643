/* bjt-campaigns.c: the fields of campaigns. */
#include "bjt-campaigns.h"

#include "bjt-visits.h"

static const BjtField campaign_fields[] = {
  BJT_FIELD (BjtCampaign, id, UUID),
  BJT_FIELD (BjtCampaign, name, TEXT),
  BJT_FIELD (BjtCampaign, from_on, DATE),
  BJT_FIELD (BjtCampaign, until_on, DATE),
  BJT_FIELD (BjtCampaign, is_closed, BOOL),
  BJT_FIELD (BjtCampaign, note, TEXT),
};
BJT_DEFINE_RECORD (BjtCampaign, bjt_campaign, "campaign", campaign_fields)

static const BjtField campaign_door_fields[] = {
  BJT_FIELD (BjtCampaignDoor, id, UUID),
  BJT_FIELD (BjtCampaignDoor, campaign_id, UUID),
  BJT_FIELD (BjtCampaignDoor, door_id, UUID),
  BJT_FIELD (BjtCampaignDoor, state, INT),
  BJT_FIELD (BjtCampaignDoor, done_on, DATE),
  BJT_FIELD (BjtCampaignDoor, staff_name, TEXT),
};
BJT_DEFINE_RECORD (BjtCampaignDoor, bjt_campaign_door, "campaign_door", campaign_door_fields)

static const char *const state_names[BJT_N_CAMPAIGN_STATES] = { "open", "delivered", "explained", "left", "waived" };

const char *
bjt_campaign_state_get_name (BjtCampaignState state)
{
  return (guint) state < BJT_N_CAMPAIGN_STATES ? state_names[state] : state_names[BJT_CAMPAIGN_OPEN];
}

gboolean
bjt_campaign_state_parse (const char       *name,
                          BjtCampaignState *state)
{
  for (guint i = 0; i < BJT_N_CAMPAIGN_STATES; i++)
    if (g_strcmp0 (name, state_names[i]) == 0)
      {
        *state = (BjtCampaignState) i;
        return TRUE;
      }
  return FALSE;
}

BjtCampaignState
bjt_campaign_state_of_outcome (int outcome)
{
  switch (outcome)
    {
    case BJT_OUTCOME_MET:
      return BJT_CAMPAIGN_EXPLAINED;
    case BJT_OUTCOME_NOTE_LEFT:
      return BJT_CAMPAIGN_LEFT;
    default:
      return BJT_CAMPAIGN_OPEN;
    }
}
