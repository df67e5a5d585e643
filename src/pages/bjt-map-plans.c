/* bjt-map-plans.c: looks after each painting which plans are in view at the
 * level shown, and reads their drawings one by one when nothing else is to do.
 * What was read is kept for some plans, and read again only when its record,
 * its bytes or the placement is another. Where no plans are shown, nothing
 * happens. Main thread only. */
#include "bjt-map-plans.h"

#include "carto/bjt-storey-drawing.h"
#include "map/bjt-map-camera.h"
#include "workspace/bjt-workspace-plans.h"

#define MOST_PLANS 48u /* kept; so many are in view at the most */
#define AROUND 0.5     /* of the view on each side, which is painted too */

/* What is known of one plan */
typedef struct
{
  char             *state;   /* placement and records, as text */
  BjtStoreyDrawing *drawing; /* NULL: it has none */
  gboolean          is_fresh; /* looked at since the picture changed */
  guint             round;   /* when it was last in view */
} Kept;

typedef struct
{
  /* Borrowed */
  BjtPage    *page;
  BjtMapView *view;

  /* Owned */
  BjtPicture *picture; /* by which the plans are known */
  GHashTable *plans;   /* BjtUuid → Kept */
  guint       idle;

  /* State */
  guint    round;
  gboolean is_changed; /* what the map has is not what is known */
} MapPlans;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  bjt_storey_drawing_unref (kept->drawing);
  g_free (kept->state);
  g_free (kept);
}

static void
map_plans_free (gpointer data)
{
  MapPlans *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_hash_table_unref (self->plans);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_free (self);
}

/* Which plans */

static gboolean
is_in_view (const BjtPictureBuilding *building,
            const BjtBox             *view)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint c = 0; c < G_N_ELEMENTS (building->corners); c++)
    bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
  return bjt_box_intersects (&box, view);
}

/* Returns: (element-type guint32): plans shown now, or as soon as the view moves */
static GArray *
list_plans (MapPlans *self)
{
  ShumateMap *map = bjt_map_view_get_map (self->view);
  int         level = bjt_map_facts_get_level (bjt_map_view_get_facts (self->view));
  GArray     *plans = g_array_new (FALSE, FALSE, sizeof (guint32));
  BjtMapFrame frame;
  double      x, y;

  bjt_map_camera_get_frame (shumate_map_get_viewport (map), GTK_WIDGET (map), &frame);
  x = (frame.box.x2 - frame.box.x1) * AROUND;
  y = (frame.box.y2 - frame.box.y1) * AROUND;
  frame.box = (BjtBox) { frame.box.x1 - x, frame.box.y1 - y, frame.box.x2 + x, frame.box.y2 + y };
  for (guint32 p = 0; level != BJT_ALL_STOREYS && p < self->picture->plans->len && plans->len < MOST_PLANS; p++)
    {
      const BjtPicturePlan *plan = bjt_picture_get_plan (self->picture, p);

      if (plan->is_placed && is_in_view (bjt_picture_get_building (self->picture, plan->building), &frame.box)
          && bjt_storey_find_plan (self->picture, plan->building, level, bjt_map_frame_get_zoom (&frame)) == p)
        g_array_append_val (plans, p);
    }
  return plans;
}

static Kept *
find_kept (MapPlans             *self,
           const BjtPicturePlan *plan)
{
  Kept *kept = g_hash_table_lookup (self->plans, &plan->id);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_hash_table_insert (self->plans, g_memdup2 (&plan->id, sizeof plan->id), kept);
    }
  return kept;
}

/* Reading */

static char *
dup_state (BjtWorkspace         *workspace,
           const BjtPicturePlan *plan,
           guint                *n_drawings)
{
  g_autoptr (GPtrArray) records = bjt_workspace_list_plan_drawings (workspace, &plan->id, NULL);
  GString *state = g_string_new (plan->placement);

  *n_drawings = records != NULL ? records->len : 0;
  for (guint i = 0; i < *n_drawings; i++)
    {
      g_autofree char *json = bjt_record_to_json (&bjt_plan_drawing_type, records->pdata[i]);

      g_string_append (state, json);
    }
  return g_string_free (state, FALSE);
}

/* What is broken is left out: the plan stands without it. */
static void
read_plan (MapPlans             *self,
           const BjtPicturePlan *plan,
           Kept                 *kept)
{
  BjtWorkspace         *workspace = bjt_page_get_workspace (self->page);
  guint                 n_drawings;
  g_autofree char      *state = dup_state (workspace, plan, &n_drawings);
  g_autoptr (GPtrArray) backdrops = NULL;

  kept->is_fresh = TRUE;
  if (g_strcmp0 (state, kept->state) == 0)
    return;
  self->is_changed |= kept->drawing != NULL || n_drawings > 0;
  g_clear_pointer (&kept->drawing, bjt_storey_drawing_unref);
  g_free (kept->state);
  kept->state = g_steal_pointer (&state);
  if (n_drawings == 0 || plan->placement == NULL)
    return;
  backdrops = bjt_workspace_load_backdrops (workspace, &plan->id, NULL);
  if (backdrops != NULL && backdrops->len > 0)
    kept->drawing = bjt_storey_drawing_new (plan->placement, backdrops, NULL);
}

static gboolean
is_too_old_cb (gpointer key,
               gpointer value,
               gpointer self)
{
  return ((Kept *) value)->round != ((MapPlans *) self)->round;
}

static void
hand_over (MapPlans *self)
{
  g_autoptr (GHashTable) drawings = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, (GDestroyNotify) bjt_storey_drawing_unref);
  GHashTableIter iter;
  gpointer       key, value;

  if (g_hash_table_size (self->plans) > MOST_PLANS)
    g_hash_table_foreach_remove (self->plans, is_too_old_cb, self);
  if (!self->is_changed)
    return;
  self->is_changed = FALSE;
  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Kept *) value)->drawing != NULL)
      g_hash_table_insert (drawings, g_memdup2 (key, sizeof (BjtUuid)), bjt_storey_drawing_ref (((Kept *) value)->drawing));
  bjt_map_facts_set_drawings (bjt_map_view_get_facts (self->view), g_hash_table_size (drawings) > 0 ? drawings : NULL);
}

/* One plan at a time, so that the window stays quick. */
static gboolean
read_next_cb (gpointer user_data)
{
  MapPlans          *self = user_data;
  g_autoptr (GArray) plans = bjt_page_get_workspace (self->page) != NULL ? list_plans (self) : NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const BjtPicturePlan *plan = bjt_picture_get_plan (self->picture, g_array_index (plans, guint32, i));
      Kept                 *kept = find_kept (self, plan);

      kept->round = self->round;
      if (kept->is_fresh)
        continue;
      read_plan (self, plan, kept);
      return G_SOURCE_CONTINUE;
    }
  self->idle = 0;
  hand_over (self);
  return G_SOURCE_REMOVE;
}

/* Following the map */

static void
take_picture (MapPlans   *self,
              BjtPicture *picture)
{
  GHashTableIter iter;
  gpointer       value;

  if (self->picture == picture)
    return;
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = bjt_picture_ref (picture);
  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Kept *) value)->is_fresh = FALSE;
}

static void
painted_cb (MapPlans *self)
{
  BjtMapFacts *facts = bjt_map_view_get_facts (self->view);
  BjtPicture  *picture = bjt_map_facts_get_picture (facts);

  if (picture == NULL || picture->plans->len == 0 || bjt_map_facts_get_level (facts) == BJT_ALL_STOREYS)
    return;
  take_picture (self, picture);
  self->round++;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, read_next_cb, self, NULL);
}

void
bjt_map_plans_attach (BjtPage    *page,
                      BjtMapView *view)
{
  MapPlans *self = g_new0 (MapPlans, 1);

  self->page = page;
  self->view = view;
  self->plans = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, kept_free);
  g_object_set_data_full (G_OBJECT (view), "map-plans", self, map_plans_free);
  g_signal_connect_swapped (view, "painted", G_CALLBACK (painted_cb), self);
}
