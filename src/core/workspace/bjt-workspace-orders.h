/* bjt-workspace-orders.h: the orders of the hotline 12345: brought in from a file,
 * matched to places, and what is left for a person to decide.
 *
 * Every order that is taken becomes an issue, whose clock runs from the day it was
 * received whether its place is known or not.
 */
#pragma once

#include "bjt-workspace.h"
#include "import/bjt-order-file.h"
#include "rules/bjt-place-guess.h"

G_BEGIN_DECLS

/* The finest that is known; all NIL: no place of its own. */
typedef struct
{
  BjtUuid compound_id;
  BjtUuid building_id;
  BjtUuid entrance_id;
  BjtUuid door_id;
} BjtOrderPlace;
#define BJT_ORDER_PLACE_NONE ((BjtOrderPlace) { BJT_UUID_NIL, BJT_UUID_NIL, BJT_UUID_NIL, BJT_UUID_NIL })

void bjt_order_place_init (BjtOrderPlace *self, const BjtPicture *picture, const BjtPlaceGuess *guess);

/* One undo step, all or nothing; orders that are there already stay as they are, but
 * for what became of them since. The report counts rows, new_orders, orders_matched,
 * orders_queued, already_there, orders_updated, order_repeats, rows_refused. */
gboolean bjt_workspace_import_orders (BjtWorkspace *self, BjtOrderFile *file, gboolean dry_run, GError **error);

#define BJT_ORDER_GUESSES 3

/* An order with what there is to decide about it. */
typedef struct
{
  BjtHotlineOrder *order;
  BjtIssue        *issue;    /* NULL: none */
  GArray          *guesses;  /* BjtPlaceGuess, best first; for the place */
  GPtrArray       *repeats;  /* BjtIssue, those it may be one with */
  gboolean         is_lost;  /* its place is to be decided; else whether it is a repetition */
} BjtOrderCase;

void          bjt_order_case_free (BjtOrderCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtOrderCase, bjt_order_case_free)
GPtrArray    *bjt_workspace_list_orders (BjtWorkspace *self, GError **error);      /* BjtHotlineOrder, newest first */
GPtrArray    *bjt_workspace_list_order_queue (BjtWorkspace *self, GError **error); /* BjtOrderCase, those due first; without a place before repetitions */
BjtOrderCase *bjt_workspace_get_order_case (BjtWorkspace *self, const char *number, GError **error);

/* Each is one action. */
gboolean bjt_workspace_place_order (BjtWorkspace *self, const BjtUuid *order_id, const BjtOrderPlace *place, GError **error);
gboolean bjt_workspace_return_order (BjtWorkspace *self, const BjtUuid *order_id, const char *note, GError **error); /* not of this community */
gboolean bjt_workspace_merge_order (BjtWorkspace *self, const BjtUuid *order_id, const BjtUuid *issue_id, GError **error);
gboolean bjt_workspace_keep_order_apart (BjtWorkspace *self, const BjtUuid *order_id, const char *note, GError **error); /* it repeats nothing */

/* Orders as sloppy as they come, for trying out: the text of a CSV file. */
char *bjt_workspace_dup_sample_orders (BjtWorkspace *self, guint32 seed, guint n);

G_END_DECLS
