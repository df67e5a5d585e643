/* bjt-print-plan.c: only buildings and levels that have a plan are offered. The
 * choice is known by the building's id, so that it outlives the picture; the
 * drawings of a plan are read once. Main thread only. */
#include "bjt-print-plan.h"

#include <glib/gi18n.h>

#include "plan/bjt-plan-index.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-plans.h"

struct _BjtPrintPlan
{
  GObject parent_instance;

  /* Borrowed */
  BjtPage     *page;
  AdwComboRow *building_row;
  AdwComboRow *level_row;

  /* Owned */
  GArray     *buildings; /* guint32, by row */
  GArray     *levels;    /* int, by row */
  BjtPicture *picture;   /* of the drawings */
  GPtrArray  *backdrops;

  /* State */
  BjtUuid  building;     /* NIL: none was chosen */
  int      level;
  guint32  plan;         /* of the drawings */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPrintPlan, bjt_print_plan, G_TYPE_OBJECT)

static guint changed_signal;

static guint32
get_building (BjtPrintPlan *self)
{
  guint row = adw_combo_row_get_selected (self->building_row);

  return row < self->buildings->len ? g_array_index (self->buildings, guint32, row) : BJT_NO_INDEX;
}

static void
drop_drawings (BjtPrintPlan *self)
{
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  g_clear_pointer (&self->picture, bjt_picture_unref);
}

/* Filling the rows */

static void
fill_levels (BjtPrintPlan *self)
{
  BjtPicture        *picture = bjt_page_get_picture (self->page);
  guint32            building = get_building (self);
  g_autoptr (GArray) levels = building != BJT_NO_INDEX ? bjt_plan_index_list_levels (picture, building) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint              selected = 0;

  g_array_set_size (self->levels, 0);
  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      int ordinal = g_array_index (levels, int, i);

      if (bjt_plan_index_find_plan (picture, building, ordinal) == BJT_NO_INDEX)
        continue;
      if (ordinal == self->level)
        selected = self->levels->len;
      g_array_append_val (self->levels, ordinal);
      gtk_string_list_take (names, bjt_picture_dup_level_label (picture, building, ordinal));
    }
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->level_row, selected);
}

static void
fill_buildings (BjtPrintPlan *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint       selected = 0;

  g_array_set_size (self->buildings, 0);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      if (bjt_plan_index_get_plans (picture, b).n == 0)
        continue;
      if (bjt_uuid_equal (&bjt_picture_get_building (picture, b)->id, &self->building))
        selected = self->buildings->len;
      g_array_append_val (self->buildings, b);
      gtk_string_list_take (names, bjt_words_dup_building (picture, b));
    }
  adw_combo_row_set_model (self->building_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->building_row, selected);
}

static void
fill (BjtPrintPlan *self)
{
  self->is_filling = TRUE;
  fill_buildings (self);
  fill_levels (self);
  self->is_filling = FALSE;
}

void
bjt_print_plan_update (BjtPrintPlan *self)
{
  drop_drawings (self);
  fill (self);
}

/**
 * bjt_print_plan_choose:
 * @ordinal: of the level; where it has no plan, the highest that has one
 */
void
bjt_print_plan_choose (BjtPrintPlan *self,
                       guint32       building,
                       int           ordinal)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);

  if (building >= picture->buildings->len)
    return;
  self->building = bjt_picture_get_building (picture, building)->id;
  self->level = ordinal;
  fill (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Choosing by hand */

static void
building_chosen_cb (BjtPrintPlan *self)
{
  guint32 building = get_building (self);

  if (self->is_filling || building == BJT_NO_INDEX)
    return;
  self->building = bjt_picture_get_building (bjt_page_get_picture (self->page), building)->id;
  self->level = bjt_plan_index_choose_level (bjt_page_get_picture (self->page), building);
  self->is_filling = TRUE;
  fill_levels (self);
  self->is_filling = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

static void
level_chosen_cb (BjtPrintPlan *self)
{
  guint row = adw_combo_row_get_selected (self->level_row);

  if (self->is_filling || row >= self->levels->len)
    return;
  self->level = g_array_index (self->levels, int, row);
  g_signal_emit (self, changed_signal, 0);
}

/* What is wanted */

static void
load_drawings (BjtPrintPlan *self,
               BjtPicture   *picture,
               guint32       plan)
{
  g_autoptr (GError) error = NULL;

  if (self->picture == picture && self->plan == plan)
    return;
  drop_drawings (self);
  self->backdrops = bjt_workspace_load_backdrops (bjt_page_get_workspace (self->page), &bjt_picture_get_plan (picture, plan)->id, &error);
  self->picture = bjt_picture_ref (picture);
  self->plan = plan;
  if (error != NULL)
    bjt_page_tell_error (self->page, error);
}

void
bjt_print_plan_apply (BjtPrintPlan    *self,
                      BjtSheetRequest *request)
{
  guint   row = adw_combo_row_get_selected (self->level_row);
  guint32 plan;

  request->building = get_building (self);
  if (request->building == BJT_NO_INDEX || row >= self->levels->len)
    return;
  request->level = g_array_index (self->levels, int, row);
  plan = bjt_plan_index_find_plan (request->picture, request->building, request->level);
  if (plan == BJT_NO_INDEX)
    return;
  load_drawings (self, request->picture, plan);
  g_clear_pointer (&request->backdrops, g_ptr_array_unref);
  request->backdrops = self->backdrops != NULL ? g_ptr_array_ref (self->backdrops) : NULL;
}

char *
bjt_print_plan_dup_name (BjtPrintPlan *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32     building = get_building (self);
  guint       row = adw_combo_row_get_selected (self->level_row);
  g_autofree char *name = NULL, *level = NULL;

  if (building == BJT_NO_INDEX || row >= self->levels->len)
    return g_strdup (_("Floor plan"));
  name = bjt_words_dup_building (picture, building);
  level = bjt_picture_dup_level_label (picture, building, g_array_index (self->levels, int, row));
  return g_strdup_printf ("%s %s", name, level);
}

static void
bjt_print_plan_finalize (GObject *object)
{
  BjtPrintPlan *self = BJT_PRINT_PLAN (object);

  drop_drawings (self);
  g_array_unref (self->buildings);
  g_array_unref (self->levels);
  G_OBJECT_CLASS (bjt_print_plan_parent_class)->finalize (object);
}

static void
bjt_print_plan_class_init (BjtPrintPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_print_plan_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PRINT_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_print_plan_init (BjtPrintPlan *self)
{
  self->buildings = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->levels = g_array_new (FALSE, FALSE, sizeof (int));
}

BjtPrintPlan *
bjt_print_plan_new (BjtPage     *page,
                    AdwComboRow *building_row,
                    AdwComboRow *level_row)
{
  BjtPrintPlan *self = g_object_new (BJT_TYPE_PRINT_PLAN, NULL);

  self->page = page;
  self->building_row = building_row;
  self->level_row = level_row;
  g_signal_connect_object (building_row, "notify::selected", G_CALLBACK (building_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (level_row, "notify::selected", G_CALLBACK (level_chosen_cb), self, G_CONNECT_SWAPPED);
  return self;
}
