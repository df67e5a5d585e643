/* bjt-uuid.c: version 7 UUIDs; the random bits come from the kernel, or from a
 * seed where a sample has to come out the same every time. Thread-safe. */
#include "bjt-uuid.h"

#include <string.h>
#include <sys/random.h>

const BjtUuid BJT_UUID_NIL = { { 0 } };

static void
stamp (BjtUuid *self,
       gint64   unix_ms)
{
  for (int i = 0; i < 6; i++)
    self->bytes[i] = (guint8) (unix_ms >> (40 - 8 * i));
  self->bytes[6] = (guint8) ((self->bytes[6] & 0x0f) | 0x70);
  self->bytes[8] = (guint8) ((self->bytes[8] & 0x3f) | 0x80);
}

/**
 * bjt_uuid_init_random:
 * @self: the key to fill
 * @unix_ms: its time part, milliseconds since 1970-01-01 UTC
 */
void
bjt_uuid_init_random (BjtUuid *self,
                      gint64   unix_ms)
{
  if (getrandom (self->bytes, sizeof self->bytes, 0) != (gssize) sizeof self->bytes)
    for (gsize i = 0; i < sizeof self->bytes; i++)
      self->bytes[i] = (guint8) g_random_int_range (0, 256);
  stamp (self, unix_ms);
}

/**
 * bjt_uuid_init_seeded:
 * @self: the key to fill
 * @unix_ms: its time part, milliseconds since 1970-01-01 UTC
 * @rand: where the random bits come from
 */
void
bjt_uuid_init_seeded (BjtUuid *self,
                      gint64   unix_ms,
                      GRand   *rand)
{
  for (gsize i = 0; i < sizeof self->bytes; i += 4)
    {
      guint32 word = g_rand_int (rand);

      memcpy (self->bytes + i, &word, sizeof word);
    }
  stamp (self, unix_ms);
}

/**
 * bjt_uuid_sequence_init:
 * @unix_ms: the time part of the keys to come
 */
void
bjt_uuid_sequence_init (BjtUuidSequence *self,
                        gint64           unix_ms)
{
  bjt_uuid_init_random (&self->last, unix_ms);
  self->last.bytes[9] = 0; /* room to count upward */
}

/* Counts in the bytes below the variant by an odd step, so that the next key
 * can't be guessed to be the last plus one. */
void
bjt_uuid_sequence_next (BjtUuidSequence *self,
                        BjtUuid         *uuid)
{
  guint carry = 0x9e3779b1u & 0xffffu;

  for (int i = 15; i >= 9 && carry > 0; i--)
    {
      carry += self->last.bytes[i];
      self->last.bytes[i] = (guint8) carry;
      carry >>= 8;
    }
  *uuid = self->last;
}

/**
 * bjt_uuid_init_from_string:
 * @self: the key to fill; NIL when the text is not a UUID
 * @text: 32 hexadecimal digits, with or without dashes
 *
 * Returns: whether @text was a UUID
 */
gboolean
bjt_uuid_init_from_string (BjtUuid    *self,
                           const char *text)
{
  int digits = 0;

  *self = BJT_UUID_NIL;
  if (text == NULL)
    return FALSE;
  for (; *text != '\0'; text++)
    {
      int value = g_ascii_xdigit_value (*text);

      if (*text == '-')
        continue;
      if (value < 0 || digits == 32)
        break;
      self->bytes[digits / 2] = (guint8) ((self->bytes[digits / 2] << 4) | value);
      digits++;
    }
  if (digits == 32 && *text == '\0')
    return TRUE;
  *self = BJT_UUID_NIL;
  return FALSE;
}

void
bjt_uuid_format (const BjtUuid *self,
                 char           text[BJT_UUID_STRING_SIZE])
{
  static const char hex[] = "0123456789abcdef";
  char             *at = text;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *at++ = '-';
      *at++ = hex[self->bytes[i] >> 4];
      *at++ = hex[self->bytes[i] & 15];
    }
  *at = '\0';
}

char *
bjt_uuid_dup_string (const BjtUuid *self)
{
  char text[BJT_UUID_STRING_SIZE];

  bjt_uuid_format (self, text);
  return g_strdup (text);
}

gboolean
bjt_uuid_is_nil (const BjtUuid *self)
{
  return memcmp (self, &BJT_UUID_NIL, sizeof *self) == 0;
}

guint
bjt_uuid_hash (gconstpointer self)
{
  guint32 words[4];

  memcpy (words, self, sizeof words);
  return words[3] ^ (words[2] * 31u) ^ (words[1] * 17u);
}

gboolean
bjt_uuid_equal (gconstpointer a,
                gconstpointer b)
{
  return memcmp (a, b, sizeof (BjtUuid)) == 0;
}

int
bjt_uuid_compare (gconstpointer a,
                  gconstpointer b)
{
  return memcmp (a, b, sizeof (BjtUuid));
}
