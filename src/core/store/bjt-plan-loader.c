/* bjt-plan-loader.c: two tables, each read once from end to end. Texts that are
 * the same again are not kept again, so that reading anew costs no memory. */
#include "bjt-plan-loader.h"

#include "bjt-key-index.h"
#include "bjt-statement.h"
#include "model/bjt-plans.h"

typedef struct
{
  BjtStore   *store;
  BjtPicture *picture;
  GHashTable *buildings; /* BjtUuid → index + 1 */
  GHashTable *entrances;
  GHashTable *doors;
  GHashTable *plans;
  GError     *failure;
} Loader;

typedef void (*RowFunc) (Loader       *self,
                         BjtStatement *row);

static void
for_each_row (Loader     *self,
              const char *sql,
              RowFunc     func)
{
  g_autoptr (BjtStatement) statement = self->failure == NULL ? bjt_statement_new (self->store, sql, "read the plans", &self->failure) : NULL;

  while (statement != NULL && bjt_statement_step (statement, &self->failure))
    func (self, statement);
}

static const char *
keep_text (Loader       *self,
                  BjtStatement *row,
                  int           column)
{
  return bjt_picture_keep_common_string (self->picture, bjt_statement_get_text (row, column));
}

static void
add_plan (Loader       *self,
          BjtStatement *row)
{
  BjtPicturePlan plan = { 0 };

  bjt_statement_get_uuid (row, 0, &plan.id);
  plan.building = bjt_key_index_find (self->buildings, row, 1);
  plan.name = keep_text (self, row, 2);
  plan.levels = keep_text (self, row, 3);
  plan.placement = keep_text (self, row, 4);
  plan.kind = (guint8) bjt_statement_get_int (row, 5);
  if (plan.building != BJT_NO_INDEX)
    g_array_append_val (self->picture->plans, plan);
}

static void
add_element (Loader       *self,
             BjtStatement *row)
{
  BjtPictureElement element = { 0 };

  bjt_statement_get_uuid (row, 0, &element.id);
  element.plan = bjt_key_index_find (self->plans, row, 1);
  element.kind = (guint8) CLAMP (bjt_statement_get_int (row, 2), 0, BJT_N_ELEMENT_KINDS - 1);
  element.entrance = bjt_key_index_find (self->entrances, row, 3);
  element.stack = (guint16) CLAMP (bjt_statement_get_int (row, 4), 0, 4095);
  element.door = bjt_key_index_find (self->doors, row, 5);
  element.label = keep_text (self, row, 6);
  element.size = bjt_statement_get_double (row, 7);
  element.angle = bjt_statement_is_null (row, 8) ? 0 : bjt_statement_get_double (row, 8);
  element.shape = bjt_picture_keep_shape (self->picture, bjt_statement_dup_shape (row, 9));
  if (element.plan != BJT_NO_INDEX && element.shape != NULL)
    g_array_append_val (self->picture->elements, element);
}

static int
compare_plans (gconstpointer a,
               gconstpointer b)
{
  const BjtPicturePlan *x = a, *y = b;

  return x->building == y->building ? 0 : x->building < y->building ? -1 : 1;
}

static int
compare_elements (gconstpointer a,
                  gconstpointer b)
{
  const BjtPictureElement *x = a, *y = b;

  return x->plan == y->plan ? 0 : x->plan < y->plan ? -1 : 1;
}

/* Rows come in their order; sorting, which is stable, brings those of a
 * building and of a plan together. */
static void
load_plans (Loader *self)
{
  BjtPicture *picture = self->picture;

  for_each_row (self, "SELECT id, building_id, name, levels, placement, kind FROM floor_plan WHERE deleted_action IS NULL ORDER BY position, id", add_plan);
  g_array_sort (picture->plans, compare_plans);
  self->plans = bjt_key_index_new (picture->plans);
  for_each_row (self, "SELECT id, plan_id, kind, entrance_id, stack, door_id, label, size, angle, shape FROM plan_element"
                      " WHERE deleted_action IS NULL ORDER BY position, id", add_element);
  g_array_sort (picture->elements, compare_elements);
  for (guint32 e = 0; e < picture->elements->len; e++)
    {
      BjtRun *run = &bjt_picture_get_plan (picture, bjt_picture_get_element (picture, e)->plan)->elements;

      if (run->n++ == 0)
        run->first = e;
    }
}

gboolean
bjt_plan_loader_fill (BjtStore   *store,
                      BjtPicture *picture,
                      GError    **error)
{
  Loader loader = {
    .store = store,
    .picture = picture,
    .buildings = bjt_key_index_new (picture->buildings),
    .entrances = bjt_key_index_new (picture->entrances),
    .doors = bjt_key_index_new (picture->doors),
  };

  load_plans (&loader);
  g_hash_table_unref (loader.buildings);
  g_hash_table_unref (loader.entrances);
  g_hash_table_unref (loader.doors);
  g_clear_pointer (&loader.plans, g_hash_table_unref);
  if (loader.failure == NULL)
    return TRUE;
  g_propagate_error (error, loader.failure);
  return FALSE;
}

BjtPicture *
bjt_plan_loader_reload (BjtStore   *store,
                        BjtPicture *picture,
                        GError    **error)
{
  g_autoptr (BjtPicture) copy = bjt_picture_copy_with_plans (picture);
  gboolean is_read;

  if (!bjt_statement_run_script (store, "BEGIN", "read the plans", error)) /* one moment for both tables */
    return NULL;
  is_read = bjt_plan_loader_fill (store, copy, error);
  bjt_statement_run_script (store, "COMMIT", "read the plans", NULL);
  return is_read ? g_steal_pointer (&copy) : NULL;
}
