/* bjt-command-read.c: search: what is known where. */
#include "base/bjt-text.h"
#include "bjt-cli.h"
#include "workspace/bjt-names.h"
#include "model/bjt-search.h"

static void
add_hit (BjtListing         *listing,
         const BjtPicture   *picture,
         const BjtSearchHit *hit)
{
  bjt_listing_add_text (listing, bjt_names_of_hit (hit->kind));
  if (hit->door != BJT_NO_INDEX)
    bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, hit->door));
  else if (hit->kind == BJT_HIT_BUILDING)
    bjt_listing_take_text (listing, bjt_picture_dup_building_name (picture, hit->index));
  else
    bjt_listing_add_text (listing, hit->kind == BJT_HIT_COMPOUND ? bjt_picture_get_compound (picture, hit->index)->name : NULL);
  bjt_listing_take_text (listing, hit->kind == BJT_HIT_PERSON ? bjt_text_mask_name (bjt_picture_get_person (picture, hit->index)->name) : NULL);
  bjt_listing_add_text (listing, bjt_names_of_match (hit->match));
  bjt_listing_add_text (listing, hit->door == BJT_NO_INDEX ? NULL
                                 : bjt_names_of_class (bjt_picture_get_door_state (picture, hit->door)->household_class));
}

BjtExit
bjt_command_search (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const char *const columns[] = { "kind", "place", "name", "match", "class", NULL };
  int                      limit = 20;
  GOptionEntry             entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { NULL },
  };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autofree char *query = NULL;
  BjtExit          exit_code;

  if (!bjt_cli_parse ("WORDS", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return bjt_cli_usage (_("use: bjt search WORDS"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  query = g_strjoinv (" ", argv + 1);
  search = bjt_search_new (bjt_workspace_get_picture (workspace));
  hits = bjt_search_find (search, query, (guint) MAX (limit, 1));
  for (guint i = 0; i < hits->len; i++)
    add_hit (listing, bjt_workspace_get_picture (workspace), &g_array_index (hits, BjtSearchHit, i));
  if (hits->len > 0 || cli->format != BJT_LISTING_TABLE)
    bjt_listing_print (listing, cli->format);
  if (hits->len == 0)
    g_printerr (_("bjt: nothing is found for “%s”\n"), query);
  return hits->len > 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}
