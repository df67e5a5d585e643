/* bjt-text-painter.c: a cache of Pango layouts keyed by text, size and flags.
 *
 * Layouts are made at a fixed large resolution and scaled when drawn, so that
 * millimetres on paper lose nothing to rounding. The cache is emptied when it
 * holds MAX_LAYOUTS. Lines are placed by the middle of the characters, which
 * is the same for every font size and needs no font metrics. */
#include "bjt-text-painter.h"

#include <string.h>

#include "bjt-palette.h"

#define FAMILY "Noto Sans CJK SC, sans-serif"
#define MAX_LAYOUTS 4000
#define PAPER_SCALE 8.0          /* layout units a millimetre */
#define MIDDLE_OVER_BASELINE 0.37 /* of the size: of digits and ideographs alike */

struct _BjtTextPainter
{
  PangoContext *context;
  GHashTable   *layouts; /* Key → PangoLayout */
  GString      *missing; /* characters, each once */
  double        scale;
  gboolean      is_hidden;
};

typedef struct
{
  double       size;
  BjtTextFlags flags;
  char         text[];
} Key;

/* Of a layout: its characters that no font here has */
static G_DEFINE_QUARK (bjt-text-missing, missing)

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ g_double_hash (&key->size) ^ (guint) key->flags;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->size >= y->size && x->size <= y->size && x->flags == y->flags && strcmp (x->text, y->text) == 0;
}

static Key *
key_new (const char  *text,
         double       size,
         BjtTextFlags flags)
{
  gsize length = strlen (text) + 1;
  Key  *key = g_malloc0 (sizeof (Key) + length);

  key->size = size;
  key->flags = flags;
  memcpy (key->text, text, length);
  return key;
}

/**
 * bjt_text_painter_new:
 * @is_paper: whether the unit is the millimetre, and shapes are not fitted to
 *   pixels
 */
BjtTextPainter *
bjt_text_painter_new (gboolean is_paper)
{
  BjtTextPainter       *self = g_new0 (BjtTextPainter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->scale = is_paper ? PAPER_SCALE : 1;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->layouts = g_hash_table_new_full (key_hash, key_equal, g_free, g_object_unref);
  self->missing = g_string_new (NULL);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, is_paper ? CAIRO_HINT_STYLE_NONE : CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

void
bjt_text_painter_free (BjtTextPainter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->layouts);
  g_string_free (self->missing, TRUE);
  g_object_unref (self->context);
  g_free (self);
}

void
bjt_text_painter_set_hidden (BjtTextPainter *self,
                             gboolean        is_hidden)
{
  self->is_hidden = is_hidden;
}

static void
add_once (GString  *characters,
          gunichar  character)
{
  char one[7] = { 0 };

  g_unichar_to_utf8 (character, one);
  if (strstr (characters->str, one) == NULL)
    g_string_append (characters, one);
}

static void
note_missing (PangoLayout *layout)
{
  GString *missing = g_string_new (NULL);

  for (GSList *at = pango_layout_get_line_readonly (layout, 0)->runs; at != NULL; at = at->next)
    {
      const PangoGlyphString *glyphs = ((const PangoGlyphItem *) at->data)->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG && g_unichar_isgraph (glyphs->glyphs[i].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG))
          add_once (missing, glyphs->glyphs[i].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
    }
  g_object_set_qdata_full (G_OBJECT (layout), missing_quark (), g_string_free (missing, FALSE), g_free);
}

static PangoLayout *
make_layout (BjtTextPainter *self,
             const char     *text,
             double          size,
             BjtTextFlags    flags)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_absolute_size (font, size * self->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, flags & BJT_TEXT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    note_missing (layout);
  return layout;
}

static PangoLayout *
look_up (BjtTextPainter *self,
         const char     *text,
         double          size,
         BjtTextFlags    flags)
{
  g_autofree Key *key = key_new (text, size, flags);
  PangoLayout    *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = make_layout (self, text, size, flags);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

static double
get_layout_width (BjtTextPainter *self,
                  PangoLayout    *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE / self->scale;
}

double
bjt_text_painter_get_width (BjtTextPainter *self,
                            const char     *text,
                            double          size,
                            BjtTextFlags    flags)
{
  return get_layout_width (self, look_up (self, text, size, flags));
}

/* Cuts @text to @max_width. */
static char *
cut_text (BjtTextPainter *self,
          const char     *text,
          double          size,
          double          max_width,
          BjtTextFlags    flags)
{
  glong length = g_utf8_strlen (text, -1);

  while (--length > 0)
    {
      g_autofree char *part = g_utf8_substring (text, 0, length);
      g_autofree char *cut = g_strconcat (part, "…", NULL);
      g_autoptr (PangoLayout) layout = make_layout (self, cut, size, flags);

      if (get_layout_width (self, layout) <= max_width)
        return g_steal_pointer (&cut);
    }
  return g_strdup ("");
}

static PangoLayout *
fit_text (BjtTextPainter     *self,
          const char         *text,
          const BjtTextPlace *place)
{
  PangoLayout     *layout = look_up (self, text, place->size, place->flags);
  g_autofree char *cut = NULL;
  double           width = get_layout_width (self, layout);
  double           smallest = place->size * 0.8;

  if (place->max_width <= 0 || width <= place->max_width)
    return layout;
  if (width * 0.8 <= place->max_width)
    return look_up (self, text, place->size * MAX (0.8, place->max_width / width * 0.995), place->flags);
  cut = cut_text (self, text, smallest, place->max_width, place->flags);
  return look_up (self, cut, smallest, place->flags);
}

static void
take_note (BjtTextPainter *self,
           PangoLayout    *layout)
{
  for (const char *at = g_object_get_qdata (G_OBJECT (layout), missing_quark ()); at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    add_once (self->missing, g_utf8_get_char (at));
}

char *
bjt_text_painter_take_missing (BjtTextPainter *self)
{
  char *missing = self->missing->len > 0 ? g_strdup (self->missing->str) : NULL;

  g_string_truncate (self->missing, 0);
  return missing;
}

guint
bjt_text_painter_count_missing (BjtTextPainter *self,
                                const char     *text)
{
  const char *missing = g_object_get_qdata (G_OBJECT (look_up (self, text, 1, BJT_TEXT_REGULAR)), missing_quark ());

  return missing != NULL ? (guint) g_utf8_strlen (missing, -1) : 0;
}

static double
begin_text (BjtTextPainter     *self,
            cairo_t            *cr,
            PangoLayout        *layout,
            const BjtTextPlace *place)
{
  double width = get_layout_width (self, layout);

  cairo_save (cr);
  cairo_translate (cr, place->x - width * place->align, place->y + place->size * MIDDLE_OVER_BASELINE);
  cairo_scale (cr, 1 / self->scale, 1 / self->scale);
  cairo_move_to (cr, 0, 0);
  return width;
}

double
bjt_text_painter_draw (BjtTextPainter     *self,
                       cairo_t            *cr,
                       const char         *text,
                       const BjtTextPlace *place)
{
  PangoLayout *layout = fit_text (self, text, place);
  double       width = begin_text (self, cr, layout, place);

  take_note (self, layout);
  if (!self->is_hidden)
    pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_restore (cr);
  cairo_new_path (cr);
  return width;
}

/**
 * bjt_text_painter_draw_halo:
 * @halo: colour around the characters
 *
 * As bjt_text_painter_draw(), readable on any ground.
 */
double
bjt_text_painter_draw_halo (BjtTextPainter     *self,
                            cairo_t            *cr,
                            const char         *text,
                            const BjtTextPlace *place,
                            guint32             halo,
                            double              halo_width)
{
  PangoLayout     *layout = fit_text (self, text, place);
  cairo_pattern_t *ink;

  if (self->is_hidden)
    return get_layout_width (self, layout);
  ink = cairo_pattern_reference (cairo_get_source (cr));
  begin_text (self, cr, layout, place);
  pango_cairo_layout_line_path (cr, pango_layout_get_line_readonly (layout, 0));
  bjt_palette_set_source (cr, halo, 0.85);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * halo_width * self->scale);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST); /* half the time; it is soft anyway */
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_set_source (cr, ink);
  cairo_pattern_destroy (ink);
  return bjt_text_painter_draw (self, cr, text, place);
}
