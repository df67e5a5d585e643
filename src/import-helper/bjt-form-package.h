/* bjt-form-package.h: a form as an Office file: parts in a zip archive, tied
 * together by relationships.
 */
#pragma once

#include <gio/gio.h>

#include "form/bjt-form-sketch.h"
#include "xml/bjt-xml-tree.h"

G_BEGIN_DECLS

typedef struct
{
  char       *name;
  GBytes     *bytes;
  BjtXmlTree *tree;       /* NULL until it is asked for */
  gboolean    is_changed; /* the tree is written instead of the bytes */
  gboolean    is_removed;
} BjtFormPart;

typedef struct
{
  BjtFormFormat format;
  GPtrArray    *parts; /* BjtFormPart, in the order of the archive */
  BjtFormPart  *main;  /* the workbook or the document */
} BjtFormPackage;

BjtFormPackage *bjt_form_package_new_from_bytes (GBytes *bytes, GError **error);
void            bjt_form_package_free (BjtFormPackage *self);
BjtFormPart    *bjt_form_package_find (BjtFormPackage *self, const char *name); /* NULL: not there */
BjtXmlElement  *bjt_form_part_get_root (BjtFormPart *part, GError **error);     /* reads it where it has not been read */

/* By the end of the type of a relationship: "worksheet", "styles" … */
BjtFormPart    *bjt_form_package_follow (BjtFormPackage *self, const BjtFormPart *from, const char *type, guint index);
BjtFormPart    *bjt_form_package_follow_id (BjtFormPackage *self, const BjtFormPart *from, const char *id);
void            bjt_form_package_remove (BjtFormPackage *self, BjtFormPart *part, const BjtFormPart *from);

GBytes         *bjt_form_package_write (BjtFormPackage *self, gint64 made_at, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormPackage, bjt_form_package_free)

G_END_DECLS
