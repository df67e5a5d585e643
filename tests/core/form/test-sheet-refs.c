/* test-sheet-refs.c: references follow the rows that are put into a sheet. */
#include "bjt-sheet-refs.h"

static const BjtRowGrowth growth = { "表 一", 5, 9, 10 };
static const BjtRowGrowth single = { "表 一", 5, 5, 10 };

typedef struct
{
  const char         *text, *own_sheet;
  const BjtRowGrowth *growth;
  BjtRefsMode         mode;
  const char         *expected;
} Case;

static const Case cases[] = {
  { "SUM(K5:K9)", "表 一", &growth, BJT_REFS_FORMULA, "SUM(K5:K19)" },
  { "SUM(K5:K8)", "表 一", &growth, BJT_REFS_FORMULA, "SUM(K5:K8)" },
  { "SUM($K$5:$K$9)+A10", "表 一", &growth, BJT_REFS_FORMULA, "SUM($K$5:$K$19)+A20" },
  { "SUM(B9:F9)", "表 一", &growth, BJT_REFS_FORMULA, "SUM(B9:F9)" },
  { "SUM(B5:B5)", "表 一", &single, BJT_REFS_FORMULA, "SUM(B5:B15)" },
  { "SUM(D5:D9)*D12", "表 一", &growth, BJT_REFS_IN_ROW, "SUM(D5:D9)*D22" },
  { "'表 一'!K10+K10", "汇总", &growth, BJT_REFS_FORMULA, "'表 一'!K20+K10" },
  { "[1]Sheet1!A10+'[2]表 一'!A10", "汇总", &growth, BJT_REFS_FORMULA, "[1]Sheet1!A10+'[2]表 一'!A10" },
  { "IF(A10=\"A10\",LOG10(A1),RATES2026)", "表 一", &growth, BJT_REFS_FORMULA, "IF(A20=\"A10\",LOG10(A1),RATES2026)" },
  { "表[列10]+A10", "表 一", &growth, BJT_REFS_FORMULA, "表[列10]+A20" },
  { "'表 一'!$3:$4,'表 一'!$A$1:$L$11", NULL, &growth, BJT_REFS_FORMULA, "'表 一'!$3:$4,'表 一'!$A$1:$L$21" },
  { "A5 C7:D9 E10:F12", "表 一", &growth, BJT_REFS_AREAS, "A5 C7:D19 E20:F22" },
  { "A5", "表 一", &single, BJT_REFS_AREAS, "A5:A15" },
  { "1.5E3+A1048577+ABCD12", "表 一", &growth, BJT_REFS_FORMULA, "1.5E3+A1048577+ABCD12" },
  { "\"open", "表 一", &growth, BJT_REFS_FORMULA, "\"open" },
  { "'open", "表 一", &growth, BJT_REFS_FORMULA, "'open" },
  { "[open", "表 一", &growth, BJT_REFS_FORMULA, "[open" },
};

static void
test_grow (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bjt_sheet_refs_grow (cases[i].text, cases[i].own_sheet, cases[i].growth, cases[i].mode);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* A copy looks at its own row, and at the rates where they stand. */
static void
test_copy (void)
{
  g_autofree char *row = bjt_sheet_refs_shift ("D9*H2+$D$9+A8", 5, 9, 3);
  g_autofree char *shared = bjt_sheet_refs_move ("B5+$B5+B$5", 2, 1);
  g_autofree char *edge = bjt_sheet_refs_move ("A1", -3, -3);

  g_assert_cmpstr (row, ==, "D12*H2+$D$9+A11");
  g_assert_cmpstr (shared, ==, "C7+$B7+C$5");
  g_assert_cmpstr (edge, ==, "A1");
}

static void
test_areas (void)
{
  guint32          r1, c1, r2, c2;
  g_autofree char *area = bjt_sheet_refs_format_area (0, 26, 1048575, 16383);

  g_assert_true (bjt_sheet_refs_parse_area ("C7:A2", &r1, &c1, &r2, &c2));
  g_assert_cmpuint (r1, ==, 1);
  g_assert_cmpuint (c2, ==, 2);
  g_assert_false (bjt_sheet_refs_parse_area ("A0", &r1, &c1, &r2, &c2));
  g_assert_false (bjt_sheet_refs_parse_area ("A1:", &r1, &c1, &r2, &c2));
  g_assert_false (bjt_sheet_refs_parse_area ("XFE1", &r1, &c1, &r2, &c2));
  g_assert_false (bjt_sheet_refs_parse_area (NULL, &r1, &c1, &r2, &c2));
  g_assert_cmpstr (area, ==, "AA1:XFD1048576");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/refs/grow", test_grow);
  g_test_add_func ("/form/refs/copy", test_copy);
  g_test_add_func ("/form/refs/areas", test_areas);
  return g_test_run ();
}
