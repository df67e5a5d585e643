/* bjt-widgets.c: the style sheet, and the painter's tools, one set a display. */
#include "bjt-widgets.h"

#include <adwaita.h>

#define TEXT_PAINTER_KEY "bjt-text-painter"

void
bjt_widgets_load_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, BJT_WIDGETS_RESOURCES "widgets.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

const BjtPalette *
bjt_widgets_get_palette (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return bjt_palette_get (adw_style_manager_get_dark (manager) ? BJT_PALETTE_DARK : BJT_PALETTE_LIGHT);
}

BjtGlyphPainter
bjt_widgets_get_glyph_painter (GtkWidget *widget)
{
  GObject        *display = G_OBJECT (gtk_widget_get_display (widget));
  BjtTextPainter *text = g_object_get_data (display, TEXT_PAINTER_KEY);

  if (text == NULL)
    {
      text = bjt_text_painter_new (FALSE);
      bjt_text_painter_get_width (text, "\345\217\267", 11.0, BJT_TEXT_REGULAR); /* loads the font now, not within the first frame */
      g_object_set_data_full (display, TEXT_PAINTER_KEY, text, (GDestroyNotify) bjt_text_painter_free);
    }
  return (BjtGlyphPainter) { text, bjt_widgets_get_palette (widget), 1.0 };
}

void
bjt_widgets_toggle_css_class (GtkWidget  *widget,
                              const char *name,
                              gboolean    is_on)
{
  if (is_on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}
