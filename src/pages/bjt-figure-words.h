/* bjt-figure-words.h: how figures of the work, and what is behind them, are said.
 */
#pragma once

#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

char *bjt_figure_words_dup_value (const BjtWorkIndicator *indicator, const BjtFigure *figure, const char *unit); /* 98.0%, 111 件, —; @unit: of a quantity, may be NULL */
char *bjt_figure_words_dup_fraction (const BjtWorkIndicator *indicator, const BjtFigure *figure);                /* 109 ÷ 111 件; NULL: a plain number */
char *bjt_figure_words_dup_change (const BjtWorkIndicator *indicator, const BjtFigure *figure, const BjtFigure *before); /* +40.5%; shares by points; NULL: not known */

/* What is behind a figure: places and numbers, never names of persons. */
char *bjt_figure_words_dup_row (const BjtWorkQuery *query, const BjtWorkRow *row);
char *bjt_figure_words_dup_row_aside (const BjtWorkQuery *query, const BjtWorkRow *row);

const char *bjt_figure_words_get_group (BjtWorkGroup group); /* Grid, Building, Type … */

G_END_DECLS
