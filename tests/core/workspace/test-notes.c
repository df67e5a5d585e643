/* test-notes.c: notes, photos and hazards are added, changed, settled, reported
 * and removed; each is one step, and the step back is the first state again. */
#include "bjt-workspace-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "plan/bjt-annotation-index.h"
#include "plan/bjt-placement.h"
#include "workspace/bjt-workspace-notes.h"
#include "workspace/bjt-workspace-plans.h"

#define SECRET "煤气罐老赵家"

static const BjtPicture *
get_picture (BjtWorkspaceFixture *self)
{
  return bjt_workspace_get_picture (self->workspace);
}

static BjtAnnotation *
new_at_door (BjtWorkspaceFixture *self,
             int                  kind,
             const char          *text)
{
  BjtAnnotation *annotation = bjt_annotation_new ();

  annotation->kind = kind;
  annotation->door_id = bjt_workspace_fixture_door (self, 3);
  annotation->text = g_strdup (text);
  return annotation;
}

static BjtAnnotation *
new_in_corridor (BjtWorkspaceFixture *self,
                 int                  ordinal,
                 const char          *text)
{
  BjtAnnotation *annotation = bjt_annotation_new ();

  annotation->kind = BJT_ANNOTATION_HAZARD;
  annotation->entrance_id = bjt_picture_get_entrance (get_picture (self), 0)->id;
  annotation->ordinal = ordinal;
  annotation->space = g_strdup ("corridor");
  annotation->text = g_strdup (text);
  return annotation;
}

static void
add (BjtWorkspaceFixture *self,
     BjtAnnotation       *annotation)
{
  BjtAnnotationDraft draft = { .annotation = annotation };
  g_autoptr (GError) error = NULL;

  bjt_workspace_add_annotation (self->workspace, &draft, &error);
  g_assert_no_error (error);
}

static void
assert_refused (BjtWorkspaceFixture *self,
                BjtAnnotation       *taken,
                const char          *pattern)
{
  g_autoptr (BjtAnnotation) annotation = taken;
  BjtAnnotationDraft draft = { .annotation = annotation };
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bjt_workspace_add_annotation (self->workspace, &draft, &error));
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s” is not “%s”", error->message, pattern);
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_one_step (BjtWorkspaceFixture *self,
                 const char          *before)
{
  g_autofree char *after = bjt_workspace_fixture_dump (self);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, !=, after);
  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  undone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
  bjt_workspace_redo (self->workspace, &error);
  g_assert_no_error (error);
  redone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (redone, ==, after);
}

/* What is read again after an action is what a new start reads. */
static void
assert_picture_is_true (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) other = bjt_workspace_open (self->path, &self->clock, &error);
  const BjtPicture *a = get_picture (self), *b;

  g_assert_no_error (error);
  b = bjt_workspace_get_picture (other);
  g_assert_cmpuint (a->annotations->len, ==, b->annotations->len);
  for (guint32 i = 0; i < a->annotations->len; i++)
    {
      const BjtPictureAnnotation *x = bjt_picture_get_annotation (a, i), *y = bjt_picture_get_annotation (b, i);

      g_assert_true (bjt_uuid_equal (&x->id, &y->id));
      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpuint (x->door, ==, y->door);
      g_assert_cmpint (x->settled_on, ==, y->settled_on);
      g_assert_true ((x->mercator == NULL) == (y->mercator == NULL));
      g_assert_true (isnan (x->place.x) ? isnan (y->place.x) : fabs (x->place.x - y->place.x) < 1e-12);
    }
  for (guint32 d = 0; d < a->doors->len; d++)
    g_assert_cmpuint (bjt_picture_get_door_state (a, d)->marks, ==, bjt_picture_get_door_state (b, d)->marks);
}

static void
test_add (BjtWorkspaceFixture *self,
          gconstpointer        data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (BjtAnnotation) note = new_at_door (self, BJT_ANNOTATION_NOTE, SECRET);
  g_autoptr (BjtPicture) old = bjt_picture_ref (bjt_workspace_get_picture (self->workspace));
  const BjtPictureAnnotation *shown;
  const BjtPictureDoor *door;
  guint32 index = bjt_picture_find_door (old, &note->door_id);

  add (self, note);
  g_assert_cmpuint (old->annotations->len, ==, 0);
  g_assert_cmpuint (bjt_picture_get_door_state (old, index)->marks, ==, 0);
  g_assert_cmpuint (get_picture (self)->annotations->len, ==, 1);
  shown = bjt_picture_get_annotation (get_picture (self), 0);
  door = bjt_picture_get_door (get_picture (self), index);
  g_assert_cmpuint (shown->door, ==, index);
  g_assert_cmpuint (shown->building, ==, door->building);
  g_assert_cmpuint (shown->entrance, ==, door->entrance);
  g_assert_cmpint (shown->ordinal, ==, door->ordinal);
  g_assert_cmpint (shown->noted_on, ==, bjt_workspace_get_today (self->workspace));
  g_assert_cmpstr (shown->text, ==, SECRET);
  g_assert_cmpuint (bjt_picture_get_door_state (get_picture (self), index)->marks, ==, BJT_MARK_NOTE);
  assert_one_step (self, before);
  assert_picture_is_true (self);
  bjt_workspace_fixture_assert_sound (self);
}

static void
test_refused (BjtWorkspaceFixture *self,
              gconstpointer        data)
{
  BjtAnnotation *annotation;

  assert_refused (self, new_at_door (self, BJT_ANNOTATION_NOTE, NULL), "the note is empty*");
  assert_refused (self, new_at_door (self, BJT_ANNOTATION_HAZARD, " \n"), "the note is empty*");
  assert_refused (self, new_at_door (self, BJT_ANNOTATION_PHOTO, "x"), "a photo needs a picture*");
  assert_refused (self, new_at_door (self, 7, "x"), "there is no such kind*");
  assert_refused (self, new_at_door (self, BJT_ANNOTATION_NOTE, "\xff"), "*UTF-8*");
  annotation = new_at_door (self, BJT_ANNOTATION_NOTE, "x");
  annotation->noted_on = bjt_workspace_get_today (self->workspace) + 1;
  assert_refused (self, annotation, "*in the future");
  annotation = new_at_door (self, BJT_ANNOTATION_NOTE, "x");
  annotation->settled_on = bjt_workspace_get_today (self->workspace) - 1;
  assert_refused (self, annotation, "it is settled after it is noted*");
  annotation = new_at_door (self, BJT_ANNOTATION_NOTE, "x");
  annotation->door_id.bytes[3] ^= 1;
  assert_refused (self, annotation, "the door of the note is not there");
  annotation = new_in_corridor (self, 0, "x");
  annotation->entrance_id.bytes[3] ^= 1;
  assert_refused (self, annotation, "the entrance of the note is not there");
  annotation = new_in_corridor (self, 0, "x");
  g_clear_pointer (&annotation->space, g_free);
  assert_refused (self, annotation, "say in which shared space*");
  annotation = new_in_corridor (self, 0, "x");
  g_free (annotation->space);
  annotation->space = g_strdup (BJT_SPACE_CORDON);
  assert_refused (self, annotation, "a cordon is no note*");
  assert_refused (self, new_in_corridor (self, 40, "x"), "the building has no level 40*");
  annotation = new_in_corridor (self, 0, "x");
  annotation->entrance_id = BJT_UUID_NIL;
  assert_refused (self, annotation, "the building of the note is not there");
  annotation = new_in_corridor (self, 0, "x");
  annotation->shape = bjt_geometry_new_point (1, 1);
  assert_refused (self, annotation, "level 0 has no plan*");
  annotation = new_in_corridor (self, 0, NULL);
  annotation->text = g_strnfill (2001, 'x');
  assert_refused (self, annotation, "*longer than 2000*");
}

/* The marks of shared space are those of its level in its entrance. */
static void
test_shared_space (BjtWorkspaceFixture *self,
                   gconstpointer        data)
{
  g_autoptr (BjtAnnotation) hazard = new_in_corridor (self, 1, "电动车充电");
  const BjtPicture *picture;
  guint n_marked = 0;

  add (self, hazard);
  picture = get_picture (self);
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_picture_get_door_state (picture, d)->marks != 0)
      {
        g_assert_cmpuint (bjt_picture_get_door_state (picture, d)->marks, ==, BJT_MARK_SHARED_HAZARD);
        g_assert_cmpint (bjt_picture_get_door (picture, d)->ordinal, ==, 1);
        g_assert_cmpuint (bjt_picture_get_door (picture, d)->entrance, ==, 0);
        n_marked++;
      }
  g_assert_cmpuint (n_marked, ==, 2);
  g_assert_cmpuint (bjt_annotation_index_get_kinds (picture, 0), ==, 1u << BJT_ANNOTATION_HAZARD);
  g_assert_cmpuint (bjt_annotation_index_get_kinds (picture, 1), ==, 0);
  g_assert_cmpuint (bjt_annotation_index_get_shared (picture, 0, 0, 1), ==, 1u << BJT_ANNOTATION_HAZARD);
  g_assert_cmpuint (bjt_annotation_index_get_shared (picture, 0, 0, 0), ==, 0);
  g_assert_cmpuint (bjt_annotation_index_get_run (picture, 0).n, ==, 1);
  g_assert_cmpuint (bjt_annotation_index_get_run (picture, 1).n, ==, 0);
  assert_picture_is_true (self);
}

static void
test_settle (BjtWorkspaceFixture *self,
             gconstpointer        data)
{
  g_autoptr (BjtAnnotation) hazard = new_in_corridor (self, 0, "杂物");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  BjtAnnotationScope all = { 0 }, open = { .open_only = TRUE };

  add (self, hazard);
  before = bjt_workspace_fixture_dump (self);
  g_assert_true (bjt_workspace_settle_annotation (self->workspace, &hazard->id, TRUE, &error));
  g_assert_cmpuint (bjt_picture_get_door_state (get_picture (self), 0)->marks, ==, 0);
  g_assert_cmpuint (bjt_annotation_index_get_kinds (get_picture (self), 0), ==, 0);
  g_autoptr (GPtrArray) every = bjt_workspace_list_annotations (self->workspace, &all, NULL);
  g_autoptr (GPtrArray) still = bjt_workspace_list_annotations (self->workspace, &open, NULL);
  g_assert_cmpuint (every->len, ==, 1);
  g_assert_cmpuint (still->len, ==, 0);
  assert_one_step (self, before);
  g_assert_false (bjt_workspace_settle_annotation (self->workspace, &hazard->id, TRUE, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (bjt_workspace_settle_annotation (self->workspace, &hazard->id, FALSE, &error));
  assert_picture_is_true (self);
}

static void
test_change_and_remove (BjtWorkspaceFixture *self,
                        gconstpointer        data)
{
  g_autoptr (BjtAnnotation) note = new_at_door (self, BJT_ANNOTATION_NOTE, "一");
  BjtAnnotationDraft draft = { .annotation = note };
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;

  add (self, note);
  before = bjt_workspace_fixture_dump (self);
  g_free (note->text);
  note->text = g_strdup ("二");
  note->kind = BJT_ANNOTATION_HAZARD;
  bjt_workspace_change_annotation (self->workspace, &draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bjt_picture_get_annotation (get_picture (self), 0)->text, ==, "二");
  assert_one_step (self, before);
  changed = bjt_workspace_fixture_dump (self);
  bjt_workspace_remove_annotation (self->workspace, &note->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_picture (self)->annotations->len, ==, 0);
  assert_one_step (self, changed);
  g_assert_false (bjt_workspace_change_annotation (self->workspace, &draft, &error));
  g_assert_nonnull (error);
}

/* Issues */

static void
test_report (BjtWorkspaceFixture *self,
             gconstpointer        data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (BjtAnnotation) hazard = new_in_corridor (self, 0, "楼道堆放杂物\n三楼");
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autoptr (BjtIssue) second = bjt_issue_new ();
  g_autoptr (BjtAnnotation) found = NULL;
  BjtAnnotationDraft draft = { .annotation = hazard, .issue = issue };
  g_autoptr (GError) error = NULL;

  bjt_workspace_add_annotation (self->workspace, &draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (issue->title, ==, "楼道堆放杂物");
  g_assert_cmpuint (get_picture (self)->issues->len, ==, 1);
  g_assert_cmpuint (bjt_picture_get_issue (get_picture (self), 0)->entrance, ==, 0);
  assert_one_step (self, before);
  g_assert_false (bjt_workspace_report_annotation (self->workspace, &hazard->id, second, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_clear_error (&error);
  found = bjt_workspace_find_open_hazard (self->workspace, &issue->id);
  g_assert_true (bjt_uuid_equal (&found->id, &hazard->id));
  bjt_workspace_settle_annotation (self->workspace, &hazard->id, TRUE, &error);
  g_assert_null (bjt_workspace_find_open_hazard (self->workspace, &issue->id));
}

static void
test_report_later (BjtWorkspaceFixture *self,
                   gconstpointer        data)
{
  g_autoptr (BjtAnnotation) hazard = new_at_door (self, BJT_ANNOTATION_HAZARD, "私拉电线");
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  add (self, hazard);
  before = bjt_workspace_fixture_dump (self);
  bjt_workspace_report_annotation (self->workspace, &hazard->id, issue, &error);
  g_assert_no_error (error);
  g_assert_true (bjt_uuid_equal (&bjt_picture_get_annotation (get_picture (self), 0)->issue_id, &issue->id));
  g_assert_true (bjt_uuid_equal (&issue->door_id, &hazard->door_id));
  g_assert_cmpuint (bjt_picture_get_door_state (get_picture (self), bjt_picture_find_door (get_picture (self), &hazard->door_id))->open_issues, ==, 1);
  assert_one_step (self, before);
  assert_picture_is_true (self);
}

/* On a plan */

static void
add_plan (BjtWorkspaceFixture *self)
{
  const BjtPoint wall[2] = { { 0, 0 }, { 20, 0 } };
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_length (wall, 20, 90, (BjtPoint) { 129.7605, 43.32 }, NULL);
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  g_autoptr (GError) error = NULL;

  plan->building_id = bjt_picture_get_building (get_picture (self), 0)->id;
  plan->levels = g_strdup ("0-2");
  plan->placement = bjt_placement_to_json (placement);
  bjt_workspace_add_plan (self->workspace, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_on_plan (BjtWorkspaceFixture *self,
              gconstpointer        data)
{
  const BjtPoint bow[] = { { 0, 0 }, { 4, 4 }, { 4, 0 }, { 0, 4 } }, lane[] = { { 0, 0 }, { 4, 0 }, { 4, 2 }, { 0, 2 } };
  g_autoptr (BjtAnnotation) hazard = new_in_corridor (self, 0, "占道");
  BjtPoint where;
  BjtAnnotationDraft draft = { .annotation = hazard, .where = &where };
  const BjtPictureAnnotation *shown;
  g_autoptr (GError) error = NULL;

  add_plan (self);
  hazard->shape = bjt_geometry_new_polygon (bow, 4);
  g_assert_false (bjt_workspace_add_annotation (self->workspace, &draft, &error));
  g_assert_true (g_pattern_match_simple ("the shape of the note crosses itself at *", error->message));
  g_assert_cmpfloat (fabs (where.x - 2) + fabs (where.y - 2), <, 0.01);
  g_clear_error (&error);
  bjt_geometry_unref (hazard->shape);
  hazard->shape = bjt_geometry_new_polygon (lane, 4);
  bjt_workspace_add_annotation (self->workspace, &draft, &error);
  g_assert_no_error (error);
  shown = bjt_picture_get_annotation (get_picture (self), 0);
  g_assert_nonnull (shown->mercator);
  g_assert_true (bjt_geometry_contains (shown->mercator, shown->place.x, shown->place.y));
  assert_picture_is_true (self);
}

/* Photos */

/* A JPEG of 4 × 2 pixels that was taken with the camera turned, at a place. */
static char *
write_photo (BjtWorkspaceFixture *self)
{
  static const guint8 exif[] = "\xff\xe1\x00\x40" "Exif\0\0" "II*\0\x08\0\0\0" "\x01\0" "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0" "\0\0\0\0"
                               "GPSLatitude 43.3200 N, 129.76";
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 20);
  g_autofree char *jpeg = NULL;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  char  *path = g_build_filename (self->folder, "赵家.jpg", NULL);
  gsize  size;

  gdk_pixbuf_fill (pixbuf, 0x804020ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", NULL, NULL));
  g_byte_array_append (file, (guint8 *) jpeg, 2);
  g_byte_array_append (file, exif, 66);
  g_byte_array_append (file, (guint8 *) jpeg + 2, (guint) size - 2);
  g_assert_true (g_file_set_contents (path, (char *) file->data, file->len, NULL));
  return path;
}

static gboolean
holds (GBytes     *bytes,
       const char *word)
{
  gsize       size;
  const void *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, word, strlen (word)) != NULL;
}

static void
test_photo (BjtWorkspaceFixture *self,
            gconstpointer        data)
{
  g_autofree char *path = write_photo (self);
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPhoto) photo = bjt_photo_open (path, NULL, &error);
  g_autoptr (BjtAnnotation) annotation = new_at_door (self, BJT_ANNOTATION_PHOTO, NULL);
  BjtAnnotationDraft draft = { .annotation = annotation, .photo = photo };
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autofree char *raw = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &raw, &size, NULL));
  g_assert_nonnull (memmem (raw, size, "GPS", 3)); /* it was there */
  bjt_workspace_add_annotation (self->workspace, &draft, &error);
  g_assert_no_error (error);
  loaded = bjt_workspace_load_photo (self->workspace, &annotation->id, &error);
  g_assert_no_error (error);
  g_assert_false (holds (loaded, "GPS"));
  g_assert_false (holds (loaded, "Exif"));
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, loaded, NULL));
  gdk_pixbuf_loader_close (loader, NULL);
  g_assert_cmpint (gdk_pixbuf_get_width (gdk_pixbuf_loader_get_pixbuf (loader)), ==, 20);
  g_assert_cmpint (gdk_pixbuf_get_height (gdk_pixbuf_loader_get_pixbuf (loader)), ==, 40);
  g_assert_true (bjt_picture_get_annotation (get_picture (self), 0)->has_photo);
  assert_one_step (self, before);
  g_clear_pointer (&loaded, g_bytes_unref);
  loaded = bjt_workspace_load_photo (self->workspace, &annotation->id, &error);
  g_assert_nonnull (loaded);
  bjt_workspace_fixture_assert_sound (self);
}

static void
test_no_photo (BjtWorkspaceFixture *self,
               gconstpointer        data)
{
  g_autofree char *path = g_build_filename (self->folder, "x.svg", NULL);
  g_autoptr (GBytes) pasted = g_bytes_new_static ("no picture at all", 17);
  g_autoptr (BjtAnnotation) note = new_at_door (self, BJT_ANNOTATION_NOTE, "x");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='5' height='5'/></svg>", -1, NULL);
  g_assert_null (bjt_photo_open (path, NULL, &error));
  g_assert_true (g_pattern_match_simple ("*x.svg is no photo*", error->message));
  g_clear_error (&error);
  g_assert_null (bjt_photo_new_from_bytes (pasted, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  add (self, note);
  g_assert_null (bjt_workspace_load_photo (self->workspace, &note->id, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

/* What is noted stands in its own column alone: not in the names of actions. */
static void
test_private (BjtWorkspaceFixture *self,
              gconstpointer        data)
{
  g_autoptr (BjtAnnotation) note = new_at_door (self, BJT_ANNOTATION_HAZARD, SECRET);
  g_autoptr (GPtrArray) actions = NULL;

  add (self, note);
  bjt_workspace_settle_annotation (self->workspace, &note->id, TRUE, NULL);
  bjt_workspace_remove_annotation (self->workspace, &note->id, NULL);
  actions = bjt_workspace_list_actions (self->workspace, 100, NULL);
  g_assert_cmpuint (actions->len, >=, 3);
  for (guint i = 0; i < actions->len; i++)
    {
      const BjtAction *action = actions->pdata[i];

      g_assert_true (action->subject == NULL || strstr (action->subject, "赵") == NULL);
    }
}

/* Cordons are kept in the same table and stand elsewhere. */
static void
test_cordon (BjtWorkspaceFixture *self,
             gconstpointer        data)
{
  BjtAnnotationScope all = { 0 };
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GError) error = NULL;

  bjt_workspace_cordon_entrance (self->workspace, &bjt_picture_get_entrance (get_picture (self), 0)->id, "停水", BJT_DATE_NONE, BJT_DATE_NONE, &error);
  g_assert_no_error (error);
  annotations = bjt_workspace_list_annotations (self->workspace, &all, NULL);
  g_assert_cmpuint (annotations->len, ==, 0);
  g_assert_cmpuint (get_picture (self)->annotations->len, ==, 0);
}

#define ADD(path, test) \
  g_test_add (path, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test, bjt_workspace_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/notes/add", test_add);
  ADD ("/notes/refused", test_refused);
  ADD ("/notes/shared-space", test_shared_space);
  ADD ("/notes/settle", test_settle);
  ADD ("/notes/change-and-remove", test_change_and_remove);
  ADD ("/notes/report", test_report);
  ADD ("/notes/report-later", test_report_later);
  ADD ("/notes/on-plan", test_on_plan);
  ADD ("/notes/photo", test_photo);
  ADD ("/notes/no-photo", test_no_photo);
  ADD ("/notes/private", test_private);
  ADD ("/notes/cordon", test_cordon);
  return g_test_run ();
}
