/* bjt-output.h: the stream of frames to the program.
 */
#pragma once

#include "import/bjt-draft.h"
#include "import/bjt-import-error.h"

G_BEGIN_DECLS

typedef struct
{
  int         fd;
  GByteArray *buffer;
  guint64     n_drafts;
  gint64      next_progress; /* monotonic time */
} BjtOutput;

void     bjt_output_init (BjtOutput *self, int fd);
void     bjt_output_clear (BjtOutput *self);
gboolean bjt_output_draft (const BjtDraft *draft, gpointer self, GError **error);
gboolean bjt_output_notice (BjtOutput *self, guint32 row, BjtSeverity severity, const char *code, const char *message, GError **error);
void     bjt_output_progress (BjtOutput *self, guint64 done, guint64 total);
void     bjt_output_finish (BjtOutput *self, const GError *problem);

G_END_DECLS
