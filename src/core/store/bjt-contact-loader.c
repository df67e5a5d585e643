/* bjt-contact-loader.c: the kept days of contacts, one statement a table for
 * all, or by key for the few doors of a visit. */
#include "bjt-contact-loader.h"

#include "bjt-picture-loader.h"
#include "bjt-key-index.h"
#include "bjt-statement.h"

#define PHRASE "read the contacts"

static const char door_columns[] = "last_contact_on, last_visit_on, open_issues, issue_due_on, next_agreed_on";
static const char household_columns[] = "last_met_on, last_phoned_on, last_heard_on, whole_met_on, whole_phoned_on, whole_heard_on";
static const char person_columns[] = "last_met_on, last_phoned_on, last_heard_on";

static void
read_days (BjtStatement *row,
           int           column,
           BjtDate      *days)
{
  for (int contact = 0; contact < BJT_N_CONTACTS; contact++)
    days[contact] = bjt_statement_get_date (row, column + contact);
}

static void
read_household (BjtStatement             *row,
                int                       column,
                BjtPictureHouseholdState *state)
{
  read_days (row, column, state->last);
  read_days (row, column + BJT_N_CONTACTS, state->whole);
}

/* All */

static void
size_states (GArray *states,
             guint   n)
{
  BjtDate *days;

  g_array_set_size (states, n);
  days = (BjtDate *) (gpointer) states->data;
  for (gsize i = 0; i < (gsize) n * g_array_get_element_size (states) / sizeof *days; i++)
    days[i] = BJT_DATE_NONE;
}

static gboolean
fill_households (BjtStore   *store,
                 BjtPicture *picture,
                 GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM household WHERE last_contact_on IS NOT NULL AND deleted_action IS NULL", household_columns);
  g_autoptr (GHashTable) index = bjt_key_index_new (picture->households);
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, PHRASE, error);
  g_autoptr (GError) failure = NULL;

  size_states (picture->household_states, picture->households->len);
  while (row != NULL && bjt_statement_step (row, &failure))
    {
      guint32 household = bjt_key_index_find (index, row, 0);

      if (household != BJT_NO_INDEX)
        read_household (row, 1, bjt_picture_get_household_state (picture, household));
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (row != NULL)
    return TRUE;
  return FALSE;
}

/* Few visits name persons: the index is made when the first row comes. */
static gboolean
fill_persons (BjtStore   *store,
              BjtPicture *picture,
              GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM person WHERE deleted_action IS NULL"
                                          " AND (last_met_on IS NOT NULL OR last_phoned_on IS NOT NULL OR last_heard_on IS NOT NULL)", person_columns);
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, PHRASE, error);
  g_autoptr (GError) failure = NULL;

  size_states (picture->person_states, picture->persons->len);
  while (row != NULL && bjt_statement_step (row, &failure))
    {
      guint32 person;

      if (index == NULL)
        index = bjt_key_index_new (picture->persons);
      person = bjt_key_index_find (index, row, 0);
      if (person != BJT_NO_INDEX)
        read_days (row, 1, bjt_picture_get_person_state (picture, person)->last);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (row != NULL)
    return TRUE;
  return FALSE;
}

gboolean
bjt_contact_loader_fill (BjtStore   *store,
                         BjtPicture *picture,
                         GError    **error)
{
  return fill_households (store, picture, error) && fill_persons (store, picture, error);
}

/* Rules and events */

static const char *
keep_text (BjtPicture   *picture,
           BjtStatement *row,
           int           column)
{
  return bjt_picture_keep_string (picture, bjt_statement_get_text (row, column));
}

/* A rule whose interval can't be read, or whose category is gone, asks nothing. */
static void
add_rule (BjtPicture   *picture,
          BjtStatement *row)
{
  const char           *category = bjt_statement_get_text (row, 3);
  BjtPictureCadenceRule rule = {
    .code = keep_text (picture, row, 0),
    .name = keep_text (picture, row, 1),
    .source = keep_text (picture, row, 2),
    .category = category != NULL ? bjt_picture_find_category (picture, category) : BJT_NO_INDEX,
    .tier = (guint8) CLAMP (bjt_statement_get_int (row, 4), 0, BJT_TIER_HIGH_RISK),
    .household_class = (guint8) CLAMP (bjt_statement_get_int (row, 5), 0, BJT_N_CLASSES - 1),
    .age_from = (int) CLAMP (bjt_statement_get_int (row, 6), 0, 200),
    .age_to = (int) CLAMP (bjt_statement_get_int (row, 7), 0, 200),
    .event = keep_text (picture, row, 8),
    .outcomes = (guint8) (bjt_statement_get_int (row, 12) & ((1 << BJT_N_CONTACTS) - 1)),
  };

  if (category != NULL && rule.category == BJT_NO_INDEX)
    return;
  if (bjt_interval_parse (&rule.event_within, bjt_statement_get_text (row, 9))
      && bjt_interval_parse (&rule.event_lasts, bjt_statement_get_text (row, 10))
      && bjt_interval_parse (&rule.every, bjt_statement_get_text (row, 11))
      && rule.outcomes != 0 && (rule.every.n > 0 || rule.event != NULL))
    g_array_append_val (picture->cadence_rules, rule);
}

static gboolean
fill_rules (BjtStore   *store,
            BjtPicture *picture,
            GError    **error)
{
  char             day[BJT_DATE_STRING_SIZE];
  g_autofree char *sql = NULL;
  g_autoptr (BjtStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  bjt_date_format (picture->as_of, day);
  sql = g_strdup_printf ("SELECT code, name, source, category, tier, household_class, age_from, age_to, event, event_within, event_lasts,"
                         " every, outcomes FROM cadence_rule WHERE deleted_action IS NULL AND (valid_from IS NULL OR valid_from <= '%s')"
                         " AND (valid_to IS NULL OR valid_to >= '%s') ORDER BY position, code", day, day);
  row = bjt_statement_new (store, sql, "read the rules of cadence", error);
  while (row != NULL && bjt_statement_step (row, &failure))
    add_rule (picture, row);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (row != NULL)
    return TRUE;
  return FALSE;
}

static guint32
find_member_household (const BjtPicture *picture,
                       guint32           person)
{
  const BjtPicturePerson *p = bjt_picture_get_person (picture, person);
  guint32                 member = p->home != BJT_NO_INDEX ? p->home : p->hukou;

  return member != BJT_NO_INDEX ? bjt_picture_get_member (picture, member)->household : BJT_NO_INDEX;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const BjtPictureLifeEvent *x = a, *y = b;

  if (x->household != y->household)
    return x->household < y->household ? -1 : 1;
  return (x->happened_on > y->happened_on) - (x->happened_on < y->happened_on);
}

/* Whoever moved is asked after at the new door. */
static gboolean
fill_events (BjtStore   *store,
             BjtPicture *picture,
             GError    **error)
{
  g_autoptr (GHashTable) households = bjt_key_index_new (picture->households);
  g_autoptr (GHashTable) persons = bjt_key_index_new (picture->persons);
  g_autoptr (BjtStatement) row = bjt_statement_new (store, "SELECT household_id, person_id, kind, happened_on FROM life_event"
                                                           " WHERE deleted_action IS NULL", PHRASE, error);
  g_autoptr (GError) failure = NULL;

  while (row != NULL && bjt_statement_step (row, &failure))
    {
      BjtPictureLifeEvent event = { bjt_key_index_find (households, row, 0), bjt_key_index_find (persons, row, 1), keep_text (picture, row, 2), bjt_statement_get_date (row, 3) };

      if (event.person != BJT_NO_INDEX)
        event.household = find_member_household (picture, event.person);
      if (event.household != BJT_NO_INDEX)
        g_array_append_val (picture->life_events, event);
    }
  g_array_sort (picture->life_events, compare_events);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (row != NULL)
    return TRUE;
  return FALSE;
}

gboolean
bjt_contact_loader_fill_rules (BjtStore   *store,
                               BjtPicture *picture,
                               GError    **error)
{
  return fill_rules (store, picture, error) && fill_events (store, picture, error);
}

/* Some */

typedef struct
{
  BjtStatement *door;
  BjtStatement *household;
  BjtStatement *person;
} ByKey;

static void
by_key_clear (ByKey *self)
{
  g_clear_pointer (&self->door, bjt_statement_free);
  g_clear_pointer (&self->household, bjt_statement_free);
  g_clear_pointer (&self->person, bjt_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ByKey, by_key_clear)

static BjtStatement *
select_by_key (BjtStore   *store,
               const char *columns,
               const char *table,
               GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id", columns, table);

  return bjt_statement_new (store, sql, PHRASE, error);
}

static gboolean
find (BjtStatement  *row,
      const BjtUuid *id,
      GError       **error)
{
  bjt_statement_reset (row);
  bjt_statement_bind_uuid (row, ":id", id);
  return bjt_statement_step (row, error);
}

static void
read_members (ByKey      *rows,
              BjtPicture *picture,
              BjtRun      members,
              GError    **failure)
{
  for (guint32 m = members.first; m < members.first + members.n && *failure == NULL; m++)
    {
      guint32 person = bjt_picture_get_member (picture, m)->person;

      if (find (rows->person, &bjt_picture_get_person (picture, person)->id, failure))
        read_days (rows->person, 0, bjt_picture_get_person_state (picture, person)->last);
    }
}

static void
read_door (ByKey      *rows,
           BjtPicture *picture,
           guint32     door,
           GError    **failure)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  BjtPictureDoorState  *state = bjt_picture_get_door_state (picture, door);

  if (find (rows->door, &d->id, failure))
    {
      state->last_contact_on = bjt_statement_get_date (rows->door, 0);
      state->last_visit_on = bjt_statement_get_date (rows->door, 1);
      state->open_issues = (guint16) CLAMP (bjt_statement_get_int (rows->door, 2), 0, G_MAXUINT16);
      state->issue_due_on = bjt_statement_get_date (rows->door, 3);
      state->next_agreed_on = bjt_statement_get_date (rows->door, 4);
    }
  for (guint32 h = d->households.first; h < d->households.first + d->households.n && *failure == NULL; h++)
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, h);

      if (find (rows->household, &household->id, failure))
        read_household (rows->household, 0, bjt_picture_get_household_state (picture, h));
      read_members (rows, picture, household->members, failure);
    }
}

BjtPicture *
bjt_picture_loader_reload_doors (BjtStore      *store,
                                 BjtPicture    *picture,
                                 const guint32 *doors,
                                 guint          n_doors,
                                 GError       **error)
{
  g_autoptr (BjtPicture) copy = bjt_picture_copy_with_states (picture);
  g_auto (ByKey) rows = { 0 };
  GError *failure = NULL;

  rows.door = select_by_key (store, door_columns, "door", &failure);
  if (failure == NULL)
    rows.household = select_by_key (store, household_columns, "household", &failure);
  if (failure == NULL)
    rows.person = select_by_key (store, person_columns, "person", &failure);
  for (guint i = 0; i < n_doors && failure == NULL; i++)
    read_door (&rows, copy, doors[i], &failure);
  if (failure == NULL)
    return g_steal_pointer (&copy);
  g_propagate_error (error, failure);
  return NULL;
}
