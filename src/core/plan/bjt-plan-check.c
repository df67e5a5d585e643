/* bjt-plan-check.c: each kind of element has the sorts of shape it can have, and
 * no shape crosses itself or has sides without length. */
#include "bjt-plan-check.h"

#include <math.h>

#include "geo/bjt-geometry-check.h"

#define LEAST_LENGTH 0.001 /* m */

G_DEFINE_QUARK (bjt-plan-error-quark, bjt_plan_error)

#define POINT (1u << BJT_GEOMETRY_POINT)
#define LINE (1u << BJT_GEOMETRY_LINE)
#define POLYGON (1u << BJT_GEOMETRY_POLYGON)

static const struct
{
  const char *name;
  guint       shapes;
  const char *wanted;
} element_kinds[BJT_N_ELEMENT_KINDS] = {
  [BJT_ELEMENT_DOOR] = { "door", POLYGON, "an outline" },
  [BJT_ELEMENT_WALL] = { "wall", LINE | POLYGON, "a line or an outline" },
  [BJT_ELEMENT_OPENING] = { "opening", POINT | LINE, "a point or a line" },
  [BJT_ELEMENT_STAIRS] = { "stairs", POINT | POLYGON, "a point or an outline" },
  [BJT_ELEMENT_ELEVATOR] = { "elevator", POINT | POLYGON, "a point or an outline" },
  [BJT_ELEMENT_AREA] = { "area", POLYGON, "an outline" },
  [BJT_ELEMENT_LINE] = { "line", LINE, "a line" },
  [BJT_ELEMENT_TEXT] = { "text", POINT, "a point" },
};

const char *
bjt_element_kind_get_name (BjtElementKind kind)
{
  g_return_val_if_fail (kind < BJT_N_ELEMENT_KINDS, NULL);
  return element_kinds[kind].name;
}

gboolean
bjt_element_kind_parse (const char     *name,
                        BjtElementKind *kind)
{
  for (guint k = 0; k < BJT_N_ELEMENT_KINDS; k++)
    if (g_strcmp0 (name, element_kinds[k].name) == 0)
      {
        *kind = (BjtElementKind) k;
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse_shape (const BjtPlanElement *element,
              BjtGeometryFault      fault,
              const BjtPoint       *where,
              GError              **error)
{
  static const char *const faults[] = {
    [BJT_GEOMETRY_SOUND] = "is sound",
    [BJT_GEOMETRY_NO_NUMBERS] = "has a coordinate that is none",
    [BJT_GEOMETRY_ZERO_LENGTH] = "has a side without length",
    [BJT_GEOMETRY_NO_AREA] = "has no area",
    [BJT_GEOMETRY_CROSSES_ITSELF] = "crosses itself",
  };

  g_set_error (error, BJT_PLAN_ERROR, BJT_PLAN_ERROR_ELEMENT, "the %s%s%s %s at %.2f, %.2f; draw it anew there", element_kinds[element->kind].name,
               element->label != NULL ? " " : "", element->label != NULL ? element->label : "", faults[fault], where->x, where->y);
  return FALSE;
}

gboolean
bjt_plan_check_element (const BjtPlanElement *element,
                        BjtPoint             *where,
                        GError              **error)
{
  BjtPoint         own;
  BjtGeometryFault fault;

  if (where == NULL)
    where = &own;
  *where = (BjtPoint) { (double) NAN, (double) NAN };
  if (element->kind < 0 || element->kind >= BJT_N_ELEMENT_KINDS)
    {
      g_set_error (error, BJT_PLAN_ERROR, BJT_PLAN_ERROR_ELEMENT, "there is no kind of element %d", element->kind);
      return FALSE;
    }
  if (element->shape == NULL || element->shape->n_points == 0 || (element_kinds[element->kind].shapes & (1u << element->shape->kind)) == 0)
    {
      g_set_error (error, BJT_PLAN_ERROR, BJT_PLAN_ERROR_ELEMENT, "the %s%s%s wants %s; draw it anew", element_kinds[element->kind].name,
                   element->label != NULL ? " " : "", element->label != NULL ? element->label : "", element_kinds[element->kind].wanted);
      return FALSE;
    }
  fault = bjt_geometry_check (element->shape, LEAST_LENGTH, where);
  if (fault != BJT_GEOMETRY_SOUND)
    return refuse_shape (element, fault, where, error);
  if (element->kind != BJT_ELEMENT_TEXT || (element->label != NULL && *element->label != '\0'))
    return TRUE;
  *where = element->shape->points[0];
  g_set_error (error, BJT_PLAN_ERROR, BJT_PLAN_ERROR_ELEMENT, "the text at %.2f, %.2f says nothing", where->x, where->y);
  return FALSE;
}
