/* bjt-module.c: modules lie beside the program. Once loaded they stay. */
#include "bjt-module.h"

#include "import/bjt-import-error.h"

#include <gmodule.h>

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
  GModule         *module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  gpointer         found = NULL;

  if (module == NULL || !g_module_symbol (module, symbol, &found))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the reader of this format is not installed: %s", g_module_error ());
      return NULL;
    }
  g_module_make_resident (module);
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
