/* test-id-number.c: the rule by the examples of the standard and by each fault;
 * with the shared vectors when they are there. */
#include "model/bjt-id-number.h"

#include <json-glib/json-glib.h>

static void
test_valid (void)
{
  static const struct
  {
    const char *text, *full, *birth_date;
    BjtIdSex    sex;
    gboolean    legacy;
  } cases[] = {
    { "11010519491231002X", "11010519491231002X", "1949-12-31", BJT_ID_SEX_FEMALE, FALSE },
    { "440524188001010014", "440524188001010014", "1880-01-01", BJT_ID_SEX_MALE, FALSE },
    { "11010519491231002x", "11010519491231002X", "1949-12-31", BJT_ID_SEX_FEMALE, FALSE },
    { " '1101 0519 4912 3100 2X ", "11010519491231002X", "1949-12-31", BJT_ID_SEX_FEMALE, FALSE },
    { "22249919560312001X", "22249919560312001X", "1956-03-12", BJT_ID_SEX_MALE, FALSE },
    { "431389760616601", "431389197606166012", "1976-06-16", BJT_ID_SEX_MALE, TRUE },
    { "810000199408230021", "810000199408230021", "1994-08-23", BJT_ID_SEX_FEMALE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtIdNumber     id;
      g_autofree char *date = NULL;

      g_assert_cmpstr (bjt_id_number_status_get_code (bjt_id_number_parse (&id, cases[i].text)), ==, "id-valid");
      date = bjt_date_dup_string (id.birth_date);
      g_assert_cmpstr (id.text, ==, cases[i].full);
      g_assert_cmpstr (date, ==, cases[i].birth_date);
      g_assert_cmpint (id.sex, ==, cases[i].sex);
      g_assert_cmpint (id.legacy, ==, cases[i].legacy);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char       *text;
    BjtIdNumberStatus status;
  } cases[] = {
    { NULL, BJT_ID_NUMBER_EMPTY },
    { "  ", BJT_ID_NUMBER_EMPTY },
    { "4.4E+17", BJT_ID_NUMBER_DAMAGED },
    { "4.40524188001010E+17", BJT_ID_NUMBER_DAMAGED },
    { "440524188001010000", BJT_ID_NUMBER_DAMAGED },
    { "1101051949123100", BJT_ID_NUMBER_BAD_LENGTH },
    { "11010519491231002XX", BJT_ID_NUMBER_BAD_LENGTH },
    { "无", BJT_ID_NUMBER_BAD_LENGTH },
    { "1101051949123100AX", BJT_ID_NUMBER_BAD_CHARACTER },
    { "11010519491231X02X", BJT_ID_NUMBER_BAD_CHARACTER },
    { "990105194912310025", BJT_ID_NUMBER_BAD_REGION },
    { "110105194902300021", BJT_ID_NUMBER_BAD_DATE },
    { "110105194912310021", BJT_ID_NUMBER_BAD_CHECK_DIGIT },
    { "E12345678", BJT_ID_NUMBER_OTHER_DOCUMENT },
    { "H1234567(8)", BJT_ID_NUMBER_OTHER_DOCUMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtIdNumber id;

      g_assert_cmpstr (bjt_id_number_status_get_code (bjt_id_number_parse (&id, cases[i].text)), ==,
                       bjt_id_number_status_get_code (cases[i].status));
      g_assert_cmpstr (id.text, ==, "");
      g_assert_cmpint (id.birth_date, ==, BJT_DATE_NONE);
    }
}

static void
test_shared (void)
{
  const char            *data = g_getenv ("BJT_SHARED_DATA");
  g_autofree char       *path = g_strconcat (data != NULL ? data : BJT_SOURCE_ROOT "/../shared/data", "/08_peer_fixtures/id_number/id_number_vectors.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray             *vectors;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no shared data");
      return;
    }
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  vectors = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (vectors), >, 50);
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      const char *text = json_object_get_string_member (vector, "id");
      BjtIdNumber id;

      g_test_message ("%s", text);
      g_assert_cmpint (bjt_id_number_parse (&id, text) == BJT_ID_NUMBER_VALID, ==, json_object_get_boolean_member (vector, "valid"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/id-number/valid", test_valid);
  g_test_add_func ("/model/id-number/faults", test_faults);
  g_test_add_func ("/model/id-number/shared", test_shared);
  return g_test_run ();
}
