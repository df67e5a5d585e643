/* bjt-demo.h: sample communities, invented from a seed.
 *
 * No person in them exists; addresses, numbers and ground are fictional. The
 * same seed and day give the same records, byte for byte, on every machine.
 */
#pragma once

#include "model/bjt-people.h"
#include "model/bjt-territory.h"
#include "model/bjt-work.h"

G_BEGIN_DECLS

typedef struct
{
  const char *profile; /* jiangbei, jiabei, stress; NULL: jiangbei */
  guint32     seed;
  guint       n_doors; /* stress only */
  BjtDate     as_of;   /* the day the history ends; NONE or 0: 2026-11-22 */
  guint       n_visits; /* 0: as many as the community has */
  guint       n_issues;
} BjtDemoOptions;

#define BJT_DEMO_SEED 2017

#define BJT_DEMO_ERROR (bjt_demo_error_quark ())
GQuark bjt_demo_error_quark (void);

typedef enum
{
  BJT_DEMO_ERROR_OPTIONS,
} BjtDemoError;

/* Receives one record, which is only lent for the call. FALSE stops. */
typedef gboolean (*BjtDemoSink) (const BjtRecordType  *type,
                                 gconstpointer         record,
                                 gpointer              user_data,
                                 GError              **error);

gboolean bjt_demo_generate (const BjtDemoOptions *options, BjtDemoSink sink, gpointer user_data, GError **error);

G_END_DECLS
