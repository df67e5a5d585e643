/* bjt-svg-path.c: the path data of SVG 1.1 and the basic shapes.
 *
 * A fault in the data ends the path where it stands, as the standard wants.
 * Arcs become cubic curves of at most a quarter turn. */
#include "bjt-svg-path.h"

#include <math.h>
#include <string.h>

#define MAX_POINTS (BJT_DRAWING_MAX_POINTS / 4)
#define CIRCLE 0.5522847498307936 /* handle of a quarter circle */

void
bjt_svg_path_init (BjtSvgPath *self)
{
  self->ops = g_byte_array_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->begin = self->at = (BjtPoint) { 0, 0 };
}

void
bjt_svg_path_clear (BjtSvgPath *self)
{
  g_byte_array_unref (self->ops);
  g_array_unref (self->points);
}

void
bjt_svg_path_reset (BjtSvgPath *self)
{
  g_byte_array_set_size (self->ops, 0);
  g_array_set_size (self->points, 0);
  self->begin = self->at = (BjtPoint) { 0, 0 };
}

static void
add_op (BjtSvgPath     *self,
        BjtPathOp       op,
        const BjtPoint *points,
        guint           n)
{
  guint8 code = (guint8) op;

  for (guint i = 0; i < n; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      return;
  if (self->points->len >= MAX_POINTS)
    return;
  g_byte_array_append (self->ops, &code, 1);
  g_array_append_vals (self->points, points, n);
  if (n > 0)
    self->at = points[n - 1];
}

void
bjt_svg_path_move_to (BjtSvgPath *self,
                      double      x,
                      double      y)
{
  self->begin = (BjtPoint) { x, y };
  add_op (self, BJT_PATH_MOVE, &self->begin, 1);
}

void
bjt_svg_path_line_to (BjtSvgPath *self,
                      double      x,
                      double      y)
{
  add_op (self, BJT_PATH_LINE, &(BjtPoint) { x, y }, 1);
}

void
bjt_svg_path_curve_to (BjtSvgPath *self,
                       BjtPoint    a,
                       BjtPoint    b,
                       BjtPoint    end)
{
  BjtPoint points[3] = { a, b, end };

  add_op (self, BJT_PATH_CURVE, points, 3);
}

void
bjt_svg_path_close (BjtSvgPath *self)
{
  if (self->ops->len == 0)
    return;
  add_op (self, BJT_PATH_CLOSE, NULL, 0);
  self->at = self->begin;
}

/* Arcs */

typedef struct
{
  double rx, ry, angle; /* degrees */
  double large, sweep;  /* flags */
} Arc;

static void
add_arc_piece (BjtSvgPath         *self,
               const BjtSvgMatrix *circle,
               double              from,
               double              to)
{
  double t = 4.0 / 3.0 * tan ((to - from) / 4);

  bjt_svg_path_curve_to (self,
                         bjt_svg_matrix_apply (circle, cos (from) - t * sin (from), sin (from) + t * cos (from)),
                         bjt_svg_matrix_apply (circle, cos (to) + t * sin (to), sin (to) - t * cos (to)),
                         bjt_svg_matrix_apply (circle, cos (to), sin (to)));
}

/* From endpoints to centre: SVG 1.1, appendix F.6.5 */
static void
add_arc (BjtSvgPath *self,
         const Arc  *arc,
         BjtPoint    end)
{
  double       phi = arc->angle * G_PI / 180, c = cos (phi), s = sin (phi);
  double       dx = (self->at.x - end.x) / 2, dy = (self->at.y - end.y) / 2;
  double       rx = fabs (arc->rx), ry = fabs (arc->ry);
  double       x = c * dx + s * dy, y = c * dy - s * dx;
  double       excess, left, factor, cx, cy, first, turn;
  BjtSvgMatrix circle;
  guint        n;

  if (!(rx > 0) || !(ry > 0) || (dx == 0 && dy == 0))
    {
      bjt_svg_path_line_to (self, end.x, end.y);
      return;
    }
  excess = sqrt (x * x / (rx * rx) + y * y / (ry * ry));
  rx *= fmax (1, excess);
  ry *= fmax (1, excess);
  left = (rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x) / (rx * rx * y * y + ry * ry * x * x);
  factor = sqrt (fmax (0, left)) * ((arc->large != 0) == (arc->sweep != 0) ? -1 : 1);
  cx = factor * rx * y / ry;
  cy = -factor * ry * x / rx;
  first = atan2 ((y - cy) / ry, (x - cx) / rx);
  turn = atan2 ((-y - cy) / ry, (-x - cx) / rx) - first;
  if (arc->sweep != 0 && turn < 0)
    turn += 2 * G_PI;
  else if (arc->sweep == 0 && turn > 0)
    turn -= 2 * G_PI;
  if (!isfinite (first) || !isfinite (turn))
    return;
  circle = (BjtSvgMatrix) { c * rx, s * rx, -s * ry, c * ry, c * cx - s * cy + (self->at.x + end.x) / 2, s * cx + c * cy + (self->at.y + end.y) / 2 };
  n = (guint) ceil (fabs (turn) / (G_PI / 2) - 1e-9);
  for (guint i = 0; i < n; i++)
    add_arc_piece (self, &circle, first + turn * i / n, first + turn * (i + 1) / n);
}

/* Path data */

typedef struct
{
  BjtSvgPath *path;
  const char *at;
  BjtPoint    handle;      /* of the last curve, for S and T */
  char        last;        /* the command before */
} Data;

static gboolean
read_flag (const char **at,
           double      *flag)
{
  *at += strspn (*at, " ,\t\r\n");
  if (**at != '0' && **at != '1')
    return FALSE;
  *flag = *(*at)++ - '0';
  return TRUE;
}

static gboolean
read_numbers (Data   *self,
              char    command,
              double *numbers,
              guint   n)
{
  for (guint i = 0; i < n; i++)
    if (!(command == 'a' && (i == 3 || i == 4) ? read_flag (&self->at, &numbers[i]) : bjt_svg_next_number (&self->at, &numbers[i])))
      return FALSE;
  return TRUE;
}

/* Where the handle of the last curve comes out on the other side */
static BjtPoint
get_mirrored (const Data *self,
              const char *curves)
{
  BjtPoint at = self->path->at;

  return self->last != '\0' && strchr (curves, self->last) != NULL ? (BjtPoint) { 2 * at.x - self->handle.x, 2 * at.y - self->handle.y } : at;
}

static void
add_quadratic (Data    *self,
               BjtPoint handle,
               BjtPoint end)
{
  BjtPoint at = self->path->at;

  bjt_svg_path_curve_to (self->path,
                         (BjtPoint) { at.x + (handle.x - at.x) * 2 / 3, at.y + (handle.y - at.y) * 2 / 3 },
                         (BjtPoint) { end.x + (handle.x - end.x) * 2 / 3, end.y + (handle.y - end.y) * 2 / 3 }, end);
  self->handle = handle;
}

static void
add_curves (Data         *self,
            char          command,
            const double *n,
            BjtPoint      o)
{
  BjtPoint first;

  switch (command)
    {
    case 'c':
      self->handle = (BjtPoint) { n[2] + o.x, n[3] + o.y };
      bjt_svg_path_curve_to (self->path, (BjtPoint) { n[0] + o.x, n[1] + o.y }, self->handle, (BjtPoint) { n[4] + o.x, n[5] + o.y });
      break;
    case 's':
      first = get_mirrored (self, "cs");
      self->handle = (BjtPoint) { n[0] + o.x, n[1] + o.y };
      bjt_svg_path_curve_to (self->path, first, self->handle, (BjtPoint) { n[2] + o.x, n[3] + o.y });
      break;
    case 'q':
      add_quadratic (self, (BjtPoint) { n[0] + o.x, n[1] + o.y }, (BjtPoint) { n[2] + o.x, n[3] + o.y });
      break;
    case 't':
      add_quadratic (self, get_mirrored (self, "qt"), (BjtPoint) { n[0] + o.x, n[1] + o.y });
      break;
    case 'a':
    default:
      add_arc (self->path, &(Arc) { n[0], n[1], n[2], n[3], n[4] }, (BjtPoint) { n[5] + o.x, n[6] + o.y });
      break;
    }
}

static void
add_command (Data         *self,
             char          command,
             gboolean      is_relative,
             const double *n)
{
  BjtSvgPath *path = self->path;
  BjtPoint    o = is_relative ? path->at : (BjtPoint) { 0, 0 };

  switch (command)
    {
    case 'm':
      bjt_svg_path_move_to (path, n[0] + o.x, n[1] + o.y);
      break;
    case 'l':
      bjt_svg_path_line_to (path, n[0] + o.x, n[1] + o.y);
      break;
    case 'h':
      bjt_svg_path_line_to (path, n[0] + o.x, path->at.y);
      break;
    case 'v':
      bjt_svg_path_line_to (path, path->at.x, n[0] + o.y);
      break;
    default:
      add_curves (self, command, n, o);
      break;
    }
  self->last = command;
}

static guint
count_numbers (char command)
{
  static const char  commands[] = "mlhvcsqta";
  static const guint counts[] = { 2, 2, 1, 1, 6, 4, 4, 2, 7 };
  const char        *found = command != '\0' ? strchr (commands, command) : NULL;

  return found != NULL ? counts[found - commands] : 0;
}

/**
 * bjt_svg_path_add_data:
 * @data: the attribute d
 */
void
bjt_svg_path_add_data (BjtSvgPath *self,
                       const char *data)
{
  Data   reading = { .path = self, .at = data };
  double numbers[7];

  while (self->points->len < MAX_POINTS)
    {
      char     command, lower;
      gboolean is_relative;

      reading.at += strspn (reading.at, " ,\t\r\n");
      command = *reading.at;
      lower = g_ascii_tolower (command);
      is_relative = command == lower;
      if (command == '\0' || (self->ops->len == 0 && lower != 'm'))
        return;
      reading.at++;
      if (lower == 'z')
        {
          bjt_svg_path_close (self);
          reading.last = 'z';
          continue;
        }
      if (count_numbers (lower) == 0 || !read_numbers (&reading, lower, numbers, count_numbers (lower)))
        return;
      do
        {
          if (reading.last == 'z' && lower != 'm')
            bjt_svg_path_move_to (self, self->begin.x, self->begin.y);
          add_command (&reading, lower, is_relative, numbers);
          lower = lower == 'm' ? 'l' : lower;
        }
      while (self->points->len < MAX_POINTS && read_numbers (&reading, lower, numbers, count_numbers (lower)));
    }
}

/* Shapes */

/**
 * bjt_svg_path_add_points:
 * @points: of a polyline or polygon
 */
void
bjt_svg_path_add_points (BjtSvgPath *self,
                         const char *points,
                         gboolean    is_closed)
{
  double x, y;

  while (self->points->len < MAX_POINTS && bjt_svg_next_number (&points, &x) && bjt_svg_next_number (&points, &y))
    {
      if (self->ops->len == 0)
        bjt_svg_path_move_to (self, x, y);
      else
        bjt_svg_path_line_to (self, x, y);
    }
  if (is_closed)
    bjt_svg_path_close (self);
}

/* A quarter turn from where the path stands, by way of the corner */
static void
add_quarter (BjtSvgPath *self,
             BjtPoint    corner,
             BjtPoint    end)
{
  BjtPoint at = self->at;

  bjt_svg_path_curve_to (self, (BjtPoint) { at.x + (corner.x - at.x) * CIRCLE, at.y + (corner.y - at.y) * CIRCLE },
                         (BjtPoint) { end.x + (corner.x - end.x) * CIRCLE, end.y + (corner.y - end.y) * CIRCLE }, end);
}

void
bjt_svg_path_add_ellipse (BjtSvgPath *self,
                          BjtPoint    c,
                          double      rx,
                          double      ry)
{
  if (!(rx > 0) || !(ry > 0))
    return;
  bjt_svg_path_move_to (self, c.x + rx, c.y);
  add_quarter (self, (BjtPoint) { c.x + rx, c.y + ry }, (BjtPoint) { c.x, c.y + ry });
  add_quarter (self, (BjtPoint) { c.x - rx, c.y + ry }, (BjtPoint) { c.x - rx, c.y });
  add_quarter (self, (BjtPoint) { c.x - rx, c.y - ry }, (BjtPoint) { c.x, c.y - ry });
  add_quarter (self, (BjtPoint) { c.x + rx, c.y - ry }, (BjtPoint) { c.x + rx, c.y });
  bjt_svg_path_close (self);
}

static void
add_corner (BjtSvgPath *self,
            BjtPoint    corner,
            BjtPoint    end)
{
  if (end.x == corner.x && end.y == corner.y)
    return;
  add_quarter (self, corner, end);
}

void
bjt_svg_path_add_rectangle (BjtSvgPath   *self,
                            const BjtBox *b,
                            double        rx,
                            double        ry)
{
  rx = fmax (0, fmin (rx, (b->x2 - b->x1) / 2));
  ry = fmax (0, fmin (ry, (b->y2 - b->y1) / 2));
  if (!(b->x2 > b->x1) || !(b->y2 > b->y1))
    return;
  if (rx == 0 || ry == 0)
    rx = ry = 0;
  bjt_svg_path_move_to (self, b->x1 + rx, b->y1);
  bjt_svg_path_line_to (self, b->x2 - rx, b->y1);
  add_corner (self, (BjtPoint) { b->x2, b->y1 }, (BjtPoint) { b->x2, b->y1 + ry });
  bjt_svg_path_line_to (self, b->x2, b->y2 - ry);
  add_corner (self, (BjtPoint) { b->x2, b->y2 }, (BjtPoint) { b->x2 - rx, b->y2 });
  bjt_svg_path_line_to (self, b->x1 + rx, b->y2);
  add_corner (self, (BjtPoint) { b->x1, b->y2 }, (BjtPoint) { b->x1, b->y2 - ry });
  if (rx > 0)
    {
      bjt_svg_path_line_to (self, b->x1, b->y1 + ry);
      add_corner (self, (BjtPoint) { b->x1, b->y1 }, (BjtPoint) { b->x1 + rx, b->y1 });
    }
  bjt_svg_path_close (self);
}

/* Using it */

/**
 * bjt_svg_path_build:
 * @builder: gets it as the path of its next item
 */
void
bjt_svg_path_build (const BjtSvgPath   *self,
                    const BjtSvgMatrix *matrix,
                    BjtDrawingBuilder  *builder)
{
  const BjtPoint *at = (const BjtPoint *) (gpointer) self->points->data;

  for (guint i = 0; i < self->ops->len; i++)
    {
      BjtPoint points[3];
      guint    n = self->ops->data[i] == BJT_PATH_CURVE ? 3 : self->ops->data[i] == BJT_PATH_CLOSE ? 0 : 1;

      for (guint j = 0; j < n; j++, at++)
        points[j] = bjt_svg_matrix_apply (matrix, at->x, at->y);
      if (self->ops->data[i] == BJT_PATH_MOVE)
        bjt_drawing_builder_move_to (builder, points[0].x, points[0].y);
      else if (self->ops->data[i] == BJT_PATH_LINE)
        bjt_drawing_builder_line_to (builder, points[0].x, points[0].y);
      else if (self->ops->data[i] == BJT_PATH_CURVE)
        bjt_drawing_builder_curve_to (builder, points);
      else
        bjt_drawing_builder_close (builder);
    }
}

BjtBox
bjt_svg_path_get_box (const BjtSvgPath   *self,
                      const BjtSvgMatrix *matrix)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint i = 0; i < self->points->len; i++)
    {
      BjtPoint point = g_array_index (self->points, BjtPoint, i);

      point = bjt_svg_matrix_apply (matrix, point.x, point.y);
      bjt_box_add_point (&box, point.x, point.y);
    }
  return box;
}

/* Whether it fills just its box */
gboolean
bjt_svg_path_is_rectangle (const BjtSvgPath   *self,
                           const BjtSvgMatrix *matrix)
{
  guint    n = self->points->len;
  BjtPoint corners[5];

  if ((n != 4 && n != 5) || memchr (self->ops->data, BJT_PATH_CURVE, self->ops->len) != NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      corners[i] = g_array_index (self->points, BjtPoint, i);
      corners[i] = bjt_svg_matrix_apply (matrix, corners[i].x, corners[i].y);
    }
  if (n == 5 && (corners[4].x != corners[0].x || corners[4].y != corners[0].y))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      double dx = fabs (corners[(i + 1) % 4].x - corners[i].x), dy = fabs (corners[(i + 1) % 4].y - corners[i].y);

      if (fmin (dx, dy) > 1e-6 * fmax (dx, dy))
        return FALSE;
    }
  return fabs (corners[0].x - corners[2].x) > 0 && fabs (corners[0].y - corners[2].y) > 0;
}
