/* bjt-tile-trouble.h: what goes wrong with map services, as codes with one
 * English sentence each; the faces translate it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_TILE_TROUBLE (bjt_tile_trouble_quark ())

typedef enum
{
  BJT_TILE_TROUBLE_ADDRESS,      /* the address is no template of tiles */
  BJT_TILE_TROUBLE_NO_KEY,       /* the service wants a key and there is none */
  BJT_TILE_TROUBLE_KEY_REFUSED,  /* 401, 403 with a key */
  BJT_TILE_TROUBLE_REFUSED,      /* 401, 403 without one */
  BJT_TILE_TROUBLE_MISSING,      /* no tile there */
  BJT_TILE_TROUBLE_BUSY,         /* 429, 503 */
  BJT_TILE_TROUBLE_SERVER,       /* any other status */
  BJT_TILE_TROUBLE_UNREACHABLE,  /* no name, no connection */
  BJT_TILE_TROUBLE_SLOW,         /* no answer in time */
  BJT_TILE_TROUBLE_CERTIFICATE,  /* TLS fails */
  BJT_TILE_TROUBLE_REDIRECT,     /* sent on too often, or to an unsafe place */
  BJT_TILE_TROUBLE_NOT_A_TILE,   /* a web page or broken bytes in place of a tile */
  BJT_TILE_TROUBLE_TOO_LARGE,    /* bytes or pixels */
  BJT_TILE_TROUBLE_PROJECTION,   /* WMTS: no layer in Web Mercator */
  BJT_TILE_TROUBLE_CAPABILITIES, /* not the description of a WMTS */
  BJT_TILE_TROUBLE_NO_KEYRING,   /* the key is kept for this run only */
  BJT_TILE_TROUBLE_CATALOGUE,    /* the list of sources can't be read or written */
} BjtTileTrouble;

GQuark      bjt_tile_trouble_quark (void);
const char *bjt_tile_trouble_get_text (BjtTileTrouble self); /* msgid */
GError     *bjt_tile_trouble_new (BjtTileTrouble self);      /* with that text */

G_END_DECLS
