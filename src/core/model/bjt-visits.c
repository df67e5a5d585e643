/* bjt-visits.c: the records of visits and of help: which member is kept in which
 * column. */
#include "bjt-visits.h"

static const BjtField visit_fields[] = {
  BJT_FIELD (BjtVisit, id, UUID),
  BJT_FIELD (BjtVisit, door_id, UUID),
  BJT_FIELD (BjtVisit, household_id, UUID),
  BJT_FIELD (BjtVisit, staff_id, UUID),
  BJT_FIELD (BjtVisit, visited_on, DATE),
  BJT_FIELD (BjtVisit, outcome, INT),
  BJT_FIELD (BjtVisit, purposes, TEXT),
  BJT_FIELD (BjtVisit, note, TEXT),
  BJT_FIELD (BjtVisit, next_on, DATE),
  BJT_FIELD (BjtVisit, visited_at, TIME),
  BJT_FIELD (BjtVisit, mode, INT),
  BJT_FIELD (BjtVisit, issue_id, UUID),
  BJT_FIELD (BjtVisit, source, TEXT),
  BJT_FIELD (BjtVisit, names_persons, BOOL),
};
BJT_DEFINE_RECORD (BjtVisit, bjt_visit, "visit", visit_fields)

static const BjtField visit_person_fields[] = {
  BJT_FIELD (BjtVisitPerson, id, UUID),
  BJT_FIELD (BjtVisitPerson, visit_id, UUID),
  BJT_FIELD (BjtVisitPerson, person_id, UUID),
};
BJT_DEFINE_RECORD (BjtVisitPerson, bjt_visit_person, "visit_person", visit_person_fields)

static const BjtField cadence_rule_fields[] = {
  BJT_FIELD (BjtCadenceRule, id, UUID),
  BJT_FIELD (BjtCadenceRule, code, TEXT),
  BJT_FIELD (BjtCadenceRule, name, TEXT),
  BJT_FIELD (BjtCadenceRule, position, INT),
  BJT_FIELD (BjtCadenceRule, category, TEXT),
  BJT_FIELD (BjtCadenceRule, tier, INT),
  BJT_FIELD (BjtCadenceRule, household_class, INT),
  BJT_FIELD (BjtCadenceRule, age_from, INT),
  BJT_FIELD (BjtCadenceRule, age_to, INT),
  BJT_FIELD (BjtCadenceRule, event, TEXT),
  BJT_FIELD (BjtCadenceRule, event_within, TEXT),
  BJT_FIELD (BjtCadenceRule, event_lasts, TEXT),
  BJT_FIELD (BjtCadenceRule, every, TEXT),
  BJT_FIELD (BjtCadenceRule, outcomes, INT),
  BJT_FIELD (BjtCadenceRule, valid_from, DATE),
  BJT_FIELD (BjtCadenceRule, valid_to, DATE),
  BJT_FIELD (BjtCadenceRule, source, TEXT),
};
BJT_DEFINE_RECORD (BjtCadenceRule, bjt_cadence_rule, "cadence_rule", cadence_rule_fields)

static const BjtField life_event_fields[] = {
  BJT_FIELD (BjtLifeEvent, id, UUID),
  BJT_FIELD (BjtLifeEvent, door_id, UUID),
  BJT_FIELD (BjtLifeEvent, household_id, UUID),
  BJT_FIELD (BjtLifeEvent, person_id, UUID),
  BJT_FIELD (BjtLifeEvent, kind, TEXT),
  BJT_FIELD (BjtLifeEvent, happened_on, DATE),
  BJT_FIELD (BjtLifeEvent, note, TEXT),
};
BJT_DEFINE_RECORD (BjtLifeEvent, bjt_life_event, "life_event", life_event_fields)

static const BjtField patrol_fields[] = {
  BJT_FIELD (BjtPatrol, id, UUID),
  BJT_FIELD (BjtPatrol, grid_id, UUID),
  BJT_FIELD (BjtPatrol, staff_id, UUID),
  BJT_FIELD (BjtPatrol, patrolled_on, DATE),
  BJT_FIELD (BjtPatrol, slot, INT),
  BJT_FIELD (BjtPatrol, begun_at, TIME),
  BJT_FIELD (BjtPatrol, ended_at, TIME),
  BJT_FIELD (BjtPatrol, note, TEXT),
};
BJT_DEFINE_RECORD (BjtPatrol, bjt_patrol, "patrol", patrol_fields)

static const BjtField day_log_fields[] = {
  BJT_FIELD (BjtDayLog, id, UUID),
  BJT_FIELD (BjtDayLog, grid_id, UUID),
  BJT_FIELD (BjtDayLog, staff_id, UUID),
  BJT_FIELD (BjtDayLog, logged_on, DATE),
  BJT_FIELD (BjtDayLog, note, TEXT),
  BJT_FIELD (BjtDayLog, confirmed_at, TIME),
};
BJT_DEFINE_RECORD (BjtDayLog, bjt_day_log, "day_log", day_log_fields)

static const BjtField need_fields[] = {
  BJT_FIELD (BjtNeed, id, UUID),
  BJT_FIELD (BjtNeed, person_id, UUID),
  BJT_FIELD (BjtNeed, text, TEXT),
  BJT_FIELD (BjtNeed, noted_on, DATE),
  BJT_FIELD (BjtNeed, settled_on, DATE),
};
BJT_DEFINE_RECORD (BjtNeed, bjt_need, "need", need_fields)

static const BjtField pairing_fields[] = {
  BJT_FIELD (BjtPairing, id, UUID),
  BJT_FIELD (BjtPairing, person_id, UUID),
  BJT_FIELD (BjtPairing, staff_id, UUID),
  BJT_FIELD (BjtPairing, partner_id, UUID),
  BJT_FIELD (BjtPairing, helper_name, TEXT),
  BJT_FIELD (BjtPairing, helper_phone, TEXT),
  BJT_FIELD (BjtPairing, kind, TEXT),
  BJT_FIELD (BjtPairing, from_on, DATE),
  BJT_FIELD (BjtPairing, until_on, DATE),
  BJT_FIELD (BjtPairing, note, TEXT),
};
BJT_DEFINE_RECORD (BjtPairing, bjt_pairing, "pairing", pairing_fields)

static const BjtField service_task_fields[] = {
  BJT_FIELD (BjtServiceTask, id, UUID),
  BJT_FIELD (BjtServiceTask, door_id, UUID),
  BJT_FIELD (BjtServiceTask, person_id, UUID),
  BJT_FIELD (BjtServiceTask, title, TEXT),
  BJT_FIELD (BjtServiceTask, kind, TEXT),
  BJT_FIELD (BjtServiceTask, recurrence, TEXT),
  BJT_FIELD (BjtServiceTask, first_on, DATE),
  BJT_FIELD (BjtServiceTask, staff_id, UUID),
  BJT_FIELD (BjtServiceTask, helper_name, TEXT),
  BJT_FIELD (BjtServiceTask, note, TEXT),
  BJT_FIELD (BjtServiceTask, last_done_on, DATE),
};
BJT_DEFINE_RECORD (BjtServiceTask, bjt_service_task, "service_task", service_task_fields)

static const BjtField service_fields[] = {
  BJT_FIELD (BjtService, id, UUID),
  BJT_FIELD (BjtService, door_id, UUID),
  BJT_FIELD (BjtService, person_id, UUID),
  BJT_FIELD (BjtService, task_id, UUID),
  BJT_FIELD (BjtService, staff_id, UUID),
  BJT_FIELD (BjtService, kind, TEXT),
  BJT_FIELD (BjtService, served_on, DATE),
  BJT_FIELD (BjtService, count, INT),
  BJT_FIELD (BjtService, note, TEXT),
};
BJT_DEFINE_RECORD (BjtService, bjt_service, "service", service_fields)

/**
 * bjt_visit_outcome_is_contact:
 *
 * Returns: whether the visit met or reached somebody: only that resets the
 *   clock of the cadence (domain.md B.6)
 */
gboolean
bjt_visit_outcome_is_contact (int outcome)
{
  return bjt_contact_of_outcome (outcome) >= 0;
}

int
bjt_contact_of_outcome (int outcome)
{
  switch (outcome)
    {
    case BJT_OUTCOME_MET:
      return BJT_CONTACT_MET;
    case BJT_OUTCOME_PHONED:
      return BJT_CONTACT_PHONED;
    case BJT_OUTCOME_HEARD:
      return BJT_CONTACT_HEARD;
    default:
      return -1;
    }
}
