/* bjt-dxf-binary.c: a binary DXF in text, for readers that know only that.
 *
 * What kind a value is follows from its code. Codes are one byte in R12 (255
 * and two bytes for extended data) and two bytes since R13. */
#include "bjt-dxf-tables.h"

#include "import/bjt-import-error.h"

#include <string.h>

#define SENTINEL "AutoCAD Binary DXF\r\n\x1a"
#define SENTINEL_SIZE 22
#define MAX_TEXT (512u << 20)

typedef enum
{
  TEXT,
  REAL,
  INT16,
  INT32,
  INT64,
  FLAG,
  CHUNK,
} Kind;

typedef struct
{
  const guint8 *at;
  gsize         left;
  gboolean      is_r12;
} Source;

gboolean
bjt_dxf_is_binary (const char *data,
                   gsize       size)
{
  return size > SENTINEL_SIZE + 4 && memcmp (data, SENTINEL, sizeof SENTINEL) == 0;
}

static Kind
get_kind (guint code)
{
  static const struct
  {
    guint first, last;
    Kind  kind;
  } kinds[] = {
    { 10, 59, REAL }, { 60, 79, INT16 }, { 90, 99, INT32 }, { 110, 149, REAL }, { 160, 169, INT64 }, { 170, 179, INT16 },
    { 210, 239, REAL }, { 270, 289, INT16 }, { 290, 299, FLAG }, { 310, 319, CHUNK }, { 370, 389, INT16 }, { 400, 409, INT16 },
    { 420, 429, INT32 }, { 440, 459, INT32 }, { 460, 469, REAL }, { 1004, 1004, CHUNK }, { 1010, 1059, REAL },
    { 1060, 1070, INT16 }, { 1071, 1071, INT32 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (code >= kinds[i].first && code <= kinds[i].last)
      return kinds[i].kind;
  return TEXT;
}

static gboolean
take (Source *self,
      gsize   size,
      guint8 *bytes)
{
  if (size > self->left)
    return FALSE;
  memcpy (bytes, self->at, size);
  self->at += size;
  self->left -= size;
  return TRUE;
}

static gboolean
take_number (Source *self,
             guint   size,
             gint64 *number)
{
  guint8  bytes[8];
  guint64 value = 0;

  if (!take (self, size, bytes))
    return FALSE;
  for (guint i = 0; i < size; i++)
    value |= (guint64) bytes[i] << 8 * i;
  if (size < 8 && (value >> (8 * size - 1) & 1) != 0)
    value |= ~G_GUINT64_CONSTANT (0) << 8 * size;
  *number = (gint64) value;
  return TRUE;
}

static gboolean
take_code (Source *self,
           guint  *code)
{
  gint64 number;

  if (!take_number (self, self->is_r12 ? 1 : 2, &number))
    return FALSE;
  if (self->is_r12 && (number & 0xFF) == 255 && !take_number (self, 2, &number))
    return FALSE;
  *code = (guint) (number & (self->is_r12 && number < 256 ? 0xFF : 0xFFFF));
  return TRUE;
}

static gboolean
add_text (Source  *self,
          GString *text)
{
  const guint8 *end = memchr (self->at, 0, self->left);

  if (end == NULL)
    return FALSE;
  for (; self->at < end; self->at++, self->left--)
    g_string_append_c (text, *self->at == '\n' || *self->at == '\r' ? ' ' : (char) *self->at);
  self->at++;
  self->left--;
  return TRUE;
}

static gboolean
add_real (Source  *self,
          GString *text)
{
  char    number[G_ASCII_DTOSTR_BUF_SIZE];
  gint64  bits;
  double  value;

  if (!take_number (self, 8, &bits))
    return FALSE;
  memcpy (&value, &bits, sizeof value);
  g_string_append (text, g_ascii_dtostr (number, sizeof number, value));
  return TRUE;
}

static gboolean
add_chunk (Source  *self,
           GString *text)
{
  guint8 size, byte;

  if (!take (self, 1, &size))
    return FALSE;
  for (guint i = 0; i < size; i++)
    {
      if (!take (self, 1, &byte))
        return FALSE;
      g_string_append_printf (text, "%02X", byte);
    }
  return TRUE;
}

static gboolean
add_value (Source  *self,
           Kind     kind,
           GString *text)
{
  gint64 number;

  switch (kind)
    {
    case TEXT:
      return add_text (self, text);
    case REAL:
      return add_real (self, text);
    case CHUNK:
      return add_chunk (self, text);
    case INT16:
    case INT32:
    case INT64:
    case FLAG:
    default:
      if (!take_number (self, kind == FLAG ? 1 : kind == INT16 ? 2 : kind == INT32 ? 4 : 8, &number))
        return FALSE;
      g_string_append_printf (text, "%" G_GINT64_FORMAT, number);
      return TRUE;
    }
}

/**
 * bjt_dxf_to_text:
 * @data: a binary DXF
 *
 * Returns: (transfer full) (nullable): the same in text
 */
char *
bjt_dxf_to_text (const char *data,
                 gsize       size,
                 gsize      *length,
                 GError    **error)
{
  Source   source = { (const guint8 *) data + SENTINEL_SIZE, size - SENTINEL_SIZE, FALSE };
  GString *text = g_string_new (NULL);
  guint    code = 0;
  gboolean ok = TRUE, ended = FALSE;

  source.is_r12 = source.at[1] != 0;
  while (ok && !ended && source.left > 0)
    {
      gsize begin;

      ok = take_code (&source, &code) && text->len < MAX_TEXT;
      g_string_append_printf (text, "%3u\n", code);
      begin = text->len;
      ok = ok && add_value (&source, get_kind (code), text);
      ended = code == 0 && strcmp (text->str + begin, "EOF") == 0;
      g_string_append_c (text, '\n');
    }
  *length = text->len;
  if (ok && ended)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the binary DXF is damaged or cut off");
  return NULL;
}
