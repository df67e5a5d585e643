/* bjt-import-error.c: the error domain of import. */
#include "bjt-import-error.h"

G_DEFINE_QUARK (bjt-import-error, bjt_import_error)
