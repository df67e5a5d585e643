/* bjt-workspace-presets.c: one setting holds them all, a group each. */
#include "bjt-workspace-presets.h"

#include "bjt-workspace-private.h"

#define SETTING "print-presets"
#define NAME "name"
#define MAX_NAME 60     /* characters */
#define MAX_PRESETS 100

static GKeyFile *
load (BjtWorkspace *self)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *text = bjt_workspace_dup_setting (self, SETTING);

  if (text != NULL)
    g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return file;
}

/* Returns: (transfer full) (nullable): the group of that name */
static char *
dup_group (GKeyFile   *file,
           const char *name)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *its = g_key_file_get_string (file, groups[i], NAME, NULL);

      if (g_strcmp0 (its, name) == 0)
        return g_strdup (groups[i]);
    }
  return NULL;
}

static char *
dup_free_group (GKeyFile *file)
{
  for (guint i = 1; i <= MAX_PRESETS; i++)
    {
      g_autofree char *group = g_strdup_printf ("preset %u", i);

      if (!g_key_file_has_group (file, group))
        return g_steal_pointer (&group);
    }
  return NULL;
}

static gboolean
keep (BjtWorkspace *self,
      GKeyFile     *file,
      const char   *kind,
      const char   *name,
      GError      **error)
{
  g_autofree char *text = g_key_file_to_data (file, NULL, NULL);
  g_autoptr (BjtActionScope) scope = bjt_workspace_begin (self, kind, name, error);

  return scope != NULL && bjt_workspace_write_setting (self, SETTING, text, error) && bjt_workspace_finish_work (self, scope, error);
}

char **
bjt_workspace_list_presets (BjtWorkspace *self)
{
  g_autoptr (GKeyFile) file = load (self);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  GStrvBuilder *names = g_strv_builder_new ();
  char **list;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_string (file, groups[i], NAME, NULL);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return list;
}

static gboolean
refuse_missing (const char *name,
                GError    **error)
{
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "There is no preset “%s”", name);
  return FALSE;
}

BjtSheetOrder *
bjt_workspace_load_preset (BjtWorkspace *self,
                           const char   *name,
                           GError      **error)
{
  g_autoptr (GKeyFile) file = load (self);
  g_autofree char *group = dup_group (file, name);

  if (group == NULL)
    {
      refuse_missing (name, error);
      return NULL;
    }
  return bjt_sheet_order_read (file, group, bjt_workspace_get_picture (self), error);
}

gboolean
bjt_workspace_save_preset (BjtWorkspace        *self,
                           const char          *name,
                           const BjtSheetOrder *order,
                           GError             **error)
{
  g_autoptr (GKeyFile) file = load (self);
  g_autofree char *known = dup_group (file, name);
  g_autofree char *group = known != NULL ? g_strdup (known) : dup_free_group (file);

  if (*name == '\0' || !g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > MAX_NAME)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "The name of a preset has 1 to 60 characters");
  if (group == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "There are too many presets: remove one that is no longer used");
  g_key_file_remove_group (file, group, NULL);
  g_key_file_set_string (file, group, NAME, name);
  bjt_sheet_order_write (order, bjt_workspace_get_picture (self), file, group);
  return keep (self, file, "save-preset", name, error);
}

gboolean
bjt_workspace_remove_preset (BjtWorkspace *self,
                             const char   *name,
                             GError      **error)
{
  g_autoptr (GKeyFile) file = load (self);
  g_autofree char *group = dup_group (file, name);

  if (group == NULL)
    return refuse_missing (name, error);
  g_key_file_remove_group (file, group, NULL);
  return keep (self, file, "remove-preset", name, error);
}
