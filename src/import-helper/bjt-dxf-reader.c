/* bjt-dxf-reader.c: each entity, blocks in place, on the layer it names.
 *
 * GDAL gives shapes (arcs as lines of small steps), layer, handle, text and
 * style; the layers that are hidden and the unit are read beside it. White ink
 * becomes black, as on paper. What lies on the paper sheets of the file goes to
 * hidden layers of their own. */
#include "bjt-dxf-reader.h"

#include "bjt-dxf-tables.h"

#include "import/bjt-import-error.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 8
#define MAX_FEATURES 1000000u
#define LINE_HEIGHT 1.5
#define MARK_SIZE 0.002 /* arm of a cross, of the drawing's longer side */
#define TEXT_PATH "/vsimem/drawing.dxf"

/* In GDAL since 1.8; its header is for C++ alone. */
void RegisterOGRDXF (void);

typedef struct
{
  /* Borrowed */
  const BjtDrawingRequest *request;
  BjtDrawingBuilder       *builder;

  /* Owned */
  BjtDxfTables             tables;
  GArray                  *marks; /* Mark */
  BjtBox                   box; /* of what lies in the model */

  /* State */
  int                      layer_field, paper_field, text_field, handle_field; /* -1: none */
  char                    *layer_name; /* of the entity before */
  guint32                  layer;
  gboolean                 is_paper;
  guint                    n_items;
} Reader;

/* Style */

/* The value of a parameter such as "c:" in PEN(c:#FF0000,w:2g) */
static const char *
find_parameter (const char *style,
                const char *name)
{
  gsize    length = strlen (name);
  gboolean is_quoted = FALSE;

  for (const char *at = style; *at != '\0'; at++)
    {
      if (*at == '"' && (at == style || at[-1] != '\\'))
        is_quoted = !is_quoted;
      if (!is_quoted && (*at == '(' || *at == ',') && strncmp (at + 1, name, length) == 0)
        return at + 1 + length;
    }
  return NULL;
}

/* Entities that are hidden one by one come without ink; their layer stays. */
static guint32
read_ink (const char *style,
          const char *name)
{
  const char *text = find_parameter (style, name);
  guint64     value;
  gsize       n;

  if (text == NULL || *text != '#')
    return BJT_NO_INK;
  n = strspn (text + 1, "0123456789abcdefABCDEF");
  value = g_ascii_strtoull (text + 1, NULL, 16);
  if (n == 8)
    value >>= 8;
  value &= 0xFFFFFF;
  return 0xFF000000u | (guint32) (value == 0xFFFFFF ? 0 : value);
}

static double
read_number (const char *style,
             const char *name,
             double      otherwise)
{
  const char *text = find_parameter (style, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : otherwise;
}

/* Layers */

static gboolean
has_field (OGRFeatureH feature,
           int         field)
{
  return field >= 0 && OGR_F_IsFieldSetAndNotNull (feature, field);
}

/* Most entities are on the layer of the one before. */
static guint32
find_layer (Reader     *self,
            OGRFeatureH feature,
            gboolean   *is_paper)
{
  const char      *raw = self->layer_field >= 0 ? OGR_F_GetFieldAsString (feature, self->layer_field) : "0";
  g_autofree char *name = NULL, *full = NULL;

  *is_paper = has_field (feature, self->paper_field) && OGR_F_GetFieldAsInteger (feature, self->paper_field) != 0;
  if (self->layer_name != NULL && *is_paper == self->is_paper && strcmp (self->layer_name, raw) == 0)
    return self->layer;
  name = g_utf8_make_valid (raw, -1);
  full = *is_paper ? g_strconcat ("Paper/", name, NULL) : g_strdup (name);
  self->layer = bjt_drawing_builder_add_layer (self->builder, full, *is_paper || g_hash_table_contains (self->tables.hidden, name));
  self->is_paper = *is_paper;
  g_free (self->layer_name);
  self->layer_name = g_strdup (raw);
  return self->layer;
}

static void
add_item (Reader               *self,
          const BjtDrawingItem *item,
          const BjtBox         *box,
          gboolean              is_paper)
{
  if (!bjt_drawing_builder_add (self->builder, item))
    return;
  self->n_items++;
  if (is_paper || bjt_box_is_empty (box))
    return;
  bjt_box_add_point (&self->box, box->x1, box->y1);
  bjt_box_add_point (&self->box, box->x2, box->y2);
}

/* Shapes */

typedef struct
{
  BjtDrawingItem item;
  gboolean       is_paper;
} Entity;

/* An entity that is but a point; how large it is drawn is known at the end. */
typedef struct
{
  BjtPoint at;
  guint32  layer;
  guint32  stroke;
  gboolean is_paper;
} Mark;

static void
add_mark (Reader       *self,
          const Entity *entity,
          OGRGeometryH  point)
{
  Mark mark = { { OGR_G_GetX (point, 0), -OGR_G_GetY (point, 0) }, entity->item.layer, entity->item.stroke, entity->is_paper };

  if (!isfinite (mark.at.x) || !isfinite (mark.at.y))
    return;
  mark.stroke = mark.stroke != BJT_NO_INK ? mark.stroke : 0xFF000000u;
  if (!mark.is_paper)
    bjt_box_add_point (&self->box, mark.at.x, mark.at.y);
  g_array_append_val (self->marks, mark);
}

/* Points are small crosses. */
static void
draw_marks (Reader *self)
{
  double size = fmax (self->box.x2 - self->box.x1, self->box.y2 - self->box.y1) * MARK_SIZE;

  size = size > 0 && isfinite (size) ? size : 1;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark    *mark = &g_array_index (self->marks, Mark, i);
      BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .layer = mark->layer, .stroke = mark->stroke };

      bjt_drawing_builder_move_to (self->builder, mark->at.x - size, mark->at.y);
      bjt_drawing_builder_line_to (self->builder, mark->at.x + size, mark->at.y);
      bjt_drawing_builder_move_to (self->builder, mark->at.x, mark->at.y - size);
      bjt_drawing_builder_line_to (self->builder, mark->at.x, mark->at.y + size);
      bjt_drawing_builder_add (self->builder, &item);
    }
}

static void
add_ring (Reader      *self,
          OGRGeometryH ring,
          gboolean     is_closed,
          BjtBox      *box)
{
  int n = OGR_G_GetPointCount (ring);

  if (n > 1 && !is_closed)
    is_closed = n > 3 && OGR_G_GetX (ring, 0) == OGR_G_GetX (ring, n - 1) && OGR_G_GetY (ring, 0) == OGR_G_GetY (ring, n - 1);
  if (is_closed && n > 2 && OGR_G_GetX (ring, 0) == OGR_G_GetX (ring, n - 1) && OGR_G_GetY (ring, 0) == OGR_G_GetY (ring, n - 1))
    n--;
  for (int i = 0; i < n; i++)
    {
      double x = OGR_G_GetX (ring, i), y = -OGR_G_GetY (ring, i);

      if (!isfinite (x) || !isfinite (y))
        continue;
      bjt_box_add_point (box, x, y);
      if (i == 0)
        bjt_drawing_builder_move_to (self->builder, x, y);
      else
        bjt_drawing_builder_line_to (self->builder, x, y);
    }
  if (is_closed)
    bjt_drawing_builder_close (self->builder);
}

static void
add_shape (Reader       *self,
           const Entity *entity,
           OGRGeometryH  shape,
           guint         depth)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (shape));
  int                n = OGR_G_GetGeometryCount (shape);
  BjtDrawingItem     item = entity->item;
  BjtBox             box = BJT_BOX_EMPTY;

  switch ((guint) type)
    {
    case wkbLineString:
      add_ring (self, shape, FALSE, &box);
      item.fill = BJT_NO_INK;
      item.stroke = item.stroke != BJT_NO_INK ? item.stroke : entity->item.fill;
      break;
    case wkbPolygon:
    case wkbTriangle:
      for (int i = 0; i < n; i++)
        add_ring (self, OGR_G_GetGeometryRef (shape, i), TRUE, &box);
      item.even_odd = TRUE;
      break;
    case wkbPoint:
      add_mark (self, entity, shape);
      return;
    default:
      for (int i = 0; i < n && depth < MAX_DEPTH; i++)
        add_shape (self, entity, OGR_G_GetGeometryRef (shape, i), depth + 1);
      return;
    }
  add_item (self, &item, &box, entity->is_paper);
}

/* Texts */

/* Places a line: GDAL's anchors count 1 to 12, by rows of left, middle, right
 * at the baseline, the middle, the top and the bottom. */
static void
add_text_line (Reader       *self,
               const Entity *entity,
               BjtPoint      at,
               double        down)
{
  BjtDrawingItem item = entity->item;
  double         x = at.x - sin (item.angle) * down, y = at.y + cos (item.angle) * down;
  BjtBox         box = BJT_BOX_EMPTY;

  if (!isfinite (x) || !isfinite (y))
    return;
  bjt_box_add_point (&box, x - item.size, y - item.size);
  bjt_box_add_point (&box, x + item.size, y + item.size);
  bjt_drawing_builder_move_to (self->builder, x, y);
  add_item (self, &item, &box, entity->is_paper);
}

static void
add_text (Reader      *self,
          Entity      *entity,
          OGRGeometryH shape,
          const char  *style,
          const char  *text)
{
  static const double drops[] = { 0, 0.5, 1, 0 };
  g_autofree char    *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv)      lines = g_strsplit (valid, "\n", 100);
  int                 place = (int) read_number (style, "p:", 1);
  BjtPoint            at = { OGR_G_GetX (shape, 0), -OGR_G_GetY (shape, 0) };
  guint               n_lines = g_strv_length (lines);
  double              first;

  place = CLAMP (place, 1, 12) - 1;
  entity->item.kind = BJT_DRAWING_TEXT;
  entity->item.size = read_number (style, "s:", 1);
  entity->item.angle = -read_number (style, "a:", 0) * G_PI / 180;
  entity->item.anchor = place % 3 * 0.5;
  entity->item.fill = read_ink (style, "c:");
  if (!isfinite (entity->item.size) || !isfinite (entity->item.angle))
    return;
  first = drops[place / 3] * entity->item.size;
  if (place / 3 == 1)
    first -= (n_lines - 1) * LINE_HEIGHT * entity->item.size / 2;
  for (guint i = 0; i < n_lines; i++)
    {
      entity->item.text = g_strstrip (lines[i]);
      if (lines[i][0] != '\0')
        add_text_line (self, entity, at, first + i * LINE_HEIGHT * entity->item.size);
    }
}

/* Entities */

static void
add_feature (Reader     *self,
             OGRFeatureH feature)
{
  OGRGeometryH     shape = OGR_F_GetGeometryRef (feature);
  const char      *style = OGR_F_GetStyleString (feature);
  int              text = self->text_field;
  g_autofree char *id = NULL;
  Entity           entity = { .item = { .kind = BJT_DRAWING_PATH } };

  if (shape == NULL || OGR_G_IsEmpty (shape))
    return;
  style = style != NULL ? style : "";
  entity.item.layer = find_layer (self, feature, &entity.is_paper);
  if (has_field (feature, self->handle_field))
    id = g_utf8_make_valid (OGR_F_GetFieldAsString (feature, self->handle_field), -1);
  entity.item.id = id;
  if (wkbFlatten (OGR_G_GetGeometryType (shape)) == wkbPoint)
    {
      if (has_field (feature, text) && OGR_F_GetFieldAsString (feature, text)[0] != '\0')
        add_text (self, &entity, shape, style, OGR_F_GetFieldAsString (feature, text));
      else
        {
          entity.item.stroke = read_ink (style, "c:");
          add_mark (self, &entity, shape);
        }
      return;
    }
  entity.item.stroke = read_ink (style, "c:");
  entity.item.fill = read_ink (style, "fc:");
  if (entity.item.stroke == BJT_NO_INK && entity.item.fill == BJT_NO_INK)
    entity.item.stroke = 0xFF000000u;
  add_shape (self, &entity, shape, 0);
}

static gboolean
read_entities (Reader      *self,
               GDALDatasetH dataset,
               GError     **error)
{
  OGRLayerH   layer = GDALDatasetGetLayer (dataset, GDALDatasetGetLayerCount (dataset) - 1);
  OGRFeatureH feature;
  OGRFeatureDefnH fields = layer != NULL ? OGR_L_GetLayerDefn (layer) : NULL;
  guint       n = 0;

  if (layer == NULL)
    return TRUE;
  self->layer_field = OGR_FD_GetFieldIndex (fields, "Layer");
  self->paper_field = OGR_FD_GetFieldIndex (fields, "PaperSpace");
  self->text_field = OGR_FD_GetFieldIndex (fields, "Text");
  self->handle_field = OGR_FD_GetFieldIndex (fields, "EntityHandle");
  CPLErrorReset ();
  while ((feature = OGR_L_GetNextFeature (layer)) != NULL)
    {
      add_feature (self, feature);
      OGR_F_Destroy (feature);
      if (++n >= MAX_FEATURES)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the drawing has more than %u entities", MAX_FEATURES);
          return FALSE;
        }
    }
  if (CPLGetLastErrorType () >= CE_Failure)
    bjt_drawing_notes_add (self->request->notes, "dxf-damaged", "a part of the file is damaged or of an unknown kind and is left out: %.*s",
                           (int) MIN (strcspn (CPLGetLastErrorMsg (), "\n"), 120), CPLGetLastErrorMsg ());
  return TRUE;
}

static gboolean
read_dataset (Reader     *self,
              const char *path,
              GError    **error)
{
  static const char *const drivers[] = { "DXF", NULL };
  GDALDatasetH             dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, NULL, NULL);
  const char              *message = CPLGetLastErrorMsg ();
  gboolean                 ok;

  if (dataset == NULL)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the DXF drawing is damaged%s%.*s",
                   message[0] != '\0' ? ": " : "", (int) MIN (strcspn (message, "\n"), 200), message);
      return FALSE;
    }
  ok = read_entities (self, dataset, error);
  GDALClose (dataset);
  if (!ok)
    return FALSE;
  draw_marks (self);
  bjt_drawing_builder_set_scale (self->builder, self->tables.metres_per_unit);
  if (!bjt_box_is_empty (&self->box))
    bjt_drawing_builder_set_page (self->builder, &self->box);
  if (self->tables.metres_per_unit == 0)
    bjt_drawing_notes_add (self->request->notes, "no-unit", "the file does not tell its unit of length");
  return TRUE;
}

static gboolean
read_mapped (Reader      *self,
             GMappedFile *file,
             GError     **error)
{
  const char      *data = g_mapped_file_get_contents (file);
  gsize            size = g_mapped_file_get_length (file);
  g_autofree char *text = NULL;
  gsize            length;
  gboolean         ok;

  if (!bjt_dxf_is_binary (data, size))
    {
      bjt_dxf_tables_read (&self->tables, data, size);
      return read_dataset (self, self->request->path, error);
    }
  text = bjt_dxf_to_text (data, size, &length, error);
  if (text == NULL)
    return FALSE;
  bjt_dxf_tables_read (&self->tables, text, length);
  VSIFCloseL (VSIFileFromMemBuffer (TEXT_PATH, (GByte *) text, length, FALSE));
  ok = read_dataset (self, TEXT_PATH, error);
  VSIUnlink (TEXT_PATH);
  return ok;
}

/**
 * bjt_dxf_read:
 *
 * A #BjtDrawingReadFunc.
 */
gboolean
bjt_dxf_read (const BjtDrawingRequest *request,
              GError                 **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (request->path, FALSE, error);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  Reader   self = { .request = request, .builder = request->builder, .marks = marks, .box = BJT_BOX_EMPTY };
  gboolean ok;

  if (file == NULL)
    return FALSE;
  CPLSetErrorHandler (CPLQuietErrorHandler);
  RegisterOGRDXF ();
  ok = read_mapped (&self, file, error);
  bjt_dxf_tables_clear (&self.tables);
  g_free (self.layer_name);
  return ok;
}
