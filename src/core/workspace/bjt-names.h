/* bjt-names.h: the stable words for values in what bjt prints and reads.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bjt_names_of_class (int household_class);
const char *bjt_names_of_hit (int kind);
const char *bjt_names_of_match (int match);
const char *bjt_names_of_outcome (int outcome);
const char *bjt_names_of_visit_mode (int mode);
const char *bjt_names_of_status (int status);
const char *bjt_names_of_attention (int attention);
const char *bjt_names_of_class_rule (int rule);

/* -1 when it is none of them */
int bjt_names_find_class (const char *name); /* 0 for derive */
int bjt_names_find_outcome (const char *name);
int bjt_names_find_visit_mode (const char *name);
int bjt_names_find_status (const char *name);

G_END_DECLS
