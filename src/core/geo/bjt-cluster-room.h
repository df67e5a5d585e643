/* bjt-cluster-room.h: one stretch of memory that arrays are cut from; part of
 * BjtClusterIndex.
 *
 * Used twice with the same cuts: first without memory, which only counts, then
 * on what bjt_cluster_room_alloc () gives. Large pages where the system has
 * them: handing out millions of small ones and finding them again would take a
 * third of the time to make an index. Pages never written to take no memory. */
#pragma once

#include <glib.h>

#include <sys/mman.h>

G_BEGIN_DECLS

#define BJT_LARGE_PAGE ((gsize) 2 << 20)

typedef struct
{
  guint8 *memory; /* NULL: counting */
  gsize   used;   /* bytes */
} BjtClusterRoom;

static inline gpointer
bjt_cluster_room_cut (BjtClusterRoom *self,
                      gsize           n,
                      gsize           size)
{
  gsize start = self->used;

  self->used = (start + n * size + 63) & ~(gsize) 63;
  return self->memory == NULL ? NULL : self->memory + start;
}

/* Free it with g_aligned_free (). */
static inline void
bjt_cluster_room_alloc (BjtClusterRoom *self)
{
  self->memory = g_aligned_alloc (1, self->used, BJT_LARGE_PAGE);
  if (self->used >= 4 * BJT_LARGE_PAGE)
    madvise (self->memory, self->used, MADV_HUGEPAGE);
  self->used = 0;
}

G_END_DECLS
