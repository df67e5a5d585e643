/* bjt-command-building.c: building: lay out buildings by a pattern, print the
 * elevation matrix, merge and split doors, cordon off entrances. */
#include "bjt-building-edits.h"
#include "bjt-cli.h"

#include <string.h>

#include "model/bjt-plans.h"
#include "plan/bjt-matrix.h"
#include "workspace/bjt-door-listing.h"
#include "workspace/bjt-names.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char        **arguments; /* after the word for what to do */
  guint         n_arguments;
  char         *compound;
  char         *label;
  char         *values[12]; /* of the pattern, by key */
  char         *reason;
  char         *from;
  char         *until;
  char         *level;
  gboolean      dry_run;
  gboolean      is_sheet;
  gboolean      names;
  char         *purpose;
} Task;

static const char *const pattern_keys[] = { "levels", "below", "semi", "skip", "entrances", "doors",
                                            "numbering", "direction", "duplex", "shops", "garages", "kind" };

/* "3" where only one compound has it, else "山水宜家 3"; BJT_NO_INDEX after printing why. */
guint32
bjt_cli_find_building (BjtWorkspace *workspace,
                       const char   *text)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  guint32           found = BJT_NO_INDEX;
  guint             n_found = 0;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      g_autofree char *name = bjt_picture_dup_building_name (picture, b);

      if (strcmp (name, text) == 0)
        return b;
      if (g_strcmp0 (bjt_picture_get_building (picture, b)->label, text) != 0)
        continue;
      found = b;
      n_found++;
    }
  if (n_found == 0)
    g_printerr (_("bjt: there is no building “%s”\n"), text);
  else if (n_found > 1)
    g_printerr (_("bjt: %u compounds have a building “%s”; name the compound too\n"), n_found, text);
  return n_found == 1 ? found : BJT_NO_INDEX;
}

static guint32
find_building (Task *self)
{
  g_autofree char *text = g_strjoinv (" ", self->arguments);

  return bjt_cli_find_building (self->workspace, text);
}

/* new, edit */

static const char *
translate_fate (BjtDoorFate fate)
{
  static const char *const words[] = { N_ ("doors added"), N_ ("doors changed"), N_ ("doors as they were"), N_ ("empty doors removed"),
                                       N_ ("doors outside the pattern, kept with their people and history") };

  return _(words[fate]);
}

/* The doors that change, and the counts on stderr where people read them. */
static void
print_diff (Task                 *self,
            const BjtPatternDiff *diff)
{
  static const char *const columns[] = { "change", "entrance", "ordinal", "door", "was", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < diff->doors->len; i++)
    {
      const BjtDoorChange *change = diff->doors->pdata[i];

      if (change->fate == BJT_DOOR_UNCHANGED || (change->fate == BJT_DOOR_ADDED && self->cli->format == BJT_LISTING_TABLE))
        continue;
      bjt_listing_add_text (listing, bjt_door_fate_get_name (change->fate));
      bjt_listing_add_text (listing, change->entrance);
      bjt_listing_add_int (listing, change->ordinal);
      bjt_listing_add_text (listing, change->label);
      bjt_listing_add_text (listing, change->old_label);
    }
  if (self->cli->format != BJT_LISTING_TABLE || diff->n_doors[BJT_DOOR_CHANGED] + diff->n_doors[BJT_DOOR_REMOVED] + diff->n_doors[BJT_DOOR_HELD] > 0)
    bjt_listing_print (listing, self->cli->format);
  for (guint f = 0; f < BJT_N_DOOR_FATES; f++)
    if (diff->n_doors[f] > 0)
      g_printerr ("%u %s\n", diff->n_doors[f], translate_fate ((BjtDoorFate) f));
}

static gboolean
read_pattern (Task               *self,
              BjtBuildingPattern *pattern,
              GError            **error)
{
  for (guint k = 0; k < G_N_ELEMENTS (pattern_keys); k++)
    {
      g_autofree char *word = self->values[k] != NULL ? g_strdup_printf ("%s=%s", pattern_keys[k], self->values[k]) : NULL;

      if (word != NULL && !bjt_building_pattern_read (pattern, word, error))
        return FALSE;
    }
  return TRUE;
}

static BjtExit
apply (Task                    *self,
       const BjtBuildingTarget *target,
       BjtBuildingPattern      *pattern)
{
  g_autoptr (BjtPatternDiff) diff = NULL;
  GError *error = NULL;

  if (!read_pattern (self, pattern, &error))
    return bjt_cli_refuse (error);
  diff = self->dry_run ? bjt_workspace_compare_pattern (self->workspace, target, pattern, &error)
                       : bjt_workspace_apply_pattern (self->workspace, target, pattern, &error);
  if (diff == NULL)
    return bjt_cli_refuse (error);
  print_diff (self, diff);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_new (Task *self)
{
  g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new ();
  BjtBuildingTarget target = { .compound = self->compound, .label = self->label };

  if (self->label == NULL)
    return bjt_cli_usage (_("use: bjt building new --compound NAME --label 12 --levels 6 --entrances 3 --doors 2"));
  return apply (self, &target, pattern);
}

static BjtExit
run_edit (Task *self)
{
  guint32           building = find_building (self);
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (BjtBuildingPattern) pattern = NULL;
  BjtBuildingTarget target = { .label = self->label };

  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  target.building_id = bjt_picture_get_building (picture, building)->id;
  pattern = bjt_building_pattern_new_from_building (picture, building);
  return apply (self, &target, pattern);
}

/* The pattern, as edit understands it. */
static BjtExit
run_pattern (Task *self)
{
  guint32 building = find_building (self);
  g_autoptr (BjtBuildingPattern) pattern = NULL;
  g_autofree char *text = NULL;

  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  pattern = bjt_building_pattern_new_from_building (bjt_workspace_get_picture (self->workspace), building);
  text = bjt_building_pattern_to_text (pattern);
  g_print ("%s\n", text);
  return BJT_EXIT_GOOD;
}

/* matrix */

/* Label and class: 501 resident; the head cell of a merged door alone is filled. */
static char *
dup_cell (const BjtPicture    *picture,
          const BjtMatrixCell *cell)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, cell->door);

  return g_strdup_printf ("%s %s", bjt_picture_get_door (picture, cell->door)->label, bjt_names_of_class (state->household_class));
}

/* Column heads: the entrance and the column within it. */
static char **
dup_columns (const BjtMatrix *matrix)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_ptr_array_add (columns, g_strdup ("level"));
  for (guint s = 0; s < matrix->sections->len; s++)
    {
      const BjtMatrixSection *section = bjt_matrix_get_section (matrix, s);

      for (guint c = 0; c < section->n_columns; c++)
        g_ptr_array_add (columns, g_strdup_printf ("%s.%u", section->label != NULL ? section->label : "-", c + 1));
    }
  g_ptr_array_add (columns, NULL);
  return (char **) g_ptr_array_free (columns, FALSE);
}

static BjtExit
print_matrix (const BjtPicture *picture,
              const BjtMatrix  *matrix)
{
  g_auto (GStrv) columns = dup_columns (matrix);
  g_autoptr (BjtListing) listing = bjt_listing_new ((const char *const *) columns);

  for (guint r = 0; r < matrix->rows->len; r++)
    {
      bjt_listing_add_text (listing, bjt_matrix_get_row (matrix, r)->label);
      for (guint c = 0; c < matrix->n_columns; c++)
        {
          guint32              index = matrix->index[r * matrix->n_columns + c];
          const BjtMatrixCell *cell = index != BJT_NO_INDEX ? bjt_matrix_get_cell (matrix, index) : NULL;

          bjt_listing_take_text (listing, cell == NULL ? NULL
                                          : bjt_matrix_get_base_row (cell) != r ? g_strdup ("v")
                                          : cell->column == c ? dup_cell (picture, cell) : g_strdup ("<"));
        }
    }
  bjt_listing_print (listing, BJT_LISTING_TABLE);
  return BJT_EXIT_GOOD;
}

/* For programs one row a door. */
static BjtExit
print_doors (Task                     *self,
             const BjtPictureBuilding *building)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (picture->doors->len);
  g_autoptr (BjtListing) listing = NULL;

  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    bjt_door_set_add (doors, d);
  listing = bjt_door_listing_new (picture, doors, FALSE);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_matrix (Task *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           building = find_building (self);
  g_autoptr (BjtMatrix) matrix = NULL;

  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  if (self->cli->format != BJT_LISTING_TABLE)
    return print_doors (self, bjt_picture_get_building (picture, building));
  matrix = bjt_matrix_new (picture, building);
  return print_matrix (picture, matrix);
}

/* merge, split, riser */

static BjtExit
run_merge (Task *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  GError *error = NULL;

  for (guint i = 0; i < self->n_arguments; i++)
    {
      guint32 door = bjt_cli_find_door (self->workspace, self->arguments[i]);

      if (door == BJT_NO_INDEX)
        return BJT_EXIT_REFUSED;
      g_array_append_val (ids, bjt_picture_get_door (picture, door)->id);
    }
  return bjt_workspace_merge_doors (self->workspace, (const BjtUuid *) (gpointer) ids->data, ids->len, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_split (Task *self)
{
  g_autofree char *text = g_strjoinv (" ", self->arguments);
  guint32          door = bjt_cli_find_door (self->workspace, text);
  GError          *error = NULL;

  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_split_door (self->workspace, &bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), door)->id, &error)
           ? BJT_EXIT_GOOD
           : bjt_cli_refuse (error);
}

/* Who hangs on the same pipe as a door (A30): its entrance and column, all levels. */
static BjtExit
run_riser (Task *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *text = g_strjoinv (" ", self->arguments);
  guint32          door = bjt_cli_find_door (self->workspace, text);
  g_autoptr (BjtDoorSet) doors = NULL;
  g_autoptr (BjtListing) listing = NULL;
  GError *error = NULL;

  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  if (self->names && (self->purpose == NULL || *self->purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose: why full names are needed"));
  if (self->names && !bjt_workspace_record_export (self->workspace, "riser", self->purpose, &error))
    return bjt_cli_refuse (error);
  doors = bjt_door_set_new (picture->doors->len);
  bjt_door_set_add_riser (doors, picture, door);
  listing = (self->is_sheet ? bjt_door_listing_new_consent : bjt_door_listing_new) (picture, doors, self->names);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* cordon, open, cordons */

/* "山水宜家 3-2" or "3-2"; NULL after printing why. */
static const BjtPictureEntrance *
find_entrance (Task *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *text = g_strjoinv (" ", self->arguments);
  char            *dash = strrchr (text, '-');
  guint32          building;

  if (dash == NULL)
    {
      g_printerr (_("bjt: “%s” is no entrance; write 3-2 for entrance 2 of building 3\n"), text);
      return NULL;
    }
  *dash = '\0';
  building = bjt_cli_find_building (self->workspace, text);
  for (guint32 e = 0; building != BJT_NO_INDEX && e < picture->entrances->len; e++)
    if (bjt_picture_get_entrance (picture, e)->building == building && g_strcmp0 (bjt_picture_get_entrance (picture, e)->label, dash + 1) == 0)
      return bjt_picture_get_entrance (picture, e);
  if (building != BJT_NO_INDEX)
    g_printerr (_("bjt: building %s has no entrance %s\n"), text, dash + 1);
  return NULL;
}

static BjtExit
run_cordon (Task *self)
{
  const BjtPictureEntrance *entrance = find_entrance (self);
  BjtDate from = self->from != NULL ? bjt_date_parse (self->from) : BJT_DATE_NONE;
  BjtDate until = self->until != NULL ? bjt_date_parse (self->until) : BJT_DATE_NONE;
  GError *error = NULL;

  if (entrance == NULL)
    return BJT_EXIT_REFUSED;
  if ((self->from != NULL && from == BJT_DATE_NONE) || (self->until != NULL && until == BJT_DATE_NONE))
    return bjt_cli_usage (_("--from and --until want days like 2026-11-22"));
  return bjt_workspace_cordon_entrance (self->workspace, &entrance->id, self->reason, from, until, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_open (Task *self)
{
  const BjtPictureEntrance *entrance = find_entrance (self);
  GError *error = NULL;

  if (entrance == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_open_entrance (self->workspace, &entrance->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_cordons (Task *self)
{
  static const char *const columns[] = { "entrance", "reason", "from", "until", "doors", NULL };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  GError *error = NULL;
  g_autoptr (GPtrArray) cordons = bjt_workspace_list_cordons (self->workspace, &error);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  if (cordons == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < cordons->len; i++)
    {
      const BjtAnnotation      *cordon = cordons->pdata[i];
      guint32                   found = bjt_picture_find_entrance (picture, &cordon->entrance_id);
      const BjtPictureEntrance *entrance = found != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, found) : NULL;
      g_autofree char          *building = entrance != NULL ? bjt_picture_dup_building_name (picture, entrance->building) : NULL;

      if (entrance == NULL)
        continue;
      bjt_listing_take_text (listing, g_strdup_printf ("%s-%s", building, entrance->label));
      bjt_listing_add_text (listing, cordon->text);
      bjt_listing_take_text (listing, bjt_date_dup_string (cordon->noted_on));
      bjt_listing_take_text (listing, bjt_date_dup_string (cordon->settled_on));
      bjt_listing_add_int (listing, entrance->doors.n);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* door, level, entrance */

static BjtExit
run_edits (Task *self)
{
  BjtBuildingEditWords words = { self->label, self->level, self->values[11] };

  return bjt_building_edits_run (self->workspace, self->arguments - 1, self->n_arguments + 1, &words);
}

static const struct
{
  const char *name;
  guint       n_arguments; /* at least */
  BjtExit (*run) (Task *self);
} tasks[] = {
  { "new", 0, run_new },     { "edit", 1, run_edit },     { "pattern", 1, run_pattern }, { "matrix", 1, run_matrix },
  { "merge", 2, run_merge }, { "split", 1, run_split },   { "riser", 1, run_riser },     { "cordon", 1, run_cordon },
  { "open", 1, run_open },   { "cordons", 0, run_cordons }, { "door", 1, run_edits },   { "level", 1, run_edits },
  { "entrance", 1, run_edits },
};

static BjtExit
run_task (Task  *self,
          int    argc,
          char **argv)
{
  BjtExit exit_code;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (tasks); i++)
    if (strcmp (argv[1], tasks[i].name) == 0 && (guint) argc - 2 >= tasks[i].n_arguments)
      {
        self->workspace = bjt_cli_open (self->cli, &exit_code);
        if (self->workspace == NULL)
          return exit_code;
        self->arguments = argv + 2;
        self->n_arguments = (guint) argc - 2;
        return tasks[i].run (self);
      }
  return bjt_cli_usage (_("use: bjt building new|cordons, matrix|edit|pattern BUILDING, merge DOOR DOOR…, split|riser DOOR, cordon|open ENTRANCE, door|level|entrance …"));
}

static void
clear (Task *self)
{
  g_clear_object (&self->workspace);
  g_free (self->compound);
  g_free (self->label);
  g_free (self->reason);
  g_free (self->from);
  g_free (self->until);
  g_free (self->level);
  g_free (self->purpose);
  for (guint i = 0; i < G_N_ELEMENTS (self->values); i++)
    g_free (self->values[i]);
}

BjtExit
bjt_command_building (BjtCli *cli,
                      int     argc,
                      char  **argv)
{
  Task         self = { .cli = cli };
  GOptionEntry entries[] = {
    { "compound", 0, 0, G_OPTION_ARG_STRING, &self.compound, N_ ("Compound of a new building"), N_ ("NAME") },
    { "label", 0, 0, G_OPTION_ARG_STRING, &self.label, N_ ("Number of the building"), N_ ("LABEL") },
    { "levels", 0, 0, G_OPTION_ARG_STRING, &self.values[0], N_ ("Number of the topmost level"), N_ ("N") },
    { "below", 0, 0, G_OPTION_ARG_STRING, &self.values[1], N_ ("Levels under the ground"), N_ ("N") },
    { "semi", 0, 0, G_OPTION_ARG_STRING, &self.values[2], N_ ("The first of them is a semi-basement: yes or no"), N_ ("ANSWER") },
    { "skip", 0, 0, G_OPTION_ARG_STRING, &self.values[3], N_ ("Levels left out or called otherwise: 4,13:12A"), N_ ("LEVELS") },
    { "entrances", 0, 0, G_OPTION_ARG_STRING, &self.values[4], N_ ("How many entrances, or their labels: 1,2,3; 0: none"), N_ ("N") },
    { "doors", 0, 0, G_OPTION_ARG_STRING, &self.values[5], N_ ("Doors a level: 2; for each entrance 2;3; on some levels 2,1:4,5..6:1"), N_ ("N") },
    { "pattern", 0, 0, G_OPTION_ARG_STRING, &self.values[6], N_ ("Numbering: 101, 0101, 1-101, through, sides, serial"), N_ ("PATTERN") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &self.values[7], N_ ("Doors count from the west (we) or the east (ew)"), N_ ("WAY") },
    { "duplex", 0, 0, G_OPTION_ARG_STRING, &self.values[8], N_ ("Levels whose doors take the next level too"), N_ ("LEVELS") },
    { "shops", 0, 0, G_OPTION_ARG_STRING, &self.values[9], N_ ("Shops on the ground level"), N_ ("N") },
    { "garages", 0, 0, G_OPTION_ARG_STRING, &self.values[10], N_ ("Garages below the ground, or on its level"), N_ ("N") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self.values[11], N_ ("What the doors are: dwelling, shop, garage, bungalow, office, other"), N_ ("KIND") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &self.reason, N_ ("Why an entrance is cordoned off"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("First day; today when not said"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &self.until, N_ ("First day it is open again"), N_ ("DATE") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &self.level, N_ ("Level of a door that is added"), N_ ("LABEL") },
    { "sheet", 0, 0, G_OPTION_ARG_NONE, &self.is_sheet, N_ ("A riser as a sheet for consent, share and signature"), NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &self.names, N_ ("Full names; needs --purpose"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &self.purpose, N_ ("Why full names are needed; recorded"), N_ ("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self.dry_run, N_ ("Tell what would change, change nothing"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (bjt_cli_parse ("new|edit|pattern|matrix|merge|split|riser|cordon|open|cordons|door|level|entrance", entries, &argc, &argv, &exit_code))
    exit_code = run_task (&self, argc, argv);
  clear (&self);
  return exit_code;
}
