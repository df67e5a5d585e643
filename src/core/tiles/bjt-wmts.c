/* bjt-wmts.c: reads a capabilities document into layers and sets of matrices,
 * then joins them: a layer is offered when one of its sets is the square world
 * of web maps.
 *
 * A set is that when each of its matrices is a power of two of the world in
 * tiles of 256 or 512 px and its scale says the same; scales are of pixels of
 * 0.28 mm as the standard has it, or of 96 dpi as 天地图 has it. Its corner is
 * half the equator in both directions; the signs and their order are not relied
 * upon, since services write them as they like. A matrix may begin at any zoom
 * and have any name. Documents are bounded in size, depth and number of things;
 * what is not understood is left out. */
#include "bjt-wmts.h"

#include "bjt-tile-trouble.h"
#include "xml/bjt-xml-reader.h"

#include <math.h>
#include <string.h>

#define MAX_BYTES (16u << 20)
#define MAX_DEPTH 40
#define MAX_THINGS 4000 /* layers, sets, matrices of a set */
#define MAX_TEXT 4096
#define MAX_ZOOM 24

#define SCALE_OGC 559082264.0287178 /* of zoom 0 in 256 px */
#define SCALE_96_DPI 591658710.9091312
#define HALF_EQUATOR 20037508.342789244

typedef struct
{
  char  *identifier;
  double scale;
  double corner_x, corner_y;
  double tile_width, tile_height;
  double width, height;
} Matrix;

typedef struct
{
  char   *identifier;
  char   *crs;
  GArray *matrices;
} MatrixSet;

typedef struct
{
  char      *identifier;
  char      *title;
  char      *style;
  GPtrArray *formats;
  GPtrArray *sets;         /* identifiers */
  GPtrArray *templates;    /* of the resource URLs of tiles */
  GPtrArray *template_formats;
  GHashTable *dimensions;  /* name → default */
  BjtBox     bounds;
} Layer;

typedef struct
{
  GPtrArray *path; /* names of the open elements */
  GString   *text;
  GPtrArray *layers;
  GPtrArray *sets;
  char      *kvp;       /* address of GetTile */
  char      *kvp_candidate;
  char      *operation;
  char      *style;     /* that is read */
  char      *dimension;
  gboolean   is_default;
  gboolean   is_wmts;
} Reading;

void
bjt_wmts_layer_free (BjtWmtsLayer *self)
{
  if (self == NULL)
    return;
  g_free (self->identifier);
  g_free (self->title);
  g_free (self->url);
  g_free (self);
}

static void
layer_free (gpointer data)
{
  Layer *self = data;

  g_free (self->identifier);
  g_free (self->title);
  g_free (self->style);
  g_ptr_array_unref (self->formats);
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->template_formats);
  g_hash_table_unref (self->dimensions);
  g_free (self);
}

static Layer *
layer_new (void)
{
  Layer *self = g_new0 (Layer, 1);

  self->formats = g_ptr_array_new_with_free_func (g_free);
  self->sets = g_ptr_array_new_with_free_func (g_free);
  self->templates = g_ptr_array_new_with_free_func (g_free);
  self->template_formats = g_ptr_array_new_with_free_func (g_free);
  self->dimensions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bounds = BJT_BOX_EMPTY;
  return self;
}

static void
clear_matrix (gpointer data)
{
  g_free (((Matrix *) data)->identifier);
}

static void
set_free (gpointer data)
{
  MatrixSet *self = data;

  g_free (self->identifier);
  g_free (self->crs);
  g_array_unref (self->matrices);
  g_free (self);
}

static void
clear_reading (Reading *self)
{
  g_ptr_array_unref (self->path);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->sets);
  g_string_free (self->text, TRUE);
  g_free (self->kvp);
  g_free (self->kvp_candidate);
  g_free (self->operation);
  g_free (self->style);
  g_free (self->dimension);
}

/* Reading */

static const char *
get_parent (const Reading *self,
            guint          up)
{
  return self->path->len > up ? self->path->pdata[self->path->len - 1 - up] : "";
}

static gboolean
is_in (const Reading *self,
       const char    *name)
{
  for (guint i = 0; i < self->path->len; i++)
    if (strcmp (self->path->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

static Layer *
get_layer (const Reading *self)
{
  return self->layers->len > 0 && is_in (self, "Layer") ? self->layers->pdata[self->layers->len - 1] : NULL;
}

/* In Contents, not the link of a layer. */
static MatrixSet *
get_set (const Reading *self)
{
  return self->sets->len > 0 && is_in (self, "TileMatrixSet") && !is_in (self, "Layer") ? self->sets->pdata[self->sets->len - 1] : NULL;
}

static Matrix *
get_matrix (const Reading *self)
{
  MatrixSet *set = get_set (self);

  return set != NULL && set->matrices->len > 0 && is_in (self, "TileMatrix")
             ? &g_array_index (set->matrices, Matrix, set->matrices->len - 1)
             : NULL;
}

static void
start_set (Reading *self)
{
  MatrixSet *set = g_new0 (MatrixSet, 1);

  set->matrices = g_array_new (FALSE, TRUE, sizeof (Matrix));
  g_array_set_clear_func (set->matrices, clear_matrix);
  g_ptr_array_add (self->sets, set);
}

static void
start_resource (Layer                  *layer,
                const BjtXmlAttributes *attributes)
{
  const char *type = bjt_xml_attributes_get (attributes, "resourceType");
  const char *template = bjt_xml_attributes_get (attributes, "template");
  const char *format = bjt_xml_attributes_get (attributes, "format");

  if (g_strcmp0 (type, "tile") != 0 || template == NULL || strlen (template) > MAX_TEXT || layer->templates->len >= 20)
    return;
  g_ptr_array_add (layer->templates, g_strdup (template));
  g_ptr_array_add (layer->template_formats, g_strdup (format != NULL ? format : ""));
}

static void
start_get (Reading                *self,
           const BjtXmlAttributes *attributes)
{
  const char *href = bjt_xml_attributes_get (attributes, "href");

  if (g_strcmp0 (self->operation, "GetTile") != 0 || self->kvp != NULL || href == NULL || strlen (href) > MAX_TEXT)
    return;
  g_free (self->kvp_candidate);
  self->kvp_candidate = g_strdup (href);
}

/* A GET that takes another encoding than key and value is not for us. */
static void
end_get (Reading *self)
{
  if (self->kvp == NULL)
    self->kvp = g_steal_pointer (&self->kvp_candidate);
}

static gboolean
start_cb (const char             *name,
          const BjtXmlAttributes *attributes,
          gpointer                user_data,
          GError                **error)
{
  Reading    *self = user_data;
  const char *parent = get_parent (self, 0);
  MatrixSet  *set;

  if (self->path->len == 0)
    self->is_wmts = strcmp (name, "Capabilities") == 0;
  g_string_truncate (self->text, 0);
  if (strcmp (name, "Layer") == 0 && strcmp (parent, "Contents") == 0 && self->layers->len < MAX_THINGS)
    g_ptr_array_add (self->layers, layer_new ());
  else if (strcmp (name, "TileMatrixSet") == 0 && strcmp (parent, "Contents") == 0 && self->sets->len < MAX_THINGS)
    start_set (self);
  else if (strcmp (name, "Operation") == 0)
    {
      g_free (self->operation);
      self->operation = g_strdup (bjt_xml_attributes_get (attributes, "name"));
    }
  else if (strcmp (name, "Get") == 0)
    start_get (self, attributes);
  else if (strcmp (name, "Style") == 0)
    self->is_default = g_strcmp0 (bjt_xml_attributes_get (attributes, "isDefault"), "true") == 0;
  else if (strcmp (name, "ResourceURL") == 0 && get_layer (self) != NULL)
    start_resource (get_layer (self), attributes);
  g_ptr_array_add (self->path, g_strdup (name));
  set = get_set (self);
  if (strcmp (name, "TileMatrix") == 0 && set != NULL && set->matrices->len < MAX_THINGS)
    g_array_set_size (set->matrices, set->matrices->len + 1);
  return TRUE;
}

static void
take_text (char      **place,
           const char *text)
{
  if (*place == NULL)
    *place = g_strdup (text);
}

static void
add_text (GPtrArray  *list,
          const char *text)
{
  if (list->len < 100)
    g_ptr_array_add (list, g_strdup (text));
}

static gboolean
read_pair (const char *text,
           double     *x,
           double     *y)
{
  char *end;

  *x = g_ascii_strtod (text, &end);
  if (end == text)
    return FALSE;
  text = end;
  *y = g_ascii_strtod (text, &end);
  return end != text;
}

static void
end_in_layer (Reading    *self,
              Layer      *layer,
              const char *name,
              const char *parent,
              const char *text)
{
  double x, y;

  if (strcmp (parent, "Layer") == 0 && strcmp (name, "Identifier") == 0)
    take_text (&layer->identifier, text);
  else if (strcmp (parent, "Layer") == 0 && strcmp (name, "Title") == 0)
    take_text (&layer->title, text);
  else if (strcmp (parent, "Layer") == 0 && strcmp (name, "Format") == 0)
    add_text (layer->formats, text);
  else if (strcmp (parent, "TileMatrixSetLink") == 0 && strcmp (name, "TileMatrixSet") == 0)
    add_text (layer->sets, text);
  else if (strcmp (parent, "WGS84BoundingBox") == 0 && g_str_has_suffix (name, "Corner") && read_pair (text, &x, &y)
           && fabs (x) <= 180 && fabs (y) <= 90)
    bjt_box_add_point (&layer->bounds, x, y);
  else if (strcmp (parent, "Style") == 0 && strcmp (name, "Identifier") == 0 && (layer->style == NULL || self->is_default))
    {
      g_free (layer->style);
      layer->style = g_strdup (text);
    }
  else if (strcmp (parent, "Dimension") == 0 && strcmp (name, "Identifier") == 0)
    {
      g_free (self->dimension);
      self->dimension = g_strdup (text);
    }
  else if (strcmp (parent, "Dimension") == 0 && strcmp (name, "Default") == 0 && self->dimension != NULL)
    g_hash_table_insert (layer->dimensions, g_steal_pointer (&self->dimension), g_strdup (text));
}

static void
end_in_matrix (Matrix     *matrix,
               const char *name,
               const char *text)
{
  double number = g_ascii_strtod (text, NULL);

  if (strcmp (name, "Identifier") == 0)
    take_text (&matrix->identifier, text);
  else if (strcmp (name, "ScaleDenominator") == 0)
    matrix->scale = number;
  else if (strcmp (name, "TopLeftCorner") == 0)
    read_pair (text, &matrix->corner_x, &matrix->corner_y);
  else if (strcmp (name, "TileWidth") == 0)
    matrix->tile_width = number;
  else if (strcmp (name, "TileHeight") == 0)
    matrix->tile_height = number;
  else if (strcmp (name, "MatrixWidth") == 0)
    matrix->width = number;
  else if (strcmp (name, "MatrixHeight") == 0)
    matrix->height = number;
}

static gboolean
end_cb (const char *name,
        gpointer    user_data,
        GError    **error)
{
  Reading         *self = user_data;
  const char      *parent = get_parent (self, 1);
  g_autofree char *text = g_strstrip (g_strdup (self->text->str));
  Layer           *layer = get_layer (self);
  MatrixSet       *set = get_set (self);

  if (layer != NULL)
    end_in_layer (self, layer, name, parent, text);
  else if (set != NULL && strcmp (parent, "TileMatrix") == 0 && get_matrix (self) != NULL)
    end_in_matrix (get_matrix (self), name, text);
  else if (set != NULL && strcmp (parent, "TileMatrixSet") == 0 && strcmp (name, "Identifier") == 0)
    take_text (&set->identifier, text);
  else if (set != NULL && strcmp (name, "SupportedCRS") == 0)
    take_text (&set->crs, text);
  else if (strcmp (name, "Value") == 0 && strcmp (text, "KVP") != 0)
    g_clear_pointer (&self->kvp_candidate, g_free);
  else if (strcmp (name, "Get") == 0)
    end_get (self);
  g_string_truncate (self->text, 0);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
  return TRUE;
}

static gboolean
text_cb (const char *text,
         gsize       length,
         gpointer    user_data,
         GError    **error)
{
  Reading *self = user_data;

  if (self->text->len + length <= MAX_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

/* The square world */

static gboolean
is_near (double a,
         double b)
{
  return fabs (a - b) <= 0.002 * fabs (b);
}

/* -1: not a zoom of it. */
static int
find_zoom (const Matrix *matrix)
{
  double zoom, part;

  if (matrix->identifier == NULL || !(matrix->width >= 1) || !(matrix->width <= exp2 (MAX_ZOOM)) || !(matrix->scale > 0)
      || !(matrix->tile_width == 256 || matrix->tile_width == 512) || !(matrix->tile_height == matrix->tile_width)
      || !is_near (fabs (matrix->corner_x), HALF_EQUATOR) || !is_near (fabs (matrix->corner_y), HALF_EQUATOR))
    return -1;
  part = matrix->tile_width / 256 * matrix->scale;
  zoom = round (log2 (SCALE_OGC / part));
  if (zoom < 0 || zoom > MAX_ZOOM || !(matrix->width == exp2 (zoom)) || !(matrix->height == matrix->width)
      || !(is_near (part, SCALE_OGC / exp2 (zoom)) || is_near (part, SCALE_96_DPI / exp2 (zoom))))
    return -1;
  return (int) zoom;
}

static gboolean
is_mercator (const char *crs)
{
  static const char *const codes[] = { "3857", "900913", "102100", "102113", "3785" };
  const char              *code = crs != NULL ? strrchr (crs, ':') : NULL;

  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (codes); i++)
    if (strcmp (code + 1, codes[i]) == 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  const char *names[MAX_ZOOM + 1];
  guint       min_zoom, max_zoom;
  guint       tile_size;
} Zooms;

static gboolean
read_zooms (const MatrixSet *set,
            Zooms           *zooms)
{
  memset (zooms, 0, sizeof *zooms);
  zooms->min_zoom = MAX_ZOOM + 1;
  for (guint i = 0; is_mercator (set->crs) && i < set->matrices->len; i++)
    {
      const Matrix *matrix = &g_array_index (set->matrices, Matrix, i);
      int           zoom = find_zoom (matrix);

      if (zoom < 0 || strpbrk (matrix->identifier, ",{}&?#/ ") != NULL)
        continue;
      zooms->names[zoom] = matrix->identifier;
      zooms->min_zoom = MIN (zooms->min_zoom, (guint) zoom);
      zooms->max_zoom = MAX (zooms->max_zoom, (guint) zoom);
      zooms->tile_size = (guint) matrix->tile_width;
    }
  return zooms->min_zoom <= MAX_ZOOM;
}

/* {z} where the names are the numbers, else the list of names. */
static char *
dup_zoom_place (const Zooms *zooms)
{
  g_autoptr (GString) list = g_string_new ("{z:");
  gboolean is_plain = TRUE;

  for (guint zoom = 0; zoom <= zooms->max_zoom; zoom++)
    {
      g_autofree char *number = g_strdup_printf ("%u", zoom);

      is_plain &= zooms->names[zoom] == NULL ? zoom < zooms->min_zoom : strcmp (zooms->names[zoom], number) == 0;
      g_string_append_printf (list, "%s%s", zoom > 0 ? "," : "", zooms->names[zoom] != NULL ? zooms->names[zoom] : "");
    }
  g_string_append_c (list, '}');
  return is_plain ? g_strdup ("{z}") : g_string_free (g_steal_pointer (&list), FALSE);
}

/* Addresses */

static const char *const known_formats[] = {
  "image/png", "image/png8", "image/jpeg", "image/jpg", "tiles", "image/webp", "image/gif",
  "application/vnd.mapbox-vector-tile", "application/x-protobuf",
};

#define N_RASTER_FORMATS 7

/* The best of those that we can show; its place in the list, -1: none. */
static int
choose_format (const GPtrArray *formats,
               guint           *index)
{
  for (guint known = 0; known < G_N_ELEMENTS (known_formats); known++)
    for (guint i = 0; i < formats->len; i++)
      if (g_ascii_strcasecmp (formats->pdata[i], known_formats[known]) == 0)
        {
          *index = i;
          return (int) known;
        }
  return -1;
}

static void
append_parameter (GString    *url,
                  const char *name,
                  const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, "/:", FALSE);

  g_string_append_printf (url, "&%s=%s", name, escaped);
}

static char *
dup_kvp (const char  *base,
         const Layer *layer,
         const char  *set,
         const char  *format,
         const char  *zoom)
{
  g_autoptr (GString) url = g_string_new (base);

  if (strchr (base, '?') == NULL)
    g_string_append_c (url, '?');
  else if (url->str[url->len - 1] == '&')
    g_string_truncate (url, url->len - 1);
  append_parameter (url, "SERVICE", "WMTS");
  append_parameter (url, "REQUEST", "GetTile");
  append_parameter (url, "VERSION", "1.0.0");
  append_parameter (url, "LAYER", layer->identifier);
  append_parameter (url, "STYLE", layer->style != NULL ? layer->style : "default");
  append_parameter (url, "TILEMATRIXSET", set);
  append_parameter (url, "FORMAT", format);
  g_string_append_printf (url, "&TILEMATRIX=%s&TILEROW={y}&TILECOL={x}", zoom);
  g_string_replace (url, "?&", "?", 1);
  return g_string_free (g_steal_pointer (&url), FALSE);
}

static void
fill_place (GString    *url,
            const char *name,
            const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, "/:", FALSE);
  g_autofree char *place = g_strdup_printf ("{%s}", name);

  g_string_replace (url, place, escaped, 0);
}

static char *
dup_rest (const char  *template,
          const Layer *layer,
          const char  *set,
          const char  *zoom)
{
  g_autoptr (GString) url = g_string_new (template);
  GHashTableIter iter;
  const char    *name, *value;

  fill_place (url, "TileMatrixSet", set);
  fill_place (url, "Style", layer->style != NULL ? layer->style : "default");
  fill_place (url, "style", layer->style != NULL ? layer->style : "default");
  fill_place (url, "Layer", layer->identifier);
  g_hash_table_iter_init (&iter, layer->dimensions);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    fill_place (url, name, value);
  g_string_replace (url, "{TileMatrix}", zoom, 0);
  return g_string_free (g_steal_pointer (&url), FALSE);
}

/* The key that opened the description opens the tiles of the same server too;
 * it goes nowhere else, and not in the open where it came closed. */
static void
carry_key (char      **url,
           const char *asked)
{
  g_autoptr (GRegex) regex = g_regex_new ("[?&]([A-Za-z_]+)=\\{key\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *there = strstr (asked, "://"), *here = strstr (*url, "://");
  gsize       length = there != NULL ? strcspn (there + 3, "/?#") : 0;
  g_autofree char *name = NULL;

  if (there == NULL || here == NULL || length != strcspn (here + 3, "/?#") || g_ascii_strncasecmp (there + 3, here + 3, length) != 0)
    return;
  if (g_str_has_prefix (asked, "https:") && g_str_has_prefix (*url, "http:"))
    {
      g_autofree char *open = g_steal_pointer (url);

      *url = g_strconcat ("https", open + 4, NULL);
    }
  if (!g_regex_match (regex, asked, 0, &match) || strstr (*url, "{key}") != NULL)
    return;
  name = g_match_info_fetch (match, 1);
  {
    g_autofree char *bare = g_steal_pointer (url);

    *url = g_strdup_printf ("%s%c%s={key}", bare, strchr (bare, '?') != NULL ? '&' : '?', name);
  }
}

static char *
dup_url (const Reading *self,
         const Layer   *layer,
         const char    *set,
         const Zooms   *zooms,
         BjtTileKind   *kind)
{
  g_autofree char *zoom = dup_zoom_place (zooms);
  guint index = 0;
  int   format = choose_format (layer->template_formats, &index);

  *kind = BJT_TILE_RASTER;
  if (format >= N_RASTER_FORMATS)
    *kind = BJT_TILE_VECTOR;
  if (format >= 0)
    return dup_rest (layer->templates->pdata[index], layer, set, zoom);
  format = choose_format (layer->formats, &index);
  if (format < 0 || self->kvp == NULL)
    return NULL;
  if (format >= N_RASTER_FORMATS)
    *kind = BJT_TILE_VECTOR;
  return dup_kvp (self->kvp, layer, set, layer->formats->pdata[index], zoom);
}

static const MatrixSet *
find_set (const Reading *self,
          const char    *identifier)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      const MatrixSet *set = self->sets->pdata[i];

      if (g_strcmp0 (set->identifier, identifier) == 0)
        return set;
    }
  return NULL;
}

/* The first of its sets that is the square world; (nullable). */
static BjtWmtsLayer *
offer_layer (const Reading *self,
             const Layer   *layer,
             const char    *asked)
{
  for (guint i = 0; layer->identifier != NULL && i < layer->sets->len; i++)
    {
      const MatrixSet *set = find_set (self, layer->sets->pdata[i]);
      BjtTileKind      kind;
      BjtWmtsLayer    *offer;
      char            *url;
      Zooms            zooms;

      if (set == NULL || !read_zooms (set, &zooms) || (url = dup_url (self, layer, set->identifier, &zooms, &kind)) == NULL)
        continue;
      carry_key (&url, asked);
      offer = g_new0 (BjtWmtsLayer, 1);
      offer->identifier = g_strdup (layer->identifier);
      offer->title = g_strdup (layer->title != NULL && *layer->title != '\0' ? layer->title : layer->identifier);
      offer->url = url;
      offer->kind = kind;
      offer->min_zoom = zooms.min_zoom;
      offer->max_zoom = zooms.max_zoom;
      offer->tile_size = zooms.tile_size;
      offer->bounds = layer->bounds;
      return offer;
    }
  return NULL;
}

/**
 * bjt_wmts_read:
 * @url: where the document came from, its key written {key}
 *
 * Returns: (element-type BjtWmtsLayer) (nullable): the layers that can be shown;
 *   NULL with BJT_TILE_TROUBLE_CAPABILITIES or BJT_TILE_TROUBLE_PROJECTION
 */
GPtrArray *
bjt_wmts_read (const char *xml,
               gsize       length,
               const char *url,
               GError    **error)
{
  static const BjtXmlHandler handler = { start_cb, end_cb, text_cb };
  BjtXmlLimits               limits = { .max_depth = MAX_DEPTH, .max_bytes = MAX_BYTES };
  Reading                    reading = {
                       .path = g_ptr_array_new_with_free_func (g_free), .text = g_string_new (NULL),
                       .layers = g_ptr_array_new_with_free_func (layer_free), .sets = g_ptr_array_new_with_free_func (set_free)
  };
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_wmts_layer_free);
  gboolean is_read = bjt_xml_read_memory (xml, length, &limits, &handler, &reading, NULL) && reading.is_wmts;

  for (guint i = 0; is_read && i < reading.layers->len; i++)
    {
      BjtWmtsLayer *offer = offer_layer (&reading, reading.layers->pdata[i], url);

      if (offer != NULL)
        g_ptr_array_add (offers, offer);
    }
  clear_reading (&reading);
  if (offers->len > 0)
    return g_steal_pointer (&offers);
  g_propagate_error (error, bjt_tile_trouble_new (is_read ? BJT_TILE_TROUBLE_PROJECTION : BJT_TILE_TROUBLE_CAPABILITIES));
  return NULL;
}
