/* bjt-demo-orders.h: orders of the hotline with addresses as people give them, and
 * where each of them really is.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DEMO_ORDER_CLEAN,
  BJT_DEMO_ORDER_LONG,          /* the whole address from the county down */
  BJT_DEMO_ORDER_OLD_NAME,
  BJT_DEMO_ORDER_TYPO,          /* one character of the name is wrong */
  BJT_DEMO_ORDER_NO_UNIT,       /* building and door, no entrance */
  BJT_DEMO_ORDER_UNIT_ONLY,     /* the entrance, in the content too */
  BJT_DEMO_ORDER_NO_COMPOUND,   /* only the number of the building */
  BJT_DEMO_ORDER_COMPOUND_ONLY,
  BJT_DEMO_ORDER_NO_SUCH_DOOR,  /* a number that is not there */
  BJT_DEMO_ORDER_WRONG_DOOR,    /* a neighbour's number, given by who has a telephone on record */
  BJT_DEMO_ORDER_NEIGHBOUR,     /* the caller's address; the content tells of another building */
  BJT_DEMO_ORDER_OUTSIDE,       /* of another community */
  BJT_DEMO_ORDER_AGAIN,         /* the row above once more */
  BJT_DEMO_N_ORDER_FLAWS,
} BjtDemoOrderFlaw;

/* Where it is as finely as the caller could know; all NIL: not here. */
typedef struct
{
  BjtDemoOrderFlaw flaw;
  char            *number;
  char            *cells;  /* one line of CSV */
  const char      *kind;   /* code */
  BjtUuid          compound_id;
  BjtUuid          building_id;
  BjtUuid          entrance_id;
  BjtUuid          door_id;
} BjtDemoOrder;

GPtrArray  *bjt_demo_orders_make (const BjtPicture *picture, guint32 seed, guint n, BjtDate as_of); /* BjtDemoOrder */
char       *bjt_demo_orders_dup_csv (const GPtrArray *orders); /* with its header */
const char *bjt_demo_order_flaw_get_name (BjtDemoOrderFlaw flaw);

G_END_DECLS
