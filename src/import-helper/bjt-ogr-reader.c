/* bjt-ogr-reader.c: GeoJSON, shapefiles, KML, GeoPackage, GPX and OSM PBF.
 *
 * Only the driver of the format that was found may open the file. Coordinates
 * become longitude and latitude: of CGCS2000 where the file is built on it, else
 * of WGS 84, which is the same within centimetres. A layer without a coordinate
 * system is taken for degrees if it looks so, and refused if not. Attributes that
 * are tags of OpenStreetMap decide the kind; else the layer's name does; else
 * areas are buildings, lines roads and points of interest points. */
#include "bjt-ogr-reader.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdlib.h>
#include <string.h>

#include "bjt-osm-tags.h"
#include "bjt-zip.h"

#define MAX_FEATURES 5000000u
#define MAX_TAGS 200
#define MAX_COPY (512u << 20)

typedef struct
{
  OGRLayerH                    handle;
  const char                  *name;
  OGRCoordinateTransformationH transform; /* (nullable) */
  gboolean                     no_crs;
  gboolean                     skipped;
  BjtFeatureDraftKind               area_kind;
  BjtFeatureDraftKind               line_kind;
} Layer;

typedef struct
{
  /* Borrowed */
  BjtOutput  *output;
  BjtFormat   format;
  const char *label_column; /* (nullable) */

  /* Owned */
  GArray       *layers; /* Layer */
  GStringChunk *texts;  /* for one feature */

  /* State */
  guint n_features;
  guint n_bad;
} Vectors;

/* Opening */

static const char *const *
list_drivers (BjtFormat format)
{
  static const char *const json[] = { "GeoJSON", "GeoJSONSeq", "ESRIJSON", "TopoJSON", NULL };
  static const char *const shapefile[] = { "ESRI Shapefile", NULL };
  static const char *const kml[] = { "LIBKML", "KML", NULL };
  static const char *const gpkg[] = { "GPKG", "SQLite", NULL };
  static const char *const gpx[] = { "GPX", NULL };
  static const char *const osm[] = { "OSM", NULL };

  switch (format)
    {
    case BJT_FORMAT_SHAPEFILE:
    case BJT_FORMAT_ZIPPED_SHAPEFILE:
      return shapefile;
    case BJT_FORMAT_KML:
    case BJT_FORMAT_KMZ:
      return kml;
    case BJT_FORMAT_GPKG:
      return gpkg;
    case BJT_FORMAT_GPX:
      return gpx;
    case BJT_FORMAT_OSM:
    case BJT_FORMAT_OSM_PBF:
      return osm;
    case BJT_FORMAT_GEOJSON:
    case BJT_FORMAT_CSV:
    case BJT_FORMAT_XLSX:
    case BJT_FORMAT_XLS:
    case BJT_FORMAT_ODS:
    case BJT_FORMAT_FODS:
    default:
      return json;
    }
}

static gboolean
copy_to_memory (const char *from,
                const char *to)
{
  char  *data;
  gsize  length;
  guint8 *copy;

  if (!g_file_get_contents (from, &data, &length, NULL) || length == 0 || length > MAX_COPY)
    return FALSE;
  copy = CPLMalloc (length);
  memcpy (copy, data, length);
  g_free (data);
  VSIFCloseL (VSIFileFromMemBuffer (to, copy, length, TRUE));
  return TRUE;
}

/* The shapefile driver wants the name to end in .shp. */
static char *
name_shapefile (const char *path)
{
  static const char *const parts[] = { "shx", "dbf", "prj", "cpg" };
  const char              *dot = strrchr (path, '.');
  g_autofree char         *base = dot != NULL && strchr (dot, '/') == NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);

  if (dot != NULL && g_ascii_strcasecmp (dot, ".shp") == 0)
    return g_strdup (path);
  if (!copy_to_memory (path, "/vsimem/shape.shp"))
    return g_strdup (path);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strdup_printf ("%s.%s", base, parts[i]);
      g_autofree char *to = g_strdup_printf ("/vsimem/shape.%s", parts[i]);

      copy_to_memory (from, to);
    }
  return g_strdup ("/vsimem/shape.shp");
}

/* Without a .cpg the code page in a .dbf is seldom right for Chinese text: its
 * bytes are taken as they are and decoded here. */
static gboolean
has_code_page (const char *shapefile)
{
  static const char *const endings[] = { "cpg", "CPG" };
  gsize                    length = strlen (shapefile);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%.*s%s", (int) MAX (length, 3) - 3, shapefile, endings[i]);
      VSIStatBufL      about;

      if (VSIStatL (path, &about) == 0)
        return TRUE;
    }
  return FALSE;
}

static GDALDatasetH
open_one (const char *path,
          BjtFormat   format,
          GError    **error)
{
  static const char *const raw_text[] = { "ENCODING=", NULL };
  gboolean                 is_shape = format == BJT_FORMAT_SHAPEFILE || format == BJT_FORMAT_ZIPPED_SHAPEFILE;
  const char *const       *options = is_shape && !has_code_page (path) ? raw_text : NULL;
  GDALDatasetH             dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, list_drivers (format), options, NULL);
  const char              *message = CPLGetLastErrorMsg ();

  if (dataset != NULL)
    return dataset;
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the %s file is damaged or holds no geographic features%s%.*s",
               bjt_format_get_name (format), message[0] != '\0' ? ": " : "", (int) MIN (strcspn (message, "\n"), 200), message);
  return NULL;
}

/* Layers */

static gboolean
contains_word (const char *name,
               const char *words)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (const char *at = words; at != NULL; at = strchr (at, '|'))
    {
      gsize n;

      at += *at == '|';
      n = strcspn (at, "|");
      if (memmem (folded, strlen (folded), at, n) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
guess_kinds (Layer *layer)
{
  static const struct
  {
    const char    *words;
    BjtFeatureDraftKind kind;
  } names[] = {
    { "building|bldg|建筑|楼|房屋", BJT_FEATURE_DRAFT_BUILDING },
    { "compound|residential|小区|院落", BJT_FEATURE_DRAFT_COMPOUND },
    { "grid|boundary|admin|community|网格|边界|社区|界", BJT_FEATURE_DRAFT_BOUNDARY },
    { "green|park|garden|绿|公园", BJT_FEATURE_DRAFT_GREEN },
    { "water|river|lake|水|河|湖", BJT_FEATURE_DRAFT_WATER },
    { "landuse|leisure|用地", BJT_FEATURE_DRAFT_LAND },
    { "footway|path|track|步道|人行", BJT_FEATURE_DRAFT_FOOTWAY },
    { "rail|铁路|地铁", BJT_FEATURE_DRAFT_RAILWAY },
    { "wall|fence|围墙", BJT_FEATURE_DRAFT_BARRIER },
  };
  g_autofree char *name = g_utf8_make_valid (layer->name, -1);

  layer->area_kind = BJT_FEATURE_DRAFT_BUILDING;
  layer->line_kind = BJT_FEATURE_DRAFT_ROAD;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!contains_word (name, names[i].words))
        continue;
      if (names[i].kind != BJT_FEATURE_DRAFT_FOOTWAY && names[i].kind != BJT_FEATURE_DRAFT_RAILWAY && names[i].kind != BJT_FEATURE_DRAFT_BARRIER)
        layer->area_kind = names[i].kind;
      if (names[i].kind != BJT_FEATURE_DRAFT_BUILDING && names[i].kind != BJT_FEATURE_DRAFT_COMPOUND && names[i].kind != BJT_FEATURE_DRAFT_LAND)
        layer->line_kind = names[i].kind;
      return;
    }
}

static gboolean
is_cgcs2000 (OGRSpatialReferenceH crs)
{
  const char *datum = OSRGetAttrValue (crs, "DATUM", 0);

  return datum != NULL && (strstr (datum, "China_2000") != NULL || strstr (datum, "CGCS") != NULL || strstr (datum, "China 2000") != NULL);
}

static void
prepare_crs (Layer *layer)
{
  OGRSpatialReferenceH known = OGR_L_GetSpatialRef (layer->handle);
  OGRSpatialReferenceH from, to;

  layer->no_crs = known == NULL;
  if (known == NULL)
    return;
  from = OSRClone (known);
  OSRSetAxisMappingStrategy (from, OAMS_TRADITIONAL_GIS_ORDER);
  if (is_cgcs2000 (from))
    to = OSRCloneGeogCS (from);
  else
    {
      to = OSRNewSpatialReference (NULL);
      OSRImportFromEPSG (to, 4326);
    }
  OSRSetAxisMappingStrategy (to, OAMS_TRADITIONAL_GIS_ORDER);
  if (!OSRIsSame (from, to))
    {
      layer->transform = OCTNewCoordinateTransformation (from, to);
      layer->skipped = layer->transform == NULL;
    }
  OSRDestroySpatialReference (from);
  OSRDestroySpatialReference (to);
}

static gboolean
notice_layer (Vectors    *self,
              const char *layer,
              const char *code,
              const char *message,
              GError    **error)
{
  g_autofree char *valid = g_utf8_make_valid (layer, -1);
  BjtDraft         draft = { .kind = BJT_DRAFT_NOTICE };

  draft.notice.sheet = valid;
  draft.notice.issue = (BjtDraftIssue){ BJT_SEVERITY_WARNING, code, NULL, message };
  return bjt_output_draft (&draft, self->output, error);
}

static Layer *
find_layer (Vectors  *self,
            OGRLayerH handle,
            GError  **error)
{
  Layer layer = { .handle = handle };

  for (guint i = 0; i < self->layers->len; i++)
    if (g_array_index (self->layers, Layer, i).handle == handle)
      return &g_array_index (self->layers, Layer, i);
  layer.name = OGR_L_GetName (handle);
  guess_kinds (&layer);
  prepare_crs (&layer);
  if (self->format == BJT_FORMAT_GPX && (strcmp (layer.name, "track_points") == 0 || strcmp (layer.name, "route_points") == 0))
    layer.skipped = TRUE;
  else if (layer.skipped && !notice_layer (self, layer.name, "unknown-crs", "the coordinate system of the layer cannot be converted: it is left out", error))
    return NULL;
  else if (layer.no_crs && self->format != BJT_FORMAT_OSM_PBF &&
           !notice_layer (self, layer.name, "no-crs", "the layer does not say its coordinate system and is taken for degrees", error))
    return NULL;
  g_array_append_val (self->layers, layer);
  return &g_array_index (self->layers, Layer, self->layers->len - 1);
}

/* Attributes */

static const char *
decode_text (Vectors    *self,
             const char *text)
{
  g_autofree char *converted = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return text;
  converted = g_convert (text, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  if (converted == NULL)
    converted = g_utf8_make_valid (text, -1);
  return g_string_chunk_insert (self->texts, converted);
}

/* Reads "key"=>"value","key"=>"value" of the OSM driver in place. */
static guint
read_other_tags (char      *text,
                 BjtOsmTag *tags,
                 guint      n_tags)
{
  char  *at = text;

  while (n_tags < MAX_TAGS)
    {
      char *words[2];

      for (int i = 0; i < 2; i++)
        {
          char *out;

          at = strchr (at, '"');
          if (at == NULL)
            return n_tags;
          words[i] = out = ++at;
          while (*at != '"' && *at != '\0')
            {
              at += *at == '\\' && at[1] != '\0';
              *out++ = *at++;
            }
          if (*at == '\0')
            return n_tags;
          at++;
          *out = '\0';
        }
      tags[n_tags++] = (BjtOsmTag){ words[0], words[1] };
    }
  return n_tags;
}

static guint
collect_tags (Vectors    *self,
              OGRFeatureH feature,
              BjtOsmTag  *tags)
{
  int   n_fields = OGR_F_GetFieldCount (feature);
  guint n_tags = 0;

  for (int i = 0; i < n_fields && n_tags < MAX_TAGS; i++)
    {
      const char *name = OGR_Fld_GetNameRef (OGR_F_GetFieldDefnRef (feature, i));
      const char *value;

      if (!OGR_F_IsFieldSetAndNotNull (feature, i))
        continue;
      value = g_string_chunk_insert (self->texts, decode_text (self, OGR_F_GetFieldAsString (feature, i)));
      if (strcmp (name, "other_tags") == 0)
        n_tags = read_other_tags ((char *) value, tags, n_tags);
      else if (value[0] != '\0')
        tags[n_tags++] = (BjtOsmTag){ g_string_chunk_insert (self->texts, decode_text (self, name)), value };
    }
  return n_tags;
}

static const char *
find_value (const BjtOsmTag *tags,
            guint            n_tags,
            const char      *names)
{
  for (const char *at = names; at != NULL; at = strchr (at, '|'))
    {
      gsize n;

      at += *at == '|';
      n = strcspn (at, "|");
      for (guint i = 0; i < n_tags; i++)
        if (strlen (tags[i].key) == n && g_ascii_strncasecmp (tags[i].key, at, n) == 0)
          return tags[i].value;
    }
  return NULL;
}

static gboolean
describe (Vectors         *self,
          const Layer     *layer,
          const BjtOsmTag *tags,
          guint            n_tags,
          BjtGeometryKind  shape,
          BjtFeatureDraft *draft)
{
  const char *levels;

  if (bjt_osm_tags_classify (tags, n_tags, shape, self->texts, draft) &&
      (draft->kind != BJT_FEATURE_DRAFT_BUILDING || layer->area_kind == BJT_FEATURE_DRAFT_BUILDING))
    return TRUE;
  if (self->format == BJT_FORMAT_OSM_PBF)
    return FALSE;
  *draft = (BjtFeatureDraft){ .kind = BJT_FEATURE_DRAFT_POI };
  if (shape != BJT_GEOMETRY_POINT)
    draft->kind = shape == BJT_GEOMETRY_POLYGON ? layer->area_kind : layer->line_kind;
  draft->name = find_value (tags, n_tags, "name:zh|name|名称|楼名|小区名称|楼栋名称|title|mc|label");
  draft->label = find_value (tags, n_tags, "楼号|楼栋号|楼栋编号|栋号|幢号|门牌号|addr:housenumber|housenumber|number|bldg_no|building_no|no|编号|ref");
  draft->address = find_value (tags, n_tags, "详细地址|地址|addr:full|address|addr");
  levels = find_value (tags, n_tags, "总层数|层数|地上层数|building:levels|levels|floors|floor|storeys");
  draft->levels = levels != NULL ? CLAMP (atoi (levels), 0, 200) : 0;
  return TRUE;
}

/* Shapes */

static BjtGeometry *
convert_shape (OGRGeometryH shape)
{
  g_autofree guint8      *wkb = NULL;
  g_autoptr (BjtGeometry) geometry = NULL;
  int                     size;

  if (OGR_G_IsEmpty (shape))
    return NULL;
  size = OGR_G_WkbSize (shape);
  if (size <= 0)
    return NULL;
  wkb = g_malloc ((gsize) size);
  if (OGR_G_ExportToWkb (shape, wkbNDR, wkb) != OGRERR_NONE)
    return NULL;
  geometry = bjt_geometry_new_from_wkb (wkb, (gsize) size, NULL);
  if (geometry == NULL || geometry->n_points == 0)
    return NULL;
  for (guint i = 0; i < geometry->n_points; i++)
    if (!(fabs (geometry->points[i].x) <= 180 && fabs (geometry->points[i].y) <= 90))
      return NULL;
  return g_steal_pointer (&geometry);
}

static gboolean
send_shape (Vectors     *self,
            const Layer *layer,
            OGRFeatureH  feature,
            OGRGeometryH shape,
            GError     **error)
{
  BjtDraft                draft = { .kind = BJT_DRAFT_FEATURE };
  g_autoptr (BjtGeometry) geometry = convert_shape (shape);
  BjtOsmTag               tags[MAX_TAGS];
  guint                   n_tags;
  g_autofree char        *source = NULL;

  if (geometry == NULL)
    {
      self->n_bad++;
      return TRUE;
    }
  g_string_chunk_clear (self->texts);
  n_tags = collect_tags (self, feature, tags);
  if (!describe (self, layer, tags, n_tags, geometry->kind, &draft.feature))
    return TRUE;
  if (self->label_column != NULL)
    draft.feature.label = find_value (tags, n_tags, self->label_column);
  source = g_strdup_printf ("%s/%" G_GINT64_FORMAT, decode_text (self, layer->name), (gint64) OGR_F_GetFID (feature));
  draft.feature.source_id = source;
  draft.feature.geometry = geometry;
  self->n_features++;
  return bjt_output_draft (&draft, self->output, error);
}

/* A collection is sent shape by shape; curves and surfaces become polygons. */
static gboolean
send_geometry (Vectors     *self,
               const Layer *layer,
               OGRFeatureH  feature,
               OGRGeometryH given,
               int          depth,
               GError     **error)
{
  OGRGeometryH       shape = OGR_G_GetLinearGeometry (given, 0, NULL);
  OGRwkbGeometryType type;
  gboolean           ok = TRUE;

  if (shape == NULL)
    return TRUE;
  OGR_G_FlattenTo2D (shape);
  type = wkbFlatten (OGR_G_GetGeometryType (shape));
  if (type == wkbGeometryCollection && depth < 8)
    for (int i = 0; ok && i < OGR_G_GetGeometryCount (shape); i++)
      ok = send_geometry (self, layer, feature, OGR_G_GetGeometryRef (shape, i), depth + 1, error);
  else
    {
      if (type > wkbMultiPolygon)
        shape = OGR_G_ForceToMultiPolygon (shape);
      ok = send_shape (self, layer, feature, shape, error);
    }
  OGR_G_DestroyGeometry (shape);
  return ok;
}

static gboolean
check_degrees (const Layer *layer,
               OGRGeometryH shape,
               GError     **error)
{
  OGREnvelope box;

  if (OGR_G_IsEmpty (shape))
    return TRUE;
  OGR_G_GetEnvelope (shape, &box);
  if (!isfinite (box.MinX + box.MaxX + box.MinY + box.MaxY) || (box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90))
    return TRUE;
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED,
               "layer %s: it does not say its coordinate system, and its coordinates are no degrees", layer->name);
  return FALSE;
}

static gboolean
send_feature (Vectors    *self,
              Layer      *layer,
              OGRFeatureH feature,
              GError    **error)
{
  OGRGeometryH shape = OGR_F_GetGeometryRef (feature);

  if (shape == NULL || layer->skipped)
    return TRUE;
  if (layer->no_crs && !check_degrees (layer, shape, error))
    return FALSE;
  if (layer->transform != NULL && OGR_G_Transform (shape, layer->transform) != OGRERR_NONE)
    {
      self->n_bad++;
      return TRUE;
    }
  return send_geometry (self, layer, feature, shape, 0, error);
}

static gboolean
read_dataset (Vectors     *self,
              GDALDatasetH dataset,
              GError     **error)
{
  guint    n_seen = 0;
  gboolean ok = TRUE;

  g_array_set_size (self->layers, 0);
  while (ok)
    {
      OGRLayerH   handle = NULL;
      double      progress = 0;
      OGRFeatureH feature = GDALDatasetGetNextFeature (dataset, &handle, &progress, NULL, NULL);
      Layer      *layer;

      if (feature == NULL)
        break;
      bjt_output_progress (self->output, (guint64) (CLAMP (progress, 0, 1) * 1000), 1000);
      layer = find_layer (self, handle, error);
      ok = layer != NULL && send_feature (self, layer, feature, error);
      OGR_F_Destroy (feature);
      if (++n_seen > MAX_FEATURES)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "more than %u features", MAX_FEATURES);
          ok = FALSE;
        }
    }
  return ok;
}

static void
layer_clear (Layer *self)
{
  if (self->transform != NULL)
    OCTDestroyCoordinateTransformation (self->transform);
}

static gboolean
read_path (Vectors    *self,
           const char *path,
           GError    **error)
{
  GDALDatasetH dataset = open_one (path, self->format, error);
  gboolean     ok;

  if (dataset == NULL)
    return FALSE;
  CPLErrorReset ();
  ok = read_dataset (self, dataset, error);
  g_array_set_size (self->layers, 0);
  if (ok && CPLGetLastErrorType () >= CE_Failure)
    {
      const char *message = CPLGetLastErrorMsg ();

      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the %s file is damaged: %.*s",
                   bjt_format_get_name (self->format), (int) MIN (strcspn (message, "\n"), 200), message);
      ok = FALSE;
    }
  GDALClose (dataset);
  return ok;
}

static gboolean
read_zip (Vectors    *self,
          const char *path,
          GError    **error)
{
  const char           *suffix = self->format == BJT_FORMAT_KMZ ? ".kml" : ".shp";
  g_autoptr (GPtrArray) names = bjt_zip_list (path, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = NULL;

      if (!bjt_zip_has_suffix (names->pdata[i], suffix))
        continue;
      inner = g_strdup_printf ("/vsizip/{%s}/%s", path, (char *) names->pdata[i]);
      if (!read_path (self, inner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (Vectors *self,
        GError **error)
{
  g_autofree char *message = NULL;

  if (self->n_features == 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_EMPTY, "the %s file holds no feature with a usable shape%s",
                   bjt_format_get_name (self->format), self->n_bad > 0 ? ": all are damaged or lie outside the earth" : "");
      return FALSE;
    }
  if (self->n_bad == 0)
    return TRUE;
  message = g_strdup_printf ("%u shapes are empty, damaged or lie outside the earth and are left out", self->n_bad);
  return bjt_output_notice (self->output, 0, BJT_SEVERITY_WARNING, "bad-shapes", message, error);
}

/**
 * bjt_ogr_read:
 * @format: what the file was found to be
 * @label_column: (nullable): whose text is the label
 * @output: gets the features
 */
gboolean
bjt_ogr_read (const char *path,
              BjtFormat   format,
              const char *label_column,
              BjtOutput  *output,
              GError    **error)
{
  Vectors          self = { .output = output, .format = format, .label_column = label_column };
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *named = NULL;
  gboolean         ok;

  CPLSetErrorHandler (CPLQuietErrorHandler);
  CPLSetConfigOption ("OSM_MAX_TMPFILE_SIZE", "1500");
  GDALAllRegister ();
  self.layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  g_array_set_clear_func (self.layers, (GDestroyNotify) layer_clear);
  self.texts = g_string_chunk_new (4096);
  if (format == BJT_FORMAT_KMZ || format == BJT_FORMAT_ZIPPED_SHAPEFILE)
    ok = read_zip (&self, full, error);
  else
    {
      named = format == BJT_FORMAT_SHAPEFILE ? name_shapefile (full) : g_strdup (full);
      ok = read_path (&self, named, error);
    }
  ok = ok && finish (&self, error);
  g_array_unref (self.layers);
  g_string_chunk_free (self.texts);
  return ok;
}
