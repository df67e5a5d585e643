/* bjt-plan-draft.h: plans that a drawing brings along: what this program wrote
 * to SVG or IMDF comes back as elements, not as ink.
 *
 * Layers tagged with "plan" and "levels" are plans; what lies on them and is
 * tagged with its "kind" is an element. All the rest of the drawing is what
 * lies under it.
 */
#pragma once

#include "bjt-drawing.h"
#include "model/bjt-picture.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

/* Names of the tags; in SVG they stand as data-…. */
#define BJT_PLAN_TAG_PLAN "plan"               /* of layers: its key */
#define BJT_PLAN_TAG_BUILDING "building"
#define BJT_PLAN_TAG_LEVELS "levels"
#define BJT_PLAN_TAG_PLAN_NAME "plan-name"
#define BJT_PLAN_TAG_PLACEMENT "placement"
#define BJT_PLAN_TAG_KIND "kind"               /* of items */
#define BJT_PLAN_TAG_ENTRANCE "entrance"
#define BJT_PLAN_TAG_ENTRANCE_LABEL "entrance-label"
#define BJT_PLAN_TAG_STACK "stack"
#define BJT_PLAN_TAG_DOOR "door"
#define BJT_PLAN_TAG_DOOR_LABEL "door-label"
#define BJT_PLAN_TAG_LABEL "label"
#define BJT_PLAN_TAG_SIZE "size"
#define BJT_PLAN_TAG_ANGLE "angle"
#define BJT_PLAN_KIND_CAPTION "caption" /* a text that only repeats what an element is called */
#define BJT_PLAN_ID_PREFIX "e-"         /* of ids, before the key */

/* What an element's links are called, for a file that knows not their keys. */
typedef struct
{
  char *entrance; /* either may be NULL */
  char *door;
} BjtPlanDraftLink;

typedef struct
{
  BjtUuid    id;          /* NIL: unknown */
  BjtUuid    building_id;
  char      *name;
  char      *levels;
  char      *placement;   /* JSON of BjtPlacement, checked; NULL: nowhere */
  GPtrArray *elements;    /* BjtPlanElement, in painting order; sound by bjt_plan_check_element() */
  GArray    *links;       /* BjtPlanDraftLink, one each element */
  guint      n_refused;   /* shapes that no element can have */
} BjtPlanDraft;

GPtrArray  *bjt_plan_draft_list (const BjtDrawing *drawing);           /* BjtPlanDraft; none: no plan of ours */
void        bjt_plan_draft_free (BjtPlanDraft *self);
BjtDrawing *bjt_plan_draft_dup_rest (const BjtDrawing *drawing);       /* what is no element; NULL: nothing */

/* Makes the elements fit for that building: links by key, else by what they are
 * called, else none; an element that is on a plan already gets a new key. */
void        bjt_plan_draft_settle (BjtPlanDraft *self, const BjtPicture *picture, guint32 building, gint64 unix_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanDraft, bjt_plan_draft_free)

G_END_DECLS
