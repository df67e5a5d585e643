/* bjt-prints.c: the fields of the register of prints. */
#include "bjt-prints.h"

static const BjtField print_job_fields[] = {
  BJT_FIELD (BjtPrintJob, id, UUID),
  BJT_FIELD (BjtPrintJob, number, TEXT),
  BJT_FIELD (BjtPrintJob, sheet, TEXT),
  BJT_FIELD (BjtPrintJob, scope, TEXT),
  BJT_FIELD (BjtPrintJob, paper, TEXT),
  BJT_FIELD (BjtPrintJob, medium, TEXT),
  BJT_FIELD (BjtPrintJob, is_public, BOOL),
  BJT_FIELD (BjtPrintJob, has_names, BOOL),
  BJT_FIELD (BjtPrintJob, first_copy, INT),
  BJT_FIELD (BjtPrintJob, copies, INT),
  BJT_FIELD (BjtPrintJob, pages, INT),
  BJT_FIELD (BjtPrintJob, purpose, TEXT),
  BJT_FIELD (BjtPrintJob, maker, TEXT),
  BJT_FIELD (BjtPrintJob, receiver, TEXT),
  BJT_FIELD (BjtPrintJob, printed_at, TIME),
  BJT_FIELD (BjtPrintJob, returned, INT),
  BJT_FIELD (BjtPrintJob, returned_on, DATE),
  BJT_FIELD (BjtPrintJob, note, TEXT),
};
BJT_DEFINE_RECORD (BjtPrintJob, bjt_print_job, "print_job", print_job_fields)
