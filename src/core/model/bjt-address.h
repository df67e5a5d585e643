/* bjt-address.h: an address as people write it, read into its places.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Owned UTF-8; NULL where nothing was found. Labels are bare: 3号楼 and 三号楼 are
 * both "3", 负1层 is "-1", 东户 and 车库 keep their word. */
typedef struct
{
  char *raw;      /* as given, made valid UTF-8 */
  char *compound; /* 小区 with its 期, 区, 组团 */
  char *building;
  char *entrance;
  char *level;
  char *door;
  char *rest; /* what could not be read, parts joined by one space */
} BjtAddress;

BjtAddress *bjt_address_parse (const char *text);
BjtAddress *bjt_address_parse_short (const char *text);
void        bjt_address_free (BjtAddress *self);
gboolean    bjt_address_has_place (const BjtAddress *self);

char    *bjt_address_format_short (const char *compound, const char *building, const char *entrance, const char *door);
gboolean bjt_address_infer_level (const char *door_label, int max_ordinal, int *ordinal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtAddress, bjt_address_free)

G_END_DECLS
