/* bjt-command-plan-draw.c: trace, draw, edit, repeat and check: each change is
 * one action that bjt undo takes back. */
#include "bjt-command-plan-draw.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-sketch.h"
#include "bjt-plan-words.h"
#include "plan/bjt-plan-check.h"
#include "plan/bjt-plan-faults.h"
#include "plan/bjt-plan-shape.h"
#include "plan/bjt-plan-trace.h"
#include "workspace/bjt-workspace-plans.h"

typedef struct
{
  BjtCli        *cli;
  BjtPlanSketch *sketch;
  char         **words; /* after the plan */
  guint          n_words;
  char          *at;
  char          *offset;
  char          *door;
  char          *label;
  char          *levels;
  double         close;
  double         angle;
  double         size;
  int            columns, rows;
  gboolean       all;
  gboolean       next_stacks;
} Task;

static BjtExit
refuse_at (GError        *error,
           const BjtPoint *where)
{
  if (isfinite (where->x))
    g_prefix_error (&error, _("at %.2f, %.2f: "), where->x, where->y);
  return bjt_cli_refuse (error);
}

static GArray *
parse_points (const char *text,
              guint       least,
              const char *option)
{
  GArray *points = bjt_plan_sketch_parse_points (text);

  if (points == NULL || points->len >= least)
    return points;
  g_printerr (_("bjt: %s wants %u places or more: \"X,Y X,Y\" in metres\n"), option, least);
  g_array_unref (points);
  return NULL;
}

/* trace */

static BjtPlanElement *
trace_at (Task            *self,
          const GPtrArray *backdrops,
          BjtPoint         at,
          GError         **error)
{
  BjtPlanTraceWish wish = { .close = self->close };
  BjtPlanElement  *element = NULL;

  for (guint i = backdrops->len; i > 0 && element == NULL; i--)
    {
      g_autoptr (BjtPlanTrace) trace = bjt_plan_trace_new (backdrops->pdata[i - 1]);

      g_clear_error (error);
      element = bjt_plan_trace_find (trace, at, &wish, NULL, error);
    }
  return element;
}

static BjtExit
trace_one (Task            *self,
           const GPtrArray *backdrops)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->sketch->workspace);
  g_autoptr (GArray) at = parse_points (self->at, 1, "--at");
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  BjtPlanElement *element;
  GError *error = NULL;
  guint32 door = BJT_NO_INDEX;

  if (at == NULL || (self->door != NULL && !bjt_plan_sketch_find_door (self->sketch, self->door, &door)))
    return BJT_EXIT_REFUSED;
  element = trace_at (self, backdrops, g_array_index (at, BjtPoint, 0), &error);
  if (element == NULL)
    return bjt_cli_refuse (error);
  if (door != BJT_NO_INDEX)
    bjt_plan_trace_give (element, picture, door);
  bjt_plan_edit_add (edit, element);
  g_print (_("%.2f m², %u corners\n"), bjt_plan_shape_get_area (element->shape), element->shape->n_points);
  return bjt_plan_sketch_save (self->sketch, edit);
}

static void
print_all (Task                  *self,
           const BjtPlanTraceAll *all)
{
  static const char *const columns[] = { "door", "outline", "m2", NULL };
  const BjtPicture *picture = bjt_workspace_get_picture (self->sketch->workspace);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < all->doors->len; i++)
    {
      bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, g_array_index (all->doors, guint32, i)));
      bjt_listing_add_text (listing, "traced");
      bjt_listing_take_text (listing, g_strdup_printf ("%.2f", bjt_plan_shape_get_area (((BjtPlanElement *) all->elements->pdata[i])->shape)));
    }
  for (guint i = 0; i < all->missing->len; i++)
    {
      bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, g_array_index (all->missing, guint32, i)));
      bjt_listing_add_text (listing, "missing");
      bjt_listing_add_text (listing, NULL);
    }
  for (guint i = 0; i < all->strange->len; i++)
    {
      bjt_listing_add_text (listing, all->strange->pdata[i]);
      bjt_listing_add_text (listing, "no such door");
      bjt_listing_add_text (listing, NULL);
    }
  bjt_listing_print (listing, self->cli->format);
}

static BjtExit
trace_all (Task            *self,
           const GPtrArray *backdrops)
{
  BjtPlanTraceWish wish = { .close = self->close };
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (BjtPlanTrace) trace = bjt_plan_trace_new (backdrops->pdata[backdrops->len - 1]);
  g_autoptr (BjtPlanTraceAll) all = NULL;
  GError *error = NULL;

  all = bjt_plan_trace_find_all (trace, bjt_workspace_get_picture (self->sketch->workspace), self->sketch->plan, &wish, NULL, &error);
  if (all == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < all->elements->len; i++)
    bjt_plan_edit_add (edit, bjt_plan_element_copy (all->elements->pdata[i]));
  print_all (self, all);
  return bjt_plan_sketch_save (self->sketch, edit);
}

static BjtExit
run_trace (Task *self)
{
  g_autoptr (GPtrArray) backdrops = NULL;
  GError *error = NULL;

  if (self->n_words != 0 || self->all == (self->at != NULL))
    return bjt_cli_usage (_("use: bjt plan trace BUILDING:LEVEL --at X,Y [--door DOOR] [--close METRES], … --all"));
  backdrops = bjt_workspace_load_backdrops (self->sketch->workspace, &self->sketch->plan_id, &error);
  if (backdrops == NULL)
    return bjt_cli_refuse (error);
  if (backdrops->len == 0)
    {
      g_printerr (_("bjt: nothing lies under the plan; bring a drawing in first\n"));
      return BJT_EXIT_REFUSED;
    }
  return self->all ? trace_all (self, backdrops) : trace_one (self, backdrops);
}

/* draw */

static const struct
{
  const char     *word;
  BjtElementKind  kind;
  BjtGeometryKind shape;
  guint           n_points; /* at least */
} drawn[] = {
  { "rectangle", BJT_ELEMENT_DOOR, BJT_GEOMETRY_POLYGON, 2 },
  { "polygon", BJT_ELEMENT_DOOR, BJT_GEOMETRY_POLYGON, 3 },
  { "area", BJT_ELEMENT_AREA, BJT_GEOMETRY_POLYGON, 3 },
  { "wall", BJT_ELEMENT_WALL, BJT_GEOMETRY_LINE, 2 },
  { "opening", BJT_ELEMENT_OPENING, BJT_GEOMETRY_LINE, 1 },
  { "stairs", BJT_ELEMENT_STAIRS, BJT_GEOMETRY_POLYGON, 1 },
  { "elevator", BJT_ELEMENT_ELEVATOR, BJT_GEOMETRY_POLYGON, 1 },
  { "line", BJT_ELEMENT_LINE, BJT_GEOMETRY_LINE, 2 },
  { "text", BJT_ELEMENT_TEXT, BJT_GEOMETRY_POINT, 1 },
};

/* Two places are the corners of a rectangle where an outline is meant. */
static BjtGeometry *
make_shape (Task           *self,
            BjtGeometryKind kind,
            const GArray   *points)
{
  const BjtPoint *at = (const BjtPoint *) (gpointer) points->data;

  if (points->len == 1)
    return bjt_geometry_new_point (at->x, at->y);
  if (kind == BJT_GEOMETRY_LINE)
    return bjt_geometry_new_line (at, points->len);
  return points->len == 2 ? bjt_plan_shape_new_rectangle (at[0], at[1], self->angle * G_PI / 180) : bjt_geometry_new_polygon (at, points->len);
}

static BjtExit
draw (Task *self,
      guint d)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->sketch->workspace);
  g_autoptr (GArray) points = parse_points (self->at, drawn[d].n_points, "--at");
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  guint32         door = BJT_NO_INDEX;
  BjtPlanElement *element;

  if (points == NULL || (self->door != NULL && !bjt_plan_sketch_find_door (self->sketch, self->door, &door)))
    return BJT_EXIT_REFUSED;
  element = bjt_plan_element_new ();
  element->kind = drawn[d].kind;
  element->shape = make_shape (self, drawn[d].shape, points);
  element->label = g_strdup (self->label);
  element->size = self->size > 0 ? self->size : (double) NAN;
  element->angle = drawn[d].kind == BJT_ELEMENT_TEXT ? self->angle * G_PI / 180 : (double) NAN;
  if (door != BJT_NO_INDEX)
    bjt_plan_trace_give (element, picture, door);
  bjt_plan_edit_add (edit, element);
  return bjt_plan_sketch_save (self->sketch, edit);
}

static BjtExit
run_draw (Task *self)
{
  for (guint d = 0; d < G_N_ELEMENTS (drawn) && self->n_words == 1; d++)
    if (strcmp (self->words[0], drawn[d].word) == 0)
      return draw (self, d);
  return bjt_cli_usage (_("use: bjt plan draw BUILDING:LEVEL rectangle|polygon|wall|opening|stairs|elevator|area|line|text --at \"X,Y X,Y\" [--door DOOR] [--label TEXT] [--size METRES] [--angle DEGREES]"));
}

/* edit */

typedef BjtExit (*EditFunc) (Task *self, GPtrArray *elements, BjtPlanEdit *edit);

static BjtExit
edit_move (Task        *self,
           GPtrArray   *elements,
           BjtPlanEdit *edit)
{
  g_autoptr (GArray) by = parse_points (self->offset, 1, "--offset");

  if (by == NULL)
    return BJT_EXIT_REFUSED;
  bjt_plan_edit_move (edit, elements, g_array_index (by, BjtPoint, 0).x, g_array_index (by, BjtPoint, 0).y);
  return BJT_EXIT_GOOD;
}

static BjtExit
edit_duplicate (Task        *self,
                GPtrArray   *elements,
                BjtPlanEdit *edit)
{
  g_autoptr (GArray) by = parse_points (self->offset, 1, "--offset");

  if (by == NULL)
    return BJT_EXIT_REFUSED;
  bjt_plan_edit_duplicate (edit, elements, g_array_index (by, BjtPoint, 0).x, g_array_index (by, BjtPoint, 0).y);
  return BJT_EXIT_GOOD;
}

/* Around --at, else around their middle. */
static BjtExit
edit_turn (Task        *self,
           GPtrArray   *elements,
           BjtPlanEdit *edit)
{
  g_autoptr (GArray) at = self->at != NULL ? parse_points (self->at, 1, "--at") : NULL;
  BjtBox   box = BJT_BOX_EMPTY;
  BjtPoint pivot;

  if (self->at != NULL && at == NULL)
    return BJT_EXIT_REFUSED;
  for (guint i = 0; i < elements->len; i++)
    {
      const BjtBox *own = &((BjtPlanElement *) elements->pdata[i])->shape->box;

      bjt_box_add_point (&box, own->x1, own->y1);
      bjt_box_add_point (&box, own->x2, own->y2);
    }
  pivot = at != NULL ? g_array_index (at, BjtPoint, 0) : (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
  bjt_plan_edit_turn (edit, elements, pivot, self->angle * G_PI / 180);
  return BJT_EXIT_GOOD;
}

static BjtExit
edit_mirror (Task        *self,
             GPtrArray   *elements,
             BjtPlanEdit *edit)
{
  g_autoptr (GArray) line = parse_points (self->at, 2, "--at");

  if (line == NULL)
    return BJT_EXIT_REFUSED;
  bjt_plan_edit_mirror (edit, elements, g_array_index (line, BjtPoint, 0), g_array_index (line, BjtPoint, 1));
  return BJT_EXIT_GOOD;
}

static BjtExit
edit_reshape (Task        *self,
              GPtrArray   *elements,
              BjtPlanEdit *edit)
{
  const BjtPlanElement *element = elements->pdata[0];
  g_autoptr (GArray) points = parse_points (self->at, 1, "--at");
  g_autoptr (BjtGeometry) shape = points != NULL ? make_shape (self, element->shape->kind, points) : NULL;
  BjtPoint where;
  GError  *error = NULL;

  if (shape == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_plan_edit_reshape (edit, element, shape, &where, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
edit_split (Task        *self,
            GPtrArray   *elements,
            BjtPlanEdit *edit)
{
  g_autoptr (GArray) points = parse_points (self->at, 2, "--at");
  g_autoptr (BjtGeometry) cut = points != NULL ? bjt_geometry_new_line ((const BjtPoint *) (gpointer) points->data, points->len) : NULL;
  BjtPoint where;
  GError  *error = NULL;

  if (cut == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_plan_edit_split (edit, elements->pdata[0], cut, &where, &error) ? BJT_EXIT_GOOD : refuse_at (error, &where);
}

static BjtExit
edit_merge (Task        *self,
            GPtrArray   *elements,
            BjtPlanEdit *edit)
{
  BjtPoint where;
  GError  *error = NULL;

  return bjt_plan_edit_merge (edit, elements, &where, &error) ? BJT_EXIT_GOOD : refuse_at (error, &where);
}

static BjtExit
edit_array (Task        *self,
            GPtrArray   *elements,
            BjtPlanEdit *edit)
{
  g_autoptr (GArray) by = parse_points (self->offset, 1, "--offset");
  GError *error = NULL;

  if (by == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_plan_edit_array (edit, elements, (guint) MAX (0, self->columns), (guint) MAX (0, self->rows), g_array_index (by, BjtPoint, 0), self->next_stacks, &error)
             ? BJT_EXIT_GOOD
             : bjt_cli_refuse (error);
}

static BjtExit
edit_remove (Task        *self,
             GPtrArray   *elements,
             BjtPlanEdit *edit)
{
  bjt_plan_edit_remove (edit, elements);
  return BJT_EXIT_GOOD;
}

/* --door, --label, --size: what is given is changed. */
static BjtExit
edit_set (Task        *self,
          GPtrArray   *elements,
          BjtPlanEdit *edit)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->sketch->workspace);
  guint32           door = BJT_NO_INDEX;

  if (self->door != NULL && !bjt_plan_sketch_find_door (self->sketch, self->door, &door))
    return BJT_EXIT_REFUSED;
  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanElement *changed = bjt_plan_element_copy (elements->pdata[i]);

      if (door != BJT_NO_INDEX)
        bjt_plan_trace_give (changed, picture, door);
      if (self->label != NULL)
        {
          g_free (changed->label);
          changed->label = *self->label != '\0' ? g_strdup (self->label) : NULL;
        }
      if (self->size > 0)
        changed->size = self->size;
      bjt_plan_edit_change (edit, changed);
    }
  return BJT_EXIT_GOOD;
}

static const struct
{
  const char *word;
  EditFunc    func;
} edits[] = {
  { "move", edit_move }, { "turn", edit_turn }, { "mirror", edit_mirror }, { "reshape", edit_reshape }, { "split", edit_split },
  { "merge", edit_merge }, { "duplicate", edit_duplicate }, { "array", edit_array }, { "remove", edit_remove }, { "set", edit_set },
};

static BjtExit
run_edit (Task *self)
{
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GPtrArray) elements = NULL;
  BjtExit exit_code;

  for (guint i = 0; i < G_N_ELEMENTS (edits) && self->n_words == 2; i++)
    {
      if (strcmp (self->words[1], edits[i].word) != 0)
        continue;
      elements = bjt_plan_sketch_list (self->sketch, self->words[0]);
      exit_code = elements != NULL ? edits[i].func (self, elements, edit) : BJT_EXIT_REFUSED;
      return exit_code == BJT_EXIT_GOOD ? bjt_plan_sketch_save (self->sketch, edit) : exit_code;
    }
  return bjt_cli_usage (_("use: bjt plan edit BUILDING:LEVEL ELEMENT[,ELEMENT…] move|turn|mirror|reshape|split|merge|duplicate|array|remove|set [--at \"X,Y X,Y\"] [--offset X,Y] [--angle DEGREES] [--columns N] [--rows N] [--next-stacks] [--door DOOR] [--label TEXT] [--size METRES]"));
}

/* repeat, check */

static BjtExit
run_repeat (Task *self)
{
  g_autoptr (BjtFloorPlan) plan = NULL;
  GError *error = NULL;

  if (self->n_words != 0 || self->levels == NULL)
    return bjt_cli_usage (_("use: bjt plan repeat BUILDING:LEVEL --levels 1-5"));
  plan = bjt_workspace_get_plan (self->sketch->workspace, &self->sketch->plan_id, &error);
  if (plan == NULL)
    return bjt_cli_refuse (error);
  g_free (plan->levels);
  plan->levels = g_strdup (self->levels);
  return bjt_workspace_update_plan (self->sketch->workspace, plan, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_check (Task *self)
{
  static const char *const columns[] = { "fault", "element", "other", "x", "y", "what", NULL };
  static const char *const kinds[] = { "unsound", "overlap", "missing" };
  const BjtPicture *picture = bjt_workspace_get_picture (self->sketch->workspace);
  g_autoptr (GArray) faults = bjt_plan_faults_list (picture, self->sketch->plan, self->sketch->elements);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < faults->len; i++)
    {
      const BjtPlanFault *fault = &g_array_index (faults, BjtPlanFault, i);

      bjt_listing_add_text (listing, kinds[fault->kind]);
      bjt_listing_take_text (listing, fault->element != G_MAXUINT ? g_strdup_printf ("%u", fault->element + 1) : NULL);
      bjt_listing_take_text (listing, fault->other != G_MAXUINT ? g_strdup_printf ("%u", fault->other + 1) : NULL);
      bjt_listing_take_text (listing, isfinite (fault->where.x) ? g_strdup_printf ("%.2f", fault->where.x) : NULL);
      bjt_listing_take_text (listing, isfinite (fault->where.y) ? g_strdup_printf ("%.2f", fault->where.y) : NULL);
      if (fault->kind == BJT_PLAN_FAULT_MISSING)
        bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, fault->door));
      else
        bjt_listing_add_text (listing, fault->message);
    }
  bjt_listing_print (listing, self->cli->format);
  return faults->len == 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}

static const struct
{
  const char *word;
  BjtExit (*func) (Task *self);
} subcommands[] = {
  { "trace", run_trace }, { "draw", run_draw }, { "edit", run_edit }, { "repeat", run_repeat }, { "check", run_check },
};

gboolean
bjt_command_plan_draw_knows (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (strcmp (word, subcommands[i].word) == 0)
      return TRUE;
  return FALSE;
}

static BjtExit
run (Task *self,
     int   argc,
     char **argv)
{
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (argc < 3)
    return bjt_cli_usage (_("bjt: which plan? Write BUILDING:LEVEL; bjt plan list shows them"));
  workspace = bjt_cli_open (self->cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  self->sketch = bjt_plan_sketch_new (workspace, argv[2]);
  if (self->sketch == NULL)
    return BJT_EXIT_REFUSED;
  self->words = argv + 3;
  self->n_words = (guint) argc - 3;
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (strcmp (argv[1], subcommands[i].word) == 0)
      exit_code = subcommands[i].func (self);
  g_clear_pointer (&self->sketch, bjt_plan_sketch_free);
  return exit_code;
}

BjtExit
bjt_command_plan_draw (BjtCli *cli,
                       int     argc,
                       char  **argv)
{
  Task         self = { .cli = cli, .columns = 1, .rows = 1 };
  GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &self.at, NULL, NULL },
    { "offset", 0, 0, G_OPTION_ARG_STRING, &self.offset, NULL, NULL },
    { "door", 0, 0, G_OPTION_ARG_STRING, &self.door, NULL, NULL },
    { "label", 0, 0, G_OPTION_ARG_STRING, &self.label, NULL, NULL },
    { "levels", 0, 0, G_OPTION_ARG_STRING, &self.levels, NULL, NULL },
    { "close", 0, 0, G_OPTION_ARG_DOUBLE, &self.close, NULL, NULL },
    { "angle", 0, 0, G_OPTION_ARG_DOUBLE, &self.angle, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_DOUBLE, &self.size, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_INT, &self.columns, NULL, NULL },
    { "rows", 0, 0, G_OPTION_ARG_INT, &self.rows, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &self.all, NULL, NULL },
    { "next-stacks", 0, 0, G_OPTION_ARG_NONE, &self.next_stacks, NULL, NULL },
    { NULL },
  };
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (bjt_cli_parse ("plan trace|draw|edit|repeat|check BUILDING:LEVEL …", entries, &argc, &argv, &exit_code))
    exit_code = run (&self, argc, argv);
  g_free (self.at);
  g_free (self.offset);
  g_free (self.door);
  g_free (self.label);
  g_free (self.levels);
  return exit_code;
}
