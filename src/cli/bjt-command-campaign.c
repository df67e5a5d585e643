/* bjt-command-campaign.c: campaigns: whom to reach by when, what came of each home, and
 * who is left. */
#include "bjt-work-words.h"

#include "model/bjt-filter-term.h"
#include "workspace/bjt-workspace-campaigns.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *filter;
  char         *from;
  char         *until;
  char         *state;
  char         *note;
  int           grid;
  char        **arguments; /* after the word for what to do: the name, then doors */
  guint         n_arguments;
} Campaign;

static void
campaign_clear (Campaign *self)
{
  g_clear_object (&self->workspace);
  g_free (self->filter);
  g_free (self->from);
  g_free (self->until);
  g_free (self->state);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Campaign, campaign_clear)

static const BjtPicture *
get_picture (Campaign *self)
{
  return bjt_workspace_get_picture (self->workspace);
}

static BjtCampaignReport *
load (Campaign *self,
      BjtExit  *exit_code)
{
  GError            *error = NULL;
  BjtCampaignReport *report = bjt_workspace_load_campaign (self->workspace, self->arguments[0], &error);

  if (report == NULL)
    *exit_code = bjt_cli_refuse (error);
  return report;
}

static BjtExit
finish (gboolean       done,
        GError *const *error)
{
  return done ? BJT_EXIT_GOOD : bjt_cli_refuse (*error);
}

/* Which homes */

/* Where somebody lives: what a filter finds has nothing to do with empty doors. */
static void
leave_homes (Campaign   *self,
             BjtDoorSet *doors)
{
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    if (bjt_picture_get_head (get_picture (self), d) == BJT_NO_INDEX)
      bjt_door_set_remove (doors, d);
}

/* NULL after printing why. */
static BjtDoorSet *
filter_homes (Campaign *self,
              BjtExit  *exit_code)
{
  GError   *error = NULL;
  BjtFilter filter;
  BjtDoorSet *doors;

  if (!bjt_filter_init_from_text (&filter, get_picture (self), self->filter != NULL ? self->filter : "", &error))
    {
      *exit_code = bjt_cli_refuse (error);
      return NULL;
    }
  if (self->grid > 0 && (filter.grid = bjt_picture_find_grid (get_picture (self), self->grid)) == BJT_NO_INDEX)
    {
      *exit_code = bjt_cli_usage (_("there is no grid %d"), self->grid);
      return NULL;
    }
  doors = bjt_filter_match_all (&filter, get_picture (self));
  leave_homes (self, doors);
  return doors;
}

/* Doors named one by one, else those of the filter. */
static BjtDoorSet *
choose_doors (Campaign *self,
              BjtExit  *exit_code)
{
  g_autoptr (BjtDoorSet) doors = NULL;

  if (self->n_arguments < 2)
    return filter_homes (self, exit_code);
  doors = bjt_door_set_new (get_picture (self)->doors->len);
  for (guint i = 1; i < self->n_arguments; i++)
    {
      guint32 door = bjt_cli_find_door (self->workspace, self->arguments[i]);

      if (door == BJT_NO_INDEX)
        {
          *exit_code = BJT_EXIT_REFUSED;
          return NULL;
        }
      bjt_door_set_add (doors, door);
    }
  return g_steal_pointer (&doors);
}

/* Parts */

static BjtExit
run_list (Campaign *self)
{
  static const char *const columns[] = { "name", "from", "until", "closed", "homes", "open", "delivered", "explained", "left", "waived", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) reports = bjt_workspace_list_campaigns (self->workspace, &error);

  if (reports == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < reports->len; i++)
    {
      const BjtCampaignReport *report = reports->pdata[i];

      bjt_listing_add_text (listing, report->campaign->name);
      bjt_listing_take_text (listing, bjt_work_words_dup_day (report->campaign->from_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (report->campaign->until_on));
      bjt_listing_add_text (listing, report->campaign->is_closed ? _("yes") : _("no"));
      bjt_listing_add_int (listing, bjt_campaign_report_count (report));
      for (guint s = 0; s < BJT_N_CAMPAIGN_STATES; s++)
        bjt_listing_add_int (listing, report->counts[s]);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static gboolean
is_shown (Campaign              *self,
          const BjtCampaignHome *home)
{
  const BjtPictureDoor *door = home->door != BJT_NO_INDEX ? bjt_picture_get_door (get_picture (self), home->door) : NULL;

  if (door == NULL || (self->state != NULL && g_strcmp0 (self->state, bjt_campaign_state_get_name (home->state)) != 0))
    return FALSE;
  return self->grid <= 0 || bjt_picture_get_building (get_picture (self), door->building)->grid == bjt_picture_find_grid (get_picture (self), self->grid);
}

static BjtExit
run_show (Campaign *self)
{
  static const char *const columns[] = { "place", "state", "on", "by", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  BjtExit exit_code;
  g_autoptr (BjtCampaignReport) report = load (self, &exit_code);
  BjtCampaignState state;

  if (report == NULL)
    return exit_code;
  if (self->state != NULL && !bjt_campaign_state_parse (self->state, &state))
    return bjt_cli_usage (_("what came of a home is open, delivered, explained, left or waived, not “%s”"), self->state);
  for (guint i = 0; i < report->homes->len; i++)
    {
      const BjtCampaignHome *home = &g_array_index (report->homes, BjtCampaignHome, i);

      if (!is_shown (self, home))
        continue;
      bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &home->door_id));
      bjt_listing_add_text (listing, bjt_campaign_state_get_name (home->state));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (home->done_on));
      bjt_listing_add_text (listing, home->state == BJT_CAMPAIGN_OPEN ? NULL : home->is_marked ? "mark" : "visit");
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_new (Campaign *self)
{
  g_autoptr (BjtCampaign) campaign = bjt_campaign_new ();
  g_autoptr (BjtDoorSet)  doors = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  campaign->name = g_strdup (self->arguments[0]);
  campaign->note = g_strdup (self->note);
  campaign->from_on = campaign->until_on = BJT_DATE_NONE;
  if ((exit_code = bjt_work_words_read_day ("--from", self->from, &campaign->from_on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--until", self->until, &campaign->until_on)) != BJT_EXIT_GOOD)
    return exit_code;
  doors = choose_doors (self, &exit_code);
  if (doors == NULL)
    return exit_code;
  return finish (bjt_workspace_add_campaign (self->workspace, campaign, doors, &error), &error);
}

static BjtExit
run_add (Campaign *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtCampaignReport) report = load (self, &exit_code);
  g_autoptr (BjtDoorSet) doors = report != NULL ? choose_doors (self, &exit_code) : NULL;

  return doors != NULL ? finish (bjt_workspace_add_campaign_doors (self->workspace, &report->campaign->id, doors, &error), &error) : exit_code;
}

static BjtExit
run_mark (Campaign *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtCampaignReport) report = load (self, &exit_code);
  g_autoptr (BjtDoorSet) doors = NULL;
  BjtCampaignState state = BJT_CAMPAIGN_DELIVERED;
  guint n_marked;

  if (report == NULL)
    return exit_code;
  if (self->state != NULL && !bjt_campaign_state_parse (self->state, &state))
    return bjt_cli_usage (_("what came of a home is open, delivered, explained, left or waived, not “%s”"), self->state);
  if (self->n_arguments < 2 && self->filter == NULL && self->grid <= 0)
    return bjt_cli_usage (_("which homes? bjt campaign mark NAME DOOR… [--state STATE], or --filter TERMS, or --grid N"));
  doors = choose_doors (self, &exit_code);
  if (doors == NULL)
    return exit_code;
  if (!bjt_workspace_mark_campaign_doors (self->workspace, &report->campaign->id, doors, state, &n_marked, &error))
    return bjt_cli_refuse (error);
  g_printerr (g_dngettext (NULL, "bjt: %u home is marked\n", "bjt: %u homes are marked\n", n_marked), n_marked);
  return n_marked > 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}

static BjtExit
close_or_reopen (Campaign *self,
                 gboolean  closed)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtCampaignReport) report = load (self, &exit_code);

  return report != NULL ? finish (bjt_workspace_close_campaign (self->workspace, &report->campaign->id, closed, &error), &error) : exit_code;
}

static BjtExit
run_close (Campaign *self)
{
  return close_or_reopen (self, TRUE);
}

static BjtExit
run_reopen (Campaign *self)
{
  return close_or_reopen (self, FALSE);
}

static BjtExit
run_remove (Campaign *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtCampaignReport) report = load (self, &exit_code);

  return report != NULL ? finish (bjt_workspace_remove_campaign (self->workspace, &report->campaign->id, &error), &error) : exit_code;
}

static const struct
{
  const char *name;
  BjtExit (*func) (Campaign *self);
  gboolean has_name;
} parts[] = {
  { "list", run_list, FALSE }, { "show", run_show, TRUE },   { "new", run_new, TRUE },       { "add", run_add, TRUE },
  { "mark", run_mark, TRUE },  { "close", run_close, TRUE }, { "reopen", run_reopen, TRUE }, { "remove", run_remove, TRUE },
};

static BjtExit
run_part (Campaign *self,
          guint     part,
          int       argc,
          char    **argv)
{
  BjtExit exit_code;

  if (parts[part].has_name && argc < 3)
    return bjt_cli_usage (_("which campaign? bjt campaign list shows their names"));
  self->workspace = bjt_cli_open (self->cli, &exit_code);
  self->arguments = argv + 2;
  self->n_arguments = (guint) argc - 2;
  return self->workspace != NULL ? parts[part].func (self) : exit_code;
}

BjtExit
bjt_command_campaign (BjtCli *cli,
                      int     argc,
                      char  **argv)
{
  g_auto (Campaign) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &self.filter, N_ ("Homes that this filter lets through; all when left out"), N_ ("TERMS") },
    { "grid", 0, 0, G_OPTION_ARG_INT, &self.grid, N_ ("Of this grid only"), N_ ("N") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("The first day; today when left out"), N_ ("DAY") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &self.until, N_ ("The day by which all are reached"), N_ ("DAY") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &self.state, N_ ("open, delivered, explained, left or waived"), N_ ("STATE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &self.note, N_ ("What it is about"), N_ ("TEXT") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|show NAME|new NAME [DOOR…]|add NAME [DOOR…]|mark NAME DOOR…|close NAME|reopen NAME|remove NAME", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      return run_part (&self, i, argc, argv);
  return bjt_cli_usage (_("use: bjt campaign list|show|new|add|mark|close|reopen|remove NAME …"));
}
