/* bjt-route-paper.h: routes written to a file: JSON, or walk sheets with the map.
 */
#pragma once

#include "bjt-cli.h"
#include "workspace/bjt-visit-routes.h"

G_BEGIN_DECLS

typedef struct
{
  char    *output;
  char    *paper;
  char    *purpose;
  char    *language;
  gboolean names;
  gboolean mono;
} BjtRoutePaper;

#define BJT_ROUTE_PAPER_ENTRIES(self)                                                                                                   \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(self).output, N_ ("File that ends in .json, or in .pdf, .png or .svg: walk sheets and a map"), N_ ("FILE") }, \
  { "paper", 0, 0, G_OPTION_ARG_STRING, &(self).paper, N_ ("A0 … A5 or 300x500 in millimetres; A4 when left out"), N_ ("PAPER") },      \
  { "names", 0, 0, G_OPTION_ARG_NONE, &(self).names, N_ ("With full names; needs --purpose"), NULL },                                    \
  { "purpose", 0, 0, G_OPTION_ARG_STRING, &(self).purpose, N_ ("What the sheet is for"), N_ ("TEXT") },                                  \
  { "mono", 0, 0, G_OPTION_ARG_NONE, &(self).mono, N_ ("For a black and white printer"), NULL },                                         \
  { "language", 'l', 0, G_OPTION_ARG_STRING, &(self).language, N_ ("Language of the sheet: zh or en"), N_ ("WORD") }

BjtExit  bjt_route_paper_check (const BjtRoutePaper *self);
gboolean bjt_route_paper_write (const BjtRoutePaper *self, BjtWorkspace *workspace, const BjtVisitRoutes *routes, const char *number, GError **error);
void     bjt_route_paper_clear (BjtRoutePaper *self);
BjtPoint bjt_route_paper_get_place (const BjtPicture *picture, guint32 door); /* longitude, latitude; NAN */

G_END_DECLS
