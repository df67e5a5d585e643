/* bjt-geometry.h: an immutable shape on the ground or on a plan.
 *
 * Points, lines and polygons with any number of parts, in one flat array of
 * doubles: longitude/latitude in degrees (CGCS2000) on the ground, metres on a
 * plan. Shared by reference between threads.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} BjtPoint;

typedef struct
{
  double x1, y1, x2, y2;
} BjtBox;

#define BJT_BOX_EMPTY ((BjtBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

/* Whether the ray from (x, y) eastward meets the edge. The higher end belongs to
 * the edge, the lower does not, and the direction does not matter: a point on
 * an edge that two polygons share lies in exactly one of them. */
static inline gboolean
bjt_edge_is_east_of (BjtPoint a,
                     BjtPoint b,
                     double   x,
                     double   y)
{
  if (a.y > b.y)
    {
      BjtPoint swapped = a;

      a = b;
      b = swapped;
    }
  return a.y <= y && y < b.y && (x - a.x) * (b.y - a.y) < (b.x - a.x) * (y - a.y);
}

gboolean bjt_box_is_empty (const BjtBox *self);
void     bjt_box_add_point (BjtBox *self, double x, double y);
gboolean bjt_box_intersects (const BjtBox *self, const BjtBox *other);

typedef enum
{
  BJT_GEOMETRY_POINT,   /* every part is one point */
  BJT_GEOMETRY_LINE,    /* every part is a line of two points or more */
  BJT_GEOMETRY_POLYGON, /* every part is a closed ring, its last point left out */
} BjtGeometryKind;

typedef struct
{
  guint    first;    /* index into points */
  guint    n_points;
  gboolean is_hole;  /* polygons: a hole of the last part before that is none */
} BjtPart;

typedef struct
{
  BjtGeometryKind  kind;
  guint            n_parts;
  guint            n_points;
  const BjtPart   *parts;
  const BjtPoint  *points;
  BjtBox           box;
} BjtGeometry;

#define BJT_GEOMETRY_ERROR (bjt_geometry_error_quark ())
GQuark bjt_geometry_error_quark (void);

BjtGeometry *bjt_geometry_new (BjtGeometryKind kind, const BjtPart *parts, guint n_parts, const BjtPoint *points, guint n_points);
BjtGeometry *bjt_geometry_new_point (double x, double y);
BjtGeometry *bjt_geometry_new_line (const BjtPoint *points, guint n_points);
BjtGeometry *bjt_geometry_new_polygon (const BjtPoint *points, guint n_points);
BjtGeometry *bjt_geometry_new_from_wkb (const guint8 *data, gsize size, GError **error);
BjtGeometry *bjt_geometry_ref (const BjtGeometry *self);
void         bjt_geometry_unref (BjtGeometry *self);
GBytes      *bjt_geometry_to_wkb (const BjtGeometry *self);
char        *bjt_geometry_to_geojson (const BjtGeometry *self);
gboolean     bjt_geometry_contains (const BjtGeometry *self, double x, double y);
gboolean     bjt_geometry_ring_contains (const BjtPoint *ring, guint n_points, double x, double y); /* as bjt_geometry_contains() */
BjtPoint     bjt_geometry_get_centroid (const BjtGeometry *self);
double       bjt_geometry_get_signed_area (const BjtPoint *ring, guint n_points);
BjtGeometry *bjt_geometry_map (const BjtGeometry *self, BjtPoint (*func) (BjtPoint point, gpointer user_data), gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtGeometry, bjt_geometry_unref)

G_END_DECLS
