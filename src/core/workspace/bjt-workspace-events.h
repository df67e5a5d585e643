/* bjt-workspace-events.h: what happened to people (变故), with what follows from
 * it for the households of the door.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

/* Kinds that mean something to the file; others are kept as they are. */
#define BJT_EVENT_MOVED_OUT "moved-out"   /* the household goes into the archive */
#define BJT_EVENT_MOVED_IN "moved-in"     /* a new household */
#define BJT_EVENT_NEW_TENANT "new-tenant" /* the same, by lease */
#define BJT_EVENT_BORN "born"             /* a new person, where a name is given */
#define BJT_EVENT_DIED "died"             /* of the person, who is visited no more */

extern const char *const bjt_life_event_kinds[]; /* those there are words for; ends with NULL */

typedef struct
{
  BjtLifeEvent *event;    /* gets key, day and household where they are unknown */
  gboolean      archives; /* moved in: who lived there so far is out */
  const char   *name;     /* of who moved in or was born; NULL: not known */
  const char   *phone;    /* NULL: not known */
} BjtLifeEventDraft;

/* Each is one action: undo takes all of it back. */
gboolean   bjt_workspace_record_event (BjtWorkspace *self, const BjtLifeEventDraft *draft, GError **error);
gboolean   bjt_workspace_remove_event (BjtWorkspace *self, const BjtUuid *event_id, GError **error); /* the record alone */
GPtrArray *bjt_workspace_list_events (BjtWorkspace *self, const BjtUuid *door_id, GError **error);   /* BjtLifeEvent, newest first; NULL: all */

G_END_DECLS
