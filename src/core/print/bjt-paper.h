/* bjt-paper.h: sizes of paper by name.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char   name[16];      /* A3, or 300x500 */
  double width, height; /* millimetres, upright: width ≤ height for A0…A5 */
} BjtPaper;

gboolean    bjt_paper_parse (const char *name, BjtPaper *paper, GError **error);
const char *bjt_paper_get_larger (const BjtPaper *paper);

G_END_DECLS
