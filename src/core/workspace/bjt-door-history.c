/* bjt-door-history.c: what cannot be read counts as known. */
#include "bjt-door-history.h"

#include "model/bjt-issues.h"
#include "model/bjt-people.h"
#include "model/bjt-plans.h"
#include "model/bjt-visits.h"
#include "model/bjt-work.h"

static gboolean
has_any (BjtStore            *store,
         const BjtRecordType *type,
         const char          *column,
         const BjtUuid       *key)
{
  g_autoptr (GPtrArray) found = bjt_store_list (store, type, column, key, "id", 1, NULL);

  return found == NULL || found->len > 0;
}

gboolean
bjt_door_history_has_door (BjtStore      *store,
                           const BjtDoor *door)
{
  static const BjtRecordType *const types[] = {
    &bjt_household_type, &bjt_visit_type, &bjt_issue_type, &bjt_annotation_type, &bjt_plan_element_type,
    &bjt_service_type, &bjt_service_task_type, &bjt_life_event_type, &bjt_issue_door_type, &bjt_hotline_order_type,
  };

  if (door->verified_on != BJT_DATE_NONE || door->note != NULL || door->owner_name != NULL || door->owner_phone != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (has_any (store, types[i], "door_id", &door->id))
      return TRUE;
  return has_any (store, &bjt_attachment_type, "owner_id", &door->id);
}

gboolean
bjt_door_history_has_entrance (BjtStore      *store,
                               const BjtUuid *entrance_id)
{
  return has_any (store, &bjt_issue_type, "entrance_id", entrance_id)
         || has_any (store, &bjt_annotation_type, "entrance_id", entrance_id)
         || has_any (store, &bjt_plan_element_type, "entrance_id", entrance_id);
}
