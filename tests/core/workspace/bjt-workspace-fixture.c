/* bjt-workspace-fixture.c: written through the store, as an action of its own. */
#include "bjt-workspace-fixture.h"

#include <glib/gstdio.h>

#include "base/bjt-text.h"
#include "store/bjt-journal.h"
#include "store/bjt-store.h"

typedef struct
{
  BjtStore *store;
  GRand    *rand;
} Writer;

static void
make_key (Writer  *self,
          BjtUuid *id)
{
  bjt_uuid_init_seeded (id, 1, self->rand);
}

static void
insert (Writer              *self,
        const BjtRecordType *type,
        gconstpointer        record)
{
  g_autoptr (GError) error = NULL;

  bjt_store_insert (self->store, type, record, &error);
  g_assert_no_error (error);
}

static void
add_person (Writer        *self,
            const BjtUuid *household,
            guint          number,
            gboolean       is_head)
{
  g_autoptr (BjtPerson) person = bjt_person_new ();
  g_autoptr (BjtMembership) membership = bjt_membership_new ();

  make_key (self, &person->id);
  make_key (self, &membership->id);
  person->name = g_strdup_printf ("王%s%u", is_head ? "大" : "小", number);
  person->initials = bjt_text_dup_pinyin_initials (person->name);
  person->born_on = bjt_date_from_ymd (is_head ? 1950 : 1990, 3, 1);
  membership->person_id = person->id;
  membership->household_id = *household;
  membership->is_head = is_head;
  membership->is_registered = membership->is_resident = TRUE;
  membership->relation = g_strdup (is_head ? "02" : "20");
  insert (self, &bjt_person_type, person);
  insert (self, &bjt_membership_type, membership);
}

static void
add_household (Writer        *self,
               const BjtUuid *door,
               guint          number)
{
  g_autoptr (BjtHousehold) household = bjt_household_new ();

  make_key (self, &household->id);
  household->door_id = *door;
  household->tenure = BJT_TENURE_OWN;
  household->since_on = bjt_date_from_ymd (2026, 6, 1);
  insert (self, &bjt_household_type, household);
  add_person (self, &household->id, number, TRUE);
  add_person (self, &household->id, number, FALSE);
}

static void
add_doors (Writer            *self,
           const BjtBuilding *building,
           const BjtEntrance *entrance,
           guint              first)
{
  for (guint i = 0; i < BJT_FIXTURE_DOORS / 2; i++)
    {
      g_autoptr (BjtDoor) door = bjt_door_new ();

      make_key (self, &door->id);
      door->building_id = building->id;
      door->entrance_id = entrance->id;
      door->ordinal = (int) i / 2;
      door->stack = (int) i % 2;
      door->span = 1;
      door->label = g_strdup_printf ("%u0%u", i / 2 + 1, i % 2 + 1);
      insert (self, &bjt_door_type, door);
      if (first + i + 1 < BJT_FIXTURE_DOORS)
        add_household (self, &door->id, first + i);
    }
}

static void
add_ground (Writer *self)
{
  g_autoptr (BjtCompound) compound = bjt_compound_new ();

  make_key (self, &compound->id);
  compound->name = g_strdup ("山水宜家");
  insert (self, &bjt_compound_type, compound);
  for (guint b = 0; b < 2; b++)
    {
      g_autoptr (BjtBuilding) building = bjt_building_new ();
      g_autoptr (BjtEntrance) entrance = bjt_entrance_new ();

      make_key (self, &building->id);
      make_key (self, &entrance->id);
      building->compound_id = compound->id;
      building->label = g_strdup_printf ("%u", b + 1);
      entrance->building_id = building->id;
      entrance->label = g_strdup ("1");
      insert (self, &bjt_building_type, building);
      insert (self, &bjt_entrance_type, entrance);
      add_doors (self, building, entrance, b * BJT_FIXTURE_DOORS / 2);
    }
}

static void
fill (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (BjtStore) store = bjt_store_open (self->path, BJT_STORE_READ_WRITE, &error);
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (store, "fixture", NULL, NULL, bjt_clock_get_now (&self->clock), &error);
  Writer writer = { store, rand };

  g_assert_no_error (error);
  add_ground (&writer);
  bjt_action_scope_commit (scope, &error);
  g_assert_no_error (error);
}

void
bjt_workspace_fixture_set_up (BjtWorkspaceFixture *self,
                              gconstpointer        data)
{
  g_autoptr (GError) error = NULL;

  bjt_clock_init_as_of (&self->clock, bjt_date_from_ymd (2026, 11, 22));
  self->folder = g_dir_make_tmp ("bjt-workspace-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.bjt", NULL);
  bjt_workspace_create (self->path, "江北社区", &self->clock, &error);
  g_assert_no_error (error);
  fill (self);
  self->workspace = bjt_workspace_open (self->path, &self->clock, &error);
  g_assert_no_error (error);
}

void
bjt_workspace_fixture_tear_down (BjtWorkspaceFixture *self,
                                 gconstpointer        data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  g_assert_finalize_object (self->workspace);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
bjt_workspace_fixture_dump (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtStore) store = bjt_store_open (self->path, BJT_STORE_READ_ONLY, &error);
  GString *out = g_string_new (NULL);
  guint    n_types;
  const BjtRecordType *const *types = bjt_store_get_record_types (&n_types);

  g_assert_no_error (error);
  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (GPtrArray) records = bjt_store_list (store, types[t], NULL, NULL, "id", 0, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          g_autofree char *json = bjt_record_to_json (types[t], records->pdata[i]);

          g_string_append_printf (out, "%s %s\n", types[t]->table, json);
        }
    }
  return g_string_free (out, FALSE);
}

void
bjt_workspace_fixture_assert_sound (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = bjt_workspace_check (self->path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

BjtUuid
bjt_workspace_fixture_door (BjtWorkspaceFixture *self,
                            guint                number)
{
  return bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), number)->id;
}

BjtVisit *
bjt_workspace_fixture_visit (BjtWorkspaceFixture *self,
                             guint                door,
                             BjtDate              on,
                             int                  outcome)
{
  BjtVisit *visit = bjt_visit_new ();

  visit->door_id = bjt_workspace_fixture_door (self, door);
  visit->visited_on = on;
  visit->outcome = outcome;
  return visit;
}
