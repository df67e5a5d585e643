/* bjt-dot-stamps.h: round dots by the hundred.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _BjtDotStamps BjtDotStamps;

BjtDotStamps *bjt_dot_stamps_new (void);
void          bjt_dot_stamps_free (BjtDotStamps *self);
void          bjt_dot_stamps_draw (BjtDotStamps *self, cairo_t *cr, double x, double y, double radius); /* in the current source */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDotStamps, bjt_dot_stamps_free)

G_END_DECLS
