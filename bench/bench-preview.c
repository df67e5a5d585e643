/* bench-preview.c FILE: from a changed setting to the end of the frame that shows the
 * sheet with it, in the preview of the print page, for the sheets there are: it
 * waits for more changes first. Each is the median of some runs, the
 * first left out. What has nothing to print is left out too. Prints JSON. */
#include "pages/bjt-sheet-preview.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#define RUNS 8 /* the first is left out */
#define PATIENCE_US (30 * G_USEC_PER_SEC)
#define SETTLE_US (100 * 1000)

typedef struct
{
  BjtWorkspace    *workspace;
  GtkWindow       *window;
  BjtSheetPreview *preview;
  gboolean         is_drawn;  /* the preview has it */
  gboolean         is_shown;  /* and the window */
} Bench;

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "bench-preview: %s\n", error->message);
  exit (1);
}

static void
drawn_cb (Bench *self)
{
  self->is_drawn = TRUE;
}

static void
after_paint_cb (Bench *self)
{
  self->is_shown = self->is_drawn;
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + SETTLE_US;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
open_window (Bench *self)
{
  self->preview = g_object_new (BJT_TYPE_SHEET_PREVIEW, NULL);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 1000, 700); /* what a window of 1366×768 leaves it */
  gtk_window_set_child (self->window, GTK_WIDGET (self->preview));
  g_signal_connect_swapped (self->preview, "drawn", G_CALLBACK (drawn_cb), self);
  gtk_window_present (self->window);
  settle ();
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (after_paint_cb), self);
}

/* Whether there is anything to print of it, today. */
static gboolean
can_read (Bench              *self,
          const BjtSheetSpec *spec)
{
  g_autoptr (BjtSheetDraft) draft = bjt_sheet_draft_read (self->workspace, spec, NULL);

  return draft != NULL;
}

/* Milliseconds. The setting is black and white, on and off. */
static double
change (Bench        *self,
        BjtSheetSpec *spec)
{
  GError        *error = NULL;
  gint64         began = g_get_monotonic_time ();
  BjtSheetDraft *draft;

  spec->options.is_mono = !spec->options.is_mono;
  self->is_drawn = self->is_shown = FALSE;
  draft = bjt_sheet_draft_read (self->workspace, spec, &error);
  stop_on (error);
  bjt_sheet_preview_show (self->preview, draft, &(BjtImposition) { 0 });
  while (!self->is_shown && g_get_monotonic_time () - began < PATIENCE_US)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure (Bench        *self,
         BjtSheetSpec *spec)
{
  double times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      times[i] = change (self, spec);
      settle ();
    }
  qsort (times + 1, RUNS - 1, sizeof *times, compare_times);
  return times[1 + (RUNS - 1) / 2];
}

/* One that the sheet can be about; FALSE: a person, a walk, a notice, a meeting or a level is to be chosen. */
static gboolean
choose_scope (BjtSheetSpec *spec)
{
  static const BjtSheetScopeKind kinds[] = { BJT_SHEET_OF_GRID, BJT_SHEET_OF_BUILDING, BJT_SHEET_OF_COMMUNITY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (spec->type->scopes & kinds[i])
      {
        spec->scope.kind = kinds[i];
        spec->scope.grid = spec->scope.building = 2;
        return TRUE;
      }
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  BjtClock            clock = { 0 };
  GError             *error = NULL;
  Bench               self = { 0 };
  guint               n;
  const BjtSheetType *types = bjt_sheet_catalogue_get_all (&n);
  const char         *before = "{";

  adw_init ();
  self.workspace = argc > 1 ? bjt_workspace_open (argv[1], &clock, &error) : NULL;
  stop_on (error);
  if (self.workspace == NULL)
    return 2;
  open_window (&self);
  for (guint i = 0; i < n; i++)
    {
      BjtSheetSpec spec;

      bjt_sheet_spec_init (&spec, &types[i]);
      spec.is_trial = TRUE;
      if (!choose_scope (&spec) || !can_read (&self, &spec))
        continue;
      printf ("%s\"%s\": %.1f", before, types[i].name, measure (&self, &spec));
      before = ", ";
    }
  printf ("}\n");
  gtk_window_destroy (self.window);
  g_object_unref (self.workspace);
  return 0;
}
