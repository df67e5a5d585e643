/* bjt-workspace-notes.c: all is checked before anything is written. What is
 * noted is never put into the journal's subject: it may name people. Bytes of
 * photos stay when an action is undone, so that it may be done again. */
#include "bjt-workspace-notes.h"

#include <math.h>

#include "bjt-workspace-attachments.h"
#include "bjt-workspace-private.h"
#include "geo/bjt-geometry-check.h"
#include "plan/bjt-plan-index.h"
#include "store/bjt-journal.h"

#define MAX_TEXT 2000      /* characters */
#define MAX_TITLE 40
#define LEAST_LENGTH 0.001 /* m */

static void
init_key (BjtWorkspace *self,
          BjtUuid      *id)
{
  if (bjt_uuid_is_nil (id))
    bjt_uuid_init_random (id, bjt_clock_get_now (&self->clock) / 1000);
}

/* "山水宜家 3-2-501", "山水宜家 3-2", "山水宜家 3": where, never what. */
static char *
dup_subject (BjtWorkspace        *self,
             const BjtAnnotation *annotation)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           door = bjt_uuid_is_nil (&annotation->door_id) ? BJT_NO_INDEX : bjt_picture_find_door (picture, &annotation->door_id);
  guint32           building = bjt_picture_find_building (picture, &annotation->building_id), entrance = bjt_picture_find_entrance (picture, &annotation->entrance_id);
  g_autofree char  *name = NULL;

  if (door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, door);
  if (building == BJT_NO_INDEX)
    return NULL;
  name = bjt_picture_dup_building_name (picture, building);
  return entrance != BJT_NO_INDEX ? g_strdup_printf ("%s-%s", name, bjt_picture_get_entrance (picture, entrance)->label) : g_steal_pointer (&name);
}

static BjtActionScope *
begin (BjtWorkspace        *self,
       const char          *kind,
       const BjtAnnotation *annotation,
       GError             **error)
{
  g_autofree char *subject = dup_subject (self, annotation);

  return bjt_workspace_begin (self, kind, subject, error);
}

static gboolean
finish (BjtWorkspace   *self,
        BjtActionScope *scope,
        gboolean        has_issue,
        GError        **error)
{
  if (!bjt_action_scope_commit (scope, error) || (has_issue && !bjt_workspace_reload_states (self, error))
      || !bjt_workspace_reload_annotations (self, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

/* Reading */

static gboolean
is_in_scope (const BjtAnnotation      *annotation,
             const BjtAnnotationScope *scope)
{
  return g_strcmp0 (annotation->space, BJT_SPACE_CORDON) != 0
         && (scope->building_id == NULL || bjt_uuid_equal (&annotation->building_id, scope->building_id))
         && (!scope->open_only || annotation->settled_on == BJT_DATE_NONE);
}

GPtrArray *
bjt_workspace_list_annotations (BjtWorkspace             *self,
                                const BjtAnnotationScope *scope,
                                GError                  **error)
{
  const char    *column = scope->door_id != NULL ? "door_id" : scope->building_id != NULL ? "building_id" : NULL;
  const BjtUuid *key = scope->door_id != NULL ? scope->door_id : scope->building_id;
  GPtrArray     *annotations = bjt_store_list (self->store, &bjt_annotation_type, column, key, "noted_on DESC, id DESC", 0, error);

  for (guint i = annotations != NULL ? annotations->len : 0; i > 0; i--)
    if (!is_in_scope (annotations->pdata[i - 1], scope))
      g_ptr_array_remove_index (annotations, i - 1);
  return annotations;
}

/**
 * bjt_workspace_get_annotation:
 *
 * Returns: (transfer full) (nullable):
 */
BjtAnnotation *
bjt_workspace_get_annotation (BjtWorkspace  *self,
                              const BjtUuid *annotation_id,
                              GError       **error)
{
  g_autoptr (BjtAnnotation) annotation = bjt_store_get (self->store, &bjt_annotation_type, annotation_id, error);

  if (annotation != NULL && g_strcmp0 (annotation->space, BJT_SPACE_CORDON) == 0)
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "this is a cordon, not a note; open the entrance instead");
      return NULL;
    }
  return g_steal_pointer (&annotation);
}

BjtAnnotation *
bjt_workspace_find_open_hazard (BjtWorkspace  *self,
                                const BjtUuid *issue_id)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);

  for (guint32 a = 0; a < picture->annotations->len; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (picture, a);

      if (annotation->settled_on == BJT_DATE_NONE && !bjt_uuid_is_nil (issue_id) && bjt_uuid_equal (&annotation->issue_id, issue_id))
        return bjt_workspace_get_annotation (self, &annotation->id, NULL);
    }
  return NULL;
}

/**
 * bjt_workspace_load_photo:
 *
 * Returns: (transfer full) (nullable): a PNG or JPEG file
 */
GBytes *
bjt_workspace_load_photo (BjtWorkspace  *self,
                          const BjtUuid *annotation_id,
                          GError       **error)
{
  g_autoptr (BjtAnnotation) annotation = bjt_workspace_get_annotation (self, annotation_id, error);

  if (annotation == NULL)
    return NULL;
  if (bjt_uuid_is_nil (&annotation->attachment_id))
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the note has no photo");
      return NULL;
    }
  return bjt_workspace_load_attachment (self, &annotation->attachment_id, error);
}

/* Checking */

static gboolean
place_at_door (const BjtPicture *picture,
               BjtAnnotation    *annotation,
               GError          **error)
{
  guint32               index = bjt_picture_find_door (picture, &annotation->door_id);
  const BjtPictureDoor *door;

  if (index == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the door of the note is not there");
  door = bjt_picture_get_door (picture, index);
  annotation->building_id = bjt_picture_get_building (picture, door->building)->id;
  annotation->entrance_id = door->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, door->entrance)->id : BJT_UUID_NIL;
  annotation->ordinal = door->ordinal;
  g_clear_pointer (&annotation->space, g_free);
  return TRUE;
}

static gboolean
refuse_level (const BjtPictureBuilding *building,
              int                       ordinal,
              GError                  **error)
{
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "the building has no level %d; its levels go from %d to %d (0 is the ground floor)",
               ordinal, building->lowest, building->highest);
  return FALSE;
}

static gboolean
place_in_shared_space (const BjtPicture *picture,
                       BjtAnnotation    *annotation,
                       GError          **error)
{
  guint32 entrance = bjt_picture_find_entrance (picture, &annotation->entrance_id), building;
  const BjtPictureBuilding *b;

  if (entrance == BJT_NO_INDEX && !bjt_uuid_is_nil (&annotation->entrance_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the entrance of the note is not there");
  if (entrance != BJT_NO_INDEX)
    annotation->building_id = bjt_picture_get_building (picture, bjt_picture_get_entrance (picture, entrance)->building)->id;
  building = bjt_picture_find_building (picture, &annotation->building_id);
  if (building == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the building of the note is not there");
  b = bjt_picture_get_building (picture, building);
  if (annotation->ordinal < MIN (b->lowest, 0) || annotation->ordinal > MAX (b->highest, 0))
    return refuse_level (b, annotation->ordinal, error);
  if (annotation->space == NULL || *annotation->space == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say in which shared space it is: corridor, elevator, fire-lane …");
  if (g_strcmp0 (annotation->space, BJT_SPACE_CORDON) == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a cordon is no note; cordon the entrance off instead");
  return TRUE;
}

static gboolean
check_words (const BjtAnnotation *annotation,
             gboolean             has_photo,
             GError             **error)
{
  const char *text = annotation->text != NULL ? annotation->text : "";

  if (annotation->kind < BJT_ANNOTATION_NOTE || annotation->kind > BJT_ANNOTATION_HAZARD)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such kind of note");
  if (!g_utf8_validate (text, -1, NULL) || (annotation->space != NULL && !g_utf8_validate (annotation->space, -1, NULL)))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the text is not in UTF-8");
  if (annotation->kind == BJT_ANNOTATION_PHOTO && !has_photo)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a photo needs a picture; choose a PNG or JPEG file");
  if (annotation->kind != BJT_ANNOTATION_PHOTO && strspn (text, " \t\n") == strlen (text))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the note is empty; say in a few words what there is");
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the note is longer than 2000 characters; make it shorter");
  return TRUE;
}

static gboolean
check_days (BjtWorkspace        *self,
            const BjtAnnotation *annotation,
            GError             **error)
{
  BjtDate today = bjt_clock_get_today (&self->clock);

  if (annotation->noted_on != BJT_DATE_NONE && annotation->noted_on > today)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "nothing can be noted in the future");
  if (annotation->settled_on != BJT_DATE_NONE && (annotation->settled_on > today || annotation->settled_on < annotation->noted_on))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "it is settled after it is noted, and not in the future");
  return TRUE;
}

static gboolean
check_shape (BjtWorkspace        *self,
             const BjtAnnotation *annotation,
             BjtPoint            *where,
             GError             **error)
{
  static const char *const faults[] = {
    [BJT_GEOMETRY_SOUND] = "is sound",
    [BJT_GEOMETRY_NO_NUMBERS] = "has a coordinate that is none",
    [BJT_GEOMETRY_ZERO_LENGTH] = "has a side without length",
    [BJT_GEOMETRY_NO_AREA] = "has no area",
    [BJT_GEOMETRY_CROSSES_ITSELF] = "crosses itself",
  };
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  BjtGeometryFault  fault;
  BjtPoint          own;

  where = where != NULL ? where : &own;
  *where = (BjtPoint) { (double) NAN, (double) NAN };
  if (annotation->shape == NULL)
    return TRUE;
  if (annotation->shape->n_points == 0
      || (annotation->shape->kind != BJT_GEOMETRY_POINT && annotation->shape->kind != BJT_GEOMETRY_LINE && annotation->shape->kind != BJT_GEOMETRY_POLYGON))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a note lies at a point, along a line or over an area");
  fault = bjt_geometry_check (annotation->shape, LEAST_LENGTH, where);
  if (fault != BJT_GEOMETRY_SOUND)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "the shape of the note %s at %.2f, %.2f; draw it anew there", faults[fault], where->x, where->y);
      return FALSE;
    }
  if (bjt_plan_index_find_plan (picture, bjt_picture_find_building (picture, &annotation->building_id), annotation->ordinal) != BJT_NO_INDEX)
    return TRUE;
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "level %d has no plan to note a place on; make one first", annotation->ordinal);
  return FALSE;
}

static gboolean
check (BjtWorkspace             *self,
       const BjtAnnotationDraft *draft,
       gboolean                  has_photo,
       GError                  **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  BjtAnnotation    *annotation = draft->annotation;

  return check_words (annotation, has_photo, error)
         && (bjt_uuid_is_nil (&annotation->door_id) ? place_in_shared_space (picture, annotation, error) : place_at_door (picture, annotation, error))
         && check_days (self, annotation, error) && check_shape (self, annotation, draft->where, error);
}

/* Issues */

/* The first line, or its beginning. */
static char *
dup_title (const BjtAnnotation *annotation)
{
  g_auto (GStrv) lines = g_strsplit (annotation->text != NULL ? annotation->text : "", "\n", 2);
  g_autofree char *line = g_strstrip (g_strdup (lines[0] != NULL ? lines[0] : ""));

  if (g_utf8_strlen (line, -1) > MAX_TITLE)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MAX_TITLE - 1);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&line);
}

static void
complete_issue (BjtIssue            *issue,
                const BjtAnnotation *annotation)
{
  if (issue->title == NULL || *issue->title == '\0')
    {
      g_free (issue->title);
      issue->title = dup_title (annotation);
    }
  if (issue->description == NULL)
    issue->description = g_strdup (annotation->text);
  if (issue->reported_on == BJT_DATE_NONE)
    issue->reported_on = annotation->noted_on;
  issue->door_id = annotation->door_id;
  issue->entrance_id = bjt_uuid_is_nil (&annotation->door_id) ? annotation->entrance_id : BJT_UUID_NIL;
  issue->building_id = bjt_uuid_is_nil (&annotation->door_id) && bjt_uuid_is_nil (&annotation->entrance_id) ? annotation->building_id : BJT_UUID_NIL;
}

/* Writing */

static gboolean
write_photo (BjtWorkspace   *self,
             BjtAnnotation  *annotation,
             const BjtPhoto *photo,
             GError        **error)
{
  return bjt_workspace_write_photo (self, &annotation->id, photo, &annotation->attachment_id, error);
}

gboolean
bjt_workspace_write_door_photo (BjtWorkspace  *self,
                                const BjtUuid *door_id,
                                BjtDate        noted_on,
                                gconstpointer  photo,
                                GError       **error)
{
  g_autoptr (BjtAnnotation) annotation = bjt_annotation_new ();
  BjtAnnotationDraft draft = { annotation, photo, NULL, NULL };

  annotation->kind = BJT_ANNOTATION_PHOTO;
  annotation->door_id = *door_id;
  annotation->noted_on = noted_on;
  annotation->settled_on = BJT_DATE_NONE;
  annotation->staff_id = self->staff_id;
  init_key (self, &annotation->id);
  return check (self, &draft, TRUE, error) && write_photo (self, annotation, photo, error)
         && bjt_store_insert (self->store, &bjt_annotation_type, annotation, error);
}

/**
 * bjt_workspace_add_annotation:
 *
 * With its photo and its issue one action.
 */
gboolean
bjt_workspace_add_annotation (BjtWorkspace             *self,
                              const BjtAnnotationDraft *draft,
                              GError                  **error)
{
  BjtAnnotation *annotation = draft->annotation;
  g_autoptr (BjtActionScope) scope = NULL;

  if (annotation->noted_on == BJT_DATE_NONE)
    annotation->noted_on = bjt_clock_get_today (&self->clock);
  if (!check (self, draft, draft->photo != NULL, error))
    return FALSE;
  if (draft->issue != NULL)
    {
      complete_issue (draft->issue, annotation);
      if (!bjt_workspace_check_issue (self, draft->issue, error))
        return FALSE;
    }
  scope = begin (self, "add-annotation", annotation, error);
  if (scope == NULL)
    return FALSE;
  init_key (self, &annotation->id);
  if (bjt_uuid_is_nil (&annotation->staff_id))
    annotation->staff_id = self->staff_id;
  if (draft->photo != NULL && !write_photo (self, annotation, draft->photo, error))
    return FALSE;
  if (draft->issue != NULL && !bjt_workspace_write_issue (self, draft->issue, error))
    return FALSE;
  annotation->issue_id = draft->issue != NULL ? draft->issue->id : BJT_UUID_NIL;
  return bjt_store_insert (self->store, &bjt_annotation_type, annotation, error) && finish (self, scope, draft->issue != NULL, error);
}

/**
 * bjt_workspace_change_annotation:
 *
 * Where it is reported and who noted it stay as they are.
 */
gboolean
bjt_workspace_change_annotation (BjtWorkspace             *self,
                                 const BjtAnnotationDraft *draft,
                                 GError                  **error)
{
  BjtAnnotation *annotation = draft->annotation;
  g_autoptr (BjtAnnotation) old = bjt_workspace_get_annotation (self, &annotation->id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (old == NULL)
    return FALSE;
  annotation->attachment_id = old->attachment_id;
  annotation->issue_id = old->issue_id;
  annotation->staff_id = old->staff_id;
  if (annotation->noted_on == BJT_DATE_NONE)
    annotation->noted_on = old->noted_on;
  if (!check (self, draft, draft->photo != NULL || !bjt_uuid_is_nil (&old->attachment_id), error))
    return FALSE;
  scope = begin (self, "change-annotation", annotation, error);
  return scope != NULL && (draft->photo == NULL || write_photo (self, annotation, draft->photo, error))
         && bjt_store_update (self->store, &bjt_annotation_type, annotation, error) && finish (self, scope, FALSE, error);
}

gboolean
bjt_workspace_settle_annotation (BjtWorkspace  *self,
                                 const BjtUuid *annotation_id,
                                 gboolean       settled,
                                 GError       **error)
{
  g_autoptr (BjtAnnotation) annotation = bjt_workspace_get_annotation (self, annotation_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (annotation == NULL)
    return FALSE;
  if ((annotation->settled_on != BJT_DATE_NONE) == (settled != FALSE))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, settled ? "it is settled already" : "it is not settled yet");
  annotation->settled_on = settled ? bjt_clock_get_today (&self->clock) : BJT_DATE_NONE;
  scope = begin (self, settled ? "settle-annotation" : "reopen-annotation", annotation, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_annotation_type, annotation, error) && finish (self, scope, FALSE, error);
}

gboolean
bjt_workspace_remove_annotation (BjtWorkspace  *self,
                                 const BjtUuid *annotation_id,
                                 GError       **error)
{
  g_autoptr (BjtAnnotation) annotation = bjt_workspace_get_annotation (self, annotation_id, error);
  g_autoptr (BjtActionScope) scope = annotation != NULL ? begin (self, "remove-annotation", annotation, error) : NULL;

  return scope != NULL && bjt_store_remove (self->store, &bjt_annotation_type, annotation_id, error) && finish (self, scope, FALSE, error);
}

gboolean
bjt_workspace_report_annotation (BjtWorkspace  *self,
                                 const BjtUuid *annotation_id,
                                 BjtIssue      *issue,
                                 GError       **error)
{
  g_autoptr (BjtAnnotation) annotation = bjt_workspace_get_annotation (self, annotation_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (annotation == NULL)
    return FALSE;
  if (!bjt_uuid_is_nil (&annotation->issue_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "it is reported as an issue already");
  if (issue->reported_on == BJT_DATE_NONE)
    issue->reported_on = bjt_clock_get_today (&self->clock);
  complete_issue (issue, annotation);
  if (!bjt_workspace_check_issue (self, issue, error))
    return FALSE;
  scope = begin (self, "report-issue", annotation, error);
  if (scope == NULL || !bjt_workspace_write_issue (self, issue, error))
    return FALSE;
  annotation->issue_id = issue->id;
  return bjt_store_update (self->store, &bjt_annotation_type, annotation, error) && finish (self, scope, TRUE, error);
}
