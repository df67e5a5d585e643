/* bjt-figures-page.h: 指标: the figures of the work over a period, each with its
 * definition, by group, and with what is behind it.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_FIGURES_PAGE (bjt_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (BjtFiguresPage, bjt_figures_page, BJT, FIGURES_PAGE, BjtPage)

/* Properties: "indicator" (string: code), "side" (string: numerator, denominator, gap)
 * Actions: figures.indicator, figures.side, figures.map, figures.select,
 *   figures.issues, figures.print */

G_END_DECLS
