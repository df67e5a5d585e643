/* bjt-calendar-json.c: {"days": [{"name": "春节", "date": "2026-02-15",
 * "isOffDay": true}, …]}, as the public tables of a year's notices have it. */
#include "bjt-calendar-reader.h"
#include "bjt-json-file.h"

#include <string.h>

static gboolean
refuse_day (guint    i,
            GError **error)
{
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED,
               "day %u of the calendar has no name, no date such as 2026-02-15 or no isOffDay", i + 1);
  return FALSE;
}

static gboolean
take_day (JsonArray *days,
          guint      i,
          GArray    *stretches,
          GError   **error)
{
  JsonObject    *object = bjt_json_get_item (days, i);
  JsonNode      *is_off = object != NULL ? json_object_get_member (object, "isOffDay") : NULL;
  const char    *name = object != NULL ? bjt_json_get_text (object, "name") : NULL;
  BjtDate        date = object != NULL ? bjt_date_parse (bjt_json_get_text (object, "date")) : BJT_DATE_NONE;
  BjtWorkStretch stretch = { .from = date, .to = date, .name = (char *) name };

  if (is_off == NULL || !JSON_NODE_HOLDS_VALUE (is_off) || json_node_get_value_type (is_off) != G_TYPE_BOOLEAN
      || !bjt_work_stretch_is_valid (&stretch))
    return refuse_day (i, error);
  bjt_work_stretches_add (stretches, date, date, !json_node_get_boolean (is_off), name);
  return TRUE;
}

gboolean
bjt_calendar_parse_json (const char *text,
                         GArray     *stretches,
                         GError    **error)
{
  g_autoptr (JsonObject) root = bjt_json_parse (text, strlen (text), error);
  JsonArray             *days = root != NULL ? bjt_json_get_array (root, "days") : NULL;

  if (root == NULL)
    return FALSE;
  if (days == NULL)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "JSON, but no calendar: it has no list \"days\"");
      return FALSE;
    }
  if (json_array_get_length (days) > BJT_CALENDAR_MAX_STRETCHES)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the calendar names more than %d days", BJT_CALENDAR_MAX_STRETCHES);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (days); i++)
    if (!take_day (days, i, stretches, error))
      return FALSE;
  return TRUE;
}
