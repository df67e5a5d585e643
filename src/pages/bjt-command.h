/* bjt-command.h: what can be done by typing its name in the search field.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  const char *action;
  char       *title;
  int         grid;   /* number, for actions that take one; 0: none */
  BjtPoint    place;  /* lon/lat, for win.go-to */
  char       *number; /* of a walk sheet, for win.walk; NULL: none */
} BjtCommand;

BjtCommand *bjt_command_copy (const BjtCommand *self);
void        bjt_command_free (BjtCommand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtCommand, bjt_command_free)

/* Coordinates are gone to, the number of a walk sheet opens it; else those whose title holds every word of the query, or whose pinyin initials
 * begin with it: BjtCommand. */
GPtrArray *bjt_command_find (const BjtPicture *picture, const char *query, guint limit);

G_END_DECLS
