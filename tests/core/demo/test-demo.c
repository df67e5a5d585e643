/* test-demo.c: 江北 has exactly the figures of domain.md E.1 and E.2, as the
 * rules count them; the other communities theirs; and nothing depends on
 * anything but the seed. */
#include "bjt-demo-fixture.h"
#include "rules/bjt-issue-flow.h"

#include <string.h>

static BjtDemoFixture *jiangbei; /* made once, read by all */

static guint
count (const BjtRecordType *type)
{
  return bjt_demo_fixture_get (jiangbei, type)->len;
}

static guint
count_classes (BjtHouseholdClass wanted)
{
  guint n = 0;

  for (guint h = 0; h < jiangbei->picture->households->len; h++)
    n += bjt_picture_get_household (jiangbei->picture, h)->household_class == wanted;
  return n;
}

static gboolean
is_resident (guint32 person)
{
  return bjt_picture_get_person (jiangbei->picture, person)->home != BJT_NO_INDEX;
}

static guint
count_residents (const char *category)
{
  const BjtPicture *picture = jiangbei->picture;
  guint32           c = bjt_picture_find_category (picture, category);
  guint             n = 0;

  g_assert_cmpuint (c, !=, BJT_NO_INDEX);
  for (guint32 p = 0; p < picture->persons->len; p++)
    n += is_resident (p) && (bjt_picture_get_person (picture, p)->categories >> c & 1);
  return n;
}

static guint
count_households (const char *category)
{
  const BjtPicture *picture = jiangbei->picture;
  guint32           c = bjt_picture_find_category (picture, category);
  guint             n = 0;

  for (guint32 h = 0; h < picture->households->len; h++)
    n += (bjt_picture_get_household (picture, h)->categories >> c) & 1;
  return n;
}

static guint
count_ages (int from,
            int to)
{
  guint n = 0;

  for (guint32 p = 0; p < jiangbei->picture->persons->len; p++)
    {
      int age = bjt_date_get_age (bjt_picture_get_person (jiangbei->picture, p)->born_on, jiangbei->as_of);

      n += is_resident (p) && age >= from && age <= to;
    }
  return n;
}

static void
test_territory (void)
{
  const BjtPicture *picture = jiangbei->picture;

  g_assert_cmpuint (count (&bjt_compound_type), ==, 11);
  g_assert_cmpuint (count (&bjt_building_type), ==, 79);
  g_assert_cmpuint (count (&bjt_entrance_type), ==, 251);
  g_assert_cmpuint (count (&bjt_door_type), ==, 3966);
  g_assert_cmpuint (count (&bjt_grid_type), ==, 9);
  g_assert_cmpuint (picture->doors->len, ==, 3966);
  g_assert_cmpuint (picture->extent.x1 < picture->extent.x2, ==, TRUE);
}

static void
test_compounds (void)
{
  static const struct
  {
    const char *name;
    guint       buildings, doors;
  } rows[] = {
    { "山水宜家", 10, 720 }, { "江北家园", 9, 432 }, { "林业新村", 8, 432 }, { "阳光花园", 6, 396 },
    { "嘉和园", 7, 252 },    { "河畔", 7, 252 },     { "富民", 8, 288 },     { "西苑", 6, 216 },
    { "丽景湾", 5, 510 },    { "朝阳", 6, 216 },     { "安居", 7, 252 },
  };
  const BjtPicture *picture = jiangbei->picture;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint doors = 0, buildings = 0;

      for (guint b = 0; b < picture->buildings->len; b++)
        {
          const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

          if (strcmp (bjt_picture_get_compound (picture, building->compound)->name, rows[i].name) != 0)
            continue;
          buildings++;
          doors += building->doors.n;
        }
      g_assert_cmpuint (buildings, ==, rows[i].buildings);
      g_assert_cmpuint (doors, ==, rows[i].doors);
    }
}

static void
test_classes (void)
{
  guint empty = 0, split = 0;

  g_assert_cmpuint (count_classes (BJT_CLASS_RESIDENT), ==, 2700);
  g_assert_cmpuint (count_classes (BJT_CLASS_TENANT), ==, 430);
  g_assert_cmpuint (count_classes (BJT_CLASS_FLOATING), ==, 246);
  g_assert_cmpuint (count_classes (BJT_CLASS_HUKOU_ONLY), ==, 310);
  for (guint d = 0; d < jiangbei->picture->doors->len; d++)
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (jiangbei->picture, d);

      empty += state->household_class == BJT_CLASS_EMPTY;
      g_assert_cmpuint (state->household_class, !=, BJT_CLASS_UNKNOWN);
      if (bjt_picture_get_door (jiangbei->picture, d)->households.n == 2)
        {
          split++;
          g_assert_cmpuint (state->household_class, ==, BJT_CLASS_TENANT);
        }
    }
  g_assert_cmpuint (empty, ==, 380);
  g_assert_cmpuint (split, ==, 100);
}

static void
test_persons (void)
{
  g_assert_cmpuint (count_ages (0, 200), ==, 7386);
  g_assert_cmpuint (count_ages (60, 200), ==, 2142);
  g_assert_cmpuint (count_ages (80, 200), ==, 266);
  g_assert_cmpuint (count_ages (65, 200), ==, 1477);
  g_assert_cmpuint (count_ages (0, 14), ==, 812);
}

static void
test_categories (void)
{
  static const struct
  {
    const char *code;
    guint       persons;
  } rows[] = {
    { "elder_alone", 330 }, { "empty_nest", 840 }, { "aged_80", 266 }, { "disabled_care", 190 }, { "disability", 192 },
    { "low_income", 165 }, { "extreme_poverty", 9 }, { "low_income_edge", 40 }, { "serious_illness", 60 },
    { "child_in_need", 50 }, { "veteran", 150 }, { "party_member", 350 }, { "correction", 4 }, { "released", 9 },
    { "mental", 31 }, { "drugs", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = count_residents (rows[i].code);

      if (n != rows[i].persons)
        g_test_message ("%s", rows[i].code);
      g_assert_cmpuint (n, ==, rows[i].persons);
    }
  g_assert_cmpuint (count_households ("empty_nest"), ==, 420);
  g_assert_cmpuint (count_households ("low_income"), ==, 118);
  g_assert_cmpuint (count_households ("low_income_edge"), ==, 40);
  g_assert_cmpuint (count_households ("family_planning"), ==, 18);
}

static guint
count_grades (const char *prefix)
{
  GPtrArray *ticks = bjt_demo_fixture_get (jiangbei, &bjt_person_category_type);
  guint      n = 0;

  for (guint i = 0; i < ticks->len; i++)
    n += g_str_has_prefix (((BjtPersonCategory *) ticks->pdata[i])->grade != NULL ? ((BjtPersonCategory *) ticks->pdata[i])->grade : "", prefix);
  return n;
}

static void
test_grades (void)
{
  g_assert_cmpuint (count_grades ("肢体"), ==, 106);
  g_assert_cmpuint (count_grades ("视力"), ==, 23);
  g_assert_cmpuint (count_grades ("听力"), ==, 19);
  g_assert_cmpuint (count_grades ("精神"), ==, 21);
  g_assert_cmpuint (count_grades ("智力"), ==, 15);
  g_assert_cmpuint (count_grades ("言语"), ==, 4);
  g_assert_cmpuint (count_grades ("多重"), ==, 4);
  g_assert_cmpuint (count_grades ("困境"), ==, 14);
  g_assert_cmpuint (count_grades ("留守"), ==, 36);
}

static void
test_descent (void)
{
  static const struct
  {
    const char *code;
    double      percent, tolerance;
  } rows[] = { { "01", 68, 1 }, { "10", 26, 1 }, { "11", 5, 0.5 }, { "03", 0.7, 0.2 }, { "08", 0.1, 0.1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = 0;

      for (guint32 p = 0; p < jiangbei->picture->persons->len; p++)
        n += is_resident (p) && g_strcmp0 (bjt_picture_get_person (jiangbei->picture, p)->ethnic, rows[i].code) == 0;
      g_assert_cmpfloat_with_epsilon (n * 100.0 / 7386, rows[i].percent, rows[i].tolerance);
    }
}

/* GB 11643-1999 */
static void
test_id_numbers (void)
{
  static const int       weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray             *persons = bjt_demo_fixture_get (jiangbei, &bjt_person_type);
  guint                  without = 0, foreign = 0;

  for (guint i = 0; i < persons->len; i++)
    {
      const BjtPerson *person = persons->pdata[i];
      int              year, month, day, sum = 0;
      g_autofree char *head = NULL;

      if (person->id_number == NULL)
        {
          without++;
          g_assert_cmpint (bjt_date_get_age (person->born_on, jiangbei->as_of), ==, 0);
          continue;
        }
      g_assert_true (g_hash_table_add (seen, person->id_number));
      if (strlen (person->id_number) != 18)
        {
          foreign++;
          continue;
        }
      bjt_date_get_ymd (person->born_on, &year, &month, &day);
      head = g_strdup_printf ("222499%04d%02d%02d", year, month, day);
      g_assert_true (g_str_has_prefix (person->id_number, head));
      g_assert_cmpint ((person->id_number[16] - '0') % 2, ==, person->sex == BJT_SEX_MALE);
      for (guint k = 0; k < 17; k++)
        sum += weights[k] * (person->id_number[k] - '0');
      g_assert_cmpint (person->id_number[17], ==, "10X98765432"[sum % 11]);
    }
  g_assert_cmpuint (without, ==, 1);
  g_assert_cmpuint (foreign, ==, 1);
}

static void
test_phones (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray             *persons = bjt_demo_fixture_get (jiangbei, &bjt_person_type);

  for (guint i = 0; i < persons->len; i++)
    {
      const char *phone = ((BjtPerson *) persons->pdata[i])->phone;

      if (phone == NULL)
        continue;
      g_assert_cmpuint (strlen (phone), ==, 11);
      g_assert_true (g_str_has_prefix (phone, "154"));
      g_assert_true (g_hash_table_add (seen, (gpointer) phone));
    }
}

static guint32
find_person (const char *name)
{
  for (guint32 p = 0; p < jiangbei->picture->persons->len; p++)
    if (g_strcmp0 (bjt_picture_get_person (jiangbei->picture, p)->name, name) == 0)
      return p;
  return BJT_NO_INDEX;
}

static void
test_edge_names (void)
{
  static const char *const names[] = { "欧阳立群", "南宫雨薇", "阿依古丽·买买提", "刘䶮", "李㛃", "张𬭎", "LEE JIHOON" };
  const BjtPicture        *picture = jiangbei->picture;
  guint32                  first = find_person ("王淑兰");
  guint                    namesakes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (find_person (names[i]), !=, BJT_NO_INDEX);
  g_assert_cmpuint (first, !=, BJT_NO_INDEX);
  g_assert_cmpstr (bjt_picture_get_person (picture, first)->initials, ==, "wsl");
  for (guint b = 0; b < picture->buildings->len; b++)
    {
      const BjtRun *doors = &bjt_picture_get_building (picture, b)->doors;
      guint         n = 0;

      for (guint d = doors->first; d < doors->first + doors->n; d++)
        {
          guint32 head = bjt_picture_get_head (picture, d);

          n += head != BJT_NO_INDEX && g_strcmp0 (bjt_picture_get_person (picture, head)->name, "王淑兰") == 0;
        }
      namesakes += n >= 2;
    }
  g_assert_cmpuint (namesakes, >=, 1);
}

static void
test_staff (void)
{
  GPtrArray *staff = bjt_demo_fixture_get (jiangbei, &bjt_staff_type);

  for (guint i = 0; i < staff->len; i++)
    {
      const BjtStaff *member = staff->pdata[i];

      g_assert_cmpuint (find_person (member->name), ==, BJT_NO_INDEX);
      g_assert_true (g_str_has_prefix (member->phone, "0433-000"));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (((BjtStaff *) staff->pdata[j])->name, !=, member->name);
    }
  for (guint g = 0; g < jiangbei->picture->grids->len; g++)
    g_assert_nonnull (bjt_picture_get_grid (jiangbei->picture, g)->staff_name);
}

static void
test_grid_sizes (void)
{
  guint large = 0, sum = 0;

  for (guint g = 0; g < jiangbei->picture->grids->len; g++)
    {
      guint n = bjt_picture_get_grid (jiangbei->picture, g)->n_households;

      sum += n;
      large += n == 512;
      g_assert_true (n == 512 || (n >= 340 && n <= 410));
    }
  g_assert_cmpuint (large, ==, 1);
  g_assert_cmpuint (sum, ==, 3376);
}

static void
test_visits (void)
{
  static const struct
  {
    int   outcome;
    guint n;
  } rows[] = {
    { BJT_OUTCOME_MET, 5580 }, { BJT_OUTCOME_ABSENT, 1890 }, { BJT_OUTCOME_PHONED, 810 },
    { BJT_OUTCOME_REFUSED, 270 }, { BJT_OUTCOME_MOVED, 180 }, { BJT_OUTCOME_NOTE_LEFT, 270 },
  };
  GPtrArray *visits = bjt_demo_fixture_get (jiangbei, &bjt_visit_type);
  guint      n[BJT_N_OUTCOMES] = { 0 };

  g_assert_cmpuint (visits->len, ==, 9000);
  for (guint i = 0; i < visits->len; i++)
    {
      const BjtVisit *visit = visits->pdata[i];

      n[visit->outcome]++;
      g_assert_cmpint (visit->visited_on, <, jiangbei->as_of);
      g_assert_cmpint (visit->visited_on, >=, jiangbei->as_of - 730);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (n[rows[i].outcome], ==, rows[i].n);
}

/* 12 % ± 0.3 of the doors where somebody lives */
static void
test_overdue (void)
{
  guint due = 0, overdue = 0;

  for (guint d = 0; d < jiangbei->picture->doors->len; d++)
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (jiangbei->picture, d);

      due += state->next_due_on != BJT_DATE_NONE;
      overdue += state->visit_overdue;
    }
  g_assert_cmpuint (due, ==, 3376);
  g_assert_cmpfloat_with_epsilon (overdue * 100.0 / due, 12, 0.3);
}

static guint
count_steps (const char *step)
{
  GPtrArray *events = bjt_demo_fixture_get (jiangbei, &bjt_issue_event_type);
  guint      n = 0;

  for (guint i = 0; i < events->len; i++)
    n += g_strcmp0 (((BjtIssueEvent *) events->pdata[i])->step, step) == 0;
  return n;
}

static void
test_issues (void)
{
  GPtrArray *issues = bjt_demo_fixture_get (jiangbei, &bjt_issue_type);
  guint      received = 0, settled = 0, overdue = 0, heavy = 0, closed = 0, n[BJT_N_ISSUE_STATUSES] = { 0 };

  g_assert_cmpuint (issues->len, ==, 220);
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];
      gboolean        open = issue->status != BJT_ISSUE_CLOSED;

      n[issue->status]++;
      g_assert_cmpint (open, ==, issue->closed_on == BJT_DATE_NONE);
      overdue += open && issue->due_on != BJT_DATE_NONE && issue->due_on < jiangbei->as_of;
      heavy += g_strcmp0 (issue->department, "水利局") == 0;
      closed += !open;
      g_assert_cmpint (issue->reported_on, <=, jiangbei->as_of);
      received += issue->reported_on < jiangbei->as_of - 60;
      settled += issue->reported_on < jiangbei->as_of - 60 && !open;
    }
  g_assert_cmpuint (received, ==, 150);
  g_assert_cmpuint (settled, ==, 147); /* 98 % */
  g_assert_cmpuint (overdue, ==, 8);
  g_assert_cmpuint (heavy, ==, 1);
  g_assert_cmpuint (count_steps ("whistle"), ==, 3);
  g_assert_cmpuint (count_steps ("close") + count_steps ("settle") + count_steps ("refuse") + count_steps ("duplicate"), ==, closed);
  for (guint status = 0; status < BJT_N_ISSUE_STATUSES; status++)
    g_assert_cmpuint (n[status], >, 0);
}

/* Each step is one the flow allows where the step before led to. */
static void
test_flow (void)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  GPtrArray          *issues = bjt_demo_fixture_get (jiangbei, &bjt_issue_type), *events = bjt_demo_fixture_get (jiangbei, &bjt_issue_event_type);
  g_autoptr (GHashTable) last = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);

  for (guint i = 0; i < events->len; i++)
    {
      const BjtIssueEvent *event = events->pdata[i], *before = g_hash_table_lookup (last, &event->issue_id);

      if (before != NULL)
        {
          g_assert_cmpstr (event->from_state, ==, before->to_state);
          g_assert_cmpint (event->happened_at, >, before->happened_at);
          g_assert_true (bjt_issue_flow_allows (flow, bjt_issue_flow_find_state (flow, event->from_state), bjt_issue_flow_find_step (flow, event->step)));
        }
      g_assert_cmpint (bjt_time_get_local_date (event->happened_at), <, jiangbei->as_of);
      g_hash_table_insert (last, (gpointer) &event->issue_id, (gpointer) event);
    }
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue      *issue = issues->pdata[i];
      const BjtIssueEvent *event = g_hash_table_lookup (last, &issue->id);

      g_assert_cmpstr (event->to_state, ==, issue->state);
      g_assert_cmpint (event->to_status, ==, issue->status);
      g_assert_cmpint (issue->closed_at != 0, ==, issue->closed_on != BJT_DATE_NONE);
      g_assert_cmpint (issue->due_on == BJT_DATE_NONE, ==, issue->paused_at != 0);
      g_assert_cmpint (g_strcmp0 (issue->state, "merged") == 0, ==, !bjt_uuid_is_nil (&issue->merged_into_id));
    }
}

/* Heating complaints come from October to April. */
static void
test_heating (void)
{
  GPtrArray *issues = bjt_demo_fixture_get (jiangbei, &bjt_issue_type);
  guint      heating = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];
      int             year, month, day;

      bjt_date_get_ymd (issue->reported_on, &year, &month, &day);
      if (g_strcmp0 (issue->department, "供热公司") != 0)
        continue;
      heating++;
      g_assert_true (month >= 10 || month <= 4);
    }
  g_assert_cmpuint (heating, >=, 35);
}

static void
test_same_seed (void)
{
  g_autoptr (BjtDemoFixture) again = bjt_demo_fixture_new ("jiangbei", BJT_DEMO_SEED, 0);
  g_autoptr (BjtDemoFixture) other = bjt_demo_fixture_new ("jiangbei", BJT_DEMO_SEED + 1, 0);

  g_assert_cmpstr (g_checksum_get_string (again->checksum), ==, g_checksum_get_string (jiangbei->checksum));
  g_assert_cmpstr (g_checksum_get_string (other->checksum), !=, g_checksum_get_string (jiangbei->checksum));
  g_assert_cmpuint (bjt_demo_fixture_get (other, &bjt_person_type)->len, >=, 7386);
}

static void
test_jiabei (void)
{
  static const guint zones[] = { 252, 371, 371, 371, 370, 368, 366, 362, 360, 358, 352, 348, 344, 336, 321 };
  g_autoptr (BjtDemoFixture) jiabei = bjt_demo_fixture_new ("jiabei", BJT_DEMO_SEED, 0);
  g_autoptr (GHashTable)     grid_of_building = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  g_autoptr (GHashTable)     number_of_grid = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  g_autoptr (GHashTable)     building_of_door = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  g_autoptr (GHashTable)     home = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  GPtrArray                 *grids = bjt_demo_fixture_get (jiabei, &bjt_grid_type);
  GPtrArray                 *buildings = bjt_demo_fixture_get (jiabei, &bjt_building_type);
  GPtrArray                 *doors = bjt_demo_fixture_get (jiabei, &bjt_door_type);
  GPtrArray                 *households = bjt_demo_fixture_get (jiabei, &bjt_household_type);
  GPtrArray                 *members = bjt_demo_fixture_get (jiabei, &bjt_membership_type);
  GPtrArray                 *entrances = bjt_demo_fixture_get (jiabei, &bjt_entrance_type);
  guint                      shops = 0, closed = 0, persons = 0, occupied[G_N_ELEMENTS (zones)] = { 0 };

  for (guint i = 0; i < grids->len; i++)
    g_hash_table_insert (number_of_grid, grids->pdata[i], grids->pdata[i]);
  for (guint i = 0; i < buildings->len; i++)
    g_hash_table_insert (grid_of_building, buildings->pdata[i], &((BjtBuilding *) buildings->pdata[i])->grid_id);
  for (guint i = 0; i < doors->len; i++)
    {
      shops += ((BjtDoor *) doors->pdata[i])->kind == BJT_DOOR_SHOP;
      g_hash_table_insert (building_of_door, doors->pdata[i], &((BjtDoor *) doors->pdata[i])->building_id);
    }
  for (guint i = 0; i < members->len; i++)
    if (((BjtMembership *) members->pdata[i])->is_resident)
      {
        persons++;
        g_hash_table_add (home, &((BjtMembership *) members->pdata[i])->household_id);
      }
  for (guint i = 0; i < households->len; i++)
    if (g_hash_table_contains (home, households->pdata[i]))
      {
        BjtUuid *building = g_hash_table_lookup (building_of_door, &((BjtHousehold *) households->pdata[i])->door_id);
        BjtUuid *grid = g_hash_table_lookup (grid_of_building, building);

        occupied[((BjtGrid *) g_hash_table_lookup (number_of_grid, grid))->number - 1]++;
      }
  for (guint i = 0; i < entrances->len; i++)
    closed += ((BjtEntrance *) entrances->pdata[i])->access_note != NULL
              && strstr (((BjtEntrance *) entrances->pdata[i])->access_note, "封控") != NULL;
  g_assert_cmpuint (buildings->len, ==, 54);
  g_assert_cmpuint (shops, ==, 255);
  g_assert_cmpuint (closed, ==, 17);
  g_assert_cmpuint (persons, >=, 20000);
  g_assert_cmpuint (persons, <, 20100);
  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    g_assert_cmpuint (occupied[z], ==, zones[z]);
}

static void
test_stress (void)
{
  static const guint sizes[] = { 1, 7, 60, 1000, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (BjtDemoFixture) stress = bjt_demo_fixture_new ("stress", 5, sizes[i]);

      g_assert_cmpuint (bjt_demo_fixture_get (stress, &bjt_door_type)->len, ==, sizes[i]);
    }
}

static gboolean
ignore (const BjtRecordType  *type,
        gconstpointer         record,
        gpointer              user_data,
        GError              **error)
{
  return TRUE;
}

static gboolean
refuse (const BjtRecordType  *type,
        gconstpointer         record,
        gpointer              user_data,
        GError              **error)
{
  guint *left = user_data;

  if ((*left)-- > 1)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_refused (void)
{
  const BjtDemoOptions unknown = { .profile = "nowhere" }, none = { .profile = "stress" }, whole = { .seed = 1 };
  g_autoptr (GError)   error = NULL;
  guint                left = 3000;

  g_assert_false (bjt_demo_generate (&unknown, ignore, NULL, &error));
  g_assert_error (error, BJT_DEMO_ERROR, BJT_DEMO_ERROR_OPTIONS);
  g_clear_error (&error);
  g_assert_false (bjt_demo_generate (&none, ignore, NULL, &error));
  g_assert_error (error, BJT_DEMO_ERROR, BJT_DEMO_ERROR_OPTIONS);
  g_clear_error (&error);
  g_assert_false (bjt_demo_generate (&whole, refuse, &left, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  jiangbei = bjt_demo_fixture_new ("jiangbei", BJT_DEMO_SEED, 0);
  bjt_demo_fixture_load (jiangbei);
  g_test_add_func ("/demo/jiangbei/territory", test_territory);
  g_test_add_func ("/demo/jiangbei/compounds", test_compounds);
  g_test_add_func ("/demo/jiangbei/classes", test_classes);
  g_test_add_func ("/demo/jiangbei/persons", test_persons);
  g_test_add_func ("/demo/jiangbei/categories", test_categories);
  g_test_add_func ("/demo/jiangbei/grades", test_grades);
  g_test_add_func ("/demo/jiangbei/descent", test_descent);
  g_test_add_func ("/demo/jiangbei/id-numbers", test_id_numbers);
  g_test_add_func ("/demo/jiangbei/phones", test_phones);
  g_test_add_func ("/demo/jiangbei/edge-names", test_edge_names);
  g_test_add_func ("/demo/jiangbei/staff", test_staff);
  g_test_add_func ("/demo/jiangbei/grid-sizes", test_grid_sizes);
  g_test_add_func ("/demo/jiangbei/visits", test_visits);
  g_test_add_func ("/demo/jiangbei/overdue", test_overdue);
  g_test_add_func ("/demo/jiangbei/issues", test_issues);
  g_test_add_func ("/demo/jiangbei/flow", test_flow);
  g_test_add_func ("/demo/jiangbei/heating", test_heating);
  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/jiabei", test_jiabei);
  g_test_add_func ("/demo/stress", test_stress);
  g_test_add_func ("/demo/refused", test_refused);
  status = g_test_run ();
  bjt_demo_fixture_free (jiangbei);
  return status;
}
