/* bjt-order-writer.c: where an order is and where its issue is need not be the
 * same: a lamp in the stairwell is told of from a flat, but it is the entrance's,
 * and all who tell of it tell of the same. The flat is a household concerned then. */
#include "bjt-order-writer.h"

#include "geo/bjt-mercator.h"
#include "rules/bjt-appeal-words.h"

#include <math.h>

void
bjt_order_place_init (BjtOrderPlace       *self,
                      const BjtPicture    *picture,
                      const BjtPlaceGuess *guess)
{
  *self = BJT_ORDER_PLACE_NONE;
  if (guess->compound != BJT_NO_INDEX)
    self->compound_id = bjt_picture_get_compound (picture, guess->compound)->id;
  if (guess->building != BJT_NO_INDEX)
    self->building_id = bjt_picture_get_building (picture, guess->building)->id;
  if (guess->entrance != BJT_NO_INDEX)
    self->entrance_id = bjt_picture_get_entrance (picture, guess->entrance)->id;
  if (guess->door != BJT_NO_INDEX)
    self->door_id = bjt_picture_get_door (picture, guess->door)->id;
}

void
bjt_order_writer_init_clues (BjtPlaceClues         *clues,
                             const BjtHotlineOrder *order)
{
  *clues = (BjtPlaceClues) BJT_PLACE_CLUES_INIT;
  clues->address = order->address;
  clues->content = order->content;
  clues->caller = order->caller;
  clues->phone = order->phone;
}

/* Places */

static const char *
find_kind_code (BjtWorkspace  *self,
                const BjtUuid *kind_id,
                BjtIssueKind **kind)
{
  *kind = bjt_uuid_is_nil (kind_id) ? NULL : bjt_store_get (self->store, &bjt_issue_kind_type, kind_id, NULL);
  return *kind != NULL ? (*kind)->code : NULL;
}

/* The middle of its buildings. */
static BjtGeometry *
make_compound_point (const BjtPicture *picture,
                     const BjtUuid    *id)
{
  BjtPoint sum = { 0, 0 };
  guint    n = 0;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (building->compound == BJT_NO_INDEX || isnan (building->centre.x)
          || !bjt_uuid_equal (&bjt_picture_get_compound (picture, building->compound)->id, id))
        continue;
      sum.x += building->centre.x;
      sum.y += building->centre.y;
      n++;
    }
  if (n == 0)
    return NULL;
  sum = bjt_mercator_unproject ((BjtPoint) { sum.x / n, sum.y / n });
  return bjt_geometry_new_point (sum.x, sum.y);
}

/* The finest that is still there, as indices. */
static gboolean
find_place (const BjtPicture    *picture,
            const BjtOrderPlace *place,
            guint32             *building,
            guint32             *entrance,
            guint32             *door)
{
  *door = bjt_uuid_is_nil (&place->door_id) ? BJT_NO_INDEX : bjt_picture_find_door (picture, &place->door_id);
  *entrance = *door != BJT_NO_INDEX ? bjt_picture_get_door (picture, *door)->entrance
              : bjt_uuid_is_nil (&place->entrance_id) ? BJT_NO_INDEX : bjt_picture_find_entrance (picture, &place->entrance_id);
  *building = *door != BJT_NO_INDEX ? bjt_picture_get_door (picture, *door)->building
              : *entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, *entrance)->building
              : bjt_uuid_is_nil (&place->building_id) ? BJT_NO_INDEX : bjt_picture_find_building (picture, &place->building_id);
  return (bjt_uuid_is_nil (&place->door_id) || *door != BJT_NO_INDEX) && (bjt_uuid_is_nil (&place->entrance_id) || *entrance != BJT_NO_INDEX)
         && (bjt_uuid_is_nil (&place->building_id) || *building != BJT_NO_INDEX);
}

static void
place_issue (BjtIssue         *issue,
             const BjtPicture *picture,
             guint32           building,
             guint32           entrance,
             guint32           door)
{
  issue->door_id = issue->entrance_id = issue->building_id = BJT_UUID_NIL;
  if (door != BJT_NO_INDEX)
    issue->door_id = bjt_picture_get_door (picture, door)->id;
  else if (entrance != BJT_NO_INDEX)
    issue->entrance_id = bjt_picture_get_entrance (picture, entrance)->id;
  else if (building != BJT_NO_INDEX)
    issue->building_id = bjt_picture_get_building (picture, building)->id;
}

/**
 * bjt_order_writer_place:
 *
 * Sets where both are; writes nothing.
 */
gboolean
bjt_order_writer_place (BjtWorkspace        *self,
                        BjtHotlineOrder     *order,
                        BjtIssue            *issue,
                        const BjtOrderPlace *place)
{
  const BjtPicture        *picture = bjt_workspace_get_picture (self);
  g_autoptr (BjtIssueKind) kind = NULL;
  BjtAppealShare           share = bjt_appeal_words_get_share (bjt_appeal_words_get_default (), find_kind_code (self, &issue->kind_id, &kind));
  guint32                  building, entrance, door;

  if (!find_place (picture, place, &building, &entrance, &door))
    return FALSE;
  order->door_id = order->entrance_id = order->building_id = BJT_UUID_NIL;
  if (door != BJT_NO_INDEX)
    order->door_id = bjt_picture_get_door (picture, door)->id;
  else if (entrance != BJT_NO_INDEX)
    order->entrance_id = bjt_picture_get_entrance (picture, entrance)->id;
  else if (building != BJT_NO_INDEX)
    order->building_id = bjt_picture_get_building (picture, building)->id;
  if (share == BJT_APPEAL_OF_BUILDING)
    entrance = BJT_NO_INDEX;
  place_issue (issue, picture, building, entrance, share == BJT_APPEAL_OF_DOOR ? door : BJT_NO_INDEX);
  bjt_geometry_unref (issue->place);
  issue->place = building == BJT_NO_INDEX && !bjt_uuid_is_nil (&place->compound_id) ? make_compound_point (picture, &place->compound_id) : NULL;
  return TRUE;
}

/* The flat that told of what is shared. */
gboolean
bjt_order_writer_add_household (BjtWorkspace          *self,
                                const BjtHotlineOrder *order,
                                const BjtIssue        *issue,
                                GError               **error)
{
  g_autoptr (BjtIssueDoor) concerned = NULL;
  g_autoptr (GPtrArray)    there = NULL;

  if (bjt_uuid_is_nil (&order->door_id) || bjt_uuid_equal (&order->door_id, &issue->door_id))
    return TRUE;
  there = bjt_workspace_list_issue_doors (self, &issue->id, error);
  for (guint i = 0; there != NULL && i < there->len; i++)
    if (bjt_uuid_equal (&((BjtIssueDoor *) there->pdata[i])->door_id, &order->door_id))
      return TRUE;
  if (there == NULL)
    return FALSE;
  concerned = bjt_issue_door_new ();
  bjt_workspace_init_key (self, &concerned->id);
  concerned->issue_id = issue->id;
  concerned->door_id = order->door_id;
  return bjt_store_insert (self->store, &bjt_issue_door_type, concerned, error);
}

/* Repetitions */

static gboolean
is_kept_apart (const GPtrArray *events,
               const BjtUuid   *other)
{
  for (guint i = 0; i < events->len; i++)
    if (bjt_uuid_equal (&((BjtIssueEvent *) events->pdata[i])->other_id, other))
      return TRUE;
  return FALSE;
}

/**
 * bjt_order_writer_list_repeats:
 *
 * Returns: (transfer full) (element-type BjtIssue): the open ones of its kind at its
 *   place that were there before it, but those a person held apart from it
 */
GPtrArray *
bjt_order_writer_list_repeats (BjtWorkspace   *self,
                               const BjtIssue *issue,
                               GError        **error)
{
  g_autoptr (GPtrArray) events = NULL;
  GPtrArray            *repeats = bjt_workspace_list_duplicates (self, issue, error);

  if (repeats == NULL || repeats->len == 0)
    return repeats;
  events = bjt_workspace_list_issue_events (self, &issue->id, error);
  for (guint i = repeats->len; i > 0; i--)
    {
      const BjtIssue *other = repeats->pdata[i - 1];

      if (other->reported_on > issue->reported_on || bjt_picture_compare_labels (other->number, issue->number) > 0
          || (events != NULL && is_kept_apart (events, &other->id)))
        g_ptr_array_remove_index (repeats, i - 1);
    }
  return repeats;
}
