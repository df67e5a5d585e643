/* bjt-workspace-private.h: what the files of the workspace share.
 */
#pragma once

#include <string.h>

#include "bjt-workspace.h"
#include "store/bjt-store.h"

G_BEGIN_DECLS

struct _BjtWorkspace
{
  GObject parent_instance;

  /* Owned */
  BjtStore   *store;
  BjtPicture *picture;
  char       *path;
  char       *staff_name;

  /* State */
  BjtClock clock;
  BjtUuid  staff_id;
  gint64   data_version;
  gboolean is_stale; /* the picture is to be read again before it is looked at */
};

gboolean bjt_workspace_reload (BjtWorkspace *self, GError **error);
gboolean bjt_workspace_reload_states (BjtWorkspace *self, GError **error);
void     bjt_workspace_emit_changed (BjtWorkspace *self);
gboolean bjt_workspace_insert_catalogue (BjtStore *store, GError **error);

G_END_DECLS
