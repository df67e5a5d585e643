/* bjt-geos.c: shapes go to GEOS and come back as well-known binary. */
#include "bjt-geos.h"

GEOSGeometry *
bjt_geos_new_shape (GEOSContextHandle_t geos,
                    const BjtGeometry  *geometry)
{
  g_autoptr (GBytes) wkb = bjt_geometry_to_wkb (geometry);
  GEOSWKBReader *reader = GEOSWKBReader_create_r (geos);
  gsize          size;
  const guint8  *data = g_bytes_get_data (wkb, &size);
  GEOSGeometry  *shape = GEOSWKBReader_read_r (geos, reader, data, size);

  GEOSWKBReader_destroy_r (geos, reader);
  return shape;
}

BjtGeometry *
bjt_geos_dup_geometry (GEOSContextHandle_t geos,
                       const GEOSGeometry *shape)
{
  GEOSWKBWriter *writer;
  size_t         size = 0;
  guint8        *data;
  BjtGeometry   *geometry = NULL;

  if (shape == NULL || GEOSisEmpty_r (geos, shape) != 0)
    return NULL;
  writer = GEOSWKBWriter_create_r (geos);
  data = GEOSWKBWriter_write_r (geos, writer, shape, &size);
  if (data != NULL)
    geometry = bjt_geometry_new_from_wkb (data, size, NULL);
  GEOSFree_r (geos, data);
  GEOSWKBWriter_destroy_r (geos, writer);
  return geometry;
}

GEOSGeometry *
bjt_geos_cut (GEOSContextHandle_t geos,
              const GEOSGeometry *face,
              const GEOSGeometry *line,
              double              grid)
{
  GEOSGeometry *border = GEOSBoundary_r (geos, face);
  GEOSGeometry *noded = NULL;
  GEOSGeometry *pieces;

  if (border != NULL && line != NULL)
    noded = grid > 0 ? GEOSUnionPrec_r (geos, border, line, grid) : GEOSUnion_r (geos, border, line);
  pieces = noded != NULL ? GEOSPolygonize_r (geos, (const GEOSGeometry *const[]) { noded }, 1) : NULL;
  bjt_geos_free (geos, border);
  bjt_geos_free (geos, noded);
  return pieces;
}

void
bjt_geos_free (GEOSContextHandle_t geos,
               GEOSGeometry       *shape)
{
  if (shape != NULL)
    GEOSGeom_destroy_r (geos, shape);
}
