/* bjt-campaigns.h: the records of campaigns: homes to be reached by a day (一封信, 送码上门),
 * each with what came of it.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

/* What came of a home of a campaign; kept in the file by these numbers */
typedef enum
{
  BJT_CAMPAIGN_OPEN,      /* nothing yet */
  BJT_CAMPAIGN_DELIVERED, /* 已送达 */
  BJT_CAMPAIGN_EXPLAINED, /* 当面讲解 */
  BJT_CAMPAIGN_LEFT,      /* 门缝留置 */
  BJT_CAMPAIGN_WAIVED,    /* 不送 */
  BJT_N_CAMPAIGN_STATES,
} BjtCampaignState;

typedef struct
{
  BjtUuid  id;
  char    *name;       /* 一封信; no personal data */
  BjtDate  from_on;
  BjtDate  until_on;   /* NONE: no end is set */
  gboolean is_closed;
  char    *note;
} BjtCampaign;
BJT_DECLARE_RECORD (BjtCampaign, bjt_campaign)

typedef struct
{
  BjtUuid id;
  BjtUuid campaign_id;
  BjtUuid door_id;
  int     state;       /* BjtCampaignState, as somebody marked it; OPEN: as its visits say */
  BjtDate done_on;     /* of the mark; NONE */
  char   *staff_name;  /* who marked it; NULL */
} BjtCampaignDoor;
BJT_DECLARE_RECORD (BjtCampaignDoor, bjt_campaign_door)

const char      *bjt_campaign_state_get_name (BjtCampaignState state); /* open, delivered, explained, left, waived */
gboolean         bjt_campaign_state_parse (const char *name, BjtCampaignState *state);
BjtCampaignState bjt_campaign_state_of_outcome (int outcome); /* BjtVisitOutcome: what a visit means for a campaign */

G_END_DECLS
