/* bjt-demo-fixture.c: collects what the generator sends; every byte of it goes
 * into one checksum. */
#include "bjt-demo-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rules/bjt-rules.h"
#include "store/bjt-journal.h"
#include "store/bjt-picture-loader.h"

static void
add_shape (GChecksum         *checksum,
           const BjtGeometry *shape)
{
  g_autoptr (GBytes) bytes = shape != NULL ? bjt_geometry_to_wkb (shape) : NULL;
  gsize              size;

  if (bytes != NULL)
    {
      const guchar *data = g_bytes_get_data (bytes, &size);

      g_checksum_update (checksum, data, (gssize) size);
    }
}

static void
add_field (GChecksum      *checksum,
           const BjtField *field,
           const guint8   *record)
{
  static const gsize sizes[] = {
    [BJT_FIELD_UUID] = sizeof (BjtUuid), [BJT_FIELD_INT] = sizeof (int),       [BJT_FIELD_BOOL] = sizeof (gboolean),
    [BJT_FIELD_REAL] = sizeof (double),  [BJT_FIELD_DATE] = sizeof (BjtDate), [BJT_FIELD_TIME] = sizeof (gint64),
  };
  const guint8 *member = record + field->offset;

  if (field->type == BJT_FIELD_TEXT)
    {
      const char *text = *(char *const *) (gconstpointer) member;

      g_checksum_update (checksum, (const guchar *) (text != NULL ? text : "-"), -1);
    }
  else if (field->type == BJT_FIELD_GEOMETRY)
    add_shape (checksum, *(BjtGeometry *const *) (gconstpointer) member);
  else
    g_checksum_update (checksum, member, (gssize) sizes[field->type]);
}

static gboolean
collect (const BjtRecordType  *type,
         gconstpointer         record,
         gpointer              user_data,
         GError              **error)
{
  BjtDemoFixture *self = user_data;
  GPtrArray      *records = g_hash_table_lookup (self->records, type);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (self->records, (gpointer) type, records);
    }
  g_ptr_array_add (records, bjt_record_copy (type, record));
  for (guint i = 0; i < type->n_fields; i++)
    add_field (self->checksum, type->fields + i, record);
  return TRUE;
}

BjtDemoFixture *
bjt_demo_fixture_new (const char *profile,
                      guint32     seed,
                      guint       n_doors)
{
  BjtDemoFixture   *self = g_new0 (BjtDemoFixture, 1);
  BjtDemoOptions    options = { profile, seed, n_doors, bjt_date_from_ymd (2026, 11, 22) };
  g_autoptr (GError) error = NULL;

  self->as_of = options.as_of;
  self->records = g_hash_table_new (NULL, NULL);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  bjt_demo_generate (&options, collect, self, &error);
  g_assert_no_error (error);
  return self;
}

GPtrArray *
bjt_demo_fixture_get (BjtDemoFixture      *self,
                      const BjtRecordType *type)
{
  GPtrArray *records = g_hash_table_lookup (self->records, type);

  g_assert_nonnull (records);
  return records;
}

static gboolean
insert (const BjtRecordType  *type,
        gconstpointer         record,
        gpointer              user_data,
        GError              **error)
{
  return bjt_store_insert (user_data, type, record, error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * bjt_demo_fixture_load:
 *
 * Puts a community of the same seed into a store, which checks that every
 * record comes after those it names, and loads the picture.
 */
void
bjt_demo_fixture_load (BjtDemoFixture *self)
{
  BjtDemoOptions             options = { "jiangbei", BJT_DEMO_SEED, 0, self->as_of };
  g_autofree char           *folder = g_dir_make_tmp ("bjt-demo-XXXXXX", NULL);
  g_autofree char           *path = g_build_filename (folder, "a.bjt", NULL);
  g_autoptr (GError)         error = NULL;
  g_autoptr (BjtStore)       store = NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  char                       county[7];
  BjtRuleSet                 rules = BJT_RULE_SET_DEFAULT;

  bjt_store_create (path, &error);
  g_assert_no_error (error);
  store = bjt_store_open (path, BJT_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  scope = bjt_action_scope_begin (store, "demo", "", "test", 1, &error);
  g_assert_no_error (error);
  bjt_demo_generate (&options, insert, store, &error);
  g_assert_no_error (error);
  bjt_action_scope_commit (scope, &error);
  g_assert_no_error (error);
  self->picture = bjt_picture_loader_load (store, self->as_of, &error);
  g_assert_no_error (error);
  g_strlcpy (county, self->picture->community.code, sizeof county);
  rules.county_code = county;
  bjt_rules_apply (self->picture, &rules);
  g_clear_pointer (&scope, bjt_action_scope_free);
  g_clear_pointer (&store, bjt_store_close);
  remove_folder (folder);
}

void
bjt_demo_fixture_free (BjtDemoFixture *self)
{
  GHashTableIter iter;
  gpointer       type, records;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &type, &records))
    {
      for (guint i = 0; i < ((GPtrArray *) records)->len; i++)
        bjt_record_free (type, ((GPtrArray *) records)->pdata[i]);
      g_ptr_array_unref (records);
    }
  g_hash_table_unref (self->records);
  g_checksum_free (self->checksum);
  bjt_picture_unref (self->picture);
  g_free (self);
}
