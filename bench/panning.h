/* panning.h: moves a map or a plan a step a frame and takes the time of it. */
#pragma once

#include <shumate/shumate.h>

typedef struct
{
  guint  n_steps;
  double frame_p50_ms; /* from the start of a frame of the clock to when the display server has it on the screen */
  double frame_p95_ms;
  double cpu_ms;       /* a step takes of the main thread in all; other programs do not change it much */
  double fps;          /* frames that were there in a second; the clock gives no more than 60 */
} Panning;

typedef void (*BenchStep) (GtkWidget *view, double dx, double dy);

void bench_move (GtkWidget *view, BenchStep move, double step, guint n_steps, double most_seconds, Panning *figures);
void bench_pan (ShumateMap *map, double step, guint n_steps, double most_seconds, Panning *figures);
