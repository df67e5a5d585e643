/* bjt-import-words.h: the codes of an import's report in the reader's language.
 */
#pragma once

#include "import/bjt-import-report.h"

G_BEGIN_DECLS

const char *bjt_import_words_get_count (const char *name); /* "rows" */
const char *bjt_import_words_get_field (const char *name); /* "person_name" */
char       *bjt_import_words_dup_place (const BjtImportProblem *problem);
const char *bjt_import_words_get_problem (const BjtImportProblem *problem);

G_END_DECLS
