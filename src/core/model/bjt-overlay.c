/* bjt-overlay.c: which column holds what; the list is read-only once it is
 * filled. */
#include "bjt-overlay.h"

#include <string.h>

static const BjtField overlay_fields[] = {
  BJT_FIELD (BjtOverlay, id, UUID),
  BJT_FIELD (BjtOverlay, name, TEXT),
  BJT_FIELD (BjtOverlay, colour, TEXT),
  BJT_FIELD (BjtOverlay, is_shown, BOOL),
  BJT_FIELD (BjtOverlay, opacity, REAL),
  BJT_FIELD (BjtOverlay, label_column, TEXT),
  BJT_FIELD (BjtOverlay, source, TEXT),
  BJT_FIELD (BjtOverlay, position, INT),
};
BJT_DEFINE_RECORD (BjtOverlay, bjt_overlay, "overlay", overlay_fields)

static const BjtField overlay_shape_fields[] = {
  BJT_FIELD (BjtOverlayShape, id, UUID),
  BJT_FIELD (BjtOverlayShape, overlay_id, UUID),
  BJT_FIELD (BjtOverlayShape, label, TEXT),
  BJT_FIELD (BjtOverlayShape, shape, GEOMETRY),
  BJT_FIELD (BjtOverlayShape, position, INT),
};
BJT_DEFINE_RECORD (BjtOverlayShape, bjt_overlay_shape, "overlay_shape", overlay_shape_fields)

gboolean
bjt_overlay_colour_is_valid (const char *colour)
{
  if (colour == NULL || colour[0] != '#' || strlen (colour) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (colour[i]))
      return FALSE;
  return TRUE;
}

guint32
bjt_overlay_get_colour (const BjtOverlay *self)
{
  return bjt_overlay_colour_is_valid (self->colour) ? (guint32) g_ascii_strtoull (self->colour + 1, NULL, 16) : 0x808080;
}

/* Dark enough for lines on paper, bright enough by night, and none that means
 * something else here: no red of alarms, no green of attention. */
const char *
bjt_overlay_propose_colour (guint n_overlays)
{
  static const char *const colours[] = { "#8e44ad", "#0b7a75", "#b8651b", "#2f6fb5", "#a8326e", "#6b7a1e" };

  return colours[n_overlays % G_N_ELEMENTS (colours)];
}

static void
clear_layer (gpointer data)
{
  BjtOverlayLayer *layer = data;

  bjt_overlay_free (layer->overlay);
  g_ptr_array_unref (layer->shapes);
}

BjtOverlayList *
bjt_overlay_list_new (void)
{
  BjtOverlayList *self = g_new0 (BjtOverlayList, 1);

  g_atomic_ref_count_init (&self->references);
  self->layers = g_array_new (FALSE, FALSE, sizeof (BjtOverlayLayer));
  g_array_set_clear_func (self->layers, clear_layer);
  return self;
}

BjtOverlayList *
bjt_overlay_list_ref (BjtOverlayList *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_overlay_list_unref (BjtOverlayList *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->layers);
  g_free (self);
}

/**
 * bjt_overlay_list_take:
 * @overlay: (transfer full):
 * @shapes: (transfer full) (element-type BjtOverlayShape): of it
 */
void
bjt_overlay_list_take (BjtOverlayList *self,
                       BjtOverlay     *overlay,
                       GPtrArray      *shapes)
{
  BjtOverlayLayer layer = { overlay, shapes };

  g_array_append_val (self->layers, layer);
}
