/* bjt-workspace-marks.h: what a worker marks on doors at a glance: whose class
 * they are of, who lives there.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

/* Either a class or a category */
typedef struct
{
  int         household_class; /* BjtHouseholdClass; 0: none is set */
  gboolean    is_derived;      /* the class follows from the rules again */
  const char *reason;          /* of a class; required with one */
  const char *category;        /* code; NULL: none is ticked */
  gboolean    is_untick;       /* the category is taken away */
  BjtUuid     person_id;       /* of whom; NIL: the only one of the door */
} BjtDoorMark;

/* One action, however many doors; nothing is written for doors that are so
 * already. A door nobody is known of gets a household, and for a category a
 * person without a name, so that the mark can stick. */
gboolean bjt_workspace_mark_doors (BjtWorkspace *self, const BjtUuid *door_ids, guint n_doors, const BjtDoorMark *mark, GError **error);

G_END_DECLS
