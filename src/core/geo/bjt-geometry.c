/* bjt-geometry.c: shapes and their well-known binary form (OGC 06-103r4,
 * two dimensions). WKB from outside is checked byte by byte: sizes are bounded
 * by the data there is. Thread-safe: a shape never changes. */
#include "bjt-geometry.h"

#include <math.h>
#include <string.h>

typedef struct
{
  BjtGeometry      shape; /* first, so that a BjtGeometry * is one of these */
  gatomicrefcount  references;
} Owned;

enum
{
  WKB_POINT = 1,
  WKB_LINE = 2,
  WKB_POLYGON = 3,
  WKB_MULTI_POINT = 4,
  WKB_MULTI_LINE = 5,
  WKB_MULTI_POLYGON = 6,
};

G_DEFINE_QUARK (bjt-geometry-error-quark, bjt_geometry_error)

gboolean
bjt_box_is_empty (const BjtBox *self)
{
  return self->x1 > self->x2 || self->y1 > self->y2;
}

void
bjt_box_add_point (BjtBox *self,
                   double  x,
                   double  y)
{
  self->x1 = MIN (self->x1, x);
  self->y1 = MIN (self->y1, y);
  self->x2 = MAX (self->x2, x);
  self->y2 = MAX (self->y2, y);
}

gboolean
bjt_box_intersects (const BjtBox *self,
                    const BjtBox *other)
{
  return self->x1 <= other->x2 && self->x2 >= other->x1 && self->y1 <= other->y2 && self->y2 >= other->y1;
}

/**
 * bjt_geometry_new:
 * @parts: (array length=n_parts): where each part stands in @points
 * @points: (array length=n_points): the points of all parts
 *
 * Returns: (transfer full): the shape; both arrays are copied
 */
BjtGeometry *
bjt_geometry_new (BjtGeometryKind kind,
                  const BjtPart  *parts,
                  guint           n_parts,
                  const BjtPoint *points,
                  guint           n_points)
{
  Owned *self = g_new0 (Owned, 1);

  g_atomic_ref_count_init (&self->references);
  self->shape.kind = kind;
  self->shape.n_parts = n_parts;
  self->shape.n_points = n_points;
  self->shape.parts = g_memdup2 (parts, n_parts * sizeof *parts);
  self->shape.points = g_memdup2 (points, n_points * sizeof *points);
  self->shape.box = BJT_BOX_EMPTY;
  for (guint i = 0; i < n_points; i++)
    bjt_box_add_point (&self->shape.box, points[i].x, points[i].y);
  return &self->shape;
}

static BjtGeometry *
new_single (BjtGeometryKind kind,
            const BjtPoint *points,
            guint           n_points)
{
  BjtPart part = { 0, n_points, FALSE };

  return bjt_geometry_new (kind, &part, 1, points, n_points);
}

BjtGeometry *
bjt_geometry_new_point (double x,
                        double y)
{
  BjtPoint point = { x, y };

  return new_single (BJT_GEOMETRY_POINT, &point, 1);
}

BjtGeometry *
bjt_geometry_new_line (const BjtPoint *points,
                       guint           n_points)
{
  return new_single (BJT_GEOMETRY_LINE, points, n_points);
}

/**
 * bjt_geometry_new_polygon:
 * @points: the ring; a last point equal to the first is dropped
 */
BjtGeometry *
bjt_geometry_new_polygon (const BjtPoint *points,
                          guint           n_points)
{
  if (n_points > 1 && memcmp (points, points + n_points - 1, sizeof *points) == 0)
    n_points--;
  return new_single (BJT_GEOMETRY_POLYGON, points, n_points);
}

BjtGeometry *
bjt_geometry_ref (const BjtGeometry *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&((Owned *) self)->references);
  return (BjtGeometry *) self;
}

void
bjt_geometry_unref (BjtGeometry *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&((Owned *) self)->references))
    return;
  g_free ((gpointer) self->parts);
  g_free ((gpointer) self->points);
  g_free (self);
}

/* Reading WKB. */

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean      big_endian;
  GArray       *parts;
  GArray       *points;
} Reader;

static gboolean
read_u32 (Reader  *self,
          guint32 *value)
{
  if (self->end - self->at < 4)
    return FALSE;
  memcpy (value, self->at, 4);
  *value = self->big_endian ? GUINT32_FROM_BE (*value) : GUINT32_FROM_LE (*value);
  self->at += 4;
  return TRUE;
}

static gboolean
read_double (Reader *self,
             double *value)
{
  guint64 bits;

  if (self->end - self->at < 8)
    return FALSE;
  memcpy (&bits, self->at, 8);
  bits = self->big_endian ? GUINT64_FROM_BE (bits) : GUINT64_FROM_LE (bits);
  memcpy (value, &bits, 8);
  self->at += 8;
  return isfinite (*value);
}

static gboolean
read_header (Reader  *self,
             guint32 *type)
{
  if (self->at >= self->end || *self->at > 1)
    return FALSE;
  self->big_endian = *self->at++ == 0;
  return read_u32 (self, type);
}

static gboolean
read_points (Reader  *self,
             guint32  n_points,
             gboolean is_ring,
             gboolean is_hole)
{
  BjtPart part = { self->points->len, n_points, is_hole };

  if ((gsize) (self->end - self->at) / 16 < n_points)
    return FALSE;
  for (guint32 i = 0; i < n_points; i++)
    {
      BjtPoint point;

      if (!read_double (self, &point.x) || !read_double (self, &point.y))
        return FALSE;
      g_array_append_val (self->points, point);
    }
  if (is_ring && n_points > 1)
    {
      const BjtPoint *ring = &g_array_index (self->points, BjtPoint, part.first);

      if (memcmp (ring, ring + n_points - 1, sizeof *ring) == 0)
        {
          part.n_points--;
          g_array_set_size (self->points, self->points->len - 1);
        }
    }
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
read_body (Reader *self,
           guint32 type)
{
  guint32 count = 1;

  if (type == WKB_POINT)
    return read_points (self, 1, FALSE, FALSE);
  if (!read_u32 (self, &count))
    return FALSE;
  if (type == WKB_LINE)
    return read_points (self, count, FALSE, FALSE);
  for (guint32 i = 0; i < count; i++)
    {
      guint32 n_points, inner;

      if (type == WKB_POLYGON)
        {
          if (!read_u32 (self, &n_points) || (n_points == 0 && count > 1))
            return FALSE; /* a hole in nothing */
          if (n_points > 0 && !read_points (self, n_points, TRUE, i > 0))
            return FALSE;
        }
      else if (!read_header (self, &inner) || inner != type - 3 || !read_body (self, inner))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_geometry_new_from_wkb:
 *
 * Returns: (transfer full) (nullable): the shape, or %NULL with @error
 */
BjtGeometry *
bjt_geometry_new_from_wkb (const guint8 *data,
                           gsize         size,
                           GError      **error)
{
  Reader       reader = { data, data + size, FALSE, NULL, NULL };
  guint32      type = 0;
  BjtGeometry *self = NULL;

  reader.parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  reader.points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  if (read_header (&reader, &type) && type >= WKB_POINT && type <= WKB_MULTI_POLYGON
      && read_body (&reader, type) && reader.at == reader.end)
    self = bjt_geometry_new ((BjtGeometryKind) ((type - 1) % 3),
                             (const BjtPart *) (gpointer) reader.parts->data, reader.parts->len,
                             (const BjtPoint *) (gpointer) reader.points->data, reader.points->len);
  else
    g_set_error (error, BJT_GEOMETRY_ERROR, 0, "damaged shape (%" G_GSIZE_FORMAT " bytes)", size);
  g_array_unref (reader.parts);
  g_array_unref (reader.points);
  return self;
}

/* Writing WKB: always little-endian, always the multi kind. */

static void
write_u32 (GByteArray *out,
           guint32     value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (out, (const guint8 *) &value, 4);
}

static void
write_point (GByteArray     *out,
             const BjtPoint *point)
{
  guint64 bits[2];

  memcpy (bits, point, 16);
  bits[0] = GUINT64_TO_LE (bits[0]);
  bits[1] = GUINT64_TO_LE (bits[1]);
  g_byte_array_append (out, (const guint8 *) bits, 16);
}

static void
write_header (GByteArray *out,
              guint32     type)
{
  guint8 little_endian = 1;

  g_byte_array_append (out, &little_endian, 1);
  write_u32 (out, type);
}

static guint
count_rings (const BjtGeometry *self,
             guint              first)
{
  guint n = 1;

  while (first + n < self->n_parts && self->parts[first + n].is_hole)
    n++;
  return n;
}

static guint
count_members (const BjtGeometry *self)
{
  guint members = 0;

  for (guint i = 0; i < self->n_parts; i++)
    members += self->kind != BJT_GEOMETRY_POLYGON || i == 0 || !self->parts[i].is_hole;
  return members;
}

static void
write_ring (GByteArray        *out,
            const BjtGeometry *self,
            const BjtPart     *part)
{
  gboolean closes = self->kind == BJT_GEOMETRY_POLYGON && part->n_points > 0;

  if (self->kind != BJT_GEOMETRY_POINT)
    write_u32 (out, part->n_points + closes);
  for (guint i = 0; i < part->n_points; i++)
    write_point (out, self->points + part->first + i);
  if (closes)
    write_point (out, self->points + part->first);
}

/**
 * bjt_geometry_to_wkb:
 *
 * Returns: (transfer full): MULTIPOINT, MULTILINESTRING or MULTIPOLYGON
 */
GBytes *
bjt_geometry_to_wkb (const BjtGeometry *self)
{
  GByteArray *out = g_byte_array_new ();

  write_header (out, (guint32) self->kind + WKB_MULTI_POINT);
  write_u32 (out, count_members (self));
  for (guint i = 0; i < self->n_parts;)
    {
      guint n = self->kind == BJT_GEOMETRY_POLYGON ? count_rings (self, i) : 1;

      write_header (out, (guint32) self->kind + WKB_POINT);
      if (self->kind == BJT_GEOMETRY_POLYGON)
        write_u32 (out, n);
      for (guint end = i + n; i < end; i++)
        write_ring (out, self, self->parts + i);
    }
  return g_byte_array_free_to_bytes (out);
}

static void
append_position (GString        *out,
                 const BjtPoint *point)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (x, sizeof x, "%.8f", point->x);
  g_ascii_formatd (y, sizeof y, "%.8f", point->y);
  g_string_append_printf (out, "[%s,%s]", x, y);
}

static void
append_positions (GString           *out,
                  const BjtGeometry *self,
                  const BjtPart     *part)
{
  guint n = part->n_points + (self->kind == BJT_GEOMETRY_POLYGON ? 1 : 0);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_position (out, self->points + part->first + i % part->n_points);
    }
  g_string_append_c (out, ']');
}

/**
 * bjt_geometry_to_geojson:
 *
 * Returns: (transfer full): a GeoJSON geometry (RFC 7946), the multi kind
 */
char *
bjt_geometry_to_geojson (const BjtGeometry *self)
{
  static const char *const names[] = { "MultiPoint", "MultiLineString", "MultiPolygon" };
  GString                 *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"type\":\"%s\",\"coordinates\":[", names[self->kind]);
  for (guint i = 0; i < self->n_parts; i++)
    {
      gboolean hole = self->kind == BJT_GEOMETRY_POLYGON && i > 0 && self->parts[i].is_hole;

      if (i > 0)
        g_string_append (out, self->kind == BJT_GEOMETRY_POLYGON && !hole ? "]," : ",");
      if (self->kind == BJT_GEOMETRY_POLYGON && !hole)
        g_string_append_c (out, '[');
      if (self->kind == BJT_GEOMETRY_POINT)
        append_position (out, self->points + self->parts[i].first);
      else
        append_positions (out, self, self->parts + i);
    }
  g_string_append (out, self->kind == BJT_GEOMETRY_POLYGON && self->n_parts > 0 ? "]]}" : "]}");
  return g_string_free (out, FALSE);
}

gboolean
bjt_geometry_ring_contains (const BjtPoint *ring,
                            guint           n_points,
                            double          x,
                            double          y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    inside ^= bjt_edge_is_east_of (ring[i], ring[j], x, y);
  return inside;
}

/**
 * bjt_geometry_contains:
 *
 * Returns: whether the point lies in the polygon (even-odd rule; a point on
 *   a western edge or a southern one, where y is least, lies within, on the
 *   others outside)
 */
gboolean
bjt_geometry_contains (const BjtGeometry *self,
                       double             x,
                       double             y)
{
  gboolean inside = FALSE;

  if (self->kind != BJT_GEOMETRY_POLYGON || x < self->box.x1 || x > self->box.x2 || y < self->box.y1 || y > self->box.y2)
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].n_points > 2)
      inside ^= bjt_geometry_ring_contains (self->points + self->parts[i].first, self->parts[i].n_points, x, y);
  return inside;
}

/**
 * bjt_geometry_get_signed_area:
 *
 * Returns: in squared units of the points; positive when counter-clockwise
 */
double
bjt_geometry_get_signed_area (const BjtPoint *ring,
                              guint           n_points)
{
  double sum = 0;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    sum += (ring[j].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[j].y - ring[0].y);
  return sum / 2;
}

static BjtPoint
mean_point (const BjtGeometry *self)
{
  BjtPoint mean = { 0, 0 };

  for (guint i = 0; i < self->n_points; i++)
    {
      mean.x += self->points[i].x / self->n_points;
      mean.y += self->points[i].y / self->n_points;
    }
  return mean;
}

/**
 * bjt_geometry_get_centroid:
 *
 * Returns: the centroid of the polygons' area, else the mean of the points
 */
BjtPoint
bjt_geometry_get_centroid (const BjtGeometry *self)
{
  double   area = 0;
  BjtPoint sum = { 0, 0 };
  BjtPoint origin = self->n_points > 0 ? self->points[0] : (BjtPoint) { 0, 0 };

  if (self->kind == BJT_GEOMETRY_POLYGON)
    for (guint p = 0; p < self->n_parts; p++)
      {
        const BjtPart  *part = self->parts + p;
        const BjtPoint *ring = self->points + part->first;
        double          sign = part->n_points < 3 ? 0 : bjt_geometry_get_signed_area (ring, part->n_points) < 0 ? -1 : 1;

        if (part->is_hole)
          sign = -sign;
        for (guint i = 0, j = part->n_points - 1; i < part->n_points; j = i++)
          {
            double ax = ring[j].x - origin.x, ay = ring[j].y - origin.y;
            double bx = ring[i].x - origin.x, by = ring[i].y - origin.y;
            double cross = sign * (ax * by - bx * ay);

            area += cross / 2;
            sum.x += (ax + bx) * cross / 6;
            sum.y += (ay + by) * cross / 6;
          }
      }
  if (fabs (area) < 1e-18)
    return mean_point (self);
  return (BjtPoint) { origin.x + sum.x / area, origin.y + sum.y / area };
}

/**
 * bjt_geometry_map:
 * @func: gives each point its new place
 *
 * Returns: (transfer full): the same shape in other coordinates
 */
BjtGeometry *
bjt_geometry_map (const BjtGeometry *self,
                  BjtPoint (*func) (BjtPoint point,
                                    gpointer user_data),
                  gpointer           user_data)
{
  g_autofree BjtPoint *points = g_new (BjtPoint, self->n_points + 1);

  for (guint i = 0; i < self->n_points; i++)
    points[i] = func (self->points[i], user_data);
  return bjt_geometry_new (self->kind, self->parts, self->n_parts, points, self->n_points);
}
