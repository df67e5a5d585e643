/* bjt-overlay-file.c: what the import helper finds in a file, whatever it
 * takes it for, is a shape of the layer. Nothing is written here. */
#include "bjt-overlay-file.h"

#include <math.h>

#include "import/bjt-import-reader.h"

#define MAX_LABEL 80      /* characters */
#define MAX_LATITUDE 85.0 /* beyond it no map of ours reaches */

typedef struct
{
  BjtOverlayFile          *file;
  const BjtOverlayOptions *options;
  const char              *base; /* name of the file */
  guint                    n_points;
  guint                    n_labels;
} Reading;

static BjtPoint
unshift_cb (BjtPoint point,
            gpointer user_data)
{
  return bjt_datum_unshift (*(const BjtDatum *) user_data, point);
}

/* One line of few words; NULL where there is nothing to read. */
static char *
dup_label (const char *text)
{
  g_autofree char *label = NULL;

  if (text == NULL)
    return NULL;
  label = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_LABEL));
  g_strstrip (g_strdelimit (label, "\r\n\t\v\f", ' '));
  return *label != '\0' ? g_steal_pointer (&label) : NULL;
}

static gboolean
refuse_size (const Reading *self,
             GError       **error)
{
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
               "%s has more than %d shapes or %d points; make a layer of a part of it", self->base, BJT_OVERLAY_MAX_SHAPES, BJT_OVERLAY_MAX_POINTS);
  return FALSE;
}

static gboolean
take_draft_cb (const BjtDraft *draft,
               gpointer        user_data,
               GError        **error)
{
  Reading               *self = user_data;
  const BjtFeatureDraft *feature = &draft->feature;
  BjtDatum               datum = self->options->datum;
  BjtOverlayShape       *shape;

  if (draft->kind != BJT_DRAFT_FEATURE || feature->geometry == NULL || feature->geometry->n_points == 0)
    return TRUE;
  if (fmax (fabs (feature->geometry->box.y1), fabs (feature->geometry->box.y2)) > MAX_LATITUDE)
    {
      self->file->n_left_out++;
      return TRUE;
    }
  self->n_points += feature->geometry->n_points;
  if (self->file->shapes->len >= BJT_OVERLAY_MAX_SHAPES || self->n_points > BJT_OVERLAY_MAX_POINTS)
    return refuse_size (self, error);
  shape = bjt_overlay_shape_new ();
  shape->shape = datum != BJT_DATUM_CGCS2000 ? bjt_geometry_map (feature->geometry, unshift_cb, &datum) : bjt_geometry_ref (feature->geometry);
  shape->label = dup_label (self->options->label_column != NULL || feature->name == NULL ? feature->label : feature->name);
  shape->position = (int) self->file->shapes->len;
  self->n_labels += shape->label != NULL;
  g_ptr_array_add (self->file->shapes, shape);
  return TRUE;
}

static void
free_shape (gpointer shape)
{
  bjt_overlay_shape_free (shape);
}

static BjtOverlayFile *
new_file (const BjtOverlayOptions *options,
          const char              *base)
{
  BjtOverlayFile *self = g_new0 (BjtOverlayFile, 1);

  self->overlay = bjt_overlay_new ();
  self->overlay->name = g_strdup (options->name);
  self->overlay->colour = g_strdup (options->colour);
  self->overlay->label_column = g_strdup (options->label_column);
  self->overlay->source = g_strdup (base);
  self->overlay->opacity = options->opacity;
  self->overlay->is_shown = TRUE;
  self->shapes = g_ptr_array_new_with_free_func (free_shape);
  return self;
}

static gboolean
check_reading (const Reading *self,
               GError       **error)
{
  if (self->file->shapes->len == 0)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "%s has no shape that a map can show", self->base);
  else if (self->options->label_column != NULL && self->n_labels == 0)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID,
                 "%s has no text in a column “%s”; name another, or none", self->base, self->options->label_column);
  else
    return TRUE;
  return FALSE;
}

/**
 * bjt_overlay_file_read:
 * @path: of any file of maps that the import helper reads
 *
 * Returns: (transfer full) (nullable): its shapes
 */
BjtOverlayFile *
bjt_overlay_file_read (const char              *path,
                       const BjtOverlayOptions *options,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autofree char            *base = g_path_get_basename (path);
  g_autoptr (BjtOverlayFile)  file = NULL;
  Reading                     reading = { .options = options, .base = base };

  if (options->colour != NULL && !bjt_overlay_colour_is_valid (options->colour))
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "“%s” is no colour; write it like #8e44ad", options->colour);
      return NULL;
    }
  reading.file = file = new_file (options, base);
  bjt_import_reader_set_label_column (reader, options->label_column);
  if (!bjt_import_reader_run (reader, take_draft_cb, &reading, cancellable, error) || !check_reading (&reading, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
bjt_overlay_file_free (BjtOverlayFile *self)
{
  if (self == NULL)
    return;
  bjt_overlay_free (self->overlay);
  g_ptr_array_unref (self->shapes);
  g_free (self);
}
