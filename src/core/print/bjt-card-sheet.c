/* bjt-card-sheet.c: in the order of the doors, so that cards are handed out stair by
 * stair. What a small label has no room for is left out: phone and code stay. */
#include "bjt-card-sheet.h"

#include "bjt-qr-painter.h"
#include "bjt-sheet-pen.h"

#define FULL 30.0 /* a label as high as this says all */
#define PADDING 2.6

struct _BjtCardSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture *picture;
  GArray     *doors; /* guint32 */
  char       *title;

  /* State */
  BjtLabelStock    stock;
  BjtSheetLanguage language;
};

G_DEFINE_FINAL_TYPE (BjtCardSheet, bjt_card_sheet, BJT_TYPE_SHEET)

static void
bjt_card_sheet_finalize (GObject *object)
{
  BjtCardSheet *self = BJT_CARD_SHEET (object);

  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_pointer (&self->doors, g_array_unref);
  g_free (self->title);
  G_OBJECT_CLASS (bjt_card_sheet_parent_class)->finalize (object);
}

static guint
get_n_on_page (const BjtCardSheet *self)
{
  return self->stock.n_rows * self->stock.n_columns;
}

static guint
get_n_pages (BjtSheet *sheet)
{
  BjtCardSheet *self = BJT_CARD_SHEET (sheet);

  return (self->doors->len + get_n_on_page (self) - 1) / get_n_on_page (self);
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_CARD_SHEET (sheet)->stock.paper_width;
  *height = BJT_CARD_SHEET (sheet)->stock.paper_height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_CARD_SHEET (sheet)->title;
}

/* Community and grid above, below whom to call. */
static void
draw_words (const BjtCardSheet   *self,
            const BjtSheetPen    *pen,
            const BjtPictureGrid *grid,
            guint32               door,
            const BjtBox         *box)
{
  double           height = box->y2 - box->y1, room = box->x2 - box->x1, u = MIN (height / 54, room / 50);
  const char      *community = self->picture->community.name != NULL ? self->picture->community.name : "";
  g_autofree char *head = g_strdup_printf ("%s %s", community, grid->name != NULL ? grid->name : "");
  g_autofree char *place = bjt_picture_dup_door_name (self->picture, door);
  g_autofree char *worker = g_strdup_printf ("%s %s", bjt_sheet_pen_word (pen, BJT_WORD_STAFF), grid->staff_name != NULL ? grid->staff_name : "");
  const char      *phone = grid->staff_phone;

  if (height < FULL)
    {
      bjt_sheet_pen_fit (pen, head, &(BjtTextPlace) { box->x1, box->y1 + height * 0.2, 0, MAX (2.1, height * 0.13), room, 0 });
      bjt_sheet_pen_fit (pen, worker, &(BjtTextPlace) { box->x1, box->y1 + height * 0.5, 0, MAX (2.3, height * 0.14), room, 0 });
      bjt_sheet_pen_fit (pen, phone, &(BjtTextPlace) { box->x1, box->y1 + height * 0.82, 0, MAX (2.4, height * 0.15), room, BJT_TEXT_BOLD });
      return;
    }
  u = MAX (u, 0.62);
  bjt_sheet_pen_fit (pen, bjt_sheet_pen_word (pen, BJT_WORD_CARD_TITLE), &(BjtTextPlace) { box->x1, box->y1 + 3 * u, 0, 5.4 * u, room, BJT_TEXT_BOLD });
  bjt_sheet_pen_fit (pen, head, &(BjtTextPlace) { box->x1, box->y1 + 10 * u, 0, 3.4 * u, room, 0 });
  bjt_sheet_pen_fit (pen, worker, &(BjtTextPlace) { box->x1, box->y1 + 20 * u, 0, 4.6 * u, room, BJT_TEXT_BOLD });
  bjt_sheet_pen_fit (pen, phone, &(BjtTextPlace) { box->x1, box->y1 + 28 * u, 0, 6 * u, room, BJT_TEXT_BOLD });
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_fit (pen, bjt_sheet_pen_word (pen, BJT_WORD_CARD_NOTE), &(BjtTextPlace) { box->x1, box->y2 - 7 * u, 0, 2.9 * u, room, 0 });
  bjt_sheet_pen_fit (pen, place, &(BjtTextPlace) { box->x1, box->y2 - 1.8 * u, 0, 2.9 * u, room, 0 });
}

static void
draw_card (const BjtCardSheet *self,
           const BjtSheetPen  *pen,
           guint32             door,
           const BjtBox       *box)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, bjt_picture_get_door (self->picture, door)->building);
  const BjtPictureGrid     *grid = bjt_picture_get_grid (self->picture, building->grid);
  double                    padding = MIN (PADDING, (box->y2 - box->y1) * 0.1), size = MIN (box->y2 - box->y1 - 2 * padding, (box->x2 - box->x1) * (box->y2 - box->y1 < FULL ? 0.32 : 0.38));
  double                    middle = (box->y1 + box->y2) / 2;
  BjtBox                    code = { box->x2 - padding - size, middle - size / 2, box->x2 - padding, middle + size / 2 };
  BjtBox                    words = { box->x1 + padding + 0.8, box->y1 + padding, code.x1 - 1, box->y2 - padding };
  g_autofree char          *link = g_strconcat ("tel:", grid->staff_phone, NULL);

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  cairo_clip (pen->cr);
  bjt_qr_painter_draw (pen->cr, link, &code);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  draw_words (self, pen, grid, door, &words);
  cairo_restore (pen->cr);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtCardSheet        *self = BJT_CARD_SHEET (sheet);
  const BjtLabelStock *stock = &self->stock;
  BjtSheetPen          pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (BJT_PALETTE_PRINT), self->language, 1 };
  guint                first = page * get_n_on_page (self), n = MIN (get_n_on_page (self), self->doors->len - first);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, stock->paper_width, stock->paper_height);
  cairo_fill (cr);
  for (guint i = 0; i < n; i++)
    {
      double x = stock->left + i % stock->n_columns * stock->pitch_x, y = stock->top + i / stock->n_columns * stock->pitch_y;
      BjtBox box = { x, y, x + stock->width, y + stock->height };

      draw_card (self, &pen, g_array_index (self->doors, guint32, first + i), &box);
      bjt_palette_set_source (cr, pen.palette->cell_edge, 0.4);
      bjt_sheet_pen_box (&pen, &box, 0.05);
    }
}

static void
bjt_card_sheet_class_init (BjtCardSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_card_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_card_sheet_init (BjtCardSheet *self)
{
  self->doors = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/* A card without a phone would be of no use. */
static gboolean
has_phone (const BjtPicture *picture,
           guint32           door)
{
  guint32 grid = bjt_picture_get_building (picture, bjt_picture_get_door (picture, door)->building)->grid;

  return grid != BJT_NO_INDEX && bjt_picture_get_grid (picture, grid)->staff_phone != NULL;
}

BjtSheet *
bjt_card_sheet_new (BjtPicture          *picture,
                    const BjtDoorSet    *doors,
                    const BjtLabelStock *stock,
                    BjtSheetLanguage     language,
                    GError             **error)
{
  g_autoptr (BjtCardSheet) self = g_object_new (BJT_TYPE_CARD_SHEET, NULL);

  self->picture = bjt_picture_ref (picture);
  self->stock = *stock;
  self->language = language;
  self->title = g_strdup_printf ("%s %s", picture->community.name != NULL ? picture->community.name : "", bjt_sheet_words_get (language, BJT_WORD_CARD_TITLE));
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    if (bjt_picture_get_door (picture, d)->households.n > 0 && has_phone (picture, d))
      g_array_append_val (self->doors, d);
  if (self->doors->len > 0)
    return BJT_SHEET (g_steal_pointer (&self));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: no household here, or no grid worker with a phone");
  return NULL;
}
