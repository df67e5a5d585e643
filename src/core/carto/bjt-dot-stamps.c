/* bjt-dot-stamps.c: each size is drawn once as a mask and then laid down,
 * several times quicker than filling circles one by one.
 *
 * Masks are kept for quarters of a pixel, so a dot stands at most an eighth
 * beside its place. Only surfaces of pixels are stamped on; on paper circles
 * stay circles. Belongs to one painting. */
#include "bjt-dot-stamps.h"

#include "geo/bjt-geometry.h"

#include <math.h>

#define MAX_RADIUS 64.0 /* device pixels */

struct _BjtDotStamps
{
  GHashTable *masks; /* key → cairo_surface_t of alpha */
};

BjtDotStamps *
bjt_dot_stamps_new (void)
{
  BjtDotStamps *self = g_new0 (BjtDotStamps, 1);

  self->masks = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

void
bjt_dot_stamps_free (BjtDotStamps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->masks);
  g_free (self);
}

/* The middle stands at @reach + a quarter times @right, @down. */
static cairo_surface_t *
look_up (BjtDotStamps *self,
         guint         radius,
         guint         right,
         guint         down,
         int           reach)
{
  gpointer         key = GUINT_TO_POINTER (radius << 4 | right << 2 | down);
  cairo_surface_t *mask = g_hash_table_lookup (self->masks, key);
  cairo_t         *cr;

  if (mask != NULL)
    return mask;
  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * reach + 1, 2 * reach + 1);
  cr = cairo_create (mask);
  cairo_arc (cr, reach + right / 4.0, reach + down / 4.0, radius / 16.0, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_hash_table_insert (self->masks, key, mask);
  return mask;
}

/* Pixels to a device unit; 0: cannot be stamped on */
static double
get_device_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double           sx, sy, dx, dy;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_surface_get_device_scale (target, &sx, &sy);
  cairo_surface_get_device_offset (target, &dx, &dy);
  return fabs (sx - sy) > 0 || fabs (dx) > 0 || fabs (dy) > 0 ? 0 : sx;
}

static void
stamp (BjtDotStamps *self,
       cairo_t      *cr,
       BjtPoint      at,
       double        radius,
       double        scale)
{
  int left = (int) floor (at.x * 4 + 0.5), top = (int) floor (at.y * 4 + 0.5), reach = (int) ceil (radius) + 1;
  cairo_surface_t *mask = look_up (self, (guint) lround (radius * 16), (guint) (left & 3), (guint) (top & 3), reach);

  cairo_surface_set_device_scale (mask, scale, scale);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_mask_surface (cr, mask, ((left >> 2) - reach) / scale, ((top >> 2) - reach) / scale);
  cairo_restore (cr);
}

void
bjt_dot_stamps_draw (BjtDotStamps *self,
                     cairo_t      *cr,
                     double        x,
                     double        y,
                     double        radius)
{
  double   scale = get_device_scale (cr), ux = radius, uy = 0;
  BjtPoint at = { x, y };

  cairo_user_to_device_distance (cr, &ux, &uy);
  cairo_user_to_device (cr, &at.x, &at.y);
  at = (BjtPoint) { at.x * scale, at.y * scale };
  if (scale > 0 && hypot (ux, uy) * scale <= MAX_RADIUS && fabs (at.x) < 1e6 && fabs (at.y) < 1e6)
    {
      stamp (self, cr, at, hypot (ux, uy) * scale, scale);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}
