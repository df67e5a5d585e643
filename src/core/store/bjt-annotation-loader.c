/* bjt-annotation-loader.c: one query, then one look-up each. What names a
 * building, entrance or door that is no longer there is left out: it comes
 * back with it. */
#include "bjt-annotation-loader.h"

#include <math.h>

#include "bjt-key-index.h"
#include "model/bjt-plans.h"

/* FALSE: what is named is not there. */
static gboolean
look_up (GHashTable    *index,
         const BjtUuid *id,
         guint32       *found)
{
  *found = bjt_uuid_is_nil (id) ? BJT_NO_INDEX : GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1;
  return bjt_uuid_is_nil (id) || *found != BJT_NO_INDEX;
}

static void
append (GArray              *annotations,
        BjtPicture          *picture,
        GHashTable          *owners[3], /* buildings, entrances, doors */
        const BjtAnnotation *record)
{
  BjtPictureAnnotation annotation = { .id = record->id, .place = { (double) NAN, (double) NAN } };

  if (g_strcmp0 (record->space, BJT_SPACE_CORDON) == 0 || bjt_uuid_is_nil (&record->building_id)
      || !look_up (owners[0], &record->building_id, &annotation.building) || !look_up (owners[1], &record->entrance_id, &annotation.entrance)
      || !look_up (owners[2], &record->door_id, &annotation.door))
    return;
  annotation.kind = (guint8) CLAMP (record->kind, BJT_ANNOTATION_NOTE, BJT_ANNOTATION_HAZARD);
  annotation.ordinal = (gint16) CLAMP (record->ordinal, G_MININT16, G_MAXINT16);
  annotation.has_photo = !bjt_uuid_is_nil (&record->attachment_id);
  annotation.space = bjt_picture_keep_string (picture, record->space);
  annotation.text = bjt_picture_keep_string (picture, record->text);
  annotation.shape = record->shape != NULL && record->shape->n_points > 0 ? bjt_picture_keep_shape (picture, bjt_geometry_ref (record->shape)) : NULL;
  annotation.noted_on = record->noted_on;
  annotation.settled_on = record->settled_on;
  annotation.issue_id = record->issue_id;
  g_array_append_val (annotations, annotation);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const BjtPictureAnnotation *x = a, *y = b;

  if (x->building != y->building)
    return x->building < y->building ? -1 : 1;
  if (x->entrance != y->entrance)
    return x->entrance < y->entrance ? -1 : 1;
  if (x->ordinal != y->ordinal)
    return y->ordinal - x->ordinal;
  if (x->noted_on != y->noted_on)
    return x->noted_on < y->noted_on ? -1 : 1;
  return bjt_uuid_compare (&x->id, &y->id);
}

/**
 * bjt_annotation_loader_load:
 * @picture: with its ground; keeps the strings and shapes
 * @doors: BjtUuid → index + 1
 *
 * Returns: (transfer full) (nullable): empty where there are none
 */
GArray *
bjt_annotation_loader_load (BjtStore   *store,
                            BjtPicture *picture,
                            GHashTable *doors,
                            GError    **error)
{
  g_autoptr (GPtrArray) records = bjt_store_list (store, &bjt_annotation_type, NULL, NULL, "id", 0, error);
  g_autoptr (GHashTable) buildings = NULL;
  g_autoptr (GHashTable) entrances = NULL;
  GArray *annotations;

  if (records == NULL)
    return NULL;
  buildings = bjt_key_index_new (picture->buildings);
  entrances = bjt_key_index_new (picture->entrances);
  annotations = g_array_sized_new (FALSE, TRUE, sizeof (BjtPictureAnnotation), records->len);
  for (guint i = 0; i < records->len; i++)
    append (annotations, picture, (GHashTable *[]) { buildings, entrances, doors }, records->pdata[i]);
  g_array_sort (annotations, compare);
  return annotations;
}

void
bjt_annotation_loader_fill (BjtStore   *store,
                            BjtPicture *picture,
                            GHashTable *doors,
                            GError    **error)
{
  GArray *annotations = bjt_annotation_loader_load (store, picture, doors, error);

  if (annotations == NULL)
    return;
  g_array_unref (picture->annotations);
  picture->annotations = annotations;
}
