/* bjt-coverage-flaws.c: where polygons cross themselves, lie on each other, or
 * leave ground between them. */
#include "bjt-coverage.h"

#include <math.h>

#include "bjt-coverage-shape.h"

#define SLIT 2.0     /* m: a gap that is open to the outside is one when it is narrower than twice this */
#define MIN_AREA BJT_COVERAGE_LEAST_OVERLAP

static void
clear_flaw (gpointer data)
{
  BjtFlaw *flaw = data;

  g_clear_pointer (&flaw->shape, bjt_geometry_unref);
}

static GArray *
new_flaws (void)
{
  GArray *flaws = g_array_new (FALSE, FALSE, sizeof (BjtFlaw));

  g_array_set_clear_func (flaws, clear_flaw);
  return flaws;
}

static void
add_flaws (BjtCoverage *self,
           GArray      *flaws,
           BjtFlawKind  kind,
           guint32      a,
           guint32      b,
           const Shape *shape)
{
  g_autoptr (GPtrArray) parts = bjt_coverage_shape_list_ground (self, shape, MIN_AREA);

  for (guint p = 0; p < parts->len; p++)
    {
      BjtFlaw flaw = { kind, a, b, bjt_coverage_shape_get_place (self, parts->pdata[p]), bjt_coverage_shape_get_area (self, parts->pdata[p]), bjt_coverage_shape_dup_geometry (self, parts->pdata[p]) };

      g_array_append_val (flaws, flaw);
    }
}

static void
add_overlap (BjtCoverage *self,
             GArray      *flaws,
             guint32      a,
             guint32      b,
             const Shape *shape_a)
{
  BjtBox box_a = bjt_coverage_get_box (self, a), box_b = bjt_coverage_get_box (self, b);
  Shape *shape_b, *common;

  if (bjt_box_is_empty (&box_a) || bjt_box_is_empty (&box_b) || !bjt_box_intersects (&box_a, &box_b))
    return;
  shape_b = bjt_coverage_shape_new (self, b);
  common = GEOSIntersection_r (self->geos, shape_a, shape_b);
  add_flaws (self, flaws, BJT_FLAW_OVERLAP, MIN (a, b), MAX (a, b), common);
  bjt_coverage_shape_free (self, common);
  bjt_coverage_shape_free (self, shape_b);
}

/**
 * bjt_coverage_list_overlaps:
 *
 * Returns: (transfer full) (element-type BjtFlaw): those of one face; quick
 *   enough for every step of a drag
 */
GArray *
bjt_coverage_list_overlaps (BjtCoverage *self,
                            guint32      face)
{
  GArray *flaws = new_flaws ();
  Shape  *shape = bjt_coverage_shape_new (self, face);

  for (guint32 f = 0; f < self->faces->len && shape != NULL; f++)
    if (f != face)
      add_overlap (self, flaws, face, f, shape);
  bjt_coverage_shape_free (self, shape);
  return flaws;
}

static Shape *
join_all (BjtCoverage *self)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  Shape *collection, *all;

  for (guint32 f = 0; f < self->faces->len; f++)
    g_ptr_array_add (shapes, bjt_coverage_shape_new (self, f));
  collection = GEOSGeom_createCollection_r (self->geos, GEOS_GEOMETRYCOLLECTION, (Shape **) shapes->pdata, shapes->len);
  all = GEOSUnaryUnion_r (self->geos, collection);
  bjt_coverage_shape_free (self, collection);
  return all;
}

/* Enclosed by polygons, or a narrow slit between them. */
static void
add_gaps (BjtCoverage *self,
          GArray      *flaws)
{
  Shape *all = join_all (self);
  Shape *swollen = all != NULL ? GEOSBufferWithStyle_r (self->geos, all, SLIT, 8, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 2) : NULL;
  Shape *shrunken = swollen != NULL ? GEOSBufferWithStyle_r (self->geos, swollen, -SLIT, 8, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 2) : NULL;
  Shape *slits = shrunken != NULL ? GEOSDifference_r (self->geos, shrunken, all) : NULL;
  int    n = all != NULL ? GEOSGetNumGeometries_r (self->geos, all) : 0;

  for (int g = 0; g < n; g++)
    {
      const Shape *part = GEOSGetGeometryN_r (self->geos, all, g);
      int          n_holes = GEOSGeomTypeId_r (self->geos, part) == GEOS_POLYGON ? GEOSGetNumInteriorRings_r (self->geos, part) : 0;

      for (int h = 0; h < n_holes; h++)
        {
          Shape *hole = GEOSGeom_createPolygon_r (self->geos, GEOSGeom_clone_r (self->geos, GEOSGetInteriorRingN_r (self->geos, part, h)), NULL, 0);
          Shape *rest = slits != NULL ? GEOSDifference_r (self->geos, slits, hole) : NULL;

          add_flaws (self, flaws, BJT_FLAW_GAP, BJT_COVERAGE_NONE, BJT_COVERAGE_NONE, hole);
          bjt_coverage_shape_free (self, hole);
          bjt_coverage_shape_free (self, slits);
          slits = rest;
        }
    }
  add_flaws (self, flaws, BJT_FLAW_GAP, BJT_COVERAGE_NONE, BJT_COVERAGE_NONE, slits);
  bjt_coverage_shape_free (self, slits);
  bjt_coverage_shape_free (self, shrunken);
  bjt_coverage_shape_free (self, swollen);
  bjt_coverage_shape_free (self, all);
}

/**
 * bjt_coverage_list_flaws:
 *
 * Returns: (transfer full) (element-type BjtFlaw): crossings, overlaps, gaps. A
 *   gap is ground that polygons enclose, or a slit of less than four metres
 *   between them; it names no face.
 */
GArray *
bjt_coverage_list_flaws (BjtCoverage *self)
{
  GArray *flaws = new_flaws ();

  for (guint32 f = 0; f < self->faces->len; f++)
    {
      BjtFlaw flaw = { .kind = BJT_FLAW_CROSSES_ITSELF, .a = f, .b = BJT_COVERAGE_NONE, .place = { NAN, NAN } };

      if (!bjt_coverage_check_face (self, f, &flaw.place))
        g_array_append_val (flaws, flaw);
    }
  for (guint32 a = 0; a < self->faces->len; a++)
    {
      Shape *shape = bjt_coverage_shape_new (self, a);

      for (guint32 b = a + 1; b < self->faces->len; b++)
        add_overlap (self, flaws, a, b, shape);
      bjt_coverage_shape_free (self, shape);
    }
  add_gaps (self, flaws);
  return flaws;
}
