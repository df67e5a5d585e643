/* bjt-workspace-campaigns.h: campaigns: homes to be reached by a day, what came of each,
 * and who is left.
 *
 * Nothing is entered twice: a visit within the days of a campaign counts for it (met:
 * explained; note left: left at the door) unless somebody marked the home otherwise.
 * Each change is one action, to be undone.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-campaigns.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid          door_id;
  guint32          door;      /* of the picture of now; BJT_NO_INDEX: it is gone, and not counted */
  BjtCampaignState state;
  gboolean         is_marked; /* by somebody, not by a visit */
  BjtDate          done_on;   /* NONE while it is open */
} BjtCampaignHome;

typedef struct
{
  BjtCampaign *campaign;                      /* owned */
  GArray      *homes;                         /* BjtCampaignHome, as doors stand in the picture */
  guint        counts[BJT_N_CAMPAIGN_STATES]; /* of homes that are there */
} BjtCampaignReport;

void       bjt_campaign_report_free (BjtCampaignReport *self);
guint      bjt_campaign_report_count (const BjtCampaignReport *self); /* homes that are there */
BjtDoorSet *bjt_campaign_report_dup_doors (const BjtCampaignReport *self, const BjtPicture *picture, BjtCampaignState state); /* in that state */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtCampaignReport, bjt_campaign_report_free)

GPtrArray         *bjt_workspace_list_campaigns (BjtWorkspace *self, GError **error); /* BjtCampaignReport: those that run first, the newest first */
BjtCampaignReport *bjt_workspace_load_campaign (BjtWorkspace *self, const char *name, GError **error);

/* Merged doors and doors twice are left out; a name there is already is refused. */
gboolean bjt_workspace_add_campaign (BjtWorkspace *self, BjtCampaign *campaign, const BjtDoorSet *doors, GError **error); /* gets key and first day where they are unknown */
gboolean bjt_workspace_add_campaign_doors (BjtWorkspace *self, const BjtUuid *campaign_id, const BjtDoorSet *doors, GError **error); /* those in it already: nothing */
gboolean bjt_workspace_mark_campaign_doors (BjtWorkspace *self, const BjtUuid *campaign_id, const BjtDoorSet *doors, BjtCampaignState state, guint *n_marked, GError **error); /* OPEN: again as the visits say; doors not in it: nothing */
gboolean bjt_workspace_close_campaign (BjtWorkspace *self, const BjtUuid *campaign_id, gboolean closed, GError **error);
gboolean bjt_workspace_remove_campaign (BjtWorkspace *self, const BjtUuid *campaign_id, GError **error);

G_END_DECLS
