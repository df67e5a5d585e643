/* bjt-campaign-words.c: what there is none of is not said. */
#include "bjt-campaign-words.h"

#include <glib/gi18n.h>

#include "widgets/bjt-words.h"

const char *
bjt_campaign_words_get_state (BjtCampaignState state)
{
  switch (state)
    {
    case BJT_CAMPAIGN_DELIVERED:
      return C_("campaign", "Delivered");
    case BJT_CAMPAIGN_EXPLAINED:
      return C_("campaign", "Explained in Person");
    case BJT_CAMPAIGN_LEFT:
      return C_("campaign", "Left at the Door");
    case BJT_CAMPAIGN_WAIVED:
      return C_("campaign", "Not to Be Reached");
    case BJT_CAMPAIGN_OPEN:
    case BJT_N_CAMPAIGN_STATES:
    default:
      return C_("campaign", "Not Reached");
    }
}

static char *
dup_when (const BjtCampaign *campaign,
          BjtDate            today)
{
  g_autofree char *day = campaign->until_on != BJT_DATE_NONE ? bjt_words_dup_day (campaign->until_on, today) : NULL;

  if (campaign->is_closed)
    return g_strdup (C_("campaign", "closed"));
  /* Translators: %s is the day by which a campaign has reached all homes */
  return day != NULL ? g_strdup_printf (_("by %s"), day) : g_strdup (_("no end set"));
}

/**
 * bjt_campaign_words_dup_progress:
 *
 * Returns: (transfer full):
 */
char *
bjt_campaign_words_dup_progress (const BjtCampaign *campaign,
                                 const guint        counts[BJT_N_CAMPAIGN_STATES],
                                 BjtDate            today)
{
  g_autofree char   *when = dup_when (campaign, today);
  g_autoptr (GString) text = g_string_new (when);
  guint              n = 0;

  for (guint i = 0; i < BJT_N_CAMPAIGN_STATES; i++)
    n += counts[i];
  g_string_append (text, " · ");
  /* Translators: how many homes of a campaign are reached, of how many */
  g_string_append_printf (text, _("%u of %u reached"), n - counts[BJT_CAMPAIGN_OPEN], n);
  for (guint i = BJT_CAMPAIGN_DELIVERED; i < BJT_N_CAMPAIGN_STATES; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, " · %s %u", bjt_campaign_words_get_state ((BjtCampaignState) i), counts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
