/* test-frame.c: what is sent arrives; what is damaged on the way is refused, at
 * every byte. */
#include "import/bjt-frame.h"
#include "import/bjt-import-error.h"

#include <string.h>

static void
append_row (GByteArray *out)
{
  static const BjtDraftIssue issues[] = { { BJT_SEVERITY_WARNING, "code", "B", "message" }, { BJT_SEVERITY_INFO, "other", NULL, "m" } };
  BjtDraft                   draft = { .kind = BJT_DRAFT_REGISTER_ROW };

  draft.row.sheet = "表";
  draft.row.row = 7;
  draft.row.fields[BJT_REGISTER_ADDRESS] = "山水宜家";
  draft.row.fields[BJT_REGISTER_LATITUDE] = "";
  draft.row.issues = issues;
  draft.row.n_issues = 2;
  bjt_frame_append_draft (out, &draft);
}

static void
append_feature (GByteArray *out)
{
  static const BjtPoint   ring[] = { { 129.75, 43.32 }, { 129.76, 43.32 }, { 129.76, 43.33 } };
  g_autoptr (BjtGeometry) geometry = bjt_geometry_new_polygon (ring, 3);
  BjtDraft                draft = { .kind = BJT_DRAFT_FEATURE };

  draft.feature.kind = BJT_FEATURE_DRAFT_BUILDING;
  draft.feature.name = "3号楼";
  draft.feature.levels = 6;
  draft.feature.layer = -1;
  draft.feature.geometry = geometry;
  bjt_frame_append_draft (out, &draft);
}

static void
append_sheet (GByteArray *out)
{
  static const BjtColumnUse columns[] = { { "A", "姓名", BJT_REGISTER_PERSON_NAME, "header" }, { "B", "x", -1, "unknown" } };
  BjtDraft                  draft = { .kind = BJT_DRAFT_SHEET };

  draft.sheet = (BjtSheetDraft){ "s", "register", 1, 10, 2, columns, 2 };
  bjt_frame_append_draft (out, &draft);
}

static void
append_order (GByteArray *out)
{
  BjtDraft draft = { .kind = BJT_DRAFT_ORDER };

  draft.order.sheet = "表";
  draft.order.row = 9;
  draft.order.fields[BJT_ORDER_NUMBER] = "2026";
  draft.order.fields[BJT_ORDER_FOLLOW_UP] = "";
  bjt_frame_append_draft (out, &draft);
}

static void
append_stretch (GByteArray *out)
{
  char     name[] = "春节";
  BjtDraft draft = { .kind = BJT_DRAFT_WORK_STRETCH, .stretch = { 20500, 20508, FALSE, name } };

  bjt_frame_append_draft (out, &draft);
}

static void
test_round_trip (void)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  BjtFrameDecoder        decoder;
  BjtFrame               frame;

  bjt_frame_decoder_init (&decoder);
  append_row (out);
  g_assert_true (bjt_frame_decode (&decoder, out->data, out->len, &frame, NULL));
  g_assert_cmpint (frame.draft.kind, ==, BJT_DRAFT_REGISTER_ROW);
  g_assert_cmpstr (frame.draft.row.fields[BJT_REGISTER_ADDRESS], ==, "山水宜家");
  g_assert_cmpstr (frame.draft.row.fields[BJT_REGISTER_LATITUDE], ==, "");
  g_assert_null (frame.draft.row.fields[BJT_REGISTER_DOOR]);
  g_assert_cmpuint (frame.draft.row.n_issues, ==, 2);
  g_assert_cmpstr (frame.draft.row.issues[0].column, ==, "B");
  bjt_frame_clear (&frame);

  g_byte_array_set_size (out, 0);
  append_feature (out);
  g_assert_true (bjt_frame_decode (&decoder, out->data, out->len, &frame, NULL));
  g_assert_cmpint (frame.draft.feature.kind, ==, BJT_FEATURE_DRAFT_BUILDING);
  g_assert_cmpint (frame.draft.feature.layer, ==, -1);
  g_assert_cmpuint (frame.draft.feature.geometry->n_points, ==, 3);
  bjt_frame_clear (&frame);

  g_byte_array_set_size (out, 0);
  append_sheet (out);
  g_assert_true (bjt_frame_decode (&decoder, out->data, out->len, &frame, NULL));
  g_assert_cmpuint (frame.draft.sheet.n_columns, ==, 2);
  g_assert_cmpint (frame.draft.sheet.columns[1].field, ==, -1);
  bjt_frame_clear (&frame);

  g_byte_array_set_size (out, 0);
  append_stretch (out);
  g_assert_true (bjt_frame_decode (&decoder, out->data, out->len, &frame, NULL));
  g_assert_cmpint (frame.draft.stretch.from, ==, 20500);
  g_assert_cmpint (frame.draft.stretch.to, ==, 20508);
  g_assert_false (frame.draft.stretch.is_worked);
  g_assert_cmpstr (frame.draft.stretch.name, ==, "春节");
  bjt_frame_clear (&frame);
  bjt_frame_decoder_clear (&decoder);
}

static void
test_error_frame (void)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GError)     error = g_error_new (BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_ENCRYPTED, "locked");
  BjtFrameDecoder        decoder;
  BjtFrame               frame;

  bjt_frame_decoder_init (&decoder);
  bjt_frame_append_error (out, error);
  g_assert_true (bjt_frame_decode (&decoder, out->data, out->len, &frame, NULL));
  g_assert_cmpint (frame.error.code, ==, BJT_IMPORT_ERROR_ENCRYPTED);
  g_assert_cmpstr (frame.error.message, ==, "locked");
  bjt_frame_decoder_clear (&decoder);
}

/* Cut anywhere, with its length put right, a frame is refused. */
static void
test_truncated (void)
{
  void (*const appends[]) (GByteArray *) = { append_row, append_feature, append_sheet, append_stretch, append_order };

  for (gsize k = 0; k < G_N_ELEMENTS (appends); k++)
    {
      g_autoptr (GByteArray) out = g_byte_array_new ();
      BjtFrameDecoder        decoder;

      bjt_frame_decoder_init (&decoder);
      appends[k](out);
      for (guint length = BJT_FRAME_HEADER_SIZE; length < out->len; length++)
        {
          g_autofree guint8 *copy = g_memdup2 (out->data, length);
          guint32            body = GUINT32_TO_LE (length - BJT_FRAME_HEADER_SIZE);
          g_autoptr (GError) error = NULL;
          BjtFrame           frame;

          memcpy (copy, &body, sizeof body);
          g_assert_false (bjt_frame_decode (&decoder, copy, length, &frame, &error));
          g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL);
        }
      bjt_frame_decoder_clear (&decoder);
    }
}

/* Any byte may change: the decoder says yes or no and stays within the frame. */
static void
test_flipped (void)
{
  void (*const appends[]) (GByteArray *) = { append_row, append_feature, append_sheet, append_stretch, append_order };

  for (gsize k = 0; k < G_N_ELEMENTS (appends); k++)
    {
      g_autoptr (GByteArray) out = g_byte_array_new ();
      BjtFrameDecoder        decoder;

      bjt_frame_decoder_init (&decoder);
      appends[k](out);
      for (guint i = 0; i < out->len * 8; i++)
        {
          g_autofree guint8 *copy = g_memdup2 (out->data, out->len);
          BjtFrame           frame;

          copy[i / 8] ^= (guint8) (1 << i % 8);
          if (bjt_frame_decode (&decoder, copy, out->len, &frame, NULL))
            bjt_frame_clear (&frame);
        }
      bjt_frame_decoder_clear (&decoder);
    }
}

static void
test_header (void)
{
  static const guint8 huge[] = { 0xff, 0xff, 0xff, 0xff, BJT_FRAME_ROW };
  static const guint8 strange[] = { 0, 0, 0, 0, 99 };
  gsize               size;

  g_assert_true (bjt_frame_peek_size (huge, 4, &size, NULL));
  g_assert_cmpuint (size, ==, 0);
  g_assert_false (bjt_frame_peek_size (huge, 5, &size, NULL));
  g_assert_false (bjt_frame_peek_size (strange, 5, &size, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/frame/round-trip", test_round_trip);
  g_test_add_func ("/import/frame/error", test_error_frame);
  g_test_add_func ("/import/frame/truncated", test_truncated);
  g_test_add_func ("/import/frame/flipped", test_flipped);
  g_test_add_func ("/import/frame/header", test_header);
  return g_test_run ();
}
