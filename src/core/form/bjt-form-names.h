/* bjt-form-names.h: names of the files of a form that is filled for each of many.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint       number, n_all; /* from 1, of how many */
  const char *address;       /* whatever is NULL stays out */
  const char *grid;
  const char *household;
  const char *name;
  const char *day;
  const char *form;
} BjtFormNameParts;

gboolean bjt_form_names_check (const char *pattern, GError **error); /* its words in braces are known */
gboolean bjt_form_names_is_personal (const char *pattern);           /* {name}, {household} */
char    *bjt_form_names_make (const char *pattern, const BjtFormNameParts *parts, GHashTable *taken); /* without ending; taken: the names there are, is given this one */

G_END_DECLS
