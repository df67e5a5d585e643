/* bjt-record.c: everything that can be done to a record of any kind. */
#include "bjt-record.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/**
 * bjt_record_new:
 *
 * Returns: (transfer full): a record with every member unknown: no text, no
 *   date, no shape, NAN, zero
 */
gpointer
bjt_record_new (const BjtRecordType *type)
{
  guint8 *record = g_malloc0 (type->size);

  bjt_record_clear (type, record);
  return record;
}

/**
 * bjt_record_clear:
 *
 * Frees what the record holds and leaves every member unknown. Fit for a
 * record of zero bytes on the stack.
 */
void
bjt_record_clear (const BjtRecordType *type,
                  gpointer             record)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer member = (guint8 *) record + type->fields[i].offset;

      switch (type->fields[i].type)
        {
        case BJT_FIELD_TEXT:
          g_free (*(char **) member);
          break;
        case BJT_FIELD_GEOMETRY:
        case BJT_FIELD_SHAPE:
          bjt_geometry_unref (*(BjtGeometry **) member);
          break;
        case BJT_FIELD_UUID:
        case BJT_FIELD_INT:
        case BJT_FIELD_BOOL:
        case BJT_FIELD_REAL:
        case BJT_FIELD_DATE:
        case BJT_FIELD_TIME:
        default:
          break;
        }
    }
  memset (record, 0, type->size);
  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer member = (guint8 *) record + type->fields[i].offset;

      if (type->fields[i].type == BJT_FIELD_REAL)
        *(double *) member = (double) NAN;
      else if (type->fields[i].type == BJT_FIELD_DATE)
        *(BjtDate *) member = BJT_DATE_NONE;
    }
}

void
bjt_record_free (const BjtRecordType *type,
                 gpointer             record)
{
  if (record == NULL)
    return;
  bjt_record_clear (type, record);
  g_free (record);
}

gpointer
bjt_record_copy (const BjtRecordType *type,
                 gconstpointer        record)
{
  guint8 *copy = g_memdup2 (record, type->size);

  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer member = copy + type->fields[i].offset;

      if (type->fields[i].type == BJT_FIELD_TEXT)
        *(char **) member = g_strdup (*(char **) member);
      else if (type->fields[i].type == BJT_FIELD_GEOMETRY || type->fields[i].type == BJT_FIELD_SHAPE)
        bjt_geometry_ref (*(BjtGeometry **) member);
    }
  return copy;
}

static void
add_uuid (JsonBuilder   *builder,
          const BjtUuid *uuid)
{
  char text[BJT_UUID_STRING_SIZE];

  if (bjt_uuid_is_nil (uuid))
    {
      json_builder_add_null_value (builder);
      return;
    }
  bjt_uuid_format (uuid, text);
  json_builder_add_string_value (builder, text);
}

static void
add_text (JsonBuilder *builder,
          const char  *text)
{
  if (text == NULL || *text == '\0')
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_value (JsonBuilder   *builder,
           BjtFieldType   type,
           gconstpointer  member)
{
  char text[BJT_TIME_STRING_SIZE];

  switch (type)
    {
    case BJT_FIELD_UUID:
      add_uuid (builder, member);
      break;
    case BJT_FIELD_TEXT:
      add_text (builder, *(char *const *) member);
      break;
    case BJT_FIELD_INT:
      json_builder_add_int_value (builder, *(const int *) member);
      break;
    case BJT_FIELD_BOOL:
      json_builder_add_boolean_value (builder, *(const gboolean *) member);
      break;
    case BJT_FIELD_REAL:
      if (isfinite (*(const double *) member))
        json_builder_add_double_value (builder, *(const double *) member);
      else
        json_builder_add_null_value (builder);
      break;
    case BJT_FIELD_DATE:
      bjt_date_format (*(const BjtDate *) member, text);
      add_text (builder, text);
      break;
    case BJT_FIELD_TIME:
      bjt_time_format (*(const gint64 *) member, text);
      add_text (builder, text);
      break;
    case BJT_FIELD_GEOMETRY:
    case BJT_FIELD_SHAPE:
    default:
      json_builder_add_boolean_value (builder, *(BjtGeometry *const *) member != NULL);
      break;
    }
}

/**
 * bjt_record_to_json:
 *
 * Returns: (transfer full): one JSON object; a shape shows only whether there
 *   is one
 */
char *
bjt_record_to_json (const BjtRecordType *type,
                    gconstpointer        record)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < type->n_fields; i++)
    {
      json_builder_set_member_name (builder, type->fields[i].column);
      add_value (builder, type->fields[i].type, (const guint8 *) record + type->fields[i].offset);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
