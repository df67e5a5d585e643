/* bjt-sheet-notes.c: purpose and receiver that are not given are lines to fill in. */
#include "bjt-sheet-notes.h"

#define BLANK "__________"

static char *
dup_purpose (const BjtGridSheetOptions *options,
             const char                *copy)
{
  return g_strdup_printf ("%s%s%s %s · %s %s", copy != NULL ? copy : "", copy != NULL ? " · " : "",
                          bjt_sheet_words_get (options->language, BJT_WORD_PURPOSE), options->purpose != NULL ? options->purpose : BLANK,
                          bjt_sheet_words_get (options->language, BJT_WORD_RECEIVER), options->receiver != NULL ? options->receiver : BLANK);
}

/* Those of the three that are there, with dots between. */
static char *
join (const char *a,
      const char *b,
      const char *c)
{
  const char *all[] = { a, b, c };
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", all[i]);
  return g_string_free (text, text->len == 0);
}

void
bjt_sheet_notes_init (BjtSheetNotes             *self,
                      const BjtPicture          *picture,
                      const BjtGridSheetOptions *options)
{
  BjtSheetLanguage language = options->language;
  BjtDate          made_on = options->made_on != 0 && options->made_on != BJT_DATE_NONE ? options->made_on : picture->as_of;
  g_autofree char *day = bjt_date_dup_string (picture->as_of);
  g_autofree char *date = bjt_date_dup_string (made_on);
  g_autofree char *copy = options->copy_number > 0 ? bjt_sheet_words_format (language, BJT_WORD_COPY, options->copy_number) : NULL;
  const char      *community = picture->community.name != NULL ? picture->community.name : "";
  const char      *demo = picture->community.is_sample ? bjt_sheet_words_get (language, BJT_WORD_DEMO) : NULL;
  g_autofree char *made = g_strdup_printf ("%s %s %s", bjt_sheet_words_get (language, BJT_WORD_MADE_BY), options->maker != NULL ? options->maker : community, date);

  *self = (BjtSheetNotes) { .language = language, .has_binding = options->has_binding, .margin = options->margin, .is_mono = options->is_mono };
  self->notes[0] = dup_purpose (options, copy);
  self->notes[1] = g_strdup_printf ("%s %s", bjt_sheet_words_get (language, BJT_WORD_DATA_AS_OF), day);
  self->left_footer = join (made, demo, NULL);
  self->watermark = join (demo, options->receiver, copy);
  self->note = g_strdup (options->note);
}

void
bjt_sheet_notes_clear (BjtSheetNotes *self)
{
  g_clear_pointer (&self->notes[0], g_free);
  g_clear_pointer (&self->notes[1], g_free);
  g_clear_pointer (&self->left_footer, g_free);
  g_clear_pointer (&self->watermark, g_free);
  g_clear_pointer (&self->note, g_free);
}

BjtSheetFrame
bjt_sheet_notes_get_frame (const BjtSheetNotes *self,
                           double               width,
                           double               height)
{
  return (BjtSheetFrame) {
    .width = width,
    .height = height,
    .has_binding = self->has_binding,
    .margin = self->margin,
    .mark = bjt_sheet_words_get (self->language, BJT_WORD_INTERNAL),
    .notes = { self->notes[0], self->notes[1] },
    .left_footer = self->left_footer,
    .warning = self->note,
  };
}

BjtSheetPen
bjt_sheet_notes_get_pen (const BjtSheetNotes *self,
                         BjtSheet            *sheet,
                         cairo_t             *cr,
                         double               k)
{
  return (BjtSheetPen) { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT), self->language, k };
}
