/* bjt-vector-style.c: the tables. The names of layers, keys and classes are
 * those of the published schemas: OpenMapTiles 3, Mapbox Streets 5–8, Protomaps
 * 2–4 and Shortbread 1. */
#include "bjt-vector-style.h"

#define ANY BJT_VECTOR_KINDS_ANY
#define POINTS BJT_VECTOR_KINDS_POINT
#define LINES BJT_VECTOR_KINDS_LINE
#define POLYGONS BJT_VECTOR_KINDS_POLYGON

#define ROADS "transportation road roads streets tunnel bridge"
#define GREENS "landuse landcover land natural park sites landuse_overlay"
#define GREEN_WORDS "park garden grass grassland wood forest scrub heath meadow village_green golf_course golf recreation_ground cemetery " \
                    "grave_yard orchard vineyard farmland farm nature_reserve national_park protected_area pitch playground allotments " \
                    "greenhouse_horticulture plant_nursery wetland zoo agriculture crop tree trees shrub stadium dog_park greenfield " \
                    "bog marsh swamp string_bog wet_meadow common"

const BjtVectorRule BJT_VECTOR_RULES[] = {
  /* Water */
  { { "water", "class", "swimming_pool dock", POLYGONS }, BJT_VECTOR_PASS_WATER, NULL, 15 },
  { { "water ocean water_polygons", NULL, NULL, POLYGONS }, BJT_VECTOR_PASS_WATER, NULL, 0 },
  { { "natural", "kind", "water", POLYGONS }, BJT_VECTOR_PASS_WATER, NULL, 0 },
  { { "waterway water_lines water physical_line", "class", "river canal", LINES }, BJT_VECTOR_PASS_WATERWAY, "river", 8 },
  { { "water_lines water physical_line", "kind", "river canal", LINES }, BJT_VECTOR_PASS_WATERWAY, "river", 8 },
  { { "water_lines water physical_line", "pmap:kind", "river canal", LINES }, BJT_VECTOR_PASS_WATERWAY, "river", 8 },
  { { "waterway water_lines physical_line water", NULL, NULL, LINES }, BJT_VECTOR_PASS_WATERWAY, NULL, 12 },

  /* Green and other grounds */
  { { "earth", NULL, NULL, ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
  { { GREENS, "class", GREEN_WORDS, POLYGONS }, BJT_VECTOR_PASS_GREEN, NULL, 0 },
  { { GREENS, "kind", GREEN_WORDS, POLYGONS }, BJT_VECTOR_PASS_GREEN, NULL, 0 },
  { { GREENS, "pmap:kind", GREEN_WORDS, POLYGONS }, BJT_VECTOR_PASS_GREEN, NULL, 0 },
  { { "park", NULL, NULL, POLYGONS }, BJT_VECTOR_PASS_GREEN, NULL, 0 },
  { { GREENS, "class", "hospital school university college kindergarten library industrial commercial retail military "
                       "railway parking quarry bus_station theme_park airport", POLYGONS }, BJT_VECTOR_PASS_AREA, NULL, 0 },
  { { GREENS, "kind", "hospital school university college kindergarten library industrial commercial retail military "
                      "railway parking quarry bus_station theme_park aerodrome airfield pedestrian", POLYGONS }, BJT_VECTOR_PASS_AREA, NULL, 0 },
  { { GREENS, "pmap:kind", "hospital school university college kindergarten industrial commercial military railway aerodrome", POLYGONS }, BJT_VECTOR_PASS_AREA, NULL, 0 },
  { { GREENS " globallandcover hillshade contour", NULL, NULL, ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },

  /* Ways */
  { { ROADS, "class", "motorway motorway_link", LINES }, BJT_VECTOR_PASS_ROAD, "motorway", 0 },
  { { ROADS, "class", "trunk trunk_link main", LINES }, BJT_VECTOR_PASS_ROAD, "trunk", 0 },
  { { ROADS, "class", "primary primary_link", LINES }, BJT_VECTOR_PASS_ROAD, "primary", 0 },
  { { ROADS, "class", "secondary secondary_link", LINES }, BJT_VECTOR_PASS_ROAD, "secondary", 0 },
  { { ROADS, "class", "tertiary tertiary_link link", LINES }, BJT_VECTOR_PASS_ROAD, "tertiary", 0 },
  { { ROADS, "class", "minor street street_limited busway bus_guideway raceway minor_construction", LINES }, BJT_VECTOR_PASS_ROAD, "residential", 0 },
  { { ROADS, "class", "service driveway", LINES }, BJT_VECTOR_PASS_ROAD, "service", 0 },
  { { ROADS, "class", "pedestrian", LINES }, BJT_VECTOR_PASS_ROAD, "pedestrian", 0 },
  { { ROADS, "class", "track", LINES }, BJT_VECTOR_PASS_ROAD, "track", 0 },
  { { ROADS, "class", "path golf footway cycleway steps corridor", LINES }, BJT_VECTOR_PASS_FOOTWAY, NULL, 15.5 },
  { { ROADS, "class", "rail transit major_rail minor_rail service_rail", LINES }, BJT_VECTOR_PASS_RAILWAY, NULL, 11 },
  { { ROADS, "class", "ferry aerialway construction turning_circle turning_loop roundabout mini_roundabout traffic_signals", ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
  { { ROADS, "kind_detail", "motorway motorway_link", LINES }, BJT_VECTOR_PASS_ROAD, "motorway", 0 },
  { { ROADS, "kind_detail", "trunk trunk_link", LINES }, BJT_VECTOR_PASS_ROAD, "trunk", 0 },
  { { ROADS, "kind_detail", "primary primary_link", LINES }, BJT_VECTOR_PASS_ROAD, "primary", 0 },
  { { ROADS, "kind_detail", "secondary secondary_link", LINES }, BJT_VECTOR_PASS_ROAD, "secondary", 0 },
  { { ROADS, "kind_detail", "tertiary tertiary_link", LINES }, BJT_VECTOR_PASS_ROAD, "tertiary", 0 },
  { { ROADS, "kind_detail", "service", LINES }, BJT_VECTOR_PASS_ROAD, "service", 0 },
  { { ROADS, "kind_detail", "pedestrian living_street", LINES }, BJT_VECTOR_PASS_ROAD, "pedestrian", 0 },
  { { ROADS, "kind", "motorway highway", LINES }, BJT_VECTOR_PASS_ROAD, "motorway", 0 },
  { { ROADS, "kind", "trunk", LINES }, BJT_VECTOR_PASS_ROAD, "trunk", 0 },
  { { ROADS, "kind", "primary major_road", LINES }, BJT_VECTOR_PASS_ROAD, "primary", 0 },
  { { ROADS, "kind", "secondary", LINES }, BJT_VECTOR_PASS_ROAD, "secondary", 0 },
  { { ROADS, "kind", "tertiary medium_road", LINES }, BJT_VECTOR_PASS_ROAD, "tertiary", 0 },
  { { ROADS, "kind", "residential unclassified living_street minor_road busway bus_guideway", LINES }, BJT_VECTOR_PASS_ROAD, "residential", 0 },
  { { ROADS, "kind", "service taxiway runway", LINES }, BJT_VECTOR_PASS_ROAD, "service", 0 },
  { { ROADS, "kind", "pedestrian", LINES }, BJT_VECTOR_PASS_ROAD, "pedestrian", 0 },
  { { ROADS, "kind", "track", LINES }, BJT_VECTOR_PASS_ROAD, "track", 0 },
  { { ROADS, "kind", "path footway cycleway steps other", LINES }, BJT_VECTOR_PASS_FOOTWAY, NULL, 15.5 },
  { { ROADS " transit", "kind", "rail light_rail subway tram monorail narrow_gauge funicular", LINES }, BJT_VECTOR_PASS_RAILWAY, NULL, 11 },
  { { ROADS " transit", "pmap:kind", "rail light_rail subway tram", LINES }, BJT_VECTOR_PASS_RAILWAY, NULL, 11 },
  { { ROADS, "kind", "ferry aerialway", ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
  { { ROADS, "pmap:kind", "highway", LINES }, BJT_VECTOR_PASS_ROAD, "motorway", 0 },
  { { ROADS, "pmap:kind", "major_road", LINES }, BJT_VECTOR_PASS_ROAD, "primary", 0 },
  { { ROADS, "pmap:kind", "medium_road", LINES }, BJT_VECTOR_PASS_ROAD, "tertiary", 0 },
  { { ROADS, "pmap:kind", "minor_road", LINES }, BJT_VECTOR_PASS_ROAD, "residential", 0 },
  { { ROADS, "pmap:kind", "path other", LINES }, BJT_VECTOR_PASS_FOOTWAY, NULL, 15.5 },
  { { ROADS, "pmap:kind", "ferry", ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
  { { ROADS, NULL, NULL, LINES }, BJT_VECTOR_PASS_ROAD, "", 0 },
  { { ROADS " street_polygons bridges pier_polygons", NULL, NULL, POLYGONS }, BJT_VECTOR_PASS_AREA, NULL, 14 },
  { { "aeroway", NULL, NULL, LINES }, BJT_VECTOR_PASS_ROAD, "service", 0 },
  { { "aeroway", NULL, NULL, POLYGONS }, BJT_VECTOR_PASS_AREA, NULL, 0 },

  /* Buildings and boundaries */
  { { "building buildings", NULL, NULL, POLYGONS }, BJT_VECTOR_PASS_BUILDING, NULL, 14 },
  { { "boundary admin boundaries", "maritime", "1 true", ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
  { { "boundary admin boundaries", "admin_level", "0 1 2 3 4", LINES }, BJT_VECTOR_PASS_BOUNDARY, NULL, 0 },
  { { "boundary admin boundaries", "admin_level", "5 6", LINES }, BJT_VECTOR_PASS_BOUNDARY, NULL, 8 },
  { { "boundary admin boundaries", NULL, NULL, LINES }, BJT_VECTOR_PASS_BOUNDARY, NULL, 10 },
  { { "barrier_line dam_lines pier_lines", NULL, NULL, LINES }, BJT_VECTOR_PASS_NEUTRAL, NULL, 15 },

  /* Only names, or nothing that a quiet map shows */
  { { ROADS " water waterway water_polygons boundary admin boundaries building buildings aeroway transit physical_line physical_point natural "
            "barrier_line bridges street_polygons dam_lines dam_polygons pier_lines pier_polygons aerialways ferries ocean water_lines",
      NULL, NULL, ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
  { { "transportation_name water_name place poi housenumber aerodrome_label mountain_peak mask "
      "place_label poi_label road_label water_label waterway_label marine_label country_label state_label airport_label rail_station_label "
      "mountain_peak_label natural_label housenum_label motorway_junction transit_stop_label structure "
      "places pois water_polygons_labels water_lines_labels boundary_labels place_labels addresses street_labels street_labels_points "
      "streets_polygons_labels public_transport", NULL, NULL, ANY }, BJT_VECTOR_PASS_NONE, NULL, 0 },
};

const guint BJT_N_VECTOR_RULES = G_N_ELEMENTS (BJT_VECTOR_RULES);

#define PLACES "place place_label places place_labels"
#define ROAD_NAMES "transportation_name road_label street_labels roads road"

const BjtVectorNameRule BJT_VECTOR_NAME_RULES[] = {
  { { "country_label", NULL, NULL, POINTS }, BJT_NAME_CITY, 2, "scalerank" },
  { { PLACES, "class", "country continent", POINTS }, BJT_NAME_CITY, 2, "rank" },
  { { "state_label", NULL, NULL, POINTS }, BJT_NAME_TOWN, 5, NULL },
  { { PLACES, "class", "state province disputed", POINTS }, BJT_NAME_TOWN, 5, "rank" },
  { { PLACES, "kind", "country", POINTS }, BJT_NAME_CITY, 2, "population_rank" },
  { { PLACES, "kind", "region state", POINTS }, BJT_NAME_TOWN, 5, "population_rank" },
  { { PLACES, "type", "city", POINTS }, BJT_NAME_CITY, 5, "scalerank" },
  { { PLACES, "class", "city", POINTS }, BJT_NAME_CITY, 5, "rank" },
  { { PLACES, "kind", "city capital state_capital", POINTS }, BJT_NAME_CITY, 5, NULL },
  { { PLACES, "kind_detail", "city", POINTS }, BJT_NAME_CITY, 5, "min_zoom" },
  { { PLACES, "pmap:kind_detail", "city", POINTS }, BJT_NAME_CITY, 5, "pmap:min_zoom" },
  { { PLACES, "type", "town", POINTS }, BJT_NAME_TOWN, 9, "localrank" },
  { { PLACES, "class", "town", POINTS }, BJT_NAME_TOWN, 9, "rank" },
  { { PLACES, "kind", "town", POINTS }, BJT_NAME_TOWN, 9, NULL },
  { { PLACES, "kind_detail", "town", POINTS }, BJT_NAME_TOWN, 9, "min_zoom" },
  { { PLACES, "pmap:kind_detail", "town", POINTS }, BJT_NAME_TOWN, 9, "pmap:min_zoom" },
  { { PLACES, "class", "island", POINTS }, BJT_NAME_GREEN, 10, "rank" },
  { { PLACES, "class", "settlement", POINTS }, BJT_NAME_TOWN, 8, "symbolrank" },
  { { PLACES, "type", "suburb village", POINTS }, BJT_NAME_DISTRICT, 11.5, "localrank" },
  { { PLACES, "class", "suburb village settlement_subdivision", POINTS }, BJT_NAME_DISTRICT, 11.5, "rank" },
  { { PLACES, "kind", "suburb village macrohood locality", POINTS }, BJT_NAME_DISTRICT, 11.5, "min_zoom" },
  { { PLACES, "pmap:kind", "locality macrohood", POINTS }, BJT_NAME_DISTRICT, 11.5, "pmap:min_zoom" },
  { { PLACES, NULL, NULL, POINTS }, BJT_NAME_DISTRICT, 13.5, "rank" },

  { { "water_name water_label marine_label water_polygons_labels water physical_point", NULL, NULL, POINTS }, BJT_NAME_WATER, 8, NULL },
  { { "water_name waterway_label waterway water_lines_labels water physical_line", NULL, NULL, LINES }, BJT_NAME_WATER, 12, NULL },
  { { "park", NULL, NULL, POINTS }, BJT_NAME_GREEN, 12, "rank" },
  { { "poi_label", "type", "Park Garden Wood Forest Cemetery", POINTS }, BJT_NAME_GREEN, 14, "scalerank" },
  { { "poi poi_label", "class", "park garden cemetery park_like", POINTS }, BJT_NAME_GREEN, 14, "rank" },
  { { "pois", "kind", "park garden forest cemetery nature_reserve national_park", POINTS }, BJT_NAME_GREEN, 14, "min_zoom" },
  { { "pois", "pmap:kind", "park garden forest cemetery", POINTS }, BJT_NAME_GREEN, 14, "pmap:min_zoom" },

  { { ROAD_NAMES, "class", "motorway motorway_link trunk trunk_link", LINES }, BJT_NAME_ROAD, 12.5, NULL },
  { { ROAD_NAMES, "class", "primary primary_link secondary secondary_link main", LINES }, BJT_NAME_ROAD, 13.5, NULL },
  { { ROAD_NAMES, "kind", "motorway trunk highway primary secondary major_road", LINES }, BJT_NAME_ROAD, 13.5, NULL },
  { { ROAD_NAMES, "pmap:kind", "highway major_road", LINES }, BJT_NAME_ROAD, 13.5, NULL },
  { { ROAD_NAMES, "class", "path footway track service ferry", LINES }, BJT_NAME_ROAD, 17, NULL },
  { { ROAD_NAMES, NULL, NULL, LINES }, BJT_NAME_ROAD, 15, NULL },

  { { "mountain_peak mountain_peak_label natural_label", NULL, NULL, POINTS }, BJT_NAME_GREEN, 12, NULL },
  { { "aerodrome_label airport_label", NULL, NULL, POINTS }, BJT_NAME_PLACE, 11, NULL },
  { { "rail_station_label public_transport transit_stop_label", NULL, NULL, POINTS }, BJT_NAME_PLACE, 14, NULL },
  { { "poi poi_label", NULL, NULL, POINTS }, BJT_NAME_PLACE, 16, "rank" },
  { { "pois", NULL, NULL, POINTS }, BJT_NAME_PLACE, 16, "min_zoom" },
};

const guint BJT_N_VECTOR_NAME_RULES = G_N_ELEMENTS (BJT_VECTOR_NAME_RULES);

const BjtVectorRule     BJT_VECTOR_RULE_UNKNOWN = { .pass = BJT_VECTOR_PASS_NEUTRAL };
const BjtVectorNameRule BJT_VECTOR_NAME_RULE_UNKNOWN = { .match = { .kinds = POINTS }, .kind = BJT_NAME_PLACE };

/* Simplified Chinese before Chinese of any kind before what people there write. */
const char *const BJT_VECTOR_NAME_KEYS[] = {
  "name:zh-Hans", "name_zh-Hans", "name:zh-CN", "name:zh_hans", "name:zh", "name_zh", "name", "name_en", "name:en", "Name", "NAME", NULL,
};

const char *const BJT_VECTOR_LATIN_KEYS[] = { "name:latin", "name_en", "name:en", "name_int", NULL };

gboolean
bjt_vector_words_contain (const char *words,
                          const char *word)
{
  gsize length = strlen (word);

  for (const char *at = words; length > 0 && at != NULL; at = strchr (at, ' '))
    {
      if (*at == ' ')
        at++;
      if (strncmp (at, word, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/**
 * bjt_vector_value_matches:
 * @words: (nullable): numbers as digits, truth as true and false; %NULL: any value
 */
gboolean
bjt_vector_value_matches (const BjtVectorValue *value,
                          const char           *words)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (words == NULL)
    return TRUE;
  switch (value->type)
    {
    case BJT_VECTOR_STRING:
      return bjt_vector_words_contain (words, value->string);
    case BJT_VECTOR_NUMBER:
      return bjt_vector_words_contain (words, g_ascii_formatd (digits, sizeof digits, "%.0f", value->number));
    case BJT_VECTOR_BOOL:
      return bjt_vector_words_contain (words, value->number != 0 ? "true" : "false");
    case BJT_VECTOR_NULL:
    default:
      return FALSE;
    }
}
