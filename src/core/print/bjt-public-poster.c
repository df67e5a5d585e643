/* bjt-public-poster.c: one page. */
#include "bjt-public-poster.h"

#include "bjt-paper.h"
#include "bjt-poster-painter.h"

struct _BjtPublicPoster
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPublicCommunity *community;
  BjtPosterPainter    painter;
  char               *title, *left_footer, *right_footer;

  /* State */
  gboolean         is_mono, has_binding;
  BjtSheetLanguage language;
  double           width, height, k, margin;
};

G_DEFINE_FINAL_TYPE (BjtPublicPoster, bjt_public_poster, BJT_TYPE_SHEET)

static void
bjt_public_poster_finalize (GObject *object)
{
  BjtPublicPoster *self = BJT_PUBLIC_POSTER (object);

  bjt_poster_painter_clear (&self->painter);
  g_clear_pointer (&self->community, bjt_public_community_free);
  g_free (self->title);
  g_free (self->left_footer);
  g_free (self->right_footer);
  G_OBJECT_CLASS (bjt_public_poster_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return 1;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_PUBLIC_POSTER (sheet)->width;
  *height = BJT_PUBLIC_POSTER (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_PUBLIC_POSTER (sheet)->title;
}

static BjtSheetFrame
get_frame (const BjtPublicPoster *self)
{
  return (BjtSheetFrame) {
    .width = self->width,
    .height = self->height,
    .has_binding = self->has_binding,
    .margin = self->margin,
    .title = self->title,
    .subtitle = bjt_sheet_words_get (self->language, BJT_WORD_POSTER_SLOGAN),
    .mark = bjt_sheet_words_get (self->language, BJT_WORD_PUBLIC_MARK),
    .notes = { self->community->is_sample ? bjt_sheet_words_get (self->language, BJT_WORD_DEMO) : NULL, NULL },
    .left_footer = self->left_footer,
    .right_footer = self->right_footer,
  };
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtPublicPoster *self = BJT_PUBLIC_POSTER (sheet);
  BjtSheetPen      pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT), self->language, self->k };
  BjtSheetFrame    frame = get_frame (self);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (BjtBox));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  frame.n_unnamed = bjt_poster_painter_draw_ground (&self->painter, &pen, covered);
  bjt_poster_painter_draw_rest (&self->painter, &pen);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_public_poster_class_init (BjtPublicPosterClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_public_poster_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_public_poster_init (BjtPublicPoster *self)
{
}

static void
write_texts (BjtPublicPoster             *self,
             const BjtPublicSheetOptions *options)
{
  const char      *name = self->community->name != NULL ? self->community->name : "";
  BjtDate          made_on = options->made_on != 0 && options->made_on != BJT_DATE_NONE ? options->made_on : self->community->as_of;
  g_autofree char *day = bjt_date_dup_string (made_on), *data_day = bjt_date_dup_string (self->community->as_of);

  self->title = bjt_sheet_words_format (options->language, BJT_WORD_POSTER_PUBLIC_TITLE, name);
  self->left_footer = g_strdup_printf ("%s %s %s", bjt_sheet_words_get (options->language, BJT_WORD_MADE_BY), options->maker != NULL ? options->maker : name, day);
  self->right_footer = g_strdup_printf ("%s %s", bjt_sheet_words_get (options->language, BJT_WORD_DATA_AS_OF), data_day);
}

BjtSheet *
bjt_public_poster_new (BjtPublicCommunity          *community,
                       const BjtPublicSheetOptions *options,
                       GError                     **error)
{
  g_autoptr (BjtPublicPoster) self = g_object_new (BJT_TYPE_PUBLIC_POSTER, NULL);
  BjtSheetFrame frame;
  BjtPaper      paper;

  self->community = community;
  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A1", &paper, error))
    return NULL;
  if (community->grids->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: the community has no grids yet");
      return NULL;
    }
  self->width = options->is_portrait ? MIN (paper.width, paper.height) : MAX (paper.width, paper.height);
  self->height = options->is_portrait ? MAX (paper.width, paper.height) : MIN (paper.width, paper.height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  self->is_mono = options->is_mono;
  self->has_binding = options->has_binding;
  self->margin = options->margin;
  self->language = options->language;
  write_texts (self, options);
  frame = get_frame (self);
  bjt_poster_painter_init (&self->painter, community, &frame, self->k, &options->extent);
  return BJT_SHEET (g_steal_pointer (&self));
}

double
bjt_public_poster_get_denominator (BjtPublicPoster *self)
{
  return self->painter.ground != NULL ? self->painter.map.denominator : 0;
}
