/* bjt-draft.c: the names that drafts go by in JSON, reports and maps of columns. */
#include "bjt-draft.h"

#include <string.h>

static const char *const feature_names[BJT_FEATURE_DRAFT_N_KINDS] = {
  [BJT_FEATURE_DRAFT_BUILDING] = "building",
  [BJT_FEATURE_DRAFT_COMPOUND] = "compound",
  [BJT_FEATURE_DRAFT_ENTRANCE] = "entrance",
  [BJT_FEATURE_DRAFT_GATE] = "gate",
  [BJT_FEATURE_DRAFT_ROAD] = "road",
  [BJT_FEATURE_DRAFT_FOOTWAY] = "footway",
  [BJT_FEATURE_DRAFT_RAILWAY] = "railway",
  [BJT_FEATURE_DRAFT_GREEN] = "green",
  [BJT_FEATURE_DRAFT_WATER] = "water",
  [BJT_FEATURE_DRAFT_LAND] = "land",
  [BJT_FEATURE_DRAFT_BARRIER] = "barrier",
  [BJT_FEATURE_DRAFT_BOUNDARY] = "boundary",
  [BJT_FEATURE_DRAFT_POI] = "poi",
};

static const char *const field_names[BJT_REGISTER_N_FIELDS] = {
  [BJT_REGISTER_ADDRESS] = "address",
  [BJT_REGISTER_COMPOUND] = "compound",
  [BJT_REGISTER_BUILDING] = "building",
  [BJT_REGISTER_ENTRANCE] = "entrance",
  [BJT_REGISTER_LEVEL] = "level",
  [BJT_REGISTER_DOOR] = "door",
  [BJT_REGISTER_AREA] = "area",
  [BJT_REGISTER_DOOR_KIND] = "door_kind",
  [BJT_REGISTER_PERSON_NAME] = "person_name",
  [BJT_REGISTER_SEX] = "sex",
  [BJT_REGISTER_BIRTH_DATE] = "birth_date",
  [BJT_REGISTER_AGE] = "age",
  [BJT_REGISTER_ID_NUMBER] = "id_number",
  [BJT_REGISTER_PHONE] = "phone",
  [BJT_REGISTER_ETHNIC_GROUP] = "ethnic_group",
  [BJT_REGISTER_RELATION] = "relation",
  [BJT_REGISTER_HEAD_NAME] = "head_name",
  [BJT_REGISTER_HOUSEHOLD_KEY] = "household_key",
  [BJT_REGISTER_OWNER_KEY] = "owner_key",
  [BJT_REGISTER_RESIDENCE] = "residence",
  [BJT_REGISTER_HUKOU_ADDRESS] = "hukou_address",
  [BJT_REGISTER_WORKPLACE] = "workplace",
  [BJT_REGISTER_EDUCATION] = "education",
  [BJT_REGISTER_MARITAL] = "marital",
  [BJT_REGISTER_POLITICAL] = "political",
  [BJT_REGISTER_CATEGORY] = "category",
  [BJT_REGISTER_GRID] = "grid",
  [BJT_REGISTER_STAFF_NAME] = "staff_name",
  [BJT_REGISTER_STATUS] = "status",
  [BJT_REGISTER_REMARKS] = "remarks",
  [BJT_REGISTER_TOTAL_LEVELS] = "total_levels",
  [BJT_REGISTER_ELEVATOR] = "elevator",
  [BJT_REGISTER_LONGITUDE] = "longitude",
  [BJT_REGISTER_LATITUDE] = "latitude",
};

const char *
bjt_feature_draft_kind_get_name (BjtFeatureDraftKind kind)
{
  return kind < BJT_FEATURE_DRAFT_N_KINDS ? feature_names[kind] : "unknown";
}

const char *
bjt_register_field_get_name (BjtRegisterField field)
{
  return field < BJT_REGISTER_N_FIELDS ? field_names[field] : "unknown";
}

gboolean
bjt_register_field_from_name (const char       *name,
                              BjtRegisterField *field)
{
  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    if (strcmp (field_names[i], name) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

const char *
bjt_severity_get_name (BjtSeverity severity)
{
  switch (severity)
    {
    case BJT_SEVERITY_INFO:
      return "info";
    case BJT_SEVERITY_WARNING:
      return "warning";
    case BJT_SEVERITY_ERROR:
    default:
      return "error";
    }
}
