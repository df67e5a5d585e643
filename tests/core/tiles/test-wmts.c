/* test-wmts.c: what services offer, in their own ways of writing it. */
#include "tiles/bjt-wmts.h"

#include "tiles/bjt-tile-template.h"
#include "tiles/bjt-tile-trouble.h"

#include <string.h>

#define HEAD "<?xml version='1.0' encoding='UTF-8'?><Capabilities xmlns='http://www.opengis.net/wmts/1.0' xmlns:ows='http://www.opengis.net/ows/1.1' xmlns:xlink='http://www.w3.org/1999/xlink'>"
#define KVP(href) "<ows:OperationsMetadata><ows:Operation name='GetTile'><ows:DCP><ows:HTTP><ows:Get xlink:href='" href "'>" \
                  "<ows:Constraint name='GetEncoding'><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>"
#define MATRIX(id, scale, corner, n) "<TileMatrix><ows:Identifier>" id "</ows:Identifier><ScaleDenominator>" scale "</ScaleDenominator><TopLeftCorner>" corner "</TopLeftCorner>" \
                                     "<TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>" n "</MatrixWidth><MatrixHeight>" n "</MatrixHeight></TileMatrix>"
#define SET(id, crs, matrices) "<TileMatrixSet><ows:Identifier>" id "</ows:Identifier><ows:SupportedCRS>" crs "</ows:SupportedCRS>" matrices "</TileMatrixSet>"
#define LAYER(id, set, format, more) "<Layer><ows:Title>Layer " id "</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>110 30</ows:LowerCorner><ows:UpperCorner>115 33</ows:UpperCorner></ows:WGS84BoundingBox>" \
                                     "<ows:Identifier>" id "</ows:Identifier><Style isDefault='true'><ows:Identifier>default</ows:Identifier></Style><Format>" format "</Format>" \
                                     "<TileMatrixSetLink><TileMatrixSet>" set "</TileMatrixSet></TileMatrixSetLink>" more "</Layer>"
#define CONTENTS(things) "<Contents>" things "</Contents></Capabilities>"

/* Levels from 1, scales of 96 dpi, corner with its signs the other way round. */
#define TIANDITU HEAD KVP ("http://t0.example.cn/vec_w/wmts?") CONTENTS ( \
  LAYER ("vec", "w", "tiles", "") \
  SET ("w", "urn:ogc:def:crs:EPSG::900913", MATRIX ("1", "2.958293554545656E8", "20037508.3427892 -20037508.3427892", "2") MATRIX ("2", "1.479146777272828E8", "20037508.3427892 -20037508.3427892", "4") MATRIX ("18", "2256.998866688275", "20037508.3427892 -20037508.3427892", "262144")))

/* Names that are not numbers, one address for each tile. */
#define NAMED HEAD CONTENTS ( \
  LAYER ("roads", "m", "image/png", "<Dimension><ows:Identifier>Time</ows:Identifier><Default>2026</Default></Dimension><ResourceURL format='image/png' resourceType='tile' template='https://a.example/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png'/>") \
  SET ("m", "urn:ogc:def:crs:EPSG:6.18:3:3857", MATRIX ("m:0", "559082264.0287178", "-20037508.34 20037508.34", "1") MATRIX ("m:1", "279541132.0143589", "-20037508.34 20037508.34", "2")))

#define DEGREES HEAD KVP ("https://a.example/wmts") CONTENTS ( \
  LAYER ("vec", "c", "tiles", "") \
  SET ("c", "urn:ogc:def:crs:EPSG::4490", MATRIX ("1", "2.958293554545656E8", "90 -180", "2")))

#define OTHER_GRID HEAD KVP ("https://a.example/wmts") CONTENTS ( \
  LAYER ("vec", "c", "image/png", "") \
  SET ("c", "urn:ogc:def:crs:EPSG::3857", MATRIX ("0", "500000", "-20037508.34 20037508.34", "7") MATRIX ("1", "nan", "-20037508.34 20037508.34", "1") MATRIX ("2", "-1", "-1 1", "inf")))

static GPtrArray *
read_text (const char *xml,
           const char *url,
           GError    **error)
{
  return bjt_wmts_read (xml, strlen (xml), url, error);
}

static char *
dup_tile (const BjtWmtsLayer *layer,
          guint               zoom)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileTemplate) template = bjt_tile_template_new (layer->url, &error);

  g_assert_no_error (error);
  return bjt_tile_template_expand (template, &(BjtTileAddress) { zoom, 1, 0 }, FALSE, "k");
}

static void
test_tianditu (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) layers = read_text (TIANDITU, "https://t0.example.cn/vec_w/wmts?request=GetCapabilities&tk={key}", &error);
  const BjtWmtsLayer *layer;
  g_autofree char *url = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (layers->len, ==, 1);
  layer = layers->pdata[0];
  g_assert_cmpstr (layer->title, ==, "Layer vec");
  g_assert_cmpuint (layer->min_zoom, ==, 1);
  g_assert_cmpuint (layer->max_zoom, ==, 18);
  g_assert_cmpfloat (layer->bounds.x1, ==, 110);
  url = dup_tile (layer, 2);
  g_assert_cmpstr (url, ==, "https://t0.example.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=2&TILEROW=0&TILECOL=1&tk=k");
}

/* The key goes to no other server. */
static void
test_other_server (void)
{
  g_autoptr (GPtrArray) layers = read_text (TIANDITU, "https://elsewhere.example/wmts?tk={key}", NULL);
  const BjtWmtsLayer *layer = layers->pdata[0];

  g_assert_null (strstr (layer->url, "{key}"));
}

static void
test_named (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) layers = read_text (NAMED, "https://a.example/caps.xml", &error);
  g_autofree char *url = NULL;

  g_assert_no_error (error);
  url = dup_tile (layers->pdata[0], 1);
  g_assert_cmpstr (url, ==, "https://a.example/default/2026/m/m:1/0/1.png");
}

static void
check_refused (const char    *xml,
               BjtTileTrouble trouble)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (xml, "https://a.example/", &error));
  g_assert_error (error, BJT_TILE_TROUBLE, (int) trouble);
}

static void
test_refused (void)
{
  check_refused (DEGREES, BJT_TILE_TROUBLE_PROJECTION);
  check_refused (OTHER_GRID, BJT_TILE_TROUBLE_PROJECTION);
  check_refused (HEAD "</Capabilities>", BJT_TILE_TROUBLE_PROJECTION);
  check_refused ("", BJT_TILE_TROUBLE_CAPABILITIES);
  check_refused ("<html><body>log in</body></html>", BJT_TILE_TROUBLE_CAPABILITIES);
  check_refused (HEAD "<Contents><Layer>", BJT_TILE_TROUBLE_CAPABILITIES);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) wide = g_string_new (HEAD "<Contents>");

  check_refused ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Capabilities>&b;</Capabilities>", BJT_TILE_TROUBLE_CAPABILITIES);
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<Layer>");
  check_refused (deep->str, BJT_TILE_TROUBLE_CAPABILITIES);
  for (guint i = 0; i < 20000; i++)
    g_string_append (wide, "<TileMatrixSet><TileMatrix/></TileMatrixSet><Layer/><Get/><TileMatrix/><Identifier/><Value/>");
  g_string_append (wide, "</Contents></Capabilities>");
  check_refused (wide->str, BJT_TILE_TROUBLE_PROJECTION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/wmts/tianditu", test_tianditu);
  g_test_add_func ("/tiles/wmts/other-server", test_other_server);
  g_test_add_func ("/tiles/wmts/named", test_named);
  g_test_add_func ("/tiles/wmts/refused", test_refused);
  g_test_add_func ("/tiles/wmts/hostile", test_hostile);
  return g_test_run ();
}
