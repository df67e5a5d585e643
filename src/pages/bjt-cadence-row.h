/* bjt-cadence-row.h: a rule of cadence in a line, unfolded to change it. It writes
 * nothing itself.
 *
 * Signals: "save", "remove" — a person wants it; what is typed stays as it is.
 */
#pragma once

#include <adwaita.h>

#include "model/bjt-picture.h"
#include "model/bjt-visits.h"

G_BEGIN_DECLS

#define BJT_TYPE_CADENCE_ROW (bjt_cadence_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtCadenceRow, bjt_cadence_row, BJT, CADENCE_ROW, AdwExpanderRow)

GtkWidget      *bjt_cadence_row_new (BjtPicture *picture, const BjtCadenceRule *rule); /* a rule without a code: a new one */
const char     *bjt_cadence_row_get_code (BjtCadenceRow *self); /* of the rule as it was; NULL: a new one */
BjtCadenceRule *bjt_cadence_row_dup_rule (BjtCadenceRow *self, GError **error); /* as typed; an error: a day can't be read */

G_END_DECLS
