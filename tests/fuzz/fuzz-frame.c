/* fuzz-frame.c: any bytes are a frame, or are refused; what was taken for a frame
 * can be written again. */
#include "import/bjt-frame.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  BjtFrameDecoder decoder;
  gsize           first = 0;

  bjt_frame_decoder_init (&decoder);
  while (first < size)
    {
      BjtFrame frame;
      gsize    length;

      if (!bjt_frame_peek_size (data + first, size - first, &length, NULL) || length == 0 || length > size - first)
        break;
      if (!bjt_frame_decode (&decoder, data + first, length, &frame, NULL))
        break;
      if (frame.kind >= BJT_FRAME_FORMAT && frame.kind <= BJT_FRAME_NOTICE)
        {
          g_autoptr (GByteArray) again = g_byte_array_new ();

          bjt_frame_append_draft (again, &frame.draft);
        }
      bjt_frame_clear (&frame);
      first += length;
    }
  bjt_frame_decoder_clear (&decoder);
  return 0;
}
