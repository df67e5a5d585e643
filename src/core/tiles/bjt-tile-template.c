/* bjt-tile-template.c: cuts the text once, joins it for each tile. Immutable:
 * any thread may expand. */
#include "bjt-tile-template.h"

#include <string.h>

#include "bjt-tile-trouble.h"

#define MAX_LENGTH 4096

typedef enum
{
  PART_TEXT,
  PART_ZOOM,
  PART_NAMED_ZOOM,
  PART_COLUMN,
  PART_ROW,
  PART_ROW_FROM_SOUTH,
  PART_QUADKEY,
  PART_SERVER,
  PART_DENSITY,
  PART_KEY,
} PartKind;

typedef struct
{
  PartKind kind;
  char    *text;
  GStrv    values; /* of servers, of named zooms */
} Part;

struct _BjtTileTemplate
{
  char   *text;
  GArray *parts;
  guint   kinds; /* bits: 1 << PartKind */
};

static const struct
{
  const char *name;
  PartKind    kind;
} names[] = {
  { "z", PART_ZOOM },
  { "zoom", PART_ZOOM },
  { "TileMatrix", PART_ZOOM },
  { "x", PART_COLUMN },
  { "TileCol", PART_COLUMN },
  { "y", PART_ROW },
  { "TileRow", PART_ROW },
  { "-y", PART_ROW_FROM_SOUTH },
  { "tmsy", PART_ROW_FROM_SOUTH },
  { "q", PART_QUADKEY },
  { "quadkey", PART_QUADKEY },
  { "r", PART_DENSITY },
  { "key", PART_KEY },
  { "tk", PART_KEY },
};

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->text);
  g_strfreev (part->values);
}

static void
add_part (BjtTileTemplate *self,
          PartKind         kind,
          char            *text,
          GStrv            values)
{
  Part part = { kind, text, values };

  g_array_append_val (self->parts, part);
  self->kinds |= 1u << kind;
}

/* 0-7, a-c: each of them. */
static GStrv
split_range (const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (strlen (name) != 3 || name[1] != '-' || name[0] > name[2] || !g_ascii_isalnum (name[0]) || !g_ascii_isalnum (name[2])
      || g_ascii_isdigit (name[0]) != g_ascii_isdigit (name[2]))
    return NULL;
  for (char c = name[0]; c <= name[2]; c++)
    g_strv_builder_add (builder, (char[]) { c, '\0' });
  return g_strv_builder_end (builder);
}

static gboolean
add_place (BjtTileTemplate *self,
           const char      *name)
{
  GStrv range;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i].name) == 0)
      {
        add_part (self, names[i].kind, NULL, NULL);
        return TRUE;
      }
  if (g_str_has_prefix (name, "z:"))
    add_part (self, PART_NAMED_ZOOM, NULL, g_strsplit (name + 2, ",", -1));
  else if (strcmp (name, "s") == 0)
    add_part (self, PART_SERVER, NULL, g_strsplit ("a,b,c", ",", -1));
  else if (g_str_has_prefix (name, "switch:") && name[7] != '\0')
    add_part (self, PART_SERVER, NULL, g_strsplit (name + 7, ",", -1));
  else if ((range = split_range (name)) != NULL)
    add_part (self, PART_SERVER, NULL, range);
  else
    return FALSE;
  return TRUE;
}

static gboolean
cut (BjtTileTemplate *self)
{
  const char *rest = self->text;

  while (*rest != '\0')
    {
      gsize            length = strcspn (rest, "{");
      const char      *end;
      g_autofree char *name = NULL;

      if (length > 0)
        add_part (self, PART_TEXT, g_strndup (rest, length), NULL);
      rest += length;
      if (*rest == '\0')
        break;
      end = strchr (rest, '}');
      if (end == NULL)
        return FALSE;
      name = g_strndup (rest + 1, (gsize) (end - rest - 1));
      if (!add_place (self, name))
        return FALSE;
      rest = end + 1;
    }
  return TRUE;
}

static gboolean
has (const BjtTileTemplate *self,
     PartKind               kind)
{
  return (self->kinds & 1u << kind) != 0;
}

/* Each tile has an address of its own, on a server that is named. */
static gboolean
is_whole (const BjtTileTemplate *self)
{
  BjtTileAddress       address = { 0, 0, 0 };
  gboolean             has_zoom = has (self, PART_ZOOM) || has (self, PART_NAMED_ZOOM);
  gboolean             has_row = has (self, PART_ROW) || has (self, PART_ROW_FROM_SOUTH);
  g_autofree char     *sample = NULL;
  g_autoptr (GUri)     uri = NULL;
  const char          *authority = strstr (self->text, "://");
  gsize                length;

  if (!has (self, PART_QUADKEY) && !(has_zoom && has_row && has (self, PART_COLUMN)))
    return FALSE;
  /* Only the choice of a server may stand in its name. */
  length = strcspn (authority + 3, "/?#");
  for (const char *c = authority + 3; c < authority + 3 + length; c++)
    if (*c == '{' && !g_str_has_prefix (c, "{s") && !(c[1] != '\0' && c[2] == '-'))
      return FALSE;
  for (; sample == NULL && address.zoom < 30; address.zoom++)
    sample = bjt_tile_template_expand (self, &address, FALSE, "k");
  uri = sample != NULL ? g_uri_parse (sample, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' && g_uri_get_userinfo (uri) == NULL;
}

/**
 * bjt_tile_template_new:
 *
 * Returns: (nullable): NULL with a BJT_TILE_TROUBLE_ADDRESS
 */
BjtTileTemplate *
bjt_tile_template_new (const char *text,
                       GError    **error)
{
  g_autoptr (BjtTileTemplate) self = g_new0 (BjtTileTemplate, 1);

  self->text = g_strstrip (g_strdup (text));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  if (strlen (self->text) <= MAX_LENGTH && g_utf8_validate (self->text, -1, NULL)
      && (g_str_has_prefix (self->text, "https://") || g_str_has_prefix (self->text, "http://"))
      && cut (self) && is_whole (self))
    return g_steal_pointer (&self);
  g_propagate_error (error, bjt_tile_trouble_new (BJT_TILE_TROUBLE_ADDRESS));
  return NULL;
}

void
bjt_tile_template_free (BjtTileTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_array_unref (self->parts);
  g_free (self);
}

const char *
bjt_tile_template_get_text (const BjtTileTemplate *self)
{
  return self->text;
}

gboolean
bjt_tile_template_wants_key (const BjtTileTemplate *self)
{
  return has (self, PART_KEY);
}

static void
append_quadkey (GString              *url,
                const BjtTileAddress *address)
{
  for (guint bit = address->zoom; bit-- > 0;)
    g_string_append_c (url, (char) ('0' + (address->column >> bit & 1) + 2 * (address->row >> bit & 1)));
}

/* FALSE: the service has no such zoom. */
static gboolean
append_part (GString              *url,
             const Part           *part,
             const BjtTileAddress *address,
             gboolean              is_dense,
             const char           *key)
{
  switch (part->kind)
    {
    case PART_TEXT:
      g_string_append (url, part->text);
      return TRUE;
    case PART_ZOOM:
      g_string_append_printf (url, "%u", address->zoom);
      return TRUE;
    case PART_NAMED_ZOOM:
      if (address->zoom >= g_strv_length (part->values) || *part->values[address->zoom] == '\0')
        return FALSE;
      g_string_append (url, part->values[address->zoom]);
      return TRUE;
    case PART_COLUMN:
      g_string_append_printf (url, "%u", address->column);
      return TRUE;
    case PART_ROW:
      g_string_append_printf (url, "%u", address->row);
      return TRUE;
    case PART_ROW_FROM_SOUTH:
      g_string_append_printf (url, "%u", (1u << address->zoom) - 1 - address->row);
      return TRUE;
    case PART_QUADKEY:
      append_quadkey (url, address);
      return TRUE;
    case PART_SERVER:
      g_string_append (url, part->values[(address->column + address->row) % g_strv_length (part->values)]);
      return TRUE;
    case PART_DENSITY:
      g_string_append (url, is_dense ? "@2x" : "");
      return TRUE;
    case PART_KEY:
      g_string_append_uri_escaped (url, key != NULL ? key : "", NULL, FALSE);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * bjt_tile_template_expand:
 * @key: (nullable): of the user
 *
 * The same tile is always asked of the same server, so that caches on the way
 * are of use.
 *
 * Returns: (nullable): NULL when the service has no such zoom; holds the key
 */
char *
bjt_tile_template_expand (const BjtTileTemplate *self,
                          const BjtTileAddress  *address,
                          gboolean               is_dense,
                          const char            *key)
{
  g_autoptr (GString) url = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    if (!append_part (url, &g_array_index (self->parts, Part, i), address, is_dense, key))
      return NULL;
  return g_string_free (g_steal_pointer (&url), FALSE);
}

/**
 * bjt_tile_template_take_key:
 * @key: (out) (nullable): the key that stood in the text
 *
 * People paste addresses with their key inside; a key never stays in a text
 * that is written to a file.
 *
 * Returns: the text with {key} in its place
 */
char *
bjt_tile_template_take_key (const char *text,
                            char      **key)
{
  g_autoptr (GRegex) regex = g_regex_new ("([?&](?:tk|key|token|access_token|api_?key|subscription-key|ak)=)([^&#{}]+)", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *escaped = NULL;

  *key = NULL;
  if (!g_regex_match (regex, text, 0, &match))
    return g_strdup (text);
  escaped = g_match_info_fetch (match, 2);
  *key = g_uri_unescape_string (escaped, NULL);
  if (*key == NULL)
    *key = g_steal_pointer (&escaped);
  return g_regex_replace (regex, text, -1, 0, "\\1{key}", 0, NULL);
}
