/* bjt-workspace-messages.c: what rules/bjt-appeal.c and rules/bjt-place-guess.c read
 * out of a message, put together for a person to look at. */
#include "bjt-workspace-messages.h"

#include "bjt-workspace-private.h"

void
bjt_message_proposal_free (BjtMessageProposal *self)
{
  bjt_appeal_clear (&self->appeal);
  g_array_unref (self->guesses);
  g_free (self);
}

static void
find_kind (BjtMessageProposal *self,
           const GPtrArray    *kinds)
{
  for (guint i = 0; i < kinds->len; i++)
    if (g_strcmp0 (((BjtIssueKind *) kinds->pdata[i])->code, self->appeal.kind_code) == 0)
      self->kind_id = ((BjtIssueKind *) kinds->pdata[i])->id;
}

/**
 * bjt_workspace_read_message:
 * @text: as copied
 * @compound: where one looks at, or BJT_NO_INDEX
 * @grid: where one works, or BJT_NO_INDEX
 */
BjtMessageProposal *
bjt_workspace_read_message (BjtWorkspace *self,
                            const char   *text,
                            guint32       compound,
                            guint32       grid,
                            GError      **error)
{
  BjtPicture                    *picture = bjt_workspace_get_picture (self);
  g_autoptr (BjtMessageProposal) proposal = g_new0 (BjtMessageProposal, 1);
  g_autoptr (GPtrArray)          kinds = bjt_workspace_list_issue_kinds (self, error);
  BjtPlaceClues                  clues = BJT_PLACE_CLUES_INIT;

  proposal->guesses = g_array_new (FALSE, FALSE, sizeof (BjtPlaceGuess));
  if (kinds == NULL)
    return NULL;
  bjt_appeal_init_from_message (&proposal->appeal, picture, text, bjt_workspace_get_today (self));
  if (proposal->appeal.title == NULL)
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the message says nothing that could be an issue; copy the text of one message");
      return NULL;
    }
  if (bjt_time_from_local (proposal->appeal.day, MAX (proposal->appeal.minute, 0)) > bjt_clock_get_now (&self->clock))
    proposal->appeal.minute = -1; /* the clock of a telephone may be fast */
  clues.content = proposal->appeal.body;
  clues.caller = proposal->appeal.who;
  clues.compound = compound;
  clues.grid = grid;
  g_array_unref (proposal->guesses);
  proposal->guesses = bjt_place_guess_list (picture, &clues, BJT_MESSAGE_GUESSES);
  find_kind (proposal, kinds);
  return g_steal_pointer (&proposal);
}

BjtIssue *
bjt_message_proposal_make_issue (const BjtMessageProposal *self,
                                 const BjtPicture         *picture,
                                 const BjtPlaceGuess      *place)
{
  BjtIssue *issue = bjt_issue_new ();

  issue->title = g_strdup (self->appeal.title);
  issue->description = g_strdup (self->appeal.body);
  issue->source = g_strdup (BJT_SOURCE_CHAT);
  issue->kind_id = self->kind_id;
  issue->caller = g_strdup (self->appeal.who);
  issue->place_note = g_strdup (self->appeal.place_note);
  issue->reported_on = self->appeal.day;
  if (self->appeal.minute >= 0)
    issue->reported_at = bjt_time_from_local (self->appeal.day, self->appeal.minute);
  if (place == NULL || place->building == BJT_NO_INDEX)
    return issue;
  if (place->door != BJT_NO_INDEX)
    issue->door_id = bjt_picture_get_door (picture, place->door)->id;
  else if (place->entrance != BJT_NO_INDEX)
    issue->entrance_id = bjt_picture_get_entrance (picture, place->entrance)->id;
  else
    issue->building_id = bjt_picture_get_building (picture, place->building)->id;
  return issue;
}
