/* bjt-uuid.h: the key of every record.
 *
 * A version 7 UUID (RFC 9562): 48 bits of Unix milliseconds, then random bits,
 * so that keys made later sort later. All zero is "no record" (NIL).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint8 bytes[16];
} BjtUuid;

#define BJT_UUID_STRING_SIZE 37 /* 36 characters and the final NUL */

extern const BjtUuid BJT_UUID_NIL;

void     bjt_uuid_init_random (BjtUuid *self, gint64 unix_ms);
void     bjt_uuid_init_seeded (BjtUuid *self, gint64 unix_ms, GRand *rand);
/* Many keys at once, each greater than the last, so that an index only grows
 * at its end (RFC 9562, 6.2, method 2). Of one thread. */
typedef struct
{
  BjtUuid last;
} BjtUuidSequence;

void     bjt_uuid_sequence_init (BjtUuidSequence *self, gint64 unix_ms);
void     bjt_uuid_sequence_next (BjtUuidSequence *self, BjtUuid *uuid);

gboolean bjt_uuid_init_from_string (BjtUuid *self, const char *text);
void     bjt_uuid_format (const BjtUuid *self, char text[BJT_UUID_STRING_SIZE]);
char    *bjt_uuid_dup_string (const BjtUuid *self);
gboolean bjt_uuid_is_nil (const BjtUuid *self);

/* Fit for g_hash_table_new(): the keys are `const BjtUuid *`. */
guint    bjt_uuid_hash (gconstpointer self);
gboolean bjt_uuid_equal (gconstpointer a, gconstpointer b);
int      bjt_uuid_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
