/* bjt-order-values.h: what stands in the cells of orders.
 */
#pragma once

#include "base/bjt-date.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ANSWER_UNKNOWN,
  BJT_ANSWER_NO,
  BJT_ANSWER_YES,
} BjtAnswer;

gint64    bjt_order_values_parse_time (const char *text, gboolean *has_time);
char     *bjt_order_values_dup_limit (const char *text);
gboolean  bjt_order_values_is_closed (const char *state);
BjtAnswer bjt_order_values_read_solved (const char *text);
BjtAnswer bjt_order_values_read_satisfied (const char *text);

G_END_DECLS
