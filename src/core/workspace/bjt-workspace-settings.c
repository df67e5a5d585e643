/* bjt-workspace-settings.c: the community's settings, by name. */
#include "bjt-workspace-private.h"

static BjtSetting *
find_setting (BjtWorkspace *self,
              const char   *name)
{
  g_autoptr (GPtrArray) settings = bjt_store_list (self->store, &bjt_setting_type, NULL, NULL, "id", 0, NULL);

  for (guint i = 0; settings != NULL && i < settings->len; i++)
    if (g_strcmp0 (((BjtSetting *) settings->pdata[i])->name, name) == 0)
      return bjt_setting_copy (settings->pdata[i]);
  return NULL;
}

/**
 * bjt_workspace_dup_setting:
 *
 * Returns: (transfer full) (nullable): NULL: it is not set
 */
char *
bjt_workspace_dup_setting (BjtWorkspace *self,
                           const char   *name)
{
  g_autoptr (BjtSetting) setting = find_setting (self, name);

  return setting != NULL ? g_strdup (setting->value) : NULL;
}

/**
 * bjt_workspace_write_setting:
 *
 * Within an action.
 */
gboolean
bjt_workspace_write_setting (BjtWorkspace *self,
                             const char   *name,
                             const char   *value,
                             GError      **error)
{
  g_autoptr (BjtSetting) setting = find_setting (self, name);
  gboolean is_new = setting == NULL;

  if (!is_new && g_strcmp0 (setting->value, value) == 0)
    return TRUE;
  if (is_new)
    {
      setting = bjt_setting_new ();
      setting->name = g_strdup (name);
      bjt_uuid_init_random (&setting->id, bjt_clock_get_now (&self->clock) / 1000);
    }
  g_free (setting->value);
  setting->value = g_strdup (value);
  return is_new ? bjt_store_insert (self->store, &bjt_setting_type, setting, error)
                : bjt_store_update (self->store, &bjt_setting_type, setting, error);
}
