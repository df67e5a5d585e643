/* What packs say of themselves, and what strangers put there. */
#include "tiles/bjt-tile-metadata.h"

#include <string.h>

static BjtTileInfo
read_json (const char *text)
{
  BjtTileInfo info;

  bjt_tile_metadata_init (&info);
  bjt_tile_metadata_set_json (&info, text, strlen (text));
  return info;
}

static void
test_texts (void)
{
  BjtTileInfo info;

  bjt_tile_metadata_init (&info);
  bjt_tile_metadata_set (&info, "attribution", "<a href=\"x\">&copy; 我们</a>\n&amp; you 1 < 2");
  g_assert_cmpstr (info.attribution, ==, "© 我们 & you 1 < 2");
  bjt_tile_metadata_set (&info, "attribution", "later");
  g_assert_cmpstr (info.attribution, ==, "© 我们 & you 1 < 2");
  bjt_tile_metadata_set (&info, "name", "  ");
  g_assert_null (info.name);
  bjt_tile_metadata_set (&info, "name", "\xFF\xFE name");
  g_assert_true (g_utf8_validate (info.name, -1, NULL));
  bjt_tile_metadata_set (&info, "datum", "bd09");
  g_assert_cmpint (info.datum, ==, BJT_DATUM_BD09);
  bjt_tile_metadata_set (&info, "datum", "mars");
  g_assert_cmpint (info.datum, ==, BJT_DATUM_BD09);
  bjt_tile_metadata_set (&info, "review_number", "GS(2026)1号");
  g_assert_cmpstr (info.review_number, ==, "GS(2026)1号");
  bjt_tile_info_clear (&info);
}

static void
test_bounds (void)
{
  static const char *const nonsense[] = { "", "1,2,3", "1,2,3,4,5", "10,10,5,20", "-500,0,1,1", "nan,0,1,1", "a,b,c,d" };
  BjtTileInfo              info;

  bjt_tile_metadata_init (&info);
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      bjt_tile_metadata_set (&info, "bounds", nonsense[i]);
      g_assert_true (bjt_box_is_empty (&info.bounds));
    }
  bjt_tile_metadata_set (&info, "bounds", "112.5, 29.5, 112.7,29.9");
  g_assert_cmpfloat (info.bounds.x1, ==, 112.5);
  g_assert_cmpfloat (info.bounds.y2, ==, 29.9);
}

static void
test_json (void)
{
  BjtTileInfo info = read_json ("{\"name\":\"n\",\"vector_layers\":[{\"id\":\"water\"},{\"id\":\"road\",\"fields\":{}},{},7]}");

  g_assert_cmpstr (info.name, ==, "n");
  g_assert_cmpuint (g_strv_length (info.layers), ==, 2);
  g_assert_cmpstr (info.layers[1], ==, "road");
  bjt_tile_info_clear (&info);
}

static void
test_nonsense_json (void)
{
  static const char *const texts[] = { "", "{", "[]", "7", "{\"name\":7,\"vector_layers\":{}}", "{\"name\":\"\xFF\"}" };
  g_autofree char         *deep = g_strnfill (100000, '[');
  BjtTileInfo              info;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      info = read_json (texts[i]);
      g_assert_null (info.name);
      g_assert_null (info.layers);
    }
  info = read_json (deep);
  g_assert_null (info.name);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *bytes;
    gsize       size;
    const char *format;
  } cases[] = {
    { "\x89PNG\r", 5, "png" }, { "\xFF\xD8\xFF\xE0", 4, "jpg" }, { "RIFF0000WEBPVP8 ", 16, "webp" },
    { "\x1F\x8B\x08", 3, "pbf" }, { "\x1A\x05hello", 7, "pbf" }, { "{\"a\":1}", 7, NULL }, { "", 0, NULL }, { "RIFF", 4, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);

      g_assert_cmpstr (bjt_tile_metadata_get_format (bytes), ==, cases[i].format);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/metadata/texts", test_texts);
  g_test_add_func ("/tiles/metadata/bounds", test_bounds);
  g_test_add_func ("/tiles/metadata/json", test_json);
  g_test_add_func ("/tiles/metadata/nonsense-json", test_nonsense_json);
  g_test_add_func ("/tiles/metadata/formats", test_formats);
  return g_test_run ();
}
