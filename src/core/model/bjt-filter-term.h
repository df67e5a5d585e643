/* bjt-filter-term.h: one word of a filter: what a chip stands for, what
 * `--filter` understands.
 *
 * Terms combine as people say it: these or those (add), and also (require),
 * but not (exclude). Categories are a union, so are classes and levels of
 * attention; different kinds narrow each other.
 */
#pragma once

#include "bjt-filter.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_TERM_OVERDUE,
  BJT_TERM_OPEN_ISSUE,
  BJT_TERM_NOTE,      /* a note or a photo */
  BJT_TERM_HAZARD,
  BJT_TERM_IDLE,      /* index: days without contact */
  BJT_TERM_ATTENTION, /* index: BjtAttention */
  BJT_TERM_CATEGORY,  /* index: of the category */
  BJT_TERM_CLASS,     /* index: BjtHouseholdClass */
} BjtTermKind;

typedef struct
{
  BjtTermKind kind;
  guint32     index;
} BjtFilterTerm;

typedef enum
{
  BJT_TERM_UNUSED,
  BJT_TERM_CHOSEN,   /* one of several that let a door through */
  BJT_TERM_REQUIRED, /* every door has it */
  BJT_TERM_EXCLUDED, /* no door has it */
} BjtTermUse;

char      *bjt_filter_term_dup_key (const BjtFilterTerm *self, const BjtPicture *picture); /* overdue, idle:90, category:low_income … */
gboolean   bjt_filter_term_init_from_key (BjtFilterTerm *self, const BjtPicture *picture, const char *key);
BjtTermUse bjt_filter_term_get_use (const BjtFilterTerm *self, const BjtFilter *filter);

/* The filter after a click, a Ctrl+click, a Shift+click, a right click; a second
 * time takes it back. The grid stays. */
void bjt_filter_term_choose_only (const BjtFilterTerm *self, BjtFilter *filter);
void bjt_filter_term_add (const BjtFilterTerm *self, BjtFilter *filter);
void bjt_filter_term_require (const BjtFilterTerm *self, BjtFilter *filter);
void bjt_filter_term_exclude (const BjtFilterTerm *self, BjtFilter *filter);

/* Terms separated by spaces: "low_income +disability !tenant overdue grid:3".
 * A bare category or class will do for its key, so will a category's name or
 * glyph. */
#define BJT_FILTER_ERROR (bjt_filter_error_quark ())
GQuark   bjt_filter_error_quark (void);

gboolean bjt_filter_init_from_text (BjtFilter *self, const BjtPicture *picture, const char *text, GError **error);
char    *bjt_filter_dup_text (const BjtFilter *self, const BjtPicture *picture);

G_END_DECLS
