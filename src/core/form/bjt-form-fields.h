/* bjt-form-fields.h: where a form wants something written, and what is likely meant.
 */
#pragma once

#include "bjt-form-boxes.h"
#include "bjt-form-sketch.h"
#include "bjt-form-words.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_FORM_FIELD_MARK,   /* {{姓名}}: a mark in a text */
  BJT_FORM_FIELD_CELL,   /* an empty cell beside its label */
  BJT_FORM_FIELD_LINE,   /* room in a text behind a label and its colon */
  BJT_FORM_FIELD_COLUMN, /* of rows that repeat */
  BJT_FORM_FIELD_BOXES,  /* to tick, of one question */
} BjtFormFieldKind;

typedef struct
{
  char   *id;    /* the label, numbered from the second on: 姓名, 姓名#2; marks of one name share it */
  char   *label;
  guint8  kind;  /* BjtFormFieldKind */
  guint32 block, row, column;
  guint32 start, length; /* of the text: MARK, LINE */
  gboolean is_whole;     /* MARK: the cell holds nothing else */
  gboolean is_followed;  /* LINE: text comes behind it */
  int     table; /* index, or -1 */
  int     guess; /* BjtFormItem or BJT_FORM_NOTHING */
  GArray *boxes;    /* BjtFormBox: BOXES, and a COLUMN whose cells hold some; NULL: none */
  char   *open_box; /* as one that is not ticked looks like; NULL: no boxes */
} BjtFormField;

typedef struct
{
  guint32 block, header_row, first_row, n_ready;
} BjtFormTable;

typedef struct
{
  BjtFormFormat format;
  GArray       *fields; /* BjtFormField */
  GArray       *tables; /* BjtFormTable */
  const char   *tick;   /* as a ticked box looks like */
  char         *fingerprint; /* of the labels: the same form next month has the same */
} BjtFormFields;

BjtFormFields *bjt_form_fields_new (const BjtFormSketch *sketch);
void           bjt_form_fields_free (BjtFormFields *self);

static inline const BjtFormField *
bjt_form_fields_get (const BjtFormFields *self,
                     guint                index)
{
  return &g_array_index (self->fields, BjtFormField, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormFields, bjt_form_fields_free)

G_END_DECLS
