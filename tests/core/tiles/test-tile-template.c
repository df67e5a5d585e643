/* test-tile-template.c: addresses of services, tile by tile. */
#include "tiles/bjt-tile-template.h"

#include "tiles/bjt-tile-trouble.h"

typedef struct
{
  const char *text;
  const char *expanded; /* of 12/3423/1763, key "k&1" */
} Case;

static const Case cases[] = {
  { "https://a.example/{z}/{x}/{y}.png", "https://a.example/12/3423/1763.png" },
  { " https://a.example/{Z}/{x}/{y}.png\n", "https://a.example/12/3423/1763.png" },
  { "https://a.example/{z}/{x}/{-y}.png", "https://a.example/12/3423/2332.png" },
  { "https://a.example/{z}/{x}/{tmsy}.png", "https://a.example/12/3423/2332.png" },
  { "https://a.example/{q}.png", "https://a.example/132123211133.png" },
  { "https://a.example/{quadkey}", "https://a.example/132123211133" },
  { "https://{s}.example/{z}/{x}/{y}", "https://c.example/12/3423/1763" },
  { "https://t{0-7}.example/{z}/{x}/{y}", "https://t2.example/12/3423/1763" },
  { "https://{switch:left,right}.example/{z}/{x}/{y}", "https://left.example/12/3423/1763" },
  { "https://a.example/{z}/{x}/{y}{r}.png", "https://a.example/12/3423/1763.png" },
  { "https://a.example/{z}/{x}/{y}?tk={tk}", "https://a.example/12/3423/1763?tk=k%261" },
  { "https://a.example/{TileMatrix}/{TileRow}/{TileCol}?key={key}", "https://a.example/12/1763/3423?key=k%261" },
  { "http://a.example/{z:,1,2,3,4,5,6,7,8,9,10,11,EPSG:3857:12}/{x}/{y}", "http://a.example/EPSG:3857:12/3423/1763" },
  { "http://a.example/{z:,1}/{x}/{y}", NULL },
};

static const char *const refused[] = {
  "", "a", "https://", "https://a.example", "https://a.example/{z}/{x}", "https://a.example/{z}/{x}/{y", "https://a.example/{z}/{x}/{y}/{what}",
  "ftp://a.example/{z}/{x}/{y}", "file:///{z}/{x}/{y}", "https:///{z}/{x}/{y}", "https://{key}.example/{z}/{x}/{y}",
  "https://{z}.example/{x}/{y}", "https://user:word@a.example/{z}/{x}/{y}", "https://a.example/{z}/{x}/{y}{switch:}", "javascript:{z}{x}{y}",
  "https://a.example/{z:}/{x}/{y}",
};

static void
test_expand (void)
{
  const BjtTileAddress address = { 12, 3423, 1763 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtTileTemplate) template = bjt_tile_template_new (cases[i].text, &error);
      g_autofree char *url = NULL;

      g_assert_no_error (error);
      url = bjt_tile_template_expand (template, &address, FALSE, "k&1");
      g_assert_cmpstr (url, ==, cases[i].expanded);
    }
}

static void
test_dense (void)
{
  g_autoptr (BjtTileTemplate) template = bjt_tile_template_new ("https://a.example/{z}/{x}/{y}{r}.png", NULL);
  g_autofree char *url = bjt_tile_template_expand (template, &(BjtTileAddress) { 1, 0, 1 }, TRUE, NULL);

  g_assert_cmpstr (url, ==, "https://a.example/1/0/1@2x.png");
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_tile_template_new (refused[i], &error));
      g_assert_error (error, BJT_TILE_TROUBLE, BJT_TILE_TROUBLE_ADDRESS);
    }
}

static void
check_key (const char *text,
           const char *rest,
           const char *key)
{
  g_autofree char *found = NULL;
  g_autofree char *result = bjt_tile_template_take_key (text, &found);

  g_assert_cmpstr (result, ==, rest);
  g_assert_cmpstr (found, ==, key);
}

static void
test_take_key (void)
{
  check_key ("https://a.example/{z}/{x}/{y}", "https://a.example/{z}/{x}/{y}", NULL);
  check_key ("https://a.example/{z}/{x}/{y}?tk={key}", "https://a.example/{z}/{x}/{y}?tk={key}", NULL);
  check_key ("https://a.example/{z}/{x}/{y}?tk=0a1b", "https://a.example/{z}/{x}/{y}?tk={key}", "0a1b");
  check_key ("https://a.example/?T=vec_w&TK=a%26b&x={x}", "https://a.example/?T=vec_w&TK={key}&x={x}", "a&b");
  check_key ("https://a.example/{z}?access_token=pk.x&style=1", "https://a.example/{z}?access_token={key}&style=1", "pk.x");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/template/expand", test_expand);
  g_test_add_func ("/tiles/template/dense", test_dense);
  g_test_add_func ("/tiles/template/refused", test_refused);
  g_test_add_func ("/tiles/template/take-key", test_take_key);
  return g_test_run ();
}
