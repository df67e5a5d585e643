/* bjt-sheet-preview.c: one thread makes the sheet, once, and draws its pages at the
 * size they are shown; it begins at once, and a newer sheet replaces one that waits
 * until it is done with the one before. So while changes keep coming pages follow as
 * fast as they are drawn, and the last is always drawn. What is on the screen stays
 * until its successor is ready. Plans of grids are kept as long as the preview lives. */
#include "bjt-sheet-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-notice.h"

#define MARGIN 16         /* around the page, as in the template */
#define ZOOM_STEP 1.4142  /* two steps double it */
#define MAX_ZOOM 8.0
#define MAX_PIXELS 6000   /* of the longer side */
#define DELAY_MS 40       /* before it has a size: several changes make one drawing */
#define PATIENCE_MS 250   /* what takes longer shows a spinner */

/* A sheet that is yet to be made; shared with the thread, which alone uses all but
 * the count of references. */
typedef struct
{
  BjtSheetDraft *draft;
  BjtImposition  imposition; /* its papers are owned */
  BjtSheet      *made;       /* NULL: not yet */
} Source;

struct _BjtSheetPreview
{
  AdwBin parent_instance;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkPicture        *picture;
  GtkSpinner        *spinner;
  AdwStatusPage     *problem_page;
  GtkLabel          *size_label;
  GtkLabel          *page_label;
  GtkGesture        *drag;
  GtkWidget         *centre_button;

  /* Owned */
  Source        *sheet;      /* NULL: there is none */
  BjtGridMemory *memory;     /* of the thread */
  GThreadPool   *thread;
  GCancellable  *cancellable;
  guint          begin_source, spinner_source;

  /* State */
  gboolean is_drawing;  /* the thread is at work */
  gboolean is_wanted;   /* once more, when it is done */
  double zoom;          /* 1: the whole page is seen */
  guint  page;
  guint  n_pages;
  double width, height; /* of the page, millimetres; 0 before the first */
  int    shown_width;   /* for which the page was drawn */
};

G_DEFINE_FINAL_TYPE (BjtSheetPreview, bjt_sheet_preview, ADW_TYPE_BIN)

enum
{
  DRAWN,
  DRAGGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Drawing, on a thread */

static void
source_clear (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->made);
  bjt_sheet_draft_free (source->draft);
  g_free ((char *) source->imposition.nup.paper);
  g_free ((char *) source->imposition.tiling.paper);
}

static void
source_unref (Source *source)
{
  g_atomic_rc_box_release_full (source, source_clear);
}

typedef struct
{
  Source *source;
  guint   page;
  int     max_width, max_height; /* pixels */

  /* Result */
  GdkTexture *texture;
  guint       n_pages;
  double      width, height;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  source_unref (drawing->source);
  g_clear_object (&drawing->texture);
  g_free (drawing);
}

static GdkTexture *
new_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static BjtSheet *
get_made (Source  *source,
          GError **error)
{
  if (source->made == NULL)
    source->made = bjt_imposition_apply (&source->imposition, bjt_sheet_draft_make (source->draft, error), error);
  return source->made;
}

static void
draw (Drawing  *drawing,
      BjtSheet *sheet)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;

  drawing->n_pages = bjt_sheet_get_n_pages (sheet);
  drawing->page = MIN (drawing->page, MAX (drawing->n_pages, 1) - 1);
  bjt_sheet_get_page_size_mm (sheet, &drawing->width, &drawing->height);
  scale = MIN (drawing->max_width / drawing->width, drawing->max_height / drawing->height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) (drawing->width * scale)), MAX (1, (int) (drawing->height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  bjt_sheet_draw_page (sheet, cr, drawing->page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  drawing->texture = new_texture (surface);
  cairo_surface_destroy (surface);
}

/* Of the thread: one after the other. */
static void
draw_func (gpointer data,
           gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Drawing *drawing = g_task_get_task_data (task);
  GError *error = NULL;
  BjtSheet *sheet;

  if (g_task_return_error_if_cancelled (task))
    return;
  sheet = get_made (drawing->source, &error);
  if (sheet == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  draw (drawing, sheet);
  g_task_return_boolean (task, TRUE);
}

/* Showing */

static void
get_fit (BjtSheetPreview *self,
         int             *width,
         int             *height)
{
  *width = MAX (gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 2 * MARGIN, 200);
  *height = MAX (gtk_widget_get_height (GTK_WIDGET (self->scroller)) - 2 * MARGIN, 200);
}

/* The size of the page on the screen. */
static void
size_picture (BjtSheetPreview *self)
{
  int width, height;
  double scale;

  if (self->width <= 0)
    return;
  get_fit (self, &width, &height);
  scale = MIN (width / self->width, height / self->height) * self->zoom;
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), (int) (self->width * scale), (int) (self->height * scale));
}

static void
update_labels (BjtSheetPreview *self)
{
  g_autofree char *size = g_strdup_printf (_("%.0f × %.0f mm"), self->width, self->height);
  g_autofree char *page = g_strdup_printf (_("Page %u of %u"), self->page + 1, self->n_pages);

  gtk_label_set_text (self->size_label, size);
  gtk_label_set_text (self->page_label, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.page-by", self->n_pages > 1);
}

static void
enable_zoom (BjtSheetPreview *self,
             gboolean         enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-by", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-fit", enabled);
}

static void
show_problem (BjtSheetPreview *self,
              const char      *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->problem_page, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_page), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.page-by", FALSE);
  enable_zoom (self, FALSE);
  g_signal_emit (self, signals[DRAWN], 0, FALSE);
}

static void
stop_spinner (BjtSheetPreview *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

/* Nothing is drawn any more; what the thread is at is not shown. */
static void
cancel (BjtSheetPreview *self)
{
  g_clear_handle_id (&self->begin_source, g_source_remove);
  self->is_wanted = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->spinner != NULL)
    stop_spinner (self);
}

/* @is_last: else another page may be wanted by now. */
static void
show_page (BjtSheetPreview *self,
           const Drawing   *drawing,
           gboolean         is_last)
{
  if (is_last)
    self->page = drawing->page;
  self->n_pages = drawing->n_pages;
  self->width = drawing->width;
  self->height = drawing->height;
  gtk_widget_set_visible (GTK_WIDGET (self->problem_page), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), TRUE);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (drawing->texture));
  size_picture (self);
  update_labels (self);
  enable_zoom (self, TRUE);
}

static void begin (BjtSheetPreview *self);

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  BjtSheetPreview *self = BJT_SHEET_PREVIEW (source);
  Drawing *drawing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean is_last = !self->is_wanted;

  self->is_drawing = FALSE;
  if (done)
    show_page (self, drawing, is_last);
  if (!is_last)
    {
      begin (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_spinner (self);
  if (!done)
    {
      g_autofree char *text = bjt_notice_dup_error_text (error);

      show_problem (self, text);
      return;
    }
  g_signal_emit (self, signals[DRAWN], 0, TRUE);
}

static gboolean
spinner_cb (gpointer user_data)
{
  BjtSheetPreview *self = BJT_SHEET_PREVIEW (user_data);

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
begin (BjtSheetPreview *self)
{
  Drawing *drawing = g_new0 (Drawing, 1);
  g_autoptr (GTask) task = NULL;
  int width, height;
  double scale = self->zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->is_drawing = TRUE;
  self->is_wanted = FALSE;
  get_fit (self, &width, &height);
  self->shown_width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  drawing->source = g_atomic_rc_box_acquire (self->sheet);
  drawing->page = self->page;
  drawing->max_width = (int) MIN (width * scale, MAX_PIXELS);
  drawing->max_height = (int) MIN (height * scale, MAX_PIXELS);
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add (PATIENCE_MS, spinner_cb, self);
  if (self->cancellable == NULL)
    self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, drawing, drawing_free);
  g_thread_pool_push (self->thread, g_steal_pointer (&task), NULL);
}

static gboolean
begin_cb (gpointer user_data)
{
  BjtSheetPreview *self = BJT_SHEET_PREVIEW (user_data);

  self->begin_source = 0;
  if (!self->is_drawing)
    begin (self);
  return G_SOURCE_REMOVE;
}

/* After all that is changed in this turn of the main loop. */

static void
draw_soon (BjtSheetPreview *self)
{
  if (self->sheet == NULL)
    return;
  self->is_wanted = TRUE;
  if (!self->is_drawing && self->begin_source == 0)
    self->begin_source = g_timeout_add (gtk_widget_get_width (GTK_WIDGET (self->scroller)) > 0 ? 0 : DELAY_MS, begin_cb, self);
}

/* @draft: (transfer full): */
void
bjt_sheet_preview_show (BjtSheetPreview     *self,
                        BjtSheetDraft       *draft,
                        const BjtImposition *imposition)
{
  g_clear_pointer (&self->sheet, source_unref);
  self->sheet = g_atomic_rc_box_new0 (Source);
  self->sheet->draft = draft;
  bjt_sheet_draft_set_memory (draft, self->memory);
  self->sheet->imposition = *imposition;
  self->sheet->imposition.nup.paper = g_strdup (imposition->nup.paper);
  self->sheet->imposition.tiling.paper = g_strdup (imposition->tiling.paper);
  draw_soon (self);
}

void
bjt_sheet_preview_show_problem (BjtSheetPreview *self,
                                const char      *text)
{
  cancel (self);
  g_clear_pointer (&self->sheet, source_unref);
  show_problem (self, text);
}

void
bjt_sheet_preview_show_first_page (BjtSheetPreview *self)
{
  self->page = 0;
}

static void
resized_cb (BjtSheetPreview *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self->scroller)) == self->shown_width)
    return;
  size_picture (self);
  draw_soon (self);
}

/* Pulling the map */

static void
pull (BjtSheetPreview *self,
      double           x,
      double           y,
      gboolean         is_done)
{
  double mm = self->width / MAX (gtk_widget_get_width (GTK_WIDGET (self->picture)), 1);

  if (self->width > 0)
    g_signal_emit (self, signals[DRAGGED], 0, x * mm, y * mm, is_done);
}

static void
drag_update_cb (BjtSheetPreview *self,
                double           x,
                double           y)
{
  pull (self, x, y, FALSE);
}

static void
drag_end_cb (BjtSheetPreview *self,
             double           x,
             double           y)
{
  pull (self, x, y, TRUE);
}

void
bjt_sheet_preview_set_has_map (BjtSheetPreview *self,
                               gboolean         has_map)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), has_map ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  gtk_widget_set_visible (self->centre_button, has_map);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->picture), has_map ? "grab" : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->picture), has_map ? _("Drag to move the map on the page") : NULL);
}

/* Actions */

static void
page_by_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BjtSheetPreview *self = BJT_SHEET_PREVIEW (widget);
  int page = (int) self->page + g_variant_get_int32 (parameter);

  if (page < 0 || page >= (int) self->n_pages)
    return;
  self->page = (guint) page;
  draw_soon (self);
}

static void
set_zoom (BjtSheetPreview *self,
          double           zoom)
{
  self->zoom = CLAMP (zoom, 1.0, MAX_ZOOM);
  size_picture (self);
  draw_soon (self);
}

static void
zoom_by_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BjtSheetPreview *self = BJT_SHEET_PREVIEW (widget);

  set_zoom (self, self->zoom * pow (ZOOM_STEP, g_variant_get_int32 (parameter)));
}

static void
zoom_fit_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  set_zoom (BJT_SHEET_PREVIEW (widget), 1.0);
}

/* The object */

static void
bjt_sheet_preview_dispose (GObject *object)
{
  BjtSheetPreview *self = BJT_SHEET_PREVIEW (object);

  cancel (self);
  g_clear_pointer (&self->sheet, source_unref);
  if (self->thread != NULL)
    g_thread_pool_free (self->thread, FALSE, FALSE);
  self->thread = NULL;
  g_clear_pointer (&self->memory, bjt_grid_memory_unref);
  G_OBJECT_CLASS (bjt_sheet_preview_parent_class)->dispose (object);
}

static void
bjt_sheet_preview_class_init (BjtSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_sheet_preview_dispose;
  signals[DRAWN] = g_signal_new ("drawn", BJT_TYPE_SHEET_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[DRAGGED] = g_signal_new ("dragged", BJT_TYPE_SHEET_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-sheet-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, problem_page);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, size_label);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, drag);
  gtk_widget_class_bind_template_child (widget_class, BjtSheetPreview, centre_button);
  gtk_widget_class_bind_template_callback (widget_class, drag_update_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_install_action (widget_class, "preview.page-by", "i", page_by_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-by", "i", zoom_by_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_action);
}

static void
bjt_sheet_preview_init (BjtSheetPreview *self)
{
  GtkAdjustment *adjustment;

  self->zoom = 1.0;
  self->memory = bjt_grid_memory_new ();
  self->thread = g_thread_pool_new (draw_func, NULL, 1, TRUE, NULL); /* always the same: it has the fonts */
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
}
