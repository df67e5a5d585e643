/* bjt-building-edits.c: words to actions; what is not understood is told before
 * anything is changed. */
#include "bjt-building-edits.h"

#include <string.h>

#include "workspace/bjt-workspace-doors.h"

typedef struct
{
  BjtWorkspace               *workspace;
  char                      **arguments; /* after the two words for what to do */
  guint                       n_arguments;
  const BjtBuildingEditWords *words;
} Edit;

static BjtExit
answer (gboolean       done,
        GError *const *error)
{
  return done ? BJT_EXIT_GOOD : bjt_cli_refuse (*error);
}

static const BjtPicture *
get_picture (Edit *self)
{
  return bjt_workspace_get_picture (self->workspace);
}

/* All arguments are doors; NULL after printing which is none. */
static GArray *
find_doors (Edit *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (guint i = 0; i < self->n_arguments; i++)
    {
      guint32 door = bjt_cli_find_door (self->workspace, self->arguments[i]);

      if (door == BJT_NO_INDEX)
        return NULL;
      g_array_append_val (ids, bjt_picture_get_door (get_picture (self), door)->id);
    }
  return g_steal_pointer (&ids);
}

static int
find_kind (const char *word)
{
  static const char *const names[] = { "dwelling", "shop", "garage", "bungalow", "office", "other" };

  for (int i = 0; word != NULL && i < (int) G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], word) == 0)
      return i;
  return -1;
}

/* "-1" and "3A" alike: by its label. FALSE after printing that there is none. */
static gboolean
find_level (Edit       *self,
            guint32     building,
            const char *label,
            int        *ordinal)
{
  const BjtRun *doors = &bjt_picture_get_building (get_picture (self), building)->doors;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    {
      g_autofree char *its = NULL;

      *ordinal = bjt_picture_get_door (get_picture (self), d)->ordinal;
      its = bjt_picture_dup_level_label (get_picture (self), building, *ordinal);
      if (strcmp (its, label) == 0)
        return TRUE;
    }
  g_printerr (_("bjt: the building has no level “%s”\n"), label);
  return FALSE;
}

/* Doors */

static BjtExit
rename_door (Edit *self)
{
  guint32 door = bjt_cli_find_door (self->workspace, self->arguments[0]);
  GError *error = NULL;

  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_rename_door (self->workspace, &bjt_picture_get_door (get_picture (self), door)->id, self->arguments[1], &error), &error);
}

static BjtExit
set_kinds (Edit *self)
{
  int     kind = find_kind (self->words->kind);
  GError *error = NULL;
  g_autoptr (GArray) ids = NULL;

  if (kind < 0)
    return bjt_cli_usage (_("--kind wants dwelling, shop, garage, bungalow, office or other"));
  ids = find_doors (self);
  if (ids == NULL)
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_set_door_kinds (self->workspace, (const BjtUuid *) (gpointer) ids->data, ids->len, kind, &error), &error);
}

static BjtExit
remove_doors (Edit *self)
{
  g_autoptr (GArray) ids = find_doors (self);
  GError *error = NULL;
  guint   n_held = 0;

  if (ids == NULL)
    return BJT_EXIT_REFUSED;
  if (!bjt_workspace_remove_doors (self->workspace, (const BjtUuid *) (gpointer) ids->data, ids->len, &n_held, &error))
    return bjt_cli_refuse (error);
  if (n_held > 0)
    g_printerr (_("bjt: %u removed, %u kept for their people or history\n"), ids->len - n_held, n_held);
  return BJT_EXIT_GOOD;
}

/* "山水宜家 3-2", or a building without entrances. */
static gboolean
find_place (Edit         *self,
            BjtDoorPlace *place,
            guint32      *building)
{
  g_autofree char *text = g_strdup (self->arguments[0]);
  char            *dash = strrchr (text, '-');

  if (dash != NULL)
    *dash = '\0';
  *building = bjt_cli_find_building (self->workspace, text);
  if (*building == BJT_NO_INDEX)
    return FALSE;
  place->building_id = bjt_picture_get_building (get_picture (self), *building)->id;
  for (guint32 e = 0; dash != NULL && e < get_picture (self)->entrances->len; e++)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (get_picture (self), e);

      if (entrance->building != *building || g_strcmp0 (entrance->label, dash + 1) != 0)
        continue;
      place->entrance_id = entrance->id;
      return TRUE;
    }
  if (dash != NULL)
    g_printerr (_("bjt: building %s has no entrance %s\n"), text, dash + 1);
  return dash == NULL;
}

static BjtExit
add_door (Edit *self)
{
  BjtDoorPlace place = { .label = self->words->label, .kind = find_kind (self->words->kind) };
  guint32      building;
  GError      *error = NULL;

  if (self->words->level == NULL || (self->words->kind != NULL && place.kind < 0))
    return bjt_cli_usage (_("use: bjt building door add ENTRANCE --level 6 [--label 603] [--kind shop]"));
  if (!find_place (self, &place, &building) || !find_level (self, building, self->words->level, &place.ordinal))
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_add_door (self->workspace, &place, NULL, &error), &error);
}

/* Levels, entrances, direction */

static BjtExit
add_level (Edit *self)
{
  guint32     building = bjt_cli_find_building (self->workspace, self->arguments[0]);
  const char *where = self->n_arguments > 1 ? self->arguments[1] : "above";
  GError     *error = NULL;

  if (strcmp (where, "above") != 0 && strcmp (where, "below") != 0)
    return bjt_cli_usage (_("a level is added above or below"));
  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_add_level (self->workspace, &bjt_picture_get_building (get_picture (self), building)->id, *where == 'a', &error), &error);
}

static BjtExit
rename_level (Edit *self)
{
  guint32 building = bjt_cli_find_building (self->workspace, self->arguments[0]);
  GError *error = NULL;
  int     ordinal;

  if (building == BJT_NO_INDEX || !find_level (self, building, self->arguments[1], &ordinal))
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_rename_level (self->workspace, &bjt_picture_get_building (get_picture (self), building)->id, ordinal,
                                             self->arguments[2], &error), &error);
}

static BjtExit
add_entrance (Edit *self)
{
  guint32 building = bjt_cli_find_building (self->workspace, self->arguments[0]);
  GError *error = NULL;

  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_add_entrance (self->workspace, &bjt_picture_get_building (get_picture (self), building)->id, &error), &error);
}

static BjtExit
rename_entrance (Edit *self)
{
  BjtDoorPlace place = { .kind = -1 };
  guint32      building;
  GError      *error = NULL;

  if (!find_place (self, &place, &building))
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_rename_entrance (self->workspace, &place.entrance_id, self->arguments[1], &error), &error);
}

static BjtExit
turn (Edit *self)
{
  guint32 building = bjt_cli_find_building (self->workspace, self->arguments[0]);
  GError *error = NULL;

  if (strcmp (self->arguments[1], "we") != 0 && strcmp (self->arguments[1], "ew") != 0)
    return bjt_cli_usage (_("doors count from the west (we) or the east (ew)"));
  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  return answer (bjt_workspace_set_direction (self->workspace, &bjt_picture_get_building (get_picture (self), building)->id,
                                              self->arguments[1][0] == 'e', &error), &error);
}

BjtExit
bjt_building_edits_run (BjtWorkspace               *workspace,
                        char                      **arguments,
                        guint                       n_arguments,
                        const BjtBuildingEditWords *words)
{
  static const struct
  {
    const char *what, *how;
    guint       n_arguments; /* at least */
    BjtExit (*run) (Edit *self);
  } edits[] = {
    { "door", "rename", 2, rename_door },     { "door", "kind", 1, set_kinds },       { "door", "remove", 1, remove_doors },
    { "door", "add", 1, add_door },           { "level", "add", 1, add_level },       { "level", "rename", 3, rename_level },
    { "entrance", "add", 1, add_entrance },   { "entrance", "rename", 2, rename_entrance }, { "entrance", "turn", 2, turn },
  };
  Edit edit = { workspace, arguments + 2, n_arguments - MIN (n_arguments, 2), words };

  for (guint i = 0; n_arguments >= 2 && i < G_N_ELEMENTS (edits); i++)
    if (strcmp (edits[i].what, arguments[0]) == 0 && strcmp (edits[i].how, arguments[1]) == 0 && edit.n_arguments >= edits[i].n_arguments)
      return edits[i].run (&edit);
  return bjt_cli_usage (_("use: bjt building door rename DOOR NAME | kind DOOR… --kind KIND | remove DOOR… | add ENTRANCE --level LEVEL,"
                          " level add BUILDING [above|below] | rename BUILDING LEVEL NAME,"
                          " entrance add BUILDING | rename ENTRANCE NAME | turn BUILDING we|ew"));
}
