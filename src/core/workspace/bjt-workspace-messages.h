/* bjt-workspace-messages.h: an issue out of a message of a chat. Nothing is stored
 * before a person has said yes.
 */
#pragma once

#include "bjt-workspace.h"
#include "rules/bjt-appeal.h"
#include "rules/bjt-place-guess.h"

G_BEGIN_DECLS

#define BJT_MESSAGE_GUESSES 4

typedef struct
{
  BjtAppeal  appeal;
  BjtUuid    kind_id;   /* NIL: no word says */
  GArray    *guesses;   /* BjtPlaceGuess, best first */
} BjtMessageProposal;

BjtMessageProposal *bjt_workspace_read_message (BjtWorkspace *self, const char *text, guint32 compound, guint32 grid, GError **error); /* NULL: nothing is said */
void                bjt_message_proposal_free (BjtMessageProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtMessageProposal, bjt_message_proposal_free)

/* The issue as it would be reported; @place NULL: no place. */
BjtIssue *bjt_message_proposal_make_issue (const BjtMessageProposal *self, const BjtPicture *picture, const BjtPlaceGuess *place);

G_END_DECLS
