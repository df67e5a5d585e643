/* Every door that passes is counted once at each zoom, in every style. */
#include "../bjt-sample-picture.h"

#include "carto/bjt-building-painter.h"
#include "carto/bjt-door-clusters.h"

#include <math.h>

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_grids = 5;
  options.n_buildings = 14;
  return bjt_sample_picture_new (&options);
}

static guint
count_matched (const BjtPicture *picture,
               const BjtFilter  *filter)
{
  g_autoptr (BjtDoorSet) matched = bjt_filter_match_all (filter, picture);

  return bjt_door_set_count (matched);
}

/* Returns: how many clusters there are */
static guint
check_zoom (BjtPicture      *picture,
            const BjtTally  *tallies,
            double           zoom,
            guint            expected)
{
  g_autoptr (BjtDoorClusters) clusters = bjt_door_clusters_new (picture, tallies);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (BjtCluster));
  const BjtBox world = { 0, 0, 1, 1 };
  guint        total = 0;

  bjt_door_clusters_list (clusters, zoom, &world, list);
  for (guint i = 0; i < list->len; i++)
    {
      const BjtCluster *cluster = &g_array_index (list, BjtCluster, i);
      BjtBox            extent = bjt_door_clusters_get_extent (clusters, cluster->id);
      BjtTally          tally;

      bjt_door_clusters_sum (clusters, cluster->id, &tally);
      g_assert_cmpuint (tally.n_matched, ==, cluster->weight);
      g_assert_true (cluster->centre.x >= extent.x1 && cluster->centre.x <= extent.x2);
      g_assert_true (cluster->centre.y >= extent.y1 && cluster->centre.y <= extent.y2);
      total += tally.n_matched;
    }
  g_assert_cmpuint (total, ==, expected);
  return list->len;
}

static BjtTally *
count_buildings (BjtPicture      *picture,
                 const BjtFilter *filter)
{
  BjtTally        *tallies = g_new0 (BjtTally, picture->buildings->len);
  BjtCategoryOrder order;

  bjt_category_order_init (&order, picture, filter);
  for (guint32 d = 0; d < picture->doors->len; d++)
    bjt_tally_add_door (&tallies[bjt_picture_get_door (picture, d)->building], picture, filter, &order, d);
  return tallies;
}

static void
check_counts (const BjtFilter *filter,
              guint            n_buildings_at_least)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autofree BjtTally *tallies = count_buildings (picture, filter);
  guint                expected = count_matched (picture, filter), last = 0;

  g_assert_cmpuint (expected, >, 0);
  for (double zoom = 6; zoom <= 18; zoom += 0.5)
    {
      guint n = check_zoom (picture, tallies, zoom, expected);

      g_assert_cmpuint (n, >=, last);
      last = n;
    }
  g_assert_cmpuint (last, >=, n_buildings_at_least);
}

static void
test_all_doors (void)
{
  BjtFilter filter;

  bjt_filter_init (&filter);
  check_counts (&filter, 70);
}

static void
test_filtered (void)
{
  BjtFilter filter;

  bjt_filter_init (&filter);
  filter.classes = 1 << BJT_CLASS_TENANT;
  check_counts (&filter, 10);
}

/* The codes of a style part the doors: each in one. */
static void
test_shares (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtBuildingPainter) painter = NULL;
  const BjtTally *total;
  BjtFilter       filter;

  bjt_filter_init (&filter);
  painter = bjt_building_painter_new (picture, &filter);
  total = bjt_building_painter_get_total (painter);
  g_assert_cmpuint (total->n_matched, ==, picture->doors->len);
  for (guint style = 0; style < BJT_N_DOOR_STYLES; style++)
    {
      guint        codes[BJT_MAX_STYLE_CODES];
      guint        n = bjt_door_style_list_codes ((BjtDoorStyle) style, bjt_building_painter_get_order (painter), codes), sum = 0;
      const guint *counts = bjt_tally_get_counts (total, (BjtDoorStyle) style);

      for (guint i = 0; i < n; i++)
        sum += counts[codes[i]];
      g_assert_cmpuint (sum, ==, total->n_matched);
    }
}

/* A door with several categories is coloured by the one the filter asks for. */
static void
test_order (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  BjtCategoryOrder order;
  BjtFilter        filter;

  bjt_filter_init (&filter);
  bjt_category_order_init (&order, picture, &filter);
  g_assert_cmpuint (order.n, >, 3);
  bjt_picture_get_door_state (picture, 0)->categories = ~(BjtCategorySet) 0;
  g_assert_cmpuint (bjt_door_style_get_code (BJT_DOOR_STYLE_CATEGORY, &order, picture, 0), ==, order.categories[0]);
  filter.any = (BjtCategorySet) 1 << order.categories[3];
  bjt_category_order_init (&order, picture, &filter);
  g_assert_cmpuint (bjt_door_style_get_code (BJT_DOOR_STYLE_CATEGORY, &order, picture, 0), ==, (guint) g_bit_nth_lsf (filter.any, -1));
  bjt_picture_get_door_state (picture, 0)->categories = 0;
  g_assert_cmpuint (bjt_door_style_get_code (BJT_DOOR_STYLE_CATEGORY, &order, picture, 0), ==, BJT_MAX_CATEGORIES);
}

static void
test_contact_steps (void)
{
  static const struct
  {
    int   days;
    guint step;
  } cases[] = {
    { 0, BJT_CONTACT_MONTH },   { 30, BJT_CONTACT_MONTH }, { 31, BJT_CONTACT_QUARTER }, { 90, BJT_CONTACT_QUARTER },
    { 91, BJT_CONTACT_HALF },   { 180, BJT_CONTACT_HALF }, { 181, BJT_CONTACT_YEAR },   { 365, BJT_CONTACT_YEAR },
    { 366, BJT_CONTACT_LONGER },
  };
  g_autoptr (BjtPicture) picture = make_picture ();
  BjtPictureDoorState   *state = bjt_picture_get_door_state (picture, 0);
  BjtCategoryOrder       order = { .n = 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      state->last_contact_on = picture->as_of - cases[i].days;
      g_assert_cmpuint (bjt_door_style_get_code (BJT_DOOR_STYLE_CONTACT, &order, picture, 0), ==, cases[i].step);
    }
  state->last_contact_on = BJT_DATE_NONE;
  state->household_class = BJT_CLASS_RESIDENT;
  g_assert_cmpuint (bjt_door_style_get_code (BJT_DOOR_STYLE_CONTACT, &order, picture, 0), ==, BJT_CONTACT_NEVER);
  state->household_class = BJT_CLASS_EMPTY;
  g_assert_cmpuint (bjt_door_style_get_code (BJT_DOOR_STYLE_CONTACT, &order, picture, 0), ==, BJT_CONTACT_NOBODY);
}

/* The marker that is painted is the one that is hit, and says what it is made of. */
static void
test_find (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtBuildingPainter) painter = NULL;
  BjtBuildingLook look = { .palette = bjt_palette_get (BJT_PALETTE_LIGHT) };
  BjtFilter       filter;
  BjtMapFrame     frame;
  guint           n_hits = 0;

  bjt_filter_init (&filter);
  painter = bjt_building_painter_new (picture, &filter);
  bjt_map_frame_init_view (&frame, (BjtPoint) { (picture->extent.x1 + picture->extent.x2) / 2, (picture->extent.y1 + picture->extent.y2) / 2 },
                           256 * exp2 (15.4), 900, 700);
  for (double y = 2; y < 700; y += 9)
    for (double x = 2; x < 900; x += 9)
      {
        BjtBadgeHit hit;

        if (!bjt_building_painter_find_badge (painter, &frame, &look, x, y, &hit))
          continue;
        n_hits++;
        g_assert_cmpuint (hit.tally.n_matched, >, 0);
        g_assert_false (bjt_box_is_empty (&hit.extent));
      }
  g_assert_cmpuint (n_hits, >, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/clusters/all-doors", test_all_doors);
  g_test_add_func ("/paint/clusters/filtered", test_filtered);
  g_test_add_func ("/paint/clusters/find", test_find);
  g_test_add_func ("/paint/style/shares", test_shares);
  g_test_add_func ("/paint/style/order", test_order);
  g_test_add_func ("/paint/style/contact-steps", test_contact_steps);
  return g_test_run ();
}
