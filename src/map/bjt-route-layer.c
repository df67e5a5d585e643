/* bjt-route-layer.c: drawn anew with every move of the map: some hundred points. Where
 * two go the same way, their lines lie side by side. */
#include "bjt-route-layer.h"

#include "bjt-map-camera.h"
#include "paint/bjt-palette.h"
#include "paint/bjt-route-sign.h"

#include <math.h>

#define LINE_WIDTH 3.0   /* px */
#define LINE_SHIFT 2.0   /* px: of one route beside the other */
#define SIGN_REACH 9.0   /* px */
#define CROWD_WIDTH 38.0  /* px: signs nearer than this lie on each other */
#define CROWD_HEIGHT 20.0

struct _BjtRouteLayer
{
  ShumateLayer parent_instance;

  /* Owned */
  BjtFocus       *focus;
  BjtShownRoutes *routes; /* NULL: none */
  BjtTextPainter *text;
};

G_DEFINE_FINAL_TYPE (BjtRouteLayer, bjt_route_layer, SHUMATE_TYPE_LAYER)

static void
trace_track (const BjtShownRoute *route,
             const BjtMapFrame   *view,
             cairo_t             *cr)
{
  double shift = ((double) (route->index % 4) - 1.5) * LINE_SHIFT;

  cairo_new_path (cr);
  for (guint i = 0; i < route->track->len; i++)
    {
      BjtPoint at = bjt_map_frame_project (view, g_array_index (route->track, BjtPoint, i));

      cairo_line_to (cr, at.x + shift, at.y + shift);
    }
}

static void
draw_track (const BjtShownRoute *route,
            const BjtMapFrame   *view,
            cairo_t             *cr)
{
  trace_track (route, view, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  bjt_palette_set_source (cr, 0xFFFFFF, 0.8);
  cairo_set_line_width (cr, LINE_WIDTH + 2);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, bjt_route_sign_get_colour (route->index), 0.9);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

/* Signs of one route that come one after the other and would lie on each other are one
 * sign while the map is far away. */
typedef struct
{
  BjtPoint at;
  guint    first, last;
  guint    n;
} Crowd;

static gboolean
join (Crowd              *crowd,
      const BjtRouteSign *sign,
      BjtPoint            at)
{
  if (crowd->n == 0 || fabs (at.x - crowd->at.x) > CROWD_WIDTH || fabs (at.y - crowd->at.y) > CROWD_HEIGHT)
    return FALSE;
  crowd->at = (BjtPoint) { (crowd->at.x * crowd->n + at.x) / (crowd->n + 1), (crowd->at.y * crowd->n + at.y) / (crowd->n + 1) };
  crowd->n++;
  crowd->last = sign->last;
  return TRUE;
}

/* On top of the sign of somebody else it goes below it. */
static void
draw_crowd (BjtRouteLayer       *self,
            const BjtShownRoute *route,
            const Crowd         *crowd,
            GArray              *taken,
            cairo_t             *cr)
{
  BjtPoint at = crowd->at;
  char     text[32];

  if (crowd->n == 0)
    return;
  for (guint i = 0; i < taken->len; i++)
    {
      BjtPoint other = g_array_index (taken, BjtPoint, i);

      if (fabs (at.x - other.x) < CROWD_WIDTH && fabs (at.y - other.y) < CROWD_HEIGHT)
        at.y = other.y + CROWD_HEIGHT;
    }
  g_array_append_val (taken, at);
  if (crowd->first == crowd->last)
    g_snprintf (text, sizeof text, "%u", crowd->first);
  else
    g_snprintf (text, sizeof text, "%u–%u", crowd->first, crowd->last);
  bjt_route_sign_draw (cr, self->text, &(BjtRouteSignPlace) { at.x, at.y, SIGN_REACH, route->index, text });
}

static void
draw_signs (BjtRouteLayer       *self,
            const BjtShownRoute *route,
            const BjtMapFrame   *view,
            GArray              *taken,
            cairo_t             *cr)
{
  Crowd crowd = { 0 };

  for (guint i = 0; i < route->signs->len; i++)
    {
      const BjtRouteSign *sign = &g_array_index (route->signs, BjtRouteSign, i);
      BjtPoint            at = bjt_map_frame_project (view, sign->place);

      if (!isfinite (at.x) || !isfinite (at.y) || join (&crowd, sign, at))
        continue;
      draw_crowd (self, route, &crowd, taken, cr);
      crowd = (Crowd) { at, sign->first, sign->last, 1 };
    }
  draw_crowd (self, route, &crowd, taken, cr);
}

static void
bjt_route_layer_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BjtRouteLayer *self = BJT_ROUTE_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GArray) taken = NULL;
  BjtMapFrame view;
  cairo_t    *cr;

  if (self->routes == NULL || width <= 0 || height <= 0)
    return;
  taken = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  bjt_map_camera_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint i = 0; i < self->routes->routes->len; i++)
    draw_track (self->routes->routes->pdata[i], &view, cr);
  for (guint i = 0; i < self->routes->routes->len; i++)
    draw_signs (self, self->routes->routes->pdata[i], &view, taken, cr);
  cairo_destroy (cr);
}

static void
bjt_route_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (bjt_route_layer_parent_class)->constructed (object);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
bjt_route_layer_finalize (GObject *object)
{
  BjtRouteLayer *self = BJT_ROUTE_LAYER (object);

  g_clear_object (&self->focus);
  bjt_shown_routes_unref (self->routes);
  bjt_text_painter_free (self->text);
  G_OBJECT_CLASS (bjt_route_layer_parent_class)->finalize (object);
}

static void
bjt_route_layer_class_init (BjtRouteLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = bjt_route_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = bjt_route_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bjt_route_layer_snapshot;
}

static void
bjt_route_layer_init (BjtRouteLayer *self)
{
  self->text = bjt_text_painter_new (FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

BjtRouteLayer *
bjt_route_layer_new (ShumateViewport *viewport)
{
  return g_object_new (BJT_TYPE_ROUTE_LAYER, "viewport", viewport, NULL);
}

static void
routes_changed_cb (BjtRouteLayer *self)
{
  BjtShownRoutes *routes = self->focus != NULL ? bjt_focus_get_routes (self->focus) : NULL;

  if (routes != NULL)
    bjt_shown_routes_ref (routes);
  bjt_shown_routes_unref (self->routes);
  self->routes = routes;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_route_layer_set_focus (BjtRouteLayer *self,
                           BjtFocus      *focus)
{
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "routes-changed", G_CALLBACK (routes_changed_cb), self, G_CONNECT_SWAPPED);
  routes_changed_cb (self);
}
