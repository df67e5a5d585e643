/* bjt-ledger-line.c: an index into the ledger it holds. */
#include "bjt-ledger-line.h"

#include "base/bjt-clock.h"
#include "bjt-clock-words.h"
#include "bjt-flow-words.h"

struct _BjtLedgerLine
{
  GObject parent_instance;

  /* Owned */
  BjtLedger *ledger;

  /* State */
  guint32        index;
  BjtLedgerClock clock;
  gint64         now;
};

G_DEFINE_FINAL_TYPE (BjtLedgerLine, bjt_ledger_line, G_TYPE_OBJECT)

static guint changed_signal;

static void
bjt_ledger_line_finalize (GObject *object)
{
  g_clear_pointer (&BJT_LEDGER_LINE (object)->ledger, bjt_ledger_unref);
  G_OBJECT_CLASS (bjt_ledger_line_parent_class)->finalize (object);
}

static void
bjt_ledger_line_class_init (BjtLedgerLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_ledger_line_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_LEDGER_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_ledger_line_init (BjtLedgerLine *self)
{
}

/**
 * bjt_ledger_line_new:
 * @clock: with the moments that clocks are read at
 */
BjtLedgerLine *
bjt_ledger_line_new (BjtLedger             *ledger,
                     guint32                index,
                     const BjtLedgerFilter *clock)
{
  BjtLedgerLine *self = g_object_new (BJT_TYPE_LEDGER_LINE, NULL);

  bjt_ledger_line_update (self, ledger, index, clock);
  return self;
}

/* Words change with the hour at most. */
static gboolean
is_same_hour (gint64 a,
              gint64 b)
{
  return bjt_time_get_local_date (a) == bjt_time_get_local_date (b) && bjt_time_get_local_minute (a) / 60 == bjt_time_get_local_minute (b) / 60;
}

void
bjt_ledger_line_update (BjtLedgerLine         *self,
                        BjtLedger             *ledger,
                        guint32                index,
                        const BjtLedgerFilter *clock)
{
  BjtLedgerClock old_clock = self->clock;
  gint64 old_now = self->now;
  g_autoptr (BjtLedger) old = self->ledger;
  gboolean is_same = old == ledger && self->index == index;

  self->ledger = bjt_ledger_ref (ledger);
  self->index = index;
  self->clock = bjt_ledger_filter_read_clock (clock, bjt_ledger_get_issue (ledger, index));
  self->now = clock->now;
  if (old != NULL && !(is_same && self->clock == old_clock && is_same_hour (self->now, old_now)))
    g_signal_emit (self, changed_signal, 0);
}

void
bjt_ledger_line_touch (BjtLedgerLine *self)
{
  g_signal_emit (self, changed_signal, 0);
}

BjtLedger *
bjt_ledger_line_get_ledger (BjtLedgerLine *self)
{
  return self->ledger;
}

const BjtLedgerIssue *
bjt_ledger_line_get_issue (BjtLedgerLine *self)
{
  return bjt_ledger_get_issue (self->ledger, self->index);
}

BjtLedgerClock
bjt_ledger_line_get_clock (BjtLedgerLine *self)
{
  return self->clock;
}

char *
bjt_ledger_line_dup_clock (BjtLedgerLine *self)
{
  return bjt_clock_words_dup_issue (bjt_ledger_line_get_issue (self), self->clock, self->now);
}

char *
bjt_ledger_line_dup_title (BjtLedgerLine *self,
                           gboolean       is_curtained)
{
  const char *title = bjt_ledger_line_get_issue (self)->title;

  return g_strdup (title != NULL && !is_curtained ? title : "—");
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
bjt_ledger_line_dup_detail (BjtLedgerLine *self,
                            gboolean       is_curtained)
{
  const BjtLedgerIssue *issue = bjt_ledger_line_get_issue (self);
  GString *text = g_string_new (NULL);

  if (!is_curtained)
    append_part (text, issue->where);
  if (issue->kind != BJT_NO_INDEX)
    append_part (text, bjt_ledger_get_kind (self->ledger, issue->kind)->name);
  if (issue->department != NULL && *issue->department != '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, "→ %s", issue->department);
    }
  return g_string_free (text, FALSE);
}

char *
bjt_ledger_line_dup_words (BjtLedgerLine *self,
                           gboolean       is_curtained)
{
  const BjtLedgerIssue *issue = bjt_ledger_line_get_issue (self);
  g_autofree char *title = bjt_ledger_line_dup_title (self, is_curtained);
  g_autofree char *detail = bjt_ledger_line_dup_detail (self, is_curtained);
  g_autofree char *clock = bjt_ledger_line_dup_clock (self);

  return g_strjoin (", ", issue->number != NULL ? issue->number : "", title, detail, bjt_flow_words_get_state (issue->state), clock, NULL);
}
