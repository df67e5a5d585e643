/* bjt-atlas.c: finds the sheet a page belongs to and lets it draw. All draw with
 * one store of texts. */
#include "bjt-atlas.h"

typedef struct
{
  BjtSheet *sheet;
  guint     first;   /* page */
  char     *section; /* begins with it; may be NULL */
  guint     depth;   /* of its bookmarks */
} Member;

struct _BjtAtlas
{
  BjtSheet parent_instance;

  /* Owned */
  char   *title;
  GArray *members;

  /* State */
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (BjtAtlas, bjt_atlas, BJT_TYPE_SHEET)

static void
clear_member (gpointer data)
{
  Member *member = data;

  g_object_unref (member->sheet);
  g_free (member->section);
}

static void
bjt_atlas_finalize (GObject *object)
{
  BjtAtlas *self = BJT_ATLAS (object);

  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (bjt_atlas_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return BJT_ATLAS (sheet)->n_pages;
}

static Member *
get_member (BjtAtlas *self,
            guint     index)
{
  return &g_array_index (self->members, Member, index);
}

static Member *
find_member (BjtAtlas *self,
             guint     page)
{
  guint low = 0, high = self->members->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (get_member (self, middle)->first <= page)
        low = middle;
      else
        high = middle;
    }
  return get_member (self, low);
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  bjt_sheet_get_page_size_mm (get_member (BJT_ATLAS (sheet), 0)->sheet, width, height);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  Member *member = find_member (BJT_ATLAS (sheet), page);

  bjt_sheet_draw_page (member->sheet, cr, page - member->first);
}

static void
set_place (BjtSheet *sheet,
           guint     n_before,
           guint     n_all)
{
  BjtAtlas *self = BJT_ATLAS (sheet);

  for (guint i = 0; i < self->members->len; i++)
    bjt_sheet_set_place (get_member (self, i)->sheet, n_before + get_member (self, i)->first, n_all);
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_ATLAS (sheet)->title;
}

/* A section and what begins it are on the same page: two lines. */
static char *
dup_bookmark (BjtSheet *sheet,
              guint     page,
              guint    *depth)
{
  Member          *member = find_member (BJT_ATLAS (sheet), page);
  g_autofree char *own = bjt_sheet_dup_bookmark (member->sheet, page - member->first, depth);

  if (page == member->first && member->section != NULL)
    {
      *depth = 0;
      return own != NULL ? g_strdup_printf ("%s\n%s", member->section, own) : g_strdup (member->section);
    }
  *depth += member->depth;
  return g_steal_pointer (&own);
}

static void
bjt_atlas_class_init (BjtAtlasClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_atlas_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->draw_page = draw_page;
  sheet_class->get_title = get_title;
  sheet_class->set_place = set_place;
  sheet_class->dup_bookmark = dup_bookmark;
}

static void
bjt_atlas_init (BjtAtlas *self)
{
  self->members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
}

static void
add_member (BjtAtlas *self,
            BjtSheet *sheet)
{
  Member member = { .sheet = g_object_ref (sheet), .first = self->n_pages };

  self->n_pages += bjt_sheet_get_n_pages (sheet);
  bjt_sheet_share_text (sheet, BJT_SHEET (self));
  g_array_append_val (self->members, member);
}

/**
 * bjt_atlas_new:
 * @title: no personal data
 * @sheets: (element-type BjtSheet): in order; at least one
 *
 * Returns: (transfer full): all their pages as one sheet, or %NULL when there
 *   is none or their paper differs
 */
BjtSheet *
bjt_atlas_new (const char *title,
               GPtrArray  *sheets,
               GError    **error)
{
  BjtAtlas *self;

  if (sheets->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: no building here has doors");
      return NULL;
    }
  for (guint i = 1; i < sheets->len; i++)
    if (!bjt_sheet_has_size_of (sheets->pdata[0], sheets->pdata[i]))
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "The sheets of one file need one paper and one orientation");
        return NULL;
      }
  self = g_object_new (BJT_TYPE_ATLAS, NULL);
  self->title = g_strdup (title);
  for (guint i = 0; i < sheets->len; i++)
    add_member (self, sheets->pdata[i]);
  set_place (BJT_SHEET (self), 0, self->n_pages);
  return BJT_SHEET (self);
}

guint
bjt_atlas_find_page (BjtAtlas *self,
                     guint     sheet)
{
  return get_member (self, sheet)->first;
}

void
bjt_atlas_set_section (BjtAtlas   *self,
                       guint       sheet,
                       const char *name)
{
  Member *first = get_member (self, sheet);

  g_free (first->section);
  first->section = g_strdup (name);
  for (guint i = sheet; i < self->members->len; i++)
    get_member (self, i)->depth = name != NULL ? 1 : 0;
}
