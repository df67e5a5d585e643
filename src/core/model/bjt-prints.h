/* bjt-prints.h: the register of what was printed (印发登记).
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

/* One printing of one sheet: its copies are numbered one after the other. */
typedef struct
{
  BjtUuid id;
  char   *number;      /* 2026-0031 */
  char   *sheet;       /* what kind: grid-map, plan, person, walk … */
  char   *scope;       /* of what: 第3网格, 山水宜家 3号楼; no personal data */
  char   *paper;       /* A3 */
  char   *medium;      /* printer, pdf, svg, png */
  gboolean is_public;
  gboolean has_names;  /* full names stand on it */
  int     first_copy;  /* of this sheet and scope in the year, from 1 */
  int     copies;
  int     pages;       /* of one copy */
  char   *purpose;
  char   *maker;
  char   *receiver;    /* for whom; NULL: kept here */
  gint64  printed_at;
  int     returned;    /* copies that came back */
  BjtDate returned_on; /* the last of them */
  char   *note;
} BjtPrintJob;
BJT_DECLARE_RECORD (BjtPrintJob, bjt_print_job)

G_END_DECLS
