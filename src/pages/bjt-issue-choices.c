/* bjt-issue-choices.c: what the file holds, in the order of use. */
#include "bjt-issue-choices.h"

#include <string.h>

#include "bjt-issue-step-popover.h"

#define MAX_OTHERS 60
#define CODE_SEPARATOR "、"

static gboolean
handles (const BjtPartner *partner,
         const char       *code)
{
  g_auto (GStrv) codes = partner->handles != NULL ? g_strsplit (partner->handles, CODE_SEPARATOR, -1) : NULL;

  return codes != NULL && code != NULL && g_strv_contains ((const char *const *) codes, code);
}

static void
append_partners (GPtrArray          *choices,
                 const BjtIssueFile *file,
                 gboolean            handling)
{
  const char *code = bjt_issue_file_get_kind_code (file);

  for (guint i = 0; i < file->partners->len; i++)
    {
      const BjtPartner *partner = file->partners->pdata[i];

      if (partner->is_active && handles (partner, code) == handling)
        g_ptr_array_add (choices, bjt_step_choice_new (&partner->id, partner->name, partner->kind));
    }
}

static void
append_duplicates (GPtrArray          *choices,
                   const BjtIssueFile *file)
{
  for (guint i = 0; i < file->duplicates->len; i++)
    {
      const BjtIssue *other = file->duplicates->pdata[i];

      g_ptr_array_add (choices, bjt_step_choice_new (&other->id, other->title, other->number));
    }
}

static gboolean
is_duplicate (const BjtIssueFile *file,
              const BjtUuid      *id)
{
  for (guint i = 0; i < file->duplicates->len; i++)
    if (bjt_uuid_equal (&((const BjtIssue *) file->duplicates->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* Open ones, the newest first: those of the building, or those elsewhere. */
static void
append_open (GPtrArray          *choices,
             const BjtIssueFile *file,
             gboolean            nearby)
{
  for (guint32 i = file->ledger->issues->len; i > 0 && choices->len < MAX_OTHERS; i--)
    {
      const BjtLedgerIssue *other = bjt_ledger_get_issue (file->ledger, i - 1);
      gboolean is_near = other->building != BJT_NO_INDEX && other->building == file->line->building;

      if (other != file->line && is_near == nearby && bjt_ledger_issue_is_open (other) && !is_duplicate (file, &other->id))
        g_ptr_array_add (choices, bjt_step_choice_new (&other->id, other->title != NULL ? other->title : "—", other->number));
    }
}

GPtrArray *
bjt_issue_choices_list (const BjtIssueFile *file,
                        const BjtFlowStep  *step)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_step_choice_free);

  if ((step->takes & BJT_FLOW_PARTNER) != 0)
    {
      append_partners (choices, file, TRUE);
      append_partners (choices, file, FALSE);
    }
  else if ((step->takes & BJT_FLOW_OTHER) != 0)
    {
      append_duplicates (choices, file);
      append_open (choices, file, TRUE);
      append_open (choices, file, FALSE);
    }
  else
    return NULL;
  return g_steal_pointer (&choices);
}
