/* bjt-drawing-opener.c: takes the one drawing that the helper sends. Blocks;
 * meant for a worker thread. */
#include "bjt-drawing-opener.h"

#include "import/bjt-import-reader.h"

#define MAX_SECONDS 120

void
bjt_opened_drawing_free (BjtOpenedDrawing *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->drawing, bjt_drawing_unref);
  g_free (self->format);
  g_array_unref (self->remarks);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static gboolean
take_drawing (BjtOpenedDrawing      *self,
              const BjtDrawingDraft *draft,
              GError               **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (draft->data, draft->size);

  if (self->drawing != NULL)
    return TRUE;
  self->drawing = bjt_drawing_new_from_bytes (bytes, error);
  self->page = draft->page;
  self->n_pages = draft->n_pages;
  self->is_placed = draft->is_placed;
  for (guint i = 0; i < 3; i++)
    {
      self->points[i] = draft->points[i];
      self->ground[i] = draft->ground[i];
    }
  return self->drawing != NULL;
}

static gboolean
draft_cb (const BjtDraft *draft,
          gpointer        user_data,
          GError        **error)
{
  BjtOpenedDrawing *self = user_data;
  BjtDrawingRemark  remark;

  switch (draft->kind)
    {
    case BJT_DRAFT_FORMAT:
      g_free (self->format);
      self->format = g_strdup (draft->format);
      return TRUE;
    case BJT_DRAFT_DRAWING:
      return take_drawing (self, &draft->drawing, error);
    case BJT_DRAFT_NOTICE:
      remark.code = g_string_chunk_insert (self->texts, draft->notice.issue.code);
      remark.message = g_string_chunk_insert (self->texts, draft->notice.issue.message);
      g_array_append_val (self->remarks, remark);
      return TRUE;
    case BJT_DRAFT_SHEET:
    case BJT_DRAFT_REGISTER_ROW:
    case BJT_DRAFT_FEATURE:
    case BJT_DRAFT_WORK_STRETCH:
    case BJT_DRAFT_ORDER:
    case BJT_DRAFT_PIECE:
    default:
      return TRUE;
    }
}

/**
 * bjt_drawing_opener_open:
 * @path: of a file, or of a folder with an IMDF in it
 * @page: of a PDF, from 1
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): the drawing and what there is to say of
 *   it, or one clear line that names the file
 */
BjtOpenedDrawing *
bjt_drawing_opener_open (const char   *path,
                         guint         page,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (BjtOpenedDrawing) self = g_new0 (BjtOpenedDrawing, 1);

  self->remarks = g_array_new (FALSE, FALSE, sizeof (BjtDrawingRemark));
  self->texts = g_string_chunk_new (256);
  bjt_import_reader_set_drawing (reader, page > 0 ? page : 1);
  bjt_import_reader_set_limits (reader, MAX_SECONDS, BJT_IMPORT_DEFAULT_MEGABYTES);
  if (!bjt_import_reader_run (reader, draft_cb, self, cancellable, error))
    return NULL;
  if (self->drawing != NULL)
    return g_steal_pointer (&self);
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL, "%s: the import helper sent no drawing", path);
  return NULL;
}
