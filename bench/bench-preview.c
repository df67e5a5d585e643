/* bench-preview.c FILE: from a changed setting to the end of the frame that shows the
 * sheet with it, in the preview of the print page, for the sheets there are. Each is the
 * median of some runs, the first left out. Paper and scale are others each time, so that
 * nothing can be remembered of them. Checks that the frame shows another page than the
 * one before; a setting that the page does not show is left out, and so is what has
 * nothing to print. Prints JSON. */
#include "pages/bjt-sheet-preview.h"
#include "print/bjt-paper.h"

#include <adwaita.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define RUNS 10 /* the first is left out */
#define PATIENCE_US (30 * G_USEC_PER_SEC)
#define SETTLE_MS 100

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

static gboolean
settled_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  gboolean is_settled = FALSE;

  g_timeout_add (SETTLE_MS, settled_cb, &is_settled);
  while (!is_settled)
    g_main_context_iteration (NULL, TRUE);
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

/* Another value each time */

static void
change_colours (BjtSheetSpec *spec,
                guint         run)
{
  spec->options.is_mono = !spec->options.is_mono;
}

static void
change_texts (BjtSheetSpec *spec,
              guint         run)
{
  static char receiver[32], maker[32];

  g_snprintf (receiver, sizeof receiver, "Receiver %u", run);
  g_snprintf (maker, sizeof maker, "Maker %u", run);
  spec->options.receiver = receiver;
  spec->options.maker = maker;
}

static void
change_paper (BjtSheetSpec *spec,
              guint         run)
{
  static char name[32];
  BjtPaper    usual;

  if (!bjt_paper_parse (spec->type->paper, &usual, NULL))
    return;
  g_snprintf (name, sizeof name, "%.0fx%.0f", usual.width + 1 + run, usual.height + 1 + run);
  spec->options.paper = name;
}

static void
change_scale (BjtSheetSpec *spec,
              guint         run)
{
  if (spec->type->settings & BJT_SHEET_TAKES_EXTENT)
    spec->options.extent.denominator = 4000 + 100 * run;
}

typedef struct
{
  const char *name;
  void      (*change) (BjtSheetSpec *spec, guint run);
} Setting;

static const Setting settings[] = { { "colours", change_colours }, { "texts", change_texts }, { "paper", change_paper }, { "scale", change_scale } };

/* What the preview shows: the picture is a child of a child … of it. */
static GdkTexture *
find_page (GtkWidget *widget)
{
  GdkTexture *page = NULL;

  if (GTK_IS_PICTURE (widget) && GDK_IS_TEXTURE (gtk_picture_get_paintable (GTK_PICTURE (widget))))
    return GDK_TEXTURE (gtk_picture_get_paintable (GTK_PICTURE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && page == NULL; child = gtk_widget_get_next_sibling (child))
    page = find_page (child);
  return page;
}

static GBytes *
read_page (Bench *self)
{
  GdkTexture *page = find_page (GTK_WIDGET (self->preview));
  gsize       width = page != NULL ? (gsize) gdk_texture_get_width (page) : 0, height = page != NULL ? (gsize) gdk_texture_get_height (page) : 0;
  guchar     *pixels = g_malloc0 (width * height * 4 + 1);

  if (page != NULL)
    gdk_texture_download (page, pixels, width * 4);
  return g_bytes_new_take (pixels, width * height * 4);
}

/* Milliseconds */
static double
show (Bench              *self,
      const BjtSheetSpec *spec)
{
  GError        *error = NULL;
  gint64         began = g_get_monotonic_time ();
  BjtSheetDraft *draft;

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

/* NAN: the page does not show it. */
static double
measure (Bench              *self,
         const BjtSheetSpec *from,
         const Setting      *setting)
{
  BjtSheetSpec       spec = *from;
  double             times[RUNS];
  g_autoptr (GBytes) before = NULL;

  show (self, &spec);
  settle ();
  before = read_page (self);
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GBytes) last = g_steal_pointer (&before);

      setting->change (&spec, i);
      times[i] = show (self, &spec);
      settle ();
      before = read_page (self);
      if (g_bytes_equal (last, before))
        return NAN;
    }
  qsort (times + 1, RUNS - 1, sizeof *times, compare_times);
  return times[1 + (RUNS - 1) / 2];
}

static void
measure_all (Bench              *self,
             const BjtSheetSpec *spec)
{
  const char *before = "";

  printf ("{");
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      double ms = measure (self, spec, &settings[i]);

      if (isnan (ms))
        continue;
      printf ("%s\"%s\": %.1f", before, settings[i].name, ms);
      before = ", ";
    }
  printf ("}");
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
      printf ("%s\"%s\": ", before, types[i].name);
      measure_all (&self, &spec);
      before = ", ";
    }
  printf ("}\n");
  gtk_window_destroy (self.window);
  g_object_unref (self.workspace);
  return 0;
}
