/* bjt-form-file.c: workbooks and texts behind one door. */
#include "bjt-form-file.h"

#include "bjt-form-book.h"
#include "bjt-form-document.h"
#include "import/bjt-import-error.h"

#define MAX_FILE_BYTES (64u << 20)

GBytes *
bjt_form_file_load (const char *path,
                    GError    **error)
{
  g_autoptr (GError) problem = NULL;
  char              *data;
  gsize              size;

  if (!g_file_get_contents (path, &data, &size, &problem))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, problem->message);
      return NULL;
    }
  if (size <= MAX_FILE_BYTES)
    return g_bytes_new_take (data, size);
  g_free (data);
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the form is larger than %u MB", MAX_FILE_BYTES >> 20);
  return NULL;
}

GBytes *
bjt_form_file_sketch (GBytes  *form,
                      GError **error)
{
  g_autoptr (BjtFormPackage) package = bjt_form_package_new_from_bytes (form, error);
  g_autoptr (BjtFormBook)    book = NULL;
  g_autoptr (BjtFormSketch)  sketch = NULL;

  if (package == NULL)
    return NULL;
  if (package->format == BJT_FORM_XLSX)
    {
      book = bjt_form_book_new (package, error);
      sketch = book != NULL ? bjt_form_book_sketch (book, error) : NULL;
    }
  else
    sketch = bjt_form_document_sketch (package, error);
  return sketch != NULL ? bjt_form_sketch_to_bytes (sketch) : NULL;
}

GBytes *
bjt_form_file_fill (GBytes  *form,
                    GBytes  *plan,
                    GError **error)
{
  g_autoptr (BjtFormPlan)    order = bjt_form_plan_new_from_bytes (plan);
  g_autoptr (BjtFormPackage) package = order != NULL ? bjt_form_package_new_from_bytes (form, error) : NULL;
  g_autoptr (BjtFormBook)    book = NULL;
  gboolean                   is_filled;

  if (order == NULL)
    g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL, "the order to fill the form is damaged");
  if (package == NULL)
    return NULL;
  if (package->format == BJT_FORM_XLSX)
    {
      book = bjt_form_book_new (package, error);
      is_filled = book != NULL && bjt_form_book_fill (book, order, error);
    }
  else
    is_filled = bjt_form_document_fill (package, order, error);
  return is_filled ? bjt_form_package_write (package, order->made_at, error) : NULL;
}
