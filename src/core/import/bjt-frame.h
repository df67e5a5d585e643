/* bjt-frame.h: how drafts travel from the helper process to the program.
 */
#pragma once

#include "bjt-draft.h"

G_BEGIN_DECLS

#define BJT_FRAME_VERSION 5
#define BJT_FRAME_HEADER_SIZE 5        /* little-endian length of the body, then the kind */
#define BJT_FRAME_MAX_SIZE (64u << 20)

typedef enum
{
  BJT_FRAME_HELLO = 1, /* version */
  BJT_FRAME_FORMAT,
  BJT_FRAME_SHEET,
  BJT_FRAME_ROW,
  BJT_FRAME_FEATURE,
  BJT_FRAME_NOTICE,
  BJT_FRAME_DRAWING,
  BJT_FRAME_WORK_STRETCH,
  BJT_FRAME_ORDER,
  BJT_FRAME_PIECE,
  BJT_FRAME_PROGRESS,  /* done and total bytes */
  BJT_FRAME_ERROR,     /* last: why the file was not read */
  BJT_FRAME_END,       /* last: all was read; how many drafts there were */
} BjtFrameKind;

typedef struct
{
  BjtFrameKind kind;
  union
  {
    guint32  version;
    BjtDraft draft;
    struct
    {
      guint64 done, total;
    } progress;
    struct
    {
      int         code; /* BjtImportError */
      const char *message;
    } error;
    guint64  n_drafts;
  };
} BjtFrame;

/* Keeps the memory of the lists inside the frame decoded last. */
typedef struct
{
  GArray *issues;
  GArray *columns;
} BjtFrameDecoder;

void     bjt_frame_append_hello (GByteArray *out);
void     bjt_frame_append_draft (GByteArray *out, const BjtDraft *draft);
void     bjt_frame_append_progress (GByteArray *out, guint64 done, guint64 total);
void     bjt_frame_append_error (GByteArray *out, const GError *error);
void     bjt_frame_append_end (GByteArray *out, guint64 n_drafts);

void     bjt_frame_decoder_init (BjtFrameDecoder *self);
void     bjt_frame_decoder_clear (BjtFrameDecoder *self);
gboolean bjt_frame_peek_size (const guint8 *data, gsize length, gsize *size, GError **error);
gboolean bjt_frame_decode (BjtFrameDecoder *self, const guint8 *data, gsize size, BjtFrame *frame, GError **error);
void     bjt_frame_clear (BjtFrame *self);

G_END_DECLS
