#include "plan/bjt-matrix-doors.h"

#include "bjt-sample-picture.h"

static const BjtMatrixMetrics metrics = { 72, 30, 4, 12, 20, 40 };

/* Every door that is not merged has one cell, no two cells share a place. */
static void
check_sound (const BjtPicture *picture,
             const BjtMatrix  *matrix)
{
  const BjtRun        *doors = &bjt_picture_get_building (picture, matrix->building)->doors;
  g_autofree guint8   *taken = g_malloc0 ((gsize) matrix->n_columns * matrix->rows->len + 1);
  guint                n_merged = 0;

  for (guint d = doors->first; d < doors->first + doors->n; d++)
    {
      n_merged += bjt_picture_get_door (picture, d)->is_merged;
      g_assert_cmpint (bjt_matrix_find_door (matrix, d) == BJT_NO_INDEX, ==, bjt_picture_get_door (picture, d)->is_merged);
    }
  g_assert_cmpuint (matrix->cells->len + n_merged, ==, doors->n);
  for (guint i = 0; i < matrix->cells->len; i++)
    {
      const BjtMatrixCell *cell = bjt_matrix_get_cell (matrix, i);
      BjtBox               box = bjt_matrix_get_cell_box (matrix, &metrics, i);

      g_assert_cmpuint (cell->column + cell->span, <=, matrix->n_columns);
      g_assert_cmpuint (cell->row, <, matrix->rows->len);
      for (guint r = cell->row; r < (guint) cell->row + cell->n_rows; r++)
        for (guint c = 0; c < cell->span; c++)
          g_assert_cmpuint (taken[r * matrix->n_columns + cell->column + c]++, ==, 0);
      g_assert_cmpuint (bjt_matrix_hit (matrix, &metrics, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2), ==, i);
      g_assert_cmpuint (bjt_matrix_hit (matrix, &metrics, box.x2 + 1, box.y2 + 1), ==, BJT_NO_INDEX);
    }
}

static void
test_slab (void)
{
  BjtSampleOptions      options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  matrix = bjt_matrix_new (picture, 2);
  double                 width, height;

  check_sound (picture, matrix);
  g_assert_cmpuint (matrix->n_columns, ==, 12);
  g_assert_cmpuint (matrix->rows->len, ==, 6);
  g_assert_cmpuint (matrix->sections->len, ==, 4);
  g_assert_cmpstr (bjt_matrix_get_row (matrix, 0)->label, ==, "6");
  g_assert_cmpstr (bjt_matrix_get_section (matrix, 1)->label, ==, "2");
  g_assert_cmpuint (bjt_matrix_get_section (matrix, 1)->first_column, ==, 3);
  bjt_matrix_get_size (matrix, &metrics, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 40 + 12 * 72 + 8 * 4 + 3 * 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (height, 20 + 6 * 30 + 5 * 4, 1e-9);
}

static void
test_skipped_levels (void)
{
  BjtSampleOptions      options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtMatrix)  matrix = NULL;

  options.n_levels = 17;
  options.skips_levels = TRUE;
  picture = bjt_sample_picture_new (&options);
  matrix = bjt_matrix_new (picture, 0);
  check_sound (picture, matrix);
  g_assert_cmpuint (matrix->rows->len, ==, 15);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      g_assert_cmpint (bjt_matrix_get_row (matrix, i)->ordinal, !=, 3);
      g_assert_cmpint (bjt_matrix_get_row (matrix, i)->ordinal, !=, 12);
    }
}

static void
test_tower (void)
{
  BjtSampleOptions      options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtMatrix)  matrix = NULL;

  options.n_levels = 33;
  options.n_entrances = 3;
  options.n_stacks = 4;
  picture = bjt_sample_picture_new (&options);
  matrix = bjt_matrix_new (picture, 5);
  check_sound (picture, matrix);
  g_assert_cmpuint (matrix->cells->len, ==, 396);
  g_assert_cmpuint (matrix->rows->len, ==, 33);
}

static void
test_reversed (void)
{
  BjtSampleOptions      options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  plain = bjt_matrix_new (picture, 0);
  g_autoptr (BjtMatrix)  matrix = NULL;

  bjt_picture_get_building (picture, 0)->doors_reversed = TRUE;
  matrix = bjt_matrix_new (picture, 0);
  check_sound (picture, matrix);
  g_assert_cmpstr (bjt_matrix_get_section (matrix, 0)->label, ==, "4");
  g_assert_cmpuint (bjt_matrix_get_section (matrix, 0)->first_column, ==, 0);
  for (guint i = 0; i < plain->cells->len; i++)
    g_assert_cmpuint (bjt_matrix_get_cell (plain, i)->column + bjt_matrix_get_cell (matrix, i)->column, ==, 11);
}

/* 101+102 became one flat of two columns. */
static void
test_merged (void)
{
  BjtSampleOptions      options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  matrix = NULL;
  guint32                door = 15, cell;

  bjt_picture_get_door (picture, door)->span = 2;
  bjt_picture_get_door (picture, door + 1)->is_merged = TRUE;
  matrix = bjt_matrix_new (picture, 0);
  check_sound (picture, matrix);
  cell = bjt_matrix_find_door (matrix, door);
  g_assert_cmpuint (bjt_matrix_get_cell (matrix, cell)->span, ==, 2);
  g_assert_cmpuint (matrix->n_columns, ==, 12);
  g_assert_cmpuint (bjt_matrix_step (matrix, cell, BJT_MATRIX_RIGHT), ==, bjt_matrix_find_door (matrix, door + 2));
  g_assert_cmpuint (bjt_matrix_step (matrix, cell, BJT_MATRIX_LEFT), ==, cell);
}

/* The sample's doors stand level by level from the top down, three to a level. */
static void
merge_into (BjtPicture *picture,
            guint32     part,
            guint32     head)
{
  bjt_picture_get_door (picture, part)->is_merged = TRUE;
  bjt_picture_get_door (picture, part)->head = head;
}

/* 401 and 501 became one flat of two levels. */
static void
test_duplex (void)
{
  BjtSampleOptions       options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  matrix = NULL;
  g_autoptr (BjtMatrix)  slice = NULL;
  const BjtMatrixCell   *cell;
  BjtBox                 box;

  merge_into (picture, 3, 6);
  matrix = bjt_matrix_new (picture, 0);
  check_sound (picture, matrix);
  cell = bjt_matrix_get_cell (matrix, bjt_matrix_find_door (matrix, 6));
  g_assert_cmpuint (cell->row, ==, 1);
  g_assert_cmpuint (cell->n_rows, ==, 2);
  g_assert_cmpuint (bjt_matrix_get_base_row (cell), ==, 2);
  box = bjt_matrix_get_cell_box (matrix, &metrics, bjt_matrix_find_door (matrix, 6));
  g_assert_cmpfloat_with_epsilon (box.y2 - box.y1, 2 * 30 + 4, 1e-9);
  g_assert_cmpuint (bjt_matrix_hit (matrix, &metrics, box.x1 + 1, box.y1 + 1), ==, bjt_matrix_find_door (matrix, 6));
  g_assert_cmpuint (bjt_matrix_hit (matrix, &metrics, box.x1 + 1, box.y1 + 32), ==, bjt_matrix_find_door (matrix, 6)); /* where a gap would be */
  g_assert_cmpuint (bjt_matrix_step (matrix, bjt_matrix_find_door (matrix, 6), BJT_MATRIX_UP), ==, bjt_matrix_find_door (matrix, 0));
  g_assert_cmpuint (bjt_matrix_step (matrix, bjt_matrix_find_door (matrix, 6), BJT_MATRIX_DOWN), ==, bjt_matrix_find_door (matrix, 9));
  g_assert_cmpuint (bjt_matrix_step (matrix, bjt_matrix_find_door (matrix, 0), BJT_MATRIX_DOWN), ==, bjt_matrix_find_door (matrix, 6));
  g_assert_cmpuint (bjt_matrix_step (matrix, bjt_matrix_find_door (matrix, 6), BJT_MATRIX_RIGHT), ==, bjt_matrix_find_door (matrix, 7));
  slice = bjt_matrix_new_slice (matrix, 0, 1, 2, 4);
  cell = bjt_matrix_get_cell (slice, bjt_matrix_find_door (slice, 6));
  g_assert_cmpuint (cell->row, ==, 0);
  g_assert_cmpuint (cell->n_rows, ==, 1);
}

/* Two doors of the level above, or only one of the two columns. */
static void
test_wide_duplex (void)
{
  BjtSampleOptions       options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  half = NULL;
  g_autoptr (BjtMatrix)  whole = NULL;

  bjt_picture_get_door (picture, 6)->span = 2;
  merge_into (picture, 7, 6);
  merge_into (picture, 3, 6);
  half = bjt_matrix_new (picture, 0);
  check_sound (picture, half);
  g_assert_cmpuint (bjt_matrix_get_cell (half, bjt_matrix_find_door (half, 6))->n_rows, ==, 1);
  merge_into (picture, 4, 6);
  merge_into (picture, 0, 9); /* far away: changes nothing */
  whole = bjt_matrix_new (picture, 0);
  check_sound (picture, whole);
  g_assert_cmpuint (bjt_matrix_get_cell (whole, bjt_matrix_find_door (whole, 6))->n_rows, ==, 2);
  g_assert_cmpuint (bjt_matrix_get_cell (whole, bjt_matrix_find_door (whole, 9))->n_rows, ==, 1);
}

static void
test_parts (void)
{
  BjtSampleOptions       options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  matrix = NULL;
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (picture->doors->len);
  BjtMatrixPart          row = { BJT_MATRIX_PART_ROW, 2 }, column = { BJT_MATRIX_PART_COLUMN, 0 }, section = { BJT_MATRIX_PART_SECTION, 1 };

  merge_into (picture, 3, 6);
  matrix = bjt_matrix_new (picture, 0);
  bjt_matrix_doors_add_part (matrix, doors, &row);
  g_assert_cmpuint (bjt_door_set_count (doors), ==, 12);
  g_assert_true (bjt_matrix_doors_contain_part (matrix, doors, &row));
  g_assert_false (bjt_matrix_doors_contain_part (matrix, doors, &column));
  bjt_door_set_clear (doors);
  bjt_matrix_doors_add_part (matrix, doors, &column);
  g_assert_cmpuint (bjt_door_set_count (doors), ==, 5);
  bjt_door_set_clear (doors);
  bjt_matrix_doors_add_part (matrix, doors, &section);
  g_assert_cmpuint (bjt_door_set_count (doors), ==, 18);
  bjt_door_set_clear (doors);
  bjt_matrix_doors_add_range (matrix, doors, bjt_matrix_find_door (matrix, 6), bjt_matrix_find_door (matrix, 7));
  g_assert_cmpuint (bjt_door_set_count (doors), ==, 3); /* the duplex reaches up to 502 */
}

static void
test_shops_without_entrance (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (0);
  guint32                building = bjt_sample_add_building (picture, BJT_NO_INDEX, BJT_NO_INDEX, "7");
  guint32                entrance = bjt_sample_add_entrance (picture, building, "1");
  g_autoptr (BjtMatrix)  matrix = NULL;

  bjt_sample_add_door (picture, building, entrance, 1, 0);
  bjt_sample_add_door (picture, building, entrance, 1, 1);
  bjt_sample_add_door (picture, building, BJT_NO_INDEX, 0, 0);
  bjt_sample_add_door (picture, building, BJT_NO_INDEX, 0, 1);
  bjt_sample_add_door (picture, building, BJT_NO_INDEX, -1, 0);
  bjt_picture_finish (picture);
  matrix = bjt_matrix_new (picture, building);
  check_sound (picture, matrix);
  g_assert_cmpuint (matrix->sections->len, ==, 2);
  g_assert_cmpuint (bjt_matrix_get_section (matrix, 1)->entrance, ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_matrix_get_section (matrix, 1)->first_column, ==, 2);
  g_assert_cmpstr (bjt_matrix_get_row (matrix, 2)->label, ==, "-1");
}

static void
test_bungalows (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (0);
  guint32                building = bjt_sample_add_building (picture, BJT_NO_INDEX, BJT_NO_INDEX, "平房");
  g_autoptr (BjtMatrix)  matrix = NULL;

  for (guint i = 0; i < 45; i++)
    bjt_sample_add_door (picture, building, BJT_NO_INDEX, 0, i);
  bjt_picture_finish (picture);
  matrix = bjt_matrix_new (picture, building);
  check_sound (picture, matrix);
  g_assert_cmpuint (matrix->n_columns, ==, 12);
  g_assert_cmpuint (matrix->rows->len, ==, 4);
}

/* Two doors recorded at one place, spans that run into the next. */
static void
test_wrong_data (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (0);
  guint32                building = bjt_sample_add_building (picture, BJT_NO_INDEX, BJT_NO_INDEX, "7");
  guint32                entrance = bjt_sample_add_entrance (picture, building, "1");
  g_autoptr (BjtMatrix)  matrix = NULL;

  bjt_sample_add_door (picture, building, entrance, 2, 0);
  bjt_sample_add_door (picture, building, entrance, 2, 0);
  bjt_picture_get_door (picture, bjt_sample_add_door (picture, building, entrance, 1, 0))->span = 3;
  bjt_sample_add_door (picture, building, entrance, 1, 1);
  bjt_sample_add_door (picture, building, entrance, 0, G_MAXUINT16);
  bjt_picture_finish (picture);
  matrix = bjt_matrix_new (picture, building);
  check_sound (picture, matrix);
}

static void
test_nothing (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (0);
  guint32                building = bjt_sample_add_building (picture, BJT_NO_INDEX, BJT_NO_INDEX, "7");
  g_autoptr (BjtMatrix)  matrix = NULL;
  double                 width, height;

  bjt_picture_finish (picture);
  matrix = bjt_matrix_new (picture, building);
  bjt_matrix_get_size (matrix, &metrics, &width, &height);
  g_assert_cmpuint (matrix->cells->len, ==, 0);
  g_assert_cmpuint (bjt_matrix_hit (matrix, &metrics, 50, 30), ==, BJT_NO_INDEX);
}

/* An entrance too wide for small paper */
static void
test_split (void)
{
  BjtSampleOptions       options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  whole = NULL, split = NULL, slice = NULL;

  bjt_picture_get_door (picture, 7)->span = 2;
  whole = bjt_matrix_new (picture, 0);
  split = bjt_matrix_new_split (whole, 2);
  check_sound (picture, split);
  g_assert_cmpuint (split->sections->len, ==, 2 * whole->sections->len);
  g_assert_cmpuint (split->cells->len, ==, whole->cells->len);
  for (guint s = 0; s < split->sections->len; s++)
    g_assert_cmpuint (bjt_matrix_get_section (split, s)->n_columns, <=, 2);
  for (guint s = 0; s < split->sections->len; s++)
    {
      g_clear_pointer (&slice, bjt_matrix_free);
      slice = bjt_matrix_new_slice (split, s, 1, 0, split->rows->len);
      g_assert_cmpuint (slice->cells->len, >, 0);
    }
}

static void
test_slices (void)
{
  BjtSampleOptions      options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtMatrix)  whole = bjt_matrix_new (picture, 0);
  guint                  n = 0;

  for (guint part = 0; part < 4; part++)
    {
      g_autoptr (BjtMatrix) slice = bjt_matrix_new_slice (whole, part % 2 * 2, 2, part / 2 * 3, 3);

      g_assert_cmpuint (slice->n_columns, ==, 6);
      g_assert_cmpuint (slice->rows->len, ==, 3);
      n += slice->cells->len;
    }
  g_assert_cmpuint (n, ==, whole->cells->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/matrix/slab", test_slab);
  g_test_add_func ("/plan/matrix/skipped-levels", test_skipped_levels);
  g_test_add_func ("/plan/matrix/tower-of-33-levels", test_tower);
  g_test_add_func ("/plan/matrix/reversed", test_reversed);
  g_test_add_func ("/plan/matrix/merged", test_merged);
  g_test_add_func ("/plan/matrix/duplex", test_duplex);
  g_test_add_func ("/plan/matrix/wide-duplex", test_wide_duplex);
  g_test_add_func ("/plan/matrix/parts", test_parts);
  g_test_add_func ("/plan/matrix/shops-without-entrance", test_shops_without_entrance);
  g_test_add_func ("/plan/matrix/bungalows", test_bungalows);
  g_test_add_func ("/plan/matrix/wrong-data", test_wrong_data);
  g_test_add_func ("/plan/matrix/nothing", test_nothing);
  g_test_add_func ("/plan/matrix/slices", test_slices);
  g_test_add_func ("/plan/matrix/split", test_split);
  return g_test_run ();
}
