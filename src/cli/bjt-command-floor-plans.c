/* bjt-command-floor-plans.c: floor plans: what there is, and plans made from doors
 * alone. Whatever changes a plan is one step that bjt undo takes back. */
#include "bjt-cli.h"

#include <string.h>

#include "bjt-plan-words.h"
#include "plan/bjt-plan-check.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-workspace-plans.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char        **arguments; /* after the word for what to do */
  guint         n_arguments;
  gboolean      all;
} Plan;

/* The plan that the first word names. */
static guint32
find_plan (Plan *self)
{
  if (self->n_arguments != 1)
    {
      g_printerr (_("bjt: which plan? Write BUILDING:LEVEL; bjt plan list shows them\n"));
      return BJT_NO_INDEX;
    }
  return bjt_plan_words_find_plan (bjt_workspace_get_picture (self->workspace), self->arguments[0]);
}

/* list, show */

static guint
count_doors (const BjtPicture     *picture,
             const BjtPicturePlan *plan)
{
  guint n = 0;

  for (guint32 o = 0; o < picture->outlines->len; o++)
    {
      guint32 element = bjt_picture_get_outline (picture, o)->element;

      n += element >= plan->elements.first && element < plan->elements.first + plan->elements.n;
    }
  return n;
}

static BjtExit
run_list (Plan *self)
{
  static const char *const columns[] = { "building", "name", "levels", "kind", "elements", "doors", "placed", "id", NULL };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint32 p = 0; p < picture->plans->len; p++)
    {
      const BjtPicturePlan *plan = bjt_picture_get_plan (picture, p);

      bjt_listing_take_text (listing, bjt_picture_dup_building_name (picture, plan->building));
      bjt_listing_add_text (listing, plan->name);
      bjt_listing_add_text (listing, plan->levels);
      bjt_listing_add_text (listing, plan->kind == BJT_PLAN_SCHEMATIC ? "schematic" : "drawn");
      bjt_listing_add_int (listing, plan->elements.n);
      bjt_listing_add_int (listing, count_doors (picture, plan));
      bjt_listing_add_text (listing, plan->is_placed ? "yes" : "no");
      bjt_listing_take_text (listing, bjt_uuid_dup_string (&plan->id));
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static void
add_element (const BjtPicture        *picture,
             const BjtPictureElement *element,
             guint                    number,
             BjtListing              *listing)
{
  static const char *const shapes[] = { "point", "line", "polygon" };
  BjtPoint centre = bjt_geometry_get_centroid (element->shape);

  bjt_listing_add_int (listing, number);
  bjt_listing_add_text (listing, bjt_element_kind_get_name (element->kind));
  bjt_listing_add_text (listing, element->label);
  bjt_listing_add_text (listing, element->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, element->entrance)->label : NULL);
  bjt_listing_add_int (listing, element->stack);
  bjt_listing_take_text (listing, element->door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, element->door) : NULL);
  bjt_listing_add_text (listing, shapes[element->shape->kind]);
  bjt_listing_take_text (listing, g_strdup_printf ("%.2f", centre.x));
  bjt_listing_take_text (listing, g_strdup_printf ("%.2f", centre.y));
  bjt_listing_take_text (listing, bjt_uuid_dup_string (&element->id));
}

static BjtExit
run_show (Plan *self)
{
  static const char *const columns[] = { "n", "kind", "label", "entrance", "stack", "door", "shape", "x", "y", "id", NULL };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32 plan = find_plan (self);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtPlacement) placement = NULL;
  BjtRun elements;

  if (plan == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  elements = bjt_picture_get_plan (picture, plan)->elements;
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    add_element (picture, bjt_picture_get_element (picture, e), e - elements.first + 1, listing);
  bjt_listing_print (listing, self->cli->format);
  if (bjt_picture_get_plan (picture, plan)->is_placed && self->cli->format == BJT_LISTING_TABLE)
    placement = bjt_placement_new_from_json (bjt_picture_get_plan (picture, plan)->placement, NULL);
  if (placement != NULL)
    bjt_plan_words_print_fit (placement, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* schematic */

/* Of those that have doors, when all are meant. */
static GArray *
list_meant (Plan *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  guint32 building;

  for (guint32 b = 0; self->all && b < picture->buildings->len; b++)
    if (bjt_picture_get_building (picture, b)->doors.n > 0)
      g_array_append_val (ids, bjt_picture_get_building (picture, b)->id);
  if (self->all)
    return g_steal_pointer (&ids);
  building = bjt_plan_words_find_building (picture, self->arguments[0]);
  if (building == BJT_NO_INDEX)
    return NULL;
  g_array_append_val (ids, bjt_picture_get_building (picture, building)->id);
  return g_steal_pointer (&ids);
}

static BjtExit
run_schematic (Plan *self)
{
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  if (self->n_arguments != (self->all ? 0 : 1))
    return bjt_cli_usage (_("use: bjt plan schematic BUILDING, bjt plan schematic --all"));
  ids = list_meant (self);
  if (ids == NULL)
    return BJT_EXIT_REFUSED;
  if (ids->len == 0 || bjt_workspace_make_schematics (self->workspace, (const BjtUuid *) (gpointer) ids->data, ids->len, &error))
    return BJT_EXIT_GOOD;
  return bjt_cli_refuse (error);
}

static const struct
{
  const char *word;
  BjtExit (*func) (Plan *self);
} subcommands[] = {
  { "list", run_list },
  { "show", run_show },
  { "schematic", run_schematic },
};

static BjtExit
run (Plan *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (self->n_arguments > 0 && strcmp (self->arguments[0], subcommands[i].word) == 0)
      {
        self->arguments++;
        self->n_arguments--;
        return subcommands[i].func (self);
      }
  return bjt_cli_usage (_("use: bjt plan info|render|list|show|import|place|schematic|export|trace|draw|edit|repeat|check …"));
}

BjtExit
bjt_command_floor_plans (BjtCli *cli,
                         int     argc,
                         char  **argv)
{
  Plan         self = { .cli = cli };
  GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &self.all, NULL, NULL },
    { NULL },
  };
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (bjt_cli_parse ("plan list|show|schematic …", entries, &argc, &argv, &exit_code))
    {
      self.arguments = argv + 1;
      self.n_arguments = (guint) argc - 1;
      self.workspace = bjt_cli_open (cli, &exit_code);
      if (self.workspace != NULL)
        exit_code = run (&self);
    }
  g_clear_object (&self.workspace);
  return exit_code;
}
