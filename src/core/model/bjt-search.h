/* bjt-search.h: one field that finds doors, people and buildings while typing.
 */
#pragma once

#include "bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_HIT_DOOR,
  BJT_HIT_PERSON,
  BJT_HIT_BUILDING,
  BJT_HIT_COMPOUND,
} BjtHitKind;

typedef enum
{
  BJT_MATCH_ADDRESS,
  BJT_MATCH_NAME,
  BJT_MATCH_INITIALS,
  BJT_MATCH_PHONE,
  BJT_MATCH_ID_NUMBER,
} BjtMatchKind;

typedef struct
{
  BjtHitKind   kind;
  BjtMatchKind match;
  guint32      index; /* into the array of its kind */
  guint32      door;  /* where to go; BJT_NO_INDEX for buildings, compounds and people without a door */
  int          score; /* higher is better */
} BjtSearchHit;

typedef struct _BjtSearch BjtSearch;

BjtSearch *bjt_search_new (BjtPicture *picture); /* takes a reference; linear in the people */
void       bjt_search_free (BjtSearch *self);
GArray    *bjt_search_find (BjtSearch *self, const char *query, guint limit); /* BjtSearchHit, best first */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSearch, bjt_search_free)

G_END_DECLS
