/* bjt-visit-rules.h: how long visits take, when people are in, who may go, what the
 * way costs (Rule B.12), as data: data/route/visit-rules.txt, and lines of the
 * community's own after it. Immutable; shared by reference.
 */
#pragma once

#include <gio/gio.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_VISIT_RULES_ERROR (bjt_visit_rules_error_quark ())
GQuark bjt_visit_rules_error_quark (void);

typedef enum
{
  BJT_VISIT_RULES_ERROR_TEXT, /* the line says what */
} BjtVisitRulesError;

typedef struct
{
  int from, to; /* minutes of the day */
} BjtMinutes;

typedef struct
{
  /* The way */
  double     speed;       /* metres a second */
  double     straight;    /* factor where no way is drawn */
  double     unplaced;    /* metres to what is not on the map */
  double     entrance;    /* seconds */
  double     stairs_up;   /* seconds a floor */
  double     stairs_down;
  double     lift_wait;   /* seconds */
  double     lift_floor;  /* seconds a floor */
  double     next_door;   /* seconds */
  double     top_first;   /* seconds */
  double     steps;       /* factor of steps out of doors */
  int        winter_from; /* month × 100 + day */
  int        winter_to;
  double     winter;      /* factor */

  /* At the door: minutes */
  double     visit_general;
  double     visit_key;
  double     visit_absent;

  /* Worth: minutes of way */
  double     worth_high_risk;
  double     worth_key;
  double     worth_general;
  double     worth_late_day;
  double     worth_late_most;

  double     balance;     /* minutes of way that a minute of work above the mean of the workers counts */

  BjtMinutes shift;
  BjtMinutes lunch;
  int        lunch_minutes; /* 0: none */
  gboolean   restricted_by_two;
  gboolean   woman_to_woman;
} BjtVisitNumbers;

typedef struct _BjtVisitRules BjtVisitRules;

BjtVisitRules *bjt_visit_rules_new (const char *own, GError **error); /* own: lines of the community, may be NULL */
const char    *bjt_visit_rules_get_shipped (void); /* the lines that hold where there are no own ones */
BjtVisitRules *bjt_visit_rules_ref (BjtVisitRules *self);
void           bjt_visit_rules_unref (BjtVisitRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtVisitRules, bjt_visit_rules_unref)

const BjtVisitNumbers *bjt_visit_rules_get_numbers (const BjtVisitRules *self);
double                 bjt_visit_rules_get_season (const BjtVisitRules *self, BjtDate on); /* factor of walking */

/* Of one person on a day; FALSE: at any time. */
typedef struct
{
  const BjtPicture *picture;
  guint32           person;
  gboolean          is_employed;
  BjtDate           on;
  gboolean          is_worked;   /* the day */
} BjtVisitAsked;

gboolean bjt_visit_rules_get_windows (const BjtVisitRules *self, const BjtVisitAsked *asked, GArray *windows); /* BjtMinutes, added */
gboolean bjt_visit_rules_asks_employment (const BjtVisitRules *self);

/* "9:00", "09:00", "24:00" → minutes; FALSE: no time of the day. */
gboolean bjt_visit_minutes_parse (const char *text, int *minutes);
/* "09:00-11:30" */
gboolean bjt_visit_span_parse (const char *text, BjtMinutes *span);

G_END_DECLS
