/* bjt-cadence-words.c: reads what the rules left in the state of the door. */
#include "bjt-cadence-words.h"

#include <glib/gi18n-lib.h>

#include "bjt-words.h"

static const char *
get_rule_name (const BjtPicture            *picture,
               const BjtPictureCadenceRule *rule)
{
  const BjtPictureCategory *category = rule->category != BJT_NO_INDEX ? bjt_picture_get_category (picture, rule->category) : NULL;

  if (category != NULL && category->is_restricted)
    return _ ("special attention");
  return rule->name;
}

static const char *
get_tier_name (const BjtPicture            *picture,
               const BjtPictureCadenceRule *rule)
{
  const BjtPictureCategory *category = rule->category != BJT_NO_INDEX ? bjt_picture_get_category (picture, rule->category) : NULL;
  const char               *tier = category != NULL && !category->is_restricted ? bjt_words_get_tier (category->tier) : NULL;

  return tier != NULL ? tier : get_rule_name (picture, rule);
}

static char *
dup_rule (const BjtPicture            *picture,
          const BjtPictureCadenceRule *rule)
{
  g_autofree char *cadence = NULL;

  if (rule->event == NULL && rule->category == BJT_NO_INDEX && rule->tier == 0 && rule->age_from == 0 && rule->age_to == 0)
    return g_strdup (_ ("ordinary household"));
  if (rule->every.n == 0)
    return g_strdup (get_rule_name (picture, rule));
  cadence = bjt_words_dup_cadence (bjt_interval_get_days (rule->every));
  /* TRANSLATORS: how often a home is visited, and why: 每月1次（重点） */
  return g_strdup_printf (C_ ("cadence", "%s (%s)"), cadence, get_tier_name (picture, rule));
}

char *
bjt_cadence_words_dup_reason (const BjtPicture *picture,
                              guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  if (state->next_due_on == BJT_DATE_NONE)
    return NULL;
  if (state->due_reason == BJT_DUE_AGREED)
    /* TRANSLATORS: the next visit is on the day agreed with the household */
    return g_strdup (_ ("as agreed"));
  return dup_rule (picture, bjt_picture_get_cadence_rule (picture, state->due_rule));
}

char *
bjt_cadence_words_dup_due (const BjtPicture *picture,
                           guint32           door)
{
  g_autofree char *reason = bjt_cadence_words_dup_reason (picture, door);
  g_autofree char *day = NULL;

  if (reason == NULL)
    return NULL;
  day = bjt_words_dup_day (bjt_picture_get_door_state (picture, door)->next_due_on, picture->as_of);
  /* TRANSLATORS: why a home is visited and the day the next visit is due: 每月1次（重点）· 应于 10-28 前 */
  return g_strdup_printf (_ ("%s · due %s"), reason, day);
}

char *
bjt_cadence_words_dup_lateness (int days_late)
{
  if (days_late == 0)
    return g_strdup (_ ("due today"));
  if (days_late < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (gulong) -days_late), -days_late);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", (gulong) days_late), days_late);
}

char *
bjt_cadence_words_dup_recent_day (BjtDate day,
                                  BjtDate as_of)
{
  if (day == as_of)
    return g_strdup (_ ("today"));
  if (day == as_of - 1)
    return g_strdup (_ ("yesterday"));
  return bjt_words_dup_day (day, as_of);
}
