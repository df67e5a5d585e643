/* bjt-coordinate-words.h: the words that stand beside coordinates; read by
 * bjt-coordinates.c alone.
 */
#pragma once

#include <glib.h>

typedef enum
{
  AXIS_UNKNOWN,
  AXIS_LONGITUDE,
  AXIS_LATITUDE,
} Axis;

static const struct
{
  const char *word;
  Axis        axis;
  gboolean    is_negative;
} words[] = {
  { "e", AXIS_LONGITUDE, FALSE }, { "w", AXIS_LONGITUDE, TRUE }, { "n", AXIS_LATITUDE, FALSE }, { "s", AXIS_LATITUDE, TRUE },
  { "东经", AXIS_LONGITUDE, FALSE }, { "西经", AXIS_LONGITUDE, TRUE }, { "北纬", AXIS_LATITUDE, FALSE }, { "南纬", AXIS_LATITUDE, TRUE },
  { "东", AXIS_LONGITUDE, FALSE }, { "西", AXIS_LONGITUDE, TRUE }, { "北", AXIS_LATITUDE, FALSE }, { "南", AXIS_LATITUDE, TRUE },
  { "lon", AXIS_LONGITUDE, FALSE }, { "lng", AXIS_LONGITUDE, FALSE }, { "long", AXIS_LONGITUDE, FALSE }, { "longitude", AXIS_LONGITUDE, FALSE },
  { "lat", AXIS_LATITUDE, FALSE }, { "latitude", AXIS_LATITUDE, FALSE },
  { "经度", AXIS_LONGITUDE, FALSE }, { "纬度", AXIS_LATITUDE, FALSE },
  /* Surveyors count x to the north. */
  { "x", AXIS_LATITUDE, FALSE }, { "y", AXIS_LONGITUDE, FALSE }, { "m", AXIS_UNKNOWN, FALSE }, { "米", AXIS_UNKNOWN, FALSE },
};
