/* bjt-class-breaks.h: where the classes of a choropleth begin and end.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BJT_MIN_BREAK_CLASSES 3
#define BJT_MAX_BREAK_CLASSES 7

typedef enum
{
  BJT_BREAKS_NATURAL,  /* where the values themselves leave gaps (Fisher, Jenks) */
  BJT_BREAKS_QUANTILE, /* the same number of areas in each */
  BJT_BREAKS_EQUAL,    /* the same width of each */
  BJT_BREAKS_ROUND,    /* the same width, at round numbers */
} BjtBreakMethod;

#define BJT_N_BREAK_METHODS 4

/* Class i holds edges[i] < value <= edges[i + 1]; the first holds its lower
 * edge too. Fewer classes than asked for where there are fewer values. */
typedef struct
{
  guint  n_classes;
  double edges[BJT_MAX_BREAK_CLASSES + 1];
  guint  counts[BJT_MAX_BREAK_CLASSES];
} BjtClassBreaks;

const char *bjt_break_method_get_name (BjtBreakMethod self); /* natural, quantile, equal, round */
gboolean    bjt_break_method_init_from_name (BjtBreakMethod *self, const char *name);
void        bjt_class_breaks_init (BjtClassBreaks *self, BjtBreakMethod method, guint n_classes, const double *values, guint n_values);
guint       bjt_class_breaks_find (const BjtClassBreaks *self, double value); /* n_classes: in none */

G_END_DECLS
