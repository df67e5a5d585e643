/* bjt-route-random.h: random numbers for the solver, the same on every machine.
 *
 * xoshiro256++ of Blackman and Vigna, seeded through splitmix64.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 s[4];
} BjtRouteRandom;

static inline void
bjt_route_random_init (BjtRouteRandom *self,
                       guint64         seed)
{
  for (guint i = 0; i < 4; i++)
    {
      guint64 z = (seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

      z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      self->s[i] = z ^ (z >> 31);
    }
}

static inline guint64
bjt_route_random_rotate (guint64 x,
                         guint   by)
{
  return (x << by) | (x >> (64 - by));
}

static inline guint64
bjt_route_random_next (BjtRouteRandom *self)
{
  guint64 *s = self->s, result = bjt_route_random_rotate (s[0] + s[3], 23) + s[0], t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = bjt_route_random_rotate (s[3], 45);
  return result;
}

/* 0 … n - 1. */
static inline guint
bjt_route_random_below (BjtRouteRandom *self,
                        guint           n)
{
  return (guint) (((bjt_route_random_next (self) >> 32) * n) >> 32);
}

/* Above 0, below 1. */
static inline double
bjt_route_random_unit (BjtRouteRandom *self)
{
  return ((double) (bjt_route_random_next (self) >> 12) + 0.5) * 0x1p-52;
}

G_END_DECLS
