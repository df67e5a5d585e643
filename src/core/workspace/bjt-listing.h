/* bjt-listing.h: rows of named columns, printed as people or programs want.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_LISTING_TABLE,
  BJT_LISTING_JSON,
  BJT_LISTING_CSV,
} BjtListingFormat;

typedef struct _BjtListing BjtListing;

BjtListing *bjt_listing_new (const char *const *columns); /* NULL-terminated stable names */
void        bjt_listing_free (BjtListing *self);
void        bjt_listing_add_text (BjtListing *self, const char *value); /* the next cell; NULL: none */
void        bjt_listing_take_text (BjtListing *self, char *value);
void        bjt_listing_add_int (BjtListing *self, gint64 value);
void        bjt_listing_add_number (BjtListing *self, double value); /* NAN: —, null in JSON */
char       *bjt_listing_to_string (BjtListing *self, BjtListingFormat format);
void        bjt_listing_print (BjtListing *self, BjtListingFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtListing, bjt_listing_free)

G_END_DECLS
