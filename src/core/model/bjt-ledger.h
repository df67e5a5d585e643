/* bjt-ledger.h: the work of a community in memory: all issues of all time, the
 * orders of the hotline, visits, patrols and pairings.
 *
 * What lists, tabs, reports and indicators read. Arrays of small structs that
 * point to each other and into a picture by index (BJT_NO_INDEX: none, or no
 * longer there). About 280 bytes an issue and 20 a visit.
 *
 * Life: the store fills it (bjt_ledger_new(), append, bjt_ledger_finish()), then
 * it is shared by reference and never changes; a change in the store makes a new
 * one, which may share what stayed the same. Strings live as long as any ledger
 * that shares them.
 */
#pragma once

#include "bjt-picture.h"

G_BEGIN_DECLS

#define BJT_SOURCE_HOTLINE "12345" /* the source of an issue that came from the hotline */

/* Two levels: those without a parent are groups. By position. */
typedef struct
{
  BjtUuid     id;
  guint32     parent;
  const char *code;
  const char *name;
  const char *unit; /* 处, 棵, 车, 辆; NULL: counted as issues */
} BjtLedgerKind;

typedef struct
{
  BjtUuid     id;
  const char *name;
  const char *kind;
} BjtLedgerPartner;

/* In the order they were reported. Words (source, tier, state, department) are the
 * same pointer where they are the same word. */
typedef struct
{
  BjtUuid     id;
  guint32     kind;
  guint32     door;         /* those of the place fill each other: the building of a door */
  guint32     entrance;
  guint32     building;
  guint32     compound;
  guint32     grid;
  BjtPoint    place;        /* Mercator; its own point or within its area; NAN: none */
  guint32     partner;
  BjtUuid     merged_into_id;
  guint32     merged_into;  /* linked by finish() */
  const char *number;
  const char *title;
  const char *where;        /* 山水宜家 3-2-501 3楼转角; NULL: not known */
  const char *source;
  const char *tier;
  const char *state;        /* of the flow */
  const char *department;   /* who has to settle it: the partner, else in words */
  guint8      box;          /* BjtIssueStatus */
  guint8      satisfaction;
  gboolean    is_postponed;
  gboolean    is_hourly;    /* its closing clock counts hours */
  double      quantity;     /* NAN: not counted */
  BjtDate     reported_on;
  BjtDate     closed_on;
  BjtDate     due_on;
  gint64      reported_at;  /* 0: the day alone is known */
  gint64      replied_at;
  gint64      reply_due_at; /* 0: no such clock */
  gint64      due_at;       /* the end of due_on where only the day is known */
  gint64      closed_at;
  gint64      paused_at;
} BjtLedgerIssue;

/* 12345工单, in the order received */
typedef struct
{
  BjtUuid     id;
  guint32     kind;
  guint32     door;
  guint32     entrance;
  guint32     building;
  guint32     grid;
  BjtUuid     issue_id;
  guint32     issue;        /* linked by finish() */
  gboolean    is_duplicate;
  gboolean    is_solved;
  gboolean    is_satisfied;
  guint8      match;        /* BjtOrderMatch */
  const char *number;
  BjtDate     received_on;
  gint64      received_at;
  gint64      responded_at;
} BjtLedgerOrder;

typedef struct
{
  guint32  door;
  guint32  building;      /* of the door: what many count by stands here */
  guint32  household;
  BjtDate  visited_on;
  guint8   outcome;       /* BjtVisitOutcome */
  guint8   mode;          /* BjtVisitMode */
  gboolean names_persons : 1; /* only those in `meetings` were met */
} BjtLedgerVisit;

/* A contact with one person. */
typedef struct
{
  guint32 person;
  BjtDate met_on;
} BjtLedgerMeeting;

typedef struct
{
  guint32 grid;
  BjtDate patrolled_on;
  guint8  slot;     /* BjtPatrolSlot */
} BjtLedgerPatrol;

/* Who is helped, in force on some days. */
typedef struct
{
  guint32 person;
  BjtDate from_on;  /* NONE: ever since */
  BjtDate until_on; /* NONE: still */
} BjtLedgerPairing;

typedef struct
{
  BjtPicture *picture; /* that the indices belong to */

  /* Arrays; read with the functions below. */
  GArray *kinds;
  GArray *partners;
  GArray *issues;
  GArray *orders;
  GArray *visits;      /* in no order */
  GArray *meetings;
  GArray *patrols;
  GArray *pairings;
  GPtrArray *sources;     /* const char *: words that occur, by their text */
  GPtrArray *departments;

  /* Owned */
  gatomicrefcount references;
  GHashTable     *issue_index; /* BjtUuid → index + 1 */
  gpointer        strings;     /* shared with what this was made from */
  guint           own_parts;   /* BjtLedgerParts: those that are not shared */
} BjtLedger;

BjtLedger *bjt_ledger_new (BjtPicture *picture);
BjtLedger *bjt_ledger_ref (BjtLedger *self);
void       bjt_ledger_unref (BjtLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtLedger, bjt_ledger_unref)

/* Filling (store, tests) */
typedef enum
{
  BJT_LEDGER_PART_ISSUES = 1 << 0, /* with kinds and partners */
  BJT_LEDGER_PART_ORDERS = 1 << 1,
  BJT_LEDGER_PART_VISITS = 1 << 2, /* with whom they met */
  BJT_LEDGER_PART_PATROLS = 1 << 3,
  BJT_LEDGER_PART_PAIRINGS = 1 << 4,
  BJT_LEDGER_ALL_PARTS = (1 << 5) - 1,
} BjtLedgerParts;

/* Shares with @self what is not in @parts; those are empty, or as they are, to be changed. */
BjtLedger  *bjt_ledger_copy (BjtLedger *self, BjtPicture *picture, guint parts, gboolean empty);
const char *bjt_ledger_keep_string (BjtLedger *self, const char *text);
const char *bjt_ledger_keep_word (BjtLedger *self, const char *text);
void        bjt_ledger_place_issue (BjtLedger *self, BjtLedgerIssue *issue, const char *place_note); /* the rest of its place from what is known of it */
void        bjt_ledger_place_order (BjtLedger *self, BjtLedgerOrder *order);
void        bjt_ledger_finish (BjtLedger *self);

/* Reading; an index out of range is a programmer error. */
#define BJT_DEFINE_LEDGER_GETTER(Type, name, array)                      \
  static inline Type *bjt_ledger_get_##name (const BjtLedger *self, guint32 index) \
  {                                                                      \
    g_assert (index < self->array->len);                                 \
    return &g_array_index (self->array, Type, index);                    \
  }
BJT_DEFINE_LEDGER_GETTER (BjtLedgerKind, kind, kinds)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerPartner, partner, partners)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerIssue, issue, issues)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerOrder, order, orders)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerVisit, visit, visits)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerMeeting, meeting, meetings)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerPatrol, patrol, patrols)
BJT_DEFINE_LEDGER_GETTER (BjtLedgerPairing, pairing, pairings)

static inline gboolean
bjt_ledger_issue_is_open (const BjtLedgerIssue *self)
{
  return self->box < BJT_ISSUE_CLOSED && self->merged_into == BJT_NO_INDEX;
}

guint32     bjt_ledger_find_issue (const BjtLedger *self, const BjtUuid *id);
guint32     bjt_ledger_find_kind (const BjtLedger *self, const char *code);
guint32     bjt_ledger_find_partner (const BjtLedger *self, const BjtUuid *id);
const char *bjt_ledger_find_word (const BjtLedger *self, const char *text); /* as kept: to compare by pointer; NULL: occurs nowhere */

G_END_DECLS
