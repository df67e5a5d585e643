/* bjt-csv-reader.c: guesses encoding and separator, then cuts the text in place.
 *
 * Encoding: a byte order mark decides; else UTF-16 by where its zero bytes lie,
 * else UTF-8 if it is valid, else GB18030 (which GBK and GB2312 are part of).
 * When neither fits, the one with fewer broken lines is taken and each broken
 * row is reported; more than one in ten broken is not text.
 * Separator: of `,` `;` tab and `|` the one that cuts the first records most
 * evenly; a first line `sep=;` says it outright.
 * Fields point into the decoded text, which the table owns: no field is copied.
 * A quote that never closes is read as a character, once per file, and reported.
 * Linear time. */
#include "bjt-csv-reader.h"

#include "bjt-import-error.h"

#include <string.h>

#define SAMPLE_RECORDS 50
#define MAX_PROBLEMS 10000

typedef struct
{
  BjtCsvResult *result;
  char         *at;
  char         *end;
  guint32       record;
  char          separator;
  gboolean      quotes; /* whether `"` opens a field */
} Cutter;

/* Text */

static gsize
count_zero (const char *data,
            gsize       length,
            gsize       offset)
{
  gsize n = 0;

  for (gsize i = offset; i < length; i += 2)
    n += data[i] == '\0';
  return n;
}

static const char *
guess_utf16 (const char *data,
             gsize       length)
{
  gsize sample = MIN (length, 4096) & ~(gsize) 1;
  gsize even, odd;

  if (length >= 2 && (guint8) data[0] == 0xff && (guint8) data[1] == 0xfe)
    return "UTF-16LE";
  if (length >= 2 && (guint8) data[0] == 0xfe && (guint8) data[1] == 0xff)
    return "UTF-16BE";
  if (sample < 8)
    return NULL;
  even = count_zero (data, sample, 0);
  odd = count_zero (data, sample, 1);
  if (odd > sample / 16 && even == 0)
    return "UTF-16LE";
  if (even > sample / 16 && odd == 0)
    return "UTF-16BE";
  return NULL;
}

static gboolean
has_binary (const char *data,
            gsize       length)
{
  gsize control = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint8 c = (guint8) data[i];

      if (c == 0)
        return TRUE;
      control += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }
  return control > length / 200 + 2;
}

/**
 * bjt_csv_looks_like_text:
 * @data: the beginning of a file
 *
 * Returns: whether it may be text in one of the encodings that are read
 */
gboolean
bjt_csv_looks_like_text (const char *data,
                         gsize       length)
{
  return guess_utf16 (data, length) != NULL || !has_binary (data, length);
}

static guint
count_lines (const char *data,
             gsize       length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n';
  return n;
}

/* Returns: (transfer full) (nullable): valid UTF-8; iconv alone lets through
 * what lies beyond Unicode */
static char *
convert (const char *data,
         gsize       length,
         const char *encoding,
         gsize      *n_bytes)
{
  g_autofree char *text = g_convert (data, (gssize) length, "UTF-8", encoding, NULL, n_bytes, NULL);

  return text != NULL && g_utf8_validate (text, (gssize) *n_bytes, NULL) ? g_steal_pointer (&text) : NULL;
}

/* Decodes line by line; a line that does not fit is kept with U+FFFD. */
static char *
decode_lines (const char *data,
              gsize       length,
              const char *encoding,
              guint      *broken)
{
  GString *out = g_string_sized_new (length + length / 2 + 1);
  gsize    first = 0;

  *broken = 0;
  while (first < length)
    {
      const char      *newline = memchr (data + first, '\n', length - first);
      gsize            next = newline != NULL ? (gsize) (newline - data) + 1 : length;
      gsize            n = next - first, n_bytes;
      g_autofree char *text = convert (data + first, n, encoding, &n_bytes);

      if (text == NULL)
        {
          (*broken)++;
          text = g_utf8_make_valid (data + first, (gssize) n);
        }
      g_string_append (out, text);
      first = next;
    }
  return g_string_free (out, FALSE);
}

static char *
decode_broken (const char  *data,
               gsize        length,
               const char **encoding,
               gsize       *n_bytes,
               GError     **error)
{
  guint            broken_utf8, broken_gb;
  guint            lines = count_lines (data, length);
  g_autofree char *utf8 = decode_lines (data, length, "UTF-8", &broken_utf8);
  g_autofree char *gb = decode_lines (data, length, "GB18030", &broken_gb);

  if (MIN (broken_utf8, broken_gb) > lines / 10 + 1 || MIN (broken_utf8, broken_gb) == lines)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED,
                   "the text is neither UTF-8, UTF-16 nor GB18030 (%u of %u lines cannot be read)",
                   MIN (broken_utf8, broken_gb), lines);
      return NULL;
    }
  *encoding = broken_utf8 <= broken_gb ? "UTF-8" : "GB18030";
  *n_bytes = strlen (broken_utf8 <= broken_gb ? utf8 : gb);
  return broken_utf8 <= broken_gb ? g_steal_pointer (&utf8) : g_steal_pointer (&gb);
}

/* Takes @data over; the text is in one block with a final NUL. */
static char *
decode (char        *data,
        gsize        length,
        const char **encoding,
        gsize       *n_bytes,
        GError     **error)
{
  g_autofree char *owned = data;
  const char      *utf16 = guess_utf16 (data, length);
  char            *text;

  if (utf16 != NULL)
    {
      *encoding = utf16;
      text = g_convert (data, (gssize) (length & ~(gsize) 1), "UTF-8", utf16, NULL, n_bytes, NULL);
      if (text == NULL || memchr (text, '\0', *n_bytes) != NULL)
        {
          g_free (text);
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the text is not valid %s", utf16);
          return NULL;
        }
      return text;
    }
  if (has_binary (data, length))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "binary data, not a table of text");
      return NULL;
    }
  *encoding = "UTF-8";
  *n_bytes = length;
  if (g_utf8_validate (data, (gssize) length, NULL))
    return g_steal_pointer (&owned);
  *encoding = "GB18030";
  text = convert (data, length, "GB18030", n_bytes);
  return text != NULL ? text : decode_broken (data, length, encoding, n_bytes, error);
}

/* Separator */

typedef struct
{
  guint fields[SAMPLE_RECORDS];
  guint n_records;
} Sample;

static void
take_sample (Sample     *self,
             const char *text,
             char        separator)
{
  gboolean quoted = FALSE;
  guint    fields = 1;
  guint    length = 0;

  self->n_records = 0;
  for (const char *at = text; self->n_records < SAMPLE_RECORDS; at++)
    {
      if (*at == '"')
        quoted = !quoted;
      else if (*at == separator && !quoted)
        fields++;
      else if (*at == '\0' || ((*at == '\n' || *at == '\r') && !quoted))
        {
          if (length > 0)
            self->fields[self->n_records++] = fields;
          if (*at == '\0')
            return;
          fields = 1;
          length = 0;
          continue;
        }
      length++;
    }
}

/* How many records are cut into as many fields as most are, times the fields. */
static guint
score_sample (const Sample *self)
{
  guint best = 0;

  for (guint i = 0; i < self->n_records; i++)
    {
      guint same = 0;

      if (self->fields[i] < 2)
        continue;
      for (guint j = 0; j < self->n_records; j++)
        same += self->fields[j] == self->fields[i];
      best = MAX (best, same * 64 + MIN (self->fields[i], 63));
    }
  return best;
}

static char
guess_separator (char **text)
{
  static const char candidates[] = { ',', '\t', ';', '|' };
  char              chosen = ',';
  guint             best = 0;

  if (g_ascii_strncasecmp (*text, "sep=", 4) == 0 && (*text)[4] != '\0' && strchr (",;|\t", (*text)[4]) != NULL && ((*text)[5] == '\r' || (*text)[5] == '\n'))
    {
      chosen = (*text)[4];
      *text += 6;
      if (**text == '\n')
        (*text)++;
      return chosen;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      Sample sample;
      guint  score;

      take_sample (&sample, *text, candidates[i]);
      score = score_sample (&sample);
      if (score > best)
        {
          best = score;
          chosen = candidates[i];
        }
    }
  return chosen;
}

/* Cutting */

static void
report (Cutter     *self,
        const char *code)
{
  BjtCsvProblem problem = { self->record, code };

  if (self->result->problems->len < MAX_PROBLEMS)
    g_array_append_val (self->result->problems, problem);
}

/* Reads a quoted field in place: @self->at is behind its opening quote.
 * Returns the end of the value, or NULL when the quote never closes. */
static char *
cut_quoted (Cutter *self)
{
  char *out = self->at;
  char *in = self->at;

  for (;;)
    {
      char *quote = memchr (in, '"', (gsize) (self->end - in));
      gsize n;

      if (quote == NULL)
        return NULL;
      n = (gsize) (quote - in);
      if (out != in)
        memmove (out, in, n);
      out += n;
      in = quote + 1;
      if (in < self->end && *in == '"')
        {
          *out++ = '"';
          in++;
          continue;
        }
      while (in < self->end && *in != self->separator && *in != '\n' && *in != '\r')
        *out++ = *in++;
      self->at = in;
      return out;
    }
}

static gboolean
quote_closes (const Cutter *self)
{
  gboolean open = TRUE;

  for (const char *at = self->at; open; at++)
    {
      at = memchr (at, '"', (gsize) (self->end - at));
      if (at == NULL)
        return FALSE;
      if (at + 1 < self->end && at[1] == '"')
        at++;
      else
        open = FALSE;
    }
  return TRUE;
}

static gboolean
cut_field (Cutter  *self,
           GError **error)
{
  char *first = self->at;
  char *last;

  if (self->quotes && *first == '"')
    {
      self->at++;
      if (quote_closes (self))
        {
          first = self->at;
          last = cut_quoted (self);
          return bjt_table_append_borrowed (self->result->table, first, (gsize) (last - first), error);
        }
      self->at--;
      self->quotes = FALSE;
      report (self, "open-quote");
    }
  last = first;
  while (last < self->end && *last != self->separator && *last != '\n' && *last != '\r')
    last++;
  self->at = last;
  return bjt_table_append_borrowed (self->result->table, first, (gsize) (last - first), error);
}

static gboolean
cut_record (Cutter  *self,
            GError **error)
{
  const char *first = self->at;

  if (!bjt_table_begin_row (self->result->table, self->record, error))
    return FALSE;
  for (;;)
    {
      char *end;

      if (!cut_field (self, error))
        return FALSE;
      end = self->at;
      if (end >= self->end)
        break;
      if (*end == self->separator)
        {
          self->at++;
          continue;
        }
      self->at += *end == '\r' && end + 1 < self->end && end[1] == '\n' ? 2 : 1;
      break;
    }
  if (memmem (first, (gsize) (self->at - first), "\357\277\275", 3) != NULL)
    report (self, "text-encoding");
  return bjt_table_end_row (self->result->table, error);
}

/* Ends every field with NUL: only now, because a field's end may still have
 * been needed as the separator that follows it. */
static void
terminate_fields (BjtTable *table)
{
  for (guint i = 0; i < bjt_table_get_n_rows (table); i++)
    {
      const BjtTableRow *row = bjt_table_get_row (table, i);

      for (guint j = 0; j < row->n_cells; j++)
        ((char *) row->cells[j].text)[row->cells[j].length] = '\0';
    }
}

/**
 * bjt_csv_read:
 * @data: (transfer full): the whole file, with one byte more allocated than
 *   @length that is 0
 * @name: for the table
 * @result: (out caller-allocates): cleared by bjt_csv_result_clear()
 *
 * Returns: whether it is a table of text
 */
gboolean
bjt_csv_read (char         *data,
              gsize         length,
              const char   *name,
              BjtCsvResult *result,
              GError      **error)
{
  Cutter cutter = { .result = result, .quotes = TRUE };
  char  *text;
  gsize  n_bytes;

  *result = (BjtCsvResult){ .encoding = "" };
  text = decode (data, length, &result->encoding, &n_bytes, error);
  if (text == NULL)
    return FALSE;
  result->problems = g_array_new (FALSE, FALSE, sizeof (BjtCsvProblem));
  result->table = bjt_table_new (name);
  bjt_table_take_block (result->table, text, n_bytes);
  cutter.at = text;
  cutter.end = text + n_bytes;
  if (g_str_has_prefix (text, "\357\273\277"))
    cutter.at += 3;
  result->separator = cutter.separator = guess_separator (&cutter.at);
  while (cutter.at < cutter.end)
    {
      cutter.record++;
      if (!cut_record (&cutter, error))
        {
          bjt_csv_result_clear (result);
          return FALSE;
        }
    }
  terminate_fields (result->table);
  return TRUE;
}

void
bjt_csv_result_clear (BjtCsvResult *self)
{
  g_clear_pointer (&self->table, bjt_table_free);
  g_clear_pointer (&self->problems, g_array_unref);
}
