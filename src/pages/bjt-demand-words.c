/* bjt-demand-words.c: the strictest is the one that holds: the earliest day, of two
 * the shorter interval. */
#include "bjt-demand-words.h"

#include <glib/gi18n.h>

#include "widgets/bjt-words.h"

#define MAX_LINES 8

static const char *
get_name (const BjtPicture            *picture,
          const BjtPictureCadenceRule *rule)
{
  if (rule->category != BJT_NO_INDEX && bjt_picture_get_category (picture, rule->category)->is_restricted)
    return _("special attention");
  return rule->name != NULL ? rule->name : rule->code;
}

char *
bjt_demand_words_dup (const BjtPicture       *picture,
                      const BjtCadenceDemand *demand)
{
  const BjtPictureCadenceRule *rule = bjt_picture_get_cadence_rule (picture, demand->rule);
  g_autofree char *cadence = rule->every.n > 0 ? bjt_words_dup_cadence (bjt_interval_get_days (rule->every)) : NULL;
  g_autofree char *since_day = bjt_words_dup_day (demand->since_on, picture->as_of);
  g_autofree char *since = demand->since_on != BJT_DATE_NONE ? g_strdup_printf (_("since %s"), since_day) : g_strdup (_("never seen"));
  g_autofree char *due_day = bjt_words_dup_day (demand->due_on, picture->as_of);
  g_autofree char *due = g_strdup_printf (_("due %s"), due_day);
  const char *parts[] = { get_name (picture, rule), since, due, cadence, NULL };

  if (cadence != NULL)
    {
      parts[1] = cadence;
      parts[2] = since;
      parts[3] = due;
    }
  return g_strjoinv (" · ", (char **) parts);
}

char *
bjt_demand_words_dup_all (const BjtPicture *picture,
                          guint32           door)
{
  g_autoptr (GArray) demands = bjt_cadence_rule_list_demands (picture, door);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  g_autoptr (GString) text = g_string_new (NULL);

  if (state->next_agreed_on != BJT_DATE_NONE)
    {
      g_autofree char *day = bjt_words_dup_day (state->next_agreed_on, picture->as_of);

      g_string_append_printf (text, _("Agreed on the last visit: %s"), day);
    }
  for (guint i = 0; i < MIN (demands->len, MAX_LINES); i++)
    {
      g_autofree char *line = bjt_demand_words_dup (picture, &g_array_index (demands, BjtCadenceDemand, i));
      gboolean holds = i == 0 && state->due_reason != BJT_DUE_AGREED;

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", holds ? "▸" : "·", line);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
