/* bjt-form-plan.h: what is to be written where into a form: the order that goes to
 * the process that fills it. Places are those of the sketch (bjt-form-sketch.h).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_FORM_VALUE_NONE,
  BJT_FORM_VALUE_TEXT,
  BJT_FORM_VALUE_NUMBER, /* decimal, with a point */
  BJT_FORM_VALUE_DATE,   /* 2026-11-22 */
  BJT_FORM_VALUE_TICKS,  /* of boxes that stand in the cell: bjt_form_ticks_add() */
  BJT_N_FORM_VALUE_KINDS,
} BjtFormValueKind;

typedef struct
{
  guint8 kind; /* BjtFormValueKind */
  char  *text; /* NULL: none */
} BjtFormValue;

void bjt_form_value_clear (BjtFormValue *self);

typedef enum
{
  BJT_FORM_TICK_NONE, /* stays as it is */
  BJT_FORM_TICK_ON,
  BJT_FORM_TICK_OFF,
} BjtFormTick;

/* A piece of the text of a cell or line gives way to another, or a box is ticked. */
typedef struct
{
  guint32     block, row, column;
  guint32     start, length; /* bytes of the text as the sketch has it */
  const char *text;          /* of a box: the one instead, where it is no more than a letter */
  guint8      tick;          /* BjtFormTick; NONE: it is no box */
} BjtFormSplice;

/* Ticks as the text of a value, from the end of the cell's text to its beginning. */
void     bjt_form_ticks_add (GString *ticks, const BjtFormSplice *splice); /* place, text and tick of it; in any order of places that falls */
gboolean bjt_form_ticks_next (const char **at, BjtFormSplice *splice, char **text); /* FALSE: no more */

typedef struct
{
  guint32     block, row, column;
  guint8      kind; /* BjtFormValueKind */
  const char *text;
} BjtFormEntry;

/* Rows that repeat: those that stand ready are filled, more are put behind them. */
typedef struct
{
  guint32    block, first_row, n_ready;
  GPtrArray *rows;    /* arrays of BjtFormValue, one a column */
  GArray    *columns; /* guint32 */
} BjtFormRows;

typedef struct
{
  gint64     made_at; /* seconds, of the parts of the file */
  GPtrArray *strings; /* keeps the texts alive; may be NULL */
  GArray    *splices; /* BjtFormSplice, by place, from the end of a text to its beginning */
  GArray    *entries; /* BjtFormEntry */
  GPtrArray *tables;  /* BjtFormRows, one block's from the lowest to the uppermost */
} BjtFormPlan;

BjtFormPlan *bjt_form_plan_new (void);
void         bjt_form_plan_free (BjtFormPlan *self);
void         bjt_form_plan_splice (BjtFormPlan *self, const BjtFormSplice *splice); /* copies the text */
void         bjt_form_plan_enter (BjtFormPlan *self, const BjtFormEntry *entry);    /* copies the text */
BjtFormRows *bjt_form_plan_add_rows (BjtFormPlan *self, guint32 block, guint32 first_row, guint32 n_ready);
GArray      *bjt_form_rows_add (BjtFormRows *self); /* BjtFormValue; to be given one for each column */
void         bjt_form_plan_finish (BjtFormPlan *self); /* sorts */

GBytes      *bjt_form_plan_to_bytes (const BjtFormPlan *self);
BjtFormPlan *bjt_form_plan_new_from_bytes (GBytes *bytes); /* NULL: damaged */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormPlan, bjt_form_plan_free)

G_END_DECLS
