/* test-uuid.c: keys are written, read, unique, and sort as they were made. */
#include "base/bjt-uuid.h"

#include <string.h>

static void
format_and_parse (void)
{
  static const char text[] = "019a1b2c-3d4e-7f50-8a6b-7c8d9eafb0c1";
  static const char *const bad[] = {
    "", "019a1b2c", "019a1b2c-3d4e-7f50-8a6b-7c8d9eafb0c", "019a1b2c-3d4e-7f50-8a6b-7c8d9eafb0c12",
    "g19a1b2c-3d4e-7f50-8a6b-7c8d9eafb0c1", "019a1b2c-3d4e-7f50-8a6b-7c8d9eafb0c1 ", "山",
  };
  g_autofree char *back = NULL;
  BjtUuid uuid, other;

  g_assert_true (bjt_uuid_init_from_string (&uuid, text));
  back = bjt_uuid_dup_string (&uuid);
  g_assert_cmpstr (back, ==, text);
  g_assert_true (bjt_uuid_init_from_string (&other, "019A1B2C3D4E7F508A6B7C8D9EAFB0C1"));
  g_assert_true (bjt_uuid_equal (&uuid, &other));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (bjt_uuid_init_from_string (&uuid, bad[i]));
      g_assert_true (bjt_uuid_is_nil (&uuid));
    }
  g_assert_false (bjt_uuid_init_from_string (&uuid, NULL));
}

static void
assert_version_7 (const BjtUuid *uuid)
{
  g_assert_cmphex (uuid->bytes[6] >> 4, ==, 7);
  g_assert_cmphex (uuid->bytes[8] >> 6, ==, 2);
}

static void
sorts_by_time (void)
{
  BjtUuid before, after;

  for (gint64 ms = 1; ms < G_GINT64_CONSTANT (1) << 47; ms *= 3)
    {
      bjt_uuid_init_random (&before, ms);
      bjt_uuid_init_random (&after, ms + 1);
      assert_version_7 (&before);
      g_assert_cmpint (bjt_uuid_compare (&before, &after), <, 0);
    }
}

static void
sequence (void)
{
  BjtUuidSequence keys;
  BjtUuid         last = BJT_UUID_NIL, next;

  bjt_uuid_sequence_init (&keys, 1795320000000);
  for (guint i = 0; i < 2000000; i++)
    {
      bjt_uuid_sequence_next (&keys, &next);
      g_assert_cmpint (bjt_uuid_compare (&last, &next), <, 0); /* so no two are the same */
      last = next;
    }
  assert_version_7 (&next);
}

static void
unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);

  for (guint i = 0; i < 100000; i++)
    {
      BjtUuid uuid;

      bjt_uuid_init_random (&uuid, 1795320000000);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&uuid, sizeof uuid)));
    }
}

static void
seeded (void)
{
  g_autoptr (GRand) a = g_rand_new_with_seed (5);
  g_autoptr (GRand) b = g_rand_new_with_seed (5);
  BjtUuid x, y;

  bjt_uuid_init_seeded (&x, 7, a);
  bjt_uuid_init_seeded (&y, 7, b);
  g_assert_true (bjt_uuid_equal (&x, &y));
  assert_version_7 (&x);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uuid/format-and-parse", format_and_parse);
  g_test_add_func ("/uuid/sorts-by-time", sorts_by_time);
  g_test_add_func ("/uuid/sequence", sequence);
  g_test_add_func ("/uuid/unique", unique);
  g_test_add_func ("/uuid/seeded", seeded);
  return g_test_run ();
}
