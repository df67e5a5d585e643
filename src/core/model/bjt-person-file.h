/* bjt-person-file.h: 走访档案: all that is known of what was done for one person,
 * in memory: for the card, the sheet and the terminal.
 *
 * Never changes once it is read; belongs to the thread that reads it. Notes, needs
 * and life events are personal: internal sheets and screens only.
 */
#pragma once

#include "bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_FILE_VISIT,      /* BjtVisit */
  BJT_FILE_SERVICE,    /* BjtService */
  BJT_FILE_LIFE_EVENT, /* BjtLifeEvent */
  BJT_FILE_ISSUE,      /* BjtIssue */
} BjtFileEntryKind;

typedef struct
{
  BjtFileEntryKind kind;
  BjtDate          on;
  gconstpointer    record;       /* of the file's arrays */
  gboolean         names_person; /* FALSE: about the household or the door as a whole */
} BjtFileEntry;

typedef struct
{
  BjtPicture *picture;
  guint32     person;
  guint32     household;    /* where the person lives, else is registered; may be NO_INDEX */
  guint32     door;         /* of it; may be NO_INDEX */
  BjtDate     due_on;       /* when the person is to be visited; NONE: no rule asks for it */
  guint32     due_rule;     /* of the picture; NO_INDEX: agreed on the last visit, or none */
  BjtDate     last_contact_on;

  GArray    *timeline;      /* BjtFileEntry, newest first */
  GPtrArray *visits;
  GPtrArray *services;
  GPtrArray *events;
  GPtrArray *issues;        /* raised by the person or about the door */
  GPtrArray *needs;         /* BjtNeed, open ones first */
  GPtrArray *pairings;      /* BjtPairing, those in force first */
  GPtrArray *tasks;         /* BjtServiceTask of the person */
  GPtrArray *staff;         /* BjtStaff */
  GPtrArray *partners;      /* BjtPartner */
} BjtPersonFile;

BjtPersonFile *bjt_person_file_new (BjtPicture *picture, guint32 person);
void           bjt_person_file_free (BjtPersonFile *self);
void           bjt_person_file_finish (BjtPersonFile *self); /* the timeline from the arrays */
const char    *bjt_person_file_get_staff_name (const BjtPersonFile *self, const BjtUuid *staff_id); /* NULL: not known */
const char    *bjt_person_file_get_helper_name (const BjtPersonFile *self, const BjtPairing *pairing);
gboolean       bjt_pairing_is_in_force (const BjtPairing *self, BjtDate on);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPersonFile, bjt_person_file_free)

G_END_DECLS
