/* bjt-ledger-sheet.c: a column is a name, a title, a width and what it says of an
 * issue. Issues are told by place and title, never by a person. */
#include "bjt-ledger-sheet.h"

#include <string.h>

#define USUAL "number,reported,source,kind,place,title,department,state,due,closed,remark"

typedef struct
{
  const BjtLedger *ledger;
  BjtSheetLanguage language;
  guint            row; /* from 1 */
} Context;

typedef char *(*Teller) (const Context *context, const BjtLedgerIssue *issue);

static char *
dup_day (BjtDate day)
{
  return day != BJT_DATE_NONE ? bjt_date_dup_string (day) : NULL;
}

static char *
tell_row (const Context        *context,
          const BjtLedgerIssue *issue)
{
  return g_strdup_printf ("%u", context->row);
}

static char *
tell_number (const Context        *context,
             const BjtLedgerIssue *issue)
{
  return g_strdup (issue->number);
}

static char *
tell_reported (const Context        *context,
               const BjtLedgerIssue *issue)
{
  return dup_day (issue->reported_on);
}

static char *
tell_source (const Context        *context,
             const BjtLedgerIssue *issue)
{
  return g_strdup (issue->source);
}

static char *
tell_kind (const Context        *context,
           const BjtLedgerIssue *issue)
{
  return issue->kind != BJT_NO_INDEX ? g_strdup (bjt_ledger_get_kind (context->ledger, issue->kind)->name) : NULL;
}

static char *
tell_grid (const Context        *context,
           const BjtLedgerIssue *issue)
{
  return issue->grid != BJT_NO_INDEX ? g_strdup_printf ("%d", bjt_picture_get_grid (context->ledger->picture, issue->grid)->number) : NULL;
}

static char *
tell_place (const Context        *context,
            const BjtLedgerIssue *issue)
{
  return g_strdup (issue->where);
}

static char *
tell_title (const Context        *context,
            const BjtLedgerIssue *issue)
{
  return g_strdup (issue->title);
}

static char *
tell_tier (const Context        *context,
           const BjtLedgerIssue *issue)
{
  return g_strdup (issue->tier);
}

static char *
tell_department (const Context        *context,
                 const BjtLedgerIssue *issue)
{
  return g_strdup (issue->department);
}

static char *
tell_state (const Context        *context,
            const BjtLedgerIssue *issue)
{
  return g_strdup (bjt_sheet_words_get (context->language, BJT_WORD_BOX_REPORTED + (BjtSheetWord) MIN (issue->box, BJT_ISSUE_CLOSED)));
}

static char *
tell_due (const Context        *context,
          const BjtLedgerIssue *issue)
{
  return dup_day (issue->due_on);
}

static char *
tell_closed (const Context        *context,
             const BjtLedgerIssue *issue)
{
  return dup_day (issue->closed_on);
}

static char *
tell_nothing (const Context        *context,
              const BjtLedgerIssue *issue)
{
  return NULL;
}

static const BjtLedgerColumn columns[] = {
  { "row", BJT_WORD_LEDGER_ROW },           { "number", BJT_WORD_LEDGER_NUMBER },         { "reported", BJT_WORD_LEDGER_REPORTED },
  { "source", BJT_WORD_LEDGER_SOURCE },     { "kind", BJT_WORD_LEDGER_KIND },             { "grid", BJT_WORD_COLUMN_GRID },
  { "place", BJT_WORD_LEDGER_PLACE },       { "title", BJT_WORD_LEDGER_TITLE },           { "tier", BJT_WORD_LEDGER_TIER },
  { "department", BJT_WORD_LEDGER_DEPARTMENT }, { "state", BJT_WORD_LEDGER_STATE },       { "due", BJT_WORD_LEDGER_DUE },
  { "closed", BJT_WORD_LEDGER_CLOSED },     { "remark", BJT_WORD_LEDGER_REMARK },         { "signature", BJT_WORD_LEDGER_SIGNATURE },
};

/* By column: how wide, and what it says. */
static const struct
{
  double width;
  Teller tell;
} tellers[G_N_ELEMENTS (columns)] = {
  { 9, tell_row },   { 20, tell_number },     { 21, tell_reported }, { 15, tell_source }, { 25, tell_kind },
  { 10, tell_grid }, { 42, tell_place },      { 58, tell_title },    { 13, tell_tier },   { 28, tell_department },
  { 14, tell_state }, { 21, tell_due },       { 21, tell_closed },   { 26, tell_nothing }, { 24, tell_nothing },
};

const BjtLedgerColumn *
bjt_ledger_sheet_get_columns (guint *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}

const char *
bjt_ledger_sheet_get_usual_columns (void)
{
  return USUAL;
}

/* Indices into columns; NULL after saying which there is not. */
static GArray *
read_columns (const char *text,
              GError    **error)
{
  g_auto (GStrv)     names = g_strsplit (text, ",", -1);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint c = 0;

      while (c < G_N_ELEMENTS (columns) && strcmp (columns[c].name, g_strstrip (names[i])) != 0)
        c++;
      if (c == G_N_ELEMENTS (columns) || chosen->len == BJT_TABLE_MAX_COLUMNS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "There is no column “%s”: use row, number, reported, source, kind, grid, place, title, tier, department, state, due, closed, remark, signature", names[i]);
          return NULL;
        }
      g_array_append_val (chosen, c);
    }
  return g_steal_pointer (&chosen);
}

static void
add_issue (BjtTableSheet        *sheet,
           const Context        *context,
           const GArray         *chosen,
           const BjtLedgerIssue *issue)
{
  char *cells[BJT_TABLE_MAX_COLUMNS];

  for (guint c = 0; c < chosen->len; c++)
    cells[c] = tellers[g_array_index (chosen, guint, c)].tell (context, issue);
  bjt_table_sheet_add_row (sheet, (const char *const *) cells);
  for (guint c = 0; c < chosen->len; c++)
    g_free (cells[c]);
}

/* Those that are open, or those that are not, below how many they are. */
static void
add_part (BjtTableSheet *sheet,
          Context       *context,
          const GArray  *chosen,
          const GArray  *found,
          gboolean       is_open)
{
  g_autofree char *heading = NULL;
  guint            n = 0;

  for (guint i = 0; i < found->len; i++)
    n += bjt_ledger_issue_is_open (bjt_ledger_get_issue (context->ledger, g_array_index (found, guint32, i))) == is_open;
  if (n == 0)
    return;
  heading = bjt_sheet_words_format (context->language, is_open ? BJT_WORD_LEDGER_OPEN : BJT_WORD_LEDGER_ENDED, n);
  bjt_table_sheet_add_heading (sheet, heading);
  for (guint i = 0; i < found->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (context->ledger, g_array_index (found, guint32, i));

      if (bjt_ledger_issue_is_open (issue) != is_open)
        continue;
      context->row++;
      add_issue (sheet, context, chosen, issue);
    }
}

static BjtTableSheet *
make_table (const Context             *context,
            const BjtLedgerFilter     *filter,
            const GArray              *chosen,
            const BjtGridSheetOptions *options,
            GError                   **error)
{
  BjtPicture      *picture = context->ledger->picture;
  const char      *community = picture->community.name != NULL ? picture->community.name : "";
  const char      *grid = filter->grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, filter->grid)->name : NULL;
  g_autofree char *place = grid != NULL ? g_strdup_printf ("%s %s", community, grid) : g_strdup (community);
  g_autofree char *title = bjt_sheet_words_format (context->language, BJT_WORD_LEDGER_SHEET, place);
  g_autofree char *from = filter->from_on != BJT_DATE_NONE ? bjt_date_dup_string (filter->from_on) : NULL;
  g_autofree char *to = bjt_date_dup_string (filter->to_on != BJT_DATE_NONE ? filter->to_on : picture->as_of);
  g_autofree char *subtitle = from != NULL ? g_strdup_printf ("%s – %s", from, to) : g_strdup_printf ("– %s", to);
  BjtTableColumn   table[BJT_TABLE_MAX_COLUMNS];
  BjtTableForm     form = { title, subtitle, table, chosen->len, 1, "A3", TRUE };

  for (guint c = 0; c < chosen->len; c++)
    {
      guint index = g_array_index (chosen, guint, c);

      table[c] = (BjtTableColumn) { bjt_sheet_words_get (context->language, columns[index].title), tellers[index].width, BJT_PEN_LEFT };
    }
  return bjt_table_sheet_new (picture, &form, options, error);
}

/**
 * bjt_ledger_sheet_new:
 *
 * Returns: (transfer full) (nullable): %NULL where there is no such issue, or column
 */
BjtSheet *
bjt_ledger_sheet_new (const BjtLedger           *ledger,
                      const BjtLedgerFilter     *filter,
                      const char                *columns_text,
                      const BjtGridSheetOptions *options,
                      GError                   **error)
{
  Context            context = { ledger, options->language, 0 };
  g_autoptr (GArray) chosen = read_columns (columns_text != NULL ? columns_text : USUAL, error);
  g_autoptr (GArray) found = NULL;
  BjtTableSheet     *sheet;

  if (chosen == NULL)
    return NULL;
  found = bjt_ledger_filter_list (filter, ledger, BJT_LEDGER_BY_NUMBER);
  if (found->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: no issue was reported here in that time");
      return NULL;
    }
  sheet = make_table (&context, filter, chosen, options, error);
  if (sheet == NULL)
    return NULL;
  add_part (sheet, &context, chosen, found, TRUE);
  add_part (sheet, &context, chosen, found, FALSE);
  return BJT_SHEET (sheet);
}
