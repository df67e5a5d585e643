/* bjt-frame.c: one frame is the length of its body (32 bits, little-endian), its
 * kind (8 bits) and the body. A text is its length (32 bits; all ones for NULL),
 * its bytes and a NUL, so that decoded text is used where it lies.
 *
 * The decoder trusts nothing: the sender has parsed hostile files. Each length is
 * checked against what is left, each text is checked to be UTF-8, each list and
 * enumeration is bounded, and nothing may follow the last field. */
#include "bjt-frame.h"

#include "bjt-import-error.h"

#include <math.h>
#include <string.h>

#define NO_TEXT G_MAXUINT32
#define MAX_LIST 4096
#define MAX_MESSAGE 300

/* Writing */

static void
put_u8 (GByteArray *out,
        guint8      value)
{
  g_byte_array_append (out, &value, 1);
}

static void
put_u32 (GByteArray *out,
         guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
put_u64 (GByteArray *out,
         guint64     value)
{
  guint64 little = GUINT64_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
put_text (GByteArray *out,
          const char *text)
{
  gsize length;

  if (text == NULL)
    {
      put_u32 (out, NO_TEXT);
      return;
    }
  length = strlen (text);
  put_u32 (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) text, (guint) length + 1);
}

static guint
begin (GByteArray  *out,
       BjtFrameKind kind)
{
  guint start = out->len;

  put_u32 (out, 0);
  put_u8 (out, (guint8) kind);
  return start;
}

static void
finish (GByteArray *out,
        guint       start)
{
  guint32 little = GUINT32_TO_LE (out->len - start - BJT_FRAME_HEADER_SIZE);

  memcpy (out->data + start, &little, sizeof little);
}

static void
put_issue (GByteArray          *out,
           const BjtDraftIssue *issue)
{
  put_u8 (out, (guint8) issue->severity);
  put_text (out, issue->code);
  put_text (out, issue->column);
  put_text (out, issue->message);
}

static void
put_row (GByteArray                *out,
         const BjtRegisterRowDraft *row)
{
  guint64 present = 0;

  G_STATIC_ASSERT (BJT_REGISTER_N_FIELDS <= 64);
  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    if (row->fields[i] != NULL)
      present |= G_GUINT64_CONSTANT (1) << i;
  put_text (out, row->sheet);
  put_u32 (out, row->row);
  put_u64 (out, present);
  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    if (row->fields[i] != NULL)
      put_text (out, row->fields[i]);
  put_u32 (out, row->n_issues);
  for (guint i = 0; i < row->n_issues; i++)
    put_issue (out, &row->issues[i]);
}

static void
put_feature (GByteArray            *out,
             const BjtFeatureDraft *feature)
{
  g_autoptr (GBytes) wkb = bjt_geometry_to_wkb (feature->geometry);
  gsize              size;
  const guint8      *data = g_bytes_get_data (wkb, &size);

  put_u8 (out, (guint8) feature->kind);
  put_text (out, feature->subkind);
  put_text (out, feature->name);
  put_text (out, feature->label);
  put_text (out, feature->address);
  put_text (out, feature->source_id);
  put_text (out, feature->opening_hours);
  put_u32 (out, (guint32) feature->levels);
  put_u32 (out, (guint32) feature->layer);
  put_u32 (out, (guint32) size);
  g_byte_array_append (out, data, (guint) size);
}

static void
put_sheet (GByteArray          *out,
           const BjtSheetDraft *sheet)
{
  put_text (out, sheet->sheet);
  put_text (out, sheet->role);
  put_u32 (out, sheet->header_row);
  put_u32 (out, sheet->n_rows);
  put_u32 (out, sheet->n_skipped);
  put_u32 (out, sheet->n_columns);
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      put_text (out, sheet->columns[i].column);
      put_text (out, sheet->columns[i].header);
      put_u32 (out, (guint32) sheet->columns[i].field);
      put_text (out, sheet->columns[i].reason);
    }
}

static void
put_double (GByteArray *out,
            double      value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  put_u64 (out, bits);
}

static void
put_drawing (GByteArray            *out,
             const BjtDrawingDraft *drawing)
{
  put_u32 (out, drawing->page);
  put_u32 (out, drawing->n_pages);
  put_u8 (out, drawing->is_placed ? 1 : 0);
  for (guint i = 0; i < 3; i++)
    {
      put_double (out, drawing->points[i].x);
      put_double (out, drawing->points[i].y);
      put_double (out, drawing->ground[i].x);
      put_double (out, drawing->ground[i].y);
    }
  put_u32 (out, (guint32) drawing->size);
  g_byte_array_append (out, drawing->data, (guint) drawing->size);
}

static void
put_stretch (GByteArray           *out,
             const BjtWorkStretch *stretch)
{
  put_u32 (out, (guint32) stretch->from);
  put_u32 (out, (guint32) stretch->to);
  put_u8 (out, stretch->is_worked ? 1 : 0);
  put_text (out, stretch->name);
}

static void
put_order (GByteArray          *out,
           const BjtOrderDraft *order)
{
  guint32 present = 0;

  G_STATIC_ASSERT (BJT_ORDER_N_FIELDS < 32);
  for (guint i = 0; i < BJT_ORDER_N_FIELDS; i++)
    if (order->fields[i] != NULL)
      present |= 1u << i;
  put_text (out, order->sheet);
  put_u32 (out, order->row);
  put_u32 (out, present);
  for (guint i = 0; i < BJT_ORDER_N_FIELDS; i++)
    if (order->fields[i] != NULL)
      put_text (out, order->fields[i]);
}

static BjtFrameKind
frame_kind_of (BjtDraftKind kind)
{
  switch (kind)
    {
    case BJT_DRAFT_FORMAT:
      return BJT_FRAME_FORMAT;
    case BJT_DRAFT_SHEET:
      return BJT_FRAME_SHEET;
    case BJT_DRAFT_REGISTER_ROW:
      return BJT_FRAME_ROW;
    case BJT_DRAFT_FEATURE:
      return BJT_FRAME_FEATURE;
    case BJT_DRAFT_DRAWING:
      return BJT_FRAME_DRAWING;
    case BJT_DRAFT_WORK_STRETCH:
      return BJT_FRAME_WORK_STRETCH;
    case BJT_DRAFT_ORDER:
      return BJT_FRAME_ORDER;
    case BJT_DRAFT_PIECE:
      return BJT_FRAME_PIECE;
    case BJT_DRAFT_NOTICE:
    default:
      return BJT_FRAME_NOTICE;
    }
}

void
bjt_frame_append_hello (GByteArray *out)
{
  guint start = begin (out, BJT_FRAME_HELLO);

  put_u32 (out, BJT_FRAME_VERSION);
  finish (out, start);
}

void
bjt_frame_append_draft (GByteArray     *out,
                        const BjtDraft *draft)
{
  guint start = begin (out, frame_kind_of (draft->kind));

  switch (draft->kind)
    {
    case BJT_DRAFT_FORMAT:
      put_text (out, draft->format);
      break;
    case BJT_DRAFT_SHEET:
      put_sheet (out, &draft->sheet);
      break;
    case BJT_DRAFT_REGISTER_ROW:
      put_row (out, &draft->row);
      break;
    case BJT_DRAFT_FEATURE:
      put_feature (out, &draft->feature);
      break;
    case BJT_DRAFT_DRAWING:
      put_drawing (out, &draft->drawing);
      break;
    case BJT_DRAFT_WORK_STRETCH:
      put_stretch (out, &draft->stretch);
      break;
    case BJT_DRAFT_ORDER:
      put_order (out, &draft->order);
      break;
    case BJT_DRAFT_PIECE:
      put_u32 (out, (guint32) draft->piece.size);
      g_byte_array_append (out, draft->piece.data, (guint) draft->piece.size);
      break;
    case BJT_DRAFT_NOTICE:
    default:
      put_text (out, draft->notice.sheet);
      put_u32 (out, draft->notice.row);
      put_issue (out, &draft->notice.issue);
      break;
    }
  finish (out, start);
}

void
bjt_frame_append_progress (GByteArray *out,
                           guint64     done,
                           guint64     total)
{
  guint start = begin (out, BJT_FRAME_PROGRESS);

  put_u64 (out, done);
  put_u64 (out, total);
  finish (out, start);
}

/* One line of bounded length, whatever a library put into its message. */
static char *
dup_clear_line (const char *message)
{
  g_autofree char *line = g_utf8_make_valid (message, -1);

  g_strdelimit (line, "\r\n\t", ' ');
  if (g_utf8_strlen (line, -1) > MAX_MESSAGE)
    *g_utf8_offset_to_pointer (line, MAX_MESSAGE) = '\0';
  return g_steal_pointer (&line);
}

void
bjt_frame_append_error (GByteArray   *out,
                        const GError *error)
{
  guint            start = begin (out, BJT_FRAME_ERROR);
  g_autofree char *message = dup_clear_line (error->message);

  put_u32 (out, (guint32) (error->domain == BJT_IMPORT_ERROR ? error->code : BJT_IMPORT_ERROR_FAILED));
  put_text (out, message);
  finish (out, start);
}

void
bjt_frame_append_end (GByteArray *out,
                      guint64     n_drafts)
{
  guint start = begin (out, BJT_FRAME_END);

  put_u64 (out, n_drafts);
  finish (out, start);
}

/* Reading */

typedef struct
{
  const guint8 *at;
  gsize         left;
  gboolean      bad;
} Cursor;

static const guint8 *
take (Cursor *self,
      gsize   size)
{
  const guint8 *at = self->at;

  if (self->bad || size > self->left)
    {
      self->bad = TRUE;
      return NULL;
    }
  self->at += size;
  self->left -= size;
  return at;
}

static guint8
get_u8 (Cursor *self)
{
  const guint8 *at = take (self, 1);

  return at != NULL ? *at : 0;
}

static guint32
get_u32 (Cursor *self)
{
  const guint8 *at = take (self, 4);
  guint32       little = 0;

  if (at != NULL)
    memcpy (&little, at, sizeof little);
  return GUINT32_FROM_LE (little);
}

static guint64
get_u64 (Cursor *self)
{
  const guint8 *at = take (self, 8);
  guint64       little = 0;

  if (at != NULL)
    memcpy (&little, at, sizeof little);
  return GUINT64_FROM_LE (little);
}

static const char *
get_text (Cursor *self)
{
  guint32     length = get_u32 (self);
  const char *text;

  if (self->bad || length == NO_TEXT)
    return NULL;
  text = (const char *) take (self, (gsize) length + 1);
  if (text == NULL || text[length] != '\0' || !g_utf8_validate (text, (gssize) length, NULL))
    {
      self->bad = TRUE;
      return NULL;
    }
  return text;
}

static const char *
get_needed_text (Cursor *self)
{
  const char *text = get_text (self);

  if (text == NULL)
    self->bad = TRUE;
  return text != NULL ? text : "";
}

static BjtDraftIssue
get_issue (Cursor *self)
{
  BjtDraftIssue issue;
  guint8        severity = get_u8 (self);

  if (severity > BJT_SEVERITY_ERROR)
    self->bad = TRUE;
  issue.severity = severity;
  issue.code = get_needed_text (self);
  issue.column = get_text (self);
  issue.message = get_needed_text (self);
  return issue;
}

static guint
get_list_length (Cursor *self)
{
  guint32 length = get_u32 (self);

  if (length > MAX_LIST)
    self->bad = TRUE;
  return self->bad ? 0 : length;
}

static void
get_row (Cursor              *cursor,
         BjtFrameDecoder     *decoder,
         BjtRegisterRowDraft *row)
{
  guint64 present;
  guint   n_issues;

  row->sheet = get_needed_text (cursor);
  row->row = get_u32 (cursor);
  present = get_u64 (cursor);
  if (present >> BJT_REGISTER_N_FIELDS != 0)
    cursor->bad = TRUE;
  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    row->fields[i] = (present >> i & 1) != 0 ? get_needed_text (cursor) : NULL;
  n_issues = get_list_length (cursor);
  g_array_set_size (decoder->issues, 0);
  for (guint i = 0; i < n_issues && !cursor->bad; i++)
    {
      BjtDraftIssue issue = get_issue (cursor);

      g_array_append_val (decoder->issues, issue);
    }
  row->issues = (const BjtDraftIssue *) (gpointer) decoder->issues->data;
  row->n_issues = decoder->issues->len;
}

static void
get_order (Cursor        *cursor,
           BjtOrderDraft *order)
{
  guint32 present;

  order->sheet = get_needed_text (cursor);
  order->row = get_u32 (cursor);
  present = get_u32 (cursor);
  if (present >> BJT_ORDER_N_FIELDS != 0)
    cursor->bad = TRUE;
  for (guint i = 0; i < BJT_ORDER_N_FIELDS; i++)
    order->fields[i] = (present >> i & 1) != 0 ? get_needed_text (cursor) : NULL;
}

static gboolean
is_on_earth (const BjtGeometry *geometry)
{
  if (geometry->n_points == 0)
    return FALSE;
  for (guint i = 0; i < geometry->n_points; i++)
    if (!(ABS (geometry->points[i].x) <= 180 && ABS (geometry->points[i].y) <= 90))
      return FALSE;
  return TRUE;
}

static void
get_feature (Cursor          *cursor,
             BjtFeatureDraft *feature)
{
  guint8        kind = get_u8 (cursor);
  guint32       size;
  const guint8 *wkb;

  feature->kind = kind;
  feature->subkind = get_text (cursor);
  feature->name = get_text (cursor);
  feature->label = get_text (cursor);
  feature->address = get_text (cursor);
  feature->source_id = get_text (cursor);
  feature->opening_hours = get_text (cursor);
  feature->levels = (int) get_u32 (cursor);
  feature->layer = (int) get_u32 (cursor);
  size = get_u32 (cursor);
  wkb = take (cursor, size);
  if (kind >= BJT_FEATURE_DRAFT_N_KINDS || wkb == NULL)
    {
      cursor->bad = TRUE;
      return;
    }
  feature->geometry = bjt_geometry_new_from_wkb (wkb, size, NULL);
  if (feature->geometry == NULL || !is_on_earth (feature->geometry))
    cursor->bad = TRUE;
}

static void
get_sheet (Cursor          *cursor,
           BjtFrameDecoder *decoder,
           BjtSheetDraft   *sheet)
{
  guint n_columns;

  sheet->sheet = get_needed_text (cursor);
  sheet->role = get_needed_text (cursor);
  sheet->header_row = get_u32 (cursor);
  sheet->n_rows = get_u32 (cursor);
  sheet->n_skipped = get_u32 (cursor);
  n_columns = get_list_length (cursor);
  g_array_set_size (decoder->columns, 0);
  for (guint i = 0; i < n_columns && !cursor->bad; i++)
    {
      BjtColumnUse use;

      use.column = get_needed_text (cursor);
      use.header = get_needed_text (cursor);
      use.field = (int) get_u32 (cursor);
      use.reason = get_needed_text (cursor);
      if (use.field < -1 || use.field >= BJT_REGISTER_N_FIELDS)
        cursor->bad = TRUE;
      g_array_append_val (decoder->columns, use);
    }
  sheet->columns = (const BjtColumnUse *) (gpointer) decoder->columns->data;
  sheet->n_columns = decoder->columns->len;
}

static double
get_double (Cursor *self)
{
  guint64 bits = get_u64 (self);
  double  value;

  memcpy (&value, &bits, sizeof value);
  if (!isfinite (value))
    self->bad = TRUE;
  return value;
}

/* What the bytes hold is for bjt_drawing_new_from_bytes() to judge. */
static void
get_drawing (Cursor          *cursor,
             BjtDrawingDraft *drawing)
{
  guint8 is_placed;

  drawing->page = get_u32 (cursor);
  drawing->n_pages = get_u32 (cursor);
  is_placed = get_u8 (cursor);
  drawing->is_placed = is_placed == 1;
  for (guint i = 0; i < 3; i++)
    {
      drawing->points[i].x = get_double (cursor);
      drawing->points[i].y = get_double (cursor);
      drawing->ground[i].x = get_double (cursor);
      drawing->ground[i].y = get_double (cursor);
      if (!(ABS (drawing->ground[i].x) <= 180 && ABS (drawing->ground[i].y) <= 90))
        cursor->bad = TRUE;
    }
  drawing->size = get_u32 (cursor);
  drawing->data = take (cursor, drawing->size);
  if (is_placed > 1 || drawing->page < 1 || drawing->page > drawing->n_pages)
    cursor->bad = TRUE;
}

static void
get_stretch (Cursor         *cursor,
             BjtWorkStretch *stretch)
{
  guint8 is_worked;

  stretch->from = (BjtDate) get_u32 (cursor);
  stretch->to = (BjtDate) get_u32 (cursor);
  is_worked = get_u8 (cursor);
  stretch->is_worked = is_worked == 1;
  stretch->name = (char *) get_needed_text (cursor);
  if (is_worked > 1 || !bjt_work_stretch_is_valid (stretch))
    cursor->bad = TRUE;
}

static void
get_draft (Cursor          *cursor,
           BjtFrameDecoder *decoder,
           BjtFrame        *frame)
{
  BjtDraft *draft = &frame->draft;

  if (frame->kind == BJT_FRAME_FORMAT)
    {
      draft->kind = BJT_DRAFT_FORMAT;
      draft->format = get_needed_text (cursor);
    }
  else if (frame->kind == BJT_FRAME_SHEET)
    {
      draft->kind = BJT_DRAFT_SHEET;
      get_sheet (cursor, decoder, &draft->sheet);
    }
  else if (frame->kind == BJT_FRAME_ROW)
    {
      draft->kind = BJT_DRAFT_REGISTER_ROW;
      get_row (cursor, decoder, &draft->row);
    }
  else if (frame->kind == BJT_FRAME_FEATURE)
    {
      draft->kind = BJT_DRAFT_FEATURE;
      get_feature (cursor, &draft->feature);
    }
  else if (frame->kind == BJT_FRAME_DRAWING)
    {
      draft->kind = BJT_DRAFT_DRAWING;
      get_drawing (cursor, &draft->drawing);
    }
  else if (frame->kind == BJT_FRAME_WORK_STRETCH)
    {
      draft->kind = BJT_DRAFT_WORK_STRETCH;
      get_stretch (cursor, &draft->stretch);
    }
  else if (frame->kind == BJT_FRAME_ORDER)
    {
      draft->kind = BJT_DRAFT_ORDER;
      get_order (cursor, &draft->order);
    }
  else if (frame->kind == BJT_FRAME_PIECE)
    {
      draft->kind = BJT_DRAFT_PIECE;
      draft->piece.size = get_u32 (cursor);
      draft->piece.data = take (cursor, draft->piece.size);
    }
  else
    {
      draft->kind = BJT_DRAFT_NOTICE;
      draft->notice.sheet = get_needed_text (cursor);
      draft->notice.row = get_u32 (cursor);
      draft->notice.issue = get_issue (cursor);
    }
}

void
bjt_frame_decoder_init (BjtFrameDecoder *self)
{
  self->issues = g_array_new (FALSE, FALSE, sizeof (BjtDraftIssue));
  self->columns = g_array_new (FALSE, FALSE, sizeof (BjtColumnUse));
}

void
bjt_frame_decoder_clear (BjtFrameDecoder *self)
{
  g_clear_pointer (&self->issues, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
}

/**
 * bjt_frame_peek_size:
 * @data: the stream, from the beginning of a frame
 * @size: (out): of the whole frame, 0 while its header is not complete
 *
 * Returns: whether the header is sane
 */
gboolean
bjt_frame_peek_size (const guint8 *data,
                     gsize         length,
                     gsize        *size,
                     GError      **error)
{
  Cursor  cursor = { data, length, FALSE };
  guint32 body;
  guint8  kind;

  *size = 0;
  if (length < BJT_FRAME_HEADER_SIZE)
    return TRUE;
  body = get_u32 (&cursor);
  kind = get_u8 (&cursor);
  if (body > BJT_FRAME_MAX_SIZE || kind < BJT_FRAME_HELLO || kind > BJT_FRAME_END)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL, "the import helper sent a wrong frame header");
      return FALSE;
    }
  *size = (gsize) body + BJT_FRAME_HEADER_SIZE;
  return TRUE;
}

/**
 * bjt_frame_decode:
 * @data: one whole frame
 * @frame: (out caller-allocates): texts point into @data, lists into @self;
 *   to be cleared
 */
gboolean
bjt_frame_decode (BjtFrameDecoder *self,
                  const guint8    *data,
                  gsize            size,
                  BjtFrame        *frame,
                  GError         **error)
{
  Cursor cursor = { data, size, FALSE };

  memset (frame, 0, sizeof *frame);
  if (get_u32 (&cursor) + BJT_FRAME_HEADER_SIZE != size)
    cursor.bad = TRUE;
  frame->kind = get_u8 (&cursor);
  switch (frame->kind)
    {
    case BJT_FRAME_HELLO:
      frame->version = get_u32 (&cursor);
      break;
    case BJT_FRAME_PROGRESS:
      frame->progress.done = get_u64 (&cursor);
      frame->progress.total = get_u64 (&cursor);
      break;
    case BJT_FRAME_ERROR:
      frame->error.code = (int) get_u32 (&cursor);
      frame->error.message = get_needed_text (&cursor);
      if (frame->error.code < 0 || frame->error.code > BJT_IMPORT_ERROR_LAST)
        cursor.bad = TRUE;
      break;
    case BJT_FRAME_END:
      frame->n_drafts = get_u64 (&cursor);
      break;
    case BJT_FRAME_FORMAT:
    case BJT_FRAME_SHEET:
    case BJT_FRAME_ROW:
    case BJT_FRAME_FEATURE:
    case BJT_FRAME_NOTICE:
    case BJT_FRAME_DRAWING:
    case BJT_FRAME_WORK_STRETCH:
    case BJT_FRAME_ORDER:
    case BJT_FRAME_PIECE:
      get_draft (&cursor, self, frame);
      break;
    default:
      cursor.bad = TRUE;
      break;
    }
  if (!cursor.bad && cursor.left == 0)
    return TRUE;
  bjt_frame_clear (frame);
  g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL, "the import helper sent a damaged frame");
  return FALSE;
}

void
bjt_frame_clear (BjtFrame *self)
{
  if (self->kind == BJT_FRAME_FEATURE && self->draft.kind == BJT_DRAFT_FEATURE)
    g_clear_pointer (&self->draft.feature.geometry, bjt_geometry_unref);
}
