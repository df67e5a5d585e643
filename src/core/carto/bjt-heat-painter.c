/* bjt-heat-painter.c: doors are laid into cells that hang on the world, the
 * cells are spread by a Gaussian along x and then along y, and what a frame
 * sees is sampled and coloured by the share of the peak.
 *
 * The field is made once, by the thread that asks first, and does not depend on
 * what is seen: it stands still while the map is moved. Linear to doors and
 * cells (at most MAX_CELLS). */
#include "bjt-heat-painter.h"

#include "bjt-colour-ramp.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define CELLS_PER_RADIUS 5.0
#define SIGMAS 3.0        /* where the kernel ends */
#define MAX_CELLS 4000000
#define MAX_KERNEL 64
#define LEAST_DOORS 5     /* in public */
#define SAMPLE 3.0        /* px between samples of a frame */
#define N_SHADES 256

struct _BjtHeatPainter
{
  gatomicrefcount references;

  /* Owned */
  BjtPicture    *picture;
  BjtDoorSet    *doors; /* may be NULL */
  BjtIndicator   indicator;
  BjtHeatOptions options;

  /* Made by prepare() */
  gsize   is_ready;
  float  *cells;      /* by rows; what lies in each */
  int     width, height;
  gint64  left, top;  /* of the first cell, counted from the corner of the world */
  double  cell;       /* its side, Mercator */
  double  sigma;      /* in cells */
  double  hectares;   /* of a cell */
  double  peak;       /* of a cell */
};

/**
 * bjt_heat_painter_new:
 * @indicator: one whose numerator is counted door by door
 * @doors: (nullable): only these
 */
BjtHeatPainter *
bjt_heat_painter_new (BjtPicture           *picture,
                      const BjtIndicator   *indicator,
                      const BjtDoorSet     *doors,
                      const BjtHeatOptions *options)
{
  BjtHeatPainter *self = g_new0 (BjtHeatPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->picture = bjt_picture_ref (picture);
  self->doors = doors != NULL ? bjt_door_set_copy (doors) : NULL;
  self->indicator = *indicator;
  self->options = *options;
  self->options.radius = CLAMP (options->radius, BJT_MIN_HEAT_RADIUS, BJT_MAX_HEAT_RADIUS);
  return self;
}

BjtHeatPainter *
bjt_heat_painter_ref (BjtHeatPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_heat_painter_unref (BjtHeatPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_picture_unref (self->picture);
  bjt_door_set_free (self->doors);
  g_free (self->cells);
  g_free (self);
}

/* The field */

static BjtBox
find_extent (const BjtPicture *picture)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      BjtPoint place = bjt_picture_get_door (picture, d)->place;

      if (!isnan (place.x))
        bjt_box_add_point (&box, place.x, place.y);
    }
  return box;
}

static gboolean
lay_out (BjtHeatPainter *self)
{
  BjtBox box = find_extent (self->picture);
  double metres, margin;

  if (bjt_box_is_empty (&box))
    return FALSE;
  metres = bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude ((box.y1 + box.y2) / 2));
  self->cell = self->options.radius / CELLS_PER_RADIUS / metres;
  while ((box.x2 - box.x1) / self->cell * ((box.y2 - box.y1) / self->cell) > MAX_CELLS)
    self->cell *= 2;
  self->sigma = self->options.radius / 2 / metres / self->cell;
  margin = ceil (SIGMAS * self->sigma) + 2;
  self->left = (gint64) (floor (box.x1 / self->cell) - margin);
  self->top = (gint64) (floor (box.y1 / self->cell) - margin);
  self->width = (int) (floor (box.x2 / self->cell) + margin - (double) self->left) + 1;
  self->height = (int) (floor (box.y2 / self->cell) + margin - (double) self->top) + 1;
  self->hectares = pow (self->cell * metres, 2) / 10000;
  return TRUE;
}

/* Shared out between the four cells whose middles stand around the door. */
static void
lay_door (const BjtHeatPainter *self,
          float                *cells,
          BjtPoint              place,
          double                weight)
{
  double  x = place.x / self->cell - 0.5 - (double) self->left, y = place.y / self->cell - 0.5 - (double) self->top;
  int     column = (int) floor (x), row = (int) floor (y);
  double  dx = x - column, dy = y - row;
  float  *at = cells + (gsize) row * (gsize) self->width + column;

  at[0] += (float) (weight * (1 - dx) * (1 - dy));
  at[1] += (float) (weight * dx * (1 - dy));
  at[self->width] += (float) (weight * (1 - dx) * dy);
  at[self->width + 1] += (float) (weight * dx * dy);
}

/* Along one line of n cells that lie step apart; keeps the sum. */
static void
spread_line (float        *cells,
             int           n,
             gsize         step,
             float        *line,
             const double *kernel,
             int           reach)
{
  for (int i = 0; i < n; i++)
    line[i] = cells[(gsize) i * step];
  for (int i = 0; i < n; i++)
    {
      double sum = 0;

      for (int k = -reach; k <= reach; k++)
        if (i + k >= 0 && i + k < n)
          sum += (double) line[i + k] * kernel[ABS (k)];
      cells[(gsize) i * step] = (float) sum;
    }
}

static void
spread (const BjtHeatPainter *self,
        float                *cells)
{
  int               reach = (int) ceil (SIGMAS * self->sigma);
  double            kernel[MAX_KERNEL], sum = 0;
  g_autofree float *line = g_new (float, MAX (self->width, self->height));

  reach = MIN (reach, MAX_KERNEL - 1);
  for (int k = 0; k <= reach; k++)
    sum += (k == 0 ? 1 : 2) * (kernel[k] = exp (-k * k / (2 * self->sigma * self->sigma)));
  for (int k = 0; k <= reach; k++)
    kernel[k] /= sum;
  for (int y = 0; y < self->height; y++)
    spread_line (cells + (gsize) y * (gsize) self->width, self->width, 1, line, kernel, reach);
  for (int x = 0; x < self->width; x++)
    spread_line (cells + x, self->height, (gsize) self->width, line, kernel, reach);
}

/* In public a place tells only what five doors or more make up together. */
static void
hide_single_doors (BjtHeatPainter *self,
                   const double   *weights)
{
  gsize             n = (gsize) self->width * (gsize) self->height;
  g_autofree float *doors = g_new0 (float, n);
  double            reach = 2 * G_PI * self->sigma * self->sigma; /* cells: how many the kernel weighs in full */

  for (guint32 d = 0; d < self->picture->doors->len; d++)
    if (weights[d] > 0 && !isnan (bjt_picture_get_door (self->picture, d)->place.x))
      lay_door (self, doors, bjt_picture_get_door (self->picture, d)->place, 1);
  spread (self, doors);
  for (gsize i = 0; i < n; i++)
    if ((double) doors[i] * reach < LEAST_DOORS)
      self->cells[i] = 0;
}

static void
prepare (BjtHeatPainter *self)
{
  BjtIndicatorQuery  query = { self->picture, BJT_AREA_GRID, self->doors };
  g_autofree double *weights = NULL;

  if (!g_once_init_enter (&self->is_ready))
    return;
  if (lay_out (self))
    {
      weights = bjt_indicator_weigh_doors (&self->indicator, &query);
      self->cells = g_new0 (float, (gsize) self->width * (gsize) self->height);
      for (guint32 d = 0; d < self->picture->doors->len; d++)
        if (weights[d] > 0 && !isnan (bjt_picture_get_door (self->picture, d)->place.x))
          lay_door (self, self->cells, bjt_picture_get_door (self->picture, d)->place, weights[d]);
      spread (self, self->cells);
      if (self->options.is_public)
        hide_single_doors (self, weights);
      for (gsize i = 0; i < (gsize) self->width * (gsize) self->height; i++)
        self->peak = fmax (self->peak, (double) self->cells[i]);
    }
  g_once_init_leave (&self->is_ready, 1);
}

/* Between the middles of four cells. */
static double
sample (const BjtHeatPainter *self,
        BjtPoint              place)
{
  double       x = place.x / self->cell - 0.5 - (double) self->left, y = place.y / self->cell - 0.5 - (double) self->top;
  int          column = (int) floor (x), row = (int) floor (y);
  double       dx = x - column, dy = y - row;
  const float *at;

  if (x < 0 || y < 0 || column + 1 >= self->width || row + 1 >= self->height)
    return 0;
  at = self->cells + (gsize) row * (gsize) self->width + column;
  return ((double) at[0] * (1 - dx) + (double) at[1] * dx) * (1 - dy)
         + ((double) at[self->width] * (1 - dx) + (double) at[self->width + 1] * dx) * dy;
}

const BjtIndicator *
bjt_heat_painter_get_indicator (BjtHeatPainter *self)
{
  return &self->indicator;
}

double
bjt_heat_painter_get_radius (BjtHeatPainter *self)
{
  return self->options.radius;
}

double
bjt_heat_painter_get_peak (BjtHeatPainter *self)
{
  prepare (self);
  return self->cells != NULL ? self->peak / self->hectares : 0;
}

double
bjt_heat_painter_get_total (BjtHeatPainter *self)
{
  double sum = 0;

  prepare (self);
  for (gsize i = 0; self->cells != NULL && i < (gsize) self->width * (gsize) self->height; i++)
    sum += (double) self->cells[i];
  return sum;
}

double
bjt_heat_painter_get_at (BjtHeatPainter *self,
                         BjtPoint        mercator)
{
  prepare (self);
  return self->cells != NULL ? sample (self, mercator) / self->hectares : 0;
}

/* Painting */

/**
 * bjt_heat_painter_get_colour:
 * @share: of the peak, 0…1
 * @alpha: (out): the map shows through, the more the less there is
 */
guint32
bjt_heat_painter_get_colour (BjtHeatPainter   *self,
                             const BjtPalette *palette,
                             double            share,
                             double           *alpha)
{
  BjtColourRamp ramp = bjt_colour_ramp_for (self->indicator.kind);
  double        rise = CLAMP ((share - 0.02) / 0.3, 0.0, 1.0);

  *alpha = 0.78 * rise * rise * (3 - 2 * rise);
  if (palette->is_mono)
    return 0x000000 + 0x010101 * (guint32) lround (215 * (1 - CLAMP (share, 0.0, 1.0)));
  if (bjt_colour_ramp_is_diverging (ramp))
    ramp = BJT_RAMP_BLUE;
  return bjt_colour_ramp_get_colour (ramp, palette->kind, 0.12 + 0.88 * share);
}

static void
make_shades (BjtHeatPainter   *self,
             const BjtPalette *palette,
             guint32           shades[N_SHADES])
{
  for (guint i = 0; i < N_SHADES; i++)
    {
      double  alpha;
      guint32 colour = bjt_heat_painter_get_colour (self, palette, i / (N_SHADES - 1.0), &alpha);

      shades[i] = (guint32) lround (255 * alpha) << 24;
      for (guint shift = 0; shift <= 16; shift += 8)
        shades[i] |= (guint32) lround (((colour >> shift) & 0xFF) * alpha) << shift;
    }
}

/* Samples stand at whole multiples of their distance in the world. */
static cairo_surface_t *
make_image (BjtHeatPainter    *self,
            const BjtMapFrame *frame,
            const guint32      shades[N_SHADES],
            double             step,
            BjtPoint          *corner)
{
  BjtBox   seen = { fmax (frame->box.x1, (double) self->left * self->cell), fmax (frame->box.y1, (double) self->top * self->cell),
                    fmin (frame->box.x2, (double) (self->left + self->width) * self->cell), fmin (frame->box.y2, (double) (self->top + self->height) * self->cell) };
  double   side = step / frame->scale;
  gint64   left = (gint64) floor (seen.x1 / side), top = (gint64) floor (seen.y1 / side);
  int      width = (int) (ceil (seen.x2 / side) - (double) left) + 1, height = (int) (ceil (seen.y2 / side) - (double) top) + 1;
  cairo_surface_t *image;

  if (seen.x2 <= seen.x1 || seen.y2 <= seen.y1)
    return NULL;
  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (image);
      return NULL;
    }
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (cairo_image_surface_get_data (image) + (gsize) y * (gsize) cairo_image_surface_get_stride (image));

      for (int x = 0; x < width; x++)
        {
          double value = sample (self, (BjtPoint) { ((double) left + x + 0.5) * side, ((double) top + y + 0.5) * side });

          row[x] = shades[(guint) CLAMP (value / self->peak * (N_SHADES - 1) + 0.5, 0, N_SHADES - 1)];
        }
    }
  cairo_surface_mark_dirty (image);
  *corner = bjt_map_frame_project (frame, (BjtPoint) { (double) left * side, (double) top * side });
  return image;
}

/**
 * bjt_heat_painter_paint:
 *
 * A translucent layer for under the buildings and names.
 */
void
bjt_heat_painter_paint (BjtHeatPainter    *self,
                        cairo_t           *cr,
                        const BjtMapFrame *frame,
                        const BjtPalette  *palette)
{
  double           step = SAMPLE * frame->px;
  guint32          shades[N_SHADES];
  cairo_surface_t *image;
  BjtPoint         corner;

  prepare (self);
  if (self->cells == NULL || !(self->peak > 0))
    return;
  make_shades (self, palette, shades);
  image = make_image (self, frame, shades, step, &corner);
  if (image == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, corner.x, corner.y);
  cairo_scale (cr, step, step);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}
