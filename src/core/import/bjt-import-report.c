/* bjt-import-report.c: counts by name, and problems with their place.
 *
 * Fed with every draft as it comes; what applies drafts adds its own counts and
 * problems. Holds no value of any row. */
#include "bjt-import-report.h"

#include <json-glib/json-glib.h>

struct _BjtImportReport
{
  char         *file;
  char         *format;   /* (nullable) */
  GStringChunk *texts;
  GArray       *problems; /* BjtImportProblem */
  GPtrArray    *names;    /* of counts, in the order they came */
  GHashTable   *counts;   /* name → number */
  JsonArray    *sheets;
  guint         n_by_severity[BJT_SEVERITY_ERROR + 1];
};

BjtImportReport *
bjt_import_report_new (const char *file)
{
  BjtImportReport *self = g_new0 (BjtImportReport, 1);

  self->file = g_strdup (file);
  self->texts = g_string_chunk_new (4096);
  self->problems = g_array_new (FALSE, FALSE, sizeof (BjtImportProblem));
  self->names = g_ptr_array_new ();
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->sheets = json_array_new ();
  return self;
}

void
bjt_import_report_free (BjtImportReport *self)
{
  json_array_unref (self->sheets);
  g_hash_table_unref (self->counts);
  g_ptr_array_unref (self->names);
  g_array_unref (self->problems);
  g_string_chunk_free (self->texts);
  g_free (self->format);
  g_free (self->file);
  g_free (self);
}

/**
 * bjt_import_report_add_count:
 * @name: such as "rows" or "building"
 */
void
bjt_import_report_add_count (BjtImportReport *self,
                             const char      *name,
                             guint            n)
{
  guint old = bjt_import_report_get_count (self, name);

  if (!g_hash_table_contains (self->counts, name))
    {
      name = g_string_chunk_insert_const (self->texts, name);
      g_ptr_array_add (self->names, (gpointer) name);
    }
  g_hash_table_insert (self->counts, (gpointer) name, GUINT_TO_POINTER (old + n));
}

guint
bjt_import_report_get_count (const BjtImportReport *self,
                             const char            *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, name));
}

/**
 * bjt_import_report_add_problem:
 * @sheet: "" where a file has but one
 * @row: 0 for the file as a whole
 */
void
bjt_import_report_add_problem (BjtImportReport     *self,
                               const char          *sheet,
                               guint32              row,
                               const BjtDraftIssue *issue)
{
  BjtImportProblem problem = { self->file, NULL, row, NULL, issue->severity, NULL, NULL };

  self->n_by_severity[issue->severity]++;
  if (self->problems->len >= BJT_IMPORT_REPORT_MAX_PROBLEMS)
    return;
  problem.sheet = g_string_chunk_insert_const (self->texts, sheet);
  problem.column = g_string_chunk_insert_const (self->texts, issue->column != NULL ? issue->column : "");
  problem.code = g_string_chunk_insert_const (self->texts, issue->code);
  problem.message = g_string_chunk_insert_const (self->texts, issue->message);
  g_array_append_val (self->problems, problem);
}

static void
add_sheet (BjtImportReport     *self,
           const BjtSheetDraft *sheet)
{
  JsonObject *object = json_object_new ();
  JsonObject *columns = json_object_new ();

  json_object_set_string_member (object, "sheet", sheet->sheet);
  json_object_set_string_member (object, "role", sheet->role);
  json_object_set_int_member (object, "header_row", sheet->header_row);
  json_object_set_int_member (object, "rows", sheet->n_rows);
  json_object_set_int_member (object, "skipped_rows", sheet->n_skipped);
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const BjtColumnUse *use = &sheet->columns[i];
      JsonObject         *column = json_object_new ();

      json_object_set_string_member (column, "header", use->header);
      if (use->field >= 0)
        json_object_set_string_member (column, "field", bjt_register_field_get_name ((BjtRegisterField) use->field));
      else
        json_object_set_null_member (column, "field");
      json_object_set_string_member (column, "reason", use->reason);
      json_object_set_object_member (columns, use->column, column);
    }
  json_object_set_object_member (object, "columns", columns);
  json_array_add_object_element (self->sheets, object);
  bjt_import_report_add_count (self, "skipped_rows", sheet->n_skipped);
}

/**
 * bjt_import_report_add_draft:
 *
 * Counts the draft and keeps its issues.
 */
void
bjt_import_report_add_draft (BjtImportReport *self,
                             const BjtDraft  *draft)
{
  switch (draft->kind)
    {
    case BJT_DRAFT_FORMAT:
      g_free (self->format);
      self->format = g_strdup (draft->format);
      break;
    case BJT_DRAFT_SHEET:
      add_sheet (self, &draft->sheet);
      break;
    case BJT_DRAFT_REGISTER_ROW:
      bjt_import_report_add_count (self, "rows", 1);
      for (guint i = 0; i < draft->row.n_issues; i++)
        bjt_import_report_add_problem (self, draft->row.sheet, draft->row.row, &draft->row.issues[i]);
      break;
    case BJT_DRAFT_FEATURE:
      bjt_import_report_add_count (self, bjt_feature_draft_kind_get_name (draft->feature.kind), 1);
      break;
    case BJT_DRAFT_DRAWING:
    case BJT_DRAFT_WORK_STRETCH:
    case BJT_DRAFT_ORDER:
    case BJT_DRAFT_PIECE:
      break;
    case BJT_DRAFT_NOTICE:
    default:
      bjt_import_report_add_problem (self, draft->notice.sheet, draft->notice.row, &draft->notice.issue);
      break;
    }
}

guint
bjt_import_report_get_n_problems (const BjtImportReport *self)
{
  return self->problems->len;
}

guint
bjt_import_report_get_n_problems_of (const BjtImportReport *self,
                                     BjtSeverity            severity)
{
  return self->n_by_severity[severity];
}

const BjtImportProblem *
bjt_import_report_get_problem (const BjtImportReport *self,
                               guint                  index)
{
  return &g_array_index (self->problems, BjtImportProblem, index);
}

static JsonArray *
list_problems (const BjtImportReport *self)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < self->problems->len; i++)
    {
      const BjtImportProblem *problem = &g_array_index (self->problems, BjtImportProblem, i);
      JsonObject             *object = json_object_new ();

      json_object_set_string_member (object, "file", problem->file);
      json_object_set_string_member (object, "sheet", problem->sheet);
      json_object_set_int_member (object, "row", problem->row);
      json_object_set_string_member (object, "column", problem->column);
      json_object_set_string_member (object, "severity", bjt_severity_get_name (problem->severity));
      json_object_set_string_member (object, "code", problem->code);
      json_object_set_string_member (object, "message", problem->message);
      json_array_add_object_element (list, object);
    }
  return list;
}

/**
 * bjt_import_report_to_json:
 *
 * Returns: (transfer full): one object with file, format, counts, sheets and problems
 */
char *
bjt_import_report_to_json (const BjtImportReport *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject          *object = json_object_new ();
  JsonObject          *counts = json_object_new ();
  JsonObject          *severities = json_object_new ();

  for (guint i = 0; i < self->names->len; i++)
    json_object_set_int_member (counts, self->names->pdata[i], bjt_import_report_get_count (self, self->names->pdata[i]));
  for (guint i = 0; i <= BJT_SEVERITY_ERROR; i++)
    json_object_set_int_member (severities, bjt_severity_get_name (i), self->n_by_severity[i]);
  json_object_set_string_member (object, "file", self->file);
  if (self->format != NULL)
    json_object_set_string_member (object, "format", self->format);
  json_object_set_object_member (object, "counts", counts);
  json_object_set_object_member (object, "problem_counts", severities);
  json_object_set_array_member (object, "sheets", json_array_ref (self->sheets));
  json_object_set_array_member (object, "problems", list_problems (self));
  json_node_take_object (root, object);
  return json_to_string (root, TRUE);
}
