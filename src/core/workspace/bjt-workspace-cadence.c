/* bjt-workspace-cadence.c: a file without rules of its own gets those a community
 * starts with as soon as one of them is changed. */
#include "bjt-workspace-cadence.h"

#include "bjt-workspace-private.h"
#include "model/bjt-interval.h"
#include "rules/bjt-rules.h"

#define MAX_AGE 150
#define MAX_TEXT 80 /* characters of a name or code */

/**
 * bjt_workspace_list_cadence_rules:
 *
 * Returns: (transfer full) (nullable) (element-type BjtCadenceRule):
 */
GPtrArray *
bjt_workspace_list_cadence_rules (BjtWorkspace *self,
                                  GError      **error)
{
  g_autoptr (GPtrArray) rules = bjt_store_list (self->store, &bjt_cadence_rule_type, NULL, NULL, "position, id", 0, error);

  if (rules != NULL && rules->len == 0)
    return bjt_rules_list_default_cadence_rules ();
  return g_steal_pointer (&rules);
}

static BjtCadenceRule *
find_rule (const GPtrArray *rules,
           const char      *code)
{
  for (guint i = 0; i < rules->len; i++)
    if (g_strcmp0 (((BjtCadenceRule *) rules->pdata[i])->code, code) == 0)
      return rules->pdata[i];
  return NULL;
}

/* Checking */

static gboolean
is_word (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > MAX_TEXT)
    return FALSE;
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen (text);
}

static gboolean
is_interval (const char *text)
{
  BjtInterval interval;

  return text == NULL || bjt_interval_parse (&interval, text);
}

static gboolean
check_times (const BjtCadenceRule *rule,
             GError              **error)
{
  if (!is_interval (rule->every) || !is_interval (rule->event_within) || !is_interval (rule->event_lasts))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "times are written like 7d, 2w, 1m or 1y");
  if (rule->event == NULL && rule->every == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say how often: every 7d, 1m, 1y");
  if (rule->event == NULL && (rule->event_within != NULL || rule->event_lasts != NULL))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "only a rule about an event has a time within which and for which it holds");
  if (rule->event != NULL && rule->event_within == NULL && rule->every == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say how soon after the event somebody comes, or how often");
  if (rule->valid_from != BJT_DATE_NONE && rule->valid_to != BJT_DATE_NONE && rule->valid_to < rule->valid_from)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the rule ends before it begins");
  return TRUE;
}

static gboolean
check_who (BjtWorkspace         *self,
           const BjtCadenceRule *rule,
           GError              **error)
{
  if (rule->category != NULL && bjt_picture_find_category (bjt_workspace_get_picture (self), rule->category) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no category of this code");
  if (rule->tier < 0 || rule->tier > BJT_TIER_HIGH_RISK || rule->household_class < 0 || rule->household_class >= BJT_N_CLASSES)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such level or class");
  if (rule->age_from < 0 || rule->age_to < 0 || rule->age_from > MAX_AGE || rule->age_to > MAX_AGE
      || (rule->age_to > 0 && rule->age_to < rule->age_from))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the ages of a rule go from a lower to a higher one, up to 150");
  return TRUE;
}

static gboolean
check_rule (BjtWorkspace         *self,
            const BjtCadenceRule *rule,
            GError              **error)
{
  if (!is_word (rule->code))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the code of a rule is a word of the letters a to z, digits, - and _");
  if (rule->name == NULL || *rule->name == '\0' || !g_utf8_validate (rule->name, -1, NULL) || g_utf8_strlen (rule->name, -1) > MAX_TEXT)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the rule needs a name of at most 80 characters");
  if (rule->outcomes <= 0 || rule->outcomes >= 1 << BJT_N_CONTACTS)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say which contacts count: met, phoned, heard");
  return check_times (rule, error) && check_who (self, rule, error);
}

/* Writing */

static gboolean
insert_rules (BjtWorkspace    *self,
              const GPtrArray *rules,
              GError         **error)
{
  for (guint i = 0; i < rules->len; i++)
    if (!bjt_store_insert (self->store, &bjt_cadence_rule_type, rules->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The community's own rules, once they are there; begins the action. */
static BjtActionScope *
begin (BjtWorkspace *self,
       const char   *kind,
       const char   *name,
       GPtrArray    *rules,
       GError      **error)
{
  gint64 n = bjt_store_count (self->store, &bjt_cadence_rule_type, error);
  g_autoptr (BjtActionScope) scope = n >= 0 ? bjt_workspace_begin (self, kind, name, error) : NULL;

  if (scope == NULL || (n == 0 && !insert_rules (self, rules, error)))
    return NULL;
  return g_steal_pointer (&scope);
}

/**
 * bjt_workspace_save_cadence_rule:
 *
 * Key and position are filled in.
 */
gboolean
bjt_workspace_save_cadence_rule (BjtWorkspace   *self,
                                 BjtCadenceRule *rule,
                                 GError        **error)
{
  g_autoptr (GPtrArray) rules = bjt_workspace_list_cadence_rules (self, error);
  const BjtCadenceRule *old = rules != NULL ? find_rule (rules, rule->code) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (rules == NULL || !check_rule (self, rule, error))
    return FALSE;
  scope = begin (self, old != NULL ? "change-cadence" : "add-cadence", rule->code, rules, error);
  if (scope == NULL)
    return FALSE;
  if (old != NULL)
    rule->id = old->id;
  else
    {
      rule->id = BJT_UUID_NIL;
      bjt_workspace_init_key (self, &rule->id);
      rule->position = rules->len > 0 ? ((BjtCadenceRule *) rules->pdata[rules->len - 1])->position + 1 : 0;
    }
  return (old != NULL ? bjt_store_update (self->store, &bjt_cadence_rule_type, rule, error)
                      : bjt_store_insert (self->store, &bjt_cadence_rule_type, rule, error))
         && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_remove_cadence_rule (BjtWorkspace *self,
                                   const char   *code,
                                   GError      **error)
{
  g_autoptr (GPtrArray) rules = bjt_workspace_list_cadence_rules (self, error);
  const BjtCadenceRule *old = rules != NULL ? find_rule (rules, code) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (rules == NULL)
    return FALSE;
  if (old == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no rule of this code");
  if (rules->len == 1)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the last rule stays: without one nobody would be due");
  scope = begin (self, "remove-cadence", code, rules, error);
  return scope != NULL && bjt_store_remove (self->store, &bjt_cadence_rule_type, &old->id, error)
         && bjt_workspace_finish (self, scope, error);
}
