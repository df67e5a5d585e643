/* bjt-demo-names.h: invented names, as the cohorts of the north-east bear them.
 */
#pragma once

#include "model/bjt-people.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DEMO_HAN,
  BJT_DEMO_KOREAN,
  BJT_DEMO_MANCHU,
  BJT_DEMO_HUI,
  BJT_DEMO_ZHUANG,
  BJT_DEMO_MONGOL,
  BJT_DEMO_UYGHUR,
  BJT_DEMO_N_ETHNICS,
} BjtDemoEthnic;

extern const char *const BJT_DEMO_ETHNIC_CODES[BJT_DEMO_N_ETHNICS]; /* GB/T 3304 */

const char *bjt_demo_name_pick_surname (GRand *rand, BjtDemoEthnic ethnic);
const char *bjt_demo_name_pick_given (GRand *rand, BjtDemoEthnic ethnic, BjtSex sex, int born_year);
const char *bjt_demo_name_get_staff (guint number);

#define BJT_DEMO_ID_NUMBER_SIZE 19

void        bjt_demo_id_number_format (BjtDate born_on, guint sequence, char text[BJT_DEMO_ID_NUMBER_SIZE]);

G_END_DECLS
