/* bjt-card-sheet.h: 便民服务卡, 钥匙扣: a card for each household, with who looks after
 * it, the phone, and a code that dials.
 *
 * It goes to residents: the door stands on it, and staff; no resident does.
 */
#pragma once

#include "bjt-label-stock.h"
#include "bjt-sheet-words.h"
#include "bjt-sheet.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

#define BJT_TYPE_CARD_SHEET (bjt_card_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtCardSheet, bjt_card_sheet, BJT, CARD_SHEET, BjtSheet)

BjtSheet *bjt_card_sheet_new (BjtPicture *picture, const BjtDoorSet *doors, const BjtLabelStock *stock, BjtSheetLanguage language, GError **error);

G_END_DECLS
