/* bjt-plan-import.c: scale, layers, place and levels of what was opened. All is
 * made ready before anything is written. */
#include "bjt-plan-import.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-box.h"
#include "bjt-workspace-private.h"
#include "geo/bjt-mercator.h"
#include "plan/bjt-indoor-levels.h"
#include "plan/bjt-placement.h"
#include "plan/bjt-plan-doors.h"
#include "plan/bjt-plan-draft.h"
#include "plan/bjt-plan-levels.h"

#define DEFAULT_WIDTH 20.0 /* m: on a building without outline */
#define MAX_WIDTH 5000.0   /* m: no building is wider */
#define MIN_WIDTH 0.1
#define OPACITY 0.6        /* of the drawing: quiet under what is told of doors, clear enough to trace */

/* What is being brought in */
typedef struct
{
  BjtWorkspace            *workspace;
  const BjtOpenedDrawing  *opened;
  const BjtPlanImportWish *wish;
  BjtPlanImportReport     *report;
  guint32                  building;
  GBytes                  *content;    /* as it is kept */
  const char              *media_type;
  double                   scale;      /* metres a unit of the drawing */
  double                   kept_scale; /* metres a unit of what is kept: pictures may be smaller */
  BjtPoint                 origin;     /* of the units, metres */
  char                    *placement;  /* JSON, or NULL */
} Job;

static gboolean
refuse (GError    **error,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, message);
}

static const BjtPictureBuilding *
get_building (const Job *job)
{
  return bjt_picture_get_building (bjt_workspace_get_picture (job->workspace), job->building);
}

static double
get_width (const BjtBox *box)
{
  return box->x2 - box->x1;
}

/* Looking */

gboolean
bjt_plan_import_has_levels (const BjtOpenedDrawing *opened)
{
  static const char *const formats[] = { "imdf", "indoorgml", "geojson", "osm", NULL };
  g_autoptr (GPtrArray) levels = NULL;

  if (opened->format == NULL || !g_strv_contains (formats, opened->format))
    return FALSE;
  levels = bjt_indoor_levels_new (opened->drawing, 1, (BjtPoint) { 0, 0 });
  return levels->len > 0;
}

/* The middle of the parallelogram that three corners span */
guint32
bjt_plan_import_find_building (const BjtPicture       *picture,
                               const BjtOpenedDrawing *opened)
{
  BjtPoint middle = { (opened->ground[1].x + opened->ground[2].x) / 2, (opened->ground[1].y + opened->ground[2].y) / 2 };

  for (guint32 b = 0; opened->is_placed && b < picture->buildings->len; b++)
    {
      const BjtGeometry *footprint = bjt_picture_get_building (picture, b)->footprint;

      if (footprint != NULL && bjt_geometry_contains (footprint, middle.x, middle.y))
        return b;
    }
  return BJT_NO_INDEX;
}

/* Scale */

/* The long side of the building's rectangle, metres. */
static double
get_building_width (const BjtPictureBuilding *building)
{
  const BjtPoint *c = building->corners;
  double          width = hypot (c[1].x - c[0].x, c[1].y - c[0].y) * bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (c[0].y));

  return building->footprint != NULL && width > 1 ? width : DEFAULT_WIDTH;
}

/* @fallback: metres that the drawing is wide when nothing tells */
static gboolean
find_scale (Job     *job,
            double   fallback,
            GError **error)
{
  const BjtPlanImportWish *wish = job->wish;
  double                   width = get_width (&job->opened->drawing->box);
  double                   wall = hypot (wish->wall[1].x - wish->wall[0].x, wish->wall[1].y - wish->wall[0].y);

  job->report->scale_source = BJT_PLAN_SCALE_GIVEN;
  if (!(width > 0) || !isfinite (width))
    return refuse (error, "%s: the drawing has no width", wish->file_name);
  if (wish->length != 0 && !(wall > 0))
    return refuse (error, "the ends of the known wall are one place; name two");
  if (wish->metres_per_unit != 0)
    job->scale = wish->metres_per_unit;
  else if (wish->width != 0)
    job->scale = wish->width / width;
  else if (wish->length != 0)
    job->scale = wish->length / wall;
  else
    {
      job->report->scale_source = job->opened->drawing->metres_per_unit > 0 ? BJT_PLAN_SCALE_OF_FILE : BJT_PLAN_SCALE_GUESSED;
      job->scale = job->opened->drawing->metres_per_unit > 0 ? job->opened->drawing->metres_per_unit : fallback / width;
    }
  job->report->metres_per_unit = job->scale;
  if (job->scale > 0 && job->scale * width >= MIN_WIDTH && job->scale * width <= MAX_WIDTH)
    return TRUE;
  return refuse (error, "%s: the drawing would be %.4g m wide; name its width or the length of a wall", wish->file_name, job->scale * width);
}

/* What is kept */

static const BjtDrawingPicture *
get_lone_picture (const BjtDrawing *drawing)
{
  return drawing->n_items == 1 && drawing->items[0].kind == BJT_DRAWING_PICTURE ? drawing->pictures + drawing->items[0].picture : NULL;
}

/* Which layers are hidden is the record's to say. */
static GBytes *
pack_drawing (const BjtDrawing *drawing)
{
  g_autofree BjtDrawingLayer *layers = g_memdup2 (drawing->layers, drawing->n_layers * sizeof *layers);
  BjtDrawing shown = *drawing;

  for (guint i = 0; i < drawing->n_layers; i++)
    layers[i].is_hidden = FALSE;
  shown.layers = layers;
  return bjt_drawing_to_bytes (&shown);
}

static gboolean
pack (Job     *job,
      GError **error)
{
  const BjtDrawing        *drawing = job->opened->drawing;
  const BjtDrawingPicture *picture = strcmp (job->opened->format, "picture") == 0 ? get_lone_picture (drawing) : NULL;
  BjtBox pixels;

  job->kept_scale = job->scale;
  job->media_type = picture != NULL ? picture->media_type : BJT_DRAWING_MEDIA_TYPE;
  job->content = picture != NULL ? g_bytes_ref (picture->bytes) : pack_drawing (drawing);
  if (picture == NULL)
    return TRUE;
  if (!bjt_plan_content_measure (job->content, job->media_type, &pixels, error))
    return FALSE;
  job->kept_scale *= get_width (&drawing->box) / get_width (&pixels);
  return TRUE;
}

static gboolean
check_layers (const Job *job,
              GError   **error)
{
  const BjtDrawing *drawing = job->opened->drawing;

  for (guint i = 0; job->wish->layers != NULL && job->wish->layers[i] != NULL; i++)
    {
      guint l = 0;

      while (l < drawing->n_layers && strcmp (drawing->layers[l].name, job->wish->layers[i]) != 0)
        l++;
      if (l == drawing->n_layers)
        return refuse (error, "%s: there is no layer “%s” in it", job->wish->file_name, job->wish->layers[i]);
    }
  return TRUE;
}

/* @levels: (nullable): BjtLevelRange, of an indoor map */
static char *
dup_hidden_layers (const Job    *job,
                   const GArray *levels)
{
  const BjtDrawing *drawing = job->opened->drawing;
  g_autoptr (GString) hidden = g_string_new (NULL);

  for (guint i = 0; i < drawing->n_layers; i++)
    {
      gboolean is_shown = !drawing->layers[i].is_hidden;

      if (job->wish->layers != NULL)
        is_shown = g_strv_contains (job->wish->layers, drawing->layers[i].name);
      else if (levels != NULL)
        is_shown = bjt_indoor_levels_is_shown (drawing, i, levels);
      if (!is_shown)
        g_string_append_printf (hidden, "%s%s", hidden->len > 0 ? "\n" : "", drawing->layers[i].name);
    }
  return hidden->len > 0 ? g_strdup (hidden->str) : NULL;
}

static BjtPlanDrawing *
new_drawing (const Job    *job,
             const GArray *levels)
{
  BjtPlanDrawing *drawing = bjt_plan_drawing_new ();

  drawing->name = g_strdup (job->wish->file_name);
  drawing->opacity = OPACITY;
  drawing->angle = 0;
  drawing->scale = job->kept_scale;
  drawing->x = job->origin.x;
  drawing->y = job->origin.y;
  drawing->hidden_layers = dup_hidden_layers (job, levels);
  return drawing;
}

/* Place */

static BjtPoint
to_plan (const Job *job,
         BjtPoint   units)
{
  return (BjtPoint) { job->origin.x + units.x * job->scale, job->origin.y - units.y * job->scale };
}

/* The three corners are exact; what can't be solved is not placed. */
static void
find_place (Job *job)
{
  BjtControlPoint points[3];
  g_autoptr (BjtPlacement) placement = NULL;

  for (guint i = 0; i < 3; i++)
    points[i] = (BjtControlPoint) { to_plan (job, job->opened->points[i]), job->opened->ground[i], 1, TRUE };
  if (job->opened->is_placed)
    placement = bjt_placement_new_from_points (BJT_PLACEMENT_SIMILARITY, points, 3, FALSE, NULL, NULL);
  if (placement != NULL)
    job->placement = bjt_placement_to_json (placement);
  job->report->is_placed = placement != NULL;
}

/* Doors */

static void
name_door (const Job      *job,
           BjtPlanElement *element,
           const GArray   *levels)
{
  const BjtPicture     *picture = bjt_workspace_get_picture (job->workspace);
  const char           *id = element->source_ref != NULL ? strchr (element->source_ref, '#') : NULL;
  guint32               index = bjt_plan_doors_find (picture, job->building, levels, element->label);
  const BjtPictureDoor *door;

  if (index == BJT_NO_INDEX && id != NULL)
    index = bjt_plan_doors_find (picture, job->building, levels, id + 1);
  if (index == BJT_NO_INDEX)
    return;
  door = bjt_picture_get_door (picture, index);
  element->kind = BJT_ELEMENT_DOOR;
  if (door->entrance != BJT_NO_INDEX)
    {
      element->entrance_id = bjt_picture_get_entrance (picture, door->entrance)->id;
      element->stack = door->stack;
    }
  else
    element->door_id = door->id;
  job->report->n_doors++;
}

static void
name_doors (const Job    *job,
            GPtrArray    *elements,
            const GArray *levels)
{
  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanElement *element = elements->pdata[i];

      if (element->kind == BJT_ELEMENT_AREA)
        name_door (job, element, levels);
    }
}

/* Plans */

static void
new_plan_clear (gpointer data)
{
  BjtNewPlan *self = data;

  bjt_floor_plan_free (self->plan);
  bjt_plan_drawing_free (self->attachment.drawing);
  g_bytes_unref (self->attachment.content);
  if (self->elements != NULL)
    g_ptr_array_unref (self->elements);
}

static void
add_new_plan (const Job            *job,
              GArray               *plans,
              const GArray         *levels,
              const BjtIndoorLevel *level)
{
  BjtNewPlan self = { .plan = bjt_floor_plan_new () };

  self.plan->building_id = job->wish->building_id;
  self.plan->levels = bjt_plan_levels_to_string (levels);
  self.plan->name = g_strdup (job->wish->name != NULL || level == NULL ? job->wish->name : level->name);
  self.plan->placement = g_strdup (job->placement);
  self.attachment.drawing = new_drawing (job, level != NULL ? level->levels : NULL);
  self.attachment.content = g_bytes_ref (job->content);
  self.attachment.media_type = job->media_type;
  if (level != NULL)
    {
      self.elements = g_ptr_array_ref (level->elements);
      name_doors (job, level->elements, levels);
      job->report->n_elements += level->elements->len;
      job->report->n_left_out += level->n_left_out;
    }
  g_array_append_val (plans, self);
}

/* The one level of a file may stand on any; of many those that are wished. */
static gboolean
add_levels (const Job       *job,
            GArray          *plans,
            const GPtrArray *found,
            const GArray    *wished,
            GError         **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      const BjtIndoorLevel *level = found->pdata[i];
      g_autoptr (GArray) others = wished != NULL ? bjt_plan_levels_subtract (level->levels, wished) : NULL;
      g_autoptr (GArray) levels = others != NULL ? bjt_plan_levels_subtract (level->levels, others) : g_array_ref (level->levels);

      if (found->len == 1 && wished != NULL)
        add_new_plan (job, plans, wished, level);
      else if (levels->len > 0)
        add_new_plan (job, plans, levels, level);
    }
  return plans->len > 0 || refuse (error, "%s: none of the levels %s is in it", job->wish->file_name, job->wish->levels);
}

static gboolean
make_plans (const Job *job,
            GArray    *plans,
            GError   **error)
{
  g_autoptr (GArray) wished = job->wish->levels != NULL ? bjt_plan_levels_parse (job->wish->levels, error) : NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (job->wish->levels != NULL && wished == NULL)
    return FALSE;
  if (bjt_plan_import_has_levels (job->opened))
    {
      found = bjt_indoor_levels_new (job->opened->drawing, job->scale, job->origin);
      return add_levels (job, plans, found, wished, error);
    }
  if (wished == NULL || wished->len == 0)
    return refuse (error, "%s does not tell its level; name it, as in 0;2-5", job->wish->file_name);
  add_new_plan (job, plans, wished, NULL);
  return TRUE;
}

static gboolean
write_plans (const Job    *job,
             const GArray *plans,
             GError      **error)
{
  const BjtNewPlan  *first = (const BjtNewPlan *) (gpointer) plans->data;
  g_autoptr (GArray) levels = NULL;

  if (!bjt_workspace_add_plans (job->workspace, "import-plan", first, plans->len, error))
    return FALSE;
  levels = bjt_plan_levels_parse (first->plan->levels, NULL);
  job->report->plan_id = first->plan->id;
  job->report->ordinal = g_array_index (levels, BjtLevelRange, 0).first;
  job->report->n_plans = plans->len;
  return TRUE;
}

/* Drawings that this program wrote: plans again, in the metres they had. */

static void
add_draft (const Job    *job,
           GArray       *plans,
           BjtPlanDraft *draft,
           BjtDrawing   *rest)
{
  BjtNewPlan  self = { .plan = bjt_floor_plan_new () };
  const char *levels = job->wish->levels;

  bjt_plan_draft_settle (draft, bjt_workspace_get_picture (job->workspace), job->building, bjt_clock_get_now (&job->workspace->clock) / 1000);
  self.plan->building_id = job->wish->building_id;
  self.plan->levels = g_strdup (levels != NULL ? levels : draft->levels);
  self.plan->name = g_strdup (job->wish->name != NULL ? job->wish->name : draft->name);
  self.plan->kind = BJT_PLAN_DRAWN; /* whatever it was: others had it in hand */
  self.plan->placement = g_strdup (draft->placement);
  self.elements = g_ptr_array_ref (draft->elements);
  if (rest != NULL)
    {
      self.attachment.drawing = new_drawing (job, NULL);
      self.attachment.content = pack_drawing (rest);
      self.attachment.media_type = BJT_DRAWING_MEDIA_TYPE;
    }
  g_array_append_val (plans, self);
  job->report->is_placed |= draft->placement != NULL;
  job->report->n_elements += draft->elements->len;
  job->report->n_left_out += draft->n_refused;
  for (guint i = 0; i < draft->elements->len; i++)
    job->report->n_doors += ((BjtPlanElement *) draft->elements->pdata[i])->kind == BJT_ELEMENT_DOOR;
}

static gboolean
import_drafts (Job       *job,
               GPtrArray *drafts,
               GError   **error)
{
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (BjtNewPlan));
  g_autoptr (BjtDrawing) rest = bjt_plan_draft_dup_rest (job->opened->drawing);

  g_array_set_clear_func (plans, new_plan_clear);
  if (drafts->len > 1 && job->wish->levels != NULL)
    return refuse (error, "%s holds %u plans, each with its levels; leave out the levels", job->wish->file_name, drafts->len);
  job->report->scale_source = BJT_PLAN_SCALE_OF_FILE;
  job->scale = job->opened->drawing->metres_per_unit > 0 ? job->opened->drawing->metres_per_unit : 1;
  job->kept_scale = job->report->metres_per_unit = job->scale;
  for (guint i = 0; i < drafts->len; i++)
    add_draft (job, plans, drafts->pdata[i], rest);
  return write_plans (job, plans, error);
}

static gboolean
import_as_plans (Job     *job,
                 GError **error)
{
  const BjtBox *box = &job->opened->drawing->box;
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (BjtNewPlan));
  g_autoptr (GPtrArray) drafts = bjt_plan_draft_list (job->opened->drawing);

  g_array_set_clear_func (plans, new_plan_clear);
  if (drafts->len > 0)
    return import_drafts (job, drafts, error);
  if (!find_scale (job, get_building_width (get_building (job)), error) || !pack (job, error))
    return FALSE;
  job->origin = (BjtPoint) { -box->x1 * job->scale, box->y2 * job->scale }; /* the lower left corner is at 0, 0 */
  find_place (job);
  return make_plans (job, plans, error) && write_plans (job, plans, error);
}

/* Under a plan */

/* Where both are on the ground, the drawing lies as that says. */
static gboolean
lay_by_ground (const Job          *job,
               const BjtFloorPlan *plan,
               BjtPlanDrawing     *drawing)
{
  const BjtPoint *units = job->opened->points;
  g_autoptr (BjtPlacement) placement = plan->placement != NULL && job->opened->is_placed ? bjt_placement_new_from_json (plan->placement, NULL) : NULL;
  g_autoptr (BjtGround) ground = placement != NULL ? bjt_placement_new_ground (placement) : NULL;
  double   dx = units[1].x - units[0].x, dy = units[0].y - units[1].y, c, s;
  BjtPoint a, b;

  if (placement == NULL || hypot (dx, dy) == 0)
    return FALSE;
  a = bjt_placement_from_lon_lat (placement, ground, job->opened->ground[0]);
  b = bjt_placement_from_lon_lat (placement, ground, job->opened->ground[1]);
  drawing->scale = hypot (b.x - a.x, b.y - a.y) / hypot (dx, dy);
  drawing->angle = atan2 (b.y - a.y, b.x - a.x) - atan2 (dy, dx);
  c = cos (drawing->angle) * drawing->scale;
  s = sin (drawing->angle) * drawing->scale;
  drawing->x = a.x - c * units[0].x - s * units[0].y;
  drawing->y = a.y - s * units[0].x + c * units[0].y;
  return isfinite (drawing->x) && isfinite (drawing->y) && drawing->scale > 0;
}

static gboolean
import_under (Job     *job,
              GError **error)
{
  const BjtBox *box = &job->opened->drawing->box;
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (job->workspace, &job->wish->under_plan_id, error);
  g_autoptr (BjtPlanDrawing) drawing = NULL;
  BjtPlanAttachment attachment;
  BjtBox own = { 0, 0, DEFAULT_WIDTH, DEFAULT_WIDTH };

  if (plan == NULL)
    return FALSE;
  if (!bjt_workspace_measure_plan (job->workspace, &plan->id, &own, NULL))
    own = (BjtBox) { 0, 0, DEFAULT_WIDTH, DEFAULT_WIDTH }; /* nothing is on it yet */
  if (!find_scale (job, get_width (&own), error) || !pack (job, error))
    return FALSE;
  job->origin = (BjtPoint) { own.x1 - box->x1 * job->scale, own.y1 + box->y2 * job->scale };
  drawing = new_drawing (job, NULL);
  job->report->is_placed = lay_by_ground (job, plan, drawing);
  attachment = (BjtPlanAttachment) { drawing, job->content, job->media_type };
  job->report->plan_id = plan->id;
  return bjt_workspace_attach_drawing (job->workspace, &plan->id, &attachment, error);
}

/**
 * bjt_workspace_import_plan:
 * @report: (out caller-allocates): what came of it
 */
gboolean
bjt_workspace_import_plan (BjtWorkspace            *self,
                           const BjtOpenedDrawing  *opened,
                           const BjtPlanImportWish *wish,
                           BjtPlanImportReport     *report,
                           GError                 **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  Job      job = { .workspace = self, .opened = opened, .wish = wish, .report = report };
  gboolean done;

  *report = (BjtPlanImportReport) { .n_plans = 0 };
  if (!check_layers (&job, error))
    return FALSE;
  if (!bjt_uuid_is_nil (&wish->under_plan_id))
    done = import_under (&job, error);
  else
    {
      job.building = bjt_picture_find_building (picture, &wish->building_id);
      done = job.building != BJT_NO_INDEX ? import_as_plans (&job, error)
                                          : bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the plan's building is not there");
    }
  g_clear_pointer (&job.content, g_bytes_unref);
  g_free (job.placement);
  return done;
}
