/* bjt-nup-sheet.c: rows and columns that leave the pages as large as can be. */
#include "bjt-nup-sheet.h"

#include "bjt-paper.h"

#define MAX_PAGES 16
#define MARGIN 5.0
#define GAP 4.0

struct _BjtNupSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtSheet *source;

  /* State */
  guint  n, n_columns, n_rows;
  double width, height, margin, scale;
  double page_width, page_height; /* of the source */
};

G_DEFINE_FINAL_TYPE (BjtNupSheet, bjt_nup_sheet, BJT_TYPE_SHEET)

static void
bjt_nup_sheet_finalize (GObject *object)
{
  g_clear_object (&BJT_NUP_SHEET (object)->source);
  G_OBJECT_CLASS (bjt_nup_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  BjtNupSheet *self = BJT_NUP_SHEET (sheet);

  return (bjt_sheet_get_n_pages (self->source) + self->n - 1) / self->n;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_NUP_SHEET (sheet)->width;
  *height = BJT_NUP_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return bjt_sheet_get_title (BJT_NUP_SHEET (sheet)->source);
}

static char *
dup_bookmark (BjtSheet *sheet,
              guint     page,
              guint    *depth)
{
  BjtNupSheet *self = BJT_NUP_SHEET (sheet);

  return bjt_sheet_dup_bookmark (self->source, page * self->n, depth);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtNupSheet *self = BJT_NUP_SHEET (sheet);
  guint        first = page * self->n, n = MIN (self->n, bjt_sheet_get_n_pages (self->source) - first);
  double       step_x = (self->width - 2 * self->margin + GAP) / self->n_columns, step_y = (self->height - 2 * self->margin + GAP) / self->n_rows;
  double       width = self->page_width * self->scale, height = self->page_height * self->scale;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  for (guint i = 0; i < n; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, self->margin + i % self->n_columns * step_x + (step_x - GAP - width) / 2,
                       self->margin + i / self->n_columns * step_y + (step_y - GAP - height) / 2);
      cairo_scale (cr, self->scale, self->scale);
      cairo_rectangle (cr, 0, 0, self->page_width, self->page_height);
      cairo_clip (cr);
      bjt_sheet_draw_page (self->source, cr, first + i);
      cairo_restore (cr);
    }
}

static void
bjt_nup_sheet_class_init (BjtNupSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_nup_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
  sheet_class->dup_bookmark = dup_bookmark;
}

static void
bjt_nup_sheet_init (BjtNupSheet *self)
{
}

/* The best of all rows and columns on a paper of this size, if better than before. */
static void
try_paper (BjtNupSheet *self,
           double       width,
           double       height)
{
  for (guint columns = 1; columns <= self->n; columns++)
    {
      guint  rows = (self->n + columns - 1) / columns;
      double x = (width - 2 * self->margin - (columns - 1) * GAP) / columns / self->page_width;
      double y = (height - 2 * self->margin - (rows - 1) * GAP) / rows / self->page_height;

      if (MIN (x, y) <= self->scale)
        continue;
      self->scale = MIN (x, y);
      self->n_columns = columns;
      self->n_rows = rows;
      self->width = width;
      self->height = height;
    }
}

/**
 * bjt_nup_sheet_new:
 *
 * Returns: (transfer full) (nullable): pages are never made larger
 */
BjtSheet *
bjt_nup_sheet_new (BjtSheet     *source,
                   const BjtNup *nup,
                   GError      **error)
{
  g_autoptr (BjtNupSheet) self = NULL;
  BjtPaper paper;

  if (!bjt_paper_parse (nup->paper != NULL ? nup->paper : "A4", &paper, error))
    return NULL;
  if (nup->n < 1 || nup->n > MAX_PAGES || !(nup->margin >= 0 && nup->margin <= 40))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "Put 1 to %d pages on one, with a margin of up to 40 mm", MAX_PAGES);
      return NULL;
    }
  self = g_object_new (BJT_TYPE_NUP_SHEET, NULL);
  self->source = g_object_ref (source);
  self->n = nup->n;
  self->margin = nup->margin > 0 ? nup->margin : MARGIN;
  bjt_sheet_get_page_size_mm (source, &self->page_width, &self->page_height);
  try_paper (self, paper.width, paper.height);
  try_paper (self, paper.height, paper.width);
  self->scale = MIN (self->scale, 1);
  bjt_sheet_share_text (BJT_SHEET (self), source);
  return BJT_SHEET (g_steal_pointer (&self));
}

double
bjt_nup_sheet_get_scale (BjtNupSheet *self)
{
  return self->scale;
}
