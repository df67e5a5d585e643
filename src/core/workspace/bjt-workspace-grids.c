/* bjt-workspace-grids.c: borders, and who and what belongs to a grid.
 *
 * One edit is one action: the grids, the buildings that change hands, the
 * duties of those who answer for them. A duty that ends stays, with its last
 * day, so that one can see who had which grid when. */
#include "bjt-workspace.h"

#include "bjt-workspace-private.h"
#include "store/bjt-journal.h"

static const char *const edit_names[] = { "reshape-grid", "draw-grid", "split-grid", "merge-grids", "remove-grid" };

static guint32
find_grid (BjtWorkspace  *self,
           const BjtUuid *id)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);

  for (guint32 g = 0; g < picture->grids->len; g++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, g)->id, id))
      return g;
  return BJT_NO_INDEX;
}

/* Limits: settings by name */

static const struct
{
  const char *name;
  gsize       offset;
} limit_settings[] = {
  { "grid-minimum-households", G_STRUCT_OFFSET (BjtGridLimits, minimum) },
  { "grid-maximum-households", G_STRUCT_OFFSET (BjtGridLimits, maximum) },
  { "grid-work-spread", G_STRUCT_OFFSET (BjtGridLimits, spread) },
  { "grid-work-ordinary", G_STRUCT_OFFSET (BjtGridLimits, weights[0]) },
  { "grid-work-general", G_STRUCT_OFFSET (BjtGridLimits, weights[1]) },
  { "grid-work-key", G_STRUCT_OFFSET (BjtGridLimits, weights[2]) },
  { "grid-work-high-risk", G_STRUCT_OFFSET (BjtGridLimits, weights[3]) },
};

/**
 * bjt_workspace_get_grid_limits:
 * @limits: (out caller-allocates): the community's own, else the default ones
 */
void
bjt_workspace_get_grid_limits (BjtWorkspace  *self,
                               BjtGridLimits *limits)
{
  *limits = BJT_GRID_LIMITS_DEFAULT;
  for (guint i = 0; i < G_N_ELEMENTS (limit_settings); i++)
    {
      g_autofree char *text = bjt_workspace_dup_setting (self, limit_settings[i].name);
      gint64           value;

      if (text != NULL && g_ascii_string_to_signed (text, 10, 0, 1000000, &value, NULL))
        G_STRUCT_MEMBER (int, limits, limit_settings[i].offset) = (int) value;
    }
}

gboolean
bjt_workspace_set_grid_limits (BjtWorkspace        *self,
                               const BjtGridLimits *limits,
                               GError             **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  if (limits->minimum < 0 || limits->maximum < limits->minimum || limits->spread < 1 || limits->spread > 100)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the least number of households must not exceed the greatest, and the spread lies between 1 and 100 per cent");
  scope = bjt_workspace_begin (self, "set-grid-limits", NULL, error);
  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (limit_settings); i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", G_STRUCT_MEMBER (int, limits, limit_settings[i].offset));

      if (!bjt_workspace_write_setting (self, limit_settings[i].name, value, error))
        return FALSE;
    }
  return bjt_workspace_finish (self, scope, error);
}

/* Duties */

static gboolean
is_current (const BjtDuty *duty,
            BjtDate        today)
{
  return duty->until_on == BJT_DATE_NONE || duty->until_on > today;
}

/**
 * bjt_workspace_list_duties:
 *
 * Returns: (transfer full) (nullable) (element-type BjtDuty): those that have
 *   not ended
 */
GPtrArray *
bjt_workspace_list_duties (BjtWorkspace *self,
                           GError      **error)
{
  GPtrArray *duties = bjt_store_list (self->store, &bjt_duty_type, NULL, NULL, "id", 0, error);
  BjtDate    today = bjt_clock_get_today (&self->clock);

  for (guint i = duties != NULL ? duties->len : 0; i > 0; i--)
    if (!is_current (duties->pdata[i - 1], today))
      g_ptr_array_remove_index (duties, i - 1);
  return duties;
}

static gboolean
has_duty (const GPtrArray *duties,
          const BjtDuty   *like,
          const BjtUuid   *grid_id)
{
  for (guint i = 0; i < duties->len; i++)
    {
      const BjtDuty *duty = duties->pdata[i];

      if (bjt_uuid_equal (&duty->grid_id, grid_id) && bjt_uuid_equal (&duty->staff_id, &like->staff_id)
          && g_strcmp0 (duty->role, like->role) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_duty (BjtWorkspace  *self,
          const BjtUuid *staff_id,
          const BjtUuid *grid_id,
          const char    *role,
          GError       **error)
{
  g_autoptr (BjtDuty) duty = bjt_duty_new ();

  bjt_uuid_init_random (&duty->id, bjt_clock_get_now (&self->clock) / 1000);
  duty->staff_id = *staff_id;
  duty->grid_id = *grid_id;
  duty->role = g_strdup (role);
  duty->from_on = bjt_clock_get_today (&self->clock);
  return bjt_store_insert (self->store, &bjt_duty_type, duty, error);
}

static gboolean
end_duty (BjtWorkspace  *self,
          const BjtDuty *duty,
          GError       **error)
{
  g_autoptr (BjtDuty) ended = bjt_duty_copy (duty);

  ended->until_on = bjt_clock_get_today (&self->clock);
  return bjt_store_update (self->store, &bjt_duty_type, ended, error);
}

/* Whoever answers for grid @from answers for @to as well, or instead. */
static gboolean
hand_over (BjtWorkspace  *self,
           const BjtUuid *from,
           const BjtUuid *to,
           gboolean       instead,
           GError       **error)
{
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (self, error);

  for (guint i = 0; duties != NULL && i < duties->len; i++)
    {
      const BjtDuty *duty = duties->pdata[i];

      if (!bjt_uuid_equal (&duty->grid_id, from))
        continue;
      if (!bjt_uuid_is_nil (to) && !has_duty (duties, duty, to) && !add_duty (self, &duty->staff_id, to, duty->role, error))
        return FALSE;
      if (instead && !end_duty (self, duty, error))
        return FALSE;
    }
  return duties != NULL;
}

/* Edits */

static int
get_free_number (const BjtPicture *picture)
{
  int number = 0;

  for (guint32 g = 0; g < picture->grids->len; g++)
    number = MAX (number, bjt_picture_get_grid (picture, g)->number);
  return number + 1;
}

/* Named as its sibling is, with its own number: 第10网格 beside 第6网格. */
static char *
dup_name_like (const BjtPictureGrid *beside,
               int                   number)
{
  g_autofree char *old = g_strdup_printf ("%d", beside->number);
  const char      *at = beside->name != NULL ? strstr (beside->name, old) : NULL;

  return at != NULL ? g_strdup_printf ("%.*s%d%s", (int) (at - beside->name), beside->name, number, at + strlen (old)) : NULL;
}

/* A new grid stands beside the one it was split from, or beside the others. */
static BjtGrid *
make_grid (BjtWorkspace        *self,
           const BjtGridEdit   *edit,
           const BjtGridChange *change)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32  like = edit->kind == BJT_GRID_EDIT_SPLIT ? find_grid (self, &edit->grid_id) : BJT_NO_INDEX;
  BjtGrid *grid = bjt_grid_new ();

  for (guint32 g = 0; like == BJT_NO_INDEX && g < picture->grids->len; g++)
    like = g;
  grid->id = change->id;
  grid->number = get_free_number (picture);
  if (like != BJT_NO_INDEX)
    {
      const BjtPictureGrid *beside = bjt_picture_get_grid (picture, like);

      grid->level_name = g_strdup (beside->level_name);
      grid->name = dup_name_like (beside, grid->number);
      if (beside->parent != BJT_NO_INDEX)
        grid->parent_id = bjt_picture_get_grid (picture, beside->parent)->id;
    }
  return grid;
}

static gboolean
write_change (BjtWorkspace        *self,
              const BjtGridEdit   *edit,
              const BjtGridChange *change,
              GError             **error)
{
  g_autoptr (BjtGrid) grid = change->is_new ? make_grid (self, edit, change) : bjt_store_get (self->store, &bjt_grid_type, &change->id, error);

  if (grid == NULL)
    return FALSE;
  g_clear_pointer (&grid->boundary, bjt_geometry_unref);
  if (change->boundary != NULL)
    grid->boundary = bjt_geometry_ref (change->boundary);
  return change->is_new ? bjt_store_insert (self->store, &bjt_grid_type, grid, error)
                        : bjt_store_update (self->store, &bjt_grid_type, grid, error);
}

static gboolean
move_building (BjtWorkspace  *self,
               const BjtUuid *building_id,
               const BjtUuid *grid_id,
               GError       **error)
{
  g_autoptr (BjtBuilding) building = bjt_store_get (self->store, &bjt_building_type, building_id, error);

  if (building == NULL)
    return FALSE;
  building->grid_id = *grid_id;
  return bjt_store_update (self->store, &bjt_building_type, building, error);
}

static gboolean
remove_grid (BjtWorkspace      *self,
             const BjtGridEdit *edit,
             GError           **error)
{
  return hand_over (self, &edit->other_id, &edit->grid_id, TRUE, error)
         && bjt_store_remove (self->store, &bjt_grid_type, &edit->other_id, error);
}

static char *
dup_subject (BjtWorkspace      *self,
             const BjtGridEdit *edit)
{
  const BjtUuid *ids[] = { &edit->grid_id, &edit->other_id };
  GString       *text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      guint32 grid = find_grid (self, ids[i]);

      if (grid != BJT_NO_INDEX)
        g_string_append_printf (text, "%s%d", text->len > 0 ? " + " : "", bjt_picture_get_grid (bjt_workspace_get_picture (self), grid)->number);
    }
  if (edit->kind == BJT_GRID_EDIT_RESHAPE)
    for (guint i = 0; i < edit->changes->len; i++)
      {
        guint32 grid = find_grid (self, &g_array_index (edit->changes, BjtGridChange, i).id);

        if (grid != BJT_NO_INDEX)
          g_string_append_printf (text, "%s%d", text->len > 0 ? " + " : "", bjt_picture_get_grid (bjt_workspace_get_picture (self), grid)->number);
      }
  return g_string_free (text, FALSE);
}

static gboolean
check_edit (BjtWorkspace      *self,
            const BjtGridEdit *edit,
            GError           **error)
{
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const BjtGridChange *change = &g_array_index (edit->changes, BjtGridChange, i);

      if (!change->is_new && find_grid (self, &change->id) == BJT_NO_INDEX)
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the grid is not there any more; look at the grids again");
    }
  if ((edit->kind == BJT_GRID_EDIT_MERGE || edit->kind == BJT_GRID_EDIT_REMOVE) && find_grid (self, &edit->other_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the grid is not there any more; look at the grids again");
  return TRUE;
}

static gboolean
write_edit (BjtWorkspace      *self,
            const BjtGridEdit *edit,
            GError           **error)
{
  for (guint i = 0; i < edit->changes->len; i++)
    if (!write_change (self, edit, &g_array_index (edit->changes, BjtGridChange, i), error))
      return FALSE;
  for (guint i = 0; i < edit->moves->len; i++)
    {
      const BjtGridMove *move = &g_array_index (edit->moves, BjtGridMove, i);

      if (!move_building (self, &move->building_id, &move->grid_id, error))
        return FALSE;
    }
  switch (edit->kind)
    {
    case BJT_GRID_EDIT_SPLIT:
      return hand_over (self, &edit->grid_id, &edit->other_id, FALSE, error);
    case BJT_GRID_EDIT_MERGE:
    case BJT_GRID_EDIT_REMOVE:
      return remove_grid (self, edit, error);
    case BJT_GRID_EDIT_RESHAPE:
    case BJT_GRID_EDIT_DRAW:
    default:
      return TRUE;
    }
}

/**
 * bjt_workspace_edit_grids:
 * @edit: of a draft of the picture there is now
 *
 * Who answers for a grid that is split answers for both parts; who answers for
 * one that is merged answers for what it became part of.
 */
gboolean
bjt_workspace_edit_grids (BjtWorkspace      *self,
                          const BjtGridEdit *edit,
                          GError           **error)
{
  g_autofree char *subject = NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (!check_edit (self, edit, error))
    return FALSE;
  subject = dup_subject (self, edit);
  scope = bjt_workspace_begin (self, edit_names[edit->kind], *subject != '\0' ? subject : NULL, error);
  return scope != NULL && write_edit (self, edit, error) && bjt_workspace_finish (self, scope, error);
}

/* Single values */

/**
 * bjt_workspace_rename_grid:
 * @number: above 0, of no other grid
 * @name: (nullable):
 */
gboolean
bjt_workspace_rename_grid (BjtWorkspace  *self,
                           const BjtUuid *grid_id,
                           int            number,
                           const char    *name,
                           GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autoptr (BjtGrid) grid = NULL;
  g_autofree char *subject = g_strdup_printf ("%d", number);
  guint32 other;

  if (number < 1)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a grid's number is 1 or more");
  other = bjt_picture_find_grid (picture, number);
  if (other != BJT_NO_INDEX && !bjt_uuid_equal (&bjt_picture_get_grid (picture, other)->id, grid_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "another grid has this number");
  grid = bjt_store_get (self->store, &bjt_grid_type, grid_id, error);
  if (grid == NULL)
    return FALSE;
  if (grid->number == number && g_strcmp0 (grid->name, name) == 0)
    return TRUE;
  scope = bjt_workspace_begin (self, "rename-grid", subject, error);
  if (scope == NULL)
    return FALSE;
  grid->number = number;
  g_free (grid->name);
  grid->name = g_strdup (name);
  return bjt_store_update (self->store, &bjt_grid_type, grid, error) && bjt_workspace_finish (self, scope, error);
}

/**
 * bjt_workspace_assign_buildings:
 * @building_ids: (array length=n_buildings):
 */
gboolean
bjt_workspace_assign_buildings (BjtWorkspace  *self,
                                const BjtUuid *building_ids,
                                guint          n_buildings,
                                const BjtUuid *grid_id,
                                GError       **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  guint32 grid = find_grid (self, grid_id);

  if (n_buildings == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no building was chosen");
  if (grid == BJT_NO_INDEX && !bjt_uuid_is_nil (grid_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no such grid");
  subject = grid != BJT_NO_INDEX ? g_strdup_printf ("%d", bjt_picture_get_grid (bjt_workspace_get_picture (self), grid)->number) : NULL;
  scope = bjt_workspace_begin (self, "assign-buildings", subject, error);
  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < n_buildings; i++)
    if (!move_building (self, building_ids + i, grid_id, error))
      return FALSE;
  return bjt_workspace_finish (self, scope, error);
}

/**
 * bjt_workspace_assign_worker:
 *
 * The grid's other workers end their duty today.
 */
gboolean
bjt_workspace_assign_worker (BjtWorkspace  *self,
                             const BjtUuid *grid_id,
                             const BjtUuid *staff_id,
                             GError       **error)
{
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (self, error);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  const char      *role = BJT_DUTY_WORKER;
  BjtDuty          wanted = { .staff_id = *staff_id, .role = (char *) role };
  guint32          grid = find_grid (self, grid_id);

  if (duties == NULL)
    return FALSE;
  if (grid == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no such grid");
  subject = g_strdup_printf ("%d", bjt_picture_get_grid (bjt_workspace_get_picture (self), grid)->number);
  scope = bjt_workspace_begin (self, "assign-worker", subject, error);
  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < duties->len; i++)
    {
      const BjtDuty *duty = duties->pdata[i];

      if (bjt_uuid_equal (&duty->grid_id, grid_id) && g_strcmp0 (duty->role, role) == 0
          && !bjt_uuid_equal (&duty->staff_id, staff_id) && !end_duty (self, duty, error))
        return FALSE;
    }
  if (!bjt_uuid_is_nil (staff_id) && !has_duty (duties, &wanted, grid_id) && !add_duty (self, staff_id, grid_id, role, error))
    return FALSE;
  return bjt_workspace_finish (self, scope, error);
}
