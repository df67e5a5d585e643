/* bjt-place-reading.h: the place a text names, as far as it can be read: which
 * compound by what name, and the labels behind it.
 */
#pragma once

#include "model/bjt-address.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_NAMING_NONE,
  BJT_NAMING_UNSURE,  /* within a longer word, or before one that makes it a road */
  BJT_NAMING_SIMILAR, /* but for one character */
  BJT_NAMING_OLD,
  BJT_NAMING_EXACT,
} BjtNaming;

typedef struct
{
  char       *text;      /* normalised */
  BjtNaming   naming;
  guint32     compound;  /* BJT_NO_INDEX: none named */
  gboolean    is_many;   /* several compounds or buildings are named */
  gboolean    is_foreign; /* another community or compound is named */
  BjtAddress *parts;     /* NULL: no labels */
  char       *level_note; /* 5楼, where no door is named; may be NULL */
  gsize       start;     /* of the place in the text; `end` where what is read ends */
  gsize       end;
} BjtPlaceReading;

void bjt_place_reading_init (BjtPlaceReading *self, const BjtPicture *picture, const char *raw, gboolean is_prose);
void bjt_place_reading_clear (BjtPlaceReading *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtPlaceReading, bjt_place_reading_clear)

G_END_DECLS
