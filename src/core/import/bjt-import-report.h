/* bjt-import-report.h: what an import found and did, row by row.
 */
#pragma once

#include "bjt-draft.h"

G_BEGIN_DECLS

typedef struct
{
  const char *file;
  const char *sheet;
  guint32     row;     /* 0: the file as a whole */
  const char *column;  /* letter or "" */
  BjtSeverity severity;
  const char *code;
  const char *message;
} BjtImportProblem;

/* Problems beyond this number are counted and not kept. */
#define BJT_IMPORT_REPORT_MAX_PROBLEMS 100000

typedef struct _BjtImportReport BjtImportReport;

BjtImportReport        *bjt_import_report_new (const char *file);
void                    bjt_import_report_free (BjtImportReport *self);
void                    bjt_import_report_add_draft (BjtImportReport *self, const BjtDraft *draft);
void                    bjt_import_report_add_problem (BjtImportReport *self, const char *sheet, guint32 row, const BjtDraftIssue *issue);
void                    bjt_import_report_add_count (BjtImportReport *self, const char *name, guint n);
guint                   bjt_import_report_get_count (const BjtImportReport *self, const char *name);
guint                   bjt_import_report_get_n_problems (const BjtImportReport *self);
guint                   bjt_import_report_get_n_problems_of (const BjtImportReport *self, BjtSeverity severity);
const BjtImportProblem *bjt_import_report_get_problem (const BjtImportReport *self, guint index);
char                   *bjt_import_report_to_json (const BjtImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtImportReport, bjt_import_report_free)

G_END_DECLS
