/* bjt-map-readout.c: hidden until the pointer was over the map; keeps the last
 * place, so that it can be read after the pointer left. */
#include "bjt-map-readout.h"

struct _BjtMapReadout
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *label;

  /* State */
  BjtCoordinateStyle style;
  BjtPoint           place;
};

G_DEFINE_FINAL_TYPE (BjtMapReadout, bjt_map_readout, GTK_TYPE_WIDGET)

static void
bjt_map_readout_dispose (GObject *object)
{
  g_clear_pointer (&BJT_MAP_READOUT (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_map_readout_parent_class)->dispose (object);
}

static void
bjt_map_readout_class_init (BjtMapReadoutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_map_readout_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mapreadout");
}

static void
bjt_map_readout_init (BjtMapReadout *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bjt_map_readout_new (void)
{
  return g_object_new (BJT_TYPE_MAP_READOUT, NULL);
}

static void
update (BjtMapReadout *self)
{
  g_autofree char *text = bjt_coordinates_format (self->style, self->place);

  gtk_label_set_text (GTK_LABEL (self->label), text);
}

void
bjt_map_readout_set_place (BjtMapReadout *self,
                           BjtPoint       lon_lat)
{
  self->place = lon_lat;
  update (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
bjt_map_readout_set_style (BjtMapReadout      *self,
                           BjtCoordinateStyle  style)
{
  self->style = style;
  update (self);
}

BjtCoordinateStyle
bjt_map_readout_get_style (BjtMapReadout *self)
{
  return self->style;
}
