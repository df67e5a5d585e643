/* test-address-corpus.c: 2,773 real addresses with their annotation. An address
 * is right when building, entrance and door all are: the same label in the same
 * column, none where none is annotated. Nothing is forgiven but form: the mark
 * behind a label (3栋 is 3幢) and 第 before it, Chinese numerals and digits, upper
 * and lower case, the sign between two labels (415/416 is 415-416), and the end of
 * the compound's name annotated with the building when we read it in the compound.
 *
 * What fails is counted by kind; the first kind is the largest: the one number
 * inside a building (栋N号, N-N) is annotated as entrance on one line and as door
 * on the next. Even and odd lines are counted apart. Run with --verbose to list
 * each failure. */
#include "model/bjt-address.h"

#include "base/bjt-text.h"

#include <locale.h>
#include <string.h>
#include <time.h>

#define LEAST_RIGHT 0.93            /* every label in its column; 0.95 is wanted */
#define LEAST_RIGHT_BUT_COLUMN 0.95 /* the one number inside may stand in the other column */
#define EXIT_SKIPPED 77

enum
{
  COLUMN_ADDRESS,
  COLUMN_BUILDING,
  COLUMN_ENTRANCE,
  COLUMN_LEVEL,
  COLUMN_DOOR,
  COLUMN_COMMUNITY,
  COLUMN_COMPOUND,
  N_COLUMNS
};

typedef enum
{
  FAILURE_COLUMN,   /* the one number inside: entrance for door or door for entrance */
  FAILURE_BUILDING, /* all but the building is right */
  FAILURE_INSIDE,   /* the building is right */
  FAILURE_BOTH,
  N_FAILURES
} Failure;

typedef struct
{
  guint right[2]; /* by parity of the line */
  guint column[2]; /* wrong only in the column of the one inner number */
  guint all[2];
  guint failures[N_FAILURES];
  guint levels;
  guint compounds;
  guint compounds_known;
  guint kinds[N_COLUMNS][3]; /* missing, wrong, not in the annotation */
} Score;

static const char *const column_names[] = { "address", "building", "entrance", "level", "door" };
static const char *const failure_names[] = { "one number inside, in the other column", "building alone", "entrance or door", "building and inside" };
static const char *const kind_names[] = { "missing", "wrong", "unexpected" };

/* Longest first: each is stripped from the end, as often as it comes. */
static const char *const marks[] = { "号写字楼", "高楼", "组团", "单元号", "商位", "专柜", "号馆", "栋幢", "号楼", "塔楼", "单元", "单无", "房间", "号门", "号", "楼",
                                     "栋", "幢", "座", "#", "室", "层", "单", "门", "梯", "房", "户", "间", "店", "铺", "仓",
                                     "撞", "懂", "排", "位", "街", "弄", "区", "市", "窒", "柿" };

static char *
strip_marks (const char *label)
{
  g_autofree char *text = g_utf8_strdown (label, -1);
  gsize            i = 0;

  while (i < G_N_ELEMENTS (marks))
    {
      gsize length = strlen (text);

      if (length > strlen (marks[i]) && g_str_has_suffix (text, marks[i]))
        {
          text[length - strlen (marks[i])] = '\0';
          i = 0;
        }
      else
        i++;
    }
  return g_steal_pointer (&text);
}

/* 第10栋 is 10栋, 415/416 and 415、416 are 415-416. */
static char *
dup_canonical (const char *label)
{
  static const char ordinal[] = "第";
  static const char pause[] = "、";
  g_autofree char  *text = NULL;
  int               value;

  if (label == NULL || *label == '\0')
    return g_strdup ("");
  text = strip_marks (g_str_has_prefix (label, ordinal) ? label + strlen (ordinal) : label);
  g_strdelimit (text, "/", '-');
  if (strstr (text, pause) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (text, pause, -1);

      return g_strjoinv ("-", parts);
    }
  if (bjt_text_parse_number (text, strlen (text), &value))
    return g_strdup_printf ("%d", value);
  return g_steal_pointer (&text);
}

static gboolean
compare (Score      *score,
         int         column,
         const char *expected,
         const char *found)
{
  g_autofree char *want = dup_canonical (expected);
  g_autofree char *have = dup_canonical (found);

  if (strcmp (want, have) == 0)
    return TRUE;
  score->kinds[column][*have == '\0' ? 0 : *want == '\0' ? 2
                                                         : 1]++;
  return FALSE;
}

/* 栋N号 and N-N name one thing inside the building; whether both sides have the
 * same number for it. */
static gboolean
is_same_inner (char            **row,
               const BjtAddress *address)
{
  gboolean         one_expected = (*row[COLUMN_ENTRANCE] == '\0') != (*row[COLUMN_DOOR] == '\0');
  gboolean         one_found = (address->entrance == NULL) != (address->door == NULL);
  g_autofree char *want = dup_canonical (*row[COLUMN_ENTRANCE] != '\0' ? row[COLUMN_ENTRANCE] : row[COLUMN_DOOR]);
  g_autofree char *have = dup_canonical (address->entrance != NULL ? address->entrance : address->door);

  return one_expected && one_found && strcmp (want, have) == 0;
}

/* The end of the compound's name may be annotated with the building: 金福 of
 * 金福一号楼, 东 of 东14幢. It is form when the compound we read ends with it. */
static const char *
skip_name (const char       *building,
           const BjtAddress *address)
{
  static const char numerals[] = "一二三四五六七八九十";
  const char       *at = building;
  g_autofree char  *name = NULL;

  while ((guchar) *at > 127 && g_utf8_strchr (numerals, -1, g_utf8_get_char (at)) == NULL)
    at = g_utf8_next_char (at);
  name = g_strndup (building, (gsize) (at - building));
  return *at != '\0' && address->compound != NULL && g_str_has_suffix (address->compound, name) ? at : building;
}

static Failure
classify (gboolean building,
          gboolean inside,
          gboolean same_inner)
{
  if (!building)
    return inside ? FAILURE_BUILDING : FAILURE_BOTH;
  return same_inner ? FAILURE_COLUMN : FAILURE_INSIDE;
}

static void
judge (Score *score,
       char **row,
       guint  line)
{
  g_autoptr (BjtAddress) address = bjt_address_parse (row[COLUMN_ADDRESS]);
  gboolean building = compare (score, COLUMN_BUILDING, skip_name (row[COLUMN_BUILDING], address), address->building);
  gboolean entrance = compare (score, COLUMN_ENTRANCE, row[COLUMN_ENTRANCE], address->entrance);
  gboolean door = compare (score, COLUMN_DOOR, row[COLUMN_DOOR], address->door);
  gboolean right = building && entrance && door;
  Failure  failure;

  score->levels += compare (score, COLUMN_LEVEL, row[COLUMN_LEVEL], address->level) ? 1 : 0;
  score->right[line % 2] += right ? 1 : 0;
  score->all[line % 2]++;
  if (*row[COLUMN_COMPOUND] != '\0')
    {
      score->compounds_known++;
      score->compounds += address->compound != NULL && strstr (address->compound, row[COLUMN_COMPOUND]) != NULL ? 1 : 0;
    }
  if (right)
    return;
  failure = classify (building, entrance && door, is_same_inner (row, address));
  score->failures[failure]++;
  score->column[line % 2] += failure == FAILURE_COLUMN ? 1 : 0;
  if (g_test_verbose ())
    g_print ("# %u %s: %s/%s/%s/%s, annotated %s/%s/%s/%s\n", line, row[COLUMN_ADDRESS],
             address->building, address->entrance, address->level, address->door,
             row[COLUMN_BUILDING], row[COLUMN_ENTRANCE], row[COLUMN_LEVEL], row[COLUMN_DOOR]);
}

static double
share (guint right,
       guint all)
{
  return all > 0 ? (double) right / (double) all : 0.0;
}

static void
report (const Score *score)
{
  guint right = score->right[0] + score->right[1];
  guint all = score->all[0] + score->all[1];

  g_print ("# building, entrance and door right: %u of %u (%.2f %%), even lines %.2f %%, odd lines %.2f %%\n",
           right, all, 100 * share (right, all),
           100 * share (score->right[0], score->all[0]), 100 * share (score->right[1], score->all[1]));
  for (int failure = 0; failure < N_FAILURES; failure++)
    g_print ("# wrong, %s: %u\n", failure_names[failure], score->failures[failure]);
  g_print ("# level right: %.2f %%, compound holds the annotated name: %.2f %%\n",
           100 * share (score->levels, all), 100 * share (score->compounds, score->compounds_known));
  for (int column = COLUMN_BUILDING; column <= COLUMN_DOOR; column++)
    for (int kind = 0; kind < 3; kind++)
      g_print ("# %s %s: %u\n", kind_names[kind], column_names[column], score->kinds[column][kind]);
}

static void
test_corpus (gconstpointer data)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  Score score = { 0 };

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (row), >=, N_COLUMNS);
      judge (&score, row, i);
    }
  report (&score);
  g_assert_cmpuint (score.all[0] + score.all[1], ==, 2773);
  g_assert_cmpfloat (share (score.right[0], score.all[0]), >=, LEAST_RIGHT);
  g_assert_cmpfloat (share (score.right[1], score.all[1]), >=, LEAST_RIGHT);
  for (guint odd = 0; odd < 2; odd++)
    g_assert_cmpfloat (share (score.right[odd] + score.column[odd], score.all[odd]), >=, LEAST_RIGHT_BUT_COLUMN);
}

/* Measured in processor time, not judged. */
static void
test_speed (gconstpointer data)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  guint   n = 0;
  clock_t started;

  for (guint i = 1; lines[i] != NULL; i++)
    lines[i][strcspn (lines[i], "\t")] = '\0';
  started = clock ();
  for (guint round = 0; round < 20; round++)
    for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
      bjt_address_free (bjt_address_parse (lines[i]));
  g_print ("# %.0f addresses a second\n", (double) CLOCKS_PER_SEC * n / (double) MAX (clock () - started, 1));
}

static char *
dup_path (void)
{
  const char *root = g_getenv ("BJT_SHARED_DATA");

  return g_build_filename (root != NULL ? root : BJT_SOURCE_ROOT "/../shared/data", "05_addresses_registers",
                           "address_parsing", "addresses_with_building_unit_room.tsv", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = dup_path ();
  g_autofree char *text = NULL;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return EXIT_SKIPPED;
  g_test_add_data_func ("/address/corpus", text, test_corpus);
  g_test_add_data_func ("/address/speed", text, test_speed);
  return g_test_run ();
}
