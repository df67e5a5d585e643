/* bjt-dxf-tables.c: goes through the pairs of code and value up to the entities,
 * for the unit ($INSUNITS) and the layers that are off or frozen. */
#include "bjt-dxf-tables.h"

#include <stdlib.h>
#include <string.h>

#define MAX_VALUE 256

typedef struct
{
  const char *at;
  const char *end;
  int         code;
  char        value[MAX_VALUE]; /* cut where it is longer; blanks at its ends gone */
} Pairs;

static gboolean
next_line (Pairs *self,
           char  *line,
           gsize  size)
{
  const char *stop;
  gsize       length;

  if (self->at >= self->end)
    return FALSE;
  stop = memchr (self->at, '\n', (gsize) (self->end - self->at));
  stop = stop != NULL ? stop : self->end;
  length = MIN ((gsize) (stop - self->at), size - 1);
  memcpy (line, self->at, length);
  line[length] = '\0';
  g_strstrip (line);
  self->at = stop + 1;
  return TRUE;
}

static gboolean
next_pair (Pairs *self)
{
  char code[32];

  if (!next_line (self, code, sizeof code) || !next_line (self, self->value, sizeof self->value))
    return FALSE;
  self->code = atoi (code);
  return TRUE;
}

static double
get_unit (int code)
{
  static const double units[] = { 0, 0.0254, 0.3048, 1609.344, 0.001, 0.01, 1, 1000, 2.54e-8, 2.54e-5, 0.9144, 1e-10, 1e-9, 1e-6, 0.1, 10, 100, 1e9 };

  return code >= 0 && code < (int) G_N_ELEMENTS (units) ? units[code] : code == 21 ? 1200.0 / 3937 : 0;
}

typedef struct
{
  char    *name;
  gboolean is_hidden;
} Layer;

static void
end_layer (BjtDxfTables *self,
           Layer        *layer)
{
  if (layer->name != NULL && layer->is_hidden)
    g_hash_table_add (self->hidden, g_steal_pointer (&layer->name));
  g_clear_pointer (&layer->name, g_free);
  layer->is_hidden = FALSE;
}

/**
 * bjt_dxf_tables_read:
 * @self: (out caller-allocates): to be cleared
 * @data: a DXF in text
 */
void
bjt_dxf_tables_read (BjtDxfTables *self,
                     const char   *data,
                     gsize         size)
{
  Pairs    pairs = { .at = data, .end = data + size };
  Layer    layer = { 0 };
  gboolean is_unit = FALSE, is_layer = FALSE;

  self->metres_per_unit = 0;
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (next_pair (&pairs))
    {
      if (pairs.code == 0)
        {
          end_layer (self, &layer);
          is_unit = FALSE;
          is_layer = strcmp (pairs.value, "LAYER") == 0;
        }
      else if (pairs.code == 2 && (strcmp (pairs.value, "ENTITIES") == 0 || strcmp (pairs.value, "BLOCKS") == 0) && !is_layer)
        break;
      else if (pairs.code == 9)
        is_unit = strcmp (pairs.value, "$INSUNITS") == 0;
      else if (is_unit && pairs.code == 70)
        self->metres_per_unit = get_unit (atoi (pairs.value));
      else if (is_layer && pairs.code == 2)
        {
          g_free (layer.name);
          layer.name = g_strdup (pairs.value);
        }
      else if (is_layer && ((pairs.code == 70 && (atoi (pairs.value) & 1) != 0) || (pairs.code == 62 && atoi (pairs.value) < 0)))
        layer.is_hidden = TRUE;
    }
  end_layer (self, &layer);
}

void
bjt_dxf_tables_clear (BjtDxfTables *self)
{
  g_clear_pointer (&self->hidden, g_hash_table_unref);
}
