/* bjt-form-boxes.c: a box belongs to the words that touch it. On a line they stand
 * all behind their boxes or all before them; what else stands between two boxes
 * is the label of the next question. */
#include "bjt-form-boxes.h"

#include <string.h>

#define OPEN_BOX 0x25A1 /* □ */
#define TICKED_BOX 0x2611 /* ☑ */
#define MAX_LABEL_CHARS 20

static gboolean
is_open (gunichar c)
{
  return c == OPEN_BOX || c == 0x2610 || c == 0x25A2 || c == 0x25FB || c == 0x25FD || c == 0x2751 || c == 0x2752;
}

static gboolean
is_box (gunichar c)
{
  return is_open (c) || c == TICKED_BOX || c == 0x2612 || c == 0x25A0;
}

static gboolean
is_room (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || c == '_' || c == 0xFF3F;
}

static gboolean
is_stop (gunichar c)
{
  return c == ',' || c == ';' || c == '/' || c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF1B;
}

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xFF1A;
}

static gboolean
opens_bracket (gunichar c)
{
  return c == '(' || c == 0xFF08;
}

static gboolean
closes_bracket (gunichar c)
{
  return c == ')' || c == 0xFF09;
}

/* “Tick in □”: it is no box to tick itself. */
static gboolean
is_told_about (const char *box)
{
  static const char *const words[] = { "内", "里", "中打", "中画", "中划", "中填", "中勾", "打" };
  const char *next = g_utf8_next_char (box);

  if (g_str_has_prefix (next, "”") || g_str_has_prefix (next, "\""))
    next = g_utf8_next_char (next);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (next, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
bjt_form_boxes_is_box (const char *at)
{
  return is_box (g_utf8_get_char (at));
}

gboolean
bjt_form_boxes_has (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((is_open (g_utf8_get_char (at)) || g_utf8_get_char (at) == TICKED_BOX) && !is_told_about (at))
      return TRUE;
  return FALSE;
}

/**
 * bjt_form_boxes_dup_open:
 *
 * Returns: (transfer full):
 */
char *
bjt_form_boxes_dup_open (const char *text)
{
  char     bytes[7] = { 0 };
  gunichar found = OPEN_BOX;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_open (g_utf8_get_char (at)))
      {
        found = g_utf8_get_char (at);
        break;
      }
  g_unichar_to_utf8 (found, bytes);
  return g_strdup (bytes);
}

/**
 * bjt_form_boxes_choose_tick:
 *
 * Returns: (transfer none): what a form that says nothing about it gets is ☑
 */
const char *
bjt_form_boxes_choose_tick (const BjtFormSketch *sketch)
{
  static const char *const ticks[] = { "☑", "√", "✓", "✔" };

  for (gsize t = 0; t < G_N_ELEMENTS (ticks); t++)
    for (guint b = 0; b < sketch->blocks->len; b++)
      {
        const BjtFormBlock *block = bjt_form_sketch_get_block (sketch, b);

        for (guint i = 0; i < block->cells->len; i++)
          if (strstr (g_array_index (block->cells, BjtFormCell, i).text, ticks[t]) != NULL)
            return ticks[t];
      }
  return ticks[0];
}

/* Groups */

static void
clear_box (gpointer data)
{
  BjtFormBox *box = data;

  g_free (box->option);
}

void
bjt_form_boxes_free (BjtFormBoxes *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_array_unref (self->boxes);
  g_free (self);
}

typedef struct
{
  const char *text;
  GPtrArray  *groups;  /* BjtFormBoxes */
  char       *pending; /* a line that may be the label of what comes below; NULL: none */
} Finding;

static BjtFormBoxes *
begin_group (Finding *self,
             char    *label)
{
  BjtFormBoxes *group = g_new0 (BjtFormBoxes, 1);

  group->label = label;
  group->boxes = g_array_new (FALSE, FALSE, sizeof (BjtFormBox));
  g_array_set_clear_func (group->boxes, clear_box);
  g_ptr_array_add (self->groups, group);
  return group;
}

/* The last words of a piece of text without colon and room; NULL: there are none. */
static char *
dup_last_words (const char *start,
                const char *end)
{
  const char *at;
  int         depth = 0;

  while (end > start)
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (end));

      if (!is_room (c) && !is_colon (c) && !is_stop (c))
        break;
      end = g_utf8_prev_char (end);
    }
  for (at = end; at > start; at = g_utf8_prev_char (at))
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (at));

      depth += closes_bracket (c) ? 1 : opens_bracket (c) ? -1 : 0;
      if (depth <= 0 && (is_room (c) || is_stop (c)))
        break;
    }
  return end > at && !opens_bracket (g_utf8_get_char (at)) ? g_strndup (at, (gsize) (end - at)) : NULL;
}

/* Where the words behind a box end. */
static const char *
find_option_end (const char *start,
                 const char *end)
{
  int depth = 0;

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      depth += opens_bracket (c) ? 1 : closes_bracket (c) ? -1 : 0;
      if (depth <= 0 && (is_room (c) || is_stop (c)))
        return at;
    }
  return end;
}

static const char *
skip_room (const char *at,
           const char *end)
{
  while (at < end && is_room (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static void
add_box (Finding      *self,
         BjtFormBoxes *group,
         const char   *at,
         char         *option)
{
  BjtFormBox box = { (guint32) (at - self->text), (guint32) (g_utf8_next_char (at) - at), option };

  g_array_append_val (group->boxes, box);
}

static const char *
find_box (const char *at,
          const char *end)
{
  while (at < end && (!is_box (g_utf8_get_char (at)) || is_told_about (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* The group that a box goes to, given what stands before it that is not an option. */
static BjtFormBoxes *
choose_group (Finding      *self,
              BjtFormBoxes *current,
              const char   *start,
              const char   *end)
{
  char *label = dup_last_words (start, end);

  if (label != NULL)
    return begin_group (self, label);
  return current != NULL ? current : begin_group (self, g_steal_pointer (&self->pending));
}

/* □男 □女 */
static void
read_boxes_first (Finding    *self,
                  const char *start,
                  const char *end)
{
  BjtFormBoxes *group = self->groups->len > 0 ? self->groups->pdata[self->groups->len - 1] : NULL;
  const char   *before = start;

  for (const char *box = find_box (start, end); box < end;)
    {
      const char      *next = find_box (g_utf8_next_char (box), end);
      const char      *from = skip_room (g_utf8_next_char (box), next);
      const char      *to = find_option_end (from, next);
      g_autofree char *option = dup_last_words (from, to);

      group = choose_group (self, group, before, box);
      add_box (self, group, box, option != NULL ? g_steal_pointer (&option) : g_strdup (""));
      before = to;
      box = next;
    }
}

/* 男□ 女□ */
static void
read_boxes_last (Finding    *self,
                 const char *start,
                 const char *end)
{
  BjtFormBoxes *group = self->groups->len > 0 ? self->groups->pdata[self->groups->len - 1] : NULL;

  for (const char *box = find_box (start, end); box < end; box = find_box (start, end))
    {
      const char *to = box, *from;

      while (to > start && is_room (g_utf8_get_char (g_utf8_prev_char (to))))
        to = g_utf8_prev_char (to);
      for (from = to; from > start; from = g_utf8_prev_char (from))
        {
          gunichar c = g_utf8_get_char (g_utf8_prev_char (from));

          if (is_room (c) || is_stop (c) || is_colon (c))
            break;
        }
      group = choose_group (self, group, start, from);
      add_box (self, group, box, g_strndup (from, (gsize) (to - from)));
      start = g_utf8_next_char (box);
    }
}

/* Whether words stand before their boxes on this line. */
static gboolean
are_boxes_last (const char *start,
                const char *end)
{
  int balance = 0;

  for (const char *box = find_box (start, end); box < end; box = find_box (g_utf8_next_char (box), end))
    {
      const char *next = g_utf8_next_char (box);
      gunichar    before = box > start ? g_utf8_get_char (g_utf8_prev_char (box)) : ' ';
      gunichar    behind = next < end ? g_utf8_get_char (next) : ' ';

      balance += !is_room (before) && !is_stop (before) && !is_colon (before) && !is_box (before);
      balance -= !is_room (behind) && !is_stop (behind) && !opens_bracket (behind) && !is_box (behind);
    }
  return balance > 0;
}

static void
read_line (Finding    *self,
           const char *start,
           const char *end)
{
  if (find_box (start, end) < end)
    {
      (are_boxes_last (start, end) ? read_boxes_last : read_boxes_first) (self, start, end);
      return;
    }
  g_free (self->pending);
  self->pending = g_utf8_strlen (start, end - start) <= MAX_LABEL_CHARS ? dup_last_words (start, end) : NULL;
}

/**
 * bjt_form_boxes_find:
 *
 * Returns: (transfer full) (element-type BjtFormBoxes):
 */
GPtrArray *
bjt_form_boxes_find (const char *text)
{
  Finding self = { text, g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_form_boxes_free), NULL };

  if (!bjt_form_boxes_has (text))
    return self.groups;
  for (const char *line = text; *line != '\0';)
    {
      const char *end = line + strcspn (line, "\n");

      read_line (&self, line, end);
      line = *end != '\0' ? end + 1 : end;
    }
  g_free (self.pending);
  return self.groups;
}
