/* bjt-route-papers.c: lines of routes to rows of walk sheets and marks of the map. */
#include "bjt-route-papers.h"

#include <math.h>

#include "bjt-workspace-walks.h"
#include "print/bjt-atlas.h"
#include "print/bjt-route-sheet.h"
#include "print/bjt-walk-sheet.h"

typedef struct
{
  BjtWorkspace              *workspace;
  const BjtVisitRoutes      *routes;
  const BjtGridSheetOptions *options;
  GPtrArray                 *numbers;
} Papers;

static char *
dup_worker (const Papers *self,
            guint         shift)
{
  guint       worker = g_array_index (self->routes->facts->shifts, BjtRouteShiftFacts, shift).worker;
  const char *name = g_array_index (self->routes->facts->wish->workers, BjtRouteWorker, worker).name;

  return name != NULL ? g_strdup (name) : bjt_sheet_words_format (self->options->language, BJT_WORD_ROUTE_WORKER, worker + 1);
}

static void
fill_steps (const Papers *self,
            const GArray *lines,
            BjtWalk      *walk,
            guint32      *doors,
            BjtWalkStep  *steps)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtWalkStep lunch = { 0 };
  guint       n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine  *line = &g_array_index (lines, BjtRouteLine, i);
      const BjtRouteFacts *facts;

      if (line->stop == BJT_ROUTE_NONE)
        {
          lunch = (BjtWalkStep) { .lunch_begin = line->begin, .lunch_end = line->end };
          continue;
        }
      facts = &g_array_index (self->routes->facts->stops, BjtRouteFacts, line->stop);
      g_array_append_val (walk->door_ids, facts->door_id);
      doors[n] = bjt_picture_find_door (picture, &facts->door_id);
      steps[n++] = (BjtWalkStep) { line->begin, isfinite (line->metres) ? (int) lround (line->metres) : 0, facts->must, facts->by_two, lunch.lunch_begin, lunch.lunch_end };
      lunch = (BjtWalkStep) { 0 };
    }
}

/* A shift somebody is visited on, on its way to paper. */
typedef struct
{
  guint        shift;
  BjtWalk     *walk;
  guint32     *doors;
  BjtWalkStep *steps;
} Part;

static void
part_free (Part *part)
{
  bjt_walk_free (part->walk);
  g_free (part->doors);
  g_free (part->steps);
  g_free (part);
}

static Part *
make_part (const Papers *self,
           guint         shift)
{
  g_autoptr (GArray) lines = bjt_visit_routes_list_lines (self->routes, shift);
  Part *part = g_new0 (Part, 1);

  part->shift = shift;
  part->walk = bjt_walk_new (g_array_index (self->routes->facts->shifts, BjtRouteShiftFacts, shift).on, self->routes->facts->wish->grid);
  part->doors = g_new (guint32, lines->len + 1);
  part->steps = g_new0 (BjtWalkStep, lines->len + 1);
  fill_steps (self, lines, part->walk, part->doors, part->steps);
  return part;
}

/* All walks get their numbers in one action. */
static gboolean
keep_walks (Papers          *self,
            const GPtrArray *parts,
            GError         **error)
{
  g_autofree BjtWalk **walks = g_new (BjtWalk *, parts->len + 1);

  for (guint i = 0; i < parts->len; i++)
    walks[i] = ((Part *) parts->pdata[i])->walk;
  if (!bjt_workspace_keep_walks (self->workspace, walks, parts->len, error))
    return FALSE;
  for (guint i = 0; self->numbers != NULL && i < parts->len; i++)
    g_ptr_array_add (self->numbers, g_strdup (walks[i]->number));
  return TRUE;
}

static BjtSheet *
make_walk (const Papers *self,
           const Part   *part,
           GError      **error)
{
  BjtRouteTotals   totals = bjt_visit_routes_get_totals (self->routes, part->shift);
  g_autofree char *worker = dup_worker (self, part->shift);
  BjtWalkPlan      plan = {
         .number = part->walk->number, .on = part->walk->on, .doors = part->doors, .n_doors = part->walk->door_ids->len,
         .steps = part->steps, .worker = worker, .leave = totals.leave, .back = totals.back,
  };

  return bjt_walk_sheet_new (bjt_workspace_get_picture (self->workspace), &plan, self->options, error);
}

/* One mark an entrance that is entered. */
static GArray *
list_marks (const Papers *self,
            guint         shift)
{
  g_autoptr (GArray) lines = bjt_visit_routes_list_lines (self->routes, shift);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (BjtRouteMark));
  guint   last = BJT_ROUTE_NOWHERE;

  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine *line = &g_array_index (lines, BjtRouteLine, i);
      guint               entrance = line->stop != BJT_ROUTE_NONE ? g_array_index (self->routes->facts->stops, BjtRouteFacts, line->stop).entrance : last;
      BjtRouteMark        mark = { .first = line->number, .last = line->number };

      if (line->stop == BJT_ROUTE_NONE)
        continue;
      if (entrance == last && marks->len > 0)
        {
          g_array_index (marks, BjtRouteMark, marks->len - 1).last = line->number;
          continue;
        }
      mark.place = bjt_route_ground_unproject (self->routes->facts->ground, bjt_walk_matrix_get_entrance (self->routes->facts->matrix, entrance)->place);
      g_array_append_val (marks, mark);
      last = entrance;
    }
  return marks;
}

static char *
dup_track_text (const Papers *self,
                guint         shift)
{
  BjtRouteTotals   totals = bjt_visit_routes_get_totals (self->routes, shift);
  g_autofree char *worker = dup_worker (self, shift);
  g_autofree char *leave = g_strdup_printf ("%02d:%02d", totals.leave / 3600, totals.leave / 60 % 60);
  g_autofree char *back = g_strdup_printf ("%02d:%02d", totals.back / 3600, totals.back / 60 % 60);

  return bjt_sheet_words_format (self->options->language, BJT_WORD_ROUTE_MAP_LINE, worker, (int) totals.n_visits, leave, back, (int) lround (totals.metres));
}

static BjtSheet *
make_map (const Papers    *self,
          const GPtrArray *parts,
          GError         **error)
{
  g_autofree BjtRouteTrack *tracks = g_new0 (BjtRouteTrack, parts->len + 1);
  g_autofree char *day = bjt_date_dup_string (self->routes->facts->wish->from_on);
  g_autofree char *subtitle = g_strdup_printf ("%s %s", bjt_workspace_get_picture (self->workspace)->community.name, day);
  BjtSheet *sheet;

  for (guint i = 0; i < parts->len; i++)
    {
      guint shift = ((Part *) parts->pdata[i])->shift;

      tracks[i] = (BjtRouteTrack) { dup_track_text (self, shift), bjt_visit_routes_dup_track (self->routes, shift), list_marks (self, shift) };
    }
  sheet = bjt_route_sheet_new (bjt_workspace_get_picture (self->workspace), subtitle, tracks, parts->len, self->options, error);
  for (guint i = 0; i < parts->len; i++)
    {
      g_free ((char *) tracks[i].text);
      g_array_unref ((GArray *) tracks[i].track);
      g_array_unref ((GArray *) tracks[i].marks);
    }
  return sheet;
}

/**
 * bjt_route_papers_make:
 *
 * Returns: (transfer full) (nullable): NULL: nobody is visited, or an error
 */
BjtSheet *
bjt_route_papers_make (BjtWorkspace              *workspace,
                       const BjtVisitRoutes      *routes,
                       const BjtGridSheetOptions *options,
                       GPtrArray                 *numbers,
                       GError                   **error)
{
  Papers self = { workspace, routes, options, numbers };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  BjtSheet *map;

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    if (bjt_visit_routes_get_totals (routes, s).n_visits > 0)
      g_ptr_array_add (parts, make_part (&self, s));
  if (parts->len == 0)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "nobody is visited on these routes: there is nothing to print");
      return NULL;
    }
  if (!keep_walks (&self, parts, error))
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      BjtSheet *sheet = make_walk (&self, parts->pdata[i], error);

      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  map = make_map (&self, parts, error);
  if (map == NULL)
    return NULL;
  g_ptr_array_add (sheets, map);
  return bjt_atlas_new (bjt_sheet_words_get (options->language, BJT_WORD_ROUTE_MAP_TITLE), sheets, error);
}
