/* bjt-plan-svg.c: writes plans as SVG.
 *
 * Places have a tenth of a millimetre. What lies under a plan is written with
 * its curves, in its own units, under one transform; pictures are embedded.
 * Nothing personal is in it: labels of doors and rooms are, people are not. */
#include "bjt-plan-svg.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-check.h"
#include "bjt-plan-draft.h"
#include "bjt-plan-levels.h"

#define MILLIMETRES 10.0 /* on paper a metre: 1:100 */
#define MARGIN 1.0       /* m */
#define POINT_RADIUS 0.3
#define CAPTION_SIZE 0.6
#define LEAST_CAPTION 0.15
#define TEXT_SIZE 0.35   /* m, of texts without a size */

static const char style[] =
  "svg{background:#fff}"
  "text{font-family:'Noto Sans CJK SC','Source Han Sans SC',sans-serif;fill:#241f31;stroke:none}"
  ".door{fill:#fdf8ee;stroke:#241f31;stroke-width:.08}"
  ".area{fill:#f2f2f0;stroke:#5e5c64;stroke-width:.06}"
  ".stairs,.elevator{fill:#dfe7f3;stroke:#5e5c64;stroke-width:.06}"
  ".wall{fill:none;stroke:#3d3846;stroke-width:.2;stroke-linejoin:round}"
  ".wall.solid{fill:#3d3846;stroke-width:.02}"
  ".opening{fill:none;stroke:#c64600;stroke-width:.15}"
  ".line{fill:none;stroke:#5e5c64;stroke-width:.05}"
  ".text,.caption{text-anchor:middle}";

typedef struct
{
  GString              *out;
  const BjtPlanExcerpt *excerpt;
} Writer;

/* Values */

static void
append_number (GString *out,
               double   value,
               guint    decimals)
{
  char format[8], text[G_ASCII_DTOSTR_BUF_SIZE + 320], *end;

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_ascii_formatd (text, sizeof text, format, value);
  for (end = text + strlen (text); end > text && end[-1] == '0'; end--)
    ;
  if (end > text && end[-1] == '.')
    end--;
  *end = '\0';
  g_string_append (out, strcmp (text, "-0") == 0 || *text == '\0' ? "0" : text);
}

/* Control characters have no place in XML. */
static void
append_escaped (GString    *out,
                const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\n':
      case '\t':
        g_string_append_printf (out, "&#%d;", *text);
        break;
      default:
        if ((guchar) *text >= ' ')
          g_string_append_c (out, *text);
        break;
      }
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value);
  g_string_append_c (out, '"');
}

static void
append_tag (GString    *out,
            const char *name,
            const char *value)
{
  g_autofree char *full = g_strconcat ("data-", name, NULL);

  append_attribute (out, full, value);
}

static void
append_number_attribute (GString    *out,
                         const char *name,
                         double      value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value, 4);
  g_string_append_c (out, '"');
}

static void
append_key_tag (GString       *out,
                const char    *name,
                const BjtUuid *id)
{
  g_autofree char *text = bjt_uuid_dup_string (id);

  append_tag (out, name, text);
}

static void
append_place (GString *out,
              double   x,
              double   y)
{
  append_number (out, x, 4);
  g_string_append_c (out, ' ');
  append_number (out, y, 4);
}

/* Elements */

static void
append_shape (GString           *out,
              const BjtGeometry *shape)
{
  g_string_append (out, " d=\"");
  for (guint p = 0; p < shape->n_parts; p++)
    {
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        {
          BjtPoint at = shape->points[shape->parts[p].first + i];

          g_string_append (out, i == 0 ? "M" : "L");
          append_place (out, at.x, -at.y);
        }
      if (shape->kind == BJT_GEOMETRY_POLYGON)
        g_string_append_c (out, 'Z');
    }
  g_string_append_c (out, '"');
}

static void
append_links (Writer                  *self,
              const BjtPictureElement *element)
{
  const BjtPicture *picture = self->excerpt->picture;

  if (element->entrance != BJT_NO_INDEX)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (picture, element->entrance);

      append_key_tag (self->out, BJT_PLAN_TAG_ENTRANCE, &entrance->id);
      append_tag (self->out, BJT_PLAN_TAG_ENTRANCE_LABEL, entrance->label);
    }
  if (element->stack > 0 || (element->kind == BJT_ELEMENT_DOOR && element->entrance != BJT_NO_INDEX))
    append_number_attribute (self->out, "data-" BJT_PLAN_TAG_STACK, element->stack);
  if (element->door != BJT_NO_INDEX)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, element->door);

      append_key_tag (self->out, BJT_PLAN_TAG_DOOR, &door->id);
      append_tag (self->out, BJT_PLAN_TAG_DOOR_LABEL, door->label);
    }
}

/* Id, class and tags, within the element's own tag */
static void
append_about (Writer                  *self,
              const BjtPictureElement *element)
{
  const char *kind = bjt_element_kind_get_name (element->kind);
  gboolean    is_solid = element->kind == BJT_ELEMENT_WALL && element->shape->kind == BJT_GEOMETRY_POLYGON;
  char        key[BJT_UUID_STRING_SIZE];

  bjt_uuid_format (&element->id, key);
  g_string_append_printf (self->out, " id=\"" BJT_PLAN_ID_PREFIX "%s\" class=\"%s%s\"", key, kind, is_solid ? " solid" : "");
  append_tag (self->out, BJT_PLAN_TAG_KIND, kind);
  append_links (self, element);
  append_tag (self->out, BJT_PLAN_TAG_LABEL, element->label);
  if (isfinite (element->size) && element->size != 0 && element->kind != BJT_ELEMENT_TEXT)
    append_number_attribute (self->out, "data-" BJT_PLAN_TAG_SIZE, element->size);
  if (isfinite (element->angle) && element->angle != 0 && element->kind != BJT_ELEMENT_TEXT)
    append_number_attribute (self->out, "data-" BJT_PLAN_TAG_ANGLE, element->angle);
  if (element->kind == BJT_ELEMENT_WALL && !is_solid && element->size > 0)
    {
      g_string_append (self->out, " style=\"stroke-width:");
      append_number (self->out, element->size, 4);
      g_string_append_c (self->out, '"');
    }
}

static void
write_text (Writer                  *self,
            const BjtPictureElement *element)
{
  BjtPoint       at = element->shape->points[0];
  g_auto (GStrv) lines = g_strsplit (element->label != NULL ? element->label : "", "\n", -1);
  double         size = element->size > 0 ? element->size : TEXT_SIZE;

  g_string_append (self->out, "<text");
  append_about (self, element);
  append_number_attribute (self->out, "x", at.x);
  append_number_attribute (self->out, "y", -at.y);
  append_number_attribute (self->out, "font-size", size);
  if (isfinite (element->angle) && element->angle != 0)
    {
      g_string_append (self->out, " transform=\"rotate(");
      append_number (self->out, -element->angle * 180 / G_PI, 7);
      g_string_append_c (self->out, ' ');
      append_place (self->out, at.x, -at.y);
      g_string_append (self->out, ")\"");
    }
  g_string_append_c (self->out, '>');
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          g_string_append (self->out, "<tspan");
          append_number_attribute (self->out, "x", at.x);
          append_number_attribute (self->out, "dy", size * 1.3);
          g_string_append_c (self->out, '>');
        }
      append_escaped (self->out, lines[i]);
      g_string_append (self->out, i > 0 ? "</tspan>" : "");
    }
  g_string_append (self->out, "</text>\n");
}

/* What an outline is called, in its middle, no wider than it is */
static void
write_caption (Writer                  *self,
               const BjtPictureElement *element,
               const char              *caption)
{
  BjtPoint at = bjt_geometry_get_centroid (element->shape);
  double   width = element->shape->box.x2 - element->shape->box.x1;
  double   size = fmin (CAPTION_SIZE, width / fmax (1, 0.65 * (double) g_utf8_strlen (caption, -1)));

  if (caption == NULL || !isfinite (at.x) || !isfinite (at.y) || size < LEAST_CAPTION)
    return;
  g_string_append (self->out, "<text class=\"caption\"");
  append_tag (self->out, BJT_PLAN_TAG_KIND, BJT_PLAN_KIND_CAPTION);
  append_number_attribute (self->out, "x", at.x);
  append_number_attribute (self->out, "y", -at.y + size * 0.36);
  append_number_attribute (self->out, "font-size", size);
  g_string_append_c (self->out, '>');
  append_escaped (self->out, caption);
  g_string_append (self->out, "</text>\n");
}

static void
write_element (Writer *self,
               guint32 index)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->excerpt->picture, index);
  g_autofree char         *caption = bjt_plan_excerpt_dup_caption (self->excerpt, index);
  gboolean                 is_point = element->shape->kind == BJT_GEOMETRY_POINT;

  if (element->kind == BJT_ELEMENT_TEXT)
    {
      write_text (self, element);
      return;
    }
  g_string_append (self->out, is_point ? "<circle" : "<path");
  append_about (self, element);
  if (is_point)
    {
      g_string_append (self->out, " data-shape=\"point\"");
      append_number_attribute (self->out, "cx", element->shape->points[0].x);
      append_number_attribute (self->out, "cy", -element->shape->points[0].y);
      append_number_attribute (self->out, "r", POINT_RADIUS);
    }
  else
    append_shape (self->out, element->shape);
  if (caption != NULL)
    {
      g_string_append (self->out, "><title>");
      append_escaped (self->out, caption);
      g_string_append (self->out, is_point ? "</title></circle>\n" : "</title></path>\n");
    }
  else
    g_string_append (self->out, "/>\n");
  if (caption != NULL && element->shape->kind == BJT_GEOMETRY_POLYGON)
    write_caption (self, element, caption);
}

/* What lies under */

static void
append_ink (GString    *out,
            const char *name,
            guint32     ink)
{
  if (ink == BJT_NO_INK)
    {
      g_string_append_printf (out, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (out, " %s=\"#%06x\"", name, ink & 0xFFFFFF);
  if (ink >> 24 == 255)
    return;
  g_string_append_printf (out, " %s-opacity=\"", name);
  append_number (out, (ink >> 24) / 255.0, 3);
  g_string_append_c (out, '"');
}

/* Six digits that count, whatever the unit is */
static guint
find_decimals (const BjtDrawing *drawing)
{
  double reach = fmax (fmax (fabs (drawing->box.x1), fabs (drawing->box.x2)), fmax (fabs (drawing->box.y1), fabs (drawing->box.y2)));

  return (guint) CLAMP (7 - ceil (log10 (fmax (reach, 1e-3))), 2, 9);
}

static void
append_path (GString              *out,
             const BjtDrawing     *drawing,
             const BjtDrawingItem *item,
             guint                 decimals)
{
  static const char     letters[] = { [BJT_PATH_MOVE] = 'M', [BJT_PATH_LINE] = 'L', [BJT_PATH_CURVE] = 'C', [BJT_PATH_CLOSE] = 'Z' };
  static const guint    n_points[] = { [BJT_PATH_MOVE] = 1, [BJT_PATH_LINE] = 1, [BJT_PATH_CURVE] = 3, [BJT_PATH_CLOSE] = 0 };
  const BjtPoint       *at = drawing->points + item->first_point;

  g_string_append (out, " d=\"");
  for (guint32 i = item->first_op; i < item->first_op + item->n_ops; i++)
    {
      g_string_append_c (out, letters[drawing->ops[i]]);
      for (guint n = 0; n < n_points[drawing->ops[i]]; n++, at++)
        {
          if (n > 0)
            g_string_append_c (out, ' ');
          append_number (out, at->x, decimals);
          g_string_append_c (out, ' ');
          append_number (out, at->y, decimals);
        }
    }
  g_string_append_c (out, '"');
}

static void
append_matrix (GString        *out,
               const BjtPoint *axes, /* origin, right, down; each of length one */
               double          width,
               double          height)
{
  double values[] = { (axes[1].x - axes[0].x) / width, (axes[1].y - axes[0].y) / width, (axes[2].x - axes[0].x) / height,
                      (axes[2].y - axes[0].y) / height, axes[0].x, axes[0].y };

  g_string_append (out, " transform=\"matrix(");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_number (out, values[i], 9);
    }
  g_string_append (out, ")\"");
}

static void
write_picture (GString              *out,
               const BjtDrawing     *drawing,
               const BjtDrawingItem *item)
{
  const BjtDrawingPicture *picture = drawing->pictures + item->picture;
  const BjtPoint          *corners = drawing->points + item->first_point;
  double                   width = hypot (corners[1].x - corners[0].x, corners[1].y - corners[0].y);
  double                   height = hypot (corners[2].x - corners[0].x, corners[2].y - corners[0].y);
  gsize                    size;
  const guchar            *data = g_bytes_get_data (picture->bytes, &size);
  g_autofree char         *text = g_base64_encode (data, size);

  if (!(width > 0) || !(height > 0))
    return;
  g_string_append (out, "<image preserveAspectRatio=\"none\"");
  append_number_attribute (out, "width", width);
  append_number_attribute (out, "height", height);
  append_matrix (out, corners, width, height);
  g_string_append_printf (out, " href=\"data:%s;base64,%s\"/>\n", picture->media_type, text);
}

static void
write_drawing_text (GString              *out,
                    const BjtDrawing     *drawing,
                    const BjtDrawingItem *item,
                    guint                 decimals)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  BjtPoint                 at = drawing->points[item->first_point];

  g_string_append (out, "<text xml:space=\"preserve\" transform=\"translate(");
  append_number (out, at.x, decimals);
  g_string_append_c (out, ' ');
  append_number (out, at.y, decimals);
  g_string_append (out, ") rotate(");
  append_number (out, item->angle * 180 / G_PI, 6);
  g_string_append (out, ")\" style=\"fill:");
  g_string_append_printf (out, "#%06x;font-size:", item->fill & 0xFFFFFF);
  append_number (out, item->size, decimals);
  g_string_append_printf (out, "px;text-anchor:%s\"", anchors[(int) lrint (CLAMP (item->anchor, 0, 1) * 2)]);
  append_attribute (out, "id", item->id);
  g_string_append_c (out, '>');
  append_escaped (out, item->text);
  g_string_append (out, "</text>\n");
}

static void
write_item (GString              *out,
            const BjtDrawing     *drawing,
            const BjtDrawingItem *item,
            guint                 decimals)
{
  if (item->kind == BJT_DRAWING_PICTURE)
    write_picture (out, drawing, item);
  else if (item->kind == BJT_DRAWING_TEXT)
    write_drawing_text (out, drawing, item, decimals);
  if (item->kind != BJT_DRAWING_PATH)
    return;
  g_string_append (out, "<path");
  append_attribute (out, "id", item->id);
  append_path (out, drawing, item, decimals);
  append_ink (out, "fill", item->fill);
  append_ink (out, "stroke", item->stroke);
  if (item->stroke != BJT_NO_INK && item->stroke_width > 0)
    {
      g_string_append (out, " stroke-width=\"");
      append_number (out, item->stroke_width, decimals);
      g_string_append_c (out, '"');
    }
  else if (item->stroke != BJT_NO_INK)
    g_string_append (out, " vector-effect=\"non-scaling-stroke\"");
  g_string_append (out, item->even_odd ? " fill-rule=\"evenodd\"" : "");
  if (item->label != NULL)
    {
      g_string_append (out, "><title>");
      append_escaped (out, item->label);
      g_string_append (out, "</title></path>\n");
    }
  else
    g_string_append (out, "/>\n");
}

static gboolean
is_in_list (const char *list,
            const char *name)
{
  g_auto (GStrv) names = g_strsplit (list != NULL ? list : "", "\n", -1);

  return *name != '\0' && g_strv_contains ((const char *const *) names, name);
}

static void
begin_layer (GString    *out,
             const char *name,
             gboolean    is_hidden)
{
  g_string_append (out, "<g inkscape:groupmode=\"layer\"");
  append_attribute (out, "inkscape:label", name);
  g_string_append (out, is_hidden ? " style=\"display:none\"" : "");
}

static void
write_layer (GString               *out,
             const BjtPlanBackdrop *backdrop,
             guint                  layer)
{
  const BjtDrawing      *drawing = backdrop->drawing;
  const BjtDrawingLayer *about = drawing->layers + layer;
  guint                  decimals = find_decimals (drawing);

  begin_layer (out, *about->name != '\0' ? about->name : "0", about->is_hidden || is_in_list (backdrop->record->hidden_layers, about->name));
  g_string_append (out, ">\n");
  for (guint i = 0; i < drawing->n_items; i++)
    if (drawing->items[i].layer == layer)
      write_item (out, drawing, drawing->items + i, decimals);
  g_string_append (out, "</g>\n");
}

static void
write_backdrop (GString               *out,
                const BjtPlanBackdrop *backdrop,
                guint                  number)
{
  const BjtPlanDrawing *record = backdrop->record;
  g_autofree char      *name = g_strdup_printf ("backdrop %u", number);
  BjtPoint              axes[3];

  for (guint i = 0; i < 3; i++)
    {
      BjtPoint at = bjt_plan_backdrop_to_plan (backdrop, (BjtPoint) { i == 1, i == 2 });

      axes[i] = (BjtPoint) { at.x, -at.y };
    }
  begin_layer (out, name, FALSE);
  append_matrix (out, axes, 1, 1);
  if (record->opacity < 1)
    append_number_attribute (out, "opacity", record->opacity);
  g_string_append (out, ">\n");
  for (guint i = 0; i < backdrop->drawing->n_layers; i++)
    write_layer (out, backdrop, i);
  g_string_append (out, "</g>\n");
}

/* Plans */

static void
write_plan (GString              *out,
            const BjtPlanExcerpt *excerpt,
            gboolean              is_first)
{
  const BjtPicturePlan *plan = bjt_plan_excerpt_get_plan (excerpt);
  g_autofree char      *levels = bjt_plan_levels_to_string (excerpt->levels);
  g_autofree char      *name = plan->name != NULL ? g_strdup_printf ("%s (%s)", plan->name, levels) : g_strdup (levels);
  Writer                writer = { out, excerpt };

  begin_layer (out, name, !is_first);
  g_string_append (out, " class=\"plan\"");
  append_key_tag (out, BJT_PLAN_TAG_PLAN, &plan->id);
  append_key_tag (out, BJT_PLAN_TAG_BUILDING, &bjt_picture_get_building (excerpt->picture, plan->building)->id);
  append_tag (out, BJT_PLAN_TAG_LEVELS, levels);
  append_tag (out, BJT_PLAN_TAG_PLAN_NAME, plan->name);
  append_tag (out, BJT_PLAN_TAG_PLACEMENT, plan->placement);
  g_string_append (out, ">\n");
  for (guint i = 0; excerpt->backdrops != NULL && i < excerpt->backdrops->len; i++)
    write_backdrop (out, excerpt->backdrops->pdata[i], i + 1);
  for (guint32 e = plan->elements.first; e < plan->elements.first + plan->elements.n; e++)
    write_element (&writer, e);
  g_string_append (out, "</g>\n");
}

/**
 * bjt_plan_svg_write:
 * @title: what the building is called
 *
 * Returns: (transfer full): the file
 */
GBytes *
bjt_plan_svg_write (const char            *title,
                    BjtPlanExcerpt *const *excerpts,
                    guint                  n_excerpts)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                               " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" version=\"1.1\" data-metres-per-unit=\"1\"");
  BjtBox   page = BJT_BOX_EMPTY;

  for (guint i = 0; i < n_excerpts; i++)
    {
      BjtBox box = bjt_plan_excerpt_get_box (excerpts[i]);

      bjt_box_add_point (&page, box.x1 - MARGIN, -box.y2 - MARGIN);
      bjt_box_add_point (&page, box.x2 + MARGIN, -box.y1 + MARGIN);
    }
  g_string_append (out, " viewBox=\"");
  append_place (out, page.x1, page.y1);
  g_string_append_c (out, ' ');
  append_place (out, page.x2 - page.x1, page.y2 - page.y1);
  g_string_append (out, "\" width=\"");
  append_number (out, (page.x2 - page.x1) * MILLIMETRES, 2);
  g_string_append (out, "mm\" height=\"");
  append_number (out, (page.y2 - page.y1) * MILLIMETRES, 2);
  g_string_append (out, "mm\">\n<title>");
  append_escaped (out, title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n", style);
  for (guint i = 0; i < n_excerpts; i++)
    write_plan (out, excerpts[i], i == 0);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
