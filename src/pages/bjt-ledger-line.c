/* bjt-ledger-line.c: an index into the ledger it holds. */
#include "bjt-ledger-line.h"

#include "bjt-clock-words.h"

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

void
bjt_ledger_line_update (BjtLedgerLine         *self,
                        BjtLedger             *ledger,
                        guint32                index,
                        const BjtLedgerFilter *clock)
{
  BjtLedger *old = self->ledger;

  self->ledger = bjt_ledger_ref (ledger);
  self->index = index;
  self->clock = bjt_ledger_filter_read_clock (clock, bjt_ledger_get_issue (ledger, index));
  self->now = clock->now;
  if (old != NULL)
    {
      bjt_ledger_unref (old);
      g_signal_emit (self, changed_signal, 0);
    }
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
