/* bjt-work-indicator-catalogue.c: the indicators of the work as data, their codes
 * and the names of what they are shown by.
 *
 * Definitions are sentences for people and stand beside the number; faces
 * translate them. */
#include "bjt-work-indicator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AREAS (1 << BJT_WORK_BY_GRID | 1 << BJT_WORK_BY_COMPOUND | 1 << BJT_WORK_BY_BUILDING)
#define AREAS_AND_MONTHS (AREAS | 1 << BJT_WORK_BY_MONTH)
#define ALL_GROUPS ((1 << BJT_N_WORK_GROUPS) - 1)

#define OF_ISSUES(code, name, definition, measure, unit) \
  { code, name, definition, measure, unit, BJT_UNIT_ISSUES, BJT_WORK_ROW_ISSUE, ALL_GROUPS, TRUE, FALSE }
#define OF_ORDERS(code, name, definition, measure, unit) \
  { code, name, definition, measure, unit, BJT_UNIT_ISSUES, BJT_WORK_ROW_ORDER, ALL_GROUPS, TRUE, FALSE }
#define OF_VISITS(code, name, definition, measure, unit) \
  { code, name, definition, measure, unit, BJT_UNIT_VISITS, BJT_WORK_ROW_VISIT, AREAS_AND_MONTHS, TRUE, FALSE }
#define OF_TODAY(code, name, definition, measure, counted, rows) \
  { code, name, definition, measure, BJT_UNIT_SHARE, counted, rows, AREAS, FALSE, FALSE }

static const BjtWorkIndicator indicators[] = {
  OF_ISSUES ("received", N_ ("Issues received"), N_ ("Issues reported in the period; those merged into another are part of it."),
             BJT_WORK_RECEIVED, BJT_UNIT_ISSUES),
  OF_ISSUES ("settled", N_ ("Issues settled"), N_ ("Issues closed in the period, whenever they were reported."),
             BJT_WORK_SETTLED, BJT_UNIT_ISSUES),
  OF_ISSUES ("settled_share", N_ ("Settled, share"), N_ ("Issues received in the period and closed by the cut-off day ÷ issues received in the period."),
             BJT_WORK_SETTLED_SHARE, BJT_UNIT_SHARE),
  OF_ISSUES ("in_time_share", N_ ("Settled in time, share"), N_ ("Issues closed within their time ÷ issues closed in the period."),
             BJT_WORK_IN_TIME_SHARE, BJT_UNIT_SHARE),
  OF_ISSUES ("replied_share", N_ ("Answered in time, share"), N_ ("Issues first answered (or closed) within the time for an answer, 3 working days where none is set ÷ issues received in the period."),
             BJT_WORK_REPLIED_SHARE, BJT_UNIT_SHARE),
  OF_ISSUES ("repeated_share", N_ ("Repeated, share"), N_ ("Issues received at most 90 days after another of the same type at the same place (door, stairwell, building, or square of 30 m) ÷ issues received in the period, merged ones included."),
             BJT_WORK_REPEATED_SHARE, BJT_UNIT_SHARE),
  OF_ISSUES ("own_share", N_ ("Found before complaints, share"), N_ ("Issues received from other sources than 12345 ÷ issues received in the period."),
             BJT_WORK_OWN_SHARE, BJT_UNIT_SHARE),
  OF_ISSUES ("forestalled", N_ ("Settled before complaints"), N_ ("Issues of other sources closed in the period, of whose type 12345 had no complaint from the same place between 90 days before the report and the closing."),
             BJT_WORK_FORESTALLED, BJT_UNIT_ISSUES),
  OF_ISSUES ("content_share", N_ ("Content when asked, share"), N_ ("Issues whose reporter was content or well content ÷ issues closed in the period whose reporter was asked."),
             BJT_WORK_CONTENT_SHARE, BJT_UNIT_SHARE),
  OF_ISSUES ("quantity", N_ ("Cleared, quantity"), N_ ("Quantities of the issues closed in the period, in the unit of their type; one where none was counted. Different units are never added up."),
             BJT_WORK_QUANTITY, BJT_UNIT_QUANTITY),
  OF_ORDERS ("hotline", N_ ("12345 complaints"), N_ ("Orders of 12345 received in the period without duplicates and those of other communities, and issues of that source without an order."),
             BJT_WORK_HOTLINE, BJT_UNIT_ISSUES),
  OF_ORDERS ("hotline_change", N_ ("12345 complaints, year on year"), N_ ("(12345 complaints of the period − those of the same period of the year before) ÷ those of the same period of the year before."),
             BJT_WORK_HOTLINE_CHANGE, BJT_UNIT_CHANGE),
  OF_ORDERS ("hotline_responded", N_ ("12345 responded to, share"), N_ ("Orders of 12345 with a response ÷ orders received in the period."),
             BJT_WORK_HOTLINE_RESPONDED, BJT_UNIT_SHARE),
  OF_ORDERS ("hotline_solved", N_ ("12345 solved, share"), N_ ("Orders of 12345 that were solved ÷ orders received in the period."),
             BJT_WORK_HOTLINE_SOLVED, BJT_UNIT_SHARE),
  OF_ORDERS ("hotline_content", N_ ("12345 content, share"), N_ ("Orders of 12345 whose caller was content ÷ orders received in the period."),
             BJT_WORK_HOTLINE_CONTENT, BJT_UNIT_SHARE),
  OF_VISITS ("visits", N_ ("Visits"), N_ ("Visits and attempts in the period; each counts once, however many were met."),
             BJT_WORK_VISITS, BJT_UNIT_VISITS),
  OF_VISITS ("contact_share", N_ ("Visits that reached somebody, share"), N_ ("Visits that met, phoned or heard of somebody ÷ visits and attempts in the period."),
             BJT_WORK_CONTACT_SHARE, BJT_UNIT_SHARE),
  { "household_coverage", N_ ("Households reached, share"), N_ ("Households lived in with a contact in the period ÷ households lived in today."),
    BJT_WORK_HOUSEHOLD_COVERAGE, BJT_UNIT_SHARE, BJT_UNIT_HOUSEHOLDS, BJT_WORK_ROW_HOUSEHOLD, AREAS, FALSE, FALSE },
  { "person_coverage", N_ ("People to visit who were reached, share"), N_ ("Residents of a category with a tier who were reached in the period, alone or with the household ÷ all such residents today."),
    BJT_WORK_PERSON_COVERAGE, BJT_UNIT_SHARE, BJT_UNIT_PERSONS, BJT_WORK_ROW_PERSON, AREAS, FALSE, FALSE },
  OF_TODAY ("completeness", N_ ("Records complete, share"), N_ ("For each door the share of what has to be known: when it was verified; of its households tenure and a phone; of their people name, sex, day of birth and identity number. Average over the doors."),
            BJT_WORK_COMPLETENESS, BJT_UNIT_DOORS, BJT_WORK_ROW_DOOR),
  OF_TODAY ("residents_known", N_ ("Residents known"), N_ ("Households lived in that were verified within 12 months ÷ households lived in."),
            BJT_WORK_VERIFIED, BJT_UNIT_HOUSEHOLDS, BJT_WORK_ROW_HOUSEHOLD),
  OF_TODAY ("vulnerable_cared_for", N_ ("Vulnerable people cared for"), N_ ("Residents of a category with a tier of whom no visit is overdue ÷ residents of a category with a tier."),
            BJT_WORK_ON_CADENCE, BJT_UNIT_PERSONS, BJT_WORK_ROW_PERSON),
  { "assistance", N_ ("People under assistance looked after"), N_ ("People under assistance who have a helper and of whom no visit is overdue ÷ people under assistance."),
    BJT_WORK_ASSISTED, BJT_UNIT_SHARE, BJT_UNIT_PERSONS, BJT_WORK_ROW_PERSON, AREAS, FALSE, TRUE },
  OF_TODAY ("policies_explained", N_ ("Policies explained"), N_ ("Doors a policy in force was delivered to ÷ doors it concerns. No policy is being delivered."),
            BJT_WORK_POLICIES, BJT_UNIT_DOORS, BJT_WORK_ROW_DOOR),
};

G_STATIC_ASSERT (G_N_ELEMENTS (indicators) == BJT_N_WORK_INDICATORS);

const BjtWorkIndicator *
bjt_work_indicator_get_all (void)
{
  return indicators;
}

const BjtWorkIndicator *
bjt_work_indicator_get (BjtWorkMeasure measure)
{
  return &indicators[measure]; /* in the order of the measures */
}

const BjtWorkIndicator *
bjt_work_indicator_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    if (strcmp (indicators[i].code, code) == 0)
      return &indicators[i];
  return NULL;
}

const BjtWorkMeasure *
bjt_work_indicator_get_meters (void)
{
  static const BjtWorkMeasure meters[BJT_N_WORK_METERS] = { BJT_WORK_VERIFIED, BJT_WORK_ON_CADENCE, BJT_WORK_ASSISTED, BJT_WORK_POLICIES };

  return meters;
}

/* Groups */

static const char *const group_names[BJT_N_WORK_GROUPS] = { "grid", "compound", "building", "kind", "department", "source", "month" };

const char *
bjt_work_group_get_name (BjtWorkGroup self)
{
  return group_names[self];
}

gboolean
bjt_work_group_init_from_name (BjtWorkGroup *self,
                               const char   *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (group_names); i++)
    if (g_strcmp0 (group_names[i], name) == 0)
      {
        *self = (BjtWorkGroup) i;
        return TRUE;
      }
  return FALSE;
}
