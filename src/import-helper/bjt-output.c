/* bjt-output.c: frames are gathered and written in large pieces. When the program
 * at the other end is gone, the process ends by SIGPIPE. */
#include "bjt-output.h"

#include <errno.h>
#include <unistd.h>

#include "import/bjt-frame.h"

#define FLUSH_SIZE (256 * 1024)
#define PROGRESS_US (100 * 1000)

static gboolean
flush (BjtOutput *self,
       GError   **error)
{
  gsize done = 0;

  while (done < self->buffer->len)
    {
      gssize n = write (self->fd, self->buffer->data + done, self->buffer->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "nobody takes the drafts");
          return FALSE;
        }
      done += (gsize) n;
    }
  g_byte_array_set_size (self->buffer, 0);
  return TRUE;
}

/**
 * bjt_output_init:
 * @fd: is written to
 */
void
bjt_output_init (BjtOutput *self,
                 int        fd)
{
  self->fd = fd;
  self->buffer = g_byte_array_sized_new (2 * FLUSH_SIZE);
  self->n_drafts = 0;
  self->next_progress = 0;
  bjt_frame_append_hello (self->buffer);
}

void
bjt_output_clear (BjtOutput *self)
{
  g_clear_pointer (&self->buffer, g_byte_array_unref);
}

/**
 * bjt_output_draft:
 *
 * A #BjtDraftFunc whose data is the output.
 */
gboolean
bjt_output_draft (const BjtDraft *draft,
                  gpointer        self,
                  GError        **error)
{
  BjtOutput *output = self;
  guint      start = output->buffer->len;

  bjt_frame_append_draft (output->buffer, draft);
  if (output->buffer->len - start > BJT_FRAME_MAX_SIZE)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "a single record is too large");
      g_byte_array_set_size (output->buffer, start);
      return FALSE;
    }
  output->n_drafts++;
  return output->buffer->len < FLUSH_SIZE || flush (output, error);
}

gboolean
bjt_output_notice (BjtOutput  *self,
                   guint32     row,
                   BjtSeverity severity,
                   const char *code,
                   const char *message,
                   GError    **error)
{
  BjtDraft draft = { .kind = BJT_DRAFT_NOTICE };

  draft.notice.row = row;
  draft.notice.sheet = "";
  draft.notice.issue = (BjtDraftIssue){ severity, code, NULL, message };
  return bjt_output_draft (&draft, self, error);
}

/**
 * bjt_output_progress:
 *
 * Says at most ten times a second how far the reading is.
 */
void
bjt_output_progress (BjtOutput *self,
                     guint64    done,
                     guint64    total)
{
  gint64 now = g_get_monotonic_time ();

  if (now < self->next_progress)
    return;
  self->next_progress = now + PROGRESS_US;
  bjt_frame_append_progress (self->buffer, done, total);
  flush (self, NULL);
}

/**
 * bjt_output_finish:
 * @problem: (nullable): why the file was not read, or NULL when all of it was
 */
void
bjt_output_finish (BjtOutput    *self,
                   const GError *problem)
{
  if (problem != NULL)
    bjt_frame_append_error (self->buffer, problem);
  else
    bjt_frame_append_end (self->buffer, self->n_drafts);
  flush (self, NULL);
}
