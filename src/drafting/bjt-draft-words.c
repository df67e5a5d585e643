/* bjt-draft-words.c: errors of the core become the sentences people read here. */
#include "bjt-draft-words.h"

#include <glib/gi18n-lib.h>

#include "plan/bjt-placement.h"
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

static const struct
{
  GQuark    (*get_domain) (void);
  int         code;
  const char *sentence;
} refusals[] = {
  { bjt_plan_error_quark, BJT_PLAN_ERROR_ELEMENT, N_("A shape may not cross itself, nor have sides without length") },
  { bjt_plan_shape_error_quark, BJT_PLAN_SHAPE_ERROR_INVALID, N_("A shape may not cross itself, nor have sides without length") },
  { bjt_plan_shape_error_quark, BJT_PLAN_SHAPE_ERROR_APART, N_("Only outlines that touch can be merged") },
  { bjt_plan_shape_error_quark, BJT_PLAN_SHAPE_ERROR_MISSED, N_("The cut has to go through, from side to side") },
  { bjt_plan_trace_error_quark, BJT_PLAN_TRACE_ERROR_NOTHING, N_("No room is drawn around this place") },
  { bjt_plan_trace_error_quark, BJT_PLAN_TRACE_ERROR_OPEN, N_("Open to the outside here: close gaps, or draw the outline") },
  { bjt_plan_trace_error_quark, BJT_PLAN_TRACE_ERROR_PICTURE, N_("The picture under the plan can't be read; bring it in again") },
  { bjt_placement_error_quark, BJT_PLACEMENT_ERROR_INVALID, N_("The plan can't be put on the map like this; set the points anew") },
  { bjt_placement_error_quark, BJT_PLACEMENT_ERROR_TOO_FEW, N_("This kind of placement needs more points; set some, or choose another kind") },
  { bjt_placement_error_quark, BJT_PLACEMENT_ERROR_DUPLICATE, N_("Two points are at the same place; move one or leave it out") },
  { bjt_placement_error_quark, BJT_PLACEMENT_ERROR_COLLINEAR, N_("The points lie on one line; add one well beside it") },
  { bjt_placement_error_quark, BJT_PLACEMENT_ERROR_MIRRORED, N_("The points fit only a mirrored plan: two may be exchanged, or mirror the plan") },
  { bjt_placement_error_quark, BJT_PLACEMENT_ERROR_SINGULAR, N_("These points would press the plan flat; set them anew") },
};

const char *
bjt_draft_words_find_refusal (const GError *error)
{
  for (guint i = 0; error != NULL && i < G_N_ELEMENTS (refusals); i++)
    if (g_error_matches (error, refusals[i].get_domain (), refusals[i].code))
      return _(refusals[i].sentence);
  return NULL;
}

const char *
bjt_draft_words_get_refusal (const GError *error)
{
  const char *sentence = bjt_draft_words_find_refusal (error);

  return sentence != NULL ? sentence : _("This can't be done here");
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
