/* bjt-campaign-words.h: campaigns in words.
 */
#pragma once

#include "model/bjt-campaigns.h"

G_BEGIN_DECLS

const char *bjt_campaign_words_get_state (BjtCampaignState state);
char       *bjt_campaign_words_dup_progress (const BjtCampaign *campaign, const guint counts[BJT_N_CAMPAIGN_STATES], BjtDate today); /* 至12-22 · 已到 2768／3376户 · 当面讲解 900 … */

G_END_DECLS
