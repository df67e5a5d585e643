/* bjt-picture-loader.c: one statement a table, each read once from end to end;
 * keys become indices through hash tables; then everything is put in the order
 * that model/bjt-picture.h names. Linear but for the sorting. */
#include "bjt-picture-loader.h"

#include "bjt-annotation-loader.h"
#include "bjt-contact-loader.h"
#include "bjt-overlay-loader.h"
#include "bjt-plan-loader.h"
#include "bjt-key-index.h"
#include "bjt-statement.h"
#include "geo/bjt-mercator.h"
#include "model/bjt-plans.h"

#include <math.h>

typedef struct
{
  BjtStore   *store;
  BjtPicture *picture;
  GArray     *loaded_doors; /* LoadedDoor: before they are sorted into the picture */
  GArray     *issues;       /* BjtPictureIssue */
  GHashTable *grids; /* BjtUuid → index + 1, into the arrays of the picture */
  GHashTable *compounds;
  GHashTable *buildings;
  GHashTable *entrances;
  GHashTable *doors;
  GHashTable *households;
  GHashTable *persons;
  GHashTable *categories;
  GError     *failure;
} Loader;

typedef void (*RowFunc) (Loader       *self,
                         BjtStatement *row);

static void
for_each_row (Loader     *self,
              const char *sql,
              RowFunc     func)
{
  g_autoptr (BjtStatement) statement = NULL;

  if (self->failure != NULL)
    return;
  statement = bjt_statement_new (self->store, sql, "read the community", &self->failure);
  while (statement != NULL && bjt_statement_step (statement, &self->failure))
    func (self, statement);
}

static const char *
keep_text (Loader       *self,
           BjtStatement *row,
           int           column)
{
  return bjt_picture_keep_string (self->picture, bjt_statement_get_text (row, column));
}

/* The ground */

static void
add_community (Loader       *self,
               BjtStatement *row)
{
  BjtPictureCommunity *community = &self->picture->community;

  bjt_statement_get_uuid (row, 0, &community->id);
  community->name = keep_text (self, row, 1);
  community->code = keep_text (self, row, 2);
  community->is_sample = bjt_statement_get_int (row, 3) != 0;
  community->boundary = bjt_picture_keep_shape (self->picture, bjt_statement_dup_shape (row, 4));
}

static void
add_grid (Loader       *self,
          BjtStatement *row)
{
  BjtPictureGrid grid = { .parent = BJT_NO_INDEX };

  bjt_statement_get_uuid (row, 0, &grid.id);
  grid.number = (int) bjt_statement_get_int (row, 1);
  grid.name = keep_text (self, row, 2);
  grid.level_name = keep_text (self, row, 3);
  grid.boundary = bjt_picture_keep_shape (self->picture, bjt_statement_dup_shape (row, 4));
  grid.staff_name = keep_text (self, row, 5);
  grid.staff_phone = keep_text (self, row, 6);
  g_array_append_val (self->picture->grids, grid);
}

static void
link_grid_parent (Loader       *self,
                  BjtStatement *row)
{
  guint32 grid = bjt_key_index_find (self->grids, row, 0);

  if (grid != BJT_NO_INDEX)
    bjt_picture_get_grid (self->picture, grid)->parent = bjt_key_index_find (self->grids, row, 1);
}

static void
add_compound (Loader       *self,
              BjtStatement *row)
{
  BjtPictureCompound compound = { 0 };

  bjt_statement_get_uuid (row, 0, &compound.id);
  compound.name = keep_text (self, row, 1);
  compound.old_names = keep_text (self, row, 2);
  compound.boundary = bjt_picture_keep_shape (self->picture, bjt_statement_dup_shape (row, 3));
  if (compound.name == NULL)
    compound.name = "?";
  g_array_append_val (self->picture->compounds, compound);
}

static void
add_building (Loader       *self,
              BjtStatement *row)
{
  BjtPictureBuilding building = { 0 };

  bjt_statement_get_uuid (row, 0, &building.id);
  building.compound = bjt_key_index_find (self->compounds, row, 1);
  building.grid = bjt_key_index_find (self->grids, row, 2);
  building.label = keep_text (self, row, 3);
  building.name = keep_text (self, row, 4);
  building.has_elevator = bjt_statement_get_int (row, 5) != 0;
  building.doors_reversed = bjt_statement_get_int (row, 6) != 0;
  building.access_note = keep_text (self, row, 7);
  building.footprint = bjt_picture_keep_shape (self->picture, bjt_statement_dup_shape (row, 8));
  g_array_append_val (self->picture->buildings, building);
}

static void
add_entrance (Loader       *self,
              BjtStatement *row)
{
  g_autoptr (BjtGeometry) place = bjt_statement_dup_shape (row, 5);
  BjtPictureEntrance entrance = { 0 };

  bjt_statement_get_uuid (row, 0, &entrance.id);
  entrance.building = bjt_key_index_find (self->buildings, row, 1);
  entrance.ordinal = (int) bjt_statement_get_int (row, 2);
  entrance.label = keep_text (self, row, 3);
  entrance.has_elevator = bjt_statement_get_int (row, 4) != 0;
  if (place != NULL && place->n_points > 0)
    {
      entrance.has_place = TRUE;
      entrance.place = bjt_mercator_project (place->points[0]);
    }
  if (entrance.label == NULL)
    entrance.label = "?";
  if (entrance.building != BJT_NO_INDEX)
    g_array_append_val (self->picture->entrances, entrance);
}

static void
add_level (Loader       *self,
           BjtStatement *row)
{
  BjtPictureLevel level = { bjt_key_index_find (self->buildings, row, 0), (int) bjt_statement_get_int (row, 1), keep_text (self, row, 2) };

  if (level.building != BJT_NO_INDEX && level.label != NULL)
    g_array_append_val (self->picture->levels, level);
}

/* Doors carry their state with them until both are sorted. */
typedef struct
{
  BjtPictureDoor      door;
  BjtPictureDoorState state;
  BjtUuid             head;
} LoadedDoor;

static void
read_state (BjtStatement        *row,
            int                  column,
            BjtPictureDoorState *state)
{
  state->last_contact_on = bjt_statement_get_date (row, column);
  state->last_visit_on = bjt_statement_get_date (row, column + 1);
  state->open_issues = (guint16) CLAMP (bjt_statement_get_int (row, column + 2), 0, G_MAXUINT16);
  state->issue_due_on = bjt_statement_get_date (row, column + 3);
  state->next_agreed_on = bjt_statement_get_date (row, column + 4);
  state->next_due_on = BJT_DATE_NONE;
  state->due_rule = state->due_person = BJT_NO_INDEX;
}

static void
add_door (Loader       *self,
          BjtStatement *row)
{
  LoadedDoor loaded = { 0 };

  bjt_statement_get_uuid (row, 0, &loaded.door.id);
  loaded.door.building = bjt_key_index_find (self->buildings, row, 1);
  loaded.door.entrance = bjt_key_index_find (self->entrances, row, 2);
  loaded.door.ordinal = (gint16) CLAMP (bjt_statement_get_int (row, 3), G_MININT16, G_MAXINT16);
  loaded.door.stack = (guint16) CLAMP (bjt_statement_get_int (row, 4), 0, 4095);
  loaded.door.span = (guint8) CLAMP (bjt_statement_get_int (row, 5), 1, 16);
  loaded.door.label = keep_text (self, row, 6);
  loaded.door.kind = (guint8) CLAMP (bjt_statement_get_int (row, 7), 0, BJT_DOOR_OTHER);
  loaded.door.is_merged = !bjt_statement_is_null (row, 8);
  loaded.door.head = BJT_NO_INDEX;
  if (loaded.door.is_merged)
    bjt_statement_get_uuid (row, 8, &loaded.head);
  loaded.door.owner_name = keep_text (self, row, 9);
  loaded.door.verified_on = bjt_statement_get_date (row, 10);
  loaded.door.place = (BjtPoint) { (double) NAN, (double) NAN };
  read_state (row, 11, &loaded.state);
  if (loaded.door.building != BJT_NO_INDEX)
    g_array_append_val (self->loaded_doors, loaded);
}

/* The people */

static void
add_household (Loader       *self,
               BjtStatement *row)
{
  BjtPictureHousehold household = { 0 };

  bjt_statement_get_uuid (row, 0, &household.id);
  household.door = bjt_key_index_find (self->doors, row, 1);
  household.tenure = (guint8) bjt_statement_get_int (row, 2);
  household.class_override = (guint8) CLAMP (bjt_statement_get_int (row, 3), 0, BJT_N_CLASSES - 1);
  household.class_reason = keep_text (self, row, 4);
  household.empty_reason = keep_text (self, row, 5);
  household.live_address = keep_text (self, row, 6);
  household.hukou_code = keep_text (self, row, 7);
  household.number = keep_text (self, row, 8);
  household.since_on = bjt_statement_get_date (row, 9);
  household.verified_on = bjt_statement_get_date (row, 10);
  if (household.door != BJT_NO_INDEX)
    g_array_append_val (self->picture->households, household);
}

static void
add_person (Loader       *self,
            BjtStatement *row)
{
  BjtPicturePerson person = { 0 };

  bjt_statement_get_uuid (row, 0, &person.id);
  person.name = keep_text (self, row, 1);
  person.initials = keep_text (self, row, 2);
  person.sex = (guint8) bjt_statement_get_int (row, 3);
  person.born_on = bjt_statement_get_date (row, 4);
  person.id_number = keep_text (self, row, 5);
  person.phone = keep_text (self, row, 6);
  person.ethnic = keep_text (self, row, 7);
  person.hukou_code = keep_text (self, row, 8);
  g_array_append_val (self->picture->persons, person);
}

static void
add_member (Loader       *self,
            BjtStatement *row)
{
  BjtPictureMember member = { bjt_key_index_find (self->households, row, 0), bjt_key_index_find (self->persons, row, 1), { 0 }, FALSE, FALSE, FALSE };
  const char      *relation = bjt_statement_get_text (row, 2);

  if (member.household == BJT_NO_INDEX || member.person == BJT_NO_INDEX)
    return;
  g_strlcpy (member.relation, relation != NULL ? relation : "", sizeof member.relation);
  member.is_head = bjt_statement_get_int (row, 3) != 0;
  member.is_registered = bjt_statement_get_int (row, 4) != 0;
  member.is_resident = bjt_statement_get_int (row, 5) != 0;
  g_array_append_val (self->picture->members, member);
}

static void
add_category (Loader       *self,
              BjtStatement *row)
{
  BjtPictureCategory category = { 0 };
  const char        *colour = bjt_statement_get_text (row, 4);

  if (self->picture->categories->len == BJT_MAX_CATEGORIES)
    return;
  bjt_statement_get_uuid (row, 0, &category.id);
  category.code = keep_text (self, row, 1);
  category.glyph = keep_text (self, row, 2);
  category.name = keep_text (self, row, 3);
  category.colour = (guint32) g_ascii_strtoull (colour != NULL && *colour == '#' ? colour + 1 : "808080", NULL, 16) & 0xffffffu;
  category.tier = (guint8) bjt_statement_get_int (row, 5);
  category.cadence_days = (int) bjt_statement_get_int (row, 6);
  category.is_derived = bjt_statement_get_int (row, 7) != 0;
  category.is_restricted = bjt_statement_get_int (row, 8) != 0;
  g_array_append_val (self->picture->categories, category);
}

static void
tick_category (Loader       *self,
               BjtStatement *row)
{
  guint32 person = bjt_key_index_find (self->persons, row, 0);
  guint32 category = bjt_key_index_find (self->categories, row, 1);

  if (person != BJT_NO_INDEX && category != BJT_NO_INDEX)
    bjt_picture_get_person (self->picture, person)->ticked |= (BjtCategorySet) 1 << category;
}

/* Issues and the base map */

static void
add_issue (Loader       *self,
           BjtStatement *row)
{
  BjtPictureIssue issue = { 0 };
  g_autoptr (BjtGeometry) place = bjt_statement_dup_shape (row, 10);

  bjt_statement_get_uuid (row, 0, &issue.id);
  issue.door = bjt_key_index_find (self->doors, row, 1);
  issue.entrance = bjt_key_index_find (self->entrances, row, 2);
  issue.building = bjt_key_index_find (self->buildings, row, 3);
  issue.number = keep_text (self, row, 4);
  issue.title = keep_text (self, row, 5);
  issue.department = keep_text (self, row, 6);
  issue.status = (guint8) CLAMP (bjt_statement_get_int (row, 7), 0, BJT_N_ISSUE_STATUSES - 1);
  issue.reported_on = bjt_statement_get_date (row, 8);
  issue.due_on = bjt_statement_get_date (row, 9);
  issue.is_paused = !bjt_statement_is_null (row, 11);
  issue.place = place != NULL && place->n_points > 0 ? bjt_mercator_project (place->points[0])
                                                     : (BjtPoint) { (double) NAN, (double) NAN };
  if (issue.door != BJT_NO_INDEX)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, issue.door);

      issue.building = door->building;
      issue.entrance = door->entrance;
    }
  else if (issue.entrance != BJT_NO_INDEX)
    issue.building = bjt_picture_get_entrance (self->picture, issue.entrance)->building;
  g_array_append_val (self->issues, issue);
}

static void
add_feature (Loader       *self,
             BjtStatement *row)
{
  BjtPictureFeature feature = { 0 };

  feature.kind = (guint8) bjt_statement_get_int (row, 0);
  feature.subkind = keep_text (self, row, 1);
  feature.name = keep_text (self, row, 2);
  feature.shape = bjt_picture_keep_shape (self->picture, bjt_statement_dup_shape (row, 3));
  if (feature.shape != NULL)
    g_array_append_val (self->picture->features, feature);
}

/* Plans */

static const char issues_sql[] =
  "SELECT id, door_id, entrance_id, building_id, number, title, department, status, reported_on, due_on, ST_AsBinary (place), paused_at"
  " FROM issue WHERE status < 5 AND deleted_action IS NULL ORDER BY due_on IS NULL, due_on, number";

/* Order */

static int
compare_buildings (gconstpointer a,
                   gconstpointer b)
{
  const BjtPictureBuilding *x = a, *y = b;
  int                       order;

  if (x->compound != y->compound)
    return x->compound < y->compound ? -1 : 1;
  order = bjt_picture_compare_labels (x->label, y->label);
  return order != 0 ? order : bjt_uuid_compare (&x->id, &y->id);
}

static int
compare_entrances (gconstpointer a,
                   gconstpointer b)
{
  const BjtPictureEntrance *x = a, *y = b;

  if (x->building != y->building)
    return x->building < y->building ? -1 : 1;
  if (x->ordinal != y->ordinal)
    return x->ordinal - y->ordinal;
  return bjt_picture_compare_labels (x->label, y->label);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const BjtPictureLevel *x = a, *y = b;

  if (x->building != y->building)
    return x->building < y->building ? -1 : 1;
  return y->ordinal - x->ordinal;
}

static int
compare_doors (gconstpointer a,
               gconstpointer b)
{
  const BjtPictureDoor *x = &((const LoadedDoor *) a)->door, *y = &((const LoadedDoor *) b)->door;

  if (x->building != y->building)
    return x->building < y->building ? -1 : 1;
  if (x->entrance != y->entrance)
    return x->entrance < y->entrance ? -1 : 1;
  if (x->ordinal != y->ordinal)
    return y->ordinal - x->ordinal;
  if (x->stack != y->stack)
    return x->stack - y->stack;
  return bjt_uuid_compare (&x->id, &y->id);
}

static int
compare_households (gconstpointer a,
                    gconstpointer b)
{
  const BjtPictureHousehold *x = a, *y = b;

  if (x->door != y->door)
    return x->door < y->door ? -1 : 1;
  if ((x->members.n > 0) != (y->members.n > 0)) /* members.n counts residents until linked */
    return x->members.n > 0 ? -1 : 1;
  return bjt_uuid_compare (&x->id, &y->id);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const BjtPictureMember *x = a, *y = b;
  int                     order;

  if (x->household != y->household)
    return x->household < y->household ? -1 : 1;
  if (x->is_head != y->is_head)
    return x->is_head ? -1 : 1;
  order = strcmp (x->relation, y->relation);
  return order != 0 ? order : x->person < y->person ? -1 : 1;
}

static void
sort_doors (Loader *self,
            GArray *loaded)
{
  BjtPicture *picture = self->picture;

  g_array_sort (loaded, compare_doors);
  g_array_set_size (picture->doors, loaded->len);
  g_array_set_size (picture->door_states, loaded->len);
  for (guint i = 0; i < loaded->len; i++)
    {
      *bjt_picture_get_door (picture, i) = g_array_index (loaded, LoadedDoor, i).door;
      *bjt_picture_get_door_state (picture, i) = g_array_index (loaded, LoadedDoor, i).state;
    }
}

/* Households move when they are sorted; the members that name them follow. */
static void
sort_households (Loader *self)
{
  BjtPicture          *picture = self->picture;
  guint32              n = picture->households->len;
  g_autofree guint32  *moved_to = g_new (guint32, n + 1);

  for (guint i = 0; i < picture->members->len; i++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (picture, i);

      bjt_picture_get_household (picture, member->household)->members.n += member->is_resident;
    }
  for (guint32 i = 0; i < n; i++)
    bjt_picture_get_household (picture, i)->members.first = i;
  g_array_sort (picture->households, compare_households);
  for (guint32 i = 0; i < n; i++)
    {
      BjtPictureHousehold *household = bjt_picture_get_household (picture, i);

      moved_to[household->members.first] = i;
      household->members = (BjtRun) { 0, 0 };
    }
  for (guint i = 0; i < picture->members->len; i++)
    {
      BjtPictureMember *member = bjt_picture_get_member (picture, i);

      member->household = moved_to[member->household];
    }
  g_array_sort (picture->members, compare_members);
}

static void
link_heads (Loader *self)
{
  for (guint32 d = 0; d < self->loaded_doors->len; d++)
    {
      const LoadedDoor *loaded = &g_array_index (self->loaded_doors, LoadedDoor, d);

      if (loaded->door.is_merged)
        bjt_picture_get_door (self->picture, d)->head = GPOINTER_TO_UINT (g_hash_table_lookup (self->doors, &loaded->head)) - 1;
    }
}

/* Loading */

/* The one in force today, else the next one. */
static void
add_cordon (Loader       *self,
            BjtStatement *row)
{
  guint32             index = bjt_key_index_find (self->entrances, row, 0);
  BjtPictureEntrance *entrance = index != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, index) : NULL;

  if (entrance == NULL || entrance->cordon != NULL)
    return;
  entrance->cordon = keep_text (self, row, 1);
  entrance->cordon_from = bjt_statement_get_date (row, 2);
  entrance->cordon_until = bjt_statement_get_date (row, 3);
}

static void
load_cordons (Loader *self)
{
  char             day[BJT_DATE_STRING_SIZE];
  g_autofree char *sql = NULL;

  bjt_date_format (self->picture->as_of, day);
  sql = g_strdup_printf ("SELECT entrance_id, text, noted_on, settled_on FROM annotation"
                         " WHERE space = '" BJT_SPACE_CORDON "' AND entrance_id IS NOT NULL AND deleted_action IS NULL"
                         " AND (settled_on IS NULL OR (settled_on > '%s' AND settled_on > noted_on)) ORDER BY noted_on, id", day);
  for_each_row (self, sql, add_cordon);
}

static void
load_ground (Loader *self)
{
  static const char grids_sql[] =
    "SELECT g.id, g.number, g.name, g.level_name, ST_AsBinary (g.boundary), s.name, s.phone FROM grid AS g"
    " LEFT JOIN duty AS d ON d.id = (SELECT id FROM duty WHERE grid_id = g.id AND until_on IS NULL AND deleted_action IS NULL ORDER BY role <> '" BJT_DUTY_WORKER "', id LIMIT 1)"
    " LEFT JOIN staff AS s ON s.id = d.staff_id WHERE g.deleted_action IS NULL ORDER BY g.number, g.id";
  BjtPicture *picture = self->picture;

  for_each_row (self, "SELECT id, name, code, is_sample, ST_AsBinary (boundary) FROM community WHERE deleted_action IS NULL ORDER BY id DESC",
                add_community);
  for_each_row (self, grids_sql, add_grid);
  self->grids = bjt_key_index_new (picture->grids);
  for_each_row (self, "SELECT id, parent_id FROM grid WHERE parent_id IS NOT NULL AND deleted_action IS NULL", link_grid_parent);
  for_each_row (self, "SELECT id, name, old_names, ST_AsBinary (boundary) FROM compound WHERE deleted_action IS NULL ORDER BY name, id",
                add_compound);
  self->compounds = bjt_key_index_new (picture->compounds);
  for_each_row (self, "SELECT id, compound_id, grid_id, label, name, has_elevator, doors_reversed, access_note, ST_AsBinary (footprint)"
                      " FROM building WHERE deleted_action IS NULL", add_building);
  g_array_sort (picture->buildings, compare_buildings);
  self->buildings = bjt_key_index_new (picture->buildings);
  for_each_row (self, "SELECT id, building_id, ordinal, label, has_elevator, ST_AsBinary (place) FROM entrance WHERE deleted_action IS NULL", add_entrance);
  g_array_sort (picture->entrances, compare_entrances);
  self->entrances = bjt_key_index_new (picture->entrances);
  load_cordons (self);
  for_each_row (self, "SELECT building_id, ordinal, label FROM level WHERE deleted_action IS NULL", add_level);
  g_array_sort (picture->levels, compare_levels);
  for_each_row (self, "SELECT kind, subkind, name, ST_AsBinary (shape) FROM map_feature WHERE deleted_action IS NULL ORDER BY kind, id",
                add_feature);
}

static void
load_doors (Loader *self)
{
  self->loaded_doors = g_array_new (FALSE, FALSE, sizeof (LoadedDoor));
  for_each_row (self, "SELECT id, building_id, entrance_id, ordinal, stack, span, label, kind, merged_into_id, owner_name, verified_on,"
                      " last_contact_on, last_visit_on, open_issues, issue_due_on, next_agreed_on FROM door WHERE deleted_action IS NULL", add_door);
  sort_doors (self, self->loaded_doors);
  self->doors = bjt_key_index_new (self->picture->doors);
  link_heads (self);
  g_clear_pointer (&self->loaded_doors, g_array_unref);
}

static void
load_people (Loader *self)
{
  char             day[BJT_DATE_STRING_SIZE];
  g_autofree char *households_sql = NULL;
  g_autofree char *ticks_sql = NULL;
  g_autofree char *members_sql = NULL;

  bjt_date_format (self->picture->as_of, day);
  households_sql = g_strdup_printf ("SELECT id, door_id, tenure, class_override, class_reason, empty_reason, live_address, hukou_code, number,"
                                    " since_on, verified_on FROM household"
                                    " WHERE deleted_action IS NULL AND (until_on IS NULL OR until_on > '%s')", day);
  members_sql = g_strdup_printf ("SELECT household_id, person_id, relation, is_head, is_registered, is_resident FROM membership"
                                 " WHERE deleted_action IS NULL AND (until_on IS NULL OR until_on > '%s')", day);
  ticks_sql = g_strdup_printf ("SELECT person_id, category_id FROM person_category WHERE deleted_action IS NULL"
                               " AND (valid_from IS NULL OR valid_from <= '%s') AND (valid_to IS NULL OR valid_to >= '%s')", day, day);
  for_each_row (self, households_sql, add_household);
  self->households = bjt_key_index_new (self->picture->households);
  for_each_row (self, "SELECT id, name, initials, sex, born_on, id_number, phone, ethnic, hukou_code FROM person"
                      " WHERE deleted_action IS NULL AND died_on IS NULL ORDER BY id", add_person);
  self->persons = bjt_key_index_new (self->picture->persons);
  for_each_row (self, members_sql, add_member);
  sort_households (self);
  for_each_row (self, "SELECT id, code, glyph, name, colour, tier, cadence_days, is_derived, is_restricted FROM category"
                      " WHERE deleted_action IS NULL ORDER BY position, code", add_category);
  self->categories = bjt_key_index_new (self->picture->categories);
  for_each_row (self, ticks_sql, tick_category);
}

static void
loader_clear (Loader *self)
{
  GHashTable *indices[] = { self->grids, self->compounds, self->buildings, self->entrances,
                            self->doors, self->households, self->persons, self->categories };

  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    g_clear_pointer (&indices[i], g_hash_table_unref);
}

/**
 * bjt_picture_loader_load:
 * @as_of: the day whose households and categories count
 *
 * Returns: (transfer full) (nullable):
 */
BjtPicture *
bjt_picture_loader_load (BjtStore *store,
                         BjtDate   as_of,
                         GError  **error)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (as_of);
  Loader loader = { .store = store, .picture = picture, .issues = picture->issues };

  if (!bjt_statement_run_script (store, "BEGIN", "read the community", error)) /* one moment for all tables */
    return NULL;
  load_ground (&loader);
  if (loader.failure == NULL)
    load_doors (&loader);
  if (loader.failure == NULL)
    bjt_plan_loader_fill (store, picture, &loader.failure);
  if (loader.failure == NULL)
    load_people (&loader);
  if (loader.failure == NULL)
    for_each_row (&loader, issues_sql, add_issue);
  if (loader.failure == NULL)
    picture->overlays = bjt_overlay_loader_load (store, &loader.failure);
  if (loader.failure == NULL)
    bjt_annotation_loader_fill (store, picture, loader.doors, &loader.failure);
  if (loader.failure == NULL)
    {
      bjt_picture_finish (picture);
      if (bjt_contact_loader_fill_rules (store, picture, &loader.failure))
        bjt_contact_loader_fill (store, picture, &loader.failure);
    }
  loader_clear (&loader);
  bjt_statement_run_script (store, "COMMIT", "read the community", NULL);
  if (loader.failure != NULL)
    {
      g_propagate_error (error, loader.failure);
      return NULL;
    }
  return g_steal_pointer (&picture);
}

static gboolean
reload_door_states (BjtStore   *store,
                    BjtPicture *picture,
                    GError    **error)
{
  static const char sql[] = "SELECT id, last_contact_on, last_visit_on, open_issues, issue_due_on, next_agreed_on FROM door WHERE deleted_action IS NULL";
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, "read the doors", error);
  guint n_read = 0;

  if (row == NULL)
    return FALSE;
  while (bjt_statement_step (row, error))
    {
      BjtUuid id;
      guint32 door;

      bjt_statement_get_uuid (row, 0, &id);
      door = bjt_picture_find_door (picture, &id);
      if (door == BJT_NO_INDEX)
        return FALSE;
      read_state (row, 1, bjt_picture_get_door_state (picture, door));
      n_read++;
    }
  return n_read == picture->doors->len;
}

BjtPicture *
bjt_picture_loader_reload_states (BjtStore   *store,
                                  BjtPicture *picture,
                                  GError    **error)
{
  g_autoptr (BjtPicture) copy = NULL;
  GArray *issues = g_array_new (FALSE, TRUE, sizeof (BjtPictureIssue));
  Loader  loader = { .store = store, .picture = picture, .issues = issues };

  loader.buildings = bjt_key_index_new (picture->buildings);
  loader.entrances = bjt_key_index_new (picture->entrances);
  loader.doors = g_hash_table_ref (picture->door_index);
  for_each_row (&loader, issues_sql, add_issue);
  loader_clear (&loader);
  if (loader.failure != NULL)
    {
      g_array_unref (issues);
      g_propagate_error (error, loader.failure);
      return NULL;
    }
  copy = bjt_picture_copy_with_issues (picture, issues);
  if (!reload_door_states (store, copy, error) || !bjt_contact_loader_fill (store, copy, error))
    return NULL;
  return g_steal_pointer (&copy);
}
