/* bjt-command-message.c: message: what a message copied from a chat proposes; it is
 * stored only with --store. Who wrote it is masked, as everywhere. */
#include "bjt-place-words.h"
#include "bjt-work-words.h"

#include <stdio.h>
#include <string.h>

#include "base/bjt-text.h"
#include "workspace/bjt-workspace-messages.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *place;
  int           guess;
  int           grid;
  gboolean      store;
} Message;

static void
message_clear (Message *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->place, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Message, message_clear)

static char *
read_input (void)
{
  GString *text = g_string_new (NULL);
  char     buffer[4096];
  gsize    n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && text->len <= BJT_APPEAL_MAX_BYTES)
    g_string_append_len (text, buffer, (gssize) n);
  return g_string_free (text, FALSE);
}

static char *
dup_kind_name (BjtWorkspace             *workspace,
               const BjtMessageProposal *proposal)
{
  g_autoptr (GPtrArray) kinds = bjt_workspace_list_issue_kinds (workspace, NULL);

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    if (bjt_uuid_equal (&((BjtIssueKind *) kinds->pdata[i])->id, &proposal->kind_id))
      return g_strdup (((BjtIssueKind *) kinds->pdata[i])->name);
  return NULL;
}

static void
print_proposal (const Message            *self,
                const BjtMessageProposal *proposal)
{
  static const char *const columns[] = { "title", "kind", "who", "day", "time", "urgent", "place_note", "guess_1", "guess_2", "guess_3", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  const BjtAppeal  *appeal = &proposal->appeal;

  bjt_listing_add_text (listing, appeal->title);
  bjt_listing_take_text (listing, dup_kind_name (self->workspace, proposal));
  bjt_listing_take_text (listing, appeal->who != NULL ? bjt_text_mask_name (appeal->who) : NULL);
  bjt_listing_take_text (listing, bjt_work_words_dup_day (appeal->day));
  bjt_listing_take_text (listing, appeal->minute >= 0 ? g_strdup_printf ("%02d:%02d", appeal->minute / 60, appeal->minute % 60) : NULL);
  bjt_listing_add_text (listing, appeal->urgent);
  bjt_listing_add_text (listing, appeal->place_note);
  for (guint i = 0; i < 3; i++)
    bjt_listing_take_text (listing, bjt_place_words_dup_guess (picture, proposal->guesses, i));
  bjt_listing_print (listing, self->cli->format);
}

static BjtExit
store (Message            *self,
       BjtMessageProposal *proposal)
{
  const BjtPicture    *picture = bjt_workspace_get_picture (self->workspace);
  const BjtPlaceGuess *place = NULL;
  g_autoptr (BjtIssue) issue = NULL;
  GError              *error = NULL;
  BjtPlaceGuess        named;

  if (self->guess < 0 || (guint) self->guess > proposal->guesses->len)
    return bjt_cli_usage (_("there is no guess %d"), self->guess);
  if (self->place != NULL && !bjt_place_words_find (self->workspace, self->place, &named))
    return BJT_EXIT_REFUSED;
  if (self->place != NULL)
    place = &named;
  else if (self->guess > 0)
    place = &g_array_index (proposal->guesses, BjtPlaceGuess, (guint) self->guess - 1);
  else if (proposal->guesses->len > 0 && g_array_index (proposal->guesses, BjtPlaceGuess, 0).is_certain)
    place = &g_array_index (proposal->guesses, BjtPlaceGuess, 0);
  issue = bjt_message_proposal_make_issue (proposal, picture, place);
  if (!bjt_workspace_report_issue (self->workspace, issue, &error))
    return bjt_cli_refuse (error);
  g_print ("%s\n", issue->number);
  return BJT_EXIT_GOOD;
}

static guint32
find_grid (const Message *self)
{
  return self->grid > 0 ? bjt_picture_find_grid (bjt_workspace_get_picture (self->workspace), self->grid) : BJT_NO_INDEX;
}

BjtExit
bjt_command_message (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  g_auto (Message) self = { .cli = cli };
  GOptionEntry     entries[] = {
    { "store", 0, 0, G_OPTION_ARG_NONE, &self.store, N_ ("Report the issue; without it nothing is stored"), NULL },
    { "guess", 'g', 0, G_OPTION_ARG_INT, &self.guess, N_ ("The guess of that number"), N_ ("N") },
    { "place", 'p', 0, G_OPTION_ARG_STRING, &self.place, N_ ("Where it is: a door, an entrance, a building"), N_ ("PLACE") },
    { "grid", 0, 0, G_OPTION_ARG_INT, &self.grid, N_ ("The grid of the chat: its buildings come first"), N_ ("N") },
    { NULL },
  };
  g_autofree char *text = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  g_autoptr (BjtMessageProposal) proposal = NULL;

  if (!bjt_cli_parse ("[TEXT]", entries, &argc, &argv, &exit_code))
    return exit_code;
  text = argc > 1 && strcmp (argv[1], "-") != 0 ? g_strjoinv (" ", argv + 1) : read_input ();
  self.workspace = bjt_cli_open (cli, &exit_code);
  if (self.workspace == NULL)
    return exit_code;
  proposal = bjt_workspace_read_message (self.workspace, text, BJT_NO_INDEX, find_grid (&self), &error);
  if (proposal == NULL)
    return bjt_cli_refuse (error);
  if (self.store)
    return store (&self, proposal);
  print_proposal (&self, proposal);
  return BJT_EXIT_GOOD;
}
