/* bjt-tile-trouble.c: fixed sentences, so that nothing of an address (which may
 * hold a key) can slip into a message. */
#include "bjt-tile-trouble.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bjt-tile-trouble, bjt_tile_trouble)

static const char *const texts[] = {
  [BJT_TILE_TROUBLE_ADDRESS] = N_("This is not the address of map tiles: it begins with https:// and holds {z}, {x} and {y}"),
  [BJT_TILE_TROUBLE_NO_KEY] = N_("The service needs a key: enter yours"),
  [BJT_TILE_TROUBLE_KEY_REFUSED] = N_("The service refuses the key, or its tiles for today are used up"),
  [BJT_TILE_TROUBLE_REFUSED] = N_("The service refuses to answer this program"),
  [BJT_TILE_TROUBLE_MISSING] = N_("The service has no tile here"),
  [BJT_TILE_TROUBLE_BUSY] = N_("The service is overloaded; it is asked again later"),
  [BJT_TILE_TROUBLE_SERVER] = N_("The service reports an error"),
  [BJT_TILE_TROUBLE_UNREACHABLE] = N_("The service cannot be reached: check the network"),
  [BJT_TILE_TROUBLE_SLOW] = N_("The service does not answer in time"),
  [BJT_TILE_TROUBLE_CERTIFICATE] = N_("The connection to the service is not safe"),
  [BJT_TILE_TROUBLE_REDIRECT] = N_("The service sends on to another address without end or without safety"),
  [BJT_TILE_TROUBLE_NOT_A_TILE] = N_("The service answers with something that is not a map tile"),
  [BJT_TILE_TROUBLE_TOO_LARGE] = N_("The service sends more than a map tile can be"),
  [BJT_TILE_TROUBLE_PROJECTION] = N_("The service has no layer in Web Mercator (EPSG:3857)"),
  [BJT_TILE_TROUBLE_CAPABILITIES] = N_("This is not the description of a map service (WMTS capabilities)"),
  [BJT_TILE_TROUBLE_NO_KEYRING] = N_("This computer has no password store: the key is kept until the program ends"),
  [BJT_TILE_TROUBLE_CATALOGUE] = N_("The list of base maps cannot be read or written"),
};

const char *
bjt_tile_trouble_get_text (BjtTileTrouble self)
{
  return (guint) self < G_N_ELEMENTS (texts) ? texts[self] : texts[BJT_TILE_TROUBLE_SERVER];
}

GError *
bjt_tile_trouble_new (BjtTileTrouble self)
{
  return g_error_new_literal (BJT_TILE_TROUBLE, (int) self, bjt_tile_trouble_get_text (self));
}
