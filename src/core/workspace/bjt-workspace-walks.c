/* bjt-workspace-walks.c: a walk is a setting named by its number: the day, then the
 * keys of its doors. A number tells the month and the day, so that it stays short
 * enough to be typed; of two years the newer walk is meant. */
#include "bjt-workspace-walks.h"

#include "bjt-workspace-private.h"
#include "rules/bjt-due-list.h"

#define PREFIX "walk-sheet:"
#define MAX_WALKS 99 /* of a grid and day */

BjtWalk *
bjt_walk_new (BjtDate on,
              int     grid)
{
  BjtWalk *self = g_new0 (BjtWalk, 1);

  self->on = on;
  self->grid = grid;
  self->door_ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  return self;
}

void
bjt_walk_free (BjtWalk *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_array_unref (self->door_ids);
  g_free (self);
}

/**
 * bjt_workspace_plan_walk:
 *
 * Returns: (transfer full) (nullable): without number; NULL: there is no such grid
 */
BjtWalk *
bjt_workspace_plan_walk (BjtWorkspace *self,
                         BjtDate       on,
                         int           grid)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  BjtDueQuery       query = BJT_DUE_QUERY_ALL;
  g_autoptr (GArray) lines = NULL;
  BjtWalk *walk;

  query.on = on;
  query.grid = grid > 0 ? bjt_picture_find_grid (picture, grid) : BJT_NO_INDEX;
  if (grid > 0 && query.grid == BJT_NO_INDEX)
    return NULL;
  walk = bjt_walk_new (on, MAX (grid, 0));
  lines = bjt_due_list_find (picture, &query);
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (walk->door_ids, bjt_picture_get_door (picture, g_array_index (lines, BjtDueLine, i).door)->id);
  return walk;
}

/* The doors of a picture stand as feet go. */
GPtrArray *
bjt_workspace_plan_walks_of (BjtWorkspace     *self,
                             BjtDate           on,
                             const BjtDoorSet *doors)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (GPtrArray) walks = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_walk_free);

  for (guint32 g = 0; g < picture->grids->len; g++)
    g_ptr_array_add (walks, bjt_walk_new (on, bjt_picture_get_grid (picture, g)->number));
  g_ptr_array_add (walks, bjt_walk_new (on, 0));
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      guint32 grid = bjt_picture_get_building (picture, door->building)->grid;
      BjtWalk *walk = walks->pdata[grid != BJT_NO_INDEX ? grid : picture->grids->len];

      if (!door->is_merged)
        g_array_append_val (walk->door_ids, door->id);
    }
  for (guint i = walks->len; i > 0; i--)
    if (((const BjtWalk *) walks->pdata[i - 1])->door_ids->len == 0)
      g_ptr_array_remove_index (walks, i - 1);
  return g_steal_pointer (&walks);
}

/* Text and back */

static char *
dup_text (const BjtWalk *walk)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = bjt_date_dup_string (walk->on);

  g_string_append_printf (text, "%s %d", day, walk->grid);
  for (guint i = 0; i < walk->door_ids->len; i++)
    {
      g_autofree char *key = bjt_uuid_dup_string (&g_array_index (walk->door_ids, BjtUuid, i));

      g_string_append_printf (text, " %s", key);
    }
  return g_strdup (text->str);
}

/* NULL: not what this file writes. */
static BjtWalk *
read_text (const char *number,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  guint    n = g_strv_length (words);
  BjtDate  on = n >= 2 ? bjt_date_parse (words[0]) : BJT_DATE_NONE;
  BjtWalk *walk;

  if (on == BJT_DATE_NONE)
    return NULL;
  walk = bjt_walk_new (on, (int) g_ascii_strtoll (words[1], NULL, 10));
  walk->number = g_strdup (number);
  for (guint i = 2; i < n; i++)
    {
      BjtUuid id;

      if (bjt_uuid_init_from_string (&id, words[i]))
        g_array_append_val (walk->door_ids, id);
    }
  return walk;
}

static int
compare_walks (gconstpointer a,
               gconstpointer b)
{
  const BjtWalk *first = *(BjtWalk *const *) a, *second = *(BjtWalk *const *) b;

  return first->on != second->on ? (first->on < second->on) - (first->on > second->on) : g_strcmp0 (second->number, first->number);
}

GPtrArray *
bjt_workspace_list_walks (BjtWorkspace *self,
                          GError      **error)
{
  g_autoptr (GPtrArray) settings = bjt_store_list (self->store, &bjt_setting_type, NULL, NULL, "id", 0, error);
  g_autoptr (GPtrArray) walks = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_walk_free);

  for (guint i = 0; settings != NULL && i < settings->len; i++)
    {
      const BjtSetting *setting = settings->pdata[i];
      BjtWalk *walk = setting->name != NULL && g_str_has_prefix (setting->name, PREFIX) ? read_text (setting->name + strlen (PREFIX), setting->value) : NULL;

      if (walk != NULL)
        g_ptr_array_add (walks, walk);
    }
  g_ptr_array_sort (walks, compare_walks);
  return settings != NULL ? g_steal_pointer (&walks) : NULL;
}

BjtWalk *
bjt_workspace_find_walk (BjtWorkspace *self,
                         const char   *number,
                         GError      **error)
{
  g_autofree char *name = g_strconcat (PREFIX, number, NULL);
  g_autofree char *text = bjt_workspace_dup_setting (self, name);
  BjtWalk *walk = read_text (number, text);

  if (walk == NULL)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no walk sheet of the number %s", number);
  return walk;
}

/* The next free number, or that of a walk over the same doors. */
static char *
dup_name (BjtWorkspace  *self,
          const BjtWalk *walk,
          const char    *text)
{
  int year, month, day;

  bjt_date_get_ymd (walk->on, &year, &month, &day);
  for (int i = 1; i <= MAX_WALKS; i++)
    {
      g_autofree char *name = g_strdup_printf (PREFIX "%02d%02d-%d-%d", month, day, walk->grid, i);
      g_autofree char *value = bjt_workspace_dup_setting (self, name);
      g_autoptr (BjtWalk) other = read_text (NULL, value);

      if (other == NULL || g_strcmp0 (value, text) == 0 || other->on < walk->on)
        return g_steal_pointer (&name);
    }
  return NULL;
}

/* Within an action, which begins with the first walk that is new. */
static gboolean
write_walk (BjtWorkspace    *self,
            BjtWalk         *walk,
            BjtActionScope **scope,
            GError         **error)
{
  g_autofree char *text = dup_text (walk);
  g_autofree char *name = dup_name (self, walk, text);
  g_autofree char *old = name != NULL ? bjt_workspace_dup_setting (self, name) : NULL;

  if (walk->door_ids->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "nobody is due: there is nothing to walk");
  if (name == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "there are 99 walk sheets of this day already");
  g_free (walk->number);
  walk->number = g_strdup (name + strlen (PREFIX));
  if (g_strcmp0 (old, text) == 0)
    return TRUE;
  if (*scope == NULL)
    *scope = bjt_workspace_begin (self, "keep-walk", walk->number, error);
  return *scope != NULL && bjt_workspace_write_setting (self, name, text, error);
}

gboolean
bjt_workspace_keep_walks (BjtWorkspace   *self,
                          BjtWalk *const *walks,
                          guint           n_walks,
                          GError        **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  if (n_walks == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "nobody is due: there is nothing to walk");
  for (guint i = 0; i < n_walks; i++)
    if (!write_walk (self, walks[i], &scope, error))
      return FALSE;
  return scope == NULL || bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_keep_walk (BjtWorkspace *self,
                         BjtWalk      *walk,
                         GError      **error)
{
  return bjt_workspace_keep_walks (self, &walk, 1, error);
}
