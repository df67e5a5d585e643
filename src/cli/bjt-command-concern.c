/* bjt-command-concern.c: concern: the doors an issue concerns, what they agree to and
 * what each pays. */
#include "bjt-issue-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-workspace-issues.h"

#include <math.h>

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *of, *consent, *paid, *note, *share;
  BjtIssue     *issue;
  char         *door; /* words of a door; NULL: none */
} Concern;

static void
concern_clear (Concern *self)
{
  char **const all[] = { &self->of, &self->consent, &self->paid, &self->note, &self->share, &self->door };

  g_clear_pointer (&self->issue, bjt_issue_free);
  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Concern, concern_clear)

static const char *const consents[] = { "unasked", "given", "refused" };

static BjtExit
read_share (const Concern *self,
            double        *share)
{
  char *end = NULL;

  if (self->share == NULL)
    return BJT_EXIT_GOOD;
  *share = g_ascii_strtod (self->share, &end);
  return end != self->share && *end == '\0' && isfinite (*share) && *share >= 0 ? BJT_EXIT_GOOD : bjt_cli_usage (_("--share wants yuan, like 120.50, not “%s”"), self->share);
}

static BjtExit
run_list (Concern *self)
{
  static const char *const columns[] = { "door", "consent", "share", "paid_on", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) doors = bjt_workspace_list_issue_doors (self->workspace, &self->issue->id, &error);

  if (doors == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < doors->len; i++)
    {
      const BjtIssueDoor *door = doors->pdata[i];

      bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &door->door_id));
      bjt_listing_add_text (listing, consents[CLAMP (door->consent, 0, 2)]);
      bjt_listing_take_text (listing, isnan (door->share) ? NULL : g_strdup_printf ("%.2f", door->share));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (door->paid_on));
      bjt_listing_add_text (listing, door->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static gboolean
is_beside (const BjtPictureDoor *door,
           const BjtPictureDoor *other,
           const char           *of)
{
  return door->building == other->building && (g_strcmp0 (of, "building") == 0 || door->entrance == other->entrance);
}

/* A door alone, or all of its riser, entrance or building; NULL after printing why. */
static BjtDoorSet *
list_doors (Concern *self,
            guint32  door,
            BjtExit *exit_code)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (picture->doors->len);

  bjt_door_set_add (doors, door);
  if (g_strcmp0 (self->of, "riser") == 0)
    bjt_door_set_add_riser (doors, picture, door);
  else if (g_strcmp0 (self->of, "entrance") == 0 || g_strcmp0 (self->of, "building") == 0)
    {
      for (guint32 d = 0; d < picture->doors->len; d++)
        if (is_beside (bjt_picture_get_door (picture, d), bjt_picture_get_door (picture, door), self->of))
          bjt_door_set_add (doors, d);
    }
  else if (self->of != NULL)
    {
      *exit_code = bjt_cli_usage (_("--of wants riser, entrance or building, not “%s”"), self->of);
      return NULL;
    }
  return g_steal_pointer (&doors);
}

static BjtExit
run_add (Concern *self)
{
  guint32 door = self->door != NULL ? bjt_cli_find_door (self->workspace, self->door) : BJT_NO_INDEX;
  double  share = NAN;
  GError *error = NULL;
  BjtExit exit_code = read_share (self, &share);
  g_autoptr (BjtDoorSet) doors = NULL;

  if (self->door == NULL)
    return bjt_cli_usage (_("use: bjt concern add NUMBER DOOR [--of riser|entrance|building] [--share YUAN]"));
  if (exit_code != BJT_EXIT_GOOD || door == BJT_NO_INDEX)
    return exit_code != BJT_EXIT_GOOD ? exit_code : BJT_EXIT_REFUSED;
  doors = list_doors (self, door, &exit_code);
  if (doors == NULL)
    return exit_code;
  return bjt_workspace_add_issue_doors (self->workspace, &self->issue->id, doors, share, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* The record of a door among those concerned; NULL after printing why. */
static BjtIssueDoor *
find_concerned (Concern *self,
                BjtExit *exit_code)
{
  guint32 door = self->door != NULL ? bjt_cli_find_door (self->workspace, self->door) : BJT_NO_INDEX;
  GError *error = NULL;
  g_autoptr (GPtrArray) doors = door != BJT_NO_INDEX ? bjt_workspace_list_issue_doors (self->workspace, &self->issue->id, &error) : NULL;

  for (guint i = 0; doors != NULL && i < doors->len; i++)
    if (bjt_uuid_equal (&((const BjtIssueDoor *) doors->pdata[i])->door_id, &bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), door)->id))
      return bjt_issue_door_copy (doors->pdata[i]);
  if (self->door == NULL)
    *exit_code = bjt_cli_usage (_("which door? bjt concern change|remove NUMBER DOOR"));
  else if (door == BJT_NO_INDEX)
    *exit_code = BJT_EXIT_REFUSED;
  else
    {
      if (doors != NULL)
        g_set_error (&error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("%s is not among the doors that %s concerns"), self->door, self->issue->number);
      *exit_code = bjt_cli_refuse (error);
    }
  return NULL;
}

static BjtExit
run_change (Concern *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssueDoor) door = find_concerned (self, &exit_code);

  if (door == NULL)
    return exit_code;
  for (guint i = 0; self->consent != NULL; i++)
    {
      if (i == G_N_ELEMENTS (consents))
        return bjt_cli_usage (_("--consent wants given, refused or unasked, not “%s”"), self->consent);
      if (g_strcmp0 (consents[i], self->consent) == 0)
        {
          door->consent = (int) i;
          break;
        }
    }
  if ((exit_code = read_share (self, &door->share)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--paid", self->paid, &door->paid_on)) != BJT_EXIT_GOOD)
    return exit_code;
  if (self->note != NULL)
    {
      g_free (door->note);
      door->note = g_strdup (self->note);
    }
  return bjt_workspace_change_issue_door (self->workspace, door, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_remove (Concern *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssueDoor) door = find_concerned (self, &exit_code);

  if (door == NULL)
    return exit_code;
  return bjt_workspace_remove_issue_door (self->workspace, &door->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_concern (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Concern *self);
  } parts[] = {
    { "list", run_list }, { "add", run_add }, { "change", run_change }, { "remove", run_remove },
  };
  g_auto (Concern) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "of", 0, 0, G_OPTION_ARG_STRING, &self.of, N_ ("With all of its riser, entrance or building"), N_ ("WORD") },
    { "consent", 0, 0, G_OPTION_ARG_STRING, &self.consent, N_ ("given, refused or unasked"), N_ ("WORD") },
    { "share", 0, 0, G_OPTION_ARG_STRING, &self.share, N_ ("What the door pays"), N_ ("YUAN") },
    { "paid", 0, 0, G_OPTION_ARG_STRING, &self.paid, N_ ("The day it paid"), N_ ("DAY") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { NULL },
  };
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|add|change|remove NUMBER [DOOR]", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.door = argc > 3 ? g_strjoinv (" ", argv + 3) : NULL;
        self.workspace = bjt_cli_open (cli, &exit_code);
        if (self.workspace == NULL)
          return exit_code;
        self.issue = bjt_workspace_find_issue (self.workspace, argv[2], &error);
        return self.issue != NULL ? parts[i].func (&self) : bjt_cli_refuse (error);
      }
  return bjt_cli_usage (_("use: bjt concern list|add|change|remove NUMBER [DOOR] …"));
}
