/* bjt-fuzz-driver.c: stands in for libFuzzer where there is only gcc: the
 * samples of a folder, then spoilt copies of them for a bounded time. The
 * rounds are the same each time, so that what fails fails again. */
#include <gio/gio.h>
#include <string.h>

#define N_ROUNDS 20000u
#define MAX_TIME (3 * G_TIME_SPAN_SECOND)
#define MAX_CHANGES 6
#define MAX_SIZE 8192u

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A copy of its own, so that reading past its end is seen. */
static void
try_input (const guint8 *data,
           gsize         size)
{
  g_autofree guint8 *copy = g_malloc (size > 0 ? size : 1);

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static guint8
choose_byte (GRand *rand)
{
  static const guint8 telling[] = { 0, 1, 0x7F, 0x80, 0xFF, ' ', '"', '\n', '<', '[' };

  return g_rand_boolean (rand) ? telling[g_rand_int_range (rand, 0, G_N_ELEMENTS (telling))] : (guint8) g_rand_int (rand);
}

static void
change (GByteArray *input,
        GRand      *rand,
        GBytes     *other)
{
  guint  at = (guint) g_rand_int_range (rand, 0, (gint32) input->len);
  guint  n = (guint) g_rand_int_range (rand, 1, 9);
  guint8 byte = choose_byte (rand);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      input->data[at] ^= (guint8) (1u << (n - 1));
      break;
    case 1:
      input->data[at] = byte;
      break;
    case 2:
      g_byte_array_append (input, &byte, 1);
      memmove (input->data + at + 1, input->data + at, input->len - at - 1);
      input->data[at] = byte;
      break;
    case 3:
      g_byte_array_remove_range (input, at, MIN (n, input->len - at));
      break;
    case 4:
      g_byte_array_set_size (input, at);
      break;
    default:
      g_byte_array_set_size (input, at);
      at = MIN (at, (guint) g_bytes_get_size (other));
      g_byte_array_append (input, (const guint8 *) g_bytes_get_data (other, NULL) + at, (guint) g_bytes_get_size (other) - at);
    }
}

static void
try_spoilt (GPtrArray *samples,
            GRand     *rand)
{
  GBytes *sample = samples->pdata[g_rand_int_range (rand, 0, (gint32) samples->len)];
  GBytes *other = samples->pdata[g_rand_int_range (rand, 0, (gint32) samples->len)];
  g_autoptr (GByteArray) input = g_byte_array_new ();

  g_byte_array_append (input, g_bytes_get_data (sample, NULL), (guint) MIN (g_bytes_get_size (sample), MAX_SIZE));
  for (int i = g_rand_int_range (rand, 1, MAX_CHANGES + 1); i > 0 && input->len > 0; i--)
    change (input, rand, other);
  try_input (input->data, input->len);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
read_samples (const char *folder)
{
  GPtrArray *samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert (dir != NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *data;
      gsize size;

      g_assert (g_file_get_contents (names->pdata[i], &data, &size, NULL));
      g_ptr_array_add (samples, g_bytes_new_take (data, size));
    }
  g_assert (samples->len > 0);
  return samples;
}

int
main (int    argc,
      char **argv)
{
  gint64 deadline = g_get_monotonic_time () + MAX_TIME;
  guint  round = 0;
  g_autoptr (GPtrArray) samples = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (2017);

  g_assert (argc == 2);
  samples = read_samples (argv[1]);
  for (guint i = 0; i < samples->len; i++)
    try_input (g_bytes_get_data (samples->pdata[i], NULL), g_bytes_get_size (samples->pdata[i]));
  for (; round < N_ROUNDS && g_get_monotonic_time () < deadline; round++)
    try_spoilt (samples, rand);
  g_print ("%u samples, %u spoilt copies\n", samples->len, round);
  return 0;
}
