/* bjt-ledger-line.c: an index into the ledger it holds. */
#include "bjt-ledger-line.h"

#include "bjt-clock-words.h"
#include "bjt-flow-words.h"

struct _BjtLedgerLine
{
  GObject parent_instance;

  /* Owned */
  BjtLedger *ledger;
  char      *clock_words;

  /* State */
  guint32        index;
  BjtLedgerClock clock;
};

G_DEFINE_FINAL_TYPE (BjtLedgerLine, bjt_ledger_line, G_TYPE_OBJECT)

static guint changed_signal;

static void
bjt_ledger_line_finalize (GObject *object)
{
  BjtLedgerLine *self = BJT_LEDGER_LINE (object);

  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  g_clear_pointer (&self->clock_words, g_free);
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

BjtLedgerLine *
bjt_ledger_line_new (BjtLedger             *ledger,
                     guint32                index,
                     const BjtLedgerMoment *moment)
{
  BjtLedgerLine *self = g_object_new (BJT_TYPE_LEDGER_LINE, NULL);

  bjt_ledger_line_update (self, ledger, index, moment);
  return self;
}

void
bjt_ledger_line_update (BjtLedgerLine         *self,
                        BjtLedger             *ledger,
                        guint32                index,
                        const BjtLedgerMoment *moment)
{
  const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, index);
  const BjtLedgerFilter filter = { .now = moment->now, .soon_until = moment->soon_until };
  BjtLedgerClock clock = bjt_ledger_filter_read_clock (&filter, issue);
  g_autofree char *old_words = self->clock_words;
  g_autoptr (BjtLedger) old = self->ledger;
  gboolean is_same = old == ledger && self->index == index && self->clock == clock;

  self->ledger = bjt_ledger_ref (ledger);
  self->index = index;
  self->clock = clock;
  self->clock_words = bjt_clock_words_dup_issue (issue, clock, moment->calendar, moment->now);
  if (old != NULL && !(is_same && g_strcmp0 (self->clock_words, old_words) == 0))
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

const char *
bjt_ledger_line_get_clock_words (BjtLedgerLine *self)
{
  return self->clock_words;
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

  return g_strjoin (", ", issue->number != NULL ? issue->number : "", title, detail, bjt_flow_words_get_state (issue->state), self->clock_words, NULL);
}
