/* bjt-workspace-fixture.h: a small community in a file, made for one test.
 *
 * Two buildings of one entrance, three levels and two doors each; on every
 * door but the last a household of two, of whom the older is born in 1950.
 */
#pragma once

#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_FIXTURE_DOORS 12

typedef struct
{
  char         *folder;
  char         *path;
  BjtClock      clock;
  BjtWorkspace *workspace;
} BjtWorkspaceFixture;

void     bjt_workspace_fixture_set_up (BjtWorkspaceFixture *self, gconstpointer data);
void     bjt_workspace_fixture_tear_down (BjtWorkspaceFixture *self, gconstpointer data);

/* All that the file says, as text that can be compared; the journal is left out. */
char    *bjt_workspace_fixture_dump (BjtWorkspaceFixture *self);

void     bjt_workspace_fixture_assert_sound (BjtWorkspaceFixture *self);
BjtUuid  bjt_workspace_fixture_door (BjtWorkspaceFixture *self, guint number);
BjtVisit *bjt_workspace_fixture_visit (BjtWorkspaceFixture *self, guint door, BjtDate on, int outcome);

G_END_DECLS
