/* bjt-plan-sketch.c: elements by number or door, places, and the one action. */
#include "bjt-plan-sketch.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-words.h"
#include "plan/bjt-plan-levels.h"
#include "plan/bjt-plan-trace.h"
#include "workspace/bjt-workspace-plans.h"

BjtPlanSketch *
bjt_plan_sketch_new (BjtWorkspace *workspace,
                     const char   *text)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  guint32           plan = bjt_plan_words_find_plan (picture, text);
  BjtPlanSketch    *self;
  GPtrArray        *elements;
  GError           *error = NULL;

  if (plan == BJT_NO_INDEX)
    return NULL;
  elements = bjt_workspace_list_plan_elements (workspace, &bjt_picture_get_plan (picture, plan)->id, &error);
  if (elements == NULL)
    {
      bjt_cli_refuse (error);
      return NULL;
    }
  self = g_new0 (BjtPlanSketch, 1);
  *self = (BjtPlanSketch) { workspace, plan, bjt_picture_get_plan (picture, plan)->id, bjt_picture_get_plan (picture, plan)->building, elements };
  return self;
}

void
bjt_plan_sketch_free (BjtPlanSketch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->elements);
  g_free (self);
}

/* A number on one of the plan's levels, else any address. */
gboolean
bjt_plan_sketch_find_door (const BjtPlanSketch *self,
                           const char          *text,
                           guint32             *door)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GArray) levels = bjt_plan_levels_parse (bjt_picture_get_plan (picture, self->plan)->levels, NULL);

  *door = BJT_NO_INDEX;
  for (guint i = 0; levels != NULL && i < levels->len && *door == BJT_NO_INDEX; i++)
    *door = bjt_plan_trace_match (picture, self->building, g_array_index (levels, int, i), text);
  if (*door == BJT_NO_INDEX)
    *door = bjt_cli_find_door (self->workspace, text);
  if (*door == BJT_NO_INDEX)
    return FALSE;
  if (bjt_picture_get_door (picture, *door)->building == self->building)
    return TRUE;
  g_printerr (_("bjt: “%s” is in another building than the plan\n"), text);
  return FALSE;
}

static gboolean
is_of_door (const BjtPlanSketch  *self,
            const BjtPlanElement *element,
            guint32               door)
{
  const BjtPicture     *picture = bjt_workspace_get_picture (self->workspace);
  const BjtPictureDoor *own = bjt_picture_get_door (picture, door);

  if (element->kind != BJT_ELEMENT_DOOR)
    return FALSE;
  if (!bjt_uuid_is_nil (&element->door_id))
    return bjt_uuid_equal (&element->door_id, &own->id);
  return own->entrance != BJT_NO_INDEX && element->stack == own->stack
         && bjt_uuid_equal (&element->entrance_id, &bjt_picture_get_entrance (picture, own->entrance)->id);
}

static gboolean
add_named (const BjtPlanSketch *self,
           const char          *word,
           GPtrArray           *found)
{
  gint64  number;
  guint32 door;
  guint   before = found->len;

  if (g_ascii_string_to_signed (word, 10, 1, self->elements->len, &number, NULL))
    {
      g_ptr_array_add (found, self->elements->pdata[number - 1]);
      return TRUE;
    }
  if (!bjt_plan_sketch_find_door (self, word, &door))
    return FALSE;
  for (guint i = 0; i < self->elements->len; i++)
    if (is_of_door (self, self->elements->pdata[i], door))
      g_ptr_array_add (found, self->elements->pdata[i]);
  if (found->len == before)
    g_printerr (_("bjt: “%s” has no outline on this plan; bjt plan show numbers what is there\n"), word);
  return found->len > before;
}

GPtrArray *
bjt_plan_sketch_list (const BjtPlanSketch *self,
                      const char          *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (!add_named (self, words[i], found))
      return NULL;
  return g_steal_pointer (&found);
}

GArray *
bjt_plan_sketch_parse_points (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t", -1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint i = 0; words[i] != NULL; i++)
    {
      BjtPoint point;

      if (*words[i] == '\0')
        continue;
      if (!bjt_plan_words_parse_pair (words[i], &point))
        {
          g_printerr (_("bjt: “%s” is no place of a plan; write X,Y in metres\n"), words[i]);
          return NULL;
        }
      g_array_append_val (points, point);
    }
  return g_steal_pointer (&points);
}

BjtExit
bjt_plan_sketch_save (BjtPlanSketch *self,
                      BjtPlanEdit   *edit)
{
  BjtPoint where = { (double) NAN, (double) NAN };
  GError  *error = NULL;

  if (bjt_workspace_edit_plan (self->workspace, &self->plan_id, edit, &where, &error))
    return BJT_EXIT_GOOD;
  return bjt_cli_refuse (error);
}
