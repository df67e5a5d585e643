/* bjt-plan-pages.c: the painter of plans on paper. A page has the building and
 * the level as its title, and the scale it came out at. */
#include "bjt-plan-pages.h"

#include <cairo-pdf.h>
#include <math.h>

#include "paint/bjt-plan-painter.h"
#include "plan/bjt-plan-levels.h"
#include "print/bjt-sheet-words.h"

#define POINTS_PER_MM (72 / 25.4)
#define LONG_SIDE (297 * POINTS_PER_MM)
#define SHORT_SIDE (210 * POINTS_PER_MM)
#define MARGIN (12 * POINTS_PER_MM)
#define TITLE_ROOM (12 * POINTS_PER_MM)
#define TITLE_SIZE 15.0
#define NOTE_SIZE 9.0
#define POINT_A_PIXEL 0.5 /* what the painter takes for a pixel of the screen, on paper */
#define ROOM 3.0 /* pt around the plan: half a line of it */
#define PICTURE_MARGIN 24.0

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (cairo_surface_t *surface,
        cairo_status_t   status,
        GByteArray      *bytes,
        GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the plan can't be painted: %s", cairo_status_to_string (status));
  return NULL;
}

static BjtPlanPainter *
new_painter (BjtPicture     *picture,
             BjtPlanExcerpt *excerpt,
             int             ordinal,
             gboolean        with_facts)
{
  BjtPlanPainter *painter = bjt_plan_painter_new (picture, excerpt->plan, ordinal, excerpt->backdrops);

  bjt_plan_painter_set_show (painter, BJT_PLAN_SHOW_LABELS | (with_facts ? BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_ANNOTATIONS | BJT_PLAN_SHOW_NAMES
                                                                         : BJT_PLAN_SHOW_CURTAIN));
  return painter;
}

static BjtBox
get_box (BjtPlanPainter *painter,
         BjtPlanExcerpt *excerpt)
{
  BjtBox box = bjt_plan_painter_get_box (painter);

  return bjt_box_is_empty (&box) ? bjt_plan_excerpt_get_box (excerpt) : box;
}

/* Pages */

typedef struct
{
  BjtPicture      *picture;
  cairo_surface_t *surface;
  cairo_t         *cr;
  BjtTextPainter  *text;
  gboolean         with_facts;
} Pages;

static void
write_title (Pages          *self,
             BjtPlanExcerpt *excerpt,
             int             ordinal,
             double          width)
{
  guint32          building = bjt_plan_excerpt_get_plan (excerpt)->building;
  g_autofree char *name = bjt_picture_dup_building_name (self->picture, building);
  g_autofree char *level = bjt_picture_dup_level_label (self->picture, building, ordinal);
  g_autofree char *words = bjt_sheet_words_dup_level (BJT_SHEET_CHINESE, level);
  g_autofree char *title = g_strdup_printf ("%s · %s", name, words);
  BjtTextPlace     place = { MARGIN, MARGIN + TITLE_SIZE / 2, 0, TITLE_SIZE, width - 2 * MARGIN, BJT_TEXT_BOLD };

  cairo_set_source_rgb (self->cr, 0, 0, 0);
  bjt_text_painter_draw (self->text, self->cr, title, &place);
}

static void
write_scale (Pages              *self,
             const BjtPlanFrame *frame,
             double              width,
             double              height)
{
  g_autofree char *note = g_strdup_printf ("1 : %.0f", POINTS_PER_MM * 1000 / frame->scale);
  BjtTextPlace     place = { width - MARGIN, height - MARGIN / 2, 1, NOTE_SIZE, 0, 0 };

  cairo_set_source_rgb (self->cr, 0.3, 0.3, 0.3);
  bjt_text_painter_draw (self->text, self->cr, note, &place);
}

static void
paint_page (Pages          *self,
            BjtPlanExcerpt *excerpt,
            int             ordinal)
{
  g_autoptr (BjtPlanPainter) painter = new_painter (self->picture, excerpt, ordinal, self->with_facts);
  BjtBox       box = get_box (painter, excerpt);
  gboolean     is_wide = box.x2 - box.x1 >= box.y2 - box.y1;
  double       width = is_wide ? LONG_SIDE : SHORT_SIDE, height = is_wide ? SHORT_SIDE : LONG_SIDE;
  BjtPlanFrame frame = { .width = width - 2 * MARGIN, .height = height - 2 * MARGIN - TITLE_ROOM };

  cairo_pdf_surface_set_size (self->surface, width, height);
  bjt_plan_frame_fit (&frame, &box, ROOM);
  bjt_plan_painter_set_text (painter, self->text);
  write_title (self, excerpt, ordinal, width);
  cairo_save (self->cr);
  cairo_translate (self->cr, MARGIN, MARGIN + TITLE_ROOM);
  cairo_rectangle (self->cr, 0, 0, frame.width, frame.height);
  cairo_clip (self->cr);
  bjt_plan_painter_paint (painter, self->cr, &frame, POINT_A_PIXEL);
  cairo_restore (self->cr);
  write_scale (self, &frame, width, height);
  cairo_show_page (self->cr);
}

/**
 * bjt_plan_pages_write_pdf:
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
bjt_plan_pages_write_pdf (BjtPicture            *picture,
                          BjtPlanExcerpt *const *excerpts,
                          guint                  n_excerpts,
                          gboolean               with_facts,
                          GError               **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (BjtTextPainter) text = bjt_text_painter_new (TRUE);
  Pages       pages = { .picture = picture, .text = text, .with_facts = with_facts };
  cairo_status_t status;

  pages.surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, LONG_SIDE, SHORT_SIDE);
  pages.cr = cairo_create (pages.surface);
  for (guint i = 0; i < n_excerpts; i++)
    for (guint r = 0; r < excerpts[i]->levels->len; r++)
      {
        const BjtLevelRange *range = &g_array_index (excerpts[i]->levels, BjtLevelRange, r);

        for (int ordinal = range->first; ordinal <= range->last; ordinal++)
          paint_page (&pages, excerpts[i], ordinal);
      }
  status = cairo_status (pages.cr);
  cairo_destroy (pages.cr);
  cairo_surface_finish (pages.surface);
  return finish (pages.surface, status, bytes, error);
}

/**
 * bjt_plan_pages_write_png:
 * @pixels: of the longer side
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
bjt_plan_pages_write_png (BjtPicture     *picture,
                          BjtPlanExcerpt *excerpt,
                          guint           pixels,
                          gboolean        with_facts,
                          GError        **error)
{
  int          ordinal = g_array_index (excerpt->levels, BjtLevelRange, 0).first;
  g_autoptr (BjtPlanPainter) painter = new_painter (picture, excerpt, ordinal, with_facts);
  BjtBox       box = get_box (painter, excerpt);
  double       width = fmax (box.x2 - box.x1, 0.1), height = fmax (box.y2 - box.y1, 0.1);
  double       scale = pixels / fmax (width, height);
  BjtPlanFrame frame = { .width = ceil (fmax (width * scale, 64)) + 2 * PICTURE_MARGIN, .height = ceil (fmax (height * scale, 64)) + 2 * PICTURE_MARGIN };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) frame.width, (int) frame.height);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *bytes = g_byte_array_new ();
  cairo_status_t   status;

  bjt_plan_frame_fit (&frame, &box, PICTURE_MARGIN);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_plan_painter_paint (painter, cr, &frame, 1);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  return finish (surface, status, bytes, error);
}
