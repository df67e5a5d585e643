/* bjt-tool-layer.c: one cairo node of the size of the drawing.
 *
 * The node is cut to the view; its cost is that of its pixels, so a tool keeps
 * its box small. Takes the pointer for the whole map, so that the cursor can
 * be the tool's. */
#include "bjt-tool-layer.h"

#include "bjt-map-camera.h"

#include <math.h>

struct _BjtToolLayer
{
  ShumateLayer parent_instance;

  /* Owned */
  BjtMapTool *tool;
};

G_DEFINE_FINAL_TYPE (BjtToolLayer, bjt_tool_layer, SHUMATE_TYPE_LAYER)

static void
bjt_tool_layer_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BjtToolLayer *self = BJT_TOOL_LAYER (widget);
  BjtMapFrame   view;
  BjtBox        box;
  cairo_t      *cr;

  if (self->tool == NULL)
    return;
  bjt_map_camera_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view);
  box = bjt_map_tool_get_drawn_box (self->tool, &view);
  box.x1 = floor (fmax (box.x1, 0));
  box.y1 = floor (fmax (box.y1, 0));
  box.x2 = ceil (fmin (box.x2, gtk_widget_get_width (widget)));
  box.y2 = ceil (fmin (box.y2, gtk_widget_get_height (widget)));
  if (!(box.x2 > box.x1 && box.y2 > box.y1))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) box.x1, (float) box.y1, (float) (box.x2 - box.x1), (float) (box.y2 - box.y1)));
  bjt_map_tool_draw (self->tool, cr, &view);
  cairo_destroy (cr);
}

static void
bjt_tool_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (bjt_tool_layer_parent_class)->constructed (object);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
bjt_tool_layer_dispose (GObject *object)
{
  bjt_tool_layer_set_tool (BJT_TOOL_LAYER (object), NULL);
  G_OBJECT_CLASS (bjt_tool_layer_parent_class)->dispose (object);
}

static void
bjt_tool_layer_class_init (BjtToolLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = bjt_tool_layer_constructed;
  G_OBJECT_CLASS (klass)->dispose = bjt_tool_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bjt_tool_layer_snapshot;
}

static void
bjt_tool_layer_init (BjtToolLayer *self)
{
}

BjtToolLayer *
bjt_tool_layer_new (ShumateViewport *viewport)
{
  return g_object_new (BJT_TYPE_TOOL_LAYER, "viewport", viewport, NULL);
}

void
bjt_tool_layer_set_tool (BjtToolLayer *self,
                         BjtMapTool   *tool)
{
  if (self->tool != NULL)
    g_signal_handlers_disconnect_by_data (self->tool, self);
  g_set_object (&self->tool, tool);
  if (tool != NULL)
    g_signal_connect_object (tool, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
