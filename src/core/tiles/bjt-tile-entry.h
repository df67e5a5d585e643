/* bjt-tile-entry.h: one base map of the user's list: what it is called, where it
 * comes from, what has to stand beside it.
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_TILE_ENTRY_PAINTED, /* what was imported, painted by ourselves */
  BJT_TILE_ENTRY_FILE,    /* a pack */
  BJT_TILE_ENTRY_SERVICE, /* addresses with places to fill in */
} BjtTileEntryKind;

typedef struct
{
  char            *id; /* a word; never changes */
  char            *name;
  BjtTileEntryKind kind;
  char            *location;      /* path or address; no key in it */
  char            *labels;        /* address of what is laid over it, may be NULL */
  char            *key_name;      /* of its key in the keyring; NULL: it needs none */
  BjtTileKind      tiles;
  BjtDatum         datum;
  guint            min_zoom, max_zoom;
  guint            tile_size;
  char            *attribution;   /* may be NULL */
  char            *review_number; /* may be NULL */
  gboolean         is_preset;
  gboolean         forbids_bulk;  /* its owner forbids to fetch areas ahead */
  gboolean         is_counted;    /* its owner allows so many tiles a day */
} BjtTileEntry;

BjtTileEntry *bjt_tile_entry_new (BjtTileEntryKind kind, const char *name, const char *location);
BjtTileEntry *bjt_tile_entry_new_for_pack (const char *name, const char *path, const BjtTileInfo *info);
BjtTileEntry *bjt_tile_entry_copy (const BjtTileEntry *self);
void          bjt_tile_entry_free (BjtTileEntry *self);
BjtTileEntry *bjt_tile_entry_load (GKeyFile *file, const char *id); /* NULL: it makes no sense */
void          bjt_tile_entry_take_changes (BjtTileEntry *self, GKeyFile *file); /* of a preset */
void          bjt_tile_entry_save (const BjtTileEntry *self, GKeyFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileEntry, bjt_tile_entry_free)

G_END_DECLS
