/* bench-search.c: what each keystroke of typical questions costs. Opens a
 * community, types questions drawn from its own people and doors letter by
 * letter, prints the figures as JSON. */
#include "model/bjt-search.h"
#include "workspace/bjt-workspace.h"

#include <stdlib.h>
#include <string.h>

#define N_QUESTIONS 200
#define LIMIT 20

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The short address of a door as people type it: 3-2-501. */
static char *
dup_short_address (const BjtPicture *picture,
                   guint             index)
{
  const BjtPictureDoor     *door = bjt_picture_get_door (picture, index);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, door->building);
  const char               *entrance = "1";

  if (door->entrance != BJT_NO_INDEX)
    entrance = bjt_picture_get_entrance (picture, door->entrance)->label;
  return g_strdup_printf ("%s-%s-%s", building->label, entrance, door->label);
}

static char *
dup_question (const BjtPicture *picture,
              GRand            *chance,
              guint             number)
{
  guint                   index = (guint) g_rand_int_range (chance, 0, (gint32) picture->persons->len);
  const BjtPicturePerson *person = bjt_picture_get_person (picture, index);

  switch (number % 4)
    {
    case 0:
      return g_strdup (person->name);
    case 1:
      return g_strdup (person->initials != NULL ? person->initials : "wj");
    case 2:
      return g_strdup (person->phone != NULL && strlen (person->phone) > 4 ? person->phone + strlen (person->phone) - 4 : "0001");
    default:
      return dup_short_address (picture, (guint) g_rand_int_range (chance, 0, (gint32) picture->doors->len));
    }
}

static void
type_question (BjtSearch  *search,
               const char *question,
               GArray     *times)
{
  for (const char *at = question; *at != '\0';)
    {
      g_autofree char   *typed = NULL;
      g_autoptr (GArray) hits = NULL;
      gint64             began;

      at = g_utf8_next_char (at);
      typed = g_strndup (question, (gsize) (at - question));
      began = g_get_monotonic_time ();
      hits = bjt_search_find (search, typed, LIMIT);
      began = g_get_monotonic_time () - began;
      g_array_append_val (times, began);
    }
}

static double
percentile (const GArray *sorted,
            double        share)
{
  guint index = (guint) (share * (sorted->len - 1));

  return (double) g_array_index (sorted, gint64, index) / 1000;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtSearch)    search = NULL;
  g_autoptr (GArray)       times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GRand)        chance = g_rand_new_with_seed (1);
  BjtPicture              *picture;
  BjtClock                 clock;
  gint64                   began;

  bjt_clock_init (&clock);
  workspace = argc == 2 ? bjt_workspace_open (argv[1], &clock, &error) : NULL;
  if (workspace == NULL)
    {
      g_printerr ("bench-search: %s\n", error != NULL ? error->message : "usage: bench-search FILE.bjt");
      return EXIT_FAILURE;
    }

  picture = bjt_workspace_get_picture (workspace);
  began = g_get_monotonic_time ();
  search = bjt_search_new (picture);
  began = g_get_monotonic_time () - began;
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *question = dup_question (picture, chance, i);

      type_question (search, question, times);
    }
  g_array_sort (times, compare_times);
  g_print ("{\"people\": %u, \"keystrokes\": %u, \"index_ms\": %.3f, \"p50_ms\": %.3f, \"p95_ms\": %.3f, \"worst_ms\": %.3f}\n",
           picture->persons->len, times->len, (double) began / 1000, percentile (times, 0.5),
           percentile (times, 0.95), percentile (times, 1));
  return EXIT_SUCCESS;
}
