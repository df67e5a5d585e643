/* "tile " two thousand times, as gzip, brotli and zstd pack it. */
#include "tiles/bjt-tile-compression.h"

#include <string.h>

#define SIZE 10000

static const guint8 gzip[] = {
  0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC4, 0xB1, 0x09, 0x00, 0x00, 0x08, 0x03, 0xB0, 0x57,
  0x7C, 0xCE, 0x41, 0x70, 0xEC, 0xFF, 0x78, 0x87, 0x90, 0x0C, 0xC9, 0x6C, 0x57, 0x24, 0x49, 0x92, 0x24, 0x49, 0x92, 0x24,
  0x49, 0x92, 0x24, 0x49, 0x92, 0x24, 0x49, 0xFA, 0xDD, 0x01, 0x7A, 0x58, 0x85, 0x05, 0x10, 0x27, 0x00, 0x00
};
static const guint8 brotli[] = {
  0x1B, 0x0F, 0x27, 0x00, 0x04, 0x26, 0x72, 0xA4, 0xB9, 0x04, 0x6D, 0xC7, 0xC7, 0x6B, 0x51, 0x14, 0x7B, 0x00, 0xBC, 0x09, 
};
static const guint8 zstd[] = {
  0x28, 0xB5, 0x2F, 0xFD, 0x64, 0x10, 0x26, 0x6D, 0x00, 0x00, 0x28, 0x74, 0x69, 0x6C, 0x65, 0x20, 0x01, 0x00, 0x08, 0x07,
  0x7C, 0xD1, 0x02, 0x09, 0x48, 0x57, 0x24
};

static const struct
{
  BjtTileCompression compression;
  const guint8      *data;
  gsize              size;
} samples[] = {
  { BJT_TILE_COMPRESSION_GZIP, gzip, sizeof gzip },
  { BJT_TILE_COMPRESSION_BROTLI, brotli, sizeof brotli },
  { BJT_TILE_COMPRESSION_ZSTD, zstd, sizeof zstd },
};

static GBytes *
unpack (guint    i,
        gsize    size,
        gsize    max_size,
        GError **error)
{
  g_autoptr (GBytes) packed = g_bytes_new_static (samples[i].data, size);

  return bjt_tile_compression_unpack (samples[i].compression, packed, max_size, error);
}

static void
test_unpacks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) plain = unpack (i, samples[i].size, SIZE, &error);
      const char *text;
      gsize       size;

      g_assert_no_error (error);
      text = g_bytes_get_data (plain, &size);
      g_assert_cmpuint (size, ==, SIZE);
      g_assert_true (g_str_has_prefix (text, "tile tile "));
      g_assert_cmpmem (text, 5, text + SIZE - 5, 5);
    }
}

static void
test_none (void)
{
  g_autoptr (GBytes) plain = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) same = bjt_tile_compression_unpack (BJT_TILE_COMPRESSION_NONE, plain, 3, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (same == plain);
  g_assert_null (bjt_tile_compression_unpack (BJT_TILE_COMPRESSION_NONE, plain, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_too_large (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (unpack (i, samples[i].size, SIZE - 1, &error));
      g_assert_nonnull (strstr (error->message, "more than"));
    }
}

static void
test_cut_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (gsize size = 0; size < samples[i].size; size++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) plain = unpack (i, size, SIZE, &error);

        g_assert_null (plain);
        g_assert_nonnull (strstr (error->message, "cut off"));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/compression/unpacks", test_unpacks);
  g_test_add_func ("/tiles/compression/none", test_none);
  g_test_add_func ("/tiles/compression/too-large", test_too_large);
  g_test_add_func ("/tiles/compression/cut-off", test_cut_off);
  return g_test_run ();
}
