/* bjt-issue-words.c: kinds go by code or name, partners by name. */
#include "bjt-issue-words.h"

#include "workspace/bjt-workspace-issues.h"

BjtIssueKind *
bjt_issue_words_find_kind (BjtWorkspace *workspace,
                           const char   *word,
                           BjtExit      *exit_code)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) kinds = bjt_workspace_list_issue_kinds (workspace, &error);

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      const BjtIssueKind *kind = kinds->pdata[i];

      if (g_strcmp0 (kind->code, word) == 0 || g_strcmp0 (kind->name, word) == 0)
        return bjt_issue_kind_copy (kind);
    }
  *exit_code = kinds == NULL ? bjt_cli_refuse (error) : bjt_cli_usage (_("there is no kind of issue “%s”"), word);
  return NULL;
}

BjtPartner *
bjt_issue_words_find_partner (BjtWorkspace *workspace,
                              const char   *name,
                              BjtExit      *exit_code)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) partners = bjt_workspace_list_partners (workspace, &error);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    if (g_strcmp0 (((const BjtPartner *) partners->pdata[i])->name, name) == 0)
      return bjt_partner_copy (partners->pdata[i]);
  if (partners != NULL)
    g_set_error (&error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no partner “%s”; see bjt partner list"), name);
  *exit_code = bjt_cli_refuse (error);
  return NULL;
}

char *
bjt_issue_words_dup_partner (BjtWorkspace  *workspace,
                             const BjtUuid *id)
{
  g_autoptr (GPtrArray) partners = bjt_uuid_is_nil (id) ? NULL : bjt_workspace_list_partners (workspace, NULL);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    if (bjt_uuid_equal (&((const BjtPartner *) partners->pdata[i])->id, id))
      return g_strdup (((const BjtPartner *) partners->pdata[i])->name);
  return NULL;
}

char *
bjt_issue_words_dup_moment (gint64 time)
{
  char day[BJT_DATE_STRING_SIZE];
  int  minute;

  if (time == 0)
    return NULL;
  bjt_date_format (bjt_time_get_local_date (time), day);
  minute = bjt_time_get_local_minute (time);
  return g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}
