/* bjt-svg-tree.h: the elements of an SVG file, with the attributes that matter.
 */
#pragma once

#include "xml/bjt-xml-reader.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_SVG_A, BJT_SVG_CIRCLE, BJT_SVG_CLIP_PATH, BJT_SVG_DEFS, BJT_SVG_DESC, BJT_SVG_ELLIPSE, BJT_SVG_G, BJT_SVG_IMAGE,
  BJT_SVG_LINE, BJT_SVG_LINEAR_GRADIENT, BJT_SVG_MARKER, BJT_SVG_MASK, BJT_SVG_PATH, BJT_SVG_PATTERN, BJT_SVG_POLYGON,
  BJT_SVG_POLYLINE, BJT_SVG_RADIAL_GRADIENT, BJT_SVG_RECT, BJT_SVG_STOP, BJT_SVG_STYLE, BJT_SVG_SVG, BJT_SVG_SWITCH,
  BJT_SVG_SYMBOL, BJT_SVG_TEXT, BJT_SVG_TITLE, BJT_SVG_TSPAN, BJT_SVG_USE,
  BJT_SVG_N_ELEMENTS,
  BJT_SVG_OTHER = BJT_SVG_N_ELEMENTS,
  BJT_SVG_CHARACTERS, /* text between elements */
} BjtSvgElement;

typedef enum
{
  BJT_SVG_KEY_ARIA_LABEL, BJT_SVG_KEY_CLASS, BJT_SVG_KEY_CLIP_PATH, BJT_SVG_KEY_CLIP_RULE, BJT_SVG_KEY_COLOR, BJT_SVG_KEY_CX,
  BJT_SVG_KEY_CY, BJT_SVG_KEY_D, BJT_SVG_KEY_METRES, BJT_SVG_KEY_NAME, BJT_SVG_KEY_DISPLAY, BJT_SVG_KEY_BASELINE, BJT_SVG_KEY_DX,
  BJT_SVG_KEY_DY, BJT_SVG_KEY_FILL, BJT_SVG_KEY_FILL_OPACITY, BJT_SVG_KEY_FILL_RULE, BJT_SVG_KEY_FILTER, BJT_SVG_KEY_FONT,
  BJT_SVG_KEY_FONT_SIZE, BJT_SVG_KEY_GROUP_MODE, BJT_SVG_KEY_HEIGHT, BJT_SVG_KEY_HREF, BJT_SVG_KEY_ID, BJT_SVG_KEY_LABEL,
  BJT_SVG_KEY_MARKER_END, BJT_SVG_KEY_MASK, BJT_SVG_KEY_OPACITY, BJT_SVG_KEY_POINTS, BJT_SVG_KEY_ASPECT, BJT_SVG_KEY_R,
  BJT_SVG_KEY_RX, BJT_SVG_KEY_RY, BJT_SVG_KEY_SPACE, BJT_SVG_KEY_STOP_COLOR, BJT_SVG_KEY_STOP_OPACITY, BJT_SVG_KEY_STROKE,
  BJT_SVG_KEY_STROKE_OPACITY, BJT_SVG_KEY_STROKE_WIDTH, BJT_SVG_KEY_STYLE, BJT_SVG_KEY_ANCHOR, BJT_SVG_KEY_TRANSFORM,
  BJT_SVG_KEY_VECTOR_EFFECT, BJT_SVG_KEY_VIEW_BOX, BJT_SVG_KEY_VISIBILITY, BJT_SVG_KEY_WIDTH, BJT_SVG_KEY_X, BJT_SVG_KEY_X1,
  BJT_SVG_KEY_X2, BJT_SVG_KEY_Y, BJT_SVG_KEY_Y1, BJT_SVG_KEY_Y2,
  BJT_SVG_N_KEYS,
  BJT_SVG_KEY_DATA = BJT_SVG_N_KEYS, /* any other data-… */
} BjtSvgKey;

typedef struct
{
  guint       key;  /* BjtSvgKey */
  const char *name; /* of data-…, without that */
  const char *value;
} BjtSvgAttribute;

typedef struct
{
  guint       element; /* BjtSvgElement */
  const char *name;    /* as the file has it; characters: the text */
  guint32     parent;  /* BJT_SVG_NONE: the root */
  guint32     first_child, last_child, next;
  guint32     first_attribute, n_attributes;
} BjtSvgNode;

#define BJT_SVG_NONE G_MAXUINT32

typedef struct
{
  GArray       *nodes;      /* BjtSvgNode; the first is the root */
  GArray       *attributes; /* BjtSvgAttribute */
  GHashTable   *ids;        /* → index + 1; strings of the tree */
  GStringChunk *strings;
  GString      *style;      /* what all style elements say */
} BjtSvgTree;

BjtSvgTree *bjt_svg_tree_new (BjtXmlReadFunc read, gpointer source, GError **error);
void        bjt_svg_tree_free (BjtSvgTree *self);
const char *bjt_svg_tree_get (const BjtSvgTree *self, guint32 node, BjtSvgKey key);
char       *bjt_svg_tree_dup_tags (const BjtSvgTree *self, guint32 node); /* its data-…; NULL: it has none */
guint32     bjt_svg_tree_find (const BjtSvgTree *self, const char *reference);
gboolean    bjt_svg_key_find (const char *name, guint *key);

static inline const BjtSvgNode *
bjt_svg_tree_get_node (const BjtSvgTree *self,
                       guint32           node)
{
  return &g_array_index (self->nodes, BjtSvgNode, node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSvgTree, bjt_svg_tree_free)

G_END_DECLS
