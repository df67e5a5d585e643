/* fuzz-text.c: any bytes are an address, a day, a time, a number, a name. */
#include "base/bjt-clock.h"
#include "base/bjt-text.h"
#include "base/bjt-uuid.h"
#include "model/bjt-address.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
assert_text (const char *text)
{
  g_assert (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
try_address (const char *text)
{
  g_autoptr (BjtAddress) address = bjt_address_parse (text);

  assert_text (address->raw);
  assert_text (address->compound);
  assert_text (address->building);
  assert_text (address->entrance);
  assert_text (address->level);
  assert_text (address->door);
  assert_text (address->rest);
}

static void
try_masks (const char *text)
{
  g_autofree char *name = bjt_text_mask_name (text);
  g_autofree char *phone = bjt_text_mask_phone (text);
  g_autofree char *id_number = bjt_text_mask_id_number (text);
  g_autofree char *initials = bjt_text_dup_pinyin_initials (text);

  assert_text (name);
  assert_text (phone);
  assert_text (id_number);
  assert_text (initials);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *plain = bjt_text_normalize (text);
  BjtUuid uuid;
  int     number;

  assert_text (plain);
  bjt_text_parse_number (plain, strlen (plain), &number);
  bjt_date_parse (text);
  bjt_time_parse (text);
  bjt_uuid_init_from_string (&uuid, text);
  try_address (text);
  try_masks (text);
  return 0;
}
