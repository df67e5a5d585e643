/* bjt-tile-metadata.c: texts of strangers: markup is stripped, lengths are cut,
 * numbers that make no sense are left out. What cannot be read is ignored: the
 * tiles may be good all the same.
 *
 * Beyond the standard keys we honour "datum" (gcj02, bd09), "review_number"
 * (also by its Chinese name) and "tile_size" (512). */
#include "bjt-tile-metadata.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_TEXT 200  /* characters */
#define MAX_LAYERS 500
#define MAX_DEPTH 32  /* of the JSON; its parser recurses */

void
bjt_tile_metadata_init (BjtTileInfo *info)
{
  *info = (BjtTileInfo) { .tile_size = 256, .bounds = BJT_BOX_EMPTY, .datum = BJT_DATUM_CGCS2000 };
}

/* &copy; → ©; what is not known stays as it is. */
static const char *
append_entity (GString    *plain,
               const char *at)
{
  static const struct
  {
    const char *entity, *text;
  } entities[] = {
    { "&copy;", "©" }, { "&#169;", "©" }, { "&amp;", "&" }, { "&nbsp;", " " }, { "&quot;", "\"" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&#39;", "'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (at, entities[i].entity))
      {
        g_string_append (plain, entities[i].text);
        return at + strlen (entities[i].entity);
      }
  g_string_append_c (plain, *at);
  return at + 1;
}

/* Attributions are often HTML: only the text is shown, in one line. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *c = valid;

  while (*c != '\0')
    {
      const char *end = *c == '<' ? strchr (c, '>') : NULL;

      if (end != NULL)
        c = end + 1;
      else if (*c == '&')
        c = append_entity (plain, c);
      else
        {
          g_string_append_c (plain, g_ascii_iscntrl (*c) ? ' ' : *c);
          c++;
        }
    }
  g_strstrip (plain->str);
  return g_utf8_substring (plain->str, 0, MIN (g_utf8_strlen (plain->str, -1), MAX_TEXT));
}

static void
set_text (char      **place,
          const char *value)
{
  g_autofree char *plain = NULL;

  if (*place != NULL)
    return;
  plain = dup_plain (value);
  if (*plain != '\0')
    *place = g_steal_pointer (&plain);
}

/* west,south,east,north */
static void
set_bounds (BjtTileInfo *info,
            const char  *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", 5);
  double values[4];

  if (g_strv_length (words) != 4 || !bjt_box_is_empty (&info->bounds))
    return;
  for (guint i = 0; i < 4; i++)
    values[i] = g_ascii_strtod (words[i], NULL);
  if (values[0] >= -180 && values[0] < values[2] && values[2] <= 180
      && values[1] >= -90 && values[1] < values[3] && values[3] <= 90)
    info->bounds = (BjtBox) { values[0], values[1], values[2], values[3] };
}

void
bjt_tile_metadata_set (BjtTileInfo *info,
                       const char  *key,
                       const char  *value)
{
  BjtDatum datum;

  if (g_str_equal (key, "name"))
    set_text (&info->name, value);
  else if (g_str_equal (key, "attribution"))
    set_text (&info->attribution, value);
  else if (g_str_equal (key, "review_number") || g_str_equal (key, "审图号"))
    set_text (&info->review_number, value);
  else if (g_str_equal (key, "bounds"))
    set_bounds (info, value);
  else if (g_str_equal (key, "datum") && bjt_datum_init_from_name (&datum, value))
    info->datum = datum;
  else if (g_str_equal (key, "tile_size") && g_str_equal (value, "512"))
    info->tile_size = 512;
}

void
bjt_tile_metadata_set_format (BjtTileInfo *info,
                              const char  *format)
{
  g_free (info->format);
  info->format = g_strdup (format);
  info->kind = g_str_equal (format, "pbf") ? BJT_TILE_VECTOR : BJT_TILE_RASTER;
  if (info->kind == BJT_TILE_VECTOR)
    info->tile_size = 512;
}

static gboolean
is_shallow (const char *text,
            gsize       size)
{
  guint    depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (text[i] == '\\' && quoted)
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!quoted && depth > 0 && (text[i] == '}' || text[i] == ']'))
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
set_layers (BjtTileInfo *info,
            JsonArray   *layers)
{
  guint n = MIN (json_array_get_length (layers), MAX_LAYERS);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      JsonNode        *node = json_array_get_element (layers, i);
      const char      *id = JSON_NODE_HOLDS_OBJECT (node) ? get_string (json_node_get_object (node), "id") : NULL;
      g_autofree char *name = id != NULL ? dup_plain (id) : NULL;

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  g_strfreev (info->layers);
  info->layers = g_strv_builder_end (names);
}

void
bjt_tile_metadata_set_json (BjtTileInfo *info,
                            const char  *text,
                            gsize        size)
{
  static const char *const keys[] = { "name", "attribution", "datum", "review_number", "审图号", "tile_size" };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode   *root, *layers;
  JsonObject *object;

  if (!is_shallow (text, size) || !g_utf8_validate_len (text, size, NULL)
      || !json_parser_load_from_data (parser, text, (gssize) size, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  object = json_node_get_object (root);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (get_string (object, keys[i]) != NULL)
      bjt_tile_metadata_set (info, keys[i], get_string (object, keys[i]));
  layers = json_object_get_member (object, "vector_layers");
  if (layers != NULL && JSON_NODE_HOLDS_ARRAY (layers))
    set_layers (info, json_node_get_array (layers));
}

/**
 * bjt_tile_metadata_get_format:
 *
 * A gzip tile is a vector tile: pictures are not packed a second time.
 */
const char *
bjt_tile_metadata_get_format (GBytes *tile)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (tile, &size);

  if (size > 4 && memcmp (data, "\x89PNG", 4) == 0)
    return "png";
  if (size > 3 && memcmp (data, "\xFF\xD8\xFF", 3) == 0)
    return "jpg";
  if (size > 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return "webp";
  /* gzip, or the layers of a tile: field 3, a message */
  if ((size > 2 && data[0] == 0x1F && data[1] == 0x8B) || (size > 2 && data[0] == 0x1A))
    return "pbf";
  return NULL;
}

gboolean
bjt_tile_metadata_holds (const BjtTileInfo    *info,
                         const BjtTileAddress *address)
{
  return address->zoom >= info->min_zoom && address->zoom <= info->max_zoom && address->zoom <= BJT_TILE_METADATA_MAX_ZOOM
         && address->column < 1u << address->zoom && address->row < 1u << address->zoom;
}
