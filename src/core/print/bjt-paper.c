/* bjt-paper.c: A0 to A5 (ISO 216) and any other size as WIDTHxHEIGHT. */
#include "bjt-paper.h"

#include <string.h>

#define MIN_SIDE 100.0
#define MAX_SIDE 3000.0

static const struct
{
  const char *name;
  double      width, height;
} papers[] = {
  { "A5", 148, 210 }, { "A4", 210, 297 }, { "A3", 297, 420 }, { "A2", 420, 594 }, { "A1", 594, 841 }, { "A0", 841, 1189 },
};

/**
 * bjt_paper_parse:
 * @name: A0…A5 in any case, or millimetres: 300x500
 */
gboolean
bjt_paper_parse (const char *name,
                 BjtPaper   *paper,
                 GError    **error)
{
  char  *end;
  double width, height = 0;

  g_strlcpy (paper->name, name, sizeof paper->name);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        g_strlcpy (paper->name, papers[i].name, sizeof paper->name);
        paper->width = papers[i].width;
        paper->height = papers[i].height;
        return TRUE;
      }
  width = g_ascii_strtod (name, &end);
  if (end != name && g_ascii_tolower (*end) == 'x')
    height = g_ascii_strtod (end + 1, &end);
  if (*end != '\0' || !(width >= MIN_SIDE && width <= MAX_SIDE && height >= MIN_SIDE && height <= MAX_SIDE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "Paper “%s” is not known: use A0 to A5, or millimetres from %g to %g such as 300x500", name, MIN_SIDE, MAX_SIDE);
      return FALSE;
    }
  paper->width = width;
  paper->height = height;
  return TRUE;
}

/**
 * bjt_paper_get_larger:
 *
 * Returns: (nullable): the next larger of the A sizes
 */
const char *
bjt_paper_get_larger (const BjtPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].width * papers[i].height > paper->width * paper->height * 1.05)
      return papers[i].name;
  return NULL;
}
