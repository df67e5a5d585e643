/* Coordinates as people write them. */
#include "geo/bjt-coordinates.h"
#include "geo/bjt-ground.h"

#include <math.h>

static const BjtPoint near_wangqing = { 129.77, 43.31 };

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double      longitude, latitude;
  } cases[] = {
    { "129.77, 43.31", 129.77, 43.31 },
    { "43.31,129.77", 129.77, 43.31 },
    { "129.77 43.31", 129.77, 43.31 },
    { "  129.77\t43.31 ", 129.77, 43.31 },
    { "43.31N 129.77E", 129.77, 43.31 },
    { "N43.31 E129.77", 129.77, 43.31 },
    { "E 129.77 N 43.31", 129.77, 43.31 },
    { "12.5S, 70.25W", -70.25, -12.5 },
    { "-70.25, -12.5", -70.25, -12.5 },
    { "129°46′12″E 43°18′36″N", 129.77, 43.31 },
    { "43°18'36\"N, 129°46'12\"E", 129.77, 43.31 },
    { "43°18'36''N 129°46'12''E", 129.77, 43.31 },
    { "129°46.2′ 43°18.6′", 129.77, 43.31 },
    { "129:46:12 43:18:36", 129.77, 43.31 },
    { "129.77° 43.31°", 129.77, 43.31 },
    { "东经129.77，北纬43.31", 129.77, 43.31 },
    { "北纬43度18分36秒 东经129度46分12秒", 129.77, 43.31 },
    { "经度：129.77，纬度：43.31", 129.77, 43.31 },
    { "１２９．７７，４３．３１", 129.77, 43.31 },
    { "lon=129.77 lat=43.31", 129.77, 43.31 },
    { "(129.77, 43.31)", 129.77, 43.31 },
    { "geo:43.31,129.77", 129.77, 43.31 },
    { "129.77;43", 129.77, 43 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtPoint place = { NAN, NAN };

      g_test_message ("%s", cases[i].text);
      g_assert_true (bjt_coordinates_parse (cases[i].text, near_wangqing, &place));
      g_assert_cmpfloat_with_epsilon (place.x, cases[i].longitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (place.y, cases[i].latitude, 1e-9);
    }
}

/* What is typed into a search field and is none. */
static void
test_refuses (void)
{
  static const char *const cases[] = {
    "", " ", "129.77", "3-2-501", "3 2", "3 2 501", "12,30", "wsl", "13800001234", "1380000 1234567 12", "129.77, 143.31", "190.5, 20.5",
    "129.77E 43.31E", "129.77, 43.31, 5.5", "129.77-43.31", "1..5 2.5", ".", "-,-", "129°46′12″ 10″", "山水宜家 3.5 2.5", "N", "NNNN 1.5 2.5",
    "129.77,43.31x9.5", "\xff\xfe", "99999999999999999999999999999999999.5 1.5", "4797123.4 99562345.6", "0x10.5 1.5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtPoint place;

      g_test_message ("%s", cases[i]);
      g_assert_false (bjt_coordinates_parse (cases[i], near_wangqing, &place));
    }
}

static void
test_parse_metres (void)
{
  g_autoptr (BjtGround) ground = bjt_ground_new (near_wangqing.x);
  BjtPoint metres = bjt_ground_project (ground, near_wangqing), place;
  char *const texts[] = {
    g_strdup_printf ("%.4f %.4f", metres.y, metres.x),
    g_strdup_printf ("X=%.4f, Y=%.4f", metres.y, metres.x),
    g_strdup_printf ("N %.4f E %.4f (129°)", metres.y, metres.x),
    g_strdup_printf ("%.4f, 43%.4f", metres.y, metres.x),
  };

  g_assert_cmpint (bjt_ground_get_central_meridian (ground), ==, 129);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = texts[i];
      /* A zone beats what is looked at. */
      BjtPoint near = i >= 2 ? (BjtPoint) { 100, 30 } : near_wangqing;

      g_test_message ("%s", text);
      g_assert_true (bjt_coordinates_parse (text, near, &place));
      g_assert_cmpfloat_with_epsilon (place.x, near_wangqing.x, 1e-8);
      g_assert_cmpfloat_with_epsilon (place.y, near_wangqing.y, 1e-8);
    }
}

static void
test_format (void)
{
  g_autofree char *decimal = bjt_coordinates_format (BJT_COORDINATE_STYLE_DECIMAL, near_wangqing);
  g_autofree char *dms = bjt_coordinates_format (BJT_COORDINATE_STYLE_DMS, near_wangqing);
  g_autofree char *carried = bjt_coordinates_format (BJT_COORDINATE_STYLE_DMS, (BjtPoint) { -0.9999999999, 59.99999999999 });

  g_assert_cmpstr (decimal, ==, "129.770000, 43.310000");
  g_assert_cmpstr (dms, ==, "129°46′12.00″E 43°18′36.00″N");
  g_assert_cmpstr (carried, ==, "1°00′00.00″W 60°00′00.00″N");
}

/* Whatever is written is read again, all over the world. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 2000; i++)
    {
      guint    style = (guint) g_rand_int_range (rand, 0, BJT_N_COORDINATE_STYLES);
      gboolean in_china = style == BJT_COORDINATE_STYLE_METRES;
      BjtPoint in = { g_rand_double_range (rand, in_china ? 74 : -179, in_china ? 134 : 179), g_rand_double_range (rand, in_china ? 10 : -80, in_china ? 53 : 80) }, out;
      g_autofree char *text = bjt_coordinates_format ((BjtCoordinateStyle) style, in);

      g_test_message ("%s", text);
      g_assert_true (bjt_coordinates_parse (text, in, &out));
      g_assert_cmpfloat_with_epsilon (out.x, in.x, 2e-6);
      g_assert_cmpfloat_with_epsilon (out.y, in.y, 2e-6);
    }
}

/* Pieces of coordinates in any order end, and give what is on earth. */
static void
test_noise (void)
{
  static const char *const pieces[] = { "129", "43.31", ".", "-", "+", "°", "'", "′", "\"", "″", "度", "N", "e", "东经", ",", " ", ":", "(", "4797123", "43562345", "x", "\xef" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      BjtPoint place;

      for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (!bjt_coordinates_parse (text->str, near_wangqing, &place))
        continue;
      g_assert_true (fabs (place.x) <= 180);
      g_assert_true (fabs (place.y) <= 90);
    }
}

static void
test_path (void)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  g_assert_true (bjt_coordinates_parse_path ("129.77,43.31 129.78,43.31\n129.78,43.32 ", near_wangqing, path));
  g_assert_cmpuint (path->len, ==, 3);
  g_assert_cmpfloat (g_array_index (path, BjtPoint, 2).y, ==, 43.32);
  g_assert_false (bjt_coordinates_parse_path ("129.77,43.31 129.78", near_wangqing, path));
}

static void
test_styles (void)
{
  BjtCoordinateStyle style;

  for (guint i = 0; i < BJT_N_COORDINATE_STYLES; i++)
    {
      g_assert_true (bjt_coordinate_style_init_from_name (&style, bjt_coordinate_style_get_name ((BjtCoordinateStyle) i)));
      g_assert_cmpuint (style, ==, i);
    }
  g_assert_false (bjt_coordinate_style_init_from_name (&style, "utm"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/coordinates/parse", test_parse);
  g_test_add_func ("/geo/coordinates/refuses", test_refuses);
  g_test_add_func ("/geo/coordinates/parse-metres", test_parse_metres);
  g_test_add_func ("/geo/coordinates/format", test_format);
  g_test_add_func ("/geo/coordinates/round-trip", test_round_trip);
  g_test_add_func ("/geo/coordinates/noise", test_noise);
  g_test_add_func ("/geo/coordinates/path", test_path);
  g_test_add_func ("/geo/coordinates/styles", test_styles);
  return g_test_run ();
}
