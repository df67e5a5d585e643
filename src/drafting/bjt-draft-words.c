/* bjt-draft-words.c: errors of the core become the sentences people read here. */
#include "bjt-draft-words.h"

#include <glib/gi18n-lib.h>

#include "plan/bjt-plan-check.h"
#include "plan/bjt-plan-shape.h"
#include "plan/bjt-plan-trace.h"

const char *
bjt_draft_words_get_kind (BjtElementKind kind)
{
  static const char *const names[BJT_N_ELEMENT_KINDS] = {
    [BJT_ELEMENT_DOOR] = N_("Door outline"),
    [BJT_ELEMENT_WALL] = N_("Wall"),
    [BJT_ELEMENT_OPENING] = N_("Door opening"),
    [BJT_ELEMENT_STAIRS] = N_("Stairs"),
    [BJT_ELEMENT_ELEVATOR] = N_("Elevator"),
    [BJT_ELEMENT_AREA] = N_("Room or corridor"),
    [BJT_ELEMENT_LINE] = N_("Line"),
    [BJT_ELEMENT_TEXT] = N_("Text"),
  };

  g_return_val_if_fail (kind < BJT_N_ELEMENT_KINDS, NULL);
  return _(names[kind]);
}

const char *
bjt_draft_words_get_snap (BjtPlanSnapKind kind)
{
  static const char *const names[] = {
    [BJT_PLAN_SNAP_NONE] = NULL,
    /* Translators: what a drawn point is caught by */
    [BJT_PLAN_SNAP_VERTEX] = N_("Corner"),
    [BJT_PLAN_SNAP_MIDDLE] = N_("Middle of a side"),
    [BJT_PLAN_SNAP_CROSSING] = N_("Crossing"),
    [BJT_PLAN_SNAP_RIGHT] = N_("Right angle"),
    [BJT_PLAN_SNAP_PARALLEL] = N_("Parallel"),
    [BJT_PLAN_SNAP_EDGE] = N_("On a side"),
    [BJT_PLAN_SNAP_GRID] = N_("Grid"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind] != NULL ? _(names[kind]) : NULL;
}

const char *
bjt_draft_words_get_refusal (const GError *error)
{
  if (g_error_matches (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_APART))
    return _("Only outlines that touch can be merged");
  if (g_error_matches (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_MISSED))
    return _("The cut has to go through, from side to side");
  if (g_error_matches (error, BJT_PLAN_TRACE_ERROR, BJT_PLAN_TRACE_ERROR_OPEN))
    return _("Open to the outside here: close gaps, or draw the outline");
  if (error != NULL && error->domain == BJT_PLAN_TRACE_ERROR)
    return _("No room is drawn around this place");
  if (g_error_matches (error, BJT_PLAN_ERROR, BJT_PLAN_ERROR_ELEMENT) || g_error_matches (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_INVALID))
    return _("A shape may not cross itself, nor have sides without length");
  return error != NULL ? error->message : _("This can't be done here");
}

char *
bjt_draft_words_dup_door (const BjtPicture *picture,
                          guint32           index)
{
  const BjtPictureDoor *door = bjt_picture_get_door (picture, index);
  const char           *label = door->label != NULL ? door->label : "?";

  if (door->entrance == BJT_NO_INDEX || bjt_picture_get_building (picture, door->building)->entrances.n < 2)
    return g_strdup (label);
  return g_strdup_printf ("%s-%s", bjt_picture_get_entrance (picture, door->entrance)->label, label);
}

char *
bjt_draft_words_dup_length (double metres)
{
  /* Translators: a length on a plan, in metres */
  return g_strdup_printf (_("%.2f m"), metres);
}

char *
bjt_draft_words_dup_area (double square_metres)
{
  /* Translators: an area on a plan, in square metres */
  return g_strdup_printf (_("%.1f m²"), square_metres);
}
