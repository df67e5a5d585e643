/* bjt-territory.c: the records of the ground: which member is kept in which column. */
#include "bjt-territory.h"

static const BjtField community_fields[] = {
  BJT_FIELD (BjtCommunity, id, UUID),
  BJT_FIELD (BjtCommunity, name, TEXT),
  BJT_FIELD (BjtCommunity, code, TEXT),
  BJT_FIELD (BjtCommunity, founded_on, DATE),
  BJT_FIELD (BjtCommunity, address, TEXT),
  BJT_FIELD (BjtCommunity, phone, TEXT),
  BJT_FIELD (BjtCommunity, stated_area_m2, REAL),
  BJT_FIELD (BjtCommunity, stated_households, INT),
  BJT_FIELD (BjtCommunity, stated_persons, INT),
  BJT_FIELD (BjtCommunity, is_sample, BOOL),
  BJT_FIELD (BjtCommunity, boundary, GEOMETRY),
  BJT_FIELD (BjtCommunity, note, TEXT),
};
BJT_DEFINE_RECORD (BjtCommunity, bjt_community, "community", community_fields)

static const BjtField grid_fields[] = {
  BJT_FIELD (BjtGrid, id, UUID),
  BJT_FIELD (BjtGrid, parent_id, UUID),
  BJT_FIELD (BjtGrid, level_name, TEXT),
  BJT_FIELD (BjtGrid, number, INT),
  BJT_FIELD (BjtGrid, name, TEXT),
  BJT_FIELD (BjtGrid, code, TEXT),
  BJT_FIELD (BjtGrid, boundary, GEOMETRY),
  BJT_FIELD (BjtGrid, note, TEXT),
};
BJT_DEFINE_RECORD (BjtGrid, bjt_grid, "grid", grid_fields)

static const BjtField compound_fields[] = {
  BJT_FIELD (BjtCompound, id, UUID),
  BJT_FIELD (BjtCompound, name, TEXT),
  BJT_FIELD (BjtCompound, old_names, TEXT),
  BJT_FIELD (BjtCompound, property_mode, TEXT),
  BJT_FIELD (BjtCompound, property_company, TEXT),
  BJT_FIELD (BjtCompound, property_phone, TEXT),
  BJT_FIELD (BjtCompound, boundary, GEOMETRY),
  BJT_FIELD (BjtCompound, note, TEXT),
};
BJT_DEFINE_RECORD (BjtCompound, bjt_compound, "compound", compound_fields)

static const BjtField building_fields[] = {
  BJT_FIELD (BjtBuilding, id, UUID),
  BJT_FIELD (BjtBuilding, compound_id, UUID),
  BJT_FIELD (BjtBuilding, grid_id, UUID),
  BJT_FIELD (BjtBuilding, label, TEXT),
  BJT_FIELD (BjtBuilding, name, TEXT),
  BJT_FIELD (BjtBuilding, levels_above, INT),
  BJT_FIELD (BjtBuilding, has_elevator, BOOL),
  BJT_FIELD (BjtBuilding, doors_reversed, BOOL),
  BJT_FIELD (BjtBuilding, built_year, INT),
  BJT_FIELD (BjtBuilding, access_note, TEXT),
  BJT_FIELD (BjtBuilding, source_ref, TEXT),
  BJT_FIELD (BjtBuilding, footprint, GEOMETRY),
};
BJT_DEFINE_RECORD (BjtBuilding, bjt_building, "building", building_fields)

static const BjtField entrance_fields[] = {
  BJT_FIELD (BjtEntrance, id, UUID),
  BJT_FIELD (BjtEntrance, building_id, UUID),
  BJT_FIELD (BjtEntrance, label, TEXT),
  BJT_FIELD (BjtEntrance, ordinal, INT),
  BJT_FIELD (BjtEntrance, has_elevator, BOOL),
  BJT_FIELD (BjtEntrance, access_note, TEXT),
  BJT_FIELD (BjtEntrance, place, GEOMETRY),
};
BJT_DEFINE_RECORD (BjtEntrance, bjt_entrance, "entrance", entrance_fields)

static const BjtField level_fields[] = {
  BJT_FIELD (BjtLevel, id, UUID),
  BJT_FIELD (BjtLevel, building_id, UUID),
  BJT_FIELD (BjtLevel, ordinal, INT),
  BJT_FIELD (BjtLevel, label, TEXT),
};
BJT_DEFINE_RECORD (BjtLevel, bjt_level, "level", level_fields)

static const BjtField door_fields[] = {
  BJT_FIELD (BjtDoor, id, UUID),
  BJT_FIELD (BjtDoor, building_id, UUID),
  BJT_FIELD (BjtDoor, entrance_id, UUID),
  BJT_FIELD (BjtDoor, ordinal, INT),
  BJT_FIELD (BjtDoor, stack, INT),
  BJT_FIELD (BjtDoor, span, INT),
  BJT_FIELD (BjtDoor, label, TEXT),
  BJT_FIELD (BjtDoor, kind, INT),
  BJT_FIELD (BjtDoor, area_m2, REAL),
  BJT_FIELD (BjtDoor, owner_name, TEXT),
  BJT_FIELD (BjtDoor, owner_phone, TEXT),
  BJT_FIELD (BjtDoor, merged_into_id, UUID),
  BJT_FIELD (BjtDoor, verified_on, DATE),
  BJT_FIELD (BjtDoor, note, TEXT),
  BJT_FIELD (BjtDoor, last_contact_on, DATE),
  BJT_FIELD (BjtDoor, last_visit_on, DATE),
  BJT_FIELD (BjtDoor, open_issues, INT),
  BJT_FIELD (BjtDoor, issue_due_on, DATE),
};
BJT_DEFINE_RECORD (BjtDoor, bjt_door, "door", door_fields)

static const BjtField map_feature_fields[] = {
  BJT_FIELD (BjtMapFeature, id, UUID),
  BJT_FIELD (BjtMapFeature, kind, INT),
  BJT_FIELD (BjtMapFeature, subkind, TEXT),
  BJT_FIELD (BjtMapFeature, name, TEXT),
  BJT_FIELD (BjtMapFeature, phone, TEXT),
  BJT_FIELD (BjtMapFeature, opening_hours, TEXT),
  BJT_FIELD (BjtMapFeature, source_ref, TEXT),
  BJT_FIELD (BjtMapFeature, shape, GEOMETRY),
};
BJT_DEFINE_RECORD (BjtMapFeature, bjt_map_feature, "map_feature", map_feature_fields)
