/* test-grid-tool.c: presses, drags and keys become edits of the grids. */
#include <gtk/gtk.h>

#include "geo/bjt-mercator.h"
#include "map/bjt-grid-tool.h"

#define STEP 0.001 /* degrees: the side of a square */

typedef struct
{
  BjtPicture  *picture;
  BjtGridTool *tool;
  BjtMapFrame  frame;
  guint        n_edits, n_counts, n_changes, n_refusals;
  BjtGridEditKind kind;
} Fixture;

static void
edited_cb (Fixture           *self,
           const BjtGridEdit *edit)
{
  self->n_edits++;
  self->n_changes = edit->changes->len;
  self->kind = edit->kind;
}

static void
counted_cb (Fixture *self)
{
  self->n_counts++;
}

static void
refused_cb (Fixture *self)
{
  self->n_refusals++;
}

/* Two squares side by side, a building in the middle of each. */
static void
add_square (BjtPicture *picture,
            guint       index)
{
  double          x = 129.76 + index * STEP, y = 43.32;
  const BjtPoint  ring[] = { { x, y }, { x + STEP, y }, { x + STEP, y + STEP }, { x, y + STEP } };
  BjtPictureGrid  grid = { .parent = BJT_NO_INDEX, .number = (int) index + 1 };
  BjtPictureBuilding building = { .compound = BJT_NO_INDEX, .grid = index };

  grid.boundary = bjt_picture_keep_shape (picture, bjt_geometry_new_polygon (ring, 4));
  bjt_uuid_init_random (&grid.id, 1);
  bjt_uuid_init_random (&building.id, 1);
  building.centre = bjt_mercator_project ((BjtPoint) { x + STEP / 2, y + STEP / 2 });
  g_array_append_val (picture->grids, grid);
  g_array_append_val (picture->buildings, building);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->picture = bjt_picture_new (bjt_date_from_ymd (2026, 11, 22));
  add_square (self->picture, 0);
  add_square (self->picture, 1);
  bjt_map_frame_init_view (&self->frame, bjt_mercator_project ((BjtPoint) { 129.76 + STEP, 43.32 + STEP / 2 }), 1 << 26, 800, 600);
  self->tool = BJT_GRID_TOOL (bjt_grid_tool_new ());
  g_signal_connect_swapped (self->tool, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->tool, "counted", G_CALLBACK (counted_cb), self);
  g_signal_connect_swapped (self->tool, "refused", G_CALLBACK (refused_cb), self);
  bjt_grid_tool_set_picture (self->tool, self->picture, NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->tool);
  bjt_picture_unref (self->picture);
}

/* In squares from the south-west corner. */
static BjtToolEvent
at (Fixture *self,
    double   x,
    double   y)
{
  BjtToolEvent event = { .frame = &self->frame, .button = GDK_BUTTON_PRIMARY, .n_press = 1 };
  BjtPoint     px;

  event.place = bjt_mercator_project ((BjtPoint) { 129.76 + x * STEP, 43.32 + y * STEP });
  px = bjt_map_frame_project (&self->frame, event.place);
  event.x = px.x;
  event.y = px.y;
  return event;
}

static void
click (Fixture *self,
       double   x,
       double   y)
{
  BjtToolEvent event = at (self, x, y);

  bjt_map_tool_motion (BJT_MAP_TOOL (self->tool), &event);
  if (!bjt_map_tool_press (BJT_MAP_TOOL (self->tool), &event))
    bjt_map_tool_release (BJT_MAP_TOOL (self->tool), &event);
}

static void
drags_a_side (Fixture      *self,
              gconstpointer data)
{
  BjtToolEvent from = at (self, 1, 0.5), to = at (self, 0.3, 0.5);

  g_assert_true (bjt_map_tool_press (BJT_MAP_TOOL (self->tool), &from));
  self->n_counts = 0;
  bjt_map_tool_drag (BJT_MAP_TOOL (self->tool), &to);
  g_assert_cmpuint (self->n_counts, ==, 1);
  g_assert_cmpuint (bjt_grid_draft_get_tally (bjt_grid_tool_get_draft (self->tool), 1)->buildings, ==, 2); /* while dragging */
  bjt_map_tool_release (BJT_MAP_TOOL (self->tool), &to);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->kind, ==, BJT_GRID_EDIT_RESHAPE);
  g_assert_cmpuint (self->n_changes, ==, 2);
}

static void
escape_drops_the_drag (Fixture      *self,
                       gconstpointer data)
{
  BjtToolEvent from = at (self, 1, 1), to = at (self, 0.4, 0.4);

  g_assert_true (bjt_map_tool_press (BJT_MAP_TOOL (self->tool), &from));
  bjt_map_tool_drag (BJT_MAP_TOOL (self->tool), &to);
  g_assert_true (bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_Escape, 0));
  bjt_map_tool_release (BJT_MAP_TOOL (self->tool), &to);
  g_assert_cmpuint (self->n_edits, ==, 0);
  g_assert_null (bjt_grid_draft_make_edit (bjt_grid_tool_get_draft (self->tool)));
  g_assert_false (bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_Escape, 0)); /* the next one leaves the tool */
}

static void
splits_from_border_to_border (Fixture      *self,
                              gconstpointer data)
{
  bjt_grid_tool_set_mode (self->tool, BJT_GRID_MODE_SPLIT);
  click (self, 0, 0.7);
  g_assert_cmpuint (self->n_edits, ==, 0);
  click (self, 1, 0.7);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->kind, ==, BJT_GRID_EDIT_SPLIT);
}

static void
merges_neighbours (Fixture      *self,
                   gconstpointer data)
{
  bjt_grid_tool_set_mode (self->tool, BJT_GRID_MODE_MERGE);
  click (self, 0.5, 0.5);
  g_assert_cmpuint (bjt_grid_tool_get_chosen (self->tool), ==, 0);
  click (self, 1.5, 0.5);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->kind, ==, BJT_GRID_EDIT_MERGE);
}

static void
draws_and_refuses (Fixture      *self,
                   gconstpointer data)
{
  bjt_grid_tool_set_mode (self->tool, BJT_GRID_MODE_DRAW);
  click (self, 0.2, 0.2);
  click (self, 0.4, 0.2);
  click (self, 0.4, 0.4);
  bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_Return, 0);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->kind, ==, BJT_GRID_EDIT_DRAW);
  bjt_grid_tool_set_cut_out (self->tool, FALSE);
  click (self, 0.2, 0.2);
  click (self, 0.4, 0.2);
  click (self, 0.4, 0.4);
  bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_Return, 0);
  g_assert_cmpuint (self->n_refusals, ==, 1);
}

static void
arrows_move_a_corner (Fixture      *self,
                      gconstpointer data)
{
  g_assert_false (bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_Left, 0)); /* the map pans */
  bjt_grid_tool_choose (self->tool, 0);
  g_assert_true (bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_n, 0));
  g_assert_true (bjt_map_tool_key (BJT_MAP_TOOL (self->tool), GDK_KEY_Left, 0));
  g_assert_cmpuint (self->n_edits, ==, 1);
}

static void
draws_itself (Fixture      *self,
              gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 600);
  cairo_t         *cr = cairo_create (surface);
  BjtBox           box = bjt_map_tool_get_drawn_box (BJT_MAP_TOOL (self->tool), &self->frame);

  click (self, 1.5, 0.5);
  g_assert_cmpuint (bjt_grid_tool_get_chosen (self->tool), ==, 1);
  bjt_map_tool_draw (BJT_MAP_TOOL (self->tool), cr, &self->frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (bjt_box_is_empty (&box));
  bjt_grid_tool_set_picture (self->tool, NULL, NULL);
  bjt_map_tool_draw (BJT_MAP_TOOL (self->tool), cr, &self->frame);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/grid-tool/drags-a-side", drags_a_side },
    { "/grid-tool/escape-drops-the-drag", escape_drops_the_drag },
    { "/grid-tool/splits-from-border-to-border", splits_from_border_to_border },
    { "/grid-tool/merges-neighbours", merges_neighbours },
    { "/grid-tool/draws-and-refuses", draws_and_refuses },
    { "/grid-tool/arrows-move-a-corner", arrows_move_a_corner },
    { "/grid-tool/draws-itself", draws_itself },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
