/* bjt-command-mark.c: mark and class: what is noted of the people at doors. */
#include "bjt-cli.h"
#include "workspace/bjt-names.h"
#include "workspace/bjt-workspace-marks.h"

static gboolean
is_wanted (const BjtPicture *picture,
           guint32           person,
           const char       *name)
{
  const char *own = bjt_picture_get_person (picture, person)->name;

  return name == NULL || (own != NULL && g_str_has_prefix (own, name));
}

/* How many of a household fit; @person is the last of them. */
static guint
count_wanted (const BjtPicture          *picture,
              const BjtPictureHousehold *household,
              const char                *name,
              guint32                   *person)
{
  guint n_found = 0;

  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      guint32 candidate = bjt_picture_get_member (picture, m)->person;

      if (!is_wanted (picture, candidate, name))
        continue;
      *person = candidate;
      n_found++;
    }
  return n_found;
}

/* BJT_NO_INDEX after printing why. */
static guint32
find_person (const BjtPicture *picture,
             guint32           door,
             const char       *name)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;
  guint32       person = BJT_NO_INDEX;
  guint         n_found = 0;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    n_found += count_wanted (picture, bjt_picture_get_household (picture, h), name, &person);
  if (n_found == 1)
    return person;
  if (n_found == 0)
    g_printerr (_("bjt: nobody of that name belongs to this door\n"));
  else
    g_printerr (_("bjt: %u people belong to this door; say who with --person NAME\n"), n_found);
  return BJT_NO_INDEX;
}

static gboolean
parse_mark (BjtDoorMark *mark,
            const char  *category,
            const char  *class_name,
            gboolean     removed)
{
  int household_class = class_name != NULL ? bjt_names_find_class (class_name) : 0;

  *mark = (BjtDoorMark) { .household_class = household_class, .is_derived = class_name != NULL && household_class == 0,
                          .category = category, .is_untick = removed, .reason = _("Marked on the command line") };
  return household_class >= 0 && (category != NULL) != (class_name != NULL) && !(removed && class_name != NULL);
}

/* "山水宜家 3-2-501, 3-2-502" */
static GArray *
find_doors (BjtWorkspace *workspace,
            char        **words)
{
  g_autofree char *query = g_strjoinv (" ", words);
  g_auto (GStrv) doors = g_strsplit (query, ",", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (char **one = doors; *one != NULL; one++)
    {
      guint32 door = bjt_cli_find_door (workspace, g_strstrip (*one));

      if (door == BJT_NO_INDEX)
        return NULL;
      g_array_append_val (ids, bjt_picture_get_door (bjt_workspace_get_picture (workspace), door)->id);
    }
  return g_steal_pointer (&ids);
}

BjtExit
bjt_command_mark (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  g_autofree char *category = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;
  gboolean         removed = FALSE;
  GOptionEntry     entries[] = {
    { "category", 'c', 0, G_OPTION_ARG_STRING, &category, N_ ("Code of the category, as bjt stats lists them"), N_ ("CODE") },
    { "class", 0, 0, G_OPTION_ARG_STRING, &class_name, N_ ("Class of the household: resident, floating, tenant, hukou_only, empty, derive"), N_ ("CLASS") },
    { "person", 'p', 0, G_OPTION_ARG_STRING, &name, N_ ("Who, when several belong to the door"), N_ ("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why the rules don't tell it right; recorded"), N_ ("TEXT") },
    { "remove", 'r', 0, G_OPTION_ARG_NONE, &removed, N_ ("Take the mark away"), NULL },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (GArray) doors = NULL;
  BjtDoorMark mark;
  GError     *error = NULL;
  BjtExit     exit_code;

  if (!bjt_cli_parse ("DOOR[, DOOR…]", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2 || !parse_mark (&mark, category, class_name, removed))
    return bjt_cli_usage (_("use: bjt mark DOOR[, DOOR…] --category CODE [--person NAME] [--remove], or bjt mark DOOR[, DOOR…] --class CLASS [--reason TEXT]"));
  workspace = bjt_cli_open (cli, &exit_code);
  doors = workspace != NULL ? find_doors (workspace, argv + 1) : NULL;
  if (doors == NULL)
    return workspace != NULL ? BJT_EXIT_REFUSED : exit_code;
  if (reason != NULL)
    mark.reason = reason;
  if (name != NULL)
    {
      guint32 door = bjt_picture_find_door (bjt_workspace_get_picture (workspace), &g_array_index (doors, BjtUuid, 0));
      guint32 person = find_person (bjt_workspace_get_picture (workspace), door, name);

      if (person == BJT_NO_INDEX)
        return BJT_EXIT_REFUSED;
      mark.person_id = bjt_picture_get_person (bjt_workspace_get_picture (workspace), person)->id;
    }
  return bjt_workspace_mark_doors (workspace, (const BjtUuid *) (gpointer) doors->data, doors->len, &mark, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_class (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  g_autofree char *reason = NULL;
  g_autofree char *query = NULL;
  int              number = 1;
  GOptionEntry     entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why the rules don't tell it right; recorded"), N_ ("TEXT") },
    { "household", 0, 0, G_OPTION_ARG_INT, &number, N_ ("Which household of the door, 1 the one that lives there"), N_ ("N") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  const BjtRun *households;
  GError       *error = NULL;
  BjtExit       exit_code;
  guint32       door;
  int           household_class;

  if (!bjt_cli_parse ("CLASS DOOR", entries, &argc, &argv, &exit_code))
    return exit_code;
  household_class = argc > 2 ? bjt_names_find_class (argv[1]) : -1;
  if (household_class < 0)
    return bjt_cli_usage (_("use: bjt class derive|resident|floating|tenant|hukou_only|empty DOOR [--reason TEXT]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  query = g_strjoinv (" ", argv + 2);
  door = bjt_cli_find_door (workspace, query);
  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  households = &bjt_picture_get_door (bjt_workspace_get_picture (workspace), door)->households;
  if (number < 1 || (guint) number > households->n)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("this door has %u households"), households->n));
  return bjt_workspace_override_class (workspace,
                                       &bjt_picture_get_household (bjt_workspace_get_picture (workspace), households->first + (guint) number - 1)->id,
                                       household_class, reason, &error)
           ? BJT_EXIT_GOOD
           : bjt_cli_refuse (error);
}
