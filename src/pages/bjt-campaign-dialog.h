/* bjt-campaign-dialog.h: campaigns: how far each has come, who is left, what came of the
 * homes selected on the map; a new one.
 */
#pragma once

#include <adwaita.h>

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_CAMPAIGN_DIALOG (bjt_campaign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtCampaignDialog, bjt_campaign_dialog, BJT, CAMPAIGN_DIALOG, AdwWindow)

/* Signal "plan" (const char *name, BjtDoorSet *rest): routes to those who are left; the
 * doors are of the picture of the page and borrowed.
 * Actions, each of the campaign named: campaign.plan, campaign.show, campaign.add,
 *   campaign.close, campaign.remove (string name), campaign.mark ((si): name, state) */

GtkWidget *bjt_campaign_dialog_new (BjtPage *page);

G_END_DECLS
