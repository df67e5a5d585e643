/* test-csv-reader.c: text tables as they come: encodings, separators, quotes,
 * line ends, and what is no text at all. */
#include "import/bjt-csv-reader.h"
#include "import/bjt-import-error.h"

#include <string.h>

static gboolean
read_bytes (const char   *bytes,
            gsize         length,
            BjtCsvResult *result,
            GError      **error)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, bytes, length);
  copy[length] = '\0';
  return bjt_csv_read (copy, length, "t", result, error);
}

/* Cells joined by `|`, rows by `/`. */
static char *
dump (const BjtTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < bjt_table_get_n_rows (table); row++)
    {
      if (row > 0)
        g_string_append_c (out, '/');
      for (guint column = 0; column < bjt_table_get_row (table, row)->n_cells; column++)
        g_string_append_printf (out, "%s%s", column > 0 ? "|" : "", bjt_table_get_cell (table, row, column)->text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_cells (const char *bytes,
              gsize       length,
              const char *encoding,
              const char *expected)
{
  g_auto (BjtCsvResult) result = { 0 };
  g_autoptr (GError)    error = NULL;
  g_autofree char      *cells = NULL;

  g_assert_true (read_bytes (bytes, length, &result, &error));
  g_assert_no_error (error);
  cells = dump (result.table);
  g_assert_cmpstr (cells, ==, expected);
  g_assert_cmpstr (result.encoding, ==, encoding);
}

static void
assert_text (const char *text,
             const char *expected)
{
  assert_cells (text, strlen (text), "UTF-8", expected);
}

static void
test_separators (void)
{
  assert_text ("a,b\n1,2\n", "a|b/1|2");
  assert_text ("a;b\n1,5;2\n", "a|b/1,5|2");
  assert_text ("a\tb\n1\t2", "a|b/1|2");
  assert_text ("a|b\n1|2", "a|b/1|2");
  assert_text ("sep=;\na;b,c\n", "a|b,c");
  assert_text ("a\nb\n", "a/b");
}

static void
test_line_ends (void)
{
  assert_text ("a,b\r\n1,2\r\n", "a|b/1|2");
  assert_text ("a,b\r1,2\r", "a|b/1|2");
  assert_text ("a,b\n\n1,2", "a|b//1|2");
}

static void
test_quotes (void)
{
  assert_text ("a,\"b,c\"\n", "a|b,c");
  assert_text ("\"a\"\"b\",c\n", "a\"b|c");
  assert_text ("\"a\r\nb\",c\nd,e\n", "a\r\nb|c/d|e");
  assert_text ("a,b\"c\n", "a|b\"c");
  assert_text ("\"a\"x,b\n", "ax|b");
  assert_text ("\"\",b\n", "|b");
}

static void
test_open_quote (void)
{
  static const char     text[] = "a,b\n1,\"2\n3,4\n";
  g_auto (BjtCsvResult) result = { 0 };
  g_autofree char      *cells = NULL;

  g_assert_true (read_bytes (text, strlen (text), &result, NULL));
  cells = dump (result.table);
  g_assert_cmpstr (cells, ==, "a|b/1|\"2/3|4");
  g_assert_cmpuint (result.problems->len, ==, 1);
  g_assert_cmpstr (g_array_index (result.problems, BjtCsvProblem, 0).code, ==, "open-quote");
  g_assert_cmpuint (g_array_index (result.problems, BjtCsvProblem, 0).row, ==, 2);
}

static void
test_encodings (void)
{
  static const char *const names[] = { "GB18030", "UTF-16LE", "UTF-16BE" };
  static const char        text[] = "姓名,楼号\n王淑兰,3号楼\n李明,12号楼\n";

  assert_text (text, "姓名|楼号/王淑兰|3号楼/李明|12号楼");
  assert_text ("\357\273\277姓名,楼号\n", "姓名|楼号");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize            length;
      g_autofree char *bytes = g_convert (text, -1, names[i], "UTF-8", NULL, &length, NULL);

      assert_cells (bytes, length, names[i], "姓名|楼号/王淑兰|3号楼/李明|12号楼");
    }
}

static void
test_byte_order_mark (void)
{
  static const char little[] = "\377\376a\0,\0b\0";
  static const char big[] = "\376\377\0a\0,\0b";

  assert_cells (little, 8, "UTF-16LE", "a|b");
  assert_cells (big, 8, "UTF-16BE", "a|b");
}

static void
test_broken_row (void)
{
  GString              *text = g_string_new (NULL);
  g_auto (BjtCsvResult) result = { 0 };

  for (int i = 0; i < 50; i++)
    g_string_append (text, i == 7 ? "中\377\377文,1\n" : "中文,1\n");
  g_assert_true (read_bytes (text->str, text->len, &result, NULL));
  g_assert_cmpuint (bjt_table_get_n_rows (result.table), ==, 50);
  g_assert_cmpuint (result.problems->len, ==, 1);
  g_assert_cmpstr (g_array_index (result.problems, BjtCsvProblem, 0).code, ==, "text-encoding");
  g_assert_cmpuint (g_array_index (result.problems, BjtCsvProblem, 0).row, ==, 8);
  g_string_free (text, TRUE);
}

static void
test_binary (void)
{
  static const char     bytes[] = "MZ\0\1\2\3\4\5\6\7,\n\0\0";
  g_auto (BjtCsvResult) result = { 0 };
  g_autoptr (GError)    error = NULL;

  g_assert_false (read_bytes (bytes, sizeof bytes, &result, &error));
  g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED);
}

static void
test_too_wide (void)
{
  g_auto (BjtCsvResult) result = { 0 };
  g_autoptr (GError)    error = NULL;
  g_autofree char      *text = g_strnfill (5000, ',');

  g_assert_false (read_bytes (text, 5000, &result, &error));
  g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/csv/separators", test_separators);
  g_test_add_func ("/import/csv/line-ends", test_line_ends);
  g_test_add_func ("/import/csv/quotes", test_quotes);
  g_test_add_func ("/import/csv/open-quote", test_open_quote);
  g_test_add_func ("/import/csv/encodings", test_encodings);
  g_test_add_func ("/import/csv/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/import/csv/broken-row", test_broken_row);
  g_test_add_func ("/import/csv/binary", test_binary);
  g_test_add_func ("/import/csv/too-wide", test_too_wide);
  return g_test_run ();
}
