/* bjt-xml-tree.h: an XML document from outside that is changed and written again.
 */
#pragma once

#include <glib.h>

#include "bjt-xml-reader.h"

G_BEGIN_DECLS

#define BJT_XML_TREE_MAX_BYTES (64u << 20)

typedef struct _BjtXmlTree BjtXmlTree;
typedef struct _xmlNode    BjtXmlElement; /* belongs to its tree */

BjtXmlTree    *bjt_xml_tree_new_from_bytes (GBytes *bytes, GError **error);
void           bjt_xml_tree_free (BjtXmlTree *self);
GBytes        *bjt_xml_tree_to_bytes (BjtXmlTree *self);
BjtXmlElement *bjt_xml_tree_get_root (BjtXmlTree *self);

/* Names come without their prefix; name NULL: any element. */
const char    *bjt_xml_element_get_name (const BjtXmlElement *self);
gboolean       bjt_xml_element_is (const BjtXmlElement *self, const char *name);
BjtXmlElement *bjt_xml_element_get_parent (BjtXmlElement *self); /* NULL: the root */
BjtXmlElement *bjt_xml_element_get_first (BjtXmlElement *self, const char *name); /* child */
BjtXmlElement *bjt_xml_element_get_next (BjtXmlElement *self, const char *name);  /* sibling */
BjtXmlElement *bjt_xml_element_find (BjtXmlElement *self, const char *name, BjtXmlElement *after); /* in document order below self; after NULL: the first */

char          *bjt_xml_element_dup_attribute (const BjtXmlElement *self, const char *name); /* NULL: not there */
void           bjt_xml_element_set_attribute (BjtXmlElement *self, const char *name, const char *value); /* NULL: removed */
void           bjt_xml_element_set_own_attribute (BjtXmlElement *self, const char *name, const char *value); /* where it is new: in the namespace of the element */
char          *bjt_xml_element_dup_text (const BjtXmlElement *self); /* of all that is below */
void           bjt_xml_element_set_text (BjtXmlElement *self, const char *text); /* instead of what is below */
void           bjt_xml_element_keep_space (BjtXmlElement *self);

/* New elements take the namespace of their parent. */
BjtXmlElement *bjt_xml_element_append (BjtXmlElement *self, const char *name);
BjtXmlElement *bjt_xml_element_insert_before (BjtXmlElement *sibling, const char *name);
BjtXmlElement *bjt_xml_element_insert_after (BjtXmlElement *sibling, const char *name);
BjtXmlElement *bjt_xml_element_copy_after (BjtXmlElement *self, BjtXmlElement *sibling); /* with all that is below; of one tree */
BjtXmlElement *bjt_xml_element_append_copy (BjtXmlElement *self, BjtXmlElement *other);  /* of any tree */
void           bjt_xml_element_remove (BjtXmlElement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtXmlTree, bjt_xml_tree_free)

G_END_DECLS
