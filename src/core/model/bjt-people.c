/* bjt-people.c: the records of who lives where: which member is kept in which column. */
#include "bjt-people.h"

static const BjtField household_fields[] = {
  BJT_FIELD (BjtHousehold, id, UUID),
  BJT_FIELD (BjtHousehold, door_id, UUID),
  BJT_FIELD (BjtHousehold, number, TEXT),
  BJT_FIELD (BjtHousehold, tenure, INT),
  BJT_FIELD (BjtHousehold, empty_reason, TEXT),
  BJT_FIELD (BjtHousehold, live_address, TEXT),
  BJT_FIELD (BjtHousehold, hukou_code, TEXT),
  BJT_FIELD (BjtHousehold, class_override, INT),
  BJT_FIELD (BjtHousehold, class_reason, TEXT),
  BJT_FIELD (BjtHousehold, since_on, DATE),
  BJT_FIELD (BjtHousehold, until_on, DATE),
  BJT_FIELD (BjtHousehold, verified_on, DATE),
  BJT_FIELD (BjtHousehold, note, TEXT),
  BJT_FIELD (BjtHousehold, last_contact_on, DATE),
};
BJT_DEFINE_RECORD (BjtHousehold, bjt_household, "household", household_fields)

static const BjtField person_fields[] = {
  BJT_FIELD (BjtPerson, id, UUID),
  BJT_FIELD (BjtPerson, name, TEXT),
  BJT_FIELD (BjtPerson, initials, TEXT),
  BJT_FIELD (BjtPerson, sex, INT),
  BJT_FIELD (BjtPerson, born_on, DATE),
  BJT_FIELD (BjtPerson, id_number, TEXT),
  BJT_FIELD (BjtPerson, phone, TEXT),
  BJT_FIELD (BjtPerson, ethnic, TEXT),
  BJT_FIELD (BjtPerson, hukou_code, TEXT),
  BJT_FIELD (BjtPerson, education, TEXT),
  BJT_FIELD (BjtPerson, employer, TEXT),
  BJT_FIELD (BjtPerson, died_on, DATE),
  BJT_FIELD (BjtPerson, note, TEXT),
};
BJT_DEFINE_RECORD (BjtPerson, bjt_person, "person", person_fields)

static const BjtField membership_fields[] = {
  BJT_FIELD (BjtMembership, id, UUID),
  BJT_FIELD (BjtMembership, person_id, UUID),
  BJT_FIELD (BjtMembership, household_id, UUID),
  BJT_FIELD (BjtMembership, relation, TEXT),
  BJT_FIELD (BjtMembership, is_head, BOOL),
  BJT_FIELD (BjtMembership, is_registered, BOOL),
  BJT_FIELD (BjtMembership, is_resident, BOOL),
  BJT_FIELD (BjtMembership, from_on, DATE),
  BJT_FIELD (BjtMembership, until_on, DATE),
};
BJT_DEFINE_RECORD (BjtMembership, bjt_membership, "membership", membership_fields)

static const BjtField category_fields[] = {
  BJT_FIELD (BjtCategory, id, UUID),
  BJT_FIELD (BjtCategory, code, TEXT),
  BJT_FIELD (BjtCategory, glyph, TEXT),
  BJT_FIELD (BjtCategory, name, TEXT),
  BJT_FIELD (BjtCategory, colour, TEXT),
  BJT_FIELD (BjtCategory, position, INT),
  BJT_FIELD (BjtCategory, tier, INT),
  BJT_FIELD (BjtCategory, cadence_days, INT),
  BJT_FIELD (BjtCategory, is_derived, BOOL),
  BJT_FIELD (BjtCategory, is_restricted, BOOL),
  BJT_FIELD (BjtCategory, valid_from, DATE),
  BJT_FIELD (BjtCategory, valid_to, DATE),
};
BJT_DEFINE_RECORD (BjtCategory, bjt_category, "category", category_fields)

static const BjtField person_category_fields[] = {
  BJT_FIELD (BjtPersonCategory, id, UUID),
  BJT_FIELD (BjtPersonCategory, person_id, UUID),
  BJT_FIELD (BjtPersonCategory, category_id, UUID),
  BJT_FIELD (BjtPersonCategory, grade, TEXT),
  BJT_FIELD (BjtPersonCategory, evidence, TEXT),
  BJT_FIELD (BjtPersonCategory, valid_from, DATE),
  BJT_FIELD (BjtPersonCategory, valid_to, DATE),
};
BJT_DEFINE_RECORD (BjtPersonCategory, bjt_person_category, "person_category", person_category_fields)
