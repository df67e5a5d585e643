/* bjt-svg-style.c: the cascade: presentation attributes, then the rules of the
 * style elements by weight, then the style attribute.
 *
 * Selectors are names, .classes, #ids and *, any of them together, in lists,
 * below one another (blank) or one inside the other (>). Rules with anything
 * else, and @-rules, are left out. */
#include "bjt-svg-style.h"

#include <string.h>

#define PATTERN_ALPHA 0.35 /* a hatch covers about so much */
#define MAX_RULES 5000u
#define MAX_STEPS 8
#define MAX_GRADIENT_DEPTH 8

typedef struct
{
  char    *name;   /* (nullable): any */
  char    *id;     /* (nullable) */
  char   **classes;
  gboolean is_child; /* of what the step before matches, not just below it */
} Step;

typedef struct
{
  Step        steps[MAX_STEPS]; /* the last is the element itself */
  guint       n_steps;
  guint       weight;
  guint       first, n; /* declarations */
} Rule;

typedef struct
{
  guint       key;
  const char *value;
} Declaration;

struct _BjtSvgSheet
{
  /* Borrowed */
  BjtSvgTree *tree;

  /* Owned */
  GArray *rules;        /* Rule, by weight */
  GArray *declarations; /* Declaration */
};

/* Properties */

static guint32 find_gradient_colour (const BjtSvgSheet *self, guint32 node, guint depth, double *alpha);

static double
read_opacity (const char *value)
{
  double number = 1;

  if (!bjt_svg_next_number (&value, &number))
    return 1;
  return CLAMP (*value == '%' ? number / 100 : number, 0, 1);
}

/* A colour that an element names itself, as an attribute or in its style */
static gboolean
find_own_colour (const BjtSvgTree *tree,
                 guint32           node,
                 BjtSvgKey         key,
                 const char       *property,
                 guint32          *rgb)
{
  const char *value = bjt_svg_tree_get (tree, node, key), *style = bjt_svg_tree_get (tree, node, BJT_SVG_KEY_STYLE);
  double      alpha;

  if (value != NULL && bjt_svg_colour (value, rgb, &alpha))
    return TRUE;
  value = style != NULL ? strstr (style, property) : NULL;
  return value != NULL && bjt_svg_colour (value + strlen (property), rgb, &alpha);
}

/* What a pattern is drawn with: the first stroke in it, else the first fill, else black */
static guint32
find_pattern_colour (const BjtSvgTree *tree,
                     guint32           pattern)
{
  guint32 rgb = 0;

  for (guint32 at = bjt_svg_tree_get_node (tree, pattern)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (tree, at)->next)
    if (find_own_colour (tree, at, BJT_SVG_KEY_STROKE, "stroke:", &rgb))
      return rgb;
  for (guint32 at = bjt_svg_tree_get_node (tree, pattern)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (tree, at)->next)
    if (find_own_colour (tree, at, BJT_SVG_KEY_FILL, "fill:", &rgb))
      return rgb;
  return rgb;
}

static void
read_paint (const BjtSvgSheet *self,
            const char        *value,
            guint32            colour,
            BjtSvgPaint       *paint,
            guint             *cuts)
{
  value += strspn (value, " \t\r\n");
  if (g_str_has_prefix (value, "none"))
    *paint = (BjtSvgPaint) { TRUE, 0, 1 };
  else if (g_ascii_strncasecmp (value, "currentcolor", 12) == 0)
    *paint = (BjtSvgPaint) { FALSE, colour, 1 };
  else if (g_str_has_prefix (value, "url("))
    {
      guint32     node = bjt_svg_tree_find (self->tree, value);
      const char *otherwise = strchr (value, ')');

      *paint = (BjtSvgPaint) { TRUE, 0, 1 };
      *cuts |= BJT_SVG_CUT_PATTERNS;
      if (node != BJT_SVG_NONE && bjt_svg_tree_get_node (self->tree, node)->element == BJT_SVG_PATTERN)
        *paint = (BjtSvgPaint) { FALSE, find_pattern_colour (self->tree, node), PATTERN_ALPHA };
      else if (node != BJT_SVG_NONE)
        {
          paint->rgb = find_gradient_colour (self, node, 0, &paint->alpha);
          paint->is_none = FALSE;
        }
      else if (otherwise != NULL && bjt_svg_colour (otherwise + 1, &paint->rgb, &paint->alpha))
        paint->is_none = FALSE;
    }
  else if (bjt_svg_colour (value, &paint->rgb, &paint->alpha))
    paint->is_none = FALSE;
}

static double
read_font_size (const char *value,
                double      inherited)
{
  static const struct
  {
    const char *name;
    double      size;
  } names[] = { { "xx-small", 9.6 }, { "x-small", 10 }, { "small", 13 }, { "medium", 16 }, { "large", 18 }, { "x-large", 24 }, { "xx-large", 32 } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (value, names[i].name) == 0)
      return names[i].size;
  return bjt_svg_length (value, &(BjtSvgMeasure) { inherited, inherited }, inherited);
}

/* The size is the first number with a unit in "bold 12px sans". */
static double
read_font (const char *value,
           double      inherited)
{
  for (const char *at = value; *at != '\0'; at++)
    if (g_ascii_isdigit (*at) && (at == value || at[-1] == ' '))
      {
        const char *unit = at + strspn (at, "0123456789.");

        if (g_ascii_isalpha (*unit) || *unit == '%')
          return read_font_size (at, inherited);
      }
  return inherited;
}

static void
set_text_property (BjtSvgStyle *style,
                   guint        key,
                   const char  *value)
{
  if (key == BJT_SVG_KEY_FONT_SIZE)
    style->font_size = read_font_size (value, style->font_size);
  else if (key == BJT_SVG_KEY_FONT)
    style->font_size = read_font (value, style->font_size);
  else if (key == BJT_SVG_KEY_ANCHOR)
    style->anchor = strcmp (value, "middle") == 0 ? 0.5 : strcmp (value, "end") == 0 ? 1 : 0;
  else if (key == BJT_SVG_KEY_BASELINE)
    style->rise = strcmp (value, "middle") == 0 || strcmp (value, "central") == 0 ? 0.35 : strcmp (value, "hanging") == 0 ? 0.8 : 0;
}

static void
set_property (const BjtSvgSheet *self,
              BjtSvgStyle       *style,
              guint              key,
              const char        *value,
              guint             *cuts)
{
  double alpha;

  if (strcmp (value, "inherit") == 0)
    return;
  switch (key)
    {
    case BJT_SVG_KEY_FILL:
      read_paint (self, value, style->colour, &style->fill, cuts);
      break;
    case BJT_SVG_KEY_STROKE:
      read_paint (self, value, style->colour, &style->stroke, cuts);
      break;
    case BJT_SVG_KEY_COLOR:
      bjt_svg_colour (value, &style->colour, &alpha);
      break;
    case BJT_SVG_KEY_FILL_OPACITY:
      style->fill_opacity = read_opacity (value);
      break;
    case BJT_SVG_KEY_STROKE_OPACITY:
      style->stroke_opacity = read_opacity (value);
      break;
    case BJT_SVG_KEY_OPACITY:
      style->opacity = read_opacity (value);
      break;
    case BJT_SVG_KEY_STROKE_WIDTH:
      style->stroke_width = MAX (bjt_svg_length (value, &(BjtSvgMeasure) { 0, style->font_size }, 1), 0);
      break;
    case BJT_SVG_KEY_FILL_RULE:
      style->even_odd = strcmp (value, "evenodd") == 0;
      break;
    case BJT_SVG_KEY_CLIP_RULE:
      style->clip_even_odd = strcmp (value, "evenodd") == 0;
      break;
    case BJT_SVG_KEY_DISPLAY:
      style->is_off = strcmp (value, "none") == 0;
      break;
    case BJT_SVG_KEY_VISIBILITY:
      style->is_invisible = strcmp (value, "visible") != 0;
      break;
    case BJT_SVG_KEY_CLIP_PATH:
      style->clip = value;
      break;
    case BJT_SVG_KEY_MASK:
      style->is_masked = strcmp (value, "none") != 0;
      *cuts |= style->is_masked ? BJT_SVG_CUT_MASKS : 0;
      break;
    case BJT_SVG_KEY_FILTER:
    case BJT_SVG_KEY_MARKER_END:
      *cuts |= strcmp (value, "none") != 0 ? BJT_SVG_CUT_MASKS : 0;
      break;
    default:
      set_text_property (style, key, value);
      break;
    }
}

/* Gradients: the mean of their stops */

static guint32
find_gradient_colour (const BjtSvgSheet *self,
                      guint32            node,
                      guint              depth,
                      double            *alpha)
{
  double  sum[4] = { 0 };
  guint   n = 0, cuts = 0;
  guint32 next;

  for (guint32 at = bjt_svg_tree_get_node (self->tree, node)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (self->tree, at)->next)
    {
      BjtSvgStyle style;

      if (bjt_svg_tree_get_node (self->tree, at)->element != BJT_SVG_STOP)
        continue;
      bjt_svg_style_init (&style);
      bjt_svg_sheet_apply (self, at, &style, &cuts);
      for (guint i = 0; i < 3; i++)
        sum[i] += style.fill.rgb >> (16 - 8 * i) & 0xFF;
      sum[3] += style.fill.alpha * style.fill_opacity;
      n++;
    }
  if (n > 0)
    {
      *alpha = sum[3] / n;
      return (guint32) (sum[0] / n) << 16 | (guint32) (sum[1] / n) << 8 | (guint32) (sum[2] / n);
    }
  next = bjt_svg_tree_find (self->tree, bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_HREF));
  *alpha = 0;
  return next != BJT_SVG_NONE && depth < MAX_GRADIENT_DEPTH ? find_gradient_colour (self, next, depth + 1, alpha) : 0;
}

/* Style sheets */

/* Stops know but one paint; it is kept as the fill. */
static guint
map_key (guint key)
{
  if (key == BJT_SVG_KEY_STOP_COLOR)
    return BJT_SVG_KEY_FILL;
  return key == BJT_SVG_KEY_STOP_OPACITY ? BJT_SVG_KEY_FILL_OPACITY : key;
}

static void
read_declarations (BjtSvgTree *tree,
                   const char *text,
                   gsize       length,
                   GArray     *declarations)
{
  const char *end = text + length;

  while (text < end)
    {
      const char      *stop = memchr (text, ';', (gsize) (end - text));
      const char      *colon = memchr (text, ':', (gsize) ((stop != NULL ? stop : end) - text));
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;
      char            *important;
      Declaration      declaration;

      stop = stop != NULL ? stop : end;
      if (colon != NULL)
        {
          name = g_strstrip (g_strndup (text, (gsize) (colon - text)));
          value = g_strstrip (g_strndup (colon + 1, (gsize) (stop - colon - 1)));
          important = strstr (value, "!important");
          if (important != NULL)
            *important = '\0';
          declaration.value = g_string_chunk_insert_const (tree->strings, g_strchomp (value));
          if (bjt_svg_key_find (name, &declaration.key))
            g_array_append_val (declarations, declaration);
        }
      text = stop + 1;
    }
}

static void
step_clear (Step *self)
{
  g_free (self->name);
  g_free (self->id);
  g_strfreev (self->classes);
}

static void
rule_clear (gpointer data)
{
  Rule *self = data;

  for (guint i = 0; i < self->n_steps; i++)
    step_clear (&self->steps[i]);
}

static gsize
get_word_length (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalnum (text[n]) || text[n] == '-' || text[n] == '_' || (text[n] & 0x80) != 0)
    n++;
  return n;
}

/* Reads tag.class#id; returns where it ends, NULL for anything else. */
static const char *
read_step (const char *at,
           Step       *step,
           guint      *weight)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);
  const char *begin = at;

  if (*at == '*')
    at++;
  else if (get_word_length (at) > 0)
    {
      step->name = g_strndup (at, get_word_length (at));
      at += get_word_length (at);
      *weight += 1;
    }
  while ((*at == '.' || *at == '#') && get_word_length (at + 1) > 0)
    {
      char *word = g_strndup (at + 1, get_word_length (at + 1));

      *weight += *at == '.' ? 100 : 10000;
      if (*at == '.')
        g_ptr_array_add (classes, word);
      else
        {
          g_free (step->id);
          step->id = word;
        }
      at += 1 + get_word_length (at + 1);
    }
  if (at == begin || (*at != '\0' && *at != ' ' && *at != '>'))
    return NULL;
  g_ptr_array_add (classes, NULL);
  step->classes = (char **) g_ptr_array_steal (classes, NULL);
  return at;
}

static gboolean
read_selector (const char *text,
               Rule       *rule)
{
  gboolean is_child = FALSE;

  while (*text != '\0')
    {
      Step *step;

      if (*text == ' ' || *text == '>')
        {
          is_child = is_child || *text == '>';
          text++;
          continue;
        }
      if (rule->n_steps == MAX_STEPS)
        return FALSE;
      step = &rule->steps[rule->n_steps++];
      step->is_child = is_child;
      is_child = FALSE;
      text = read_step (text, step, &rule->weight);
      if (text == NULL)
        return FALSE;
    }
  return rule->n_steps > 0;
}

static void
add_rules (BjtSvgSheet *self,
           const char  *selectors,
           const char  *body,
           gsize        length)
{
  g_auto (GStrv) list = g_strsplit (selectors, ",", 0);
  guint first = self->declarations->len;

  read_declarations (self->tree, body, length, self->declarations);
  for (guint i = 0; list[i] != NULL && self->rules->len < MAX_RULES; i++)
    {
      Rule rule = { .first = first, .n = self->declarations->len - first };

      g_strdelimit (g_strstrip (list[i]), "\t\r\n", ' ');
      if (read_selector (list[i], &rule))
        g_array_append_val (self->rules, rule);
      else
        rule_clear (&rule);
    }
}

static void
remove_comments (GString *text)
{
  char *at = text->str;

  while ((at = strstr (at, "/*")) != NULL)
    {
      const char *end = strstr (at + 2, "*/");
      gsize       length = end != NULL ? (gsize) (end + 2 - at) : strlen (at);

      memset (at, ' ', length);
      at += length;
    }
}

/* Where the block ends that begins with { at @at */
static const char *
skip_block (const char *at)
{
  int depth = 0;

  for (; *at != '\0'; at++)
    {
      depth += *at == '{';
      depth -= *at == '}';
      if (*at == '}' && depth <= 0)
        return at + 1;
    }
  return at;
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Rule *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? -1 : 1;
  return first->first < second->first ? -1 : first->first > second->first;
}

/**
 * bjt_svg_sheet_new:
 * @tree: stays the caller's; must outlive the sheet
 */
BjtSvgSheet *
bjt_svg_sheet_new (BjtSvgTree *tree)
{
  BjtSvgSheet *self = g_new0 (BjtSvgSheet, 1);
  const char  *at;

  self->tree = tree;
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (self->rules, rule_clear);
  self->declarations = g_array_new (FALSE, FALSE, sizeof (Declaration));
  remove_comments (tree->style);
  for (at = tree->style->str; *at != '\0';)
    {
      gsize            length = strcspn (at, "{;");
      g_autofree char *selectors = NULL;
      const char      *end;

      if (at[length] == ';' || at[length] == '\0')
        {
          at += length + (at[length] == ';');
          continue;
        }
      end = skip_block (at + length);
      selectors = g_strstrip (g_strndup (at, length));
      if (selectors[0] != '@' && end > at + length + 1)
        add_rules (self, selectors, at + length + 1, (gsize) (end - at) - length - 2);
      at = end;
    }
  g_array_sort (self->rules, compare_weights);
  return self;
}

void
bjt_svg_sheet_free (BjtSvgSheet *self)
{
  g_array_unref (self->rules);
  g_array_unref (self->declarations);
  g_free (self);
}

/* Whether the list of classes holds the word */
static gboolean
has_class (const char *classes,
           const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (classes, word); at != NULL; at = strstr (at + 1, word))
    if ((at == classes || g_ascii_isspace (at[-1])) && (at[length] == '\0' || g_ascii_isspace (at[length])))
      return TRUE;
  return FALSE;
}

static gboolean
is_step (const BjtSvgSheet *self,
         const Step        *step,
         guint32            node)
{
  const char *classes, *id;

  if (step->name != NULL && strcmp (step->name, bjt_svg_tree_get_node (self->tree, node)->name) != 0)
    return FALSE;
  if (step->id != NULL)
    {
      id = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ID);
      if (id == NULL || strcmp (id, step->id) != 0)
        return FALSE;
    }
  if (step->classes[0] == NULL)
    return TRUE;
  classes = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_CLASS);
  for (guint i = 0; step->classes[i] != NULL; i++)
    if (classes == NULL || !has_class (classes, step->classes[i]))
      return FALSE;
  return TRUE;
}

/* From the element up; of several above it that fit, the nearest is taken. */
static gboolean
is_matched (const BjtSvgSheet *self,
            const Rule        *rule,
            guint32            node)
{
  guint step = rule->n_steps - 1;

  if (!is_step (self, &rule->steps[step], node))
    return FALSE;
  while (step > 0)
    {
      gboolean is_child = rule->steps[step].is_child;

      step--;
      do
        {
          node = bjt_svg_tree_get_node (self->tree, node)->parent;
          if (node == BJT_SVG_NONE)
            return FALSE;
          if (is_step (self, &rule->steps[step], node))
            break;
          if (is_child)
            return FALSE;
        }
      while (TRUE);
    }
  return TRUE;
}

void
bjt_svg_style_init (BjtSvgStyle *self)
{
  *self = (BjtSvgStyle) {
    .fill = { FALSE, 0, 1 },
    .stroke = { TRUE, 0, 1 },
    .fill_opacity = 1,
    .stroke_opacity = 1,
    .stroke_width = 1,
    .font_size = 16,
    .opacity = 1,
  };
}

static void
apply_declarations (const BjtSvgSheet *self,
                    const GArray      *declarations,
                    guint              first,
                    guint              n,
                    BjtSvgStyle       *style,
                    guint             *cuts)
{
  for (guint i = first; i < first + n; i++)
    {
      const Declaration *declaration = &g_array_index (declarations, Declaration, i);

      set_property (self, style, map_key (declaration->key), declaration->value, cuts);
    }
}

/**
 * bjt_svg_sheet_apply:
 * @style: (inout): of the element around it
 * @cuts: (inout): what is left out of the drawing
 */
void
bjt_svg_sheet_apply (const BjtSvgSheet *self,
                     guint32            node,
                     BjtSvgStyle       *style,
                     guint             *cuts)
{
  const BjtSvgNode      *about = bjt_svg_tree_get_node (self->tree, node);
  const BjtSvgAttribute *attributes = &g_array_index (self->tree->attributes, BjtSvgAttribute, about->first_attribute);
  const char            *own = NULL;
  double                 outer = style->opacity;

  style->opacity = 1;
  style->is_off = style->is_masked = FALSE;
  style->clip = NULL;
  for (guint32 i = 0; i < about->n_attributes; i++)
    if (attributes[i].key == BJT_SVG_KEY_COLOR)
      set_property (self, style, attributes[i].key, attributes[i].value, cuts);
  for (guint32 i = 0; i < about->n_attributes; i++)
    {
      if (attributes[i].key == BJT_SVG_KEY_STYLE)
        own = attributes[i].value;
      else if (attributes[i].key != BJT_SVG_KEY_DATA)
        set_property (self, style, map_key (attributes[i].key), attributes[i].value, cuts);
    }
  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      if (is_matched (self, rule, node))
        apply_declarations (self, self->declarations, rule->first, rule->n, style, cuts);
    }
  if (own != NULL)
    {
      g_autoptr (GArray) declarations = g_array_new (FALSE, FALSE, sizeof (Declaration));

      read_declarations (self->tree, own, strlen (own), declarations);
      apply_declarations (self, declarations, 0, declarations->len, style, cuts);
    }
  style->opacity *= outer;
}
