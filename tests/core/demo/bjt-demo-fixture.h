/* bjt-demo-fixture.h: a sample community, kept as its records and as the
 * picture that a store loads from them, with the rules applied.
 */
#pragma once

#include "demo/bjt-demo.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *records; /* BjtRecordType → GPtrArray of records */
  GChecksum  *checksum;
  BjtPicture *picture; /* NULL without a store */
  BjtDate     as_of;
} BjtDemoFixture;

BjtDemoFixture *bjt_demo_fixture_new (const char *profile, guint32 seed, guint n_doors);
void            bjt_demo_fixture_load (BjtDemoFixture *self);
GPtrArray      *bjt_demo_fixture_get (BjtDemoFixture *self, const BjtRecordType *type);
void            bjt_demo_fixture_free (BjtDemoFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDemoFixture, bjt_demo_fixture_free)

G_END_DECLS
