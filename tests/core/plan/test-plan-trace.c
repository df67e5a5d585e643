/* test-plan-trace.c: rooms out of closed shapes, out of lines with an open door,
 * out of the ground of a picture. */
#include "plan/bjt-drawing-builder.h"
#include "plan/bjt-plan-shape.h"
#include "plan/bjt-plan-trace.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

/* A unit is a decimetre; the lower left corner is the origin. */
static BjtPlanBackdrop *
new_backdrop (BjtDrawingBuilder *builder)
{
  g_autoptr (BjtDrawing) drawing = bjt_drawing_builder_finish (builder);
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();

  record->scale = 0.1;
  record->angle = 0;
  record->x = 0;
  record->y = 20;
  record->opacity = 1;
  return bjt_plan_backdrop_new_with_drawing (record, drawing);
}

static void
add_line (BjtDrawingBuilder *builder,
          double             x1,
          double             y1,
          double             x2,
          double             y2)
{
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .stroke = 0xff000000u };

  bjt_drawing_builder_move_to (builder, x1, y1);
  bjt_drawing_builder_line_to (builder, x2, y2);
  bjt_drawing_builder_add (builder, &item);
}

static void
add_box (BjtDrawingBuilder *builder,
         double             x,
         double             y,
         double             width,
         double             height,
         const char        *id)
{
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .stroke = 0xff000000u, .id = id };

  bjt_drawing_builder_move_to (builder, x, y);
  bjt_drawing_builder_line_to (builder, x + width, y);
  bjt_drawing_builder_line_to (builder, x + width, y + height);
  bjt_drawing_builder_line_to (builder, x, y + height);
  bjt_drawing_builder_close (builder);
  bjt_drawing_builder_add (builder, &item);
}

static double
trace (BjtPlanBackdrop *backdrop,
       BjtPoint         at,
       double           close,
       char           **source_ref)
{
  g_autoptr (BjtPlanTrace) self = bjt_plan_trace_new (backdrop);
  BjtPlanTraceWish wish = { .close = close };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPlanElement) element = bjt_plan_trace_find (self, at, &wish, NULL, &error);

  g_assert_true ((element == NULL) == (error != NULL));
  if (source_ref != NULL && element != NULL)
    *source_ref = g_strdup (element->source_ref);
  return element != NULL ? bjt_plan_shape_get_area (element->shape) : 0;
}

static void
test_closed (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtPlanBackdrop) backdrop = NULL;
  g_autofree char *source_ref = NULL;

  bjt_drawing_builder_add_layer (builder, "ROOMS", FALSE);
  add_box (builder, 0, 0, 200, 200, NULL);
  add_box (builder, 20, 20, 50, 40, "room-101");
  add_box (builder, 30, 30, 5, 5, "table");
  backdrop = new_backdrop (builder);
  g_assert_cmpfloat_with_epsilon (trace (backdrop, (BjtPoint) { 3.2, 16.8 }, 0, &source_ref), 20, 1e-6);
  g_assert_cmpstr (source_ref, ==, "ROOMS/room-101");
  g_assert_cmpfloat (trace (backdrop, (BjtPoint) { 15, 5 }, 0, NULL), ==, 0); /* the page is no room */
}

/* Two rooms of single lines; the wall between them has a door of 0.9 m. */
static void
test_lines (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtPlanBackdrop) backdrop = NULL;

  bjt_drawing_builder_add_layer (builder, "WALLS", FALSE);
  add_line (builder, 0, 0, 80, 0);
  add_line (builder, 80, 0, 80, 50);
  add_line (builder, 80, 50, 0, 50);
  add_line (builder, 0, 50, 0, 0);
  add_line (builder, 30, 0, 30, 20);
  add_line (builder, 30, 29, 30, 50);
  add_line (builder, 200, 200, 199, 200); /* so that the whole is no page */
  backdrop = new_backdrop (builder);
  g_assert_cmpfloat_with_epsilon (trace (backdrop, (BjtPoint) { 1, 19 }, 0, NULL), 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (trace (backdrop, (BjtPoint) { 1, 19 }, 1.2, NULL), 15, 0.02);
  g_assert_cmpfloat_with_epsilon (trace (backdrop, (BjtPoint) { 5, 17 }, 1.2, NULL), 25, 0.02);
  g_assert_cmpfloat_with_epsilon (trace (backdrop, (BjtPoint) { 5, 17 }, 0.5, NULL), 40, 0.02);
  g_assert_cmpfloat (trace (backdrop, (BjtPoint) { 15, 5 }, 1.2, NULL), ==, 0);
}

static void
fill (GdkPixbuf *pixbuf,
      int        x,
      int        y,
      int        width,
      int        height,
      guint32    colour)
{
  g_autoptr (GdkPixbuf) part = gdk_pixbuf_new_subpixbuf (pixbuf, x, y, width, height);

  gdk_pixbuf_fill (part, colour);
}

/* 200 × 200 pixels, 0.1 m each: dark walls around 8 m × 5 m, a door of 0.9 m in
 * the midst, a text in one of the rooms. */
static BjtPlanBackdrop *
new_photo (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 200, 200);
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  BjtDrawingItem item = { .kind = BJT_DRAWING_PICTURE };
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xffffffffu);
  fill (pixbuf, 20, 20, 84, 54, 0x202020ffu);
  fill (pixbuf, 22, 22, 80, 50, 0xe8e0d8ffu);
  fill (pixbuf, 52, 22, 2, 50, 0x202020ffu);
  fill (pixbuf, 52, 40, 2, 9, 0xe8e0d8ffu);
  fill (pixbuf, 33, 44, 8, 5, 0x000000ffu);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL);
  bytes = g_bytes_new_take (data, size);
  bjt_drawing_builder_add_layer (builder, "", FALSE);
  item.picture = bjt_drawing_builder_add_picture (builder, "image/png", bytes);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, 200, 0);
  bjt_drawing_builder_line_to (builder, 0, 200);
  bjt_drawing_builder_add (builder, &item);
  return new_backdrop (builder);
}

static void
test_picture (void)
{
  g_autoptr (BjtPlanBackdrop) backdrop = new_photo ();
  g_autoptr (BjtPlanTrace) self = bjt_plan_trace_new (backdrop);
  BjtPlanTraceWish wish = { .close = 1.2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPlanElement) room = bjt_plan_trace_find (self, (BjtPoint) { 4.5, 16 }, &wish, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (room->shape), 15, 0.9);
  g_assert_cmpuint (room->shape->n_points, <=, 8);
  g_assert_cmpfloat_with_epsilon (room->shape->box.x1, 2.2, 0.15);
  g_assert_cmpfloat_with_epsilon (room->shape->box.y2, 17.8, 0.15);
  wish.close = 0;
  g_clear_pointer (&room, bjt_plan_element_free);
  room = bjt_plan_trace_find (self, (BjtPoint) { 4.5, 16 }, &wish, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (room->shape), 39.2, 2); /* both rooms, through the door */
  g_assert_null (bjt_plan_trace_find (self, (BjtPoint) { 15, 5 }, &wish, NULL, &error));
  g_assert_error (error, BJT_PLAN_TRACE_ERROR, BJT_PLAN_TRACE_ERROR_OPEN);
}

static void
test_cancelled (void)
{
  g_autoptr (BjtPlanBackdrop) backdrop = new_photo ();
  g_autoptr (BjtPlanTrace) self = bjt_plan_trace_new (backdrop);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BjtPlanTraceWish wish = { 0 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bjt_plan_trace_find (self, (BjtPoint) { 4.5, 16 }, &wish, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_door (BjtPicture *picture,
          guint32     entrance,
          guint16     stack,
          const char *label)
{
  BjtPictureDoor door = { .building = 0, .entrance = entrance, .ordinal = 0, .stack = stack, .label = label };

  g_array_append_val (picture->doors, door);
}

static void
test_match (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (0);
  BjtPictureBuilding building = { .label = "3", .entrances = { 0, 2 }, .doors = { 0, 4 } };
  BjtPictureEntrance entrances[] = { { .building = 0, .label = "1" }, { .building = 0, .label = "2单元" } };
  static const struct
  {
    const char *text;
    guint32     door;
  } cases[] = {
    { "102", 1 }, { "0102", 1 }, { "room-103", 3 }, { "1-101", 0 }, { "3-2-101", 2 }, { "2单元101室", 2 },
    { "101", BJT_NO_INDEX }, { "3-101", BJT_NO_INDEX }, { "104", BJT_NO_INDEX }, { "客厅", BJT_NO_INDEX }, { "", BJT_NO_INDEX },
  };

  g_array_append_val (picture->buildings, building);
  g_array_append_vals (picture->entrances, entrances, 2);
  add_door (picture, 0, 0, "101");
  add_door (picture, 0, 1, "102");
  add_door (picture, 1, 0, "101");
  add_door (picture, 1, 1, "103");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (bjt_plan_trace_match (picture, 0, 0, cases[i].text), ==, cases[i].door);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-trace/closed", test_closed);
  g_test_add_func ("/plan-trace/lines", test_lines);
  g_test_add_func ("/plan-trace/picture", test_picture);
  g_test_add_func ("/plan-trace/cancelled", test_cancelled);
  g_test_add_func ("/plan-trace/match", test_match);
  return g_test_run ();
}
