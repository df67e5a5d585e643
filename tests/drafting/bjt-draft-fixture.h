/* bjt-draft-fixture.h: a plan in memory with a canvas on it, and a hand that
 * clicks, drags and types.
 *
 * One entrance of three doors a level; the plan stands for three levels. Edits
 * are applied as the workspace would, unless they are to be refused.
 */
#pragma once

#include "bjt-sample-picture.h"
#include "drafting/bjt-draft-tool.h"

typedef struct
{
  BjtPicture    *picture;
  BjtFocus      *focus;
  BjtPlanCanvas *canvas;
  BjtDraftBoard *board;
  BjtPlanTool   *tool;
  GPtrArray     *elements; /* BjtPlanElement */
  BjtPlanFrame   frame;
  guint          n_edits;
  gboolean       is_refusing;
} DraftFixture;

void            draft_fixture_set_up (DraftFixture *self, gconstpointer data);
void            draft_fixture_tear_down (DraftFixture *self, gconstpointer data);
void            draft_fixture_use (DraftFixture *self, BjtPlanTool *tool); /* (transfer full) */
BjtPlanElement *draft_fixture_add (DraftFixture *self, BjtElementKind kind, BjtGeometry *shape); /* shape: (transfer full) */
BjtPlanElement *draft_fixture_get (DraftFixture *self, guint index);
guint32         draft_fixture_get_door (DraftFixture *self, const BjtPlanElement *element);

/* Metres of the plan */
void     draft_fixture_move (DraftFixture *self, double x, double y, GdkModifierType modifiers);
void     draft_fixture_click (DraftFixture *self, double x, double y, GdkModifierType modifiers);
void     draft_fixture_double_click (DraftFixture *self, double x, double y);
void     draft_fixture_drag (DraftFixture *self, BjtPoint from, BjtPoint to, GdkModifierType modifiers);
gboolean draft_fixture_key (DraftFixture *self, guint keyval, GdkModifierType modifiers);
void     draft_fixture_type (DraftFixture *self, const char *text);
gboolean draft_fixture_hints (DraftFixture *self, const char *part);
void     draft_fixture_draw (DraftFixture *self); /* nothing is amiss when it is drawn */
