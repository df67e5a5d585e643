/* bjt-notice-popover.h: a notice of correction: served, or its receipt.
 */
#pragma once

#include <gtk/gtk.h>

#include "base/bjt-date.h"

G_BEGIN_DECLS

#define BJT_TYPE_NOTICE_POPOVER (bjt_notice_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtNoticePopover, bjt_notice_popover, BJT, NOTICE_POPOVER, GtkPopover)

typedef struct
{
  const char *who;    /* it is served on, or received it */
  const char *demand; /* NULL with a receipt */
  BjtDate     day;    /* it is to be done by, or was received on */
} BjtNoticeAnswer;

/* TRUE: it is saved, the popover goes; else what was typed stays. */
typedef gboolean (*BjtNoticeFunc) (const BjtNoticeAnswer *answer, gpointer data);

/* Pops up at @parent and goes with its closing; @data is freed then. */
GtkWidget *bjt_notice_popover_serve (GtkWidget *parent, BjtDate today, BjtDate due_on, BjtNoticeFunc func, gpointer data, GDestroyNotify free_data);
GtkWidget *bjt_notice_popover_receive (GtkWidget *parent, BjtDate today, const char *who, BjtNoticeFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
