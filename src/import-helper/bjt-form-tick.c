/* bjt-form-tick.c: check boxes of a text document.
 *
 * - symbols of the Wingdings fonts (w:sym)
 * - form fields of old (w:ffData with w:checkBox)
 * - content controls (w14:checkbox), which say themselves with which letter of
 *   which font they are drawn; state and letter go together. */
#include "bjt-form-tick.h"

#include <string.h>

typedef struct
{
  const char *font;
  guint       open, ticked; /* in which a box is drawn */
  guint       others[6];    /* further boxes: open ones, 0, ticked ones */
} Symbols;

static const Symbols symbols[] = {
  { "Wingdings", 0xA8, 0xFE, { 0x6F, 0x71, 0x72, 0, 0xFD } },
  { "Wingdings 2", 0xA3, 0x52, { 0x2A, 0x30, 0, 0x51, 0x53, 0x54 } },
};

static const Symbols *
find_symbols (const char *font)
{
  for (gsize i = 0; font != NULL && i < G_N_ELEMENTS (symbols); i++)
    if (g_ascii_strcasecmp (symbols[i].font, font) == 0)
      return symbols + i;
  return NULL;
}

static guint
parse_letter (const char *text)
{
  guint64 letter = text != NULL ? g_ascii_strtoull (text, NULL, 16) : 0;

  return letter >= 0xF000 && letter <= 0xF0FF ? (guint) letter - 0xF000 : letter <= 0x10FFFF ? (guint) letter : 0;
}

static gboolean
is_symbol (const BjtXmlElement *element,
           gboolean            *is_ticked)
{
  g_autofree char *font = bjt_xml_element_dup_attribute (element, "font");
  g_autofree char *text = bjt_xml_element_dup_attribute (element, "char");
  const Symbols   *set = find_symbols (font);
  guint            letter = parse_letter (text);
  gboolean         is_behind = FALSE;

  if (set == NULL || letter == 0)
    return FALSE;
  *is_ticked = letter == set->ticked;
  if (letter == set->open || letter == set->ticked)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (set->others); i++)
    {
      is_behind |= set->others[i] == 0;
      if (set->others[i] == letter)
        {
          *is_ticked = is_behind;
          return TRUE;
        }
    }
  return FALSE;
}

/* Old form fields */

static BjtXmlElement *
find_check_box (const BjtXmlElement *element)
{
  BjtXmlElement *data = bjt_xml_element_get_first ((BjtXmlElement *) element, "ffData");

  return data != NULL ? bjt_xml_element_get_first (data, "checkBox") : NULL;
}

static gboolean
is_on (BjtXmlElement *parent,
       const char    *name,
       gboolean       otherwise)
{
  BjtXmlElement   *at = bjt_xml_element_get_first (parent, name);
  g_autofree char *value = at != NULL ? bjt_xml_element_dup_attribute (at, "val") : NULL;

  if (at == NULL)
    return otherwise;
  return value == NULL || strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0;
}

gboolean
bjt_form_tick_is_box (const BjtXmlElement *element,
                      gboolean            *is_ticked)
{
  BjtXmlElement *box;

  if (bjt_xml_element_is (element, "sym"))
    return is_symbol (element, is_ticked);
  box = bjt_xml_element_is (element, "fldChar") ? find_check_box (element) : NULL;
  if (box != NULL)
    *is_ticked = is_on (box, "checked", is_on (box, "default", FALSE));
  return box != NULL;
}

static void
set_check_box (BjtXmlElement *box,
               gboolean       on)
{
  BjtXmlElement *checked = bjt_xml_element_get_first (box, "checked");

  if (checked == NULL)
    checked = bjt_xml_element_append (box, "checked");
  bjt_xml_element_set_own_attribute (checked, "val", on ? "1" : "0");
}

static void
set_symbol (BjtXmlElement *element,
            gboolean       on)
{
  g_autofree char *font = bjt_xml_element_dup_attribute (element, "font");
  const Symbols   *set = find_symbols (font);
  g_autofree char *letter = set != NULL ? g_strdup_printf ("%04X", 0xF000 + (on ? set->ticked : set->open)) : NULL;

  if (letter != NULL)
    bjt_xml_element_set_own_attribute (element, "char", letter);
}

/* Content controls */

/* The w14:checkbox of the control that the element stands in; NULL: it stands in none. */
static BjtXmlElement *
find_control (BjtXmlElement *element)
{
  for (BjtXmlElement *at = bjt_xml_element_get_parent (element); at != NULL; at = bjt_xml_element_get_parent (at))
    if (bjt_xml_element_is (at, "sdt"))
      {
        BjtXmlElement *properties = bjt_xml_element_get_first (at, "sdtPr");

        return properties != NULL ? bjt_xml_element_get_first (properties, "checkbox") : NULL;
      }
  return NULL;
}

static void
set_fonts (BjtXmlElement *run,
           const char    *font)
{
  static const char *const names[] = { "ascii", "eastAsia", "hAnsi" };
  BjtXmlElement *properties = bjt_xml_element_get_first (run, "rPr");
  BjtXmlElement *fonts = properties != NULL ? bjt_xml_element_get_first (properties, "rFonts") : NULL;

  for (gsize i = 0; fonts != NULL && i < G_N_ELEMENTS (names); i++)
    bjt_xml_element_set_own_attribute (fonts, names[i], font);
}

/* Draws the letter that the control names for its state. */
static void
draw_control (BjtXmlElement *element,
              BjtXmlElement *state,
              gboolean       on)
{
  g_autofree char *value = state != NULL ? bjt_xml_element_dup_attribute (state, "val") : NULL;
  g_autofree char *font = state != NULL ? bjt_xml_element_dup_attribute (state, "font") : NULL;
  guint            letter = parse_letter (value);
  char             text[7] = { 0 };

  if (letter == 0)
    letter = on ? 0x2612 : 0x2610;
  if (find_symbols (font) != NULL || bjt_xml_element_is (element, "sym"))
    {
      g_autofree char *number = g_strdup_printf ("%04X", letter <= 0xFF ? 0xF000 + letter : letter);
      BjtXmlElement   *symbol = bjt_xml_element_is (element, "sym") ? element : bjt_xml_element_insert_after (element, "sym");

      bjt_xml_element_set_own_attribute (symbol, "font", font != NULL ? font : "MS Gothic");
      bjt_xml_element_set_own_attribute (symbol, "char", number);
      if (symbol != element)
        bjt_xml_element_set_text (element, "");
      return;
    }
  g_unichar_to_utf8 (letter, text);
  bjt_xml_element_set_text (element, text);
  if (font != NULL)
    set_fonts (bjt_xml_element_get_parent (element), font);
}

static void
set_control (BjtXmlElement *control,
             BjtXmlElement *element,
             gboolean       on)
{
  BjtXmlElement *checked = bjt_xml_element_get_first (control, "checked");

  if (checked == NULL)
    checked = bjt_xml_element_get_first (control, NULL) != NULL ? bjt_xml_element_insert_before (bjt_xml_element_get_first (control, NULL), "checked")
                                                                : bjt_xml_element_append (control, "checked");
  bjt_xml_element_set_own_attribute (checked, "val", on ? "1" : "0");
  draw_control (element, bjt_xml_element_get_first (control, on ? "checkedState" : "uncheckedState"), on);
}

gboolean
bjt_form_tick_set (BjtXmlElement *element,
                   gboolean       on)
{
  BjtXmlElement *control = find_control (element);

  if (control != NULL)
    set_control (control, element, on);
  else if (bjt_xml_element_is (element, "sym"))
    set_symbol (element, on);
  else if (bjt_xml_element_is (element, "fldChar"))
    set_check_box (find_check_box (element), on);
  else
    return FALSE;
  return TRUE;
}
