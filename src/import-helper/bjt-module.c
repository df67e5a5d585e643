/* bjt-module.c: modules lie beside the program. Once loaded they stay.
 *
 * A module finds its own libraries before those of the program: GDAL brings a
 * hundred and fifty along, and to look for each of their names in the program's
 * sixty first would take half as long again. */
#include "bjt-module.h"

#include "import/bjt-import-error.h"

#include <dlfcn.h>

#ifdef __SANITIZE_ADDRESS__ /* it looks for its own names everywhere */
#define LOAD_FLAGS (RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE)
#else
#define LOAD_FLAGS (RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE | RTLD_DEEPBIND)
#endif

/**
 * bjt_module_find:
 * @file: name of the module
 *
 * Returns: (nullable): the function, or NULL with the error set
 */
gpointer
bjt_module_find (const char *file,
                 const char *symbol,
                 GError    **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (BJT_LIBEXEC_DIR);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  void            *module = dlopen (path, LOAD_FLAGS);
  gpointer         found = module != NULL ? dlsym (module, symbol) : NULL;

  if (found == NULL)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the reader of this format is not installed: %s", dlerror ());
  return found;
}

gboolean
bjt_module_read_drawing (const char              *file,
                         const char              *symbol,
                         const BjtDrawingRequest *request,
                         GError                 **error)
{
  gpointer read = bjt_module_find (file, symbol, error);

  return read != NULL && ((BjtDrawingReadFunc) read) (request, error);
}
