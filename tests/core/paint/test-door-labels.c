/* Labels of doors: none covers another, all stand still, the important first. */
#include "../bjt-sample-picture.h"

#include "carto/bjt-door-labels.h"

#include <math.h>

#define SIDE 700

typedef struct
{
  BjtPicture     *picture;
  BjtFilter       filter;
  BjtBuildingLook look;
  BjtMapFrame     frame;
  guint           n_dropped;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.turn = 0.3;
  self->picture = bjt_sample_picture_new (&options);
  bjt_filter_init (&self->filter);
  self->look = (BjtBuildingLook) { .palette = bjt_palette_get (BJT_PALETTE_LIGHT), .chosen_door = BJT_NO_INDEX, .shows_names = TRUE,
                                   .building_pattern = "%s号楼", .household_pattern = "%s 户" };
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    *bjt_picture_get_door_state (self->picture, d) = (BjtPictureDoorState) { .household_class = BJT_CLASS_RESIDENT };
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_picture_unref (self->picture);
}

static void
look_at (Fixture *self,
         double   zoom,
         double   dx,
         double   dy)
{
  double   scale = 256 * exp2 (zoom);
  BjtPoint centre = bjt_picture_get_building (self->picture, 0)->centre;

  bjt_map_frame_init_view (&self->frame, (BjtPoint) { centre.x + dx / scale, centre.y + dy / scale }, scale, SIDE, SIDE);
}

static GArray *
list (Fixture *self)
{
  g_autoptr (BjtBuildingPainter) painter = bjt_building_painter_new (self->picture, &self->filter);

  return bjt_building_painter_list_labels (painter, &self->frame, &self->look, &self->n_dropped);
}

static const BjtDoorLabel *
find (const GArray *labels,
      guint32       door)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, BjtDoorLabel, i).door == door)
      return &g_array_index (labels, BjtDoorLabel, i);
  g_error ("door %u is not named", door);
}

static void
mark_every_third (Fixture *self)
{
  for (guint32 d = 0; d < self->picture->doors->len; d += 3)
    {
      bjt_picture_get_door_state (self->picture, d)->open_issues = d % 2;
      bjt_picture_get_door_state (self->picture, d)->visit_overdue = TRUE;
    }
}

/* Tags cover neither another label nor a building; labels in cells have a cell each. */
static void
test_no_overlap (Fixture      *self,
                 gconstpointer data)
{
  static const double zooms[] = { 18.6, 19, 19.5, 20, 21 };

  mark_every_third (self);
  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      g_autoptr (GArray) labels = NULL;

      look_at (self, zooms[z], 0, 0);
      labels = list (self);
      for (guint i = 0; i < labels->len; i++)
        for (guint k = 0; k < i; k++)
          {
            const BjtDoorLabel *a = &g_array_index (labels, BjtDoorLabel, i), *b = &g_array_index (labels, BjtDoorLabel, k);

            g_assert_true (a->door != b->door);
            if (!a->is_inside || !b->is_inside)
              g_assert_false (bjt_box_intersects (&a->box, &b->box));
          }
    }
}

static void
test_stands_still (Fixture      *self,
                   gconstpointer data)
{
  static const double zooms[] = { 18.7, 19.4, 20.2 };

  mark_every_third (self);
  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      g_autoptr (GArray) before = NULL, after = NULL;
      guint n = 0;

      look_at (self, zooms[z], 0, 0);
      before = list (self);
      look_at (self, zooms[z], 37.3, -22.9);
      after = list (self);
      for (guint i = 0; i < before->len; i++)
        {
          const BjtDoorLabel *a = &g_array_index (before, BjtDoorLabel, i), *b;

          if (a->foot.x < 100 || a->foot.x > SIDE - 100 || a->foot.y < 100 || a->foot.y > SIDE - 100)
            continue;
          b = find (after, a->door);
          g_assert_cmpint (a->is_inside, ==, b->is_inside);
          g_assert_cmpfloat_with_epsilon (a->box.x1 - 37.3, b->box.x1, 0.01);
          g_assert_cmpfloat_with_epsilon (a->box.y1 + 22.9, b->box.y1, 0.01);
          n++;
        }
      g_assert_cmpuint (n, >, 0);
    }
}

/* Too small for labels in cells: ordinary doors have none. */
static void
test_ranks (Fixture      *self,
            gconstpointer data)
{
  guint32 first = bjt_picture_get_building (self->picture, 0)->doors.first;
  guint   n_all;

  look_at (self, 18.7, 0, 0);
  g_array_unref (list (self));
  n_all = self->n_dropped;
  g_assert_cmpuint (n_all, >, 0);
  bjt_picture_get_door_state (self->picture, first)->visit_overdue = TRUE;
  {
    g_autoptr (GArray) labels = list (self);

    g_assert_cmpuint (labels->len, ==, 1);
    g_assert_cmpuint (self->n_dropped, ==, n_all - 1);
    g_assert_cmpint (find (labels, first)->rank, ==, BJT_DOOR_LABEL_OVERDUE);
  }
  /* The chosen one takes its place before all, wherever it is. */
  self->look.chosen_door = first + 30;
  bjt_picture_get_door_state (self->picture, first + 1)->open_issues = 1;
  {
    g_autoptr (GArray) labels = list (self);

    g_assert_cmpint (g_array_index (labels, BjtDoorLabel, 0).rank, ==, BJT_DOOR_LABEL_CHOSEN);
    g_assert_cmpuint (g_array_index (labels, BjtDoorLabel, 0).door, ==, first + 30);
    for (guint i = 1; i < labels->len; i++)
      g_assert_cmpint (g_array_index (labels, BjtDoorLabel, i - 1).rank, <=, g_array_index (labels, BjtDoorLabel, i).rank);
  }
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  guint32     head = bjt_picture_get_head (self->picture, 0);
  const char *name = bjt_picture_get_person (self->picture, head)->name;

  look_at (self, 21.5, 0, 0);
  for (int step = 0; step < 4; step++)
    {
      g_autoptr (GArray) labels = NULL;

      self->look.shows_names = step < 3;
      self->look.unmasks_names = step == 1;
      self->look.curtain = step == 2;
      labels = list (self);
      if (step >= 2)
        g_assert_null (find (labels, 0)->name);
      else
        g_assert_cmpint (g_str_equal (find (labels, 0)->name, name), ==, step == 1);
    }
}

/* Behind the curtain no label tells which door is overdue; a restricted category
 * moves none. */
static void
test_tells_nothing (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GArray) behind = NULL, open = NULL, restricted = NULL;

  look_at (self, 18.7, 0, 0);
  mark_every_third (self);
  self->look.curtain = TRUE;
  behind = list (self);
  g_assert_cmpuint (behind->len, ==, 0);
  self->look.curtain = FALSE;
  look_at (self, 20, 0, 0);
  bjt_picture_get_category (self->picture, 0)->is_restricted = TRUE;
  open = list (self);
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    bjt_picture_get_door_state (self->picture, d)->categories = 1;
  restricted = list (self);
  g_assert_cmpuint (open->len, ==, restricted->len);
}

static guint
count_tags (const GArray *labels)
{
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += !g_array_index (labels, BjtDoorLabel, i).is_inside;
  return n;
}

/* On paper more doors are named, and no tag is over another or outside. */
static void
test_paper_names_more (Fixture      *self,
                       gconstpointer data)
{
  const BjtBox within = { 0, 0, SIDE, SIDE };
  g_autoptr (GArray) screen = NULL, paper = NULL;
  guint n_dropped;

  mark_every_third (self);
  look_at (self, 18.7, 0, 0);
  screen = list (self);
  n_dropped = self->n_dropped;
  self->frame.within = &within;
  paper = list (self);
  g_test_message ("doors without a name: %u on screen, %u on paper; tags: %u, %u", n_dropped, self->n_dropped, count_tags (screen), count_tags (paper));
  g_assert_cmpuint (count_tags (screen), >, 0);
  g_assert_cmpuint (self->n_dropped, <, n_dropped);
  for (guint i = 0; i < paper->len; i++)
    {
      const BjtDoorLabel *a = &g_array_index (paper, BjtDoorLabel, i);

      g_assert_true (a->is_inside != a->has_leader);
      if (a->is_inside)
        continue;
      g_assert_true (a->box.x1 >= 0 && a->box.y1 >= 0 && a->box.x2 <= SIDE && a->box.y2 <= SIDE);
      for (guint k = 0; k < paper->len; k++)
        g_assert_false (k != i && bjt_box_intersects (&a->box, &g_array_index (paper, BjtDoorLabel, k).box));
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/paint/labels/no-overlap", test_no_overlap },
    { "/paint/labels/stands-still", test_stands_still },
    { "/paint/labels/ranks", test_ranks },
    { "/paint/labels/names", test_names },
    { "/paint/labels/tells-nothing", test_tells_nothing },
    { "/paint/labels/paper-names-more", test_paper_names_more },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
