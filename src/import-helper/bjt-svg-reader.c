/* bjt-svg-reader.c: walks the tree and writes what is seen to a drawing.
 *
 * Kept: every shape with its curves, fill, stroke, id, label and layer; texts;
 * pictures that lie in the file. Drawing units are the user units of the view
 * box. Opacity of a group becomes that of its members; gradients become their
 * mean colour; a shape that a clip path cuts is kept whole, one that lies
 * outside the clip's box is left out, and a plain rectangle is cut to it.
 * Patterns become their colour, lightly. Masks, filters, markers and scripts are left out, and so are
 * pictures that have a mask; nothing is ever
 * fetched. Repetition by `use` is bounded in depth and number. */
#include "bjt-svg-reader.h"

#include "bjt-svg-context.h"

#include "import/bjt-import-error.h"

#include <math.h>
#include <string.h>

#define MAX_USE_DEPTH 12
#define MAX_USED 200000u
#define MAX_DEPTH 1000
#define DEFAULT_WIDTH 300.0
#define DEFAULT_HEIGHT 150.0
#define EVERYWHERE ((BjtBox) { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE })

static void walk (BjtSvgReader *self, guint32 node, const BjtSvgContext *outer);

/* Attributes */

static const char *
get_title (const BjtSvgReader *self,
           guint32             node)
{
  for (guint32 at = bjt_svg_tree_get_node (self->tree, node)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (self->tree, at)->next)
    {
      const BjtSvgNode *child = bjt_svg_tree_get_node (self->tree, at);

      if (child->element == BJT_SVG_TITLE && child->first_child != BJT_SVG_NONE)
        return bjt_svg_tree_get_node (self->tree, child->first_child)->name;
    }
  return NULL;
}

/* What names it, best first */
static const char *
get_label (const BjtSvgReader *self,
           guint32             node)
{
  static const BjtSvgKey keys[] = { BJT_SVG_KEY_LABEL, BJT_SVG_KEY_ARIA_LABEL, BJT_SVG_KEY_NAME, BJT_SVG_KEY_DATA, BJT_SVG_KEY_CLASS };
  const char *label = get_title (self, node);

  for (gsize i = 0; label == NULL && i < G_N_ELEMENTS (keys); i++)
    label = bjt_svg_tree_get (self->tree, node, keys[i]);
  return label != NULL && label[0] != '\0' ? label : NULL;
}

/* Its data-…, kept with the tree */
static const char *
get_tags (const BjtSvgReader *self,
          guint32             node)
{
  g_autofree char *tags = bjt_svg_tree_dup_tags (self->tree, node);

  return tags != NULL ? g_string_chunk_insert_const (self->tree->strings, tags) : NULL;
}

/* Layers */

/* Groups of Inkscape that say so, and those right below the root that have a
 * name, are layers. */
static gboolean
enter_layer (BjtSvgReader  *self,
             guint32        node,
             BjtSvgContext *context)
{
  const BjtSvgNode *about = bjt_svg_tree_get_node (self->tree, node);
  const char       *mode = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_GROUP_MODE);
  const char       *name = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_LABEL);
  g_autofree char  *full = NULL;
  gboolean          is_layer = mode != NULL && strcmp (mode, "layer") == 0;

  if (self->options->layer != NULL || about->element != BJT_SVG_G || context->use_depth > 0)
    return FALSE;
  if (!is_layer && (about->parent != 0 || context->layer_name != NULL))
    return FALSE;
  if (name == NULL)
    name = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ID);
  if (name == NULL || name[0] == '\0')
    return FALSE;
  full = context->layer_name != NULL ? g_strconcat (context->layer_name, "/", name, NULL) : g_strdup (name);
  context->layer_name = g_string_chunk_insert_const (self->tree->strings, full);
  context->layer = bjt_drawing_builder_add_layer (self->builder, context->layer_name, context->style.is_off);
  if (get_tags (self, node) != NULL)
    bjt_drawing_builder_set_layer_tags (self->builder, context->layer, get_tags (self, node));
  context->style.is_off = FALSE;
  return TRUE;
}

/* Clip paths */

static void add_shape (BjtSvgReader *self, const BjtSvgContext *context, guint32 node);

static void
add_clip_box (BjtSvgReader        *self,
              const BjtSvgContext *context,
              guint32              node,
              const BjtSvgMatrix  *outer,
              BjtBox              *box)
{
  BjtSvgMatrix own = bjt_svg_transform (bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_TRANSFORM));
  BjtSvgMatrix matrix = bjt_svg_matrix_multiply (outer, &own);
  guint32      used = bjt_svg_tree_get_node (self->tree, node)->element == BJT_SVG_USE ? bjt_svg_tree_find (self->tree, bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_HREF)) : node;
  BjtBox       part;

  if (used == BJT_SVG_NONE)
    return;
  bjt_svg_path_reset (&self->path);
  add_shape (self, context, used);
  if (self->path.points->len == 0)
    return;
  if (!bjt_svg_path_is_rectangle (&self->path, &matrix))
    self->cuts |= BJT_SVG_CUT_CLIPS;
  part = bjt_svg_path_get_box (&self->path, &matrix);
  bjt_box_add_point (box, part.x1, part.y1);
  bjt_box_add_point (box, part.x2, part.y2);
}

static void
enter_clip (BjtSvgReader  *self,
            BjtSvgContext *context)
{
  guint32      node = bjt_svg_tree_find (self->tree, context->style.clip);
  BjtSvgMatrix own, matrix;
  BjtBox       box = BJT_BOX_EMPTY;

  if (node == BJT_SVG_NONE || bjt_svg_tree_get_node (self->tree, node)->element != BJT_SVG_CLIP_PATH)
    return;
  own = bjt_svg_transform (bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_TRANSFORM));
  matrix = bjt_svg_matrix_multiply (&context->matrix, &own);
  for (guint32 at = bjt_svg_tree_get_node (self->tree, node)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (self->tree, at)->next)
    add_clip_box (self, context, at, &matrix, &box);
  context->clip = (BjtBox) { fmax (context->clip.x1, box.x1), fmax (context->clip.y1, box.y1), fmin (context->clip.x2, box.x2), fmin (context->clip.y2, box.y2) };
}

/* Cuts a rectangle in its place; returns FALSE when nothing of it is left. */
static gboolean
keep_inside (BjtSvgReader        *self,
             const BjtSvgContext *context,
             gboolean             is_stroked,
             BjtSvgMatrix        *matrix)
{
  BjtBox box = bjt_svg_path_get_box (&self->path, matrix), clip = context->clip;

  if (!bjt_box_intersects (&box, &clip))
    return FALSE;
  if (box.x1 >= clip.x1 && box.x2 <= clip.x2 && box.y1 >= clip.y1 && box.y2 <= clip.y2)
    return TRUE;
  if (is_stroked || !bjt_svg_path_is_rectangle (&self->path, matrix))
    {
      self->cuts |= BJT_SVG_CUT_CLIPS;
      return TRUE;
    }
  box = (BjtBox) { fmax (box.x1, clip.x1), fmax (box.y1, clip.y1), fmin (box.x2, clip.x2), fmin (box.y2, clip.y2) };
  bjt_svg_path_reset (&self->path);
  bjt_svg_path_add_rectangle (&self->path, &box, 0, 0);
  *matrix = BJT_SVG_IDENTITY;
  return self->path.points->len > 0;
}

/* Shapes */

static void
add_rectangle (BjtSvgReader        *self,
               const BjtSvgContext *context,
               guint32              node)
{
  double x = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X, 0), y = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y, 0);
  double width = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_WIDTH, 0), height = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_HEIGHT, 0);
  double rx = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_RX, -1), ry = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_RY, -1);
  BjtBox box = { x, y, x + width, y + height };

  bjt_svg_path_add_rectangle (&self->path, &box, rx >= 0 ? rx : ry, ry >= 0 ? ry : rx);
}

static void
add_round (BjtSvgReader        *self,
           const BjtSvgContext *context,
           guint32              node)
{
  BjtPoint centre = { bjt_svg_get_length (self, context, node, BJT_SVG_KEY_CX, 0), bjt_svg_get_length (self, context, node, BJT_SVG_KEY_CY, 0) };
  double   rx, ry;

  if (bjt_svg_tree_get_node (self->tree, node)->element == BJT_SVG_CIRCLE)
    rx = ry = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_R, 0);
  else
    {
      rx = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_RX, -1);
      ry = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_RY, -1);
      rx = rx < 0 ? ry : rx;
      ry = ry < 0 ? rx : ry;
    }
  bjt_svg_path_add_ellipse (&self->path, centre, rx, ry);
}

/* Puts the outline of a shape onto the path; other elements have none. */
static void
add_shape (BjtSvgReader        *self,
           const BjtSvgContext *context,
           guint32              node)
{
  guint       element = bjt_svg_tree_get_node (self->tree, node)->element;
  const char *text;

  switch (element)
    {
    case BJT_SVG_PATH:
      text = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_D);
      if (text != NULL)
        bjt_svg_path_add_data (&self->path, text);
      break;
    case BJT_SVG_POLYGON:
    case BJT_SVG_POLYLINE:
      text = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_POINTS);
      if (text != NULL)
        bjt_svg_path_add_points (&self->path, text, element == BJT_SVG_POLYGON);
      break;
    case BJT_SVG_RECT:
      add_rectangle (self, context, node);
      break;
    case BJT_SVG_CIRCLE:
    case BJT_SVG_ELLIPSE:
      add_round (self, context, node);
      break;
    case BJT_SVG_LINE:
      bjt_svg_path_move_to (&self->path, bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X1, 0), bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y1, 0));
      bjt_svg_path_line_to (&self->path, bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X2, 0), bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y2, 0));
      break;
    default:
      break;
    }
}

static void
draw_shape (BjtSvgReader        *self,
            const BjtSvgContext *context,
            guint32              node)
{
  const BjtSvgStyle *style = &context->style;
  BjtSvgMatrix       matrix = context->matrix;
  const char        *effect = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_VECTOR_EFFECT);
  BjtDrawingItem     item = { .kind = BJT_DRAWING_PATH, .id = context->id, .label = context->label, .tags = context->tags };

  item.fill = bjt_svg_tree_get_node (self->tree, node)->element == BJT_SVG_LINE ? BJT_NO_INK : bjt_svg_get_ink (&style->fill, style->fill_opacity * style->opacity);
  item.stroke = style->stroke_width > 0 ? bjt_svg_get_ink (&style->stroke, style->stroke_opacity * style->opacity) : BJT_NO_INK;
  item.even_odd = style->even_odd;
  item.stroke_width = effect != NULL && strcmp (effect, "non-scaling-stroke") == 0 ? 0 : style->stroke_width * bjt_svg_matrix_get_scale (&matrix);
  if (!isfinite (item.stroke_width) || style->is_invisible || (item.fill == BJT_NO_INK && item.stroke == BJT_NO_INK && item.id == NULL))
    return;
  bjt_svg_path_reset (&self->path);
  add_shape (self, context, node);
  if (self->path.points->len < 2 || !keep_inside (self, context, item.stroke != BJT_NO_INK, &matrix))
    return;
  item.layer = bjt_svg_find_layer (self, context);
  bjt_svg_path_build (&self->path, &matrix, self->builder);
  bjt_drawing_builder_add (self->builder, &item);
}

/* Groups */

static void
walk_children (BjtSvgReader        *self,
               const BjtSvgContext *context,
               guint32              node)
{
  for (guint32 at = bjt_svg_tree_get_node (self->tree, node)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (self->tree, at)->next)
    walk (self, at, context);
}

/* svg and symbol: a view box in a viewport of its own */
static void
walk_viewport (BjtSvgReader  *self,
               BjtSvgContext *context,
               guint32        node,
               BjtBox         viewport)
{
  const char  *aspect = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ASPECT);
  BjtBox       view_box;
  BjtSvgMatrix own;

  if (!(viewport.x2 > viewport.x1) || !(viewport.y2 > viewport.y1))
    return;
  if (bjt_svg_view_box (bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_VIEW_BOX), &view_box))
    own = bjt_svg_fit (&view_box, &viewport, aspect);
  else
    {
      own = (BjtSvgMatrix) { 1, 0, 0, 1, viewport.x1, viewport.y1 };
      view_box = (BjtBox) { 0, 0, viewport.x2 - viewport.x1, viewport.y2 - viewport.y1 };
    }
  context->matrix = bjt_svg_matrix_multiply (&context->matrix, &own);
  context->viewport = view_box;
  walk_children (self, context, node);
}

static void
walk_inner_svg (BjtSvgReader  *self,
                BjtSvgContext *context,
                guint32        node)
{
  double x = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X, 0), y = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y, 0);
  double width = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_WIDTH, context->viewport.x2 - context->viewport.x1);
  double height = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_HEIGHT, context->viewport.y2 - context->viewport.y1);

  walk_viewport (self, context, node, (BjtBox) { x, y, x + width, y + height });
}

static gboolean
is_skipped (const BjtSvgReader *self,
            guint32             node)
{
  const char *id = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ID);

  return self->options->skip != NULL && id != NULL && g_str_has_prefix (id, self->options->skip);
}

static void
walk_use (BjtSvgReader  *self,
          BjtSvgContext *context,
          guint32        node)
{
  guint32      used = bjt_svg_tree_find (self->tree, bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_HREF));
  BjtSvgMatrix own = { 1, 0, 0, 1, bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X, 0), bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y, 0) };
  const BjtSvgNode *about;

  if (used == BJT_SVG_NONE || is_skipped (self, used))
    return;
  if (context->use_depth >= MAX_USE_DEPTH || self->n_used >= MAX_USED)
    {
      self->cuts |= BJT_SVG_CUT_REPEATS;
      return;
    }
  context->use_depth++;
  context->matrix = bjt_svg_matrix_multiply (&context->matrix, &own);
  about = bjt_svg_tree_get_node (self->tree, used);
  if (about->element == BJT_SVG_SYMBOL || about->element == BJT_SVG_SVG)
    {
      double width = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_WIDTH, context->viewport.x2 - context->viewport.x1);
      double height = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_HEIGHT, context->viewport.y2 - context->viewport.y1);

      bjt_svg_sheet_apply (self->sheet, used, &context->style, &self->cuts);
      if (!context->style.is_off)
        walk_viewport (self, context, used, (BjtBox) { 0, 0, width, height });
    }
  else
    walk (self, used, context);
}

/* A picture without its mask would cover what shines through it. */
static gboolean
is_lost (const BjtSvgReader  *self,
         const BjtSvgContext *context,
         guint32              node)
{
  guint element = bjt_svg_tree_get_node (self->tree, node)->element;

  return context->style.is_off || (context->style.is_masked && (element == BJT_SVG_IMAGE || element == BJT_SVG_USE));
}

static void
walk_element (BjtSvgReader  *self,
              BjtSvgContext *context,
              guint32        node)
{
  switch (bjt_svg_tree_get_node (self->tree, node)->element)
    {
    case BJT_SVG_G:
    case BJT_SVG_A:
    case BJT_SVG_SWITCH:
      walk_children (self, context, node);
      break;
    case BJT_SVG_SVG:
      walk_inner_svg (self, context, node);
      break;
    case BJT_SVG_USE:
      walk_use (self, context, node);
      break;
    case BJT_SVG_TEXT:
      bjt_svg_draw_text (self, context, node);
      break;
    case BJT_SVG_IMAGE:
      bjt_svg_draw_picture (self, context, node);
      break;
    default:
      draw_shape (self, context, node);
      break;
    }
}

static gboolean
is_seen (guint element)
{
  switch (element)
    {
    case BJT_SVG_A:
    case BJT_SVG_CIRCLE:
    case BJT_SVG_ELLIPSE:
    case BJT_SVG_G:
    case BJT_SVG_IMAGE:
    case BJT_SVG_LINE:
    case BJT_SVG_PATH:
    case BJT_SVG_POLYGON:
    case BJT_SVG_POLYLINE:
    case BJT_SVG_RECT:
    case BJT_SVG_SVG:
    case BJT_SVG_SWITCH:
    case BJT_SVG_TEXT:
    case BJT_SVG_USE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
walk (BjtSvgReader        *self,
      guint32              node,
      const BjtSvgContext *outer)
{
  BjtSvgContext      context = *outer;
  BjtSvgMatrix own;
  const char  *id = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ID);
  const char  *label, *tags;

  if (!is_seen (bjt_svg_tree_get_node (self->tree, node)->element) || self->depth >= MAX_DEPTH)
    return;
  if (outer->use_depth > 0 && self->n_used++ >= MAX_USED)
    {
      self->cuts |= BJT_SVG_CUT_REPEATS;
      return;
    }
  bjt_svg_sheet_apply (self->sheet, node, &context.style, &self->cuts);
  own = bjt_svg_transform (bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_TRANSFORM));
  context.matrix = bjt_svg_matrix_multiply (&context.matrix, &own);
  if (!enter_layer (self, node, &context) && !self->options->bare)
    {
      label = get_label (self, node);
      context.id = id != NULL && outer->use_depth == 0 ? id : outer->id != NULL ? outer->id : id;
      context.label = label != NULL ? label : outer->label;
      tags = get_tags (self, node);
      context.tags = tags != NULL ? tags : outer->tags;
    }
  if (is_lost (self, &context, node))
    return;
  if (context.style.clip != NULL)
    enter_clip (self, &context);
  if (!(context.clip.x2 > context.clip.x1) || !(context.clip.y2 > context.clip.y1))
    return;
  self->depth++;
  walk_element (self, &context, node);
  self->depth--;
}

/* The whole */

static void
report_cuts (const BjtSvgReader *self)
{
  static const struct
  {
    guint       cut;
    const char *code;
    const char *message;
  } messages[] = {
    { BJT_SVG_CUT_MASKS, "svg-masks", "masks, filters and arrow heads are left out" },
    { BJT_SVG_CUT_PATTERNS, "svg-patterns", "gradients and patterns are drawn in one colour" },
    { BJT_SVG_CUT_CLIPS, "svg-clips", "shapes that a clip path cuts are kept whole" },
    { BJT_SVG_CUT_PICTURES, "svg-pictures", "pictures that are not PNG or JPEG inside the file are left out" },
    { BJT_SVG_CUT_REPEATS, "svg-repeats", "repetitions nested too deep or too often are left out" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    if ((self->cuts & messages[i].cut) != 0)
      bjt_drawing_notes_add (self->notes, messages[i].code, "%s", messages[i].message);
}

/* The page is the view box, else the size; so is the unit. */
static BjtBox
find_page (const BjtSvgReader  *self,
           const BjtSvgContext *context)
{
  BjtBox page;
  double width, height;

  if (bjt_svg_view_box (bjt_svg_tree_get (self->tree, 0, BJT_SVG_KEY_VIEW_BOX), &page))
    return page;
  width = bjt_svg_get_length (self, context, 0, BJT_SVG_KEY_WIDTH, 0);
  height = bjt_svg_get_length (self, context, 0, BJT_SVG_KEY_HEIGHT, 0);
  return isfinite (width) && isfinite (height) && width > 0 && height > 0 ? (BjtBox) { 0, 0, width, height } : BJT_BOX_EMPTY;
}

static void
walk_root (BjtSvgReader *self)
{
  BjtSvgContext     context = { .matrix = BJT_SVG_IDENTITY, .viewport = { 0, 0, DEFAULT_WIDTH, DEFAULT_HEIGHT }, .clip = EVERYWHERE };
  const char *metres = bjt_svg_tree_get (self->tree, 0, BJT_SVG_KEY_METRES);
  double      metres_per_unit = 0;
  BjtBox      page;

  bjt_svg_style_init (&context.style);
  bjt_svg_sheet_apply (self->sheet, 0, &context.style, &self->cuts);
  page = find_page (self, &context);
  if (!bjt_box_is_empty (&page))
    {
      bjt_drawing_builder_set_page (self->builder, &page);
      context.viewport = page;
    }
  if (metres != NULL && bjt_svg_next_number (&metres, &metres_per_unit))
    bjt_drawing_builder_set_scale (self->builder, metres_per_unit);
  walk_children (self, &context, 0);
}

/**
 * bjt_svg_read:
 * @read: gives the bytes of the file
 * @builder: gets what is in it
 * @notes: gets what was left out
 */
gboolean
bjt_svg_read (BjtXmlReadFunc        read,
              gpointer              source,
              const BjtSvgOptions  *options,
              BjtDrawingBuilder    *builder,
              BjtDrawingNotes      *notes,
              GError              **error)
{
  g_autoptr (BjtSvgTree) tree = bjt_svg_tree_new (read, source, error);
  g_autoptr (BjtSvgSheet) sheet = NULL;
  g_autoptr (GHashTable) pictures = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  BjtSvgReader self = { .tree = tree, .builder = builder, .options = options, .notes = notes, .pictures = pictures };

  if (tree == NULL)
    return FALSE;
  sheet = bjt_svg_sheet_new (tree);
  self.sheet = sheet;
  bjt_svg_path_init (&self.path);
  walk_root (&self);
  bjt_svg_path_clear (&self.path);
  report_cuts (&self);
  return TRUE;
}

/**
 * bjt_svg_read_bytes_into:
 *
 * As bjt_svg_read(), from memory.
 */
gboolean
bjt_svg_read_bytes_into (GBytes              *bytes,
                         const BjtSvgOptions *options,
                         BjtDrawingBuilder   *builder,
                         BjtDrawingNotes     *notes,
                         GError             **error)
{
  gsize        size;
  BjtXmlMemory memory = { .at = g_bytes_get_data (bytes, &size) };

  memory.left = size;
  return bjt_svg_read (bjt_xml_read_memory_cb, &memory, options, builder, notes, error);
}
